import { EntityRegister, findEntities } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { describe, expect, test } from 'vitest'
import { findEvents } from '../src/index.js'
import { eventsIn, rolesOf, undraw } from './drawn.js'

function told(drawn: string, type: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence)
    .filter((event) => event.type === type)
    .map((event) => `${event.status}: ${rolesOf(event, sentence).sort().join(', ')}`)
}

describe('crowds', () => {
  test.each([
    ['what a crowd does', 'ورفع {actor.PER:المتظاهرون} لافتات في الساحة', ['asserted: actor المتظاهرون']],
    [
      'the crowd of another clause demonstrates',
      'اندلعت مظاهرة أمس، ورفع {actor.PER:المتظاهرون} لافتات',
      ['asserted: actor المتظاهرون'],
    ],
    [
      'a verb that looks like a body',
      'وتجمع {actor.PER:مئات المتظاهرين} في الساحة',
      ['asserted: actor مئات المتظاهرين'],
    ],
    ['those to whom it is done', 'أصيب {.PER:متظاهرون} برصاص الشرطة', []],
    ['what a crowd says', 'قال {.PER:المتظاهرون} إن الأسعار مرتفعة', []],
    ['what a crowd will do', 'سيرفع {.PER:المتظاهرون} لافتات غدا', []],
    [
      'what they gathered for stands at the end of the clause',
      'تجمع {actor.PER:عشرات السكان} في الساحة وسط المدينة بعد صلاة الظهر وهم يحملون الورود ورددوا هتافات',
      ['asserted: actor عشرات السكان'],
    ],
    ['gathered for a meal', 'تجمع {.PER:عشرات السكان} في الساحة وسط المدينة بعد صلاة الظهر لتناول الإفطار', []],
    ['a conjunction the letters leave open', 'وأشعل {actor.PER:المتظاهرون} إطارات', ['asserted: actor المتظاهرون']],
    ['many without a name march', 'شارك {actor.PER:آلاف السكان} في مسيرة ضد الحرب', ['asserted: actor آلاف السكان']],
    ['a life is no march', 'تحدث الفنان عن مسيرة حياته في باريس', []],
    ['a revolution of machines', 'شهدت البلاد ثورة صناعية كبرى', []],
    ['a ministry complains', 'احتجت {.ORG:وزارة خارجية الساحل} على التصريحات', []],
    ['a pause with oneself', 'كانت له وقفة مع الذات', []],
    [
      'who comes out is told at length',
      'خرج أمس {actor.PER:سكان} أحياء متفرقة تقع وسط المدينة في مظاهرة',
      ['asserted: actor سكان'],
    ],
    [
      'a bracket between the crowd and the streets',
      'نزل {actor.PER:آلاف العمال} (ثلاثون ألفا بحسب النقابة) إلى الشوارع',
      ['asserted: actor آلاف العمال'],
    ],
    ['one man who left in protest', 'خرج {.PER:كريم الزاهد} من القاعة احتجاجا على الحكم', []],
    [
      'who has come together to protest does so',
      'توجه {actor.PER:مئات المتظاهرين} إلى البرلمان للاحتجاج على الضرائب',
      ['asserted: actor مئات المتظاهرين'],
    ],
    [
      'who gets ready to protest will',
      'يستعد {actor.PER:مئات المتظاهرين} للاحتجاج على الضرائب',
      ['planned: actor مئات المتظاهرين'],
    ],
    ['riots', 'قام {actor.PER:مئات المشجعين} بأعمال شغب في المدينة', ['asserted: actor مئات المشجعين']],
    ['counted roads block nothing', 'انتشر الحرس وقطعت العديد من الطرق', []],
    ['whom somebody brings out', 'يخرج المتظاهرين إلى الشوارع', []],
    ['one of the crowd is not the crowd', 'قتل أحد المحتجين خلال مظاهرة', []],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn, 'PROTEST')).toEqual(expected)
  })

  test.each([
    ['condemning', 'تظاهر {actor.PER:مئات العمال} منددين ب{recipient.ORG:حكومة الساحل}', 'حكومة الساحل'],
    [
      'objecting to a visit',
      'تظاهر {actor.PER:مئات العمال} احتجاجا على زيارة {recipient.PER:كريم الزاهد}',
      'كريم الزاهد',
    ],
    ['refusing a nomination', 'تظاهر {actor.PER:مئات العمال} رفضا لترشيح {recipient.PER:كريم الزاهد}', 'كريم الزاهد'],
    [
      'whose departure is demanded',
      'تظاهر {actor.PER:مئات العمال} للمطالبة برحيل {recipient.PER:كريم الزاهد}',
      'كريم الزاهد',
    ],
    [
      'of whom it is demanded',
      'تظاهر {actor.PER:مئات العمال} مطالبين {recipient.ORG:حكومة الساحل} بزيادة الأجور',
      'حكومة الساحل',
    ],
    ['a slogan', 'تظاهر {actor.PER:مئات العمال} مرددين الموت ل{recipient.ORG:حزب الفجر}', 'حزب الفجر'],
    ['before an embassy', 'تظاهر {actor.PER:مئات العمال} أمام {recipient.FAC:سفارة الساحل}', 'سفارة الساحل'],
    ['hostile to somebody', 'تظاهر {actor.PER:مئات العمال} بشعارات مناهضة ل{recipient.ORG:حزب الفجر}', 'حزب الفجر'],
  ])('against whom: %s', (_name, drawn, expected) => {
    expect(told(drawn, 'PROTEST')).toEqual([`asserted: actor مئات العمال, recipient ${expected}`])
  })

  test.each([
    ['the dead', 'تظاهر {actor.PER:مئات العمال} احتجاجا على مقتل {.PER:كريم الزاهد}'],
    ['the arrested', 'تظاهر {actor.PER:مئات العمال} تنديدا باعتقال {.PER:كريم الزاهد}'],
    ['whose release is demanded', 'تظاهر {actor.PER:مئات العمال} للمطالبة بالإفراج عن {.PER:كريم الزاهد}'],
  ])('not against whom: %s', (_name, drawn) => {
    expect(told(drawn, 'PROTEST')).toEqual(['asserted: actor مئات العمال'])
  })

  test.each([
    ['took place', 'خرجت مظاهرات حاشدة ضد {.ORG:حكومة الساحل}', ['asserted: recipient حكومة الساحل']],
  ])('without anybody who demonstrates: %s', (_name, drawn, expected) => {
    expect(told(drawn, 'PROTEST')).toEqual(expected)
  })

  test('told by itself only where nothing else in the article tells of the protest', () => {
    const article = 'رفع {.PER:المتظاهرون} لافتات. وتظاهر {.ORG:عمال الميناء} أمس.'
    expect(told(article, 'PROTEST')).toEqual(['asserted: actor عمال الميناء'])
  })
})

