import { memorySource } from '@isnad/lexicon'
import { describe, expect, test } from 'vitest'
import { deedModels, stepsOf } from '../src/confidence/deeds.js'
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

describe('a data folder without good models says what to do', () => {
  const model = '{ "bias": 0, "steps": [1], "weights": { "هجوم": 0.5 } }'
  test.each([
    ['no file', {}, /deeds\.json: cannot be read/],
    ['half a file', { 'deeds.json': '{ "ASSAULT"' }, /write the file anew/],
    ['one model of two', { 'deeds.json': `{ "ASSAULT": ${model} }` }, /write the file anew/],
    ['no weights', { 'deeds.json': `{ "ASSAULT": ${model}, "PROTEST": { "bias": 0, "steps": [] } }` }, /anew/],
  ])('%s', (_name, files, message) => {
    expect(() => deedModels(memorySource(files))).toThrow(message)
    expect(() => deedModels(memorySource(files))).toThrow(expect.objectContaining({ code: 'LEXICON_INVALID' }))
  })

  test('both models are read', () => {
    const models = deedModels(memorySource({ 'deeds.json': `{ "ASSAULT": ${model}, "PROTEST": ${model} }` }))
    expect(models.get('PROTEST')?.weights.get('هجوم')).toBe(0.5)
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
