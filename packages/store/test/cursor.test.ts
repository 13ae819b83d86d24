import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor } from '../src/articles/cursor.js'

const keys = fc.array(
  fc.oneof(fc.string({ maxLength: 40 }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
)

test('a cursor reads back what was written, for its own list only', () =>
  fc.assert(
    fc.property(keys, (key) => {
      const cursor = writeCursor('articles', key)
      expect(cursor).toMatch(/^[\w-]*$/)
      expect(readCursor('articles', cursor)).toEqual(JSON.parse(JSON.stringify(key)))
      expect(() => readCursor('log', cursor)).toThrow(/^INPUT_INVALID/)
    }),
  ))

test('anything else is refused with INPUT_INVALID', () => {
  expect(readCursor('articles', undefined)).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => readCursor('articles', text)).toThrow(/^INPUT_INVALID/)
    }),
  )
  const nested = Buffer.from('["articles",{"a":1}]').toString('base64url')
  expect(() => readCursor('articles', nested)).toThrow(/^INPUT_INVALID/)
})