test('a relative clause inside the mention of a nameless group is read', () => {
  const passage = passageOf(textOf('article', 'رأى كريم مئات المتظاهرين الذين احتجوا على القرار.'))
  const entities = new EntityRegister(findEntities(passage, {}))
  const types = findEvents(passage, { entities, attributions: [], times: [] }).map(({ type }) => type)
  expect(types).toContain('PROTEST')
})

describe('blows', () => {
  test.each([
    [
      'two fronted victims of a plural verb',
      'أعلن أن {.PER:11 مدنيا} و{.PER:أربعة جنود} قتلوا أمس',
      'recipient 11 مدنيا, recipient أربعة جنود',
    ],
    ['a verb behind an indefinite accusative', 'أعلن أن {.PER:شخصا} قتل أمس في دمشق', 'recipient شخصا'],
    ['those named after their deed', 'خطف {.PER:مسلحون} {.PER:خمسة عمال}', 'actor مسلحون, recipient خمسة عمال'],
    ['a vehicle without a name', 'هاجمت {.ORG:حركة النور} سفينة قرب {.GPE:عمان}', 'recipient '],
    ['under whose fire', 'قتل {.PER:شرطي} بنيران {.PER:مسلحين}', 'actor مسلحين, recipient شرطي'],
    [
      'men of the body that speaks',
      'قال {actor.ORG:جيش الساحل} إن قواته قتلت {recipient.PER:خمسة مسلحين}',
      'actor جيش الساحل, recipient خمسة مسلحين',
    ],
    [
      'the body that speaks of itself',
      'أكد {actor.ORG:حزب الفجر} أنه قتل {recipient.PER:خمسة جنود}',
      'actor حزب الفجر, recipient خمسة جنود',
    ],
    [
      'a name explained between commas',
      'كانت {actor.ORG:كتائب النور}، الجناح العسكري للحركة، قد هاجمت {recipient.FAC:مطار الفجر}',
      'actor كتائب النور, recipient مطار الفجر',
    ],
    ['tanks that open fire', 'فتحت دبابات روسية النار على {.PER:السكان}', 'recipient السكان'],
    [
      'who joins an attack',
      'انضم {.ORG:حزب الفجر} إلى هجوم على {.FAC:مطار الفجر}',
      'actor حزب الفجر, recipient مطار الفجر',
    ],
    ['rounded figures', 'قتل الجيش نحو {.PER:40 مسلحا} أمس', 'recipient 40 مسلحا'],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn, 'ASSAULT').join()).toContain(expected)
  })

  test('aircraft strike and are not struck', () => {
    expect(told('قصفت طائرات حربية المنطقة أمس', 'ASSAULT').join()).not.toContain('recipient')
  })
})

