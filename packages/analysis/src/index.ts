export { type Annotations, annotate, referenceOf, timesIn } from './annotate.js'
export { type GoldCredit, type GoldDocument, type GoldSource, type GoldSpan, type GoldTime, toGold } from './gold.js'
export {
  ANALYSER_VERSION,
  type Reading,
  type ReadOptions,
  readCapture,
} from './read-capture.js'
