import { KIN } from '../forms/function-words.js'
import { isMasculine, MASCULINE_COUNTRIES } from '../phrases/gender.js'
import type { Filler, Item, NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import { isPlace } from '../phrases/word-class.js'
import { behindAside, behindDescription, describedBefore } from './described.js'
import { phraseFor } from './telling.js'
import { datesNoun, datesTopic } from './topic-times.js'

export interface Prepositional {
  readonly key: string
  readonly phrase: NounPhrase
  /** Index among the items. */
  readonly item: number
  /** Further phrases that a pronoun behind the preposition could stand for, nearest first. */
  readonly others?: readonly NounPhrase[]
}

/** What stands around a verb in its own clause. */
export interface VerbClause {
  readonly subject: NounPhrase | undefined
  /** How the subject was found. */
  readonly subjectFrom: 'after' | 'before' | 'relative' | 'none'
  readonly objects: readonly NounPhrase[]
  /** What an attached pronoun stands for, where a relative clause settles it. */
  readonly antecedent: NounPhrase | undefined
  readonly prepositional: readonly Prepositional[]
  /** Prepositions that carry only a pronoun: «القبض عليه». */
  readonly pronominal: readonly { readonly key: string; readonly pronoun: string }[]
  readonly times: readonly number[]
  /** Items that the clause covers, end excluded. */
  readonly from: number
  readonly to: number
}

const MASCULINE_BODIES = new Set('المركز الجيش المجلس الاتحاد البرلمان البنتاغون الكرملين الفاتيكان'.split(' '))
const MOST_COMMAS = 3

/** Reads a verb's subject, objects and prepositional phrases, verb first or subject first. */
export function verbClause(items: readonly Item[], at: number, reading: VerbReading, reader: PhraseReader): VerbClause {
  const bare: { phrase: NounPhrase; item: number }[] = []
  const prepositional: Prepositional[] = []
  const times: number[] = []
  const pronominal: { key: string; pronoun: string }[] = []
  let commas = 0
  /** «انتقد فلان، مدير الشركة، القرار»: behind an office between commas the clause goes on. */
  let apposed = false
  let to = at + 1
  for (; to < items.length; to++) {
    const item = items[to]
    if (item === undefined) break
    if (item.kind === 'verb' && bare.length === 1 && bare[0]?.item === to - 1) {
      // «خطف مسلحون يرتدون زيا خمسة عمال»: behind the description of its subject the clause goes on.
      const on = behindDescription(items, to, reader, (one) => asks(reading, one))
      if (on === undefined) break
      to = on - 1
      continue
    }
    if (item.kind === 'verb') {
      const on = behindAside(items, to, reader)
      if (on === undefined) break
      to = on - 1
      continue
    }
    // «أدانت ما سمته تدخلا»: what somebody calls a thing is the object itself.
    if (isNaming(items, to, reader)) {
      to++
      continue
    }
    if (item.kind === 'stop' || item.kind === 'opener' || item.kind === 'negation') break
    if (item.kind === 'relative') {
      const comma = items.findIndex((one, i) => i > to && i < to + 12 && (one.kind === 'comma' || one.kind === 'stop'))
      if (comma < 0 || items[comma]?.kind === 'stop') break
      to = comma - 1
      continue
    }
    if (item.kind === 'comma') {
      commas++
      const next = items[to + 1]
      if (commas > MOST_COMMAS || next === undefined || next.kind === 'verb' || next.kind === 'opener') break
      if (next.kind === 'phrase' && next.preposition === undefined) {
        if (reader.words[next.at]?.conjunction === true || bare.length >= 2) break
        // A bare phrase behind a comma that a verb follows opens the next clause.
        if (items[to + 2]?.kind === 'verb') break
      }
      continue
    }
    if (
      item.kind === 'time' &&
      !datesNoun(items, to, at, reader) &&
      !(speaks(reading) && datesTopic(items, to, at, reader))
    )
      times.push(item.time)
    if (item.kind === 'pronominal') pronominal.push({ key: item.preposition, pronoun: item.pronoun })
    if (item.kind !== 'phrase' || isAdverb(item, reader)) continue
    // «…، وهو مدير سابق»: a predicate of somebody told of is no object.
    const copula = items[to - 1]
    if (
      copula?.kind === 'particle' &&
      /^(?:هو|هي|هم|هما)$/.test(copula.key) &&
      item.preposition === undefined &&
      to - 1 > at
    )
      continue
    if (commas > 0 && item.preposition === undefined) {
      if (isOffice(item.phrase) && isPerson(bare.at(-1)?.phrase)) {
        apposed = true
        continue
      }
      // «في حديبو، عاصمة المحافظة»: a noun of places behind a place explains it.
      if (item.phrase.fillers[0]?.of === 'placenoun' && isPlaceBefore(items, to - 1)) continue
      apposed ||= isPerson(bare.at(-1)?.phrase) && holdsComma(bare.at(-1)?.phrase, reader)
      // «سيطر على المدينة، ثاني مدن البلاد»: what follows a comma explains, unless it can act or happen.
      if (!apposed && item.phrase.fillers[0]?.of === 'other') continue
    }
    if (item.preposition !== undefined) prepositional.push({ key: item.preposition, phrase: item.phrase, item: to })
    else if (reader.words[item.at]?.conjunction === true && bare.length > 0) break
    else bare.push({ phrase: item.phrase, item: to })
  }
  const left = leftContext(items, at, reading, reader)
  times.unshift(...left.times)
  const leading = left.prepositional
  let subject: NounPhrase | undefined
  let subjectFrom: VerbClause['subjectFrom'] = 'none'
  let objects = bare.map(({ phrase }) => phrase)
  const first = objects[0]
  const counted = first !== undefined && reading.feminine && isCountOfMen(first, reader)
  const after = first === undefined || counted || isAccusative(first, reader) ? undefined : first
  const resumed = reading.pronoun !== undefined || pronominal.length > 0
  const antecedent = left.antecedent ?? (resumed ? left.resumable : undefined)
  const saying = left.indefinite !== undefined && !resumed && reading.tense === 'imperfect' && speaks(reading)
  if (saying && left.subject === undefined && isThing(left.indefinite) && agrees(reading, left.indefinite, true)) {
    // «لافتات تطالب الحكومة»: without a pronoun that points back, the noun itself is the subject.
    subject = left.indefinite
    subjectFrom = 'relative'
  } else if (antecedent !== undefined) {
    // A pronoun on the verb or behind a preposition («التي تسيطر عليها») stands for the noun, which is then not the subject.
    const own = after !== undefined && resumed && !isEvent(after) && agrees(reading, after, false)
    if (own) {
      subject = after
      subjectFrom = 'after'
      objects = objects.slice(1)
    } else if (reading.pronoun === undefined && left.antecedent !== undefined) {
      // «المدينة التي استولوا عليها», «الجسر الذي فجرته»: the verb does not agree with the relative pronoun, so another is its subject.
      if (!resumed || agreesWithRelative(reading, left.relative ?? '')) {
        subject = left.antecedent
        subjectFrom = 'relative'
      } else if (after !== undefined && !isEvent(after) && agrees(reading, after, false)) {
        subject = after
        subjectFrom = 'after'
        objects = objects.slice(1)
      }
    }
  } else if (
    left.subject !== undefined &&
    agrees(reading, left.subject, true) &&
    !(left.parted && after !== undefined && isAgent(after) && !reading.plural && agrees(reading, after, false))
  ) {
    subject = left.subject
    subjectFrom = 'before'
  } else if (after !== undefined && isEvent(after) && isHeldBy(reading, objects[1], reader)) {
    // «حضر الاجتماع فلان وفلان», «وقع الاتفاق فلان»: behind the event comes who takes part in it.
    subject = objects[1]
    subjectFrom = 'after'
    objects = [after, ...objects.slice(2)]
  } else if (after !== undefined && isEvent(after) && objects.length > 1 && strikes(reading)) {
    // «استهدف القصف موقعا»: the blow itself is the subject of a verb of striking.
    subject = after
    subjectFrom = 'after'
    objects = objects.slice(1)
  } else if (left.indefinite !== undefined && !resumed && isItselfTheBlow(reading, left.indefinite, reader)) {
    // «غارات استهدفت القوات»: the blow right before its verb is what strikes.
    subject = left.indefinite
    subjectFrom = 'relative'
  } else if (after !== undefined && !reading.first && !reading.plural && agrees(reading, after, false)) {
    subject = after
    subjectFrom = 'after'
    objects = objects.slice(1)
  } else if (left.indefinite !== undefined && !left.indefiniteThing && !resumed && !reading.first) {
    // «شيء يدعو للقلق»: a clause without a relative pronoun still is said of the noun before it.
    subject = left.indefinite
    subjectFrom = 'relative'
  }
  return {
    subject,
    subjectFrom,
    objects,
    antecedent: antecedent ?? (left.indefiniteThing ? undefined : left.indefinite),
    prepositional: [...leading, ...prepositional],
    pronominal,
    times,
    from: left.from,
    to,
  }
}

/** «ما سمته», «ما وصفه بـ», «ما اعتبره»: what somebody calls a thing. */
export function isNaming(items: readonly Item[], at: number, { words }: PhraseReader): boolean {
  const item = items[at]
  const verb = items[at + 1]
  return (
    item?.kind === 'negation' && item.key === 'ما' && verb?.kind === 'verb' && NAMING.test(words[verb.at]?.whole ?? '')
  )
}
const NAMING = /^(?:ا?سم[ايى]?ت?ه|[يت]سمي?ه|وصفت?ه|[يت]صفه|اعتبرت?ه|[يت]عتبره)$/

const ADVERBS = new Set(
  'بناء ردا استنادا تنفيذا حفاظا خوفا تمهيدا استعدادا تعبيرا تحسبا تزامنا علاوة فضلا اضافة مباشرة بشدة مرارا عادة سابقا لاحقا حاليا عسكريا كثيرا'.split(
    ' ',
  ),
)

/** «هاتفيا», «عسكريا وسياسيا», «علاوة»: indefinite accusatives that tell how, and are no object. */
function isAdverb(item: Item & { readonly kind: 'phrase' }, reader: PhraseReader): boolean {
  return item.phrase.fillers.every(({ head, to, from, of }) => {
    const word = reader.words[head]
    if (word === undefined || word.article || to - from > 1) return false
    return ADVERBS.has(word.whole) || (of === 'other' && /..يا$/.test(word.whole))
  })
}

/** «باحثا», «جنديا», «مسلحين»: an accusative is no verb's subject. */
function isAccusative(phrase: NounPhrase, reader: PhraseReader): boolean {
  const head = phrase.fillers[0]
  const word = reader.words[head?.head ?? -1]
  if (head === undefined || word === undefined || word.mention?.named === true || word.inside) return false
  // «قتل مسلحين», «جرح ضابطين»: the plural and the dual in ين.
  if (head.of === 'group' && /...ين$/.test(word.stem) && word.pronoun === undefined) return true
  if (word.article || word.mention !== undefined) return false
  // «وزيرا خارجية البلدين»: two in construct, whose ن is gone.
  const next = reader.words[head.head + 1]
  if (head.of === 'person' && head.to - head.from > 1 && next !== undefined && !/ا$/.test(next.stem)) return false
  const ending = head.of === 'other' ? /[^اي]ا$/ : /[^ا]ا$/
  return head.of !== 'event' && ending.test(word.whole) && word.pronoun === undefined
}

/** «وأسرت 17 من مسلحي الجماعة»: behind a feminine verb men in figures are its object. */
function isCountOfMen({ fillers: [head] }: NounPhrase, { words }: PhraseReader): boolean {
  if (head === undefined || words[head.head]?.token.kind !== 'number') return false
  return words.slice(head.head + 1, head.to).some(({ stem }) => COUNTED_MEN.test(stem))
}
const COUNTED_MEN = /^(?:..+(?:ين|ون)|مسلحي|مقاتلي|عناصر|جنديا|مسلحا|مدنيا|رجلا|ارهابيا|متهما|مقاتلا|معتقلا|جنود)$/

/** True where a place stands right before a comma. */
function isPlaceBefore(items: readonly Item[], comma: number): boolean {
  const before = items[comma - 1]
  const last = before?.kind === 'phrase' ? before.phrase.fillers.at(-1) : undefined
  return items[comma]?.kind === 'comma' && last !== undefined && isPlace(last)
}

/** True where a phrase goes on over a comma: «فلان، مدير الشركة». */
const holdsComma = (phrase: NounPhrase | undefined, { words }: PhraseReader): boolean =>
  phrase !== undefined && words.slice(phrase.from, phrase.to).some(({ token }) => /^[،,]$/.test(token.text))

/** «فلان، منسق عام الاتحاد»: an office without a name behind somebody's name. */
const isOffice = ({ fillers }: NounPhrase): boolean => {
  const head = fillers[0]
  const nameless = head?.entity === undefined || (head.entity.unnamed === true && head.entity.group !== true)
  return nameless && (head?.of === 'person' || ONE_OF.has(head?.headKey ?? ''))
}
/** «فلان، أحد أعضاء المجلس»: of many. */
const ONE_OF = new Set(['احد', 'احدي', 'ابرز', 'اهم', 'كبير', 'اقدم', 'اكبر'])
const isPerson = (phrase: NounPhrase | undefined): boolean =>
  phrase?.fillers[0]?.entity?.type === 'PER' && phrase.fillers[0].named

const isEvent = (phrase: NounPhrase): boolean => phrase.fillers.some(({ of }) => of === 'event')

const SPOKEN: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'SUPPORT', 'THREATEN'])
const speaks = ({ senses }: VerbReading): boolean => senses.some(({ trigger }) => SPOKEN.has(trigger?.type ?? ''))
/** An indefinite noun for a thing, as «لافتات». */
const isThing = ({ fillers }: NounPhrase): boolean => {
  const head = fillers[0]
  return head?.of === 'other' && !head.definite && head.pronoun === undefined && head.entity === undefined
}

