import { type SearchTerm, searchTerms } from '@isnad/text'

/**
 * A `tsvector` of our own terms. Every word stands under two lexemes at one position: its stem, and its exact form with `=`
 * before it. So one index answers both, and phrases may mix them. Words of the title carry weight A.
 */
export interface TermVector {
  /** In the input syntax of the type (PostgreSQL manual, 8.11.1). */
  readonly literal: string
  /** Words of title and body together. */
  readonly words: number
}

export const EXACT = '='
/** No phrase reaches from the title into the body. */
const GAP = 8
/** Positions end at 2^14 - 1 in a tsvector; words behind it are found, but phrases among them are not. */
const LAST_POSITION = 16383
/** A tsvector has room for 1 MB. What stands behind the first 100,000 words of a page is not indexed. */
const MOST_WORDS = 100_000
const MOST_BYTES = 900_000
/** A lexeme keeps 256 positions; more would be read and dropped. */
const MOST_POSITIONS = 255

export function termVector(title: string, body: string): TermVector {
  const lexemes = new Map<string, { places: string; count: number }>()
  let bytes = 0
  let full = false
  const put = (lexeme: string, place: string): void => {
    const known = lexemes.get(lexeme)
    if (known === undefined) {
      bytes += 3 * lexeme.length + 8
      if (bytes > MOST_BYTES) full = true
      else lexemes.set(lexeme, { places: place, count: 1 })
    } else if (known.count < MOST_POSITIONS) {
      bytes += 2
      known.places += `,${place}`
      known.count++
    }
  }
  const index = (terms: readonly SearchTerm[], offset: number, weight: string): void => {
    let position = offset
    for (const { stem, exact } of terms) {
      if (full) return
      const place = `${Math.min(++position, LAST_POSITION)}${weight}`
      put(stem, place)
      put(EXACT + exact, place)
    }
  }
  const titleTerms = searchTerms(title)
  const bodyTerms = searchTerms(body).slice(0, MOST_WORDS)
  index(titleTerms, 0, 'A')
  index(bodyTerms, titleTerms.length + GAP, '')
  let literal = ''
  for (const [lexeme, { places }] of lexemes) literal += `${quoteLexeme(lexeme)}:${places} `
  return { literal, words: titleTerms.length + bodyTerms.length }
}

/** A lexeme in the input syntax of `tsvector` and `tsquery`. */
export const quoteLexeme = (lexeme: string): string =>
  NEEDS_ESCAPE.test(lexeme) ? `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${lexeme}'`
const NEEDS_ESCAPE = /['\\]/
