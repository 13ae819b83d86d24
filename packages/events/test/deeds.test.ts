import { describe, expect, test } from 'vitest'
import { stepsOf } from '../src/deeds.js'
import { eventsIn, undraw } from './drawn.js'

const confidenceOf = (drawn: string): number => eventsIn(undraw(drawn))[0]?.confidence ?? 0

describe('steps of a score', () => {
  const steps = [-2, -1, 1, 2]
  test.each([
    [-3, ['sentence.hardly-tells-it-2', 'sentence.hardly-tells-it-1']],
    [-1.5, ['sentence.hardly-tells-it-1']],
    [0, []],
    [1, ['sentence.tells-it-1']],
    [9, ['sentence.tells-it-1', 'sentence.tells-it-2']],
  ])('%d', (score, expected) => {
    expect(stepsOf(score, steps)).toEqual(expected)
  })
})

test('a blow told as news is believed more than the same blow recalled', () => {
  const news = 'قتل {.PER:ثلاثة جنود} وأصيب خمسة آخرون بجروح أمس في انفجار سيارة مفخخة قرب {.GPE:دمشق}'
  const recalled = 'كل هذا كان قبل سنوات، عندما قتل {.PER:ثلاثة جنود} في تلك الحرب التي لا يذكرها أحد'
  expect(confidenceOf(news)).toBeGreaterThan(confidenceOf(recalled) + 0.1)
})

test('only violence and protests are asked about', () => {
  const [visit] = eventsIn(undraw('زار {.PER:كريم الزاهد} {.GPE:دمشق} أمس'))
  expect(visit?.reasons.some((reason) => reason.includes('tells-it'))).toBe(false)
})
