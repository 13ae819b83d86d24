import { statfs } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { IsnadError } from '@isnad/text'
import { type Database, type Parameter, type Queryable, type Row, SESSION_SETTINGS } from './database.js'
import { databaseError, storeFull } from './database-error.js'
import { Turnstile } from './turnstile.js'

/**
 * The engine runs without a checkpointer, so nothing bounds its log but our own `checkpoint` (see `settle`); 1 MB segments
 * and this ceiling keep an idle store's log at a few megabytes instead of the gigabyte of the defaults. New words are worked
 * into the index within `work_mem`: with its default of 4 MB in several passes, a third slower. They gather up to
 * `gin_pending_list_limit`: the more at once, the fewer pages of the index are touched, and the longer a search in mid-load
 * reads through what has gathered. 16 MB are the words of some 1,600 articles.
 */
const ENGINE_SETTINGS = [
  'max_wal_size=16MB',
  'min_wal_size=4MB',
  'checkpoint_timeout=1d',
  'maintenance_work_mem=64MB',
  'work_mem=32MB',
  'gin_pending_list_limit=16MB',
]
/** Parameters and rows handed over since the last checkpoint, in bytes, at which the log is written away. */
const CHECKPOINT_EVERY = 24 * 1024 * 1024
/** The engine stops for good when its log finds no room, so we stop before it does. */
const SPARE_BYTES = 24 * 1024 * 1024

interface Waiting {
  readonly resolve: (rows: Row[]) => void
  readonly reject: (error: Error) => void
}

interface Answer {
  readonly id: number
  readonly rows?: Row[]
  readonly error?: { readonly message: string; readonly code: string }
}

/** PGlite in a worker thread. One statement runs at a time; a transaction holds the engine until it ends. */
export class PgliteDatabase implements Database {
  readonly backend = 'pglite'
  readonly #worker: Worker
  readonly #turnstile = new Turnstile()
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #gone: Error | undefined
  #sinceCheckpoint = 0

  private constructor(
    readonly location: string,
    worker: Worker,
  ) {
    this.#worker = worker
    // What the engine prints is kept in its last words only; unread, the streams would fill up.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (answer.error === undefined) waiting?.resolve(answer.rows ?? [])
      else waiting?.reject(databaseError(answer.error, location))
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('the worker thread of the embedded database has ended')))
  }

  /** Opens the engine on a folder; `initdb` creates the cluster when the folder is empty (seconds). */
  static async open(folder: string, location: string, initdb?: readonly string[]): Promise<PgliteDatabase> {
    const session = Object.entries(SESSION_SETTINGS).map(([name, value]) => `${name}=${value}`)
    const worker = new Worker(new URL('./pglite-worker.js', import.meta.url), {
      workerData: { folder, settings: [...ENGINE_SETTINGS, ...session], initdb },
      stdout: true,
      stderr: true,
    })
    const database = new PgliteDatabase(location, worker)
    try {
      await new Promise<Row[]>((resolve, reject) => database.#waiting.set(0, { resolve, reject }))
    } catch (error) {
      await worker.terminate()
      throw error
    }
    return database
  }

  isBusy(): boolean {
    return this.#turnstile.isBusy
  }

  query<R extends Row = Row>(sql: string, parameters: readonly Parameter[] = []): Promise<R[]> {
    return this.#turnstile.pass('read', () => this.#send<R>({ sql, parameters }))
  }

  script(sql: string): Promise<void> {
    return this.#turnstile.pass('write', async () => {
      await this.#send({ sql, script: true })
    })
  }

  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T> {
    const inside: Queryable = {
      query: (sql, parameters = []) => this.#send({ sql, parameters }),
      script: async (sql) => {
        await this.#send({ sql, script: true })
      },
      copy: async (table, columns, rows) => {
        const sql = `copy ${table} (${columns.join(', ')}) from '/dev/blob' (format binary)`
        this.#sinceCheckpoint += rows.length
        await this.#send({ sql, rows }, [rows.buffer as ArrayBuffer])
      },
    }
    return this.#turnstile.pass('write', async () => {
      await this.#send({ sql: 'begin', script: true })
      try {
        const result = await work(inside)
        await this.#send({ sql: 'commit', script: true })
        return result
      } catch (error) {
        // The first error tells more than a failing rollback.
        await this.#send({ sql: 'rollback', script: true }).catch(() => undefined)
        throw error
      } finally {
        await this.#checkpointWhenDue()
      }
    })
  }

  async ensureRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.location)
    if (bavail * bsize < bytes + SPARE_BYTES) throw storeFull(this.location)
  }

  async settle(): Promise<void> {
    await this.#turnstile.pass('write', () => this.#checkpoint())
  }

  async close(): Promise<void> {
    if (this.#gone === undefined) {
      await this.#turnstile.pass('write', async () => {
        await this.#send({ sql: '', close: true })
        this.#gone = new IsnadError('STORE_UNREACHABLE', `the store in ${this.location} was closed`)
      })
    }
    await this.#worker.terminate()
  }

  async #checkpointWhenDue(): Promise<void> {
    if (this.#sinceCheckpoint >= CHECKPOINT_EVERY && this.#gone === undefined)
      await this.#checkpoint().catch(() => undefined)
  }

  async #checkpoint(): Promise<void> {
    await this.#send({ sql: 'checkpoint', script: true })
    this.#sinceCheckpoint = 0
  }

  #send<R extends Row = Row>(
    request: {
      readonly sql: string
      readonly parameters?: readonly Parameter[]
      readonly rows?: Uint8Array
      readonly script?: true
      readonly close?: true
    },
    handedOver: readonly ArrayBuffer[] = [],
  ): Promise<R[]> {
    if (this.#gone !== undefined) return Promise.reject(this.#gone)
    this.#sinceCheckpoint += sizeOf(request.parameters ?? [])
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (rows: Row[]) => void, reject })
      this.#worker.postMessage({ id, ...request }, handedOver)
    })
  }

  #fail(error: Error): void {
    this.#gone ??= databaseError(error, this.location)
    for (const { reject } of this.#waiting.values()) reject(this.#gone)
    this.#waiting.clear()
  }
}

const sizeOf = (parameters: readonly Parameter[]): number =>
  parameters.reduce<number>((sum, p) => sum + (typeof p === 'string' || p instanceof Uint8Array ? p.length : 8), 0)
