import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { IsnadError } from '@isnad/text'
import type { Database } from './engine/database.js'
import { databaseError } from './engine/database-error.js'
import { type FolderLock, folderOwner, lockFolder } from './engine/folder-lock.js'
import { migrate } from './engine/migrate.js'
import { PgliteDatabase } from './engine/pglite-database.js'
import { PostgresDatabase } from './engine/postgres-database.js'
import { unpackTemplate } from './engine/unpack-template.js'
import { RecordStore } from './record-store.js'
import type { Store, StoreOptions, StoreOwner } from './store.js'

/**
 * Opens the store, creating or migrating it first. Throws `STORE_LOCKED` when another process owns the folder,
 * `STORE_TOO_NEW` when a newer Isnad wrote it, `STORE_UNWRITABLE`, `STORE_FULL`, `STORE_UNREACHABLE`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { database, lock } = await openDatabase(options)
  try {
    return new RecordStore(database, await migrate(database), lock)
  } catch (error) {
    await database.close()
    lock?.release()
    throw error
  }
}

/** The database alone, locked where that is ours to do, in whatever schema it is. */
export async function openDatabase(
  options: StoreOptions,
): Promise<{ readonly database: Database; readonly lock: FolderLock | undefined }> {
  if (options.databaseUrl !== undefined) {
    return { database: await PostgresDatabase.open(options.databaseUrl), lock: undefined }
  }
  const dataDir = resolve(options.dataDir)
  makeFolder(dataDir)
  const lock = lockFolder(dataDir)
  try {
    return { database: await openEmbedded(dataDir), lock }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The living owner of a data folder, with the address of its server when it runs one; undefined when nobody has it open. */
export async function storeOwner(dataDir: string): Promise<StoreOwner | undefined> {
  return folderOwner(resolve(dataDir))
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw databaseError(error, dataDir)
    throw new IsnadError(
      'STORE_UNWRITABLE',
      `${dataDir} cannot be made (${code}); give this user the right to write there, or choose another folder`,
      { cause: error },
    )
  }
}

async function openEmbedded(dataDir: string): Promise<PgliteDatabase> {
  const cluster = join(dataDir, 'postgres')
  if (!existsSync(cluster)) await createCluster(cluster, dataDir)
  return PgliteDatabase.open(cluster, dataDir)
}

/** Made aside and renamed: a cluster that stands in its place is whole. */
async function createCluster(cluster: string, dataDir: string): Promise<void> {
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  const template = readTemplate()
  try {
    if (template === undefined)
      await (await PgliteDatabase.open(draft, dataDir, ['--wal-segsize=1', '--no-sync'])).close()
    else unpackTemplate(brotliDecompressSync(template), draft)
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw databaseError(error, dataDir)
  }
}

/** The shipped cluster for the installed version of the engine; with another version it makes its own, which takes seconds. */
function readTemplate(): Uint8Array | undefined {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const file = new URL(`../data/pglite-${version}.tar.br`, import.meta.url)
  return existsSync(file) ? readFileSync(file) : undefined
}
