import { isHigh, JOINER, kindOfPair, kindOfUnit, LETTER, MARK, NUMBER, pairAt } from './units.js'

/** What counts to a word beside letters and numbers. */
export type WordParts = 'spelt' | 'marked' | 'joined'

const SPELT = LETTER | NUMBER
const PARTS: Readonly<Record<WordParts, number>> = { spelt: SPELT, marked: SPELT | MARK, joined: SPELT | MARK | JOINER }

/**
 * Start and end of each word, one after the other: `spelt` words are runs of letters and numbers, `marked` ones hold marks
 * as well («مُدَرِّس» is one), `joined` ones zero-width joiners too («می‌شود»).
 */
export function wordRuns(value: string, parts: WordParts): number[] {
  const wanted = PARTS[parts]
  const runs: number[] = []
  let start = -1
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    const pair = isHigh(code) ? pairAt(value, at) : 0
    const kind = pair === 0 ? kindOfUnit(code) : kindOfPair(pair)
    if ((kind & wanted) !== 0) {
      if (start < 0) start = at
    } else if (start >= 0) {
      runs.push(start, at)
      start = -1
    }
    if (pair !== 0) at++
  }
  if (start >= 0) runs.push(start, value.length)
  return runs
}
