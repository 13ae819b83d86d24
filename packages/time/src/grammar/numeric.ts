import type { NumericItem, RangeItem } from '../item.js'
import type { Bound } from './bounds.js'
import { boundAfter, boundBefore } from './bounds.js'
import type { Found, Scan } from './rule.js'

type NumericFields = Omit<NumericItem, 'start' | 'end' | 'text' | 'rule'>
type RangeFields = Omit<RangeItem, 'start' | 'end' | 'text' | 'rule'>

/** A figure as an item, with the bound or approximator that stands before or after it. */
export function numeric(scan: Scan, from: number, to: number, rule: string, fields: NumericFields, rank = 0): Found {
  const place = scan.place(from, to, rule)
  const item: NumericItem = { ...place, ...fields }
  const after = boundAfter(scan.r, to)
  // «حوالي 500 أو أقل»: what bounds says more than what approximates
  const bound = after !== undefined && after.mod !== 'APPROX' ? after : (boundBefore(scan.r, from) ?? after)
  return { from, to, rank, item: bound === undefined ? item : bounded(item, bound) }
}

function bounded(item: NumericItem, bound: Bound): NumericItem {
  const certainty = item.certainty === 'exact' ? 'approx' : item.certainty
  return { ...item, certainty, mod: bound.mod, modText: bound.text }
}

export function ranged(scan: Scan, from: number, to: number, rule: string, fields: RangeFields, rank = 1): Found {
  return { from, to, rank, item: { ...scan.place(from, to, rule), ...fields } }
}
