import type { Terminal } from '../command.js'
import { durationText, figure } from './words.js'

export interface Done {
  /** Bytes of input dealt with. */
  readonly bytes: number
  readonly captures: number
  readonly failed: number
}

const REDRAW = 120
const LOG_EVERY = 10_000

/** How far a load has come: a bar that redraws itself on a screen, a line now and then in a log. */
export class Progress {
  private readonly began = Date.now()
  private last = 0
  private drawn = false

  constructor(
    private readonly terminal: Pick<Terminal, 'err' | 'isScreen' | 'columns'>,
    private readonly totalBytes: number,
  ) {
    if (!terminal.isScreen) this.last = this.began
  }

  show(done: Done): void {
    const now = Date.now()
    if (now - this.last < (this.terminal.isScreen ? REDRAW : LOG_EVERY)) return
    this.last = now
    if (this.terminal.isScreen) {
      this.terminal.err(`\r${this.bar(done, now)}\u001b[K`) // \u001b[K: erase to the end of the line
      this.drawn = true
    } else this.terminal.err(`${this.line(done, now)}\n`)
  }

  /** Takes the bar off the screen, so that the summary stands alone. */
  clear(): void {
    if (this.drawn) this.terminal.err('\r\u001b[K')
    this.drawn = false
  }

  private share({ bytes }: Done): number {
    return this.totalBytes === 0 ? 1 : Math.min(1, bytes / this.totalBytes)
  }

  private line(done: Done, now: number): string {
    const elapsed = now - this.began
    const share = this.share(done)
    const rate = Math.round(done.captures / Math.max(0.001, elapsed / 1000))
    const left = share > 0.02 ? `, about ${durationText((elapsed / share) * (1 - share))} left` : ''
    const failed = done.failed === 0 ? '' : `, ${figure(done.failed)} failed`
    return `${Math.floor(share * 100)} %, ${figure(done.captures)} pages${failed}, ${figure(rate)}/s${left}`
  }

  private bar(done: Done, now: number): string {
    const text = ` ${this.line(done, now)}`
    const width = Math.max(0, Math.min(40, this.terminal.columns - text.length - 3))
    const full = Math.round(this.share(done) * width)
    return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]${text}`.slice(0, Math.max(20, this.terminal.columns - 1))
  }
}
