import { type Span, searchFolding } from '@isnad/text'
import type { KeyTable } from './key-table.js'

/**
 * The words of a text as numbers, the form in which all of lineage works. `key` is one number a word that stays the same
 * under re-spelling; `spelling` tells how the word was printed, with the marks that a careless copy loses.
 */
export interface WordStream {
  readonly count: number
  readonly key: Uint32Array
  readonly spelling: Uint16Array
  /** 1 where a word stands last in its sentence. */
  readonly ends: Uint8Array
}

/** The words with their places in the text they were read from. */
export interface PlacedWords extends WordStream {
  readonly start: Uint32Array
  readonly end: Uint32Array
}

/** Keys of words to mark while reading. */
export interface WordMarks {
  /** Words of names, with and without a clitic, each to the key of the bare word. */
  readonly names: KeyTable
  /** Of every key that is marked, the bits of `spelling` that mark it. */
  readonly marks: KeyTable
}

/** Bits of `spelling` over the hash of the printed form. */
export const SPELLING = {
  /** Number of letters with hamza, up to three. */
  hamzaShift: 14,
  /** Ends in ة. */
  taMarbuta: 1 << 13,
  /** Is a figure, or a number in words. */
  figure: 1 << 12,
  /** Stands in names of people or places. */
  name: 1 << 11,
  hash: 0x07ff,
} as const

/** Sorts of code units; 0 separates words. */
const LETTER = 1
const DIGIT = 2
const DROPPED = 3
const STOP = 4
const LINE_END = 5

interface CodeTables {
  readonly kind: Uint8Array
  readonly folded: Uint16Array
  readonly hamza: Uint8Array
}

let tables: CodeTables | undefined

function codeTables(): CodeTables {
  if (tables !== undefined) return tables
  const kind = new Uint8Array(0x10000)
  const folded = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  const hamza = new Uint8Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const unit = String.fromCharCode(code)
    if (/\p{L}/u.test(unit)) kind[code] = LETTER
    else if (/\p{Nd}/u.test(unit)) kind[code] = DIGIT
    else if (/\p{M}/u.test(unit)) kind[code] = DROPPED
  }
  for (const [unit, replacement] of searchFolding()) {
    const code = unit.charCodeAt(0)
    if (replacement === '') kind[code] = DROPPED
    else folded[code] = replacement.charCodeAt(0)
  }
  for (const unit of '.؟!?;؛…') kind[unit.charCodeAt(0)] = STOP
  for (const unit of '\n\r\u2028\u2029') kind[unit.charCodeAt(0)] = LINE_END
  for (const unit of 'أإآؤئءٱ') hamza[unit.charCodeAt(0)] = 1
  tables = { kind, folded, hamza }
  return tables
}

