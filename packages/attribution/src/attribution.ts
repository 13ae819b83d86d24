import type { Span } from '@isnad/text'

export const LINK_KINDS = ['outlet', 'agency', 'official', 'anonymous', 'document', 'person', 'social'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** One link of a chain: who passed the claim on, or said it. */
export interface Link {
  readonly kind: LinkKind
  /** The entity of the article that it is; of a document its issuer, of a post its account holder. */
  readonly entity?: string
  /** Anonymous links with one `ref` (`s1`, `s2` …) are the same hidden source. */
  readonly ref?: string
  /** The fullest wording, as printed. */
  readonly description: string
  /** The link's words in this clause; when it is only implied, its last explicit mention. */
  readonly span?: Span
}

/** `asserts` vouches, `denies` says the claim is false, `reports` passes it on, `questions` casts doubt. */
export type Stance = 'asserts' | 'denies' | 'reports' | 'questions'
/** Whether all, none or a part of the claim stands between quotation marks. */
export type Quote = 'direct' | 'indirect' | 'mixed'
export type Hedge = 'distancing' | 'likely' | 'possible' | 'hearsay'

/** Who is said to have said what. */
export interface Attribution {
  /** Unique in the article: `a1`, `a2` … in text order. */
  readonly id: string
  /** The one word that signals it; absent when only a quotation and a colon do. */
  readonly cue?: Span | undefined
  /** The cue's entry or the grammar rule that fired: `cue.qala`, `rule.headline-colon`. */
  readonly rule: string
  /** What is said; two or more spans where the cue interrupts it. */
  readonly claims: readonly Span[]
  /** From the outermost link named to the original speaker. The page's own outlet is never a link. */
  readonly chain: readonly Link[]
  readonly stance: Stance
  readonly quote: Quote
  readonly hedge?: Hedge | undefined
}

/** Where the page as a whole comes from, by its own account: «نقلاً عن», «المصدر:», «متابعات», an agency in the byline. */
export interface Republication {
  readonly kind: 'agency' | 'outlet' | 'document' | 'social' | 'monitoring'
  /** Catalog id of the outlet or agency, when known. */
  readonly outletId?: string
  readonly description: string
  /** Where the page prints it; absent when only metadata says so. */
  readonly page?: Span<'page'>
}

/** What the page tells of itself that a chain turns on. */
export interface AttributionContext {
  /** The page's own outlet, which is never a link: its catalog id, its name, an address of the page. */
  readonly outlet?: { readonly id?: string; readonly name?: string; readonly url?: string }
}
