import { jointFeatures, MOST_FEATURES, type Profile, REACH, type Sentence, wordFeatures } from './features.js'
import type { TaggerModel } from './model.js'
import type { Word } from './word.js'

export interface Tagging {
  /** Index of each word's label in the model's labels. */
  readonly path: Int32Array
  /** Marginal probability of every label at every word, row by row; worked out when asked for. */
  marginals(): Float64Array
}

/** A model with what words give by themselves kept from sentence to sentence. */
export class Decoder {
  readonly model: TaggerModel
  readonly #moves: Float64Array
  /** For each label those that may stand before it. */
  readonly #before: readonly Int32Array[]
  /** For each word one row of label scores, in steps, for each place from which it is seen. */
  readonly #known = new Map<Word, Int32Array>()
  readonly #features = new Uint32Array(MOST_FEATURES)
  readonly #edges: Int32Array

  constructor(model: TaggerModel) {
    this.model = model
    this.#moves = model.transitions.map(Math.exp)
    const width = model.labels.length
    this.#before = model.labels.map((_, to) =>
      Int32Array.from(model.labels.keys()).filter((from) => (this.#moves[from * width + to] ?? 0) > 0),
    )
    this.#edges = this.#stepsOf(undefined, undefined)
  }

  /** The likeliest labels (Viterbi); marginal probabilities (forward-backward) on demand. */
  tag(sentence: Sentence): Tagging {
    const scores = this.#emissions(sentence)
    const length = sentence.words.length
    return { path: this.#viterbi(scores, length), marginals: () => this.#marginals(scores, length) }
  }

  #emissions(sentence: Sentence): Float32Array {
    const { words, profiles } = sentence
    const width = this.model.labels.length
    const steps = new Int32Array(words.length * width)
    const own = Array<Int32Array>(words.length + 2 * REACH).fill(this.#edges)
    for (const [i, word] of words.entries()) own[i + REACH] = this.#ownSteps(word, profiles[i])
    for (let i = 0; i < words.length; i++) {
      const row = i * width
      for (let place = 0; place <= 2 * REACH; place++) {
        const from = own[i + place] ?? this.#edges
        const at = place * width
        for (let l = 0; l < width; l++) steps[row + l] = (steps[row + l] ?? 0) + (from[at + l] ?? 0)
      }
      const n = jointFeatures(sentence, i, this.#features)
      this.model.addSteps(this.#features, n, steps, row)
    }
    return Float32Array.from(steps, (sum) => sum * this.model.step)
  }

  #ownSteps(word: Word, profile: Profile | undefined): Int32Array {
    let steps = this.#known.get(word)
    if (steps === undefined) {
      if (this.#known.size >= MOST_KNOWN) this.#known.clear()
      steps = this.#stepsOf(word, profile)
      this.#known.set(word, steps)
    }
    return steps
  }

  #stepsOf(word: Word | undefined, profile: Profile | undefined): Int32Array {
    const width = this.model.labels.length
    const steps = new Int32Array((2 * REACH + 1) * width)
    for (let offset = -REACH; offset <= REACH; offset++) {
      const n = wordFeatures(word, profile, offset, this.#features)
      this.model.addSteps(this.#features, n, steps, (offset + REACH) * width)
    }
    return steps
  }

  #viterbi(scores: Float32Array, length: number): Int32Array {
    const { labels, transitions, starts } = this.model
    const width = labels.length
    const back = new Int32Array(length * width)
    let before = new Float64Array(width)
    let here = new Float64Array(width)
    for (let i = 0; i < length; i++) {
      for (let to = 0; to < width; to++) {
        let most = i === 0 ? (starts[to] ?? 0) : Number.NEGATIVE_INFINITY
        let from = 0
        if (i > 0)
          for (let k = 0, list = this.#before[to] ?? NONE; k < list.length; k++) {
            const l = list[k] ?? 0
            const score = (before[l] ?? 0) + (transitions[l * width + to] ?? 0)
            if (score > most) {
              most = score
              from = l
            }
          }
        here[to] = most + (scores[i * width + to] ?? 0)
        back[i * width + to] = from
      }
      const spare = before
      before = here
      here = spare
    }
    const path = new Int32Array(length)
    let last = 0
    for (let l = 1; l < width; l++) if ((before[l] ?? 0) > (before[last] ?? 0)) last = l
    for (let i = length - 1; i >= 0; i--) {
      path[i] = last
      last = back[i * width + last] ?? 0
    }
    return path
  }

  /** Forward-backward, scaled at each step (Rabiner 1989, section V.A). */
  #marginals(scores: Float32Array, length: number): Float64Array {
    const width = this.model.labels.length
    const emit = new Float64Array(length * width)
    const forward = new Float64Array(length * width)
    for (let i = 0; i < length; i++) {
      const row = i * width
      let most = Number.NEGATIVE_INFINITY
      for (let l = 0; l < width; l++) most = Math.max(most, scores[row + l] ?? 0)
      let sum = 0
      for (let to = 0; to < width; to++) {
        const e = Math.exp((scores[row + to] ?? 0) - most)
        emit[row + to] = e
        let reached = 0
        if (i === 0) reached = Math.exp(this.model.starts[to] ?? 0)
        else
          for (let l = 0; l < width; l++)
            reached += (forward[row - width + l] ?? 0) * (this.#moves[l * width + to] ?? 0)
        forward[row + to] = reached * e
        sum += reached * e
      }
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] ?? 0) / sum
    }
    return this.#smooth(forward, emit, length)
  }

  /** Turns forward probabilities into marginals in place, from the last word to the first. */
  #smooth(forward: Float64Array, emit: Float64Array, length: number): Float64Array {
    const width = this.model.labels.length
    let after = new Float64Array(width).fill(1)
    for (let i = length - 1; i >= 0; i--) {
      const row = i * width
      const backward = new Float64Array(width)
      let scale = 0
      for (let from = 0; from < width; from++) {
        let sum = 0
        if (i === length - 1) sum = 1
        else
          for (let l = 0; l < width; l++)
            sum += (this.#moves[from * width + l] ?? 0) * (emit[row + width + l] ?? 0) * (after[l] ?? 0)
        backward[from] = sum
        scale += sum
      }
      let total = 0
      for (let l = 0; l < width; l++) {
        backward[l] = (backward[l] ?? 0) / (scale || 1)
        forward[row + l] = (forward[row + l] ?? 0) * (backward[l] ?? 0)
        total += forward[row + l] ?? 0
      }
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] ?? 0) / (total || 1)
      after = backward
    }
    return forward
  }
}

const MOST_KNOWN = 40_000
const NONE = new Int32Array(0)
