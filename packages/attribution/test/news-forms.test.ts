import { describe, expect, test } from 'vitest'
import { attributed, check } from './drawn.js'

describe('whom one speaks to', () => {
  test.each([
    ['a channel', '{cue:قال} {person:كريم الزاهد} ل{outlet:لعربية} إن {claim:الجسر أغلق}.'],
    ['a paper of two words', 'و{cue:أكد} {official:الوزير} ل{outlet:لعربي الجديد} أن {claim:الجسر أغلق}.'],
    [
      'in a talk with it',
      'و{cue:قال} {official:رئيس البلدية}، في اتصال هاتفي مع {outlet:العربي الجديد}، إن {claim:الجسر أغلق}.',
    ],
    [
      'not whom he may not speak to',
      '{cue:قال} {anonymous:ضابط} غير مخول بالتصريح لوسائل الإعلام إن {claim:الجسر أغلق}.',
    ],
    ['reporters are no speaker', 'لكن {official:الوزير} {cue:قال} للصحافيين إن {claim:الجسر أغلق}.'],
  ])('%s', (_name, drawn) => check(drawn))

  test('its link has the article back and the name of the catalog', () => {
    const [found] = attributed(['قال مسؤول للجزيرة إن الجسر أغلق.'])
    expect(found?.chain.map(({ kind, description }) => [kind, description])).toEqual([
      ['outlet', 'الجزيرة'],
      ['anonymous', 'مسؤول'],
    ])
  })
})

describe('papers that another clause tells of', () => {
  test.each([
    ['said in it', 'ونشرت {official:النقابة} {document:بيانا} {cue:قالت} فيه إن {claim:الإضراب مفتوح}.'],
    ['sent to somebody', 'ووجه {official:الوزير} {document:رسالة} إلى المجلس {cue:قال} فيها إن {claim:الجسر ضعيف}.'],
    ['denied in it', 'وأصدر {official:الحزب} {document:بيانا} {cue:نفى} فيه {claim:صحة الأنباء}.'],
    ['who made a picture', '{cue:أظهر} {document:مقطع مصور} نشره ناشطون {claim:جنودا يعبرون الجسر}.'],
    ['talks a paper printed', 'ونشرت {outlet:الصحيفة} تصريحات ل{official:لوزير} {cue:قال} فيها إنه {claim:لن يستقيل}.'],
  ])('%s', (_name, drawn) => check(drawn))

  test('who issued it is its entity', () => {
    const [found] = attributed(['أصدرت وزارة النقل بيانا جاء فيه أن الجسر أغلق.'])
    expect(found?.chain.map(({ kind, entity }) => [kind, entity !== undefined])).toEqual([['document', true]])
  })

  test('who acts at the head of the sentence says what follows', () =>
    check('وبحث {official:الوزيران} ملف المياه، و{cue:أكدا} {claim:رفضهما للتصعيد}.'))
})

describe('what nobody known says', () => {
  test.each([
    ['it goes about', 'ترددت {anonymous:أنباء} عن {claim:استقالة المدير}.'.replace('{anonymous:أنباء}', '{cue:أنباء}')],
    ['amid reports', 'غادر الوفد المدينة وسط {cue:تقارير} عن {claim:خلافات بين أعضائه}.'],
  ])('%s', (_name, drawn) => {
    const [found] = attributed([drawn])
    expect([found?.stance, found?.hedge, found?.chain.map(({ kind }) => kind)]).toEqual([
      'reports',
      'hearsay',
      ['anonymous'],
    ])
    const claim = /\{claim:([^}]*)\}/.exec(drawn)?.[1]
    expect(found?.claims.map(({ start, end }) => drawn.replace(/\{\w+:|\}/g, '').slice(start, end))).toEqual([claim])
  })

  test('an agency that has it from witnesses', () =>
    check('{claim:أغلق الجسر}، بحسب ما {cue:نقلته} {agency:وكالة المدار} عن {anonymous:شهود عيان}.'))
})

describe('what is answered', () => {
  test('a denial takes up the claim before it', () =>
    check(
      '{cue:قال} {official:الجيش} إن {claim:الجسر أغلق ليلا}، الأمر الذي نفته البلدية.',
      'قال الجيش إن {claim:الجسر أغلق ليلا}، الأمر الذي {cue:نفته} {official:البلدية}.',
    ))

  test('another side accuses', () =>
    check(
      '{cue:تقول} {official:السلطات} إن {claim:الحريق عرضي}، لكن المعارضة تتهم الحكومة بالإهمال.',
      'تقول السلطات إن الحريق عرضي، لكن {official:المعارضة} {cue:تتهم} الحكومة ب{claim:الإهمال}.',
    ))

  test('residents say otherwise', () =>
    check(
      'و{cue:قال} {official:الجيش} إنه {claim:فتح الطريق}، لكن سكانا محليين قالوا إنه مغلق.',
      'وقال الجيش إنه فتح الطريق، لكن {anonymous:سكانا محليين} {cue:قالوا} إنه {claim:مغلق}.',
    ))
})

test.each([
  ['in answer to a question', 'وردا على سؤال عن الجسر، {cue:قال} {official:الوزير}: «{claim:سيفتح في الربيع}».'],
  ['a name that nobody knows behind a quotation', '«{claim:كنا نائمين حين اهتز البيت}»، {cue:يقول} {person:راكان}.'],
  ['past a meeting', 'و{cue:أكد} {official:الوزير} خلال لقائه نظيره الغابري {claim:حرص بلاده على الحوار}.'],
  ['a head with «general»', 'و{cue:عبر} {official:الأمين العام} عن {claim:أمله في الحوار}.'],
  ['an office before a body', 'و{cue:اتهم} {official:رئيس الوزراء} المعارضة ب{claim:الكذب}.'],
])('%s', (_name, drawn) => check(drawn))

test.each([
  'وتدعى القرية عين الغابر.',
  'ونفذت القوات حملة في القرية، وردا على ذلك أغلق الأهالي الطريق.',
])('nobody is credited in «%s»', (text) => expect(attributed([text])).toEqual([]))
