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
export { compose } from './compose.js'
export { decode, MAX_PAGE_BYTES } from './decode.js'
export { type FeedEntry, type FeedReading, type FeedRejection, isFeed, MAX_FEED_BYTES, readFeed } from './feed.js'
export { type HtmlReading, htmlBlocks } from './html/html-blocks.js'
export type { HtmlMetadata } from './html/metadata.js'
export { captureOfRecord, type JsonLine, type JsonLineFault, MAX_JSON_LINE, readJsonLines } from './json-lines.js'
export { type LabelContext, type LabelledBlock, labelBlocks } from './lines/label-blocks.js'
export { redact } from './lines/privacy.js'
export { splitLines } from './lines/split-lines.js'
export { type PageMap, pageMap, type Run } from './page-map.js'
export { type LinePrediction, predictLines } from './predict-lines.js'
export { predictPage } from './predict-page.js'
export { type ArticleOnPage, type ReadOptions, readArticle, readPage } from './read-article.js'
export type { PageReading, StatedMetadata } from './reading.js'
export { RULES, type Rule, type RuleId, ruleOf } from './rules.js'
