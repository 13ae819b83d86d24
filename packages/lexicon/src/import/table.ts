import { bad, type CatalogTable, countryCode, type Foreign, kindIn, leftOut, partialDate, taken } from './entry.js'

/** Columns that we read, and the headers that mean them. The first of a line that a file has is taken. */
const COLUMNS = {
  id: ['id', 'key'],
  type: ['type', 'schema', 'table'],
  ar: ['ar', 'name_ar', 'arabic', 'الاسم'],
  en: ['en', 'name_en', 'latin', 'english', 'name', 'caption', 'label'],
  variantsAr: ['variants_ar', 'aliases_ar', 'alias_ar'],
  variantsEn: ['variants_en', 'aliases_en', 'alias_en', 'variants', 'aliases', 'alias'],
  country: ['country', 'countries', 'country_code', 'nationality'],
  born: ['born', 'birth_date', 'birthdate'],
  died: ['died', 'death_date', 'deathdate'],
  gender: ['gender', 'sex'],
  roles: ['roles', 'role', 'position'],
  kind: ['kind', 'class'],
  parent: ['parent'],
  from: ['from', 'founded', 'incorporation_date'],
  to: ['to', 'dissolved', 'dissolution_date'],
  domains: ['domains', 'domain', 'website'],
  note: ['note', 'notes', 'remark', 'description'],
} as const
type ColumnName = keyof typeof COLUMNS

const TYPES: Readonly<Record<string, CatalogTable>> = {
  person: 'people',
  people: 'people',
  organisation: 'organisations',
  organisations: 'organisations',
  organization: 'organisations',
  legalentity: 'organisations',
  company: 'organisations',
  publicbody: 'organisations',
  place: 'places',
  places: 'places',
  outlet: 'outlets',
  outlets: 'outlets',
}
const OTHER_TYPES: ReadonlySet<string> = new Set(['vessel', 'airplane', 'security', 'cryptowallet', 'address', 'asset'])
const GENDERS: Readonly<Record<string, 'm' | 'f'>> = { m: 'm', male: 'm', f: 'f', female: 'f' }

export interface TableLayout {
  readonly at: ReadonlyMap<ColumnName, number>
  readonly width: number
}

/** Where the columns stand; a string when the header names nobody. */
export function layoutOf(header: readonly string[]): TableLayout | string {
  const names = header.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  ) // a byte order mark
  const at = new Map<ColumnName, number>()
  for (const [column, known] of Object.entries(COLUMNS) as [ColumnName, readonly string[]][]) {
    const found = known.map((name) => names.indexOf(name)).find((place) => place >= 0)
    if (found !== undefined) at.set(column, found)
  }
  if (!at.has('ar') && !at.has('en'))
    return `the header names no column of names: write ar, en or name (it has ${names.slice(0, 12).join(', ')})`
  return { at, width: header.length }
}

const list = (cell: string): string[] => cell.split(/[|;]/).map((part) => part.trim())

/** One record under a header. `type` is what a file without such a column holds. */
export function readRecord(
  cells: readonly string[],
  { at, width }: TableLayout,
  { type, line }: { readonly type: CatalogTable | undefined; readonly line: number },
): Foreign {
  if (cells.length > width) return bad(`${cells.length} cells under a header of ${width}`)
  const cell = (column: ColumnName): string => cells[at.get(column) ?? -1]?.trim() ?? ''
  const printed = cell('type').toLowerCase()
  const table = printed === '' ? type : TYPES[printed]
  if (table === undefined) {
    if (OTHER_TYPES.has(printed)) return leftOut('other-kind')
    return bad(
      printed === ''
        ? 'nothing says what it is: write person, organisation, place or outlet in a column type, or tell --type'
        : `the type is "${printed.slice(0, 40)}"; write person, organisation, place or outlet`,
    )
  }
  const date = (column: ColumnName): string | undefined => (cell(column) === '' ? undefined : partialDate(cell(column)))
  for (const column of ['born', 'died', 'from', 'to'] as const)
    if (cell(column) !== '' && date(column) === undefined)
      return bad(`${column} is "${cell(column).slice(0, 40)}"; write 2003, 2003-05 or 2003-05-01`)
  const country = list(cell('country')).filter((one) => one !== '')
  const code = country.map(countryCode)[0]
  if (country.length > 0 && code === undefined && at.has('type') === false)
    return bad(`country is "${cell('country').slice(0, 40)}"; write the two letters of ISO 3166-1`)
  const kind = cell('kind') === '' ? undefined : kindIn(table, cell('kind'))
  if (typeof kind === 'object')
    return bad(`the kind is "${cell('kind').slice(0, 40)}"; write one of ${kind.join(', ')}`)
  const names = [cell('ar'), ...list(cell('variantsAr')), cell('en'), ...list(cell('variantsEn'))]
  const first = names.find((name) => name !== '')
  if (first === undefined) return leftOut('no-name')
  return taken({
    table,
    key: cell('id') === '' ? `${cell('en') || first} ${line}` : cell('id'),
    names,
    country: code,
    born: date('born'),
    died: date('died'),
    gender: GENDERS[cell('gender').toLowerCase()] ?? '',
    roles: list(cell('roles')),
    kind,
    parent: cell('parent'),
    from: date('from'),
    to: date('to'),
    domains: list(cell('domains')),
    note: cell('note'),
  })
}
