import {
  COMPLEMENTISERS,
  EMPTY_WORDS,
  GATHERING,
  PREPOSITION_WITH_PRONOUN,
  PREPOSITIONS,
  RELATIVES,
} from './function-words.js'
import type { VerbSense, Vocabulary } from './vocabulary.js'
import { classOf } from './word-class.js'
import type { Word } from './words.js'

/** A word read as a verb, with everything its letters can be. */
export interface VerbReading {
  readonly senses: readonly VerbSense[]
  readonly tense: 'perfect' | 'imperfect'
  /** Certainly passive, certainly active, or not told by the letters. */
  readonly voice: 'active' | 'passive' | 'any'
  readonly feminine: boolean
  readonly plural: boolean
  readonly first: boolean
  readonly future: boolean
  /** ل in front of an imperfect: a purpose. */
  readonly purpose: boolean
  readonly pronoun: string | undefined
}

const NOT_VERBS = new Set(
  'اثنين اثنان اثنتين يوم يوما ايام يونيو يوليو يناير يمين يسار يد يدي نحو تحت تلك نحن انا اول اخر اكثر اقل اكبر اهم احد ايضا امس اليوم تم_ تجاه تقريبا تماما نوفمبر تشرين تموز ايلول اذار ايار اب انه ان او اي ابو ابن نفس نفسه نفسها نظام ناحية نائب نص نوع نهاية نيسان نار نقطة نتيجة توتر تقرير تنظيم تحالف تركيا تونس تعز تدمر تكريت يافا يهود يهودي اسرائيل ايران اليمن يقين يمكن_ تيار تاريخ ترامب تحديد تقدير ناد نادي نفط نهر ندوة تجارة تراث تعليم تجربة تحت تقنية ترحيب تمويل تشكيل تعاون_ نسبة نساء نقل_ نشاط نداء نجم نموذج نطاق نظر يسرا ينبع ياسر يوسف يحيي يونس يعقوب اربعة الف الاف اخرين اخري اولي افراد اعضاء ابناء اجهزة اعمال اطراف اهالي انصار اهداف'.split(
    ' ',
  ),
)
/** Spelled like verb forms of known verbs, and next to never one. */
const NEVER_VERBS = new Set('اثنين اول نحو تحت تجاه يوم اخر اكثر اقل اسرته اسرتها اسرتهم اسرتي اسرتنا'.split(' '))
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
const BEFORE_FIRST_PERSON = /^(?:ان|بان|لا|انا|انني|اني)$/
/** «شخصا», «جنديا», not «سوريا» nor «موسى»: three letters and an alef. */
const ACCUSATIVE = /[\u0621-\u064a]{2}[^اآ]ا$/
const TANWIN = /[\u064b-\u064d]/ // fathatan, dammatan, kasratan

