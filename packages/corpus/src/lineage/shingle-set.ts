import { shinglesOf, type WordStream } from './words.js'

/** Words of a shingle. */
export const SHINGLE = 5

/** The distinct shingles of a text, laid out to be compared with many texts. */
export class ShingleSet {
  readonly #slots: Uint32Array
  /** The last comparison in which a shingle was met, so that one that comes back counts once. */
  readonly #met: Uint32Array
  readonly #mask: number
  #comparisons = 0
  /** Whether the number 0, which marks a free slot, is among them, and when it was met. */
  #zero = false
  #zeroMet = 0
  /** How many there are. */
  size = 0

  constructor(shingles: Uint32Array) {
    let room = 16
    while (room < shingles.length * 2) room *= 2
    this.#slots = new Uint32Array(room)
    this.#met = new Uint32Array(room)
    this.#mask = room - 1
    for (const shingle of shingles) this.#add(shingle)
  }

  /** How many of them are among these, which may come more than once. */
  common(shingles: Uint32Array): number {
    const turn = ++this.#comparisons
    let common = 0
    for (const shingle of shingles) {
      if (shingle === 0) {
        if (this.#zero && this.#zeroMet !== turn) common++
        this.#zeroMet = turn
        continue
      }
      const slot = this.#slotOf(shingle)
      if (this.#slots[slot] !== shingle || this.#met[slot] === turn) continue
      this.#met[slot] = turn
      common++
    }
    return common
  }

  #add(shingle: number): void {
    if (shingle === 0) {
      if (!this.#zero) this.size++
      this.#zero = true
      return
    }
    const slot = this.#slotOf(shingle)
    if (this.#slots[slot] === shingle) return
    this.#slots[slot] = shingle
    this.size++
  }

  #slotOf(shingle: number): number {
    let slot = shingle & this.#mask
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== shingle) slot = (slot + 1) & this.#mask
    return slot
  }
}

/** Distinct shingles in common over the smaller set; where a text is too short for one, its whole is its shingle. */
export function containmentOf(a: WordStream, b: WordStream): number {
  const size = Math.min(SHINGLE, Math.max(1, Math.min(a.count, b.count)))
  const [shorter, longer] = a.count <= b.count ? [a, b] : [b, a]
  const these = new ShingleSet(shinglesOf(shorter, size))
  const those = shinglesOf(longer, size)
  const smaller = Math.min(these.size, new ShingleSet(those).size)
  return smaller === 0 ? 0 : these.common(those) / smaller
}
