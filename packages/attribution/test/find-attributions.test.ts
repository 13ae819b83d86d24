import { type AttributionContext, findAttributions } from '@isnad/attribution'
import { EntityRegister, findEntities } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { describe, expect, test } from 'vitest'
import { attributed, check } from './drawn.js'
import { peopleIn, strip } from './marked.js'

describe('who says what', () => {
  test.each([
    ['speaker behind the verb', '{cue:قال} {official:وزير النقل} إن {claim:الجسر سيفتح غدا}.'],
    ['a name in apposition', 'و{cue:قال} المتحدث باسم الوزارة، {person:سالم البحيري}، إن {claim:الطريق مفتوح}.'],
    ['the subject before its verb', 'لكن {anonymous:مصدرا أمنيا} {cue:قال} إن {claim:الطريق مغلق}.'],
    ['the antecedent of a relative', 'وصل {person:كريم الزاهد} الذي {cue:أكد} أن {claim:الهدنة صامدة}.'],
    ['a noun for a claim', '{cue:أعلن} {person:كريم الزاهد} {claim:وفاة شقيقه}.'],
    ['a claim behind its preposition', 'و{cue:أعرب} {person:كريم الزاهد} عن {claim:قلقه من التصعيد}.'],
    ['what is feared', 'و{cue:حذر} {official:مدير السد} من {claim:فيضان وشيك}.'],
    [
      'what somebody is accused of',
      '{cue:اتهمت} {official:الوزارة} {official:}'.replace(' {official:}', ' المسلحين ب{claim:زرع الألغام}.'),
    ],
    ['a colon', '{cue:قال} {person:سالم البحيري}: {claim:لن نتراجع عن القرار}.'],
    ['neither أن nor marks', 'و{cue:أوضح} {person:سالم البحيري} هاتفيا، {claim:قتل عشرة أشخاص في الحادث}.'],
    ['several under a word of number', 'و{cue:أعلنت} {official:عدة نقابات} أن {claim:الإضراب مفتوح}.'],
    ['a plural before its genitive', 'و{cue:أفاد} {official:مستشارو القصر} بأن {claim:اللقاء تأجل}.'],
    ['why, not who', 'لهذا {cue:حذر} {person:كريم الزاهد} من {claim:عودة القتال}.'],
    [
      'the subject of a clause behind a comma',
      'اجتمعت الوفود في المدينة، و{official:الوزارة} {cue:قالت} إن {claim:القرار نهائي}.',
    ],
    [
      'what others told, denied',
      'و{cue:نفت} {official:الوزارة} {claim:ما نشرته صحيفة عن لقاء جمع الوزير بنائب معارض}.',
    ],
    [
      'where the speaker sits, before what is denied',
      '{cue:نفى} {person:سالم البحيري} في الوزارة {claim:ما نشرته صحيفة عن لقاء جمع الوزير بنائب معارض}.',
    ],
    ['a deed behind «أفاد»', '{cue:أفادت} {official:الشرطة} ب{claim:مقتل حارسين في الميناء}.'],
    ['denied of any kind', 'و{cue:نفى} {official:الحزب} {claim:أي صلة له بالحريق}.'],
    ['so he said', '«{claim:لن نغادر بيوتنا}»، هكذا {cue:قال} {anonymous:أحد السكان}.'],
    ['accused behind a plural in ن', '{cue:اتهم} {anonymous:ناشطون} القوات ب{claim:حرق السوق}.'],
    ['accused behind an office', 'و{cue:اتهم} {official:الرئيس} المعارضة ب{claim:الكذب}.'],
    ['past the one spoken to', 'و{cue:أكد} {official:الوزير} لنظيره الغابري {claim:حرص بلاده على الحوار}.'],
    ['a channel spoken to', 'و{cue:أكدت} {anonymous:مصادر خاصة} ل{outlet:لجزيرة} أن {claim:الجسر أغلق}.'],
    [
      'past where it was published',
      'و{cue:أكدت} {official:الوزارة}، في {document:بيان} نشر على موقعها، {claim:استمرار العمل بالقرار}.',
    ],
    ['its own object before «عن»', '{cue:أعلن} {official:الحزب} {claim:مسؤوليته عن الهجوم}.'],
    [
      'how he spoke, in a parenthesis',
      'و{cue:قال} {anonymous:أحد القادة}، رافضا الكشف عن اسمه، إن {claim:الاتفاق تعثر}.',
    ],
    ['an object behind an adjective', '{cue:أعلن} {official:متحدث عسكري} {claim:السيطرة على البلدة}.'],
    ['at a press conference', 'و{cue:أعلن} {official:وزير النقل} في مؤتمر صحفي {claim:إغلاق الجسر}.'],
    ['past a parenthesis on where it is from', '{cue:أعلن} {official:الرئيس}، وفق بيان للقصر، {claim:حالة الطوارئ}.'],
    ['what was said before, denied', 'لكن {official:الشركة} {cue:نفت} {claim:ذلك}.'],
    ['where several officials sit', 'و{cue:قال} {anonymous:مسؤولون بوزارة النقل} إن {claim:الجسر أغلق}.'],
    ['an object behind a dual', 'و{cue:اتهم} {anonymous:ناشطان} القوات ب{claim:حرق السوق}.'],
    ['economists of some kind', 'لكن {anonymous:محللين اقتصاديين} {cue:قالوا} إن {claim:الجسر ضعيف}.'],
    ['what answers «as for»', 'أما {official:وزير النقل} ف{cue:قال} إن {claim:الجسر أغلق}.'],
    ['the first of «each of»', 'و{cue:أعلنت} كل من {official:البلدية} والشرطة أن {claim:الجسر أغلق}.'],
    ['an opening «as … told, so»', 'وكما {cue:ذكر} {official:مدير الميناء}، فإن {claim:القافلة وصلت}.'],
    ['what was arrived at', 'و{cue:توصلت} {document:الدراسة} إلى أن {claim:الجسر ضعيف}.'],
    ['a relative with her name', 'و{cue:قالت} شقيقته {person:زهرة آدم} إن {claim:الأسرة تنتظر}.'],
    [
      'a verb before the pronoun of its object',
      '{claim:وصلت القافلة ليلا}، بحسب ما {cue:أكده} {official:مدير الميناء}.',
    ],
  ])('%s', (_name, drawn) => check(drawn))
})

