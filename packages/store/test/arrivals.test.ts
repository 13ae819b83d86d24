import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backends, type TestStore } from './backends.js'
import { numbered } from './sample.js'

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(`arrivals on ${backend.name}`, () => {
    let at: TestStore
    let ids: string[]
    beforeAll(async () => {
      at = await backend.create()
      ids = (await at.store.add([5, 1, 3].map((n) => numbered(n)))).map(({ id }) => id)
    })
    afterAll(() => at?.discard())

    test('come in their order, page by page, with the whole article', async () => {
      const first = await at.store.arrivals(0, 2)
      const rest = await at.store.arrivals(first.at(-1)?.place ?? 0, 2)
      expect([...first, ...rest].map(({ id }) => id)).toEqual(ids)
      const { map: _, ...article } = rest[0]?.article ?? { map: undefined }
      expect((await at.store.article(ids[2] ?? ''))?.article).toMatchObject(article)
    })

    test('show a correction', async () => {
      const [id = ''] = ids
      await at.store.correct(id, { field: 'outlet', value: 'مرآة الخليج', reason: 'printed so', by: 'test' })
      const [first] = await at.store.arrivals(0, 1)
      expect([first?.outlet, first?.article.metadata.outlet?.value]).toEqual(['مرآة الخليج', 'مرآة الخليج'])
    })

    test('summaries leave out what is gone', async () => {
      const [id = ''] = ids
      const found = await at.store.summaries([...ids, 'none'])
      expect(found.map((summary) => summary.id).sort()).toEqual([...ids].sort())
      expect(await at.store.summaries([])).toEqual([])
      await at.store.remove(id, { reason: 'test', by: 'test' })
      expect((await at.store.summaries(ids)).map((summary) => summary.id)).not.toContain(id)
      expect((await at.store.arrivals(0, 10)).length).toBe(2)
    })
  })
}
