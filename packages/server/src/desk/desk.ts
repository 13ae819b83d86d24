import { performance } from 'node:perf_hooks'
import type { Capture } from '@isnad/page'
import type { Checkpoint, CorrectableField, Filter, Store } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type {
  ArticleDocument,
  ArticleList,
  CapturedPage,
  Deleted,
  FailureList,
  Forgotten,
  IngestReport,
  LogEntry,
  LogList,
  NamedList,
  OutletList,
  SearchResult,
  Status,
  TryResult,
} from '../contract/api-types.js'
import { Annotator } from '../reading/annotator.js'
import { type IngestOptions, IngestQueue, type Submission } from '../reading/ingest-queue.js'
import type { Reader } from '../reading/reader.js'
import { received } from '../reading/reader-jobs.js'
import { workroom } from '../reading/workroom.js'
import { type AcrossDesk, across } from '../relations/across.js'
import { namedCountView } from '../views/dossier-views.js'
import {
  articleView,
  capturedPageView,
  chipView,
  facetsView,
  failureView,
  hitView,
  logView,
  pageView,
  readingView,
  storeView,
  summaryView,
  triedCapture,
} from '../views/views.js'
import { queryProblemWording, reportRejection } from '../views/wording.js'
import { catalogNames } from './catalog.js'

