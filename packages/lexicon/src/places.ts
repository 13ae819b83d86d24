import { listOf, oneOf, optional } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { type Row, readTables } from './tsv.js'

export const PLACE_TYPES = ['GPE', 'LOC', 'FAC', 'ORG', 'EVT-NAME', 'PROD'] as const
/** How texts speak of it: a governed place, other geography, a building or site, a body, an occasion, a product. */
export type PlaceType = (typeof PLACE_TYPES)[number]

export const PLACE_COLUMNS = ['id', 'ar', 'en', 'variants_ar', 'type', 'country', 'note'] as const
export const PLACE_FOLDER = 'catalog/places'

/** A town, region, water, site, occasion or product that news names and that is neither country nor governorate. */
export interface Place {
  /** `place.iq.city.fallujah`, `place.x.area.middle-east`, `occasion.…`, `product.…` */
  readonly id: string
  readonly ar: string
  readonly en: string
  readonly variantsAr: readonly string[]
  readonly type: PlaceType
  /** ISO 3166-1 alpha-2; `undefined` for what lies in no one country. */
  readonly country: string | undefined
  readonly note: string | undefined
}

const TYPES: ReadonlySet<PlaceType> = new Set(PLACE_TYPES)

/** Places and things with a name of their own, in the order of the files. */
export const loadPlaces: (source?: DataSource) => readonly Place[] = oncePerSource((source) =>
  readTables(PLACE_FOLDER, PLACE_COLUMNS, source).flatMap((table) => table.rows.map(placeOf)),
)

function placeOf(row: Row<(typeof PLACE_COLUMNS)[number]>): Place {
  const { cells } = row
  return {
    id: cells.id,
    ar: cells.ar,
    en: cells.en,
    variantsAr: listOf(cells.variants_ar),
    type: oneOf(row, 'type', TYPES),
    country: optional(cells.country),
    note: optional(cells.note),
  }
}