/** Somebody behind the noun of an event whose light verb he is the subject of. */
function isHeldBy(reading: VerbReading, second: NounPhrase | undefined, reader: PhraseReader): boolean {
  if (second === undefined || reading.plural || reading.first || !isAgent(second)) return false
  const holds = reading.senses.some(({ light }) => light?.kind === 'support' && light.slot === 'object')
  return holds && !isAccusative(second, reader) && agrees(reading, second, false)
}

const strikes = ({ senses }: VerbReading): boolean => senses.some(({ trigger }) => trigger?.type === 'ASSAULT')

/** Verbs that a blow is as often the subject of as a man. */
const OF_BLOWS = /^(?:[يت]?ستهدف|استهدف|[يت]?طال|طال|[يت]?اصاب|[يت]صيب)(?:ت)?$/

/** An indefinite blow («غارات», «بهجوم») that agrees with a verb of striking behind it. */
function isItselfTheBlow(reading: VerbReading, phrase: NounPhrase, reader: PhraseReader): boolean {
  const head = phrase.fillers[0]
  const word = reader.words[head?.head ?? -1]
  if (head?.of !== 'event' || head.definite || word === undefined || !strikes(reading) || reading.plural) return false
  if (head.senses?.some(({ trigger }) => trigger.type === 'ASSAULT') !== true) return false
  const feminine = /(?:ة|ات)$/.test(word.stem)
  const verb = reading.senses.map(({ form }) => form.form)
  return feminine ? reading.feminine : !reading.feminine && verb.some((form) => OF_BLOWS.test(bare(form)))
}
const bare = (form: string): string => form.replace(/[أإآ]/g, 'ا')

