import type { Piece } from './segmenter/segment.js'
import type { TokenKind } from './tokens.js'

/**
 * A printed token and the way it is cut, wherever it stands. While it keeps coming, all tokens of one form share one object, on
 * which each reader's `TokenTable` hangs what it knows of the form.
 */
export class TokenForm {
  readonly kind: TokenKind
  readonly printed: string
  /** Offsets count from the token's start. */
  readonly pieces: readonly Piece[]
  /** By the number of a table. */
  readonly kept: unknown[] = []

  constructor(kind: TokenKind, printed: string, pieces: readonly Piece[]) {
    this.kind = kind
    this.printed = printed
    this.pieces = pieces
  }
}

/** The form of what nothing is cut off. */
export const wholeForm = (kind: TokenKind, printed: string): TokenForm =>
  new TokenForm(kind, printed, [{ role: 'stem', start: 0, end: printed.length, form: printed }])
