import { describe, expect, test } from 'vitest'
import { eventsIn, undraw } from './drawn.js'

/** The place of the first event of a drawn sentence. */
function placeIn(drawn: string): string | undefined {
  const sentence = undraw(drawn)
  const id = eventsIn(sentence)[0]?.place
  return sentence.entities.find((entity) => entity.id === id)?.nameAr
}

describe('where it happened', () => {
  test.each([
    ['behind its own preposition', 'اعتقلت {.ORG:شرطة الساحل} {.PER:كريم الزاهد} في {.GPE:دمشق}', 'دمشق'],
    ['where the site lies that was struck', 'هاجم {.ORG:جيش الساحل} {.FAC:قنصلية النور} في {.GPE:حلب}', 'حلب'],
    ['the only place that the clause names', 'في مدينة {.GPE:حلب} قتل {.PER:سبعة جنود} فجرا', 'حلب'],
    ['the town that a blow is named after', 'تبنت {.ORG:حركة النور} تفجير {.GPE:دمشق}', 'دمشق'],
    [
      'a country is struck and no place of the blow',
      'أيد {.PER:كريم الزاهد} هجوم {.GPE:العراق} على {.ORG:حركة النور}',
      undefined,
    ],
    ['no place of another sentence', 'انعقد المؤتمر في {.GPE:دمشق}. قتل {.PER:سبعة جنود} فجرا', undefined],
  ])('%s', (_name, drawn, expected) => {
    expect(placeIn(drawn)).toBe(expected)
  })
})
