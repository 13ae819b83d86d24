import { alignBoth } from './compare.js'
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
  const known = new Map<number, Uint16Array>()
  const passagesOf = (part: Part): Uint16Array => {
    const lengths = known.get(part.number) ?? passageLengths(whole, part.record)
    known.set(part.number, lengths)
    return lengths
  }
  for (const source of largest(later)) {
    const strangers = largest(earlier.filter((part) => !related(part.number, source.number)))
    if (strangers.length === 0) continue
    const own = passagesOf(source)
    const others = strangers.map(passagesOf)
    let rest = 0
    let explained = 0
    for (let at = 0; at < own.length; at++) {
      // A word belongs to the text with which it stands in the longer passage.
      const elsewhere = others.reduce((most, lengths) => Math.max(most, lengths[at] as number), 0)
      const here = own[at] as number
      if (here > 0 && here >= elsewhere) continue
      rest++
      if (elsewhere > 0) explained++
    }
    if (rest >= LEAST_REST && rest < own.length && explained >= EXPLAINED * rest) found.push(source)
  }
  return found
}

const largest = (parts: readonly Part[]): readonly Part[] =>
  [...parts]
    .sort((a, b) => b.shareOfWhole - a.shareOfWhole || (a.record.id < b.record.id ? -1 : 1))
    .slice(0, MOST_PARTS)

/** For each word of the whole, the length of the passage that it shares with the part; sentences mostly shared count whole. */
function passageLengths(whole: TextRecord, part: TextRecord): Uint16Array {
  const lengths = new Uint16Array(whole.words.count)
  for (const { a } of alignBoth(whole.words, part.words)) {
    const length = Math.min(0xffff, a.end - a.start)
    for (let at = a.start; at < a.end; at++) lengths[at] = Math.max(lengths[at] as number, length)
  }
  const { ends, count } = whole.words
  let from = 0
  let longest = 0
  let shared = 0
  for (let at = 0; at < count; at++) {
    longest = Math.max(longest, lengths[at] as number)
    if ((lengths[at] as number) > 0) shared++
    if (ends[at] !== 1 && at + 1 < count) continue
    if (shared >= (at + 1 - from) / 2) {
      for (let word = from; word <= at; word++) if (lengths[word] === 0) lengths[word] = longest
    }
    from = at + 1
    longest = 0
    shared = 0
  }
  return lengths
}