describe('how far a claim reaches', () => {
  test.each([
    ['to the closing mark', '{cue:قال} {official:الوزير} «{claim:نحن مستعدون لكل شيء}» قبل أن يغادر المكان.'],
    ['past a short quotation', '{cue:قال} {official:الوزير} إنه «{claim:سعيد للغاية» للسفر إلى الجزيرة}.'],
    [
      'on behind a cue that interrupts',
      '{claim:عائلة المفقود}، {cue:بحسب} {anonymous:أحد الناشطين}، {claim:هي آخر من غادر القرية}.',
    ],
    ['reversed marks', '{cue:قالت} {anonymous:مصادر} إن ”{claim:الوفد وصل إلى المدينة}“.'],
    ['marks of two families', '{cue:قال} {official:الوزير} "{claim:نحن مستعدون لكل شيء}”.'],
    ['over paragraphs', '{cue:قال} {official:الوزير} إن «{claim:الطريق طويل.\nوالعمل كثير} ».'],
    ['not to the reporter’s aside', '{cue:قال} {official:الوزير} إن {claim:العمل انتهى}، وذلك في حديث إذاعي.'],
  ])('%s', (_name, drawn) => check(drawn))

  test('a participle begins a claim of its own', () =>
    check(
      '{cue:قال} {official:الوزير} إن {claim:الطريق مفتوح}، مضيفا أن العمل مستمر.',
      'قال {official:الوزير} إن الطريق مفتوح، {cue:مضيفا} أن {claim:العمل مستمر}.',
    ))

  test('a clause that stands aside ends where the main clause speaks', () =>
    check(
      'وبينما {cue:أفادت} {anonymous:مصادر} بأن {claim:الجسر أغلق}، حذر الوزير من التسرع.',
      'وبينما أفادت مصادر بأن الجسر أغلق، {cue:حذر} {official:الوزير} من {claim:التسرع}.',
    ))

  test('what was denied before is all of its claim', () =>
    check(
      'و{cue:تنفي} {official:الحكومة} {claim:ذلك} وتؤكد أن الجسر سليم.',
      'وتنفي {official:الحكومة} ذلك و{cue:تؤكد} أن {claim:الجسر سليم}.',
    ))

  test('a claim that the cue interrupts has two spans', () =>
    check('{claim:الاستقالة تلتها أيضا}، {cue:بحسب} {anonymous:مصادر حكومية}، {claim:استقالة المدير العام}.'))

  test('a postposed cue takes the quotation right before it', () =>
    check('زار الوفد موقعا يضم "{claim:قادة كبارا من خمس دول}" {cue:بحسب} {official:المتحدث باسم الجيش}.'))

  test('media frame the whole sentence, its speaker included', () =>
    check(
      '{cue:قال} {person:سالم البحيري} إن {claim:الطريق مفتوح}، بحسب {agency:وكالة المدار}.',
      '{claim:قال سالم البحيري إن الطريق مفتوح}، {cue:بحسب} {agency:وكالة المدار}.',
    ))
})

