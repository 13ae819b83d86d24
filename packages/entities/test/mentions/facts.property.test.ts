import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adjectiveKind,
  factsOf,
  headKinds,
  isNameAdjective,
  nameLikeness,
  nisbaOf,
  titleTrie,
} from '../../src/mentions/tables.js'
import { plain, wordsOf } from '../../src/mentions/words.js'

const printed = fc.constantFrom(
  ...[
    'وزارة',
    'والوزير',
    'للوزارة',
    'حكومته',
    'العراقي',
    'فلسطينيون',
    'السابق',
    'إلى',
    'رئيسًا',
    'مباراة',
    'سامر',
    'الراوي',
  ],
  ...['12', 'NATO', 'بالوكالة', 'المطار', 'مطار', 'الأمير', 'قـــآني', 'لاعبين'],
)

test('what is noted of a form is what the tables say of the word, first time and again', () =>
  fc.assert(
    fc.property(fc.array(printed, { minLength: 1, maxLength: 12 }), (drawn) => {
      for (const word of wordsOf(passageOf(textOf('article', drawn.join(' '))))) {
        const { bare, noun, key, definite, number } = word
        const facts = factsOf(word)
        expect(factsOf(word)).toBe(facts)
        expect(facts.kinds).toBe(headKinds(bare))
        expect(facts.nounKinds).toBe(headKinds(noun))
        expect(facts.nisba).toBe(nisbaOf(bare))
        expect(facts.titles).toBe(titleTrie().next?.get(bare))
        expect(facts.adjective).toBe(adjectiveKind(key))
        if (!definite || !plain(word) || number) expect(isNameAdjective(word)).toBe(false)
        else if (facts.adjective !== undefined) expect(isNameAdjective(word)).toBe(facts.adjective === 'name')
        expect(nameLikeness(word)).toBe(nameLikeness(word))
        if (facts.isNotName || number) expect(nameLikeness(word)).toBe(0)
      }
    }),
    { numRuns: 40 },
  ))

test('a form that neighbours cut in another way has facts of its own', () => {
  const [whole] = wordsOf(passageOf(textOf('article', 'لقاآني')))
  const [cut] = wordsOf(passageOf(textOf('article', 'لقاآني قاآني')))
  expect(whole?.bare).toBe('لقااني')
  expect(cut?.bare).toBe('قااني')
  expect(cut === undefined || whole === undefined || factsOf(cut) !== factsOf(whole)).toBe(true)
})
