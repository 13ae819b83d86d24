import type { Span } from '@isnad/text'

/** One piece of what was asked, for chips in an interface; `span` is its place in the query as typed (frame: the query). */
export type QueryPart = {
  readonly span: Span
  /** True for `-word`, `-"a phrase"`, `-outlet:x`. */
  readonly negated: boolean
} & (
  | {
      readonly kind: 'word' | 'exact' | 'phrase'
      readonly text: string
      readonly inTitle: boolean
      readonly or: boolean
    }
  | { readonly kind: 'outlet' | 'language' | 'after' | 'before'; readonly value: string }
)

/** What could not be understood or has no effect; the rest of the query is searched all the same. */
export interface QueryProblem {
  readonly kind: 'unknown-operator' | 'empty-value' | 'bad-date' | 'open-quote' | 'only-stop-words' | 'too-many-words'
  readonly span: Span
  readonly text: string
  /** What may have been meant: `outlet:` for `outlets:`. */
  readonly suggestion?: string
}

export interface ParsedQuery {
  readonly parts: readonly QueryPart[]
  readonly problems: readonly QueryProblem[]
}