describe('chains', () => {
  test.each([
    ['the outlet spoken to', '{cue:قال} {anonymous:مسؤول} ل{agency:وكالة المدار} إن {claim:الجسر أغلق}.'],
    [
      'spoken to, before the verb',
      'وفي تصريح ل{agency:وكالة المدار}، {cue:قالت} {person:زهرة آدم} «{claim:هذه أهم لحظة}».',
    ],
    ['the statement spoken in', '{cue:قالت} {official:الوزارة} في {document:بيان} إن {claim:الجسر أغلق}.'],
    ['a document speaks', 'و{cue:جاء} في {document:بيان الوزارة} أن {claim:الجسر أغلق}.'],
    ['a post', '{cue:قال} {person:سالم البحيري} في {social:تغريدة} إن {claim:الجسر أغلق}.'],
    ['a relay', 'و{cue:نقلت} {agency:وكالة المدار} عن {person:سالم البحيري} قوله إن {claim:الجسر أغلق}.'],
    ['a relay of who knows whom', '{cue:نقل} عن {official:الوزير} أن {claim:الجسر أغلق}.'],
    [
      'a relay between speaker and claim',
      '{cue:ذكرت} {agency:وكالة المدار}، نقلا عن {anonymous:مصادر مطلعة}، أن {claim:الجسر أغلق}.',
    ],
    [
      'words laid to somebody',
      'و{cue:نسبت} {agency:وكالة المدار} إلى {anonymous:دبلوماسي غربي} قوله إن {claim:الجسر أغلق}.',
    ],
    ['what a paper has learnt', '{cue:علمت} {agency:وكالة المدار} من {anonymous:مصدر أمني} أن {claim:الجسر أغلق}.'],
    ['learnt by nobody named', 'و{cue:علم} من {anonymous:مصدر قضائي} أن {claim:الحكم صدر}.'],
    [
      'through whom a paper came',
      '{cue:كشفت} {document:وثائق} اطلعت عليها {agency:وكالة المدار} أن {claim:الجسر مهدد}.',
    ],
    [
      'of which a copy was got',
      'و{cue:قالت} {official:الوزارة} في {document:بيان} تلقت {agency:وكالة المدار} نسخة منه إن {claim:الجسر أغلق}.',
    ],
    ['its own correspondent', '{cue:ذكرت} {agency:وكالة المدار} نقلا عن {anonymous:مراسلها} أن {claim:الجسر أغلق}.'],
    [
      'whom a verb of telling has for object',
      'و{cue:أبلغ} {anonymous:مسؤولون} {agency:وكالة المدار} أن {claim:الجسر أغلق}.',
    ],
    ['the agency in a parenthesis', 'و{cue:قال} {anonymous:مسؤول}، بحسب {agency:وكالة المدار}، إن {claim:الجسر أغلق}.'],
  ])('%s', (_name, drawn) => check(drawn))

  test('«but he» goes on with the one who spoke, «the official» with the hidden one', () => {
    const chains = attributed([
      'قال مسؤول كبير لوكالة المدار إن الجسر أغلق. لكنه أقر بأن العمل مستمر. وأضاف المسؤول أن الطريق مفتوح.',
    ]).map(({ chain }) => chain.map(({ kind, ref }) => ref ?? kind))
    expect(chains).toEqual([
      ['agency', 's1'],
      ['agency', 's1'],
      ['agency', 's1'],
    ])
  })

  test('one who passes on and is not named again keeps his chain', () => {
    const [first, second] = attributed([
      'قالت وكالة المدار إن الجسر أغلق. وأضافت نقلا عن مصدر أمني أن الطريق مفتوح.',
    ]).map(({ chain }) => chain.map(({ kind }) => kind))
    expect(first).toEqual(['agency'])
    expect(second).toEqual(['agency', 'anonymous'])
  })

  test('a claim inside a claim keeps both', () =>
    check(
      'و{cue:بحسب} {anonymous:المصدر}، {claim:أكد الوزير أن الميناء فتح}.',
      'وبحسب {anonymous:المصدر}، {cue:أكد} {official:الوزير} أن {claim:الميناء فتح}.',
    ))

  test('a dropped subject takes the whole chain of the one who spoke', () => {
    const text = '{cue:قال} {anonymous:مسؤول} ل{agency:وكالة المدار} إن {claim:الجسر أغلق}. وأضاف أن العمل مستمر.'
    const [first, second] = attributed([text])
    expect(second?.chain).toEqual(first?.chain)
  })

  test('gender tells whom «وأضافت» means', () => {
    const text = 'قالت {person:زهرة آدم} إن الطريق مفتوح. وقال {person:سالم البحيري} إن العمل انتهى. وأضافت أنها سعيدة.'
    const names = attributed([text]).map(({ chain }) => chain.at(-1)?.description)
    expect(names).toEqual(['زهرة آدم', 'سالم البحيري', 'زهرة آدم'])
  })

  test('«المصدر» is the same hidden source, another official is not', () => {
    const refs = attributed([
      'قال مصدر أمني إن الجسر أغلق. وقال مسؤول إن العمل انتهى. ولفت المصدر إلى أن الطريق مفتوح.',
    ]).map(({ chain }) => chain[0]?.ref)
    expect(refs).toEqual(['s1', 's2', 's1'])
  })

  test('a statement’s issuer is its entity', () => {
    const [said] = attributed(['قال {person:سالم البحيري} في بيان إن الجسر أغلق.'])
    expect(said?.chain.map(({ kind, entity }) => [kind, entity])).toEqual([
      ['document', 'e1'],
      ['person', 'e1'],
    ])
  })

  test('the page’s own outlet is no link', () => {
    const drawn = ['قال {person:سالم البحيري} لصحيفة الشرق الأوسط إن الجسر أغلق.']
    const own = { outlet: { name: 'الشرق الأوسط' } }
    const value = strip(drawn[0] ?? '')
    const outlet = {
      id: 'e9',
      type: 'ORG' as const,
      nameAr: 'الشرق الأوسط',
      mentions: [
        { start: value.indexOf('الشرق'), end: value.indexOf(' إن'), type: 'ORG' as const, kind: 'name' as const },
      ],
      roles: [],
      candidates: [],
    }
    const kinds = (context: AttributionContext) =>
      findAttributions(
        passageOf(textOf('article', value)),
        new EntityRegister([...peopleIn(drawn), outlet]),
        context,
      ).map(({ chain }) => chain.map(({ kind }) => kind))
    expect(kinds({})).toEqual([['outlet', 'person']])
    expect(kinds(own)).toEqual([['person']])
  })
})

