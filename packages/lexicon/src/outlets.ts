import { indexByName, listOf, nameKey, oneOf, optional, type PartialDate } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { type Row, readTables } from './tsv.js'

export const OUTLET_KINDS = ['agency', 'newspaper', 'tv', 'radio', 'site', 'magazine', 'press-office'] as const
export type OutletKind = (typeof OUTLET_KINDS)[number]

/** Who steers the newsroom: `public` lives on public money but is free by law; the empty word: we are not sure. */
export const STATE_CONTROLS = ['', 'state', 'state-linked', 'public', 'party', 'independent'] as const
export type StateControl = (typeof STATE_CONTROLS)[number]

export const OUTLET_COLUMNS = [
  'id',
  'ar',
  'en',
  'variants_ar',
  'variants_en',
  'kind',
  'domains',
  'owner',
  'owner_family',
  'country',
  'state_control',
  'languages',
  'from',
  'to',
  'note',
] as const

/** Who publishes: a site, paper, channel or agency. */
export interface Outlet {
  /** `outlet.reuters` */
  readonly id: string
  readonly ar: string
  readonly en: string
  readonly variantsAr: readonly string[]
  readonly variantsEn: readonly string[]
  readonly kind: OutletKind
  /** Hosts without `www.`, some with the path of a language edition: `bbc.com/arabic`. */
  readonly domains: readonly string[]
  /** Name of the owner, or the id of an organisation. */
  readonly owner: string | undefined
  /** Outlets of one owner share it. */
  readonly ownerFamily: string | undefined
  /** ISO 3166-1 alpha-2 of the seat; `undefined` when it has none or we are not sure. */
  readonly country: string | undefined
  readonly stateControl: StateControl
  /** ISO 639-1. */
  readonly languages: readonly string[]
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
  readonly note: string | undefined
}

const KINDS: ReadonlySet<OutletKind> = new Set(OUTLET_KINDS)
const CONTROLS: ReadonlySet<StateControl> = new Set(STATE_CONTROLS)
export const OUTLET_FOLDER = 'catalog/outlets'

/** Every outlet and agency we know, in the order of the files. */
export const loadOutlets: (source?: DataSource) => readonly Outlet[] = oncePerSource((source) =>
  readTables(OUTLET_FOLDER, OUTLET_COLUMNS, source).flatMap((table) => table.rows.map(outletOf)),
)

function outletOf(row: Row<(typeof OUTLET_COLUMNS)[number]>): Outlet {
  const { cells } = row
  return {
    id: cells.id,
    ar: cells.ar,
    en: cells.en,
    variantsAr: listOf(cells.variants_ar),
    variantsEn: listOf(cells.variants_en),
    kind: oneOf(row, 'kind', KINDS),
    domains: listOf(cells.domains),
    owner: optional(cells.owner),
    ownerFamily: optional(cells.owner_family),
    country: optional(cells.country),
    stateControl: oneOf(row, 'state_control', CONTROLS),
    languages: listOf(cells.languages),
    from: optional(cells.from),
    to: optional(cells.to),
    note: optional(cells.note),
  }
}

const byId = oncePerSource((source) => new Map(loadOutlets(source).map((outlet) => [outlet.id, outlet])))

/** The outlet of an id, or `undefined`. */
export const findOutlet = (id: string, source?: DataSource): Outlet | undefined => byId(source).get(id)

const byDomain = oncePerSource((source) => {
  const index = new Map<string, Outlet>()
  for (const outlet of loadOutlets(source)) for (const domain of outlet.domains) index.set(domain, outlet)
  return index as ReadonlyMap<string, Outlet>
})

/**
 * The outlet that publishes at a host: the host itself, else the nearest host above it, so that
 * `arabic.example.org` is `example.org` unless it has an entry of its own. With the path of the page, editions that
 * live under a path (`bbc.com/arabic`) are told from the house (`bbc.com`).
 */
export function findOutletByDomain(host: string, path = '', source?: DataSource): Outlet | undefined {
  const index = byDomain(source)
  const folder = path.split('/').find((step) => step !== '')
  let at = host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^(?:www|m|mobile|amp)\d?\./, '')
  while (at.includes('.')) {
    const hit = (folder === undefined ? undefined : index.get(`${at}/${folder.toLowerCase()}`)) ?? index.get(at)
    if (hit !== undefined) return hit
    at = at.slice(at.indexOf('.') + 1)
  }
  return undefined
}

