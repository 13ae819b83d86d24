import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'

/** Distributional classes: a word form has a path in a binary tree; prefixes of paths are coarser classes. */
export interface WordClasses {
  /** The path of a form by the hash of its key: its bits with a leading 1, or 0 when the form was too rare to be placed. */
  pathOf(hash: number): number
}

const MAGIC = 0x31435749 // "IWC1"

/** Hashes in rising order as gaps in four streams of bytes, then the paths in two; compressed. */
export function packClasses(paths: ReadonlyMap<number, number>): Uint8Array {
  const hashes = Uint32Array.from(paths.keys()).sort()
  const count = hashes.length
  const bytes = new Uint8Array(8 + count * 6)
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, count])
  let before = 0
  for (const [i, hash] of hashes.entries()) {
    const gap = hash - before
    before = hash
    const path = paths.get(hash) ?? 0
    for (let b = 0; b < 4; b++) bytes[8 + b * count + i] = (gap >>> (8 * b)) & 255
    bytes[8 + 4 * count + i] = path & 255
    bytes[8 + 5 * count + i] = path >>> 8
  }
  return brotliCompressSync(bytes)
}

export function unpackClasses(packed: Uint8Array): WordClasses {
  const raw = brotliDecompressSync(packed)
  const [magic, count = 0] = new Uint32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + 8))
  if (magic !== MAGIC) throw new TypeError('not a file of word classes')
  const bits = 32 - Math.clz32(count * 2)
  const mask = (1 << bits) - 1
  const keys = new Uint32Array(1 << bits)
  const values = new Uint16Array(1 << bits)
  let hash = 0
  for (let i = 0; i < count; i++) {
    let gap = 0
    for (let b = 3; b >= 0; b--) gap = gap * 256 + (raw[8 + b * count + i] ?? 0)
    hash += gap
    let slot = hash & mask
    while (values[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = hash
    values[slot] = (raw[8 + 4 * count + i] ?? 0) | ((raw[8 + 5 * count + i] ?? 0) << 8)
  }
  return {
    pathOf(wanted) {
      let slot = wanted & mask
      while (values[slot] !== 0) {
        if (keys[slot] === wanted) return values[slot] ?? 0
        slot = (slot + 1) & mask
      }
      return 0
    },
  }
}

/** The first `bits` steps of a path, the leading 1 kept; the whole path when it is shorter. */
export function pathPrefix(path: number, bits: number): number {
  if (path === 0) return 0
  const length = 31 - Math.clz32(path)
  return length <= bits ? path : path >>> (length - bits)
}

export const NO_CLASSES: WordClasses = { pathOf: () => 0 }
