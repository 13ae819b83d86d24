import { createRoute, z } from '@hono/zod-openapi'
import {
  API_ROOT,
  ArticleDocument,
  ArticleList,
  CapturedPage,
  CaptureInput,
  CorrectInput,
  Deleted,
  DeleteInput,
  FailureList,
  ForgetInput,
  Forgotten,
  Health,
  IngestInput,
  IngestReport,
  LogEntry,
  LogList,
  OutletList,
  Problem,
  RetryInput,
  SearchResult,
  Status,
  TryResult,
} from '../contract/contract.js'
import { Dossier, NamedList } from '../contract/dossier-contract.js'
import { HappeningDocument, HappeningList } from '../relations/happening-contract.js'
import { Comparison, LineageDocument, OriginsOf, StoryDocument, StoryList } from '../relations/relation-contract.js'
import { JudgeInput, Judgement, JudgementList, ReviewList, UndoInput } from '../review/review-contract.js'

/** The addresses of the API. Handlers are bound to these in `app.ts`; the OpenAPI document is made from them. */

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})
const problem = (description: string) => ({ content: { 'application/problem+json': { schema: Problem } }, description })
const refusals = {
  400: problem('A field of the request is wrong; `fields` names each'),
  401: problem('The server asks for its token'),
  403: problem('The host or origin of the request is not one this server answers to'),
  500: problem('Something broke in the server'),
  503: problem('The store does not answer'),
}
const missing = { 404: problem('No such article') }
const tooLarge = { 413: problem('The request is larger than the server takes') }

const id = z.string().min(1).max(128)
const idParam = z.object({ id: id.openapi({ param: { name: 'id', in: 'path' } }) })
const cursor = z.string().max(1024).optional().openapi({ description: '`next` of the page before' })
const limit = z.coerce.number().int().min(1).max(100).default(20)
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, month or day: 2021, 2021-03 or 2021-03-05')
const filters = {
  outlet: z.string().max(300).optional().openapi({ description: 'Name or catalog id of an outlet' }),
  after: day.optional().openapi({ description: 'Published on this day or later', example: '2021-03-05' }),
  before: day.optional().openapi({ description: 'Published on this day or earlier', example: '2021-04' }),
}
const query = z.string().trim().max(1000)
const sort = z.enum(['new', 'relevance']).default('new')

export const listArticles = createRoute({
  method: 'get',
  path: `${API_ROOT}/articles`,
  operationId: 'listArticles',
  tags: ['articles'],
  summary: 'Articles, newest publication first',
  request: { query: z.object({ ...filters, cursor, limit }) },
  responses: { 200: json(ArticleList, 'One page of the list'), ...refusals },
})

export const getArticle = createRoute({
  method: 'get',
  path: `${API_ROOT}/articles/{id}`,
  operationId: 'getArticle',
  tags: ['articles'],
  summary: 'The clean article with its metadata',
  request: { params: idParam },
  responses: { 200: json(ArticleDocument, 'The article'), ...missing, ...refusals },
})

export const getPage = createRoute({
  method: 'get',
  path: `${API_ROOT}/articles/{id}/page`,
  operationId: 'getPage',
  tags: ['articles'],
  summary: 'The page as captured: every piece of its text, kept or removed, with the reason',
  request: { params: idParam },
  responses: { 200: json(CapturedPage, 'The page, as text'), ...missing, ...refusals },
})

export const deleteArticle = createRoute({
  method: 'delete',
  path: `${API_ROOT}/articles/{id}`,
  operationId: 'deleteArticle',
  tags: ['articles'],
  summary: 'Take an article and its capture out of the store; the reason is logged',
  request: { params: idParam, body: { content: { 'application/json': { schema: DeleteInput } }, required: true } },
  responses: { 200: json(Deleted, 'It is gone'), ...missing, ...refusals },
})

export const correctArticle = createRoute({
  method: 'post',
  path: `${API_ROOT}/articles/{id}/corrections`,
  operationId: 'correctArticle',
  tags: ['articles'],
  summary: 'Put a value by hand over what was read; it holds in later versions too',
  request: { params: idParam, body: { content: { 'application/json': { schema: CorrectInput } }, required: true } },
  responses: { 200: json(LogEntry, 'The entry in the log'), ...missing, ...refusals },
})

export const listLog = createRoute({
  method: 'get',
  path: `${API_ROOT}/log`,
  operationId: 'listLog',
  tags: ['articles'],
  summary: 'Deletions, restorations and corrections, newest first',
  request: { query: z.object({ cursor, limit }) },
  responses: { 200: json(LogList, 'One page of the log'), ...refusals },
})

export const getLineage = createRoute({
  method: 'get',
  path: `${API_ROOT}/articles/{id}/lineage`,
  operationId: 'getLineage',
  tags: ['across articles'],
  summary: 'Where the wording of an article comes from, who shares it, and how many sources stand behind its report',
  request: { params: idParam },
  responses: { 200: json(LineageDocument, 'The lineage'), ...missing, ...refusals },
})