/** Reads a word as a verb where its letters and its neighbour to the right of it allow (before it in reading order). */
export function verbAt(words: readonly Word[], index: number, vocabulary: Vocabulary): VerbReading | undefined {
  const word = words[index]
  if (word === undefined || word.token.kind !== 'word' || word.inside) return undefined
  if (word.mention !== undefined && !isVerbOfDemand(words, index)) return undefined
  if (word.article || word.time !== undefined || word.whole.length < 2) return undefined
  const before = previousWord(words, index)
  const licensed = before !== undefined && (BEFORE_VERBS.has(before.whole) || RELATIVES.has(before.whole))
  if (TANWIN.test(word.token.text)) return undefined
  // «اثني عشر»: twelve, and nobody who is praised.
  if (/^اثن(?:ي|ا|تي|تا)$/.test(word.whole) && /^عشرة?$/.test(words[index + 1]?.whole ?? '')) return undefined
  // «وعدّ» is و and «عدّ», to think.
  if (/^\u0648\u0639\u062f\u0651/.test(word.token.text)) return undefined
  if (before !== undefined && BEFORE_NOUNS_ONLY.has(before.whole) && words[index - 1] === before) return undefined
  if (PREPOSITION_WITH_PRONOUN.test(word.whole) || word.whole === 'غير' || (!licensed && NEVER_VERBS.has(word.whole)))
    return undefined
  if (!licensed && (PREPOSITIONS.has(word.whole) || COMPLEMENTISERS.has(word.whole))) return undefined
  const jussive = before !== undefined && /^(?:لم|لما|لا)$/.test(before.whole)
  const known = sensesOf(word, vocabulary, jussive)
  if (known !== undefined) {
    const { senses, joined } = { ...known, senses: likelySenses(word, known.senses) }
    if (senses.length === 0) return undefined
    const perfectOnly = senses.every(({ form }) => form.tense === 'perfect')
    const named = isEventNoun(word, vocabulary) || vocabulary.classes.has(word.stem)
    // «استقالته»: what takes no object takes no pronoun either.
    if (joined && named && senses.every(({ trigger }) => trigger?.frame.has('object') === false)) return undefined
    if (licensed && !(named && perfectOnly && AUXILIARIES.has(before.whole))) return reading(word, senses, joined)
    if (!joined && isAccusative(senses)) return undefined
    if (isFirstPerson(senses) && !word.conjunction && before !== undefined && !BEFORE_FIRST_PERSON.test(before.whole))
      return undefined
    const bare = senses.some(
      ({ form }) => form.tense === 'perfect' && form.person === 3 && form.number === 'sg' && form.gender === 'm',
    )
    const nounLike = named || (perfectOnly && bare && (!joined || vocabulary.lightNouns.has(word.stem)))
    if (nounLike && standsAsNoun(words, index, vocabulary)) return undefined
    if (!perfectOnly && before !== undefined && isPlainPreposition(before) && !word.future) return undefined
    return reading(word, senses, joined)
  }
  return unknownVerb(word, before, licensed)
}

/** «وطالب بوقف إطلاق النار»: a nameless «student» with و before and ب behind is the verb. */
const isVerbOfDemand = (words: readonly Word[], index: number): boolean => {
  const word = words[index]
  const next = words[index + 1]
  return word?.whole === 'طالب' && word.conjunction && word.mention?.named === false && next?.preposition === 'ب'
}

/** The senses of the whole word, else of the word without its pronoun or its ل. */
/** «وأشعل», «وجاب»: a perfect that no other word of the vocabulary is, behind a conjunction that the letters leave open. */
function behindConjunction(word: Word, verbs: Vocabulary['verbs']): readonly VerbSense[] | undefined {
  if (word.conjunction || word.pronoun !== undefined || word.preposition !== undefined) return undefined
  const rest = /^[وف]([\u0621-\u064a]{4,}|.ا.)$/.exec(word.whole)?.[1]
  if (rest === undefined) return undefined
  const senses = verbs
    .get(rest)
    ?.filter(({ form }) => form.tense === 'perfect' && form.person === 3 && form.joined !== true && form.short !== true)
  return senses === undefined || senses.length === 0 ? undefined : senses
}

function sensesOf(
  word: Word,
  { verbs }: Vocabulary,
  jussive: boolean,
): { readonly senses: readonly VerbSense[]; readonly joined: boolean } | undefined {
  const bare = word.future ? word.whole.slice(1) : word.whole
  const plain = verbs
    .get(bare)
    ?.filter(
      ({ form }) =>
        form.joined !== true && (jussive || form.short !== true) && (!word.future || form.tense === 'imperfect'),
    )
  if (plain !== undefined && plain.length > 0) return { senses: plain, joined: false }
  const stem = bare.slice(0, bare.length - (word.pronoun?.length ?? 0))
  // «وصلي»: a verb takes ني for «me», never ي alone.
  if (word.pronoun !== undefined && word.pronoun !== 'ي') {
    // A short form («أجر» of أجرى), a passive («قيمت») or a dual («قتلا» of «قتلاها») takes no pronoun.
    const joined = verbs
      .get(stem)
      ?.filter(
        ({ form }) =>
          (jussive || form.short !== true) &&
          form.voice !== 'passive' &&
          !(form.tense === 'perfect' && form.number === 'du'),
      )
    if (joined !== undefined && joined.length > 0) return { senses: joined, joined: true }
  }
  const behind = behindConjunction(word, verbs)
  if (behind !== undefined) return { senses: behind, joined: false }
  if (word.preposition === 'ل') {
    for (const [rest, joined] of [
      [bare.slice(1), false],
      [stem.slice(1), true],
    ] as const) {
      const senses = verbs
        .get(rest)
        // «لنقل المصابين»: the subjunctive behind ل is no jussive.
        ?.filter(({ form }) => form.tense === 'imperfect' && form.short !== true && (joined || form.joined !== true))
      if (senses !== undefined && senses.length > 0) return { senses, joined }
    }
  }
  return undefined
}

