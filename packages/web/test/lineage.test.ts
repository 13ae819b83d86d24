import type { ArticleSummary, ComparedText, Origin } from '@isnad/server'
import { expect, test } from 'vitest'
import { sideOf } from '../src/reader/compare.js'
import { carriersOf, restOf } from '../src/stories/origins.js'

const article = (id: string, published: string | null): ArticleSummary => ({
  id,
  title: id,
  outlet: null,
  byline: null,
  published: published === null ? null : { local: published, grain: 'day' },
  capturedAt: null,
  addedAt: '2024-01-01T00:00:00Z',
  url: null,
  language: 'ar',
  direction: 'rtl',
  words: 1,
  removals: 0,
  opening: '',
})
const origin: Origin = {
  id: 'o1',
  kind: 'document',
  kindName: { ar: '', en: '' },
  name: '',
  articles: ['first', 'second', 'undated'],
  denies: false,
  evidence: [],
  reasons: [],
}
const articles = [
  article('undated', null),
  article('second', '2024-02-02'),
  article('first', '2024-02-01'),
  article('other', null),
]

test('the articles of an origin stand oldest first, and a copy is told of the later one alone', () => {
  const relations = [
    { a: 'first', b: 'second', relation: 'copy' as const },
    { a: 'second', b: 'undated', relation: 'rewrite' as const },
    { a: 'first', b: 'other', relation: 'copy' as const },
  ]
  expect(carriersOf(origin, articles, relations).map((one) => `${one.article.id} ${one.relation}`)).toEqual([
    'first undefined',
    'second copy',
    'undated rewrite',
  ])
  expect(restOf(articles, [origin]).map(({ id }) => id)).toEqual(['other'])
})

test.each([
  ['عاد العمال. [وقالت البلدية] ذلك', ['عاد العمال. |[وقالت البلدية]| ذلك']],
  ['[كله مشترك]', ['[كله مشترك]']],
  ['أول [النص\nيمتد] هنا', ['أول |[النص]', '[يمتد]| هنا']],
  ['لا شيء', ['لا شيء']],
])('%j is parted where passages begin and end', (marked, expected) => {
  const text = marked.replace(/[[\]]/gu, '')
  const start = marked.indexOf('[')
  const passages =
    start < 0 ? [] : [{ a: { start, end: marked.indexOf(']') - 1 }, b: { start: 0, end: 1 }, words: 1, equal: 1 }]
  let at = 0
  const body = text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length }
    at = span.end + 1
    return span
  })
  const side: ComparedText = { article: article('a', null), text, direction: 'rtl', title: null, body }
  const drawn = sideOf(side, passages, 'a').map((runs) =>
    runs.map((run) => (run.passage === undefined ? run.text : `[${run.text}]`)).join('|'),
  )
  expect(drawn).toEqual(expected)
})
