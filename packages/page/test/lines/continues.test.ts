import { describe, expect, test } from 'vitest'
import { columnWidth, continuesColumn, continuesSentence } from '../../src/lines/continues.js'
import { describeLine } from '../../src/lines/line.js'

const lineOf = (text: string) => describeLine({ text, page: { start: 0, end: text.length }, runs: [] })

test.each([
  ['a word that wants its complement', 'وكان الوزير قد وصل صباح اليوم إلى', 'المرفأ الشمالي برفقة وفد صغير.', true],
  ['a comma', 'وقالت البلدية إن العمل في الجسر انتهى قبل موعده،', 'وإن الافتتاح سيكون غدا.', true],
  [
    'a relative that no sentence opens with',
    'وأضاف أن الفريق سلم تقريره إلى مجلس المدينة.',
    'المدعوم من نقابة المهندسين في الضفة.',
    true,
  ],
  ['«من شأنها»', 'ودعا المجلس إلى وقف أعمال الحفر قرب السد القديم.', 'من شأنها الإضرار بأساسات السد.', true],
  [
    'an open quotation, no new clause',
    'وقال إن ”الهدف هو إطلاق العمل في الجسر الجديد هذا العام.',
    'بدل انتظار قرار آخر“.',
    true,
  ],
  [
    'an open quotation, a new clause',
    'وقال إن ”الهدف هو إطلاق العمل في الجسر الجديد هذا العام.',
    'وأكد المهندسون أن الخطة جاهزة“.',
    false,
  ],
  ['a closed quotation', 'وقال إن «الهدف هو إطلاق العمل في الجسر الجديد».', 'بحسب ما أعلن أمس.', false],
  ['two sentences', 'وقالت البلدية إن العمل في الجسر انتهى قبل موعده.', 'وأضافت أن الافتتاح غدا.', false],
  [
    'the name علي is no preposition',
    'وحضر الافتتاح مدير المشروع المهندس سالم بن علي',
    'وبحسب المصدر فإن الجسر جاهز.',
    false,
  ],
  [
    '«إلى ذلك» opens a sentence',
    'وقالت البلدية إن العمل في الجسر انتهى قبل موعده.',
    'إلى ذلك، قال المجلس إن الميزانية كافية.',
    false,
  ],
  ['items of a list', 'وتضم القائمة كلا من المهندسين والعمال في الورشة:', '- فريق الضفة الشمالية', false],
])('%s', (_name, before, after, expected) => expect(continuesSentence(lineOf(before), lineOf(after))).toBe(expected))

describe('text cut to a width', () => {
  const column = [
    'أعلنت هيئة ميناء المرفأ، الخميس، تشغيل خط عبارات ليلي بين الضفتين في',
    'مطلع الشهر المقبل بمعدل رحلتين كل ساعة حتى منتصف الليل وبسعر التذكرة',
    'المعتاد للركاب والدراجات من دون السيارات التي يبقى لها الجسر الشمالي.',
    'وقالت الهيئة إن كل قارب يتسع لستين راكبا وإن التذاكر تباع في المحطة أو',
    'على متن القوارب نفسها وإن الخط يعمل في أيام العطل أيضا خلال الصيف كله',
    'باستثناء يوم الجمعة.',
  ].map(lineOf)
  test('is known by its width', () => expect(columnWidth(column)).toBe(70))
  test('goes on where the column is full', () =>
    expect(column.slice(1).map((line, at) => continuesColumn(column[at] as (typeof column)[0], line, 70))).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]))
  test.each([
    ['paragraphs', column.map(({ text }) => `${text} ${text}.`)],
    [
      'headlines',
      ['افتتاح معرض الكتاب في الضفة', 'نادي النورس يتعاقد مع مدرب', 'أمطار على الوادي', 'رحيل عازف', 'جسر جديد'],
    ],
    ['sentences', column.map(({ text }) => `${text.slice(0, 60)}.`)],
    ['long headlines', column.map((_, at) => `افتتاح معرض الكتاب السنوي في الضفة الشمالية بمشاركة مئتي دار نشر ${at}`)],
  ])('%s are not cut', (_name, lines) => expect(columnWidth(lines.map(lineOf))).toBeUndefined())
})
