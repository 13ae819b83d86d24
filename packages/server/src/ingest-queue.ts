import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Capture, Rejection } from '@isnad/page'
import type { Added, AddKind, Checkpoint, Entry, NewFailure, Store } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type { IngestReport, IngestResult, Queue } from './api-types.js'
import { detailOf } from './problems.js'
import type { Reader } from './reader.js'
import { reportRejection } from './wording.js'

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
/** Reading holds the thread; after this many milliseconds others get a turn. */
const TURN = 15
const RATE_WINDOW = 10_000

type Prepared =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'known' }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'failed'; readonly error: IsnadError }

const OUTCOMES: Readonly<Record<AddKind, IngestResult['outcome']>> = {
  added: 'added',
  newVersion: 'new-version',
  unchanged: 'known',
  removed: 'removed',
}

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
    private readonly reader: Reader,
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
    const { analyser } = this.reader
    return this.store.known(
      batch.map(({ capture, identity }) => ({ capture, analyser, ...(identity ? { identity } : {}) })),
    )
  }

  private async readAll(batch: readonly Submission[], known: readonly boolean[]): Promise<Prepared[]> {
    const prepared: Prepared[] = []
    let turn = performance.now()
    for (const [at, submission] of batch.entries()) {
      prepared.push(known[at] === true ? { kind: 'known' } : this.readOne(submission))
      if (performance.now() - turn > TURN) {
        await nextTurn()
        turn = performance.now()
      }
    }
    return prepared
  }

  private readOne({ capture, identity }: Submission): Prepared {
    try {
      const outcome = this.reader.read(capture)
      if (!outcome.ok) return { kind: 'rejected', rejection: outcome.reason }
      const { article, page } = outcome.value
      const entry = { capture, page, article, analyser: this.reader.analyser, ...(identity ? { identity } : {}) }
      return { kind: 'entry', entry }
    } catch (error) {
      // One page that breaks the reader must not take its whole batch along; it is kept in the list of failures.
      const detail = error instanceof Error ? error.message : String(error)
      return {
        kind: 'failed',
        error: error instanceof IsnadError ? error : new IsnadError('INTERNAL', detail, { cause: error }),
      }
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
      return { ...origin, outcome: 'failed', problem: { code: prepared.error.code, detail: detailOf(prepared.error) } }
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
  if (prepared.kind === 'failed') return [{ ...place, reason: prepared.error.code, detail: detailOf(prepared.error) }]
  return []
}
