export {
  type AnnotateOptions,
  type Annotations,
  annotate,
  pageOf,
  passageOfArticle,
  referenceOf,
  timesIn,
} from './annotate.js'
export { fromGold } from './from-gold.js'
export {
  type GoldAttribution,
  type GoldCredit,
  type GoldDocument,
  type GoldEntity,
  type GoldEvent,
  type GoldLink,
  type GoldSource,
  type GoldSpan,
  type GoldTime,
  toGold,
} from './gold.js'
export {
  ANALYSER_VERSION,
  type Reading,
  type ReadOptions,
  readCapture,
} from './read-capture.js'
