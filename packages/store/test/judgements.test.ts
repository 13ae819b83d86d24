import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NewJudgement, Store } from '../src/index.js'
import { backends, type TestStore } from './backends.js'
import { numbered } from './sample.js'

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(`judgements on ${backend.name}`, () => {
    let at: TestStore
    let store: Store
    let ids: string[]
    beforeAll(async () => {
      at = await backend.create()
      store = at.store
    })
    afterAll(() => at?.discard())
    beforeEach(async () => {
      await at.empty()
      ids = (await store.add([numbered(1), numbered(2)])).map(({ id }) => id)
    })

    const judged = (verdict: NewJudgement['verdict']): NewJudgement => ({
      a: { article: ids[0] ?? '', name: 'سالم الراوي' },
      b: { article: ids[1] ?? '', name: 'الراوي' },
      verdict,
      by: 'reader',
      reason: 'المنصب نفسه',
    })

    test('what was judged is given back with its maker, time and reason', async () => {
      const made = await store.judge(judged('same'))
      expect(made).toMatchObject(judged('same'))
      expect(Date.parse(made.at)).toBeGreaterThan(0)
      expect(await store.standingJudgements()).toEqual([made])
      expect((await store.judgements()).items).toEqual([made])
    })

    test('what was taken back no longer stands, but stays in the list with who did so', async () => {
      const made = await store.judge(judged('same'))
      const kept = await store.judge(judged('different'))
      const undone = await store.undoJudgement(made.id, { by: 'editor', reason: 'رجل آخر' })
      expect(undone).toMatchObject({ ...made, undone: { by: 'editor', reason: 'رجل آخر' } })
      expect(await store.standingJudgements()).toEqual([kept])
      expect((await store.judgements()).items).toEqual([kept, undone])
      expect(await store.undoJudgement(made.id, { by: 'editor', reason: 'x' })).toBeUndefined()
      for (const id of ['0', 'x', '99999999999999999999'])
        expect(await store.undoJudgement(id, { by: 'editor', reason: 'x' }), id).toBeUndefined()
    })

    test('the list goes on where it stopped', async () => {
      for (const verdict of ['same', 'different', 'unsure'] as const) await store.judge(judged(verdict))
      const first = await store.judgements({ limit: 2 })
      const rest = await store.judgements({ limit: 2, cursor: first.next ?? '' })
      expect([...first.items, ...rest.items].map(({ verdict }) => verdict)).toEqual(['unsure', 'different', 'same'])
      expect(rest.next).toBeUndefined()
    })

    test('an article that is not there cannot be judged; one that is taken out leaves no name behind', async () => {
      await expect(store.judge({ ...judged('same'), b: { article: 'none', name: 'x' } })).rejects.toThrow(/^NOT_FOUND/)
      await store.judge(judged('same'))
      await store.remove(ids[0] ?? '', { reason: 'x', by: 'test' })
      expect((await store.judgements()).items.map(({ a, b }) => [a.name, b.name])).toEqual([['', 'الراوي']])
    })

    test('annotated articles come in the order of their annotation, and again when annotated again', async () => {
      const annotate = (id: string, document: string) =>
        store.annotate([{ id, version: 1, analyser: '1.0.0', eventTypes: [], entities: [], document }])
      const [one = '', two = ''] = ids
      await annotate(two, 'first')
      await annotate(one, 'second')
      const first = await store.annotated(0, 1)
      const rest = await store.annotated(first[0]?.place ?? 0, 10)
      expect([...first, ...rest].map(({ id, document }) => [id, document])).toEqual([
        [two, 'first'],
        [one, 'second'],
      ])
      expect(first[0]?.article.text.value).toContain('ميناء سهيل')
      await annotate(two, 'third')
      const again = await store.annotated(rest.at(-1)?.place ?? 0, 10)
      expect(again.map(({ id, document }) => [id, document])).toEqual([[two, 'third']])
      expect((await store.annotatedArticles([two, 'none'])).map(({ document }) => document)).toEqual(['third'])
      expect(await store.annotatedArticles([])).toEqual([])
    })
  })
}
