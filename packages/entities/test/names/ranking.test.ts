import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf, type KnownNames, listsOf, NAME_LISTS } from '../../src/names/known-names.js'
import {
  latinModel,
  packKnownNames,
  packRanking,
  unpackKnownNames,
  unpackRanking,
} from '../../src/names/model-files.js'
import { type Candidate, candidateFeatures, DENSE_FEATURES, rerank } from '../../src/names/rerank.js'
import { candidatesOf } from '../../src/names/transliterate.js'

const known = (names: Readonly<Record<string, number>>): KnownNames => {
  const sorted = Object.entries(names)
    .map(([name, lists]) => [hashOf(name), lists] as const)
    .sort(([a], [b]) => a - b)
  return { hashes: Uint32Array.from(sorted, ([hash]) => hash), lists: Uint8Array.from(sorted, ([, lists]) => lists) }
}

test('known names are found after they were packed, with their lists, and others are not', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-zé']{1,8}$/), { maxLength: 50 }), (names) => {
      const [stranger = 'x', ...kept] = names
      const set = known(Object.fromEntries(kept.map((name, i) => [name, 1 + (i % 15)])))
      const read = unpackKnownNames(packKnownNames(set))
      for (const [i, name] of kept.entries()) expect(listsOf(name, read)).toBe(1 + (i % 15))
      expect(listsOf(stranger, read)).toBe(0)
    }),
  ))

test('names that lists know are candidates even behind the likeliest spellings', () => {
  const spelled = Array.from({ length: 120 }, (_, i) => ({ form: `x${i}`, log: -i }))
  const forms = candidatesOf(spelled, latinModel(), known({ x0: 1, x99: 1, x100: 2 })).map(({ form }) => form)
  expect(forms).toEqual([...spelled.slice(0, 60).map(({ form }) => form), 'x99', 'x100'])
})

const candidates: readonly Candidate[] = [
  { form: 'kook', log: -4, letters: -9 },
  { form: 'cook', log: -5, letters: -8 },
  { form: 'kouk', log: -6, letters: -9 },
]
const SIZE = 1 << 10
const weights = (index: number, weight: number) => {
  const dense = new Float32Array(DENSE_FEATURES)
  dense[0] = 1
  dense[index] = weight
  return { dense, sparse: new Int8Array(SIZE), scale: 0 }
}

test('without other weights the order of the joint model stays; a weight on known names lifts them', () => {
  const set = known({ cook: 1 })
  const order = (index: number, weight: number): string[] =>
    rerank('كوك', candidates, set, weights(index, weight)).map(({ form }) => form)
  expect(order(0, 1)).toEqual(['kook', 'cook', 'kouk'])
  expect(order(DENSE_FEATURES - NAME_LISTS, 3)).toEqual(['cook', 'kook', 'kouk'])
})

test('every candidate has its features, whatever the word', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[ا-ي]{1,6}$/), fc.integer({ min: 1, max: 3 }), (word, many) => {
      const features = candidateFeatures(word, candidates.slice(0, many), known({ cook: 3 }), SIZE)
      expect(features).toHaveLength(many)
      for (const { dense, sparse } of features) {
        expect([dense.length, dense.every(Number.isFinite)]).toEqual([DENSE_FEATURES, true])
        expect(sparse.every((hash) => hash < SIZE)).toBe(true)
      }
    }),
  ))

test('a ranking model is read as it was packed', () => {
  const model = { dense: Float32Array.from([1, -2, 0.5]), sparse: Int8Array.from([0, -3, 127, 5]), scale: 0.25 }
  expect(unpackRanking(packRanking(model))).toEqual(model)
  expect(() => unpackRanking(packKnownNames(known({ a: 1 })))).toThrow('not a ranking model')
})
