import { lstat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Desk } from '@isnad/server'
import { IsnadError } from '@isnad/text'
import { type Arguments, type Command, type Terminal, usage } from '../command.js'
import { type FoundFile, fileInputs, isLines, streamInputs } from '../input/inputs.js'
import { walk } from '../input/walk.js'
import { earlierFailures, Loader, type LoaderOptions } from '../load.js'
import { Progress } from '../output/progress.js'
import { exitCode, summary } from '../output/summary.js'
import { plural } from '../output/words.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

/** A mistyped path is told before anything starts, not after an hour of loading. */
export async function checkPaths(command: string, paths: readonly string[], cwd: string): Promise<void> {
  for (const path of paths) {
    if (path === '-') continue
    await lstat(resolve(cwd, path)).catch((cause: unknown) => {
      throw new IsnadError('USAGE', `isnad ${command}: there is no file or folder ${path}; check the spelling`, {
        cause,
      })
    })
  }
}

interface Load {
  readonly desk: Desk
  /** Checkpoints are the store's own; through a server, what is known is told quickly enough. */
  readonly resumes: boolean
  readonly loader: Loader
  readonly progress: Progress
  readonly stop: AbortSignal
}

/** Says whether a JSONL file is still the one that a checkpoint was written for, and was read by this analyser. */
const fingerprintOf = ({ bytes, modified }: FoundFile, analyser: string): string =>
  `${bytes} ${Math.round(modified)} ${analyser}`

async function loadFile(file: FoundFile, before: number, analyser: string, load: Load): Promise<void> {
  const { desk, loader, progress, stop, resumes } = load
  const show = (consumed: number): void =>
    progress.show({ bytes: before + consumed, captures: loader.captures, failed: loader.account.failed })
  if (!isLines(file.path)) {
    for await (const input of fileInputs(file)) await loader.take(input)
    show(file.bytes)
    return
  }
  // A batch holds lines of one file alone, so that its checkpoint is true.
  await loader.send()
  const source = resolve(file.path)
  const fingerprint = fingerprintOf(file, analyser)
  const kept = resumes ? await desk.checkpoint(source) : undefined
  const after = kept?.fingerprint === fingerprint ? kept.position : 0
  loader.passOver(after)
  if (after === 0 || kept?.done !== true) {
    let position = after
    for await (const input of fileInputs(file, after)) {
      if (stop.aborted) break
      position = Math.max(position, positionOf(input))
      await loader.take(input, resumes ? { source, position, fingerprint, done: false } : undefined)
      show(input.consumed)
    }
    await loader.send(resumes && position > 0 ? { source, position, fingerprint, done: !stop.aborted } : undefined)
  }
  show(file.bytes)
}

const positionOf = (input: Parameters<Loader['take']>[0]): number =>
  (input.kind === 'capture' ? input.submission.position : input.failure.position) ?? 0

/** Loads files, folders and standard input; the account is complete when this resolves. */
export async function loadPaths(
  paths: readonly string[],
  desk: Desk,
  terminal: Terminal,
  options: LoaderOptions & { readonly resumes: boolean },
): Promise<Loader> {
  const { stop } = terminal
  const files: FoundFile[] = []
  const status = await desk.status()
  const earlier = status.store.failures > 0 ? await earlierFailures(desk) : new Map<string, string>()
  const loader = new Loader(desk, { ...options, earlier })
  let passedOver = 0
  for await (const found of walk(paths.filter((path) => path !== '-').map((path) => resolve(terminal.cwd, path)))) {
    if (found.kind === 'file') files.push(found)
    else if (found.kind === 'passed-over') passedOver++
    else
      await loader.take({
        kind: 'unreadable',
        failure: { source: resolve(found.path), reason: 'INPUT_UNREADABLE', detail: found.detail },
        consumed: 0,
      })
  }
  const progress = new Progress(
    terminal,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  const load: Load = { desk, resumes: options.resumes, loader, progress, stop }
  try {
    if (paths.includes('-'))
      for await (const input of streamInputs(terminal.stdin)) {
        if (stop.aborted) break
        await loader.take(input)
      }
    let before = 0
    for (const file of files) {
      if (stop.aborted) break
      await loadFile(file, before, status.versions.analyser, load)
      before += file.bytes
    }
    await loader.finish()
  } finally {
    progress.clear()
  }
  if (passedOver > 0)
    terminal.err(`${plural(passedOver, 'file')} in the folders hold no pages (pictures, scripts and the like).\n`)
  return loader
}

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const paths = input.operands
  await checkPaths('add', paths, terminal.cwd)
  if (paths.includes('-') && terminal.stdinIsScreen)
    throw usage('isnad add -: nothing comes through standard input; write `isnad add - < page.html`')
  const began = Date.now()
  const { desk, address, store } = await openDesk(placeOf(input, terminal), terminal)
  if (address !== undefined) terminal.err(`Through the server at ${address}\n`)
  try {
    const loader = await loadPaths(paths, desk, terminal, {
      resumes: store !== undefined,
      restore: input.flag('restore'),
    })
    // A long load leaves the planner with old figures.
    if (store !== undefined && loader.account.added > 5_000) await store.tidy()
    if (input.flag('json')) terminal.out(`${JSON.stringify(loader.account)}\n`)
    else terminal.out(summary(loader.account, Date.now() - began, terminal.cwd))
    if (terminal.stop.aborted) {
      terminal.err('Stopped. The same command goes on where this one ended.\n')
      return 130
    }
    return exitCode(loader.account)
  } finally {
    await desk.close()
  }
}

export const add: Command = {
  name: 'add',
  summary: 'Read pages and keep them',
  arguments: [{ name: 'PATH', count: 'some', help: 'A file, a folder, or - for standard input' }],
  options: {
    ...DATA_OPTION,
    restore: { type: 'boolean', help: 'Take articles back in that were deleted before' },
    json: { type: 'boolean', help: 'Print the account as one JSON object' },
  },
  about: `Takes HTML, flattened text, feeds (RSS, Atom) and JSONL, each also as .gz. JSONL has one article a line: text or html,
    and what is known of id, outlet, url, published, title, byline, fetched. Beside page.html or page.txt a file page.meta.json
    may give the same fields. What comes beside a page outranks what the page says.

    Adding twice keeps one copy. After a break, even kill -9, the same command goes on where it ended. What fails is listed and
    kept for isnad retry; the rest goes on. The exit code is 1 when something failed or nothing became an article, 2 for a
    mistake in the command itself.

    While isnad serve runs on the same folder, pages go through it.`,
  examples: [
    ['isnad add pages/', 'Every page in a folder and the folders below it'],
    ['isnad add archive.jsonl.gz', 'One article a line, zipped'],
    ['curl -s https://news.example/1 | isnad add -', 'One page through standard input'],
    ['isnad add feed.xml --data ~/isnad', 'The entries of a saved feed, into another store'],
  ],
  run,
}
