import { createHash } from 'node:crypto'
import type { Annotations } from '@isnad/analysis'
import { type Article, type ArticleMetadata, type Block, type Page, ruleOf, type Stated } from '@isnad/page'
import type {
  Failure as FailureRecord,
  Hit as HitRecord,
  LogEntry as LogRecord,
  QueryPart,
  SearchPage,
  StoredArticle,
  StoredCapture,
  StoreStatus,
  ArticleSummary as SummaryRecord,
} from '@isnad/store'
import { cover, type Span, type Text } from '@isnad/text'
import type {
  ArticleDocument,
  ArticleSummary,
  CapturedPage,
  CaptureInfo,
  Chip,
  Facets,
  Failure,
  Hit,
  LogEntry,
  Metadata,
  Paragraph,
  Passage,
  Segment,
  Snippet,
  Status,
} from '../contract/api-types.js'
import { API_ROOT } from '../contract/contract.js'
import type { CatalogNames } from '../desk/catalog.js'
import { annotationsView } from './annotation-views.js'
import { timesView } from './time-views.js'
import { failureWording } from './wording.js'

/** From what the reader and the store know to what the API gives out. Text only: no view carries mark-up. */

const passage = <F extends 'page' | 'article'>(text: Text<F>, span: Span<NoInfer<F>>): Passage => ({
  start: span.start,
  end: span.end,
  text: cover(text, span),
})

const spanView = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

function metadataView(metadata: ArticleMetadata, page: Text<'page'>): Metadata {
  const stated = <T, V>(piece: Stated<T>, value: V) => ({
    value,
    from: piece.from,
    printed: piece.page === undefined ? undefined : passage(page, piece.page),
  })
  const statedText = (piece: Stated<string> | undefined) =>
    piece === undefined ? undefined : stated(piece, piece.value)
  const statedTime = (piece: ArticleMetadata['published']) =>
    piece === undefined ? undefined : stated(piece, { ...piece.value })
  return {
    outlet: metadata.outlet && { ...stated(metadata.outlet, metadata.outlet.value), id: metadata.outlet.id },
    byline: statedText(metadata.byline),
    authors: [...metadata.authors],
    dateline: statedText(metadata.dateline),
    published: statedTime(metadata.published),
    modified: statedTime(metadata.modified),
    canonicalUrl: statedText(metadata.canonicalUrl),
    section: statedText(metadata.section),
    credits: metadata.credits.map(({ page: place, ...credit }) => ({
      ...credit,
      page: place === undefined ? undefined : spanView(place),
    })),
  }
}

/** A body span is a subhead when the block that opens it was labelled so. */
function paragraphs(article: Article): Paragraph[] {
  const subheads = new Set(
    article.blocks.flatMap((block) => (block.label === 'subhead' && block.article ? [block.article.start] : [])),
  )
  return article.body.map((span) => ({
    ...passage(article.text, span),
    kind: subheads.has(span.start) ? ('subhead' as const) : ('body' as const),
  }))
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640]*/gu // \u0640: tatweel stands inside words

export const countWords = (text: string): number => {
  let words = 0
  for (const _ of text.matchAll(WORD)) words++
  return words
}

/** The part that a stored article and a page merely tried have in common. */
export const readingView = (
  article: Article,
  annotations: Annotations,
  page: Text<'page'>,
  capture: CaptureInfo,
  given: Page['given'],
  names: CatalogNames,
) => ({
  text: article.text.value,
  title: article.title === undefined ? null : passage(article.text, article.title),
  headline: article.title === undefined ? (given?.title ?? null) : cover(article.text, article.title),
  body: paragraphs(article),
  times: timesView(article, annotations.times),
  ...annotationsView(article.text, annotations, names),
  metadata: metadataView(article.metadata, page),
  language: article.metadata.language,
  direction: article.metadata.direction,
  words: countWords(article.text.value),
  capture,
})

const isPersonal = (block: Block): boolean => block.label === 'privacy-token'

/** The page as captured: blocks in page order, each kept or removed, with its reason. */
export function pageView(article: Article): Omit<CapturedPage, 'id' | 'capture'> {
  const blocks = [...article.blocks].sort((a, b) => a.page.start - b.page.start)
  const segments = blocks.map((block) => {
    const rule = ruleOf(block.rule)
    return {
      label: block.label,
      kept: block.article !== undefined,
      text: isPersonal(block) ? '' : block.text,
      rule: block.rule,
      reason: { ar: rule?.ar ?? block.rule, en: rule?.en ?? block.rule },
      page: spanView(block.page),
      article: block.article === undefined ? null : spanView(block.article),
      continues: block.continues === true,
    }
  })
  const labels = new Map<Block['label'], { segments: number; characters: number }>()
  for (const { label, text } of segments) {
    const sum = labels.get(label) ?? { segments: 0, characters: 0 }
    labels.set(label, { segments: sum.segments + 1, characters: sum.characters + text.length })
  }
  const kept = segments.filter((segment) => segment.kept).length
  return {
    direction: article.metadata.direction,
    segments,
    counts: { kept, removed: segments.length - kept, personal: blocks.filter(isPersonal).length },
    labels: [...labels]
      .map(([label, sum]) => ({ label, ...sum }))
      .sort((a, b) => b.characters - a.characters || a.label.localeCompare(b.label)),
  }
}

