import { IsnadError } from '@isnad/text'
import { MIGRATIONS } from '../migrations/index.js'
import type { Database } from './database.js'

/** Any constant will do, as long as nobody else on the server uses it: "isnad" in ASCII. */
const ADVISORY_LOCK = 0x69736e6164

/**
 * Brings the schema up to date, each migration in a transaction of its own, and answers its number. Several starters on one
 * server take turns. Throws `STORE_TOO_NEW` when a newer Isnad has been here.
 */
export async function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): Promise<number> {
  for (;;) {
    const done = await database.transaction(async (transaction) => {
      await transaction.query('select pg_advisory_xact_lock($1::bigint)', [ADVISORY_LOCK])
      await transaction.script(
        'create table if not exists isnad_schema (version integer primary key, applied_at timestamptz not null default now())',
      )
      const [row] = await transaction.query<{ version: number }>(
        'select coalesce(max(version), 0) as version from isnad_schema',
      )
      const version = row?.version ?? 0
      if (version > migrations.length) {
        throw new IsnadError(
          'STORE_TOO_NEW',
          `${database.location} has schema ${version}, this Isnad knows ${migrations.length}; use the newer Isnad that wrote it`,
        )
      }
      const next = migrations[version]
      if (next === undefined) return true
      await transaction.script(next)
      await transaction.query('insert into isnad_schema (version) values ($1)', [version + 1])
      return false
    })
    if (done) return migrations.length
  }
}
