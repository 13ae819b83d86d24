import type { Filler } from '../phrases/noun-phrase.js'
import type { Party } from '../phrases/parties.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'

/** Somebody whose words or deeds a noun tells, with the words that name him. */
export type Addressed = Pick<Party, 'filler' | 'entity' | 'make'>

/** What states do and decide. */
export const OF_STATES =
  /^(?:سياس[ةت]|سياسات|قرار|قرارات|موقف|مواقف|قمع|عدوان|انتهاك|انتهاكات|ممارسات|احتلال|استيطان|تدخل|تدخلات|تحرك|تحركات|تصرف|تصرفات|تصعيد|جريم[ةت]|اعتداءات|مزاعم|اتهامات|تصريح|مبادر[ةت]|مبادرات|جهود|دور|خطو[ةت]|خطوات|تصريحات|جرائم|مجازر|مجزر[ةت]|اجراء|اجراءات|مقترح|مقترحات|خط[ةت]|وجود|نفوذ|استفزازات|هيمن[ةت]|توغل|غطرس[ةت]|ابتزاز|سلوك|حرب|مخططات|تعامل|تعاطي|اداء|معامل[ةت]|صمت|تقاعس|فشل|محاول[ةت]|محاولات|بيان|خطاب|تجاهل|تورط|تمسك|استخدام|استمرار|انحياز|رد|نهج|تهديد|تهديدات|مزاعم|ادعاءات|رفض)$/

const OWNERS = /^(?:body|person|group|placenoun)$/

/** The one in construct with a noun that nobody names («قرار الرئيس», «بيان نظيرتها»). */
export function nameOwner(filler: Filler, reader: PhraseReader): readonly Addressed[] | undefined {
  if (filler.entity !== undefined || filler.pronoun !== undefined || filler.definite) return undefined
  const inner = filler.genitive ?? (filler.to > filler.head + 1 ? reader.phrase(filler.head + 1) : undefined)
  const [head, second] = inner?.fillers ?? []
  if (head === undefined || second !== undefined || !OWNERS.test(head.of)) return undefined
  // «استخدام القوة»: a means, and nobody.
  if (/^(?:قو[ةت]|سلاح)$/.test(head.headKey)) return undefined
  if (head.entity !== undefined) return [{ filler: head, entity: head.entity, make: undefined }]
  const told = head.of !== 'placenoun' && (head.definite || head.pronoun !== undefined)
  return told ? [{ filler: head, entity: undefined, make: head.of === 'body' ? 'ORG' : 'PER' }] : undefined
}
