import type {
  API_ROOT,
  ArticleDocument,
  ArticleList,
  CapturedPage,
  CaptureInput,
  Comparison,
  CorrectInput,
  Deleted,
  Dossier,
  FailureList,
  HappeningDocument,
  HappeningList,
  IngestReport,
  Judgement,
  JudgementList,
  LineageDocument,
  LogEntry,
  LogList,
  NamedList,
  OriginsOf,
  OutletList,
  Problem,
  ReviewItem,
  ReviewList,
  SearchResult,
  Status,
  StoryDocument,
  StoryList,
  TryResult,
} from '@isnad/server'
import { address } from '../routing/routes.js'

// Types alone are imported from the server; the compiler holds this to its constant.
const ROOT: typeof API_ROOT = '/api/v1'

/** Why a request gave nothing: the server's own problem document, or no answer at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem?.detail ?? `status ${status}`)
  }
}

/** What was thrown as an answer of the server; anything else counts as no answer at all. */
export const asApiError = (cause: unknown): ApiError => (cause instanceof ApiError ? cause : new ApiError(0, undefined))

/** Answers to GET requests that were lately seen: coming back to a list shows it at once, at the height it was left. */
const seen = new Map<string, unknown>()
const SEEN_AT_MOST = 60

function remember(path: string, answer: unknown): void {
  seen.delete(path)
  seen.set(path, answer)
  const oldest = seen.keys().next().value
  if (seen.size > SEEN_AT_MOST && oldest !== undefined) seen.delete(oldest)
}

/** The last answer to a path, if it is still remembered. */
export const lastAnswer = <T>(path: string): T | undefined => seen.get(path) as T | undefined

/** Forgets all answers, after something was added or retried. */
export const forgetAnswers = (): void => seen.clear()

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, undefined)
  }
  const body: unknown = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined
  if (!response.ok) throw new ApiError(response.status, body as Problem | undefined)
  if (body === undefined) throw new ApiError(response.status, undefined)
  return body as T
}

/** GETs a path and remembers the answer. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await request<T>(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })
  remember(path, answer)
  return answer
}

const send = <T>(method: 'POST' | 'DELETE', path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  request<T>(path, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })

/** A path of the API that answers with `Answer`. */
export type PathOf<Answer> = string & { readonly answer?: Answer }

export interface ListFilters {
  readonly outlet?: string | null
  readonly after?: string | null
  readonly before?: string | null
}

/** The paths of the API, each typed by what it answers. */
export const paths = {
  articles: (filters: ListFilters, cursor?: string | null): PathOf<ArticleList> =>
    address(`${ROOT}/articles`, { ...filters, cursor, limit: '30' }),
  article: (id: string): PathOf<ArticleDocument> => `${ROOT}/articles/${encodeURIComponent(id)}`,
  page: (id: string): PathOf<CapturedPage> => `${ROOT}/articles/${encodeURIComponent(id)}/page`,
  search: (q: string, sort: string | null, filters: ListFilters, cursor?: string | null): PathOf<SearchResult> =>
    address(`${ROOT}/search`, { q, sort, ...filters, cursor, limit: '20' }),
  export: (format: 'csv' | 'jsonl' | 'rss', q: string | null, sort: string | null, filters: ListFilters): string =>
    address(`${ROOT}/export`, { format, q, sort, ...filters }),
  entity: (key: string, cursor?: string | null): PathOf<Dossier> =>
    address(`${ROOT}/entities/${encodeURIComponent(key)}`, { cursor }),
  names: (name: string): PathOf<NamedList> => address(`${ROOT}/entities`, { name, limit: '8' }),
  stories: (cursor?: string | null): PathOf<StoryList> => address(`${ROOT}/stories`, { cursor, limit: '30' }),
  story: (id: string): PathOf<StoryDocument> => `${ROOT}/stories/${encodeURIComponent(id)}`,
  happenings: (cursor?: string | null): PathOf<HappeningList> => address(`${ROOT}/happenings`, { cursor, limit: '30' }),
  happening: (id: string): PathOf<HappeningDocument> => `${ROOT}/happenings/${encodeURIComponent(id)}`,
  review: (cursor?: string | null): PathOf<ReviewList> => address(`${ROOT}/review`, { cursor, limit: '10' }),
  judgements: (cursor?: string | null): PathOf<JudgementList> => address(`${ROOT}/judgements`, { cursor, limit: '50' }),
  lineage: (id: string): PathOf<LineageDocument> => `${ROOT}/articles/${encodeURIComponent(id)}/lineage`,
  origins: (of: {
    readonly articles?: readonly string[]
    readonly story?: string
    readonly happening?: string
  }): PathOf<OriginsOf> => address(`${ROOT}/origins`, { ...of, articles: of.articles?.join(',') }),
  compare: (id: string, other: string): PathOf<Comparison> =>
    `${ROOT}/articles/${encodeURIComponent(id)}/lineage/${encodeURIComponent(other)}`,
  outlets: (): PathOf<OutletList> => `${ROOT}/outlets`,
  status: (): PathOf<Status> => `${ROOT}/status`,
  failures: (cursor?: string | null): PathOf<FailureList> => address(`${ROOT}/failures`, { cursor }),
  log: (cursor?: string | null): PathOf<LogList> => address(`${ROOT}/log`, { cursor }),
  openapi: (): string => `${ROOT}/openapi.json`,
}

/** Reads one page without storing it. */
export const tryPage = (input: CaptureInput, signal?: AbortSignal): Promise<TryResult> =>
  send('POST', `${ROOT}/try`, input, signal)

/** Reads and stores captures. */
export const ingest = (captures: readonly CaptureInput[]): Promise<IngestReport> =>
  send('POST', `${ROOT}/captures`, { captures })

/** Reads failed captures again; all of them when no ids are given. */
export const retryFailures = (ids?: readonly string[]): Promise<IngestReport> =>
  send('POST', `${ROOT}/failures/retry`, ids === undefined ? {} : { ids })

/** Puts a value by hand over what was read; it holds in later readings too. */
export const correctArticle = (
  id: string,
  field: CorrectInput['field'],
  value: string,
  reason: string,
): Promise<LogEntry> => send('POST', `${paths.article(id)}/corrections`, { field, value, reason })

/** Says whether two things are one; every dossier follows. */
export const judge = async (
  { a, b }: Pick<ReviewItem, 'a' | 'b'>,
  verdict: Judgement['verdict'],
  reason: string,
): Promise<Judgement> => {
  const made = await send<Judgement>('POST', `${ROOT}/judgements`, { a: a.sighting, b: b.sighting, verdict, reason })
  forgetAnswers()
  return made
}

/** Takes a judgement back; it stays in the log. */
export const undoJudgement = async (id: string): Promise<Judgement> => {
  const undone = await send<Judgement>('POST', `${ROOT}/judgements/${encodeURIComponent(id)}/undo`, {})
  forgetAnswers()
  return undone
}

/** Takes an article and its capture out of the archive; the reason is logged. */
export const deleteArticle = (id: string, reason: string): Promise<Deleted> =>
  send('DELETE', paths.article(id), { reason })
