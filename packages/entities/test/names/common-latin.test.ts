import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CommonLatinWeights,
  commonKnownName,
  commonLatin,
  type LatinProfile,
  soundOfLatin,
  withCommonLatin,
} from '../../src/names/common-latin.js'
import { commonLatinWeights } from '../../src/names/model-files.js'
import { latinProfileOf } from '../../src/names/transliterate.js'

test.each([
  ['Cathryn', 'katrin', false],
  ['Kathrin', 'cathryn', true],
  ['Philipp', 'Filip', true],
  ['Youssef', 'Yusef', true],
  ['Müller', 'muler', true],
  ['Nicholas', 'Nikolas', false],
  ['Salem', 'Salam', false],
])('%s and %s sound alike: %s', (a, b, alike) => {
  expect(soundOfLatin(a) === soundOfLatin(b)).toBe(alike)
})

const shares = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('ali', 'omar', 'amr', 'sara', 'noor'), fc.double({ min: 0.01, max: 1, noNaN: true })),
    {
      selector: ([sound]) => sound,
      maxLength: 5,
    },
  )
  .map((list) => {
    const sum = list.reduce((total, [, share]) => total + share, 0)
    return new Map(list.map(([sound, share]) => [sound, share / sum]))
  })
const profiles = fc
  .tuple(shares, shares)
  .map(([all, known]): LatinProfile => ({ all, known, written: new Map([...known.keys()].map((k) => [k, k])) }))

test('what two profiles share does not depend on who comes first, and lies within bounds', () =>
  fc.assert(
    fc.property(profiles, profiles, (a, b) => {
      const [all, logAll, known, logKnown] = commonLatin(a, b)
      expect(commonLatin(b, a)).toEqual([all, logAll, known, logKnown])
      expect(commonKnownName(b, a)).toBe(commonKnownName(a, b))
      for (const coefficient of [all, known]) {
        expect(coefficient).toBeGreaterThanOrEqual(0)
        expect(coefficient).toBeLessThanOrEqual(1 + 1e-9)
      }
      for (const log of [logAll, logKnown]) expect(log).toBeLessThanOrEqual(1e-4)
    }),
  ))

test('a profile shares everything with itself and nothing with a stranger', () =>
  fc.assert(
    fc.property(profiles, (a) => {
      const [all, , known] = commonLatin(a, a)
      expect(all).toBeCloseTo(a.all.size === 0 ? 0 : 1)
      expect(known).toBeCloseTo(a.known.size === 0 ? 0 : 1)
      const stranger: LatinProfile = { all: new Map([['zz', 1]]), known: new Map([['zz', 1]]), written: new Map() }
      expect(commonLatin(a, stranger).filter((_, i) => i % 2 === 0)).toEqual([0, 0])
    }),
  ))

test('more in common, or cheaper edits, never make one name less likely', () => {
  const weights: CommonLatinWeights = commonLatinWeights
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      number(-5, 5),
      fc.tuple(number(0, 1), number(-11, 0), number(0, 1), number(-11, 0)),
      fc.nat({ max: 4 }),
      number(0, 1),
      (edits, shared, which, more) => {
        const [all, logAll, known, logKnown] = shared
        const raised = [all, logAll, known, logKnown] as [number, number, number, number]
        if (which < 4) raised[which] = (raised[which] ?? 0) + more
        const after = withCommonLatin(which === 4 ? edits + more : edits, raised, weights)
        expect(after).toBeGreaterThanOrEqual(withCommonLatin(edits, shared, weights))
      },
    ),
  )
})

test('the shares of a word sum to one; those of known names to less', () => {
  const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((total, share) => total + share, 0)
  for (const word of ['جورج', 'سليمان', 'قااني', 'غ']) {
    const { all, known } = latinProfileOf(word)
    expect(sum(all)).toBeCloseTo(1)
    expect(sum(known)).toBeLessThan(1)
  }
})
