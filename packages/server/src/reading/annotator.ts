import { setTimeout as pause } from 'node:timers/promises'
import type { Annotations } from '@isnad/analysis'
import type { Article } from '@isnad/page'
import type { ArticleAnnotations, Store, WaitingArticle } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import { noAnnotations, toKeep } from './kept-annotations.js'
import { sent } from './reader-jobs.js'
import type { Workroom } from './workroom.js'

/** An article whose annotations have been kept. */
export interface AnnotatedArticle {
  readonly article: Article
  /** `readKept` reads its document. */
  readonly kept: ArticleAnnotations
}

const BATCH = 20
/** Articles in the workroom at once: while one is annotated the next is fetched. */
const AHEAD = 2
/** Milliseconds between two looks whether a load is still under way. */
const STAND_BACK = 50

/**
 * Annotates the articles that wait, newest first, behind everything else: loading only notes that they wait. What was done
 * is kept batch by batch, so that it goes on where it stopped.
 */
export class Annotator {
  private running: Promise<void> | undefined
  private again = false
  private closed = false

  constructor(
    private readonly store: Store,
    private readonly room: Workroom,
    /** While this is true it stands back: a load needs the same thread. */
    private readonly isBusy: () => boolean = () => false,
  ) {}

  /** Told of every article that broke the analysis, and of a store that did not answer. */
  onError: ((error: unknown) => void) | undefined

  /** Told of each batch once it is kept, in the order of annotating. */
  onAnnotated: ((batch: readonly AnnotatedArticle[]) => void) | undefined

  /** Starts, or makes the round under way look again at its end. Resolves when nothing waits any more. */
  wake(): Promise<void> {
    if (this.closed) return Promise.resolve()
    this.again = true
    this.running ??= this.round().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  /** Keeps what has been annotated of the batch under way, and ends. */
  async close(): Promise<void> {
    this.closed = true
    await this.running
  }

  /** Annotates an article for somebody who waits. One that breaks the analysis has no annotations, and the error is told. */
  async annotate(article: Article): Promise<Annotations> {
    try {
      return await this.room.do({ kind: 'annotate', article: sent(article) }, 'asked')
    } catch (error) {
      if (error instanceof IsnadError && error.code === 'BUSY') throw error
      this.onError?.(error)
      return noAnnotations()
    }
  }

  private async annotated(article: Article, waiting: WaitingArticle): Promise<AnnotatedArticle> {
    try {
      return { article, kept: await this.room.do({ kind: 'keep', article: sent(article), waiting }, 'behind') }
    } catch (error) {
      this.onError?.(error)
      return { article, kept: toKeep(article, noAnnotations(), waiting, this.room.analyser) }
    }
  }

  private async annotateAll(waiting: readonly WaitingArticle[]): Promise<AnnotatedArticle[]> {
    const begun: Promise<AnnotatedArticle>[] = []
    for (const one of waiting) {
      while (this.isBusy() && !this.closed) await pause(STAND_BACK)
      if (this.closed) break
      const stored = await this.store.article(one.id, one.version)
      if (stored === undefined) continue
      begun.push(this.annotated(stored.article, one))
      await begun.at(-AHEAD)
    }
    return Promise.all(begun)
  }

  private async round(): Promise<void> {
    try {
      while (this.again && !this.closed) {
        this.again = false
        for (;;) {
          const waiting = await this.store.waiting(BATCH)
          if (waiting.length === 0 || this.closed) break
          const batch = await this.annotateAll(waiting)
          const kept = await this.store.annotate(batch.map((one) => one.kept))
          if (kept > 0) this.onAnnotated?.(batch)
          // Nothing of the batch could be kept: others are at work on the same articles, and this round would not end.
          if (kept === 0) break
        }
      }
    } catch (error) {
      this.onError?.(error)
    }
  }
}
