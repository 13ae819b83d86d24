/** Which texts hold which fingerprint. Texts are numbered upwards, so that the newest come first where only some are asked. */
export interface Postings {
  /** Numbers of the texts that hold it, newest first, at most `most`, put into `into` from `from` on; returns how many. */
  newest(fingerprint: number, most: number, into: Uint32Array, from: number): number
}

const FREE = -1

/** Postings that grow: an open-addressing table of chains in flat arrays, about 30 bytes a fingerprint of a text. */
export class GrowingPostings implements Postings {
  #keys = new Uint32Array(1 << 12)
  #heads = new Int32Array(1 << 12).fill(FREE)
  #counts = new Uint32Array(1 << 12)
  #used = 0
  #owners = new Uint32Array(1 << 12)
  #older = new Int32Array(1 << 12)
  #length = 0

  /** Adds the fingerprints of the next text; numbers must rise. */
  add(text: number, fingerprints: Uint32Array): void {
    while ((this.#used + fingerprints.length) * 2 > this.#keys.length) this.#rehash()
    while (this.#length + fingerprints.length > this.#owners.length) this.#extend()
    for (const fingerprint of fingerprints) {
      const slot = this.#slotOf(fingerprint)
      const head = this.#heads[slot] as number
      if (head === FREE) {
        this.#keys[slot] = fingerprint
        this.#used++
      }
      this.#owners[this.#length] = text
      this.#older[this.#length] = head
      this.#heads[slot] = this.#length++
      this.#counts[slot] = (this.#counts[slot] as number) + 1
    }
  }

  newest(fingerprint: number, most: number, into: Uint32Array, from: number): number {
    let at = this.#heads[this.#slotOf(fingerprint)] as number
    let found = 0
    while (at !== FREE && found < most) {
      into[from + found++] = this.#owners[at] as number
      at = this.#older[at] as number
    }
    return found
  }

  /** Every fingerprint, ascending, with its texts, ascending. */
  *sorted(): Generator<readonly [fingerprint: number, texts: Uint32Array]> {
    const keys: number[] = []
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#heads[slot] !== FREE) keys.push(this.#keys[slot] as number)
    }
    for (const fingerprint of Uint32Array.from(keys).sort()) {
      const texts = new Uint32Array(this.#counts[this.#slotOf(fingerprint)] as number)
      this.newest(fingerprint, texts.length, texts, 0)
      yield [fingerprint, texts.reverse()]
    }
  }

  #slotOf(fingerprint: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(fingerprint, 0x9e3779b1) >>> 0) & mask
    while (this.#heads[slot] !== FREE && this.#keys[slot] !== fingerprint) slot = (slot + 1) & mask
    return slot
  }

  #rehash(): void {
    const keys = this.#keys
    const heads = this.#heads
    const counts = this.#counts
    this.#keys = new Uint32Array(keys.length * 2)
    this.#heads = new Int32Array(keys.length * 2).fill(FREE)
    this.#counts = new Uint32Array(keys.length * 2)
    for (let old = 0; old < keys.length; old++) {
      if (heads[old] === FREE) continue
      const slot = this.#slotOf(keys[old] as number)
      this.#keys[slot] = keys[old] as number
      this.#heads[slot] = heads[old] as number
      this.#counts[slot] = counts[old] as number
    }
  }

  #extend(): void {
    const owners = new Uint32Array(this.#owners.length * 2)
    owners.set(this.#owners)
    this.#owners = owners
    const older = new Int32Array(this.#older.length * 2)
    older.set(this.#older)
    this.#older = older
  }
}
