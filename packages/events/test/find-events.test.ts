import type { Attribution } from '@isnad/attribution'
import { describe, expect, test } from 'vitest'
import { eventsIn, rolesOf, undraw } from './drawn.js'

/** Type, trigger, status and roles of every event, as one line each. */
function told(drawn: string, attributions: readonly Attribution[] = []): string[] {
  const sentence = undraw(drawn)
  return eventsIn(sentence, attributions).map((event) => {
    const trigger = sentence.text.slice(event.trigger.start, event.trigger.end)
    return `${event.type} ${trigger} ${event.status}: ${rolesOf(event, sentence).join(', ')}`
  })
}

describe('arguments', () => {
  test.each([
    [
      'verb first, object behind the subject',
      'اعتقلت {actor.ORG:شرطة الساحل} {recipient.PER:كريم الزاهد} في {place.GPE:دمشق}',
      'COERCE اعتقلت asserted: actor شرطة الساحل, place دمشق, recipient كريم الزاهد',
    ],
    [
      'subject first, behind إن',
      'قالت الصحيفة إن وزير النقل {actor.PER:كريم الزاهد} زار {place.GPE:دمشق}',
      'CONSULT زار asserted: actor كريم الزاهد, place دمشق',
    ],
    [
      'a long title between verb and name',
      'التقى رئيس هيئة الأركان المشتركة الفريق أول ركن {actor.PER:كريم الزاهد} السفير {recipient.PER:سالم البحيري}',
      'CONSULT التقى asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a name between commas behind its title',
      'وصل قائد الفرقة الثالثة، {actor.PER:كريم الزاهد}، إلى {place.GPE:دمشق}',
      'CONSULT وصل asserted: actor كريم الزاهد, place دمشق',
    ],
    [
      'joined subjects',
      'أدانت {actor.GPE:جزيرة الساحل} و{actor.GPE:مدينة النور} الهجوم',
      'ACCUSE أدانت asserted: actor جزيرة الساحل, actor مدينة النور',
    ],
    [
      'both sides of a fight act',
      'اندلعت اشتباكات بين {actor.ORG:قوات الساحل} و{actor.ORG:حركة النور} في {place.GPE:دمشق}',
      'ASSAULT اشتباكات asserted: actor حركة النور, actor قوات الساحل, place دمشق',
    ],
    [
      'the doer of a passive behind من قبل',
      'اعتُقل {recipient.PER:كريم الزاهد} من قبل {actor.ORG:شرطة الساحل}',
      'COERCE اعتُقل asserted: actor شرطة الساحل, recipient كريم الزاهد',
    ],
    [
      'a passive that names nobody',
      'تم اعتقال {recipient.PER:كريم الزاهد} أمس',
      'COERCE اعتقال asserted: recipient كريم الزاهد',
    ],
    [
      'the noun of a light verb',
      'عقد {actor.PER:كريم الزاهد} اجتماعا مع {recipient.PER:سالم البحيري} في {place.GPE:عمان}',
      'CONSULT اجتماعا asserted: actor كريم الزاهد, place عمان, recipient سالم البحيري',
    ],
    [
      'a relative clause whose noun is the subject',
      'تحدث {actor.PER:كريم الزاهد} الذي التقى {recipient.PER:سالم البحيري}',
      'CONSULT التقى asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a masdar with subject and object',
      'أعلن البيان اعتقال {actor.ORG:شرطة الساحل} {recipient.PER:كريم الزاهد}',
      'COERCE اعتقال asserted: actor شرطة الساحل, recipient كريم الزاهد',
    ],
    [
      'a place behind an abstract noun is not where they met',
      'بحث {actor.PER:كريم الزاهد} التطورات الأخيرة في {.GPE:دمشق} مع {recipient.PER:سالم البحيري}',
      'CONSULT بحث asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a subject carried over from the clause before',
      'وصل {actor.PER:كريم الزاهد} إلى {place.GPE:دمشق} والتقى {recipient.PER:سالم البحيري}',
      'CONSULT التقى asserted: actor كريم الزاهد, recipient سالم البحيري',
    ],
    [
      'a meeting that brings people together',
      'عقد اجتماع ضم {actor.PER:كريم الزاهد} و{actor.PER:سالم البحيري}',
      'CONSULT اجتماع asserted: actor سالم البحيري, actor كريم الزاهد',
    ],
    [
      'a country behind an adjective, named elsewhere',
      'نفت {.GPE:تركيا} الخبر. واستهدفت غارة تركية {.GPE:دمشق}. وفرضت أمس عقوبات تركية على {recipient.PER:كريم الزاهد}',
      'SANCTION عقوبات asserted: actor تركيا, recipient كريم الزاهد',
    ],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn)).toContain(expected)
  })
})

