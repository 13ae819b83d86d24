import { describe, expect, test } from 'vitest'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Every record of a sentence: type, trigger, status and roles. */
function told(drawn: string): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence).map((event) => {
    const word = sentence.text.slice(event.trigger.start, event.trigger.end)
    return `${event.type} ${word} ${event.status}: ${rolesOf(event, sentence).join(', ')}`
  })
}

describe('one occurrence, one record', () => {
  test.each([
    [
      'an agreement is signed',
      'وقعت {actor.GPE:عمان} و{actor.GPE:دمشق} اتفاقا لترسيم الحدود',
      ['SUPPORT وقعت asserted: actor دمشق, actor عمان'],
    ],
    [
      'an agreement is come to',
      'أبرمت {actor.GPE:عمان} اتفاقا مع {recipient.GPE:دمشق}',
      ['AGREE اتفاقا asserted: actor عمان, recipient دمشق'],
    ],
    [
      'a release that is refused',
      'رفضت {actor.ORG:محكمة النور} الإفراج عن {.PER:كريم الزاهد}',
      ['REJECT رفضت asserted: actor محكمة النور'],
    ],
    [
      'a penalty is told by its verdict',
      'قضت {actor.ORG:محكمة النور} بإعدام {recipient.PER:كريم الزاهد}',
      ['SANCTION قضت asserted: actor محكمة النور, recipient كريم الزاهد'],
    ],
    [
      'a blow and those it killed, its verb in front',
      'أسفر هجوم {actor.ORG:حركة النور} عن مقتل {recipient.PER:سبعة جنود}',
      ['ASSAULT هجوم asserted: actor حركة النور, recipient سبعة جنود'],
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toEqual(expected)
  })
})

describe('told though nobody has a name', () => {
  test('the dead and the hurt of one shooting are its two sides with who shot', () => {
    const [only, second] = told('قتل حارس وأصيب اثنان آخران برصاص {actor.PER:كريم الزاهد} في السوق')
    expect(second).toBeUndefined()
    expect(only).toMatch(/^ASSAULT قتل asserted: actor كريم الزاهد, recipient \S+, recipient \S+$/)
  })

  test('one of two is no doer of a passive', () => {
    const [only] = told('قتل مدنيان أحدهما طفل في غارة على القرية')
    expect(only).toMatch(/^ASSAULT قتل asserted: recipient/)
  })

  test.each(['مقتل جندي في هجوم شرق البلاد', 'اعتقال صحفي في العاصمة'])('«%s» says to whom', (drawn) =>
    expect(told(drawn).join()).toContain('recipient'))

  test('whose request is granted', () => {
    expect(told('وافقت {actor.GPE:عمان} على طلب {recipient.GPE:دمشق} فتح المعبر')).toEqual([
      'AGREE وافقت asserted: actor عمان, recipient دمشق',
    ])
  })

  test.each(['اعتقال إداري جديد في السجن', 'هجوم عسكري واسع'])('«%s» names nobody', (drawn) => {
    expect(told(drawn)).toEqual([])
  })

  test.each([
    ['who was stabbed', 'طعن شاب ثلاثة أشخاص في السوق', 'ASSAULT'],
    ['who was freed', 'أطلق سراح خمسة معتقلين أمس', 'RETREAT'],
    ['who was sentenced', 'أصدرت محكمة عسكرية حكما بسجن ثلاثة ضباط', 'SANCTION'],
    ['a body told from others by its adjective', 'رفضت النيابة العسكرية طلب الدفاع', 'REJECT'],
  ])('%s', (_name, drawn, type) => {
    expect(told(drawn).map((one) => one.split(' ')[0])).toEqual([type])
  })

  test.each([
    ['nobody at all', 'رفض الطلب أمس'],
    ['whoever they are', 'دعم النقابات مهم'],
  ])('but not %s', (_name, drawn) => {
    expect(told(drawn)).toEqual([])
  })
})

describe('what is called for and what must be done', () => {
  test.each([
    [
      'a strike that its callers plan',
      'دعت {actor.ORG:نقابة النور} إلى إضراب عام',
      'PROTEST إضراب planned: actor نقابة النور',
    ],
    [
      'a protest asked of supporters',
      'دعا {.ORG:حزب الفجر} {actor.PER:أنصاره} إلى التظاهر',
      'PROTEST التظاهر demanded: actor أنصاره',
    ],
    [
      'somebody must, with a verb',
      'شدد {actor.PER:كريم الزاهد} على ضرورة أن تلتزم {recipient.GPE:عمان} بالهدنة',
      'REQUEST ضرورة asserted: actor كريم الزاهد, recipient عمان',
    ],
    [
      'somebody must, with a masdar',
      'أكد {actor.PER:كريم الزاهد} ضرورة انسحاب {recipient.ORG:حركة النور} من المدينة',
      'REQUEST ضرورة asserted: actor كريم الزاهد, recipient حركة النور',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })

  test('whom a masdar helps need do nothing', () => {
    expect(told('أكد {.PER:كريم الزاهد} ضرورة دعم {.GPE:عمان}').join()).not.toMatch(/REQUEST/)
  })
})

describe('status', () => {
  test.each([
    [
      'a visit that is called off',
      'ألغى {actor.PER:كريم الزاهد} زيارته المقررة إلى {place.GPE:عمان}',
      'CONSULT زيارته denied',
    ],
    [
      'what somebody denies having done',
      'نفت {actor.GPE:عمان} تزويد {recipient.ORG:حركة النور} بالسلاح',
      'AID تزويد denied',
    ],
    [
      'a strike announced for a day to come',
      'أعلنت {actor.ORG:نقابة النور} تنفيذ إضراب الأحد المقبل',
      'PROTEST إضراب planned',
    ],
    ['what is got ready for', 'تستعد {actor.ORG:قوات الساحل} للانسحاب من {place.GPE:عمان}', 'RETREAT لانسحاب planned'],
    ['what failed', 'فشلت {actor.ORG:قوات الساحل} في السيطرة على {place.GPE:عمان}', 'COERCE السيطرة denied'],
    [
      'a government that decides to cut off',
      'قررت {actor.GPE:عمان} تعليق مساعداتها إلى {recipient.GPE:دمشق}',
      'SANCTION تعليق asserted',
    ],
    [
      'any at all, denied',
      'نفت الوزارة وجود أي تنسيق بين {actor.GPE:عمان} و{actor.GPE:دمشق}',
      'COOPERATE تنسيق denied',
    ],
    ['an imperfect behind «لم»', 'لم توافق {actor.GPE:عمان} على الخطة', 'AGREE توافق denied'],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn).map((one) => one.split(':')[0])).toContain(expected)
  })
})

