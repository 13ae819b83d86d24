// Entry of the thread that reads and annotates; `ReaderThread` starts it.
import { parentPort, workerData } from 'node:worker_threads'
import { IsnadError } from '@isnad/text'
import type { Reader, ReaderModule } from './reader.js'
import { type Job, perform } from './reader-jobs.js'
import type { ThreadAnswer } from './reader-thread.js'

const { url, settings } = workerData as ReaderModule
const { reader: makeReader } = (await import(url)) as { reader(settings: unknown): Reader | Promise<Reader> }
const reader = await makeReader(settings)

function answer(id: number, job: Job): ThreadAnswer {
  try {
    return { id, value: perform(reader, job) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}
    // Cloning would lose the code.
    const fault =
      error instanceof IsnadError
        ? { code: error.code, detail: detail.slice(error.code.length + 2) }
        : { code: 'INTERNAL' as const, detail }
    return { id, fault: { ...fault, ...stack } }
  }
}

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) =>
  parentPort?.postMessage(answer(id, job)),
)
