import type { Annotations } from '@isnad/analysis'
import { type Article, type Capture, type Page, pageMap, type Rejection, type Run } from '@isnad/page'
import type { ArticleAnnotations, WaitingArticle } from '@isnad/store'
import type { Outcome } from '@isnad/text'
import { toKeep } from './kept-annotations.js'
import type { Reader } from './reader.js'

/** An article as it crosses to another thread: functions cannot, so its map travels as runs. */
export type SentArticle = Omit<Article, 'map'> & { readonly runs: readonly Run[] }

export const sent = ({ map, ...article }: Article): SentArticle => ({ ...article, runs: map.runs })
export const received = ({ runs, ...article }: SentArticle): Article => ({ ...article, map: pageMap(runs) })

/** What a reader is asked for; every job is plain data, and so is its answer. */
export type Job =
  | { readonly kind: 'read'; readonly capture: Capture }
  | { readonly kind: 'annotate'; readonly article: SentArticle }
  | { readonly kind: 'keep'; readonly article: SentArticle; readonly waiting: WaitingArticle }

export interface Answers {
  readonly read: Outcome<{ readonly article: SentArticle; readonly page: Page }, Rejection>
  readonly annotate: Annotations
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
    case 'annotate':
      return reader.annotate(received(job.article))
    case 'keep': {
      const article = received(job.article)
      return toKeep(article, reader.annotate(article), job.waiting, reader.annotator ?? reader.analyser)
    }
  }
}
