import { IsnadError } from '@isnad/text'
import pg from 'pg'
import { type Database, type Parameter, type Queryable, type Row, SESSION_SETTINGS } from './database.js'
import { databaseError } from './database-error.js'

const INT8 = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184

const asIs = (text: string): string => text
const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [DATE, asIs],
  [TIMESTAMP, asIs],
  [TIMESTAMPTZ, asIs],
])

/** A PostgreSQL server (15 or later), through a pool of connections. */
export class PostgresDatabase implements Database {
  readonly backend = 'postgres'
  readonly #pool: pg.Pool

  private constructor(
    readonly location: string,
    pool: pg.Pool,
  ) {
    this.#pool = pool
    // An idle connection that the server drops is replaced at the next query; unheard, the event would end the process.
    pool.on('error', () => undefined)
  }

  /** Connects; throws `STORE_UNREACHABLE` when the server does not answer within ten seconds. */
  static async open(databaseUrl: string): Promise<PostgresDatabase> {
    const location = withoutCredentials(databaseUrl)
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 6,
      connectionTimeoutMillis: 10_000,
      application_name: 'isnad',
      options: Object.entries(SESSION_SETTINGS)
        .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '')}`)
        .join(' '),
      types: {
        getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
          (format !== 'binary' && PARSERS.get(oid)) ||
          pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
      },
    })
    const database = new PostgresDatabase(location, pool)
    try {
      await database.query('select 1')
    } catch (error) {
      await pool.end()
      throw error
    }
    return database
  }

  isBusy(): boolean {
    return false
  }

  async query<R extends Row = Row>(sql: string, parameters: readonly Parameter[] = []): Promise<R[]> {
    return this.#ask<R>(this.#pool, sql, parameters)
  }

  async script(sql: string): Promise<void> {
    await this.#ask(this.#pool, sql)
  }

  async transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T> {
    this.#mustBeOpen()
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw databaseError(error, this.location)
    })
    const inside: Queryable = {
      query: (sql, parameters = []) => this.#ask(client, sql, parameters),
      script: async (sql) => {
        await this.#ask(client, sql)
      },
    }
    try {
      await inside.script('begin')
      const result = await work(inside)
      await inside.script('commit')
      client.release()
      return result
    } catch (error) {
      // A connection that cannot even roll back is thrown away.
      const lost = await inside.script('rollback').then(
        () => false,
        () => true,
      )
      client.release(lost)
      throw error
    }
  }

  async ensureRoom(): Promise<void> {}

  async settle(): Promise<void> {}

  async close(): Promise<void> {
    if (this.#pool.ending) return
    await this.#pool.end()
  }

  #mustBeOpen(): void {
    if (this.#pool.ending) throw new IsnadError('STORE_UNREACHABLE', `the store at ${this.location} was closed`)
  }

  async #ask<R extends Row>(on: pg.Pool | pg.PoolClient, sql: string, parameters?: readonly Parameter[]): Promise<R[]> {
    this.#mustBeOpen()
    try {
      const result = await on.query(sql, parameters as unknown[] | undefined)
      return result.rows as R[]
    } catch (error) {
      throw databaseError(error, this.location)
    }
  }
}

function withoutCredentials(databaseUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl)
    return `${hostname || 'localhost'}:${port || '5432'}${decodeURIComponent(pathname)}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}
