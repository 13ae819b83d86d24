import type { z } from '@hono/zod-openapi'
import { SHOWN_FROM } from '@isnad/events'
import { beforeEach, describe, expect, test } from 'vitest'
import { Dossier } from '../src/contract/dossier-contract.js'
import { type Desk, localDesk } from '../src/desk/desk.js'
import { createApp } from '../src/http/app.js'
import * as happening from '../src/relations/happening-contract.js'
import * as relation from '../src/relations/relation-contract.js'
import * as review from '../src/review/review-contract.js'
import { MemoryStore } from './memory-store.js'
import { plainReader } from './plain-reader.js'

/** What stands across annotated articles, on invented pages: happenings, dossiers, the review queue. */

const FILLER = [
  'وجرى ذلك صباح الأحد في قاعة البلدية بحضور عدد من أهل الحي وأعضاء اللجنة المكلفة بالسوق.',
  'ويضم السوق القديم مئة وعشرين دكانا تبيع النحاس والأقمشة والتوابل، وقد أغلق عامين للترميم.',
]
const MET = ['لقاء في البلدية', 'التقى سامر الدهان ليلى الصباغ لبحث ترميم السوق القديم.', ...FILLER].join('\n')
const MET_AGAIN = [
  'الدهان يلتقي الصباغ',
  'التقى سامر الدهان ليلى الصباغ بهدف جمع التبرعات للمدرسة الجديدة.',
  ...FILLER,
  'وقال النقيب سامر الدهان إن الترميم انتهى وإن الدكاكين جاهزة.',
].join('\n')
const FAMILY_NAME = [
  'الدهان يزور المعرض',
  'زار الدهان معرض النحاس في الساحة الكبرى وتحدث مع الحرفيين عن مواسم البيع.',
  ...FILLER,
].join('\n')

let store: MemoryStore
let desk: Desk
let app: ReturnType<typeof createApp>
let ids: string[]

const start = (): void => {
  desk = localDesk(store, plainReader, { isnad: '0.1.0' })
  app = createApp(desk, { version: '0.1.0', onError: console.error })
}

beforeEach(async () => {
  store = new MemoryStore()
  start()
  const { results } = await desk.ingest(
    [MET, MET_AGAIN, FAMILY_NAME].map((text) => ({ capture: { bytes: new TextEncoder().encode(text) } })),
  )
  ids = results.map(({ articleId }) => articleId ?? '')
  await desk.keepAnnotated()
})

