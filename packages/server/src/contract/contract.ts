import { z } from '@hono/zod-openapi'
import { BLOCK_LABELS, type MetadataPlace } from '@isnad/page'
import type { ErrorCode } from '@isnad/text'
import { Attribution, Entity, EventRecord, Republication } from './annotation-contract.js'
import { Count, Direction, Passage, Segment, Span, Wording } from './contract-shapes.js'
import { TimeMention } from './time-contract.js'

/** What the HTTP API takes and gives. The web application and the command line build on these shapes alone. */

export { Count, Direction, Passage, Segment, Span, Wording } from './contract-shapes.js'
export { TimeMention } from './time-contract.js'

export const API_ROOT = '/api/v1'

/** Every code that a problem document can carry; each has a heading in docs/errors.md. */
export const PROBLEM_CODES = [
  'LEXICON_INVALID',
  'INPUT_UNREADABLE',
  'INPUT_INVALID',
  'STORE_LOCKED',
  'STORE_UNREACHABLE',
  'STORE_UNWRITABLE',
  'STORE_FULL',
  'STORE_TOO_NEW',
  'SERVER_UNREACHABLE',
  'USAGE',
  'NOT_FOUND',
  'UNAUTHORISED',
  'FORBIDDEN',
  'TOO_LARGE',
  'BUSY',
  'INTERNAL',
] as const satisfies readonly ErrorCode[]

/** RFC 9457. `detail` says what happened and where, `repair` what to do about it. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: '/docs/errors#input_invalid' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string(),
    repair: z.string().optional(),
    /** One entry for each field of the request that was refused. */
    fields: z.array(z.object({ place: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

const places = [
  'given',
  'json-ld',
  'meta',
  'microdata',
  'time-element',
  'text',
  'url',
  'link',
  'title-element',
] as const satisfies readonly MetadataPlace[]

/** Where a piece of metadata was read; `given` came beside the page (a sidecar, a feed entry, a JSONL field). */
export const Place = z.enum(places).openapi('MetadataPlace')

/** A moment of publication at the grain in which it was printed. `instant` (UTC) only where the zone is known. */
export const PublicationTime = z
  .object({
    local: z.string().openapi({ example: '2020-11-22T17:15:00+02:00' }),
    grain: z.enum(['day', 'minute', 'second']),
    instant: z.string().optional(),
    zone: z.string().optional().openapi({ example: 'Asia/Damascus' }),
  })
  .openapi('PublicationTime')

const stated = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    from: Place,
    /** The words it was read from, and where they stand on the page, when they do. */
    printed: Passage.optional(),
  })

export const StatedText = stated(z.string()).openapi('StatedText')
export const StatedTime = stated(PublicationTime).openapi('StatedTime')
export const StatedOutlet = stated(z.string())
  .extend({ id: z.string().optional().openapi({ description: 'Catalog id, when the outlet is known' }) })
  .openapi('StatedOutlet')

/** A credit that the page itself prints: an agency, another outlet, monitoring («رصد»), or a bare «المصدر». */
export const Credit = z
  .object({
    kind: z.enum(['agency', 'outlet', 'monitoring', 'unnamed']),
    name: z.string().optional(),
    outletId: z.string().optional(),
    text: z.string(),
    page: Span.optional(),
  })
  .openapi('Credit')

export const Metadata = z
  .object({
    outlet: StatedOutlet.optional(),
    byline: StatedText.optional(),
    authors: z.array(z.string()),
    dateline: StatedText.optional(),
    published: StatedTime.optional(),
    modified: StatedTime.optional(),
    canonicalUrl: StatedText.optional(),
    section: StatedText.optional(),
    credits: z.array(Credit),
  })
  .openapi('Metadata')

/** When an undated article was published, as its copies, other reports and what it tells show. */
export const InferredPublication = z
  .object({
    from: z.string().openapi({ description: 'First and last possible day' }),
    to: z.string(),
    reasons: z.array(Wording.extend({ article: z.string().nullable() })),
  })
  .openapi('InferredPublication')

/** An article as a line of a list. */
export const ArticleSummary = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.object({ name: z.string(), id: z.string().optional() }).nullable(),
    byline: z.string().nullable(),
    published: z
      .object({ local: z.string(), grain: z.enum(['day', 'minute', 'second']) })
      .nullable()
      .openapi({ description: 'As printed, at its grain; null when the page does not say' }),
    inferred: InferredPublication.optional().openapi({ description: 'Only where the page does not say' }),
    capturedAt: z.string().nullable(),
    addedAt: z.string().openapi({ description: 'UTC instant at which it entered the store' }),
    url: z.string().nullable(),
    language: z.string(),
    direction: Direction,
    words: z.int(),
    removals: z.int().openapi({ description: 'Pieces of the page that were taken out' }),
    opening: z.string().openapi({ description: 'The opening of the body, cut at a word, at most 240 characters' }),
  })
  .openapi('ArticleSummary')

