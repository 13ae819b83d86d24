import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Capture, captureOfRecord, readFeed } from '@isnad/page'
import { describe, expect, test } from 'vitest'
import { readCapture } from '../src/index.js'

/** What a careful reader makes of a sample page; see sample/README.md. */
interface Expected {
  readonly outcome: 'article' | 'no-article' | 'other-language'
  readonly title: string | null
  readonly outlet: string
  readonly published: string | null
  readonly byline: string | null
  readonly dateline: string | null
  readonly credits: readonly { readonly kind: string; readonly name: string | null }[]
  readonly body: readonly string[]
}

const pages = fileURLToPath(new URL('../../../sample/pages/', import.meta.url))

const collapsed = (value: string): string => value.replace(/\s+/g, ' ').trim()

type Stretch = { readonly start: number; readonly end: number }

/** A sentence that the page broke over two blocks is two spans with a blank between them, and one paragraph to a reader. */
function paragraphs(text: string, body: readonly Stretch[]): readonly Stretch[] {
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of body) {
    const last = whole.at(-1)
    if (last !== undefined && text.slice(last.end, start) === ' ') last.end = end
    else whole.push({ start, end })
  }
  return whole
}

/** The reading in the words of `expected.json`. A credit that names nobody is not listed there. */
function readingOf(capture: Capture, at: Pick<Expected, 'published'>): Partial<Expected> {
  const read = readCapture(capture)
  if (!read.ok) return { outcome: read.reason.kind as Expected['outcome'] }
  const { article } = read.value
  const { metadata } = article
  const words = ({ start, end }: Stretch): string => collapsed(article.text.value.slice(start, end))
  const published = metadata.published?.value.local ?? null
  return {
    outcome: 'article',
    title: article.title === undefined ? null : words(article.title),
    outlet: metadata.outlet?.value ?? '',
    published: at.published?.length === 10 ? (published?.slice(0, 10) ?? null) : published,
    byline: metadata.byline?.value ?? null,
    dateline: metadata.dateline?.value ?? null,
    credits: metadata.credits.filter((c) => c.kind !== 'unnamed').map((c) => ({ kind: c.kind, name: c.name ?? null })),
    body: paragraphs(article.text.value, article.body).map(words),
  }
}

const expectedOf = (e: Expected): Partial<Expected> =>
  e.outcome !== 'article'
    ? { outcome: e.outcome }
    : {
        outcome: e.outcome,
        title: e.title,
        outlet: e.outlet,
        published: e.published,
        byline: e.byline,
        dateline: e.dateline,
        credits: e.credits.map(({ kind, name }) => ({ kind, name: name ?? null })),
        body: e.body.map(collapsed),
      }

function* casesOf(folder: string): Generator<readonly [string, Capture, Expected]> {
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { url, capturedAt, headers, outlet } = json('capture.json')
  const file = readdirSync(folder).find((name) => !name.endsWith('.json')) ?? ''
  const given = outlet === undefined ? {} : { given: { outlet } }
  const capture: Capture = {
    bytes: readFileSync(join(folder, file)),
    url,
    capturedAt,
    ...(headers ? { headers } : {}),
    ...given,
  }
  const expected = json('expected.json')
  if (file === 'feed.xml') {
    const feed = readFeed(capture)
    if (!feed.ok) throw new Error(`${folder}: ${feed.reason.kind}`)
    for (const one of expected.articles) {
      const entry = feed.value.entries.find((e) => e.capture.url === one.url)
      if (entry === undefined) throw new Error(`${folder}: no entry ${one.url}`)
      yield [one.url, entry.capture, one]
    }
  } else if (file === 'articles.jsonl') {
    const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n')
    for (const [i, one] of expected.articles.entries()) {
      const record = captureOfRecord(JSON.parse(lines[i] ?? ''))
      if (!record.ok) throw new Error(`${folder}: line ${i + 1}: ${record.reason.kind}`)
      yield [`line ${i + 1}`, record.value.capture, one]
    }
  } else yield ['', capture, expected]
}

for (const affair of readdirSync(pages)) {
  describe(affair, () => {
    for (const slug of readdirSync(join(pages, affair))) {
      const folder = join(pages, affair, slug)
      if (!existsSync(join(folder, 'expected.json'))) continue
      for (const [part, capture, expected] of casesOf(folder)) {
        test(`${slug} ${part}`.trim(), () => {
          expect(readingOf(capture, expected)).toEqual(expectedOf(expected))
        })
      }
    }
  })
}
