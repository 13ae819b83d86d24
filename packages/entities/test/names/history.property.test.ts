import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_GRAPHONE, History, step } from '../../src/names/graphones.js'
import { graphoneModel } from '../../src/names/model-files.js'

test('a history that is laid out once tells of each symbol what a step tells, and nothing of those below the least', () => {
  const model = graphoneModel()
  const laidOut = new History(model)
  const next = { node: 0 }
  fc.assert(
    fc.property(
      fc.nat(model.deepest - 1),
      fc.array(fc.nat(model.graphones.length - 1), { minLength: 1, maxLength: 20 }),
      fc.option(fc.integer({ min: -20, max: 0 }), { nil: Number.NEGATIVE_INFINITY }),
      (history, graphones, least) => {
        laidOut.read(history, least)
        for (const graphone of graphones) {
          const wanted = step(model, history, FIRST_GRAPHONE + graphone, next)
          const log = laidOut.step(FIRST_GRAPHONE + graphone)
          if (wanted < least && log === Number.NEGATIVE_INFINITY) continue
          expect(log).toBe(wanted)
          expect(laidOut.next).toBe(next.node)
        }
      },
    ),
    { numRuns: 300 },
  )
})
