import { nameKey } from '../cells.js'
import type { DataSource } from '../data-source.js'
import { CATALOG_TABLES, type CatalogTable } from '../import/entry.js'
import { type Cells, TABLES } from '../import/rows.js'
import type { Operation } from './log.js'

export interface CatalogRow {
  readonly table: CatalogTable
  readonly cells: Cells
}

/** What the operations make of the rows in the files. */
export interface CatalogState {
  /** Rows that read otherwise than in their file; `undefined` for those that went into another. */
  readonly changed: ReadonlyMap<string, CatalogRow | undefined>
  /** Rows that no file holds. */
  readonly added: ReadonlyMap<string, CatalogRow>
  /** Ids that went into another, with the one that answers for them now. */
  readonly mergedInto: ReadonlyMap<string, string>
  /** Operations that found nobody of the id they name. */
  readonly idle: readonly number[]
}

const parts = (cell: string | undefined): string[] => (cell === undefined || cell === '' ? [] : cell.split('|'))

/** Rows of the given ids, wherever they stand; the file that is read last wins. */
export function rowsOf(ids: ReadonlySet<string>, source: DataSource): Map<string, CatalogRow> {
  const found = new Map<string, CatalogRow>()
  if (ids.size === 0) return found
  for (const table of CATALOG_TABLES) {
    const { folder, columns } = TABLES[table]
    for (const name of source.list(folder)) {
      if (!name.endsWith('.tsv')) continue
      for (const line of source.read(name).split('\n')) {
        const tab = line.indexOf('\t')
        const id = tab < 0 ? '' : line.slice(0, tab).trim()
        if (!ids.has(id)) continue
        const values = line.split('\t')
        const cells = Object.fromEntries(columns.map((column, i) => [column, values[i]?.trim() ?? '']))
        found.set(id, { table, cells })
      }
    }
  }
  return found
}

/** Lists that are joined when two rows become one, by column, with what parts their items. */
const LISTS: Readonly<Record<string, string>> = {
  home_ar: '|',
  domains: '|',
  languages: '|',
  roles: '; ',
}

const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name)

/** Names in their order, each once whatever its setting. */
function namesOnce(names: readonly string[]): string[] {
  const seen = new Set([''])
  return names.filter((name) => {
    const key = nameKey(name)
    return !seen.has(key) && seen.add(key)
  })
}

/** One row of two: the first keeps its name, id and facts; names, roles and whatever it lacks come from the second. */
export function mergeRows(first: Cells, second: Cells): Cells {
  const merged: Record<string, string> = { ...first }
  const arabic = namesOnce([first, second].flatMap((row) => [row.ar ?? '', ...parts(row.variants_ar)]).filter(isArabic))
  const latin = namesOnce([first, second].flatMap((row) => [row.en ?? '', ...parts(row.variants_en)]))
  merged.ar = arabic[0] ?? first.ar ?? ''
  merged.variants_ar = arabic.slice(1).join('|')
  merged.en = latin[0] ?? ''
  if (first.variants_en !== undefined) merged.variants_en = latin.slice(1).join('|')
  for (const [column, value] of Object.entries(second)) {
    if (column === 'id' || /^(?:variants_)?(?:ar|en)$/.test(column)) continue
    const separator = LISTS[column]
    if (separator !== undefined) {
      const items = [...(first[column] ?? '').split(separator.trim()), ...value.split(separator.trim())]
      const unique = new Set(items.map((item) => item.trim()).filter((item) => item !== ''))
      merged[column] = [...unique].join(separator)
    } else if ((merged[column] ?? '') === '') merged[column] = value
  }
  return merged
}

/**
 * A row less some of its names, and the row of those names: kind and country are both one's. Undefined when a name is not
 * there or none would be left.
 */
export function splitRow(
  row: Cells,
  names: readonly string[],
  id: string,
): readonly [rest: Cells, apart: Cells] | undefined {
  const leaving = new Set(names.map(nameKey))
  const take = (main: string | undefined, variants: string | undefined) => {
    const all = [main ?? '', ...parts(variants)].filter((name) => name !== '')
    return {
      stay: all.filter((name) => !leaving.has(nameKey(name))),
      leave: all.filter((name) => leaving.has(nameKey(name))),
    }
  }
  const ar = take(row.ar, row.variants_ar)
  const en = take(row.en, row.variants_en)
  const found = new Set([...ar.leave, ...en.leave].map(nameKey))
  const arStays = ar.stay.length > 0 || ar.leave.length === 0
  if ([...leaving].some((key) => !found.has(key)) || !arStays || ar.stay.length + en.stay.length === 0) return undefined
  const named = (base: Cells, arabic: readonly string[], latin: readonly string[]): Cells => ({
    ...base,
    ar: arabic[0] ?? latin[0] ?? '',
    variants_ar: arabic.slice(1).join('|'),
    ...(row.en === undefined ? {} : { en: latin[0] ?? '' }),
    ...(row.variants_en === undefined ? {} : { variants_en: latin.slice(1).join('|') }),
  })
  const kept = ['kind', 'country', 'type', 'gender']
  const bare = Object.fromEntries(
    Object.keys(row).map((column) => [column, kept.includes(column) ? (row[column] ?? '') : '']),
  )
  return [named(row, ar.stay, en.stay), { ...named(bare, ar.leave, en.leave), id }]
}

const idsOf = (operation: Operation): readonly string[] =>
  operation.do === 'merge' ? [operation.into, ...operation.from] : operation.do === 'split' ? [operation.of] : []

/** Plays the operations in order over the rows of the files. */
export function replay(operations: readonly Operation[], files: DataSource): CatalogState {
  const changed = new Map<string, CatalogRow | undefined>()
  const added = new Map<string, CatalogRow>()
  const mergedInto = new Map<string, string>()
  const idle: number[] = []
  const onFile = rowsOf(new Set(operations.flatMap(idsOf)), files)
  const get = (id: string): CatalogRow | undefined =>
    changed.has(id) ? changed.get(id) : (added.get(id) ?? onFile.get(id))
  const put = (id: string, row: CatalogRow | undefined): void => {
    if (!added.has(id) || onFile.has(id)) changed.set(id, row)
    else if (row === undefined) added.delete(id)
    else added.set(id, row)
  }
  for (const operation of operations) {
    if (operation.do === 'add') added.set(operation.row.id ?? '', { table: operation.table, cells: operation.row })
    else if (operation.do === 'merge') {
      const into = get(operation.into)
      const others = operation.from.map((id) => [id, get(id)] as const)
      if (into === undefined || others.some(([, row]) => row?.table !== into.table)) {
        idle.push(operation.n)
        continue
      }
      const cells = others.reduce((merged, [, row]) => mergeRows(merged, row?.cells ?? {}), into.cells)
      put(operation.into, { table: into.table, cells })
      for (const [id] of others) {
        put(id, undefined)
        mergedInto.set(id, operation.into)
      }
    } else if (operation.do === 'split') {
      const row = get(operation.of)
      const rows = row === undefined ? undefined : splitRow(row.cells, operation.names, operation.as)
      if (row === undefined || rows === undefined) {
        idle.push(operation.n)
        continue
      }
      put(operation.of, { table: row.table, cells: rows[0] })
      added.set(operation.as, { table: row.table, cells: rows[1] })
    }
  }
  return { changed, added, mergedInto, idle }
}