export const ArticleList = z
  .object({
    items: z.array(ArticleSummary),
    total: Count.nullable().openapi({ description: 'Only on the first page' }),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page; null at the end' }),
  })
  .openapi('ArticleList')

export const Paragraph = Passage.extend({ kind: z.enum(['body', 'subhead']) }).openapi('Paragraph')

/** How the bytes came and how they were read. */
export const CaptureInfo = z
  .object({
    sha256: z.string(),
    bytes: z.int(),
    kind: z.enum(['html', 'text']),
    encoding: z.string(),
    encodingFrom: z.enum(['bom', 'http', 'meta', 'sniffed', 'default']),
    url: z.string().nullable(),
    capturedAt: z.string().nullable(),
  })
  .openapi('CaptureInfo')

/** What a reading yields, stored or not. All spans are cut from `text`. */
const readingShape = {
  text: z.string().openapi({ description: 'The clean article: title, then body, one block a line' }),
  title: Passage.nullable().openapi({ description: 'The headline as printed on the page' }),
  headline: z
    .string()
    .nullable()
    .openapi({ description: 'The printed headline, or else the one that came with the page, or null' }),
  body: z.array(Paragraph),
  times: z.array(TimeMention).openapi({ description: 'The times that the text names, in reading order' }),
  entities: z.array(Entity).openapi({ description: 'Who and what the text names, in order of first mention' }),
  attributions: z.array(Attribution).openapi({ description: 'Who is said to have said what, in reading order' }),
  events: z.array(EventRecord).openapi({ description: 'What is reported to happen, in order of first telling' }),
  republishes: z.array(Republication).openapi({ description: 'Where the page says that it comes from' }),
  metadata: Metadata,
  language: z.string(),
  direction: Direction,
  words: z.int(),
  capture: CaptureInfo,
}

/** One reading of the capture by one version of the analyser; the newest is what is shown. */
export const Version = z.object({ version: z.int(), analyser: z.string(), readAt: z.string() }).openapi('Version')

export const CORRECTABLE = ['outlet', 'byline', 'published'] as const

/** What was done to the record by hand. */
export const LogEntry = z
  .object({
    at: z.string(),
    action: z.enum(['removed', 'restored', 'corrected']),
    articleId: z.string(),
    by: z.string(),
    reason: z.string(),
    field: z.enum(CORRECTABLE).optional(),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .openapi('LogEntry')

export const LogList = z.object({ items: z.array(LogEntry), next: z.string().nullable() }).openapi('LogList')

export const ArticleDocument = z
  .object({
    id: z.string(),
    ...readingShape,
    addedAt: z.string(),
    version: z.int(),
    versions: z.array(Version),
    corrections: z.array(LogEntry).openapi({ description: 'Already applied to `metadata`' }),
    inferred: InferredPublication.optional().openapi({ description: 'Only where the page does not say when' }),
    links: z.object({ self: z.string(), page: z.string(), original: z.string().nullable() }),
  })
  .openapi('Article')

/**
 * A piece of the page in page order. `kept` pieces went into the article (`article` says where); the others carry why
 * they were taken out. A privacy token has no text: its words are never stored.
 */
export const PageSegment = z
  .object({
    label: z.enum(BLOCK_LABELS),
    kept: z.boolean(),
    text: z.string(),
    rule: z.string(),
    reason: Wording,
    page: Span,
    article: Span.nullable(),
    continues: z.boolean().openapi({ description: 'Goes on with a sentence that the segment before left open' }),
  })
  .openapi('PageSegment')

const pageShape = {
  direction: Direction,
  segments: z.array(PageSegment),
  counts: z.object({ kept: z.int(), removed: z.int(), personal: z.int() }),
  labels: z
    .array(z.object({ label: z.enum(BLOCK_LABELS), segments: z.int(), characters: z.int() }))
    .openapi({ description: 'Most characters first' }),
}

export const CapturedPage = z.object({ id: z.string(), capture: CaptureInfo, ...pageShape }).openapi('CapturedPage')

/** Why a capture yields no article. An ordinary answer, not an error. */
export const RejectionReport = z
  .object({
    kind: z.enum(['empty', 'binary', 'too-large', 'no-article', 'other-language']),
    reason: Wording,
    language: z.string().optional(),
    type: z.string().optional(),
    words: z.int().optional(),
    bytes: z.int().optional(),
    limit: z.int().optional(),
    confidence: z.number().optional(),
  })
  .openapi('Rejection')

export const TryResult = z
  .discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      article: z.object(readingShape),
      page: z.object(pageShape),
      tookMs: z.number(),
    }),
    z.object({ ok: z.literal(false), rejection: RejectionReport, tookMs: z.number() }),
  ])
  .openapi('TryResult')

