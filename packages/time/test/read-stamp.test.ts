import { expect, test } from 'vitest'
import { readStamp } from '../src/index.js'

/** The stamp is drawn in braces; after it: value, instant or -, certainty. */
test.each([
  ['dots and a city', '{2020.11.22 | 17:15 دمشق}', '2020-11-22T17:15', '2020-11-22T15:15:00Z', 'exact'],
  [
    'the same city after the change of 2022',
    '{2023.11.22 | 17:15 دمشق}',
    '2023-11-22T17:15',
    '2023-11-22T14:15:00Z',
    'exact',
  ],
  ['dashes, day first', 'بتاريخ {22-11-2020 17:15}', '2020-11-22T17:15', '-', 'exact'],
  ['afternoon letter', '{2020/11/22 05:15 م}', '2020-11-22T17:15', '-', 'exact'],
  [
    'Riyadh named by its holy city',
    'حُدّث: {22/11/2020 الساعة 19:40 (مكة المكرمة)}',
    '2020-11-22T19:40',
    '2020-11-22T16:40:00Z',
    'exact',
  ],
  [
    'Gulf zone in words',
    '{السبت 30 نوفمبر 2024 - 23:45 بتوقيت أبوظبي}',
    '2024-11-30T23:45',
    '2024-11-30T19:45:00Z',
    'exact',
  ],
  [
    'Arabic digits, morning letter, city',
    '{الأحد ١ ديسمبر ٢٠٢٤ | ٠٨:٣٠ ص القاهرة}',
    '2024-12-01T08:30',
    '2024-12-01T06:30:00Z',
    'exact',
  ],
  ['month first', 'كتب: {يونيو 14, 2017, 3:00 م}', '2017-06-14T15:00', '-', 'exact'],
  ['ISO 8601', '{2017-06-14T12:00:00Z}', '2017-06-14T12:00:00', '2017-06-14T12:00:00Z', 'exact'],
  [
    'ISO 8601 with offset and fraction',
    '{2017-06-14T12:00:00.000+03:00}',
    '2017-06-14T12:00:00',
    '2017-06-14T09:00:00Z',
    'exact',
  ],
  ['ISO 8601 basic', '{20201122T171500Z}', '2020-11-22T17:15:00', '2020-11-22T17:15:00Z', 'exact'],
  ['RFC 2822', '{Sun, 22 Nov 2020 17:15:00 +0300}', '2020-11-22T17:15:00', '2020-11-22T14:15:00Z', 'exact'],
  ['Hijri beside Gregorian', '{الاثنين 10 رمضان 1446هـ - 10 مارس 2025م}', '2025-03-10', '-', 'exact'],
  [
    'Gregorian first, Hijri, then the clock',
    '{9 August 2015 - 24 شوال 1436 هـ - 04:15 PM}',
    '2015-08-09T16:15',
    '-',
    'exact',
  ],
  ['Hijri alone', 'حرر في {1/9/1446 هـ}', '2025-03-01', '-', 'exact'],
  ['marks inside the date', '{٢٢\u200f/١١\u200f/٢٠٢٠}', '2020-11-22', '-', 'exact'],
  ['paired month', '{22 تشرين الثاني/نوفمبر 2020}', '2020-11-22', '-', 'exact'],
  ['Algerian month, clock in words', 'نُشر يوم {22 فيفري 2019 على الساعة 10:30}', '2019-02-22T10:30', '-', 'exact'],
  ['Moroccan month', 'تحديث {الأحد 22 نونبر 2020 - 10:25}', '2020-11-22T10:25', '-', 'exact'],
  ['Persian page', '{یکشنبه ۲ آذر ۱۳۹۹ - ۱۷:۱۵}', '2020-11-22T17:15', '-', 'exact'],
  [
    'GMT shift',
    '{الأحد ٢٢ نوفمبر ٢٠٢٠ الساعة ٥:١٥ مساء بتوقيت غرينتش+3}',
    '2020-11-22T17:15',
    '2020-11-22T14:15:00Z',
    'exact',
  ],
  ['either order', 'نشر: {03/04/2021}', '2021-04-03', '-', 'ambiguous'],
  ['a weekday decides the order', '{الخميس 03/04/2021}', '2021-03-04', '-', 'exact'],
  ['weekday against date', '{السبت 22 نوفمبر 2020}', '2020-11-22', '-', 'conflict'],
])('%s', (_name, marked, value, instant, certainty) => {
  const text = marked.replace(/[{}]/g, '')
  const stamp = readStamp(text)
  expect(stamp && text.replace(stamp.text, `{${stamp.text}}`)).toBe(marked)
  expect([stamp?.value, stamp?.instant ?? '-', stamp?.certainty]).toEqual([value, instant, certainty])
})

test('the home zone answers where the stamp names none, and a stated one wins', () => {
  expect(readStamp('22/11/2020 17:15', { homeZone: 'Asia/Baghdad' })).toMatchObject({
    offset: 180,
    offsetSource: 'home',
  })
  expect(readStamp('22/11/2020 17:15 دمشق', { homeZone: 'Asia/Baghdad' })).toMatchObject({
    offset: 120,
    offsetSource: 'city',
  })
})

test('no page is published after its capture', () => {
  const reference = { time: '2021-03-05T10:00:00Z', source: 'capture' } as const
  expect(readStamp('03/04/2021', { reference })).toMatchObject({ value: '2021-03-04', certainty: 'exact' })
})

test.each(['', 'لا تاريخ هنا', 'مارس الوسطاء ضغوطا', '17:15', 'هاتف 22-11'])('no date, no stamp: %s', (text) => {
  expect(readStamp(text)).toBeUndefined()
})