/** People, bodies and places that act. */
const isAgent = ({ fillers }: NounPhrase): boolean =>
  fillers[0] !== undefined && /^(?:person|group|body|placenoun|number|quantity)$/.test(fillers[0].of)

interface LeftContext {
  readonly subject: NounPhrase | undefined
  /** True when a comma stands between the fronted subject and the verb. */
  readonly parted: boolean
  readonly antecedent: NounPhrase | undefined
  /** The relative pronoun between antecedent and verb. */
  readonly relative: string | undefined
  readonly indefinite: NounPhrase | undefined
  /** True where that is a thing behind a preposition («في شكوى تطالب بـ…»): the subject of what speaks only. */
  readonly indefiniteThing: boolean
  /** The indefinite noun on which a clause without a relative pronoun hangs, where a pronoun in that clause points back. */
  readonly resumable: NounPhrase | undefined
  readonly prepositional: readonly Prepositional[]
  readonly times: readonly number[]
  readonly from: number
}

/** Whether a verb asks for a prepositional phrase: a light one for its event noun, any other for what its frame names. */
const asks = ({ senses }: VerbReading, item: Item & { readonly kind: 'phrase' }): boolean =>
  senses.some(({ light, trigger }) =>
    light === undefined
      ? trigger?.frame.get(item.preposition ?? '')?.some(({ role }) => role !== 'topic' && role !== 'place') === true
      : light.slot === item.preposition && isEvent(item.phrase),
  )

