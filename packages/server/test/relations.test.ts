import type { z } from '@hono/zod-openapi'
import { beforeEach, expect, test } from 'vitest'
import { localDesk } from '../src/desk/desk.js'
import { createApp } from '../src/http/app.js'
import * as relation from '../src/relations/relation-contract.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

/** What the API says across articles, on invented pages. */

const BODY = [
  'قال مدير ميناء سهيل سالم الراوي إن العاصفة أوقفت العمل في الأرصفة الجنوبية ثلاثة أيام متتالية.',
  'وأضاف الراوي في مؤتمر صحفي أن أربع سفن محملة بالقمح تنتظر دخول الحوض منذ صباح الأحد.',
  'وأوضح أن الرافعات سليمة وأن تفريغ الحمولة سيبدأ فور هدوء الرياح في الممر البحري.',
]
const ORIGINAL = ['عاصفة توقف ميناء سهيل ثلاثة أيام', ...BODY].join('\n')
const COPY = ['ميناء سهيل متوقف بسبب العاصفة', ...BODY].join('\n')
const OTHER = [
  'فوز فريق الفجر بكأس الصحراء',
  'توج فريق الفجر بلقب كأس الصحراء بعد فوزه على فريق الواحة بهدفين نظيفين في مدينة الرابية.',
  'وسجل اللاعب كريم الزاهد الهدفين في الشوط الثاني أمام عشرين ألف متفرج.',
].join('\n')

let app: ReturnType<typeof createApp>
let ids: string[]

beforeEach(async () => {
  const desk = localDesk(new MemoryStore(), plainReader, { isnad: '0.1.0' })
  app = createApp(desk, { version: '0.1.0', onError: console.error })
  const response = await app.request('/api/v1/captures', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ captures: [ORIGINAL, COPY, OTHER].map((text) => ({ text })) }),
  })
  const report = (await response.json()) as { results: { articleId: string }[] }
  ids = report.results.map(({ articleId }) => articleId)
})

async function ask<S extends z.ZodType>(schema: S, path: string, status = 200): Promise<z.infer<S>> {
  const response = await app.request(`/api/v1${path}`)
  const body: unknown = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(status)
  const parsed = schema.parse(body)
  expect(parsed).toEqual(body)
  return parsed
}

test('an article knows its copy, and both have one origin', async () => {
  const [original = '', copy = ''] = ids
  const lineage = await ask(relation.LineageDocument, `/articles/${original}/lineage`)
  expect(lineage.behind).toBe(0)
  expect(lineage.neighbours.map(({ article, relation: kind }) => [article.id, kind])).toEqual([[copy, 'copy']])
  expect(lineage.chapter.map(({ id }) => id).sort()).toEqual([original, copy].sort())
  expect([lineage.origins.atLeast, lineage.origins.atMost]).toEqual([1, 1])
  expect(lineage.origins.origins[0]?.articles.slice().sort()).toEqual([original, copy].sort())
})

test('two articles side by side share the passages that both print', async () => {
  const [original = '', copy = ''] = ids
  const { a, b, passages, relation: kind } = await ask(relation.Comparison, `/articles/${original}/lineage/${copy}`)
  expect(kind).toBe('copy')
  expect(passages.length).toBeGreaterThan(0)
  for (const passage of passages)
    expect(a.text.slice(passage.a.start, passage.a.end)).toBe(b.text.slice(passage.b.start, passage.b.end))
})

test('origins behind any articles are counted for each occurrence', async () => {
  const [original = '', copy = '', other = ''] = ids
  const counted = await ask(relation.OriginsOf, `/origins?articles=${original},${copy},${original}`)
  expect(counted).toEqual({ articles: 2, counted: 2, occurrences: 1, atLeast: 1, atMost: 1 })
  const mixed = await ask(relation.OriginsOf, `/origins?articles=${original},${other}`)
  expect(mixed).toEqual({ articles: 2, counted: 2, occurrences: 2, atLeast: 1, atMost: 2 })
})

test('origins of a story are those of its chapters; what is asked for is named once', async () => {
  const { items } = await ask(relation.StoryList, '/stories')
  const story = encodeURIComponent(items[0]?.id ?? '')
  expect(await ask(relation.OriginsOf, `/origins?story=${story}`)).toEqual({
    articles: 2,
    counted: 2,
    occurrences: 1,
    atLeast: 1,
    atMost: 1,
  })
  expect((await app.request('/api/v1/origins?story=story.none')).status).toBe(404)
  for (const query of ['', `?story=${story}&articles=${ids[0]}`])
    expect((await app.request(`/api/v1/origins${query}`)).status, query).toBe(400)
})

test('only articles of one affair make a story', async () => {
  const [original = '', copy = '', other = ''] = ids
  const { items } = await ask(relation.StoryList, '/stories')
  expect(items.map(({ articles }) => articles)).toEqual([2])
  const story = await ask(relation.StoryDocument, `/stories/${encodeURIComponent(items[0]?.id ?? '')}`)
  expect(story.chapters.flatMap(({ articles }) => articles.map(({ id }) => id)).sort()).toEqual([original, copy].sort())
  const alone = await ask(relation.LineageDocument, `/articles/${other}/lineage`)
  expect([alone.neighbours, alone.chapter.map(({ id }) => id)]).toEqual([[], [other]])
})

test('what is not there is not found', async () => {
  for (const path of ['/stories/story.none', '/articles/none/lineage', `/articles/${ids[0]}/lineage/none`])
    expect((await app.request(`/api/v1${path}`)).status, path).toBe(404)
})
