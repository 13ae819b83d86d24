import { type SearchForm, searchForms } from '@isnad/text'

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
const EXACT_UNIT = EXACT.charCodeAt(0)
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

/** Lexemes with their places; most have one. */
type Places = Map<string, number | number[]>

/** The vector of an article's words. */
export function termVector(title: string, body: string): TermVector {
  const stems: Places = new Map()
  const exacts: Places = new Map()
  let bytes = 0
  let full = false
  const put = (lexemes: Places, word: string, position: number, weight: number): void => {
    const places = lexemes.get(word)
    if (places === undefined) {
      bytes += 3 * word.length + (lexemes === exacts ? 11 : 8)
      if (bytes > MOST_BYTES) full = true
      else lexemes.set(word, position | weight)
      return
    }
    const many = typeof places === 'number' ? [places] : places
    if (many.length === MOST_POSITIONS || ((many[many.length - 1] ?? 0) & LAST_POSITION) >= position) return
    bytes += 2
    many.push(position | weight)
    if (many !== places) lexemes.set(word, many)
  }
  const index = (forms: readonly SearchForm[], offset: number, weight: number): void => {
    let position = offset
    for (const { stem, exact } of forms) {
      if (full) return
      position = Math.min(position + 1, LAST_POSITION)
      put(stems, stem, position, weight)
      put(exacts, exact, position, weight)
    }
  }
  const titleForms = searchForms(title)
  const bodyForms = searchForms(body).slice(0, MOST_WORDS)
  index(titleForms, 0, WEIGHT_A)
  index(bodyForms, titleForms.length + GAP, 0)
  return { binary: encoded(stems, exacts, bytes), words: titleForms.length + bodyForms.length }
}

/** Number of lexemes, then each: UTF-8 closed by a zero, number of positions, positions; all numbers in network order. */
function encoded(stems: Places, exacts: Places, atMost: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(4 + atMost)
  let at = buffer.writeInt32BE(stems.size + exacts.size, 0)
  const number = (value: number): void => {
    buffer[at++] = value >> 8
    buffer[at++] = value
  }
  for (const lexemes of [stems, exacts]) {
    for (const [word, places] of lexemes) {
      if (lexemes === exacts) buffer[at++] = EXACT_UNIT
      at = writeWord(buffer, word, at)
      buffer[at++] = 0
      if (typeof places === 'number') {
        number(1)
        number(places)
      } else {
        number(places.length)
        for (const place of places) number(place)
      }
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
