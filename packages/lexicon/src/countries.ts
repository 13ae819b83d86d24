import { indexByName, listOf, nameKey, optional } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { type Row, readTsv } from './tsv.js'

export const COUNTRY_COLUMNS = [
  'code',
  'ar',
  'en',
  'official_ar',
  'variants_ar',
  'variants_en',
  'capital_ar',
  'capital_en',
  'capital_variants_ar',
  'note',
] as const
export const COUNTRY_FILE = 'countries.tsv'

export interface Country {
  /** ISO 3166-1 alpha-2; `XK` is Kosovo. */
  readonly code: string
  readonly ar: string
  readonly en: string
  readonly officialAr: string | undefined
  readonly variantsAr: readonly string[]
  readonly variantsEn: readonly string[]
  readonly capitalAr: string | undefined
  readonly capitalEn: string | undefined
  readonly capitalVariantsAr: readonly string[]
  readonly note: string | undefined
}

/** Countries and territories with their capitals, in the order of the file. */
export const loadCountries: (source?: DataSource) => readonly Country[] = oncePerSource((source) =>
  readTsv(COUNTRY_FILE, COUNTRY_COLUMNS, source).rows.map(countryOf),
)

function countryOf({ cells }: Row<(typeof COUNTRY_COLUMNS)[number]>): Country {
  return {
    code: cells.code,
    ar: cells.ar,
    en: cells.en,
    officialAr: optional(cells.official_ar),
    variantsAr: listOf(cells.variants_ar),
    variantsEn: listOf(cells.variants_en),
    capitalAr: optional(cells.capital_ar),
    capitalEn: optional(cells.capital_en),
    capitalVariantsAr: listOf(cells.capital_variants_ar),
    note: optional(cells.note),
  }
}

const byCode = oncePerSource((source) => new Map(loadCountries(source).map((country) => [country.code, country])))

/** The country of a two-letter code, or `undefined`. */
export const findCountry = (code: string, source?: DataSource): Country | undefined => byCode(source).get(code)

const byName = oncePerSource((source) =>
  indexByName(loadCountries(source), (country) => [
    country.ar,
    country.en,
    ...(country.officialAr === undefined ? [] : [country.officialAr]),
    ...country.variantsAr,
    ...country.variantsEn,
  ]),
)

/** The country that goes by a name; `undefined` when none or several do. */
export function findCountryByName(name: string, source?: DataSource): Country | undefined {
  const hits = byName(source).get(nameKey(name)) ?? []
  return hits.length === 1 ? hits[0] : undefined
}

const byCapital = oncePerSource((source) =>
  indexByName(loadCountries(source), (country) => [
    ...(country.capitalAr === undefined ? [] : [country.capitalAr]),
    ...(country.capitalEn === undefined ? [] : [country.capitalEn]),
    ...country.capitalVariantsAr,
  ]),
)

/** The country whose capital goes by a name; `undefined` when none or several do. */
export function findCountryByCapital(name: string, source?: DataSource): Country | undefined {
  const hits = byCapital(source).get(nameKey(name)) ?? []
  return hits.length === 1 ? hits[0] : undefined
}
