import { Emissions } from './emissions.js'
import type { Sentence } from './features.js'
import type { TaggerModel } from './model.js'

export interface Tagging {
  /** Index of each word's label in the model's labels. */
  readonly path: Int32Array
  /** Marginal probability of every label at every word, row by row; worked out when asked for. */
  marginals(): Float64Array
}

/** The moves that a model allows to (or from) each label, one label's after the other's. */
interface Moves {
  /** Where the moves of each label begin; one more for the end. */
  readonly begins: Int32Array
  /** The label at the other end of each move. */
  readonly labels: Int32Array
  readonly scores: Float64Array
  /** Their exponentials. */
  readonly factors: Float64Array
}

function movesOf({ labels, transitions }: TaggerModel, backward: boolean): Moves {
  const width = labels.length
  const begins = new Int32Array(width + 1)
  const others: number[] = []
  const scores: number[] = []
  for (let here = 0; here < width; here++) {
    for (let other = 0; other < width; other++) {
      const score = transitions[backward ? other * width + here : here * width + other] ?? 0
      if (score === Number.NEGATIVE_INFINITY) continue
      others.push(other)
      scores.push(score)
    }
    begins[here + 1] = others.length
  }
  return {
    begins,
    labels: Int32Array.from(others),
    scores: Float64Array.from(scores),
    factors: Float64Array.from(scores, Math.exp),
  }
}

/** Finds the likeliest labels of a sentence under a model. */
export class Decoder {
  readonly model: TaggerModel
  readonly #emissions: Emissions
  readonly #before: Moves
  readonly #behind: Moves
  /** How much likelier the best label is made than one so many steps below it, inverted. */
  readonly #shares: Float64Array

  constructor(model: TaggerModel) {
    this.model = model
    this.#emissions = new Emissions(model)
    this.#before = movesOf(model, true)
    this.#behind = movesOf(model, false)
    this.#shares = Float64Array.from({ length: SHARES }, (_, below) => Math.exp(-below * model.step))
  }

  /** The likeliest labels (Viterbi); marginal probabilities (forward-backward) on demand. */
  tag(sentence: Sentence): Tagging {
    const steps = this.#emissions.of(sentence)
    const length = sentence.words.length
    return { path: this.#viterbi(steps, length), marginals: () => this.#marginals(steps, length) }
  }

  #viterbi(steps: Int32Array, length: number): Int32Array {
    const { starts, step } = this.model
    const { begins, labels, scores } = this.#before
    const width = starts.length
    const best = new Float64Array(length * width)
    for (let i = 0; i < length; i++) {
      const row = i * width
      for (let to = 0; to < width; to++) {
        let most = i === 0 ? (starts[to] ?? 0) : Number.NEGATIVE_INFINITY
        if (i > 0)
          for (let k = begins[to] ?? 0, end = begins[to + 1] ?? 0; k < end; k++) {
            const score = (best[row - width + (labels[k] ?? 0)] ?? 0) + (scores[k] ?? 0)
            most = score > most ? score : most
          }
        best[row + to] = most + (steps[row + to] ?? 0) * step
      }
    }
    return this.#wayBack(best, length)
  }

  /** The path that reached the best last label: where each label came from is asked of the path's own alone. */
  #wayBack(best: Float64Array, length: number): Int32Array {
    const { begins, labels, scores } = this.#before
    const width = this.model.starts.length
    const path = new Int32Array(length)
    let label = 0
    const last = (length - 1) * width
    for (let l = 1; l < width; l++) if ((best[last + l] ?? 0) > (best[last + label] ?? 0)) label = l
    for (let i = length - 1; i >= 0; i--) {
      path[i] = label
      let most = Number.NEGATIVE_INFINITY
      let from = 0
      for (let k = begins[label] ?? 0, end = begins[label + 1] ?? 0; i > 0 && k < end; k++) {
        const score = (best[(i - 1) * width + (labels[k] ?? 0)] ?? 0) + (scores[k] ?? 0)
        if (score > most) {
          most = score
          from = labels[k] ?? 0
        }
      }
      label = from
    }
    return path
  }

  /** Forward-backward, scaled at each step (Rabiner 1989, section V.A). */
  #marginals(steps: Int32Array, length: number): Float64Array {
    const { starts, step } = this.model
    const { begins, labels, factors } = this.#before
    const shares = this.#shares
    const width = starts.length
    const emit = new Float64Array(length * width)
    const forward = new Float64Array(length * width)
    for (let i = 0; i < length; i++) {
      const row = i * width
      let most = steps[row] ?? 0
      for (let l = 1; l < width; l++) if ((steps[row + l] ?? 0) > most) most = steps[row + l] ?? 0
      let sum = 0
      for (let to = 0; to < width; to++) {
        const below = most - (steps[row + to] ?? 0)
        const e = below < shares.length ? (shares[below] ?? 0) : Math.exp(-below * step)
        emit[row + to] = e
        let reached = i === 0 ? Math.exp(starts[to] ?? 0) : 0
        if (i > 0)
          for (let k = begins[to] ?? 0, end = begins[to + 1] ?? 0; k < end; k++)
            reached += (forward[row - width + (labels[k] ?? 0)] ?? 0) * (factors[k] ?? 0)
        forward[row + to] = reached * e
        sum += reached * e
      }
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] ?? 0) / sum
    }
    return this.#smooth(forward, emit, length)
  }

  /** Turns forward probabilities into marginals in place, from the last word to the first. */
  #smooth(forward: Float64Array, emit: Float64Array, length: number): Float64Array {
    const { begins, labels, factors } = this.#behind
    const width = this.model.starts.length
    const after = new Float64Array(width).fill(1)
    const backward = new Float64Array(width)
    for (let i = length - 1; i >= 0; i--) {
      const row = i * width
      // What follows a label, times what the word there says of it.
      if (i < length - 1) for (let l = 0; l < width; l++) after[l] = (after[l] ?? 0) * (emit[row + width + l] ?? 0)
      let scale = 0
      for (let from = 0; from < width; from++) {
        let sum = i === length - 1 ? 1 : 0
        if (i < length - 1)
          for (let k = begins[from] ?? 0, end = begins[from + 1] ?? 0; k < end; k++)
            sum += (factors[k] ?? 0) * (after[labels[k] ?? 0] ?? 0)
        backward[from] = sum
        scale += sum
      }
      let total = 0
      for (let l = 0; l < width; l++) {
        after[l] = (backward[l] ?? 0) / (scale || 1)
        forward[row + l] = (forward[row + l] ?? 0) * (after[l] ?? 0)
        total += forward[row + l] ?? 0
      }
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] ?? 0) / (total || 1)
    }
    return forward
  }
}

const SHARES = 4096
