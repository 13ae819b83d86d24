import type { Token } from './tokens.js'

/** How many tables there are. */
let tables = 0

/**
 * What one reader keeps of tokens wherever they stand, worked out once for a printed token and the way it is cut. It hangs on the
 * token's form and is forgotten with it. A table is made once for a process, not for each text: its number is never given back.
 */
export class TokenTable<T extends {}> {
  readonly #number = tables++
  readonly #make: (token: Token) => T

  /** `make` may look at a token's kind, text and segments, and at nothing that depends on where it stands. */
  constructor(make: (token: Token) => T) {
    this.#make = make
  }

  of(token: Token): T {
    const { kept } = token.form
    const known = kept[this.#number]
    if (known !== undefined) return known as T
    const made = this.#make(token)
    while (kept.length < this.#number) kept.push(undefined)
    kept[this.#number] = made
    return made
  }
}
