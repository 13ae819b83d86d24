import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { CATALOG_TABLES, type CatalogTable, type LeftOut } from '../import/entry.js'
import {
  type ForeignFile,
  type ForeignFormat,
  type ForeignRecord,
  formatOf,
  readForeign,
} from '../import/read-foreign.js'
import { type Cells, lineOf, plainText, rowOf, slugOf, TABLES } from '../import/rows.js'
import { appendLog, type Operation, readLog } from './log.js'
import { preamble } from './overlay.js'

export interface ImportOptions {
  readonly format?: ForeignFormat | undefined
  /** What a CSV file without a column `type` holds. */
  readonly type?: CatalogTable | undefined
  /** Keep what has no name in Arabic letters; unless told, it is kept from CSV and FollowTheMoney alone. */
  readonly all?: boolean | undefined
  /** Licence of the data, kept with the rows. */
  readonly license?: string | undefined
  readonly now?: Date
  /** Told of every line that could not be read. */
  readonly onBad?: (file: string, line: number, reason: string) => void
  readonly onRows?: (rows: number) => void
  readonly stop?: AbortSignal
}

export interface ImportReport {
  /** Absent when nothing was kept: no trace is left then. */
  readonly operation?: Operation
  readonly kept: Readonly<Record<CatalogTable, number>>
  readonly leftOut: Readonly<Record<LeftOut, number>>
  readonly bad: number
}

const LICENSES = ['CC0-1.0', 'Apache-2.0', 'CC-BY-4.0', 'Unicode-3.0']
/** Rows that are written at once. */
const BATCH = 500

class TableWriter {
  private handle: FileHandle | undefined
  private waiting: string[] = []
  rows = 0
  constructor(
    private readonly path: string,
    private readonly head: string,
    private readonly table: CatalogTable,
  ) {}

  async write(cells: Cells): Promise<void> {
    this.waiting.push(lineOf(this.table, cells))
    this.rows++
    if (this.waiting.length >= BATCH) await this.flush()
  }

  private async flush(): Promise<void> {
    if (this.handle === undefined) {
      await mkdir(dirname(this.path), { recursive: true })
      this.handle = await open(`${this.path}.partial`, 'w')
      await this.handle.write(this.head)
    }
    if (this.waiting.length > 0) await this.handle.write(`${this.waiting.join('\n')}\n`)
    this.waiting = []
  }

  /** The file is whole, or it is not there. */
  async finish(): Promise<void> {
    await this.flush()
    await this.handle?.sync()
    await this.handle?.close()
    await rename(`${this.path}.partial`, this.path)
  }

  async abandon(): Promise<void> {
    await this.handle?.close().catch(() => undefined)
    await rm(`${this.path}.partial`, { force: true })
    await rm(this.path, { force: true })
  }
}

/**
 * Reads files of other catalogs into the user's catalog below `dataDir`: one file of rows a table, then one line in the log.
 * Until that line is there nothing has happened. Throws `INPUT_UNREADABLE`, `INPUT_INVALID` or `STORE_UNWRITABLE`.
 */
export async function importFiles(
  dataDir: string,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const files: ForeignFile[] = []
  for (const path of paths) files.push(await formatOf(path, options.format))
  const at = options.now ?? new Date()
  const number = String(readLog(dataDir).length + 1).padStart(4, '0')
  const from = paths.map((path) => basename(path))
  const license = licenseName(options.license)
  const nameOf = (table: CatalogTable): string => `${TABLES[table].folder}/user-${number}.tsv`
  const head = (table: CatalogTable): string => {
    const provenance = plainText(`imported from ${from.join(', ')}`)
    const columns = TABLES[table].columns.join('\t')
    return `${preamble(nameOf(table).replace(/\.tsv$/, ''), license, provenance, at.toISOString())}${columns}\n`
  }
  const writers = new Map<CatalogTable, TableWriter>()
  const kept = { people: 0, organisations: 0, places: 0, outlets: 0 }
  const left = { 'no-name': 0, 'no-arabic-name': 0, 'other-kind': 0 }
  let bad = 0
  const formats = new Map(files.map(({ file, format }) => [file, format]))
  const take = async ({ file, line, said }: ForeignRecord): Promise<void> => {
    if (said.kind === 'bad') {
      bad++
      options.onBad?.(file, line, said.reason)
      return
    }
    if (said.kind === 'left-out') {
      left[said.why]++
      return
    }
    const { entry } = said
    const format = formats.get(file) ?? 'csv'
    const ofItself = format === 'csv' || format === 'ftm'
    const source = format === 'csv' ? `user-${slugOf(basename(file).replace(/\..*$/, ''))}` : format
    const row = rowOf(entry, { source, arabicOnly: !(options.all ?? ofItself) })
    if (typeof row === 'string') {
      left[row]++
      return
    }
    let writer = writers.get(entry.table)
    if (writer === undefined) {
      writer = new TableWriter(join(dataDir, nameOf(entry.table)), head(entry.table), entry.table)
      writers.set(entry.table, writer)
    }
    await writer.write(row)
    kept[entry.table]++
  }
  try {
    let seen = 0
    for await (const record of readForeign(files, { type: options.type })) {
      if (options.stop?.aborted) throw new IsnadError('BUSY', 'stopped before the end; nothing was imported')
      await take(record)
      if (++seen % 1000 === 0) options.onRows?.(seen)
    }
    if (writers.size === 0) return { kept, leftOut: left, bad }
    for (const writer of writers.values()) await writer.finish()
    const tables = CATALOG_TABLES.filter((table) => writers.has(table))
    const rows = tables.reduce((sum, table) => sum + kept[table], 0)
    const operation = await appendLog(dataDir, { do: 'import', files: tables.map(nameOf), from, rows }, at)
    return { operation, kept, leftOut: left, bad }
  } catch (error) {
    for (const writer of writers.values()) await writer.abandon()
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof IsnadError || code === undefined) throw error
    throw new IsnadError('STORE_UNWRITABLE', `${dataDir}: ${(error as Error).message}`, { cause: error })
  }
}

/** Names that SPDX does not know are written as it wants them: LicenseRef-… */
function licenseName(told: string | undefined): string {
  if (told === undefined) return 'LicenseRef-user'
  return LICENSES.includes(told) ? told : `LicenseRef-${told.replace(/^LicenseRef-/, '').replace(/[^\w.-]+/g, '-')}`
}
