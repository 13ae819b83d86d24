import type { PlaceType } from '../places.js'
import { bad, countryCode, type Foreign, leftOut, taken } from './entry.js'

/** Columns of GeoNames' main tables (allCountries, cities15000, IQ …). */
export const GEONAMES_COLUMNS = 19

/** How texts speak of a feature class: towns and areas are governed; buildings and roads are facilities. */
const CLASSES: Readonly<Record<string, PlaceType>> = {
  P: 'GPE',
  A: 'GPE',
  S: 'FAC',
  R: 'FAC',
  H: 'LOC',
  L: 'LOC',
  T: 'LOC',
  U: 'LOC',
  V: 'LOC',
}

/** Names by geonameid, from the table of alternate names. */
export type AlternateNames = ReadonlyMap<string, readonly string[]>

/** One line of a main table; names of `alternate` are added. Throws nothing. */
export function readGeoname(line: string, alternate: AlternateNames): Foreign {
  const cells = line.split('\t')
  if (cells.length !== GEONAMES_COLUMNS)
    return bad(`${cells.length} columns where a table of places has ${GEONAMES_COLUMNS}`)
  const [id = '', name = '', ascii = '', others = '', , , featureClass = '', code = '', country = ''] = cells
  if (!/^\d+$/.test(id)) return bad(`the geonameid is "${id.slice(0, 40)}"`)
  const kind = CLASSES[featureClass]
  if (featureClass === '') return leftOut('other-kind')
  if (kind === undefined) return bad(`the feature class is "${featureClass.slice(0, 40)}"`)
  return taken({
    table: 'places',
    key: id,
    names: [...(alternate.get(id) ?? []), name, ascii, ...others.split(',').filter((one) => hasArabic(one))],
    kind,
    country: countryCode(country),
    note: code,
  })
}

const hasArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name)

/** Files of alternate names, old (8 columns) and new (10). */
export const isAlternateRow = (cells: readonly string[]): boolean =>
  cells.length >= 4 && cells.length <= 10 && /^\d+$/.test(cells[0] ?? '') && /^\d+$/.test(cells[1] ?? '')

export interface AlternateName {
  readonly id: string
  readonly name: string
  readonly preferred: boolean
}

/** One line of the alternate names: the Arabic ones that are in use. A string says what is wrong with the line. */
export function readAlternateName(line: string): AlternateName | string | undefined {
  const cells = line.split('\t')
  if (!isAlternateRow(cells)) return `not a line of alternate names (${cells.length} columns)`
  const [, id = '', language, name = '', preferred, , colloquial, historic] = cells
  if (language !== 'ar' || name === '' || colloquial === '1' || historic === '1') return undefined
  return { id, name, preferred: preferred === '1' }
}