/** What stands before a verb in its clause: a fronted subject, a place or time, or the noun that a relative clause hangs on. */
function leftContext(items: readonly Item[], at: number, reading: VerbReading, reader: PhraseReader): LeftContext {
  const described = describedBefore(items, at, reading, reader)
  if (described !== undefined && agrees(reading, described.subject, true)) {
    const { subject, item } = described
    return {
      subject,
      parted: false,
      antecedent: undefined,
      relative: undefined,
      indefinite: undefined,
      indefiniteThing: false,
      resumable: undefined,
      prepositional: [],
      times: [],
      from: item,
    }
  }
  const prepositional: Prepositional[] = []
  const times: number[] = []
  let subject: NounPhrase | undefined
  let antecedent: NounPhrase | undefined
  let relative: string | undefined
  let indefinite: NounPhrase | undefined
  let from = at
  let parted = false
  let indefiniteThing = false
  const conjoined = reader.words[items[at]?.at ?? 0]?.conjunction === true
  for (let i = at - 1; i >= 0 && !conjoined; i--) {
    const item = items[i]
    if (item === undefined) break
    if (item.kind === 'stop' || item.kind === 'opener') break
    if (item.kind === 'relative') {
      antecedent = ofKin(nounBefore(items, i, item.key), item.key)
      relative = item.key
      break
    }
    if (item.kind === 'verb') {
      // «كان قد زار», «تم توقيف»: an auxiliary belongs to the same clause.
      const auxiliary = reader.verb(item.at)?.senses.some(({ verbClass }) => verbClass === 'be')
      if (auxiliary === true && subject === undefined) {
        from = i
        continue
      }
      break
    }
    if (item.kind === 'comma') {
      const named = subject === undefined || parted === false ? undefined : explained(items, i, subject)
      if (named !== undefined) {
        subject = named
        from = i - 1
        break
      }
      if (subject !== undefined) break
      // «الوزير، سالم البحيري، زار»: a fronted subject may be closed by a comma of its own.
      const before = items[i - 1]
      if (before?.kind !== 'phrase' && before?.kind !== 'time') break
      parted = true
      continue
    }
    if (item.kind === 'time') times.push(item.time)
    if (item.kind === 'phrase') {
      if (item.preposition !== undefined) {
        if (i === at - 1 && (isEvent(item.phrase) || isThing(item.phrase))) {
          indefinite = item.phrase
          indefiniteThing = !isEvent(item.phrase)
        }
        prepositional.push({ key: item.preposition, phrase: item.phrase, item: i })
      } else if (subject === undefined) {
        if (i === at - 1 && isEvent(item.phrase)) indefinite = item.phrase
        const before = items[i - 1]
        const opens =
          before === undefined ||
          before.kind === 'opener' ||
          before.kind === 'stop' ||
          before.kind === 'comma' ||
          before.kind === 'time' ||
          (reader.words[item.at]?.conjunction === true && before.kind !== 'phrase') ||
          (before.kind === 'verb' &&
            reader.verb(before.at)?.senses.some(({ verbClass }) => verbClass === 'be') === true)
        // «كان باحثا»: a predicate; behind إن the subject itself is in the accusative.
        if (isAccusative(item.phrase, reader)) {
          if (before?.kind === 'verb') break
          // «تنفيذا لتوجيهاته»: an adverbial.
          if (item.phrase.fillers[0]?.of === 'other') continue
        }
        if (!opens) {
          // «مشروع قرار قدمته الحكومة يدعو»: behind another clause that hangs on an indefinite noun, the verb is said of that noun.
          const shared = i === at - 1 ? describedTwice(items, i, reader) : undefined
          if (shared !== undefined) {
            indefinite = shared
            indefiniteThing = isThing(shared)
          } else if (i === at - 1) indefinite ??= item.phrase
          break
        }
        subject = item.phrase
      } else break
    }
    from = i
  }
  // Phrases between two clauses belong to a verb only when they open its clause.
  const own = subject !== undefined || from === 0 || ['opener', 'stop', 'comma'].includes(items[from - 1]?.kind ?? '')
  return {
    subject,
    parted,
    antecedent,
    relative,
    indefinite,
    indefiniteThing,
    resumable: resumableBefore(items, at, reader),
    prepositional: own && antecedent === undefined ? prepositional.reverse() : [],
    times: own && antecedent === undefined ? times : [],
    from: antecedent === undefined ? from : at,
  }
}

