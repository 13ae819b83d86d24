// Lineage over a whole corpus in date order: node packages/corpus/bench/lineage.mjs FILE.jsonl[.gz] … [--families OUT.json]
// Prints articles per second for every ten thousand, the memory at its highest, and what families were found.
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { LineageIndex } from '@isnad/corpus'

const args = process.argv.slice(2)
const at = args.indexOf('--families')
const out = at < 0 ? undefined : args.splice(at, 2)[1]
if (args.length === 0) {
  console.error('usage: lineage.mjs FILE.jsonl[.gz] … [--families OUT.json]')
  process.exit(2)
}

const articles = []
for (const file of args) {
  const bytes = createReadStream(file)
  const lines = createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })
  for await (const line of lines) {
    if (line.trim() === '') continue
    const { id, text, title, outlet, published, fetched } = JSON.parse(line)
    articles.push({ id, text, title, outlet, published: published ?? fetched })
  }
}
articles.sort((a, b) => day(a).localeCompare(day(b)) || a.id.localeCompare(b.id))
const held = process.memoryUsage().rss
let highest = held
console.log(`${articles.length} articles read, ${mib(held)} MiB held by them`)

const index = new LineageIndex()
const started = performance.now()
const cpuStarted = process.cpuUsage()
let since = started
let cpuSince = process.cpuUsage()
let batch = []
let added = 0
let reported = 0
for (const article of articles) {
  if (batch.length > 0 && day(batch[0]) !== day(article)) flush()
  batch.push(article)
}
flush()
const adding = performance.now()
const cpuOfAdding = process.cpuUsage(cpuStarted)
const families = index.families()
const resolved = performance.now()
const cpu = process.cpuUsage(cpuStarted)
highest = Math.max(highest, process.memoryUsage().rss)

const members = families.reduce((sum, family) => sum + family.members.length, 0)
console.log(
  `added ${rate(articles.length, adding - started)}/s; lines of descent of all ${rate(articles.length, resolved - adding)}/s`,
)
console.log(
  `together ${rate(articles.length, resolved - started)}/s; highest RSS ${mib(highest)} MiB, ${mib(highest - held)} of it above the articles`,
)
console.log(
  `processor time: ${rate(articles.length, (cpuOfAdding.user + cpuOfAdding.system) / 1000)}/s added, ${rate(articles.length, (cpu.user + cpu.system) / 1000)}/s with the lines of descent`,
)
console.log(
  `${families.length} families of ${members} articles; the largest: ${families
    .slice(0, 5)
    .map((f) => f.members.length)
    .join(', ')}`,
)
if (out !== undefined) {
  const lineages = Object.fromEntries(
    families.flatMap((family) => family.members).map((id) => [id, index.lineage(id).parents]),
  )
  writeFileSync(out, JSON.stringify({ families, lineages }))
}

function flush() {
  index.addBatch(batch)
  added += batch.length
  batch = []
  if (added - reported < 10_000) return
  const now = performance.now()
  const rss = process.memoryUsage().rss
  highest = Math.max(highest, rss)
  const { user, system } = process.cpuUsage(cpuSince)
  const spent = (user + system) / 1000 / (added - reported)
  console.log(
    `${added}: ${rate(added - reported, now - since)}/s, ${spent.toFixed(3)} ms of processor each, RSS ${mib(rss)} MiB`,
  )
  reported = added
  since = now
  cpuSince = process.cpuUsage()
}

function day(article) {
  return (article.published ?? '').slice(0, 10)
}

function rate(count, ms) {
  return Math.round((count / ms) * 1000)
}

function mib(bytes) {
  return Math.round(bytes / 1048576)
}
