import { describe, expect, test } from 'vitest'
import { eventProblems } from '../src/check-events.js'
import { memorySource } from '../src/data-source.js'
import { loadEventTriggers } from '../src/event-triggers.js'
import { loadEventVetoes, loadLightVerbs, loadNounClasses } from '../src/event-words.js'

const META =
  '{ "id": "x", "revision": 1, "license": "CC0-1.0", "provenance": [{ "source": "s", "retrieved": "2026-11-22" }] }'
const withTrigger = (entry: string) =>
  memorySource({
    'events/triggers/x.json': `{ "meta": ${META}, "entries": [${entry}] }`,
    'events/light-verbs.json': `{ "meta": ${META}, "entries": [] }`,
    'events/vetoes.json': `{ "meta": ${META}, "entries": [] }`,
  })

test('the shipped triggers, light verbs and vetoes fit their schema', () => {
  expect(eventProblems()).toEqual([])
})

test('all sixteen types have triggers; words for light verbs, vetoes and nouns are there', () => {
  expect(new Set(loadEventTriggers().map(({ type }) => type)).size).toBe(16)
  expect(loadLightVerbs().length).toBeGreaterThan(20)
  expect(loadEventVetoes().length).toBeGreaterThan(3)
  expect(loadNounClasses().get('group')?.length).toBeGreaterThan(50)
})

describe('frames', () => {
  const entry = `{ "id": "event.x", "type": "CONSULT", "verb": { "lemma": "زار", "measure": 1 }, "examples": ["زار فلان"],
    "frame": { "subject": "actor", "إلى": "place|recipient:who" } }`
  test('prepositions are keyed without their hamza, alternatives keep their order', () => {
    const [trigger] = loadEventTriggers(withTrigger(entry))
    expect(trigger?.frame.get('الي')).toEqual([{ role: 'place' }, { role: 'recipient', accepts: 'who' }])
  })
  test('a masdar without an object has its subject in the genitive', () => {
    const [trigger] = loadEventTriggers(withTrigger(entry))
    expect(trigger?.nounFrame.get('genitive')).toEqual([{ role: 'actor' }])
  })
})

test.each([
  [
    'an unknown type',
    '{ "id": "event.x", "type": "MEET", "nouns": ["لقاء"], "frame": {}, "examples": ["لقاء فلان"] }',
    'type',
  ],
  [
    'an unknown role',
    '{ "id": "event.x", "type": "CONSULT", "nouns": ["لقاء"], "frame": { "subject": "guest" }, "examples": ["لقاء فلان"] }',
    'frame.subject',
  ],
  ['no example', '{ "id": "event.x", "type": "CONSULT", "nouns": ["لقاء"], "frame": {}, "examples": [] }', 'examples'],
])('%s is a problem', (_name, entry, field) => {
  expect(eventProblems(withTrigger(entry))).toEqual([
    expect.objectContaining({
      file: 'events/triggers/x.json',
      entry: 'event.x',
      detail: expect.stringContaining(field),
    }),
  ])
})

test('an id given twice is a problem', () => {
  const entry =
    '{ "id": "event.x", "type": "CONSULT", "nouns": ["لقاء"], "frame": { "subject": "actor" }, "examples": ["لقاء فلان"] }'
  expect(eventProblems(withTrigger(`${entry}, ${entry}`)).map(({ detail }) => detail)).toEqual([
    'the id stands already in events/triggers/x.json',
  ])
})
