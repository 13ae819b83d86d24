import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCatalogNames } from '../../src/gazetteer/automaton.js'
import { wordsOf } from '../../src/mentions/words.js'

const found = (text: string): string[] => {
  const words = wordsOf(passageOf(textOf('article', text)))
  return findCatalogNames(words)
    .filter(({ weak }) => !weak)
    .map(({ start, last }) => text.slice(start, words[last]?.end))
}

test.each([
  ['the longest name wins', 'في الأراضي الفلسطينية المحتلة', ['الأراضي الفلسطينية']],
  ['clitics are cut off', 'وببغداد وللعراق', ['بغداد', 'لعراق']],
  ['a name of its own is not cut', 'في بيروت وباريس', ['بيروت', 'باريس']],
  ['marks and tatweel are printed as they are', 'إلى بَغـداد', ['بَغـداد']],
  ['he found him is no town', 'عاد إلى بيته فوجده مغلقا', []],
  ['an axe is no town', 'ضربه بفأس على رأسه', []],
  ['an everyday word is none by itself', 'قرأ النهار بين الحدث والمستقبل', []],
  ['a full stop parts names', 'عاد من حزب. الله أعلم', []],
])('%s', (_name, text, names) => expect(found(text)).toEqual(names))

const pieces = fc.array(
  fc.constantFrom(
    'بغداد',
    'العراق',
    'و',
    'لل',
    'ب',
    ' ',
    ' ',
    '«',
    '»',
    '.',
    '\n',
    'حزب',
    'الله',
    'عبد',
    'ـ',
    '\u064e',
    'س',
    '2020',
    'Reuters',
  ),
  { maxLength: 40 },
)

test('every match begins and ends inside its words, whatever is printed', () =>
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const words = wordsOf(passageOf(textOf('article', text)))
      for (const { first, last, start } of findCatalogNames(words)) {
        expect(first).toBeLessThanOrEqual(last)
        expect(start).toBeGreaterThanOrEqual(words[first]?.start ?? Number.POSITIVE_INFINITY)
        expect(start).toBeLessThan(words[first]?.end ?? 0)
      }
    }),
  ))