export const countOrigins = createRoute({
  method: 'get',
  path: `${API_ROOT}/origins`,
  operationId: 'countOrigins',
  tags: ['across articles'],
  summary: 'How many independent origins stand behind some articles, a story or a happening',
  request: {
    query: z
      .object({
        articles: z
          .string()
          .regex(/^[0-9a-z]+(?:,[0-9a-z]+){0,39}$/)
          .optional()
          .openapi({
            description: 'Up to forty ids, parted by commas',
            example: '579e764fdf03d761150f,3964c799bda112da3299',
          }),
        story: id.optional().openapi({ description: 'The id of a story' }),
        happening: id.optional().openapi({ description: 'The id of a happening' }),
      })
      .refine((query) => Object.values(query).filter((value) => value !== undefined).length === 1, {
        message: 'name either articles, a story or a happening',
      }),
  },
  responses: { 200: json(OriginsOf, 'The count'), ...missing, ...refusals },
})

export const compareArticles = createRoute({
  method: 'get',
  path: `${API_ROOT}/articles/{id}/lineage/{other}`,
  operationId: 'compareArticles',
  tags: ['across articles'],
  summary: 'Two articles side by side, with the passages that both have',
  request: { params: idParam.extend({ other: id.openapi({ param: { name: 'other', in: 'path' } }) }) },
  responses: { 200: json(Comparison, 'The comparison'), ...missing, ...refusals },
})

export const listStories = createRoute({
  method: 'get',
  path: `${API_ROOT}/stories`,
  operationId: 'listStories',
  tags: ['across articles'],
  summary: 'Stories told by more than one article, the latest first',
  request: { query: z.object({ cursor, limit }) },
  responses: { 200: json(StoryList, 'One page of the list'), ...refusals },
})

export const getStory = createRoute({
  method: 'get',
  path: `${API_ROOT}/stories/{id}`,
  operationId: 'getStory',
  tags: ['across articles'],
  summary: 'A story, chapter by chapter, each with its articles and the sources behind them',
  request: { params: idParam },
  responses: { 200: json(StoryDocument, 'The story'), 404: problem('No such story'), ...refusals },
})

export const listHappenings = createRoute({
  method: 'get',
  path: `${API_ROOT}/happenings`,
  operationId: 'listHappenings',
  tags: ['across articles'],
  summary: 'Happenings told by more than one article, the latest first; or all that one article tells',
  request: { query: z.object({ article: id.optional(), cursor, limit }) },
  responses: { 200: json(HappeningList, 'One page of the list'), ...refusals },
})

export const getHappening = createRoute({
  method: 'get',
  path: `${API_ROOT}/happenings/{id}`,
  operationId: 'getHappening',
  tags: ['across articles'],
  summary: 'A happening: its accounts with their chains, what they agree and differ on, the sources behind them',
  request: { params: idParam },
  responses: { 200: json(HappeningDocument, 'The happening'), 404: problem('No such happening'), ...refusals },
})

export const listReview = createRoute({
  method: 'get',
  path: `${API_ROOT}/review`,
  operationId: 'listReview',
  tags: ['entities'],
  summary: 'Pairs of dossiers that may be one, those that most articles hang on first',
  request: {
    query: z.object({
      cursor,
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
  },
  responses: { 200: json(ReviewList, 'One page of the queue'), ...refusals },
})

export const judge = createRoute({
  method: 'post',
  path: `${API_ROOT}/judgements`,
  operationId: 'judge',
  tags: ['entities'],
  summary: 'Say whether two things are one; dossiers follow at once, and later analyses keep to it',
  request: { body: { content: { 'application/json': { schema: JudgeInput } }, required: true } },
  responses: {
    200: json(Judgement, 'The judgement as it was kept'),
    404: problem('No such article or name'),
    ...refusals,
  },
})

export const undoJudgement = createRoute({
  method: 'post',
  path: `${API_ROOT}/judgements/{id}/undo`,
  operationId: 'undoJudgement',
  tags: ['entities'],
  summary: 'Take a judgement back; it stays in the list, with who took it back',
  request: { params: idParam, body: { content: { 'application/json': { schema: UndoInput } }, required: true } },
  responses: {
    200: json(Judgement, 'The judgement, no longer standing'),
    404: problem('None stands by this id'),
    ...refusals,
  },
})

export const listJudgements = createRoute({
  method: 'get',
  path: `${API_ROOT}/judgements`,
  operationId: 'listJudgements',
  tags: ['entities'],
  summary: 'What people judged, newest first, with what was taken back',
  request: { query: z.object({ cursor, limit }) },
  responses: { 200: json(JudgementList, 'One page of the log'), ...refusals },
})

export const listEntities = createRoute({
  method: 'get',
  path: `${API_ROOT}/entities`,
  operationId: 'listEntities',
  tags: ['entities'],
  summary: 'Who and what goes by a name, most articles first',
  request: { query: z.object({ name: query.min(1), limit }) },
  responses: { 200: json(NamedList, 'Those that articles name'), ...refusals },
})

export const getEntity = createRoute({
  method: 'get',
  path: `${API_ROOT}/entities/{key}`,
  operationId: 'getEntity',
  tags: ['entities'],
  summary: 'The dossier of a person, body or place, with one page of its articles',
  request: {
    params: z.object({
      key: z
        .string()
        .min(1)
        .max(300)
        .openapi({ param: { name: 'key', in: 'path' }, description: 'A catalog id, or type and folded name' }),
    }),
    query: z.object({ cursor, limit: z.coerce.number().int().min(1).max(50).default(20) }),
  },
  responses: { 200: json(Dossier, 'The dossier'), 404: problem('Nothing goes by this key'), ...refusals },
})

export const search = createRoute({
  method: 'get',
  path: `${API_ROOT}/search`,
  operationId: 'search',
  tags: ['search'],
  summary: 'Articles that match a query',
  description:
    'Words match by their stem, a quoted phrase in order, `=word` exactly as spelled; `-` excludes, `OR` offers a choice. `outlet:`, `after:`, `before:` narrow.',
  request: { query: z.object({ q: query.min(1), sort, ...filters, cursor, limit }) },
  responses: { 200: json(SearchResult, 'One page of results'), ...refusals },
})

export const exportArticles = createRoute({
  method: 'get',
  path: `${API_ROOT}/export`,
  operationId: 'exportArticles',
  tags: ['search'],
  summary: 'A list or search as a file',
  request: {
    query: z.object({
      format: z.enum(['csv', 'jsonl', 'rss']),
      q: query.optional(),
      sort,
      ...filters,
      limit: z.coerce.number().int().min(1).max(10_000).optional().openapi({
        description: 'At most this many articles; 50 for rss and 1000 for the others unless given',
      }),
    }),
  },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': { schema: z.string() },
        'application/jsonl': { schema: z.string() },
        'application/rss+xml': { schema: z.string() },
      },
    },
    ...refusals,
  },
})

