import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { ArrayFile, Arrays } from '../prepared/array-file.js'

/** Distributional classes: a word form has a path in a binary tree; prefixes of paths are coarser classes. */
export interface WordClasses {
  /** The path of a form by the hash of its key: its bits with a leading 1, or 0 when the form was too rare to be placed. */
  pathOf(hash: number): number
  /**
   * How often a tagger found the form in names while reading the news: two bits each for PERS, LOC, ORG and MISC from the
   * lowest, 0 below 3 %, 1 below 25 %, 2 below 65 %, 3 above; bit 8 set where the form was met often enough to tell.
   */
  ratesOf(hash: number): number
}

export interface FormFacts {
  readonly path: number
  readonly rates: number
}

const MAGIC = 0x32435749 // "IWC2"

/** Hashes in rising order as gaps in four streams of bytes, then paths in two and rates in two; compressed. */
export function packClasses(facts: ReadonlyMap<number, FormFacts>): Uint8Array {
  const hashes = Uint32Array.from(facts.keys()).sort()
  const count = hashes.length
  const bytes = new Uint8Array(8 + count * 8)
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, count])
  let before = 0
  for (const [i, hash] of hashes.entries()) {
    const gap = hash - before
    before = hash
    const { path = 0, rates = 0 } = facts.get(hash) ?? {}
    for (let b = 0; b < 4; b++) bytes[8 + b * count + i] = (gap >>> (8 * b)) & 255
    bytes[8 + 4 * count + i] = path & 255
    bytes[8 + 5 * count + i] = path >>> 8
    bytes[8 + 6 * count + i] = rates & 255
    bytes[8 + 7 * count + i] = rates >>> 8
  }
  return brotliCompressSync(bytes)
}

export const unpackClasses = (packed: Uint8Array): WordClasses => classesOf(unpackTables(packed))

/** Packed classes as flat arrays; `preparedClasses` reads them. */
export function classArrays(packed: Uint8Array): Arrays {
  const { keys, rows, paths, rates } = unpackTables(packed)
  return { 'classes.keys': keys, 'classes.rows': rows, 'classes.paths': paths, 'classes.rates': rates }
}

export const preparedClasses = (file: ArrayFile): WordClasses =>
  classesOf({
    keys: file.u32('classes.keys'),
    rows: file.i32('classes.rows'),
    paths: file.u16('classes.paths'),
    rates: file.u16('classes.rates'),
  })

interface Tables {
  /** Hashes of forms by open addressing, and their rows, -1 in an empty slot. */
  readonly keys: Uint32Array
  readonly rows: Int32Array
  readonly paths: Uint16Array
  readonly rates: Uint16Array
}

function unpackTables(packed: Uint8Array): Tables {
  const raw = brotliDecompressSync(packed)
  const [magic, count = 0] = new Uint32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + 8))
  if (magic !== MAGIC) throw new TypeError('not a file of word classes')
  const bits = 32 - Math.clz32(count * 2)
  const mask = (1 << bits) - 1
  const keys = new Uint32Array(1 << bits)
  const rows = new Int32Array(1 << bits).fill(-1)
  const paths = new Uint16Array(count)
  const rates = new Uint16Array(count)
  let hash = 0
  for (let i = 0; i < count; i++) {
    let gap = 0
    for (let b = 3; b >= 0; b--) gap = gap * 256 + (raw[8 + b * count + i] ?? 0)
    hash += gap
    let slot = hash & mask
    while (rows[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = hash
    rows[slot] = i
    paths[i] = (raw[8 + 4 * count + i] ?? 0) | ((raw[8 + 5 * count + i] ?? 0) << 8)
    rates[i] = (raw[8 + 6 * count + i] ?? 0) | ((raw[8 + 7 * count + i] ?? 0) << 8)
  }
  return { keys, rows, paths, rates }
}

function classesOf({ keys, rows, paths, rates }: Tables): WordClasses {
  const mask = keys.length - 1
  const rowOf = (wanted: number): number => {
    let slot = wanted & mask
    while (rows[slot] !== -1) {
      if (keys[slot] === wanted) return rows[slot] ?? -1
      slot = (slot + 1) & mask
    }
    return -1
  }
  return { pathOf: (wanted) => paths[rowOf(wanted)] ?? 0, ratesOf: (wanted) => rates[rowOf(wanted)] ?? 0 }
}

/** The first `bits` steps of a path, the leading 1 kept; the whole path when it is shorter. */
export function pathPrefix(path: number, bits: number): number {
  if (path === 0) return 0
  const length = 31 - Math.clz32(path)
  return length <= bits ? path : path >>> (length - bits)
}
