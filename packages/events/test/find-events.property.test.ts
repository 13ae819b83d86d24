import { EntityRegister } from '@isnad/entities'
import { contains, passageOf, textOf } from '@isnad/text'
import { findTimes } from '@isnad/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findEvents } from '../src/find-events.js'

const NAMES = ['كريم الزاهد', 'سالم البحيري', 'حركة النور', 'دمشق'] as const
const TYPES = { 'كريم الزاهد': 'PER', 'سالم البحيري': 'PER', 'حركة النور': 'ORG', دمشق: 'GPE' } as const
const WORDS = [
  ...NAMES,
  ...'زار التقى قتل اعتقل هاجم سيزور اتهم دعا عقد اجتماعا زيارة هجوم إلى في على مع من قبل بين و، أن إن الذي لم قد إذا أمس الوزير قائد'.split(
    ' ',
  ),
  '.',
  '«',
  '»',
  '(',
  '،',
  'وحضره',
  '120',
]
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '))

function read(value: string) {
  const text = textOf('article', value)
  const entities = NAMES.map((name, index) => ({
    id: `e${index + 1}`,
    type: TYPES[name],
    nameAr: name,
    mentions: [...value.matchAll(new RegExp(name, 'g'))].map(({ index: start }) => ({
      start,
      end: start + name.length,
      type: TYPES[name],
      kind: 'name' as const,
    })),
    roles: [],
    candidates: [],
  }))
  const register = new EntityRegister(entities)
  return {
    register,
    events: findEvents(passageOf(text), { entities: register, attributions: [], times: findTimes(value, {}) }),
  }
}

test('evidence lies in the text and holds its trigger; participants and places are entities of the article', () =>
  fc.assert(
    fc.property(texts, (value) => {
      const { register, events } = read(value)
      for (const event of events) {
        expect(event.participants.length).toBeGreaterThan(0)
        for (const { entity } of event.participants) expect(register.get(entity)).toBeDefined()
        if (event.place !== undefined) expect(register.get(event.place)).toBeDefined()
        for (const { start, end } of event.evidence) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(value.length)
          expect(end).toBeGreaterThan(start)
        }
        expect(event.evidence.some((span) => contains(span, event.trigger))).toBe(true)
        expect(event.confidence).toBeGreaterThan(0)
        expect(event.confidence).toBeLessThanOrEqual(1)
        expect(event.ownVoice).toBe(true)
      }
    }),
  ))

test('no participant stands twice in one record', () =>
  fc.assert(
    fc.property(texts, (value) => {
      for (const { participants } of read(value).events) {
        expect(new Set(participants.map(({ entity }) => entity)).size).toBe(participants.length)
      }
    }),
  ))

test('one text, one answer', () =>
  fc.assert(
    fc.property(texts, (value) => {
      expect(read(value).events).toEqual(read(value).events)
    }),
  ))
