export { type Folded, type FoldTable, fold, foldKey, searchFolding } from './fold.js'
export { identifyLanguage, type LanguageCode, type LanguageGuess } from './language.js'
export { mapped } from './mapped.js'
export { type ErrorCode, IsnadError, no, type Outcome, yes } from './outcome.js'
export { type Passage, passageOf } from './passage.js'
export { countScripts, directionOf, dominantScript, isArabicLetter, type Script, type ScriptCount } from './script.js'
export type { StemEvidence } from './segmenter/evidence.js'
export { wordKey } from './segmenter/key.js'
export { type Piece, segmentWord, stemEvidence } from './segmenter/segment.js'
export { sentences } from './sentences.js'
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
export { type SearchForm, type SearchTerm, searchForms, searchTerms } from './stemmer/search-terms.js'
export { searchStem } from './stemmer/stem.js'
export { TokenTable } from './token-table.js'
export { type Segment, stemOf, type Token, type TokenKind, tokenize, wholeToken } from './tokens.js'
export { type WordParts, wordRuns } from './word-runs.js'
