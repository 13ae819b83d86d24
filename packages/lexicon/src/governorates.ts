import { indexByName, listOf, nameKey, oneOf, optional } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { type Row, readTables } from './tsv.js'

export const GOVERNORATE_KINDS = ['governorate', 'province', 'state', 'region', 'emirate', 'district'] as const
export type GovernorateKind = (typeof GOVERNORATE_KINDS)[number]

export const GOVERNORATE_COLUMNS = [
  'id',
  'ar',
  'en',
  'variants_ar',
  'kind',
  'country',
  'centre_id',
  'centre_ar',
  'centre_en',
  'centre_variants_ar',
  'note',
] as const
export const GOVERNORATE_FOLDER = 'catalog/governorates'

/** The seat of a governorate: a town, never the area, also where both bear one name. */
export interface Centre {
  /** `place.iq.city.mosul` */
  readonly id: string
  readonly ar: string
  readonly en: string
  readonly variantsAr: readonly string[]
  readonly country: string
}

/** A governed area of the first level. */
export interface Governorate {
  /** `place.iq.gov.nineveh` */
  readonly id: string
  /** Without the noun: «نينوى», not «محافظة نينوى». */
  readonly ar: string
  readonly en: string
  readonly variantsAr: readonly string[]
  readonly kind: GovernorateKind
  readonly country: string
  readonly centre: Centre | undefined
  readonly note: string | undefined
}

const KINDS: ReadonlySet<GovernorateKind> = new Set(GOVERNORATE_KINDS)

/** Governorates, provinces, states and emirates with their centres, in the order of the files. */
export const loadGovernorates: (source?: DataSource) => readonly Governorate[] = oncePerSource((source) =>
  readTables(GOVERNORATE_FOLDER, GOVERNORATE_COLUMNS, source).flatMap((table) => table.rows.map(governorateOf)),
)

function governorateOf(row: Row<(typeof GOVERNORATE_COLUMNS)[number]>): Governorate {
  const { cells } = row
  return {
    id: cells.id,
    ar: cells.ar,
    en: cells.en,
    variantsAr: listOf(cells.variants_ar),
    kind: oneOf(row, 'kind', KINDS),
    country: cells.country,
    centre:
      cells.centre_id === ''
        ? undefined
        : {
            id: cells.centre_id,
            ar: cells.centre_ar,
            en: cells.centre_en,
            variantsAr: listOf(cells.centre_variants_ar),
            country: cells.country,
          },
    note: optional(cells.note),
  }
}

const byName = oncePerSource((source) =>
  indexByName(loadGovernorates(source), (area) => [area.ar, area.en, ...area.variantsAr]),
)

/** Every governed area that goes by a name, without its noun: «نينوى». */
export const findGovernoratesByName = (name: string, source?: DataSource): readonly Governorate[] =>
  byName(source).get(nameKey(name)) ?? []

const byCentre = oncePerSource((source) =>
  indexByName(
    loadGovernorates(source).filter((area) => area.centre !== undefined),
    ({ centre }) => (centre === undefined ? [] : [centre.ar, centre.en, ...centre.variantsAr]),
  ),
)

/** Every governed area whose centre goes by a name: «الموصل» gives Nineveh. */
export const findGovernoratesByCentre = (name: string, source?: DataSource): readonly Governorate[] =>
  byCentre(source).get(nameKey(name)) ?? []
