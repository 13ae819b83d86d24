import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type WordParts, wordRuns } from '../src/index.js'

const PATTERNS: Readonly<Record<WordParts, RegExp>> = {
  spelt: /[\p{L}\p{N}]+/gu,
  marked: /[\p{L}\p{M}\p{N}]+/gu,
  joined: /[\p{L}\p{M}\p{N}\u200c\u200d]+/gu,
}

test.each([
  ['spelt', 'م\u064fدرس، 3.5', 'م|درس|3|5'],
  ['marked', 'م\u064fدرس، 3.5', 'م\u064fدرس|3|5'],
  ['marked', 'می\u200cشود', 'می|شود'],
  ['joined', 'می\u200cشود: 𐊀x', 'می\u200cشود|𐊀x'],
] as const)('%s words of «%s»', (parts, value, expected) => {
  const runs = wordRuns(value, parts)
  const words = runs.flatMap((start, i) => (i % 2 === 0 ? [value.slice(start, runs[i + 1])] : []))
  expect(words.join('|')).toBe(expected)
})

const units = fc.constantFrom(
  ...'اأبة٣3a. «»',
  '\u064b',
  '\u0640',
  '\u200c',
  '\u200d',
  '\u200f',
  '𐊀',
  '😀',
  '\ud800',
  '\udc00',
)

test('runs are what the regular expression with Unicode classes finds', () =>
  fc.assert(
    fc.property(fc.array(units), fc.constantFrom('spelt', 'marked', 'joined' as const), (letters, parts) => {
      const value = letters.join('')
      const found = [...value.matchAll(PATTERNS[parts])].flatMap(({ index, 0: word }) => [index, index + word.length])
      expect(wordRuns(value, parts)).toEqual(found)
    }),
  ))
