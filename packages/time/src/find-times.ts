import type { Span } from '@isnad/text'
import { withRoles } from './grammar/casualties.js'
import { Reader } from './grammar/reader.js'
import { type Found, Scan } from './grammar/rule.js'
import { isPhraseHead, openRules, rules } from './grammar/rules.js'
import type { FindOptions, TimeItem } from './item.js'
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

function candidates(scan: Scan): Found[] {
  const { r } = scan
  const found: Found[] = []
  for (let i = 0; i < r.length; i++) {
    const token = r.at(i)
    const active = isKnown(r, i) ? rules : openRules
    if (token.kind === 'sign' && !r.isDigits(i + 1) && !'$€£¥₪'.includes(token.key)) continue
    collect(scan, i, active, found)
    if (active === rules && token.kind === 'word') collect(scan, i, openRules, found)
  }
  return found
}

function collect(scan: Scan, i: number, active: readonly (typeof rules)[number][], found: Found[]): void {
  for (const rule of active) {
    const result = rule.find(scan, i)
    if (result === undefined) continue
    if ('item' in result) found.push(result)
    else found.push(...result)
  }
}

/** Digits, signs and words of the tables; every other word is only looked at for its ending. */
function isKnown(r: Reader, i: number): boolean {
  const token = r.at(i)
  if (token.kind !== 'word') return true
  for (const _field in token.word.lexeme) return true
  return isPhraseHead(token.key) || token.key.charCodeAt(0) < 0x80
}

/** Longest first; at one length the higher rank, then the earlier. What overlaps a choice or a veto is dropped. */
function select(found: readonly Found[], length: number, veto: readonly Span[]): Found[] {
  const taken = new Uint8Array(length + 1)
  const order = found
    .filter(({ item }) => !veto.some((span) => span.start < item.end && item.start < span.end))
    .sort((a, b) => weight(b) - weight(a) || (b.rank ?? 0) - (a.rank ?? 0) || a.from - b.from)
  const chosen: Found[] = []
  for (const one of order) {
    let isFree = true
    for (let i = one.from; i < one.to; i++) if (taken[i] === 1) isFree = false
    if (!isFree) continue
    taken.fill(1, one.from, one.to)
    chosen.push(one)
  }
  return chosen.filter(({ silent }) => silent !== true).sort((a, b) => a.item.start - b.item.start)
}

const weight = ({ item }: Found): number => item.end - item.start
