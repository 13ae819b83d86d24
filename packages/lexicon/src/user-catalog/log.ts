import { existsSync, readFileSync } from 'node:fs'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { CATALOG_TABLES, type CatalogTable, isObject } from '../import/entry.js'
import type { Cells } from '../import/rows.js'

/** What a user did to the catalog. `n` counts from 1; nothing is ever taken out of the log. */
export type Operation = { readonly n: number; readonly at: string } & Deed

export type Deed =
  | {
      readonly do: 'import'
      /** Files of rows, below the data folder. */
      readonly files: readonly string[]
      readonly from: readonly string[]
      readonly rows: number
    }
  | { readonly do: 'add'; readonly table: CatalogTable; readonly row: Cells }
  | { readonly do: 'merge'; readonly into: string; readonly from: readonly string[]; readonly because: string }
  | {
      readonly do: 'split'
      readonly of: string
      readonly names: readonly string[]
      readonly as: string
      readonly because: string
    }
  | { readonly do: 'undo'; readonly of: number }

export const LOG_FILE = 'catalog/log.jsonl'

const isTable = (value: unknown): value is CatalogTable => CATALOG_TABLES.some((table) => table === value)
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isCells = (value: unknown): value is Cells =>
  isObject(value) && Object.values(value).every((one) => typeof one === 'string')

const SHAPES: Readonly<Record<Deed['do'], (row: Readonly<Record<string, unknown>>) => boolean>> = {
  import: ({ files, from, rows }) => isTexts(files) && isTexts(from) && typeof rows === 'number',
  add: ({ table, row }) => isTable(table) && isCells(row),
  merge: ({ into, from, because }) => typeof into === 'string' && isTexts(from) && typeof because === 'string',
  split: ({ of, names, as, because }) =>
    typeof of === 'string' && isTexts(names) && typeof as === 'string' && typeof because === 'string',
  undo: ({ of }) => typeof of === 'number',
}

function isOperation(row: unknown, n: number): row is Operation {
  if (!isObject(row) || row.n !== n || typeof row.at !== 'string' || typeof row.do !== 'string') return false
  return Object.hasOwn(SHAPES, row.do) && SHAPES[row.do as Deed['do']](row)
}

/** Every operation, in order; none when there is no log yet. Throws `LEXICON_INVALID` for a line that is none. */
export function readLog(dataDir: string): readonly Operation[] {
  const file = join(dataDir, LOG_FILE)
  if (!existsSync(file)) return []
  const operations: Operation[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch {
      row = undefined
    }
    const n = operations.length + 1
    if (!isOperation(row, n))
      throw new IsnadError(
        'LEXICON_INVALID',
        `${file}:${n}: not operation ${n}; take the line out, or put the file back as it was`,
      )
    operations.push(row)
  }
  return operations
}

/** Writes one operation at the end of the log and answers with it. Throws `STORE_UNWRITABLE`. */
export async function appendLog(dataDir: string, deed: Deed, at: Date): Promise<Operation> {
  const operation: Operation = { n: readLog(dataDir).length + 1, at: at.toISOString(), ...deed }
  try {
    await mkdir(join(dataDir, 'catalog'), { recursive: true })
    await appendFile(join(dataDir, LOG_FILE), `${JSON.stringify(operation)}\n`)
  } catch (cause) {
    throw new IsnadError('STORE_UNWRITABLE', `${join(dataDir, LOG_FILE)}: ${(cause as Error).message}`, { cause })
  }
  return operation
}

/** What holds after all that was taken back: the operations that no later one undoes, undoing left out. */
export function standing(operations: readonly Operation[]): readonly Operation[] {
  const undone = new Set<number>()
  for (const operation of [...operations].reverse())
    if (operation.do === 'undo' && !undone.has(operation.n)) undone.add(operation.of)
  return operations.filter(({ n, do: deed }) => deed !== 'undo' && !undone.has(n))
}
