/** Disjoint sets over numbers, each set known by one of them (Tarjan 1975, with path halving). */
export class Clusters {
  #boss = new Int32Array(0)

  /** The number by which the set of a number is known now. */
  of(number: number): number {
    let at = number
    while (at < this.#boss.length && (this.#boss[at] as number) !== at) {
      const above = this.#boss[at] as number
      this.#boss[at] = this.#boss[above] as number
      at = this.#boss[at] as number
    }
    return at
  }

  /** Makes one set of two; the lower number speaks for it. */
  join(a: number, b: number): void {
    this.#reach(Math.max(a, b))
    const one = this.of(a)
    const other = this.of(b)
    this.#boss[Math.max(one, other)] = Math.min(one, other)
  }

  #reach(number: number): void {
    const known = this.#boss.length
    if (number < known) return
    const larger = new Int32Array(Math.max(1024, known * 2, number + 1))
    larger.set(this.#boss)
    for (let at = known; at < larger.length; at++) larger[at] = at
    this.#boss = larger
  }
}
