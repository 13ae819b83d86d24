import { IsnadError } from '@isnad/text'
import { nameKey } from '../cells.js'
import { type DataSource, shippedData } from '../data-source.js'
import { CATALOG_TABLES, type CatalogTable, type ForeignEntry, kindIn } from '../import/entry.js'
import { type Cells, plainName, rowOf, slugOf, TABLES } from '../import/rows.js'
import { appendLog, type Deed, type Operation, readLog, standing } from './log.js'
import { buildCatalog, filesOf, userCatalog } from './overlay.js'
import { type CatalogRow, replay, rowsOf, splitRow } from './state.js'

/** Where the deeds are kept, what they are laid over, and when they are done. */
export interface Desk {
  readonly dataDir: string
  readonly base?: DataSource
  readonly now?: Date
}

const act = ({ dataDir, now }: Desk, deed: Deed): Promise<Operation> => appendLog(dataDir, deed, now ?? new Date())

const isTaken = (id: string, { dataDir, base }: Desk): boolean =>
  rowsOf(new Set([id]), userCatalog(dataDir, base).source).has(id)

function freeId(id: string, desk: Desk): string {
  if (!isTaken(id, desk)) return id
  for (let n = 2; ; n++) if (!isTaken(`${id}-${n}`, desk)) return `${id}-${n}`
}

/** An entry as a person gives it: without a key it is called by its Latin name. */
export interface NewEntry extends Omit<ForeignEntry, 'key' | 'kind'> {
  readonly key?: string
  readonly kind?: string | undefined
}

/** Adds one entry; its id is made of its Latin name unless `key` tells one. Answers with the row. */
export async function addEntry(desk: Desk, { kind: printed, ...entry }: NewEntry): Promise<Cells> {
  const kind = printed === undefined ? undefined : kindIn(entry.table, printed)
  if (typeof kind === 'object') {
    const known = kind.length === 0 ? `${entry.table} have no kinds` : `there are ${kind.join(', ')}`
    throw new IsnadError('USAGE', `the kind ${printed}: ${known}`)
  }
  const names = entry.names.filter((name) => name.trim() !== '')
  const latin = names.find((name) => /\p{Script=Latin}/u.test(name)) ?? names[0] ?? ''
  const row = rowOf({ ...entry, kind, names, key: entry.key ?? slugOf(latin) }, { source: 'user', arabicOnly: false })
  if (typeof row === 'string') throw new IsnadError('USAGE', 'an entry needs a name in Arabic or Latin letters')
  const id = row.id ?? ''
  if (entry.key !== undefined && isTaken(id, desk))
    throw new IsnadError('USAGE', `the id ${id} is taken; choose another, or merge the two`)
  const added = { ...row, id: freeId(id, desk) }
  await act(desk, { do: 'add', table: entry.table, row: added })
  return added
}

function entryOf(id: string, desk: Desk): CatalogRow {
  const catalog = userCatalog(desk.dataDir, desk.base)
  const row = rowsOf(new Set([id]), catalog.source).get(id)
  if (row !== undefined) return row
  const now = catalog.currentId(id)
  throw new IsnadError(
    'NOT_FOUND',
    now === id
      ? `the catalog has no entry ${id}; look it up with \`isnad catalog list\``
      : `${id} was merged into ${now}; name that one`,
  )
}

/** Makes one entry of several: the first keeps its id and name and takes the names and roles of the others. */
export async function mergeEntries(
  desk: Desk,
  into: string,
  from: readonly string[],
  because = '',
): Promise<Operation> {
  const kept = entryOf(into, desk)
  for (const [i, id] of from.entries()) {
    if (id === into || from.indexOf(id) !== i) throw new IsnadError('USAGE', `${id} is named twice`)
    const other = entryOf(id, desk)
    if (other.table !== kept.table)
      throw new IsnadError('USAGE', `${into} stands among the ${kept.table} and ${id} among the ${other.table}`)
  }
  return act(desk, { do: 'merge', into, from, because })
}

/**
 * Takes names out of an entry into a new one, or, where the names are ids that were merged into it, takes back the merge.
 * Answers with the id of what stands apart now.
 */
