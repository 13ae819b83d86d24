import { expect, test } from 'vitest'
import { arabicOf, nameKeys, predictNamePairs, predictRanking, transliterate } from '../../src/index.js'

test.each([
  ['سليماني', 'slimani'],
  ['محمد', 'muhammad'],
  ['جورج', 'george'],
  ['بوتين', 'putin'],
  ['سميث', 'smith'],
  ['إبراهيم', 'ibrahim'],
])('%s is written %s, among others', (name, wanted) => {
  expect(transliterate(name, { to: 'latn', limit: 10 }).map((t) => t.form)).toContain(wanted)
})

test.each([
  ['ibrahim', 'إبراهيم'],
  ['George', 'جورج'],
  ['Petrov', 'بيتروف'],
  ['Graham', 'غراهام'],
  ['Garcia', 'غارسيا'],
])('%s is written %s, among others', (name, wanted) => {
  expect(arabicOf(name, { limit: 10 }).map((t) => t.form)).toContain(wanted)
})

test('several words are spelled together, the best of each first', () => {
  const [best] = transliterate('إبراهيم بوتين')
  const [first] = transliterate('إبراهيم')
  const [second] = transliterate('بوتين')
  expect(best?.form).toBe(`${first?.form} ${second?.form}`)
})

test('words already in the wanted script stay', () => {
  expect(transliterate('Qaani')).toEqual([{ form: 'Qaani', score: 1 }])
  expect(arabicOf('قاآني')).toEqual([{ form: 'قاآني', score: 1 }])
  expect(transliterate('  ')).toEqual([])
})

test.each([
  ['قاآني', 'قآاني'],
  ['إسماعيل قاآني', 'قاآني'],
  ['إسماعيل قاآني', 'Esmail Qaani'],
  ['قاآني', 'Ghaani'],
  ['إسماعيل قاآني', 'Qaani Esmail'],
  ['القذافي', 'Gaddafi'],
  ['Gaddafi', 'Qadhafi'],
  ['غوتيريش', 'جوتيريس'],
  ['تشرشل', 'Churchill'],
  ['محمد بن سلمان آل سعود', 'محمد بن سلمان'],
  ['حسن نصر الله', 'Nasrallah'],
])('an index of names finds %s by %s', (a, b) => {
  expect(nameKeys(a).filter((key) => nameKeys(b).includes(key))).not.toEqual([])
})

test('a given name alone opens no door to everybody who bears it', () => {
  const keys = nameKeys('محمد الحلبي')
  expect(nameKeys('محمد التونسي').filter((key) => keys.includes(key))).toEqual([])
})

test('predictions keep the rows, and distinct sources once', () => {
  expect(predictNamePairs([{ a: 'قاآني', b: 'قآني' }])).toEqual([{ a: 'قاآني', b: 'قآني', score: expect.any(Number) }])
  const ranked = predictRanking(['جورج', 'جورج'], { limit: 3 })
  expect(ranked).toHaveLength(1)
  expect(ranked[0]?.candidates).toHaveLength(3)
})
