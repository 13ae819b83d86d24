import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Arguments, type Command, type Terminal, usage } from '../command.js'
import { fileInputs, type Input, streamInputs } from '../input/inputs.js'
import { walk } from '../input/walk.js'
import type { Format } from '../output/render.js'
import { shownPath } from '../output/summary.js'
import { placeOf } from '../place.js'
import { checkPaths } from './add.js'

async function* inputsOf(paths: readonly string[], terminal: Terminal): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') {
      if (terminal.stdinIsScreen)
        throw usage('isnad read -: nothing comes through standard input; write `isnad read - < page.html`')
      yield* streamInputs(terminal.stdin)
      continue
    }
    for await (const found of walk([resolve(terminal.cwd, path)])) {
      if (found.kind === 'file') yield* fileInputs(found)
      else if (found.kind === 'unreadable') {
        const failure = { source: found.path, reason: 'INPUT_UNREADABLE' as const, detail: found.detail }
        yield { kind: 'unreadable', failure, consumed: 0 }
      }
    }
  }
}

/** What stands for the page in a file name and in the gold format: the record's own id, or the file's name. */
const idOf = (source: string, position: number | undefined, identity: string | undefined): string => {
  const name = source === '-' ? 'stdin' : basename(source).replace(/(?:\.[a-z]+)?(?:\.gz)?$/i, '')
  return (identity ?? `${name}${position === undefined ? '' : `-${position}`}`).replace(/[^\p{L}\p{N}._-]+/gu, '-')
}

/** Formats for people are text; the others lead or follow each other without a heading. */
const EXTENSIONS: Readonly<Record<Format, string>> = {
  text: 'txt',
  removed: 'txt',
  times: 'txt',
  json: 'json',
  gold: 'json',
  plover: 'jsonl',
  gdelt: 'tsv',
}

function formatOf(input: Arguments): Format {
  const format = input.text('format')
  const json = input.flag('json') || format === 'json'
  const other = format !== undefined && format !== 'json'
  const asked = [json, other, input.flag('removed'), input.flag('times')].filter(Boolean).length
  if (asked > 1) throw usage('isnad read: --json, --format, --removed and --times exclude each other; choose one')
  if (format === 'gold' || format === 'plover' || format === 'gdelt') return format
  if (input.flag('removed')) return 'removed'
  if (input.flag('times')) return 'times'
  return json ? 'json' : 'text'
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const format = formatOf(input)
  const [{ readCapture }, { reportRejection }, { render }, { GDELT_HEADER }, { userCatalog }] = await Promise.all([
    import('@isnad/analysis'),
    import('@isnad/server'),
    import('../output/render.js'),
    import('../output/events.js'),
    import('@isnad/lexicon'),
  ])
  const { dataDir } = placeOf(input, terminal)
  const options = dataDir === undefined ? {} : { catalog: userCatalog(dataDir).source }
  const folder = input.text('out')
  await checkPaths('read', input.operands, terminal.cwd)
  if (folder !== undefined) await mkdir(resolve(terminal.cwd, folder), { recursive: true })
  const languages = input.flag('any-language') ? 'any' : 'arabic'
  let read = 0
  let without = 0
  for await (const one of inputsOf(input.operands, terminal)) {
    if (terminal.stop.aborted) return 130
    if (one.kind === 'unreadable') {
      const { source, position, detail, reason } = one.failure
      terminal.err(
        `${shownPath(source, terminal.cwd)}${position === undefined ? '' : `:${position}`}: ${detail} [${reason}]\n`,
      )
      without++
      continue
    }
    const { capture, source = '-', position, identity } = one.submission
    const name = shownPath(source, terminal.cwd)
    const outcome = readCapture(capture, { languages })
    if (!outcome.ok) {
      terminal.err(
        `${name}${position === undefined ? '' : `:${position}`}: ${reportRejection(outcome.reason).reason.en} [${outcome.reason.kind}]\n`,
      )
      without++
      continue
    }
    const id = idOf(source, position, identity)
    const text = render(outcome.value, format, { name, id, bytes: capture.bytes, position }, options)
    if (folder !== undefined) {
      const head = format === 'gdelt' ? GDELT_HEADER : ''
      await writeFile(join(resolve(terminal.cwd, folder), `${id}.${EXTENSIONS[format]}`), head + text)
    } else {
      // Several readings after each other need a line between them; JSON has its own.
      if (format === 'gdelt' && read === 0) terminal.out(GDELT_HEADER)
      if (EXTENSIONS[format] === 'txt')
        terminal.out(`${read > 0 ? '\n' : ''}── ${name}${position === undefined ? '' : `:${position}`}\n\n`)
      terminal.out(text)
    }
    read++
  }
  return without > 0 ? 1 : 0
}

export const read: Command = {
  name: 'read',
  summary: 'Read pages and print them; nothing is stored',
  arguments: [{ name: 'PATH', count: 'some', help: 'A file, a folder, or - for standard input' }],
  options: {
    json: { type: 'boolean', help: 'One JSON object a line' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['json', 'gold', 'plover', 'gdelt'],
      help: 'json, gold (schema isnad-gold/1), plover (events as PLOVER JSON lines) or gdelt (events as a table)',
    },
    removed: { type: 'boolean', help: 'Only what was taken out, in full, with reasons' },
    times: { type: 'boolean', help: 'Only the times that the article names, each with what it means' },
    out: { type: 'string', short: 'o', value: 'FOLDER', help: 'Write one file a page into this folder instead' },
    'any-language': { type: 'boolean', help: 'Read pages in other languages than Arabic as well' },
    data: {
      type: 'string',
      short: 'd',
      value: 'FOLDER',
      help: 'Where your catalog is kept; else ISNAD_DATA or ./data',
    },
  },
  about: `Prints the title, the metadata with the place where each piece was read, the body, who and what is named, who says what
    through whom, what is reported, and what was taken out of the page with the reason. It takes the same inputs as isnad add: HTML, text, feeds, JSONL, each also as .gz, with page.meta.json
    beside page.html where there is one.

    A page without an article is told on standard error. The exit code is then 1.`,
  examples: [
    ['isnad read page.html', 'Title, metadata, body, removals'],
    ['isnad read page.html --removed', 'Everything that was taken out, and why'],
    ['isnad read page.html --times', 'Every date, hour and duration, and what counts from the publication'],
    ['isnad read pages/ --json | jq -r .title', 'The titles of a folder of pages'],
    ['isnad read texts/ --format gold --out readings/', 'One isnad-gold/1 file a page, for the scorers'],
    ['isnad read pages/ --format plover > events.jsonl', 'Who did what to whom, one coded event a line'],
    ['curl -s https://news.example/1 | isnad read -', 'A page through standard input'],
  ],
  run,
}