describe('senses by who does it', () => {
  test.each([
    ['a court convicts', 'دانت {actor.ORG:محكمة النور} {recipient.PER:كريم الزاهد} بالقتل', ['SANCTION']],
    ['a government condemns', 'دانت {.GPE:عمان} القتل', ['ACCUSE']],
    ['to need is not to protest', 'احتجت إلى شهرين لإنهاء الرواية', []],
    ['a team that rises', 'انتفض {.ORG:المنتخب المصري} في الشوط الثاني', []],
    ['refugees are sheltered', 'استقبلت {actor.GPE:عمان} {recipient.PER:آلاف النازحين}', ['AID']],
    ['guests are received', 'استقبل {actor.PER:كريم الزاهد} {recipient.PER:سالم البحيري}', ['CONSULT']],
    ['a drone does not march', 'استهدفت طائرة مسيرة {recipient.FAC:سجن النور}', ['ASSAULT']],
    ['the crowd holds lorries', 'احتجز {actor.PER:عشرات المحتجين} {recipient.PROD:شاحنات الوقود}', ['PROTEST']],
    ['deaths by a blow', 'لقي {recipient.PER:أربعة جنود} مصرعهم في هجوم', ['ASSAULT']],
    ['deaths by a mine that fell in', 'لقي {.PER:أربعة عمال} مصرعهم في انهيار المنجم', []],
    ['words that attack', 'شن {actor.PER:كريم الزاهد} هجوما لاذعا على {recipient.ORG:حزب الفجر}', ['ACCUSE']],
    ['dangers nobody uttered', 'تواجه {.GPE:عمان} تهديدات من {.ORG:حركة النور}', []],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn).map((one) => one.split(' ')[0])).toEqual(expected)
  })
})

describe('whose deed a noun with «his country» tells', () => {
  test('who speaks for a country that the article does not name', () => {
    expect(told('أكد {actor.PER:كريم الزاهد} تضامن بلاده مع {recipient.GPE:لبنان}')).toEqual([
      'SUPPORT تضامن asserted: actor كريم الزاهد, recipient لبنان',
    ])
  })
})

describe("whose words lay a deed at somebody's door", () => {
  test.each([
    [
      'responsible for it',
      'قال {actor.PER:كريم الزاهد} إن {recipient.ORG:حركة النور} مسؤولة عن الهجوم على {.FAC:سجن الساحل}',
      'ACCUSE مسؤولة asserted: actor كريم الزاهد, recipient حركة النور',
    ],
    [
      'the one who is responsible',
      'أكد {actor.PER:كريم الزاهد} أن {recipient.ORG:حركة النور} هي المسؤولة عن اغتيال {.PER:سالم البحيري}',
      'ACCUSE المسؤولة asserted: actor كريم الزاهد, recipient حركة النور',
    ],
    [
      'who bears it',
      'أكد {actor.PER:كريم الزاهد} أن {recipient.ORG:حركة النور} تتحمل مسؤولية المجزرة',
      'ACCUSE تتحمل asserted: actor كريم الزاهد, recipient حركة النور',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })

  test.each([
    ['who claims it', 'أعلنت {.ORG:حركة النور} مسؤوليتها عن الهجوم على {.FAC:سجن الساحل}'],
    ['a duty', 'قال {.PER:كريم الزاهد} إن {.ORG:وزارة النقل} مسؤولة عن صيانة الطرق'],
    ['not responsible', 'قال {.PER:كريم الزاهد} إن {.ORG:حركة النور} ليست مسؤولة عن الهجوم'],
  ])('%s accuses nobody', (_name, drawn) => {
    expect(told(drawn).filter((one) => one.startsWith('ACCUSE'))).toEqual([])
  })
})
