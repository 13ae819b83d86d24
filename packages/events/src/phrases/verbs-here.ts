import { COMPLEMENTISERS, EMPTY_WORDS, GATHERING, PREPOSITIONS, RELATIVES } from '../forms/function-words.js'
import { blank, inImperfect, knownVerb, type VerbReading } from '../forms/verb-letters.js'
import type { Vocabulary } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'
import { classOf } from './word-class.js'

export type { VerbReading } from '../forms/verb-letters.js'

/** Spelled like verb forms of known verbs, and next to never one. */
const NEVER_VERBS = new Set(
  'ضحيته ضحيتها زيرا وزيرا اثنين اول نحو تحت تجاه يوم اخر اكثر اقل اسرته اسرتها اسرتهم اسرتي اسرتنا'.split(' '),
)
const BEFORE_VERBS = new Set(
  'لم لن قد لقد سوف الذي التي الذين اللذين اللذان بعدما عندما حين حينما كان كانت كانوا ليس ما كي لكي ريثما طالما كلما مما ممن'.split(
    ' ',
  ),
)
/** «كان» goes before a verb as before a noun («كان وزير»). */
const AUXILIARIES = new Set('كان كانت كانوا ليس'.split(' '))
const BEFORE_IMPERFECT = new Set('ان بان لا'.split(' '))
/** Prepositions that no finite verb follows: «عن رغبتها», «على تركه». */
const BEFORE_NOUNS_ONLY = new Set(
  'عن في الي علي مع ضد بعد قبل خلال تحت لدي عند نحو تجاه حول دون اثناء بسبب نتيجة عقب اثر جراء فور ازاء اعقاب اطار ظل سياق خضم'.split(
    ' ',
  ),
)
const CALLED = /^(?:ا?سم[ايى]?ت?ه|[يت]سمي?ه|اعتبرت?ه|[يت]عتبره)$/
const TWO = new Set(['اثني', 'اثنا', 'اثنتي', 'اثنتا'])
/** Behind these a verb is cut short. */
const JUSSIVE = new Set(['لم', 'لما', 'لا'])
const UNDONE = new Set(['لم', 'لن'])
const BEFORE_FIRST_PERSON = /^(?:ان|بان|لا|انا|انني|اني)$/
/** «شخصا», «جنديا», not «سوريا» nor «موسى»: three letters and an alef. */
const ACCUSATIVE = /[\u0621-\u064a]{2}[^اآ]ا$/

/** Reads a word as a verb where its letters and its neighbour to the right of it allow (before it in reading order). */
export function verbAt(words: readonly Word[], index: number, vocabulary: Vocabulary): VerbReading | undefined {
  const word = words[index]
  if (word === undefined || word.token.kind !== 'word' || word.inside) return undefined
  if (word.mention !== undefined && !isVerbOfDemand(words, index)) return undefined
  if (word.article || word.time !== undefined || word.whole.length < 2) return undefined
  if (word.form.noVerb || word.whole === 'بين') return undefined
  const senses = word.form.in(vocabulary)
  const before = previousWord(words, index)
  const jussive = before !== undefined && JUSSIVE.has(before.whole)
  if (senses.verb === undefined && word.form.guess === undefined && !jussive) return undefined
  const licensed = before !== undefined && (BEFORE_VERBS.has(before.whole) || RELATIVES.has(before.whole))
  // «اثني عشر»: twelve, and nobody who is praised.
  if (TWO.has(word.whole) && /^عشرة?$/.test(words[index + 1]?.whole ?? '')) return undefined
  // «ما سمته تدخلا», «ما سمته تدخل فلانة»: behind what something is called stands a noun.
  if (
    before !== undefined &&
    words[index - 1] === before &&
    CALLED.test(before.whole) &&
    words[index - 2]?.whole === 'ما'
  )
    return undefined
  if (before !== undefined && BEFORE_NOUNS_ONLY.has(before.whole) && words[index - 1] === before) return undefined
  if (!licensed && (NEVER_VERBS.has(word.whole) || word.form.isPreposition || word.form.isComplementiser))
    return undefined
  const known = jussive ? knownVerb(word.form, vocabulary, true) : senses.verb
  if (known !== undefined) {
    const { joined, perfectOnly } = known
    if (known.reading.senses.length === 0) return undefined
    // «لم توافق», «لن توافق»: what may be another verb's perfect is an imperfect there.
    const reading = before !== undefined && UNDONE.has(before.whole) ? inImperfect(known.reading, word) : known.reading
    const named = senses.isEventNoun || vocabulary.classes.has(word.stem)
    // «أدانت الوزارة تدخل فلانة في شؤونها»: behind another verb's subject it is interference.
    if (
      word.whole === 'تدخل' &&
      !licensed &&
      (before?.mention !== undefined || before?.inside) &&
      verbGoesBefore(words, index, vocabulary)
    )
      return undefined
    // «استقالته»: what takes no object takes no pronoun either.
    if (joined && named && known.objectless) return undefined
    if (licensed && !(named && perfectOnly && AUXILIARIES.has(before.whole))) return reading
    if (!joined && known.accusative) return undefined
    if (known.firstPerson && !word.conjunction && before !== undefined && !BEFORE_FIRST_PERSON.test(before.whole))
      return undefined
    const nounLike = named || (perfectOnly && known.bare && (!joined || vocabulary.lightNouns.has(word.stem)))
    if (nounLike && standsAsNoun(words, index, vocabulary)) return undefined
    if (!perfectOnly && before !== undefined && isPlainPreposition(before) && !word.future) return undefined
    return reading
  }
  return unknownVerb(word, before, licensed)
}

