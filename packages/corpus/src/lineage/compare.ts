import { type Span, span } from '@isnad/text'
import { type Alignment, alignWords, SeedTable, type WordRange } from './align.js'
import { articleStretches } from './furniture.js'
import { type Measures, measure, type Shares } from './measures.js'
import type { Reason } from './reason.js'
import { wordMarks } from './word-marks.js'
import { type PlacedWords, readWords, type WordStream } from './words.js'

/**
 * How two texts are related. `copy`: the wording of one is the other's, cut, joined or re-spelt. `rewrite`: it descends from
 * the same text but is reworded. `shared-passage`: otherwise different. `template`: one formula, two occurrences.
 */
export type LineageRelation = 'copy' | 'rewrite' | 'shared-passage' | 'template' | 'unrelated'

/** A text to compare. `published` is an ISO 8601 time, or a day as 21/04/2017; without a zone it is read as UTC. */
export interface ComparableText {
  readonly text: string
  /** The stretches of the text that are article, in order; found by their looks where none are given. */
  readonly body?: readonly Span[]
  readonly published?: string
}

/** A passage that both texts have, in code units of each. */
export interface AlignedPassage {
  readonly a: Span
  readonly b: Span
  readonly words: number
  /** Words that are the same on both sides. */
  readonly equal: number
}

export interface TextComparison {
  readonly relation: LineageRelation
  /** Share of the words of a that b has too, and the other way; furniture not counted. */
  readonly shareOfA: number
  readonly shareOfB: number
  /** Distinct folded five-word shingles in common over those of the shorter text: the same whichever text comes first. */
  readonly containment: number
  /** Shared words over the words of the shorter text, edited sentences counted whole. */
  readonly overlap: number
  readonly passages: readonly AlignedPassage[]
  readonly reasons: readonly Reason[]
}

/** Compares two texts word by word, whatever their spelling; empty texts are unrelated. Linear in their length. */
export function compareTexts(a: ComparableText | string, b: ComparableText | string): TextComparison {
  const [left, right] = [a, b].map((one) => (typeof one === 'string' ? { text: one } : one)) as [
    ComparableText,
    ComparableText,
  ]
  const wordsOfA = wordsOf(left)
  const wordsOfB = wordsOf(right)
  const alignments = alignBoth(wordsOfA, wordsOfB)
  const measures = measure(wordsOfA, wordsOfB, alignments)
  const { relation, reasons } = relate(measures, hoursBetween(timeOf(left.published), timeOf(right.published)))
  return {
    relation,
    shareOfA: measures.shareOfA,
    shareOfB: measures.shareOfB,
    containment: measures.containment,
    overlap: measures.overlap,
    passages: alignments.map((one) => ({
      a: printed(wordsOfA, one.a),
      b: printed(wordsOfB, one.b),
      words: Math.max(one.a.end - one.a.start, one.b.end - one.b.start),
      equal: one.equal,
    })),
    reasons,
  }
}

export const wordsOf = ({ text, body }: ComparableText): PlacedWords =>
  readWords(text, body !== undefined && body.length > 0 ? body : articleStretches(text), wordMarks())

const printed = (words: PlacedWords, range: WordRange): Span =>
  span(words.start[range.start] as number, words.end[range.end - 1] as number)

/**
 * Aligns two texts so that the order in which they are given changes nothing: the longer one is always read along the
 * shorter, so that a formula that comes back in it is found each time.
 * Short texts share less than a passage and may yet be the same: the bar sinks with them.
 */
export function alignBoth(a: WordStream, b: WordStream, table = new SeedTable()): Alignment[] {
  const leastEqual = Math.max(3, Math.min(8, Math.ceil(Math.min(a.count, b.count) / 2)))
  if (comesFirst(a, b)) return alignWords(a, b, leastEqual, table)
  return alignWords(b, a, leastEqual, table).map(({ a: inB, b: inA, equal, runs }) => ({
    a: inA,
    b: inB,
    equal,
    runs: runs.map((run) => ({ a: run.b, b: run.a, length: run.length })),
  }))
}

function comesFirst(a: WordStream, b: WordStream): boolean {
  if (a.count !== b.count) return a.count < b.count
  for (let at = 0; at < a.count; at++) {
    const difference = (a.key[at] as number) - (b.key[at] as number)
    if (difference !== 0) return difference > 0
  }
  return true
}