/** What came beside a page; it outranks what the page says. */
export const Given = z
  .object({
    title: z.string(),
    outlet: z.string(),
    byline: z.string(),
    published: z.string(),
    modified: z.string(),
    url: z.string(),
    language: z.string(),
  })
  .partial()
  .strict()
  .openapi('Given')

/** One page, its bytes as text or in base64. */
export const CaptureInput = z
  .object({
    text: z.string().optional(),
    base64: z.base64().optional(),
    url: z.string().max(4096).optional(),
    capturedAt: z.iso.datetime({ offset: true }).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    given: Given.optional(),
    source: z.string().max(4096).optional().openapi({ description: 'Path or address it came from' }),
    position: z.int().min(1).optional().openapi({ description: 'Line or record inside the source' }),
    identity: z.string().max(512).optional().openapi({
      description: 'Tells records apart that agree in bytes, URL and outlet',
    }),
  })
  .strict()
  .refine((c) => (c.text === undefined) !== (c.base64 === undefined), 'give either text or base64')
  .openapi('CaptureInput')

/** What could not even be sent: kept in the list of failures beside the captures that give no article. */
export const NewFailure = z
  .object({
    source: z.string().min(1).max(4096),
    position: z.int().min(1).optional(),
    kind: z.enum(PROBLEM_CODES),
    detail: z.string().max(2000),
  })
  .strict()
  .openapi('NewFailure')

export const IngestInput = z
  .object({
    captures: z.array(CaptureInput).max(500),
    failures: z.array(NewFailure).max(500).default([]),
    restore: z.boolean().default(false).openapi({ description: 'Take articles back in that were removed before' }),
  })
  .strict()
  .openapi('IngestInput')

export const IngestResult = z
  .object({
    source: z.string().nullable(),
    position: z.int().nullable(),
    outcome: z.enum(['added', 'new-version', 'known', 'removed', 'rejected', 'failed']).openapi({
      description: '`removed`: somebody took the article out, and it stays out',
    }),
    articleId: z.string().nullable(),
    rejection: RejectionReport.optional(),
    problem: z.object({ code: z.enum(PROBLEM_CODES), detail: z.string() }).optional(),
  })
  .openapi('IngestResult')

export const IngestReport = z
  .object({
    results: z.array(IngestResult),
    counts: z.object({ added: z.int(), known: z.int(), rejected: z.int(), failed: z.int() }).openapi({
      description: '`added` includes new versions, `known` includes removed articles',
    }),
  })
  .openapi('IngestReport')

export const CHIP_KINDS = [
  'word',
  'exact',
  'phrase',
  'outlet',
  'language',
  'after',
  'before',
  'person',
  'body',
  'place',
  'entity',
  'event',
] as const

/** One part of a query as it was understood; `start`–`end` is where it stands in `q`. */
export const Chip = z
  .object({
    kind: z.enum(CHIP_KINDS),
    value: z.string().openapi({ description: 'What is looked for, without operator and quotes' }),
    not: z.boolean(),
    or: z.boolean().openapi({ description: 'An alternative to the part before it' }),
    inTitle: z.boolean(),
    ignored: z.boolean().openapi({ description: 'Too common to narrow the search: not required' }),
    start: z.int(),
    end: z.int(),
  })
  .openapi('Chip')

/** A part of a query that was set aside; the rest is searched all the same. */
export const QueryProblem = z
  .object({
    kind: z.enum(['unknown-operator', 'empty-value', 'bad-date', 'open-quote', 'too-many-words']),
    text: z.string(),
    message: Wording,
    suggestion: z.string().optional(),
    start: z.int(),
    end: z.int(),
  })
  .openapi('QueryProblem')

/** A window of the article with the words that match; `article` is where it was cut from the article's text. */
export const Snippet = z
  .object({ segments: z.array(Segment), article: Span, cutBefore: z.boolean(), cutAfter: z.boolean() })
  .openapi('Snippet')

export const Hit = z
  .object({
    article: ArticleSummary,
    title: z.array(Segment).openapi({ description: 'Empty when the article has no title' }),
    snippet: Snippet.nullable().openapi({ description: 'Null when only the title, or only operators, matched' }),
  })
  .openapi('Hit')

