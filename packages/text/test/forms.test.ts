import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLITICS, candidatesOf } from '../src/segmenter/candidates.js'
import { evidenceBits, evidenceOfBits, mostOf } from '../src/segmenter/evidence.js'
import { WordTable } from '../src/segmenter/forms.js'

test('a word is made once, wherever it stands, and found again after many others', () => {
  const made: string[] = []
  const table = new WordTable((printed) => {
    made.push(printed)
    return { printed }
  })
  const first = table.of('قال')
  const more = Array.from({ length: 70_000 }, (_, i) => table.of(`ك${i}`))
  expect(more.map(({ printed }) => printed)).toEqual(Array.from({ length: 70_000 }, (_, i) => `ك${i}`))
  expect(table.of('قال')).toBe(first)
  expect(table.of('ك69999')).toBe(more.at(-1))
  expect(new Set(made).size).toBe(made.length)
})

test('words that hash alike stay apart', () => {
  const table = new WordTable((printed) => ({ printed }))
  const value = 'ابجد'
  const words = [table.at(value, 0, 1, 5), table.at(value, 1, 2, 5), table.at(value, 0, 2, 5), table.at(value, 1, 2, 5)]
  expect(words.map(({ printed }) => printed)).toEqual(['ا', 'ب', 'اب', 'ب'])
  expect(words[3]).toBe(words[1])
})

test('each pair of prefixes and suffix has a number of its own', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'وفبلكسهانيتمةقر'), { minLength: 1, maxLength: 9 }), (units) => {
      const numbers = new Map<number, string>()
      for (const { prefix, suffix, clitics } of candidatesOf(units.join(''))) {
        expect(numbers.get(clitics) ?? `${prefix}|${suffix}`).toBe(`${prefix}|${suffix}`)
        expect(clitics).toBeLessThan(CLITICS)
        numbers.set(clitics, `${prefix}|${suffix}`)
      }
    }),
  ))

const counts = fc.record(
  Object.fromEntries(
    ['bare', 'definite', 'conjoined', 'prefixed', 'suffixed'].map((name) => [name, fc.nat(7)]),
  ) as Record<'bare' | 'definite' | 'conjoined' | 'prefixed' | 'suffixed', fc.Arbitrary<number>>,
)

test('evidence travels as bits', () =>
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      expect(evidenceOfBits(evidenceBits(a))).toEqual(a)
      expect(evidenceOfBits(mostOf(evidenceBits(a), evidenceBits(b)))).toEqual({
        bare: Math.max(a.bare, b.bare),
        definite: Math.max(a.definite, b.definite),
        conjoined: Math.max(a.conjoined, b.conjoined),
        prefixed: Math.max(a.prefixed, b.prefixed),
        suffixed: Math.max(a.suffixed, b.suffixed),
      })
    }),
  ))
