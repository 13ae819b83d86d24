import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Arrays } from '../prepared/array-file.js'
import { preparedTables } from '../prepared/prepared.js'
import { TextList } from '../prepared/word-table.js'
import type { CommonLatinWeights } from './common-latin.js'
import { type LetterTable, letterTable } from './cross-script.js'
import { type Graphone, type GraphoneModel, link, type StoredTrie, unasked } from './graphones.js'
import type { KnownNames } from './known-names.js'
import { CODES } from './letters.js'
import type { RankingModel } from './rerank.js'
import type { SpellingModel } from './spelling.js'

export const nameFile = (name: string): Buffer => readFileSync(new URL(`../../data/names/${name}`, import.meta.url))

const SPELLING = 0x3150534e // "NSP1"

/** Header, costs as floats, one byte a weight; compressed. */
export function packSpelling({ costs, weights, scale }: SpellingModel): Uint8Array {
  const head = new Uint32Array([SPELLING, weights.length])
  const floats = new Float32Array([scale, costs.transpose, ...costs.indel, ...costs.substitute])
  const bytes = Int8Array.from(weights)
  return brotliCompressSync(Buffer.concat([head, floats, bytes].map((part) => Buffer.from(part.buffer))))
}

export function unpackSpelling(packed: Uint8Array): SpellingModel {
  const bytes = brotliDecompressSync(packed)
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const [magic, size = 0] = new Uint32Array(buffer, 0, 2)
  if (magic !== SPELLING) throw new TypeError('not a spelling model')
  const floats = new Float32Array(buffer, 8, 2 + CODES + CODES * CODES)
  return {
    costs: { transpose: floats[1] ?? 0, indel: floats.slice(2, 2 + CODES), substitute: floats.slice(2 + CODES) },
    weights: new Int8Array(buffer, 8 + floats.byteLength, size),
    scale: floats[0] ?? 0,
  }
}

let spelling: SpellingModel | undefined

/** The shipped spelling model, read on first use. */
export function spellingModel(): SpellingModel {
  spelling ??= unpackSpelling(nameFile('spelling.bin'))
  return spelling
}

const GRAPHONES = 0x3150474e // "NGP1"

/** Graphones as lines, then the trie as four streams, each of one kind of number; compressed. */
export function packGraphones({ graphones, order, childCounts, symbols, costs, backoffs }: StoredTrie): Uint8Array {
  const names = new TextEncoder().encode(graphones.map((g) => `${g.ar}\t${g.latin}`).join('\n'))
  const head = new Uint32Array([GRAPHONES, order, names.length, symbols.length])
  const halves = (numbers: Uint16Array): Uint8Array[] => [
    Uint8Array.from(numbers, (x) => x & 255),
    Uint8Array.from(numbers, (x) => x >> 8),
  ]
  const parts = [new Uint8Array(head.buffer), names, ...halves(childCounts), ...halves(symbols), costs, backoffs]
  return brotliCompressSync(Buffer.concat(parts), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 },
  })
}

function graphoneOf(line: string): Graphone {
  const [ar = '', latin = ''] = line.split('\t')
  return { ar, latin }
}

export function unpackGraphones(packed: Uint8Array): GraphoneModel {
  const raw = brotliDecompressSync(packed)
  const bytes = new Uint8Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength))
  const [magic, order = 0, nameLength = 0, size = 0] = new Uint32Array(bytes.buffer, 0, 4)
  if (magic !== GRAPHONES) throw new TypeError('not a transliteration model')
  let at = 16
  const take = (length: number): Uint8Array => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const whole = (): Uint16Array => {
    const low = take(size)
    const high = take(size)
    const numbers = new Uint16Array(size)
    for (let i = 0; i < size; i++) numbers[i] = (low[i] ?? 0) | ((high[i] ?? 0) << 8)
    return numbers
  }
  const graphones = new TextDecoder().decode(take(nameLength)).split('\n').map(graphoneOf)
  const childCounts = whole()
  const symbols = whole()
  return link({ graphones, order, childCounts, symbols, costs: take(size), backoffs: take(size) })
}

/** The models that spell a name in Latin letters as flat arrays; `graphoneModel`, `latinModel` and `knownNames` read them. */
export function nameArrays(): Arrays {
  const { hashes, lists } = unpackKnownNames(nameFile('known-names.bin'))
  return {
    ...graphoneArrays('transliteration'),
    ...graphoneArrays('latin-letters'),
    'known-names.hashes': hashes,
    'known-names.lists': lists,
  }
}

function graphoneArrays(name: string): Arrays {
  const { graphones, order, deepest, firstChild, symbols, costs, backoffs } = unpackGraphones(nameFile(`${name}.bin`))
  return {
    ...TextList.of(graphones.map(({ ar, latin }) => `${ar}\t${latin}`)).arrays(name),
    [`${name}.sizes`]: Int32Array.of(order, deepest, graphones.length),
    [`${name}.firstChild`]: firstChild,
    [`${name}.symbols`]: symbols,
    [`${name}.costs`]: costs,
    [`${name}.backoffs`]: backoffs,
  }
}

