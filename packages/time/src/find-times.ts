import type { Span } from '@isnad/text'
import { withRoles } from './grammar/casualties.js'
import { Reader } from './grammar/reader.js'
import { type Found, type Rule, Scan } from './grammar/rule.js'
import { rules } from './grammar/rules.js'
import type { FindOptions, TimeItem } from './item.js'
import { CARD, DIGITS, LINK } from './lex/starts.js'
import { anchorOf } from './resolve/anchor.js'

/**
 * Every date, time, duration, number, amount and reference to time in a text, in reading order and without overlap.
 * Linear in the length of the text. Throws `RangeError` when the reference time is not ISO 8601.
 */
export function findTimes(text: string, options: FindOptions = {}): TimeItem[] {
  const reader = new Reader(text)
  const anchor = options.reference === undefined ? undefined : anchorOf(options.reference)
  const scan = new Scan(reader, {
    bias: options.bias,
    weekStart: options.weekStart ?? 'monday',
    ...(anchor ? { anchor } : {}),
  })
  const chosen = select(candidates(scan, options.veto ?? []))
  const items = withRoles(reader, chosen).map(({ item }) => item)
  reader.close()
  return items
}

/** What the rules find, in reading order, save what overlaps a veto. */
function candidates(scan: Scan, veto: readonly Span[]): Found[] {
  const { tokens } = scan.r
  const { anchors, masks, runs } = tokens.room
  const found: Found[] = []
  // up to where the finds so far reach, and up to where one of them leaves nothing to be found
  let reached = 0
  let closed = 0
  for (let k = 0; k < tokens.anchored; k++) {
    const i = anchors[k] as number
    if (i < closed) continue
    const mask = masks[i] as number
    const run = runs[i] as number
    // a preposition begins an expression only where something more follows it
    if ((mask & ~LINK) === 0 && (run & ~LINK) === 0) continue
    // a bracket opens a figure only where a scale may follow it: «(150) ألف»
    if (mask === DIGITS && (run & CARD) === 0 && tokens.isSign(i) && tokens.sign(i) === '(') continue
    const before = reached
    let to = i
    for (const rule of startingAt(mask)) {
      if (rule.opens?.(scan, i, mask, run) === false) continue
      const result = rule.find(scan, i)
      if (result === undefined || isVetoed(veto, result)) continue
      found.push(result)
      if (result.to > reached) reached = result.to
      if (result.from === i && result.to > to) to = result.to
    }
    if (to > i + 1 && i >= before && tokens.endsRun(to)) closed = to
  }
  return found
}

const isVetoed = (veto: readonly Span[], one: Found): boolean =>
  veto.length > 0 && veto.some((span) => span.start < one.end && one.start < span.end)

const byMask = new Map<number, readonly Rule[]>()

/** The rules that may begin at a token of these kinds; a language has few mixtures of kinds. */
function startingAt(mask: number): readonly Rule[] {
  let found = byMask.get(mask)
  if (found === undefined) {
    found = rules.filter((rule) => (rule.starts & mask) !== 0)
    byMask.set(mask, found)
  }
  return found
}

const MAX_BACK = 2

/**
 * Longest first; at one length the higher rank, then the earlier. What overlaps a choice is dropped. Finds come in
 * reading order, so only those that hang together are compared.
 */
function select(found: readonly Found[]): Found[] {
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
