import type {
  AnnotatedArticle,
  ArticleAnnotations,
  Dossier,
  DossierArticles,
  NamedCount,
  WaitingArticle,
} from './annotations/annotation-records.js'
import type { Judgement, NewJudgement } from './judgements/judgements.js'
import type {
  Added,
  AddOptions,
  ArrivedArticle,
  ArticleId,
  ArticleSummary,
  Checkpoint,
  Correction,
  Entry,
  Failure,
  Filter,
  Listing,
  ListRequest,
  LogEntry,
  OutletSummary,
  PreparedEntry,
  StoredArticle,
  StoredCapture,
  StoreStatus,
} from './records.js'
import type { SearchPage, SearchRequest } from './search/search-records.js'

/** Where the record is kept: a folder of our own (embedded PostgreSQL, one owner at a time) or a PostgreSQL server. */
export type StoreOptions =
  | { readonly dataDir: string; readonly databaseUrl?: undefined }
  | { readonly databaseUrl: string; readonly dataDir?: undefined }

/**
 * Captures, articles and search. Every method may throw `IsnadError` with `STORE_UNREACHABLE`, `STORE_UNWRITABLE` or
 * `STORE_FULL`; a store that was closed throws `STORE_UNREACHABLE`. Times are ISO 8601 instants unless said otherwise.
 */
export interface Store {
  /**
   * Keeps a batch in one transaction: all of it or nothing. Personal spans are blanked first. Idempotent: the key is the
   * SHA-256 over bytes, URL, outlet and identity. Best in batches of 50–200; await one before handing over the next but
   * one, so that reading and writing overlap. The results stand in the order of the batch. What `prepareEntry` made of an
   * entry elsewhere is only written.
   */
  add(batch: readonly (Entry | PreparedEntry)[], options?: AddOptions): Promise<readonly Added[]>
  /** Those of the keys that the store holds already, read by this analyser or a newer one: saves reading them again. */
  known(entries: readonly Pick<Entry, 'capture' | 'analyser' | 'identity'>[]): Promise<readonly boolean[]>

  article(id: ArticleId, version?: number): Promise<StoredArticle | undefined>
  capture(id: ArticleId): Promise<StoredCapture | undefined>
  /** Every capture of one URL, newest first: a page changes. */
  articlesOf(url: string): Promise<readonly ArticleSummary[]>
  /** Newest first by time of publication; an undated article stands where it was captured. */
  list(request?: ListRequest): Promise<Listing<ArticleSummary>>
  /** What a list shows of these articles, in any order; those that are gone are left out. */
  summaries(ids: readonly ArticleId[]): Promise<readonly ArticleSummary[]>
  /** Articles in the order in which they came, those after a place (0 for all), at most `limit`. */
  arrivals(after: number, limit: number): Promise<readonly ArrivedArticle[]>
  search(request: SearchRequest): Promise<SearchPage>
  outlets(filter?: Pick<Filter, 'language'>): Promise<readonly OutletSummary[]>

  /**
   * Articles whose annotations are still to be made, newest first: new ones, new versions, corrected ones. Loading only
   * notes that they wait.
   */
  waiting(limit: number): Promise<readonly WaitingArticle[]>
  /** Lets every article wait again that another analyser annotated. */
  waitForAnalyser(analyser: string): Promise<void>
  /** Keeps what was found in articles, and strikes them off those that wait. Answers how many were still of that version. */
  annotate(batch: readonly ArticleAnnotations[]): Promise<number>
  /** Articles in the order in which they were annotated, those after a place (0 for all), at most `limit`. */
  annotated(after: number, limit: number): Promise<readonly AnnotatedArticle[]>
  /** These articles with what was found in them, in any order; those that are gone or still wait are left out. */
  annotatedArticles(ids: readonly ArticleId[]): Promise<readonly AnnotatedArticle[]>
  /** What all articles together say of one thing; undefined when none names it. */
  dossier(key: string): Promise<Dossier | undefined>
  /** The articles that name it, newest first, with what was found in each. */
  dossierArticles(
    key: string,
    request?: { readonly limit?: number; readonly cursor?: string },
  ): Promise<DossierArticles>
  /** Everything that goes by a name or a part of one, most articles first. */
  names(request: { readonly name: string; readonly limit?: number }): Promise<readonly NamedCount[]>

  /** Keeps what somebody says of two things. Throws `NOT_FOUND` when an article is not there. */
  judge(judgement: NewJudgement): Promise<Judgement>
  /** Takes a judgement back, and keeps that too. Undefined when there is none that stands. */
  undoJudgement(id: string, why: { readonly by: string; readonly reason: string }): Promise<Judgement | undefined>
  /** Judgements, newest first, those taken back among them. */
  judgements(request?: { readonly limit?: number; readonly cursor?: string }): Promise<Listing<Judgement>>
  /** Every judgement that stands, oldest first. */
  standingJudgements(): Promise<readonly Judgement[]>

  /** Takes an article, its versions and its capture out, and logs who did so and why. False when there was none. */
  remove(id: ArticleId, why: { readonly reason: string; readonly by: string }): Promise<boolean>
  /** Puts a value by hand over what was read, in this and every later version, and logs it. False when there is no such article. */
  correct(id: ArticleId, correction: Correction): Promise<boolean>
  /** Removals, restorations and corrections, newest first. */
  log(request?: { readonly limit?: number; readonly cursor?: string }): Promise<Listing<LogEntry>>

  /** What failed in loading, newest first. */
  failures(request?: {
    readonly limit?: number
    readonly cursor?: string
    readonly source?: string
  }): Promise<Listing<Failure>>
  /** Forgets failures: those given, or all of one source. A successful retry should call it. */
  resolveFailures(which: { readonly ids: readonly string[] } | { readonly source: string }): Promise<number>

  checkpoint(source: string): Promise<Checkpoint | undefined>
  checkpoints(): Promise<readonly Checkpoint[]>
  clearCheckpoint(source: string): Promise<void>

  status(): Promise<StoreStatus>
  /** Brings the planner's statistics and the search index up to date; worth its seconds after a long load. */
  tidy(): Promise<void>
  /** Writes the address of a running server into the lock, where `storeOwner` finds it. Nothing happens on a PostgreSQL server. */
  announce(address: string): Promise<void>
  close(): Promise<void>
}

/** Who holds a data folder, as its lock file tells. */
export interface StoreOwner {
  readonly pid: number
  readonly host: string
  readonly startedAt: string
  /** Address of the server that runs in that process, once it has announced one: `http://127.0.0.1:4711`. */
  readonly address?: string
}