describe('status', () => {
  test.each([
    ['future س', 'سيزور {actor.PER:كريم الزاهد} {place.GPE:دمشق}', 'planned'],
    ['future سوف', 'سوف يزور {actor.PER:كريم الزاهد} {place.GPE:دمشق}', 'planned'],
    ['من المقرر أن', 'من المقرر أن يزور {actor.PER:كريم الزاهد} {place.GPE:دمشق}', 'planned'],
    ['على أن', 'وصل الوفد على أن يلتقي {actor.PER:كريم الزاهد} غدا {recipient.PER:سالم البحيري}', 'planned'],
    ['قد with the imperfect', 'قد يزور {actor.PER:كريم الزاهد} {place.GPE:دمشق}', 'hypothetical'],
    ['a condition behind', 'سيزور {actor.PER:كريم الزاهد} {place.GPE:دمشق} إذا هدأت الأوضاع', 'hypothetical'],
    ['من المحتمل أن', 'من المحتمل أن يزور {actor.PER:كريم الزاهد} {place.GPE:دمشق}', 'hypothetical'],
    ['لم', 'لم يلتق {actor.PER:كريم الزاهد} {recipient.PER:سالم البحيري}', 'denied'],
    ['نفى أن', 'نفى المتحدث أن يكون {actor.PER:كريم الزاهد} زار {place.GPE:دمشق}', 'denied'],
    ['a lasting imperfect', 'تسيطر {actor.ORG:حركة النور} على {place.GPE:دمشق}', 'ongoing'],
    ['a perfect', 'زار {actor.PER:كريم الزاهد} {place.GPE:دمشق}', 'asserted'],
  ])('%s', (_name, drawn, status) => {
    const found = eventsIn(undraw(drawn)).map((event) => event.status)
    expect(found).toEqual([status])
  })

  test('what a source denies is denied, whatever the grammar of its words', () => {
    const drawn = undraw('نفى المكتب تعرض {recipient.FAC:مطار النور} لهجوم من قبل {actor.ORG:حركة الفجر}')
    const start = drawn.text.indexOf('تعرض')
    const denial: Attribution = {
      id: 'a1',
      rule: 'test',
      claims: [{ start, end: drawn.text.length }],
      chain: [{ kind: 'official', description: 'المكتب' }],
      stance: 'denies',
      quote: 'indirect',
    }
    const [event] = eventsIn(drawn, [denial])
    expect(event).toMatchObject({ type: 'ASSAULT', status: 'denied', sources: ['a1'], ownVoice: false })
  })

  test.each([
    [
      'beside a noun that is denied',
      'نفى الرجل أي تورط ورفضت {actor.GPE:جزيرة الساحل} تسليم المتهم',
      'أي تورط',
      'asserted',
    ],
    [
      'denied with what stands before it',
      'نفى الرجل أن الوزارة ترددت ورفضت {actor.GPE:جزيرة الساحل} ذلك',
      'أن الوزارة',
      'denied',
    ],
  ])('a clause of its own: %s', (_name, text, claim, status) => {
    const drawn = undraw(text)
    const denial: Attribution = {
      id: 'a1',
      rule: 'test',
      claims: [{ start: drawn.text.indexOf(claim), end: drawn.text.length }],
      chain: [{ kind: 'official', description: 'الرجل' }],
      stance: 'denies',
      quote: 'indirect',
    }
    expect(eventsIn(drawn, [denial]).map((event) => event.status)).toEqual([status])
  })
})

describe('one record for each occurrence', () => {
  test('a second telling with the same people joins the first', () => {
    const events = eventsIn(
      undraw(
        'زار {actor.PER:كريم الزاهد} {place.GPE:دمشق} أمس. وجاءت زيارة {actor.PER:كريم الزاهد} إلى {place.GPE:دمشق} بعد دعوة.',
      ),
    )
    expect(events.map(({ type, evidence }) => [type, evidence.length])).toEqual([['CONSULT', 2]])
  })

  test('a definite noun without parties points back, and is no evidence', () => {
    const events = eventsIn(
      undraw('عقد {actor.PER:كريم الزاهد} اجتماعا مع {recipient.PER:سالم البحيري}. واستمر الاجتماع ساعتين.'),
    )
    expect(events.map(({ evidence }) => evidence.length)).toEqual([1])
  })

  test('other people, another record', () => {
    const events = eventsIn(
      undraw(
        'التقى {.PER:كريم الزاهد} السفير {.PER:سالم البحيري}. والتقى {.PER:فهد المنصور} الوزير {.PER:ماجد الحسن}.',
      ),
    )
    expect(events).toHaveLength(2)
  })

  test('denied and asserted stay apart', () => {
    const events = eventsIn(undraw('زار {.PER:كريم الزاهد} {.GPE:دمشق}. ولم يزر {.PER:كريم الزاهد} {.GPE:عمان}.'))
    expect(events.map(({ status }) => status)).toEqual(['asserted', 'denied'])
  })

  test('sources are the attributions whose claims hold the evidence; own voice where none does', () => {
    const drawn = undraw('قال مصدر إن {.PER:كريم الزاهد} زار {.GPE:دمشق}. وكان {.PER:سالم البحيري} زار {.GPE:عمان}.')
    const start = drawn.text.indexOf('كريم')
    const attribution: Attribution = {
      id: 'a7',
      rule: 'test',
      claims: [{ start, end: drawn.text.indexOf('.') }],
      chain: [{ kind: 'anonymous', description: 'مصدر' }],
      stance: 'asserts',
      quote: 'indirect',
    }
    const told = eventsIn(drawn, [attribution]).map(({ sources, ownVoice }) => ({ sources, ownVoice }))
    expect(told).toEqual([
      { sources: ['a7'], ownVoice: false },
      { sources: [], ownVoice: true },
    ])
  })
})
