import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader } from './reader.js'
import { type AnswerTo, type Job, perform } from './reader-jobs.js'
import { ReaderThread, type Urgency } from './reader-thread.js'

/** Where pages are read and articles annotated. */
export interface Workroom {
  readonly analyser: string
  /** Rejects with what the reader throws. */
  do<J extends Job>(job: J, urgency: Urgency): Promise<AnswerTo<J>>
  close(): Promise<void>
}

/** A thread of its own for a reader that tells where it can be found, else this one. */
export function workroom(reader: Reader): Workroom {
  const { analyser, module } = reader
  if (module === undefined) {
    return {
      analyser,
      async do<J extends Job>(job: J) {
        await nextTurn()
        return perform(reader, job) as AnswerTo<J>
      },
      close: () => Promise.resolve(),
    }
  }
  const thread = new ReaderThread(module)
  return { analyser, do: (job, urgency) => thread.do(job, urgency), close: () => thread.close() }
}
