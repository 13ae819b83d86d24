import type { Capture } from '@isnad/page'
import type { Added, AddKind, Checkpoint, NewFailure, Store } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type { IngestReport, IngestResult, Queue } from '../contract/api-types.js'
import { reportRejection } from '../views/wording.js'
import { type EntryRead, faultOf, type Submitted } from './reader-jobs.js'
import type { Workroom } from './workroom.js'

/** A capture on its way into the store. */
export interface Submission {
  readonly capture: Capture
  /** Path or address it came from. */
  readonly source?: string
  /** Line or record inside the source, from 1. */
  readonly position?: number
  /** Tells records apart that agree in bytes, URL and outlet. */
  readonly identity?: string
}

export interface IngestOptions {
  /** Written together with the batch, so that an interrupted load goes on where it stopped. */
  readonly checkpoint?: Omit<Checkpoint, 'savedAt'>
  /** What could not even be submitted; kept in the same transaction. */
  readonly failures?: readonly NewFailure[]
  /** Takes articles back in that were removed before. */
  readonly restore?: boolean
}

/** Captures that may wait at once; more are refused with `BUSY`. */
const MOST_WAITING = 5_000
/** A job for the workroom holds so many captures, or so many bytes: a request that comes meanwhile waits for no more. */
const SLICE = 8
const SLICE_BYTES = 256 * 1024
/** Slices in the workroom at once, so that its threads never wait for the next. */
const SLICES_AHEAD = 5
const RATE_WINDOW = 10_000

type Prepared = EntryRead | { readonly kind: 'known' }

const OUTCOMES: Readonly<Record<AddKind, IngestResult['outcome']>> = {
  added: 'added',
  newVersion: 'new-version',
  unchanged: 'known',
  removed: 'removed',
}

function slicesOf(batch: readonly Submission[]): Submitted[][] {
  const slices: Submitted[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const { capture, identity } of batch) {
    let slice = slices.at(-1)
    if (slice === undefined || slice.length >= SLICE || bytes >= SLICE_BYTES) {
      slice = []
      slices.push(slice)
      bytes = 0
    }
    slice.push({ capture: { ...capture, bytes: ownBytes(capture.bytes) }, ...(identity ? { identity } : {}) })
    bytes += capture.bytes.byteLength
  }
  return slices
}

/** Whatever shares a buffer with other things takes all of it along to another thread. */
const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.prototype.slice.call(bytes)

