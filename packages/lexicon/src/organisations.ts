import { indexByName, listOf, nameKey, oneOf, optional, type PartialDate } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { type Row, readTables } from './tsv.js'

export const ORGANISATION_KINDS = [
  'government',
  'ministry',
  'agency',
  'parliament',
  'court',
  'army',
  'police',
  'intelligence',
  'party',
  'armed-group',
  'militia',
  'rebel-government',
  'movement',
  'international',
  'ngo',
  'union',
  'religious',
  'company',
  'bank',
  'university',
  'research',
  'media',
  'club',
  'sports-body',
  'other',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const ORGANISATION_COLUMNS = [
  'id',
  'ar',
  'en',
  'variants_ar',
  'variants_en',
  'home_ar',
  'kind',
  'country',
  'parent',
  'from',
  'to',
  'note',
] as const

/** A body: a government, a ministry, an army, a party, a company, a club. */
export interface Organisation {
  /** `org.iq.mod`, `org.intl.un` */
  readonly id: string
  /** The usual name abroad: «وزارة الدفاع العراقية». */
  readonly ar: string
  readonly en: string
  readonly variantsAr: readonly string[]
  readonly variantsEn: readonly string[]
  /** The names at home, which say nothing without a country: «وزارة الدفاع». */
  readonly homeAr: readonly string[]
  readonly kind: OrganisationKind
  /** ISO 3166-1 alpha-2; `undefined` for what belongs to no one country. */
  readonly country: string | undefined
  /** Id of the body that it is part of. */
  readonly parent: string | undefined
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
  readonly note: string | undefined
}

const KINDS: ReadonlySet<OrganisationKind> = new Set(ORGANISATION_KINDS)
export const ORGANISATION_FOLDER = 'catalog/organisations'

/** Every organisation we know, in the order of the files. */
export const loadOrganisations: (source?: DataSource) => readonly Organisation[] = oncePerSource((source) =>
  readTables(ORGANISATION_FOLDER, ORGANISATION_COLUMNS, source).flatMap((table) => table.rows.map(organisationOf)),
)

function organisationOf(row: Row<(typeof ORGANISATION_COLUMNS)[number]>): Organisation {
  const { cells } = row
  return {
    id: cells.id,
    ar: cells.ar,
    en: cells.en,
    variantsAr: listOf(cells.variants_ar),
    variantsEn: listOf(cells.variants_en),
    homeAr: listOf(cells.home_ar),
    kind: oneOf(row, 'kind', KINDS),
    country: optional(cells.country),
    parent: optional(cells.parent),
    from: optional(cells.from),
    to: optional(cells.to),
    note: optional(cells.note),
  }
}

const byId = oncePerSource((source) => new Map(loadOrganisations(source).map((body) => [body.id, body])))

/** The organisation of an id, or `undefined`. */
export const findOrganisation = (id: string, source?: DataSource): Organisation | undefined => byId(source).get(id)

const byName = oncePerSource((source) =>
  indexByName(loadOrganisations(source), (body) => [body.ar, body.en, ...body.variantsAr, ...body.variantsEn]),
)
const byHomeName = oncePerSource((source) => indexByName(loadOrganisations(source), (body) => body.homeAr))

/**
 * Every organisation that goes by a name. With a country, the names that bodies have at home count too: «وزارة
 * الدفاع» and `IQ` give the Iraqi ministry.
 */
export function findOrganisationsByName(name: string, country?: string, source?: DataSource): readonly Organisation[] {
  const key = nameKey(name)
  const hits = byName(source).get(key) ?? []
  if (country === undefined) return hits
  const atHome = (byHomeName(source).get(key) ?? []).filter((body) => body.country === country && !hits.includes(body))
  return atHome.length === 0 ? hits : [...atHome, ...hits]
}
