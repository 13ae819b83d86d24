import type { Filler, Item, NounPhrase } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { VerbReading } from '../phrases/verbs-here.js'

/** Items of a clause that describes a subject, at most. */
const LONGEST_DESCRIPTION = 9
const DESCRIBED: ReadonlySet<Filler['of']> = new Set(['person', 'group', 'body', 'number', 'quantity', 'vehicle'])

/** «مسلحون يرتدون زيا»: true where the verb at an item describes the indefinite people right before it, without a relative pronoun. */
function describes(items: readonly Item[], verb: number, reader: PhraseReader): boolean {
  const item = items[verb]
  const before = items[verb - 1]
  if (item?.kind !== 'verb' || before?.kind !== 'phrase') return false
  const head = before.phrase.fillers.at(-1)
  if (head === undefined || head.definite || head.named || head.pronoun !== undefined || !DESCRIBED.has(head.of))
    return false
  const reading = reader.verb(item.at)
  return reading?.tense === 'imperfect' && !reading.future && reader.words[item.at]?.conjunction !== true
}

/**
 * Where a clause goes on behind the description of its subject («خطف مسلحون يرتدون زيا **خمسة** عمال»): the item of the second bare
 * phrase behind the describing verb, or of the first preposition that the clause's own verb asks for.
 */
export function behindDescription(
  items: readonly Item[],
  verb: number,
  reader: PhraseReader,
  asked: (item: Item & { readonly kind: 'phrase' }) => boolean,
): number | undefined {
  if (!describes(items, verb, reader)) return undefined
  // «مسلحون ينتمون إلى الحركة»: a verb that takes a preposition has no object, and the next bare phrase is the clause's.
  const next = items[verb + 1]
  let bare = next?.kind === 'phrase' && next.preposition !== undefined ? 1 : 0
  for (let at = verb + 1; at < items.length && at - verb <= LONGEST_DESCRIPTION; at++) {
    const item = items[at]
    if (item?.kind === 'time' || item?.kind === 'pronominal' || item?.kind === 'word') continue
    if (item?.kind !== 'phrase' || reader.words[item.at]?.conjunction === true) return undefined
    if (item.preposition === undefined ? ++bare === 2 : asked(item)) return at
  }
  return undefined
}

/**
 * «طالب المجلس، في قرار **تبناه** أمس، الحكومة بـ…»: the comma that closes a clause on an indefinite noun behind a preposition, where the
 * verb's pronoun stands for that noun.
 */
export function behindAside(items: readonly Item[], verb: number, reader: PhraseReader): number | undefined {
  const item = items[verb]
  const noun = items[verb - 1]
  if (item?.kind !== 'verb' || noun?.kind !== 'phrase' || noun.preposition === undefined) return undefined
  const head = noun.phrase.fillers[0]
  if (
    head === undefined ||
    head.definite ||
    head.named ||
    head.pronoun !== undefined ||
    (head.of !== 'other' && head.of !== 'transparent')
  )
    return undefined
  const word = reader.words[item.at]
  if (word?.conjunction === true || (reader.verb(item.at)?.pronoun ?? word?.pronoun) === undefined) return undefined
  for (let at = verb + 1; at < items.length && at - verb <= LONGEST_DESCRIPTION; at++) {
    const one = items[at]
    if (one?.kind === 'comma') return at
    if (one?.kind !== 'phrase' && one?.kind !== 'time' && one?.kind !== 'word') return undefined
  }
  return undefined
}

/**
 * The subject of a verb behind a clause that describes it: «إن **انتحاريا** يقود سيارة فجر نفسه», «**الهجوم** الذي نفذته الحركة أسفر». Only a
 * perfect without و goes on so.
 */
export function describedBefore(
  items: readonly Item[],
  at: number,
  { tense }: VerbReading,
  reader: PhraseReader,
): { readonly subject: NounPhrase; readonly item: number } | undefined {
  if (tense !== 'perfect' || reader.words[items[at]?.at ?? 0]?.conjunction === true) return undefined
  let verb: number | undefined
  for (let i = at - 1; i >= 0 && at - i <= LONGEST_DESCRIPTION; i--) {
    const item = items[i]
    if (item?.kind === 'relative') {
      const head = items[i - 1]
      return verb === undefined || head?.kind !== 'phrase' || head.preposition !== undefined || !opens(items, i - 1)
        ? undefined
        : { subject: head.phrase, item: i - 1 }
    }
    if (item?.kind === 'verb') {
      if (verb !== undefined) return undefined
      verb = i
      const head = items[i - 1]
      if (
        describes(items, i, reader) &&
        head?.kind === 'phrase' &&
        head.preposition === undefined &&
        opens(items, i - 1)
      )
        return { subject: head.phrase, item: i - 1 }
      continue
    }
    if (item?.kind !== 'phrase' && item?.kind !== 'time' && item?.kind !== 'pronominal' && item?.kind !== 'word')
      return undefined
  }
  return undefined
}

/** Whether the phrase at an item stands first in its clause. */
function opens(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  return before === undefined || before.kind === 'opener' || before.kind === 'stop'
}