/** «مشروع قرار **قدمته الحكومة** يدعو»: the indefinite noun that a clause with a pronoun of its own describes, where it ends at an item. */
function describedTwice(items: readonly Item[], end: number, reader: PhraseReader): NounPhrase | undefined {
  const verb = items[end - 1]
  const noun = items[end - 2]
  if (verb?.kind !== 'verb' || noun?.kind !== 'phrase' || reader.words[verb.at]?.conjunction === true) return undefined
  const word = reader.words[verb.at]
  const resumes = reader.verb(verb.at)?.pronoun !== undefined || /..(?:ه|ها)$/.test(word?.whole ?? '')
  const head = noun.phrase.fillers[0]
  const indefinite = head !== undefined && !head.definite && !head.named && head.pronoun === undefined
  return resumes && indefinite && noun.phrase.fillers.length === 1 ? noun.phrase : undefined
}

/** «كتائب النور، الجناح العسكري للحركة، أطلقت»: what stands between two commas explains the name before them. */
function explained(items: readonly Item[], comma: number, { fillers }: NounPhrase): NounPhrase | undefined {
  const before = items[comma - 1]
  const [head] = fillers
  if (before?.kind !== 'phrase' || before.preposition !== undefined || head?.named === true) return undefined
  const [name, second] = before.phrase.fillers
  return second === undefined && name?.named === true && head?.definite === true ? before.phrase : undefined
}

