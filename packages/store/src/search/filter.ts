import { IsnadError } from '@isnad/text'
import type { NameKind } from '../annotations/annotation-records.js'
import { keysOfName } from '../annotations/names.js'
import { outletKey } from '../articles/article-head.js'
import type { Parameter, Queryable } from '../engine/database.js'
import type { Filter } from '../records.js'

/** Conditions on `articles` as SQL, with their parameters collected in order. */
export class Conditions {
  readonly parameters: Parameter[] = []
  readonly #all: string[] = []

  /** The placeholder of one more parameter. */
  bind(value: Parameter): string {
    this.parameters.push(value)
    return `$${this.parameters.length}`
  }

  and(condition: string): void {
    this.#all.push(condition)
  }

  get sql(): string {
    return this.#all.length === 0 ? 'true' : this.#all.join(' and ')
  }
}

/** A day range as `after:` and `before:` mean it: whole years and months count from their first to their last day. */
export interface DayRange {
  readonly from: string
  /** The first day that no longer belongs to it. */
  readonly until: string
}

/** Reads `2020`, `2020-11`, `2020-11-22` (also with / or . and Arabic-Indic digits); undefined when it is no such date. */
export function dayRange(value: string): DayRange | undefined {
  const plain = value.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(plain)
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined || year < 1 || year > 9998) return undefined
  const start = utcDay(year, (month ?? 1) - 1, day ?? 1)
  // 31 February would silently become 3 March.
  if (start.getUTCMonth() !== (month ?? 1) - 1 || start.getUTCDate() !== (day ?? 1)) return undefined
  const end =
    month === undefined
      ? utcDay(year + 1, 0, 1)
      : day === undefined
        ? utcDay(year, month, 1)
        : utcDay(year, month - 1, day + 1)
  return { from: start.toISOString().slice(0, 10), until: end.toISOString().slice(0, 10) }
}

/** `Date.UTC` takes the years 0–99 for 1900–1999. */
function utcDay(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}

/** Filters of a request and of a query together: of several outlets any, of several days all. */
export interface Filters {
  readonly outlets: readonly string[]
  readonly notOutlets: readonly string[]
  readonly languages: readonly string[]
  readonly notLanguages: readonly string[]
  readonly after: readonly DayRange[]
  readonly before: readonly DayRange[]
  /** All of them must be named. */
  readonly names: readonly { readonly kind: NameKind; readonly name: string }[]
  readonly notNames: readonly { readonly kind: NameKind; readonly name: string }[]
  /** One of these event types must be told. */
  readonly events: readonly string[]
  readonly notEvents: readonly string[]
}

export const filtersOf = (filter: Filter): Filters => ({
  outlets: filter.outlet === undefined ? [] : [filter.outlet],
  notOutlets: [],
  languages: filter.language === undefined ? [] : [filter.language],
  notLanguages: [],
  after: filter.after === undefined ? [] : [getDayRange(filter.after)],
  before: filter.before === undefined ? [] : [getDayRange(filter.before)],
  names: [],
  notNames: [],
  events: [],
  notEvents: [],
})

/** Throws `INPUT_INVALID` where `dayRange` finds none. */
function getDayRange(value: string): DayRange {
  const range = dayRange(value)
  if (range !== undefined) return range
  throw new IsnadError('INPUT_INVALID', `${value} is no day, month or year; write 2020-11-22, 2020-11 or 2020`)
}

export const bothFilters = (a: Filters, b: Filters): Filters => ({
  outlets: [...a.outlets, ...b.outlets],
  notOutlets: [...a.notOutlets, ...b.notOutlets],
  languages: [...a.languages, ...b.languages],
  notLanguages: [...a.notLanguages, ...b.notLanguages],
  after: [...a.after, ...b.after],
  before: [...a.before, ...b.before],
  names: [...a.names, ...b.names],
  notNames: [...a.notNames, ...b.notNames],
  events: [...a.events, ...b.events],
  notEvents: [...a.notEvents, ...b.notEvents],
})

/** Adds filters to conditions. Days are compared as printed; the sort time only helps the index, with a day's slack for zones. */
export async function addFilters(database: Queryable, conditions: Conditions, filters: Filters): Promise<void> {
  if (filters.outlets.length > 0) {
    conditions.and(`outlet_key = any(${conditions.bind(await outletKeys(database, filters.outlets))}::text[])`)
  }
  if (filters.notOutlets.length > 0) {
    const keys = await outletKeys(database, filters.notOutlets)
    conditions.and(`(outlet_key is null or outlet_key <> all(${conditions.bind(keys)}::text[]))`)
  }
  if (filters.languages.length > 0) conditions.and(`language = any(${conditions.bind(filters.languages)}::text[])`)
  if (filters.notLanguages.length > 0)
    conditions.and(`language <> all(${conditions.bind(filters.notLanguages)}::text[])`)
  for (const { from } of filters.after) {
    const day = conditions.bind(from)
    conditions.and(`published_on >= ${day}::date and sorted_at >= ${day}::date - interval '1 day'`)
  }
  for (const { until } of filters.before) {
    const day = conditions.bind(until)
    conditions.and(`published_on < ${day}::date and sorted_at < ${day}::date + interval '1 day'`)
  }
  const naming = async (kind: NameKind, name: string): Promise<string> =>
    `seq in (select capture from mentions where key = any(${conditions.bind(await keysOfName(database, kind, name))}::text[]))`
  for (const { kind, name } of filters.names) conditions.and(await naming(kind, name))
  for (const { kind, name } of filters.notNames) conditions.and(`not (${await naming(kind, name)})`)
  const telling = (types: readonly string[]): string =>
    `seq in (select capture from annotations where event_types && ${conditions.bind(types)}::text[])`
  if (filters.events.length > 0) conditions.and(telling(filters.events))
  if (filters.notEvents.length > 0) conditions.and(`not (${telling(filters.notEvents)})`)
}

/** Each outlet key once, without reading every article: one index probe a key (a loose index scan). */
const OUTLET_KEYS = `
  with recursive keys (key) as (
    (select outlet_key from articles where outlet_key is not null order by outlet_key limit 1)
    union all
    select (select outlet_key from articles where outlet_key > keys.key order by outlet_key limit 1) from keys where keys.key is not null
  )
  select keys.key, (select outlet_id from articles where outlet_key = keys.key order by sorted_at desc, seq desc limit 1) as id
  from keys where keys.key is not null`

/** The keys that an outlet's name or id stands for; a part of a name stands for every outlet that has it. */
async function outletKeys(database: Queryable, names: readonly string[]): Promise<string[]> {
  const known = await database.query<{ key: string; id: string | null }>(OUTLET_KEYS)
  return names.flatMap((name) => {
    const wanted = outletKey(name)
    const exact = known.filter(({ key, id }) => key === wanted || id === name)
    const found = exact.length > 0 || wanted === '' ? exact : known.filter(({ key }) => key.includes(wanted))
    return found.map(({ key }) => key)
  })
}
