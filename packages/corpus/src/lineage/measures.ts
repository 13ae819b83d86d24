import { type Alignment, alignWords, type WordRange } from './align.js'
import { containmentOf } from './shingle-set.js'
import { wordMarks } from './word-marks.js'
import { readWords, SPELLING, type WordStream } from './words.js'

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

/** With less in common there is no frame to look at. */
const FRAME_OVERLAP = 0.4
/** A sentence that is shared by half is one that was taken and edited. */
const MOSTLY_SHARED = 0.5

/** What the alignments alone tell; the first thing to know of two texts. */
export interface Shares {
  /** Words of a and of b that stand in shared passages, sentences that are mostly shared counted whole. */
  readonly inA: number
  readonly inB: number
  readonly overlap: number
  readonly longestRun: number
  readonly longestPassage: number
}

export function sharesOf(a: WordStream, b: WordStream, alignments: readonly Alignment[]): Shares {
  const inA = sharedWords(
    a,
    alignments.map((one) => one.a),
  )
  const inB = sharedWords(
    b,
    alignments.map((one) => one.b),
  )
  return {
    inA,
    inB,
    overlap: Math.min(1, ratio(Math.min(inA, inB), Math.min(a.count, b.count))),
    longestRun: longestRunOf(alignments),
    longestPassage: alignments.reduce((most, one) => Math.max(most, Math.min(lengthOf(one.a), lengthOf(one.b))), 0),
  }
}

export function measure(
  a: WordStream,
  b: WordStream,
  alignments: readonly Alignment[] = alignWords(a, b),
  { inA, inB, overlap, longestRun, longestPassage } = sharesOf(a, b, alignments),
  containment = containmentOf(a, b),
): Measures {
  const figures = exchangedFigures(a, b, alignments)
  const passageWords = alignments.reduce((sum, one) => sum + Math.max(lengthOf(one.a), lengthOf(one.b)), 0)
  const equal = alignments.reduce((sum, one) => sum + one.equal, 0)
  return {
    wordsOfA: a.count,
    wordsOfB: b.count,
    shareOfA: ratio(inA, a.count),
    shareOfB: ratio(inB, b.count),
    overlap,
    containment,
    fidelity: passageWords === 0 ? 0 : equal / passageWords,
    wordsOfFrame: Math.min(inA, inB),
    longestRun,
    longestPassage,
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

const NO_FIGURES: ReadonlySet<number> = new Set()

function figuresWithin(text: WordStream, from: number, to: number): ReadonlySet<number> {
  let some = false
  for (let at = from; at < to && !some; at++) some = isFigure(text, at)
  if (!some) return NO_FIGURES
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
  let exchanged = 0
  let lastOfA = 0
  let lastOfB = 0
  let all: readonly [ReadonlySet<number>, ReadonlySet<number>] | undefined
  for (const { runs } of alignments) {
    for (const run of runs) {
      const wordsOfA = run.a - lastOfA
      const wordsOfB = run.b - lastOfB
      if (wordsOfA > 0 && wordsOfB > 0 && wordsOfA <= SLOT_WORDS && wordsOfB <= SLOT_WORDS) {
        places++
        const left = namesWithin(a, lastOfA, run.a)
        const right = left.length === 0 ? [] : namesWithin(b, lastOfB, run.b)
        if (right.length > 0) {
          all ??= [new Set(namesWithin(a, 0, a.count)), new Set(namesWithin(b, 0, b.count))]
          const [ofA, ofB] = all
          if (left.some((name) => !ofB.has(name)) && right.some((name) => !ofA.has(name))) exchanged++
        }
      }
      lastOfA = run.a + run.length
      lastOfB = run.b + run.length
    }
  }
  return { places, namesExchanged: exchanged }
}

function namesWithin(text: WordStream, from: number, to: number): number[] {
  const { names } = wordMarks()
  const found: number[] = []
  for (let at = from; at < to; at++) {
    if (((text.spelling[at] as number) & SPELLING.name) === 0) continue
    found.push(names.get(text.key[at] as number) as number)
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
