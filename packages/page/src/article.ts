import type { Span, Text } from '@isnad/text'
import type { PageMap } from './page-map.js'

export const BLOCK_LABELS = [
  'title',
  'kicker',
  'dateline',
  'byline',
  'caption',
  'body',
  'subhead',
  'related-link',
  'teaser',
  'widget',
  'ad',
  'greeting',
  'comment-form',
  'privacy-token',
  'source-credit',
  'toc',
  'other',
] as const
export type BlockLabel = (typeof BLOCK_LABELS)[number]

/** A run of the page that reads as one piece: an HTML block element, a `<br>` paragraph, a line of flattened text. */
export interface Block {
  readonly label: BlockLabel
  /** Where it stands on the page; a `<br>` line or a part of a mixed line has a span of its own. */
  readonly page: Span<'page'>
  /** Its words, white space collapsed, entities decoded; empty for a privacy token. */
  readonly text: string
  /** Where it stands in the article; only title, body and subhead blocks are kept there. */
  readonly article?: Span<'article'>
  /** The rule that gave the label, a key of `RULES`. */
  readonly rule: string
  /** True when the block goes on with a sentence that the block before it left open. */
  readonly continues?: true
}

/** What was taken out of the page, and why. `rule` is a key of `RULES`, which words the reason in Arabic and English. */
export interface Removal {
  readonly label: Exclude<BlockLabel, 'title' | 'body' | 'subhead'>
  readonly page: Span<'page'>
  readonly rule: string
  readonly text: string
}

/** Where on the page a piece of metadata was read. */
export type MetadataPlace =
  | 'given'
  | 'json-ld'
  | 'meta'
  | 'microdata'
  | 'time-element'
  | 'text'
  | 'url'
  | 'link'
  | 'title-element'

export interface Stated<T> {
  readonly value: T
  readonly from: MetadataPlace
  /** The words it was read from, when they stand on the page. */
  readonly page?: Span<'page'>
}

/** A moment of publication at the grain in which it was printed. */
export interface PublicationTime {
  /** Local ISO 8601 with the offset where one is known: `2020-11-22T17:15:00+02:00`, `2020-11-22T17:15:00`, `2020-11-22`. */
  readonly local: string
  readonly grain: 'day' | 'minute' | 'second'
  /** UTC instant, when the zone is known. */
  readonly instant?: string
  /** IANA zone, when the page names a city or country: `Asia/Damascus`. */
  readonly zone?: string
}

/** A credit the page itself prints: «نقلا عن», «المصدر:», an agency signature, «متابعات», «رصد». */
export interface Credit {
  readonly kind: 'agency' | 'outlet' | 'monitoring' | 'unnamed'
  /** The credited name as printed; absent for a bare «المصدر» or «متابعات». */
  readonly name?: string
  /** Catalog id, when the name is known. */
  readonly outletId?: string
  /** The whole credit as printed. */
  readonly text: string
  readonly page?: Span<'page'>
}

export interface ArticleMetadata {
  readonly outlet?: Stated<string> & { readonly id?: string }
  readonly byline?: Stated<string>
  readonly authors: readonly string[]
  readonly dateline?: Stated<string>
  readonly published?: Stated<PublicationTime>
  readonly modified?: Stated<PublicationTime>
  readonly canonicalUrl?: Stated<string>
  readonly section?: Stated<string>
  readonly credits: readonly Credit[]
  /** ISO 639-3/1 code as `identifyLanguage` gives it, told from the letters of title and body. */
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
}

/**
 * A clean article. `text` holds the title (when there is one) and every body block, each on a line of its own; a sentence
 * that the page broke over two blocks is joined by a space instead. `map` leads every span of it back to the page.
 */
export interface Article {
  readonly text: Text<'article'>
  readonly title?: Span<'article'>
  readonly body: readonly Span<'article'>[]
  readonly blocks: readonly Block[]
  readonly removals: readonly Removal[]
  readonly metadata: ArticleMetadata
  readonly map: PageMap
  /** Personal data on the page (visitor tokens, commenters): to be blanked before anything is stored. */
  readonly personal: readonly Span<'page'>[]
}
