import { type DataSource, shippedData } from './data-source.js'
import { invalid } from './invalid.js'
import { letterFault } from './letters.js'

/** What a file says about itself before its first row. */
export interface FileMeta {
  readonly id: string
  readonly revision: number
  readonly license: 'CC0-1.0' | 'Apache-2.0' | 'CC-BY-4.0' | 'Unicode-3.0' | `LicenseRef-${string}`
  readonly provenance: string
  /** Day on which a person last read the file through, `2026-11-21`. */
  readonly reviewed: string
  /** Month up to which its facts were known, `2024-12`: an open role was held then. Empty where facts do not age. */
  readonly factsTo: string
}

export interface Row<C extends string> {
  readonly file: string
  readonly line: number
  /** Every column, the empty string where the cell is empty. */
  readonly cells: Readonly<Record<C, string>>
}

export interface Table<C extends string> {
  readonly file: string
  readonly meta: FileMeta
  readonly rows: readonly Row<C>[]
}

const LICENSES: ReadonlySet<string> = new Set(['CC0-1.0', 'Apache-2.0', 'CC-BY-4.0', 'Unicode-3.0'])
const KEYS = 'id, revision, license, provenance, reviewed and, where facts age, facts_to'

/**
 * Reads one TSV data file: a preamble of `# key: value` lines, a header row that names exactly `columns`, rows.
 * Blank lines and later lines that start with `#` are skipped; empty cells at the end of a row may be left off.
 * Throws `LEXICON_INVALID` with file, line, entry and repair.
 */
export function readTsv<C extends string>(
  name: string,
  columns: readonly C[],
  source: DataSource = shippedData(),
): Table<C> {
  const text = source.read(name)
  const lines = text.split('\n')
  if (letterFault(text) !== undefined) throw faultyLetters(name, lines)
  const preamble = new Map<string, string>()
  let at = 0
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd()
    if (line === '') continue
    if (!line.startsWith('#')) break
    const colon = line.indexOf(':')
    if (colon > 0) preamble.set(line.slice(1, colon).trim(), line.slice(colon + 1).trim())
  }
  const meta = metaOf(name, preamble)
  checkHeader(name, at, lines[at] ?? '', columns)
  const rows: Row<C>[] = []
  for (at++; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '' || line === '\r' || line.charCodeAt(0) === 0x23) continue // 0x23 is '#'
    rows.push({ file: name, line: at + 1, cells: cellsOf(name, at + 1, line, columns) })
  }
  return { file: name, meta, rows }
}

/** Reads every `.tsv` in a folder; none when the folder is missing. */
export function readTables<C extends string>(
  folder: string,
  columns: readonly C[],
  source: DataSource = shippedData(),
): readonly Table<C>[] {
  return source
    .list(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => readTsv(name, columns, source))
}

/** A line of a table that nobody has read yet. */
interface RawRow {
  readonly file: string
  readonly line: number
  readonly raw: string
}

/**
 * Rows of the tables in a folder by their id, each read when it is asked for: of many rows few are. Of rows with one id the last
 * counts. What the rest of the tables holds is checked by whoever reads them whole. Throws `LEXICON_INVALID` for another header.
 */
export function rowFinder<C extends string>(
  folder: string,
  columns: readonly C[],
  source: DataSource = shippedData(),
): (id: string) => Row<C> | undefined {
  const lines = new Map<string, RawRow>()
  for (const file of source.list(folder)) {
    if (!file.endsWith('.tsv')) continue
    let inRows = false
    for (const [at, raw] of source.read(file).split('\n').entries()) {
      if (raw.charCodeAt(0) === 0x23 || raw.trimEnd() === '') continue // 0x23 is '#'
      if (inRows) lines.set(raw.slice(0, Math.max(0, raw.indexOf('\t'))).trim(), { file, line: at + 1, raw })
      else checkHeader(file, at, raw, columns)
      inRows = true
    }
  }
  return (id) => {
    const found = lines.get(id)
    return found === undefined
      ? undefined
      : { file: found.file, line: found.line, cells: cellsOf(found.file, found.line, found.raw, columns) }
  }
}

function checkHeader(file: string, at: number, line: string, columns: readonly string[]): void {
  const header = line.replace(/\r$/, '').split('\t')
  if (header.join('\t') === columns.join('\t')) return
  throw invalid({
    file,
    line: at + 1,
    entry: undefined,
    detail: `the header names ${header.join(', ')}`,
    repair: `name, parted by tabs and in this order: ${columns.join(', ')}`,
  })
}

function cellsOf<C extends string>(file: string, line: number, raw: string, columns: readonly C[]): Record<C, string> {
  const parts = raw.split('\t')
  const entry = (parts[0] ?? '').trim()
  if (parts.length > columns.length) {
    throw invalid({
      file,
      line,
      entry,
      detail: `has ${parts.length} cells, the header ${columns.length}`,
      repair: 'take the surplus tab out',
    })
  }
  if (entry === '') {
    throw invalid({ file, line, entry, detail: 'the first cell is empty', repair: 'give the entry an id' })
  }
  const cells = {} as Record<C, string>
  let i = 0
  for (const column of columns) cells[column] = parts[i++]?.trim() ?? ''
  return cells
}

function metaOf(file: string, preamble: ReadonlyMap<string, string>): FileMeta {
  const wrong = (detail: string, repair: string) => invalid({ file, line: 1, entry: undefined, detail, repair })
  const get = (key: string): string => {
    const value = preamble.get(key) ?? ''
    if (value === '') throw wrong(`the preamble has no ${key}`, `begin the file with "# key: value" lines for ${KEYS}`)
    return value
  }
  const license = get('license')
  if (!LICENSES.has(license) && !/^LicenseRef-[\w.-]+$/.test(license))
    throw wrong(`license is ${license}`, `write one of ${[...LICENSES].join(', ')}`)
  const revision = Number(get('revision'))
  if (!Number.isInteger(revision) || revision < 1) throw wrong('revision is not a count', 'write 1, 2, 3 …')
  const reviewed = get('reviewed')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(reviewed)) throw wrong(`reviewed is ${reviewed}`, 'write a day such as 2026-11-21')
  const factsTo = preamble.get('facts_to') ?? ''
  if (factsTo !== '' && !/^\d{4}-\d{2}$/.test(factsTo)) throw wrong(`facts_to is ${factsTo}`, 'write a month: 2024-12')
  const id = get('id')
  if (file !== `${id}.tsv`) throw wrong(`id is ${id}`, 'write the path under data/ without .tsv')
  return { id, revision, license: license as FileMeta['license'], provenance: get('provenance'), reviewed, factsTo }
}

function faultyLetters(file: string, lines: readonly string[]) {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const fault = letterFault(line)
    if (fault !== undefined) return invalid({ file, line: at + 1, entry: line.split('\t')[0], ...fault })
  }
  return invalid({ file, line: undefined, entry: undefined, detail: 'is not in NFC', repair: 'normalise it to NFC' })
}
