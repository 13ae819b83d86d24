import type { Entity } from '@isnad/entities'
import type { NounClass } from '@isnad/lexicon'
import {
  COMPLEMENTISERS,
  EMPTY_WORDS,
  FUTURE,
  NEGATIONS,
  POSSIBLE,
  PREPOSITION_WITH_PRONOUN,
  RELATIVES,
} from './function-words.js'
import type { Filler } from './noun-phrase.js'
import type { Vocabulary } from './vocabulary.js'
import type { Word } from './words.js'

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
export const AGENTIVE: ReadonlySet<Filler['of']> = new Set(['person', 'group', 'body', 'number', 'quantity'])

/** Words of a closed class cut a clause: what opens one, relates, negates or colours it. */
export function closedClass(word: Word): 'opener' | 'relative' | 'negation' | 'particle' | undefined {
  if (word.mention !== undefined || word.inside) return undefined
  if (RELATIVES.has(word.whole)) return 'relative'
  if (NEGATIONS.has(word.whole)) return 'negation'
  if (COMPLEMENTISERS.has(word.whole)) return 'opener'
  if (POSSIBLE.has(word.whole) || FUTURE.has(word.whole) || EMPTY_WORDS.has(word.whole)) return 'particle'
  return undefined
}

/** «عليه», «منهم»: a preposition with nothing but a pronoun. */
export function pronominalOf(word: Word): { readonly preposition: string; readonly pronoun: string } | undefined {
  if (word.mention !== undefined || word.inside) return undefined
  const match = PREPOSITION_WITH_PRONOUN.exec(word.whole)
  return match === null ? undefined : { preposition: match[1] ?? '', pronoun: match[2] ?? '' }
}

/** Who can act: people, bodies, countries. */
export const agentive = ({ entity, of }: Pick<Filler, 'entity' | 'of'>): boolean =>
  entity === undefined ? AGENTIVE.has(of) : entity.type === 'PER' || entity.type === 'ORG' || entity.type === 'GPE'
export const isPlace = ({ entity, of }: Filler): boolean =>
  of === 'placenoun' || of === 'site' || (entity !== undefined && ['GPE', 'LOC', 'FAC'].includes(entity.type))

/** «الحوثيين», «ليبيون»: the plural of a nisba names people. */
const NISBA_PLURAL = /^..+ي(?:ون|ين)$/
/** «مشيرا إلى», «كثيرا»: adverbs that look like an accusative of a noun for people. */
const NO_ACCUSATIVES = new Set('كثيرا مشيرا'.split(' '))
const NO_PEOPLE = new Set('مستويين مبنيين مستشفيين مقهيين مليون ملايين تعيين تبيين تلفزيون عيون ديون افيون'.split(' '))

/** People named after their demonstration, sit-in or strike; «المضرب» alone is a racket, too. */
const CROWD = /^(?:(?:متظاهر|محتج|معتصم)(?:ا|ة|و|ي|ون|ين|ات|ان)?|مضرب(?:ون|ين|و))$/
export const isCrowd = (word: Word | undefined): boolean => word !== undefined && CROWD.test(word.stem)

/** A stem as it is spelled where no pronoun follows: «وزرائ» is «وزراء», «حكومت» is «حكومة». */
export const withoutPronoun = (stem: string): string => stem.replace(/ا[ئؤ]$/, 'اء').replace(/ت$/, 'ة')

/** What a noun says of a thing: a person, a group, a body, a site. */
export function classOf(word: Word | undefined, { classes }: Vocabulary): NounClass | undefined {
  if (word === undefined) return undefined
  const own =
    classes.get(word.stem) ??
    classes.get(word.preposition === undefined ? word.whole : word.whole.slice(1)) ??
    (word.pronoun === undefined ? undefined : classes.get(withoutPronoun(word.stem))) ??
    // «عددا», «ضابطا»: the indefinite accusative.
    (word.article || !/..[^ي]ا$/.test(word.stem) || NO_ACCUSATIVES.has(word.stem)
      ? undefined
      : classes.get(word.stem.slice(0, -1)))
  if (own !== undefined) return CLASS_ORDER.find((of) => own.has(of))
  // «ضابطين», «وزيران»: two of whom the singular is a person.
  if (/...(?:ين|ان)$/.test(word.stem) && classes.get(word.stem.slice(0, -2))?.has('person') === true) return 'group'
  return NISBA_PLURAL.test(word.stem) && !NO_PEOPLE.has(word.stem) ? 'group' : undefined
}

export const classOfEntity = ({ type, group }: Entity): Filler['of'] => {
  switch (type) {
    case 'PER':
      return group === true ? 'group' : 'person'
    case 'ORG':
      return 'body'
    case 'GPE':
    case 'LOC':
      return 'placenoun'
    case 'FAC':
      return 'site'
    case 'PROD':
      return 'vehicle'
    default:
      return 'other'
  }
}

/** Names of bodies that are adjectives of others: «هجمات منظمة», «فصائل معارضة». */
export const DESCRIBING: ReadonlySet<string> = new Set(['منظمة', 'معارضة', 'متحدة', 'مقاومة', 'معارض', 'منظم'])
