import { IsnadError } from '@isnad/text'
import type { z } from 'zod'
import { isReversed, listOf, nameKey } from './cells.js'
import { eventProblems } from './check-events.js'
import { COUNTRY_COLUMNS, COUNTRY_FILE } from './countries.js'
import { type DataSource, shippedData } from './data-source.js'
import { GOVERNORATE_COLUMNS, GOVERNORATE_FOLDER } from './governorates.js'
import type { Problem } from './invalid.js'
import { ADJECTIVE_FILE, HEAD_FILE, NAME_WORD_COLUMNS } from './name-words.js'
import { NISBA_COLUMNS, NISBA_FILE } from './nisbas.js'
import { ORGANISATION_COLUMNS, ORGANISATION_FOLDER } from './organisations.js'
import { OUTLET_COLUMNS, OUTLET_FOLDER } from './outlets.js'
import { loadPeople, PEOPLE_COLUMNS, PEOPLE_FOLDER, type Person } from './people.js'
import { PLACE_COLUMNS, PLACE_FOLDER } from './places.js'
import * as schemas from './schemas.js'
import { TITLE_COLUMNS, TITLE_FILE } from './titles.js'
import { type Row, readTables, readTsv } from './tsv.js'

type AnyRow = Row<string>

/**
 * Checks every table against its schema and against the others: ids and names given twice, parents, bodies, titles
 * and countries that nobody defined, letters, dates, domains. A file that cannot be read at all throws
 * `LEXICON_INVALID`; everything else is in the list, by file and line.
 */
export function validateLexicon(source: DataSource = shippedData()): readonly Problem[] {
  const rowsIn = <C extends string>(folder: string, columns: readonly C[]) =>
    readTables(folder, columns, source).flatMap((table) => table.rows)
  // A catalog may do without the words around names: those that users bring along do.
  const rowsOf = <C extends string>(file: string, columns: readonly C[]) =>
    source.list(file.slice(0, file.lastIndexOf('/'))).includes(file) ? readTsv(file, columns, source).rows : []
  const countries = readTsv(COUNTRY_FILE, COUNTRY_COLUMNS, source).rows
  const titles = readTsv(TITLE_FILE, TITLE_COLUMNS, source).rows
  const nisbas = readTsv(NISBA_FILE, NISBA_COLUMNS, source).rows
  const outlets = rowsIn(OUTLET_FOLDER, OUTLET_COLUMNS)
  const organisations = rowsIn(ORGANISATION_FOLDER, ORGANISATION_COLUMNS)
  const people = rowsIn(PEOPLE_FOLDER, PEOPLE_COLUMNS)
  const governorates = rowsIn(GOVERNORATE_FOLDER, GOVERNORATE_COLUMNS)
  const places = rowsIn(PLACE_FOLDER, PLACE_COLUMNS)
  const heads = rowsOf(HEAD_FILE, NAME_WORD_COLUMNS)
  const adjectives = rowsOf(ADJECTIVE_FILE, NAME_WORD_COLUMNS)
  const countryCodes = new Set(countries.map((row) => row.cells.code))
  const organisationIds = new Set(organisations.map((row) => row.cells.id))
  const titleIds = new Set(titles.map((row) => row.cells.id))
  const problems: Problem[] = [
    ...shapeProblems(countries, schemas.CountryRow),
    ...shapeProblems(titles, schemas.TitleRow),
    ...shapeProblems(nisbas, schemas.NisbaRow),
    ...shapeProblems(outlets, schemas.OutletRow),
    ...shapeProblems(organisations, schemas.OrganisationRow),
    ...shapeProblems(people, schemas.PersonRow),
    ...shapeProblems(governorates, schemas.GovernorateRow),
    ...shapeProblems(places, schemas.PlaceRow),
    ...shapeProblems(heads, schemas.HeadRow),
    ...shapeProblems(adjectives, schemas.AdjectiveRow),
    ...twice(countries, ({ code }) => [code], 'code', 'keep one'),
    ...twice<'id'>(
      [...titles, ...nisbas, ...outlets, ...organisations, ...people],
      ({ id }) => [id],
      'id',
      'choose another',
    ),
    ...twice(governorates, ({ id, centre_id }) => (centre_id === '' ? [id] : [id, centre_id]), 'id', 'choose another'),
    ...twice<'id'>([...places, ...heads, ...adjectives], ({ id }) => [id], 'id', 'choose another'),
    ...twice(heads, ({ form, kind }) => [`${nameKey(form)} (${kind})`], 'form', 'keep one'),
    ...twice(outlets, ({ domains }) => listOf(domains), 'domain', 'leave it to one outlet'),
    ...twice(outlets, ({ kind, country, ar }) => [`${nameKey(ar)} (${kind}, ${country})`], 'name', 'merge the two'),
    ...twice(organisations, ({ kind, ar }) => [`${nameKey(ar)} (${kind})`], 'name', 'merge them or say the country'),
    ...twice(nisbas, ({ kind, country, m }) => [`${nameKey(m)} (${kind}, ${country})`], 'nisba', 'merge the two'),
    ...namesakes(people),
    ...ownVariants(outlets),
    ...ownVariants(organisations),
    ...ownVariants(people),
    ...unknown(
      [...outlets, ...organisations, ...people, ...nisbas, ...governorates, ...places],
      'country',
      countryCodes,
    ),
    ...unknown(organisations, 'parent', organisationIds),
    ...unknown(
      outlets.filter((row) => row.cells.owner.startsWith('org.')),
      'owner',
      organisationIds,
    ),
    ...parentCycles(organisations),
    ...roleProblems(people, source, { countryCodes, organisationIds, titleIds }),
    ...eventProblems(source),
  ]
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)))
}

