import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entity } from '../src/entity.js'
import { EntityRegister } from '../src/entity-register.js'

const spans = fc.array(
  fc.record({ start: fc.nat(20), length: fc.integer({ min: 1, max: 6 }) }).map(({ start, length }) => ({
    start,
    end: start + length,
  })),
  { maxLength: 12 },
)
const entityOf = (index: number, span: { start: number; end: number }): Entity => ({
  id: `e${index + 1}`,
  type: 'PER',
  nameAr: 'سالم',
  mentions: [{ ...span, type: 'PER', kind: 'name' }],
  roles: [],
  candidates: [],
})

test('what is added one by one is found as in a register that had it from the start', () =>
  fc.assert(
    fc.property(spans, spans, (known, added) => {
      const register = new EntityRegister(known.map((span, index) => entityOf(index, span)))
      expect(register.within({ start: 0, end: 30 })).toHaveLength(known.length)
      for (const span of added) {
        const entity = register.addUnnamed(span, { type: 'PER', nameAr: 'مسلحون', group: true })
        expect(entity.mentions.some(({ start, end }) => start === span.start && end === span.end)).toBe(true)
        expect(register.exactly(span)).toBe(register.addUnnamed(span, { type: 'ORG', nameAr: 'لجنة' }))
      }
      const fresh = new EntityRegister(register.entities)
      for (let start = 0; start < 28; start++)
        for (const end of [start + 1, start + 4, 30]) {
          expect(register.within({ start, end })).toEqual(fresh.within({ start, end }))
          expect(register.exactly({ start, end })).toEqual(fresh.exactly({ start, end }))
        }
    }),
  ))
