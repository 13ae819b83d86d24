export type {
  AnnotatedArticle,
  ArticleAnnotations,
  Dossier,
  DossierArticle,
  DossierArticles,
  NamedCount,
  NamedEntity,
  WaitingArticle,
} from './annotations/annotation-records.js'
export { prepareEntry } from './articles/add.js'
export type { JudgedThing, JudgedVerdict, Judgement, NewJudgement } from './judgements/judgements.js'
export { openStore, storeOwner } from './open-store.js'
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
export { parseQuery } from './search/parse-query.js'
export type { FilterPart, ParsedQuery, QueryPart, QueryProblem, TermPart } from './search/query.js'
export type { CappedCount, Facets, Hit, SearchPage, SearchRequest, Snippet } from './search/search-records.js'
export type { Store, StoreOptions, StoreOwner } from './store.js'
