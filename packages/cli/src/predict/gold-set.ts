import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { isRecord } from '../input/record.js'
import { readingProblem } from '../input/walk.js'

/** Reading evaluation sets as they lie: a file, or a folder that holds one. */

export type Row = Readonly<Record<string, unknown>>

export const isFolder = async (path: string): Promise<boolean> => (await stat(path)).isDirectory()

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const invalid = (place: string, detail: string): IsnadError => new IsnadError('INPUT_INVALID', `${place}: ${detail}`)

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new IsnadError('INPUT_UNREADABLE', `${path}: ${readingProblem(cause)}`, { cause })
  }
}

/** The objects of a JSONL file. A line that is none stops the run: a set that is half read scores wrongly. */
export async function readRows(path: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const [at, line] of (await readText(path)).split('\n').entries()) {
    if (line.trim() === '') continue
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch (error) {
      throw invalid(`${path}:${at + 1}`, `not JSON: ${(error as Error).message}`)
    }
    if (!isRecord(row)) throw invalid(`${path}:${at + 1}`, 'not a JSON object')
    rows.push(row)
  }
  return rows
}

/** A field that must be there as text. */
export function textOfRow(row: Row, field: string, place: string): string {
  const value = row[field]
  if (typeof value !== 'string') throw invalid(place, `the field ${field} is missing or no text`)
  return value
}

export const optionalText = (row: Row, field: string): string | undefined => {
  const value = row[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Names in a folder that end so, in order. */
export const namesIn = async (folder: string, ending: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()

/** The first of the candidates that exists. */
export async function firstExisting(candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) if (await exists(candidate)) return candidate
  return undefined
}

export const beside = (file: string, name: string): string => join(dirname(file), name)
