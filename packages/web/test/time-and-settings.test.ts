import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { formatDay, formatMonth, wallClock, zoneOf } from '../src/i18n/format-time.js'
import { KEY, settingsFrom } from '../src/settings/saved-settings.js'

const style = (language: 'ar' | 'en', digits = 'latn', hijri = false) => ({
  locale: `${language === 'ar' ? 'ar' : 'en-GB'}-u-ca-gregory-nu-${digits}`,
  hijri,
})
const plain = (text: string): string => text.replace(/[\u200e\u200f\u061c]/gu, '')
const day = (local: string, ...of: Parameters<typeof style>): string => {
  const at = wallClock(local)
  if (at === undefined) throw new Error(`not a time: ${local}`)
  return plain(formatDay(at, style(...of)))
}

test('the printed day stands, whatever the zone of the machine or the offset of the page', () => {
  expect(day('2020-11-22T23:59:00+02:00', 'en')).toBe('22 November 2020')
  expect(day('2020-11-22T00:01:00-11:00', 'ar')).toBe('22 نوفمبر 2020')
  expect(day('2020-11-22', 'ar', 'arab')).toBe('٢٢ نوفمبر ٢٠٢٠')
})

test('with Hijri beside it, each calendar is named', () => {
  expect(day('2024-03-12', 'ar', 'latn', true)).toBe('12 مارس 2024 م / 2 رمضان 1445 هـ')
  expect(day('2024-03-12', 'en', 'latn', true)).toMatch(/12 March 2024 AD \/ 2 Ramadan 1445 AH/u)
})

test('months and times that are none', () => {
  expect(plain(formatMonth('2021-03', style('ar')))).toBe('مارس 2021')
  expect(formatMonth('spring', style('en'))).toBe('spring')
  expect(wallClock('2021-03')).toBeUndefined()
})

test.each([
  [{ local: '2020-11-22', grain: 'day' }, undefined],
  [{ local: '2020-11-22T17:15:00', grain: 'minute' }, undefined],
  [{ local: '2020-11-22T17:15:00Z', grain: 'minute' }, 'UTC'],
  [{ local: '2020-11-22T17:15:00+00:00', grain: 'minute' }, 'UTC'],
  [{ local: '2020-11-22T17:15:00+02:00', grain: 'minute' }, 'UTC+02:00'],
  [
    { local: '2020-11-22T17:15:00+02:00', grain: 'minute', zone: 'Asia/Damascus', instant: '2020-11-22T15:15:00Z' },
    'توقيت سوريا',
  ],
] as const)('the zone of %o is %s', (time, zone) => expect(zoneOf(time, style('ar'))).toBe(zone))

test('settings that are missing or unknown take their defaults', () => {
  const defaults = { language: 'ar', theme: 'system', digits: 'latn', hijri: false, textSize: 'normal' }
  for (const saved of [{}, null, 'x', { language: 'fr', theme: 3, hijri: 'yes' }])
    expect(settingsFrom(saved, 'ar')).toEqual(defaults)
  expect(settingsFrom({ language: 'en', digits: 'arab' }, 'ar')).toEqual({
    ...defaults,
    language: 'en',
    digits: 'arab',
  })
})

test.each([
  ['{"language":"en","theme":"dark"}', ['ar-SY'], 'en', 'ltr', 'dark'],
  ['{"language":"fr","theme":"sepia"}', ['fr-FR', 'en-US'], 'en', 'ltr', undefined],
  ['not json', ['fr'], 'ar', 'rtl', undefined],
  [null, ['ar-LB', 'en'], 'ar', 'rtl', undefined],
])('before the first paint, %s with %s is %s', (saved, languages, lang, dir, theme) => {
  const root: { lang: string; dir: string; dataset: { theme?: string } } = { lang: '', dir: '', dataset: {} }
  runInNewContext(readFileSync(new URL('../public/first-paint.js', import.meta.url), 'utf8'), {
    localStorage: { getItem: (key: string) => (key === KEY ? saved : null) },
    navigator: { languages },
    document: { documentElement: root },
    JSON,
  })
  expect({ ...root, dataset: { ...root.dataset } }).toEqual({
    lang,
    dir,
    dataset: theme === undefined ? {} : { theme },
  })
  // The application, started on what the first paint left, keeps it.
  let parsed: unknown = {}
  try {
    parsed = JSON.parse(saved ?? '{}')
  } catch {}
  expect(settingsFrom(parsed, root.lang === 'en' ? 'en' : 'ar')).toMatchObject({
    language: lang,
    theme: theme ?? 'system',
  })
})
