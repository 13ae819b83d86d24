import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates } from '../src/grammar/candidates.js'
import { Reader } from '../src/grammar/reader.js'
import { Scan } from '../src/grammar/rule.js'
import { select } from '../src/grammar/select.js'
import { anchorOf } from '../src/resolve/anchor.js'

const words =
  'في من إلى حتى بين و أو كل هذا قبل بعد منذ خلال نحو أكثر عن على ' +
  'السبت الأحد أحد يوم اليوم أمس غدا مساء صباحا الظهر الساعة الليل منتصف ' +
  'مارس آذار رجب محرم صفر دي الذي تشرين الثاني شهر الشهر هـ ' +
  'عام العام سنة سنوات يومين أسبوع أيام أشهر ساعة دقيقة عقود القرن ' +
  'الماضي المقبل الجاري السابق الأخيرة نهاية بداية مطلع وسط صيف ' +
  'واحد ثلاثة ثلاث عشرة عشرين مئة ألف مليون ملايين عشرات نصف ربع الأول الثالثة العشرون آخر بضعة ' +
  'دولار ريال كيلومتر طن كم مرات مرة سنوية يوميا قتيل طفلان بينهم توقيت غرينتش px ص ' +
  'المدير وصل خبيرا المدينة قال كتاب'
const figures = '1 2 7 12 15 30 100 250 1436 1998 2015 2020 ٢٠ ٣٫٥ 3.2 1,250 10:30 22/11/2020 5-7 2011-2013 -5 .5 %20'
const signs = ['.', '،', '(', ')', '-', '/', ':', '%', '$', '"', '\n', '\u0651', 'و', 'لل', 'ب']

const pieces = fc.constantFrom(...words.split(' '), ...figures.split(' '), ...signs)
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', ' ', '')), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''))

/** What is chosen of all that the rules find, as words and values. */
function chosen(text: string, veto: readonly { start: number; end: number }[], everywhere: boolean): string[] {
  const reader = new Reader(text, everywhere)
  const anchor = anchorOf({ time: '2024-12-01T20:00:00+03:00', source: 'given' })
  const scan = new Scan(reader, { bias: undefined, weekStart: 'monday', anchor })
  const items = select(candidates(scan, veto, everywhere)).map(({ item }) => JSON.stringify(item))
  reader.close()
  return items
}

test('what a look at the kinds of words passes over would not have been chosen', () =>
  fc.assert(
    fc.property(texts, fc.option(fc.nat(40), { freq: 4, nil: undefined }), (text, at) => {
      const veto = at === undefined ? [] : [{ start: at, end: at + 3 }]
      expect(chosen(text, veto, false), text).toEqual(chosen(text, veto, true))
    }),
    { numRuns: 500 },
  ))

// the repository does not carry news; where a collection lies beside it, whole articles are compared too
const folder = new URL('../../../../shared/data/corpus/', import.meta.url)
const ARTICLES = 100
const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.jsonl.gz')) : []

test.skipIf(names.length === 0)('short ways read articles as the whole grammar does (needs ../shared)', async () => {
  let compared = 0
  for (const name of names) {
    const rows = createInterface({ input: createReadStream(new URL(name, folder)).pipe(createGunzip()) })
    let line = 0
    for await (const row of rows) {
      if (line++ % 41 !== 7) continue
      const { text } = JSON.parse(row) as { text: string }
      expect(chosen(text, [], false), text.slice(0, 60)).toEqual(chosen(text, [], true))
      if (++compared % ARTICLES === 0) break
    }
    rows.close()
  }
  expect(compared).toBe(names.length * ARTICLES)
})
