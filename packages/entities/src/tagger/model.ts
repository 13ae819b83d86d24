import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** A linear-chain CRF (Lafferty, McCallum and Pereira 2001) over hashed features, weights quantised to one byte. */
export interface TaggerModel {
  readonly labels: readonly string[]
  /** Row `from * labels + to`; minus infinity where no sequence goes. */
  readonly transitions: Float64Array
  /** Score of a label at the start of a sentence. */
  readonly starts: Float64Array
  /** What one step of a quantised weight is worth. */
  readonly step: number
  /** Adds the quantised weights of hashed features to `sums`, one for each label from `at` on. */
  addSteps(features: Uint32Array, count: number, sums: Int32Array, at: number): void
}

export interface RawModel {
  readonly labels: readonly string[]
  readonly transitions: Float32Array
  readonly starts: Float32Array
  /** Feature hashes with one weight for each label, row by row. */
  readonly features: Uint32Array
  readonly weights: Float32Array
}

/** True for labels that cannot stand side by side; `from` undefined at the start: I- goes on what B- or I- of its type began. */
export function neverFollows(from: string | undefined, to: string): boolean {
  return to.startsWith('I-') && (from === undefined || from.slice(1) !== to.slice(1))
}

const MAGIC = 0x32524e49 // "INR2"

/** Header, labels, transitions and starts; hashes in rising order as gaps, one stream for each byte; weights label by label. */
export function packModel({ labels, transitions, starts, features, weights }: RawModel): Uint8Array {
  const width = labels.length
  const count = features.length
  const order = Uint32Array.from(features.keys()).sort((a, b) => (features[a] ?? 0) - (features[b] ?? 0))
  const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6) / 127
  const names = new TextEncoder().encode(labels.join('\n'))
  const streams = new Uint8Array(count * (4 + width))
  let before = 0
  for (const [i, f] of order.entries()) {
    const gap = (features[f] ?? 0) - before
    before = features[f] ?? 0
    for (let b = 0; b < 4; b++) streams[b * count + i] = (gap >>> (8 * b)) & 255
    for (let l = 0; l < width; l++)
      streams[(4 + l) * count + i] = Math.round((weights[f * width + l] ?? 0) / scale) & 255
  }
  const header = new Uint32Array([MAGIC, width, count, names.length])
  const floats = new Float32Array([scale, ...transitions, ...starts])
  const padded = new Uint8Array(Math.ceil(names.length / 4) * 4)
  padded.set(names)
  const parts = [header, padded, floats, streams].map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength))
  return brotliCompressSync(Buffer.concat(parts), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 9 },
  })
}

export function unpackModel(packed: Uint8Array): TaggerModel {
  const raw = brotliDecompressSync(packed)
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength)
  const [magic, width = 0, count = 0, nameLength = 0] = new Uint32Array(buffer, 0, 4)
  if (magic !== MAGIC) throw new TypeError('not a tagger model')
  const labels = new TextDecoder().decode(new Uint8Array(buffer, 16, nameLength)).split('\n')
  const floatsAt = 16 + Math.ceil(nameLength / 4) * 4
  const floats = new Float32Array(buffer, floatsAt, 1 + width * width + width)
  const streams = new Uint8Array(buffer, floatsAt + floats.byteLength)
  const table = tableOf(streams, count, width)
  return {
    labels,
    transitions: Float64Array.from(floats.subarray(1, 1 + width * width), (score, k) =>
      neverFollows(labels[Math.floor(k / width)], labels[k % width] ?? '') ? Number.NEGATIVE_INFINITY : score,
    ),
    starts: Float64Array.from(floats.subarray(1 + width * width), (score, l) =>
      neverFollows(undefined, labels[l] ?? '') ? Number.NEGATIVE_INFINITY : score,
    ),
    step: floats[0] ?? 0,
    addSteps: adder(table),
  }
}

interface WeightTable {
  /** A bit for each feature there may be: most that are asked for are not there. */
  readonly filter: Uint32Array
  /** Feature hashes by open addressing; 0 is an empty slot. */
  readonly hashes: Uint32Array
  /** The row of each slot. */
  readonly rows: Int32Array
  /** Where the entries of each row begin; one more for the end. */
  readonly begins: Int32Array
  /** Label and weight of each entry that is not nought. */
  readonly entryLabels: Uint8Array
  readonly entryWeights: Int8Array
}

const FILTER_BITS = 1 << 21

function tableOf(streams: Uint8Array, count: number, width: number): WeightTable {
  const slots = 2 ** (32 - Math.clz32(Math.ceil(Math.max(1, count) * 1.4)))
  const filled = streams.subarray(4 * count).reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0)
  const table = {
    filter: new Uint32Array(FILTER_BITS / 32),
    hashes: new Uint32Array(slots),
    rows: new Int32Array(slots),
    begins: new Int32Array(count + 1),
    entryLabels: new Uint8Array(filled),
    entryWeights: new Int8Array(filled),
  }
  let hash = 0
  let entry = 0
  for (let i = 0; i < count; i++) {
    let gap = 0
    for (let b = 3; b >= 0; b--) gap = gap * 256 + (streams[b * count + i] ?? 0)
    hash += gap
    let slot = hash & (slots - 1)
    while (table.hashes[slot] !== 0) slot = (slot + 1) & (slots - 1)
    table.hashes[slot] = hash
    table.rows[slot] = i
    const bit = hash >>> 11
    table.filter[bit >>> 5] = (table.filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
    table.begins[i] = entry
    for (let l = 0; l < width; l++) {
      const weight = streams[(4 + l) * count + i] ?? 0
      if (weight === 0) continue
      table.entryLabels[entry] = l
      table.entryWeights[entry++] = weight
    }
  }
  table.begins[count] = entry
  return table
}

function adder({ filter, hashes, rows, begins, entryLabels, entryWeights }: WeightTable): TaggerModel['addSteps'] {
  const mask = hashes.length - 1
  return (features, count, sums, at) => {
    for (let f = 0; f < count; f++) {
      const feature = features[f] ?? 0
      const bit = feature >>> 11
      if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue
      let slot = feature & mask
      let stored = hashes[slot]
      while (stored !== 0 && stored !== feature) {
        slot = (slot + 1) & mask
        stored = hashes[slot]
      }
      if (stored === 0) continue
      const row = rows[slot] ?? 0
      const end = begins[row + 1] ?? 0
      for (let e = begins[row] ?? 0; e < end; e++) {
        const l = at + (entryLabels[e] ?? 0)
        sums[l] = (sums[l] ?? 0) + (entryWeights[e] ?? 0)
      }
    }
  }
}