export const Facets = z
  .object({
    outlets: z.array(z.object({ name: z.string(), count: z.int() })),
    months: z
      .array(z.object({ month: z.string().nullable().openapi({ example: '2021-03' }), count: z.int() }))
      .openapi({
        description: 'Newest first; undated articles under null',
      }),
    capped: z.boolean().openapi({ description: 'True when only the newest 1,000 matches were counted' }),
  })
  .openapi('Facets')

export const SearchResult = z
  .object({
    q: z.string(),
    sort: z.enum(['new', 'relevance']),
    direction: Direction.openapi({ description: 'Right-to-left as soon as the query holds one Arabic letter' }),
    chips: z.array(Chip),
    problems: z.array(QueryProblem),
    total: Count.nullable().openapi({ description: 'Only on the first page' }),
    rankedCapped: z.boolean().openapi({ description: 'True when only the newest 500 matches were ranked' }),
    hits: z.array(Hit),
    facets: Facets.nullable().openapi({ description: 'Only on the first page' }),
    next: z.string().nullable(),
    tookMs: z.number(),
  })
  .openapi('SearchResult')

export const Outlet = z
  .object({
    name: z.string(),
    id: z.string().optional(),
    articles: z.int(),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
  })
  .openapi('Outlet')

export const OutletList = z.object({ items: z.array(Outlet) }).openapi('OutletList')

/** The ingest queue: `waiting` and `running` are captures; the counts are since the server started. */
export const Queue = z
  .object({
    waiting: z.int(),
    running: z.int(),
    added: z.int(),
    known: z.int(),
    rejected: z.int(),
    failed: z.int(),
    perSecond: z.number().openapi({ description: 'Captures a second over the last ten seconds' }),
  })
  .openapi('Queue')

export const Status = z
  .object({
    versions: z.object({ isnad: z.string(), analyser: z.string(), schema: z.int(), node: z.string() }),
    store: z.object({
      backend: z.enum(['pglite', 'postgres']),
      engine: z.string().openapi({ example: 'PostgreSQL 18.6' }),
      location: z.string().openapi({ description: 'The data folder, or host:port/database' }),
      articles: z.int(),
      versions: z.int(),
      outlets: z.int(),
      failures: z.int(),
      removed: z.int(),
      waiting: z.int().openapi({ description: 'Articles that are not in the index of names and events yet' }),
      bytes: z.object({ total: z.int(), captures: z.int(), index: z.int(), wal: z.int().optional() }),
      firstPublished: z.string().nullable(),
      lastPublished: z.string().nullable(),
      lastAdded: z.string().nullable(),
      analysers: z.array(z.object({ analyser: z.string(), versions: z.int() })),
    }),
    queue: Queue,
    across: z
      .object({ compared: z.int(), gathered: z.int() })
      .openapi({ description: 'Articles compared by their text, and gathered by what they tell and whom they name' }),
    startedAt: z.string(),
  })
  .openapi('Status')

export const Health = z.object({ ok: z.literal(true), isnad: z.string() }).openapi('Health')

/** Something that gave no article. No content of it is kept: source and position say where to read it again. */
export const Failure = z
  .object({
    id: z.string(),
    source: z.string().openapi({ description: 'Path or address it came from' }),
    position: z.int().nullable().openapi({ description: 'Line or record inside the source, from 1' }),
    kind: z.string().openapi({ description: 'The kind of rejection, or an error code' }),
    reason: Wording,
    detail: z.string(),
    attempts: z.int(),
    firstAt: z.string(),
    lastAt: z.string(),
  })
  .openapi('Failure')

export const FailureList = z
  .object({
    items: z.array(Failure),
    total: z.int(),
    next: z.string().nullable(),
  })
  .openapi('FailureList')

export const RetryInput = z
  .object({ ids: z.array(z.string()).min(1).max(500).optional().openapi({ description: 'All of them when left out' }) })
  .strict()
  .openapi('RetryInput')

export const ForgetInput = z
  .object({ ids: z.array(z.string()).min(1).max(500) })
  .strict()
  .openapi('ForgetInput')

export const Forgotten = z.object({ forgotten: z.int() }).openapi('Forgotten')

const why = { reason: z.string().trim().min(3).max(1000), by: z.string().trim().min(1).max(100).default('web') }

export const DeleteInput = z.object(why).strict().openapi('DeleteInput')

export const Deleted = z.object({ id: z.string(), reason: z.string(), by: z.string() }).openapi('Deleted')

export const CorrectInput = z
  .object({
    field: z.enum(CORRECTABLE),
    value: z.string().trim().min(1).max(500).openapi({ description: 'For `published`: an ISO 8601 day or time' }),
    ...why,
  })
  .strict()
  .openapi('CorrectInput')
