import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CatalogTable, ForeignFormat, ImportReport } from '@isnad/lexicon'
import { type Arguments, type Terminal, usage } from '../command.js'
import { shownPath } from '../output/summary.js'
import { figure, plural } from '../output/words.js'

/** Lines that are told one by one; a file of another format would fill the screen. */
const MOST_TOLD = 100

const WHY: readonly (readonly [keyof ImportReport['leftOut'], string])[] = [
  ['no-arabic-name', 'without a name in Arabic letters (--all keeps them)'],
  ['no-name', 'without a name that can be written'],
  ['other-kind', 'neither people nor bodies, outlets or places'],
]

function summaryOf({ operation, kept, leftOut, bad }: ImportReport): string {
  const tables = Object.entries(kept).filter(([, count]) => count > 0)
  const lines = [
    operation === undefined
      ? 'nothing was imported'
      : `operation ${operation.n}: ${tables.map(([table, count]) => `${figure(count)} ${table}`).join(', ')}`,
  ]
  for (const [why, words] of WHY) if (leftOut[why] > 0) lines.push(`left out: ${figure(leftOut[why])} ${words}`)
  if (bad > 0) lines.push(`${plural(bad, 'line')} could not be read`)
  return lines.map((line) => `${line}\n`).join('')
}

/** `isnad catalog import FILE…`: 0 when every line was read, 1 when some were not or nothing was kept. */
export async function importCatalog(
  dataDir: string,
  paths: readonly string[],
  input: Arguments,
  terminal: Terminal,
  type: CatalogTable | undefined,
): Promise<number> {
  const { importFiles } = await import('@isnad/lexicon')
  const files: string[] = []
  for (const path of paths) {
    const file = resolve(terminal.cwd, path)
    const found = await stat(file).catch(() => undefined)
    if (found === undefined) throw usage(`isnad catalog import: there is no file ${path}`)
    files.push(file)
  }
  let told = 0
  const report = await importFiles(dataDir, files, {
    format: input.text('format') as ForeignFormat | undefined,
    type,
    all: input.flag('all') ? true : undefined,
    license: input.text('license'),
    stop: terminal.stop,
    onBad: (file, line, reason) => {
      if (told++ < MOST_TOLD) terminal.err(`${shownPath(file, terminal.cwd)}:${line}: ${reason}\n`)
    },
  })
  if (told > MOST_TOLD) terminal.err(`and ${plural(told - MOST_TOLD, 'line')} more\n`)
  terminal.out(input.flag('json') ? `${JSON.stringify(report)}\n` : summaryOf(report))
  return report.bad > 0 || report.operation === undefined ? 1 : 0
}
