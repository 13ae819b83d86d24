import { COMPLEMENTISERS, EMPTY_WORDS, PREPOSITION_WITH_PRONOUN, PREPOSITIONS } from './function-words.js'
import type { Letters } from './letters.js'
import type { VerbSense, Vocabulary } from './vocabulary.js'

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
/** A form of verbs that the vocabulary has. */
export interface KnownVerb {
  readonly reading: VerbReading
  /** With a pronoun for its object. */
  readonly joined: boolean
  readonly perfectOnly: boolean
  /** The plain perfect, spelled like many a noun. */
  readonly bare: boolean
  readonly accusative: boolean
  readonly firstPerson: boolean
  /** No sense of it takes an object. */
  readonly objectless: boolean
}

/**
 * What the vocabulary's verbs make of a word's letters; `jussive` where short forms may stand. A reading without senses is of
 * letters that spell a verb and never are one.
 */
export function knownVerb(
  word: Letters & { readonly printed: string },
  vocabulary: Vocabulary,
  jussive: boolean,
): KnownVerb | undefined {
  const known = sensesOf(word, vocabulary, jussive)
  if (known === undefined) return undefined
  const { joined } = known
  const senses = likelySenses(word.printed, known.senses)
  return {
    reading: reading(word, senses, joined),
    joined,
    perfectOnly: senses.every(({ form }) => form.tense === 'perfect'),
    bare: senses.some(
      ({ form }) => form.tense === 'perfect' && form.person === 3 && form.number === 'sg' && form.gender === 'm',
    ),
    accusative: isAccusative(senses),
    firstPerson: isFirstPerson(senses),
    objectless:
      senses.some(({ trigger }) => trigger !== undefined) &&
      senses.every(({ trigger, light }) => light === undefined && trigger?.frame.has('object') !== true),
  }
}

const TANWIN = /[\u064b-\u064d]/ // fathatan, dammatan, kasratan

/** True of what is a verb beside no neighbour: «شخصاً», «عليه», «غير»; «وعدّ» is و and «عدّ», to think. */
export const isNoVerb = (printed: string, whole: string): boolean =>
  TANWIN.test(printed) ||
  /^\u0648\u0639\u062f\u0651/.test(printed) ||
  PREPOSITION_WITH_PRONOUN.test(whole) ||
  whole === 'غير'

/** How a word would be read as a verb of none that is known. */
export interface VerbGuess {
  readonly bare: string
  readonly imperfect: boolean
  /** An imperfect of the third person, which needs nothing beside it. */
  readonly present: boolean
  readonly perfect: boolean
}

/** Whether and how the letters of a word could be a verb that no list has. */
export function guessOf(word: Letters): VerbGuess | undefined {
  if (NOT_VERBS.has(word.whole) || NOT_VERBS.has(word.stem) || PREPOSITIONS.has(word.whole)) return undefined
  if (EMPTY_WORDS.has(word.whole) || COMPLEMENTISERS.has(word.whole)) return undefined
  const bare = word.future ? word.whole.slice(1) : word.preposition === 'ل' ? word.whole.slice(1) : word.whole
  const imperfect = /^[يتن]/.test(bare) && bare.length >= 4
  const third = imperfect && bare.startsWith('ي')
  if (word.preposition !== undefined && !(word.preposition === 'ل' && third)) return undefined
  const present = third && !/[ةا]$/.test(bare)
  return { bare, imperfect, present, perfect: !imperfect && bare.length >= 3 && !/ة$/.test(bare) }
}

/** The senses of the whole word, else of the word without its pronoun or its ل. */
/** «وأشعل», «وجاب»: a perfect that no other word of the vocabulary is, behind a conjunction that the letters leave open. */
function behindConjunction(word: Letters, verbs: Vocabulary['verbs']): readonly VerbSense[] | undefined {
  if (word.conjunction || word.pronoun !== undefined || word.preposition !== undefined) return undefined
  const rest = /^[وف]([\u0621-\u064a]{4,}|.ا.|[\u0621-\u064a]{3})$/.exec(word.whole)?.[1]
  if (rest === undefined) return undefined
  // «ورحب», «وندد»: of three letters, only a verb of the second measure that tells an event.
  if (rest.length === 3 && rest[1] !== 'ا' && !verbs.get(rest)?.some(({ trigger }) => trigger?.verb?.measure === 2))
    return undefined
  const senses = verbs
    .get(rest)
    ?.filter(({ form }) => form.tense === 'perfect' && form.person === 3 && form.joined !== true && form.short !== true)
  return senses === undefined || senses.length === 0 ? undefined : senses
}

function sensesOf(
  word: Letters,
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
  // «سيفرج»: a future that the letters leave open.
  if (!word.future && !word.conjunction && /^س[يتن].../.test(word.whole)) {
    const rest = verbs
      .get(word.whole.slice(1))
      ?.filter(({ form }) => form.tense === 'imperfect' && form.joined !== true)
    if (rest !== undefined && rest.length > 0) return { senses: rest, joined: false }
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
function likelySenses(printed: string, senses: readonly VerbSense[]): readonly VerbSense[] {
  const long = MADDA.test(printed)
  return senses.filter((sense) => !(long && /^أ/.test(sense.form.form)) && !isSaidByWomen(senses, sense))
}

/** Whether the letters spell an event noun too; «أدانت» spells «إدانة» only where a pronoun follows. */
export function spellsEventNoun(word: Letters, { nouns }: Vocabulary): boolean {
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

function reading(word: Letters, senses: readonly VerbSense[], joined: boolean): VerbReading {
  const every = (test: (form: VerbSense['form']) => boolean): boolean => senses.every(({ form }) => test(form))
  return {
    senses,
    tense: every(({ tense }) => tense === 'imperfect') ? 'imperfect' : 'perfect',
    voice: every(({ voice }) => voice === 'active')
      ? 'active'
      : every(({ voice }) => voice === 'passive')
        ? 'passive'
        : 'any',
    feminine:
      every(({ gender, person }) => gender === 'f' || person !== 3) && senses.some(({ form }) => form.gender === 'f'),
    plural: every(({ number }) => number !== 'sg'),
    first: every(({ person }) => person !== 3),
    future:
      word.future ||
      (/^س[يتنا]/.test(word.whole) && every(({ tense, form }) => tense === 'imperfect' && !form.startsWith('س'))),
    purpose: word.preposition === 'ل' && every(({ tense }) => tense === 'imperfect'),
    pronoun: joined ? word.pronoun : undefined,
  }
}

/** A reading with its imperfect senses alone, where it has any. */
export function inImperfect(known: VerbReading, word: Letters): VerbReading {
  const senses = known.senses.filter(({ form }) => form.tense === 'imperfect')
  if (senses.length === 0 || senses.length === known.senses.length) return known
  return reading(word, senses, known.pronoun !== undefined)
}

export const blank = (word: Letters, tense: 'perfect' | 'imperfect', bare: string): VerbReading => ({
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
