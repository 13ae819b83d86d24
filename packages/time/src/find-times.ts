import type { Span } from '@isnad/text'
import { withRoles } from './grammar/casualties.js'
import { Reader } from './grammar/reader.js'
import { type Found, type Rule, Scan } from './grammar/rule.js'
import { rules } from './grammar/rules.js'
import type { FindOptions, TimeItem } from './item.js'
import { LINK } from './lex/starts.js'
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
  const chosen = select(found, reader.length, options.veto ?? [])
  return withRoles(reader, chosen).map(({ item }) => item)
}

/** A preposition begins an expression only where a figure, a date word or a unit follows this soon. */
const LINK_REACH = 3

function candidates(scan: Scan): Found[] {
  const { r } = scan
  const { masks } = r.tokens
  const found: Found[] = []
  // nearest token to the right that is more than a preposition
  let near = r.length + LINK_REACH
  const wanted: number[] = []
  for (let i = r.length - 1; i >= 0; i--) {
    const mask = masks[i] as number
    if (mask === 0) continue
    if ((mask & ~LINK) !== 0) near = i
    else if (near - i > LINK_REACH) continue
    wanted.push(i)
  }
  const { needs, within, unless } = gates()
  const ahead = new Int32Array(10)
  for (let k = wanted.length - 1; k >= 0; k--) {
    const i = wanted[k] as number
    const mask = masks[i] as number
    let seen = 0
    for (let d = 1; d < 10; d++) {
      seen |= masks[i + d] ?? 0
      ahead[d] = seen
    }
    for (const q of startingAt(mask)) {
      if (((unless[q] as number) & mask) === 0 && ((needs[q] as number) & (ahead[within[q] as number] as number)) === 0)
        continue
      const result = (rules[q] as Rule).find(scan, i)
      if (result !== undefined) found.push(result)
    }
  }
  return found
}

/** The masks of all rules side by side, in their order. */
interface Gates {
  readonly needs: Int32Array
  readonly within: Uint8Array
  readonly unless: Int32Array
}

let table: Gates | undefined

function gates(): Gates {
  table ??= {
    needs: Int32Array.from(rules, (rule) => rule.needs ?? 0),
    within: Uint8Array.from(rules, (rule) => rule.within ?? 1),
    unless: Int32Array.from(rules, (rule) => (rule.needs === undefined ? -1 : (rule.unless ?? 0))),
  }
  return table
}

const byMask = new Map<number, readonly number[]>()

/** Places of the rules that may begin at a token of these kinds; a language has few mixtures of kinds. */
function startingAt(mask: number): readonly number[] {
  let found = byMask.get(mask)
  if (found === undefined) {
    found = rules.flatMap((rule, q) => ((rule.starts & mask) === 0 ? [] : [q]))
    byMask.set(mask, found)
  }
  return found
}

/** Longest first; at one length the higher rank, then the earlier. What overlaps a choice or a veto is dropped. */
function select(found: readonly Found[], length: number, veto: readonly Span[]): Found[] {
  const taken = new Uint8Array(length + 1)
  const order = found
    .filter((one) => !veto.some((span) => span.start < one.end && one.start < span.end))
    .sort((a, b) => weight(b) - weight(a) || b.rank - a.rank || a.from - b.from)
  const chosen: Found[] = []
  for (const one of order) {
    let isFree = true
    for (let i = one.from; i < one.to; i++) if (taken[i] === 1) isFree = false
    if (!isFree) continue
    taken.fill(1, one.from, one.to)
    chosen.push(one)
  }
  return chosen.filter(({ silent }) => silent !== true).sort((a, b) => a.start - b.start)
}

const weight = ({ start, end }: Found): number => end - start
