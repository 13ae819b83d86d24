import type { Capture } from '@isnad/page'
import type { NewFailure } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type {
  ArticleDocument,
  ArticleList,
  CapturedPage,
  CaptureInput,
  Comparison,
  Deleted,
  Dossier,
  FailureList,
  Forgotten,
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
  ReviewList,
  SearchResult,
  Status,
  StoryDocument,
  StoryList,
  TryResult,
} from '../contract/api-types.js'
import { API_ROOT } from '../contract/contract.js'
import { errorOf } from '../http/problems.js'
import type { Submission } from '../reading/ingest-queue.js'
import type { Desk } from './desk.js'

export interface RemoteOptions {
  /** `http://127.0.0.1:4747`. */
  readonly address: string
  readonly token?: string | undefined
}

const captureInput = (capture: Capture): CaptureInput => ({
  base64: Buffer.from(capture.bytes.buffer, capture.bytes.byteOffset, capture.bytes.byteLength).toString('base64'),
  url: capture.url,
  capturedAt: capture.capturedAt,
  headers: capture.headers === undefined ? undefined : { ...capture.headers },
  given: capture.given,
})

const submissionInput = ({ capture, source, position, identity }: Submission): CaptureInput => ({
  ...captureInput(capture),
  source,
  position,
  identity,
})

const failureInput = ({ reason, ...failure }: NewFailure) => ({ ...failure, kind: reason })

type Query = object

const queryString = (query: Query): string => {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

/** Room for a batch in one request, in bytes before base64; the server takes somewhat more. */
const BATCH_BYTES = 24_000_000

/** Asks a running server. Its problems come back as the errors they were made from. */
export function remoteDesk({ address, token }: RemoteOptions): Desk {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    let response: Response
    try {
      response = await fetch(`${address}${API_ROOT}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (cause) {
      throw new IsnadError('SERVER_UNREACHABLE', `no answer from ${address}`, { cause })
    }
    const answer: unknown = await response.json().catch((cause: unknown) => {
      throw new IsnadError('SERVER_UNREACHABLE', `${address} answered with something else than JSON`, { cause })
    })
    if (!response.ok) throw errorOf(answer as Problem)
    return answer as T
  }
  const get = <T>(path: string, query: Query = {}): Promise<T> => ask('GET', `${path}${queryString(query)}`)
  const of = (id: string): string => `/articles/${encodeURIComponent(id)}`

  return {
    articles: (request) => get<ArticleList>('/articles', request),
    article: (id) => get<ArticleDocument>(of(id)),
    page: (id) => get<CapturedPage>(`${of(id)}/page`),
    search: (request) => get<SearchResult>('/search', request),
    names: (request) => get<NamedList>('/entities', request),
    dossier: (key, request) => get<Dossier>(`/entities/${encodeURIComponent(key)}`, request),
    stories: (request) => get<StoryList>('/stories', request),
    story: (id) => get<StoryDocument>(`/stories/${encodeURIComponent(id)}`),
    lineage: (id) => get<LineageDocument>(`${of(id)}/lineage`),
    happenings: (request) => get<HappeningList>('/happenings', request),
    happening: (id) => get<HappeningDocument>(`/happenings/${encodeURIComponent(id)}`),
    review: (request) => get<ReviewList>('/review', request),
    judge: (request) => ask<Judgement>('POST', '/judgements', request),
    undoJudgement: (id, why) => ask<Judgement>('POST', `/judgements/${encodeURIComponent(id)}/undo`, why),
    judgements: (request) => get<JudgementList>('/judgements', request),
    origins: (request) =>
      get<OriginsOf>('/origins', 'articles' in request ? { articles: request.articles.join(',') } : request),
    compare: (id, other) => get<Comparison>(`${of(id)}/lineage/${encodeURIComponent(other)}`),
    outlets: () => get<OutletList>('/outlets'),
    status: () => get<Status>('/status'),
    failures: (request) => get<FailureList>('/failures', request),
    forget: (ids) => ask<Forgotten>('POST', '/failures/forget', { ids }),
    attempt: (capture) => ask<TryResult>('POST', '/try', captureInput(capture)),
    async ingest(batch, options = {}) {
      const reports: IngestReport[] = []
      for (const part of inParts(batch)) {
        const failures = reports.length === 0 ? (options.failures ?? []).map(failureInput) : []
        const captures = part.map(submissionInput)
        reports.push(await ask('POST', '/captures', { captures, failures, restore: options.restore ?? false }))
      }
      return joined(reports)
    },
    remove: (id, why) => ask<Deleted>('DELETE', of(id), why),
    correct: (id, correction) => ask<LogEntry>('POST', `${of(id)}/corrections`, correction),
    log: (request) => get<LogList>('/log', request),
    checkpoint: async () => undefined,
    keepAnnotated: async () => undefined,
    close: async () => undefined,
  }
}

/** At least one part, so that failures travel even with an empty batch. */
function inParts(batch: readonly Submission[]): Submission[][] {
  const parts: Submission[][] = [[]]
  let bytes = 0
  for (const submission of batch) {
    const size = submission.capture.bytes.byteLength
    if (bytes > 0 && bytes + size > BATCH_BYTES) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(submission)
    bytes += size
  }
  return parts
}

const joined = (reports: readonly IngestReport[]): IngestReport => {
  const sum = (key: keyof IngestReport['counts']): number => reports.reduce((n, { counts }) => n + counts[key], 0)
  return {
    results: reports.flatMap(({ results }) => results),
    counts: { added: sum('added'), known: sum('known'), rejected: sum('rejected'), failed: sum('failed') },
  }
}
