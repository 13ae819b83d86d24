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
export { readStamp, type Stamp, type StampOptions } from './read-stamp.js'
