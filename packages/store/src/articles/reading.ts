import type { GivenMetadata, Page } from '@isnad/page'
import type { Queryable } from '../engine/database.js'
import { corrected } from '../judgements/corrections.js'
import { correctionLog, latest } from '../judgements/log.js'
import type {
  ArticleId,
  ArticleSummary,
  Listing,
  ListRequest,
  OutletSummary,
  StoredArticle,
  StoredCapture,
} from '../records.js'
import { addFilters, Conditions, filtersOf } from '../search/filter.js'
import { unpackArticle } from './article-document.js'
import { urlHash } from './article-head.js'
import { readCursor, writeCursor } from './cursor.js'
import { inflate, instant } from './stored-text.js'

export const SUMMARY_COLUMNS = `seq, id, title, opening, outlet, outlet_id, url, byline, language, direction, published, published_grain,
  captured_at, added_at, words, removals, sorted_at::text as sorted_at`

export interface SummaryRow extends Record<string, unknown> {
  readonly seq: number
  readonly id: string
  readonly title: string
  readonly opening: string
  readonly outlet: string | null
  readonly outlet_id: string | null
  readonly url: string | null
  readonly byline: string | null
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
  readonly published: string | null
  readonly published_grain: 'day' | 'minute' | 'second' | null
  readonly captured_at: string | null
  readonly added_at: string
  readonly words: number
  readonly removals: number
  readonly sorted_at: string
}

export function summaryOf(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    opening: row.opening,
    ...(row.outlet !== null && { outlet: row.outlet }),
    ...(row.outlet_id !== null && { outletId: row.outlet_id }),
    ...(row.url !== null && { url: row.url }),
    ...(row.byline !== null && { byline: row.byline }),
    language: row.language,
    direction: row.direction,
    ...(row.published !== null && { published: row.published }),
    ...(row.published_grain !== null && { publishedGrain: row.published_grain }),
    ...(row.captured_at !== null && { capturedAt: instant(row.captured_at) }),
    addedAt: instant(row.added_at),
    words: row.words,
    removals: row.removals,
  }
}

/** Asked-for sizes are brought into bounds, not refused. */
export const clampLimit = (limit: number | undefined, most: number, usual = 20): number =>
  limit === undefined || !Number.isFinite(limit) ? usual : Math.min(most, Math.max(1, Math.floor(limit)))

export async function listArticles(database: Queryable, request: ListRequest): Promise<Listing<ArticleSummary>> {
  const limit = clampLimit(request.limit, 200)
  const conditions = new Conditions()
  await addFilters(database, conditions, filtersOf(request))
  const after = readCursor('articles', request.cursor)
  if (after !== undefined) {
    const [sorted = '', seq = 0] = after
    conditions.and(
      `(sorted_at, seq) < (${conditions.bind(String(sorted))}::timestamptz, ${conditions.bind(Number(seq))}::bigint)`,
    )
  }
  const rows = await database.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from articles where ${conditions.sql}
     order by articles.sorted_at desc, seq desc limit ${conditions.bind(limit + 1)}::bigint`,
    conditions.parameters,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(summaryOf),
    ...(rows.length > limit && last !== undefined && { next: writeCursor('articles', [last.sorted_at, last.seq]) }),
  }
}

export async function articlesOfUrl(database: Queryable, url: string): Promise<ArticleSummary[]> {
  const rows = await database.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from articles where url_hash = $1::bytea
     order by coalesce(captured_at, added_at) desc, seq desc limit 200`,
    [urlHash(url)],
  )
  return rows.map(summaryOf)
}

interface ArticleRow extends Record<string, unknown> {
  readonly seq: number
  readonly sha256: Uint8Array
  readonly added_at: string
  readonly page_kind: Page['kind']
  readonly encoding: string
  readonly encoding_from: Page['encodingFrom']
  readonly url: string | null
  readonly captured_at: string | null
  readonly given: GivenMetadata | null
}

const pageOf = (row: ArticleRow): Omit<Page, 'text'> => ({
  kind: row.page_kind,
  encoding: row.encoding,
  encodingFrom: row.encoding_from,
  ...(row.url !== null && { url: row.url }),
  ...(row.captured_at !== null && { capturedAt: instant(row.captured_at) }),
  ...(row.given !== null && { given: row.given }),
})

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

/** One article in its newest version, or in the one asked for. */
export async function readArticle(
  database: Queryable,
  id: ArticleId,
  version?: number,
): Promise<StoredArticle | undefined> {
  const [row] = await database.query<ArticleRow>(
    `select seq, sha256, added_at, page_kind, encoding, encoding_from, url, captured_at, given from captures where id = $1`,
    [id],
  )
  if (row === undefined) return undefined
  const versions = await database.query<{ version: number; analyser: string; read_at: string }>(
    'select version, analyser, read_at from article_versions where capture = $1::bigint order by version',
    [row.seq],
  )
  const documents = await database.query<{ version: number; document: Uint8Array }>(
    `select version, document from article_versions where capture = $1::bigint and ($2::integer is null or version = $2::integer)
     order by version desc limit 1`,
    [row.seq, version ?? null],
  )
  const corrections = await correctionLog(database, id)
  const document = documents[0]
  if (document === undefined) return undefined
  const article = unpackArticle(document.document)
  return {
    id,
    article: { ...article, metadata: corrected(article.metadata, latest(corrections)) },
    page: pageOf(row),
    version: document.version,
    versions: versions.map(({ version, analyser, read_at }) => ({ version, analyser, readAt: instant(read_at) })),
    sha256: hex(row.sha256),
    addedAt: instant(row.added_at),
    corrections,
  }
}

interface CaptureRow extends ArticleRow {
  readonly original_length: number
  readonly redacted: boolean
  readonly bytes: Uint8Array
  readonly page_text: Uint8Array | null
  readonly headers: Readonly<Record<string, string>>
}

export async function readCapture(database: Queryable, id: ArticleId): Promise<StoredCapture | undefined> {
  const [row] = await database.query<CaptureRow>('select * from captures where id = $1', [id])
  if (row === undefined) return undefined
  const bytes = inflate(row.bytes)
  const text =
    row.page_text === null
      ? new TextDecoder(row.redacted ? 'utf-8' : row.encoding).decode(bytes)
      : inflate(row.page_text).toString('utf16le')
  const page = pageOf(row)
  return {
    id,
    bytes,
    sha256: hex(row.sha256),
    originalLength: row.original_length,
    redacted: row.redacted,
    page: { ...page, text: { frame: 'page', value: text } },
    ...(page.url !== undefined && { url: page.url }),
    ...(page.capturedAt !== undefined && { capturedAt: page.capturedAt }),
    headers: row.headers,
  }
}

interface OutletRow extends Record<string, unknown> {
  readonly name: string
  readonly id: string | null
  readonly articles: number
  readonly first: string | null
  readonly last: string | null
}

/** Outlets by number of articles; spellings that fold alike count together, under the one that sorts last. */
export async function readOutlets(database: Queryable, language: string | undefined): Promise<OutletSummary[]> {
  const rows = await database.query<OutletRow>(
    `select max(outlet) as name, max(outlet_id) as id, count(*) as articles, min(published_on)::text as first, max(published_on)::text as last
     from articles where outlet_key is not null and ($1::text is null or language = $1::text)
     group by outlet_key order by articles desc, name`,
    [language ?? null],
  )
  return rows.map(({ name, id, articles, first, last }) => ({
    name,
    ...(id !== null && { id }),
    articles,
    ...(first !== null && { firstPublished: first }),
    ...(last !== null && { lastPublished: last }),
  }))
}
