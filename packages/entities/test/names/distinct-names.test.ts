import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames } from '../../src/index.js'
import { areTwoNames, BEARER, DISTINCT, ONE_NAME, pairKey } from '../../src/names/distinct-names.js'
import { hashOf, type KnownNames } from '../../src/names/known-names.js'
import { foldName } from '../../src/names/letters.js'
import { commonNames } from '../../src/names/model-files.js'

const listed = (flags: Readonly<Record<string, number>>): KnownNames => {
  const sorted = Object.entries(flags)
    .map(([key, flag]) => [hashOf(key), flag] as const)
    .sort(([a], [b]) => a - b)
  return { hashes: Uint32Array.from(sorted, ([hash]) => hash), lists: Uint8Array.from(sorted, ([, flag]) => flag) }
}

test.each([
  ['a pair that is listed', 'نزال', 'نضال', { [pairKey('نزال', 'نضال')]: DISTINCT }, true],
  ['a pair that nobody lists', 'نزال', 'نضال', {}, false],
  ['an ending after a common name', 'شمس', 'شمسي', { شمس: BEARER }, true],
  ['an ending after a rare word', 'شمس', 'شمسي', {}, false],
  [
    'an ending that other spellings have too',
    'كوهن',
    'كوهني',
    { كوهن: BEARER, [pairKey('كوهن', 'كوهني')]: ONE_NAME },
    false,
  ],
  ['inside a compound', 'عبدشمس', 'عبدشمسي', { شمس: BEARER }, true],
  ['by group', 'سالم', 'سليم', {}, true],
  ['by group inside a compound', 'نصرالدين', 'ناصرالدين', {}, true],
  ['a name and itself', 'سالم', 'سالم', {}, false],
])('%s', (_name, a, b, flags, expected) => {
  expect(areTwoNames(a, b, foldName, listed(flags))).toBe(expected)
  expect(areTwoNames(b, a, foldName, listed(flags))).toBe(expected)
})

test.each([
  ['حسن', 'حسين'],
  ['محمد', 'محمود'],
  ['محمد', 'أحمد'],
  ['محمود', 'أحمد'],
  ['سعد', 'سعيد'],
  ['عمر', 'عمرو'],
  ['سالم', 'سليم'],
  ['زيد', 'زياد'],
  ['جاسم', 'قاسم'],
  ['خالد', 'مخلد'],
  ['أنس', 'أنيس'],
  ['يوسف', 'يونس'],
  // the ending of a family or of a woman's name
  ['سليمان', 'سليماني'],
  ['بدر', 'بدري'],
  ['كاظم', 'كاظمي'],
  ['جعفر', 'جعفري'],
  ['منصور', 'منصوري'],
  ['عامر', 'العامري'],
  ['الأسد', 'الأسدي'],
  ['السودان', 'السوداني'],
  ['البصرة', 'البصري'],
  ['كريم', 'كريمة'],
  ['أمير', 'أميرة'],
  ['سلام', 'سلامة'],
  // compounds
  ['عبد الله', 'عبيد الله'],
  ['عبد الله', 'عبد الإله'],
  ['نصر الله', 'ناصر الله'],
  ['عبد المالك', 'عبد الملك'],
  ['صلاح الدين', 'صالح الدين'],
  ['أبو سعد', 'أبو سعيد'],
  // whole names
  ['قاسم سليماني', 'قاسم سليمان'],
  ['عمر الحلبي', 'عمرو الحلبي'],
])('%s and %s are two names that many bear', (a, b) => {
  const { score, verdict } = compareNames(a, b)
  expect(verdict).toBe('different')
  expect(score).toBeLessThan(0.1)
})

test('the order of two names says nothing', () => {
  const letters = fc.array(fc.constantFrom(...'اسلمنديه'), { minLength: 1, maxLength: 6 }).map((l) => l.join(''))
  fc.assert(
    fc.property(letters, fc.constantFrom('', 'ي', 'ه', 'ن'), (a, ending) => {
      const b = a + ending
      expect(areTwoNames(b, a, foldName, commonNames())).toBe(areTwoNames(a, b, foldName, commonNames()))
    }),
  )
})
