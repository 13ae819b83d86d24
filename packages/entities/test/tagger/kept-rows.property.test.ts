import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeptRows } from '../../src/tagger/kept-rows.js'

const keys = fc.tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: 0, max: 9 }))

test('a row is found again by its two integers until all are forgotten for want of room', () =>
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 400 }), (asked) => {
      const rows = new KeptRows(2, 64)
      const known = new Map<string, number>()
      let next = 1
      for (const [first, second] of asked) {
        const key = `${first} ${second}`
        if (!known.has(key) && known.size === 64) known.clear()
        const found = rows.find(first, second)
        expect(found < 0).toBe(!known.has(key))
        const row = found < 0 ? ~found : found
        expect(rows.values[row]).toBe(known.get(key) ?? 0)
        if (found >= 0) continue
        rows.values[row] = next
        known.set(key, next++)
      }
      expect(rows.count).toBe(known.size)
    }),
  ))
