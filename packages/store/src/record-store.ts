import type {
  AnnotatedArticle,
  ArticleAnnotations,
  Dossier,
  DossierArticles,
  NamedCount,
  WaitingArticle,
} from './annotations/annotation-records.js'
import {
  findNames,
  readDossier,
  readDossierArticles,
  readWaiting,
  waitForAnalyser,
  writeAnnotations,
} from './annotations/annotations.js'
import { addBatch, knownEntries } from './articles/add.js'
import { readAnnotated, readAnnotatedArticles, readArrivals, readSummaries } from './articles/arrivals.js'
import { HEAD_COLUMNS, headOf } from './articles/article-head.js'
import { clearCheckpoint, listFailures, readCheckpoints, resolveFailures } from './articles/ingest-state.js'
import { articlesOfUrl, clampLimit, listArticles, readArticle, readCapture, readOutlets } from './articles/reading.js'
import { readStatus } from './articles/status.js'
import type { Database } from './engine/database.js'
import type { FolderLock } from './engine/folder-lock.js'
import {
  type Judgement,
  listJudgements,
  type NewJudgement,
  standingJudgements,
  undoJudgement,
  writeJudgement,
} from './judgements/judgements.js'
import { noteCorrection, readLog, removeArticle } from './judgements/log.js'
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
import { search } from './search/search.js'
import type { SearchPage, SearchRequest } from './search/search-records.js'
import type { Store } from './store.js'

/** How long nothing must have been added before the store tidies up behind a load. */
const IDLE_MS = 1500

/** The store on either backend. */
export class RecordStore implements Store {
  readonly #database: Database
  readonly #schema: number
  readonly #lock: FolderLock | undefined
  #idle: NodeJS.Timeout | undefined
  #untidy = false

  constructor(database: Database, schema: number, lock: FolderLock | undefined) {
    this.#database = database
    this.#schema = schema
    this.#lock = lock
  }