/** «زيارة إلى عمان قام بها فلان», «مناطق يسيطر عليها»: the indefinite noun before a clause, over prepositional phrases and one comma. */
function resumableBefore(items: readonly Item[], at: number, reader: PhraseReader): NounPhrase | undefined {
  if (reader.words[items[at]?.at ?? 0]?.conjunction === true) return undefined
  for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
    const item = items[i]
    if (item?.kind === 'time' || (item?.kind === 'comma' && i === at - 1)) continue
    if (item?.kind !== 'phrase') return undefined
    const head = item.phrase.fillers[0]
    const indefinite = head !== undefined && !head.definite && head.pronoun === undefined && !head.named
    if (indefinite && (head.of === 'event' || i === at - 1)) return item.phrase
    if (item.preposition === undefined) return undefined
  }
  return undefined
}

const FEMININE = /^(?:و?التي|للتي|بالتي)$/
const SINGULAR_MAN = /^[ولب]?ا?لذي$/

/** Whether a verb's gender and number allow what a relative pronoun stands for as its subject. */
function agreesWithRelative({ feminine, plural }: VerbReading, relative: string): boolean {
  if (FEMININE.test(relative)) return feminine
  return SINGULAR_MAN.test(relative) ? !feminine && !plural : true
}

/** «شقيق الوزير فلان الذي قتله …»: behind a kinsman's noun and a name, «الذي» is said of the name. */
function ofKin(phrase: NounPhrase | undefined, relative: string): NounPhrase | undefined {
  const [head, second] = phrase?.fillers ?? []
  const name = head?.nested.at(-1)
  if (head === undefined || second !== undefined || name === undefined || !SINGULAR_MAN.test(relative)) return phrase
  if (!KIN.has(head.headKey) || name.type !== 'PER' || name.unnamed === true || name.group === true) return phrase
  return phraseFor(name, head.head, head.start)
}

