import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTimes, type Reference, readStamp } from '../src/index.js'

const reference: Reference = { time: '2024-12-01T20:00:00+03:00', source: 'given' }

const pieces = fc.constantFrom(
  ...[
    'السبت',
    'مساء',
    '10',
    '3',
    'مارس',
    'تشرين الثاني',
    '/',
    '-',
    ':',
    '،',
    '.',
    'و',
    'من',
    'إلى',
    'بين',
    'قبل',
    'خلال',
  ],
  ...[
    'ألف',
    'ثلاثة',
    'عشرين',
    'مئة',
    'نصف',
    'عشرات',
    'يوم',
    'أشهر',
    'سنة',
    'الماضي',
    'كل',
    'الأول',
    '٢٠٢٠',
    '1446',
    'هـ',
  ],
  ...[
    'دولار',
    '%',
    '$',
    'قتيل',
    'بينهم',
    'طفلان',
    '\u200f',
    '\u0640',
    '\u064b',
    '\n',
    '😀',
    'GMT',
    'الساعة',
    'صفر',
    'رجب',
  ],
)
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', '')), { maxLength: 30 })
  .map((list) => list.flat().join(''))

test('items lie in the text, in order, apart, and quote it', () =>
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0
      for (const item of findTimes(text, { reference })) {
        expect(item.start).toBeGreaterThanOrEqual(last)
        expect(item.end).toBeGreaterThan(item.start)
        expect(text.slice(item.start, item.end)).toBe(item.text)
        last = item.end
      }
    }),
    { numRuns: 400 },
  ))

test('a text read after another paragraph is read as it is alone', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const before = 'فقرة لا تذكر شيئا من ذلك كله.\n'
      const after = '\nفقرة أخرى لا تذكر شيئا.'
      const shifted = (offset: number, source: string) =>
        findTimes(source, { reference }).map((item) => [item.start - offset, item.end - offset, item.kind, item.value])
      // between paragraphs nothing is a bare label, so the same surroundings stand on both sides
      expect(shifted(before.length * 2, before + before + text + after)).toEqual(
        shifted(before.length, before + text + after),
      )
    }),
    { numRuns: 200 },
  ))

test('reading is the same every time, whatever was read before', () =>
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const first = JSON.stringify(findTimes(a, { reference }))
      findTimes(b, { reference })
      expect(JSON.stringify(findTimes(a, { reference }))).toBe(first)
    }),
    { numRuns: 100 },
  ))

test('direction marks, tatweel and vowel marks around figures change no value', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('\u200f', '\u200e', '\u202b', '\u2067'),
      (d, m, mark) => {
        const plain = findTimes(`في ${d}/${m}/2020`, { reference }).map((item) => item.value)
        const marked = findTimes(`في ${mark}${d}${mark}/${mark}${m}${mark}/2020${mark}`, { reference }).map(
          (item) => item.value,
        )
        expect(marked).toEqual(plain)
      },
    ),
  ))

test('stamps never throw', () =>
  fc.assert(
    fc.property(texts, (text) => void readStamp(text)),
    { numRuns: 300 },
  ))

test.each([
  ['السبت '],
  ['1-'],
  ['ثلاثة و'],
  ['من 5 إلى '],
  ['(('],
  ['ألف '],
  ['10 مارس '],
])('a long line made of %j is read to its end', (seed) => {
  const text = seed.repeat(Math.ceil(1_000_000 / seed.length / 8))
  for (const item of findTimes(text, { reference }).slice(-3)) expect(text.slice(item.start, item.end)).toBe(item.text)
})