const MADDA = /^[وف]?آ/
/** A verb whose plural of women is spelled like another's: «يقلن» says far oftener than it dismisses. */
const isSaidByWomen = (senses: readonly VerbSense[], { form, trigger }: VerbSense): boolean =>
  trigger !== undefined &&
  form.number === 'pl' &&
  form.gender === 'f' &&
  senses.some((one) => one.verbClass === 'say' && one.form.number === 'pl' && one.form.gender === 'f')

/** The senses that the printed letters leave: «آمد», with its madda, is a name and no form of «أمد». */
function likelySenses({ token }: Word, senses: readonly VerbSense[]): readonly VerbSense[] {
  const long = MADDA.test(token.text)
  return senses.filter((sense) => !(long && /^أ/.test(sense.form.form)) && !isSaidByWomen(senses, sense))
}

/** Whether the letters spell an event noun too; «أدانت» spells «إدانة» only where a pronoun follows. */
function isEventNoun(word: Word, { nouns }: Vocabulary): boolean {
  return [word.whole, word.stem].some(
    (key) => nouns.get(key)?.some(({ joined }) => !joined || word.pronoun !== undefined) === true,
  )
}

/** «غضبا», «تطورا»: letters of a dual that no trigger has are an indefinite noun. */
const isAccusative = (senses: readonly VerbSense[]): boolean =>
  senses.every(
    ({ form, trigger, light }) =>
      form.tense === 'perfect' && form.number === 'du' && trigger === undefined && light === undefined,
  )

/** «أصل»: the first person of an imperfect looks like a noun, and stands behind أن or opens its clause. */
const isFirstPerson = (senses: readonly VerbSense[]): boolean =>
  senses.every(({ form }) => form.tense === 'imperfect' && form.person === 1 && form.number === 'sg')

function reading(word: Word, senses: readonly VerbSense[], joined: boolean): VerbReading {
  const forms = senses.map(({ form }) => form)
  const every = (test: (form: (typeof forms)[number]) => boolean): boolean => forms.every(test)
  return {
    senses,
    tense: every(({ tense }) => tense === 'imperfect') ? 'imperfect' : 'perfect',
    voice: every(({ voice }) => voice === 'active')
      ? 'active'
      : every(({ voice }) => voice === 'passive')
        ? 'passive'
        : 'any',
    feminine:
      every(({ gender, person }) => gender === 'f' || person !== 3) && forms.some(({ gender }) => gender === 'f'),
    plural: every(({ number }) => number !== 'sg'),
    first: every(({ person }) => person !== 3),
    future:
      word.future ||
      (/^س[يتنا]/.test(word.whole) && every(({ tense, form }) => tense === 'imperfect' && !form.startsWith('س'))),
    purpose: word.preposition === 'ل' && every(({ tense }) => tense === 'imperfect'),
    pronoun: joined ? word.pronoun : undefined,
  }
}

function unknownVerb(word: Word, before: Word | undefined, licensed: boolean): VerbReading | undefined {
  if (NOT_VERBS.has(word.whole) || NOT_VERBS.has(word.stem) || PREPOSITIONS.has(word.whole)) return undefined
  if (EMPTY_WORDS.has(word.whole) || COMPLEMENTISERS.has(word.whole)) return undefined
  const bare = word.future ? word.whole.slice(1) : word.preposition === 'ل' ? word.whole.slice(1) : word.whole
  const imperfect = /^[يتن]/.test(bare) && bare.length >= 4
  if (word.preposition !== undefined && !(word.preposition === 'ل' && /^ي/.test(bare) && bare.length >= 4))
    return undefined
  if (word.future || (imperfect && (licensed || (before !== undefined && BEFORE_IMPERFECT.has(before.whole))))) {
    return blank(word, 'imperfect', bare)
  }
  if (
    /^ي/.test(bare) &&
    bare.length >= 4 &&
    !/[ةا]$/.test(bare) &&
    (before === undefined || !isPlainPreposition(before))
  )
    return blank(word, 'imperfect', bare)
  const perfect = licensed && before !== undefined && !AUXILIARIES.has(before.whole)
  return perfect && !imperfect && bare.length >= 3 && !/ة$/.test(bare) ? blank(word, 'perfect', bare) : undefined
}

