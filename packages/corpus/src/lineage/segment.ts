import { IsnadError } from '@isnad/text'
import type { Link } from './lineage-resolver.js'
import type { SegmentStorage } from './segment-storage.js'
import type { GrowingPostings, Postings } from './shingle-postings.js'
import type { TextRecord } from './text-record.js'
import type { WordStream } from './words.js'

/** What a segment keeps of a text beside its words. */
type TextHead = Omit<TextRecord, 'words'>

/** What happened between the last segment and this one. */
export interface SegmentContent {
  /** Number of the first text in it; they are numbered on without a gap. */
  readonly first: number
  /** Undefined where a text was removed before it was sealed. */
  readonly records: readonly (TextRecord | undefined)[]
  readonly postings: GrowingPostings
  /** Links found since, to texts of earlier segments too. */
  readonly links: readonly Link[]
  /** Numbers of texts of earlier segments removed since. */
  readonly removed: readonly number[]
}

interface Header {
  readonly first: number
  readonly texts: number
  readonly fingerprints: number
  readonly words: number
  /** Byte offset of each section. */
  readonly at: Readonly<Record<Section, number>>
  /** Bytes of the sections that are text. */
  readonly lengths: { readonly heads: number; readonly links: number }
  readonly size: number
}

type Section = 'keys' | 'starts' | 'owners' | 'wordStarts' | 'wordKeys' | 'spelling' | 'ends' | 'heads' | 'links'

/** `ISNL`, then the version of the layout. */
const MAGIC = 0x4c4e5349
const VERSION = 1
const PREAMBLE = 12
/** One key in so many stays in memory; the rest is read from where the segment lies. */
const SPARSE = 256

/**
 * A segment as bytes: sorted fingerprints with the texts that hold them, and the words of the texts. Little-endian whatever
 * the machine, sections at multiples of eight.
 */
export function encodeSegment({ first, records, postings, links, removed }: SegmentContent): Uint8Array {
  const keys: number[] = []
  const starts: number[] = []
  const owners: number[] = []
  for (const [fingerprint, texts] of postings.sorted()) {
    keys.push(fingerprint)
    starts.push(owners.length)
    for (const text of texts) owners.push(text)
  }
  starts.push(owners.length)
  const wordStarts = [0]
  for (const record of records) wordStarts.push((wordStarts.at(-1) as number) + (record?.words.count ?? 0))
  const words = wordStarts.at(-1) as number
  const heads = utf8(records.map((record) => (record === undefined ? null : headOf(record))))
  const changes = utf8({ links: links.map((link) => ({ ...link, marks: link.marks && [...link.marks] })), removed })

  const at: Record<Section, number> = {} as Record<Section, number>
  let offset = 1024
  for (const [section, bytes] of [
    ['keys', keys.length * 4],
    ['starts', starts.length * 4],
    ['owners', owners.length * 4],
    ['wordStarts', wordStarts.length * 4],
    ['wordKeys', words * 4],
    ['spelling', words * 2],
    ['ends', words],
    ['heads', heads.length],
    ['links', changes.length],
  ] as const) {
    at[section] = offset
    offset += Math.ceil(bytes / 8) * 8
  }
  const size = offset
  const lengths = { heads: heads.length, links: changes.length }
  const header: Header = { first, texts: records.length, fingerprints: keys.length, words, at, lengths, size }
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  const headerBytes = utf8(header)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, VERSION, true)
  view.setUint32(8, headerBytes.length, true)
  bytes.set(headerBytes, PREAMBLE)
  putAll(view, at.keys, keys)
  putAll(view, at.starts, starts)
  putAll(view, at.owners, owners)
  putAll(view, at.wordStarts, wordStarts)
  for (const [index, record] of records.entries()) {
    if (record === undefined) continue
    const { key, spelling, ends, count } = record.words
    const from = wordStarts[index] as number
    for (let word = 0; word < count; word++) {
      view.setUint32(at.wordKeys + (from + word) * 4, key[word] as number, true)
      view.setUint16(at.spelling + (from + word) * 2, spelling[word] as number, true)
      bytes[at.ends + from + word] = ends[word] as number
    }
  }
  bytes.set(heads, at.heads)
  bytes.set(changes, at.links)
  return bytes
}

const headOf = ({ words: _, ...head }: TextRecord): object => ({
  ...head,
  time: Number.isNaN(head.time) ? null : head.time,
})

const utf8 = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

function putAll(view: DataView, from: number, numbers: readonly number[]): void {
  for (const [index, number] of numbers.entries()) view.setUint32(from + index * 4, number, true)
}

/** A sealed segment: the heads of its texts and one fingerprint in 256 in memory, the rest where it lies. */
export class Segment implements Postings {
  readonly first: number
  readonly texts: number
  readonly newestTime: number
  readonly #storage: SegmentStorage
  readonly #name: string
  readonly #header: Header
  readonly #sparse: Uint32Array
  readonly #wordStarts: Uint32Array
  readonly #heads: readonly (TextHead | null)[]

