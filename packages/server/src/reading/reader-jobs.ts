import type { Annotations } from '@isnad/analysis'
import { type Article, type Capture, type Page, pageMap, type Rejection, type Run } from '@isnad/page'
import type { ArticleAnnotations, Entry, PreparedEntry, WaitingArticle } from '@isnad/store'
import { type ErrorCode, IsnadError, type Outcome } from '@isnad/text'
import { catalogNames } from '../desk/catalog.js'
import { toKeep } from './kept-annotations.js'
import type { Reader } from './reader.js'

/** An article as it crosses to another thread: functions cannot, so its map travels as runs. */
export type SentArticle = Omit<Article, 'map'> & { readonly runs: readonly Run[] }

export const sent = ({ map, ...article }: Article): SentArticle => ({ ...article, runs: map.runs })
export const received = ({ runs, ...article }: SentArticle): Article => ({ ...article, map: pageMap(runs) })

/** A capture to be read for keeping, with what tells it apart from others. */
export interface Submitted {
  readonly capture: Capture
  readonly identity?: string
}

/** What became of a capture that was read for keeping. Prepared in a thread of its own, it has only to be written. */
export type EntryRead =
  | { readonly kind: 'entry'; readonly entry: Entry | PreparedEntry }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'failed'; readonly fault: Fault }

/** An error as it crosses to another thread: cloning would lose its code. */
export interface Fault {
  readonly code: ErrorCode
  readonly detail: string
  readonly stack?: string
}

export function faultOf(error: unknown): Fault {
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}
  if (error instanceof IsnadError)
    return { code: error.code, detail: error.message.slice(error.code.length + 2), ...stack }
  return { code: 'INTERNAL', detail: error instanceof Error ? error.message : String(error), ...stack }
}

export function errorOf({ code, detail, stack }: Fault): IsnadError {
  const error = new IsnadError(code, detail)
  if (stack !== undefined) error.stack = stack
  return error
}

/** What a reader is asked for; every job is plain data, and so is its answer. */
export type Job =
  | { readonly kind: 'read'; readonly capture: Capture }
  | { readonly kind: 'annotate'; readonly article: SentArticle }
  | { readonly kind: 'entries'; readonly captures: readonly Submitted[] }
  | { readonly kind: 'keep'; readonly article: SentArticle; readonly waiting: WaitingArticle }

export interface Answers {
  readonly read: Outcome<{ readonly article: SentArticle; readonly page: Page }, Rejection>
  readonly annotate: Annotations
  readonly entries: readonly EntryRead[]
  readonly keep: ArticleAnnotations
}

export type AnswerTo<J extends Job> = Answers[J['kind']]

/** Does a job where it stands. */
export function perform(reader: Reader, job: Job): Answers[Job['kind']] {
  switch (job.kind) {
    case 'read': {
      const outcome = reader.read(job.capture)
      if (!outcome.ok) return outcome
      const { article, page } = outcome.value
      return { ok: true, value: { article: sent(article), page } }
    }
    case 'entries':
      return job.captures.map((submitted) => entryOf(reader, submitted))
    case 'annotate':
      return reader.annotate(received(job.article))
    case 'keep': {
      const article = received(job.article)
      return toKeep(
        article,
        reader.annotate(article),
        job.waiting,
        reader.annotator ?? reader.analyser,
        catalogNames(() => reader.catalog?.()),
      )
    }
  }
}

/** One page that breaks the reader must not take its whole batch along. */
function entryOf(reader: Reader, { capture, identity }: Submitted): EntryRead {
  try {
    const outcome = reader.read(capture)
    if (!outcome.ok) return { kind: 'rejected', rejection: outcome.reason }
    const { article, page } = outcome.value
    return {
      kind: 'entry',
      entry: { capture, page, article, analyser: reader.analyser, ...(identity ? { identity } : {}) },
    }
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error) }
  }
}
