import type { Found } from './rule.js'

const MAX_BACK = 2

/**
 * Longest first; at one length the higher rank, then the earlier. What overlaps a choice is dropped. Finds come in
 * reading order, so only those that hang together are compared.
 */
export function select(found: readonly Found[]): Found[] {
  const chosen: Found[] = []
  let group: Found[] = []
  let end = 0
  for (const one of found) {
    // a rule reaches back two tokens at most
    if (one.from >= end + MAX_BACK) {
      settle(group, chosen)
      group = []
    }
    group.push(one)
    if (one.to > end) end = one.to
  }
  settle(group, chosen)
  return chosen
}

/** Adds what is chosen of one group, in reading order. */
function settle(group: Found[], chosen: Found[]): void {
  const [only] = group
  if (group.length === 1 && only !== undefined) {
    if (!only.silent) chosen.push(only)
    return
  }
  group.sort(byWeight)
  const taken = group.length <= SHORT ? apart(group) : apartInLong(group)
  if (taken.length > 1) taken.sort((a, b) => a.start - b.start)
  for (const one of taken) if (!one.silent) chosen.push(one)
}

const byWeight = (a: Found, b: Found): number => weight(b) - weight(a) || b.rank - a.rank || a.from - b.from

/** Most groups are one expression with what else its words might be. */
const SHORT = 8

/** Those that overlap none before them. */
function apart(group: readonly Found[]): Found[] {
  const taken: Found[] = []
  for (const one of group) if (!taken.some((other) => other.from < one.to && one.from < other.to)) taken.push(one)
  return taken
}

/** The same for a table of figures, in time that grows with its length: the tokens taken are marked. */
function apartInLong(group: readonly Found[]): Found[] {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { from, to } of group) {
    if (from < first) first = from
    if (to > last) last = to
  }
  const marks = new Uint8Array(last - first)
  return group.filter(({ from, to }) => {
    if (marks.subarray(from - first, to - first).includes(1)) return false
    marks.fill(1, from - first, to - first)
    return true
  })
}

const weight = ({ start, end }: Found): number => end - start
