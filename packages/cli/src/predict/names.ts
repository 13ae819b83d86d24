import { join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { exists, isFolder, namesIn, readText } from './gold-set.js'
import type { PredictTask } from './task.js'

/** Spellings that are written for one source. */
const CANDIDATES = 10

interface NameTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

async function setFile(input: string): Promise<string> {
  if (!(await isFolder(input))) return input
  const dev = join(input, 'dev.tsv')
  if (await exists(dev)) return dev
  const names = await namesIn(input, '.tsv')
  const [only] = names
  if (only !== undefined && names.length === 1) return join(input, only)
  throw new IsnadError('INPUT_INVALID', `${input} holds no dev.tsv and no single .tsv; name a file`)
}

/** Rows of tab-separated cells under a header; a row without a name in a wanted column stops the run. */
async function readTable(file: string): Promise<NameTable> {
  const lines = (await readText(file)).replace(/^\ufeff/, '').split(/\r?\n/) // a byte order mark
  const head = (lines[0] ?? '').split('\t').map((cell) => cell.trim())
  const rows: (readonly string[])[] = []
  for (const line of lines.slice(1)) if (line.trim() !== '') rows.push(line.split('\t').map((cell) => cell.trim()))
  return { head, rows }
}

function column({ head, rows }: NameTable, name: string, file: string): string[] {
  const at = head.indexOf(name)
  return rows.map((row, i) => {
    const cell = row[at]
    if (cell === undefined || cell === '')
      throw new IsnadError('INPUT_INVALID', `${file}, row ${i + 1}: the column ${name} is empty`)
    return cell
  })
}

/**
 * Name matching or transliteration, as the header of the set says: `ar_a` and `ar_b` are pairs to score; of `ar` and `latin`
 * the column that stands first is spelled in the other script.
 */
export const names: PredictTask = {
  input:
    'a .tsv, or a folder with its dev.tsv: pairs (columns ar_a, ar_b) or names to spell in the other script ' +
    '(columns ar, latin; the one that stands first is the source)',
  output: 'name TAB name TAB score, or source TAB candidate|candidate|…',
  async predict({ input }) {
    const { predictNamePairs, predictRanking } = await import('@isnad/entities')
    const file = await setFile(input)
    const table = await readTable(file)
    const { head } = table
    const written: string[] = []
    if (head.includes('ar_a') && head.includes('ar_b')) {
      const others = column(table, 'ar_b', file)
      const pairs = column(table, 'ar_a', file).map((a, i) => ({ a, b: others[i] ?? '' }))
      for (const { a, b, score } of predictNamePairs(pairs)) written.push(`${a}\t${b}\t${score.toFixed(6)}`)
    } else if (head.includes('ar') && head.includes('latin')) {
      const fromArabic = head.indexOf('ar') < head.indexOf('latin')
      const sources = column(table, fromArabic ? 'ar' : 'latin', file)
      for (const { source, candidates } of predictRanking(sources, {
        to: fromArabic ? 'latn' : 'arab',
        limit: CANDIDATES,
      }))
        written.push(`${source}\t${candidates.join('|')}`)
    } else
      throw new IsnadError(
        'INPUT_INVALID',
        `${file}: the header names neither ar_a and ar_b (pairs) nor ar and latin (ranking)`,
      )
    return { text: written.map((row) => `${row}\n`).join(''), items: written.length }
  },
}
