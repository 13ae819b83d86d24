import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Kept } from '../../src/prepared/kept.js'

const keys = fc.constantFrom(...'ابتثجحخدذ')

test('what is kept is what was set last, and what was asked for within the limit is still there', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.tuple(keys, fc.option(fc.nat(), { nil: undefined })), { maxLength: 60 }),
      (limit, calls) => {
        const kept = new Kept<number>(limit)
        const all = new Map<string, number>()
        const asked: string[] = []
        for (const [key, value] of calls) {
          if (value === undefined) {
            const known = kept.get(key)
            if (known !== undefined) expect(known).toBe(all.get(key))
            const lately = new Set(asked.slice(asked.lastIndexOf(key)))
            if (asked.includes(key) && lately.size <= limit) expect(known).toBe(all.get(key))
            if (known === undefined) continue
          } else {
            kept.set(key, value)
            all.set(key, value)
          }
          asked.push(key)
        }
      },
    ),
    { numRuns: 300 },
  ))

test('no more than twice the limit are held', () => {
  const kept = new Kept<number>(3)
  const drawn = Array.from({ length: 100 }, (_, i) => `w${i}`)
  for (const [i, key] of drawn.entries()) kept.set(key, i)
  expect(drawn.filter((key) => kept.get(key) !== undefined).length).toBeLessThanOrEqual(6)
})
