import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { IsnadError } from '@isnad/text'
import type { StoreOwner } from '../store.js'
import { bootId, processStart } from './process-identity.js'

const LOCK_FILE = 'isnad.lock'

/** What the lock file holds. `nonce` tells this hold from every other one. */
interface Holder extends StoreOwner {
  readonly nonce: string
  readonly boot: string
  readonly processStart: string
}

/** Our hold on a data folder, until `release`. */
export interface FolderLock {
  announce(address: string): void
  release(): void
}

/**
 * Takes the lock of a data folder or throws `STORE_LOCKED`.
 *
 * Two processes on one embedded database lose rows without an error, so the lock must hold against `kill -9` (a dead
 * holder's lock may be taken over) and against two starters that find the same dead holder. A lock file appears by `link`,
 * which is atomic and carries its content. To follow a dead holder one must first win the file named after that holder's
 * nonce, check that the dead holder's lock is still in place, and rename the won file over it. Only the winner renames; who
 * wins the file after the rename finds another holder in place and gives way. A winner that died is followed in the same way.
 */
export function lockFolder(dataDir: string): FolderLock {
  const path = join(dataDir, LOCK_FILE)
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    nonce: randomBytes(8).toString('hex'),
    boot: bootId(),
    processStart: processStart(process.pid) ?? '',
  }
  try {
    take(path, mine)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof IsnadError) throw error
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new IsnadError('STORE_FULL', `the disk under ${dataDir} is full; free some space and try again`)
    }
    throw new IsnadError(
      'STORE_UNWRITABLE',
      `${dataDir} cannot be written (${code ?? message}); give this user the right to write there, or choose another folder`,
      { cause: error },
    )
  }
  const isMine = (): boolean => readHolder(path)?.nonce === mine.nonce
  return {
    announce: (address) => {
      if (!isMine()) return
      const draft = `${path}.${mine.nonce}.draft`
      writeFileSync(draft, JSON.stringify({ ...mine, address }))
      renameSync(draft, path)
    },
    release: () => {
      if (isMine()) unlinkSync(path)
    },
  }
}

/** The living holder of a data folder, if there is one. */
export function folderOwner(dataDir: string): StoreOwner | undefined {
  const holder = readHolder(join(dataDir, LOCK_FILE))
  if (holder === undefined || isDead(holder)) return undefined
  const { pid, host, startedAt, address } = holder
  return { pid, host, startedAt, ...(address !== undefined && { address }) }
}

function take(path: string, mine: Holder): void {
  for (;;) {
    if (create(path, mine)) return
    const holder = readHolder(path)
    if (holder === undefined) continue // let go in this very moment
    if (!isDead(holder)) throw locked(path, holder)
    const succession = `${path}.${holder.nonce}`
    take(succession, mine)
    if (readHolder(path)?.nonce === holder.nonce) {
      renameSync(succession, path)
      return
    }
    unlinkSync(succession) // somebody has followed the dead holder before us
  }
}

/** Puts a file in place with its whole content, unless there is one. */
function create(path: string, content: Holder): boolean {
  const draft = `${path}.${content.nonce}.draft`
  writeFileSync(draft, JSON.stringify(content))
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    return createWithoutLinks(path, content)
  } finally {
    unlinkSync(draft)
  }
}

/** For file systems that know no hard links: a reader in the same instant may see an empty file and waits (`readHolder`). */
function createWithoutLinks(path: string, content: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(content), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Undefined when there is no lock. A file that stays unreadable counts as held: nobody can tell that its holder is dead. */
function readHolder(path: string): Holder | undefined {
  for (let attempt = 0; ; attempt++) {
    let content: string
    try {
      content = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    try {
      return JSON.parse(content) as Holder
    } catch {
      if (attempt < 20) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      else
        throw new IsnadError(
          'STORE_LOCKED',
          `${path} cannot be read as a lock; if no Isnad is running, delete that file`,
        )
    }
  }
}

/** Dead for certain: on this host, and either of an earlier boot, or its process is gone or is another one by now. */
function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false
  const boot = bootId()
  if (boot !== '' && holder.boot !== '' && boot !== holder.boot) return true
  const start = processStart(holder.pid)
  return start === undefined || (start !== '' && holder.processStart !== '' && start !== holder.processStart)
}

function locked(path: string, holder: Holder): IsnadError {
  const who = `process ${holder.pid} on ${holder.host}, since ${holder.startedAt}`
  const repair =
    holder.host === hostname()
      ? holder.address === undefined
        ? 'wait for it or end it'
        : `use the server at ${holder.address}, or end that process`
      : `if that machine or container is gone for good, delete ${path}`
  return new IsnadError('STORE_LOCKED', `the store is in use by ${who}; ${repair}`)
}
