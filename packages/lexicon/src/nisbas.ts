import { indexByName, listOf, nameKey, oneOf, optional } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { type Row, readTsv } from './tsv.js'

export const NISBA_KINDS = ['country', 'region', 'city', 'people', 'sect', 'world-region', 'party'] as const
export type NisbaKind = (typeof NISBA_KINDS)[number]

export const NISBA_COLUMNS = ['id', 'kind', 'country', 'of_ar', 'of_en', 'm', 'f', 'pl', 'variants', 'note'] as const
export const NISBA_FILE = 'nisbas.tsv'

/** An adjective of belonging: «سوري، سورية، سوريون» of «سوريا». */
export interface Nisba {
  /** `nisba.sy`, `nisba.sy.halab` */
  readonly id: string
  readonly kind: NisbaKind
  /** ISO 3166-1 alpha-2 of the country, or of the one in which the city or region lies. */
  readonly country: string | undefined
  readonly ofAr: string
  readonly ofEn: string
  readonly masculine: string
  readonly feminine: string
  /** Men, in the nominative: «سوريون», «أكراد». */
  readonly plural: readonly string[]
  readonly variants: readonly string[]
  readonly note: string | undefined
}

const KINDS: ReadonlySet<NisbaKind> = new Set(NISBA_KINDS)

/** Nisbas of countries, cities, regions, peoples and sects, in the order of the file. */
export const loadNisbas: (source?: DataSource) => readonly Nisba[] = oncePerSource((source) =>
  readTsv(NISBA_FILE, NISBA_COLUMNS, source).rows.map(nisbaOf),
)

function nisbaOf(row: Row<(typeof NISBA_COLUMNS)[number]>): Nisba {
  const { cells } = row
  return {
    id: cells.id,
    kind: oneOf(row, 'kind', KINDS),
    country: optional(cells.country),
    ofAr: cells.of_ar,
    ofEn: cells.of_en,
    masculine: cells.m,
    feminine: cells.f,
    plural: listOf(cells.pl),
    variants: listOf(cells.variants),
    note: optional(cells.note),
  }
}

/** Every form in which a nisba is printed, without the article: cases of the plural and the dual, and «سوريات». */
export function formsOfNisba(nisba: Nisba): readonly string[] {
  const forms = new Set([nisba.masculine, nisba.feminine, ...nisba.plural, ...nisba.variants])
  for (const plural of nisba.plural) if (plural.endsWith('ون')) forms.add(`${plural.slice(0, -2)}ين`)
  if (nisba.masculine.endsWith('ي')) for (const ending of ['ان', 'ين']) forms.add(nisba.masculine + ending)
  if (nisba.feminine.endsWith('ية')) {
    const stem = nisba.feminine.slice(0, -1)
    for (const ending of ['ات', 'تان', 'تين']) forms.add(stem + ending)
  }
  forms.delete('')
  return [...forms]
}

const byForm = oncePerSource((source) => indexByName(loadNisbas(source), formsOfNisba))

/** Every nisba with this form, with or without the article; «سورية» is also a country's name, which is not told here. */
export function findNisbas(word: string, source?: DataSource): readonly Nisba[] {
  const key = nameKey(word)
  const index = byForm(source)
  return index.get(key) ?? (key.startsWith('ال') ? index.get(key.slice(2)) : undefined) ?? []
}
