import type { Failure, Status } from '@isnad/server'
import type { Arguments, Command, Terminal } from '../command.js'
import { shownPath } from '../output/summary.js'
import { bytesText, figure, plural, shortened } from '../output/words.js'
import { DATA_OPTION, openDesk, placeOf } from '../place.js'

const span = (first: string | null, last: string | null): string =>
  first === null || last === null ? 'none is dated' : `${first.slice(0, 10)} to ${last.slice(0, 10)}`

export function statusText({ store, queue, across, versions }: Status, address: string | undefined): string {
  const rows: [string, string][] = [
    ['place', `${store.location} (${store.engine}${store.backend === 'pglite' ? ', embedded' : ''})`],
    ['server', address ?? 'none runs on this folder'],
    ['articles', `${figure(store.articles)} of ${plural(store.outlets, 'outlet')}`],
    ['published', span(store.firstPublished, store.lastPublished)],
    ['last added', store.lastAdded ?? 'never'],
    ['deleted', figure(store.removed)],
    ['failures', store.failures === 0 ? 'none' : `${figure(store.failures)} (isnad status --failures, isnad retry)`],
    [
      'size',
      `${bytesText(store.bytes.total)}: pages ${bytesText(store.bytes.captures)}, search index ${bytesText(store.bytes.index)}`,
    ],
    [
      'versions',
      `isnad ${versions.isnad}, reader ${versions.analyser}, schema ${versions.schema}, node ${versions.node}`,
    ],
  ]
  const older = store.analysers.filter(({ analyser }) => analyser !== versions.analyser)
  if (older.length > 0)
    rows.push([
      'older',
      older.map(({ analyser, versions: count }) => `${figure(count)} read by ${analyser}`).join(', '),
    ])
  if (queue.waiting + queue.running > 0)
    rows.push([
      'loading',
      `${figure(queue.running)} being read, ${figure(queue.waiting)} waiting, ${queue.perSecond}/s`,
    ])
  if (store.waiting > 0)
    rows.push(['to analyse', `${plural(store.waiting, 'article')} not read for names and events yet`])
  if (across.compared + across.gathered > 0)
    rows.push([
      'across',
      `${figure(across.compared)} compared by their text, ${figure(across.gathered)} gathered by what they tell`,
    ])
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}\n`).join('')
}

const failureText = ({ source, position, kind, detail, attempts }: Failure, cwd: string): string =>
  `${shownPath(source, cwd)}${position === null ? '' : `:${position}`}: ${shortened(detail, 200)} [${kind}${attempts > 1 ? `, tried ${attempts} times` : ''}]\n`

async function run(input: Arguments, terminal: Terminal): Promise<number> {
  const { desk, address } = await openDesk(placeOf(input, terminal), terminal, { mustExist: true })
  try {
    if (!input.flag('failures')) {
      const status = await desk.status()
      terminal.out(input.flag('json') ? `${JSON.stringify({ ...status, address })}\n` : statusText(status, address))
      return 0
    }
    let cursor: string | undefined
    let listed = 0
    do {
      const page = await desk.failures({ limit: 100, cursor })
      for (const failure of page.items)
        terminal.out(input.flag('json') ? `${JSON.stringify(failure)}\n` : failureText(failure, terminal.cwd))
      listed += page.items.length
      cursor = page.next ?? undefined
    } while (cursor !== undefined && !terminal.stop.aborted)
    if (listed === 0 && !input.flag('json')) terminal.out('Nothing has failed.\n')
    return 0
  } finally {
    await desk.close()
  }
}

export const status: Command = {
  name: 'status',
  summary: 'How much is kept, where, and what failed',
  arguments: [],
  options: {
    ...DATA_OPTION,
    failures: { type: 'boolean', help: 'List everything that gave no article, newest first, with the reason' },
    json: { type: 'boolean', help: 'As JSON; failures one a line' },
  },
  about:
    'Says where articles are kept, how many there are, of when, how much room they take, and how many pages failed.',
  examples: [
    ['isnad status', 'The state of the store in ./data'],
    ['isnad status --failures', 'What failed, where it lies and why'],
    ['isnad status --json | jq .store.articles', 'One figure, for a script'],
  ],
  run,
}