const byName = oncePerSource((source) =>
  indexByName(loadOutlets(source), (outlet) => [outlet.ar, outlet.en, ...outlet.variantsAr, ...outlet.variantsEn]),
)

/** Nouns that stand before the name of an outlet, in folded letters, and the kinds they fit. */
const KIND_NOUNS: readonly (readonly [noun: string, kinds: ReadonlySet<OutletKind>])[] = [
  ['وكاله انباء', new Set(['agency'])],
  ['وكاله الانباء', new Set(['agency'])],
  ['وكاله', new Set(['agency', 'site'])],
  ['صحيفه', new Set(['newspaper', 'site'])],
  ['جريده', new Set(['newspaper', 'site'])],
  ['يوميه', new Set(['newspaper'])],
  ['مجله', new Set(['magazine', 'newspaper'])],
  ['اسبوعيه', new Set(['magazine', 'newspaper'])],
  ['قناه', new Set(['tv'])],
  ['فضاييه', new Set(['tv'])],
  ['تلفزيون', new Set(['tv'])],
  ['محطه', new Set(['tv', 'radio'])],
  ['شبكه', new Set(['tv', 'radio', 'site', 'agency'])],
  ['اذاعه', new Set(['radio', 'tv'])],
  ['راديو', new Set(['radio'])],
  ['موقع', new Set(['site', 'newspaper', 'tv', 'radio', 'agency', 'magazine'])],
  ['بوابه', new Set(['site', 'newspaper'])],
]
const AFTER_AGENCY = /^(.+) (?:للانباء|الاخباريه|الاخباري|الدوليه|الفضاييه|الالكتروني|الالكترونيه)$/

/**
 * Every outlet that goes by a name, in any script or setting, with or without the noun that says what it is:
 * «وكالة رويترز للأنباء» is «رويترز». Several papers share a name («الوطن»), so the answer is a list.
 */
export function findOutletsByName(name: string, source?: DataSource): readonly Outlet[] {
  const index = byName(source)
  const whole = outletsByKey(nameKey(name), index)
  if (whole.length > 0) return whole
  // «وكالة الأنباء الألمانية (د ب أ)»: the name, or else what its brackets hold
  const bracketed = /^([^()]{1,120})\(([^()]{1,60})\)?\s*$/.exec(name)
  if (bracketed === null) return []
  const named = outletsByKey(nameKey(bracketed[1] ?? ''), index)
  return named.length > 0 ? named : outletsByKey(nameKey(bracketed[2] ?? ''), index)
}

function outletsByKey(key: string, index: ReadonlyMap<string, readonly Outlet[]>): readonly Outlet[] {
  const direct = index.get(key)
  if (direct !== undefined) return direct
  for (const [noun, kinds] of KIND_NOUNS) {
    if (!key.startsWith(`${noun} `)) continue
    const rest = key.slice(noun.length + 1)
    const tail = AFTER_AGENCY.exec(rest)?.[1]
    const hits = (index.get(rest) ?? (tail === undefined ? undefined : index.get(tail)) ?? []).filter((outlet) =>
      kinds.has(outlet.kind),
    )
    if (hits.length > 0) return hits
  }
  const tail = AFTER_AGENCY.exec(key)?.[1]
  return (tail === undefined ? undefined : index.get(tail)) ?? []
}

/**
 * The one outlet that goes by a name: the only one, else the only one in that country, else the only one of which it
 * is the first name and not a variant. `undefined` when none is, or several are.
 */
export function findOutletByName(name: string, country?: string, source?: DataSource): Outlet | undefined {
  const hits = findOutletsByName(name, source)
  if (hits.length === 1) return hits[0]
  const there = country === undefined ? [] : hits.filter((outlet) => outlet.country === country)
  if (there.length === 1) return there[0]
  const key = nameKey(name)
  const foremost = hits.filter((outlet) => nameKey(outlet.ar) === key)
  return foremost.length === 1 ? foremost[0] : undefined
}
