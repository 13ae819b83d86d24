import { stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { Desk, IngestResult, Reread } from '@isnad/server'
import type { Arguments, Command, Terminal } from '../command.js'
import { type FoundFile, fileInputs } from '../input/inputs.js'
import { Loader, type LoaderOptions, placeKey } from '../load.js'
import { exitCode, summary } from '../output/summary.js'
import { plural } from '../output/words.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

interface Kept {
  readonly id: string
  readonly source: string
  readonly position: number | null
}

async function keptFailures(desk: Desk, ids?: ReadonlySet<string>): Promise<Kept[]> {
  const kept: Kept[] = []
  let cursor: string | undefined
  do {
    const page = await desk.failures({ limit: 100, cursor })
    kept.push(...page.items.filter(({ id }) => ids === undefined || ids.has(id)))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return kept
}

const fileAt = async (path: string): Promise<FoundFile | undefined> => {
  const stats = await stat(path).catch(() => undefined)
  return stats?.isFile() === true ? { kind: 'file', path, bytes: stats.size, modified: stats.mtimeMs } : undefined
}

/** Reads the failed places of one source again. A file that is gone stays in the list: it may come back. */
async function retrySource(source: string, places: readonly Kept[], loader: Loader): Promise<void> {
  const file = await fileAt(source)
  if (file === undefined) {
    for (const { position } of places) {
      const failure = { source, reason: 'INPUT_UNREADABLE' as const, detail: 'the file is not there any more' }
      await loader.take({
        kind: 'unreadable',
        failure: position === null ? failure : { ...failure, position },
        consumed: 0,
      })
    }
    return
  }
  const positions = new Set(places.map(({ position }) => position ?? undefined))
  const last = Math.max(...places.map(({ position }) => position ?? 0))
  for await (const input of fileInputs(file)) {
    const position = input.kind === 'capture' ? input.submission.position : input.failure.position
    if (positions.has(position)) await loader.take(input)
    if (last > 0 && (position ?? 0) >= last) break
  }
}

/** True for what lies in a file of this machine; standard input and what other clients sent cannot be read again. */
const liesInFile = (source: string): boolean => isAbsolute(source)

/** Reads again what failed, where it lies, and strikes off what succeeds. */
export async function retryFailures(
  desk: Desk,
  options: {
    readonly ids?: readonly string[]
    readonly stop?: AbortSignal
    readonly onResult?: LoaderOptions['onResult']
  } = {},
): Promise<{ readonly loader: Loader; readonly elsewhere: number }> {
  const { ids, stop, onResult } = options
  const all = await keptFailures(desk, ids && new Set(ids))
  const kept = all.filter(({ source }) => liesInFile(source))
  const earlier = new Map(kept.map(({ source, position, id }) => [placeKey(source, position), id]))
  const loader = new Loader(desk, { earlier, ...(onResult ? { onResult } : {}) })
  const bySource = new Map<string, Kept[]>()
  for (const failure of kept) bySource.set(failure.source, [...(bySource.get(failure.source) ?? []), failure])
  for (const [source, places] of bySource) {
    if (stop?.aborted === true) break
    await retrySource(source, places, loader)
  }
  await loader.finish()
  return { loader, elsewhere: all.length - kept.length }
}

/** The same for the server, which tells what became of each in the words of its API. */
export const rereadOn =
  (desk: Desk): Reread =>
  async (ids) => {
    const results: IngestResult[] = []
    const { loader } = await retryFailures(desk, {
      ...(ids ? { ids } : {}),
      onResult: (result) => results.push(result),
    })
    const { added, known, removed, rejected, failed } = loader.account
    return { results, counts: { added, known: known + removed, rejected, failed } }
  }

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const began = Date.now()
  const { desk } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    const { loader, elsewhere } = await retryFailures(desk, { stop: terminal.stop })
    const { account } = loader
    const total = account.added + account.known + account.removed + account.rejected + account.failed
    terminal.out(total === 0 ? 'Nothing has failed.\n' : summary(account, Date.now() - began, terminal.cwd))
    if (elsewhere > 0)
      terminal.out(`${plural(elsewhere, 'failure')} came through standard input or another client: give them again.\n`)
    return exitCode(account)
  } finally {
    await desk.close()
  }
}

export const retry: Command = {
  name: 'retry',
  summary: 'Read again what failed to be added',
  arguments: [],
  options: { ...DATA_OPTION },
  about: `What fails in isnad add is kept in a list, with the file and line where it lies, but nothing of its contents. This
    reads those places again and strikes off what has become an article. isnad status --failures shows the list.`,
  examples: [['isnad retry', 'After the files were repaired, or a newer version reads more']],
  run,
}
