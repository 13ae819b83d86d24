import type { Alignment, WordRange } from './align.js'
import { alignBoth } from './compare.js'
import { SPELLING, type WordStream } from './words.js'

/**
 * What a copier would have had to do to make `copy` out of `source`. Copying loses: hamzas, ta marbutas and sentences fall
 * away and do not come back, so what only the copy has speaks against the pair (the argument from shared errors in textual
 * criticism: Maas 1927).
 */
export interface Changes {
  readonly alignments: readonly Alignment[]
  /** Words exchanged for others inside shared passages, counted by place. */
  readonly exchanged: number
  /** Passages of the source that the copy lacks. */
  readonly cut: number
  /** Passages that stand in another order. */
  readonly moved: number
  /** Words of shared passages whose hamza or ة only the source has, only the copy has, and others printed differently. */
  readonly lost: number
  readonly restored: number
  readonly respelt: number
  /** Words of the copy that stand in no shared passage, and the same of the source. */
  readonly own: number
  readonly left: number
}

/** Shorter gaps are edits of a sentence, not a cut. */
const CUT_WORDS = 6

export function changesBetween(source: WordStream, copy: WordStream): Changes {
  const alignments = alignBoth(source, copy)
  let exchanged = 0
  let lost = 0
  let restored = 0
  let respelt = 0
  for (const { runs } of alignments) {
    for (const [at, run] of runs.entries()) {
      if (at > 0) exchanged++
      for (let i = 0; i < run.length; i++) {
        const before = source.spelling[run.a + i] as number
        const after = copy.spelling[run.b + i] as number
        if (before === after) continue
        if (letterMarks(before) > letterMarks(after)) lost++
        else if (letterMarks(before) < letterMarks(after)) restored++
        else respelt++
      }
    }
  }
  const inSource = gapsOutside(
    source.count,
    alignments.map(({ a }) => a),
  )
  const inCopy = gapsOutside(
    copy.count,
    alignments.map(({ b }) => b),
  )
  return {
    alignments,
    exchanged,
    cut: inSource.filter((words) => words >= CUT_WORDS).length,
    moved: movesOf(alignments),
    lost,
    restored,
    respelt,
    own: inCopy.reduce((sum, words) => sum + words, 0),
    left: inSource.reduce((sum, words) => sum + words, 0),
  }
}

const letterMarks = (spelling: number): number =>
  (spelling >>> SPELLING.hamzaShift) + ((spelling & SPELLING.taMarbuta) !== 0 ? 1 : 0)

/** Lengths of the stretches that no range covers. */
function gapsOutside(count: number, ranges: readonly WordRange[]): number[] {
  const gaps: number[] = []
  let reached = 0
  for (const { start, end } of [...ranges].sort((x, y) => x.start - y.start)) {
    if (start > reached) gaps.push(start - reached)
    reached = Math.max(reached, end)
  }
  if (count > reached) gaps.push(count - reached)
  return gaps
}

/** Places where the next passage of the copy does not follow in the source. */
function movesOf(alignments: readonly Alignment[]): number {
  const ordered = [...alignments].sort((x, y) => x.b.start - y.b.start)
  let moves = 0
  for (let at = 1; at < ordered.length; at++) {
    if ((ordered[at] as Alignment).a.start < (ordered[at - 1] as Alignment).a.start) moves++
  }
  return moves
}

/**
 * The changes as one figure. An exchanged word, a moved passage and a cut each need one decision; a change of spelling is a
 * habit of the house, so that its hundredth word says little more than its tenth. A spelling that came back speaks loudly.
 */
export function costOf({ exchanged, cut, moved, lost, restored, respelt, own }: Changes): number {
  return (
    exchanged +
    2 * cut +
    2 * moved +
    Math.log2(1 + lost) +
    4 * Math.log2(1 + restored) +
    Math.log2(1 + respelt) +
    own / 4
  )
}