test.each([
  'علمت الأسرة من الجيران أن البيت احترق.',
  'ونسبت السلطات الحريق إلى تماس كهربائي، وأغلقت الطريق.',
  'وبلغ ما نسبته عشرة في المئة من السكان.',
  'وعقب المباراة غادر اللاعبون الملعب.',
  'وأقترح أن يعقد الاجتماع غدا.',
  'وتعمل عالمة في المعهد منذ أن افتتح.',
])('nobody is credited in «%s»', (text) => expect(attributed([text])).toEqual([]))

describe('stance, quotation and hedge', () => {
  test.each([
    ['نفى الوزير أن يكون الجسر قد أغلق.', 'denies', 'indirect', undefined],
    ['واستبعد الوزير أن يغلق الجسر.', 'questions', 'indirect', undefined],
    ['زعم المتحدث أن الجسر أغلق.', 'asserts', 'indirect', 'distancing'],
    ['قال الوزير «لن نغلق الجسر هذا العام».', 'asserts', 'direct', undefined],
    ['قال الوزير إن الجسر «في حال ممتازة» منذ عام.', 'asserts', 'mixed', undefined],
    ['نقلت وكالة المدار أن الجسر أغلق.', 'reports', 'indirect', undefined],
    ['قال الخبير إن من المرجح أن يغلق الجسر.', 'asserts', 'indirect', 'likely'],
    ['قال الخبير إنه قد يغلق الجسر.', 'asserts', 'indirect', 'possible'],
    ['قال المدرب إن فريقه الأفضل في الملعب، على حد قوله.', 'asserts', 'indirect', 'distancing'],
    ['قال الوزير إن الوفد رفض ما سماه العبث بالميناء.', 'asserts', 'indirect', 'distancing'],
    ['قال الوزير إن اللجنة ستبحث الاتفاق المزعوم.', 'asserts', 'indirect', 'distancing'],
    ['أعلن المتحدث أن القوات اعتقلت "متمردين" قرب الميناء أمس.', 'asserts', 'mixed', 'distancing'],
    ['قال الوزير إن السماء صافية فوق الميناء.', 'asserts', 'indirect', undefined],
  ])('%s', (value, stance, quote, hedge) => {
    const [found, ...others] = attributed([value])
    expect(others).toEqual([])
    expect([found?.stance, found?.quote, found?.hedge]).toEqual([stance, quote, hedge])
  })
})

