import type { Span } from '@isnad/text'
import type { Run } from './page-map.js'

/** A block before anybody has judged it: its words, where they stand, and what the mark-up says of it. */
export interface RawBlock {
  /** Words with white space collapsed and entities decoded. */
  readonly text: string
  readonly page: Span<'page'>
  /** The way back: `article` offsets here count from the start of `text`. */
  readonly runs: readonly Run[]
  /** Absent on flattened text. */
  readonly html?: HtmlFeatures
}

/** What the tree says of a block. */
export interface HtmlFeatures {
  /** The element that makes it a block: `p`, `h2`, `li`, `td`, `div` … */
  readonly tag: string
  /** Share of its characters that stand in links, 0–1. */
  readonly linkDensity: number
  /** True inside the element chosen as the article's container. */
  readonly inContainer: boolean
  /** A label that the mark-up alone decides (a `figcaption`, a share bar, a comment form), with the rule that says so. */
  readonly verdict?: { readonly label: import('./article.js').BlockLabel; readonly rule: string }
}
