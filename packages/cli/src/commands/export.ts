import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportFormat } from '@isnad/server'
import type { Arguments, Command, Terminal } from '../command.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const format = (input.text('format') ?? 'jsonl') as ExportFormat
  const limit = input.whole('limit', 1, 10_000_000) ?? 10_000_000
  const { exportPieces } = await import('@isnad/server')
  const { desk, address } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    const pieces = exportPieces(desk, {
      format,
      limit,
      q: input.operands.length === 0 ? undefined : input.operands.join(' '),
      outlet: input.text('outlet'),
      after: input.text('after'),
      before: input.text('before'),
      address,
    })
    const out = input.text('out')
    if (out !== undefined) await pipeline(Readable.from(pieces), createWriteStream(resolve(terminal.cwd, out)))
    else for await (const piece of pieces) terminal.out(piece)
    return 0
  } finally {
    await desk.close()
  }
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write articles as JSONL, CSV or RSS',
  arguments: [{ name: 'WORD', count: 'any', help: 'A search, as in isnad search; everything when left out' }],
  takesDashedWords: true,
  options: {
    ...DATA_OPTION,
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: ['jsonl', 'csv', 'rss'],
      help: 'jsonl unless told',
    },
    out: { type: 'string', short: 'o', value: 'FILE', help: 'Write here instead of to standard output' },
    limit: { type: 'string', short: 'n', value: 'N', help: 'At most so many articles, newest first' },
    outlet: { type: 'string', value: 'NAME', help: 'Only this outlet' },
    after: { type: 'string', value: 'DAY', help: 'Published on this day or later' },
    before: { type: 'string', value: 'DAY', help: 'Published on this day or earlier' },
  },
  about: `JSONL carries whole articles, one a line, in the fields that isnad add reads; CSV one line an article with its opening;
    RSS a feed. In CSV a cell that begins with = + - or @ gets an apostrophe, so that no spreadsheet runs it.`,
  examples: [
    ['isnad export --out all.jsonl', 'Everything, to be read again elsewhere'],
    ['isnad export مطار --format csv --out airport.csv', 'One search as a table'],
  ],
  run,
}
