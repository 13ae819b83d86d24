import type { ListFilters } from '../api/client.js'

/** The filters that stand in an address, as the API takes them. */
export const filtersIn = (query: URLSearchParams): ListFilters => ({
  outlet: query.get('outlet'),
  after: query.get('after'),
  before: query.get('before'),
})

/** How many filters are set; the two ends of a span of time count once. */
export const filterCount = (query: URLSearchParams): number =>
  (query.has('outlet') ? 1 : 0) + (query.has('after') || query.has('before') ? 1 : 0)

/** A year, month or day as the API takes it, from what was typed with any digits and any of `-`, `/`, `.` between. */
export function dayFrom(typed: string): string | null | undefined {
  const latin = typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
  if (latin === '') return null
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(latin)
  if (match === null) return undefined
  const [, year, month, day] = match
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31)
    return undefined
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
}
