import { IsnadError } from '@isnad/text'
import { csvRecords, separatorOf } from './csv.js'
import type { CatalogTable, Foreign } from './entry.js'
import { readFtm } from './ftm.js'
import { type AlternateNames, GEONAMES_COLUMNS, isAlternateRow, readAlternateName, readGeoname } from './geonames.js'
import { type Line, linesOf } from './lines.js'
import { layoutOf, readRecord } from './table.js'
import { isDumpBracket, readWikidata } from './wikidata.js'

export const FOREIGN_FORMATS = ['csv', 'ftm', 'wikidata', 'geonames'] as const
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number]

/** One record of a foreign file, with the place it was read. */
export interface ForeignRecord {
  readonly file: string
  readonly line: number
  readonly said: Foreign
}

export interface ForeignFile {
  readonly file: string
  readonly format: ForeignFormat | 'geonames-alternate'
}

/** What a file is, by its first line that says something. Throws `INPUT_INVALID`. */
export async function formatOf(file: string, told?: ForeignFormat): Promise<ForeignFile> {
  for await (const { text, fault } of linesOf(file)) {
    if (fault !== undefined) throw new IsnadError('INPUT_INVALID', `${file}:1: ${fault}`)
    if (isDumpBracket(text)) continue
    return { file, format: formatOfLine(text, file, told) }
  }
  throw new IsnadError('INPUT_INVALID', `${file} holds no records`)
}

function formatOfLine(text: string, file: string, told: ForeignFormat | undefined): ForeignFile['format'] {
  const cells = text.split('\t')
  const alternate = isAlternateRow(cells) ? 'geonames-alternate' : undefined
  if (told !== undefined) return told === 'geonames' ? (alternate ?? told) : told
  if (text.trimStart().startsWith('{')) {
    if (/"schema"\s*:/.test(text) && /"properties"\s*:/.test(text)) return 'ftm'
    if (/"(?:labels|claims)"\s*:/.test(text)) return 'wikidata'
    throw new IsnadError(
      'INPUT_INVALID',
      `${file} holds JSON that is neither FollowTheMoney (schema, properties) nor Wikidata (labels, claims)`,
    )
  }
  if (alternate !== undefined) return alternate
  return cells.length === GEONAMES_COLUMNS && /^\d+$/.test(cells[0] ?? '') ? 'geonames' : 'csv'
}

async function alternateNames(
  files: readonly ForeignFile[],
  report: (record: ForeignRecord) => void,
): Promise<AlternateNames> {
  const names = new Map<string, string[]>()
  for (const { file } of files)
    for await (const { number, text, fault } of linesOf(file)) {
      if (text === '' && fault === undefined) continue
      const found = fault ?? readAlternateName(text)
      if (found === undefined) continue
      if (typeof found === 'string') {
        report({ file, line: number, said: { kind: 'bad', reason: found } })
        continue
      }
      const there = names.get(found.id)
      if (there === undefined) names.set(found.id, [found.name])
      else if (found.preferred) there.unshift(found.name)
      else there.push(found.name)
    }
  return names
}

/**
 * Reads files of other catalogs record by record: CSV, FollowTheMoney and Wikidata lines, GeoNames tables. Memory is bounded
 * by the longest record and, for GeoNames, by the Arabic names in the files of alternate names, which are read first.
 */
export async function* readForeign(
  files: readonly ForeignFile[],
  { type }: { readonly type?: CatalogTable | undefined } = {},
): AsyncGenerator<ForeignRecord> {
  const isAlternate = ({ format }: ForeignFile): boolean => format === 'geonames-alternate'
  const troubles: ForeignRecord[] = []
  const alternate = await alternateNames(files.filter(isAlternate), (record) => troubles.push(record))
  if (files.some(isAlternate) && !files.some(({ format }) => format === 'geonames'))
    throw new IsnadError(
      'INPUT_INVALID',
      `${files.find(isAlternate)?.file} holds alternate names alone; name the file of places beside it (allCountries.txt, cities15000.txt …)`,
    )
  yield* troubles
  for (const one of files) {
    if (one.format === 'csv') yield* readCsv(one.file, type)
    else if (!isAlternate(one)) yield* readLines(one, alternate)
  }
}

async function* readLines({ file, format }: ForeignFile, alternate: AlternateNames): AsyncGenerator<ForeignRecord> {
  const read: Readonly<Record<string, (line: string) => Foreign>> = {
    ftm: readFtm,
    wikidata: readWikidata,
    geonames: (line) => readGeoname(line, alternate),
  }
  const reader = read[format] ?? readFtm
  for await (const { number, text, fault } of linesOf(file)) {
    if (fault !== undefined) yield { file, line: number, said: { kind: 'bad', reason: fault } }
    else if (!isDumpBracket(text) && text !== '') yield { file, line: number, said: reader(text) }
  }
}

async function* readCsv(file: string, type: CatalogTable | undefined): AsyncGenerator<ForeignRecord> {
  const lines = linesOf(file)
  const first = await lines.next()
  if (first.done === true) return
  const separator = separatorOf(first.value.text)
  let layout: ReturnType<typeof layoutOf> | undefined
  async function* all(): AsyncGenerator<Line> {
    if (first.done !== true) yield first.value
    yield* lines
  }
  for await (const { line, cells, fault } of csvRecords(all(), separator)) {
    if (fault !== undefined) {
      yield { file, line, said: { kind: 'bad', reason: fault } }
      continue
    }
    if (layout === undefined) {
      layout = layoutOf(cells)
      if (typeof layout === 'string') throw new IsnadError('INPUT_INVALID', `${file}:${line}: ${layout}`)
      continue
    }
    if (typeof layout === 'string') return
    yield { file, line, said: readRecord(cells, layout, { type, line }) }
  }
}
