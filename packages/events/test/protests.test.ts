import { describe, expect, test } from 'vitest'
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
    ['rounded figures', 'قتل الجيش نحو {.PER:40 مسلحا} أمس', 'recipient 40 مسلحا'],
  ])('%s', (_name, drawn, expected) => {
    expect(told(drawn, 'ASSAULT').join()).toContain(expected)
  })

  test('aircraft strike and are not struck', () => {
    expect(told('قصفت طائرات حربية المنطقة أمس', 'ASSAULT').join()).not.toContain('recipient')
  })
})
