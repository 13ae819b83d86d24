import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { IsnadError } from '@isnad/text'

/** Where sealed segments lie. They are written once, read in pieces and never changed. */
export interface SegmentStorage {
  /** Names of the segments, in the order in which they were written. */
  names(): readonly string[]
  write(name: string, bytes: Uint8Array): void
  size(name: string): number
  /** A copy of the bytes from `offset` on. */
  read(name: string, offset: number, length: number): Uint8Array
}

/** Segments in memory: for tests, and where a corpus is small. */
export class MemorySegments implements SegmentStorage {
  readonly #segments = new Map<string, Uint8Array>()

  names(): readonly string[] {
    return [...this.#segments.keys()].sort()
  }

  write(name: string, bytes: Uint8Array): void {
    this.#segments.set(name, bytes)
  }

  size(name: string): number {
    return this.#bytes(name).length
  }

  read(name: string, offset: number, length: number): Uint8Array {
    return this.#bytes(name).slice(offset, offset + length)
  }

  #bytes(name: string): Uint8Array {
    const bytes = this.#segments.get(name)
    if (bytes === undefined) throw new IsnadError('INPUT_UNREADABLE', `there is no segment ${name}`)
    return bytes
  }
}

const SUFFIX = '.lineage'

/**
 * Segments as files of a folder, so that what is known of millions of texts need not lie in memory. One process at a time may
 * write. A segment appears whole or not at all.
 */
export class FolderSegments implements SegmentStorage {
  readonly #folder: string
  readonly #open = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  names(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length))
      .sort()
  }

  write(name: string, bytes: Uint8Array): void {
    const path = this.#path(name)
    writeFileSync(`${path}.partial`, bytes)
    renameSync(`${path}.partial`, path)
  }

  size(name: string): number {
    return fstatSync(this.#handle(name)).size
  }

  read(name: string, offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    const got = readSync(this.#handle(name), bytes, 0, length, offset)
    if (got < length) throw new IsnadError('INPUT_UNREADABLE', `${this.#path(name)} ends at byte ${offset + got}`)
    return bytes
  }

  /** Closes the files. A later read opens them again. */
  close(): void {
    for (const handle of this.#open.values()) closeSync(handle)
    this.#open.clear()
  }

  #path(name: string): string {
    return join(this.#folder, `${name}${SUFFIX}`)
  }

  #handle(name: string): number {
    const known = this.#open.get(name)
    if (known !== undefined) return known
    const path = this.#path(name)
    if (!existsSync(path)) throw new IsnadError('INPUT_UNREADABLE', `there is no segment ${path}`)
    const handle = openSync(path, 'r')
    this.#open.set(name, handle)
    return handle
  }
}
