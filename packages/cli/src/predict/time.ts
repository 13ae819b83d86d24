import { join } from 'node:path'
import { IsnadError } from '@isnad/text'
import { isFolder, namesIn, optionalText, readRows, textOfRow } from './gold-set.js'
import type { PredictTask } from './task.js'

async function suiteFiles(input: string): Promise<string[]> {
  if (!(await isFolder(input))) return [input]
  const names = await namesIn(input, '.jsonl')
  if (names.length === 0) throw new IsnadError('INPUT_INVALID', `${input} holds no files ending in .jsonl`)
  return names.map((name) => join(input, name))
}

/** Dates, times, numbers and amounts of single lines, each read at its own reference time. */
export const time: PredictTask = {
  input: 'a .jsonl file, or a folder of them, with id, input and reference_time a line',
  output: 'JSONL {id, items}',
  async predict({ input }) {
    const { predictLine } = await import('@isnad/time')
    const rows: string[] = []
    for (const file of await suiteFiles(input))
      for (const [at, row] of (await readRows(file)).entries()) {
        const place = `${file}, row ${at + 1}`
        const [reference, bias, week] = ['reference_time', 'bias', 'week_start'].map((field) =>
          optionalText(row, field),
        )
        const prediction = predictLine({
          id: textOfRow(row, 'id', place),
          input: textOfRow(row, 'input', place),
          ...(reference === undefined ? {} : { reference_time: reference }),
          ...(bias === undefined ? {} : { bias }),
          ...(week === undefined ? {} : { week_start: week }),
        })
        rows.push(`${JSON.stringify(prediction)}\n`)
      }
    return { text: rows.join(''), items: rows.length }
  },
}