export function preparedGraphones(name: string, file = preparedTables()): GraphoneModel | undefined {
  if (file === undefined) return undefined
  const texts = TextList.from(file, name)
  const [order = 0, deepest = 0, count = 0] = file.i32(`${name}.sizes`)
  const symbols = file.u16(`${name}.symbols`)
  return {
    graphones: Array.from({ length: count }, (_, i) => graphoneOf(texts.at(i))),
    order,
    firstChild: file.i32(`${name}.firstChild`),
    symbols,
    costs: file.u8(`${name}.costs`),
    backoffs: file.u8(`${name}.backoffs`),
    deepest,
    shorter: unasked(symbols.length),
  }
}

let graphones: GraphoneModel | undefined

/** The shipped transliteration model, read on first use. */
export function graphoneModel(): GraphoneModel {
  graphones ??= preparedGraphones('transliteration') ?? unpackGraphones(nameFile('transliteration.bin'))
  return graphones
}

let table: LetterTable | undefined

/** Letters in both scripts, read off the transliteration model. */
export function letters(): LetterTable {
  table ??= letterTable(graphoneModel())
  return table
}

/** Logistic regression from mutual information to log-odds; written by training/names/train-cross-script.mjs. */
export const crossScriptWeights = { bias: -3.122, perNat: 0.073, perLetter: 0.394, density: 1.508 }

/** Logistic regression over edits and common Latin names; written by training/names/train-common-latin.mjs. */
export const commonLatinWeights: CommonLatinWeights = {
  bias: 0.478,
  edits: 0.6,
  all: 0.468,
  logAll: 0.068,
  known: 1.192,
  logKnown: 0.042,
}

let latin: GraphoneModel | undefined

/** The shipped model of the letters of Latin names, read on first use. */
export function latinModel(): GraphoneModel {
  latin ??= preparedGraphones('latin-letters') ?? unpackGraphones(nameFile('latin-letters.bin'))
  return latin
}

const KNOWN = 0x314e4b4e // "NKN1"

/** Sorted hashes as the gaps between them, seven bits a byte, then the lists; compressed. */
export function packKnownNames({ hashes, lists }: KnownNames): Uint8Array {
  const gaps: number[] = []
  let last = 0
  for (const hash of hashes) {
    let gap = hash - last
    last = hash
    for (; gap > 127; gap = Math.floor(gap / 128)) gaps.push((gap & 127) | 128)
    gaps.push(gap)
  }
  const head = new Uint32Array([KNOWN, hashes.length, gaps.length])
  return brotliCompressSync(Buffer.concat([Buffer.from(head.buffer), Uint8Array.from(gaps), lists]))
}

export function unpackKnownNames(packed: Uint8Array): KnownNames {
  const raw = brotliDecompressSync(packed)
  const bytes = new Uint8Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength))
  const [magic, size = 0, length = 0] = new Uint32Array(bytes.buffer, 0, 3)
  if (magic !== KNOWN) throw new TypeError('not a set of known names')
  const hashes = new Uint32Array(size)
  let at = 12
  let last = 0
  for (let i = 0; i < size; i++) {
    let gap = 0
    let unit = 1
    for (;;) {
      const byte = bytes[at++] ?? 0
      gap += (byte & 127) * unit
      if (byte < 128) break
      unit *= 128
    }
    last += gap
    hashes[i] = last
  }
  return { hashes, lists: bytes.slice(12 + length, 12 + length + size) }
}

let known: KnownNames | undefined

let common: KnownNames | undefined

/** Names that many bear and pairs of them, read on first use; see distinct-names.ts for the flags. */
export function commonNames(): KnownNames {
  common ??= unpackKnownNames(nameFile('distinct-names.bin'))
  return common
}

/** Latin names that open lists know, read on first use. */
export function knownNames(): KnownNames {
  if (known === undefined) {
    const file = preparedTables()
    known =
      file === undefined
        ? unpackKnownNames(nameFile('known-names.bin'))
        : { hashes: file.u32('known-names.hashes'), lists: file.u8('known-names.lists') }
  }
  return known
}

const RANKING = 0x31504b52 // "RKP1"

/** Header, dense weights as floats, one byte a hashed weight; compressed. */
export function packRanking({ dense, sparse, scale }: RankingModel): Uint8Array {
  const head = new Uint32Array([RANKING, dense.length, sparse.length])
  const floats = new Float32Array([scale, ...dense])
  const parts = [Buffer.from(head.buffer), Buffer.from(floats.buffer), Buffer.from(Int8Array.from(sparse).buffer)]
  return brotliCompressSync(Buffer.concat(parts))
}

export function unpackRanking(packed: Uint8Array): RankingModel {
  const raw = brotliDecompressSync(packed)
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength)
  const [magic, width = 0, size = 0] = new Uint32Array(buffer, 0, 3)
  if (magic !== RANKING) throw new TypeError('not a ranking model')
  const floats = new Float32Array(buffer, 12, 1 + width)
  return { dense: floats.slice(1), scale: floats[0] ?? 0, sparse: new Int8Array(buffer, 16 + 4 * width, size) }
}

let ranking: RankingModel | undefined

/** The shipped model that orders Latin spellings, read on first use. */
export function rankingModel(): RankingModel {
  ranking ??= unpackRanking(nameFile('ranking.bin'))
  return ranking
}