export const listOutlets = createRoute({
  method: 'get',
  path: `${API_ROOT}/outlets`,
  operationId: 'listOutlets',
  tags: ['search'],
  summary: 'The outlets in the store, most articles first',
  responses: { 200: json(OutletList, 'The outlets'), ...refusals },
})

export const tryPage = createRoute({
  method: 'post',
  path: `${API_ROOT}/try`,
  operationId: 'tryPage',
  tags: ['capture'],
  summary: 'Read a page at once; nothing is stored',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: CaptureInput },
        'multipart/form-data': {
          schema: z.object({
            file: z.string().openapi({ format: 'binary' }),
            url: z.string().optional(),
          }),
        },
        'text/plain': { schema: z.string() },
        'text/html': { schema: z.string() },
        'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
  },
  responses: { 200: json(TryResult, 'The reading, or why there is none'), ...tooLarge, ...refusals },
})

export const ingest = createRoute({
  method: 'post',
  path: `${API_ROOT}/captures`,
  operationId: 'ingest',
  tags: ['capture'],
  summary: 'Read and store captures; the answer comes when all of them are done',
  request: { body: { content: { 'application/json': { schema: IngestInput } }, required: true } },
  responses: { 200: json(IngestReport, 'What became of each, in the order given'), ...tooLarge, ...refusals },
})

export const listFailures = createRoute({
  method: 'get',
  path: `${API_ROOT}/failures`,
  operationId: 'listFailures',
  tags: ['desk'],
  summary: 'Captures that gave no article, newest first',
  request: { query: z.object({ cursor, limit }) },
  responses: { 200: json(FailureList, 'One page of failures'), ...refusals },
})

export const retryFailures = createRoute({
  method: 'post',
  path: `${API_ROOT}/failures/retry`,
  operationId: 'retryFailures',
  tags: ['desk'],
  summary: 'Read failed captures again',
  request: { body: { content: { 'application/json': { schema: RetryInput } }, required: true } },
  responses: { 200: json(IngestReport, 'What became of each'), ...refusals },
})

export const forgetFailures = createRoute({
  method: 'post',
  path: `${API_ROOT}/failures/forget`,
  operationId: 'forgetFailures',
  tags: ['desk'],
  summary: 'Strike failures off the list',
  request: { body: { content: { 'application/json': { schema: ForgetInput } }, required: true } },
  responses: { 200: json(Forgotten, 'How many were struck off'), ...refusals },
})

export const getStatus = createRoute({
  method: 'get',
  path: `${API_ROOT}/status`,
  operationId: 'getStatus',
  tags: ['desk'],
  summary: 'Size of the store, the ingest queue, versions',
  responses: { 200: json(Status, 'The state of things'), ...refusals },
})

export const getHealth = createRoute({
  method: 'get',
  path: `${API_ROOT}/health`,
  operationId: 'getHealth',
  tags: ['desk'],
  summary: 'Answers as long as the server does; asks for no token',
  responses: { 200: json(Health, 'Alive') },
})
