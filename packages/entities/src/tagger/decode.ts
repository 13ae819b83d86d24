import { Emissions } from './emissions.js'
import type { Sentence } from './features.js'
import type { TaggerModel } from './model.js'

export interface Tagging {
  /** Index of each word's label in the model's labels. */
  readonly path: Int32Array
  /** Marginal probability of every label at every word, row by row; worked out when asked for. */
  marginals(): Float64Array
}

/** Room for numbers that is used again for each sentence. */
class Rows {
  #numbers = new Float64Array(0)

  /** At least so many numbers, whatever they hold. */
  of(size: number): Float64Array {
    if (this.#numbers.length < size) this.#numbers = new Float64Array(2 * size)
    return this.#numbers
  }
}

/**
 * The moves that a model allows. Labels that only go on what one of two labels began (I-) are reached from these, all others from
 * everywhere.
 */
interface Moves {
  /** Labels reached from everywhere. */
  readonly open: Int32Array
  /** Labels that go on another, and the label that began what they go on. */
  readonly inner: Int32Array
  readonly begun: Int32Array
  /** Row `from * labels + to`. */
  readonly scores: Float64Array
  /** Their exponentials, and those to each of `open` from all labels, one row after the other. */
  readonly factors: Float64Array
  readonly openFactors: Float64Array
  /** How much better one label may lead to a label reached from everywhere than another: no lead beyond it is made up for. */
  readonly most: number
}

function movesOf({ labels, transitions }: TaggerModel): Moves {
  const width = labels.length
  const allowed = (from: number, to: number): boolean =>
    (transitions[from * width + to] ?? 0) !== Number.NEGATIVE_INFINITY
  const each = Array.from(labels.keys())
  const open = each.filter((to) => each.every((from) => allowed(from, to)))
  const inner = each.filter((to) => !open.includes(to))
  let most = 0
  for (const to of open) {
    const scores = each.map((from) => transitions[from * width + to] ?? 0)
    most = Math.max(most, Math.max(...scores) - Math.min(...scores))
  }
  return {
    open: Int32Array.from(open),
    inner: Int32Array.from(inner),
    begun: Int32Array.from(inner, (to) => each.find((from) => from !== to && allowed(from, to)) ?? to),
    scores: Float64Array.from(transitions),
    factors: Float64Array.from(transitions, Math.exp),
    openFactors: Float64Array.from(
      open.flatMap((to) => each.map((from) => Math.exp(transitions[from * width + to] ?? 0))),
    ),
    most: most + ROUNDING,
  }
}

/** More than sums of scores are off by. */
const ROUNDING = 1e-6

/** Finds the likeliest labels of a sentence under a model. */
export class Decoder {
  readonly model: TaggerModel
  readonly #emissions: Emissions
  readonly #moves: Moves
  /** How much likelier the best label is made than one so many steps below it, inverted. */
  readonly #shares: Float64Array
  readonly #best = new Rows()
  readonly #emit = new Rows()
  readonly #forward = new Rows()
  readonly #live: Int32Array

  constructor(model: TaggerModel) {
    this.model = model
    this.#emissions = new Emissions(model)
    this.#moves = movesOf(model)
    this.#live = new Int32Array(model.labels.length)
    this.#shares = Float64Array.from({ length: SHARES }, (_, below) => Math.exp(-below * model.step))
  }

  /**
   * The likeliest labels (Viterbi); marginal probabilities (forward-backward) on demand, as long as no other sentence was asked
   * for.
   */
  tag(sentence: Sentence): Tagging {
    const steps = this.#emissions.of(sentence)
    const length = sentence.words.length
    return { path: this.#viterbi(steps, length), marginals: () => this.#marginals(steps, length) }
  }

  #viterbi(steps: Int32Array, length: number): Int32Array {
    const { starts, step } = this.model
    const { open, inner, begun, scores } = this.#moves
    const width = starts.length
    const best = this.#best.of(length * width)
    for (let to = 0; to < width; to++) best[to] = (starts[to] ?? 0) + (steps[to] ?? 0) * step
    for (let i = 1; i < length; i++) {
      const row = i * width
      const before = row - width
      const count = this.#liveAt(best, before)
      for (let t = 0; t < open.length; t++) {
        const to = open[t] ?? 0
        let most = Number.NEGATIVE_INFINITY
        for (let k = 0; k < count; k++) {
          const from = this.#live[k] ?? 0
          const score = (best[before + from] ?? 0) + (scores[from * width + to] ?? 0)
          most = score > most ? score : most
        }
        best[row + to] = most + (steps[row + to] ?? 0) * step
      }
      for (let t = 0; t < inner.length; t++) {
        const to = inner[t] ?? 0
        const from = begun[t] ?? 0
        const begins = (best[before + from] ?? 0) + (scores[from * width + to] ?? 0)
        const goesOn = (best[before + to] ?? 0) + (scores[to * width + to] ?? 0)
        best[row + to] = (goesOn > begins ? goesOn : begins) + (steps[row + to] ?? 0) * step
      }
    }
    return this.#wayBack(best, length)
  }

