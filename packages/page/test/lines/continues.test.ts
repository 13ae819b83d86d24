import { expect, test } from 'vitest'
import { continuesSentence } from '../../src/lines/continues.js'
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
