import { passageOf, textOf } from '@isnad/text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Emissions } from '../../src/tagger/emissions.js'
import { featuresAt, Knowledge, type Sentence, sentencesOf } from '../../src/tagger/features.js'
import { Gazetteer } from '../../src/tagger/gazetteer.js'
import { packModel, type TaggerModel, unpackModel } from '../../src/tagger/model.js'
import { type Word, wordOf } from '../../src/tagger/word.js'

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

/** Words share slots with others, as they do where many were met. */
const wordsOf = (text: string, slots: number): Word[] =>
  passageOf(textOf('article', text)).tokens.map((token) => ({ ...wordOf(token), slot: wordOf(token).slot % slots }))

const sums = (sentence: Sentence, model: TaggerModel): number[] =>
  sentence.words.flatMap((_, i) => {
    const row = new Int32Array(LABELS.length)
    const features = Uint32Array.from(featuresAt(sentence, i))
    model.addSteps(features, features.length, row, 0)
    return [...row]
  })

/** A model that knows two in three of the features of some sentences. */
function modelOf(sentences: readonly Sentence[]): TaggerModel {
  const features = new Set<number>()
  for (const sentence of sentences)
    for (let i = 0; i < sentence.words.length; i++)
      for (const f of featuresAt(sentence, i)) if (f !== 0 && f % 3 !== 0) features.add(f)
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
  ['with room for all', 1 << 10, 1 << 16],
  ['when what was kept is forgotten', 1 << 4, 1 << 16],
  ['when words take over the slots of others', 1 << 10, 3],
])('what is summed once and kept is what the features of each position sum to, %s', (_, room, slots) =>
  fc.assert(
    fc.property(sentences, (drawn) => {
      const read = sentencesOf(
        drawn.map((words) => wordsOf(words.join(' '), slots)),
        knowledge,
      )
      const model = modelOf(read)
      const emissions = new Emissions(model, room)
      for (const sentence of [...read, ...read]) expect([...emissions.of(sentence)]).toEqual(sums(sentence, model))
    }),
    { numRuns: 20 },
  ))
