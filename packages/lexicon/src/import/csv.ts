import type { Line } from './lines.js'

/** One record of a CSV file; `fault` says why it has none of its cells. */
export interface CsvRecord {
  /** Line on which it begins, 1-based. */
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: string
}

const SEPARATORS = [',', ';', '\t'] as const
/** Letters that one record may have over all its lines: a quotation mark that nobody closes must not swallow a file. */
const LONGEST_RECORD = 1 << 20

/** The separator that a header is written with: the one that stands in it most often outside quotation marks. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((separator) => bare.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

const quotes = (text: string): number => text.split('"').length - 1

/** Records as RFC 4180 has them: cells may be quoted, and a quoted cell may run over lines. */
export async function* csvRecords(lines: AsyncIterable<Line>, separator: string): AsyncGenerator<CsvRecord> {
  let open: Line[] = []
  let marks = 0
  let length = 0
  // Lines given back when a quotation mark proves to be a slip are read again one by one.
  function* settle(): Generator<CsvRecord> {
    const [first, ...rest] = open
    open = []
    marks = 0
    length = 0
    if (first === undefined) return
    yield { line: first.number, cells: [], fault: 'a quotation mark opens and is never closed' }
    for (const line of rest) yield* add(line)
  }
  function* add(line: Line): Generator<CsvRecord> {
    if (line.fault !== undefined) {
      yield* settle()
      yield { line: line.number, cells: [], fault: line.fault }
      return
    }
    if (open.length === 0 && line.text.trim() === '') return
    open.push(line)
    marks += quotes(line.text)
    length += line.text.length
    if (marks % 2 === 0) {
      const record = open.map(({ text }) => text).join('\n')
      const at = open[0]?.number ?? line.number
      open = []
      marks = 0
      length = 0
      const cells = cellsOf(record, separator)
      yield typeof cells === 'string' ? { line: at, cells: [], fault: cells } : { line: at, cells }
    } else if (length > LONGEST_RECORD) yield* settle()
  }
  for await (const line of lines) yield* add(line)
  while (open.length > 0) yield* settle()
}

function cellsOf(record: string, separator: string): string[] | string {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (record[at] === '"') {
      let cell = ''
      at++
      for (;;) {
        const end = record.indexOf('"', at)
        if (end < 0) return 'a quotation mark opens and is never closed'
        cell += record.slice(at, end)
        at = end + 1
        if (record[at] !== '"') break
        cell += '"'
        at++
      }
      if (at < record.length && record[at] !== separator)
        return `something follows the closing quotation mark of "${cell.slice(0, 40)}"`
      cells.push(cell)
    } else {
      const end = record.indexOf(separator, at)
      cells.push(record.slice(at, end < 0 ? record.length : end))
      at = end < 0 ? record.length : end
    }
    if (at >= record.length) return cells
    at++
  }
}
