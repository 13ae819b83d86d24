import { isMasculine, MASCULINE_COUNTRIES } from '../phrases/gender.js'
import type { Filler, NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { isDualOffice } from '../phrases/two-offices.js'
import type { VerbReading } from '../phrases/verbs-here.js'

const MASCULINE_BODIES = new Set('المركز الجيش المجلس الاتحاد البرلمان البنتاغون الكرملين الفاتيكان'.split(' '))

/** «تقدم», «توافق», «توقع»: letters of one verb said of a man and of another said of a woman. */
const isOfEither = ({ senses, first, plural }: VerbReading): boolean =>
  !first &&
  !plural &&
  senses.some(({ form }) => form.tense === 'imperfect' && form.gender === 'f' && form.person === 3) &&
  senses.some(({ form }) => form.tense === 'perfect' && form.gender === 'm' && form.person === 3)

const AGENT = /^(?:person|group|body|placenoun|number|quantity)$/

/** People, bodies and places that act. */
export const isAgent = ({ fillers }: NounPhrase): boolean => fillers[0] !== undefined && AGENT.test(fillers[0].of)

/** Plurals of men: sound ones, and broken ones that no body is called by. */
const MEN =
  /^(?:..+(?:ون|ين)|قضاة|قادة|نواب|جنود|ضباط|رؤساء|وزراء|سفراء|زعماء|نشطاء|علماء|خبراء|اعضاء|طلاب|عمال|موظف|ملوك|رجال|شبان|شباب|اطفال|ابناء)$/

/** Whether a verb's gender and number allow a phrase as its subject. A verb before its subject is singular. */
export function agrees(reading: VerbReading, phrase: NounPhrase, before: boolean): boolean {
  const head = phrase.fillers[0]
  if (head === undefined) return false
  if (head.of === 'event') return false
  if (head.of === 'site' && head.entity === undefined) return false
  // «أمير الكويت», «الوزير فلان»: no verb of theirs is feminine.
  if (!before && isOfEither(reading) && (AGENT.test(head.of) || head.entity !== undefined)) return head.of !== 'site'
  const office = head.entity === undefined || head.entity.unnamed === true || head.titled
  // «حثت القضاة», «طالبت المحتجين»: behind a feminine verb men in the plural are its object.
  if (reading.feminine && !before && head.of === 'group' && !head.named && MEN.test(head.headKey)) return false
  if (reading.feminine && !before && head.headKey === 'مجتمع') return false
  // «طالبت المجلس», «دعت العراق»: what is masculine is the object of a feminine verb.
  if (reading.feminine && phrase.fillers.length === 1 && !before && isMasculine(head)) return false
  // «كلف مؤرخة الفن»: a woman right behind a masculine verb is its object.
  if (
    !before &&
    !reading.feminine &&
    head.of === 'person' &&
    office &&
    /..ة$/.test(head.headKey) &&
    !MEN_IN_TA.test(head.headKey)
  )
    return false
  if (reading.feminine) return !(head.of === 'person' && office && !/ة$/.test(head.headKey))
  // «استولوا»: men, and no single man or town.
  if (reading.plural) return before && (phrase.fillers.length > 1 || !isSingle(head))
  if (head.of === 'person' || head.of === 'group' || head.of === 'number' || head.of === 'quantity') return true
  // «دخل المدينة»: a feminine noun right behind a masculine verb is its object.
  if (!before && head.entity === undefined && /ة$/.test(head.headKey) && FEMININE_THINGS.has(head.of)) return false
  const name = nameOf(head)
  if (head.entity?.type === 'GPE')
    return MASCULINE_COUNTRIES.has(name) || MASCULINE_BODIES.has(name) || phrase.fillers.length > 1
  // «تنظيم الراية»: a body's gender is that of the noun before its name.
  const noun = head.of === 'body' ? head.headKey : (name.split(' ')[0] ?? '')
  return !/(?:ة|ات|ا)$/.test(noun) || head.of === 'other'
}

/** Words for men that end like feminine ones. */
const MEN_IN_TA = /^(?:خليفة|داعية|علامة|طاغية|نابغة|رهينة|ضحية|شخصية|حجة|اية|سماحة|فخامة|جلالة|سيادة|عمدة|قدوة)$/
const FEMININE_THINGS: ReadonlySet<Filler['of']> = new Set(['body', 'placenoun', 'site', 'vehicle'])

const isSingle = ({ entity, of }: Filler): boolean =>
  (entity?.type === 'PER' && entity.group !== true && of !== 'group') ||
  entity?.type === 'GPE' ||
  entity?.type === 'LOC' ||
  entity?.type === 'FAC'

const nameOf = (filler: Filler): string => (filler.entity?.nameAr ?? '').replace(/[أإآ]/g, 'ا')

export const FEMININE = /^(?:و?التي|للتي|بالتي)$/
export const SINGULAR_MAN = /^[ولب]?ا?لذي$/

/** Whether a verb's gender and number allow what a relative pronoun stands for as its subject. */
export function agreesWithRelative({ feminine, plural }: VerbReading, relative: string): boolean {
  if (FEMININE.test(relative)) return feminine
  return SINGULAR_MAN.test(relative) ? !feminine && !plural : true
}

/** «باحثا», «جنديا», «مسلحين»: an accusative is no verb's subject. */
export function isAccusative(phrase: NounPhrase, reader: PhraseReader): boolean {
  const head = phrase.fillers[0]
  const word = reader.words[head?.head ?? -1]
  if (head === undefined || word === undefined || word.mention?.named === true || word.inside) return false
  // «قتل مسلحين», «جرح ضابطين»: the plural and the dual in ين.
  if (head.of === 'group' && /...ين$/.test(word.stem) && word.pronoun === undefined) return true
  if (word.article || word.mention !== undefined) return false
  // «وزيرا خارجية البلدين»: two in construct, whose ن is gone.
  const next = reader.words[head.head + 1]
  const two = head.of === 'person' || isDualOffice(head.headKey)
  if (two && head.to - head.from > 1 && next !== undefined && !/ا$/.test(next.stem)) return false
  const ending = head.of === 'other' ? /[^اي]ا$/ : /[^ا]ا$/
  return head.of !== 'event' && ending.test(word.whole) && word.pronoun === undefined
}

/** An indefinite noun for a thing, as «لافتات». */
export const isThing = ({ fillers }: NounPhrase): boolean => {
  const head = fillers[0]
  return head?.of === 'other' && !head.definite && head.pronoun === undefined && head.entity === undefined
}
