export {
  type Article,
  type ArticleMetadata,
  BLOCK_LABELS,
  type Block,
  type BlockLabel,
  type Credit,
  type MetadataPlace,
  type PublicationTime,
  type Removal,
  type Stated,
} from './article.js'
export type { Capture, GivenMetadata, Page, Rejection } from './capture.js'
export { type PageMap, pageMap, type Run } from './page-map.js'
