import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { hashEnd, hashOn, hashStart, hashString } from './hash.js'

/** How much a word looks like a part of a personal name by its letters alone: logistic regression over hashed letter n-grams. */
export interface NameLikeness {
  /** 0 (a common word) to 7 (a name), even steps of log-odds. */
  levelOf(bare: string): number
}

const BUCKETS = 1 << 15
const LONGEST = 4
/** Code units of the marks at a word's ends: ^ and $. */
const [BEGIN, END] = [94, 36]

/** Buckets of the n-grams of a word with its ends marked; shared by training and use. */
export function letterGrams(bare: string): number[] {
  const marked = `^${bare}$`
  const grams: number[] = []
  for (let from = 0; from < marked.length; from++)
    for (let to = from + 1; to <= from + LONGEST && to <= marked.length; to++)
      grams.push(hashString(marked, from, to) & (BUCKETS - 1))
  return grams
}

/** One byte a weight after scale and bias as floats; compressed. */
export function packLikeness(weights: Float32Array, bias: number): Uint8Array {
  const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6) / 127
  const head = new Float32Array([scale, bias])
  const bytes = Int8Array.from(weights, (w) => Math.round(w / scale))
  return brotliCompressSync(Buffer.concat([Buffer.from(head.buffer), Buffer.from(bytes.buffer)]))
}

export function unpackLikeness(packed: Uint8Array): NameLikeness {
  const raw = brotliDecompressSync(packed)
  if (raw.length !== 8 + BUCKETS) throw new TypeError('not a model of name likeness')
  const scale = raw.readFloatLE(0)
  const bias = raw.readFloatLE(4)
  const weights = new Int8Array(raw.buffer.slice(raw.byteOffset + 8, raw.byteOffset + raw.length))
  return {
    levelOf(bare) {
      if (bare.length < 2 || bare.length > 20) return 0
      // The n-grams of `letterGrams` that begin at one letter, each hashed on from the one before.
      let sum = 0
      for (let from = -1; from <= bare.length; from++) {
        let state = hashStart()
        for (let at = from; at < from + LONGEST && at <= bare.length; at++) {
          state = hashOn(state, at < 0 ? BEGIN : at < bare.length ? bare.charCodeAt(at) : END)
          sum += weights[hashEnd(state) & (BUCKETS - 1)] as number
        }
      }
      return Math.max(0, Math.min(7, Math.floor(4 + bias + sum * scale)))
    },
  }
}
