import { alignBoth } from './compare.js'
import { wholeSentences } from './measures.js'
import type { TextRecord } from './text-record.js'

/** A text that shares wording with the one in question. */
export interface Part {
  readonly number: number
  readonly record: TextRecord
  readonly shareOfWhole: number
}

/** Words beside a source that another source must explain: a sentence at the least. */
const LEAST_REST = 9
const EXPLAINED = 0.85
const COMMON = 0.5
const MOST_PARTS = 12

/**
 * Which texts a text was put together from although they are dated after it. Where everything that a later text lacks
 * stands in an earlier one that has nothing to do with it, the text joins the two: had the later text been cut from it, it
 * would have left out just what came from elsewhere. Dates on pages are set anew, joints are not.
 */
export function joinedDespiteDate(
  whole: TextRecord,
  earlier: readonly Part[],
  later: readonly Part[],
  related: (a: number, b: number) => boolean,
): readonly Part[] {
  const found: Part[] = []
  const covers = new Map<number, Uint8Array>()
  const coverOf = (part: Part): Uint8Array => {
    const known = covers.get(part.number)
    if (known !== undefined) return known
    const alignments = alignBoth(whole.words, part.record.words)
    const cover = wholeSentences(
      whole.words,
      alignments.map(({ a }) => a),
    )
    covers.set(part.number, cover)
    return cover
  }
  for (const source of largest(later)) {
    const strangers = largest(earlier.filter((part) => !related(part.number, source.number)))
    if (strangers.length === 0) continue
    const own = coverOf(source)
    const others = new Uint8Array(whole.words.count)
    for (const stranger of strangers) {
      const cover = coverOf(stranger)
      for (let at = 0; at < others.length; at++) if (cover[at] === 1) others[at] = 1
    }
    let rest = 0
    let explained = 0
    let common = 0
    let shared = 0
    for (let at = 0; at < others.length; at++) {
      if (own[at] === 1) {
        shared++
        if (others[at] === 1) common++
      } else {
        rest++
        if (others[at] === 1) explained++
      }
    }
    if (rest >= LEAST_REST && explained >= EXPLAINED * rest && common <= COMMON * Math.min(shared, explained)) {
      found.push(source)
    }
  }
  return found
}

const largest = (parts: readonly Part[]): readonly Part[] =>
  [...parts]
    .sort((a, b) => b.shareOfWhole - a.shareOfWhole || (a.record.id < b.record.id ? -1 : 1))
    .slice(0, MOST_PARTS)