export async function splitEntry(
  desk: Desk,
  { id, names, as, because = '' }: { id: string; names: readonly string[]; as?: string | undefined; because?: string },
): Promise<{ readonly operation: Operation; readonly apart: readonly string[] }> {
  const row = entryOf(id, desk)
  const operations = readLog(desk.dataDir)
  const merge = standing(operations).find(
    (operation) =>
      operation.do === 'merge' && operation.into === id && names.every((one) => operation.from.includes(one)),
  )
  if (merge?.do === 'merge') return { operation: await undo(desk, merge.n), apart: merge.from }
  const plain = names.map((name) => plainName(name) ?? name)
  const apart = as ?? freeId(`${id}-2`, desk)
  const prefix = id.slice(0, id.indexOf('.') + 1)
  if (!apart.startsWith(prefix) || !/^[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/.test(apart))
    throw new IsnadError('USAGE', `the id ${apart} should look like ${id}`)
  if (isTaken(apart, desk)) throw new IsnadError('USAGE', `the id ${apart} is taken; choose another`)
  if (splitRow(row.cells, plain, apart) === undefined)
    throw new IsnadError(
      'USAGE',
      `${id} is called ${namesOf(row.cells).join(', ')}; name some of these, and not all of one script`,
    )
  return { operation: await act(desk, { do: 'split', of: id, names: plain, as: apart, because }), apart: [apart] }
}

/** Takes back an operation, or the last that stands. Refuses when a later one builds on it. */
export async function undo(desk: Desk, n?: number): Promise<Operation> {
  const { dataDir, base = shippedData() } = desk
  const operations = readLog(dataDir)
  const stands = standing(operations)
  const target = n === undefined ? stands[stands.length - 1] : stands.find((operation) => operation.n === n)
  if (target === undefined)
    throw new IsnadError(
      'NOT_FOUND',
      n === undefined ? 'nothing stands that could be undone' : `operation ${n} does not stand`,
    )
  const rest = stands.filter((operation) => operation !== target)
  const before = new Set(replay(stands, filesOf(dataDir, stands, base)).idle)
  const broken = replay(rest, filesOf(dataDir, rest, base)).idle.find((idle) => !before.has(idle))
  if (broken !== undefined)
    throw new IsnadError('USAGE', `operation ${broken} builds on operation ${target.n}; undo that one first`)
  return act(desk, { do: 'undo', of: target.n })
}

/** One entry as it stands now, for lists. */
export interface ListedEntry {
  readonly table: CatalogTable
  readonly cells: Cells
  /** False for what the package ships unchanged. */
  readonly isUsers: boolean
}

const namesOf = (cells: Cells): string[] =>
  [cells.ar, ...(cells.variants_ar ?? '').split('|'), cells.en, ...(cells.variants_en ?? '').split('|')].filter(
    (name): name is string => name !== undefined && name !== '',
  )

/** Entries whose id is `query` or one of whose names holds its words; the user's own when there is no query. */
export function* listEntries(
  desk: Desk,
  query = '',
  tables: readonly CatalogTable[] = CATALOG_TABLES,
): Generator<ListedEntry> {
  const { source, state, operations } = buildCatalog(desk.dataDir, readLog(desk.dataDir), desk.base ?? shippedData())
  const own = new Set(standing(operations).flatMap((operation) => (operation.do === 'import' ? operation.files : [])))
  const words = nameKey(query)
    .split(' ')
    .filter((word) => word !== '')
  for (const table of tables) {
    const { folder, columns } = TABLES[table]
    for (const name of source.list(folder)) {
      if (!name.endsWith('.tsv')) continue
      for (const line of source.read(name).split('\n')) {
        const values = line.split('\t')
        const id = values[0]?.trim() ?? ''
        if (line.startsWith('#') || id === '' || id === 'id') continue
        const isUsers = own.has(name) || state.added.has(id) || state.changed.has(id)
        if (query === '' ? !isUsers : id !== query && !holds(values, columns, words)) continue
        const cells = Object.fromEntries(columns.map((column, i) => [column, values[i]?.trim() ?? '']))
        yield { table, cells, isUsers }
      }
    }
  }
}

const NAME_COLUMNS: ReadonlySet<string> = new Set(['ar', 'en', 'variants_ar', 'variants_en'])

function holds(values: readonly string[], columns: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return false
  return columns.some((column, i) => {
    if (!NAME_COLUMNS.has(column)) return false
    return (values[i] ?? '').split('|').some((name) => {
      const key = ` ${nameKey(name)} `
      return words.every((word) => key.includes(` ${word} `))
    })
  })
}
