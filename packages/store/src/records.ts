import type { Article, Capture, Page } from '@isnad/page'

/** Twenty hexadecimal digits of the article's key; the same in every store that holds the same capture. */
export type ArticleId = string

/** What the reading pipeline hands over for keeping. */
export interface Entry {
  readonly capture: Capture
  readonly page: Page
  readonly article: Article
  /** Dotted version of the reader (`0.1.0`). A higher one adds a version beside the old; the newest is what is read. */
  readonly analyser: string
  /** Tells records apart that agree in bytes, URL and outlet, e.g. the id field of a JSONL line. */
  readonly identity?: string
}

/** An entry with everything costly done: plain data, which may be made in another thread than the store's. */
export interface PreparedEntry {
  readonly id: ArticleId
  readonly analyser: string
  /** The packed article. */
  readonly document: Uint8Array
  /** What lists and searches look at, column by column, in the engine's binary form. */
  readonly head: Uint8Array
  /** The packed capture, likewise. */
  readonly capture: Uint8Array
  readonly origin: Pick<Capture, 'url' | 'capturedAt' | 'given'>
}

/**
 * `unchanged`: this analyser, or a newer one, has read the same capture before. `newVersion`: the capture was known, the
 * analyser is newer. `removed`: somebody took the article out; it stays out unless `restore` is asked for.
 */
export type AddKind = 'added' | 'unchanged' | 'newVersion' | 'removed'

export interface Added {
  readonly id: ArticleId
  readonly kind: AddKind
}

export interface AddOptions {
  /** Written in the same transaction as the batch, so that a resumed load loses nothing and repeats nothing. */
  readonly checkpoint?: Omit<Checkpoint, 'savedAt'>
  /** What failed beside the batch; written in the same transaction. */
  readonly failures?: readonly NewFailure[]
  /** Takes articles back in that were removed before. */
  readonly restore?: boolean
}

/** How far a long load has come. */
export interface Checkpoint {
  /** Path or URL of what is being loaded. */
  readonly source: string
  /** Lines, records or files already dealt with. */
  readonly position: number
  /** Tells whether the source is still the same one, e.g. size and modification time; compared by the caller. */
  readonly fingerprint: string
  readonly done: boolean
  readonly savedAt: string
}

/** Something that did not become an article. No content is kept: source and position say where to read it again. */
export interface NewFailure {
  /** Path or URL it came from. */
  readonly source: string
  /** Line, record or member number inside the source, from 1. */
  readonly position?: number
  /** A rejection kind of `@isnad/page` (`no-article`), or the code of an error (`INPUT_INVALID`). */
  readonly reason: string
  readonly detail: string
}

export interface Failure extends NewFailure {
  readonly id: string
  readonly attempts: number
  readonly firstAt: string
  readonly lastAt: string
}

/** An article as whoever compares articles takes it. */
export interface ArrivedArticle {
  /** Grows with every article that comes in; where to go on from. */
  readonly place: number
  readonly id: ArticleId
  /** The newest version, corrections applied. */
  readonly article: Article
  readonly outletId?: string
  readonly outlet?: string
  readonly url?: string
}

/** What a list shows of an article. */
export interface ArticleSummary {
  readonly id: ArticleId
  readonly title: string
  /** The opening of the body, at most 240 code units, cut at a word. */
  readonly opening: string
  readonly outlet?: string
  readonly outletId?: string
  readonly url?: string
  readonly byline?: string
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
  /** As printed, at its grain; absent when the page does not say. */
  readonly published?: string
  readonly publishedGrain?: 'day' | 'minute' | 'second'
  readonly capturedAt?: string
  readonly addedAt: string
  readonly words: number
  readonly removals: number
}

/** Everything known of one article, in its newest version. */
export interface StoredArticle {
  readonly id: ArticleId
  readonly article: Article
  readonly page: Omit<Page, 'text'>
  /** From 1; how many versions there are is `versions.length`. */
  readonly version: number
  readonly versions: readonly ArticleVersion[]
  readonly sha256: string
  readonly addedAt: string
  /** Corrections already applied to `article.metadata`. */
  readonly corrections: readonly LogEntry[]
}

export interface ArticleVersion {
  readonly version: number
  readonly analyser: string
  readonly readAt: string
}

/** The page as it was fetched, or, where personal data was blanked, its text without them. */
export interface StoredCapture {
  readonly id: ArticleId
  /** The original bytes; UTF-8 of the blanked page text when `redacted`. */
  readonly bytes: Uint8Array
  /** Of the original bytes, in hexadecimal, also when `redacted`. */
  readonly sha256: string
  readonly originalLength: number
  readonly redacted: boolean
  /** The decoded page that every `Span<'page'>` of the article is cut from. */
  readonly page: Page
  readonly url?: string
  readonly capturedAt?: string
  /** Those that describe the content; cookies and credentials are never kept. */
  readonly headers: Readonly<Record<string, string>>
}

export interface Filter {
  /** Name or id of an outlet, compared folded. */
  readonly outlet?: string
  /** `2020`, `2020-11` or `2020-11-22`: published on or after its first day, as printed. Undated articles never match. */
  readonly after?: string
  /** Published on or before its last day. */
  readonly before?: string
  /** ISO 639 code. */
  readonly language?: string
}

export interface ListRequest extends Filter {
  /** 1–200; 20 unless told. */
  readonly limit?: number
  /** `next` of an earlier page. */
  readonly cursor?: string
}

export interface Listing<Item> {
  readonly items: readonly Item[]
  /** Absent on the last page. */
  readonly next?: string
}

export interface OutletSummary {
  readonly name: string
  readonly id?: string
  readonly articles: number
  readonly firstPublished?: string
  readonly lastPublished?: string
}

/** What was done to the record by hand. */
export interface LogEntry {
  readonly at: string
  readonly action: 'removed' | 'restored' | 'corrected'
  readonly article: ArticleId
  readonly by: string
  readonly reason: string
  readonly field?: CorrectableField
  readonly from?: string
  readonly to?: string
}

export type CorrectableField = 'outlet' | 'byline' | 'published'

export interface Correction {
  readonly field: CorrectableField
  /** For `published`: ISO 8601, a day or a time with or without offset. */
  readonly value: string
  readonly reason: string
  readonly by: string
}

export interface StoreStatus {
  readonly backend: 'pglite' | 'postgres'
  /** `PostgreSQL 18.6`. */
  readonly engine: string
  /** The data folder, or `host:port/database`; never a password. */
  readonly location: string
  readonly schema: number
  readonly articles: number
  readonly versions: number
  readonly outlets: number
  readonly failures: number
  readonly removed: number
  /** Articles whose annotations are still to be made. */
  readonly waiting: number
  /** Of the whole database, in bytes; `wal` only where it can be told. */
  readonly bytes: { readonly total: number; readonly captures: number; readonly index: number; readonly wal?: number }
  readonly firstPublished?: string
  readonly lastPublished?: string
  readonly lastAdded?: string
  readonly analysers: readonly { readonly analyser: string; readonly versions: number }[]
}
