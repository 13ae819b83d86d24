import { EntityRegister } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { findTimes } from '@isnad/time'
import { describe, expect, test } from 'vitest'
import { findEvents } from '../src/find-events.js'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, trigger and roles of every event, as one line each; nameless parties by their words. */
function told(drawn: string): string {
  const sentence = undraw(drawn)
  return eventsIn(sentence)
    .map((event) => {
      const trigger = sentence.text.slice(event.trigger.start, event.trigger.end)
      return `${event.type} ${trigger}: ${rolesOf(event, sentence).join(', ')}`
    })
    .join('\n')
}

describe('whose deed it is', () => {
  test.each([
    [
      'with «على» behind it, the genitive of a blow strikes',
      'قُتل جندي خلال قصف {.ORG:حركة النور} على {.FAC:مطار الفجر} أمس',
      /قصف: actor حركة النور, recipient مطار الفجر|actor حركة النور, .*recipient مطار الفجر/,
    ],
    [
      'a named agent makes the verb behind «حيث» passive',
      'قالت {.ORG:لجنة الساحل} إن العنف مستمر في المدينة حيث قتل خمسون شخصا برصاص {.ORG:قوات النور}',
      /^(?!.*actor لجنة الساحل).*ASSAULT قتل: actor قوات النور/ms,
    ],
    [
      'a text that somebody proposed is not its proposer',
      'تصوت الجمعية على مشروع قرار اقترحته {.ORG:حكومة الساحل} يدين {.GPE:جزيرة النور}',
      /^(?!.*actor حكومة الساحل)/s,
    ],
    [
      'who cancels his visit',
      'أعلن {.ORG:مكتب الساحل} إلغاء {.PER:كريم الزاهد} زيارته إلى {.GPE:عمان}',
      'CONSULT زيارته: actor كريم الزاهد, place عمان',
    ],
    [
      'who leads those that act does not act beside them',
      'هاجمت {.ORG:قوات الساحل} بقيادة {.PER:كريم الزاهد} {.FAC:مطار الفجر}',
      'ASSAULT هاجمت: actor قوات الساحل, recipient مطار الفجر',
    ],
    [
      'a body that leads others is one of them',
      'هاجم مسلحون بقيادة {.ORG:حركة النور} {.FAC:مطار الفجر}',
      /^ASSAULT هاجم: actor .*actor حركة النور|actor حركة النور.*actor/,
    ],
    [
      'who confesses a deed did it',
      'اعترف {.PER:كريم الزاهد} بخطف وقتل {.PER:سالم البحيري} خلال التحقيق',
      'ASSAULT قتل: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'the pronoun behind إن is the subject',
      'قال {.PER:كريم الزاهد} إنه يدعو {.ORG:نقابة النور} إلى الحوار',
      'REQUEST يدعو: actor كريم الزاهد, recipient نقابة النور',
    ],
    [
      'whom a second verb of the same subject addresses',
      'أضافت {.ORG:منظمة الساحل} أن القرار غامض، كما حثت {.ORG:لجنة النور} على التدقيق',
      'REQUEST حثت: actor منظمة الساحل, recipient لجنة النور',
    ],
    [
      'a masculine body is no subject of a feminine verb',
      'كان على {.PER:سلمى الزاهد} أن تستدعي البرلمان إلى الجلسة',
      /^(?!.*actor البرلمان)/s,
    ],
    [
      'whom a relative clause is about',
      'قال {.PER:سالم البحيري} إن الشرطة تبحث عن {.PER:كريم الزاهد} الذي غاب بعد زيارته إلى {.GPE:عمان}',
      'CONSULT زيارته: actor كريم الزاهد, place عمان',
    ],
    [
      'a deed dated by another of the same man',
      'تصاعدت الأزمة مع اعتقال {.PER:كريم الزاهد} بعد زيارته إلى {.GPE:عمان}',
      'CONSULT زيارته: actor كريم الزاهد, place عمان',
    ],
    [
      'a demand behind a comma is made by who spoke',
      'ردت {.GPE:جزيرة الساحل} على البيان، مطالبة {.ORG:مجلس النور} بالاعتذار',
      'REQUEST مطالبة: actor جزيرة الساحل, recipient مجلس النور',
    ],
    [
      'of whom it is asked does not ask',
      'تحدث {.PER:كريم الزاهد} عندما طلب من {.PER:كريم الزاهد} توضيح موقفه',
      /^(?!.*REQUEST)/s,
    ],
    [
      'who is spoken of in a relative clause does not accuse',
      'قال {.PER:كريم الزاهد} إنه لم يلتق السيدة {.PER:سلمى البحيري} التي تقول إنها تعرفه، متهما {.ORG:صحيفة النور} بالكذب',
      /^(?!.*actor سلمى البحيري.*recipient صحيفة النور)/s,
    ],
    [
      'no man is many',
      'طالب {.PER:كريم الزاهد} مدراء الفروع بالعمل',
      /^REQUEST طالب: actor كريم الزاهد, recipient e\d+$/,
    ],
  ])('%s', (_name, drawn, expected) => {
    if (typeof expected === 'string') expect(told(drawn).split('\n')).toContain(expected)
    else expect(told(drawn)).toMatch(expected)
  })

  test('«his country» is the country whose office the speaker holds', () => {
    const { text, entities } = undraw('أعلنت {.GPE:روسيا} موقفها. وقال {.PER:كريم الزاهد} إن بلاده تدين الهجوم')
    const register = new EntityRegister(
      entities.map((entity) =>
        entity.nameAr === 'كريم الزاهد' ? { ...entity, roles: [{ title: 'وزير الخارجية الروسي' }] } : entity,
      ),
    )
    const passage = passageOf(textOf('article', text))
    const events = findEvents(passage, {
      entities: register,
      attributions: [],
      times: findTimes(text, {}),
      leastConfidence: 0,
    })
    const condemned = events.find(({ type }) => type === 'ACCUSE')
    const actor = condemned?.participants.find(({ role }) => role === 'actor')?.entity
    expect(register.get(actor ?? '')?.nameAr).toBe('روسيا')
  })
})

