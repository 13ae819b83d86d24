import type { Desk, IngestReport, IngestResult, Submission } from '@isnad/server'
import type { Checkpoint } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type { Input, Unreadable } from './input/inputs.js'

/** Carries captures into the store in batches, several under way at once, and keeps the account of what became of them. */

/** More would only wait in the database; fewer pay its cost per transaction too often. */
const BATCH_CAPTURES = 100
const BATCH_BYTES = 4_000_000
/** One is being looked up, one read, one written. */
const IN_FLIGHT = 3

export interface NotAdded {
  readonly source: string
  readonly position?: number
  /** A kind of rejection, or an error code. */
  readonly reason: string
  readonly detail: string
}

/** What became of everything that was handed over. */
export interface Account {
  readonly added: number
  readonly known: number
  readonly removed: number
  readonly rejected: number
  readonly failed: number
  /** Rejected and failed, first come first, at most a thousand. */
  readonly notAdded: readonly NotAdded[]
}

export interface LoaderOptions {
  readonly restore?: boolean
  /** Ids of earlier failures by source and position: struck off when the same place gives an article. */
  readonly earlier?: ReadonlyMap<string, string>
  /** Told of every result, in the order in which batches come back. */
  readonly onResult?: (result: IngestResult) => void
}

const MOST_LISTED = 1000

export const placeKey = (source: string, position?: number | null): string => `${source}\n${position ?? ''}`

/** What a capture is called where its place may be missing. */
const nameOf = (source: string | null, position: number | null): Pick<NotAdded, 'source' | 'position'> => ({
  source: source ?? '-',
  ...(position === null ? {} : { position }),
})

export class Loader {
  private batch: Submission[] = []
  private bytes = 0
  private failures: Unreadable[] = []
  private readonly underWay = new Set<Promise<void>>()
  private broken: unknown
  private readonly counts = { added: 0, known: 0, removed: 0, rejected: 0, failed: 0 }
  private readonly notAdded: NotAdded[] = []
  private readonly healed: string[] = []

  constructor(
    private readonly desk: Desk,
    private readonly options: LoaderOptions = {},
  ) {}

  get account(): Account {
    return { ...this.counts, notAdded: this.notAdded }
  }

  get captures(): number {
    const { added, known, removed, rejected, failed } = this.counts
    return added + known + removed + rejected + failed
  }

  /** Counts records that an earlier run has dealt with. */
  passOver(records: number): void {
    this.counts.known += records
  }

  /** Takes one input; waits while enough is under way. `checkpoint` says how far the source is dealt with, this input included. */
  async take(input: Input, checkpoint?: Omit<Checkpoint, 'savedAt'>): Promise<void> {
    if (input.kind === 'unreadable') {
      this.counts.failed++
      this.list({ ...input.failure })
      const { source, position, reason, detail } = input.failure
      this.options.onResult?.({
        source,
        position: position ?? null,
        articleId: null,
        outcome: 'failed',
        problem: { code: reason, detail },
      })
      this.failures.push(input.failure)
    } else {
      this.batch.push(input.submission)
      this.bytes += input.submission.capture.bytes.byteLength
    }
    if (this.batch.length >= BATCH_CAPTURES || this.bytes >= BATCH_BYTES || this.failures.length >= BATCH_CAPTURES)
      await this.send(checkpoint)
  }

  /** Hands over what has gathered. A checkpoint may go along even with an empty batch. */
  async send(checkpoint?: Omit<Checkpoint, 'savedAt'>): Promise<void> {
    if (this.batch.length === 0 && this.failures.length === 0 && checkpoint === undefined) return
    const { batch, failures } = this
    this.batch = []
    this.bytes = 0
    this.failures = []
    const work = this.ingest(batch, failures, checkpoint)
      .catch((error: unknown) => {
        this.broken ??= error
      })
      .finally(() => {
        this.underWay.delete(work)
      })
    this.underWay.add(work)
    while (this.underWay.size >= IN_FLIGHT) await Promise.race(this.underWay)
    this.check()
  }

  /** Waits for all that is under way. Throws what stopped the load, e.g. `STORE_FULL`. */
  async finish(): Promise<Account> {
    if (this.broken === undefined) await this.send()
    await Promise.all(this.underWay)
    this.check()
    for (let at = 0; at < this.healed.length; at += 500) await this.desk.forget(this.healed.slice(at, at + 500))
    return this.account
  }

  private check(): void {
    if (this.broken !== undefined) throw this.broken
  }

  private async ingest(
    batch: readonly Submission[],
    failures: readonly Unreadable[],
    checkpoint: Omit<Checkpoint, 'savedAt'> | undefined,
  ): Promise<void> {
    const { restore } = this.options
    const options = { failures, ...(checkpoint ? { checkpoint } : {}), ...(restore === undefined ? {} : { restore }) }
    for (let attempt = 1; ; attempt++) {
      try {
        this.note(await this.desk.ingest(batch, options))
        return
      } catch (error) {
        // A server that others load into as well: wait for its queue.
        if (!(error instanceof IsnadError && error.code === 'BUSY') || attempt > 60) throw error
        await new Promise((resolve) => setTimeout(resolve, 1000))
      }
    }
  }

  private note(report: IngestReport): void {
    for (const result of report.results) {
      this.options.onResult?.(result)
      const { source, position, outcome } = result
      switch (outcome) {
        case 'added':
        case 'new-version':
          this.counts.added++
          break
        case 'known':
          this.counts.known++
          break
        case 'removed':
          this.counts.removed++
          break
        case 'rejected':
          this.counts.rejected++
          this.list({
            ...nameOf(source, position),
            reason: result.rejection?.kind ?? 'rejected',
            detail: result.rejection?.reason.en ?? '',
          })
          continue
        case 'failed':
          this.counts.failed++
          this.list({
            ...nameOf(source, position),
            reason: result.problem?.code ?? 'INTERNAL',
            detail: result.problem?.detail ?? '',
          })
          continue
      }
      const earlier = source === null ? undefined : this.options.earlier?.get(placeKey(source, position))
      if (earlier !== undefined) this.healed.push(earlier)
    }
  }

  private list(entry: NotAdded): void {
    if (this.notAdded.length < MOST_LISTED) this.notAdded.push(entry)
  }
}

/** All kept failures by place; the newest twenty thousand are enough to strike off. */
export async function earlierFailures(desk: Desk): Promise<Map<string, string>> {
  const earlier = new Map<string, string>()
  let cursor: string | undefined
  while (earlier.size < 20_000) {
    const page = await desk.failures({ limit: 100, cursor })
    for (const { source, position, id } of page.items) earlier.set(placeKey(source, position), id)
    if (page.next === null) break
    cursor = page.next
  }
  return earlier
}