/** The parties of the events of one type, by their words, as the whole reading of plain text finds them. */
function partiesIn(text: string, type: string): string {
  const passage = passageOf(textOf('article', text))
  const entities = new EntityRegister(findEntities(passage, {}))
  return findEvents(passage, { entities, attributions: [], times: [], leastConfidence: 0.2 })
    .filter((event) => event.type === type)
    .map(({ participants }) =>
      participants.map(({ role, entity }) => `${role} ${entities.get(entity)?.nameAr}`).join(', '),
    )
    .join('; ')
}

describe('a subject and what describes it', () => {
  test.each([
    ['behind the verb', 'خطف مسلحون يرتدون زي الشرطة خمسة عمال', 'actor مسلحون, recipient خمسة عمال'],
    ['before the verb', 'قال إن مسلحا يقود سيارة مسروقة قتل خمسة عمال', 'actor مسلحا, recipient خمسة عمال'],
    ['with a relative pronoun', 'قال إن الجماعة التي تسكن الجبل قتلت خمسة عمال', 'actor الجماعة, recipient خمسة عمال'],
    ['of a light verb', 'قام مسلحون يحملون رشاشات بخطف خمسة عمال', 'actor مسلحون, recipient خمسة عمال'],
    ['a count behind a closed phrase', 'قتل مهاجم انتحاري 42 جنديا', 'actor مهاجم انتحاري, recipient 42 جنديا'],
    ['somebody from a country', 'استشهد فلسطيني برصاص الجيش الإسرائيلي', 'recipient فلسطيني, actor الجيش الإسرائيلي'],
  ])('%s', (_name, text, expected) => {
    expect(partiesIn(text, 'ASSAULT')).toBe(expected)
  })
})

test('who is accused by those who demonstrate is whom they demonstrate against', () => {
  expect(partiesIn('تظاهر مئات العمال متهمين الجيش الإسرائيلي بالقتل', 'PROTEST')).toBe(
    'actor مئات العمال, recipient الجيش الإسرائيلي',
  )
})

test('a crowd is dispersed', () => {
  expect(told('فرقت {.ORG:شرطة الساحل} المتظاهرين بالغاز', 'COERCE').join()).toMatch(/actor شرطة الساحل, recipient /)
})

