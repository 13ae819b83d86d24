// Characters per second of findTimes and of chrono-node's Arabic locale over the same articles, in one run, by the
// processor's time, so that a busy machine weighs on both alike. The best of several rounds: the first ones go to the
// runtime's compiler.
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
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz'))) {
  let count = 0
  let line = 0
  for await (const row of createInterface({ input: createReadStream(`${folder}/${name}`).pipe(createGunzip()) })) {
    if (line++ % 37 !== 0) continue
    texts.push(JSON.parse(row).text)
    if (++count >= wanted / 2) break
  }
}

const characters = texts.reduce((sum, text) => sum + text.length, 0)
const reference = new Date('2018-06-01T12:00:00Z')
const runs = {
  'chrono-node ar': () => texts.reduce((n, text) => n + chrono.ar.parse(text, reference).length, 0),
  '@isnad/time': () =>
    texts.reduce(
      (n, text) => n + findTimes(text, { reference: { time: '2018-06-01T12:00:00Z', source: 'given' } }).length,
      0,
    ),
}

const best = {}
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(runs)) {
    const start = process.cpuUsage()
    const items = run()
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    if (best[name] === undefined || seconds < best[name].seconds) best[name] = { seconds, items }
  }
}
console.log(`${texts.length} articles, ${characters} characters; best of ${rounds} rounds, Node ${process.version}`)
for (const [name, { seconds, items }] of Object.entries(best)) {
  console.log(
    `${name.padEnd(16)} ${Math.round(characters / seconds)
      .toLocaleString('en')
      .padStart(12)} characters/s  ${items} items`,
  )
}
console.log(`ratio ${(best['chrono-node ar'].seconds / best['@isnad/time'].seconds).toFixed(1)}`)
