import { basename, dirname, join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { beside, exists, firstExisting, isFolder, namesIn, readRows, readText, textOfRow } from './gold-set.js'
import type { PredictRequest, PredictTask } from './task.js'

interface TextFiles {
  readonly folder: string
  readonly names: readonly string[]
}

/** The files that a labels file speaks of, and where they lie. */
async function labelledTexts(labels: string, texts: string | undefined): Promise<TextFiles> {
  const rows = await readRows(labels)
  const names = [...new Set(rows.map((row, at) => textOfRow(row, 'file', `${labels}, row ${at + 1}`)))]
  const [first] = names
  if (first === undefined) throw new IsnadError('INPUT_INVALID', `${labels} has no rows`)
  // `gold/seeds-lines.jsonl` speaks of texts in `seeds`, a folder beside `gold`.
  const set = basename(labels).replace(/(?:-lines)?\.jsonl$/, '')
  const folders =
    texts !== undefined ? [texts] : [dirname(labels), beside(labels, set), join(dirname(labels), '..', set)]
  const found = await firstExisting(folders.map((folder) => join(folder, first)))
  if (found === undefined)
    throw new IsnadError(
      'INPUT_UNREADABLE',
      `${first} is not in ${folders.join(' or ')}; say where the texts are with --texts FOLDER`,
    )
  return { folder: dirname(found), names }
}

async function textFiles({ input, texts }: PredictRequest): Promise<TextFiles> {
  if (!(await isFolder(input))) return labelledTexts(input, texts)
  const labels = join(input, 'labels.jsonl')
  if (texts !== undefined && (await exists(labels))) return labelledTexts(labels, texts)
  const names = await namesIn(input, '.txt')
  if (names.length === 0) throw new IsnadError('INPUT_INVALID', `${input} holds no texts ending in .txt`)
  return { folder: input, names }
}

/** A label for every line of flattened pages: one JSON object a line. */
export const lines: PredictTask = {
  input:
    'a folder of .txt pages, or a labels file (.jsonl with the field file) whose texts lie beside it or in --texts',
  output: 'JSONL {file, line, label, continues?}',
  async predict(request) {
    const { predictLines } = await import('@isnad/page')
    const { folder, names } = await textFiles(request)
    const rows: string[] = []
    for (const file of names)
      for (const prediction of predictLines(await readText(join(folder, file))))
        rows.push(JSON.stringify({ file, ...prediction }))
    return { text: rows.map((row) => `${row}\n`).join(''), items: rows.length }
  },
}
