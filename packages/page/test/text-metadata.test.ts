import { expect, test } from 'vitest'
import { readArticle } from '../src/index.js'

const HEAD = 'المرفأ تفتح خط عبارات ليليا'
const STORY = `أعلنت هيئة ميناء المرفأ، الخميس، تشغيل خط عبارات ليلي بين الضفتين اعتبارا من مطلع الشهر المقبل، بمعدل رحلتين كل ساعة.
وقال صيادون في عين الوادي لـ"الضفاف" إن كل قارب يتسع لستين راكبا، وإن التذاكر تباع على متن القوارب بسعرها المعتاد.`

function readingOf(lines: readonly string[]) {
  const outcome = readArticle({ bytes: new TextEncoder().encode(lines.join('\n')) })
  if (!outcome.ok) throw new Error(outcome.reason.kind)
  const { metadata } = outcome.value.article
  const credits = metadata.credits.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`))
  return {
    outlet: metadata.outlet?.value,
    byline: metadata.byline?.value,
    published: metadata.published?.value.local,
    credits,
  }
}

test.each([
  [
    'an outlet that watches others and is quoted in the story',
    [HEAD, 'الضفاف ـ رصد', STORY],
    { outlet: 'الضفاف', byline: undefined, credits: ['monitoring الضفاف'] },
  ],
  [
    'a place beside «متابعات» is no outlet',
    [HEAD, 'إسطنبول ـ متابعات', STORY],
    { outlet: undefined, byline: undefined, credits: ['monitoring'] },
  ],
  [
    'place and outlet under the story',
    [HEAD, STORY, 'عين الوادي - الضفاف'],
    { outlet: 'الضفاف', credits: ['outlet الضفاف'] },
  ],
  [
    'place and a name the story does not quote',
    [HEAD, STORY, 'عين الوادي - الساحل'],
    { outlet: undefined, credits: [] },
  ],
  [
    'how a paper presents itself at the foot',
    [HEAD, STORY, 'اقرأ أيضا: معرض الكتاب يمدد أيامه', 'جريدة الضفاف، يومية سياسية تصدر عن دار الوادي.'],
    { outlet: 'جريدة الضفاف' },
  ],
  ['«وكالات» names nobody', [HEAD, STORY, 'وكالات'], { credits: ['unnamed'] }],
  ['an agency by its head word', [HEAD, STORY, 'المصدر: وكالة نبأ'], { credits: ['agency وكالة نبأ'] }],
  [
    'a stamp keeps its city',
    [HEAD, 'نشر في: 07-04-2025 22:40 بتوقيت بيروت', STORY],
    { published: '2025-04-07T22:40:00+03:00' },
  ],
  ['and has no zone without one', [HEAD, 'نشر في: 07-04-2025 22:40', STORY], { published: '2025-04-07T22:40:00' }],
])('%s', (_name, lines, expected) => expect(readingOf(lines)).toMatchObject(expected))

test('a date that opens a sentence is no dateline', () => {
  const first =
    'وفي 11 أكتوبر (تشرين الأول) 2014، أعلنت هيئة ميناء المرفأ تشغيل خط عبارات ليلي بين الضفتين بسعر التذكرة المعتاد.'
  const outcome = readArticle({ bytes: new TextEncoder().encode(`${HEAD}\n${STORY}\n${first}`) })
  expect(outcome.ok && outcome.value.article.text.value).toContain(first)
})

test('a caption that the agency of the story signs is no body', () => {
  const caption = 'مبنى الهيئة في ضفة الميناء (نبأ)'
  const other = 'وفازت بالجائزة هند الشامي (الضفاف)'
  const [first = '', second = ''] = STORY.split('\n')
  const lines = [HEAD, 'الضفة - نبأ', first, caption, second, other, second]
  const outcome = readArticle({ bytes: new TextEncoder().encode(lines.join('\n')) })
  expect(outcome.ok && outcome.value.article.removals.find(({ text }) => text === caption)?.rule).toBe(
    'caption/picture',
  )
  expect(outcome.ok && outcome.value.article.removals.some(({ text }) => text === other)).toBe(false)
})
