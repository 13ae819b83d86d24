import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { ArrayFile, Arrays } from '../prepared/array-file.js'
import { TextList } from '../prepared/word-table.js'

/** A linear-chain CRF (Lafferty, McCallum and Pereira 2001) over hashed features, weights quantised to one byte. */
export interface TaggerModel {
  readonly labels: readonly string[]
  /** Row `from * labels + to`; minus infinity where no sequence goes. */
  readonly transitions: Float64Array
  /** Score of a label at the start of a sentence. */
  readonly starts: Float64Array
  /** What one step of a quantised weight is worth. */
  readonly step: number
  readonly weights: Weights
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

export const unpackModel = (packed: Uint8Array): TaggerModel => modelOf(unpackTables(packed))

/** A packed model as flat arrays; `preparedModel` reads them. */
export function modelArrays(packed: Uint8Array): Arrays {
  const { labels, floats, table } = unpackTables(packed)
  return {
    ...TextList.of([labels.join('\n')]).arrays('model.labels'),
    'model.floats': Float64Array.from(floats),
    'model.filter': table.filter,
    'model.slots': table.slots,
    'model.entries': table.entries,
  }
}

export const preparedModel = (file: ArrayFile): TaggerModel =>
  modelOf({
    labels: TextList.from(file, 'model.labels').at(0).split('\n'),
    floats: file.f64('model.floats'),
    table: { filter: file.u32('model.filter'), slots: file.u32('model.slots'), entries: file.i16('model.entries') },
  })

interface Tables {
  readonly labels: readonly string[]
  /** The step, the transitions, the starts. */
  readonly floats: Float32Array | Float64Array
  readonly table: WeightTable
}

function unpackTables(packed: Uint8Array): Tables {
  const raw = brotliDecompressSync(packed)
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength)
  const [magic, width = 0, count = 0, nameLength = 0] = new Uint32Array(buffer, 0, 4)
  if (magic !== MAGIC) throw new TypeError('not a tagger model')
  const labels = new TextDecoder().decode(new Uint8Array(buffer, 16, nameLength)).split('\n')
  const floatsAt = 16 + Math.ceil(nameLength / 4) * 4
  const floats = new Float32Array(buffer, floatsAt, 1 + width * width + width)
  const streams = new Uint8Array(buffer, floatsAt + floats.byteLength)
  return { labels, floats, table: tableOf(streams, count, width) }
}

function modelOf({ labels, floats, table }: Tables): TaggerModel {
  const width = labels.length
  return {
    labels,
    transitions: Float64Array.from(floats.subarray(1, 1 + width * width), (score, k) =>
      neverFollows(labels[Math.floor(k / width)], labels[k % width] ?? '') ? Number.NEGATIVE_INFINITY : score,
    ),
    starts: Float64Array.from(floats.subarray(1 + width * width), (score, l) =>
      neverFollows(undefined, labels[l] ?? '') ? Number.NEGATIVE_INFINITY : score,
    ),
    step: floats[0] ?? 0,
    weights: new Weights(table),
  }
}

interface WeightTable {
  /** A bit for each feature there may be: most that are asked for are not there. */
  readonly filter: Uint32Array
  /** Feature hashes by open addressing, 0 in an empty slot, each followed by where its entries begin. */
  readonly slots: Uint32Array
  /** How many entries, then each: label in the upper byte, weight in the lower. Features without entries are left out. */
  readonly entries: Int16Array
}

const FILTER_BITS = 1 << 21

function tableOf(streams: Uint8Array, count: number, width: number): WeightTable {
  const size = 2 ** (32 - Math.clz32(Math.ceil(Math.max(1, count) * 1.4)))
  let filled = 0
  for (let i = 4 * count; i < streams.length; i++) if (streams[i] !== 0) filled++
  const filter = new Uint32Array(FILTER_BITS / 32)
  const slots = new Uint32Array(size * 2)
  const entries = new Int16Array(count + filled)
  let hash = 0
  let entry = 0
  for (let i = 0; i < count; i++) {
    for (let b = 3, gap = 0; b >= 0; b--) {
      gap = gap * 256 + (streams[b * count + i] ?? 0)
      if (b === 0) hash += gap
    }
    const begin = entry++
    for (let l = 0; l < width; l++) {
      const weight = streams[(4 + l) * count + i] ?? 0
      if (weight !== 0) entries[entry++] = (l << 8) | weight
    }
    entries[begin] = entry - begin - 1
    if (entries[begin] === 0) continue
    let slot = hash & (size - 1)
    while (slots[slot * 2] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot * 2] = hash
    slots[slot * 2 + 1] = begin
    const bit = hash >>> 11
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  return { filter, slots, entries }
}

/** Quantised weights of hashed features. */
export class Weights {
  readonly #filter: Uint32Array
  /** Signed, as features are. */
  readonly #slots: Int32Array
  readonly #entries: Int16Array
  readonly #mask: number

  constructor({ filter, slots, entries }: WeightTable) {
    this.#filter = filter
    this.#slots = new Int32Array(slots.buffer, slots.byteOffset, slots.length)
    this.#entries = entries
    this.#mask = slots.length / 2 - 1
  }

  /** Adds the weights of a feature, signed or not, to a packed row that begins at `at`. */
  add(feature: number, sums: Int32Array, at: number): void {
    const bit = feature >>> 11
    if (((this.#filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) this.#addKnown(feature | 0, sums, at)
  }

  #addKnown(feature: number, sums: Int32Array, at: number): void {
    const slots = this.#slots
    let slot = feature & this.#mask
    let stored = slots[2 * slot] as number
    while (stored !== feature || stored === 0) {
      if (stored === 0) return
      slot = (slot + 1) & this.#mask
      stored = slots[2 * slot] as number
    }
    const entries = this.#entries
    const begin = slots[2 * slot + 1] as number
    const end = begin + (entries[begin] as number)
    for (let e = begin + 1; e <= end; e++) {
      const entry = entries[e] as number
      const at2 = at + (entry >> 9)
      sums[at2] = (sums[at2] as number) + (((entry << 24) >> 24) << ((entry >> 4) & 16))
    }
  }

  /** The same for the first `count` features of a list. */
  addAll(features: Int32Array, count: number, sums: Int32Array, at: number): void {
    for (let f = 0; f < count; f++) this.add(features[f] as number, sums, at)
  }
}
