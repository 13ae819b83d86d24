/** What is kept of words, found by where they stand so that a word met before is never cut out of its text again. */
export interface Kept {
  readonly printed: string
}

const MOST = 1 << 16

/** The start value of a word's hash. */
export const HASH_SEED = 0x811c9dc5

/** Carries one code unit more into a hash (Fowler, Noll and Vo's, on whole units). */
export const hashUnit = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/**
 * A table of words in two generations: when the young one is full it becomes the old one, and what of that is not met again
 * is forgotten. Open addressing, linear probes.
 */
export class WordTable<T extends Kept> {
  private readonly mask: number
  private young: (T | undefined)[]
  private old: (T | undefined)[] | undefined
  private size = 0

  /** Each generation has `most` words; a power of two. */
  constructor(
    private readonly make: (printed: string) => T,
    private readonly most = MOST,
  ) {
    this.mask = 2 * most - 1
    this.young = new Array(2 * most)
  }

  of(printed: string): T {
    let hash = HASH_SEED
    for (let i = 0; i < printed.length; i++) hash = hashUnit(hash, printed.charCodeAt(i))
    return this.at(printed, 0, printed.length, hash)
  }

  /** What is kept of the word between two offsets, whose hash is given. */
  at(value: string, start: number, end: number, hash: number): T {
    const first = (hash ^ (hash >>> 15)) & this.mask
    let slot = first
    for (let kept = this.young[slot]; kept !== undefined; kept = this.young[slot]) {
      if (isWord(kept.printed, value, start, end)) return kept
      slot = (slot + 1) & this.mask
    }
    const word = this.older(value, start, end, first) ?? this.make(value.slice(start, end))
    if (this.size >= this.most) {
      this.old = this.young
      this.young = new Array(2 * this.most)
      this.size = 0
      slot = first
    }
    this.young[slot] = word
    this.size++
    return word
  }

  private older(value: string, start: number, end: number, first: number): T | undefined {
    if (this.old === undefined) return undefined
    let slot = first
    for (let kept = this.old[slot]; kept !== undefined; kept = this.old[slot]) {
      if (isWord(kept.printed, value, start, end)) return kept
      slot = (slot + 1) & this.mask
    }
    return undefined
  }
}

function isWord(printed: string, value: string, start: number, end: number): boolean {
  const { length } = printed
  if (length !== end - start) return false
  for (let i = 0; i < length; i++) if (printed.charCodeAt(i) !== value.charCodeAt(start + i)) return false
  return true
}
