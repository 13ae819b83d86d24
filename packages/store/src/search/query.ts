import type { Span } from '@isnad/text'
import type { NameKind } from '../annotations/annotation-records.js'

/** One piece of what was asked, for chips in an interface; `span` is its place in the query as typed. */
export type QueryPart = TermPart | FilterPart

export interface TermPart {
  readonly kind: 'word' | 'exact' | 'phrase'
  readonly span: Span
  /** True for `-word` and `-"a phrase"`. */
  readonly negated: boolean
  readonly text: string
  readonly inTitle: boolean
  /** True when this part may stand in for the part before it: `a OR b`. */
  readonly or: boolean
  /** True when the word is too common to narrow the search and others do: it is not required. */
  readonly ignored?: true
}

export interface FilterPart {
  readonly kind: 'outlet' | 'language' | 'after' | 'before' | 'event' | NameKind
  readonly span: Span
  readonly negated: boolean
  readonly value: string
}

/** What could not be understood or has no effect; the rest of the query is searched all the same. */
export interface QueryProblem {
  readonly kind: 'unknown-operator' | 'empty-value' | 'bad-date' | 'open-quote' | 'too-many-words'
  readonly span: Span
  readonly text: string
  /** What may have been meant: `outlet:` for `outlets:`. */
  readonly suggestion?: string
}

export interface ParsedQuery {
  readonly parts: readonly QueryPart[]
  readonly problems: readonly QueryProblem[]
}
