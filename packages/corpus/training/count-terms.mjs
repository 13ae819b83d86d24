// node packages/corpus/training/count-terms.mjs ANT.jsonl.gz: counts in how many articles each stem stands and writes
// data/terms.tsv. Draws nothing at random. Only the ANT corpus is counted, whose licence lets counts ship.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { searchTerms } from '@isnad/text'

const LEAST = 30
const [file] = process.argv.slice(2)
const counts = new Map()
let articles = 0
for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
  if (line === '') continue
  const { title = '', text } = JSON.parse(line)
  articles++
  for (const stem of new Set(searchTerms(`${title}\n${text}`).map((t) => t.stem)))
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
}
const rows = [...counts]
  .filter(([stem, n]) => n >= LEAST && /^[\u0621-\u064a]{2,}$/.test(stem))
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
const body = rows.map(([stem, n]) => `${stem}\t${n}`).join('\n')
writeFileSync(new URL('../data/terms.tsv', import.meta.url), `# articles\t${articles}\n${body}\n`)
console.log(`${articles} articles, ${rows.length} stems`)
