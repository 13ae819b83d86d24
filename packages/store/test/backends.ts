import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../src/engine/database.js'
import { migrate } from '../src/engine/migrate.js'
import type { Store, StoreOptions } from '../src/index.js'
import { openDatabase } from '../src/open-store.js'
import { RecordStore } from '../src/record-store.js'

/** A store of one backend, to be thrown away. */
export interface TestStore {
  readonly store: Store
  readonly database: Database
  readonly options: StoreOptions
  /** Takes out everything that was put in; quicker than a new store. */
  empty(): Promise<void>
  discard(): Promise<void>
}

export interface Backend {
  readonly name: string
  /** Why it cannot be tested here; undefined when it can. */
  readonly missing: string | undefined
  create(): Promise<TestStore>
}

async function testStore(options: StoreOptions, clean: () => Promise<void>): Promise<TestStore> {
  const { database, lock } = await openDatabase(options)
  const store = new RecordStore(database, await migrate(database), lock)
  return {
    store,
    database,
    options,
    empty: () =>
      database.script('truncate captures, log, removed, failures, checkpoints, judgements restart identity cascade'),
    discard: async () => {
      await store.close()
      await clean()
    },
  }
}

const embedded: Backend = {
  name: 'PGlite',
  missing: undefined,
  create: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'isnad-store-'))
    return testStore({ dataDir }, async () => rmSync(dataDir, { recursive: true, force: true }))
  },
}

const serverUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL

const served: Backend = {
  name: 'PostgreSQL',
  missing:
    serverUrl === undefined
      ? 'no TEST_DATABASE_URL: `export TEST_DATABASE_URL=$(scripts/postgres.sh start)` starts a throwaway server'
      : undefined,
  create: async () => {
    const name = `isnad_test_${randomBytes(6).toString('hex')}`
    await administer(`create database ${name} template template0 encoding 'UTF8'`)
    const url = new URL(serverUrl ?? '')
    url.pathname = `/${name}`
    return testStore({ databaseUrl: url.href }, () => administer(`drop database ${name} with (force)`))
  },
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

export const backends: readonly Backend[] = [embedded, served]