/** One thing after the other, in the order of the calls; a failed turn does not stop the next. */
function lane(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/**
 * The one way into the store. Batches are looked up, read and written in the order in which they came; while one is being
 * written the next is read. Three batches in flight keep both the reader and the database busy.
 */
export class IngestQueue {
  private readonly lookUp = lane()
  private readonly reading = lane()
  private readonly writing = lane()
  private waiting = 0
  private running = 0
  private readonly totals = { added: 0, known: 0, rejected: 0, failed: 0 }
  private readonly recent: { readonly at: number; readonly captures: number }[] = []
  private readonly open = new Set<Promise<unknown>>()
  /** Sources of which a batch was lost: a later checkpoint would pass over it. */
  private readonly broken = new Map<string, unknown>()
  private closed = false

  constructor(
    private readonly store: Store,
    private readonly room: Workroom,
  ) {}

  /** Reads and stores a batch, all of it in one transaction. Throws `BUSY`, or what the store throws. */
  async ingest(batch: readonly Submission[], options: IngestOptions = {}): Promise<IngestReport> {
    if (this.closed) throw new IsnadError('BUSY', 'the server is closing')
    if (this.waiting + batch.length > MOST_WAITING)
      throw new IsnadError('BUSY', `${this.waiting} captures are waiting already; the limit is ${MOST_WAITING}`)
    this.waiting += batch.length
    const work = this.work(batch, options)
    this.open.add(work)
    try {
      return await work
    } finally {
      this.open.delete(work)
    }
  }

  /** True while captures wait or are being read or written. */
  isLoading(): boolean {
    return this.waiting + this.running > 0
  }

  progress(): Queue {
    const since = Date.now() - RATE_WINDOW
    while ((this.recent[0]?.at ?? since) < since) this.recent.shift()
    const captures = this.recent.reduce((sum, entry) => sum + entry.captures, 0)
    const perSecond = Math.round((captures / (RATE_WINDOW / 1000)) * 10) / 10
    return { waiting: this.waiting, running: this.running, ...this.totals, perSecond }
  }

  /** Takes nothing more and waits for the batches under way. */
  async close(): Promise<void> {
    this.closed = true
    await Promise.allSettled(this.open)
  }

  private async work(batch: readonly Submission[], options: IngestOptions): Promise<IngestReport> {
    let begun = false
    try {
      // A removed capture counts as known, so a batch that brings removed articles back is not looked up first.
      const known = options.restore === true ? [] : await this.lookUp(() => this.known(batch))
      const prepared = await this.reading(() => {
        begun = true
        this.waiting -= batch.length
        this.running += batch.length
        return this.readAll(batch, known)
      })
      const report = await this.writing(() => this.write(batch, prepared, options))
      this.recent.push({ at: Date.now(), captures: batch.length })
      for (const key of ['added', 'known', 'rejected', 'failed'] as const) this.totals[key] += report.counts[key]
      return report
    } catch (error) {
      if (options.checkpoint !== undefined) this.broken.set(options.checkpoint.source, error)
      throw error
    } finally {
      if (begun) this.running -= batch.length
      else this.waiting -= batch.length
    }
  }

  private async known(batch: readonly Submission[]): Promise<readonly boolean[]> {
    const { analyser } = this.room
    return this.store.known(
      batch.map(({ capture, identity }) => ({ capture, analyser, ...(identity ? { identity } : {}) })),
    )
  }

  private async readAll(batch: readonly Submission[], known: readonly boolean[]): Promise<Prepared[]> {
    const wanted = batch.filter((_, at) => known[at] !== true)
    const slices: Promise<readonly EntryRead[]>[] = []
    for (const captures of slicesOf(wanted)) {
      await slices.at(-SLICES_AHEAD)
      const slice = this.readSlice(captures)
      slice.catch(() => undefined) // told when all are awaited
      slices.push(slice)
    }
    const read = (await Promise.all(slices)).flat()
    let next = 0
    return batch.map((_, at) => {
      const one = known[at] === true ? undefined : read[next++]
      return one ?? { kind: 'known' }
    })
  }

  /** A slice whose reading breaks down as a whole is read page by page, so that only the page that did it fails. */
  private async readSlice(captures: readonly Submitted[]): Promise<readonly EntryRead[]> {
    try {
      return await this.room.do({ kind: 'entries', captures }, 'behind')
    } catch (error) {
      if (error instanceof IsnadError && error.code === 'BUSY') throw error
      if (captures.length === 1) return [{ kind: 'failed', fault: faultOf(error) }]
      const singly: EntryRead[] = []
      for (const one of captures) singly.push(...(await this.readSlice([one])))
      return singly
    }
  }

  private async write(
    batch: readonly Submission[],
    prepared: readonly Prepared[],
    options: IngestOptions,
  ): Promise<IngestReport> {
    const { restore, checkpoint } = options
    if (checkpoint !== undefined && this.broken.has(checkpoint.source)) throw this.broken.get(checkpoint.source)
    const failures = [...(options.failures ?? []), ...prepared.flatMap((one, at) => failureOf(batch[at], one))]
    const entries = prepared.flatMap((one) => (one.kind === 'entry' ? [one.entry] : []))
    const idle = entries.length === 0 && failures.length === 0 && checkpoint === undefined
    const added = idle
      ? []
      : await this.store.add(entries, {
          failures,
          ...(checkpoint === undefined ? {} : { checkpoint }),
          ...(restore === undefined ? {} : { restore }),
        })
    let next = 0
    const results = prepared.map((one, at) =>
      resultOf(batch[at], one, one.kind === 'entry' ? added[next++] : undefined),
    )
    const count = (...outcomes: IngestResult['outcome'][]): number =>
      results.filter(({ outcome }) => outcomes.includes(outcome)).length
    return {
      results,
      counts: {
        added: count('added', 'new-version'),
        known: count('known', 'removed'),
        rejected: count('rejected'),
        failed: count('failed'),
      },
    }
  }
}

function resultOf(submission: Submission | undefined, prepared: Prepared, added: Added | undefined): IngestResult {
  const origin = { source: submission?.source ?? null, position: submission?.position ?? null, articleId: null }
  switch (prepared.kind) {
    case 'known':
      return { ...origin, outcome: 'known' }
    case 'rejected':
      return { ...origin, outcome: 'rejected', rejection: reportRejection(prepared.rejection) }
    case 'failed':
      return { ...origin, outcome: 'failed', problem: { code: prepared.fault.code, detail: prepared.fault.detail } }
    case 'entry':
      return { ...origin, outcome: added ? OUTCOMES[added.kind] : 'known', articleId: added?.id ?? null }
  }
}

/** A capture with no name of its own is not kept among the failures: nobody could read it again. */
function failureOf(submission: Submission | undefined, prepared: Prepared): NewFailure[] {
  if (submission?.source === undefined) return []
  const place = {
    source: submission.source,
    ...(submission.position === undefined ? {} : { position: submission.position }),
  }
  if (prepared.kind === 'rejected')
    return [{ ...place, reason: prepared.rejection.kind, detail: reportRejection(prepared.rejection).reason.en }]
  if (prepared.kind === 'failed') return [{ ...place, reason: prepared.fault.code, detail: prepared.fault.detail }]
  return []
}
