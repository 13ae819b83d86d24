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
    ['hostile to somebody', 'تظاهر {actor.PER:مئات العمال} بشعارات مناهضة ل{recipient.ORG:حزب الفجر}', 'حزب الفجر'],
  ])('against whom: %s', (_name, drawn, expected) => {
    expect(told(drawn, 'PROTEST')).toEqual([`asserted: actor مئات العمال, recipient ${expected}`])
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
    ['rounded figures', 'قتل الجيش نحو {.PER:40 مسلحا} أمس', 'recipient 40 مسلحا'],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn, 'ASSAULT').join()).toContain(expected)
  })

  test('aircraft strike and are not struck', () => {
    expect(told('قصفت طائرات حربية المنطقة أمس', 'ASSAULT').join()).not.toContain('recipient')
  })
})