/** «وطالب بوقف إطلاق النار»: a nameless «student» with و before and ب behind is the verb. */
const isVerbOfDemand = (words: readonly Word[], index: number): boolean => {
  const word = words[index]
  const next = words[index + 1]
  return word?.whole === 'طالب' && word.conjunction && word.mention?.named === false && next?.preposition === 'ب'
}

/** A verb that no list has, where its letters and its neighbour to the right of it make one of it. */
function unknownVerb({ form }: Word, before: Word | undefined, licensed: boolean): VerbReading | undefined {
  const { guess } = form
  if (guess === undefined) return undefined
  const { bare, imperfect, present } = guess
  if (form.future || (imperfect && (licensed || (before !== undefined && BEFORE_IMPERFECT.has(before.whole)))))
    return blank(form, 'imperfect', bare)
  if (present && (before === undefined || !isPlainPreposition(before))) return blank(form, 'imperfect', bare)
  const perfect = licensed && before !== undefined && !AUXILIARIES.has(before.whole)
  return perfect && guess.perfect ? blank(form, 'perfect', bare) : undefined
}

const WILL_BE = /^س?[يت]كون(?:وا|ون)?$/

/** A word whose letters are verb and noun alike stands as a noun behind a preposition, in construct, or with a clitic of nouns. */
function standsAsNoun(words: readonly Word[], index: number, vocabulary: Vocabulary): boolean {
  const word = words[index]
  if (word === undefined) return false
  if (word.preposition !== undefined) return true
  // «مواقع سيطر عليها المسلحون»: a preposition with the pronoun of the noun before it.
  const noun = words[index - 1]
  if (
    !word.conjunction &&
    words[index + 1]?.form.pronominal !== undefined &&
    noun?.token.kind === 'word' &&
    !isPlainPreposition(noun)
  )
    if (!noun.article && noun.mention === undefined && !word.form.in(vocabulary).isEventNoun) return false
  if (GATHERING.has(word.whole) && isSaidOfMeeting(words, index, vocabulary)) return false
  const next = words[index + 1]
  // «هجوم راح ضحيته سبعة»
  if (/^راحت?$/.test(word.whole) && /^ضحي(?:ته|تها|ة)$/.test(next?.whole ?? '')) return false
  // «وعقده اجتماعات»: what has a pronoun and an object behind it is the masdar of a light verb.
  if (word.pronoun !== undefined && next !== undefined && vocabulary.lightNouns.has(word.stem))
    return next.preposition === undefined && vocabulary.nouns.has(next.whole)
  const before = previousWord(words, index)
  if (before === undefined) return false
  const previous = words[index - 1]
  // «أن يكون رفع العقوبات …»: behind «يكون» a perfect needs «قد».
  if (WILL_BE.test(before.whole)) return true
  if (previous !== before && /^(?:ان|بان)$/.test(before.whole) && previous?.form.isQuote === true)
    return vocabulary.nouns.has(word.whole)
  // «قدرته على «دحر المسلحين»»
  if (previous?.form.isQuote === true && BEFORE_NOUNS_ONLY.has(before.whole)) return !word.conjunction
  if (previous !== before) return false // a comma, a quote or a time stands between
  if (isPlainPreposition(before)) return !word.conjunction
  if (before.whole === 'ان' || before.whole === 'بان') return vocabulary.nouns.has(word.whole)
  if (word.conjunction) {
    if (!word.form.in(vocabulary).isEventNoun) return false
    // «في توجيه وحث اللاعبين»: joined to a masdar behind a preposition.
    // «باعتقال وتعذيب السكان»
    if (before.preposition !== undefined && !before.article && before.form.in(vocabulary).isEventNoun) return true
    const governed = words[index - 2]
    const masdar = !before.article && before.mention === undefined && governed !== undefined
    return (masdar && isPlainPreposition(governed)) || !agentFollows(words, index, vocabulary)
  }
  const named = word.form.in(vocabulary).isEventNoun
  if (before.mention !== undefined || before.inside || before.article || before.time !== undefined) {
    // «فلان ولي العهد», «فلان ملك البلاد»: a title beside a name.
    const title = (before.mention !== undefined || before.inside) && vocabulary.classes.get(word.stem)?.has('person')
    const masdar = named || SPELLED_ALIKE.has(word.whole)
    return title === true || (masdar && verbGoesBefore(words, index, vocabulary))
  }
  // «بحث معهم وقف القتال»: behind a preposition with its pronoun as behind a name.
  if (before.form.pronominal !== undefined && (named || SPELLED_ALIKE.has(word.whole)))
    return verbGoesBefore(words, index, vocabulary)
  if (COMPLEMENTISERS.has(before.whole) || EMPTY_WORDS.has(before.whole) || before.pronoun !== undefined) return false
  // «أن شخصا قتل»: an indefinite accusative takes no genitive.
  if (!before.article && ACCUSATIVE.test(before.stem) && classOf(before, vocabulary) !== undefined) return false
  if (before.token.kind !== 'word') return before.token.kind === 'number'
  const lightPassive = vocabulary.verbs.get(before.whole)?.some(({ light }) => light !== undefined)
  if (lightPassive === true) return vocabulary.nouns.has(word.whole)
  const verb = verbAt(words, index - 1, vocabulary)
  return (
    verb === undefined || !verb.senses.some(({ verbClass, light }) => verbClass === 'be' || light?.kind === 'aspect')
  )
}

