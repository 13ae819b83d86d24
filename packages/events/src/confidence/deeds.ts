import { fileURLToPath } from 'node:url'
import { type DataSource, folderSource, oncePerSource } from '@isnad/lexicon'
import { IsnadError } from '@isnad/text'
import type { Word } from '../forms/words.js'

const DEED_TYPES = ['ASSAULT', 'PROTEST'] as const
/** Types whose deeds a model knows by the sentences that tell them; see `data/deeds.md`. */
export type DeedType = (typeof DEED_TYPES)[number]

interface DeedModel {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
  /** Log-odds that part the sentences of news in which such a deed is read, in even steps from unlikely to likely. */
  readonly steps: readonly number[]
}

const WORDS_IN_A_STEP = 8
const MOST_LENGTHS = 7

/** What the model sees of a sentence: stems, pairs of neighbours, the first word, the length; of a name only its kind. */
export function sentenceFeatures(words: readonly Word[]): ReadonlySet<string> {
  const features = new Set<string>()
  let before = ''
  let count = 0
  for (const word of words) {
    if (word.inside) continue
    const key = keyOf(word)
    if (count === 0) features.add(`^ ${key}`)
    features.add(key)
    if (before !== '') features.add(`${before} ${key}`)
    before = key
    count++
  }
  features.add(`# ${Math.min(MOST_LENGTHS, Math.floor(count / WORDS_IN_A_STEP))}`)
  return features
}

function keyOf({ token, stem, mention }: Word): string {
  if (mention?.named === true) return `@${mention.entity.type}`
  if (token.kind === 'number') return '@number'
  return token.kind === 'word' ? stem : token.text
}

const FILE = 'deeds.json'

interface StoredModel {
  readonly bias: number
  readonly steps: readonly number[]
  readonly weights: Readonly<Record<string, number>>
}

/** The models of a data folder. Throws `LEXICON_INVALID` for a file that is missing, no JSON, or lacks a model. */
export const deedModels = oncePerSource((source: DataSource): ReadonlyMap<DeedType, DeedModel> => {
  const text = source.read(FILE)
  try {
    const stored = JSON.parse(text) as Readonly<Record<DeedType, StoredModel>>
    return new Map(
      DEED_TYPES.map((type) => {
        const { bias, steps, weights } = stored[type]
        return [type, { bias, steps, weights: new Map(Object.entries(weights)) }]
      }),
    )
  } catch (cause) {
    const repair = 'reinstall the package or write the file anew with training/fit-deeds.mjs --write'
    throw new IsnadError('LEXICON_INVALID', `${FILE}: holds no models of ${DEED_TYPES.join(' and ')}; ${repair}`, {
      cause,
    })
  }
})

let shipped: DataSource | undefined

function modelOf(type: DeedType): DeedModel {
  shipped ??= folderSource(fileURLToPath(new URL('../../data', import.meta.url)))
  return deedModels(shipped).get(type) as DeedModel
}

const isDeedType = (type: string): type is DeedType => (DEED_TYPES as readonly string[]).includes(type)

/** What the model sees of a record: the signs that speak for and against it. */
export const recordFeature = (sign: string): string => `! ${sign}`

/** Sentences are asked about once for each record in them. */
const ofSentences = new WeakMap<readonly Word[], Map<DeedType, number>>()

function sentenceScore(type: DeedType, words: readonly Word[]): number {
  const known = ofSentences.get(words) ?? new Map<DeedType, number>()
  ofSentences.set(words, known)
  let score = known.get(type)
  if (score !== undefined) return score
  const { bias, weights } = modelOf(type)
  score = bias
  for (const feature of sentenceFeatures(words)) score += weights.get(feature) ?? 0
  known.set(type, score)
  return score
}

/** Log-odds that a sentence tells as happened the deed that a record of it says, by its words and by the record's signs. */
function deedScore(type: DeedType, words: readonly Word[], signs: readonly string[]): number {
  const { weights } = modelOf(type)
  return signs.reduce((sum, sign) => sum + (weights.get(recordFeature(sign)) ?? 0), sentenceScore(type, words))
}

/** The bounds of a shipped model's steps. */
export const deedSteps = (type: DeedType): readonly number[] => modelOf(type).steps

/** The signs that a score gives: one for each step that it has taken away from the middle. */
export function stepsOf(score: number, steps: readonly number[]): readonly string[] {
  const middle = steps.length / 2
  return steps.flatMap((step, i) => {
    if (i >= middle) return score >= step ? [`sentence.tells-it-${i - middle + 1}`] : []
    return score < step ? [`sentence.hardly-tells-it-${middle - i}`] : []
  })
}

/** How much the sentence of a telling reads like news of such a deed, as signs; none for types that no model knows. */
export const deedSigns = (type: string, words: readonly Word[], signs: readonly string[]): readonly string[] =>
  isDeedType(type) ? stepsOf(deedScore(type, words, signs), modelOf(type).steps) : []