/** What is known of bytes that were read but not stored. */
export const triedCapture = (bytes: Uint8Array, page: Page): CaptureInfo => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.byteLength,
  kind: page.kind,
  encoding: page.encoding,
  encodingFrom: page.encodingFrom,
  url: page.url ?? null,
  capturedAt: page.capturedAt ?? null,
})

const storedCapture = (stored: StoredArticle, capture: StoredCapture): CaptureInfo => ({
  sha256: capture.sha256,
  bytes: capture.originalLength,
  kind: stored.page.kind,
  encoding: stored.page.encoding,
  encodingFrom: stored.page.encodingFrom,
  url: capture.url ?? stored.page.url ?? null,
  capturedAt: capture.capturedAt ?? stored.page.capturedAt ?? null,
})

export const articlePath = (id: string): string => `${API_ROOT}/articles/${encodeURIComponent(id)}`

export function articleView(
  stored: StoredArticle,
  annotations: Annotations,
  capture: StoredCapture,
  names: CatalogNames,
): ArticleDocument {
  const info = storedCapture(stored, capture)
  return {
    id: stored.id,
    ...readingView(stored.article, annotations, capture.page.text, info, stored.page.given, names),
    addedAt: stored.addedAt,
    version: stored.version,
    versions: stored.versions.map((version) => ({ ...version })),
    corrections: stored.corrections.map(logView),
    links: {
      self: articlePath(stored.id),
      page: `${articlePath(stored.id)}/page`,
      original: webAddress(stored.article.metadata.canonicalUrl?.value) ?? webAddress(info.url),
    },
  }
}

/** Only http and https leave as a link: a page may print `javascript:` where its address should be. */
export const webAddress = (address: string | null | undefined): string | null => {
  if (address === null || address === undefined || !URL.canParse(address)) return null
  const { protocol } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? address : null
}

export const capturedPageView = (stored: StoredArticle, capture: StoredCapture): CapturedPage => ({
  id: stored.id,
  capture: storedCapture(stored, capture),
  ...pageView(stored.article),
})

export const summaryView = (record: SummaryRecord): ArticleSummary => ({
  id: record.id,
  title: record.title === '' ? null : record.title,
  outlet: record.outlet === undefined ? null : { name: record.outlet, id: record.outletId },
  byline: record.byline ?? null,
  published: record.published === undefined ? null : { local: record.published, grain: record.publishedGrain ?? 'day' },
  capturedAt: record.capturedAt ?? null,
  addedAt: record.addedAt,
  url: webAddress(record.url),
  language: record.language,
  direction: record.direction,
  words: record.words,
  removals: record.removals,
  opening: record.opening,
})

/** Cuts a text at its marks. Marks stand in order and do not overlap. */
export function segmentsOf(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start > at) segments.push({ text: text.slice(at, start), marked: false })
    if (end > start) segments.push({ text: text.slice(start, end), marked: true })
    at = Math.max(at, end)
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false })
  return segments
}

const snippetView = ({ snippet }: HitRecord): Snippet | null =>
  snippet === undefined
    ? null
    : {
        segments: segmentsOf(snippet.text, snippet.marks),
        article: spanView(snippet.article),
        cutBefore: snippet.cutBefore,
        cutAfter: snippet.cutAfter,
      }

export const hitView = (hit: HitRecord): Hit => ({
  article: summaryView(hit),
  title: segmentsOf(hit.title, hit.titleMarks),
  snippet: snippetView(hit),
})

export const chipView = (part: QueryPart): Chip => ({
  kind: part.kind,
  value: 'text' in part ? part.text : part.value,
  not: part.negated,
  or: 'or' in part && part.or,
  inTitle: 'inTitle' in part && part.inTitle,
  ignored: 'ignored' in part && part.ignored === true,
  ...spanView(part.span),
})

export const facetsView = (facets: NonNullable<SearchPage['facets']>): Facets => ({
  outlets: facets.outlets.map(({ outlet, count }) => ({ name: outlet, count })),
  months: facets.months.map(({ month, count }) => ({ month: month ?? null, count })),
  capped: facets.capped,
})

export const logView = ({ article, ...entry }: LogRecord): LogEntry => ({ ...entry, articleId: article })

export const failureView = (failure: FailureRecord): Failure => ({
  id: failure.id,
  source: failure.source,
  position: failure.position ?? null,
  kind: failure.reason,
  reason: failureWording(failure.reason),
  detail: failure.detail,
  attempts: failure.attempts,
  firstAt: failure.firstAt,
  lastAt: failure.lastAt,
})

export const storeView = ({ schema: _, ...status }: StoreStatus): Status['store'] => ({
  ...status,
  bytes: { ...status.bytes },
  firstPublished: status.firstPublished ?? null,
  lastPublished: status.lastPublished ?? null,
  lastAdded: status.lastAdded ?? null,
  analysers: status.analysers.map((analyser) => ({ ...analyser })),
})
