import { describe, expect, test } from 'vitest'
import { eventsIn, undraw } from './drawn.js'

/** How many tellings each record of a type has. */
const tellings = (drawn: string, type: string): number[] =>
  eventsIn(undraw(drawn))
    .filter((event) => event.type === type)
    .map(({ evidence }) => evidence.length)

describe('two tellings are two records', () => {
  test.each([
    [
      'on two days, one of them only beside the deed',
      'ASSAULT',
      'قصف {.ORG:جيش الساحل} {.ORG:حركة النور} قرب مقر وزارة في {.GPE:دمشق} يوم 15 يوليو 2018. وكان {.ORG:جيش الساحل} قصف {.ORG:حركة النور} في 11 يونيو 2018',
    ],
    [
      'in two months',
      'ASSAULT',
      'هاجمت {.ORG:حركة النور} {.FAC:سجن الساحل} في مايو 2018. ثم هاجمت {.ORG:حركة النور} {.FAC:سجن الساحل} في يونيو 2018',
    ],
    [
      'an older attack that has a day and no target',
      'ASSAULT',
      'صد {.ORG:جيش الساحل} هجوما ل{.ORG:حركة النور} على {.FAC:سجن الساحل}. ويعود آخر هجوم كبير ل{.ORG:حركة النور} إلى مايو 2018',
    ],
    [
      'seizures of which only one tells what was seized',
      'COERCE',
      'استولت {.ORG:حركة النور} على مثلث الوادي. ثم استولت {.ORG:حركة النور} على {.FAC:ميناء النور}',
    ],
    [
      'two calls by one party that share no word',
      'REQUEST',
      'دعا {.ORG:حزب الفجر} أنصاره إلى الاقتراع بكثافة. وطالب {.ORG:حزب الفجر} {.ORG:وزارة النقل} بتمديد المهلة يومين',
    ],
    [
      'two promises',
      'AGREE',
      'تعهد {.PER:كريم الزاهد} بتوحيد البلاد سريعا. وتعهد {.PER:كريم الزاهد} بخفض الضرائب والرسوم',
    ],
    [
      'several attacks and one of them',
      'ASSAULT',
      'شنت {.ORG:حركة النور} سلسلة هجمات على {.GPE:جزيرة الساحل}. وشنت {.ORG:حركة النور} هجوما الجمعة على {.FAC:سجن الساحل} في {.GPE:جزيرة الساحل}',
    ],
    [
      'a closure and a siege',
      'COERCE',
      'أغلقت {.GPE:جزيرة الساحل} {.FAC:معبر النور} أمس. وحاصرت {.GPE:جزيرة الساحل} {.FAC:سجن الوادي}',
    ],
    [
      'in another case',
      'ASSAULT',
      'هاجمت {.ORG:حركة النور} {.FAC:سجن الساحل}. وفي حادث منفصل هاجمت {.ORG:حركة النور} {.FAC:سجن الساحل} ليلا',
    ],
  ])('%s', (_name, type, drawn) => {
    expect(tellings(drawn, type)).toEqual([1, 1])
  })
})

describe('two tellings are one record', () => {
  test.each([
    [
      'a call told again',
      'REQUEST',
      'طالب {.ORG:حزب الفجر} {.ORG:وزارة النقل} بتمديد المهلة يومين. وطالب {.ORG:حزب الفجر} {.ORG:وزارة النقل} بتمديد المهلة قبل السبت',
    ],
    [
      'a noun that points back at what was said',
      'REJECT',
      'رفضت {.ORG:حركة النور} مقترح الهدنة الجديد. وجاء رفض {.ORG:حركة النور} بعد مشاورات طويلة',
    ],
  ])('%s', (_name, type, drawn) => {
    expect(tellings(drawn, type)).toEqual([2])
  })
})

describe('meetings of the same two', () => {
  const MET =
    'التقى {.PER:كريم الزاهد} {.PER:سالم البحيري} في {.GPE:دمشق}. وكان {.PER:كريم الزاهد} التقى {.PER:سالم البحيري} في {.GPE:الساحل}'
  test.each([
    ['in two cities of a country', 'place.sy.city.damascus', 'place.sy.city.aleppo', 2],
    ['in two countries', 'place.sy.city.damascus', 'country.jo', 2],
    ['in a city and in its country', 'place.sy.city.damascus', 'country.sy', 1],
    ['in a capital and in its country', 'country.cn.capital', 'country.cn', 1],
    ['in a city and a governorate that it may lie in', 'place.sy.city.damascus', 'place.sy.gov.rif-dimashq', 1],
    ['in a city and in an area of nobody knows which country', 'place.sy.city.damascus', 'place.x.area.plateau', 1],
    ['in a city and who knows where', 'place.sy.city.damascus', undefined, 1],
  ])('%s', (_name, one, other, records) => {
    const drawn = undraw(MET)
    const ids = new Map([
      ['دمشق', one],
      ['الساحل', other],
    ])
    const entities = drawn.entities.map((entity) => ({ ...entity, catalogId: ids.get(entity.nameAr) }))
    expect(eventsIn({ ...drawn, entities })).toHaveLength(records)
  })
})

describe('two tellings are one record', () => {
  test.each([
    [
      'where one has no day',
      'ASSAULT',
      'قصف {.ORG:جيش الساحل} {.ORG:حركة النور} في 11 يونيو 2018. وقال شهود إن {.ORG:جيش الساحل} قصف {.ORG:حركة النور} مرتين',
    ],
    [
      'where one leaves out whom it befell, and neither has a day',
      'ASSAULT',
      'هاجمت {.ORG:حركة النور} {.FAC:سجن الساحل}. وقال شهود إن {.ORG:حركة النور} هاجمت {.FAC:سجن الساحل} فجرا',
    ],
    [
      'behind a passage on another case',
      'ASSAULT',
      'هاجمت {.ORG:حركة النور} {.FAC:سجن الساحل}. أما القضية الثانية فمختلفة. وينتظر السكان. ويقول شهود إن {.ORG:حركة النور} هاجمت {.FAC:سجن الساحل} ليلا',
    ],
    [
      'of one seizure',
      'COERCE',
      'استولت {.ORG:حركة النور} على {.FAC:ميناء النور}. وقال شهود إن {.ORG:حركة النور} استولت على {.FAC:ميناء النور} بسرعة',
    ],
  ])('%s', (_name, type, drawn) => {
    expect(tellings(drawn, type)).toEqual([2])
  })
})

describe('what recalls an occurrence is no evidence of it', () => {
  test.each([
    [
      'a noun with a pronoun before those who did it are named',
      'اشتدت هجماتها أمس. وقال السكان إن هجمات {.ORG:حركة النور} على {.FAC:سجن الساحل} لم تتوقف',
      'ASSAULT',
      ['هجمات حركة النور على سجن الساحل'],
    ],
    [
      'a noun that points back',
      'زار {.PER:كريم الزاهد} {.GPE:دمشق} أمس. ولم تكن الزيارة معلنة',
      'CONSULT',
      ['زار كريم الزاهد'],
    ],
  ])('%s', (_name, drawn, type, expected) => {
    const sentence = undraw(drawn)
    const [event] = eventsIn(sentence).filter((one) => one.type === type)
    expect(event?.evidence.map(({ start, end }) => sentence.text.slice(start, end))).toEqual(expected)
  })
})
