import type { ArrivedArticle, ArticleId, ArticleSummary, Listing } from '../records.js'

/** Something that an article names. */
export interface NamedEntity {
  /** Unique in the article. */
  readonly entity: string
  /** What all articles call it: its catalog id, or its type and folded name. */
  readonly key: string
  /** `PER`, `ORG`, `GPE` … */
  readonly type: string
  readonly name: string
  readonly nameEn?: string
  /** Everything it can be looked up by, in any script. */
  readonly names: readonly string[]
  /** The wordings of its mentions, each with how often it stands there. */
  readonly forms: readonly { readonly form: string; readonly count: number }[]
}

/** What the analysis found in one version of an article. */
export interface ArticleAnnotations {
  readonly id: ArticleId
  readonly version: number
  readonly analyser: string
  readonly eventTypes: readonly string[]
  readonly entities: readonly NamedEntity[]
  /** Kept and given back as it is. */
  readonly document: string
}

/** An article with what was found in the version that its spans are cut from. */
export interface AnnotatedArticle extends ArrivedArticle {
  /** Grows with every annotation kept; where to go on from. An article annotated again comes again. */
  readonly place: number
  readonly document: string
}

/** An article that waits for its annotations. */
export interface WaitingArticle {
  readonly id: ArticleId
  readonly version: number
}

/** One thing over all articles that name it. */
export interface Dossier {
  readonly key: string
  readonly type: string
  readonly name: string
  readonly nameEn?: string
  readonly articles: number
  readonly firstPublished?: string
  readonly lastPublished?: string
  /** Wordings as found, most frequent first; at most 60. */
  readonly forms: readonly { readonly form: string; readonly mentions: number; readonly articles: number }[]
  /** Who is named beside it in the newest 500 of these articles. */
  readonly beside: readonly NamedCount[]
}

export interface NamedCount {
  readonly key: string
  readonly type: string
  readonly name: string
  readonly nameEn?: string
  readonly articles: number
}

/** An article of a dossier with all that is needed to show what it says. */
export interface DossierArticle {
  readonly article: ArticleSummary
  /** The entity's id inside the article. */
  readonly entity: string
  readonly text: string
  readonly document: string
}

export type DossierArticles = Listing<DossierArticle>

/** The kinds of thing that a search can ask for by name. */
export type NameKind = 'person' | 'body' | 'place' | 'entity'
