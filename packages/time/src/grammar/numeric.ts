import type { NumericItem, RangeItem } from '../item.js'
import type { Bound } from './bounds.js'
import { boundAfterNoun, boundBefore } from './bounds.js'
import { Found, type Scan } from './rule.js'

type NumericFields = Omit<NumericItem, 'start' | 'end' | 'text' | 'rule'>
type RangeFields = Omit<RangeItem, 'start' | 'end' | 'text' | 'rule'>

/** A figure as an item, with the bound or approximator that stands before or after it. */
export function numeric(scan: Scan, from: number, to: number, rule: string, fields: NumericFields, rank = 0): Found {
  const { r } = scan
  const start = r.startOf(from)
  const end = r.endOf(to)
  return new Found(from, to, start, end, rank, () => {
    const item: NumericItem = { start, end, text: r.text.slice(start, end), rule, ...fields }
    const after = boundAfterNoun(r, to)
    // «حوالي 500 أو أقل»: what bounds says more than what approximates
    const bound = after !== undefined && after.mod !== 'APPROX' ? after : (boundBefore(r, from) ?? after)
    return bound === undefined ? item : bounded(item, bound)
  })
}

function bounded(item: NumericItem, bound: Bound): NumericItem {
  const certainty = item.certainty === 'exact' ? 'approx' : item.certainty
  return { ...item, certainty, mod: bound.mod, modText: bound.text }
}

export function ranged(scan: Scan, from: number, to: number, rule: string, fields: RangeFields, rank = 1): Found {
  const { r } = scan
  const start = r.startOf(from)
  const end = r.endOf(to)
  return new Found(from, to, start, end, rank, () => ({ start, end, text: r.text.slice(start, end), rule, ...fields }))
}
