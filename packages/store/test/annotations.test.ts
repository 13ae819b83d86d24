import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleAnnotations, NamedEntity, Store } from '../src/index.js'
import { backends, type TestStore } from './backends.js'
import { numbered } from './sample.js'

/** `PER سالم الراوي ×2` as an entity of an article; what stands after `=` is its catalog id. */
function entityOf(written: string, at: number): NamedEntity {
  const [, type = '', name = '', count = '1', id] = /^(\S+) (.+?)(?: ×(\d+))?(?: =(\S+))?$/u.exec(written) ?? []
  return {
    entity: `e${at + 1}`,
    key: id ?? `${type}:${name}`,
    type,
    name,
    names: [name],
    forms: [{ form: name, count: Number(count) }],
  }
}

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(`annotations on ${backend.name}`, () => {
    let at: TestStore
    let store: Store
    beforeAll(async () => {
      at = await backend.create()
      store = at.store
    })
    afterAll(() => at.discard())
    beforeEach(() => at.empty())

    const annotated = (id: string, entities: readonly string[], more: Partial<ArticleAnnotations> = {}) => ({
      id,
      version: 1,
      analyser: '1.0.0',
      eventTypes: ['CONSULT'],
      entities: entities.map(entityOf),
      document: JSON.stringify({ of: id }),
      ...more,
    })

    /** Adds articles numbered from 1 and annotates each with the entities given. */
    async function fill(...articles: readonly (readonly string[])[]): Promise<string[]> {
      const added = await store.add(articles.map((_, n) => numbered(n + 1)))
      const ids = added.map(({ id }) => id)
      await store.annotate(ids.map((id, n) => annotated(id, articles[n] ?? [])))
      return ids
    }
    const found = async (query: string): Promise<string[]> =>
      (await store.search({ query })).hits.map(({ title }) => title.replace(/^.* /u, '')).sort()

    test('what is added waits, newest first, until it is annotated', async () => {
      const added = await store.add([numbered(1), numbered(2)])
      const waiting = await store.waiting(10)
      expect(waiting).toEqual(added.map(({ id }) => ({ id, version: 1 })).reverse())
      expect(await store.annotate([annotated(added[0]?.id ?? '', [])])).toBe(1)
      expect((await store.waiting(10)).map(({ id }) => id)).toEqual([added[1]?.id])
    })

    test('a new version, a correction and a newer analyser let it wait again', async () => {
      const [id = ''] = await fill(['PER سالم الراوي'])
      expect(await store.waiting(1)).toEqual([])
      await store.add([numbered(1, { analyser: '2.0.0' })])
      expect(await store.waiting(1)).toEqual([{ id, version: 2 }])
      // What was found in the version before is not kept.
      expect(await store.annotate([annotated(id, [])])).toBe(0)
      await store.annotate([annotated(id, [], { version: 2 })])
      await store.correct(id, { field: 'published', value: '2021-01-01', reason: 'x', by: 'test' })
      expect(await store.waiting(1)).toEqual([{ id, version: 2 }])
      await store.annotate([annotated(id, [], { version: 2 })])
      await store.waitForAnalyser('1.0.0')
      expect(await store.waiting(1)).toEqual([])
      await store.waitForAnalyser('3.0.0')
      expect(await store.waiting(1)).toEqual([{ id, version: 2 }])
    })

    test('a dossier gathers wordings, days and who stands beside', async () => {
      const qasim = '=person.qasim'
      await fill(
        [`PER قاسم الراوي ×3 ${qasim}`, 'GPE سهيل'],
        [`PER الراوي ×2 ${qasim}`, 'GPE سهيل', 'PER سالم'],
        ['PER قاسم الراوي'],
      )
      expect(await store.dossier('person.qasim')).toEqual({
        key: 'person.qasim',
        type: 'PER',
        name: expect.stringMatching(/الراوي/u),
        articles: 2,
        firstPublished: '2020-01-01',
        lastPublished: '2020-01-01',
        forms: [
          { form: 'قاسم الراوي', mentions: 3, articles: 1 },
          { form: 'الراوي', mentions: 2, articles: 1 },
        ],
        beside: [
          { key: 'GPE:سهيل', type: 'GPE', name: 'سهيل', articles: 2 },
          { key: 'PER:سالم', type: 'PER', name: 'سالم', articles: 1 },
        ],
      })
      expect(await store.dossier('person.nobody')).toBeUndefined()
    })

    test('its articles come newest first, page by page, with what was found in each', async () => {
      const ids = await fill(['PER سالم'], ['PER سالم'], ['PER ليلى'], ['PER سالم'])
      const first = await store.dossierArticles('PER:سالم', { limit: 2 })
      expect(first.items.map(({ article }) => article.id)).toEqual([ids[3], ids[1]])
      expect(first.items[0]).toMatchObject({ entity: 'e1', document: JSON.stringify({ of: ids[3] }) })
      expect(first.items[0]?.text).toContain('ميناء سهيل')
      const rest = await store.dossierArticles('PER:سالم', { limit: 2, ...(first.next && { cursor: first.next }) })
      expect([rest.items.map(({ article }) => article.id), rest.next]).toEqual([[ids[0]], undefined])
    })

    test('a removed article leaves the dossier', async () => {
      const [id = ''] = await fill(['PER سالم'])
      await store.remove(id, { reason: 'x', by: 'test' })
      expect(await store.dossier('PER:سالم')).toBeUndefined()
    })

    test('searches by name and by event type', async () => {
      await fill(
        ['PER قاسم الراوي =person.qasim', 'GPE سهيل'],
        ['PER سالم الراوي', 'ORG شركة سهيل'],
        ['PER قاسم النجار'],
      )
      const rows: Record<string, string[]> = {}
      for (const query of [
        'person:قاسم',
        'person:"قاسم الرَّاوي"',
        'شخص:راوي',
        'entity:person.qasim',
        'place:سهيل',
        'body:سهيل',
        'person:راوي -person:سالم',
        'person:قرنبيط',
        'type:consult',
        '-type:CONSULT',
        'ميناء person:نجار',
      ])
        rows[query] = await found(query)
      expect(rows).toEqual({
        'person:قاسم': ['1', '3'],
        'person:"قاسم الرَّاوي"': ['1'],
        'شخص:راوي': ['1', '2'],
        'entity:person.qasim': ['1'],
        'place:سهيل': ['1'],
        'body:سهيل': ['2'],
        'person:راوي -person:سالم': ['1'],
        'person:قرنبيط': [],
        'type:consult': ['1', '2', '3'],
        '-type:CONSULT': [],
        'ميناء person:نجار': ['3'],
      })
    })

    test('names lead to everybody who bears them', async () => {
      await fill(['PER قاسم الراوي =person.qasim'], ['PER سالم الراوي'], ['PER قاسم الراوي =person.qasim'])
      expect((await store.names({ name: 'الراوي' })).map(({ key, articles }) => `${key} ${articles}`)).toEqual([
        'person.qasim 2',
        'PER:سالم الراوي 1',
      ])
    })
  })
}
