export { type GoldCredit, type GoldDocument, type GoldSource, type GoldSpan, toGold } from './gold.js'
export {
  ANALYSER_VERSION,
  type Reading,
  type ReadOptions,
  readCapture,
} from './read-capture.js'
