import { createHash } from 'node:crypto'
import type { Parameter, Queryable } from '../engine/database.js'
import type { Checkpoint, Failure, Listing, NewFailure } from '../records.js'
import { readCursor, writeCursor } from './cursor.js'
import { instant, storable } from './stored-text.js'

/** What is told of a failure; a driver's message may hold a whole page. */
const DETAIL_LENGTH = 2000

export async function writeFailures(database: Queryable, failures: readonly NewFailure[]): Promise<void> {
  // One statement cannot touch a row twice: of several at one place the last counts.
  const byPlace = new Map(failures.map((failure) => [`${failure.position ?? 0} ${failure.source}`, failure]))
  for (const { source, position = 0, reason, detail } of byPlace.values()) {
    await database.query(
      `insert into failures (source, position, reason, detail) values ($1, $2, $3, $4)
       on conflict (md5(source), position) do update
       set reason = excluded.reason, detail = excluded.detail, attempts = failures.attempts + 1, last_at = now()`,
      [storable(source), position, storable(reason), storable(detail.slice(0, DETAIL_LENGTH))],
    )
  }
}

interface FailureRow extends Record<string, unknown> {
  readonly seq: number
  readonly source: string
  readonly position: number
  readonly reason: string
  readonly detail: string
  readonly attempts: number
  readonly first_at: string
  readonly last_at: string
}

export async function listFailures(
  database: Queryable,
  { limit = 50, cursor, source }: { readonly limit?: number; readonly cursor?: string; readonly source?: string },
): Promise<Listing<Failure>> {
  const after = readCursor('failures', cursor)
  const parameters: Parameter[] = [limit + 1, after?.[0] ?? null, source === undefined ? null : storable(source)]
  const rows = await database.query<FailureRow>(
    `select * from failures where ($2::bigint is null or seq < $2::bigint)
     and ($3::text is null or (md5(source) = md5($3::text) and source = $3::text)) order by seq desc limit $1::bigint`,
    parameters,
  )
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => ({
      id: String(row.seq),
      source: row.source,
      ...(row.position > 0 && { position: row.position }),
      reason: row.reason,
      detail: row.detail,
      attempts: row.attempts,
      firstAt: instant(row.first_at),
      lastAt: instant(row.last_at),
    })),
    ...(rows.length > limit && { next: writeCursor('failures', [page.at(-1)?.seq ?? 0]) }),
  }
}

export async function resolveFailures(
  database: Queryable,
  which: { readonly ids: readonly string[] } | { readonly source: string },
): Promise<number> {
  const rows =
    'ids' in which
      ? await database.query('delete from failures where seq = any($1::bigint[]) returning seq', [
          which.ids.filter((id) => /^\d{1,15}$/.test(id)),
        ])
      : await database.query('delete from failures where md5(source) = md5($1) and source = $1 returning seq', [
          storable(which.source),
        ])
  return rows.length
}

const digest = (source: string): string => createHash('sha256').update(source).digest('hex')

export async function writeCheckpoint(database: Queryable, checkpoint: Omit<Checkpoint, 'savedAt'>): Promise<void> {
  const { source, position, fingerprint, done } = checkpoint
  await database.query(
    `insert into checkpoints (source_digest, source, position, fingerprint, done) values ($1, $2, $3, $4, $5)
     on conflict (source_digest) do update
     set position = excluded.position, fingerprint = excluded.fingerprint, done = excluded.done, saved_at = now()`,
    [digest(source), storable(source), position, storable(fingerprint), done],
  )
}

interface CheckpointRow extends Record<string, unknown> {
  readonly source: string
  readonly position: number
  readonly fingerprint: string
  readonly done: boolean
  readonly saved_at: string
}

export async function readCheckpoints(database: Queryable, source?: string): Promise<Checkpoint[]> {
  const rows = await database.query<CheckpointRow>(
    `select * from checkpoints where ($1::text is null or source_digest = $1::text) order by saved_at desc, source`,
    [source === undefined ? null : digest(source)],
  )
  return rows.map(({ saved_at, source, position, fingerprint, done }) => ({
    source,
    position,
    fingerprint,
    done,
    savedAt: instant(saved_at),
  }))
}

export async function clearCheckpoint(database: Queryable, source: string): Promise<void> {
  await database.query('delete from checkpoints where source_digest = $1', [digest(source)])
}
