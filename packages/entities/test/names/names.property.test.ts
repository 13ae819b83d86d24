import { foldKey } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arabicOf, compareNames, foldName, nameKeys, nameScore, prepareName, transliterate } from '../../src/index.js'

const arabic = fc
  .array(
    fc.constantFrom(
      ...'اأإآىيئؤةهقغجكنمسشتءو   ',
      'ال',
      'عبد ',
      'أبو ',
      'بن ',
      ' الله',
      '\u064e',
      '\u0640',
      '\u200f',
      'گ',
      'ی',
      '-',
      '.',
    ),
    {
      maxLength: 18,
    },
  )
  .map((units) => units.join(''))
const latin = fc
  .array(fc.constantFrom(...'aeioqghbdnmsy  ', 'al-', 'abd ', "'", 'é', 'Đ', '-', ','), { maxLength: 16 })
  .map((units) => units.join(''))
const names = fc.oneof(arabic, latin, fc.string({ maxLength: 12, unit: 'binary' }))

test('a score does not depend on who comes first', () =>
  fc.assert(
    fc.property(names, names, (a, b) => {
      const [there, back] = [compareNames(a, b), compareNames(b, a)]
      expect(back.score).toBe(there.score)
      expect(back.verdict).toBe(there.verdict)
    }),
  ))

test('a name is itself', () =>
  fc.assert(
    fc.property(names, (a) => {
      expect(compareNames(a, a)).toMatchObject({ score: 1, verdict: 'same' })
    }),
  ))

test('a score lies between 0 and 1, and is the score of the comparison', () =>
  fc.assert(
    fc.property(names, names, (a, b) => {
      const score = nameScore(a, b)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(compareNames(prepareName(a), prepareName(b)).score).toBe(score)
    }),
  ))

test('what search folding hides changes no score', () =>
  fc.assert(
    fc.property(arabic, arabic, (a, b) => {
      expect(nameScore(foldKey(a), b)).toBe(nameScore(a, b))
    }),
  ))

test('folding a folded name leaves it', () =>
  fc.assert(
    fc.property(names, (a) => {
      expect(foldName(foldName(a))).toBe(foldName(a))
    }),
  ))

test('names of one folding share all keys', () =>
  fc.assert(
    fc.property(arabic, (a) => {
      expect(nameKeys(foldKey(a))).toEqual(nameKeys(a))
    }),
  ))

test('every spelling has a share, best first, none twice', () =>
  fc.assert(
    fc.property(names, (a) => {
      for (const found of [transliterate(a, { limit: 4, beam: 6 }), arabicOf(a, { limit: 4, beam: 6 })]) {
        const scores = found.map((f) => f.score)
        expect(scores).toEqual([...scores].sort((x, y) => y - x))
        expect(scores.reduce((sum, s) => sum + s, 0)).toBeLessThanOrEqual(1 + 1e-6)
        expect(new Set(found.map((f) => f.form)).size).toBe(found.length)
      }
    }),
    { numRuns: 40 },
  ))

test('a very long name is cut, not suffered', () => {
  const long = 'قا'.repeat(5000)
  expect(nameScore(long, `${long} ${long}`)).toBeLessThanOrEqual(1)
  expect(transliterate(long, { beam: 4 }).length).toBeGreaterThan(0)
  expect(nameKeys('عبد '.repeat(4000)).length).toBeLessThan(100)
})
