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
    const item = itemOf(start, end, r.text.slice(start, end), rule, fields)
    const after = boundAfterNoun(r, to)
    // «حوالي 500 أو أقل»: what bounds says more than what approximates
    const bound = after !== undefined && after.mod !== 'APPROX' ? after : (boundBefore(r, from) ?? after)
    return bound === undefined ? item : bounded(item, bound)
  })
}

type Draft = { -readonly [Field in keyof NumericItem]: NumericItem[Field] }

/** Written field by field: objects that grow in one order share their shape, and figures are made by the thousand. */
function itemOf(start: number, end: number, text: string, rule: string, fields: NumericFields): Draft {
  const { kind, value, certainty } = fields
  const item: Draft = { start, end, text, rule, kind, value, certainty }
  if (fields.against !== undefined) item.against = fields.against
  if (fields.alternatives !== undefined) item.alternatives = fields.alternatives
  if (fields.unit !== undefined) item.unit = fields.unit
  if (fields.unitAlternatives !== undefined) item.unitAlternatives = fields.unitAlternatives
  if (fields.product !== undefined) item.product = fields.product
  if (fields.relativeTo !== undefined) item.relativeTo = fields.relativeTo
  if (fields.form !== undefined) item.form = fields.form
  if (fields.definite !== undefined) item.definite = fields.definite
  return item
}

function bounded(item: Draft, bound: Bound): NumericItem {
  if (item.certainty === 'exact') item.certainty = 'approx'
  item.mod = bound.mod
  item.modText = bound.text
  return item
}

/** The fields of a range that both its ends belong to. */
export const fromTo = <K extends RangeFields['kind']>(kind: K, min: number, max: number) => ({
  kind,
  min,
  max,
  minInclusive: true,
  maxInclusive: true,
  certainty: 'exact' as const,
})

export function ranged(scan: Scan, from: number, to: number, rule: string, fields: RangeFields, rank = 1): Found {
  const { r } = scan
  const start = r.startOf(from)
  const end = r.endOf(to)
  return new Found(from, to, start, end, rank, () => ({ start, end, text: r.text.slice(start, end), rule, ...fields }))
}
