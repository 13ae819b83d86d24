import type { AnnotatedArticle } from '../annotations/annotation-records.js'
import type { Queryable } from '../engine/database.js'
import { corrected } from '../judgements/corrections.js'
import { correctionsOf } from '../judgements/log.js'
import type { ArrivedArticle, ArticleId, ArticleSummary } from '../records.js'
import { unpackArticle } from './article-document.js'
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from './reading.js'
import { inflate } from './stored-text.js'

interface ArrivalRow extends Record<string, unknown> {
  readonly seq: number
  readonly id: string
  readonly outlet_id: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly document: Uint8Array
}

/** Articles in the order in which they came, those after a place; the newest version of each. */
export async function readArrivals(database: Queryable, after: number, limit: number): Promise<ArrivedArticle[]> {
  const rows = await database.query<ArrivalRow>(
    `select a.seq, a.id, a.outlet_id, a.outlet, a.url, v.document from articles a
     join article_versions v on v.capture = a.seq and v.version = a.version
     where a.seq > $1::bigint order by a.seq limit $2::bigint`,
    [after, limit],
  )
  return arrivedOf(database, rows)
}

async function arrivedOf(database: Queryable, rows: readonly ArrivalRow[]): Promise<ArrivedArticle[]> {
  const corrections = await correctionsOf(
    database,
    rows.map(({ id }) => id),
  )
  return rows.map(({ seq, id, outlet_id, outlet, url, document }) => {
    const article = unpackArticle(document)
    const by = corrections.get(id)
    return {
      place: seq,
      id,
      article: by === undefined ? article : { ...article, metadata: corrected(article.metadata, by) },
      ...(outlet_id !== null && { outletId: outlet_id }),
      ...(outlet !== null && { outlet }),
      ...(url !== null && { url }),
    }
  })
}

interface AnnotatedRow extends ArrivalRow {
  readonly found: Uint8Array
}

const ANNOTATED = `select n.turn as seq, a.id, a.outlet_id, a.outlet, a.url, v.document, n.document as found
     from annotations n join articles a on a.seq = n.capture
     join article_versions v on v.capture = n.capture and v.version = n.version`

async function annotatedOf(database: Queryable, rows: readonly AnnotatedRow[]): Promise<AnnotatedArticle[]> {
  const arrived = await arrivedOf(database, rows)
  return arrived.map((article, i) => ({
    ...article,
    document: inflate(rows[i]?.found ?? new Uint8Array()).toString('utf8'),
  }))
}

/** Articles in the order in which they were annotated, those after a place. */
export async function readAnnotated(database: Queryable, after: number, limit: number): Promise<AnnotatedArticle[]> {
  const rows = await database.query<AnnotatedRow>(
    `${ANNOTATED} where n.turn > $1::bigint order by n.turn limit $2::bigint`,
    [after, limit],
  )
  return annotatedOf(database, rows)
}

/** These articles with what was found in them; those that are gone or still wait are left out. */
export async function readAnnotatedArticles(
  database: Queryable,
  ids: readonly ArticleId[],
): Promise<AnnotatedArticle[]> {
  if (ids.length === 0) return []
  const rows = await database.query<AnnotatedRow>(
    `${ANNOTATED} where n.capture in (select seq from captures where id = any($1::text[]))`,
    [ids],
  )
  return annotatedOf(database, rows)
}

/** What a list shows of these articles, in any order; those that are gone are left out. */
export async function readSummaries(database: Queryable, ids: readonly ArticleId[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const rows = await database.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from articles where seq in (select seq from captures where id = any($1::text[]))`,
    [ids],
  )
  return rows.map(summaryOf)
}
