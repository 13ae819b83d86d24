export { type Folded, type FoldTable, fold, foldKey, searchFolding } from './fold.js'
export { identifyLanguage, type LanguageCode, type LanguageGuess } from './language.js'
export { type ErrorCode, IsnadError, no, type Outcome, yes } from './outcome.js'
export { countScripts, directionOf, dominantScript, isArabicLetter, type Script, type ScriptCount } from './script.js'
export { lightStem, type SearchTerm, searchTerms } from './search-terms.js'
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
