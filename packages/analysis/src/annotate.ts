import type { Article } from '@isnad/page'
import { type Span, sentences, type Token, tokenize } from '@isnad/text'
import { findTimes, type Reference, type TimeItem } from '@isnad/time'

/** What stands beside a clean article; every span is cut from `article.text`. */
export interface Annotations {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
  readonly times: readonly TimeItem[]
}

/** Annotates a clean article. Relative dates count from its publication and stay unresolved when that is not known. */
export function annotate(article: Article): Annotations {
  return {
    tokens: tokenize(article.text),
    sentences: sentences(article.text),
    times: timesIn(article),
  }
}

/** The times and figures of an article alone. */
export function timesIn(article: Article): readonly TimeItem[] {
  const reference = referenceOf(article)
  return findTimes(article.text.value, reference === undefined ? {} : { reference })
}

/** The moment an article is read at: when it was published, and how that is known. */
export function referenceOf({ metadata }: Article): Reference | undefined {
  const { published } = metadata
  if (published === undefined) return undefined
  const { local, zone } = published.value
  return { time: local, source: SOURCES[published.from] ?? 'metadata', ...(zone === undefined ? {} : { zone }) }
}

const SOURCES: Readonly<Record<string, Reference['source']>> = { text: 'stamp', url: 'url', given: 'given' }
