import type { PartialDate } from '../cells.js'
import { ORGANISATION_KINDS, type OrganisationKind } from '../organisations.js'
import { OUTLET_KINDS, type OutletKind } from '../outlets.js'
import type { Gender } from '../people.js'
import { PLACE_TYPES, type PlaceType } from '../places.js'

/** The tables that users add to. */
export const CATALOG_TABLES = ['people', 'organisations', 'places', 'outlets'] as const
export type CatalogTable = (typeof CATALOG_TABLES)[number]

/** What a body, an outlet or a place is, in the words of its table. */
export type EntryKind = OrganisationKind | OutletKind | PlaceType

const KINDS: Readonly<Record<CatalogTable, readonly EntryKind[]>> = {
  people: [],
  organisations: ORGANISATION_KINDS,
  places: PLACE_TYPES,
  outlets: OUTLET_KINDS,
}

/** The kind that a word names in a table, in whatever case; otherwise the words there are. */
export function kindIn(table: CatalogTable, printed: string): EntryKind | readonly EntryKind[] {
  return KINDS[table].find((kind) => kind.toLowerCase() === printed.trim().toLowerCase()) ?? KINDS[table]
}

/** What a foreign record says, before it becomes a row. Names come as they were found, in any script, the best first. */
export interface ForeignEntry {
  readonly table: CatalogTable
  /** What the source calls it: `Q42`, `NK-x7`, `98182`. */
  readonly key: string
  readonly names: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  readonly born?: PartialDate | undefined
  readonly died?: PartialDate | undefined
  readonly gender?: Gender | undefined
  readonly roles?: readonly string[] | undefined
  readonly kind?: EntryKind | undefined
  readonly parent?: string | undefined
  readonly from?: PartialDate | undefined
  readonly to?: PartialDate | undefined
  readonly domains?: readonly string[] | undefined
  readonly note?: string | undefined
}

/** Why a record that is well formed was left out. */
export type LeftOut = 'no-name' | 'no-arabic-name' | 'other-kind'

export type Foreign =
  | { readonly kind: 'entry'; readonly entry: ForeignEntry }
  | { readonly kind: 'left-out'; readonly why: LeftOut }
  | { readonly kind: 'bad'; readonly reason: string }

export const bad = (reason: string): Foreign => ({ kind: 'bad', reason })
export const leftOut = (why: LeftOut): Foreign => ({ kind: 'left-out', why })
export const taken = (entry: ForeignEntry): Foreign => ({ kind: 'entry', entry })

/** `2003`, `2003-05` or `2003-05-01` out of what sources write; undefined for what is no date. */
export function partialDate(printed: unknown): PartialDate | undefined {
  if (typeof printed !== 'string') return undefined
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(printed.trim())
  if (found === null) return undefined
  const [, year = '', month = '', day = ''] = found
  if (year === '0000') return undefined
  if (!/^(?:0[1-9]|1[0-2])$/.test(month)) return year
  return /^(?:0[1-9]|[12]\d|3[01])$/.test(day) ? `${year}-${month}-${day}` : `${year}-${month}`
}

/** Two letters of a country, in capitals; undefined for anything else. */
export function countryCode(printed: unknown): string | undefined {
  if (typeof printed !== 'string' || !/^[a-z]{2}$/i.test(printed)) return undefined
  const code = printed.toUpperCase()
  return code === 'UK' ? 'GB' : code
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
