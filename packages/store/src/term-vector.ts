import { type SearchTerm, searchTerms } from '@isnad/text'

/**
 * A `tsvector` of our own terms. Every word stands under two lexemes at one position: its stem, and its exact form with `=`
 * before it. So one index answers both, and phrases may mix them. Words of the title carry weight A.
 */
export interface TermVector {
  /** What PostgreSQL's binary input of the type takes (`tsvectorrecv`): it saves the engine the reading of quoted text. */
  readonly binary: Uint8Array
  /** Words of title and body together. */
  readonly words: number
}

export const EXACT = '='
/** No phrase reaches from the title into the body. */
const GAP = 8
/** Positions end at 2^14 - 1 in a tsvector; words behind it are found, but phrases among them are not. */
const LAST_POSITION = 16383
/** Weight A in the two bits above the position. */
const WEIGHT_A = 3 << 14
/** A tsvector has room for 1 MB. What stands behind the first 100,000 words of a page is not indexed. */
const MOST_WORDS = 100_000
const MOST_BYTES = 900_000
/** A lexeme keeps 256 positions. */
const MOST_POSITIONS = 255

export function termVector(title: string, body: string): TermVector {
  const lexemes = new Map<string, number[]>()
  let bytes = 0
  let full = false
  const put = (lexeme: string, position: number, weight: number): void => {
    const places = lexemes.get(lexeme)
    if (places === undefined) {
      bytes += 3 * lexeme.length + 8
      if (bytes > MOST_BYTES) full = true
      else lexemes.set(lexeme, [position | weight])
    } else if (places.length < MOST_POSITIONS && ((places.at(-1) ?? 0) & LAST_POSITION) < position) {
      bytes += 2
      places.push(position | weight)
    }
  }
  const index = (terms: readonly SearchTerm[], offset: number, weight: number): void => {
    let position = offset
    for (const { stem, exact } of terms) {
      if (full) return
      position = Math.min(position + 1, LAST_POSITION)
      put(stem, position, weight)
      put(EXACT + exact, position, weight)
    }
  }
  const titleTerms = searchTerms(title)
  const bodyTerms = searchTerms(body).slice(0, MOST_WORDS)
  index(titleTerms, 0, WEIGHT_A)
  index(bodyTerms, titleTerms.length + GAP, 0)
  return { binary: encoded(lexemes, bytes), words: titleTerms.length + bodyTerms.length }
}

/** Number of lexemes, then each: UTF-8 closed by a zero, number of positions, positions; all numbers in network order. */
function encoded(lexemes: ReadonlyMap<string, readonly number[]>, atMost: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(4 + atMost)
  let at = buffer.writeInt32BE(lexemes.size, 0)
  for (const [lexeme, places] of lexemes) {
    at = writeWord(buffer, lexeme, at)
    buffer[at++] = 0
    buffer[at++] = places.length >> 8
    buffer[at++] = places.length
    for (const place of places) {
      buffer[at++] = place >> 8
      buffer[at++] = place
    }
  }
  // Of its own length, so that it can change hands between threads.
  return Uint8Array.prototype.slice.call(buffer, 0, at)
}

/** Writes UTF-8: Arabic, two bytes a letter, unit by unit, since calling out for each word costs more than that. */
function writeWord(buffer: Buffer, word: string, from: number): number {
  let at = from
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 0x800) return from + buffer.write(word, from, 'utf8')
    if (code < 0x80) buffer[at++] = code
    else {
      buffer[at++] = 0xc0 | (code >> 6)
      buffer[at++] = 0x80 | (code & 0x3f)
    }
  }
  return at
}

/** A lexeme in the input syntax of `tsvector` and `tsquery`. */
export const quoteLexeme = (lexeme: string): string =>
  NEEDS_ESCAPE.test(lexeme) ? `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${lexeme}'`
const NEEDS_ESCAPE = /['\\]/
