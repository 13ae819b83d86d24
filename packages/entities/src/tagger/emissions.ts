import { pathPrefix } from './classes.js'
import {
  MOST_FEATURES,
  PAIR_PARTS,
  PAIR_SIDES,
  type PairSide,
  pairFeatures,
  placeFeatures,
  REACH,
  type Sentence,
  WORD_PARTS,
  wordFeatures,
} from './features.js'
import { KeptRows } from './kept-rows.js'
import type { TaggerModel } from './model.js'
import { WORD_SLOTS, type Word } from './word.js'

/** Words with what the lists say of them whose sums are kept. */
const UNITS = 1 << 16
/** Pairs of neighbours whose sums are kept, one in each place; a power of two. */
const PAIRS = 1 << 16
/** What words have in common with many others, and what pairs have. */
const SHARED = 1 << 13
const PLACES = 2 * REACH + 1
const SIDES = PAIR_SIDES.length
/** The unit of what lies beyond a sentence's ends. */
const BEYOND = 0

/**
 * Scores of labels by a model's features. News repeats itself: what a word gives to the places around it is summed once and kept
 * while there is room, and so is what many words have in common: classes, lists, shapes, and pairs of these.
 */
export class Emissions {
  readonly #model: TaggerModel
  readonly #room: number
  readonly #width: number
  readonly #features = new Uint32Array(MOST_FEATURES)

  /** By word and lists: one row of label scores, in steps, for each place from which it is seen. */
  readonly #units: KeptRows
  /** By slot: the word met there last, what the lists said of it and its unit. */
  readonly #latest: (Word | undefined)[] = Array(WORD_SLOTS).fill(undefined)
  readonly #latestLists = new Int32Array(WORD_SLOTS)
  readonly #latestUnits = new Int32Array(WORD_SLOTS)
  /** The units of the pair kept in each place, -1 where none is, and its row of label scores for each side. */
  readonly #pairs = new Int32Array(2 * PAIRS)
  readonly #pairRows: Int16Array

  /** Rows of one unit's size for what many words share, by part. */
  readonly #byPath: KeptRows
  readonly #byRates: KeptRows
  readonly #byList: KeptRows
  readonly #byShape: KeptRows
  readonly #byLikeness: KeptRows
  /** Rows for what many pairs share, by part: one row of label scores for each side of which the part speaks. */
  readonly #pairsByPaths: KeptRows
  readonly #pairsByMarks: KeptRows
  readonly #pairsByRates: KeptRows
  readonly #pairsByLists: KeptRows
  readonly #pairsByListAndLikeness: KeptRows
  readonly #pairsByPathAndNext: KeptRows

  /** Keeps the sums of `room` words at most, a power of two. */
  constructor(model: TaggerModel, room = UNITS) {
    this.#model = model
    this.#room = room
    this.#width = model.labels.length
    const size = PLACES * this.#width
    this.#units = new KeptRows(size, room)
    this.#pairRows = new Int16Array(PAIRS * SIDES * this.#width)
    this.#byPath = new KeptRows(size, SHARED)
    this.#byRates = new KeptRows(size, SHARED)
    this.#byList = new KeptRows(size, SHARED)
    this.#byShape = new KeptRows(size, SHARED)
    this.#byLikeness = new KeptRows(size, SHARED)
    this.#pairsByPaths = new KeptRows(SIDES * this.#width, 4 * SHARED)
    this.#pairsByMarks = new KeptRows(2 * this.#width, SHARED)
    this.#pairsByRates = new KeptRows(2 * this.#width, SHARED)
    this.#pairsByLists = new KeptRows(2 * this.#width, SHARED)
    this.#pairsByListAndLikeness = new KeptRows(this.#width, SHARED)
    this.#pairsByPathAndNext = new KeptRows(this.#width, 2 * SHARED)
    this.#forget()
  }

