import { type Entity, EntityRegister } from '@isnad/entities'
import { textOf, tokenize } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MentionIndex } from '../src/reading/mentions.js'

const texts = fc
  .array(fc.constantFrom('وزير', 'في', 'وقال', 'سالم', 'ب', '،', 'البحيري'), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(' '))
const spans = fc.array(fc.record({ start: fc.nat(120), length: fc.integer({ min: 1, max: 20 }) }), { maxLength: 12 })

test('mentions told for all words in order are those told for each', () =>
  fc.assert(
    fc.property(texts, spans, (value, places) => {
      const entities = places.map(
        ({ start, length }, index): Entity => ({
          id: `e${index + 1}`,
          type: 'PER',
          nameAr: 'سالم',
          mentions: [{ start, end: start + length, type: 'PER', kind: 'name' }],
          roles: [],
          candidates: [],
        }),
      )
      const index = new MentionIndex(new EntityRegister(entities))
      const words = tokenize(textOf('article', value))
      expect(index.inOrder(words)).toEqual(words.map((word) => index.at(word)))
    }),
  ))
