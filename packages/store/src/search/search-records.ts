import type { Span } from '@isnad/text'
import type { ArticleSummary, Filter } from '../records.js'
import type { ParsedQuery } from './query.js'

export interface SearchRequest extends Filter {
  /** In the query language of this package's README; an empty one lists everything. */
  readonly query: string
  /** `ranked` orders the newest 500 matches by how well they match. `newest` unless told. */
  readonly order?: 'newest' | 'ranked'
  /** 1–100; 20 unless told. */
  readonly limit?: number
  readonly cursor?: string
  /** Counts the matches up to 1,000. True unless told; leave it out on later pages. */
  readonly count?: boolean
  /** Tells outlets and months of the newest 1,000 matches. False unless told. */
  readonly facets?: boolean
}

/** A window of the article with the words that match. */
export interface Snippet {
  /** The window's words; line breaks are spaces, so offsets stay as they are in the article. */
  readonly text: string
  /** Where it was cut from the article's text. */
  readonly article: Span
  /** The matching words, in offsets of `text`; add `article.start` for offsets of the article. */
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

export interface Hit extends ArticleSummary {
  /** Matching words of the title, in offsets of `title`. */
  readonly titleMarks: readonly { readonly start: number; readonly end: number }[]
  /** Absent when only the title, or only operators, matched. */
  readonly snippet?: Snippet
}

/** `capped`: there are more than `value`; show it as «+1,000». */
export interface CappedCount {
  readonly value: number
  readonly capped: boolean
}

export interface Facets {
  readonly outlets: readonly { readonly outlet: string; readonly count: number }[]
  /** `2018-02`, newest first; undated articles are under `undefined`. */
  readonly months: readonly { readonly month: string | undefined; readonly count: number }[]
  /** True when only the newest 1,000 matches were looked at. */
  readonly capped: boolean
}

export interface SearchPage {
  readonly hits: readonly Hit[]
  readonly next?: string
  readonly count?: CappedCount
  readonly facets?: Facets
  readonly query: ParsedQuery
  /** True when ranking looked at the newest 500 of more matches. */
  readonly rankedCapped?: boolean
}
