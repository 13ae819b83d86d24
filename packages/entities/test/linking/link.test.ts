import { describe, expect, test } from 'vitest'
import { draw, entitiesIn, strip } from '../drawn.js'

const numbered = (drawn: string): string => {
  const text = strip(drawn)
  return draw(text, entitiesIn(text), { numbered: true })
}

describe('one thing under several names', () => {
  test.each([
    [
      'a full name, then the family name, another spelling of it',
      'التقى {PER1:كريم قاآني} الوفد. وقال {PER1:قآني} إنه عائد',
    ],
    ['two men of one family name are two', 'التقى {PER1:سالم البحيري} شقيقه {PER2:كريم البحيري} في {GPE3:البصرة}'],
    [
      'a compound in one word or two',
      'قال {PER1:عبد الرحمن الفهداوي} إنه عائد. وأضاف {PER1:عبدالرحمن الفهداوي} أن الطريق مفتوح. وعاد {PER1:الفهداوي}',
    ],
    [
      'a given name with other letters',
      'أكد {PER1:غريغوري سميثسون} الخبر. وقال {PER1:جريجوري سميثسون} إنه عائد. وعاد {PER1:سميثسون}',
    ],
    [
      'husband and wife, by the verb',
      'تحدثت وزيرة الصحة {PER1:ليلى الحسني} مع زوجها {PER2:فؤاد الحسني}. وقالت {PER1:الحسني} إنها باقية. وأضاف {PER2:الحسني} أنه باق',
    ],
    ['a body and its short name', 'أعلنت {ORG1:وزارة الخارجية الأميركية} موقفها. وكتبت {ORG~1:الوزارة} لاحقا'],
    ['a second name in brackets', 'قالت {ORG1:هيئة الإذاعة البريطانية} ({ORG1:بي بي سي}) إن الوفد عاد'],
    [
      'letters in brackets, and alone later',
      'قالت {ORG1:شركة مرجان للطاقة} ({ORG1:MTEC}) إن الأرباح تراجعت. وباعت {ORG1:MTEC} أسهمها',
    ],
    [
      'a word that is nothing else in brackets, and alone later',
      'أعلنت {ORG1:وكالة الفضاء الأوروبية} ({ORG1:إيسافو}) عن الرحلة. وقالت {ORG1:إيسافو} إن الموعد قريب',
    ],
    ['an outlet behind the place that it writes from', 'وصل إلى {GPE1:العراق} (CNN) وفد. وحصلت CNN على الخبر'],
    ['in brackets is told where a body lies', 'اجتمعت {ORG1:جمعية القضاة الليبيين} (غرب) أمس'],
    ['by nisba and by country', 'تقدم {ORG1:الجيش السوري} شرقا، وانسحب {ORG1:جيش {GPE2:سوريا}} غربا'],
    [
      'a country, its capital and its government are three',
      'رفضت {GPE1:بغداد} الطلب، وقالت {ORG2:الحكومة العراقية} إن {GPE3:العراق} باق',
    ],
    [
      'an office, then the man',
      'قال رئيس الوزراء الأسترالي، {PER1:سالم الزاهد}، إنه عائد. وتابع {PER~1:رئيس الوزراء} حديثه',
    ],
    ['an office that the catalog dates', 'وصل {PER1:إيمانويل ماكرون} مساء. وقال {PER~1:الرئيس الفرنسي} إن بلاده باقية'],
    ['the kingdom', 'زار الوفد {GPE1:المملكة العربية السعودية}. وقال إن {GPE1:المملكة} كبيرة'],
  ])('%s', (_name, drawn) => expect(numbered(drawn)).toBe(drawn))

  test('the office of another country is another man', () => {
    const text = 'قال رئيس الوزراء الأسترالي، سالم الزاهد، إنه عائد. وغادر رئيس الوزراء الإسرائيلي مساء'
    const [first] = entitiesIn(text).filter(({ type, unnamed }) => type === 'PER' && unnamed !== true)
    expect(first?.mentions).toHaveLength(1)
  })

  test('the man is no part of the body that bears his name', () => {
    const entities = entitiesIn('قصف نظام الأسد البلدة. وقال الأسد إنه باق')
    const man = entities.find(({ type }) => type === 'PER')
    const regime = entities.find(({ nameAr }) => nameAr === 'نظام الأسد')
    expect(man?.mentions).toHaveLength(2)
    expect(regime?.type).toBe('ORG')
    expect(regime?.mentions).toHaveLength(1)
  })
})

describe('names and the catalog', () => {
  test('a player is no minister of the same name', () => {
    const [man] = entitiesIn('وصل إيمانويل ماكرون إلى باريس').filter(({ type }) => type === 'PER')
    const [player] = entitiesIn('سجل مدافع الفريق إيمانويل ماكرون هدفا').filter(({ type }) => type === 'PER')
    expect(man?.catalogId).toBe('person.emmanuel-macron')
    expect(player?.catalogId).toBeUndefined()
  })

  test('the article that «لل» swallowed is given back', () => {
    const [iraq] = entitiesIn('قدم الوفد شكره للعراق').filter(({ type }) => type === 'GPE')
    expect(iraq).toMatchObject({ nameAr: 'العراق', nameEn: 'Iraq', catalogId: 'country.iq' })
  })

  test('a name that the catalog gives to one man only', () => {
    const [man] = entitiesIn('التقى مصطفى الكاظمي الوفد في بغداد').filter(({ type }) => type === 'PER')
    expect(man).toMatchObject({ catalogId: 'person.mustafa-al-kadhimi', nameEn: 'Mustafa al-Kadhimi' })
    expect(man?.candidates[0]?.reasons).toContain('name.exact')
    expect(man?.candidates[0]?.reasons).toContain('country.mentioned')
  })

  test('who is in office that day is likelier', () => {
    const text = 'التقى رئيس الوزراء العراقي مصطفى الكاظمي الوفد'
    const score = (published: string): number =>
      entitiesIn(text, { published }).find(({ type }) => type === 'PER')?.candidates[0]?.score ?? 0
    expect(score('2021-03-01')).toBeGreaterThan(score('2015-03-01'))
  })

  test('a name of a town and its governorate means the town, unless the article says otherwise', () => {
    const aleppo = (text: string) => entitiesIn(text).find(({ nameAr }) => nameAr === 'حلب')
    expect(aleppo('وصل الوفد إلى حلب مساء')?.catalogId).toBe('place.sy.city.aleppo')
    expect(aleppo('وصل الوفد إلى محافظة حلب مساء')?.catalogId).toBe('place.sy.gov.aleppo')
    expect(aleppo('وصل الوفد إلى مدينة حلب مساء')?.catalogId).toBe('place.sy.city.aleppo')
  })

  test('a man whom nobody knows has no candidates and a Latin name', () => {
    const man = entitiesIn('قال العميد سالم الزاهد إن الطريق مفتوح').find(({ type }) => type === 'PER')
    expect(man?.candidates).toEqual([])
    expect(man?.nameEn).toMatch(/^Salem |^Salim /)
  })

  test('entities are numbered as they come', () => {
    const entities = entitiesIn('غادر سالم البحيري بغداد إلى طهران')
    expect(entities.map(({ id }) => id)).toEqual(entities.map((_, i) => `e${i + 1}`))
    const starts = entities.map(({ mentions }) => mentions[0]?.start ?? 0)
    expect([...starts].sort((a, b) => a - b)).toEqual(starts)
  })
})
