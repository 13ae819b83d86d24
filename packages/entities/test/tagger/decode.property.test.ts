import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decoder } from '../../src/tagger/decode.js'
import { featuresAt, Knowledge, type Sentence, sentencesOf } from '../../src/tagger/features.js'
import { Gazetteer } from '../../src/tagger/gazetteer.js'
import { neverFollows, packModel, type TaggerModel, unpackModel } from '../../src/tagger/model.js'
import { wordOf } from '../../src/tagger/word.js'

const LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG']
const knowledge = new Knowledge({
  classes: { pathOf: (hash) => hash & 4095, ratesOf: (hash) => (hash >>> 3) & 511 },
  likeness: { levelOf: (bare) => bare.length & 7 },
  gazetteer: new Gazetteer(),
})

function sentenceOf(text: string): Sentence {
  const { tokens } = passageOf(textOf('article', text))
  const [sentence] = sentencesOf([tokens.map(wordOf)], knowledge)
  if (sentence === undefined) throw new Error('no sentence')
  return sentence
}

/** A model that knows every feature of the sentence, with weights drawn from the numbers given. */
function modelOf(sentence: Sentence, numbers: readonly number[]): TaggerModel {
  const features = new Set<number>()
  for (let i = 0; i < sentence.words.length; i++) for (const f of featuresAt(sentence, i)) if (f !== 0) features.add(f)
  let k = 0
  const draw = () => (numbers[k++ % numbers.length] ?? 0) / 40
  return unpackModel(
    packModel({
      labels: LABELS,
      transitions: Float32Array.from({ length: LABELS.length ** 2 }, draw),
      starts: Float32Array.from({ length: LABELS.length }, draw),
      features: Uint32Array.from(features),
      weights: Float32Array.from({ length: features.size * LABELS.length }, draw),
    }),
  )
}

/** Every labelling with its score, the slow and obvious way. */
function* labellings(sentence: Sentence, model: TaggerModel): Generator<{ path: number[]; score: number }> {
  const width = LABELS.length
  const emissions = sentence.words.map((_, i) => {
    const sums = new Int32Array(width)
    const features = Uint32Array.from(featuresAt(sentence, i))
    model.addSteps(features, features.length, sums, 0)
    return sums
  })
  const length = sentence.words.length
  for (let code = 0; code < width ** length; code++) {
    const path = Array.from({ length }, (_, i) => Math.floor(code / width ** i) % width)
    let score = 0
    for (const [i, label] of path.entries()) {
      const before = path[i - 1]
      score += before === undefined ? (model.starts[label] ?? 0) : (model.transitions[before * width + label] ?? 0)
      score += (emissions[i]?.[label] ?? 0) * model.step
    }
    if (score > Number.NEGATIVE_INFINITY) yield { path, score }
  }
}

const words = fc.array(fc.constantFrom('قال', 'وزير', 'سامر', 'للحزب', 'وبغداد', '7', '،', 'NATO'), {
  minLength: 1,
  maxLength: 4,
})
const numbers = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 37, maxLength: 60 })

test('the labels are those of the best of all labellings, the marginals their sums', () =>
  fc.assert(
    fc.property(words, numbers, (drawn, weights) => {
      const sentence = sentenceOf(drawn.join(' '))
      const model = modelOf(sentence, weights)
      const all = [...labellings(sentence, model)]
      const most = Math.max(...all.map(({ score }) => score))
      const tagging = new Decoder(model).tag(sentence)
      const own = all.find(({ path }) => path.every((label, i) => label === tagging.path[i]))
      expect(own?.score ?? Number.NEGATIVE_INFINITY).toBeCloseTo(most, 3)
      const mass = all.reduce((sum, { score }) => sum + Math.exp(score - most), 0)
      const marginals = tagging.marginals()
      for (let i = 0; i < sentence.words.length; i++)
        for (let l = 0; l < LABELS.length; l++) {
          const share =
            all.reduce((sum, { path, score }) => sum + (path[i] === l ? Math.exp(score - most) : 0), 0) / mass
          expect(marginals[i * LABELS.length + l]).toBeCloseTo(share, 3)
        }
    }),
    { numRuns: 40 },
  ))

test('I- stands after B- or I- of its own type alone', () => {
  expect(neverFollows('B-PER', 'I-PER')).toBe(false)
  expect(neverFollows('I-PER', 'I-PER')).toBe(false)
  expect(neverFollows('B-ORG', 'I-PER')).toBe(true)
  expect(neverFollows('O', 'I-PER')).toBe(true)
  expect(neverFollows(undefined, 'I-PER')).toBe(true)
  expect(neverFollows(undefined, 'B-PER')).toBe(false)
  expect(neverFollows('I-ORG', 'B-ORG')).toBe(false)
})
