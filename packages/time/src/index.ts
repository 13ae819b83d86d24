export { type DescriptionLanguage, describeItem } from './describe-item.js'
export { findTimes } from './find-times.js'
export type {
  Certainty,
  FindOptions,
  Grain,
  Interval,
  NumberKind,
  NumericItem,
  RangeItem,
  Reference,
  ReferenceSource,
  TemporalItem,
  TimeItem,
  TimeKind,
} from './item.js'
export { predictLine, type SuiteLine, type SuitePrediction } from './predict.js'
export { readStamp, type Stamp, type StampOptions } from './read-stamp.js'
