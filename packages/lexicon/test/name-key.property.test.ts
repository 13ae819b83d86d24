import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey, untabledNameKey } from '../src/cells.js'

const units = fc.constantFrom(
  ...'اأإآىيئةهكگچق .-()|/،\'"AzÉß',
  '\u064e',
  '\u0651',
  '\u0640',
  '\u200f',
  '٣',
  '😀',
  '日',
)
const names = fc.array(units).map((parts) => parts.join(''))

test('the table answers as the book does', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(nameKey(name)).toBe(untabledNameKey(name))
    }),
  )
})

test('a key is its own key', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name))
    }),
  )
})

test.each([
  ['dots and blanks', 'أ.ف.ب', 'أ ف ب'],
  ['hamza seats', 'إيسنا', 'ايسنا'],
  ['tatweel and marks', 'رويــترز', 'رُويترز'],
  ['Latin capitals', 'Reuters', 'REUTERS'],
])('%s make no other name', (_what, a, b) => expect(nameKey(a)).toBe(nameKey(b)))
