import { Emissions } from './emissions.js'
import type { TaggerModel } from './model.js'
import type { Sequence } from './sequence.js'

/** Room for numbers that is used again for each article. */
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
  /** What no label outside of names can lose by moves: by those in and out of a name, and by each that goes on inside it. */
  readonly edges: number
  readonly inside: number
}

function movesOf({ labels, transitions, starts }: TaggerModel): Moves {
  const width = labels.length
  const score = (from: number, to: number): number => transitions[from * width + to] ?? 0
  const allowed = (from: number, to: number): boolean => score(from, to) !== Number.NEGATIVE_INFINITY
  const each = Array.from(labels.keys())
  const open = each.filter((to) => each.every((from) => allowed(from, to)))
  const inner = each.filter((to) => !open.includes(to))
  const most = Math.max(0, ...open.map((to) => spread(each.map((from) => score(from, to)))))
  const outside = labels.indexOf('O')
  const others = each.filter((label) => label !== outside)
  const into = [
    ...each.flatMap((from) => others.map((to) => score(from, to) - score(from, outside))),
    ...others.map((to) => (starts[to] ?? 0) - (starts[outside] ?? 0)),
  ]
  const out = open.flatMap((to) => others.map((from) => score(from, to) - score(outside, to)))
  const on = inner.flatMap((to) => each.map((from) => score(from, to) - score(outside, outside)))
  const inside = Math.max(0, ...on)
  return {
    open: Int32Array.from(open),
    inner: Int32Array.from(inner),
    begun: Int32Array.from(inner, (to) => each.find((from) => from !== to && allowed(from, to)) ?? to),
    scores: Float64Array.from(transitions),
    factors: Float64Array.from(transitions, Math.exp),
    openFactors: Float64Array.from(open.flatMap((to) => each.map((from) => Math.exp(score(from, to))))),
    most: most + ROUNDING,
    edges: outside < 0 ? Number.POSITIVE_INFINITY : Math.max(...into) + Math.max(0, ...out) - inside + ROUNDING,
    inside,
  }
}

const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers)

/** More than sums of scores are off by. */
const ROUNDING = 1e-6

/** A name by its places in a sequence. */
export interface TaggedPlaces {
  readonly first: number
  readonly end: number
  /** The label of its first word. */
  readonly label: number
  /** The least marginal probability of its labels. */
  score: number
}

/** Finds the likeliest labels of sentences under a model. */
export class Decoder {
  readonly model: TaggerModel
  readonly #outside: number
  /** The label that goes on what a label began. */
  readonly #goesOn: Int32Array
  readonly #emissions: Emissions
  readonly #moves: Moves
  /** How much likelier the best label is made than one so many steps below it, inverted. */
  readonly #shares: Float64Array
  readonly #best = new Rows()
  readonly #emit = new Rows()
  readonly #forward = new Rows()
  readonly #after: Float64Array
  readonly #backward: Float64Array
  readonly #live: Int32Array
  /**
   * Of the article that was read last: the scores, by how much O leads at each place, how little of such leads a name from there
   * to any place behind it uses up, and the labels.
   */
  #steps: Int32Array = new Int32Array(0)
  #leads = new Float64Array(0)
  #least = new Float64Array(0)
  #path = new Int32Array(0)

  constructor(model: TaggerModel) {
    const width = model.labels.length
    this.model = model
    this.#outside = model.labels.indexOf('O')
    this.#goesOn = Int32Array.from(model.labels, (label) => model.labels.indexOf(`I-${label.slice(2)}`))
    this.#emissions = new Emissions(model)
    this.#moves = movesOf(model)
    this.#live = new Int32Array(width)
    this.#after = new Float64Array(width)
    this.#backward = new Float64Array(width)
    this.#shares = Float64Array.from({ length: SHARES }, (_, below) => Math.exp(-below * model.step))
  }

  /**
   * The index of each place's label on the likeliest paths through the sentences (Viterbi), O where no word stands. The
   * array is the decoder's own and stands until the next call.
   */
  tag(sequence: Sequence): Int32Array {
    const { length, starts, ends } = sequence
    this.#steps = this.#emissions.of(sequence)
    if (this.#path.length < length) {
      this.#path = new Int32Array(2 * length)
      this.#leads = new Float64Array(2 * length)
      this.#least = new Float64Array(2 * length)
    }
    this.#path.fill(Math.max(0, this.#outside), 0, length)
    for (let s = 0; s < starts.length; s++) this.#tagSentence(starts[s] as number, ends[s] as number)
    return this.#path
  }

