import type { CardinalWord } from '../lex/lexeme.js'
import type { Reader } from './reader.js'

/** The cardinal a token contributes when nothing but و may be attached to it. */
export function card(r: Reader, i: number): CardinalWord | undefined {
  return r.lexeme(i).card
}

export function bare(r: Reader, i: number): CardinalWord | undefined {
  const word = r.tokens.tabled(i)
  return word !== undefined && word.proclitic === '' && !word.article ? word.lexeme.card : undefined
}

export interface Piece {
  readonly value: number
  readonly to: number
}

/** One or more scale words that multiply: ألف مليون. */
export function scalesAt(r: Reader, i: number): Piece | undefined {
  let value = 1
  let j = i
  while (j - i < 2) {
    const word = bare(r, j)
    if (word?.part !== 'scale' || word.dual) break
    value *= word.value
    j++
  }
  return j > i ? { value, to: j } : undefined
}
