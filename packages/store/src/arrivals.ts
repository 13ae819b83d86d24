import { unpackArticle } from './article-document.js'
import { corrected } from './corrections.js'
import type { Queryable } from './database.js'
import { correctionsOf } from './log.js'
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from './reading.js'
import type { ArrivedArticle, ArticleId, ArticleSummary } from './records.js'

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

/** What a list shows of these articles, in any order; those that are gone are left out. */
export async function readSummaries(database: Queryable, ids: readonly ArticleId[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return []
  const rows = await database.query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from articles where seq in (select seq from captures where id = any($1::text[]))`,
    [ids],
  )
  return rows.map(summaryOf)
}
