import { loadCues, loadSourceNouns } from '@isnad/lexicon'
import { describe, expect, test } from 'vitest'
import { attributionsOf } from './attributed.js'

const rulesIn = (sentence: string): readonly string[] => attributionsOf(sentence).map(({ rule }) => rule)

describe.each(loadCues().map((cue) => [cue.id, cue] as const))('%s', (id, { examples, counterExamples }) => {
  test.each(examples)('fires in «%s»', (sentence) => {
    expect(rulesIn(sentence)).toContain(id)
  })
  if (counterExamples.length > 0)
    test.each(counterExamples)('says nothing in «%s»', (sentence) => {
      expect(rulesIn(sentence)).toEqual([])
    })
})

const linked = loadSourceNouns().filter(({ kind }) => kind !== 'occasion')
test.each(
  linked.flatMap(({ id, kind, examples }) => examples.map((sentence) => [id, kind, sentence] as const)),
)('%s is a link of kind %s in «%s»', (_id, kind, sentence) => {
  const kinds = attributionsOf(sentence).flatMap(({ chain }) => chain.map((link) => link.kind))
  expect(kinds).toContain(kind)
})

test('a remark or interview is no link of its own', () => {
  for (const { examples } of loadSourceNouns().filter(({ kind }) => kind === 'occasion'))
    for (const sentence of examples)
      expect(attributionsOf(sentence).map(({ chain }) => chain.map((link) => link.kind))).toEqual([['official']])
})
