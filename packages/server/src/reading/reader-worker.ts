// Entry of the thread that reads and annotates; `ReaderThread` starts it.
import { parentPort, workerData } from 'node:worker_threads'
import { prepareEntry } from '@isnad/store'
import type { Reader, ReaderModule } from './reader.js'
import { type EntryRead, faultOf, type Job, perform } from './reader-jobs.js'
import type { ThreadAnswer } from './reader-thread.js'

const { url, settings } = workerData as ReaderModule
const { reader: makeReader } = (await import(url)) as { reader(settings: unknown): Reader | Promise<Reader> }
const reader = await makeReader(settings)

/** What needs no store is done here as well: packing, stemming, hashing. */
function prepared(read: EntryRead): EntryRead {
  if (read.kind !== 'entry' || 'document' in read.entry) return read
  try {
    return { kind: 'entry', entry: prepareEntry(read.entry) }
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error) }
  }
}

function answer(id: number, job: Job): ThreadAnswer {
  try {
    const value = perform(reader, job)
    return { id, value: job.kind === 'entries' ? (value as readonly EntryRead[]).map(prepared) : value }
  } catch (error) {
    return { id, fault: faultOf(error) }
  }
}

/** What was prepared changes hands instead of being copied. */
const handedOver = (job: Job, { value }: ThreadAnswer): ArrayBuffer[] =>
  job.kind !== 'entries' || value === undefined
    ? []
    : (value as readonly EntryRead[]).flatMap((read) =>
        read.kind === 'entry' && 'document' in read.entry
          ? [read.entry.document, read.entry.head, read.entry.capture].map(({ buffer }) => buffer as ArrayBuffer)
          : [],
      )

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  const answered = answer(id, job)
  parentPort?.postMessage(answered, handedOver(job, answered))
})
