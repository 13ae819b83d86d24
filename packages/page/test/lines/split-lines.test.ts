import { textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLines } from '../../src/lines/split-lines.js'
import { datelineEnd } from '../../src/lines/split-mixed.js'

const pageOf = (value: string) =>
  ({ text: textOf('page', value), kind: 'text', encoding: 'utf-8', encodingFrom: 'default' }) as const
const blocksOf = (value: string): string[] => splitLines(pageOf(value)).map(({ text }) => text)

test.each([
  ['one a line', 'سطر أول\r\n\r\n  سطر ثان\u00a0\nثالث', ['سطر أول', 'سطر ثان', 'ثالث']],
  ['white space collapsed, marks kept', 'نص\u00a0\u00a0 فيه\u200cفاصل\u200f', ['نص فيه\u200cفاصل\u200f']],
  [
    'wide gaps part blocks',
    'الرئيسية        أخبار\t\tوقال الناطق إن الجسر فتح.',
    ['الرئيسية', 'أخبار', 'وقال الناطق إن الجسر فتح.'],
  ],
  [
    'greeting, headline, site',
    'عزيزي الزائر أهلا وسهلا بك في موقع ضفاف نيوز نقدم لكم اليوم افتتاح الجسر الشمالي بعد عامين - ضفاف نيوز',
    ['عزيزي الزائر أهلا وسهلا بك في موقع ضفاف نيوز نقدم لكم اليوم', 'افتتاح الجسر الشمالي بعد عامين', '- ضفاف نيوز'],
  ],
  [
    'dateline and lead',
    'المرفأ – رويترز: قال رئيس البلدية إن الجسر سيفتح غدا.',
    ['المرفأ – رويترز:', 'قال رئيس البلدية إن الجسر سيفتح غدا.'],
  ],
  [
    'tags after the last sentence',
    'وقال إن العمل انتهى. سمات الجسر المرفأ البلدية',
    ['وقال إن العمل انتهى.', 'سمات الجسر المرفأ البلدية'],
  ],
  [
    'no credit inside a sentence',
    'وذكرت صحيفة «المرفأ» نقلا عن مصادر أن الوفد غادر المدينة أمس.',
    ['وذكرت صحيفة «المرفأ» نقلا عن مصادر أن الوفد غادر المدينة أمس.'],
  ],
  [
    'a link after the last sentence',
    'وختم بشكر العمال. اقرأ أيضا: المجلس يؤجل الميزانية',
    ['وختم بشكر العمال.', 'اقرأ أيضا: المجلس يؤجل الميزانية'],
  ],
  [
    'an address glued to a text-message box',
    'writer@daffa.exampleللتواصل مع الكاتب ارسل رسالة SMS إلى 80000',
    ['writer@daffa.example', 'للتواصل مع الكاتب ارسل رسالة SMS إلى 80000'],
  ],
  ['a shortcode inside a line', 'انتهى البيان. [ad_2]', ['انتهى البيان.', '[ad_2]']],
  [
    'an ordinary line stays whole',
    'وقال: «نعم»، ثم أضاف أن الماء وصل - أخيرا - إلى القرية.',
    ['وقال: «نعم»، ثم أضاف أن الماء وصل - أخيرا - إلى القرية.'],
  ],
])('%s', (_name, value, expected) => expect(blocksOf(value)).toEqual(expected))

test.each([
  ['دبي، الإمارات العربية المتحدة (CNN) – ', 'أكد الوزير أن المفاوضات مستمرة'],
  ['(CNN)-- ', 'تحدث مسؤولان عن الخطة الجديدة'],
  ['القاهرة – رويترز: ', 'قالت الشركة إنها ستبيع حصتها'],
  ['سبق- الباحة: ', 'احتفل أهالي القرية بعودة الماء'],
  ['ضفاف نيوز :- ', 'بلغت حصيلة الموسم ألف طن'],
  ['باريس (أ ف ب) - ', 'أعلنت الوزارة عن برنامج جديد'],
  ['عمان - بترا - ', 'بحث الوزير مع نظيره فتح المعبر الحدودي'],
  ['', 'وقال الوزير: إن المفاوضات مستمرة'],
  ['', 'رئيس البلدية - سابقا - يعود إلى العمل في المدينة القديمة'],
  ['', 'الدور: الأول من البطولة العربية للأندية'],
  ['', 'نقلت رويترز عن مسؤول قوله: الجسر سيفتح'],
])('a dateline ends after «%s»', (dateline, lead) => {
  expect(datelineEnd(dateline + lead)).toBe(dateline === '' ? undefined : dateline.length)
})

const units = fc
  .array(
    fc.constantFrom(
      ...'ابت و.:-/()«»',
      '\n',
      '\r\n',
      '\t',
      '\u00a0',
      '\u200f',
      '\u200c',
      'قال رويترز: ',
      '[ad_1]',
      '😀',
    ),
  )
  .map((list) => list.join(''))

test('every mark on the page stands in exactly one block, and each block leads back to its words', () =>
  fc.assert(
    fc.property(units, (value) => {
      const blocks = splitLines(pageOf(value))
      let at = 0
      let kept = ''
      for (const block of blocks) {
        expect(block.page.start).toBeGreaterThanOrEqual(at)
        expect(value.slice(at, block.page.start).trim()).toBe('')
        expect(value.slice(block.page.start, block.page.end).replace(/\s+/g, ' ')).toBe(block.text)
        for (const run of block.runs) {
          const words = block.text.slice(run.article, run.article + run.length)
          expect(value.slice(run.page, run.page + run.pageLength).replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '))
        }
        at = block.page.end
        kept += block.text
      }
      expect(value.slice(at).trim()).toBe('')
      expect(kept.replace(/\s/g, '')).toBe(value.replace(/\s/g, ''))
    }),
  ))
