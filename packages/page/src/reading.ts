import type { ArticleMetadata } from './article.js'
import type { RawBlock } from './raw-block.js'

/** A page as its front end (HTML or flattened text) read it, before anybody has labelled its blocks. */
export interface PageReading {
  readonly blocks: readonly RawBlock[]
  /** Headlines told from outside the text: `og:title`, JSON-LD, the title element. */
  readonly titles: readonly string[]
  /** What the mark-up states; what the text says fills the gaps. */
  readonly stated: StatedMetadata
}

export type StatedMetadata = Partial<
  Pick<
    ArticleMetadata,
    'outlet' | 'byline' | 'authors' | 'dateline' | 'published' | 'modified' | 'canonicalUrl' | 'section' | 'language'
  >
>
