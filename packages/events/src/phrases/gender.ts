import type { Filler } from './noun-phrase.js'

export type Gender = 'm' | 'f'

/** Countries and cities whose verbs are masculine. */
export const MASCULINE_COUNTRIES: ReadonlySet<string> = new Set('العراق لبنان الاردن المغرب السودان اليمن'.split(' '))
const MASCULINE_HEAD =
  /^(?:نظام|حزب|مجلس|تنظيم|جيش|برلمان|اتحاد|مرصد|مركز|بنك|مصرف|نادي|حرس|تحالف|ائتلاف|مكتب|جهاز|فريق|وفد|لواء|فيلق|حلف|بيت|موقع|ديوان|صندوق|قصر|معهد|كرملين|بنتاغون)$/
const FEMININE_HEAD = /(?:ة|ات)$|^(?:فصائل|كتائب|سرايا|اجهزة|دول)$/

/** Bodies and countries that no feminine verb is said of: «البرلمان», «العراق». */
export const isMasculine = ({ entity, headKey, of }: Filler): boolean =>
  entity?.type === 'GPE'
    ? MASCULINE_COUNTRIES.has(entity.nameAr.replace(/[أإآ]/g, 'ا')) && !entity.unnamed
    : of === 'body' && MASCULINE_HEAD.test(headKey)

/** The grammatical gender of a party, where its first word, its office or the verbs so far tell it; a person is a man until then. */
export function genderOf({ entity, headKey, titled }: Filler, told: ReadonlyMap<string, Gender>): Gender | undefined {
  if (entity === undefined || entity.group === true) return undefined
  if (entity.type === 'PER') {
    const title = titled ? headKey : (entity.roles[0]?.title.split(' ')[0] ?? '')
    return told.get(entity.id) ?? (/ة$/.test(title) ? 'f' : 'm')
  }
  if (entity.type === 'GPE') return MASCULINE_COUNTRIES.has(entity.nameAr.replace(/[أإآ]/g, 'ا')) ? 'm' : 'f'
  if (MASCULINE_HEAD.test(headKey)) return 'm'
  return FEMININE_HEAD.test(headKey) ? 'f' : undefined
}
