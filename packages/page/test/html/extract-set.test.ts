import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readArticle } from '../../src/index.js'

const folder = new URL('../../../../../shared/data/extract/', import.meta.url)
const present = existsSync(new URL('gold.jsonl', folder))
if (!present) console.log('skipped: the extraction set is not beside the project (../shared/data/extract)')

interface Gold {
  readonly id: string
  readonly lang: string
  readonly url: string
  readonly file: string
  readonly body: string
  readonly date: string | null
}

/** Four-word shingles with their counts, as article-extraction-benchmark defines its measure. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const bag = new Map<string, number>()
  for (let i = 0; i < Math.max(1, words.length - 3) && words.length > 0; i++) {
    const key = words.slice(i, i + 4).join(' ')
    bag.set(key, (bag.get(key) ?? 0) + 1)
  }
  return bag
}

function compare(gold: string, read: string): { precision: number; recall: number } {
  const [wanted, found] = [shingles(gold), shingles(read)]
  const total = (bag: Map<string, number>): number => [...bag.values()].reduce((a, b) => a + b, 0)
  let shared = 0
  for (const [key, count] of found) shared += Math.min(count, wanted.get(key) ?? 0)
  return { precision: shared / Math.max(1, total(found)), recall: shared / Math.max(1, total(wanted)) }
}

test.runIf(present)('body and date of the development pages stay above their floors', { timeout: 300_000 }, () => {
  const gold = readFileSync(new URL('gold.jsonl', folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold)
  const rows = gold.map(({ file, url, lang, body, date }) => {
    const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(file, folder))))
    const outcome = readArticle({ bytes, url }, { languages: 'any' })
    const article = outcome.ok ? outcome.value.article : undefined
    const read = article?.body.map(({ start, end }) => article.text.value.slice(start, end)).join('\n') ?? ''
    const day = article?.metadata.published?.value.local.slice(0, 10)
    return { lang, ...compare(body, read), dated: date === null ? undefined : day === date }
  })
  const f1 = (some: typeof rows): number => {
    const mean = (pick: (row: (typeof rows)[number]) => number): number =>
      some.reduce((sum, row) => sum + pick(row), 0) / some.length
    const [p, r] = [mean(({ precision }) => precision), mean(({ recall }) => recall)]
    return (2 * p * r) / (p + r)
  }
  const dated = rows.filter((row) => row.dated !== undefined)
  expect(f1(rows)).toBeGreaterThan(0.98)
  expect(f1(rows.filter(({ lang }) => lang === 'ar' || lang === 'fa'))).toBeGreaterThan(0.98)
  expect(dated.filter((row) => row.dated === true)).toHaveLength(dated.length)
})
