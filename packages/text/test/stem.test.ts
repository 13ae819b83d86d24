import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchStem, searchTerms } from '../src/index.js'

describe('forms of one word share a stem', () => {
  test.each([
    ['number, gender, clitics', 'وزير الوزراء ووزيران وزيرة وزيرها للوزراء'],
    ['a sound plural', 'مسؤول مسؤولون والمسؤولين مسؤولة'],
    ['a feminine plural', 'ولاية الولايات وولاياتها'],
    ['a broken plural', 'صحيفة الصحف وصحفها'],
    ['a verb in the past', 'أعلن وأعلنت أعلنوا'],
    ['a nisba', 'إيراني الإيرانية والإيرانيين'],
    ['spellings', 'قاآني وقاآني'],
  ])('%s', (_name, forms) => {
    expect(new Set(forms.split(' ').map(searchStem)).size).toBe(1)
  })
})

describe('different words stay apart', () => {
  test.each([
    ['a country and milk', 'لبنان لبن'],
    ['a book and an office', 'كتاب مكتب'],
    ['a city and a man', 'بغداد بغدادي'],
  ])('%s', (_name, forms) => {
    const words = forms.split(' ')
    expect(new Set(words.map(searchStem)).size).toBe(words.length)
  })
})

test('terms carry the span of the printed word', () => {
  const value = '«للوزراء»، 3.5'
  const terms = searchTerms(value)
  expect(terms.map((t) => [value.slice(t.start, t.end), t.exact, t.stem])).toEqual([
    ['للوزراء', 'للوزراء', 'وزير'],
    ['3', '3', '3'],
    ['5', '5', '5'],
  ])
})

test('a name is found behind a clitic when the text prints it bare as well', () => {
  expect(searchTerms('لقاآني زيارة قاآني').map((t) => t.stem)).toEqual(['قااني', 'زيار', 'قااني'])
  expect(searchTerms('زيارة لقاآني').map((t) => t.stem)).toEqual(['زيار', 'لقااني'])
})

test('the stem of any word is never empty and folds to itself', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'والسفبكهاميتنةىأ'), { minLength: 1, maxLength: 12 }), (units) => {
      const stem = searchStem(units.join(''))
      expect(stem).not.toBe('')
      expect(stem).not.toMatch(/[أإآىةـ]/)
    }),
  ))