test.each([
  'وصل الوفد إلى المدينة صباح الثلاثاء.',
  'وقع الاتفاق بين الطرفين أمس في العاصمة.',
  'سار العمل وفق الخطة الموضوعة منذ عام.',
  'وبحسب الجدول الزمني فإن المشروع ينتهي غدا.',
  'يذكر أن المعرض يقام كل عام في المدينة.',
  'ومن المعروف أن النهر يفيض في الربيع.',
  'ولم يعلق المتحدث على الأنباء.',
  'ولم يوضح الوزير أسباب التأخير.',
  'طالبت النقابة بزيادة الأجور.',
  'رحب الوزير بالاتفاق.',
  'كشف الطبيب على المريض في منزله.',
  'قضت المحكمة بسجن ستة عشر متهما في القضية المعروفة باسم «خلية الجسر».',
  'نقل الجريح إلى المستشفى بسيارة إسعاف.',
])('no attribution in «%s»', (value) => {
  expect(attributed([value])).toEqual([])
})

test('nothing is read from the title', () => {
  const value = 'الوزير: لن نتراجع عن القرار\nوصل الوفد أمس.'
  const split = value.indexOf('\n')
  const passage = passageOf(textOf('article', value), {
    title: { start: 0, end: split },
    body: [{ start: split + 1, end: value.length }],
  })
  expect(findAttributions(passage, new EntityRegister([]))).toEqual([])
})

test('who is spoken of and says nothing is no entity of the attributions', () => {
  const passage = passageOf(textOf('article', 'وصل محافظ تعز من محافظة عدن إلى القاهرة.'))
  const found = findEntities(passage, {})
  const entities = new EntityRegister(found)
  expect(findAttributions(passage, entities)).toEqual([])
  expect(entities.entities).toHaveLength(found.length)
})