  /** The scores of every label at every word in the model's steps, row by row. */
  of(sentence: Sentence): Int32Array {
    const length = sentence.words.length
    const width = this.#width
    const span = PLACES * width
    const steps = new Int32Array(length * width)
    // The units of five words and the rows of three pairs around each word.
    let [u0, u1, u2, u3, u4] = [BEYOND, BEYOND, BEYOND, BEYOND, BEYOND]
    let [p0, p1, p2] = [-1, -1, -1]
    for (let i = 0; i < length; i++) {
      const isFull = this.#units.count > this.#room - PLACES
      if (isFull) this.#forget()
      if (i === 0 || isFull) {
        u0 = this.#unitAt(sentence, i - 2)
        u1 = this.#unitAt(sentence, i - 1)
        u2 = this.#unitAt(sentence, i)
        u3 = this.#unitAt(sentence, i + 1)
        p0 = this.#pairAt(sentence, i - 2, u0, u1, -1, -1)
        p1 = this.#pairAt(sentence, i - 1, u1, u2, p0, -1)
      } else {
        u0 = u1
        u1 = u2
        u2 = u3
        u3 = u4
        p0 = p1
        p1 = p2
      }
      u4 = this.#unitAt(sentence, i + 2)
      p2 = this.#pairAt(sentence, i, u2, u3, p0, p1)
      const rows = this.#units.values
      const pairs = this.#pairRows
      let a = u0 * span
      let b = u1 * span + width
      let c = u2 * span + 2 * width
      let d = u3 * span + 3 * width
      let e = u4 * span + 4 * width
      let x = p0 + 2 * width
      let y = p1 + width
      let z = p2
      for (let to = i * width, end = to + width; to < end; to++)
        steps[to] =
          (rows[a++] ?? 0) +
          (rows[b++] ?? 0) +
          (rows[c++] ?? 0) +
          (rows[d++] ?? 0) +
          (rows[e++] ?? 0) +
          (pairs[x++] ?? 0) +
          (pairs[y++] ?? 0) +
          (pairs[z++] ?? 0)
      this.#model.addSteps(this.#features, placeFeatures(sentence, i, this.#features), steps, i * width)
    }
    return steps
  }

