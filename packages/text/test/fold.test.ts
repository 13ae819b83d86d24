import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cover, fold, foldKey, type Text, textOf } from '../src/index.js'

test.each([
  ['hamza seats', 'أإآٱ مسؤول شاطئ', 'اااا مسوول شاطي'],
  ['tatweel and marks', 'قـــآنيّ', 'قاني'],
  ['ة and ى', 'مدرسة مستشفى', 'مدرسه مستشفي'],
  ['Persian letters', 'کشوری', 'كشوري'],
  ['digits of both sets', '٢٠٢٠ ۱۴', '2020 14'],
  ['Latin capitals', 'BBC', 'bbc'],
  ['direction marks', '\u200f(بي)\u200e', '(بي)'],
])('%s', (_name, printed, expected) => {
  expect(foldKey(printed)).toBe(expected)
})

test('a folded span leads to the words as printed', () => {
  const article = textOf('article', 'زار قـــآنيّ بغداد')
  const folded = fold(article)
  const start = folded.value.indexOf('قاني')
  expect(cover(article, folded.toArticle({ start, end: start + 4 }))).toBe('قـــآنيّ')
})

const printedUnits = [
  'ق',
  'ا',
  'أ',
  'آ',
  'ى',
  'ؤ',
  'ة',
  'ن',
  ' ',
  '7',
  '\u064b',
  '\u0651',
  '\u0640',
  '\u200e',
  '٧',
  '🕊',
]
const articles = fc.array(fc.constantFrom(...printedUnits)).map((units): Text => textOf('article', units.join('')))

test('the printed words behind a folded stretch fold to that stretch', () =>
  fc.assert(
    fc.property(articles, fc.nat(60), fc.nat(60), (article, from, length) => {
      const folded = fold(article)
      const start = Math.min(from, folded.value.length)
      const end = Math.min(start + length, folded.value.length)
      expect(foldKey(cover(article, folded.toArticle({ start, end })))).toBe(folded.value.slice(start, end))
    }),
  ))

test('folding twice is folding once, and never lengthens', () =>
  fc.assert(
    fc.property(articles, ({ value }) => {
      expect(foldKey(foldKey(value))).toBe(foldKey(value))
      expect(foldKey(value).length).toBeLessThanOrEqual(value.length)
    }),
  ))

test('there and back: a printed span that begins and ends on a kept unit comes home', () =>
  fc.assert(
    fc.property(articles, fc.nat(), (article, n) => {
      const folded = fold(article)
      if (folded.value.length === 0) return
      const at = n % folded.value.length
      expect(folded.toFolded(folded.toArticle({ start: at, end: at + 1 }))).toEqual({ start: at, end: at + 1 })
    }),
  ))
