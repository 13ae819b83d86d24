export { prepareEntry } from './add.js'
export type {
  AnnotatedArticle,
  ArticleAnnotations,
  Dossier,
  DossierArticle,
  DossierArticles,
  NamedCount,
  NamedEntity,
  WaitingArticle,
} from './annotation-records.js'
export type { JudgedThing, JudgedVerdict, Judgement, NewJudgement } from './judgements.js'
export { openStore, storeOwner } from './open-store.js'
export { parseQuery } from './parse-query.js'
export type { FilterPart, ParsedQuery, QueryPart, QueryProblem, TermPart } from './query.js'
export type {
  Added,
  AddKind,
  AddOptions,
  ArrivedArticle,
  ArticleId,
  ArticleSummary,
  ArticleVersion,
  Checkpoint,
  CorrectableField,
  Correction,
  Entry,
  Failure,
  Filter,
  Listing,
  ListRequest,
  LogEntry,
  NewFailure,
  OutletSummary,
  PreparedEntry,
  StoredArticle,
  StoredCapture,
  StoreStatus,
} from './records.js'
export type { CappedCount, Facets, Hit, SearchPage, SearchRequest, Snippet } from './search-records.js'
export type { Store, StoreOptions, StoreOwner } from './store.js'