describe('to whom', () => {
  test.each([
    ['those whom a count is of', 'هاجم رجل مسلح عددا من المارة بسكين', /^ASSAULT هاجم: actor e\d+, recipient e\d+$/],
    [
      'the wounded beside the dead',
      'أفاد الطبيب بمقتل {.PER:كريم الزاهد} وإصابة {.PER:سالم البحيري} في هجوم',
      /recipient سالم البحيري.*recipient كريم الزاهد|recipient كريم الزاهد.*recipient سالم البحيري/,
    ],
    [
      'a blow against somebody, whatever its word',
      'شنت {.ORG:قوات الساحل} غارات ضد {.ORG:حركة النور}',
      'ASSAULT غارات: actor قوات الساحل, recipient حركة النور',
    ],
    [
      'behind a kinsman and a name, «الذي» is said of the name',
      'هذا نجل شقيق {.PER:كريم الزاهد} الذي قتله {.ORG:جيش الساحل}',
      'ASSAULT قتله: actor جيش الساحل, recipient كريم الزاهد',
    ],
    [
      'the town that a relative clause describes',
      'هذه {.GPE:مدينة الفجر} التي بدأت {.ORG:قوات الساحل} الهجوم عليها',
      'ASSAULT الهجوم: actor قوات الساحل, recipient مدينة الفجر',
    ],
    [
      'with whom talks are, nothing was agreed',
      'اتفقت {.GPE:جزيرة الساحل} مع {.GPE:جزيرة الفجر} على دعم المفاوضات مع {.ORG:حركة النور}',
      /^(?!.*AGREE[^\n]*حركة النور)/s,
    ],
    [
      'whose aide met somebody',
      'عقد مسؤولون وممثل {.PER:كريم الزاهد} اجتماعا في {.GPE:عمان}',
      /^(?!.*actor كريم الزاهد)/s,
    ],
    [
      'a border is where it happened',
      'أطلقت {.ORG:قوات الساحل} النار على الحدود مع {.GPE:جزيرة النور}',
      /^(?!.*recipient)/s,
    ],
    [
      'an armed attack is no attack by somebody armed',
      'شهدت {.GPE:مدينة الفجر} هجوما مسلحا على {.FAC:مطعم النور}',
      /^(?!.*actor)/s,
    ],
    [
      'the wounded whom somebody visits are no place',
      'قام {.PER:كريم الزاهد} بزيارة أطفال في المستشفى',
      /^CONSULT زيارة: actor كريم الزاهد, recipient e\d+$/,
    ],
  ])('%s', (_name, drawn, expected) => {
    if (typeof expected === 'string') expect(told(drawn).split('\n')).toContain(expected)
    else expect(told(drawn)).toMatch(expected)
  })
})