async function ask<S extends z.ZodType>(schema: S, path: string, body?: unknown, status = 200): Promise<z.infer<S>> {
  const response = await app.request(
    `/api/v1${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  const answer: unknown = await response.json()
  expect(response.status, JSON.stringify(answer)).toBe(status)
  const parsed = schema.parse(answer)
  expect(parsed).toEqual(answer)
  return parsed
}

describe('happenings', () => {
  test('one meeting told twice is one happening of two accounts, each with its chain', async () => {
    const { items, behind } = await ask(happening.HappeningList, '/happenings')
    expect(behind).toBe(0)
    expect(items.map(({ type, articles, parties }) => [type, articles, parties.map((p) => p.name.ar).sort()])).toEqual([
      ['CONSULT', 2, ['سامر الدهان', 'ليلى الصباغ']],
    ])
    expect(items.map(({ asFact, confidence }) => asFact === confidence >= SHOWN_FROM)).toEqual([true])
    const id = items[0]?.id ?? ''
    const found = await ask(happening.HappeningDocument, `/happenings/${encodeURIComponent(id)}`)
    expect(found.accounts.map(({ article }) => article.id).sort()).toEqual(ids.slice(0, 2).sort())
    for (const { evidence, chains, reasons } of found.accounts) {
      expect(evidence[0]?.text).toContain('التقى')
      expect(chains[0]?.links[0]?.kind).toBe('publisher')
      expect(reasons.length).toBeGreaterThan(0)
    }
    expect(found.compared.map(({ attribute, verdict }) => [attribute, verdict])).toEqual([
      ['status', 'agree'],
      ['parties', 'agree'],
      ['number', 'agree'],
      ['date', 'agree'],
      ['place', 'agree'],
      ['purpose', 'differs'],
    ])
    const purpose = found.compared.find(({ attribute }) => attribute === 'purpose')
    for (const { quotes } of purpose?.values ?? [])
      for (const { article, quote, at } of quotes) {
        const { text } = (await desk.article(article)) ?? { text: '' }
        expect(text.slice(at?.start, at?.end)).toBe(quote)
      }
    expect([found.origins.atLeast, found.origins.atMost].every((n) => n >= 1 && n <= 2)).toBe(true)
    const { atLeast, atMost } = found.origins
    expect(await ask(relation.OriginsOf, `/origins?happening=${encodeURIComponent(id)}`)).toEqual({
      articles: 2,
      counted: 2,
      occurrences: 1,
      atLeast,
      atMost,
    })
  })

  test('an article’s own happenings, and those of a story’s chapter', async () => {
    const own = await ask(happening.HappeningList, `/happenings?article=${ids[0]}`)
    expect(own.items).toHaveLength(1)
    const { items } = await ask(relation.StoryList, '/stories')
    const parties = new Set(items.flatMap((story) => story.parties.map(({ name }) => name.ar)))
    expect(parties).toEqual(new Set(['سامر الدهان', 'ليلى الصباغ']))
    for (const { articles, reports } of items)
      expect(reports.reduce((sum, day) => sum + day.articles, 0)).toBeLessThanOrEqual(articles)
    for (const { id } of items) {
      const { chapters } = await ask(relation.StoryDocument, `/stories/${encodeURIComponent(id)}`)
      for (const { articles, happenings } of chapters)
        if (articles.some((article) => article.id === ids[0]))
          expect(happenings.map((h) => h.id)).toContain(own.items[0]?.id)
    }
    expect((await app.request('/api/v1/happenings/happening.none')).status).toBe(404)
  })
})

describe('the review queue', () => {
  const doubtful = async () => {
    const { items } = await ask(review.ReviewList, '/review')
    return items.find(({ a, b }) => [a, b].some(({ sighting }) => sighting.article === ids[2]))
  }
  const dossier = (name: string) => ask(Dossier, `/entities/${encodeURIComponent(`PER:${name}`)}`)

  test('shows two that may be one side by side, with words of each and the reason', async () => {
    const item = await doubtful()
    expect(item).toBeDefined()
    expect(item?.reasons[0]?.ar).toMatch(/\p{Script=Arabic}/u)
    for (const side of [item?.a, item?.b]) {
      expect(side?.evidence.length).toBeGreaterThan(0)
      for (const { at, sentence } of side?.evidence ?? []) expect(sentence.text).toContain(at.text)
      expect(side?.variants.length).toBeGreaterThan(0)
    }
  })

  test.each([
    ['same', 3],
    ['different', 2],
    ['unsure', 2],
  ] as const)('%s: the dossier follows at once, after a restart and after a new analysis; undone it is as before', async (verdict, articles) => {
    const item = await doubtful()
    const asked = { a: item?.a.sighting, b: item?.b.sighting, verdict, reason: 'قرأتهما', by: 'reader' }
    const made = await ask(review.Judgement, '/judgements', asked)
    expect(made).toMatchObject({ verdict, by: 'reader', reason: 'قرأتهما', undone: null })
    expect((await dossier('سامر الدهان')).articles).toBe(articles)
    expect(await doubtful()).toBeUndefined()
    // Annotated again, as by a newer analyser.
    await store.annotate([...store.annotations.values()])
    expect((await dossier('سامر الدهان')).articles).toBe(articles)
    start()
    expect((await dossier('سامر الدهان')).articles).toBe(articles)
    expect(await doubtful()).toBeUndefined()
    const undone = await ask(review.Judgement, `/judgements/${made.id}/undo`, { by: 'editor' })
    expect(undone.undone).toMatchObject({ by: 'editor' })
    expect((await dossier('سامر الدهان')).articles).toBe(2)
    expect(await doubtful()).toBeDefined()
    const { items } = await ask(review.JudgementList, '/judgements')
    expect(items).toEqual([undone])
    expect(
      (
        await app.request(`/api/v1/judgements/${made.id}/undo`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        })
      ).status,
    ).toBe(404)
  })

  test.each([
    ['an article that is not there', { article: 'none', name: 'سامر الدهان' }, 404],
    ['a name that the article does not have', { article: '', name: 'كريم الزاهد' }, 404],
    ['itself', undefined, 400],
  ] as const)('cannot judge against %s', async (_name, other, status) => {
    const a = { article: ids[0] ?? '', name: 'سامر الدهان' }
    const b = other === undefined ? a : { ...other, article: other.article || (ids[1] ?? '') }
    const response = await app.request('/api/v1/judgements', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ a, b, verdict: 'same' }),
    })
    expect(response.status).toBe(status)
  })
})

describe('dossiers', () => {
  test('one thing over all articles, with its names, roles over time and why', async () => {
    const found = await ask(Dossier, `/entities/${encodeURIComponent('PER:سامر الدهان')}`)
    expect(found.items.map(({ article }) => article.id).sort()).toEqual(ids.slice(0, 2).sort())
    expect(found.identity?.roles.map(({ title, from }) => [title.ar, from])).toEqual([['النقيب', '2025-04-06']])
    expect(found.identity?.why.length).toBeGreaterThan(0)
    expect(found.identity?.doubts).toBe(1)
    expect([found.firstPublished, found.lastPublished]).toEqual(['2025-04-06', '2025-04-06'])
  })

  test('an article that is taken out leaves its dossiers and happenings', async () => {
    await ask(happening.HappeningList, '/happenings')
    await desk.remove(ids[0] ?? '', { reason: 'x', by: 'test' })
    expect((await ask(happening.HappeningList, '/happenings')).items).toEqual([])
    expect((await ask(Dossier, `/entities/${encodeURIComponent('PER:سامر الدهان')}`)).articles).toBe(1)
  })
})
