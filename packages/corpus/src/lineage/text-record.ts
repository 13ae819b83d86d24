import { foldKey, type Span } from '@isnad/text'
import { timeOf } from './compare.js'
import { creditLines } from './credit-lines.js'
import { articleStretches } from './furniture.js'
import { SHINGLE, ShingleSet } from './shingle-set.js'
import { wordMarks } from './word-marks.js'
import { fingerprints, type PlacedWords, readWords, shinglesOf, type WordStream } from './words.js'

/** An article as lineage takes it. */
export interface LineageArticle {
  /** Unique in the index; adding the same id again replaces the text. */
  readonly id: string
  readonly text: string
  /** The stretches of the text that are article, in order; found by their looks where none are given. */
  readonly body?: readonly Span[]
  readonly title?: string
  /** Who published it: any name or id, the same for the same publisher. */
  readonly outlet?: string
  /** ISO 8601; without a zone it is read as UTC. Left out where the page does not say. */
  readonly published?: string
  /** Whom the page credits: names or ids of outlets and agencies, as in `outlet`. */
  readonly credits?: readonly string[]
}

/** What the index keeps of an article: no letter of its text, but enough to compare it with any other. */
export interface TextRecord {
  readonly id: string
  readonly outlet: string
  /** Seconds since 1970, or NaN. */
  readonly time: number
  /** Folded names of whom it credits, and whether it does so in words; the outlet folded the same way. */
  readonly credits: readonly string[]
  readonly statesCredit: boolean
  readonly outletKey: string
  readonly words: WordStream
  /** Number of its distinct shingles; segments of earlier builds do not tell it. */
  readonly shingles?: number
}

export interface ReadRecord extends TextRecord {
  readonly words: PlacedWords
  readonly fingerprints: Uint32Array
  readonly shingleSet: ShingleSet
}

export function recordOf(article: LineageArticle): ReadRecord {
  const { text, body } = article
  const stretches = body !== undefined && body.length > 0 ? body : articleStretches(text)
  const words = readWords(text, stretches, wordMarks())
  const edges = creditLines(text, stretches)
  const shingles = shinglesOf(words, Math.min(SHINGLE, Math.max(1, words.count)))
  const shingleSet = new ShingleSet(shingles)
  return {
    id: article.id,
    outlet: article.outlet ?? '',
    time: timeOf(article.published),
    credits: [...(article.credits ?? []).map(foldKey), ...edges.names],
    statesCredit: edges.stated || (article.credits ?? []).length > 0,
    outletKey: foldKey(article.outlet ?? '').trim(),
    words,
    fingerprints: words.count === 0 ? new Uint32Array(0) : fingerprints(shingles),
    shingles: shingleSet.size,
    shingleSet,
  }
}

/** Texts shorter than a shingle have their whole as their one shingle. */
export function fingerprintsOf(words: WordStream): Uint32Array {
  if (words.count === 0) return new Uint32Array(0)
  return fingerprints(shinglesOf(words, Math.min(SHINGLE, words.count)))
}