  /** Where the row of the neighbours at `at` and behind it begins; it leaves alone the rows of the two pairs before. */
  #pairAt(sentence: Sentence, at: number, first: number, second: number, before: number, last: number): number {
    const size = SIDES * this.#width
    let place = ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16) & (PAIRS - 1)
    while (this.#pairs[2 * place] !== first || this.#pairs[2 * place + 1] !== second) {
      if (place * size !== before && place * size !== last) {
        this.#pairs[2 * place] = first
        this.#pairs[2 * place + 1] = second
        this.#sumPair(sentence, at, place * size)
        break
      }
      place = (place + 1) & (PAIRS - 1)
    }
    return place * size
  }

  #sumPair(sentence: Sentence, at: number, row: number): void {
    const width = this.#width
    const rows = this.#pairRows
    const { words, profiles, lists } = sentence
    const first = profiles[at] ?? NO_PROFILE
    const second = profiles[at + 1] ?? NO_PROFILE
    const list = lists[at] ?? 0
    const next = lists[at + 1] ?? 0
    const path = pathPrefix(first.path, 8)
    rows.fill(0, row, row + SIDES * width)
    for (const side of FORM_SIDES) {
      const count = pairFeatures(sentence, at, side, this.#features, PAIR_PARTS.forms)
      this.#model.addSteps(this.#features, count, rows, row + side * width)
    }
    const [a, b] = [marksOf(first.likeness, words[at]), marksOf(second.likeness, words[at + 1])]
    const behind = path * LIKENESSES + second.likeness
    const { paths, marks, rates, listAndLikeness, pathAndNext } = PAIR_PARTS
    this.#sharePair(sentence, at, paths, this.#pairsByPaths, path, pathPrefix(second.path, 8), EVERY_SIDE, row)
    this.#sharePair(sentence, at, marks, this.#pairsByMarks, a, b, FORM_SIDES, row)
    this.#sharePair(sentence, at, rates, this.#pairsByRates, first.rates, second.rates, FORM_SIDES, row)
    this.#sharePair(sentence, at, PAIR_PARTS.lists, this.#pairsByLists, list, next, FORM_SIDES, row)
    this.#sharePair(sentence, at, listAndLikeness, this.#pairsByListAndLikeness, list, second.likeness, SECOND, row)
    this.#sharePair(sentence, at, pathAndNext, this.#pairsByPathAndNext, behind, next, SECOND, row)
  }

  /** Adds to the rows of a pair what it shares with others, summed once for all; `sides` follow one another. */
  #sharePair(
    sentence: Sentence,
    at: number,
    part: number,
    kept: KeptRows,
    first: number,
    second: number,
    sides: readonly PairSide[],
    row: number,
  ): void {
    const width = this.#width
    const size = sides.length * width
    let found = kept.find(first, second)
    if (found < 0) {
      found = ~found
      for (let s = 0; s < sides.length; s++) {
        const count = pairFeatures(sentence, at, sides[s] ?? 0, this.#features, part)
        this.#model.addSteps(this.#features, count, kept.values, found * size + s * width)
      }
    }
    const { values } = kept
    const rows = this.#pairRows
    const to = row + (sides[0] ?? 0) * width
    const from = found * size
    for (let k = 0; k < size; k++) rows[to + k] = (rows[to + k] ?? 0) + (values[from + k] ?? 0)
  }

  #unitAt(sentence: Sentence, i: number): number {
    const word = sentence.words[i]
    if (word === undefined) return BEYOND
    const { slot } = word
    const list = sentence.lists[i] ?? 0
    if (this.#latest[slot] === word && this.#latestLists[slot] === list) return this.#latestUnits[slot] ?? 0
    const found = this.#units.find(word.id, list)
    const unit = found < 0 ? ~found : found
    if (found < 0) this.#sum(sentence, i, unit)
    this.#latest[slot] = word
    this.#latestLists[slot] = list
    this.#latestUnits[slot] = unit
    return unit
  }

  #sum(sentence: Sentence, i: number, unit: number): void {
    const word = sentence.words[i]
    const list = sentence.lists[i] ?? 0
    const size = PLACES * this.#width
    this.#units.values.fill(0, unit * size, (unit + 1) * size)
    if (word === undefined) {
      this.#sumParts(sentence, i, EVERY_PART, this.#units, unit)
      return
    }
    const { path, rates, likeness } = sentence.profiles[i] ?? NO_PROFILE
    const { clitics, shape } = word
    this.#sumParts(sentence, i, WORD_PARTS.own, this.#units, unit)
    this.#share(sentence, i, WORD_PARTS.list, this.#byList, list, 0, unit)
    this.#share(sentence, i, WORD_PARTS.path, this.#byPath, path, 0, unit)
    this.#share(sentence, i, WORD_PARTS.rates, this.#byRates, rates, 0, unit)
    this.#share(sentence, i, WORD_PARTS.shape, this.#byShape, shape, clitics, unit)
    if (word.kind === 'word') this.#share(sentence, i, WORD_PARTS.likeness, this.#byLikeness, likeness, clitics, unit)
  }

  /** Adds to a unit what it shares with others, summed once for all. */
  #share(
    sentence: Sentence,
    i: number,
    part: number,
    rows: KeptRows,
    first: number,
    second: number,
    unit: number,
  ): void {
    const found = rows.find(first, second)
    const row = found < 0 ? ~found : found
    if (found < 0) this.#sumParts(sentence, i, part, rows, row)
    const size = PLACES * this.#width
    const { values } = this.#units
    for (let k = 0; k < size; k++)
      values[unit * size + k] = (values[unit * size + k] ?? 0) + (rows.values[row * size + k] ?? 0)
  }

  #sumParts(sentence: Sentence, i: number, parts: number, rows: KeptRows, row: number): void {
    const features = this.#features
    for (let place = 0; place < PLACES; place++) {
      const count = wordFeatures(sentence, i, place - REACH, features, parts)
      this.#model.addSteps(features, count, rows.values, (row * PLACES + place) * this.#width)
    }
  }

  #forget(): void {
    this.#latest.fill(undefined)
    this.#units.forget()
    this.#pairs.fill(-1)
    this.#sum(NO_WORDS, 0, ~this.#units.find(-1, 0))
  }
}

const EVERY_PART = 63
/** The sides of which parts of a pair speak. */
const EVERY_SIDE = PAIR_SIDES
const FORM_SIDES = [0, 1] as const
const SECOND = [1] as const

const LIKENESSES = 8
/** Likeness and clitics of a word as one number; -1 beyond a sentence's ends. */
const marksOf = (likeness: number, word: Word | undefined): number =>
  word === undefined ? -1 : likeness * 32 + word.clitics
const NO_PROFILE = { path: 0, rates: 0, likeness: 0 } as const

const NO_WORDS: Sentence = {
  words: [],
  profiles: [],
  lists: new Int32Array(0),
  quoted: new Uint8Array(0),
  echoes: new Uint8Array(0),
}
