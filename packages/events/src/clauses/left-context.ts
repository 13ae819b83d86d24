import { KIN } from '../forms/function-words.js'
import { type Item, isEvent, type NounPhrase, type Prepositional } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'
import { agrees, FEMININE, isAccusative, isThing, SINGULAR_MAN } from './agreement.js'
import { describedBefore } from './described.js'
import { phraseFor } from './telling.js'

export interface LeftContext {
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

/** What stands before a verb in its clause: a fronted subject, a place or time, or the noun that a relative clause hangs on. */
export function leftContext(
  items: readonly Item[],
  at: number,
  reading: VerbReading,
  reader: PhraseReader,
): LeftContext {
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
