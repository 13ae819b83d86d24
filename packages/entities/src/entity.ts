import type { Span } from '@isnad/text'

export const ENTITY_TYPES = ['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVT-NAME', 'PROD'] as const
/** People, bodies, governed places, other places, facilities, named occasions, named products. */
export type EntityType = (typeof ENTITY_TYPES)[number]

/** A proper name, or a descriptor that stands in the place of one («الوزير»). */
export type MentionKind = 'name' | 'nominal'

/** Words of the article that name or describe an entity; attached و ف ب ل ك س and titles are left out of the span. */
export interface Mention extends Span {
  readonly type: EntityType
  readonly kind: MentionKind
}

/** Something in the catalog that a name could mean. */
export interface Candidate {
  /** Catalog id: `person.…`, `org.…`, `country.iq`, `place.…`, `outlet.…`. */
  readonly id: string
  /** From 0 to 1; candidates of one entity are sorted by it. */
  readonly score: number
  /** What speaks for and against it, as codes that the surfaces word: `name.exact`, `role.in-office`, `country.mentioned`. */
  readonly reasons: readonly string[]
}

/** An office or function that the article gives somebody: «وزير الدفاع» before a name, or standing for it. */
export interface EntityRole {
  readonly title: string
  /** The title's words. */
  readonly span: Span
  /** Id in the table of titles. */
  readonly titleId?: string | undefined
  /** The body or country, an entity of the same article. */
  readonly org?: string | undefined
  /** «السابق», «الأسبق», «المنتخب», «المكلف», «بالوكالة»: how the office is held. */
  readonly standing?: 'former' | 'elect' | 'designate' | 'acting' | 'late' | undefined
}

/** One real thing in one article, whatever its spellings. */
export interface Entity {
  /** Unique in the article: `e1`, `e2` … in order of first mention. */
  readonly id: string
  readonly type: EntityType
  /** The fullest form in the article, in the article's spelling, with the article's ال restored where «لل» swallowed it. */
  readonly nameAr: string
  readonly nameEn?: string | undefined
  /** True for people or armed bodies spoken of as a number of them («قادة الفصائل»). */
  readonly group?: true | undefined
  /** True when no mention is a name: it is kept only when it fills a role in an event or a link of a chain. */
  readonly unnamed?: true | undefined
  readonly mentions: readonly Mention[]
  readonly roles: readonly EntityRole[]
  /** Best first; empty when the catalog knows nobody of that name. */
  readonly candidates: readonly Candidate[]
  /** The candidate that is taken as meant; absent when none is sure enough. */
  readonly catalogId?: string | undefined
}
