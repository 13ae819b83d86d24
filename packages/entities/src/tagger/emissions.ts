import {
  betweenFeature,
  EDGE,
  MOST_FEATURES,
  PAIR_PARTS,
  PAIR_SIDES,
  type PairSide,
  pairFeatures,
  placeFeatures,
  WORD_PARTS,
  wordFeatures,
} from './features.js'
import { beginMix, carryMix } from './hash.js'
import { FIRST_ROW, KeptRows } from './kept-rows.js'
import { type KnownWord, PairHashes } from './knowledge.js'
import type { TaggerModel } from './model.js'
import { packedWidth, unpackRow } from './packed.js'
import { REACH, type Sequence } from './sequence.js'

/** Words with what the lists say of them whose sums are kept: those of some 2,000 articles, in 22 megabytes. */
const UNITS = 1 << 17
/** What words have in common with many others, and what pairs have. */
const SHARED = 1 << 13
const PLACES = 2 * REACH + 1
/** The unit, the kind and what is ahead where no word stands. */
const BEYOND = FIRST_ROW
const EDGE_HASHES = new PairHashes(EDGE)
/** Below this all coarse paths are. */
const COARSE_PATHS = 128

/**
 * Scores of labels by a model's features. News repeats itself: what a word gives to the places around it is summed once and kept
 * while there is room, and so is what many words have in common: classes, lists, shapes, and pairs of these. Words that stand
 * side by side have mostly never done so before: what their forms give together is looked up.
 */
export class Emissions {
  readonly #model: TaggerModel
  readonly #room: number
  /** Labels, and integers of a packed row of them. */
  readonly #width: number
  readonly #packed: number
  readonly #features = new Int32Array(MOST_FEATURES)
  #sums = new Int32Array(0)
  #steps = new Int32Array(0)
  /** A new one whenever what is kept was forgotten. */
  #era: object = {}

  /** By word and lists: packed rows for the places around it, from two before it to two behind. */
  readonly #units: KeptRows
  /** By lists, likeness, rates and clitics, and by lists and likeness: nothing but numbers of such words. */
  readonly #kinds: KeptRows
  readonly #ahead: KeptRows
  /** Rows for what many words share, by part. */
  readonly #byPath: KeptRows
  readonly #byRates: KeptRows
  readonly #byList: KeptRows
  readonly #byShape: KeptRows
  readonly #byLikeness: KeptRows
  /** Rows for what many pairs share, by part: one for each side of which the part speaks. */
  readonly #pairsByPaths: KeptRows
  readonly #pairsByKinds: KeptRows
  readonly #pairsByPathAndNext: KeptRows
  /** The first half of the features of coarse paths with forms. */
  readonly #pathHashes = Int32Array.from({ length: COARSE_PATHS }, (_, path) => beginMix(442, path))

