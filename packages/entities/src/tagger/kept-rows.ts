/** Rows of numbers found by two integers, by open addressing; all are forgotten when there is no more room. */
export class KeptRows {
  /** The rows one after the other; a new array whenever they need more room. */
  values: Int32Array
  /** How many there are. */
  count = 0
  readonly #size: number
  readonly #limit: number
  /** One more than the number of the row that each slot holds; 0 in an empty one. The table stays half empty. */
  readonly #slots: Int32Array
  /** The two integers of each row, side by side. */
  readonly #keys: Int32Array

  /** Rows of `size` numbers, `limit` of them at most; a power of two. */
  constructor(size: number, limit: number) {
    this.#size = size
    this.#limit = limit
    this.#slots = new Int32Array(2 * limit)
    this.#keys = new Int32Array(2 * limit)
    this.values = new Int32Array(Math.min(limit, 256) * size)
  }

  /** The number of the row of two integers; `~number` for one made now, all zeros. */
  find(first: number, second: number): number {
    const mask = this.#slots.length - 1
    let slot = slotOf(first, second) & mask
    for (;;) {
      const row = (this.#slots[slot] ?? 0) - 1
      if (row < 0) break
      if (this.#keys[2 * row] === first && this.#keys[2 * row + 1] === second) return row
      slot = (slot + 1) & mask
    }
    if (this.count === this.#limit) {
      this.forget()
      slot = slotOf(first, second) & mask
    }
    const row = this.count++
    this.#slots[slot] = row + 1
    this.#keys[2 * row] = first
    this.#keys[2 * row + 1] = second
    const end = this.count * this.#size
    if (this.values.length < end) {
      const more = new Int32Array(Math.min(this.#limit * this.#size, 2 * this.values.length))
      more.set(this.values)
      this.values = more
    }
    this.values.fill(0, end - this.#size, end)
    return ~row
  }

  forget(): void {
    this.#slots.fill(0)
    this.count = 0
  }
}

function slotOf(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 9
}