const ALEF = 0x0627
const WAW = 0x0648
const YEH = 0x064a
const TA_MARBUTA = 0x0629
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** A 32-bit number spread evenly: the finaliser of MurmurHash3 (Appleby 2011). */
export function mix(h: number): number {
  let x = h
  x ^= x >>> 16
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/**
 * Reads the words of the stretches of `text` that count; stretches must be in order. The key folds what the search folding
 * folds and drops ا و ي after the first letter, so that ترمب and ترامب, أميركا and أمريكا, مائة and مئة have one key: long
 * vowels are where papers differ, and five words in a row are never told apart by them alone.
 */
export function readWords(
  text: string,
  stretches: readonly Span[] = [{ start: 0, end: text.length }],
  marks?: WordMarks,
): PlacedWords {
  const { kind, folded, hamza } = codeTables()
  let room = Math.max(16, text.length >> 2)
  let key = new Uint32Array(room)
  let spelling = new Uint16Array(room)
  let ends = new Uint8Array(room)
  let start = new Uint32Array(room)
  let end = new Uint32Array(room)
  let count = 0
  for (const stretch of stretches) {
    let at = stretch.start
    while (at < stretch.end) {
      const code = text.charCodeAt(at)
      const what = kind[code] as number
      if (what !== LETTER && what !== DIGIT) {
        if (count > 0 && endsSentence(text, at, what, kind)) ends[count - 1] = 1
        at++
        continue
      }
      const from = at
      let skeleton = FNV_OFFSET
      let shape = FNV_OFFSET
      let seats = 0
      let last = 0
      let first = true
      // A word is a run of letters or a run of digits: ال48 and 48 share their figure.
      for (; at < stretch.end; at++) {
        const unit = text.charCodeAt(at)
        const sort = kind[unit] as number
        if (sort === DROPPED) continue
        if (sort !== what) break
        last = unit
        seats += hamza[unit] as number
        shape = Math.imul(shape ^ unit, FNV_PRIME)
        const letter = folded[unit] as number
        if (first || (letter !== ALEF && letter !== WAW && letter !== YEH)) {
          skeleton = Math.imul(skeleton ^ letter, FNV_PRIME)
        }
        first = false
      }
      if (count === room) {
        room *= 2
        key = grown(key, room)
        spelling = grown(spelling, room)
        ends = grown(ends, room)
        start = grown(start, room)
        end = grown(end, room)
      }
      const hash = mix(skeleton)
      key[count] = hash
      spelling[count] =
        (mix(shape) & SPELLING.hash) |
        (Math.min(seats, 3) << SPELLING.hamzaShift) |
        (last === TA_MARBUTA ? SPELLING.taMarbuta : 0) |
        (what === DIGIT ? SPELLING.figure : 0) |
        (marks?.marks.get(hash) ?? 0)
      start[count] = from
      end[count] = at
      count++
    }
    if (count > 0) ends[count - 1] = 1
  }
  return {
    count,
    key: key.slice(0, count),
    spelling: spelling.slice(0, count),
    ends: ends.slice(0, count),
    start: start.slice(0, count),
    end: end.slice(0, count),
  }
}

/** A full stop between digits or letters (4.5, د.أحمد) ends nothing; a line end always does. */
function endsSentence(text: string, at: number, what: number, kind: Uint8Array): boolean {
  if (what === LINE_END) return true
  if (what !== STOP) return false
  const next = at + 1 < text.length ? (kind[text.charCodeAt(at + 1)] as number) : LINE_END
  return next !== LETTER && next !== DIGIT
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(array: T, room: number): T {
  const larger = new (array.constructor as new (length: number) => T)(room)
  larger.set(array)
  return larger
}

const SHIFT = 0x9e3779b1

/** The shingle that starts at each word, `size` words long: a number a place, equal where the keys are equal. */
export function shinglesOf({ key, count }: WordStream, size: number): Uint32Array {
  const places = Math.max(0, count - size + 1)
  const shingles = new Uint32Array(places)
  if (places === 0) return shingles
  // Rolls on: the word that leaves is taken off, the one that enters put on (Karp, Rabin 1987).
  let leaving = 1
  for (let i = 1; i < size; i++) leaving = Math.imul(leaving, SHIFT)
  let h = 0
  for (let i = 0; i < size; i++) h = (Math.imul(h, SHIFT) + (key[i] as number)) | 0
  shingles[0] = mix(h)
  for (let at = 1; at < places; at++) {
    h = (Math.imul(h - Math.imul(key[at - 1] as number, leaving), SHIFT) + (key[at + size - 1] as number)) | 0
    shingles[at] = mix(h)
  }
  return shingles
}

const WINDOW = 4

/**
 * Sampled shingles: the least of every window of four, so that two texts with eight words in a row in common have one in
 * common for sure (winnowing: Schleimer, Wilkerson, Aiken 2003). Each value once, ascending.
 */
export function fingerprints(shingles: Uint32Array): Uint32Array {
  const picked: number[] = []
  let chosen = -1
  for (let from = 0; from + WINDOW <= shingles.length || from === 0; from++) {
    const to = Math.min(from + WINDOW, shingles.length)
    if (chosen >= from && (shingles[to - 1] as number) >= (shingles[chosen] as number)) continue
    let least = from
    for (let at = from + 1; at < to; at++) if ((shingles[at] as number) <= (shingles[least] as number)) least = at
    if (least !== chosen && least < shingles.length) picked.push(shingles[least] as number)
    chosen = least
  }
  const sorted = Uint32Array.from(picked).sort()
  let kept = 0
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number
  }
  return sorted.slice(0, kept)
}
