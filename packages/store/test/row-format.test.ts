import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Column, type ColumnType, copyData, packFields, unpackFields } from '../src/articles/row-format.js'
import { backends, type TestStore } from './backends.js'

for (const backend of backends) {
  describe.skipIf(backend.missing !== undefined)(`packed fields on ${backend.name}`, () => {
    let at: TestStore
    beforeAll(async () => {
      at = await backend.create()
    }, 60_000)
    afterAll(() => at.discard())

    test.each<[ColumnType, string]>([
      ['text', 'الميناء 𐊀 é'],
      ['text', ''],
      ['json', '{"title":"ميناء"}'],
      ['bigint', '9007199254740991'],
      ['bigint', '-1'],
      ['integer', '-2147483648'],
      ['timestamptz', '2020-11-22T15:15:00.123Z'],
      ['timestamptz', '0001-01-01T00:00:00.000Z'],
      ['timestamptz', '1999-12-31T23:59:59.999Z'],
      ['date', '2020-02-29'],
      ['date', '1970-01-01'],
      ['date', '0001-01-01'],
      ['date', '9999-12-31'],
    ])('%s: the engine reads %s as it reads the text', async (type, value) => {
      const [field] = unpackFields(packFields([['x', type]], [value]))
      const [row] = await at.database.query<{ packed: string; text: string }>(
        `select $1::${type}::text as packed, $2::text::${type}::text as text`,
        [field ?? null, value],
      )
      expect(row?.packed).toBe(row?.text)
    })

    test.each([
      [true, 'true'],
      [false, 'false'],
    ])('boolean: %s', async (value, told) => {
      const [field] = unpackFields(packFields([['x', 'boolean']], [value]))
      const [row] = await at.database.query<{ packed: string }>('select $1::boolean::text as packed', [field ?? null])
      expect(row?.packed).toBe(told)
    })

    test.skipIf(backend.name !== 'PGlite')('rows of several packed parts, with nulls, are copied in', async () => {
      await at.database.script('create table copied (a bigint, b text, c bytea)')
      const first: Column[] = [['a', 'bigint']]
      const rest: Column[] = [
        ['b', 'text'],
        ['c', 'bytea'],
      ]
      const rows = [1, 2, 3].map((n) => [
        packFields(first, [n]),
        packFields(rest, [n === 2 ? null : `سطر ${n}`, new Uint8Array(n)]),
      ])
      await at.database.transaction(async (transaction) => {
        await transaction.copy?.('copied', ['a', 'b', 'c'], copyData(3, rows))
      })
      const read = await at.database.query('select a, b, length(c) as c from copied order by a')
      expect(read).toEqual([
        { a: 1, b: 'سطر 1', c: 1 },
        { a: 2, b: null, c: 2 },
        { a: 3, b: 'سطر 3', c: 3 },
      ])
    })
  })
}