describe('no blows', () => {
  test.each([
    ['an accident', 'تحطمت طائرة في المدينة وقتل أربعة ضباط'],
    ['the sentence behind an accident', 'سقطت طائرة عمودية في الوادي. وأدى ذلك إلى مقتل أربعة ضباط'],
    ['an aircraft that fell', 'قتل {.PER:كريم الزاهد} بعد سقوط طائرته في البحر'],
    ['traffic', 'قتل أربعة عمال في حادث مروري'],
    ['what happens seldom', 'نادرا ما تشتبك {.ORG:حركة النور} مع {.ORG:جيش الساحل}'],
    ['a line of players', 'لعب في خط هجوم {.ORG:حزب الفجر}'],
  ])('%s', (_name, drawn) => {
    expect(told(drawn, 'ASSAULT')).toEqual([])
  })

  test('an aircraft brought down is no accident', () => {
    expect(told('تحطمت طائرة بعد هجوم بصاروخ وقتل أربعة ضباط', 'ASSAULT')).toHaveLength(1)
  })
})

test.each([
  ['a count of a nisba', 'قتل 17 حوثيا في مواجهات', 'recipient 17 حوثيا'],
  ['whose raids', 'وقعت غارات لطائرات الجيش الإسرائيلي على مطار بيروت', 'actor الجيش الإسرائيلي, recipient مطار بيروت'],
])('%s', (_name, text, expected) => {
  expect(partiesIn(text, 'ASSAULT')).toContain(expected)
})

test.each([
  ['hundreds in the dual are counted', 'تظاهر نحو مائتي شخص أمام البرلمان', 'actor نحو مائتي شخص'],
  ['what many do in protest', 'أغلق التجار محالهم احتجاجا على الضرائب', 'actor التجار'],
  ['what one man burns in protest', 'أحرق شاب نفسه أمام البلدية احتجاجا على البطالة', 'actor شاب'],
  ['what one man leaves in protest', 'غادر شاب القاعة احتجاجا على الحكم', ''],
  ['a human chain', 'شكل عشرات الطلاب سلسلة بشرية أمام البرلمان', 'actor عشرات الطلاب'],
])('%s', (_name, text, expected) => {
  expect(partiesIn(text, 'PROTEST')).toBe(expected)
})

test('deaths are no aim of a protest', () => {
  expect(partiesIn('تظاهر مئات العمال وسقط قتلى', 'PROTEST')).toBe('actor مئات العمال')
})

test.each([
  [
    'to condemn a country’s deeds is to condemn the country',
    'ACCUSE',
    'سافر الوفد إلى روسيا. ونددت قطر بالتدخل الروسي في المنطقة',
    'actor قطر, recipient روسيا',
  ],
  [
    'a country that the article does not name otherwise',
    'ACCUSE',
    'سافر الوفد إلى عمان. ونددت قطر بالتدخل الروسي في المنطقة',
    'actor قطر',
  ],
  ['an adjective of a thing no state does', 'ACCUSE', 'سافر الوفد إلى روسيا. وانتقدت قطر الطعام الروسي', 'actor قطر'],
  [
    'some of those arrested are named behind a comma',
    'COERCE',
    'أدى التحقيق إلى اعتقال عدد من الموظفين، من بينهم سالم البحيري',
    'recipient عدد من الموظفين, recipient سالم البحيري',
  ],
  [
    'men in figures behind a feminine verb',
    'COERCE',
    'القوات الأمنية قتلت 34 مسلحا وأسرت 17 من المسلحين',
    'actor القوات الأمنية, recipient 17 من المسلحين',
  ],
  ['war against', 'ASSAULT', 'تخوض السلطات اليمنية حربا ضد المتمردين', 'actor السلطات اليمنية, recipient المتمردين'],
  [
    'an office with a field of its own',
    'RETREAT',
    'أعلن التلفزيون استقالة وزير الدولة لشؤون الطاقة سالم البحيري',
    'actor سالم البحيري',
  ],
])('%s', (_name, type, text, expected) => {
  expect(partiesIn(text, type)).toBe(expected)
})
