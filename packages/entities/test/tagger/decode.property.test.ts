import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decoder } from '../../src/tagger/decode.js'
import { featuresAt } from '../../src/tagger/features.js'
import { Gazetteer } from '../../src/tagger/gazetteer.js'
import { Knowledge } from '../../src/tagger/knowledge.js'
import { neverFollows, packModel, type TaggerModel, unpackModel } from '../../src/tagger/model.js'
import { packedWidth, unpackRow } from '../../src/tagger/packed.js'
import { REACH, type Sequence, sequenceOf } from '../../src/tagger/sequence.js'

const LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG']
const knowledge = new Knowledge({
  classes: { pathOf: (hash) => hash & 4095, ratesOf: (hash) => (hash >>> 3) & 511 },
  likeness: { levelOf: (bare) => bare.length & 7 },
  gazetteer: new Gazetteer(),
})

/** A sequence of one sentence, which begins at `REACH`. */
const sequenceOfText = (text: string): Sequence => sequenceOf([passageOf(textOf('article', text)).tokens], knowledge)

const wordsIn = (sequence: Sequence): number => sequence.length - 2 * REACH

/**
 * A model that knows every feature of the sentence, with weights drawn from the numbers given; moves are a `scale`th of them, and
 * each feature adds `outside` to O.
 */
function modelOf(sequence: Sequence, numbers: readonly number[], scale = 40, outside = 0): TaggerModel {
  const features = new Set<number>()
  for (let i = 0; i < wordsIn(sequence); i++)
    for (const f of featuresAt(sequence, REACH + i)) if (f !== 0) features.add(f)
  let k = 0
  const draw = () => (numbers[k++ % numbers.length] ?? 0) / scale
  const weigh = (_: unknown, at: number) => (draw() * scale) / 40 + (at % LABELS.length === 0 ? outside : 0)
  return unpackModel(
    packModel({
      labels: LABELS,
      transitions: Float32Array.from({ length: LABELS.length ** 2 }, draw),
      starts: Float32Array.from({ length: LABELS.length }, draw),
      features: Uint32Array.from(features),
      weights: Float32Array.from({ length: features.size * LABELS.length }, weigh),
    }),
  )
}

/** Every labelling with its score, the slow and obvious way. */
function* labellings(sequence: Sequence, model: TaggerModel): Generator<{ path: number[]; score: number }> {
  const width = LABELS.length
  const length = wordsIn(sequence)
  const emissions = Array.from({ length }, (_, i) => {
    const packed = new Int32Array(packedWidth(width))
    for (const feature of featuresAt(sequence, REACH + i)) model.weights.add(feature, packed, 0)
    const sums = new Int32Array(width)
    unpackRow(packed, 0, width, sums, 0)
    return sums
  })
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

test.each([
  ['whatever the weights are', 40, 0],
  ['when moves weigh little', 400, 0],
  ['when most words are surely outside', 400, 0.2],
])('the labels are those of the best of all labellings, the marginals their sums, %s', (_, scale, outside) =>
  fc.assert(
    fc.property(words, numbers, (drawn, weights) => {
      const sequence = sequenceOfText(drawn.join(' '))
      const length = wordsIn(sequence)
      const model = modelOf(sequence, weights, scale, outside)
      const all = [...labellings(sequence, model)]
      const most = Math.max(...all.map(({ score }) => score))
      const decoder = new Decoder(model)
      const path = decoder.tag(sequence).slice(REACH, REACH + length)
      const own = all.find((one) => one.path.every((label, i) => label === path[i]))
      expect(own?.score ?? Number.NEGATIVE_INFINITY).toBeCloseTo(most, 3)
      const mass = all.reduce((sum, { score }) => sum + Math.exp(score - most), 0)
      const share = (i: number, l: number): number =>
        all.reduce((sum, one) => sum + (one.path[i] === l ? Math.exp(one.score - most) : 0), 0) / mass
      for (const { first, end, score } of decoder.names(sequence, 0)) {
        const own = Array.from({ length: end - first }, (_, k) =>
          share(first - REACH + k, path[first - REACH + k] ?? 0),
        )
        expect(score).toBeCloseTo(Math.min(...own), 3)
      }
      const marginals = decoder.marginals(REACH, REACH + length, true, true)
      for (let i = 0; i < length; i++)
        for (let l = 0; l < LABELS.length; l++) expect(marginals[i * LABELS.length + l]).toBeCloseTo(share(i, l), 3)
    }),
    { numRuns: 40 },
  ))

/** Viterbi over the whole sentence, the plain way. */
function bestOf(sequence: Sequence, { labels, transitions, starts, step, weights }: TaggerModel): number[] {
  const width = labels.length
  const rows: { score: number; path: number[] }[][] = []
  for (let i = 0; i < wordsIn(sequence); i++) {
    const packed = new Int32Array(packedWidth(width))
    for (const feature of featuresAt(sequence, REACH + i)) weights.add(feature, packed, 0)
    const sums = new Int32Array(width)
    unpackRow(packed, 0, width, sums, 0)
    rows.push(
      labels.map((_, to) => {
        const own = (sums[to] ?? 0) * step
        const ways = (rows[i - 1] ?? [{ score: 0, path: [] }]).map(({ score, path }, from) => ({
          score: score + own + ((i === 0 ? starts[to] : transitions[from * width + to]) ?? 0),
          path: [...path, to],
        }))
        return ways.reduce((a, b) => (b.score > a.score ? b : a))
      }),
    )
  }
  return rows.at(-1)?.reduce((a, b) => (b.score > a.score ? b : a)).path ?? []
}

const longer = fc.array(fc.constantFrom('قال', 'وزير', 'سامر', 'للحزب', 'وبغداد', '7', '،', 'NATO', 'في', 'عاد'), {
  minLength: 5,
  maxLength: 40,
})

test.each([
  ['when few words are surely outside', 0.02],
  ['when many are', 0.1],
  ['when most are', 0.3],
])('words that are surely outside part a sentence and change nothing, %s', (_, outside) =>
  fc.assert(
    fc.property(longer, numbers, (drawn, weights) => {
      const sequence = sequenceOfText(drawn.join(' '))
      const model = modelOf(sequence, weights, 60, outside)
      const decoder = new Decoder(model)
      const path = [...decoder.tag(sequence).slice(REACH, REACH + wordsIn(sequence))]
      expect(path).toEqual(bestOf(sequence, model))
      const names = decoder.names(sequence, 0)
      const marginals = decoder.marginals(REACH, REACH + wordsIn(sequence), true, true).slice()
      for (const { first, end, score } of names) {
        let least = 1
        for (let i = first; i < end; i++)
          least = Math.min(least, marginals[(i - REACH) * LABELS.length + (path[i - REACH] ?? 0)] ?? 0)
        expect(score).toBeCloseTo(least, 4)
      }
    }),
    { numRuns: 25 },
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
