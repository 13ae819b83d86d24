import { type Alignment, alignWords, type WordRange } from './align.js'
import { wordMarks } from './word-marks.js'
import { readWords, SPELLING, shinglesOf, type WordStream } from './words.js'

/** How two texts lie to each other, in figures; shares are between 0 and 1. */
export interface Measures {
  readonly wordsOfA: number
  readonly wordsOfB: number
  /** Share of the words of a that stand in shared passages, sentences that are mostly shared counted whole. */
  readonly shareOfA: number
  readonly shareOfB: number
  /** Shared words over the words of the shorter text. */
  readonly overlap: number
  /** Distinct five-word shingles in common, over those of the text that has fewer. */
  readonly containment: number
  /** Of the words in shared passages, those that are the same on both sides. */
  readonly fidelity: number
  readonly longestRun: number
  /** Words of the longest shared passage, of the side on which it is shorter. */
  readonly longestPassage: number
  /** Words of the shared passages, of the side on which there are fewer. */
  readonly wordsOfFrame: number
  /** Differences inside shared passages, and those of them where a figure stands against another figure. */
  readonly exchanges: number
  readonly figuresExchanged: number
  /** Figures inside shared passages of a. */
  readonly figuresShared: number
  /** Places inside or between shared passages where the words differ, looked at where the texts share much. */
  readonly places: number
  /** Of these, where each side has a name that the other text holds nowhere. */
  readonly namesExchanged: number
  /** The shared words speak of «هذا اليوم». */
  readonly ofTheDay: boolean
}

export const SHINGLE = 5

/** With less in common there is no frame to look at. */
const FRAME_OVERLAP = 0.4
/** A sentence that is shared by half is one that was taken and edited. */
const MOSTLY_SHARED = 0.5

export function measure(a: WordStream, b: WordStream, alignments: readonly Alignment[] = alignWords(a, b)): Measures {
  const inA = sharedWords(
    a,
    alignments.map((one) => one.a),
  )
  const inB = sharedWords(
    b,
    alignments.map((one) => one.b),
  )
  const shorter = Math.min(a.count, b.count)
  const overlap = Math.min(1, ratio(Math.min(inA, inB), shorter))
  const figures = exchangedFigures(a, b, alignments)
  const passageWords = alignments.reduce((sum, one) => sum + Math.max(lengthOf(one.a), lengthOf(one.b)), 0)
  const equal = alignments.reduce((sum, one) => sum + one.equal, 0)
  return {
    wordsOfA: a.count,
    wordsOfB: b.count,
    shareOfA: ratio(inA, a.count),
    shareOfB: ratio(inB, b.count),
    overlap,
    containment: containmentOf(a, b),
    fidelity: passageWords === 0 ? 0 : equal / passageWords,
    wordsOfFrame: Math.min(inA, inB),
    longestRun: longestRunOf(alignments),
    longestPassage: alignments.reduce((most, one) => Math.max(most, Math.min(lengthOf(one.a), lengthOf(one.b))), 0),
    ...figures,
    ...(overlap < FRAME_OVERLAP ? { places: 0, namesExchanged: 0 } : filledPlaces(a, b, alignments)),
    ofTheDay: overlap >= FRAME_OVERLAP && speaksOfTheDay(a, alignments),
  }
}

function longestRunOf(alignments: readonly Alignment[]): number {
  let longest = 0
  for (const { runs } of alignments) for (const { length } of runs) longest = Math.max(longest, length)
  return longest
}

const lengthOf = ({ start, end }: WordRange): number => end - start
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Distinct shingles in common over the smaller set; where a text is too short for one, its whole is its shingle. */
export function containmentOf(a: WordStream, b: WordStream): number {
  const size = Math.min(SHINGLE, Math.max(1, Math.min(a.count, b.count)))
  const [shorter, longer] = a.count <= b.count ? [a, b] : [b, a]
  const of = new ShingleSet(shinglesOf(shorter, size))
  let distinct = 0
  let common = 0
  const others = new ShingleSet(new Uint32Array(0), longer.count)
  for (const shingle of shinglesOf(longer, size)) {
    if (!others.add(shingle)) continue
    distinct++
    if (of.has(shingle)) common++
  }
  const smaller = Math.min(of.size, distinct)
  return smaller === 0 ? 0 : common / smaller
}

/** A set of 32-bit numbers by open addressing: several times as fast as a Set of numbers. */
class ShingleSet {
  readonly #slots: Uint32Array
  readonly #mask: number
  #hasZero = false
  size = 0

  constructor(shingles: Uint32Array, room = shingles.length) {
    let slots = 16
    while (slots < room * 2) slots *= 2
    this.#slots = new Uint32Array(slots)
    this.#mask = slots - 1
    for (const shingle of shingles) this.add(shingle)
  }

  /** Answers whether it was not there before. */
  add(shingle: number): boolean {
    if (shingle === 0) {
      if (this.#hasZero) return false
      this.#hasZero = true
    } else {
      const slot = this.#slotOf(shingle)
      if (this.#slots[slot] === shingle) return false
      this.#slots[slot] = shingle
    }
    this.size++
    return true
  }

  has(shingle: number): boolean {
    return shingle === 0 ? this.#hasZero : this.#slots[this.#slotOf(shingle)] === shingle
  }

  #slotOf(shingle: number): number {
    let slot = shingle & this.#mask
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== shingle) slot = (slot + 1) & this.#mask
    return slot
  }
}

