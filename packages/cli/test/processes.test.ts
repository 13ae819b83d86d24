import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { record } from './pages.js'

/** What only real processes show: the built command, a hard kill, two at once on one store. */

const bin = fileURLToPath(new URL('../bin/isnad.js', import.meta.url))
const isBuilt = existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url)))
const built = test.skipIf(!isBuilt)
if (!isBuilt) console.warn('packages/cli is not built (npm run build): its process tests are skipped')

let folder: string
let children: ChildProcess[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-processes-'))
  children = []
})
afterEach(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly printed: () => string
  readonly end: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
}

function start(words: readonly string[]): Running {
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: folder,
    env: { ...process.env, ISNAD_DATA: join(folder, 'data'), DATABASE_URL: '' },
  })
  children.push(child)
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk
  })
  const end = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, out, err })),
  )
  return { child, printed: () => out + err, end }
}

const articles = async (): Promise<number> => JSON.parse((await start(['status', '--json']).end).out).store.articles

const towns = ['الرملات', 'السنديان', 'التلال', 'الشاطئ', 'المنارة', 'الوادي']
const recordsTo = (file: string, count: number): Promise<void> =>
  writeFile(
    join(folder, file),
    Array.from({ length: count }, (_, at) => `${record(`k-${at}`, `${towns[at % towns.length]} ${at}`)}\n`).join(''),
  )

built(
  'after kill -9 in the middle of a load the same command goes on: nothing is lost, nothing twice',
  async () => {
    const count = 800
    await recordsTo('list.jsonl', count)
    const first = start(['add', 'list.jsonl'])
    // Killed as soon as the store holds a part: its folder is there long before the load is over.
    while (!existsSync(join(folder, 'data'))) await new Promise((resolve) => setTimeout(resolve, 50))
    await new Promise((resolve) => setTimeout(resolve, 3000))
    first.child.kill('SIGKILL')
    await first.end
    const second = await start(['add', 'list.jsonl', '--json']).end
    const account = JSON.parse(second.out)
    expect([second.code, account.added + account.known, account.failed]).toEqual([0, count, 0])
    expect(await articles()).toBe(count)
  },
  180_000,
)

built(
  'a second process is refused while another has the store open, and told by whom',
  async () => {
    // It waits for its standard input, which stays open.
    const first = start(['add', '-'])
    while (!existsSync(join(folder, 'data'))) await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await start(['search', 'الجسر']).end
    expect(second.err).toMatch(new RegExp(`^STORE_LOCKED: process ${first.child.pid} on .* has .*data open since`))
    expect(second.code).toBe(1)
    first.child.kill('SIGINT')
    const { code, err } = await first.end
    expect([code, err]).toEqual([130, expect.stringContaining('The same command goes on where this one ended.')])
  },
  180_000,
)

built(
  'two processes work side by side through a server, which closes cleanly on SIGTERM',
  async () => {
    const server = start(['serve', '--port', '0'])
    while (!server.printed().includes(' at http://')) await new Promise((resolve) => setTimeout(resolve, 100))
    await recordsTo('a.jsonl', 30)
    await writeFile(join(folder, 'b.jsonl'), `${record('b-1', 'البحيرة')}\n`)
    const [a, b] = await Promise.all([start(['add', 'a.jsonl', '--json']).end, start(['add', 'b.jsonl', '--json']).end])
    expect([JSON.parse(a.out).added, JSON.parse(b.out).added]).toEqual([30, 1])
    server.child.kill('SIGTERM')
    expect((await server.end).code).toBe(0)
    expect(await articles()).toBe(31)
  },
  180_000,
)

built('output that is cut off early is no fault', async () => {
  const child = start(['help', 'add'])
  child.child.stdout?.destroy()
  const { code, err } = await child.end
  expect([code, err]).toEqual([0, ''])
})