describe('where the words of somebody end', () => {
  test.each([
    ['an indefinite noun that does not agree', 'هاجمت قوة سورية مركز الشرطة', 'قوة سورية'],
    ['a count', 'هاجم رجل مسلح عددا من المارة بسكين', 'رجل مسلح'],
    ['an object behind men in the plural', 'هاجم حلفاؤها المطار', 'حلفاؤها'],
    ['an adjective in the plural', 'هاجم المقاتلون الأجانب المطار', 'المقاتلون الأجانب'],
  ])('%s', (_name, drawn, expected) => {
    const { text, entities } = undraw(drawn)
    const register = new EntityRegister(entities)
    const passage = passageOf(textOf('article', text))
    const events = findEvents(passage, { entities: register, attributions: [], times: [], leastConfidence: 0 })
    const actors = events[0]?.participants.filter(({ role }) => role === 'actor') ?? []
    expect(actors.map(({ entity }) => register.get(entity)?.nameAr)).toEqual([expected])
  })
})

describe('an accident in the headline', () => {
  const killed = (title: string): readonly string[] => {
    const text = `${title}\nأفاد مصدر طبي بمقتل ستة أشخاص بينهم السائق.`
    const passage = passageOf(textOf('article', text), {
      title: { start: 0, end: title.length },
      body: [{ start: title.length + 1, end: text.length }],
    })
    const events = findEvents(passage, {
      entities: new EntityRegister([]),
      attributions: [],
      times: [],
      leastConfidence: 0,
    })
    return events.map(({ type }) => type)
  }
  test.each([
    ['انقلاب قطار قرب مدينة الفجر', []],
    ['فيضانات تجتاح مدينة الفجر', []],
    ['قصف مدينة الفجر بعد فيضانات', ['ASSAULT']],
    ['أحداث مدينة الفجر', ['ASSAULT']],
    ['موجة حر تضرب مدينة الفجر', []],
    ['انهيار مبنى في مدينة الفجر', []],
    ['موجة اغتيالات تضرب مدينة الفجر', ['ASSAULT']],
    ['انهيار الهدنة في مدينة الفجر', ['ASSAULT']],
    ['عاصفة النصر تدخل أسبوعها الثاني', ['ASSAULT']],
  ])('%s', (title, expected) => expect(killed(title)).toEqual(expected))
})

describe('where a subject ends and its object begins', () => {
  test.each([
    [
      'a minister and his counterpart',
      'استقبل {.PER:وزير الخارجية} نظيره اللبناني في {.GPE:دمشق}',
      { actor: ['وزير الخارجية'], recipient: ['نظيره اللبناني'] },
    ],
    [
      'a counterpart and what is talked about',
      'بحث {.PER:كريم الزاهد} مع نظيره اللبناني العلاقات الثنائية',
      { actor: ['كريم الزاهد'], recipient: ['نظيره اللبناني'] },
    ],
    ['an indefinite plural in ون and a definite object', 'حاصر محتجون منزل {.PER:كريم الزاهد}', { actor: ['محتجون'] }],
    [
      'an indefinite plural in ون and an indefinite object',
      'هاجم مسلحون مقر {.ORG:حزب الفجر}',
      { actor: ['مسلحون'], recipient: ['مقر حزب الفجر'] },
    ],
    [
      'adjectives that agree go on',
      'هاجم مسلحون ملثمون مجهولون {.ORG:حزب الفجر}',
      { actor: ['مسلحون ملثمون مجهولون'], recipient: ['حزب الفجر'] },
    ],
  ])('%s', (_name, drawn, expected) => {
    const { text, entities } = undraw(drawn)
    const register = new EntityRegister(entities)
    const passage = passageOf(textOf('article', text))
    const [event] = findEvents(passage, { entities: register, attributions: [], times: [], leastConfidence: 0 })
    const names = (wanted: string): (string | undefined)[] =>
      (event?.participants ?? [])
        .filter(({ role }) => role === wanted)
        .map(({ entity }) => register.get(entity)?.nameAr)
    for (const [role, filled] of Object.entries(expected)) expect(names(role)).toEqual(filled)
  })

  test('who is accused of something is accused by nobody here', () => {
    expect(told('تسلمت {.ORG:شرطة الساحل} من {.ORG:شرطة النور} متهما بالسرقة')).not.toContain('ACCUSE')
  })

  test('people travel, bodies do not', () => {
    expect(told('أطلع المبعوث {.PER:كريم الزاهد} {.ORG:مجلس الساحل} على نتائج زيارته إلى {.GPE:دمشق}')).toContain(
      'actor كريم الزاهد',
    )
  })

  test('who prolongs an arrest has arrested', () => {
    expect(told('مددت {.ORG:نيابة الساحل} حبس {.PER:سالم البحيري}')).toBe(
      'COERCE حبس: actor نيابة الساحل, recipient سالم البحيري',
    )
  })
})