  /**
   * Only stretches in which something else than O may win are searched. O wins for sure at a place where it leads by more than
   * a name that runs from there to any place behind it could gain: by the moves into, inside and out of it and by the leads
   * that O loses there. This leaves the answer as it is, and most words are no part of a stretch.
   */
  #tagSentence(start: number, end: number): void {
    const { edges, inside } = this.#moves
    let behind = end
    let least = 0
    let isOpen = false
    for (let i = end - 1; i >= start; i--) {
      const lead = this.#leadAt(i)
      least = lead - inside + Math.min(0, least)
      this.#leads[i] = lead
      this.#least[i] = least
      if (least > edges) {
        if (isOpen) this.#viterbi(i + 1, behind, false, behind === end)
        isOpen = false
      } else if (!isOpen) {
        isOpen = true
        behind = i + 1
      }
    }
    if (isOpen) this.#viterbi(start, behind, true, behind === end)
  }

  /** By how much O is ahead of all other labels at a place, negative where it is behind. */
  #leadAt(i: number): number {
    const width = this.#live.length
    const steps = this.#steps
    const own = i * width + this.#outside
    let most = Number.NEGATIVE_INFINITY
    for (let k = i * width; k < i * width + width; k++) {
      const score = steps[k] as number
      if (k !== own && score > most) most = score
    }
    return this.#outside < 0 ? Number.NEGATIVE_INFINITY : ((steps[own] as number) - most) * this.model.step
  }

  /** The likeliest way through the places from `from` to `to`; O stands on both sides unless the sentence begins or ends there. */
  #viterbi(from: number, to: number, begins: boolean, ends: boolean): void {
    const { starts, step } = this.model
    const { open, inner, begun, scores } = this.#moves
    const steps = this.#steps
    const live = this.#live
    const width = live.length
    const best = this.#best.of((to - from) * width)
    for (let l = 0, at = from * width; l < width; l++, at++) {
      const enters = begins ? (starts[l] as number) : (scores[this.#outside * width + l] as number)
      best[l] = enters + (steps[at] as number) * step
    }
    for (let row = width, at = (from + 1) * width; at < to * width; row += width, at += width) {
      const before = row - width
      const count = this.#liveAt(best, before)
      for (let t = 0; t < open.length; t++) {
        const label = open[t] as number
        let most = Number.NEGATIVE_INFINITY
        for (let k = 0; k < count; k++) {
          const last = live[k] as number
          const score = (best[before + last] as number) + (scores[last * width + label] as number)
          most = score > most ? score : most
        }
        best[row + label] = most + (steps[at + label] as number) * step
      }
      for (let t = 0; t < inner.length; t++) {
        const label = inner[t] as number
        const first = begun[t] as number
        const begin = (best[before + first] as number) + (scores[first * width + label] as number)
        const goesOn = (best[before + label] as number) + (scores[label * width + label] as number)
        best[row + label] = (goesOn > begin ? goesOn : begin) + (steps[at + label] as number) * step
      }
    }
    this.#wayBack(best, from, to, ends)
  }

  /** Notes the labels that the best way to a label reached from everywhere may come from, and says how many. */
  #liveAt(best: Float64Array, row: number): number {
    const live = this.#live
    let most = best[row] as number
    for (let l = 1; l < live.length; l++) if ((best[row + l] as number) > most) most = best[row + l] as number
    const least = most - this.#moves.most
    let count = 0
    for (let l = 0; l < live.length; l++) if ((best[row + l] as number) >= least) live[count++] = l
    return count
  }

  /** The path that reached the best last label: where each label came from is asked of the path's own alone. */
  #wayBack(best: Float64Array, from: number, to: number, ends: boolean): void {
    const { scores } = this.#moves
    const width = this.#live.length
    const path = this.#path
    let next = ends ? -1 : this.#outside
    for (let i = to - 1; i >= from; i--) {
      const row = (i - from) * width
      let most = Number.NEGATIVE_INFINITY
      let label = 0
      for (let l = 0; l < width; l++) {
        const score = (best[row + l] as number) + (next < 0 ? 0 : (scores[l * width + next] as number))
        if (score > most) {
          most = score
          label = l
        }
      }
      path[i] = label
      next = label
    }
  }

  /**
   * The names in a sentence of the article read last, in order: their places, the label that begins them and the least marginal
   * probability of their labels. What stands far from a name weighs nothing and is left out.
   */
  names(sequence: Sequence, sentence: number): TaggedPlaces[] {
    const start = sequence.starts[sentence] as number
    const end = sequence.ends[sentence] as number
    const found = this.#places(start, end)
    for (let n = 0; n < found.length; ) {
      const from = this.#grantedBefore((found[n] as TaggedPlaces).first, start) + 1
      let past = n
      let to = from
      do to = this.#grantedBehind((found[past++] as TaggedPlaces).end, end)
      while (past < found.length && this.#grantedBefore((found[past] as TaggedPlaces).first, start) < to)
      const marginals = this.marginals(from, to, from === start, to === end)
      for (; n < past; n++) this.#score(found[n] as TaggedPlaces, marginals, from)
    }
    return found
  }

  #places(start: number, end: number): TaggedPlaces[] {
    const found: TaggedPlaces[] = []
    const path = this.#path
    for (let i = start; i < end; ) {
      const label = path[i] as number
      const first = i++
      if (label === this.#outside) continue
      while (i < end && path[i] === this.#goesOn[label]) i++
      found.push({ first, end: i, label, score: 1 })
    }
    return found
  }

  #score(name: TaggedPlaces, marginals: Float64Array, from: number): void {
    const width = this.#live.length
    for (let i = name.first; i < name.end; i++)
      name.score = Math.min(name.score, marginals[(i - from) * width + (this.#path[i] as number)] as number)
  }

  /**
   * The first place in front of one from which on nothing matters: if O stands anywhere in between, what is before it and what is
   * behind it do not hang on each other, and that a name covers all of it is out of the question.
   */
  #grantedBefore(first: number, start: number): number {
    const { edges, inside } = this.#moves
    let sum = Number.NEGATIVE_INFINITY
    let i = first - 1
    for (; i >= start; i--) {
      sum = (this.#leads[i] as number) - inside + Math.max(sum, Math.min(0, this.#least[i + 1] as number))
      if (sum > edges + NO_DOUBT) break
    }
    return i
  }

  /** The same behind a place. */
  #grantedBehind(from: number, end: number): number {
    const { edges, inside } = this.#moves
    let sum = 0
    let i = from
    for (; i < end; i++) {
      sum = (this.#leads[i] as number) - inside + Math.max(0, sum)
      const rest = i + 1 < end ? Math.min(0, this.#least[i + 1] as number) : 0
      if (sum + rest > edges + NO_DOUBT) break
    }
    return i
  }

  /**
   * Marginal probability of every label at the places from `from` to `to` of the article read last, row by row; O stands on both
   * sides unless the sentence begins or ends there. Forward-backward, scaled at each step (Rabiner 1989, section V.A).
   */
  marginals(from: number, to: number, begins: boolean, ends: boolean): Float64Array {
    const { starts, step } = this.model
    const { open, inner, begun, factors, openFactors } = this.#moves
    const shares = this.#shares
    const steps = this.#steps
    const width = this.#live.length
    const size = (to - from) * width
    const emit = this.#emit.of(size)
    const forward = this.#forward.of(size)
    for (let row = 0, at = from * width; row < size; row += width, at += width) {
      const before = row - width
      let most = steps[at] as number
      for (let l = 1; l < width; l++) if ((steps[at + l] as number) > most) most = steps[at + l] as number
      for (let l = 0; l < width; l++) {
        const below = most - (steps[at + l] as number)
        emit[row + l] = below < SHARES ? (shares[below] as number) : Math.exp(-below * step)
      }
      if (row === 0)
        for (let l = 0; l < width; l++)
          forward[l] = begins ? Math.exp(starts[l] as number) : (factors[this.#outside * width + l] as number)
      else {
        for (let t = 0; t < open.length; t++) {
          let reached = 0
          for (let last = 0, move = t * width; last < width; last++, move++)
            reached += (forward[before + last] as number) * (openFactors[move] as number)
          forward[row + (open[t] as number)] = reached
        }
        for (let t = 0; t < inner.length; t++) {
          const label = inner[t] as number
          const first = begun[t] as number
          forward[row + label] =
            (forward[before + first] as number) * (factors[first * width + label] as number) +
            (forward[before + label] as number) * (factors[label * width + label] as number)
        }
      }
      let sum = 0
      for (let l = 0; l < width; l++) {
        const reached = (forward[row + l] as number) * (emit[row + l] as number)
        forward[row + l] = reached
        sum += reached
      }
      const scale = 1 / sum
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] as number) * scale
    }
    this.#smooth(forward, emit, size, ends)
    return forward
  }

  /** Turns forward probabilities into marginals in place, from the last place to the first. */
  #smooth(forward: Float64Array, emit: Float64Array, size: number, ends: boolean): void {
    const { open, inner, begun, factors, openFactors } = this.#moves
    const width = this.#live.length
    const after = this.#after
    const backward = this.#backward
    for (let row = size - width; row >= 0; row -= width) {
      const isLast = row === size - width
      for (let l = 0; l < width; l++)
        backward[l] = !isLast ? 0 : ends ? 1 : (factors[l * width + this.#outside] as number)
      if (!isLast) {
        // What follows a label, times what the word there says of it.
        for (let l = 0; l < width; l++) after[l] = (after[l] as number) * (emit[row + width + l] as number)
        for (let t = 0; t < open.length; t++) {
          const share = after[open[t] as number] as number
          for (let l = 0, move = t * width; l < width; l++, move++)
            backward[l] = (backward[l] as number) + share * (openFactors[move] as number)
        }
        for (let t = 0; t < inner.length; t++) {
          const to = inner[t] as number
          const from = begun[t] as number
          backward[from] = (backward[from] as number) + (factors[from * width + to] as number) * (after[to] as number)
          backward[to] = (backward[to] as number) + (factors[to * width + to] as number) * (after[to] as number)
        }
      }
      let sum = 0
      for (let l = 0; l < width; l++) sum += backward[l] as number
      const scale = 1 / (sum || 1)
      let total = 0
      for (let l = 0; l < width; l++) {
        const behind = (backward[l] as number) * scale
        const both = (forward[row + l] as number) * behind
        after[l] = behind
        forward[row + l] = both
        total += both
      }
      const whole = 1 / (total || 1)
      for (let l = 0; l < width; l++) forward[row + l] = (forward[row + l] as number) * whole
    }
  }
}

const SHARES = 4096
/** Odds against something of which it is out of the question, as a logarithm: one in a million. */
const NO_DOUBT = 14
