/** A row is told by two integers, which stand in front of its numbers. */
const KEYS = 2
/** Where the numbers of the first row begin. */
export const FIRST_ROW = KEYS

/** Rows of numbers found by two integers, by open addressing; all are forgotten when there is no more room. */
export class KeptRows {
  /** The rows one after the other, each behind its two integers; a new array whenever they need more room. */
  values: Int32Array
  /** How many there are. */
  count = 0
  readonly #size: number
  readonly #limit: number
  /** Where the numbers of the row that each slot holds begin; 0 in an empty one. The table stays half empty. */
  readonly #slots: Int32Array

  /** Rows of `size` numbers, `limit` of them at most; a power of two. */
  constructor(size: number, limit: number) {
    this.#size = size
    this.#limit = limit
    this.#slots = new Int32Array(2 * limit)
    this.values = new Int32Array(Math.min(limit, 256) * (KEYS + size))
  }

  /** Where the numbers of the row of two integers begin in `values`; `~` of it for a row made now, all zeros. */
  find(first: number, second: number): number {
    const slots = this.#slots
    const values = this.values
    const mask = slots.length - 1
    for (let slot = slotOf(first, second) & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot] as number
      if (row === 0) return ~this.#add(first, second, slot)
      if (values[row - 2] === first && values[row - 1] === second) return row
    }
  }

  /** Makes a row that an empty slot is to hold. */
  #add(first: number, second: number, empty: number): number {
    let slot = empty
    if (this.count === this.#limit) {
      this.forget()
      slot = slotOf(first, second) & (this.#slots.length - 1)
    }
    const row = this.count++ * (KEYS + this.#size) + KEYS
    const end = row + this.#size
    if (this.values.length < end) {
      const more = new Int32Array(Math.min(this.#limit * (KEYS + this.#size), 2 * this.values.length))
      more.set(this.values)
      this.values = more
    }
    this.#slots[slot] = row
    this.values[row - 2] = first
    this.values[row - 1] = second
    this.values.fill(0, row, end)
    return row
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