  async add(batch: readonly (Entry | PreparedEntry)[], options: AddOptions = {}): Promise<readonly Added[]> {
    const added = await addBatch(this.#database, batch, options)
    this.#tidyLater()
    return added
  }

  known(entries: readonly Pick<Entry, 'capture' | 'analyser' | 'identity'>[]): Promise<readonly boolean[]> {
    return knownEntries(this.#database, entries)
  }

  article(id: ArticleId, version?: number): Promise<StoredArticle | undefined> {
    return readArticle(this.#database, id, version)
  }

  capture(id: ArticleId): Promise<StoredCapture | undefined> {
    return readCapture(this.#database, id)
  }

  articlesOf(url: string): Promise<readonly ArticleSummary[]> {
    return articlesOfUrl(this.#database, url)
  }

  list(request: ListRequest = {}): Promise<Listing<ArticleSummary>> {
    return listArticles(this.#database, request)
  }

  summaries(ids: readonly ArticleId[]): Promise<readonly ArticleSummary[]> {
    return readSummaries(this.#database, ids)
  }

  arrivals(after: number, limit: number): Promise<readonly ArrivedArticle[]> {
    return readArrivals(this.#database, after, clampLimit(limit, 500))
  }

  search(request: SearchRequest): Promise<SearchPage> {
    return search(this.#database, request)
  }

  outlets(filter: Pick<Filter, 'language'> = {}): Promise<readonly OutletSummary[]> {
    return readOutlets(this.#database, filter.language)
  }

  remove(id: ArticleId, why: { readonly reason: string; readonly by: string }): Promise<boolean> {
    return removeArticle(this.#database, id, why)
  }

  async correct(id: ArticleId, correction: Correction): Promise<boolean> {
    const stored = await readArticle(this.#database, id)
    if (stored === undefined) return false
    const { metadata } = stored.article
    const before =
      correction.field === 'published' ? metadata.published?.value.local : metadata[correction.field]?.value
    await this.#database.transaction(async (transaction) => {
      await noteCorrection(transaction, id, correction, before)
      const now = await readArticle(transaction, id)
      if (now === undefined) return
      const { capturedAt, url, given } = now.page
      const origin = {
        ...(capturedAt !== undefined && { capturedAt }),
        ...(url !== undefined && { url }),
        ...(given !== undefined && { given }),
      }
      const assignments = HEAD_COLUMNS.map(([name, type], i) => `${name} = $${i + 2}::${type}`).join(', ')
      await transaction.query(`update articles set ${assignments} where id = $1`, [
        id,
        ...headOf(now.article, origin, new Date(now.addedAt)),
      ])
      // A corrected day may decide who held an office.
      await transaction.query('insert into waiting select seq from captures where id = $1 on conflict do nothing', [id])
    })
    return true
  }

  waiting(limit: number): Promise<readonly WaitingArticle[]> {
    return readWaiting(this.#database, limit)
  }

  waitForAnalyser(analyser: string): Promise<void> {
    return waitForAnalyser(this.#database, analyser)
  }

  async annotate(batch: readonly ArticleAnnotations[]): Promise<number> {
    const written = await writeAnnotations(this.#database, batch)
    this.#tidyLater()
    return written
  }

  annotated(after: number, limit: number): Promise<readonly AnnotatedArticle[]> {
    return readAnnotated(this.#database, after, clampLimit(limit, 500))
  }

  annotatedArticles(ids: readonly ArticleId[]): Promise<readonly AnnotatedArticle[]> {
    return readAnnotatedArticles(this.#database, ids)
  }

  judge(judgement: NewJudgement): Promise<Judgement> {
    return writeJudgement(this.#database, judgement)
  }

  undoJudgement(id: string, why: { readonly by: string; readonly reason: string }): Promise<Judgement | undefined> {
    return undoJudgement(this.#database, id, why)
  }

  judgements(request: { readonly limit?: number; readonly cursor?: string } = {}): Promise<Listing<Judgement>> {
    return listJudgements(this.#database, { ...request, limit: clampLimit(request.limit, 500, 50) })
  }

  standingJudgements(): Promise<readonly Judgement[]> {
    return standingJudgements(this.#database)
  }

  dossier(key: string): Promise<Dossier | undefined> {
    return readDossier(this.#database, key)
  }

  dossierArticles(
    key: string,
    request: { readonly limit?: number; readonly cursor?: string } = {},
  ): Promise<DossierArticles> {
    return readDossierArticles(this.#database, key, request)
  }

  names(request: { readonly name: string; readonly limit?: number }): Promise<readonly NamedCount[]> {
    return findNames(this.#database, request)
  }

  log(request: { readonly limit?: number; readonly cursor?: string } = {}): Promise<Listing<LogEntry>> {
    return readLog(this.#database, { ...request, limit: clampLimit(request.limit, 500, 50) })
  }

  failures(
    request: { readonly limit?: number; readonly cursor?: string; readonly source?: string } = {},
  ): Promise<Listing<Failure>> {
    return listFailures(this.#database, { ...request, limit: clampLimit(request.limit, 500, 50) })
  }

  resolveFailures(which: { readonly ids: readonly string[] } | { readonly source: string }): Promise<number> {
    return resolveFailures(this.#database, which)
  }

  async checkpoint(source: string): Promise<Checkpoint | undefined> {
    return (await readCheckpoints(this.#database, source))[0]
  }

  checkpoints(): Promise<readonly Checkpoint[]> {
    return readCheckpoints(this.#database)
  }

  clearCheckpoint(source: string): Promise<void> {
    return clearCheckpoint(this.#database, source)
  }

  status(): Promise<StoreStatus> {
    return readStatus(this.#database, this.#schema)
  }

  async tidy(): Promise<void> {
    clearTimeout(this.#idle)
    this.#untidy = false
    // New words wait in a list that every search reads through until it is worked into the index.
    await this.#database.query(`select gin_clean_pending_list('articles_terms')`)
    await this.#database.query(`select gin_clean_pending_list('mentions_words')`)
    await this.#database.script('analyze articles; analyze mentions')
    await this.#database.settle()
  }

  async announce(address: string): Promise<void> {
    this.#lock?.announce(address)
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    try {
      // A failure here, a full disk say, must not keep the folder locked.
      if (this.#untidy && this.#database.backend === 'pglite') await this.tidy().catch(() => undefined)
      await this.#database.close()
    } finally {
      this.#lock?.release()
    }
  }

  /** A server has its own housekeeper. */
  #tidyLater(): void {
    if (this.#database.backend !== 'pglite') return
    this.#untidy = true
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.tidy().catch(() => undefined), IDLE_MS)
    this.#idle.unref()
  }
}
