import type { Spelled } from './beam.js'
import { hashOf, type KnownNames, listsOf, NAME_LISTS } from './known-names.js'

/** Weights of the log-linear model that orders Latin spellings of one word. */
export interface RankingModel {
  /** One a dense feature. */
  readonly dense: Float32Array
  /** One byte a hashed feature; `scale` turns it into a weight. The size is a power of two. */
  readonly sparse: Int8Array | Float32Array
  readonly scale: number
}

/** A spelling before it is ordered, with the log-probability of its letters alone. */
export interface Candidate extends Spelled {
  readonly letters: number
}

/** What a candidate is judged by. */
export interface CandidateFeatures {
  readonly dense: Float32Array
  readonly sparse: Uint32Array
}

/** How much the letters alone weigh in the order that the features start from. */
const LETTERS_WEIGHT = 0.3
export const DENSE_FEATURES = 15 + NAME_LISTS

const NOT_ASCII = /[^\0-\x7f]/

/**
 * Features of the spellings of one Arabic word, in the order of the joint model: how far behind the best each is, how likely its
 * letters are, whether lists of names know it and how many before it they know, its runs of two to four letters, and how it
 * begins and ends beside the Arabic word.
 */
export function candidateFeatures(
  word: string,
  candidates: readonly Candidate[],
  known: KnownNames,
  size: number,
): CandidateFeatures[] {
  const top = candidates.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY)
  const standing = candidates.map(({ log, letters }) => log + LETTERS_WEIGHT * letters)
  const best = Math.max(...standing)
  const order = candidates.map((_, i) => i).sort((a, b) => (standing[b] ?? 0) - (standing[a] ?? 0))
  const found: CandidateFeatures[] = new Array(candidates.length)
  let knownBefore = 0
  for (const [rank, i] of order.entries()) {
    const candidate = candidates[i]
    if (candidate === undefined) continue
    const { form, log, letters } = candidate
    const lists = listsOf(form, known)
    const isKnown = lists === 0 ? 0 : 1
    const marked = NOT_ASCII.test(form) ? 1 : 0
    let held = 0
    const dense = new Float32Array(DENSE_FEATURES)
    for (let list = 0; list < NAME_LISTS; list++) {
      const holds = (lists >> list) & 1
      dense[15 + list] = holds
      held += holds
    }
    dense.set([
      log - top,
      letters / 4,
      (standing[i] ?? 0) - best,
      Math.log(1 + rank),
      letters / (form.length + 1),
      form.length / 5,
      isKnown,
      isKnown * (log - top),
      isKnown === 1 && knownBefore === 0 ? 1 : 0,
      isKnown * Math.log(1 + knownBefore),
      held > 1 ? 1 : 0,
      held > 2 ? 1 : 0,
      (1 - isKnown) * marked,
      isKnown * marked,
      (1 - isKnown) * (letters / 4),
    ])
    knownBefore += isKnown
    found[i] = { dense, sparse: sparseFeatures(word, form, size) }
  }
  return found
}

function sparseFeatures(word: string, form: string, size: number): Uint32Array {
  const edged = `^${form}$`
  const hashes: number[] = []
  const take = (feature: string): void => {
    hashes.push(hashOf(feature) & (size - 1))
  }
  for (let n = 2; n <= 4; n++) for (let i = 0; i + n <= edged.length; i++) take(`n${edged.slice(i, i + n)}`)
  take(`f1${word.slice(0, 1)}>${form.slice(0, 1)}`)
  take(`f2${word.slice(0, 2)}>${form.slice(0, 2)}`)
  take(`f3${word.slice(0, 3)}>${form.slice(0, 3)}`)
  take(`e1${word.slice(-1)}>${form.slice(-1)}`)
  take(`e2${word.slice(-2)}>${form.slice(-2)}`)
  take(`e4${word.slice(-2)}>${form.slice(-3)}`)
  take(`e3${word.slice(-3)}>${form.slice(-3)}`)
  take(`l${form.length - word.length}`)
  return Uint32Array.from(hashes)
}

export function scoreOf({ dense, sparse }: CandidateFeatures, model: RankingModel): number {
  let score = 0
  for (let i = 0; i < dense.length; i++) score += (model.dense[i] ?? 0) * (dense[i] ?? 0)
  let sum = 0
  for (const hash of sparse) sum += model.sparse[hash] ?? 0
  return score + sum * model.scale
}

/** The spellings in the order of a discriminative model (Jiampojamarn, Cherry and Kondrak 2008 rank so), likeliest first. */
export function rerank(
  word: string,
  candidates: readonly Candidate[],
  known: KnownNames,
  model: RankingModel,
): Spelled[] {
  const features = candidateFeatures(word, candidates, known, model.sparse.length)
  return candidates
    .map(({ form }, i) => ({ form, log: features[i] === undefined ? 0 : scoreOf(features[i], model) }))
    .sort((a, b) => b.log - a.log || (a.form < b.form ? -1 : 1))
}