/** Masdars that no letter tells from the perfect: «رفضت الشركة عرض …», «عارض الحزب فرض …». */
const SPELLED_ALIKE = new Set(
  'طلب عرض فرض حل وقف رفع نقل قطع فتح منح سحب منع حظر ضرب فصل عزل طرد ضم حذف نشر دفع ربط رد وضع وصف صرف خفض فك ضبط حجز كشف شطب شن عقد حبس سجن جلد تعامل تحرك تدخل تقدم تراجع تورط تمسك تجاهل'.split(
    ' ',
  ),
)

/** «اجتماعا موسعا جمع …»: behind a meeting and its adjectives, «جمع» and «ضم» say who came. */
function isSaidOfMeeting(words: readonly Word[], index: number, { nouns }: Vocabulary): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 4; at--) {
    const word = words[at]
    if (word === undefined || word.token.kind !== 'word' || word.mention !== undefined || word.inside) return false
    if (nouns.get(word.stem)?.some(({ trigger }) => trigger.type === 'CONSULT') === true) return true
    if (nouns.get(word.whole)?.some(({ trigger }) => trigger.type === 'CONSULT') === true) return true
    if (word.conjunction || word.preposition !== undefined || PREPOSITIONS.has(word.whole)) return false
  }
  return false
}

/** Two finite verbs do not share a clause: behind «أعلن الجيش» the word «وقف» is the noun. */
function verbGoesBefore(words: readonly Word[], index: number, vocabulary: Vocabulary): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 9; at--) {
    const word = words[at]
    if (word === undefined || word.token.kind === 'punctuation' || COMPLEMENTISERS.has(word.whole)) return false
    if (RELATIVES.has(word.whole)) return false
    const senses =
      word.mention === undefined && !word.inside && !word.article ? vocabulary.verbs.get(word.whole) : undefined
    const verbal = !word.form.in(vocabulary).isEventNoun || previousWord(words, at) === undefined
    if (senses !== undefined && verbal && !PREPOSITIONS.has(word.whole))
      return !senses.some(({ verbClass }) => verbClass === 'be')
    if (word.conjunction) return false
  }
  return false
}

/** Behind و a word that is verb and noun alike is a verb when somebody who could act follows it. */
function agentFollows(words: readonly Word[], index: number, vocabulary: Vocabulary): boolean {
  const next = words[index + 1]
  if (next === undefined) return false
  if (next.mention !== undefined) return next.preposition === undefined
  if (next.token.kind === 'number' || next.preposition !== undefined) return next.token.kind === 'number'
  return MAY_ACT.has(classOf(next, vocabulary) ?? '')
}

const MAY_ACT: ReadonlySet<string> = new Set(['person', 'group', 'body', 'quantity'])

const isPlainPreposition = (word: Word): boolean =>
  word.form.isPreposition && word.whole !== 'حتي' && word.whole !== 'بينهم'

/** The word before, over quotation marks; undefined at a stop or the sentence's start. */
export function previousWord(words: readonly Word[], index: number): Word | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const word = words[at]
    if (word === undefined) return undefined
    if (word.token.kind === 'punctuation' || word.token.kind === 'symbol') {
      if (word.form.isQuote) continue
      return undefined
    }
    return word
  }
  return undefined
}
