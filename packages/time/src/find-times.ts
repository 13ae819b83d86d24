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
  const found = candidates(scan)
  const chosen = select(found, options.veto ?? [])
  const items = withRoles(reader, chosen).map(({ item }) => item)
  reader.close()
  return items
}

function candidates(scan: Scan): Found[] {
  const { tokens } = scan.r
  const { anchors, masks, runs } = tokens.room
  const found: Found[] = []
  for (let k = 0; k < tokens.anchored; k++) {
    const i = anchors[k] as number
    const mask = masks[i] as number
    const run = runs[i] as number
    // a preposition begins an expression only where something more follows it
    if ((mask & ~LINK) === 0 && (run & ~LINK) === 0) continue
    // a bracket opens a figure only where a scale may follow it: «(150) ألف»
    if (mask === DIGITS && (run & CARD) === 0 && tokens.isSign(i) && tokens.sign(i) === '(') continue
    for (const rule of startingAt(mask)) {
      if (rule.opens?.(scan, i, mask, run) === false) continue
      const result = rule.find(scan, i)
      if (result !== undefined) found.push(result)
    }
  }
  return found
}

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
 * Longest first; at one length the higher rank, then the earlier. What overlaps a choice or a veto is dropped. Finds come
 * in reading order, so only those that hang together are compared.
 */
function select(found: readonly Found[], veto: readonly Span[]): Found[] {
  const chosen: Found[] = []
  let group: Found[] = []
  let end = 0
  for (const one of found) {
    if (veto.length > 0 && veto.some((span) => span.start < one.end && one.start < span.end)) continue
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
  if (group.length > 1) group.sort((a, b) => weight(b) - weight(a) || b.rank - a.rank || a.from - b.from)
  const before = chosen.length
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { from, to } of group) {
    if (from < first) first = from
    if (to > last) last = to
  }
  const taken = group.length > 1 ? new Uint8Array(last - first) : undefined
  for (const one of group) {
    if (taken !== undefined) {
      if (taken.subarray(one.from - first, one.to - first).includes(1)) continue
      taken.fill(1, one.from - first, one.to - first)
    }
    if (!one.silent) chosen.push(one)
  }
  if (chosen.length - before > 1) chosen.push(...chosen.splice(before).sort((a, b) => a.start - b.start))
}

const weight = ({ start, end }: Found): number => end - start
