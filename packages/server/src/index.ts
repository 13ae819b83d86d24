export { annotationsView } from './annotation-views.js'
export type {
  ArticleDocument,
  ArticleList,
  ArticleSummary,
  Attribution,
  Candidate,
  CapturedPage,
  CaptureInfo,
  CaptureInput,
  ChainLink,
  Chip,
  CorrectInput,
  Count,
  Credit,
  Deleted,
  DeleteInput,
  Direction,
  Entity,
  EntityRole,
  EntityType,
  EventRecord,
  Facets,
  Failure,
  FailureList,
  ForgetInput,
  Forgotten,
  Given,
  Health,
  Hit,
  IngestInput,
  IngestReport,
  IngestResult,
  LogEntry,
  LogList,
  Metadata,
  NamePair,
  NewFailure,
  Outlet,
  OutletList,
  PageSegment,
  Paragraph,
  Passage,
  Place,
  Problem,
  ProblemCode,
  PublicationTime,
  QueryProblem,
  Queue,
  RejectionReport,
  Republication,
  RetryInput,
  SearchResult,
  Segment,
  Snippet,
  Span,
  StatedOutlet,
  StatedText,
  StatedTime,
  Status,
  TimeMention,
  TryResult,
  Version,
  Wording,
} from './api-types.js'
export { type AppOptions, createApp } from './app.js'
export { API_ROOT } from './contract.js'
export type { CorrectionRequest, Desk, FilterRequest, PageRequest, Reread, SearchQuery, Versions, Why } from './desk.js'
export { localDesk } from './desk.js'
export { EXPORT_TYPES, type ExportFormat, type ExportRequest, exportPieces } from './export-formats.js'
export { isLoopback } from './guard.js'
export type { IngestOptions, Reader, Submission } from './ingest-queue.js'
export { type ListenOptions, listen, type RunningServer } from './listen.js'
export { detailOf } from './problems.js'
export { type RemoteOptions, remoteDesk } from './remote-desk.js'
export { timesView } from './time-views.js'
export { webBuild } from './web-files.js'
export { CODE_MEANINGS, reportRejection } from './wording.js'
