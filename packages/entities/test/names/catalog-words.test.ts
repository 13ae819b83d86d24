import { loadPeople } from '@isnad/lexicon'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transliterate } from '../../src/index.js'
import { attestedForms } from '../../src/names/catalog-words.js'

test.each([
  ['ماكين', 'mccain', 'letters that are not spoken'],
  ['بينر', 'boehner', 'a vowel spelled as in German'],
  ['فيون', 'fillon', 'a consonant spelled as in French'],
  ['سوداني', 'sudani', 'a name that the catalog has with the article'],
])('%s is %s, as the catalog spells it: %s', (word, wanted) => {
  expect(transliterate(word)[0]?.form).toBe(wanted)
})

test('words at one place of two names are pairs; names of unequal length and strange words say nothing', () => {
  expect(attestedForms('كارتر')?.get('carter')).toBeGreaterThan(0)
  expect(attestedForms('كارتر')?.has('jimmy')).toBe(false)
  expect(attestedForms('زغبلوطي')).toBeUndefined()
})

test('what is mixed stays in order, each form once, and sums to at most 1', () => {
  const words = loadPeople().flatMap(({ ar }) => ar.split(' ').filter((word) => word.length > 2))
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.integer({ min: 1, max: 8 }), (word, limit) => {
      const spelled = transliterate(word, { limit, beam: 8 })
      const scores = spelled.map(({ score }) => score)
      expect(spelled.length).toBeLessThanOrEqual(limit)
      expect(spelled.length).toBeGreaterThan(0)
      expect(new Set(spelled.map(({ form }) => form)).size).toBe(spelled.length)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9)
    }),
    { numRuns: 40 },
  )
})
