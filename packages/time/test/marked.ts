import type { TimeItem } from '../src/index.js'

/** A sentence with its answers drawn on it: `سيجتمع {2024-11-30TEV:مساء السبت}`. */
export const strip = (marked: string): string => marked.replace(/\{[^{}:\\]*(?:\\:[^{}:\\]*)*:([^{}]*)\}/g, '$1')

/** Draws items on their text in the notation of the tables; the label says value, then what qualifies it. */
export function render(text: string, items: readonly TimeItem[]): string {
  let out = ''
  let at = 0
  for (const item of items) {
    out += `${text.slice(at, item.start)}{${labelOf(item)}:${text.slice(item.start, item.end)}}`
    at = item.end
  }
  return out + text.slice(at)
}

const CERTAINTY: Readonly<Record<string, string>> = {
  exact: '',
  approx: '~',
  vague: '',
  ambiguous: '?',
  observational: '☾',
  conflict: '!',
  unanchored: '',
}

/** Colons inside a label are escaped, since the first plain one ends it. */
export function labelOf(item: TimeItem): string {
  const parts = [printedValue(item) + CERTAINTY[item.certainty]]
  if (item.mod !== undefined) parts.push(item.mod)
  if ('unit' in item && item.unit !== undefined) parts.push(item.unit)
  if ('role' in item && item.role !== undefined) parts.push(item.role)
  if ('subset' in item && item.subset) parts.push('subset')
  if ('zone' in item && item.zone !== undefined) parts.push(item.zone)
  if ('direction' in item && item.direction !== undefined) parts.push(item.direction, item.duration ?? '')
  return parts.join(' ').replaceAll(':', '\\:')
}

function printedValue(item: TimeItem): string {
  if ('min' in item)
    return `${item.kind === 'number_range' ? '#' : item.kind === 'percent_range' ? '%' : '¤'}${item.min ?? ''}..${item.max ?? ''}`
  switch (item.kind) {
    case 'number':
      return `#${Number(item.value.toFixed(4))}`
    case 'number_vague':
      return `#×${item.value}`
    case 'ordinal':
      return `º${item.value}`
    case 'percent':
      return `%${item.value}`
    case 'money':
      return `¤${item.value}`
    case 'quantity':
      return `q${item.value}`
    case 'identifier':
      return `id${item.value}`
    case 'score':
      return `${item.value}–${item.against}`
    case 'set':
      return `set ${item.frequency === undefined ? '' : `${item.frequency}× `}${item.value}`
    default:
      return item.value
  }
}
