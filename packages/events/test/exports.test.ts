import { textOf } from '@isnad/text'
import { findTimes } from '@isnad/time'
import { describe, expect, test } from 'vitest'
import { quadClass, toCameo } from '../src/export/codes.js'
import { describeEvent } from '../src/export/describe-event.js'
import { type ExportedArticle, GDELT_COLUMNS, toGdelt, toPlover } from '../src/export/plover.js'
import { type Drawn, eventsIn, undraw } from './drawn.js'

const articleOf = (drawn: Drawn): ExportedArticle => ({
  id: 'story-1',
  url: 'https://news.example/1',
  outlet: 'صحيفة المثال',
  published: '2031-04-10',
  text: textOf('article', drawn.text),
  entities: drawn.entities,
  attributions: [],
  times: findTimes(drawn.text, {}),
})

const only = (sentence: string) => {
  const drawn = undraw(sentence)
  const [event] = eventsIn(drawn)
  if (event === undefined) throw new Error(`no event in ${drawn.text}`)
  return { event, article: articleOf(drawn) }
}

describe('PLOVER', () => {
  test('a planned meeting is an agreement to meet', () => {
    const { event, article } = only('سيلتقي {.PER:كريم الزاهد} السفير {.PER:سالم البحيري}')
    expect(event.type).toBe('CONSULT')
    expect(toPlover(event, article)).toMatchObject({ event_type: 'AGREE', context: ['future'] })
  })

  test('sides, place and the words behind it', () => {
    const { event, article } = only('قصف {.ORG:جيش الساحل} {.FAC:سجن النور} يوم 3 مارس 2031')
    expect(toPlover(event, article)).toMatchObject({
      event_type: 'ASSAULT',
      actor: [{ name: 'جيش الساحل' }],
      recipient: [{ name: 'سجن النور' }],
      date: '2031-03-03',
      event_text: 'قصف جيش الساحل سجن النور',
    })
  })
})

test.each([
  ['التقى {.PER:كريم الزاهد} السفير {.PER:سالم البحيري}', '04', 1],
  ['سيلتقي {.PER:كريم الزاهد} السفير {.PER:سالم البحيري}', '03', 1],
  ['اعتقلت {.ORG:شرطة الساحل} {.PER:كريم الزاهد}', '17', 4],
  ['اشتبكت {.ORG:قوات الساحل} مع {.ORG:حركة النور}', '19', 4],
  ['اتهم {.PER:كريم الزاهد} {.ORG:حزب الفجر} بالفساد', '11', 3],
] as const)('CAMEO root of «%s» is %s', (sentence, root, quad) => {
  const code = toCameo(only(sentence).event)
  expect([code, quadClass(code)]).toEqual([root, quad])
})

test('a GDELT-like row has a field for every column; what is denied has no row', () => {
  const { event, article } = only('اعتقلت {.ORG:شرطة الساحل} {.PER:كريم الزاهد}')
  const rows = toGdelt(event, article)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.split('\t')).toHaveLength(GDELT_COLUMNS.length)
  const denied = only('لم يزر {.PER:كريم الزاهد} {.GPE:دمشق}')
  expect(toGdelt(denied.event, denied.article)).toEqual([])
})

test.each([
  [
    'التقى {.PER:كريم الزاهد} السفير {.PER:سالم البحيري} في {.GPE:عمان}',
    'لقاء بين كريم الزاهد وسالم البحيري في عمان — بلسان صحيفة المثال، والوقت غير مذكور',
    'كريم الزاهد met سالم البحيري in عمان — told by صحيفة المثال itself, time not given',
  ],
  [
    'اعتقلت {.ORG:شرطة الساحل} {.PER:كريم الزاهد} يوم 3 مارس 2031',
    'اعتقال كريم الزاهد من قبل شرطة الساحل — بلسان صحيفة المثال، 3 مارس 2031 (2031-03-03)',
    'شرطة الساحل arrested كريم الزاهد — told by صحيفة المثال itself, 2031-03-03',
  ],
])('a record in words: %s', (sentence, ar, en) => {
  const { event, article } = only(sentence)
  expect([describeEvent(event, article, 'ar'), describeEvent(event, article, 'en')]).toEqual([ar, en])
})