const problemAt = (row: AnyRow, detail: string, repair: string): Problem => ({
  file: row.file,
  line: row.line,
  entry: row.cells.id ?? row.cells.code,
  detail,
  repair,
})

function shapeProblems(rows: readonly AnyRow[], schema: z.ZodType): Problem[] {
  return rows.flatMap((row) => {
    const checked = schema.safeParse(row.cells)
    if (checked.success) return []
    return checked.error.issues.map(({ path, message }) => {
      const column = path.map(String).join('.')
      return problemAt(row, `${column} is "${row.cells[column] ?? ''}"`, message)
    })
  })
}

/** Keys that two rows claim; the later row is at fault. */
function twice<C extends string>(
  rows: readonly Row<C>[],
  keysOf: (cells: Readonly<Record<C, string>>) => readonly string[],
  what: string,
  repair: string,
): Problem[] {
  const first = new Map<string, Row<C>>()
  const problems: Problem[] = []
  for (const row of rows) {
    for (const key of keysOf(row.cells)) {
      const there = first.get(key)
      if (there === undefined) first.set(key, row)
      else problems.push(problemAt(row, `the ${what} ${key} stands already at ${there.file}:${there.line}`, repair))
    }
  }
  return problems
}

/** Two people may share a name, but not a name and a year of birth, nor a name without a note that tells them apart. */
function namesakes(people: readonly Row<(typeof PEOPLE_COLUMNS)[number]>[]): Problem[] {
  const first = new Map<string, Row<(typeof PEOPLE_COLUMNS)[number]>>()
  return people.flatMap((row) => {
    const key = nameKey(row.cells.ar)
    const there = first.get(key)
    if (there === undefined) {
      first.set(key, row)
      return []
    }
    const sameYear = row.cells.born !== '' && row.cells.born.slice(0, 4) === there.cells.born.slice(0, 4)
    if (!sameYear && row.cells.note !== '') return []
    const detail = `the name stands already at ${there.file}:${there.line}`
    return [problemAt(row, detail, 'merge the two, or say in the note how they differ')]
  })
}

/** A variant that the folding finds anyway says nothing. */
function ownVariants(rows: readonly AnyRow[]): Problem[] {
  return rows.flatMap((row) => {
    const seen = new Set([nameKey(row.cells.ar ?? '')])
    return listOf(row.cells.variants_ar ?? '').flatMap((variant) => {
      const key = nameKey(variant)
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      return [problemAt(row, `the variant "${variant}" folds to another name of the entry`, 'take it out')]
    })
  })
}

function unknown(rows: readonly AnyRow[], column: string, known: ReadonlySet<string>): Problem[] {
  return rows.flatMap((row) => {
    const cell = row.cells[column] ?? ''
    return cell === '' || known.has(cell)
      ? []
      : [problemAt(row, `${column} names ${cell}, which nobody defines`, 'define it or correct the spelling')]
  })
}

function parentCycles(organisations: readonly AnyRow[]): Problem[] {
  const parentOf = new Map(organisations.map((row) => [row.cells.id, row.cells.parent]))
  return organisations.flatMap((row) => {
    let at = row.cells.parent
    for (let steps = 0; at !== undefined && at !== '' && steps <= organisations.length; steps++) {
      if (at === row.cells.id) return [problemAt(row, 'is its own ancestor', 'break the circle of parents')]
      at = parentOf.get(at)
    }
    return []
  })
}

interface Known {
  readonly countryCodes: ReadonlySet<string>
  readonly organisationIds: ReadonlySet<string>
  readonly titleIds: ReadonlySet<string>
}

function roleProblems(people: readonly AnyRow[], source: DataSource, known: Known): Problem[] {
  let persons: readonly Person[]
  try {
    persons = loadPeople(source)
  } catch (error) {
    if (!(error instanceof IsnadError)) throw error
    return [{ file: PEOPLE_FOLDER, line: undefined, entry: undefined, detail: error.message, repair: 'mend it first' }]
  }
  return people.flatMap((row, i) => {
    const person = persons[i]
    return person === undefined ? [] : rolesOf(person, known).map(([detail, repair]) => problemAt(row, detail, repair))
  })
}

function rolesOf(person: Person, known: Known): [detail: string, repair: string][] {
  const found: [string, string][] = []
  const define = 'define it or correct the spelling'
  for (const { title, at, from, to, ongoing } of person.roles) {
    if (title.startsWith('title.') && !known.titleIds.has(title)) {
      found.push([`the role names ${title}, which nobody defines`, define])
    } else if (!title.startsWith('title.') && /^ال|[A-Za-z]/u.test(title)) {
      found.push([`the title "${title}" has an article or Latin letters`, 'write an id or bare Arabic words'])
    }
    if (at !== undefined && !(/^[A-Z]{2}$/.test(at) ? known.countryCodes : known.organisationIds).has(at)) {
      found.push([`the role names ${at}, which nobody defines`, define])
    }
    if (from !== undefined && to !== undefined && isReversed(from, to)) {
      found.push([`the role ${title} ends before it begins`, 'put the years right'])
    }
    if (from !== undefined && person.born !== undefined && isReversed(person.born, from)) {
      found.push([`the role ${title} begins before the birth`, 'put the years right'])
    }
    if (from !== undefined && person.died !== undefined && isReversed(from, person.died)) {
      found.push([`the role ${title} begins after the death`, 'put the years right'])
    }
    if (ongoing && person.died !== undefined) {
      found.push([`the role ${title} is open though the person has died`, 'close it'])
    }
  }
  return found
}
