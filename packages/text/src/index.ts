export { type Folded, type FoldTable, fold, foldKey, searchFolding } from './fold.js'
export { type ErrorCode, IsnadError, no, type Outcome, yes } from './outcome.js'
export {
  byPosition,
  contains,
  cover,
  type Frame,
  lengthOf,
  overlaps,
  type Span,
  shift,
  span,
  type Text,
  textOf,
} from './span.js'
