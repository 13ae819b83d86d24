import { foldKey } from '@isnad/text'
import { invalid } from './invalid.js'
import type { Row } from './tsv.js'

/** A year, month or day as far as it is known: `2003`, `2003-05`, `2003-05-01`. Compares as text. */
export type PartialDate = string

export const PARTIAL_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** `a|b|c` as a list; the empty cell is the empty list. */
export const listOf = (cell: string): readonly string[] =>
  cell === '' ? NOTHING : cell.indexOf('|') < 0 ? [cell] : cell.split('|').map((part) => part.trim())

const NOTHING: readonly string[] = []

export const optional = (cell: string): string | undefined => (cell === '' ? undefined : cell)

/** A cell that holds one word of a closed list. Throws `LEXICON_INVALID` otherwise. */
export function oneOf<const T extends string, C extends string>(row: Row<C>, column: C, words: ReadonlySet<T>): T {
  const cell = row.cells[column]
  if (words.has(cell as T)) return cell as T
  throw invalid({
    file: row.file,
    line: row.line,
    entry: Object.values<string>(row.cells)[0],
    detail: `${column} is "${cell}"`,
    repair: `write one of ${[...words].join(', ')}`,
  })
}

/** True when the second date is surely before the first: `2004-03` is not before `2004`. */
export const isReversed = (from: PartialDate, to: PartialDate): boolean => to.padEnd(10, '~') < from

/** Below this code lie the letters of nearly every name: Latin, Greek, Cyrillic, Hebrew, Arabic. */
const TABLED = 0x0900
const DROPPED = 0
const SPACE = 0x20

let keyTable: Uint16Array | undefined

/** What each code below `TABLED` becomes in a key: a folded letter or digit, `DROPPED`, or `SPACE` for all the rest. */
function buildKeyTable(): Uint16Array {
  const table = new Uint16Array(TABLED)
  for (let code = 0; code < TABLED; code++) {
    const folded = foldKey(String.fromCharCode(code))
    table[code] = folded === '' ? DROPPED : /[\p{L}\p{N}]/u.test(folded) ? folded.charCodeAt(0) : SPACE
  }
  return table
}

/**
 * What two spellings of one name share when only the setting differs: folded letters, one space between words,
 * no punctuation («أ.ف.ب» and «أ ف ب» are one key).
 */
export function nameKey(name: string): string {
  keyTable ??= buildKeyTable()
  const units: number[] = []
  let parted = false
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code >= TABLED) return untabledNameKey(name)
    const unit = keyTable[code] ?? SPACE
    if (unit === DROPPED) continue
    if (unit === SPACE) {
      parted = units.length > 0
      continue
    }
    if (parted) units.push(SPACE)
    parted = false
    units.push(unit)
  }
  return units.length < 4096 ? String.fromCharCode(...units) : untabledNameKey(name)
}

/** The same by the book, for names with letters that the table does not hold. */
export function untabledNameKey(name: string): string {
  return foldKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Everything that answers to a name, by `nameKey`. */
export function indexByName<T>(records: readonly T[], namesOf: (record: T) => Iterable<string>) {
  const index = new Map<string, T[]>()
  for (const record of records) {
    for (const name of namesOf(record)) {
      const key = nameKey(name)
      if (key === '') continue
      const there = index.get(key)
      if (there === undefined) index.set(key, [record])
      else if (!there.includes(record)) there.push(record)
    }
  }
  return index as ReadonlyMap<string, readonly T[]>
}
