import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { type LetterTable, letterTable } from './cross-script.js'
import { type GraphoneModel, link, type StoredTrie } from './graphones.js'
import { CODES } from './letters.js'
import type { SpellingModel } from './spelling.js'

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
  spelling ??= unpackSpelling(readFileSync(new URL('../../data/names/spelling.bin', import.meta.url)))
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
    return Uint16Array.from(low, (x, i) => x | ((high[i] ?? 0) << 8))
  }
  const graphones = new TextDecoder()
    .decode(take(nameLength))
    .split('\n')
    .map((line) => {
      const [ar = '', latin = ''] = line.split('\t')
      return { ar, latin }
    })
  const childCounts = whole()
  const symbols = whole()
  return link({ graphones, order, childCounts, symbols, costs: take(size), backoffs: take(size) })
}

let graphones: GraphoneModel | undefined

/** The shipped transliteration model, read on first use. */
export function graphoneModel(): GraphoneModel {
  graphones ??= unpackGraphones(readFileSync(new URL('../../data/names/transliteration.bin', import.meta.url)))
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

let latin: GraphoneModel | undefined

/** The shipped model of the letters of Latin names, read on first use. */
export function latinModel(): GraphoneModel {
  latin ??= unpackGraphones(readFileSync(new URL('../../data/names/latin-letters.bin', import.meta.url)))
  return latin
}