const blank = (word: Word, tense: 'perfect' | 'imperfect', bare: string): VerbReading => ({
  senses: [],
  tense,
  voice: 'any',
  feminine: tense === 'imperfect' ? bare.startsWith('ت') : bare.endsWith('ت'),
  plural: /(?:ون|وا|ان)$/.test(bare),
  first: false,
  future: word.future,
  purpose: word.preposition === 'ل',
  pronoun: undefined,
})

const QUOTES = /^["«»“”'’‘]$/
const WILL_BE = /^س?[يت]كون(?:وا|ون)?$/

/** A word whose letters are verb and noun alike stands as a noun behind a preposition, in construct, or with a clitic of nouns. */
function standsAsNoun(words: readonly Word[], index: number, vocabulary: Vocabulary): boolean {
  const word = words[index]
  if (word === undefined) return false
  if (word.preposition !== undefined) return true
  if (GATHERING.has(word.whole) && isSaidOfMeeting(words, index, vocabulary)) return false
  const next = words[index + 1]
  // «وعقده اجتماعات»: what has a pronoun and an object behind it is the masdar of a light verb.
  if (word.pronoun !== undefined && next !== undefined && vocabulary.lightNouns.has(word.stem))
    return next.preposition === undefined && vocabulary.nouns.has(next.whole)
  const before = previousWord(words, index)
  if (before === undefined) return false
  const previous = words[index - 1]
  // «أن يكون رفع العقوبات …»: behind «يكون» a perfect needs «قد».
  if (WILL_BE.test(before.whole)) return true
  if (previous !== before && /^(?:ان|بان)$/.test(before.whole) && QUOTES.test(previous?.token.text ?? ''))
    return vocabulary.nouns.has(word.whole)
  if (previous !== before) return false // a comma, a quote or a time stands between
  if (isPlainPreposition(before)) return !word.conjunction
  if (before.whole === 'ان' || before.whole === 'بان') return vocabulary.nouns.has(word.whole)
  if (word.conjunction) {
    if (!isEventNoun(word, vocabulary)) return false
    // «في توجيه وحث اللاعبين»: joined to a masdar behind a preposition.
    const governed = words[index - 2]
    const masdar = !before.article && before.mention === undefined && governed !== undefined
    return (masdar && isPlainPreposition(governed)) || !agentFollows(words, index, vocabulary)
  }
  const named = isEventNoun(word, vocabulary)
  if (before.mention !== undefined || before.inside || before.article || before.time !== undefined) {
    // «فلان ولي العهد», «فلان ملك البلاد»: a title beside a name.
    const title = (before.mention !== undefined || before.inside) && vocabulary.classes.get(word.stem)?.has('person')
    return title === true || (named && verbGoesBefore(words, index, vocabulary))
  }
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
    if (senses !== undefined && !isEventNoun(word, vocabulary) && !PREPOSITIONS.has(word.whole))
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
  return /^(?:person|group|body|quantity)$/.test(classOf(next, vocabulary) ?? '')
}

const isPlainPreposition = (word: Word): boolean =>
  PREPOSITIONS.has(word.whole) && word.whole !== 'حتي' && word.whole !== 'بينهم'

/** The word before, over quotation marks; undefined at a stop or the sentence's start. */
export function previousWord(words: readonly Word[], index: number): Word | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const word = words[at]
    if (word === undefined) return undefined
    if (word.token.kind === 'punctuation' || word.token.kind === 'symbol') {
      if (/["«»“”'’‘]/.test(word.token.text)) continue
      return undefined
    }
    return word
  }
  return undefined
}
