import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader, ReaderModule } from './reader.js'
import { type AnswerTo, type Job, perform } from './reader-jobs.js'
import { ReaderThread, type Urgency } from './reader-thread.js'

/** Where pages are read and articles annotated. */
export interface Workroom {
  readonly analyser: string
  /** Rejects with what the reader throws. */
  do<J extends Job>(job: J, urgency: Urgency): Promise<AnswerTo<J>>
  close(): Promise<void>
}

/** Threads of their own for a reader that tells where it can be found, else this one. */
export function workroom(reader: Reader): Workroom {
  const { analyser, module } = reader
  if (module !== undefined) return new ThreadedRoom(analyser, module)
  return {
    analyser,
    async do<J extends Job>(job: J) {
      await nextTurn()
      return perform(reader, job) as AnswerTo<J>
    },
    close: () => Promise.resolve(),
  }
}

/** Slices read for keeping after which a load counts as long: a second thread then pays for its start. */
const LONG_LOAD = 24
/** Milliseconds without anything to read after which the second thread is given back, its memory with it. */
const IDLE = 10_000

/**
 * One thread for everything, and in a long load a second that only reads, where there is a core for it: beside this thread and
 * the database's, two cores are full, and a second reader costs them another start and another memory of words.
 */
class ThreadedRoom implements Workroom {
  readonly #first: ReaderThread
  #second: ReaderThread | undefined
  #slices = 0
  readonly #open = { first: 0, second: 0 }
  #idle: NodeJS.Timeout | undefined

  constructor(
    readonly analyser: string,
    private readonly module: ReaderModule,
  ) {
    this.#first = new ReaderThread(module)
  }

  do<J extends Job>(job: J, urgency: Urgency): Promise<AnswerTo<J>> {
    return job.kind === 'entries' ? this.#read(job, urgency) : this.#first.do(job, urgency)
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    await Promise.all([this.#first.close(), this.#second?.close()])
  }

  async #read<J extends Job>(job: J, urgency: Urgency): Promise<AnswerTo<J>> {
    clearTimeout(this.#idle)
    if (++this.#slices > LONG_LOAD && availableParallelism() > 2) this.#second ??= new ReaderThread(this.module)
    const which = this.#second !== undefined && this.#open.second < this.#open.first ? 'second' : 'first'
    const thread = which === 'second' ? this.#second : this.#first
    this.#open[which]++
    try {
      return await (thread ?? this.#first).do(job, urgency)
    } finally {
      if (--this.#open[which] === 0 && this.#open.first + this.#open.second === 0)
        this.#idle = setTimeout(() => this.#rest(), IDLE).unref()
    }
  }

  #rest(): void {
    this.#slices = 0
    const second = this.#second
    this.#second = undefined
    void second?.close()
  }
}
