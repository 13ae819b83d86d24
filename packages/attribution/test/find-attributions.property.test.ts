import { findAttributions } from '@isnad/attribution'
import { EntityRegister } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const WORDS =
  'قال وقال قالت وأضاف مؤكدا نقلت نفى عن إن أن بأن الوزير مصدر المصدر بيان في لوكالة المدار بحسب وفقا لما كما ، . : « » " ” “ ( ) الذي لكن تغريدة طريق مفتوح وجاء \n'
    .split(' ')
    .map((word) => (word === '' ? ' ' : word))

const articles = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 80 })
  .map((words) => words.join(' '))
  .map((value) => {
    const title = value.indexOf('\n') < 0 ? 0 : value.indexOf('\n')
    const body = value
      .slice(title)
      .split('\n')
      .reduce(
        ({ at, spans }, line) => ({
          at: at + line.length + 1,
          spans: line.trim() === '' ? spans : [...spans, { start: at, end: at + line.length }],
        }),
        { at: title, spans: [] as { start: number; end: number }[] },
      ).spans
    return passageOf(textOf('article', value), { title: { start: 0, end: title }, body })
  })

test('cues and claims lie in the body, spans stand in order, no chain is empty', () =>
  fc.assert(
    fc.property(articles, (passage) => {
      const register = new EntityRegister([])
      const found = findAttributions(passage, register)
      const first = passage.body[0]?.start ?? 0
      const last = passage.body.at(-1)?.end ?? 0
      let before = 0
      for (const { cue, claims, chain } of found) {
        expect(chain.length).toBeGreaterThan(0)
        expect(claims.length).toBeGreaterThan(0)
        const links = chain.flatMap(({ span }) => (span === undefined ? [] : [span]))
        for (const span of [...(cue === undefined ? [] : [cue]), ...claims, ...links]) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.start).toBeGreaterThanOrEqual(first)
          expect(span.end).toBeLessThanOrEqual(last)
        }
        for (const [index, claim] of claims.entries())
          expect(claim.start).toBeGreaterThanOrEqual(claims[index - 1]?.end ?? 0)
        for (const { entity } of chain) if (entity !== undefined) expect(register.get(entity)).toBeDefined()
        const place = cue?.start ?? claims[0]?.start ?? 0
        expect(place).toBeGreaterThanOrEqual(before)
        before = place
      }
      expect(found.map(({ id }) => id)).toEqual(found.map((_, index) => `a${index + 1}`))
    }),
    { numRuns: 400 },
  ))

test('the same text gives the same attributions', () =>
  fc.assert(
    fc.property(articles, (passage) => {
      const once = findAttributions(passage, new EntityRegister([]))
      expect(findAttributions(passage, new EntityRegister([]))).toEqual(once)
    }),
    { numRuns: 100 },
  ))
