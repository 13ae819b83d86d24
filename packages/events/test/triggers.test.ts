import { loadEventTriggers, loadEventVetoes } from '@isnad/lexicon'
import { describe, expect, test } from 'vitest'
import { consulting, eventsIn, rolesOf, undraw } from './drawn.js'

const triggers = loadEventTriggers()

describe('every example of the trigger lexicon fires with its roles', () => {
  const cases = triggers.flatMap(({ id, type, examples }) => examples.map((example) => ({ id, type, example })))
  test.each(cases)('$id: $example', ({ type, example }) => {
    const drawn = undraw(example)
    const found = eventsIn(drawn).filter((event) => event.type === type)
    const told = found.map((event) => ({
      trigger: drawn.text.slice(event.trigger.start, event.trigger.end),
      status: event.status,
      roles: consulting(rolesOf(event, drawn), type),
    }))
    expect(told).toContainEqual({
      trigger: drawn.trigger?.word,
      status: drawn.trigger?.status,
      roles: consulting(drawn.roles, type),
    })
  })
})

describe('no counter-example of the trigger lexicon fires', () => {
  const cases = triggers.flatMap(({ id, type, counterExamples }) =>
    counterExamples.map((example) => ({ id, type, example })),
  )
  test.each(cases)('$id: $example', ({ type, example }) => {
    const drawn = undraw(example)
    expect(eventsIn(drawn).filter((event) => event.type === type)).toEqual([])
  })
})

describe('no counter-example of a veto fires at all', () => {
  const cases = loadEventVetoes().flatMap(({ id, counterExamples }) =>
    (counterExamples ?? []).map((example) => ({ id, example })),
  )
  test.each(cases)('$id: $example', ({ example }) => {
    expect(eventsIn(undraw(example))).toEqual([])
  })
})
