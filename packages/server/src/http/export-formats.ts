import { IsnadError } from '@isnad/text'
import type { ArticleSummary } from '../contract/api-types.js'
import type { Desk, SearchQuery } from '../desk/desk.js'

/** Lists and searches as files: CSV for tables, JSONL for programs (`isnad add` reads it back), RSS for readers. */

export type ExportFormat = 'csv' | 'jsonl' | 'rss'

export interface ExportRequest extends Omit<SearchQuery, 'q' | 'cursor' | 'limit'> {
  readonly format: ExportFormat
  readonly q?: string | undefined
  readonly limit?: number | undefined
  /** Where the server is reached, for the links of a feed: `http://127.0.0.1:4711`. */
  readonly address?: string | undefined
}

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
}

const DEFAULT_LIMITS: Readonly<Record<ExportFormat, number>> = { csv: 1000, jsonl: 1000, rss: 50 }
const PAGE = 100

async function* summaries(desk: Desk, request: ExportRequest): AsyncGenerator<ArticleSummary> {
  let left = request.limit ?? DEFAULT_LIMITS[request.format]
  let cursor: string | undefined
  while (left > 0) {
    const page = { ...request, cursor, limit: Math.min(PAGE, left) }
    const listing =
      request.q === undefined || request.q === ''
        ? await desk.articles(page)
        : await desk.search({ ...page, q: request.q }).then((found) => ({
            items: found.hits.map(({ article }) => article),
            next: found.next,
          }))
    yield* listing.items
    left -= listing.items.length
    if (listing.next === null || listing.items.length === 0) return
    cursor = listing.next
  }
}

/** RFC 4180. A spreadsheet takes a cell that opens with one of = + - @ for a formula, so such a cell gets an apostrophe. */
export const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  const text = String(value)
  const inert = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

const CSV_COLUMNS: readonly (readonly [string, (article: ArticleSummary) => string | number | null])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['outlet', ({ outlet }) => outlet?.name ?? null],
  ['published', ({ published }) => published?.local ?? null],
  ['byline', ({ byline }) => byline],
  ['url', ({ url }) => url],
  ['language', ({ language }) => language],
  ['words', ({ words }) => words],
  ['added', ({ addedAt }) => addedAt],
  ['opening', ({ opening }) => opening],
]

async function* csv(articles: AsyncIterable<ArticleSummary>): AsyncGenerator<string> {
  yield `\ufeff${CSV_COLUMNS.map(([name]) => name).join(',')}\r\n` // \ufeff: byte order mark, by which Excel knows UTF-8
  for await (const article of articles) yield `${CSV_COLUMNS.map(([, value]) => csvCell(value(article))).join(',')}\r\n`
}

async function* jsonl(desk: Desk, articles: AsyncIterable<ArticleSummary>): AsyncGenerator<string> {
  for await (const { id, outlet, url, published, byline } of articles) {
    const article = await desk.article(id).catch((error: unknown) => {
      // Deleted since the list was read.
      if (error instanceof IsnadError && error.code === 'NOT_FOUND') return undefined
      throw error
    })
    if (article === undefined) continue
    yield `${JSON.stringify({
      id,
      outlet: outlet?.name,
      url: url ?? undefined,
      published: published?.local,
      title: article.headline ?? undefined,
      byline: byline ?? undefined,
      fetched: article.capture.capturedAt ?? undefined,
      text: article.body.map(({ text }) => text).join('\n'),
    })}\n`
  }
}

/** What XML 1.0 cannot hold is dropped: control characters, lone surrogates, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const xmlText = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)

/** RFC 822 date as RSS wants it. A time that was printed without a zone is given as if it were UTC. */
const rssDate = (local: string): string => {
  const withTime = local.includes('T') ? local : `${local}T00:00:00`
  const withZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(withTime) ? withTime : `${withTime}Z`
  const date = new Date(withZone)
  return Number.isNaN(date.getTime()) ? '' : date.toUTCString()
}

const element = (name: string, text: string | null | undefined, attributes = ''): string =>
  text === null || text === undefined || text === '' ? '' : `<${name}${attributes}>${xmlText(text)}</${name}>`

async function* rss(articles: AsyncIterable<ArticleSummary>, request: ExportRequest): AsyncGenerator<string> {
  const address = request.address ?? 'http://localhost'
  const title = request.q === undefined || request.q === '' ? 'إسناد' : `إسناد: ${request.q}`
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>`
  yield element('title', title) + element('link', address) + element('description', title) + element('language', 'ar')
  for await (const article of articles) {
    const published = article.published === null ? '' : rssDate(article.published.local)
    yield `\n<item>${[
      element('title', article.title ?? article.opening),
      element('link', article.url ?? `${address}/articles/${article.id}`),
      element('guid', article.id, ' isPermaLink="false"'),
      element('pubDate', published),
      element('dc:creator', article.byline),
      element('dc:publisher', article.outlet?.name),
      element('description', article.opening),
    ].join('')}</item>`
  }
  yield '\n</channel></rss>\n'
}

/** The file, piece by piece. */
export function exportPieces(desk: Desk, request: ExportRequest): AsyncGenerator<string> {
  const articles = summaries(desk, request)
  switch (request.format) {
    case 'csv':
      return csv(articles)
    case 'jsonl':
      return jsonl(desk, articles)
    case 'rss':
      return rss(articles, request)
  }
}
