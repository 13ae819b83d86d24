import type { Database } from '../engine/database.js'
import type { StoreStatus } from '../records.js'
import { instant } from './stored-text.js'

interface Counts extends Record<string, unknown> {
  readonly engine: string
  readonly articles: number
  readonly versions: number
  readonly outlets: number
  readonly failures: number
  readonly removed: number
  readonly waiting: number
  readonly total: number
  readonly captures: number
  readonly index: number
  readonly first: string | null
  readonly last: string | null
  readonly added: string | null
}

const COUNTS = `
  select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) as engine,
    (select count(*) from articles) as articles,
    (select count(*) from article_versions) as versions,
    (select count(distinct outlet_key) from articles) as outlets,
    (select count(*) from failures) as failures,
    (select count(*) from removed) as removed,
    (select count(*) from waiting) as waiting,
    pg_database_size(current_database()) as total,
    pg_total_relation_size('captures') as captures,
    pg_indexes_size('articles') as index,
    (select min(published_on)::text from articles) as first,
    (select max(published_on)::text from articles) as last,
    (select max(added_at) from captures) as added`

export async function readStatus(database: Database, schema: number): Promise<StoreStatus> {
  const [[counts], analysers, wal] = await Promise.all([
    database.query<Counts>(COUNTS),
    database.query<{ analyser: string; versions: number }>(
      'select analyser, count(*) as versions from article_versions group by analyser order by max(read_at) desc',
    ),
    walBytes(database),
  ])
  if (counts === undefined) throw new Error('the database gave no row for its own counts')
  return {
    backend: database.backend,
    engine: counts.engine,
    location: database.location,
    schema,
    articles: counts.articles,
    versions: counts.versions,
    outlets: counts.outlets,
    failures: counts.failures,
    removed: counts.removed,
    waiting: counts.waiting,
    bytes: { total: counts.total, captures: counts.captures, index: counts.index, ...(wal !== undefined && { wal }) },
    ...(counts.first !== null && { firstPublished: counts.first }),
    ...(counts.last !== null && { lastPublished: counts.last }),
    ...(counts.added !== null && { lastAdded: instant(counts.added) }),
    analysers: analysers.map(({ analyser, versions }) => ({ analyser, versions })),
  }
}

/** Size of the write-ahead log; a server tells it only to privileged users. */
async function walBytes(database: Database): Promise<number | undefined> {
  try {
    const [row] = await database.query<{ bytes: number }>(
      'select coalesce(sum(size), 0)::bigint as bytes from pg_ls_waldir()',
    )
    return row?.bytes
  } catch {
    return undefined
  }
}