  /** Notes the labels that the best way to a label reached from everywhere may come from, and says how many. */
  #liveAt(best: Float64Array, row: number): number {
    const live = this.#live
    let most = best[row] ?? 0
    for (let l = 1; l < live.length; l++) if ((best[row + l] ?? 0) > most) most = best[row + l] ?? 0
    const least = most - this.#moves.most
    let count = 0
    for (let l = 0; l < live.length; l++) if ((best[row + l] ?? 0) >= least) live[count++] = l
    return count
  }

  /** The path that reached the best last label: where each label came from is asked of the path's own alone. */
  #wayBack(best: Float64Array, length: number): Int32Array {
    const { scores } = this.#moves
    const width = this.model.starts.length
    const path = new Int32Array(length)
    let label = 0
    const last = (length - 1) * width
    for (let l = 1; l < width; l++) if ((best[last + l] ?? 0) > (best[last + label] ?? 0)) label = l
    for (let i = length - 1; i > 0; i--) {
      path[i] = label
      const before = (i - 1) * width
      let most = Number.NEGATIVE_INFINITY
      let from = 0
      for (let l = 0; l < width; l++) {
        const score = (best[before + l] ?? 0) + (scores[l * width + label] ?? 0)
        if (score > most) {
          most = score
          from = l
        }
      }
      label = from
    }
    if (length > 0) path[0] = label
    return path
  }

  /** Forward-backward, scaled at each step (Rabiner 1989, section V.A). */
  #marginals(steps: Int32Array, length: number): Float64Array {
    const { starts, step } = this.model
    const { open, inner, begun, factors, openFactors } = this.#moves
    const shares = this.#shares
    const width = starts.length
    const emit = this.#emit.of(length * width)
    const forward = this.#forward.of(length * width)
    for (let i = 0; i < length; i++) {
      const row = i * width
      const before = row - width
      let most = steps[row] ?? 0
      for (let l = 1; l < width; l++) if ((steps[row + l] ?? 0) > most) most = steps[row + l] ?? 0
      for (let l = 0; l < width; l++) {
        const below = most - (steps[row + l] ?? 0)
        emit[row + l] = below < shares.length ? (shares[below] ?? 0) : Math.exp(-below * step)
        forward[row + l] = i === 0 ? Math.exp(starts[l] ?? 0) : 0
      }
      if (i > 0) {
        for (let t = 0; t < open.length; t++) {
          let reached = 0
          for (let from = 0, move = t * width; from < width; from++, move++)
            reached += (forward[before + from] ?? 0) * (openFactors[move] ?? 0)
          forward[row + (open[t] ?? 0)] = reached
        }
        for (let t = 0; t < inner.length; t++) {
          const to = inner[t] ?? 0
          const from = begun[t] ?? 0
          const [begins, goesOn] = [factors[from * width + to] ?? 0, factors[to * width + to] ?? 0]
          forward[row + to] = (forward[before + from] ?? 0) * begins + (forward[before + to] ?? 0) * goesOn
        }
      }
      let sum = 0
      for (let l = 0; l < width; l++) {
        const reached = (forward[row + l] ?? 0) * (emit[row + l] ?? 0)
        forward[row + l] = reached
        sum += reached
      }
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] ?? 0) / sum
    }
    return this.#smooth(forward, emit, length)
  }

  /** Turns forward probabilities into marginals in place, from the last word to the first. */
  #smooth(forward: Float64Array, emit: Float64Array, length: number): Float64Array {
    const { open, inner, begun, factors, openFactors } = this.#moves
    const width = this.model.starts.length
    const after = new Float64Array(width).fill(1)
    const backward = new Float64Array(width)
    for (let i = length - 1; i >= 0; i--) {
      const row = i * width
      backward.fill(i === length - 1 ? 1 : 0)
      if (i < length - 1) {
        // What follows a label, times what the word there says of it.
        for (let l = 0; l < width; l++) after[l] = (after[l] ?? 0) * (emit[row + width + l] ?? 0)
        for (let t = 0; t < open.length; t++) {
          const share = after[open[t] ?? 0] ?? 0
          for (let from = 0, move = t * width; from < width; from++, move++)
            backward[from] = (backward[from] ?? 0) + share * (openFactors[move] ?? 0)
        }
        for (let t = 0; t < inner.length; t++) {
          const to = inner[t] ?? 0
          const from = begun[t] ?? 0
          backward[from] = (backward[from] ?? 0) + (factors[from * width + to] ?? 0) * (after[to] ?? 0)
          backward[to] = (backward[to] ?? 0) + (factors[to * width + to] ?? 0) * (after[to] ?? 0)
        }
      }
      let scale = 0
      for (let l = 0; l < width; l++) scale += backward[l] ?? 0
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
