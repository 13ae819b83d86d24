import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packClasses, pathPrefix, unpackClasses } from '../../src/tagger/classes.js'
import { packModel, unpackModel } from '../../src/tagger/model.js'
import { letterGrams, packLikeness, unpackLikeness } from '../../src/tagger/name-likeness.js'
import { packedWidth, unpackRow } from '../../src/tagger/packed.js'

const hashes = fc.uniqueArray(fc.integer({ min: 1, max: 0xffffffff }), { minLength: 1, maxLength: 200 })

test('word classes come back as they were put in, and of other words nothing is known', () =>
  fc.assert(
    fc.property(hashes, fc.integer({ min: 1, max: 0xffffffff }), (keys, other) => {
      const facts = new Map(keys.map((key) => [key, { path: 1 + (key % 8000), rates: key % 512 }]))
      const classes = unpackClasses(packClasses(facts))
      for (const [key, { path, rates }] of facts) {
        expect(classes.pathOf(key)).toBe(path)
        expect(classes.ratesOf(key)).toBe(rates)
      }
      if (!facts.has(other)) expect([classes.pathOf(other), classes.ratesOf(other)]).toEqual([0, 0])
    }),
  ))

test('weights come back within half a step of their byte', () =>
  fc.assert(
    fc.property(hashes, (keys) => {
      const labels = ['O', 'B-PER', 'I-PER']
      const weights = Float32Array.from({ length: keys.length * 3 }, (_, i) => Math.sin(i) * 3)
      const zeros = new Float32Array(9)
      const model = unpackModel(
        packModel({
          labels,
          transitions: zeros,
          starts: zeros.subarray(0, 3),
          features: Uint32Array.from(keys),
          weights,
        }),
      )
      expect(model.labels).toEqual(labels)
      for (const [i, key] of keys.entries()) {
        const packed = new Int32Array(packedWidth(3))
        model.weights.add(key, packed, 0)
        const sums = new Int32Array(3)
        unpackRow(packed, 0, 3, sums, 0)
        for (let l = 0; l < 3; l++)
          expect(Math.abs((sums[l] ?? 0) * model.step - (weights[i * 3 + l] ?? 0))).toBeLessThanOrEqual(3 / 254 + 1e-6)
      }
    }),
  ))

test('a longer prefix of a path goes on a shorter one', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 0x1fff }), fc.integer({ min: 0, max: 12 }), (path, bits) => {
      const longer = pathPrefix(path, bits + 1)
      const shorter = pathPrefix(path, bits)
      expect(longer === shorter || longer >>> 1 === shorter).toBe(true)
    }),
  ))

test('a word whose n-grams weigh more looks no less like a name', () => {
  const weights = new Float32Array(1 << 15)
  for (const gram of letterGrams('نوفاك')) weights[gram] = 0.5
  const model = unpackLikeness(packLikeness(weights, -1))
  expect(model.levelOf('نوفاك')).toBe(7)
  expect(model.levelOf('نوفا')).toBeGreaterThan(model.levelOf('بلد'))
  expect(model.levelOf('')).toBe(0)
})

test('a file of another kind is refused', () => {
  const classes = packClasses(new Map([[5, { path: 3, rates: 1 }]]))
  expect(() => unpackModel(classes)).toThrow('not a tagger model')
  expect(() => unpackLikeness(classes)).toThrow('not a model of name likeness')
})
