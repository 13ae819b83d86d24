// Loads the corpus as `isnad add` does, read in a thread of its own, into a store and prints what it cost:
//   npm run build && node packages/store/bench/load.mjs FOLDER [ARTICLES]
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { openStore } from '@isnad/store'
import { reader } from '../../cli/dist/reader.js'
import { localDesk } from '../../server/dist/index.js'
import { corpus } from './corpus.mjs'

const [folder = '/tmp/isnad-bench', most = '1000000'] = process.argv.slice(2)
const BATCH = 100
const databaseUrl = process.env.DATABASE_URL
const opened = performance.now()
const store = await openStore(databaseUrl === undefined ? { dataDir: folder } : { databaseUrl })
console.log(`open and create: ${Math.round(performance.now() - opened)} ms`)

let peak = 0
// Timers run only when the main thread is free: how late they come is how long a server would not have answered.
let latest = 0
let due = performance.now() + 10
const watch = setInterval(() => {
  latest = Math.max(latest, performance.now() - due)
  due = performance.now() + 10
  peak = Math.max(peak, process.memoryUsage.rss())
}, 10)

const start = performance.now()
const startCpu = process.cpuUsage()
const counts = { read: 0, added: 0, rejected: 0, failed: 0 }
const desk = localDesk(store, reader(), { isnad: '0.1.0' })
const IN_FLIGHT = 3
const underWay = new Set()
let batch = []

async function flush() {
  const work = desk.ingest(batch).then(({ counts: { added, rejected, failed } }) => {
    counts.added += added
    counts.rejected += rejected
    counts.failed += failed
    underWay.delete(work)
  })
  batch = []
  underWay.add(work)
  while (underWay.size >= IN_FLIGHT) await Promise.race(underWay)
}

for await (const { capture, identity } of corpus(Number(most))) {
  counts.read++
  batch.push({ capture, identity })
  if (batch.length >= BATCH) await flush()
  if (counts.read % 5000 === 0) {
    console.log(`${counts.read} read, ${Math.round(counts.read / ((performance.now() - start) / 1000))}/s`)
  }
}
if (batch.length > 0) await flush()
await Promise.all(underWay)
const loaded = (performance.now() - start) / 1000
const cpu = process.cpuUsage(startCpu)
const threads = threadTimes(counts.read)
const tidying = performance.now()
await store.tidy()
clearInterval(watch)
console.log(JSON.stringify(counts))
console.log(
  `load: ${loaded.toFixed(1)} s, ${Math.round(counts.read / loaded)} articles/s; tidy ${Math.round(performance.now() - tidying)} ms`,
)
console.log(
  `CPU an article: ${((cpu.user + cpu.system) / 1000 / counts.read).toFixed(2)} ms in all; by thread ${threads}`,
)
console.log(`peak RSS ${Math.round(peak / 2 ** 20)} MB; main thread at most ${Math.round(latest)} ms late`)
const { bytes } = await store.status()
console.log(
  `on disk, MB: ${JSON.stringify(Object.fromEntries(Object.entries(bytes).map(([k, v]) => [k, Math.round(v / 1e6)])))}`,
)
await desk.close()
if (databaseUrl === undefined) console.log(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).trim())

/** CPU milliseconds an article of the busiest threads (proc(5), fields 14 and 15, in hundredths of a second). */
function threadTimes(articles) {
  if (process.platform !== 'linux') return 'not told on this system'
  const times = readdirSync('/proc/self/task').map((id) => {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { id: Number(id), ms: (Number(fields[11]) + Number(fields[12])) * 10 }
  })
  const busiest = times.sort((a, b) => b.ms - a.ms).slice(0, 4)
  return busiest.map(({ id, ms }) => `${id === process.pid ? 'main ' : ''}${(ms / articles).toFixed(2)}`).join(', ')
}
