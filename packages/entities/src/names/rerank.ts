import type { Spelled } from './beam.js'
import { hashEnd, hashOf, hashOn, hashStart, type KnownNames, listsOf, NAME_LISTS } from './known-names.js'

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
  const found: CandidateFeatures[] = new Array(candidates.length)
  eachCandidate(word, candidates, known, size, (i, { dense, sparse }, count) => {
    found[i] = { dense: dense.slice(), sparse: sparse.slice(0, count) }
  })
  return found
}

/** Hands out the features of each candidate, in two arrays that the next one fills anew, the sparse ones with their number. */
function eachCandidate(
  word: string,
  candidates: readonly Candidate[],
  known: KnownNames,
  size: number,
  take: (i: number, features: CandidateFeatures, count: number) => void,
): void {
  const top = candidates.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY)
  const standing = candidates.map(({ log, letters }) => log + LETTERS_WEIGHT * letters)
  const best = Math.max(...standing)
  const order = candidates.map((_, i) => i).sort((a, b) => (standing[b] ?? 0) - (standing[a] ?? 0))
  const longest = candidates.reduce((most, { form }) => Math.max(most, form.length), 0)
  const dense = new Float32Array(DENSE_FEATURES)
  const features = { dense, sparse: new Uint32Array(3 * (longest + 2) + WORD_FEATURES) }
  let knownBefore = 0
  for (const [rank, i] of order.entries()) {
    const candidate = candidates[i]
    if (candidate === undefined) continue
    const { form, log, letters } = candidate
    const lists = listsOf(form, known)
    const isKnown = lists === 0 ? 0 : 1
    const marked = NOT_ASCII.test(form) ? 1 : 0
    let held = 0
    for (let list = 0; list < NAME_LISTS; list++) {
      const holds = (lists >> list) & 1
      dense[15 + list] = holds
      held += holds
    }
    dense[0] = log - top
    dense[1] = letters / 4
    dense[2] = (standing[i] ?? 0) - best
    dense[3] = Math.log(1 + rank)
    dense[4] = letters / (form.length + 1)
    dense[5] = form.length / 5
    dense[6] = isKnown
    dense[7] = isKnown * (log - top)
    dense[8] = isKnown === 1 && knownBefore === 0 ? 1 : 0
    dense[9] = isKnown * Math.log(1 + knownBefore)
    dense[10] = held > 1 ? 1 : 0
    dense[11] = held > 2 ? 1 : 0
    dense[12] = (1 - isKnown) * marked
    dense[13] = isKnown * marked
    dense[14] = (1 - isKnown) * (letters / 4)
    knownBefore += isKnown
    take(i, features, sparseFeatures(word, form, size, features.sparse))
  }
}

/** Features of a form that look at the Arabic word too. */
const WORD_FEATURES = 8

/** Hashes of a form's runs of letters, and of how it begins, ends and how long it is beside the word; answers how many. */
function sparseFeatures(word: string, form: string, size: number, out: Uint32Array): number {
  const mask = size - 1
  const edged = `^${form}$`
  const runs = hashStart('n')
  let n = 0
  for (let length = 2; length <= 4; length++)
    for (let i = 0; i + length <= edged.length; i++) out[n++] = hashEnd(hashOn(runs, edged, i, i + length)) & mask
  const [w, f] = [word.length, form.length]
  const beside = (name: string, from: number, to: number, formFrom: number, formTo: number): void => {
    const state = hashOn(hashOn(hashStart(name), word, from, to), '>')
    out[n++] = hashEnd(hashOn(state, form, formFrom, formTo)) & mask
  }
  beside('f1', 0, 1, 0, 1)
  beside('f2', 0, 2, 0, 2)
  beside('f3', 0, 3, 0, 3)
  beside('e1', w - 1, w, f - 1, f)
  beside('e2', w - 2, w, f - 2, f)
  beside('e4', w - 2, w, f - 3, f)
  beside('e3', w - 3, w, f - 3, f)
  out[n++] = hashOf(`l${f - w}`) & mask
  return n
}

/** The weighted sum of the features of a candidate; of `count` sparse ones. */
export function scoreOf({ dense, sparse }: CandidateFeatures, model: RankingModel, count = sparse.length): number {
  let score = 0
  for (let i = 0; i < dense.length; i++) score += (model.dense[i] ?? 0) * (dense[i] ?? 0)
  let sum = 0
  for (let i = 0; i < count; i++) sum += model.sparse[sparse[i] ?? 0] ?? 0
  return score + sum * model.scale
}

/** The spellings in the order of a discriminative model (Jiampojamarn, Cherry and Kondrak 2008 rank so), likeliest first. */
export function rerank(
  word: string,
  candidates: readonly Candidate[],
  known: KnownNames,
  model: RankingModel,
): Spelled[] {
  const scores = new Float64Array(candidates.length)
  eachCandidate(word, candidates, known, model.sparse.length, (i, features, count) => {
    scores[i] = scoreOf(features, model, count)
  })
  return candidates
    .map(({ form }, i) => ({ form, log: scores[i] ?? 0 }))
    .sort((a, b) => b.log - a.log || (a.form < b.form ? -1 : 1))
}