/** The noun that a relative pronoun hangs on: the nearest one that agrees with it. */
function nounBefore(items: readonly Item[], at: number, relative: string): NounPhrase | undefined {
  let nearest: NounPhrase | undefined
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const item = items[i]
    if (item?.kind === 'phrase') {
      const head = item.phrase.fillers[0]
      // «القوة التي يقودها فلان التي تمكنت …»: no «التي» is said of one man.
      const man = head?.entity?.type === 'PER' && head.entity.group !== true && head.named && !/ة$/.test(head.headKey)
      if (man && FEMININE.test(relative) && items[i - 1]?.kind === 'verb') continue
      nearest ??= item.phrase
      const many = head?.of === 'group' || item.phrase.fillers.length > 1
      if (many === /^(?:ل?لذين|ا?لذين|.?الذين)$/.test(relative)) return item.phrase
      continue
    }
    if (item?.kind !== 'comma' && item?.kind !== 'time') break
  }
  return nearest
}

/** «تقدم», «توافق», «توقع»: letters of one verb said of a man and of another said of a woman. */
const isOfEither = ({ senses, first, plural }: VerbReading): boolean =>
  !first &&
  !plural &&
  senses.some(({ form }) => form.tense === 'imperfect' && form.gender === 'f' && form.person === 3) &&
  senses.some(({ form }) => form.tense === 'perfect' && form.gender === 'm' && form.person === 3)
const AGENT = /^(?:person|group|body|placenoun|number|quantity)$/

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
  return !/(?:ة|ات|ا)$/.test(name.split(' ')[0] ?? '') || head.of === 'other'
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

const isOwnedDeed = (item: Item | undefined): boolean => {
  const head = item?.kind === 'phrase' ? item.phrase.fillers.at(-1) : undefined
  return head?.of === 'event' && (head.pronoun !== undefined || head.genitive !== undefined)
}

/** What stands around an event noun: its genitive is in the filler, the rest follows up to the end of the clause. */
export function nounClause(
  items: readonly Item[],
  at: number,
  reader: PhraseReader,
): {
  readonly bare: readonly NounPhrase[]
  readonly prepositional: readonly Prepositional[]
  readonly times: readonly number[]
  readonly pronominal: readonly { readonly key: string; readonly pronoun: string }[]
  readonly to: number
} {
  const bare: NounPhrase[] = []
  const prepositional: Prepositional[] = []
  const times: number[] = []
  const pronominal: { key: string; pronoun: string }[] = []
  let to = at + 1
  for (; to < items.length; to++) {
    const item = items[to]
    if (item === undefined) break
    if (item.kind === 'time') {
      if (!datesNoun(items, to, at, reader)) times.push(item.time)
    } else if (item.kind === 'pronominal') pronominal.push({ key: item.preposition, pronoun: item.pronoun })
    else if (item.kind === 'phrase') {
      const event = isEvent(item.phrase)
      if (item.preposition === undefined) {
        if (event || bare.length > 0 || reader.words[item.at]?.conjunction === true) break
        bare.push(item.phrase)
      } else {
        // «إدانتها للتفجير»: what somebody's judgement is of.
        const judged = item.preposition === 'ل' && to === at + 1 && isOwnedDeed(items[at])
        if (event && !judged && /^(?:بعد|قبل|عقب|اثر|بسبب|خلال|ل|من اجل|بهدف)$/.test(item.preposition)) break
        prepositional.push({ key: item.preposition, phrase: item.phrase, item: to })
      }
    } else if (item.kind === 'comma') {
      // «اعتقال خمسة مسؤولين، بينهم فلان»: those counted among them are told behind a comma.
      const next = items[to + 1]
      if (next?.kind !== 'phrase' || next.preposition !== 'بينهم') break
    } else if (item.kind === 'particle' ? /^(?:هو|هي|هما|هم)$/.test(item.key) : item.kind !== 'word') break
  }
  return { bare, prepositional, times, pronominal, to }
}
