/**
 * Lets one job at a time through, readers before writers. A long load hands over batch after batch; without the two queues
 * a search would wait behind all batches that were handed over before it.
 */
export class Turnstile {
  readonly #readers: (() => void)[] = []
  readonly #writers: (() => void)[] = []
  #busy = false

  get isBusy(): boolean {
    return this.#busy
  }

  async pass<T>(kind: 'read' | 'write', job: () => Promise<T>): Promise<T> {
    if (this.#busy) await new Promise<void>((go) => (kind === 'read' ? this.#readers : this.#writers).push(go))
    this.#busy = true
    try {
      return await job()
    } finally {
      const next = this.#readers.shift() ?? this.#writers.shift()
      if (next === undefined) this.#busy = false
      else next()
    }
  }
}
