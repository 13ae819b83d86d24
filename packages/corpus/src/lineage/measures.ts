import { type Alignment, alignWords, type WordRange } from './align.js'
import { SPELLING, shinglesOf, type WordStream } from './words.js'

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
  /** Differences inside shared passages, and those of them where a figure stands against another figure. */
  readonly exchanges: number
  readonly figuresExchanged: number
  /** Figures inside shared passages of a. */
  readonly figuresShared: number
}

export const SHINGLE = 5

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
  const figures = exchangedFigures(a, b, alignments)
  const passageWords = alignments.reduce((sum, one) => sum + Math.max(lengthOf(one.a), lengthOf(one.b)), 0)
  const equal = alignments.reduce((sum, one) => sum + one.equal, 0)
  return {
    wordsOfA: a.count,
    wordsOfB: b.count,
    shareOfA: ratio(inA, a.count),
    shareOfB: ratio(inB, b.count),
    overlap: Math.min(1, ratio(Math.min(inA, inB), shorter)),
    containment: containmentOf(a, b),
    fidelity: passageWords === 0 ? 0 : equal / passageWords,
    longestRun: alignments.reduce((most, one) => Math.max(most, ...one.runs.map((run) => run.length)), 0),
    longestPassage: alignments.reduce((most, one) => Math.max(most, Math.min(lengthOf(one.a), lengthOf(one.b))), 0),
    ...figures,
  }
}

const lengthOf = ({ start, end }: WordRange): number => end - start
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Distinct shingles in common over the smaller set; where a text is too short for one, its whole is its shingle. */
export function containmentOf(a: WordStream, b: WordStream): number {
  const size = Math.min(SHINGLE, Math.max(1, Math.min(a.count, b.count)))
  const [fewer, more] = [new Set(shinglesOf(a, size)), new Set(shinglesOf(b, size))].sort((x, y) => x.size - y.size)
  if (fewer === undefined || more === undefined || fewer.size === 0) return 0
  let common = 0
  for (const shingle of fewer) if (more.has(shingle)) common++
  return common / fewer.size
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
      if (holdsFigure(a, run.a + run.length, next.a) && holdsFigure(b, run.b + run.length, next.b)) figuresExchanged++
    }
  }
  return { exchanges, figuresExchanged, figuresShared }
}

const isFigure = (text: WordStream, at: number): boolean => ((text.spelling[at] as number) & SPELLING.figure) !== 0

function holdsFigure(text: WordStream, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFigure(text, at)) return true
  return false
}
