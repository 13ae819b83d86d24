import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Article, readArticle } from '../src/index.js'

/** Answers are accepted by `ACCEPT_GOLDEN=1 npx vitest run packages/page/test/golden.test.ts`; read the diff before committing. */
const accepting = process.env.ACCEPT_GOLDEN === '1'
const folder = new URL('./golden/', import.meta.url)

interface Case {
  readonly url: string
  readonly why: string
  readonly title: string
  readonly outlet?: string
  readonly published?: string
  readonly authors?: readonly string[]
  readonly personal?: readonly string[]
  readonly language?: string
}

const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')

function articleOf(name: string, { url }: Case): Article {
  const outcome = readArticle(
    { bytes: new Uint8Array(readFileSync(new URL(`${name}/page.html`, folder))), url },
    { languages: 'any' },
  )
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.reason)}`)
  return outcome.value.article
}

const removalsOf = ({ removals }: Article): string =>
  removals.map(({ label, rule, text }) => `${label}\t${rule}\t${text.slice(0, 60)}\n`).join('')

function expectFile(name: string, file: string, actual: string): void {
  const path = new URL(`${name}/${file}`, folder)
  if (accepting) writeFileSync(path, actual)
  expect(existsSync(path), `${name} has no ${file}`).toBe(true)
  expect(actual).toBe(read(name, file))
}

const cases = readdirSync(folder).map((name) => [name, JSON.parse(read(name, 'case.json')) as Case] as const)

test.each(cases)('%s: text', (name, wanted) => {
  expectFile(name, 'article.txt', `${articleOf(name, wanted).text.value}\n`)
})

test.each(cases)('%s: removals', (name, wanted) => {
  expectFile(name, 'removals.tsv', removalsOf(articleOf(name, wanted)))
})

test.each(cases)('%s: metadata', (name, wanted) => {
  const { metadata, title, text, personal } = articleOf(name, wanted)
  const page = read(name, 'page.html')
  expect({
    title: title === undefined ? undefined : text.value.slice(title.start, title.end),
    outlet: metadata.outlet?.value,
    ...(wanted.published !== undefined && { published: metadata.published?.value.local }),
    ...(wanted.authors !== undefined && { authors: metadata.authors }),
    ...(wanted.language !== undefined && { language: metadata.language }),
  }).toEqual({
    title: wanted.title,
    outlet: wanted.outlet,
    ...(wanted.published !== undefined && { published: wanted.published }),
    ...(wanted.authors !== undefined && { authors: wanted.authors }),
    ...(wanted.language !== undefined && { language: wanted.language }),
  })
  for (const words of wanted.personal ?? []) {
    const at = page.indexOf(words)
    expect(
      personal.some(({ start, end }) => start <= at && at + words.length <= end),
      words,
    ).toBe(true)
  }
})

test.each(cases)('%s: every word of the article is where the map says', (name, wanted) => {
  const { text, map } = articleOf(name, wanted)
  const page = read(name, 'page.html')
  for (const { article, length, page: at, pageLength } of map.runs) {
    if (length !== pageLength) continue
    expect(page.slice(at, at + pageLength).replace(/\s/g, ' ')).toBe(text.value.slice(article, article + length))
  }
})
