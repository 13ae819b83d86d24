import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Article, readArticle } from '../src/index.js'

/** Cases are accepted by `ACCEPT_GOLDEN=1 npx vitest run packages/page/test/golden-articles.test.ts`; read the diff before committing it. */
const ACCEPT = process.env.ACCEPT_GOLDEN === '1'
const ROOT = new URL('golden-articles/', import.meta.url)

const cases = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory())

function removalsOf(article: Article): string {
  const rows = article.removals.map(({ label, rule, text }) => `${label}\t${rule}\t${text}`)
  return `${['label\trule\ttext', ...rows].join('\n')}\n`
}

function metadataOf({ metadata }: Article): string {
  const { outlet, byline, authors, published, credits, language, direction } = metadata
  const kept = {
    outlet: outlet?.value,
    byline: byline?.value,
    authors,
    published: published?.value,
    credits: credits.map(({ kind, name, text }) => ({ kind, name, text })),
    language,
    direction,
  }
  return `${JSON.stringify(kept, null, 2)}\n`
}

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const folder = new URL(`${name}/`, ROOT)
  const page = ['page.txt', 'page.html'].map((file) => new URL(file, folder)).find(existsSync)
  const outcome = readArticle({ bytes: page === undefined ? new Uint8Array() : readFileSync(page) })
  if (!outcome.ok) throw new Error(`${name}: ${outcome.reason.kind}`)
  const { article } = outcome.value
  const title = article.title === undefined ? '' : article.text.value.slice(article.title.start, article.title.end)

  test.each([
    [
      'article.txt',
      `${title}\n\n${article.body.map(({ start, end }) => article.text.value.slice(start, end)).join('\n')}\n`,
    ],
    ['removals.tsv', removalsOf(article)],
    ['metadata.json', metadataOf(article)],
  ])('%s', (file, got) => {
    const path = new URL(file, folder)
    if (ACCEPT) writeFileSync(path, got)
    expect(existsSync(path), `${file} is missing`).toBe(true)
    expect(got).toBe(readFileSync(path, 'utf8'))
  })
})

test('there are cases', () => expect(cases.length).toBeGreaterThanOrEqual(10))