export interface PageRequest {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
export interface FilterRequest extends PageRequest {
  readonly outlet?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
}
export interface SearchQuery extends FilterRequest {
  readonly q: string
  readonly sort?: 'new' | 'relevance' | undefined
}
export interface Why {
  readonly reason: string
  readonly by: string
}
export interface CorrectionRequest extends Why {
  readonly field: CorrectableField
  readonly value: string
}
/** Reads again what failed before, where it lies. Absent where nobody may open files on behalf of a caller. */
export type Reread = (ids: readonly string[] | undefined) => Promise<IngestReport>

/**
 * Everything that can be asked of Isnad. The server answers from its store, a client passes the question on; what asks
 * (the web application's routes, the command line) need not know which. Articles that are not there are `NOT_FOUND`.
 */
export interface Desk extends AcrossDesk {
  articles(request: FilterRequest): Promise<ArticleList>
  article(id: string): Promise<ArticleDocument>
  page(id: string): Promise<CapturedPage>
  search(request: SearchQuery): Promise<SearchResult>
  /** What articles name by a name or a part of one. */
  names(request: { readonly name: string; readonly limit?: number | undefined }): Promise<NamedList>
  outlets(): Promise<OutletList>
  status(): Promise<Status>
  failures(request: PageRequest): Promise<FailureList>
  forget(ids: readonly string[]): Promise<Forgotten>
  /** Reads a page; nothing of it is kept. */
  attempt(capture: Capture): Promise<TryResult>
  ingest(batch: readonly Submission[], options?: IngestOptions): Promise<IngestReport>
  remove(id: string, why: Why): Promise<Deleted>
  correct(id: string, correction: CorrectionRequest): Promise<LogEntry>
  log(request: PageRequest): Promise<LogList>
  /** How far a long load of this source has come; undefined where the desk keeps no checkpoints. */
  checkpoint(source: string): Promise<Checkpoint | undefined>
  /** Annotates what waits for it, now and after every later load, until the desk is closed. Others' desks look after themselves. */
  keepAnnotated(onError?: (error: unknown) => void): Promise<void>
  close(): Promise<void>
}

export interface Versions {
  readonly isnad: string
}

const missing = (id: string): IsnadError => new IsnadError('NOT_FOUND', `no article has the id ${id}`)

/** Leaves out what was not asked for, as the store's exact types want it. */
const filterOf = ({ outlet, after, before }: FilterRequest): Filter => ({
  ...(outlet === undefined ? {} : { outlet }),
  ...(after === undefined ? {} : { after }),
  ...(before === undefined ? {} : { before }),
})
const pageOf = ({ cursor, limit }: PageRequest) => ({
  ...(cursor === undefined ? {} : { cursor }),
  ...(limit === undefined ? {} : { limit }),
})

const ARABIC = /\p{Script=Arabic}/u

/** Answers from a store that this process has open, and closes it in the end. */
export function localDesk(store: Store, reader: Reader, versions: Versions): Desk {
  const room = workroom(reader)
  const queue = new IngestQueue(store, room)
  const annotator = new Annotator(store, room, () => queue.isLoading())
  const names = catalogNames(() => reader.catalog?.())
  const relations = across(store, names)
  let keeping = false
  const startedAt = new Date().toISOString()

  const stored = async (id: string) => {
    const [article, capture] = await Promise.all([store.article(id), store.capture(id)])
    if (article === undefined || capture === undefined) throw missing(id)
    return { article, capture }
  }

  return {
    ...relations.desk,

    async articles(request) {
      const filter = filterOf(request)
      const [listing, counted] = await Promise.all([
        store.list({ ...filter, ...pageOf(request) }),
        request.cursor === undefined ? store.search({ ...filter, query: '', limit: 1, count: true }) : undefined,
      ])
      return {
        items: listing.items.map((item) => relations.dating.dated(summaryView(item))),
        total: counted?.count === undefined ? null : { count: counted.count.value, capped: counted.count.capped },
        next: listing.next ?? null,
      }
    },

    async article(id) {
      const { article, capture } = await stored(id)
      const view = articleView(article, await annotator.annotate(article.article), capture, names)
      const inferred = view.metadata.published === undefined ? relations.dating.inferred(id) : undefined
      return {
        ...view,
        entities: view.entities.map((entity) => ({ ...entity, key: relations.annotated.keyOf(id, entity) })),
        ...(inferred === undefined ? {} : { inferred }),
      }
    },

    async page(id) {
      const { article, capture } = await stored(id)
      return capturedPageView(article, capture)
    },

    async search(request) {
      const began = performance.now()
      const first = request.cursor === undefined
      const sort = request.sort ?? 'new'
      const page = await store.search({
        query: request.q,
        order: sort === 'new' ? 'newest' : 'ranked',
        count: first,
        facets: first,
        ...filterOf(request),
        ...pageOf(request),
      })
      return {
        q: request.q,
        sort,
        direction: ARABIC.test(request.q) ? 'rtl' : 'ltr',
        chips: page.query.parts.map(chipView),
        problems: page.query.problems.map(({ span, ...problem }) => ({
          ...problem,
          message: queryProblemWording({ span, ...problem }),
          start: span.start,
          end: span.end,
        })),
        total: page.count === undefined ? null : { count: page.count.value, capped: page.count.capped },
        rankedCapped: page.rankedCapped === true,
        hits: page.hits.map((hit) => {
          const view = hitView(hit)
          return { ...view, article: relations.dating.dated(view.article) }
        }),
        facets: page.facets === undefined ? null : facetsView(page.facets),
        next: page.next ?? null,
        tookMs: Math.round((performance.now() - began) * 10) / 10,
      }
    },

    async names({ name, limit }) {
      const found = await store.names({ name, ...(limit === undefined ? {} : { limit }) })
      return { items: found.map((one) => namedCountView(one, names)) }
    },

    async outlets() {
      const items = await store.outlets()
      return {
        items: items.map(({ firstPublished, lastPublished, ...outlet }) => ({
          ...outlet,
          firstPublished: firstPublished ?? null,
          lastPublished: lastPublished ?? null,
        })),
      }
    },

    async status() {
      const status = await store.status()
      return {
        versions: {
          isnad: versions.isnad,
          analyser: reader.analyser,
          schema: status.schema,
          node: process.versions.node,
        },
        store: storeView(status),
        queue: queue.progress(),
        across: relations.progress(),
        startedAt,
      }
    },

    async failures(request) {
      const [listing, status] = await Promise.all([store.failures(pageOf(request)), store.status()])
      return { items: listing.items.map(failureView), total: status.failures, next: listing.next ?? null }
    },

    async forget(ids) {
      return { forgotten: await store.resolveFailures({ ids }) }
    },

    async attempt(capture) {
      const began = performance.now()
      const outcome = await room.do({ kind: 'read', capture }, 'asked')
      const tookMs = (): number => Math.round((performance.now() - began) * 10) / 10
      if (!outcome.ok) return { ok: false, rejection: reportRejection(outcome.reason), tookMs: tookMs() }
      const { page } = outcome.value
      const article = received(outcome.value.article)
      const annotations = await annotator.annotate(article)
      return {
        ok: true,
        article: readingView(article, annotations, page.text, triedCapture(capture.bytes, page), page.given, names),
        page: pageView(article),
        tookMs: tookMs(),
      }
    },

    async ingest(batch, options) {
      const report = await queue.ingest(batch, options)
      if (keeping) void annotator.wake()
      return report
    },

    async remove(id, why) {
      if (!(await store.remove(id, why))) throw missing(id)
      relations.forget(id)
      return { id, ...why }
    },

    async correct(id, correction) {
      if (!(await store.correct(id, correction))) throw missing(id)
      const { items } = await store.log({ limit: 50 })
      const entry = items.find((item) => item.article === id && item.field === correction.field)
      if (entry === undefined) throw missing(id)
      if (keeping) void annotator.wake()
      return logView(entry)
    },

    async log(request) {
      const listing = await store.log(pageOf(request))
      return { items: listing.items.map(logView), next: listing.next ?? null }
    },

    checkpoint: (source) => store.checkpoint(source),

    async keepAnnotated(onError) {
      keeping = true
      annotator.onError = onError
      await store.waitForAnalyser(reader.annotator ?? reader.analyser)
      // Behind the answers, as the index is: who asks before it has come this far is told how much is missing.
      void relations.warm().catch((error: unknown) => onError?.(error))
      await annotator.wake()
    },

    async close() {
      await relations.close()
      await queue.close()
      await annotator.close()
      await room.close()
      await store.close()
    },
  }
}
