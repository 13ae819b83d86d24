// Characters per second of findTimes and of chrono-node's Arabic locale over the same articles, in one run, by the
// processor's time, so that a busy machine weighs on both alike. The best of several rounds: the first ones go to the
// runtime's compiler. Then other articles, which neither has read, once: what a memory of words and phrases brings shows
// in the first figure alone.
//   node packages/time/bench/speed.mjs [articles] [corpus folder] [rounds]
// Needs the build (npx tsc -b packages/time) and a folder of JSON lines, gzipped, with a `text` field.
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { findTimes } from '@isnad/time'
import * as chrono from 'chrono-node'

const wanted = Number(process.argv[2] ?? 400)
const folder = process.argv[3] ?? new URL('../../../../shared/data/corpus', import.meta.url).pathname
const rounds = Number(process.argv[4] ?? 10)
if (!existsSync(folder)) {
  console.error(`no corpus at ${folder}: give a folder of .jsonl.gz files as second argument`)
  process.exit(2)
}

const texts = []
const unread = []
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz'))) {
  let count = 0
  let line = 0
  for await (const row of createInterface({ input: createReadStream(`${folder}/${name}`).pipe(createGunzip()) })) {
    const rest = line++ % 37
    if (rest === 0) texts.push(JSON.parse(row).text)
    if (rest === 11) {
      unread.push(JSON.parse(row).text)
      if (++count >= wanted / 2) break
    }
  }
}

const lengthOf = (articles) => articles.reduce((sum, text) => sum + text.length, 0)
const reference = new Date('2018-06-01T12:00:00Z')
const runs = {
  'chrono-node ar': (articles) => articles.reduce((n, text) => n + chrono.ar.parse(text, reference).length, 0),
  '@isnad/time': (articles) =>
    articles.reduce(
      (n, text) => n + findTimes(text, { reference: { time: '2018-06-01T12:00:00Z', source: 'given' } }).length,
      0,
    ),
}

/** Seconds of the processor that an engine takes for the articles, and the items it finds. */
function measure(run, articles) {
  const start = process.cpuUsage()
  const items = run(articles)
  const { user, system } = process.cpuUsage(start)
  return { seconds: (user + system) / 1e6, items }
}

function print(title, articles, measured) {
  console.log(title)
  for (const [name, { seconds, items }] of Object.entries(measured)) {
    const speed = Math.round(lengthOf(articles) / seconds).toLocaleString('en')
    console.log(`${name.padEnd(16)} ${speed.padStart(12)} characters/s  ${items} items`)
  }
  console.log(`ratio ${(measured['chrono-node ar'].seconds / measured['@isnad/time'].seconds).toFixed(1)}`)
}

const best = {}
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(runs)) {
    const measured = measure(run, texts)
    if (best[name] === undefined || measured.seconds < best[name].seconds) best[name] = measured
  }
}
const what = `${texts.length} articles, ${lengthOf(texts)} characters`
print(`${what}; best of ${rounds} rounds, Node ${process.version}`, texts, best)
const once = Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, measure(run, unread)]))
print(`${unread.length} other articles, read once`, unread, once)
