import { Worker } from 'node:worker_threads'
import { IsnadError } from '@isnad/text'
import type { ReaderModule } from './reader.js'
import { type AnswerTo, errorOf, type Fault, type Job } from './reader-jobs.js'

export interface ThreadAnswer {
  readonly id: number
  readonly value?: unknown
  readonly fault?: Fault
}

/**
 * Room for what an article leaves behind within moments, in megabytes; the default of 48 has it copied over and over. Measured:
 * a sixth more articles a second for 80 MB (docs/speed.md).
 */
const YOUNG_MB = 96

/** `asked`: somebody waits for the answer. `behind`: work that gives way. */
export type Urgency = 'asked' | 'behind'

interface Ticket {
  readonly job: Job
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  crashes: number
}

/** Jobs that the thread holds at once: one that it works on, one that keeps it from idling until it is heard. */
const HANDED_OVER = 2
/** Jobs that may wait of each urgency; more are refused with `BUSY`. */
const MOST_WAITING = 256
/** A job that ends the thread is tried once more: it may have been the one before that filled the memory. */
const MOST_CRASHES = 2

/**
 * A reader in a thread of its own, so that whoever asks for something else does not wait for it. It starts with the first job.
 * When it breaks down another takes its place, and what it had not answered is done again.
 */
export class ReaderThread {
  #worker: Worker | undefined
  readonly #waiting: Readonly<Record<Urgency, Ticket[]>> = { asked: [], behind: [] }
  /** In the order in which they were handed over; the first is the one that is worked on. */
  readonly #running = new Map<number, Ticket>()
  #lastId = 0
  #closed = false

  constructor(private readonly module: ReaderModule) {}

  /** Rejects with the error that the reader threw, or `BUSY`, or `INTERNAL` when the thread breaks down over the job. */
  do<J extends Job>(job: J, urgency: Urgency): Promise<AnswerTo<J>> {
    if (this.#closed) return Promise.reject(new IsnadError('BUSY', 'the reader is closing'))
    if (this.#waiting[urgency].length >= MOST_WAITING)
      return Promise.reject(new IsnadError('BUSY', `${MOST_WAITING} pages wait to be read already`))
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting[urgency].push({ job, resolve, reject, crashes: 0 })
      this.#handOver()
    }) as Promise<AnswerTo<J>>
  }

  /** Ends the thread; what was not answered is rejected. */
  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    this.#worker = undefined
    const left = [...this.#running.values(), ...this.#waiting.asked.splice(0), ...this.#waiting.behind.splice(0)]
    this.#running.clear()
    for (const { reject } of left) reject(new IsnadError('BUSY', 'the reader is closing'))
    await worker?.terminate()
  }

  #handOver(): void {
    while (!this.#closed && this.#running.size < HANDED_OVER) {
      const ticket = this.#waiting.asked.shift() ?? this.#waiting.behind.shift()
      if (ticket === undefined) return
      this.#worker ??= this.#start()
      const id = ++this.#lastId
      this.#running.set(id, ticket)
      try {
        this.#worker.postMessage({ id, job: ticket.job })
      } catch (error) {
        this.#running.delete(id)
        ticket.reject(error as Error)
      }
    }
  }

  #start(): Worker {
    const { execArgv, url, settings } = this.module
    const worker = new Worker(new URL('./reader-worker.js', import.meta.url), {
      workerData: { url, settings } satisfies ReaderModule,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      ...(execArgv === undefined ? {} : { execArgv: [...execArgv] }),
    })
    let cause: unknown
    worker.on('message', (answer: ThreadAnswer) => this.#note(answer))
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', (code) => {
      if (worker === this.#worker) this.#breakdown(cause ?? new Error(`exit code ${code}`))
    })
    return worker
  }

  #note({ id, value, fault }: ThreadAnswer): void {
    const ticket = this.#running.get(id)
    this.#running.delete(id)
    if (fault === undefined) ticket?.resolve(value)
    else ticket?.reject(errorOf(fault))
    this.#handOver()
  }

  #breakdown(cause: unknown): void {
    this.#worker = undefined
    const [first, ...others] = this.#running.values()
    this.#running.clear()
    const again = [...others]
    if (first !== undefined && ++first.crashes < MOST_CRASHES) again.unshift(first)
    else if (first !== undefined) {
      const detail = cause instanceof Error ? cause.message : String(cause)
      first.reject(new IsnadError('INTERNAL', `the reading thread broke down twice over this: ${detail}`, { cause }))
    }
    this.#waiting.asked.unshift(...again)
    this.#handOver()
  }
}
