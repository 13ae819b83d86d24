import {
  findCountry,
  findOrganisation,
  findOutlet,
  findPerson,
  findTitle,
  loadGovernorates,
  type PartialDate,
} from '@isnad/lexicon'

export interface CatalogName {
  readonly ar: string
  readonly en: string
}

let places: ReadonlyMap<string, CatalogName> | undefined

/** Governorates and their centres by id, gathered on first use. */
function placeNames(): ReadonlyMap<string, CatalogName> {
  places ??= new Map(
    loadGovernorates().flatMap((governorate) =>
      [governorate, ...(governorate.centre === undefined ? [] : [governorate.centre])].map(
        ({ id, ar, en }): [string, CatalogName] => [id, { ar, en }],
      ),
    ),
  )
  return places
}

/** The usual names of an entry of the catalog; undefined for an id that this catalog does not hold. */
export function catalogName(id: string): CatalogName | undefined {
  const kind = id.slice(0, id.indexOf('.'))
  switch (kind) {
    case 'person':
      return findPerson(id)
    case 'org':
      return findOrganisation(id)
    case 'outlet':
    case 'agency':
      return findOutlet(id)
    case 'country':
      return findCountry(id.slice('country.'.length).toUpperCase())
    default:
      return placeNames().get(id)
  }
}

/** An office that the catalog knows somebody to have held. */
export interface CatalogRole {
  readonly title: CatalogName
  readonly at: CatalogName | undefined
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
  readonly ongoing: boolean
}

/** The offices of a person of the catalog, in the catalog's order; none for anything else. */
export function catalogRoles(id: string): readonly CatalogRole[] {
  return (findPerson(id)?.roles ?? []).map(({ title, at, from, to, ongoing }) => ({
    title: titleName(title),
    at: at === undefined ? undefined : (catalogName(at) ?? findCountry(at)),
    from,
    to,
    ongoing,
  }))
}

/** A role names its title by id or in Arabic words. */
function titleName(title: string): CatalogName {
  const known = findTitle(title)
  return known === undefined ? { ar: title, en: title } : { ar: known.masculine[0] ?? known.en, en: known.en }
}