/** Seconds since 1970, or NaN. A time without a zone is taken as UTC, so that no machine's clock setting matters. */
export function timeOf(published: string | undefined): number {
  if (published === undefined) return Number.NaN
  // Some feeds write the day first, 21/04/2017.
  const iso = published
    .trim()
    .replace(
      /^(\d{1,2})\/(\d{1,2})\/(\d{4})/,
      (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
  const stated = iso.replace(' ', 'T')
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(stated) ? stated : /T/.test(stated) ? `${stated}Z` : stated
  return Date.parse(zoned) / 1000
}

export const hoursBetween = (a: number, b: number): number => Math.abs(a - b) / 3600

/**
 * The bars between the relations. A copy has its wording: at 0.45 of the five-word shingles real copies and real rewrites of
 * Gulf papers part. Half of the shorter text makes it a copy in whole; rewrites keep less and come within three days, after
 * which the same words tell of the next occurrence.
 */
export const BARS = {
  copyContainment: 0.455,
  /** Days later the old paragraphs stand under new news: more of the wording must be there. */
  copyContainmentLater: 0.52,
  copyOverlap: 0.5,
  rewriteContainment: 0.2,
  rewriteOverlap: 0.4,
  rewriteHours: 84,
  /** Chance and stock phrases reach twelve words in a row; quotations go on. */
  passageRun: 14,
  frameTimes: 1.6,
  figuresOfFrame: 3,
  figuresOfPassage: 2,
  figuresOtherwise: 0.4,
  hoursOfOneEvent: 12,
  namesOfFrame: 2,
  placesWithNames: 0.55,
  wordsPerName: 45,
  hoursOfNextDay: 18,
  /** News is copied within two days; what returns later with other names or figures tells of the next time. */
  hoursOfLaterEvent: 60,
  wordsPerFilling: 90,
} as const

export interface Relation {
  readonly relation: LineageRelation
  readonly reasons: readonly Reason[]
}

const percent = (share: number): number => Math.round(share * 100)

/** Whether texts that share so much may be related at all: with less there is nothing to decide. */
export const mayBeRelated = ({ overlap, longestRun }: Pick<Shares, 'overlap' | 'longestRun'>): boolean =>
  overlap >= BARS.rewriteOverlap || longestRun >= BARS.passageRun

/** Decides the relation by the figures. `hours` between the two may be NaN. */
export function relate(m: Measures, hours: number): Relation {
  if (m.wordsOfA === 0 || m.wordsOfB === 0 || m.longestPassage === 0) {
    return { relation: 'unrelated', reasons: [{ code: 'little-in-common', figures: { words: m.longestPassage } }] }
  }
  const overlap = percent(m.overlap)
  if (m.overlap >= BARS.rewriteOverlap) {
    const frame = frameOf(m, hours)
    if (frame !== undefined) return { relation: 'template', reasons: [frame] }
  }
  const far = hours > BARS.rewriteHours
  const bar = far ? BARS.copyContainmentLater : BARS.copyContainment
  if (m.overlap >= BARS.copyOverlap && m.containment >= bar) {
    const same = m.shareOfA >= 0.995 && m.shareOfB >= 0.995 && m.fidelity >= 0.995
    return {
      relation: 'copy',
      reasons: [
        same
          ? { code: 'same-text', figures: { overlap } }
          : { code: 'mostly-contained', figures: { overlap, containment: percent(m.containment) } },
      ],
    }
  }
  if (!far && m.overlap >= BARS.rewriteOverlap && m.containment >= BARS.rewriteContainment) {
    return {
      relation: 'rewrite',
      reasons: [{ code: 'reworded', figures: { overlap, containment: percent(m.containment) } }],
    }
  }
  if (mayBeRelated(m)) {
    const filled = figuresOtherwise(m, hours, BARS.figuresOfPassage)
    if (filled !== undefined) return { relation: 'template', reasons: [filled] }
    const reasons: Reason[] = [{ code: 'shared-wording', figures: { words: m.longestPassage, overlap } }]
    if (far && m.overlap >= BARS.rewriteOverlap) {
      reasons.push({ code: 'days-apart', figures: { days: Math.round(hours / 24) } })
    }
    return { relation: 'shared-passage', reasons }
  }
  return { relation: 'unrelated', reasons: [{ code: 'little-in-common', figures: { words: m.longestPassage } }] }
}

/** One formula filled twice: it comes back within one text, or holds other figures or other names. */
function frameOf(m: Measures, hours: number): Reason | undefined {
  const taken = [m.shareOfA * m.wordsOfA, m.shareOfB * m.wordsOfB].sort((x, y) => x - y) as [number, number]
  const times = taken[1] / Math.max(1, taken[0])
  if (times >= BARS.frameTimes && m.exchanges >= 3) {
    return { code: 'frame-repeated', figures: { times: Math.round(times * 10) / 10 } }
  }
  const filled = figuresOtherwise(m, hours, BARS.figuresOfFrame)
  if (filled !== undefined) return filled
  if (
    m.namesExchanged >= BARS.namesOfFrame &&
    m.namesExchanged >= BARS.placesWithNames * m.places &&
    m.wordsOfFrame <= BARS.wordsPerName * m.namesExchanged
  ) {
    return { code: 'frame-other-names', figures: { names: m.namesExchanged } }
  }
  const filledAnew = m.namesExchanged + m.figuresExchanged
  if (
    hours >= BARS.hoursOfLaterEvent &&
    filledAnew >= BARS.namesOfFrame &&
    m.wordsOfFrame <= BARS.wordsPerFilling * filledAnew
  ) {
    return { code: 'frame-days-later', figures: { filled: filledAnew, days: Math.round(hours / 24) } }
  }
  if (m.ofTheDay && hours >= BARS.hoursOfNextDay && m.fidelity < 1) {
    return { code: 'frame-of-the-day', figures: { days: Math.round(hours / 24) } }
  }
  return undefined
}

/** The same words around other figures, half a day or more apart: the next market close, the next forecast. */
function figuresOtherwise(m: Measures, hours: number, least: number): Reason | undefined {
  const share = m.figuresExchanged / Math.max(1, m.figuresExchanged + m.figuresShared)
  if (hours < BARS.hoursOfOneEvent || m.figuresExchanged < least || share < BARS.figuresOtherwise) return undefined
  return { code: 'frame-other-figures', figures: { figures: m.figuresExchanged } }
}
