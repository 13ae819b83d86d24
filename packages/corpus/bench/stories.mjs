// Stories over a whole corpus in date order: node packages/corpus/bench/stories.mjs FILE.jsonl[.gz] … [--stories OUT.json] [--no-lineage]
// Prints articles per second for every ten thousand, the memory at its highest, how many stories there are, and how many of a
// sample of those with several articles rest on one origin.
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { countOrigins, LineageIndex, StoryIndex } from '@isnad/corpus'

const args = process.argv.slice(2)
const at = args.indexOf('--stories')
const out = at < 0 ? undefined : args.splice(at, 2)[1]
const noLineage = args.indexOf('--no-lineage')
if (noLineage >= 0) args.splice(noLineage, 1)
if (args.length === 0) {
  console.error('usage: stories.mjs FILE.jsonl[.gz] … [--stories OUT.json] [--no-lineage]')
  process.exit(2)
}
const SAMPLE = 300
const LARGEST = 14

const articles = []
for (const file of args) {
  const bytes = createReadStream(file)
  for await (const line of createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })) {
    if (line.trim() === '') continue
    const { id, text, title = '', outlet, published, fetched, byline } = JSON.parse(line)
    const date = (published ?? fetched)?.replace(/^(\d{2})\/(\d{2})\/(\d{4})/, '$3-$2-$1')
    articles.push({
      id,
      title: decoded(title),
      body: bare(text),
      outlet,
      byline,
      ...(date === undefined ? {} : { published: date }),
    })
  }
}
articles.sort((a, b) => day(a).localeCompare(day(b)) || a.id.localeCompare(b.id))
const held = process.memoryUsage().rss
console.log(`${articles.length} articles read, ${mib(held)} MiB held by them`)

const lineage = noLineage < 0 ? new LineageIndex() : undefined
const stories = new StoryIndex()
const cpu = { lineage: 0, stories: 0 }
const started = performance.now()
let since = started
let highest = held
let added = 0
let reported = 0
let batch = []
for (const article of articles) {
  if (batch.length > 0 && day(batch[0]) !== day(article)) flush()
  batch.push(article)
}
flush()
const took = performance.now() - started
console.log(
  `together ${Math.round(articles.length / (took / 1000))}/s by the clock; processor: lineage ${perSecond(cpu.lineage)}/s, stories ${perSecond(cpu.stories)}/s, both ${perSecond(cpu.lineage + cpu.stories)}/s`,
)
console.log(`highest RSS ${mib(highest)} MiB, ${mib(highest - held)} of it above the articles`)

const all = stories.stories()
const several = all.filter((story) => sizeOf(story) > 1)
console.log(
  `${all.length} stories, ${several.length} of several articles; the largest: ${[...several]
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, 5)
    .map((s) => `${sizeOf(s)} in ${s.chapters.length} chapters «${s.name}»`)
    .join('; ')}`,
)
const byId = new Map(articles.map((a) => [a.id, a]))
const random = seeded(7)
const sample = [...several]
  .map((story) => ({ story, key: random() }))
  .sort((a, b) => a.key - b.key)
  .slice(0, SAMPLE)
  .map(({ story }) => story)
let one = 0
let crossOutlet = 0
let crossOne = 0
for (const story of sample) {
  const members = story.chapters
    .flatMap((c) => c.articles)
    .slice(0, LARGEST)
    .map((id) => byId.get(id))
  const { atMost } = countOrigins(members, { allReport: true })
  if (atMost === 1) one++
  if (new Set(members.map((m) => m.outlet)).size < 2) continue
  crossOutlet++
  if (atMost === 1) crossOne++
}
console.log(
  `of ${sample.length} stories of several articles ${one} rest on one origin; of the ${crossOutlet} in several outlets ${crossOne}`,
)
if (out !== undefined)
  writeFileSync(
    out,
    JSON.stringify(
      sample.slice(0, 40).map((s) => ({
        name: s.name,
        chapters: s.chapters.map((c) =>
          c.articles.map(
            (id) => `${byId.get(id).outlet} ${byId.get(id).published?.slice(0, 10)} ${byId.get(id).title}`,
          ),
        ),
      })),
      null,
      1,
    ),
  )

/** What the reading of a page takes off, cheaply: entities, and the two footers of this corpus. */
function decoded(text) {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}
function bare(text) {
  return decoded(text).replace(/(?:رابط الخبر|\sسمات\s)[^\n]*$/u, '')
}

function flush() {
  if (lineage !== undefined) {
    const from = process.cpuUsage()
    for (const { id, body, outlet, published } of batch)
      lineage.add({
        id,
        text: body,
        ...(outlet === undefined ? {} : { outlet }),
        ...(published === undefined ? {} : { published }),
      })
    cpu.lineage += spent(from)
  }
  const from = process.cpuUsage()
  stories.add(batch)
  cpu.stories += spent(from)
  added += batch.length
  batch = []
  highest = Math.max(highest, process.memoryUsage().rss)
  if (added - reported < 10_000) return
  const now = performance.now()
  console.log(
    `${added}: ${Math.round((added - reported) / ((now - since) / 1000))}/s, RSS ${mib(process.memoryUsage().rss)} MiB`,
  )
  reported = added
  since = now
}

function spent(from) {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}
function perSecond(seconds) {
  return seconds === 0 ? '–' : Math.round(articles.length / seconds)
}
function sizeOf(story) {
  return story.chapters.reduce((sum, c) => sum + c.articles.length, 0)
}
function day({ published }) {
  return published?.slice(0, 10) ?? '9999-12-31'
}
function mib(bytes) {
  return Math.round(bytes / 1024 / 1024)
}
function seeded(seed) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
