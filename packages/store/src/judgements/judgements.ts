import { IsnadError } from '@isnad/text'
import { readCursor, writeCursor } from '../articles/cursor.js'
import { instant, storable } from '../articles/stored-text.js'
import type { Database, Queryable } from '../engine/database.js'
import type { ArticleId, Listing } from '../records.js'

/** Something that an article names, by the name it has there. */
export interface JudgedThing {
  readonly article: ArticleId
  readonly name: string
}

export type JudgedVerdict = 'same' | 'different' | 'unsure'

/** What somebody says of two things. */
export interface NewJudgement {
  readonly a: JudgedThing
  readonly b: JudgedThing
  readonly verdict: JudgedVerdict
  readonly by: string
  readonly reason: string
}

/** A judgement as it was made, with word of who took it back. */
export interface Judgement extends NewJudgement {
  readonly id: string
  readonly at: string
  readonly undone?: { readonly at: string; readonly by: string; readonly reason: string }
}

interface JudgementRow extends Record<string, unknown> {
  readonly seq: number
  readonly at: string
  readonly verdict: JudgedVerdict
  readonly a_article: string
  readonly a_name: string
  readonly b_article: string
  readonly b_name: string
  readonly by: string
  readonly reason: string
  readonly undone_at: string | null
  readonly undone_by: string | null
  readonly undone_reason: string | null
}

const COLUMNS = `j.seq, j.at, j.verdict, j.a_article, j.a_name, j.b_article, j.b_name, j.by, j.reason,
  u.at as undone_at, u.by as undone_by, u.reason as undone_reason`
const FROM = `judgements j left join judgements u on u.undoes = j.seq where j.verdict <> 'undone'`

const judgementOf = (row: JudgementRow): Judgement => ({
  id: String(row.seq),
  at: instant(row.at),
  a: { article: row.a_article, name: row.a_name },
  b: { article: row.b_article, name: row.b_name },
  verdict: row.verdict,
  by: row.by,
  reason: row.reason,
  ...(row.undone_at !== null && {
    undone: { at: instant(row.undone_at), by: row.undone_by ?? '', reason: row.undone_reason ?? '' },
  }),
})

const read = async (database: Queryable, seq: number): Promise<Judgement | undefined> => {
  const [row] = await database.query<JudgementRow>(`select ${COLUMNS} from ${FROM} and j.seq = $1::bigint`, [seq])
  return row === undefined ? undefined : judgementOf(row)
}

/** Keeps a judgement. Throws `NOT_FOUND` when one of the articles is not there. */
export async function writeJudgement(
  database: Database,
  { a, b, verdict, by, reason }: NewJudgement,
): Promise<Judgement> {
  return database.transaction(async (transaction) => {
    const known = await transaction.query<{ id: string }>('select id from captures where id = any($1::text[])', [
      [a.article, b.article],
    ])
    const missing = [a.article, b.article].find((id) => !known.some((row) => row.id === id))
    if (missing !== undefined) throw new IsnadError('NOT_FOUND', `no article has the id ${missing}`)
    const [row] = await transaction.query<{ seq: number }>(
      `insert into judgements (verdict, a_article, a_name, b_article, b_name, by, reason)
       values ($1, $2, $3, $4, $5, $6, $7) returning seq`,
      [verdict, a.article, storable(a.name), b.article, storable(b.name), storable(by), storable(reason)],
    )
    const written = await read(transaction, row?.seq ?? 0)
    if (written === undefined) throw new IsnadError('INTERNAL', 'a judgement that was just written is not there')
    return written
  })
}

/** Takes a judgement back; the act stands in the log like any other. Undefined when there is none, or it was taken back before. */
export async function undoJudgement(
  database: Database,
  id: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Judgement | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined
  return database.transaction(async (transaction) => {
    const rows = await transaction.query(
      `insert into judgements (verdict, a_article, a_name, b_article, b_name, by, reason, undoes)
       select 'undone', a_article, a_name, b_article, b_name, $2, $3, seq from judgements
       where seq = $1::bigint and verdict <> 'undone'
       on conflict (undoes) do nothing returning seq`,
      [Number(id), storable(by), storable(reason)],
    )
    return rows.length === 0 ? undefined : read(transaction, Number(id))
  })
}

/** Judgements, newest first, those taken back among them. */
export async function listJudgements(
  database: Queryable,
  { limit = 50, cursor }: { readonly limit?: number; readonly cursor?: string },
): Promise<Listing<Judgement>> {
  const after = readCursor('judgements', cursor)
  const rows = await database.query<JudgementRow>(
    `select ${COLUMNS} from ${FROM} and ($2::bigint is null or j.seq < $2::bigint) order by j.seq desc limit $1::bigint`,
    [limit + 1, after?.[0] ?? null],
  )
  const page = rows.slice(0, limit)
  return {
    items: page.map(judgementOf),
    ...(rows.length > limit && { next: writeCursor('judgements', [page.at(-1)?.seq ?? 0]) }),
  }
}

/** Every judgement that stands, oldest first. */
export async function standingJudgements(database: Queryable): Promise<Judgement[]> {
  const rows = await database.query<JudgementRow>(`select ${COLUMNS} from ${FROM} and u.seq is null order by j.seq`)
  return rows.map(judgementOf)
}

/** Blanks the names that a removed article gave: they may be what had to go. */
export async function blankJudgedNames(transaction: Queryable, article: ArticleId): Promise<void> {
  await transaction.query(`update judgements set a_name = '' where a_article = $1`, [article])
  await transaction.query(`update judgements set b_name = '' where b_article = $1`, [article])
}