  /** Keeps the sums of `room` words at most, a power of two. */
  constructor(model: TaggerModel, room = UNITS) {
    this.#model = model
    this.#room = room
    this.#width = model.labels.length
    const packed = packedWidth(this.#width)
    this.#packed = packed
    this.#units = new KeptRows(PLACES * packed, room)
    this.#kinds = new KeptRows(0, room)
    this.#ahead = new KeptRows(0, room)
    this.#byPath = new KeptRows(PLACES * packed, SHARED)
    this.#byRates = new KeptRows(PLACES * packed, SHARED)
    this.#byList = new KeptRows(PLACES * packed, SHARED)
    this.#byShape = new KeptRows(PLACES * packed, SHARED)
    this.#byLikeness = new KeptRows(PLACES * packed, SHARED)
    this.#pairsByPaths = new KeptRows(PAIR_SIDES.length * packed, 4 * SHARED)
    this.#pairsByKinds = new KeptRows(FORM_SIDES.length * packed, 8 * SHARED)
    this.#pairsByPathAndNext = new KeptRows(packed, 2 * SHARED)
    this.#forgetUnits()
    this.#forgetKinds()
  }

  /** The scores of every label at every place in the model's steps, row by row; they stand until the next call. */
  of(sequence: Sequence): Int32Array {
    const { words, lists, length } = sequence
    const packed = this.#packed
    const size = (length + 2 * REACH) * packed
    if (this.#sums.length < size) this.#sums = new Int32Array(2 * size)
    else this.#sums.fill(0, 0, size)
    const sums = this.#sums
    let before: KnownWord | undefined
    let kind = BEYOND
    for (let i = 0; i < length; i++) {
      const word = words[i]
      const list = lists[i] as number
      if (this.#units.count >= this.#room - 1) this.#forgetUnits()
      if (this.#kinds.count >= this.#room - 1 || this.#ahead.count >= this.#room - 1) {
        this.#forgetKinds()
        if (before !== undefined) kind = this.#meet(before, sequence, i - 1).kind
      }
      let unit = BEYOND
      let own = BEYOND
      let ahead = BEYOND
      if (word !== undefined) {
        if (word.list !== list || word.era !== this.#era) this.#meet(word, sequence, i)
        unit = word.unit
        own = word.kind
        ahead = word.ahead
      }
      // What a word gives begins two places before it, what a pair gives at its first word.
      addRow(this.#units.values, unit, PLACES * packed, sums, i * packed)
      if (i > 0) {
        const at = (i + 1) * packed
        this.#addPair(sequence, i - 1, kind, own, ahead, at)
        this.#addForms(before, word, list, at)
      }
      if (word !== undefined) this.#addPlace(sequence, i, (i + REACH) * packed)
      before = word
      kind = own
    }
    return this.#unpack(length)
  }

  #unpack(length: number): Int32Array {
    const width = this.#width
    if (this.#steps.length < length * width) this.#steps = new Int32Array(2 * length * width)
    for (let i = 0; i < length; i++) unpackRow(this.#sums, (i + REACH) * this.#packed, width, this.#steps, i * width)
    return this.#steps
  }

  #addPlace(sequence: Sequence, i: number, at: number): void {
    const { words, echoes, quoted } = sequence
    const { weights } = this.#model
    weights.add(betweenFeature(words[i - 1]?.fine ?? 0, words[i + 1]?.fine ?? 0), this.#sums, at)
    if (((echoes[i] as number) | (quoted[i] as number)) === 0) return
    weights.addAll(this.#features, placeFeatures(sequence, i, this.#features), this.#sums, at)
  }

  /** What the forms of two neighbours give: `PAIR_PARTS.forms` of `pairFeatures`, with the first words of hashes made before. */
  #addForms(first: KnownWord | undefined, second: KnownWord | undefined, list: number, at: number): void {
    const { weights } = this.#model
    const sums = this.#sums
    const { here, behind, withClass, withList } = first ?? EDGE_HASHES
    const next = second === undefined ? EDGE : second.form
    const beside = at + this.#packed
    weights.add(carryMix(here, next), sums, at)
    weights.add(carryMix(this.#pathHashes[first === undefined ? 0 : first.coarse] as number, next), sums, at)
    weights.add(carryMix(behind, next), sums, beside)
    weights.add(carryMix(withClass, (second === undefined ? 0 : second.coarse) + 1), sums, beside)
    weights.add(carryMix(withList, list + 1), sums, beside)
  }

  /** What two neighbours give by what they share with others. */
  #addPair(sequence: Sequence, at: number, kind: number, next: number, ahead: number, to: number): void {
    const packed = this.#packed
    const sums = this.#sums
    const path = sequence.words[at]?.fine ?? 0
    const behind = sequence.words[at + 1]?.fine ?? 0
    let row = this.#pairsByPaths.find(path, behind)
    if (row < 0) row = this.#sumPair(sequence, at, PAIR_PARTS.paths, this.#pairsByPaths, ~row, PAIR_SIDES)
    addRow(this.#pairsByPaths.values, row, PAIR_SIDES.length * packed, sums, to)
    row = this.#pairsByKinds.find(kind, next)
    if (row < 0) row = this.#sumPair(sequence, at, PAIR_PARTS.kinds, this.#pairsByKinds, ~row, FORM_SIDES)
    addRow(this.#pairsByKinds.values, row, FORM_SIDES.length * packed, sums, to)
    row = this.#pairsByPathAndNext.find(path, ahead)
    if (row < 0) row = this.#sumPair(sequence, at, PAIR_PARTS.pathAndNext, this.#pairsByPathAndNext, ~row, SECOND)
    addRow(this.#pairsByPathAndNext.values, row, packed, sums, to + packed)
  }

  #sumPair(
    sequence: Sequence,
    at: number,
    part: number,
    { values }: KeptRows,
    row: number,
    sides: readonly PairSide[],
  ): number {
    for (let s = 0; s < sides.length; s++) {
      const count = pairFeatures(sequence, at, sides[s] as PairSide, this.#features, part)
      this.#model.weights.addAll(this.#features, count, values, row + s * this.#packed)
    }
    return row
  }

  /** Looks up the numbers of the word at a place with what the lists say of it. */
  #meet(word: KnownWord, sequence: Sequence, i: number): KnownWord {
    const list = sequence.lists[i] as number
    const found = this.#units.find(word.id, list)
    if (found < 0) this.#sum(word, list, sequence, i, ~found)
    word.era = this.#era
    word.list = list
    word.unit = found < 0 ? ~found : found
    word.kind = numberOf(this.#kinds, word.marks, list)
    word.ahead = numberOf(this.#ahead, word.likeness, list)
    return word
  }

  #sum({ word, path, rates, likeness }: KnownWord, list: number, sequence: Sequence, i: number, unit: number): void {
    const { clitics, shape } = word
    this.#sumParts(sequence, i, WORD_PARTS.own, this.#units, unit)
    this.#share(sequence, i, WORD_PARTS.list, this.#byList, list, 0, unit)
    this.#share(sequence, i, WORD_PARTS.path, this.#byPath, path, 0, unit)
    this.#share(sequence, i, WORD_PARTS.rates, this.#byRates, rates, 0, unit)
    this.#share(sequence, i, WORD_PARTS.shape, this.#byShape, shape, clitics, unit)
    if (word.kind === 'word') this.#share(sequence, i, WORD_PARTS.likeness, this.#byLikeness, likeness, clitics, unit)
  }

  /** Adds to a unit what it shares with others, summed once for all. */
  #share(
    sequence: Sequence,
    i: number,
    part: number,
    rows: KeptRows,
    first: number,
    second: number,
    unit: number,
  ): void {
    const found = rows.find(first, second)
    const row = found < 0 ? ~found : found
    if (found < 0) this.#sumParts(sequence, i, part, rows, row)
    addRow(rows.values, row, PLACES * this.#packed, this.#units.values, unit)
  }

  #sumParts(sequence: Sequence, i: number, parts: number, rows: KeptRows, row: number): void {
    const features = this.#features
    for (let offset = -REACH; offset <= REACH; offset++) {
      const count = wordFeatures(sequence, i, offset, features, parts)
      this.#model.weights.addAll(features, count, rows.values, row + (REACH - offset) * this.#packed)
    }
  }

  #forgetUnits(): void {
    this.#era = {}
    this.#units.forget()
    this.#sumParts(NO_WORDS, 0, EVERY_PART, this.#units, numberOf(this.#units, -1, 0))
  }

  /** Forgets the numbers of kinds with the pairs that are kept by them. */
  #forgetKinds(): void {
    this.#era = {}
    this.#kinds.forget()
    this.#ahead.forget()
    this.#pairsByKinds.forget()
    this.#pairsByPathAndNext.forget()
    numberOf(this.#kinds, -1, 0)
    numberOf(this.#ahead, 0, 0)
  }
}

/** Where the row of two integers begins, made or met. */
function numberOf(rows: KeptRows, first: number, second: number): number {
  const found = rows.find(first, second)
  return found < 0 ? ~found : found
}

function addRow(rows: Int32Array, row: number, size: number, sums: Int32Array, at: number): void {
  let from = row
  for (let to = at, end = at + size; to < end; to++) sums[to] = (sums[to] as number) + (rows[from++] as number)
}

const EVERY_PART = 63
/** The sides of which parts of a pair speak. */
const FORM_SIDES = [0, 1] as const
const SECOND = [1] as const

const NO_WORDS: Sequence = {
  length: 0,
  starts: [],
  ends: [],
  words: [],
  lists: new Int32Array(0),
  quoted: new Uint8Array(0),
  echoes: new Uint8Array(0),
}
