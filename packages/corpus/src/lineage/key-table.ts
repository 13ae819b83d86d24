/** Numbers by 32-bit keys, built once: open addressing, a few times as fast to ask as a Map, with a sieve before it. */
export class KeyTable {
  readonly #keys: Uint32Array
  readonly #values: Uint32Array
  readonly #taken: Uint8Array
  readonly #mask: number
  /** Bits by the lower part of a key: 0 where no key ends so, which settles most questions in the cache. */
  readonly #sieve = new Uint32Array(SIEVE_BITS / 32)

  constructor(entries: ReadonlyMap<number, number>) {
    let room = 16
    while (room < entries.size * 2) room *= 2
    this.#keys = new Uint32Array(room)
    this.#values = new Uint32Array(room)
    this.#taken = new Uint8Array(room)
    this.#mask = room - 1
    for (const [key, value] of entries) {
      const slot = this.#slotOf(key)
      this.#keys[slot] = key
      this.#values[slot] = value
      this.#taken[slot] = 1
      const bit = key & (SIEVE_BITS - 1)
      this.#sieve[bit >>> 5] = (this.#sieve[bit >>> 5] as number) | (1 << (bit & 31))
    }
  }

  has(key: number): boolean {
    const bit = key & (SIEVE_BITS - 1)
    return ((this.#sieve[bit >>> 5] as number) & (1 << (bit & 31))) !== 0 && this.#taken[this.#slotOf(key)] === 1
  }

  get(key: number): number | undefined {
    return this.has(key) ? this.#values[this.#slotOf(key)] : undefined
  }

  #slotOf(key: number): number {
    // The lower bits went through the sieve; the upper ones spread over the table.
    let slot = (key >>> 11) & this.#mask
    while (this.#taken[slot] === 1 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    return slot
  }
}

const SIEVE_BITS = 1 << 21
