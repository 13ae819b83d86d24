import type { Segment, Token } from './tokens.js'

/** What is kept of a word in one of the ways in which it is cut. */
interface Variant<T> {
  readonly cut: readonly Segment[]
  readonly start: number
  readonly kept: T
  readonly next: Variant<T> | undefined
}

const MOST = 1 << 15

/**
 * What one reader keeps of words wherever they stand, worked out once for a printed word and the way it is cut. In two
 * generations: when the young one is full it becomes the old one, and what of that is not met again is forgotten.
 */
export class TokenTable<T> {
  readonly #make: (token: Token) => T
  readonly #most: number
  #young = new Map<string, Variant<T>>()
  #old: ReadonlyMap<string, Variant<T>> | undefined
  #size = 0

  /** `make` may look at a token's kind, text and segments, and at nothing that depends on where it stands. */
  constructor(make: (token: Token) => T, most: number = MOST) {
    this.#make = make
    this.#most = most
  }

  of(token: Token): T {
    const known = this.#young.get(token.text)
    for (let variant = known; variant !== undefined; variant = variant.next)
      if (isCutAlike(variant, token)) return variant.kept
    return this.#keep(token, known)
  }

  #keep(token: Token, known: Variant<T> | undefined): T {
    let older = this.#old?.get(token.text)
    while (older !== undefined && !isCutAlike(older, token)) older = older.next
    const kept = older === undefined ? this.#make(token) : older.kept
    let next = known
    if (this.#size >= this.#most) {
      this.#old = this.#young
      this.#young = new Map()
      this.#size = 0
      next = undefined
    }
    this.#young.set(token.text, { cut: token.segments, start: token.start, kept, next })
    this.#size++
    return kept
  }
}

function isCutAlike<T>({ cut, start }: Variant<T>, token: Token): boolean {
  const { segments } = token
  const { length } = segments
  if (length !== cut.length) return false
  for (let i = 0; i < length; i++) {
    const a = cut[i] as Segment
    const b = segments[i] as Segment
    if (a.role !== b.role || a.end - start !== b.end - token.start) return false
  }
  return true
}
