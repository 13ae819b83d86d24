import {
  MOST_FEATURES,
  PAIR_SIDES,
  pairFeatures,
  placeFeatures,
  REACH,
  type Sentence,
  wordFeatures,
} from './features.js'
import type { TaggerModel } from './model.js'
import type { Word } from './word.js'

/** Words with what the lists say of them whose sums are kept; a power of two. Their table stays half empty. */
const UNITS = 1 << 16
const TABLE = UNITS * 2
/** Pairs of neighbours whose sums are kept, one in each place; a power of two. */
const PAIRS = 1 << 16
const PLACES = 2 * REACH + 1
const SIDES = PAIR_SIDES.length
/** The unit of what lies beyond a sentence's ends. */
const BEYOND = 1

/**
 * Scores of labels by a model's features. News repeats itself: what a word gives to the places around it, and what two
 * neighbours give together, is summed once and kept while there is room.
 */
export class Emissions {
  readonly #model: TaggerModel
  readonly #width: number
  readonly #features = new Uint32Array(MOST_FEATURES)

  /** Units by word and lists, open addressing; 0 where none is. */
  readonly #table = new Int32Array(TABLE)
  readonly #words: (Word | undefined)[] = []
  readonly #lists = new Int32Array(UNITS)
  #units = 0
  /** For each unit one row of label scores, in steps, for each place from which it is seen. */
  #unitRows: Int16Array

  /** The units of the pair kept in each place, and its row of label scores for each side. */
  readonly #firsts = new Int32Array(PAIRS)
  readonly #seconds = new Int32Array(PAIRS)
  readonly #pairRows: Int16Array

  constructor(model: TaggerModel) {
    this.#model = model
    this.#width = model.labels.length
    this.#unitRows = new Int16Array(1024 * PLACES * this.#width)
    this.#pairRows = new Int16Array(PAIRS * SIDES * this.#width)
    this.#forget()
  }

  /** The scores of every label at every word in the model's steps, row by row. */
  of(sentence: Sentence): Int32Array {
    const length = sentence.words.length
    const width = this.#width
    const steps = new Int32Array(length * width)
    let before = BEYOND
    for (let i = -REACH; i < length + REACH; i++) {
      if (this.#units === UNITS) {
        this.#forget()
        before = i < 1 || i > length ? BEYOND : this.#unitAt(sentence, i - 1)
      }
      const unit = i < 0 || i >= length ? BEYOND : this.#unitAt(sentence, i)
      const from = Math.max(-REACH, i - length + 1)
      const to = Math.min(REACH, i)
      for (let offset = from; offset <= to; offset++)
        addRow(this.#unitRows, (unit * PLACES + offset + REACH) * width, steps, (i - offset) * width, width)
      if (i > -REACH && i <= length) this.#addPair(sentence, i - 1, before, unit, steps)
      before = unit
    }
    for (let i = 0; i < length; i++)
      this.#model.addSteps(this.#features, placeFeatures(sentence, i, this.#features), steps, i * width)
    return steps
  }

  /** Adds what the neighbours at `at` and behind it say of themselves and of the place behind them. */
  #addPair(sentence: Sentence, at: number, first: number, second: number, steps: Int32Array): void {
    const length = sentence.words.length
    const width = this.#width
    const place = ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16) & (PAIRS - 1)
    const row = place * SIDES * width
    if (this.#firsts[place] !== first || this.#seconds[place] !== second) {
      this.#firsts[place] = first
      this.#seconds[place] = second
      this.#pairRows.fill(0, row, row + SIDES * width)
      for (const side of PAIR_SIDES)
        this.#model.addSteps(
          this.#features,
          pairFeatures(sentence, at, side, this.#features),
          this.#pairRows,
          row + side * width,
        )
    }
    for (let side = 0; side < SIDES; side++)
      if (at + side >= 0 && at + side < length)
        addRow(this.#pairRows, row + side * width, steps, (at + side) * width, width)
  }

  #unitAt(sentence: Sentence, i: number): number {
    const word = sentence.words[i]
    const list = sentence.lists[i] ?? 0
    let slot = ((Math.imul(word?.slot ?? 0, 0x9e3779b1) ^ Math.imul(list, 0x85ebca6b)) >>> 15) & (TABLE - 1)
    for (;;) {
      const unit = this.#table[slot] ?? 0
      if (unit === 0) break
      if (this.#words[unit] === word && this.#lists[unit] === list) return unit
      slot = (slot + 1) & (TABLE - 1)
    }
    const unit = this.#newUnit(sentence, i)
    this.#words[unit] = word
    this.#lists[unit] = list
    this.#table[slot] = unit
    return unit
  }

  #newUnit(sentence: Sentence, i: number): number {
    const unit = this.#units++
    const size = PLACES * this.#width
    if (this.#unitRows.length < (unit + 1) * size) {
      const more = new Int16Array(this.#unitRows.length * 2)
      more.set(this.#unitRows)
      this.#unitRows = more
    }
    this.#unitRows.fill(0, unit * size, (unit + 1) * size)
    for (let place = 0; place < PLACES; place++)
      this.#model.addSteps(
        this.#features,
        wordFeatures(sentence, i, place - REACH, this.#features),
        this.#unitRows,
        unit * size + place * this.#width,
      )
    return unit
  }

  #forget(): void {
    this.#table.fill(0)
    this.#words.length = 0
    this.#firsts.fill(0)
    this.#seconds.fill(0)
    this.#units = BEYOND
    this.#newUnit(NO_WORDS, 0)
  }
}

const NO_WORDS: Sentence = {
  words: [],
  profiles: [],
  lists: new Int32Array(0),
  quoted: new Uint8Array(0),
  echoes: new Uint8Array(0),
}

function addRow(rows: Int16Array, from: number, sums: Int32Array, at: number, width: number): void {
  for (let l = 0; l < width; l++) sums[at + l] = (sums[at + l] ?? 0) + (rows[from + l] ?? 0)
}
