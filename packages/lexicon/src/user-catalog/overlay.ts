import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type DataSource, folderSource, shippedData } from '../data-source.js'
import { CATALOG_TABLES, type CatalogTable } from '../import/entry.js'
import { lineOf, TABLES } from '../import/rows.js'
import { LOG_FILE, type Operation, readLog, standing } from './log.js'
import { type CatalogState, replay } from './state.js'

/** The shipped data with what a user's folder adds to it and changes in it. */
export interface UserCatalog {
  /** For every loader of this package: `loadPeople(catalog.source)`. */
  readonly source: DataSource
  /** The id that answers for one that was merged into another; the id itself otherwise. */
  currentId(id: string): string
  readonly operations: readonly Operation[]
  readonly state: CatalogState
}

/** Rows that stand in the log and in no file. */
const addedFile = (table: CatalogTable): string => `${TABLES[table].folder}/user.tsv`

const idAt = (line: string): string => {
  const tab = line.indexOf('\t')
  return tab < 0 ? '' : line.slice(0, tab)
}

/** Files of rows that stand, oldest first; a later import of an id takes the place of an earlier one. */
const importedFiles = (operations: readonly Operation[], folder: string): string[] =>
  operations.flatMap((operation) =>
    operation.do === 'import' ? operation.files.filter((name) => name.startsWith(`${folder}/`)) : [],
  )

/** The shipped files and those of imports that stand. */
export function filesOf(dataDir: string, operations: readonly Operation[], base: DataSource): DataSource {
  const own = folderSource(dataDir)
  const imported = new Set(CATALOG_TABLES.flatMap((table) => importedFiles(operations, TABLES[table].folder)))
  return {
    list: (folder) => [...base.list(folder), ...importedFiles(operations, folder)],
    read: (name) => (imported.has(name) ? own.read(name) : base.read(name)),
  }
}

/** The lines of a table with each row as `replace` has it: the id for a row that stays, undefined for one that goes. */
function filterRows(text: string, replace: (id: string) => string | undefined): string {
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const id = line.startsWith('#') ? '' : idAt(line)
    const row = id === '' ? line : replace(id)
    if (row !== undefined) kept.push(row === id ? line : row)
  }
  return kept.join('\n')
}

function overlaid(
  operations: readonly Operation[],
  state: CatalogState,
  files: DataSource,
  base: DataSource,
): DataSource {
  const added = (table: CatalogTable): string[] =>
    [...state.added.values()].filter((row) => row.table === table).map(({ cells }) => lineOf(table, cells))
  const tableOf = (name: string): CatalogTable | undefined =>
    CATALOG_TABLES.find((table) => name.startsWith(`${TABLES[table].folder}/`))
  const idsIn = new Map<string, ReadonlySet<string>>()
  const idsOfFile = (name: string): ReadonlySet<string> => {
    let ids = idsIn.get(name)
    if (ids === undefined) {
      const lines = files.read(name).split('\n')
      ids = new Set(lines.filter((line) => !line.startsWith('#')).map(idAt))
      idsIn.set(name, ids)
    }
    return ids
  }
  /** Files and rows that give the ids of a file again, and win. */
  const newerThan = (name: string, table: CatalogTable): ReadonlySet<string>[] => {
    const imported = importedFiles(operations, TABLES[table].folder)
    const newer = imported.slice(imported.indexOf(name) + 1).map(idsOfFile)
    return state.added.size === 0 ? newer : [...newer, new Set(state.added.keys())]
  }
  return {
    list(folder) {
      const names = files.list(folder)
      const table = CATALOG_TABLES.find((one) => TABLES[one].folder === folder)
      return table === undefined || added(table).length === 0 ? names : [...names, addedFile(table)]
    },
    read(name) {
      const table = tableOf(name)
      if (table === undefined) return files.read(name)
      if (name === addedFile(table))
        return `${preamble(name.replace(/\.tsv$/, ''), 'LicenseRef-user', 'added by hand', operations[0]?.at ?? '')}${TABLES[table].columns.join('\t')}\n${added(table).join('\n')}\n`
      const newer = newerThan(name, table)
      const isShipped = base.list(TABLES[table].folder).includes(name)
      if (isShipped && newer.length === 0 && state.changed.size === 0) return files.read(name)
      const seen = new Set<string>()
      return filterRows(files.read(name), (id) => {
        if (id === 'id') return id // the header
        if (seen.has(id) || newer.some((ids) => ids.has(id))) return undefined
        seen.add(id)
        if (!state.changed.has(id)) return id
        const row = state.changed.get(id)
        return row === undefined ? undefined : lineOf(table, row.cells)
      })
    },
  }
}

/** What a file of rows says of itself before its first row. */
export const preamble = (id: string, license: string, provenance: string, at: string): string =>
  `# id: ${id}\n# revision: 1\n# license: ${license}\n# provenance: ${provenance}\n# reviewed: ${at.slice(0, 10)}\n`

export function buildCatalog(dataDir: string, operations: readonly Operation[], base: DataSource): UserCatalog {
  const stands = standing(operations)
  const files = filesOf(dataDir, stands, base)
  const state = replay(stands, files)
  const currentId = (id: string): string => {
    let at = id
    for (let steps = 0; steps < 100; steps++) {
      const next = state.mergedInto.get(at)
      if (next === undefined) break
      at = next
    }
    return at
  }
  const source = operations.length === 0 ? base : overlaid(stands, state, files, base)
  return { source, currentId, operations, state }
}

interface Opened {
  readonly stamp: string
  readonly base: DataSource
  readonly catalog: UserCatalog
}

const opened = new Map<string, Opened>()

/**
 * The catalog of a data folder over the shipped data. Asking again is cheap and gives the same object until the folder's log
 * changes, so that what the loaders remember by source stays good. Throws `LEXICON_INVALID` for a log that cannot be read.
 */
export function userCatalog(dataDir: string, base: DataSource = shippedData()): UserCatalog {
  const log = join(dataDir, LOG_FILE)
  const { mtimeMs, size } = existsSync(log) ? statSync(log) : { mtimeMs: 0, size: 0 }
  const stamp = `${mtimeMs} ${size}`
  const known = opened.get(dataDir)
  if (known?.stamp === stamp && known.base === base) return known.catalog
  const catalog = buildCatalog(dataDir, readLog(dataDir), base)
  opened.set(dataDir, { stamp, base, catalog })
  return catalog
}
