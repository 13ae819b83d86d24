/** Work that one caller starts and every other joins. A failure is told to whoever waits, and to nobody when nobody does. */
export class SingleRun {
  #running: Promise<void> | undefined

  join(work: () => Promise<void>): Promise<void> {
    if (this.#running === undefined) {
      this.#running = work().finally(() => {
        this.#running = undefined
      })
      this.#running.catch(() => undefined)
    }
    return this.#running
  }

  /** Waits for what is under way, however it ends. */
  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined)
  }
}