  constructor(storage: SegmentStorage, name: string) {
    this.#storage = storage
    this.#name = name
    const preamble = new DataView(storage.read(name, 0, PREAMBLE).buffer)
    if (preamble.getUint32(0, true) !== MAGIC || preamble.getUint32(4, true) !== VERSION) {
      throw new IsnadError('INPUT_INVALID', `segment ${name} is not one of lineage, version ${VERSION}; build it anew`)
    }
    const header = JSON.parse(text(storage.read(name, PREAMBLE, preamble.getUint32(8, true)))) as Header
    if (storage.size(name) !== header.size) throw new IsnadError('INPUT_INVALID', `segment ${name} is cut short`)
    this.#header = header
    this.first = header.first
    this.texts = header.texts
    const keys = this.#numbers('keys', 0, header.fingerprints)
    this.#sparse = keys.filter((_, index) => index % SPARSE === 0)
    this.#wordStarts = this.#numbers('wordStarts', 0, header.texts + 1)
    const heads = JSON.parse(text(storage.read(name, header.at.heads, header.lengths.heads))) as (TextHead | null)[]
    this.#heads = heads.map((head) => head && { ...head, time: head.time ?? Number.NaN })
    this.newestTime = this.#heads.reduce(
      (newest, head) => Math.max(newest, head?.time || Number.NEGATIVE_INFINITY),
      Number.NEGATIVE_INFINITY,
    )
  }

  /** What the segment tells of links and removals; read when it is taken up, not kept. */
  changes(): { readonly links: readonly Link[]; readonly removed: readonly number[] } {
    const { at, lengths } = this.#header
    const { links, removed } = JSON.parse(text(this.#storage.read(this.#name, at.links, lengths.links))) as {
      links: (Omit<Link, 'marks'> & { marks?: number[] })[]
      removed: number[]
    }
    return {
      links: links.map(({ marks, ...link }) => ({ ...link, ...(marks && { marks: Uint32Array.from(marks) }) })),
      removed,
    }
  }

  newest(fingerprint: number, most: number, into: Uint32Array, from: number): number {
    const block = lastNotAbove(this.#sparse, fingerprint)
    if (block < 0) return 0
    const start = block * SPARSE
    const keys = this.#numbers('keys', start, Math.min(SPARSE, this.#header.fingerprints - start))
    const index = lastNotAbove(keys, fingerprint)
    if (index < 0 || keys[index] !== fingerprint) return 0
    const [begin, end] = this.#numbers('starts', start + index, 2) as unknown as [number, number]
    const found = Math.min(most, end - begin)
    const owners = this.#numbers('owners', end - found, found)
    for (let at = 0; at < found; at++) into[from + at] = owners[found - 1 - at] as number
    return found
  }

  /** A text of the segment by its number in the index; its words are read when they are asked for. */
  record(number: number): TextRecord | undefined {
    const head = this.#heads[number - this.first]
    return head === null || head === undefined
      ? undefined
      : new SealedText(head, () => this.#words(number - this.first))
  }

  #words(index: number): WordStream {
    const from = this.#wordStarts[index] as number
    const count = (this.#wordStarts[index + 1] as number) - from
    const { at } = this.#header
    const spelling = new DataView(this.#storage.read(this.#name, at.spelling + from * 2, count * 2).buffer)
    return {
      count,
      key: this.#numbers('wordKeys', from, count),
      spelling: Uint16Array.from({ length: count }, (_, word) => spelling.getUint16(word * 2, true)),
      ends: this.#storage.read(this.#name, at.ends + from, count),
    }
  }

  #numbers(section: Section, from: number, count: number): Uint32Array {
    const bytes = this.#storage.read(this.#name, this.#header.at[section] + from * 4, count * 4)
    if (LITTLE_ENDIAN) return new Uint32Array(bytes.buffer, bytes.byteOffset, count)
    const view = new DataView(bytes.buffer)
    return Uint32Array.from({ length: count }, (_, index) => view.getUint32(index * 4, true))
  }
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Place of the last number of an ascending array that is not above, or -1. */
function lastNotAbove(sorted: Uint32Array, wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Words of sealed texts that were asked for lately stay for a while: comparing goes round among neighbours. */
class SealedText implements TextRecord {
  readonly id: string
  readonly outlet: string
  readonly time: number
  readonly credits: readonly string[]
  readonly statesCredit: boolean
  readonly outletKey: string
  readonly shingles?: number
  readonly #read: () => WordStream
  #kept: WeakRef<WordStream> | undefined

  constructor(head: TextHead, read: () => WordStream) {
    this.id = head.id
    this.outlet = head.outlet
    this.time = head.time
    this.credits = head.credits
    this.statesCredit = head.statesCredit
    this.outletKey = head.outletKey
    if (head.shingles !== undefined) this.shingles = head.shingles
    this.#read = read
  }

  get words(): WordStream {
    const kept = this.#kept?.deref()
    if (kept !== undefined) return kept
    const words = this.#read()
    this.#kept = new WeakRef(words)
    return words
  }
}
