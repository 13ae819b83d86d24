import { passageOf, type Token, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Emissions } from '../../src/tagger/emissions.js'
import { featuresAt } from '../../src/tagger/features.js'
import { Gazetteer } from '../../src/tagger/gazetteer.js'
import { Knowledge } from '../../src/tagger/knowledge.js'
import { packModel, type TaggerModel, unpackModel } from '../../src/tagger/model.js'
import { packedWidth, unpackRow } from '../../src/tagger/packed.js'
import { type Sequence, sequenceOf } from '../../src/tagger/sequence.js'

const LABELS = ['O', 'B-PER', 'I-PER']

function knowledgeOf(): Knowledge {
  const gazetteer = new Gazetteer()
  gazetteer.add('person', 'سامر الراوي')
  gazetteer.add('place', 'وادي الراوي')
  gazetteer.addSingle('givenName', 'سامر')
  gazetteer.addSingle('placeHead', 'وادي')
  return new Knowledge({
    classes: { pathOf: (hash) => hash & 4095, ratesOf: (hash) => (hash >>> 3) & 511 },
    likeness: { levelOf: (bare) => bare.length & 7 },
    gazetteer,
  })
}

const knowledge = knowledgeOf()

const tokensOf = (text: string): readonly Token[] => passageOf(textOf('article', text)).tokens

/** The places at which words stand. */
const placesOf = ({ words }: Sequence): number[] => [...words.keys()].filter((i) => words[i] !== undefined)

const sums = (sequence: Sequence, { weights }: TaggerModel): number[][] =>
  placesOf(sequence).map((i) => {
    const packed = new Int32Array(packedWidth(LABELS.length))
    const features = featuresAt(sequence, i)
    weights.addAll(Int32Array.from(features), features.length, packed, 0)
    const row = new Int32Array(LABELS.length)
    unpackRow(packed, 0, LABELS.length, row, 0)
    return [...row]
  })

/** A model that knows two in three of the features of some sentences. */
function modelOf(sequence: Sequence): TaggerModel {
  const features = new Set<number>()
  for (const i of placesOf(sequence))
    for (const f of featuresAt(sequence, i)) if (f !== 0 && f % 3 !== 0) features.add(f)
  return unpackModel(
    packModel({
      labels: LABELS,
      transitions: new Float32Array(LABELS.length ** 2),
      starts: new Float32Array(LABELS.length),
      features: Uint32Array.from(features),
      weights: Float32Array.from({ length: features.size * LABELS.length }, (_, k) => ((k * 37) % 255) - 127),
    }),
  )
}

const sentences = fc.array(
  fc.array(
    fc.constantFrom('قال', 'وزير', 'سامر', 'الراوي', 'وادي', 'للحزب', 'وبغداد', '7', '،', '«', '»', 'NATO', '2011'),
    { minLength: 1, maxLength: 9 },
  ),
  { minLength: 1, maxLength: 12 },
)

test.each([
  ['with room for all', 1 << 10],
  ['when what was kept is forgotten', 1 << 4],
])('what is summed once and kept is what the features of each position sum to, %s', (_, room) =>
  fc.assert(
    fc.property(sentences, (drawn) => {
      const article = drawn.map((words) => tokensOf(words.join(' ')))
      const whole = sequenceOf(article, knowledge)
      const model = modelOf(whole)
      const emissions = new Emissions(model, room)
      for (const sequence of [whole, sequenceOf([...article].reverse(), knowledge), whole]) {
        const steps = emissions.of(sequence)
        const rows = placesOf(sequence).map((i) => [...steps.subarray(i * LABELS.length, (i + 1) * LABELS.length)])
        expect(rows).toEqual(sums(sequence, model))
      }
    }),
    { numRuns: 40 },
  ))

test('rows of two numbers to an integer add up as single numbers do', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 5, maxLength: 5 })), (rows) => {
      const packed = new Int32Array(packedWidth(5))
      for (const row of rows)
        for (const [label, number] of row.entries())
          packed[label >> 1] = (packed[label >> 1] ?? 0) + (number << (16 * (label & 1)))
      const sums = new Int32Array(5)
      unpackRow(packed, 0, 5, sums, 0)
      expect([...sums]).toEqual([0, 1, 2, 3, 4].map((label) => rows.reduce((sum, row) => sum + (row[label] ?? 0), 0)))
    }),
  ))
