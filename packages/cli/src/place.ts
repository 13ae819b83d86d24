import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Desk } from '@isnad/server'
import type { Store, StoreOptions } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type { Arguments, OptionSpec, Terminal } from './command.js'
import { version } from './version.js'

/** Where the articles are kept, and who answers for them: this process, or a server that has them open. */

export type Place = StoreOptions

export const DATA_OPTION: Readonly<Record<string, OptionSpec>> = {
  data: {
    type: 'string',
    short: 'd',
    value: 'FOLDER',
    help: 'Where articles are kept; else ISNAD_DATA, DATABASE_URL or ./data',
  },
}

/** `--data` first, then DATABASE_URL, then ISNAD_DATA, then ./data. */
export function placeOf(input: Arguments, { env, cwd }: Pick<Terminal, 'env' | 'cwd'>): Place {
  const folder = input.text('data')
  if (folder !== undefined) return { dataDir: resolve(cwd, folder) }
  if (env.DATABASE_URL) return { databaseUrl: env.DATABASE_URL }
  return { dataDir: resolve(cwd, env.ISNAD_DATA || 'data') }
}

/** How a place is named to the user; a password in an address stays hidden. */
export function placeName({ dataDir, databaseUrl }: Place): string {
  if (dataDir !== undefined) return dataDir
  if (databaseUrl === undefined || !URL.canParse(databaseUrl)) return 'DATABASE_URL'
  const address = new URL(databaseUrl)
  return `${address.hostname}${address.port === '' ? '' : `:${address.port}`}${address.pathname}`
}

/** Lies in the data folder while a server has it open, readable by its user alone: shows that a caller is the same user. */
export const ownerTokenFile = (dataDir: string): string => join(dataDir, 'server.token')

const ownerToken = (dataDir: string): Promise<string | undefined> =>
  readFile(ownerTokenFile(dataDir), 'utf8').then(
    (token) => token.trim(),
    () => undefined,
  )

export interface OpenDesk {
  readonly desk: Desk
  /** Address of the server that answers; undefined when this process has the store open. */
  readonly address: string | undefined
  /** Absent when a server answers. */
  readonly store?: Store
}

/** The data folder's names; undefined when it is not there. */
async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    const detail = code === 'ENOTDIR' ? 'it is a file, not a folder' : message
    throw new IsnadError(
      'STORE_UNREACHABLE',
      `${folder} cannot be opened: ${detail}; name another folder with --data`,
      { cause: error },
    )
  }
}

/** Makes a folder level by level: where the system answers in circles (/proc), Node's own recursion never ends. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  try {
    await mkdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new IsnadError('STORE_UNWRITABLE', `${folder} cannot be made: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Opens the place, or finds the server that has it open. `mustExist` refuses to make a new store: who searches in the
 * wrong folder should hear of it, not be given an empty one.
 */
export async function openDesk(
  place: Place,
  { env }: Pick<Terminal, 'env'>,
  { mustExist = false }: { readonly mustExist?: boolean } = {},
): Promise<OpenDesk> {
  const [{ openStore, storeOwner }, { localDesk, remoteDesk }, { reader }] = await Promise.all([
    import('@isnad/store'),
    import('@isnad/server'),
    import('./reader.js'),
  ])
  if (place.dataDir !== undefined) {
    const names = await namesIn(place.dataDir)
    const owner = await storeOwner(place.dataDir)
    if (owner?.address !== undefined) {
      const token = (await ownerToken(place.dataDir)) ?? env.ISNAD_TOKEN
      return { desk: remoteDesk({ address: owner.address, token }), address: owner.address }
    }
    if (owner !== undefined)
      throw new IsnadError(
        'STORE_LOCKED',
        `process ${owner.pid} on ${owner.host} has ${place.dataDir} open since ${owner.startedAt}; wait for it, or stop it`,
      )
    if (mustExist && (names === undefined || names.length === 0))
      throw new IsnadError(
        'NOT_FOUND',
        `no articles are kept in ${place.dataDir} yet; add some with \`isnad add\`, or name another folder with --data`,
      )
  }
  if (place.dataDir !== undefined) await makeFolder(place.dataDir)
  const store = await openStore(place)
  return {
    desk: localDesk(store, reader({ dataDir: place.dataDir }), { isnad: await version() }),
    address: undefined,
    store,
  }
}
