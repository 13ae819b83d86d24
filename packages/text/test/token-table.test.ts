import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '../src/span.js'
import { TokenTable } from '../src/token-table.js'
import { type Token, tokenize } from '../src/tokens.js'

const tokensOf = (value: string): Token[] => tokenize(textOf('article', value))
const describe = ({ kind, text, segments, start }: Token): string =>
  [kind, text, ...segments.map((segment) => `${segment.role} ${segment.form} ${segment.start - start}`)].join(' | ')

const WORDS = 'وقال قال الوزير للوزير قاآني لقاآني 120 ، « » وزارتها www.example.com مساء'.split(' ')

test('a table answers as its maker does, wherever a token stands and whatever other tables keep of it', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), { maxLength: 8 }), (articles) => {
      const tables = [new TokenTable(describe), new TokenTable((token) => describe(token).length)] as const
      for (const words of articles)
        for (const token of tokensOf(words.join(' '))) {
          expect(tables[0].of(token)).toBe(describe(token))
          expect(tables[1].of(token)).toBe(describe(token).length)
        }
    }),
  ))

test('a form is described once while it keeps coming, and once for each way in which it is cut', () => {
  const made: string[] = []
  const table = new TokenTable((token) => made.push(describe(token)))
  const read = (value: string): number[] => tokensOf(value).map((token) => table.of(token))
  expect(read('قال ثم قال')).toEqual([1, 2, 1])
  // «لقاآني» beside «قاآني» loses its ل.
  expect(read('لقاآني')).toEqual([3])
  expect(read('قاآني لقاآني')).toEqual([4, 5])
  expect(read('قال')).toEqual([1])
  expect(read('لقاآني')).toEqual([3])
  expect(made).toHaveLength(5)
})
