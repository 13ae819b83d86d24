import type { Token } from '@isnad/text'
import { GIVEN_NAME, LONG, ORGANISATION_HEAD, PLACE_HEAD, TITLE_BEGINS, TITLE_GOES_ON } from './gazetteer.js'
import type { Knowledge, KnownWord } from './knowledge.js'

/** How far a word's own features reach. */
export const REACH = 2

/**
 * The sentences of one article, or of a stretch of text that is about one thing, as the features see them: laid out in one row,
 * with empty places before, between and behind them, as many as features reach.
 */
export interface Sequence {
  /** How many places there are. */
  readonly length: number
  /** First place and the place behind the last of each sentence. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** `undefined` where no word stands. */
  readonly words: readonly (KnownWord | undefined)[]
  /** What the name lists say of each word. */
  readonly lists: Int32Array
  /** 1 inside a short quotation. */
  readonly quoted: Uint8Array
  /** What the rest of the article says of each word: bits of `echoAt`. */
  readonly echoes: Uint8Array
}

export function sequenceOf(article: readonly (readonly Token[])[], knowledge: Knowledge): Sequence {
  const starts: number[] = []
  const ends: number[] = []
  let length = REACH
  for (const tokens of article) {
    starts.push(length)
    length += tokens.length
    ends.push(length)
    length += REACH
  }
  const words: (KnownWord | undefined)[] = []
  const lists = new Int32Array(length)
  const quoted = new Uint8Array(length)
  const echoes = new Uint8Array(length)
  for (let s = 0; s < article.length; s++) {
    leaveEmpty(words)
    const tokens = article[s] ?? []
    for (let i = 0; i < tokens.length; i++) words.push(knowledge.of(tokens[i] as Token))
    markQuotations(words, starts[s] ?? 0, quoted)
    knowledge.gazetteer.mark(words, starts[s] ?? 0, lists)
  }
  leaveEmpty(words)
  markEchoes(words, lists, echoes)
  return { length, starts, ends, words, lists, quoted, echoes }
}

function leaveEmpty(words: (KnownWord | undefined)[]): void {
  for (let i = 0; i < REACH; i++) words.push(undefined)
}

/** Bits of a form, so that few are looked for that were never noted. */
const NOTED = 1 << 12

/** Tells each word what other places of the article say of its form. */
function markEchoes(words: readonly (KnownWord | undefined)[], lists: Int32Array, echoes: Uint8Array): void {
  const heard = new Map<number, number>()
  const noted = new Uint8Array(NOTED)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || !word.isWord) continue
    const said = echoAt(lists[i] ?? 0, lists[i - 1] ?? 0)
    if (said === 0) continue
    const { form } = word
    noted[form & (NOTED - 1)] = 1
    heard.set(form, (heard.get(form) ?? 0) | said)
  }
  if (heard.size === 0) return
  for (let i = 0; i < words.length; i++) {
    const form = words[i]?.form ?? 0
    if (noted[form & (NOTED - 1)] === 1) echoes[i] = heard.get(form) ?? 0
  }
}

/** An occurrence tells its article what the word is: part of a long known name, after a title or given name, after «مدينة». */
function echoAt(here: number, before: number): number {
  if ((here | before) === 0) return 0
  return (
    (here & LONG.person ? 1 : 0) |
    (here & LONG.organisation ? 2 : 0) |
    (before & (TITLE_BEGINS | TITLE_GOES_ON) ? 4 : 0) |
    (before & GIVEN_NAME ? 8 : 0) |
    (before & PLACE_HEAD ? 16 : 0) |
    (before & ORGANISATION_HEAD ? 32 : 0)
  )
}

const SHORT_QUOTATION = 7

/** Marks the short quotations of the sentence that goes from `start` to the last word. */
function markQuotations(words: readonly (KnownWord | undefined)[], start: number, quoted: Uint8Array): void {
  let open = -1
  for (let i = start; i < words.length; i++) {
    const quote = words[i]?.quote ?? 0
    if (quote === 0) continue
    if (open >= 0 && (quote & 2) !== 0 && i - open <= SHORT_QUOTATION) {
      quoted.fill(1, open + 1, i)
      open = -1
    } else if ((quote & 1) !== 0) open = i
  }
}
