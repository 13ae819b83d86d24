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

  test('not the region that one is sent to', () => {
    const [found] = attributed(['قال المبعوث الأممي للشرق الأوسط إن الهدنة صامدة.'])
    expect(found?.chain.map(({ kind }) => kind)).toEqual(['official'])
  })

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

test('what an outlet passes on behind its own report', () => {
  const kinds = attributed(['ذكرت وكالة المدار أن الجسر أغلق. ونقلت عن مصدر أمني أن الطريق مفتوح.']).map(({ chain }) =>
    chain.map(({ kind }) => kind),
  )
  expect(kinds).toEqual([['agency'], ['agency', 'anonymous']])
})

test('news that go about vouch for nothing', () => {
  const [found] = attributed(['وتحدثت أنباء عن سقوط قتلى.'])
  expect([found?.stance, found?.hedge]).toEqual(['reports', 'hearsay'])
})

describe('what is answered', () => {
  test('a denial takes up the claim before it', () =>
    check(
      '{cue:قال} {official:الجيش} إن {claim:الجسر أغلق ليلا}، الأمر الذي نفته البلدية.',
      'قال الجيش إن {claim:الجسر أغلق ليلا}، الأمر الذي {cue:نفته} {official:البلدية}.',
    ))

  test('without a claim before it, the last clause', () =>
    check('وفي الغابر، {claim:قصفت الطائرات مستشفى القرية}، وهو ما {cue:نفته} {official:القوات الجوية}.'))

  test('another side accuses', () =>
    check(
      '{cue:تقول} {official:السلطات} إن {claim:الحريق عرضي}، لكن المعارضة تتهم الحكومة بالإهمال.',
      'تقول السلطات إن الحريق عرضي، لكن {official:المعارضة} {cue:تتهم} الحكومة ب{claim:الإهمال}.',
    ))

  test('the accused denies', () =>
    check(
      'و{cue:تتهم} {official:النقابة} الشركة ب{claim:الإهمال}، لكن الشركة تنفي ذلك.',
      'وتتهم النقابة الشركة بالإهمال، لكن {official:الشركة} {cue:تنفي} {claim:ذلك}.',
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
  ['who he is, between commas', 'و{cue:أكد} {person:سالم البحيري}، رئيس القسم في المستشفى، {claim:وصول عشرة جرحى}.'],
  ['one who will not be named', 'و{cue:قال} {anonymous:وزير سابق} طلب عدم ذكر اسمه إن {claim:القرار متسرع}.'],
  ['what a report says besides', 'وأوصى {document:التقرير} بإغلاق المصنع، {cue:مشيرا} إلى أن {claim:الهواء ملوث}.'],
  ['a woman who wrote, saying', 'وغردت {official:الوزيرة السابقة} {cue:قائلة} إن {claim:القرار متسرع}.'],
  ['his counterpart', 'فيما {cue:أعرب} {official:نظيره الغابري} عن {claim:تفاؤله}.'],
  ['a mother by her son’s name', 'و{cue:تروي} {person:أم ناجي} أن {claim:ابنها خرج ولم يعد}.'],
  ['past a witness’s name', 'و{cue:قال} {anonymous:شاهد عيان} يدعى ناجي إن {claim:الجسر اهتز}.'],
  ['what he does, behind what was said', '«{claim:هذه ليست حربنا}»، {cue:قال} {official:الوزير} وهو يغادر القاعة.'],
  ['the speaker behind «that»', 'و{cue:أكد} {claim:ذلك} {anonymous:مصدر في البلدية} طلب عدم ذكر اسمه.'],
  ['any at all, doubted', 'و{cue:استبعد} {official:قائد الجيش} {claim:أي حل عسكري}.'],
  [
    'where one’s opinion goes',
    'و{cue:يذهب} {anonymous:المحلل} إلى أن {claim:الأزمة ستطول}.'.replace('anonymous', 'official'),
  ],
  ['during a conference', 'وعقد الوزيران مؤتمرا، {cue:أكد} خلاله {official:الوزير الغابري} أن {claim:الاتفاق جاهز}.'],
  ['not the paper it was said in', 'و{cue:تبنى} {official:التنظيم} {claim:الهجوم} في {document:بيان} نشر أمس.'],
  ['results and what they show', '{cue:أظهرت} {document:نتائج أولية} {claim:فوز الحزب الحاكم}.'],
  ['an office before a body', 'و{cue:اتهم} {official:رئيس الوزراء} المعارضة ب{claim:الكذب}.'],
])('%s', (_name, drawn) => check(drawn))

test.each([
  'وتدعى القرية عين الغابر.',
  'ونفذت القوات حملة في القرية، وردا على ذلك أغلق الأهالي الطريق.',
])('nobody is credited in «%s»', (text) => expect(attributed([text])).toEqual([]))