/** Marks the words of the ranges, and the whole of every sentence of which they hold the greater part. */
export function wholeSentences(text: WordStream, ranges: readonly WordRange[]): Uint8Array {
  const shared = new Uint8Array(text.count)
  for (const { start, end } of ranges) shared.fill(1, start, end)
  let from = 0
  let within = 0
  for (let at = 0; at < text.count; at++) {
    within += shared[at] as number
    if (text.ends[at] !== 1 && at + 1 < text.count) continue
    if (within / (at + 1 - from) >= MOSTLY_SHARED) shared.fill(1, from, at + 1)
    from = at + 1
    within = 0
  }
  return shared
}

/** How many words that marks. */
export function sharedWords(text: WordStream, ranges: readonly WordRange[]): number {
  if (ranges.length === 0) return 0
  let total = 0
  for (const mark of wholeSentences(text, ranges)) total += mark
  return total
}

type FigureCounts = Pick<Measures, 'exchanges' | 'figuresExchanged' | 'figuresShared'>

function exchangedFigures(a: WordStream, b: WordStream, alignments: readonly Alignment[]): FigureCounts {
  let exchanges = 0
  let figuresExchanged = 0
  let figuresShared = 0
  for (const { runs } of alignments) {
    for (const [at, run] of runs.entries()) {
      for (let i = 0; i < run.length; i++) if (isFigure(a, run.a + i)) figuresShared++
      const next = runs[at + 1]
      if (next === undefined) continue
      exchanges++
      const [left, right] = [figuresWithin(a, run.a + run.length, next.a), figuresWithin(b, run.b + run.length, next.b)]
      for (const figure of left) if (right.has(figure)) figuresShared++
      figuresExchanged += Math.min(otherThan(left, right), otherThan(right, left))
    }
  }
  return { exchanges, figuresExchanged, figuresShared }
}

const isFigure = (text: WordStream, at: number): boolean => ((text.spelling[at] as number) & SPELLING.figure) !== 0

function figuresWithin(text: WordStream, from: number, to: number): Set<number> {
  const found = new Set<number>()
  for (let at = from; at < to; at++) if (isFigure(text, at)) found.add(text.key[at] as number)
  return found
}

function otherThan(these: ReadonlySet<number>, those: ReadonlySet<number>): number {
  let others = 0
  for (const one of these) if (!those.has(one)) others++
  return others
}

type FilledPlaces = Pick<Measures, 'places' | 'namesExchanged'>

/** Between two passages that follow each other on both sides, so many words may be a place that is filled anew. */
const SLOT_WORDS = 20

/**
 * Places of a shared frame where each side has a name that the other text holds nowhere. An edited copy moves, drops and
 * repeats names; it does not put a new one for one that is gone.
 */
function filledPlaces(a: WordStream, b: WordStream, alignments: readonly Alignment[]): FilledPlaces {
  let places = 0
  const { names } = wordMarks()
  const allOfA = namesWithin(a, 0, a.count, names)
  const allOfB = namesWithin(b, 0, b.count, names)
  const foreign = (own: Set<number>, others: Set<number>): boolean => [...own].some((name) => !others.has(name))
  let exchanged = 0
  let lastOfA = 0
  let lastOfB = 0
  for (const { runs } of alignments) {
    for (const run of runs) {
      const wordsOfA = run.a - lastOfA
      const wordsOfB = run.b - lastOfB
      if (wordsOfA > 0 && wordsOfB > 0 && wordsOfA <= SLOT_WORDS && wordsOfB <= SLOT_WORDS) {
        places++
        const left = namesWithin(a, lastOfA, run.a, names)
        const right = namesWithin(b, lastOfB, run.b, names)
        if (foreign(left, allOfB) && foreign(right, allOfA)) exchanged++
      }
      lastOfA = run.a + run.length
      lastOfB = run.b + run.length
    }
  }
  return { places, namesExchanged: exchanged }
}

function namesWithin(text: WordStream, from: number, to: number, names: ReadonlyMap<number, number>): Set<number> {
  const found = new Set<number>()
  for (let at = from; at < to; at++) {
    if (((text.spelling[at] as number) & SPELLING.name) === 0) continue
    found.add(names.get(text.key[at] as number) as number)
  }
  return found
}

let thisDay: readonly [number, number] | undefined

/** Whether the shared words speak of «هذا اليوم»: the bulletin of a day. */
function speaksOfTheDay(a: WordStream, alignments: readonly Alignment[]): boolean {
  thisDay ??= [readWords('لهذا').key[0] as number, readWords('اليوم').key[0] as number]
  for (const { runs } of alignments) {
    for (const run of runs) {
      for (let at = run.a; at + 1 < run.a + run.length; at++) {
        if (a.key[at] === thisDay[0] && a.key[at + 1] === thisDay[1]) return true
      }
    }
  }
  return false
}
