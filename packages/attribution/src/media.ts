import type { Entity } from '@isnad/entities'
import { findOutlet, findOutletByName } from '@isnad/lexicon'
import { foldKey } from '@isnad/text'

export type MediaKind = 'outlet' | 'agency'

const memo = new WeakMap<Entity, { readonly kind: MediaKind | undefined }>()

const OUTLET_HEADS =
  /^(?:صحيفه|قناه|فضائيه|اذاعه|مجله|شبكه|جريده|محطه|موقع|تلفزيون|التلفزيون|راديو|وسائل ال?اعلام|وسائل اعلام|صحف)(?: |$)/
const AGENCY = /^(?:وكاله|وكالات) /

/** What the agencies of states and federations see to; others sell news. */
const BODY_AGENCY =
  /^ال(?:طاقه|استخبارات|فضاء|امن|مخابرات|لاجئين|غوث|تنميه|ادويه|بييه|ضرايب|سلام|وطنيه|مركزيه|امم|دوليه|اوروبيه|حكوميه|تجسس|حدود|هجره|نهوض|تشغيل|سفر|اسفار|فضاييه|سياحه|اشهار|اتحاديه|فيدراليه|تعاون|توزيع)/

/** Whether the word behind «وكالة», folded, tells of a body that is no news agency: «وكالة الفضاء», «وكالة ناسا». */
export const isBodyAgency = (key: string): boolean =>
  BODY_AGENCY.test(key) || /^(?:ناسا|موديز|فيتش|ستاندرد|سفر|فضاء|حمايه|مكافحه|امريكيه|امن|تنميه)$/.test(key)

/** Companies whose pages carry what others say. */
const PLATFORM =
  /^(?:موقع |شركه )?(?:تويتر|فيسبوك|فيس بوك|انستغرام|انستجرام|يوتيوب|واتساب|واتس اب|تيك توك|تليغرام|تلغرام|تيليغرام|غوغل|جوجل|سناب شات|لينكد ان|اكس)$/

/** Whether an entity is a news agency or another outlet, by its catalog record, else by its name. */
export function mediaKind(entity: Entity): MediaKind | undefined {
  const known = memo.get(entity)
  if (known !== undefined) return known.kind
  const kind = judge(entity)
  memo.set(entity, { kind })
  return kind
}

function judge({ type, nameAr, catalogId, mentions }: Entity): MediaKind | undefined {
  if (type === 'PER' || type === 'GPE' || type === 'LOC' || type === 'EVT-NAME') return undefined
  if (type === 'PROD' || PLATFORM.test(foldKey(nameAr))) return undefined
  if (catalogId?.startsWith('outlet.')) return findOutlet(catalogId)?.kind === 'agency' ? 'agency' : 'outlet'
  const name = foldKey(nameAr)
  if (catalogId === undefined && AGENCY.test(name) && !isBodyAgency(name.split(' ')[1] ?? '')) return 'agency'
  if (OUTLET_HEADS.test(name)) return 'outlet'
  if (catalogId !== undefined || mentions.length === 0) return undefined
  const outlet = findOutletByName(nameAr)
  if (outlet === undefined || outlet.kind === 'press-office') return undefined
  return outlet.kind === 'agency' ? 'agency' : 'outlet'
}

/** Whether it is a company whose pages carry what others say, and which speaks only for itself. */
export const isPlatform = ({ nameAr }: Entity): boolean => PLATFORM.test(foldKey(nameAr))
