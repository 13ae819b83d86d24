import { describe, expect, test } from 'vitest'
import { SHOWN_FROM } from '../src/confidence/confidence.js'
import { eventsIn, undraw } from './drawn.js'

/** What each record of a sentence is the background of, if anything. */
const backgrounds = (drawn: string): string[] =>
  eventsIn(undraw(drawn)).flatMap(({ reasons }) => reasons.filter((reason) => reason.startsWith('background.')))

describe('what stands behind the news', () => {
  test.each([
    ['standing', 'who holds a town', 'سقطت قذائف على {.GPE:بلدة النور} التي تسيطر عليها {.ORG:قوات الساحل}'],
    ['standing', 'under control', 'نزح السكان من الأحياء الواقعة تحت سيطرة {.ORG:جيش الساحل} إلى {.GPE:دمشق}'],
    ['standing', 'an occupied land', 'افتتحت مدرسة في {.LOC:هضبة النور} التي تحتلها {.GPE:جزيرة الساحل} منذ عام 1967'],
    ['standing', 'a position', 'زار الوفد {.PER:كريم الزاهد} الذي يعارض {.ORG:حزب الفجر}'],
    ['standing', 'against all of a kind', 'قال الأمين إن {.ORG:منظمة النور} تدين بقوة جميع أعمال العنف'],
    ['toll', 'a war is the subject', 'وأدت الحرب إلى مقتل أكثر من 350 ألف شخص'],
    ['toll', 'since a war began', 'قتل ستة آلاف شخص منذ بدء النزاع في {.GPE:جزيرة الساحل}'],
    ['toll', 'since the year began', 'قتل 340 شخصا برصاص {.ORG:جيش الساحل} منذ مطلع العام'],
    ['repeated', 'now and then', 'تهدد {.GPE:جزيرة الساحل} من وقت لآخر بضرب {.GPE:جزيرة النور}'],
    ['repeated', 'as a rule', 'تعتقل {.ORG:شرطة الساحل} {.PER:الناشطين} بانتظام'],
    [
      'sport',
      'a coach praises a player',
      'امتدح {.PER:كريم الزاهد} مدرب {.ORG:نادي الفجر} لاعبه {.PER:سالم البحيري} بعد المباراة في الدوري',
    ],
  ])('%s: %s', (kind, _name, drawn) => {
    expect(backgrounds(drawn)).toEqual([`background.${kind}`])
    expect(eventsIn(undraw(drawn)).every(({ confidence }) => confidence < SHOWN_FROM)).toBe(true)
  })

  test.each([
    ['who took a town', 'سيطرت {.ORG:قوات الساحل} على {.GPE:بلدة النور} فجر الأربعاء'],
    ['who took a town, in a relative clause', 'زار {.GPE:بلدة النور} التي سيطرت عليها {.ORG:قوات الساحل} أمس'],
    ['who holds a town since yesterday', 'تسيطر {.ORG:قوات الساحل} منذ أمس على {.GPE:بلدة النور}'],
    ['a town fell', 'سقطت {.GPE:بلدة النور} تحت سيطرة {.ORG:قوات الساحل}'],
    ['a refusal', 'رفض {.ORG:حزب الفجر} مقترح {.PER:كريم الزاهد}'],
    ['the dead of a blow', 'أسفر الهجوم عن مقتل خمسة جنود'],
    ['the dead since dawn', 'قتل 20 جنديا في معارك منذ فجر اليوم في {.GPE:جزيرة الساحل}'],
    ['the dead of one day', 'قتل ثلاثة آلاف شخص في هجمات على {.GPE:مدينة النور}'],
    ['once more', 'هددت {.GPE:جزيرة الساحل} اليوم مرة أخرى بضرب {.GPE:جزيرة النور}'],
    ['a minister at a match', 'انتقد وزير النقل {.PER:كريم الزاهد} {.GPE:دمشق}'],
  ])('and what is news: %s', (_name, drawn) => {
    expect(eventsIn(undraw(drawn)).length).toBeGreaterThan(0)
    expect(backgrounds(drawn)).toEqual([])
  })
})

test('what somebody does as a habit is no occurrence', () => {
  for (const drawn of [
    'كثيرا ما انتقد {.PER:كريم الزاهد} {.ORG:حزب الفجر}',
    'لطالما هددت {.GPE:جزيرة الساحل} {.GPE:جزيرة النور}',
    'دأبت {.ORG:حركة النور} على اتهام {.ORG:حزب الفجر} بالفساد',
  ])
    expect(eventsIn(undraw(drawn))).toEqual([])
})

test('a toll so far and a blow of the day are two records', () => {
  const told =
    'قتل {.ORG:جيش الساحل} خمسة أشخاص في {.GPE:دمشق} أمس. وقتل {.ORG:جيش الساحل} 340 شخصا في {.GPE:دمشق} منذ بداية العام'
  expect(eventsIn(undraw(told)).filter(({ type }) => type === 'ASSAULT').length).toBe(2)
})
