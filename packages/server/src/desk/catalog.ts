import {
  type DataSource,
  findCountry,
  findOrganisation,
  findOutlet,
  findPerson,
  findTitle,
  loadGovernorates,
  loadPlaces,
  oncePerSource,
  type PartialDate,
} from '@isnad/lexicon'

export interface CatalogName {
  readonly ar: string
  readonly en: string
}

/** What the catalog holds, by id: the shipped one, with the user's over it. */
export interface CatalogNames {
  /** The usual names of an entry; undefined for an id that the catalog does not hold. */
  name(id: string): CatalogName | undefined
  /** The offices of a person, in the catalog's order; none for anything else. */
  roles(id: string): readonly CatalogRole[]
}

/** Governorates, their centres and other places by id. */
const placeNames = oncePerSource((source): ReadonlyMap<string, CatalogName> => {
  const names = new Map<string, CatalogName>()
  for (const { id, ar, en } of loadPlaces(source)) names.set(id, { ar, en })
  for (const governorate of loadGovernorates(source))
    for (const { id, ar, en } of [governorate, ...(governorate.centre === undefined ? [] : [governorate.centre])])
      names.set(id, { ar, en })
  return names
})

function nameIn(id: string, source: DataSource | undefined): CatalogName | undefined {
  switch (id.slice(0, id.indexOf('.'))) {
    case 'person':
      return findPerson(id, source)
    case 'org':
      return findOrganisation(id, source)
    case 'outlet':
    case 'agency':
      return findOutlet(id, source)
    case 'country':
      return findCountry(id.slice('country.'.length).toUpperCase(), source)
    default:
      return placeNames(source).get(id)
  }
}

/** Reads the catalog of `source` as it stands at each question; the shipped one alone where there is none. */
export const catalogNames = (source: () => DataSource | undefined = () => undefined): CatalogNames => ({
  name: (id) => nameIn(id, source()),
  roles(id) {
    const from = source()
    return (findPerson(id, from)?.roles ?? []).map((role) => ({
      title: titleName(role.title),
      at: role.at === undefined ? undefined : (nameIn(role.at, from) ?? findCountry(role.at, from)),
      from: role.from,
      to: role.to,
      ongoing: role.ongoing,
    }))
  },
})

/** An office that the catalog knows somebody to have held. */
export interface CatalogRole {
  readonly title: CatalogName
  readonly at: CatalogName | undefined
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
  readonly ongoing: boolean
}

/** A role names its title by id or in Arabic words. */
function titleName(title: string): CatalogName {
  const known = findTitle(title)
  return known === undefined ? { ar: title, en: title } : { ar: known.masculine[0] ?? known.en, en: known.en }
}
