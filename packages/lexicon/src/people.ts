import { indexByName, listOf, nameKey, oneOf, optional, type PartialDate } from './cells.js'
import { type DataSource, oncePerSource } from './data-source.js'
import { invalid } from './invalid.js'
import { type Row, readTables, rowFinder } from './tsv.js'

export const PEOPLE_COLUMNS = [
  'id',
  'ar',
  'en',
  'variants_ar',
  'variants_en',
  'country',
  'born',
  'died',
  'gender',
  'roles',
  'note',
] as const

export const GENDERS = ['', 'm', 'f'] as const
export type Gender = (typeof GENDERS)[number]

/** An office held: what, where, from when to when. */
export interface Role {
  /** Id of a title (`title.prime-minister`) or the Arabic words for it. */
  readonly title: string
  /** Id of an organisation or a two-letter country. */
  readonly at: string | undefined
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
  /** Held still in the month that the file's `facts_to` names. Not held, or not known, otherwise. */
  readonly ongoing: boolean
}

/** A public figure. */
export interface Person {
  /** `person.mustafa-al-kadhimi` */
  readonly id: string
  readonly ar: string
  readonly en: string
  readonly variantsAr: readonly string[]
  readonly variantsEn: readonly string[]
  /** Country of public life. */
  readonly country: string | undefined
  readonly born: PartialDate | undefined
  readonly died: PartialDate | undefined
  readonly gender: Gender
  readonly roles: readonly Role[]
  readonly note: string | undefined
}

const GENDER_SET: ReadonlySet<Gender> = new Set(GENDERS)
export const PEOPLE_FOLDER = 'catalog/people'

/** Every public figure we know, in the order of the files. */
export const loadPeople: (source?: DataSource) => readonly Person[] = oncePerSource((source) =>
  readTables(PEOPLE_FOLDER, PEOPLE_COLUMNS, source).flatMap((table) => table.rows.map(personOf)),
)

function personOf(row: Row<(typeof PEOPLE_COLUMNS)[number]>): Person {
  const { cells } = row
  return {
    id: cells.id,
    ar: cells.ar,
    en: cells.en,
    variantsAr: listOf(cells.variants_ar),
    variantsEn: listOf(cells.variants_en),
    country: optional(cells.country),
    born: optional(cells.born),
    died: optional(cells.died),
    gender: oneOf(row, 'gender', GENDER_SET),
    roles: cells.roles === '' ? [] : cells.roles.split(';').map((text) => roleOf(text.trim(), row)),
    note: optional(cells.note),
  }
}

const DATE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`
const YEARS = new RegExp(`^(?:(${DATE})|(${DATE})?–(${DATE}|\\?)?)$`)

/** Reads `title.minister @ org.iq.mod [2020-05–2022]`. */
function roleOf(text: string, row: Row<string>): Role {
  const open = text.indexOf('[')
  const bracketed = open < 0 ? undefined : YEARS.exec(text.slice(open + 1, -1))
  const held = open < 0 ? text : text.slice(0, open)
  const sign = held.indexOf('@')
  const title = (sign < 0 ? held : held.slice(0, sign)).trim()
  const at = sign < 0 ? undefined : held.slice(sign + 1).trim()
  const isShut = open < 0 ? !text.includes(']') : text.endsWith(']')
  if (title === '' || at === '' || at?.includes('@') || bracketed === null || !isShut) {
    throw invalid({
      file: row.file,
      line: row.line,
      entry: row.cells.id,
      detail: `the role "${text}" cannot be read`,
      repair: 'write: title @ organisation or country [2003–2005], [2003–] while it lasts, [2003–?] when it has ended',
    })
  }
  if (bracketed === undefined) return { title, at, from: undefined, to: undefined, ongoing: false }
  const [, only, from, to] = bracketed
  if (only !== undefined) return { title, at, from: only, to: only, ongoing: false }
  return { title, at, from, to: to === '?' ? undefined : to, ongoing: to === undefined }
}

const byId = oncePerSource((source) => {
  const find = rowFinder(PEOPLE_FOLDER, PEOPLE_COLUMNS, source)
  const people = new Map<string, Person>()
  return {
    get(id: string): Person | undefined {
      const known = people.get(id)
      const row = known === undefined ? find(id) : undefined
      if (row === undefined) return known
      const person = personOf(row)
      people.set(id, person)
      return person
    },
  }
})

/** The public figure of an id, or `undefined`; the others are not read for his sake. */
export const findPerson = (id: string, source?: DataSource): Person | undefined => byId(source).get(id)

const byName = oncePerSource((source) =>
  indexByName(loadPeople(source), (person) => [person.ar, person.en, ...person.variantsAr, ...person.variantsEn]),
)

/** Every public figure who goes by exactly this name, vowel marks and hamza seats aside. */
export const findPeopleByName = (name: string, source?: DataSource): readonly Person[] =>
  byName(source).get(nameKey(name)) ?? []
