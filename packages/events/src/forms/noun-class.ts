import type { NounClass } from '@isnad/lexicon'
import type { Letters } from './letters.js'
import type { Vocabulary } from './vocabulary.js'

const CLASS_ORDER: readonly NounClass[] = [
  'person',
  'group',
  'body',
  'site',
  'vehicle',
  'placenoun',
  'quantity',
  'transparent',
]

/** «الحوثيين», «ليبيون»: the plural of a nisba names people. */
const NISBA_PLURAL = /^..+ي(?:ون|ين)$/
/** «مشيرا إلى», «كثيرا»: adverbs that look like an accusative of a noun for people. */
const NO_ACCUSATIVES = new Set('كثيرا مشيرا'.split(' '))
const NO_PEOPLE = new Set('مستويين مبنيين مستشفيين مقهيين مليون ملايين تعيين تبيين تلفزيون عيون ديون افيون'.split(' '))

/** A stem as it is spelled where no pronoun follows: «وزرائ» is «وزراء», «حكومت» is «حكومة». */
export const withoutPronoun = (stem: string): string => stem.replace(/ا[ئؤ]$/, 'اء').replace(/ت$/, 'ة')

/** What a noun says of a thing by its letters: a person, a group, a body, a site. */
export function nounClassOf(
  { stem, whole, preposition, pronoun, article }: Letters,
  { classes }: Vocabulary,
): NounClass | undefined {
  const own =
    classes.get(stem) ??
    classes.get(preposition === undefined ? whole : whole.slice(1)) ??
    (pronoun === undefined ? undefined : classes.get(withoutPronoun(stem))) ??
    // «عددا», «ضابطا»: the indefinite accusative.
    (article || !/..[^ي]ا$/.test(stem) || NO_ACCUSATIVES.has(stem) ? undefined : classes.get(stem.slice(0, -1)))
  // «القضاء» with ال is the judiciary, «قضاء كذا» a district.
  if (article && stem === 'قضاء') return 'body'
  if (own !== undefined) return CLASS_ORDER.find((of) => own.has(of))
  // «ضابطين», «وزيران»: two of whom the singular is a person.
  if (/...(?:ين|ان)$/.test(stem) && classes.get(stem.slice(0, -2))?.has('person') === true) return 'group'
  // «الوفدان», «الحكومتين»
  if (isDualOfBody(stem, classes)) return 'body'
  return NISBA_PLURAL.test(stem) && !NO_PEOPLE.has(stem) ? 'group' : undefined
}

function isDualOfBody(stem: string, classes: ReadonlyMap<string, ReadonlySet<NounClass>>): boolean {
  const singular = /^(...+)(?:ين|ان)$/.exec(stem)?.[1]
  if (singular === undefined) return false
  const of = classes.get(singular) ?? (singular.endsWith('ت') ? classes.get(`${singular.slice(0, -1)}ة`) : undefined)
  return of?.has('body') === true
}
