// Searches a store that load.ts filled and prints percentiles: node packages/store/bench/search.mjs FOLDER [ROUNDS]

import { openStore } from '@isnad/store'
import { searchTerms } from '@isnad/text'
import { corpus } from './corpus.mjs'

const [folder = '/tmp/isnad-bench', rounds = '150'] = process.argv.slice(2)
const databaseUrl = process.env.DATABASE_URL

/** Words and word pairs of running text, so that queries are as common and as rare as what people look for. */
const words = []
const pairs = []
let n = 0
for await (const { capture } of corpus(40_000)) {
  if (n++ % 97 !== 0) continue
  const text = new TextDecoder().decode(capture.bytes)
  const terms = searchTerms(text).filter(({ exact }) => exact.length > 3)
  const at = (n * 7919) % Math.max(1, terms.length - 1)
  const [first, second] = [terms[at], terms[at + 1]]
  if (first === undefined || second === undefined) continue
  words.push(text.slice(first.start, first.end))
  pairs.push(text.slice(first.start, second.end).replace(/[^\p{L}\p{M}\p{N} ]/gu, ' '))
}

const store = await openStore(databaseUrl === undefined ? { dataDir: folder } : { databaseUrl })
const kinds = {
  word: (i) => words[i % words.length] ?? '',
  'two words': (i) => `${words[i % words.length]} ${words[(i * 31 + 7) % words.length]}`,
  exact: (i) => `=${words[i % words.length]}`,
  phrase: (i) => `"${pairs[i % pairs.length]}"`,
  'word outlet:': (i) => `${words[i % words.length]} outlet:bbc`,
  'word -word': (i) => `${words[i % words.length]} -${words[(i * 17 + 3) % words.length]}`,
}
for (let i = 0; i < 20; i++) await store.search({ query: kinds.word?.(i) ?? '' })
const all = { newest: [], ranked: [] }
for (const [kind, query] of Object.entries(kinds)) {
  for (const order of ['newest', 'ranked']) {
    const times = []
    let hits = 0
    for (let i = 0; i < Number(rounds); i++) {
      const before = performance.now()
      const page = await store.search({ query: query(i), order })
      times.push(performance.now() - before)
      hits += page.hits.length
    }
    all[order]?.push(...times)
    report(`${order} ${kind}`, times, hits / times.length)
  }
}
const paging = []
for (let i = 0; i < 40; i++) {
  const first = await store.search({ query: words[i] ?? '' })
  if (first.next === undefined) continue
  const before = performance.now()
  await store.search({ query: words[i] ?? '', cursor: first.next })
  paging.push(performance.now() - before)
}
report('second page', paging)
const facets = []
for (let i = 0; i < 40; i++) {
  const before = performance.now()
  await store.search({ query: words[i] ?? '', facets: true })
  facets.push(performance.now() - before)
}
report('with facets', facets)
for (const [order, times] of Object.entries(all)) report(`ALL ${order}`, times)
await store.close()

function report(name, times, hits) {
  const sorted = [...times].sort((a, b) => a - b)
  const p = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
  const of = hits === undefined ? '' : `, ${hits.toFixed(1)} hits`
  console.log(
    `${name.padEnd(24)} p50 ${p(0.5).padStart(6)}  p95 ${p(0.95).padStart(6)}  max ${p(1).padStart(7)} ms${of}`,
  )
}
