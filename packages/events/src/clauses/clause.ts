import { type Item, isEvent, type NounPhrase, type Prepositional } from '../phrases/noun-phrase.js'
import { goesOnSaying } from '../phrases/passing.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import { isPlace } from '../phrases/word-class.js'
import { agrees, agreesWithRelative, isAccusative, isAgent, isThing } from './agreement.js'
import { behindAside, behindDescription } from './described.js'
import { leftContext } from './left-context.js'
import { datesNoun, datesTopic } from './topic-times.js'

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
    if (item.kind !== 'phrase' || isAdverb(item, reader) || completesPurpose(items, to)) continue
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
  'ممثلا ممثلة بناء ردا استنادا تنفيذا حفاظا خوفا تمهيدا استعدادا تعبيرا تحسبا تزامنا علاوة فضلا اضافة مباشرة بشدة مرارا عادة سابقا لاحقا حاليا عسكريا كثيرا'.split(
    ' ',
  ),
)

/** «طلبت العون لمتابعة عودة النازحين»: behind a masdar of purpose an event noun is its object, and none of the verb's. */
function completesPurpose(items: readonly Item[], at: number): boolean {
  const item = items[at]
  const before = items[at - 1]
  if (item?.kind !== 'phrase' || item.preposition !== undefined || !isEvent(item.phrase)) return false
  if (before?.kind !== 'phrase' || !PURPOSE.has(before.preposition ?? '')) return false
  const last = before.phrase.fillers.at(-1)
  return last?.of === 'other' && !last.definite && last.to === item.phrase.from
}
const PURPOSE: ReadonlySet<string> = new Set(['ل', 'من اجل', 'بهدف', 'بغية'])

/** «هاتفيا», «عسكريا وسياسيا», «علاوة»: indefinite accusatives that tell how, and are no object. */
function isAdverb(item: Item & { readonly kind: 'phrase' }, reader: PhraseReader): boolean {
  return item.phrase.fillers.every(({ head, to, from, of }) => {
    const word = reader.words[head]
    if (word === undefined || word.article || to - from > 1) return false
    if (ADVERBS.has(word.whole) || (of === 'other' && /..يا$/.test(word.whole))) return true
    return goesOnSaying(reader.words, head)
  })
}

/** «وأسرت 17 من مسلحي الجماعة»: behind a feminine verb men in figures are its object. */
function isCountOfMen({ fillers: [head] }: NounPhrase, { words }: PhraseReader): boolean {
  if (head === undefined) return false
  // «قتلت ثلاثة منهم»: men in figures of words, told of without their noun.
  const next = words[head.head + 1]
  if (COUNT_OF_MEN.test(head.headKey) && (head.to === head.head + 1 || /^منهم?$/.test(next?.whole ?? ''))) return true
  if (words[head.head]?.token.kind !== 'number') return false
  return words.slice(head.head + 1, head.to).some(({ stem }) => COUNTED_MEN.test(stem))
}
const COUNT_OF_MEN = /^(?:ثلاثة|اربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|اثنين)$/
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

const SPOKEN: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'SUPPORT', 'THREATEN'])
const speaks = ({ senses }: VerbReading): boolean => senses.some(({ trigger }) => SPOKEN.has(trigger?.type ?? ''))

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

/** Whether a verb asks for a prepositional phrase: a light one for its event noun, any other for what its frame names. */
const asks = ({ senses }: VerbReading, item: Item & { readonly kind: 'phrase' }): boolean =>
  senses.some(({ light, trigger }) =>
    light === undefined
      ? trigger?.frame.get(item.preposition ?? '')?.some(({ role }) => role !== 'topic' && role !== 'place') === true
      : light.slot === item.preposition && isEvent(item.phrase),
  )
