import { readCursor, writeCursor } from '../articles/cursor.js'
import { instant, storable } from '../articles/stored-text.js'
import type { Database, Queryable } from '../engine/database.js'
import type { ArticleId, CorrectableField, Correction, Listing, LogEntry } from '../records.js'
import { type Corrections, publicationTime } from './corrections.js'
import { blankJudgedNames } from './judgements.js'

interface LogRow extends Record<string, unknown> {
  readonly seq: number
  readonly at: string
  readonly action: LogEntry['action']
  readonly article: string
  readonly by: string
  readonly reason: string
  readonly field: CorrectableField | null
  readonly before: string | null
  readonly after: string | null
}

const entryOf = (row: LogRow): LogEntry => ({
  at: instant(row.at),
  action: row.action,
  article: row.article,
  by: row.by,
  reason: row.reason,
  ...(row.field !== null && { field: row.field }),
  ...(row.before !== null && { from: row.before }),
  ...(row.after !== null && { to: row.after }),
})

export async function readLog(
  database: Queryable,
  { limit = 50, cursor }: { readonly limit?: number; readonly cursor?: string },
): Promise<Listing<LogEntry>> {
  const after = readCursor('log', cursor)
  const rows = await database.query<LogRow>(
    'select * from log where ($2::bigint is null or seq < $2::bigint) order by seq desc limit $1::bigint',
    [limit + 1, after?.[0] ?? null],
  )
  const page = rows.slice(0, limit)
  return {
    items: page.map(entryOf),
    ...(rows.length > limit && { next: writeCursor('log', [page.at(-1)?.seq ?? 0]) }),
  }
}

/** What was corrected in one article, oldest first. */
export async function correctionLog(database: Queryable, id: ArticleId): Promise<LogEntry[]> {
  const rows = await database.query<LogRow>(
    `select * from log where article = $1 and action = 'corrected' order by seq`,
    [id],
  )
  return rows.map(entryOf)
}

/** The values that stand: of several corrections of one field the latest. */
export const latest = (entries: readonly LogEntry[]): Corrections =>
  new Map(entries.flatMap(({ field, to }) => (field === undefined || to === undefined ? [] : [[field, to]])))

export async function correctionsOf(
  database: Queryable,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, Corrections>> {
  const rows = await database.query<LogRow>(
    `select * from log where article = any($1::text[]) and action = 'corrected' order by seq`,
    [ids],
  )
  const byArticle = new Map<ArticleId, LogEntry[]>()
  for (const row of rows) byArticle.set(row.article, [...(byArticle.get(row.article) ?? []), entryOf(row)])
  return new Map([...byArticle].map(([id, entries]) => [id, latest(entries)]))
}

/** Takes an article out for good; see `Store.remove`. */
export async function removeArticle(
  database: Database,
  id: ArticleId,
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    // Versions and list rows go with the capture.
    const gone = await transaction.query('delete from captures where id = $1 returning id', [id])
    if (gone.length === 0) return false
    await transaction.query('insert into removed (id) values ($1) on conflict do nothing', [id])
    // Values that were corrected in may be what had to go.
    await transaction.query(`update log set before = null, after = null where article = $1 and action = 'corrected'`, [
      id,
    ])
    await blankJudgedNames(transaction, id)
    await transaction.query(`insert into log (action, article, by, reason) values ('removed', $1, $2, $3)`, [
      id,
      storable(by),
      storable(reason),
    ])
    return true
  })
}

/** Notes a correction. Throws `INPUT_INVALID` when the value is no time of publication but should be. */
export async function noteCorrection(
  transaction: Queryable,
  id: ArticleId,
  { field, value, reason, by }: Correction,
  before: string | undefined,
): Promise<void> {
  if (field === 'published') publicationTime(value)
  await transaction.query(
    `insert into log (action, article, by, reason, field, before, after) values ('corrected', $1, $2, $3, $4, $5, $6)`,
    [id, storable(by), storable(reason), field, before === undefined ? null : storable(before), storable(value)],
  )
}
