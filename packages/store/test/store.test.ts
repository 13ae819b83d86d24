import { createHash } from 'node:crypto'
import { textOf } from '@isnad/text'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../src/engine/migrate.js'
import { type Entry, openStore, prepareEntry, type Store } from '../src/index.js'
import { MIGRATIONS } from '../src/migrations/index.js'
import { openDatabase } from '../src/open-store.js'
import { backends, type TestStore } from './backends.js'
import { entryOf, numbered } from './sample.js'

for (const backend of backends) {
  if (backend.missing !== undefined) console.warn(`${backend.name} is not tested: ${backend.missing}`)

  describe.skipIf(backend.missing !== undefined)(`the store on ${backend.name}`, () => {
    let at: TestStore
    let store: Store
    beforeAll(async () => {
      at = await backend.create()
      store = at.store
    })
    afterAll(() => at.discard())

    test('keeps an article as it was read and gives it back', async () => {
      const entry = numbered(1001)
      const [added] = await store.add([entry])
      const stored = await store.article(added?.id ?? '')
      expect(stored?.article).toEqual({ ...entry.article, map: expect.anything() })
      expect(stored?.article.map.runs).toEqual(entry.article.map.runs)
      expect(stored).toMatchObject({ version: 1, versions: [{ version: 1, analyser: '1.0.0' }], corrections: [] })
    })

    test('keeps the capture byte for byte, with the headers that describe the content', async () => {
      const entry = numbered(1002, {
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'set-cookie': 'visitor=81',
          authorization: 'Basic eA==',
        },
        capturedAt: '2024-05-06T07:08:09.000Z',
      })
      const [added] = await store.add([entry])
      const capture = await store.capture(added?.id ?? '')
      expect(Buffer.from(capture?.bytes ?? []).equals(Buffer.from(entry.capture.bytes))).toBe(true)
      expect(capture?.page).toEqual(entry.page)
      expect(capture).toMatchObject({
        redacted: false,
        originalLength: entry.capture.bytes.length,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        capturedAt: '2024-05-06T07:08:09.000Z',
      })
      expect(Object.keys(capture?.headers ?? {})).toEqual(['content-type'])
    })

    test('an entry prepared in another thread is kept like any other, corrections included', async () => {
      const entry = numbered(1007)
      const [added] = await store.add([structuredClone(prepareEntry(entry))])
      const id = added?.id ?? ''
      expect((await store.article(id))?.article.text).toEqual(entry.article.text)
      expect((await store.search({ query: '1007' })).hits.map((hit) => hit.id)).toEqual([id])
      await store.correct(id, { field: 'outlet', value: 'صحيفة الرصيف', reason: 'wrong', by: 'a reader' })
      const [again] = await store.add([prepareEntry({ ...entry, analyser: '2.0.0' })])
      expect(again).toEqual({ id, kind: 'newVersion' })
      expect((await store.list({ outlet: 'صحيفة الرصيف' })).items.map((item) => item.id)).toEqual([id])
    })

    test('answers undefined for what it does not hold', async () => {
      expect(await store.article('ffffffffffffffffffff')).toBeUndefined()
      expect(await store.capture("' or true --")).toBeUndefined()
      expect(await store.articlesOf('https://nowhere.example/')).toEqual([])
    })

    test('a page whose text its bytes do not give back keeps the text beside them', async () => {
      const entry = numbered(1003)
      const page = { ...entry.page, text: textOf('page', `${entry.page.text.value}\ud800 \0 odd`) }
      const [added] = await store.add([{ ...entry, page, identity: 'odd' }])
      expect((await store.capture(added?.id ?? ''))?.page.text.value).toBe(page.text.value)
    })

    test('personal spans are blanked everywhere; the hash of the original stays', async () => {
      const entry = numbered(1005)
      const text = entry.page.text.value
      const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
      const [visitor, token] = ['سالم الراوي', 'الرصيف الرابع']
      const removed = { label: 'privacy-token', rule: 'privacy/token', page: spanOf(token), text: token } as const
      const personal = [spanOf(visitor), spanOf(token)]
      const [added] = await store.add([{ ...entry, article: { ...entry.article, removals: [removed], personal } }])
      const id = added?.id ?? ''
      const capture = await store.capture(id)
      const stored = await store.article(id)
      for (const kept of [
        capture?.page.text.value,
        Buffer.from(capture?.bytes ?? []).toString(),
        JSON.stringify(stored),
      ]) {
        expect(kept).not.toContain(visitor)
        expect(kept).not.toContain(token)
      }
      expect(capture?.page.text.value).toHaveLength(text.length)
      expect(capture).toMatchObject({
        redacted: true,
        sha256: createHash('sha256').update(entry.capture.bytes).digest('hex'),
        originalLength: entry.capture.bytes.length,
      })
      expect(stored?.article.removals).toMatchObject([{ page: spanOf(token), text: '' }])
      const hits = (await store.search({ query: 'الراوي', limit: 100 })).hits
      expect(hits.map((hit) => hit.id)).not.toContain(id)
    })

    test('NUL, half surrogates and backslashes go in and come out', async () => {
      const odd = "عنوان \0 \ud800 'x' \\ \\' نهاية"
      const entry = numbered(1004)
      const article = { ...entry.article, text: textOf('article', `${entry.article.text.value}\n${odd}`) }
      const [added] = await store.add([
        { ...entry, article, identity: odd, capture: { ...entry.capture, given: { title: odd, outlet: odd } } },
      ])
      const stored = await store.article(added?.id ?? '')
      expect(stored?.article.text.value).toBe(article.text.value)
      expect((await store.search({ query: 'نهاية' })).hits.map(({ id }) => id)).toContain(added?.id)
    })
  })

  describe.skipIf(backend.missing !== undefined)(`adding on ${backend.name}`, () => {
    let at: TestStore
    let store: Store
    beforeAll(async () => {
      at = await backend.create()
      store = at.store
    })
    beforeEach(() => at.empty())
    afterAll(() => at.discard())
    const kinds = async (entries: readonly Entry[], options = {}) =>
      (await store.add(entries, options)).map(({ kind }) => kind)

    test('the same capture twice is one article, also within a batch', async () => {
      expect(await kinds([numbered(1), numbered(2), numbered(1)])).toEqual(['added', 'added', 'unchanged'])
      expect(await kinds([numbered(2), numbered(3)])).toEqual(['unchanged', 'added'])
      expect(await store.status()).toMatchObject({ articles: 3, versions: 3 })
    })

    test('one text on two sites, or under two outlets, stays two articles', async () => {
      const text = numbered(1).page.text.value
      const results = await store.add([
        entryOf(text, { url: 'https://a.example/1', outlet: 'صدى' }),
        entryOf(text, { url: 'https://b.example/1', outlet: 'صدى' }),
        entryOf(text, { url: 'https://a.example/1', outlet: 'نبأ' }),
        { ...entryOf(text, { url: 'https://a.example/1', outlet: 'نبأ' }), identity: 'second' },
      ])
      expect(new Set(results.map(({ id }) => id)).size).toBe(4)
      expect(await store.articlesOf('https://a.example/1')).toHaveLength(3)
    })

    test('a newer analyser adds a version beside the old one, an older one changes nothing', async () => {
      const old = numbered(1)
      const [first] = await store.add([old])
      const article = { ...old.article, text: textOf('article', 'قراءة ثانية للصفحة نفسها') }
      expect(await kinds([{ ...old, article, analyser: '1.10.0' }])).toEqual(['newVersion'])
      expect(await kinds([numbered(1, { analyser: '1.9.0' })])).toEqual(['unchanged'])
      const id = first?.id ?? ''
      expect((await store.article(id))?.article.text.value).toBe('قراءة ثانية للصفحة نفسها')
      expect((await store.article(id, 1))?.article.text.value).toBe(old.article.text.value)
      expect((await store.search({ query: 'ثانية' })).hits).toHaveLength(1)
      expect((await store.search({ query: 'الرافعات' })).hits).toHaveLength(0)
      expect(await store.known([numbered(1), numbered(1, { analyser: '2' }), numbered(2)])).toEqual([
        true,
        false,
        false,
      ])
    })

    test('checkpoint and failures are written with the batch, or not at all', async () => {
      const checkpoint = { source: 'news.jsonl.gz', position: 2, fingerprint: 'size 10', done: false }
      const failures = [
        { source: 'news.jsonl.gz', position: 2, reason: 'no-article', detail: 'nine words' },
        { source: 'news.jsonl.gz', position: 2, reason: 'INPUT_INVALID', detail: 'line 2 is no JSON' },
      ]
      await store.add([numbered(1)], { checkpoint, failures })
      expect(await store.checkpoint('news.jsonl.gz')).toMatchObject(checkpoint)
      const broken = { ...numbered(2), article: { ...numbered(2).article, metadata: undefined } } as unknown as Entry
      await expect(store.add([broken], { checkpoint: { ...checkpoint, position: 3 } })).rejects.toThrow()
      expect((await store.checkpoint('news.jsonl.gz'))?.position).toBe(2)
      const listed = await store.failures()
      expect(listed.items).toMatchObject([{ position: 2, reason: 'INPUT_INVALID', attempts: 1 }])
      await store.add([], { failures })
      expect((await store.failures()).items).toMatchObject([{ attempts: 2 }])
      expect(await store.resolveFailures({ ids: ['x; drop', listed.items[0]?.id ?? ''] })).toBe(1)
      await store.clearCheckpoint('news.jsonl.gz')
      expect(await store.checkpoints()).toEqual([])
    })

    test('what was removed stays out, is logged, and comes back only on request', async () => {
      const [added] = await store.add([numbered(1)])
      const id = added?.id ?? ''
      await store.correct(id, { field: 'byline', value: 'سالم الراوي', reason: 'signed', by: 'desk' })
      expect(await store.remove(id, { reason: 'names a minor', by: 'desk' })).toBe(true)
      expect(await store.remove(id, { reason: 'again', by: 'desk' })).toBe(false)
      expect(await store.article(id)).toBeUndefined()
      expect(await store.capture(id)).toBeUndefined()
      expect((await store.search({ query: 'ميناء' })).hits).toEqual([])
      expect(await kinds([numbered(1)])).toEqual(['removed'])
      expect(await kinds([numbered(1)], { restore: true })).toEqual(['added'])
      const { items } = await store.log()
      expect(items.map(({ action, article }) => [action, article])).toEqual([
        ['restored', id],
        ['removed', id],
        ['corrected', id],
      ])
      expect(JSON.stringify(items)).not.toContain('الراوي')
    })

    test('a correction shows everywhere, outlives the next version, and is logged', async () => {
      const [added] = await store.add([numbered(1)])
      const id = added?.id ?? ''
      expect(
        await store.correct(id, { field: 'outlet', value: 'الميناء اليوم', reason: 'read wrong', by: 'desk' }),
      ).toBe(true)
      await store.correct(id, { field: 'published', value: '2019-03-04', reason: 'on the page', by: 'desk' })
      await store.add([numbered(1, { analyser: '1.1.0' })])
      expect((await store.article(id))?.article.metadata).toMatchObject({
        outlet: { value: 'الميناء اليوم', from: 'given' },
        published: { value: { local: '2019-03-04', grain: 'day' } },
      })
      expect((await store.list({ outlet: 'الميناء اليوم', before: '2019' })).items.map((item) => item.id)).toEqual([id])
      expect((await store.log()).items).toMatchObject([
        { field: 'published' },
        { field: 'outlet', from: 'صدى الموانئ' },
      ])
      const wrong = { field: 'published', value: 'الثلاثاء', reason: 'x', by: 'x' } as const
      await expect(store.correct(id, wrong)).rejects.toThrow(/^INPUT_INVALID/)
      expect(await store.correct('ffffffffffffffffffff', wrong)).toBe(false)
    })
  })

  describe.skipIf(backend.missing !== undefined)(`opening again on ${backend.name}`, () => {
    let at: TestStore
    beforeAll(async () => {
      at = await backend.create()
    })
    afterAll(() => at.discard())

    test('all is there again after closing and opening', async () => {
      const { store } = at
      await store.add([numbered(1), numbered(2)])
      await store.close()
      await store.close()
      await expect(store.list()).rejects.toThrow(/^STORE_UNREACHABLE: .*closed/)
      const again = await openStore(at.options)
      expect((await again.list()).items).toHaveLength(2)
      expect((await again.search({ query: 'الموانئ' })).count).toEqual({ value: 2, capped: false })
      expect(await again.status()).toMatchObject({
        schema: MIGRATIONS.length,
        analysers: [{ analyser: '1.0.0', versions: 2 }],
      })
      await again.close()
    })

    test('a schema of a newer Isnad is refused, an unfinished one is brought up', async () => {
      const { database } = await openDatabase(at.options)
      const one = ['create table first_step (x integer)', 'create table second_step (y integer)']
      expect(await migrate(database, [...MIGRATIONS, ...one])).toBe(MIGRATIONS.length + 2)
      await expect(migrate(database)).rejects.toThrow(new RegExp(`^STORE_TOO_NEW: .*schema ${MIGRATIONS.length + 2}`))
      await expect(migrate(database, [...MIGRATIONS, ...one, 'create table first_step (x integer)'])).rejects.toThrow()
      expect(await migrate(database, [...MIGRATIONS, ...one])).toBe(MIGRATIONS.length + 2)
      await database.close()
    })
  })
}
