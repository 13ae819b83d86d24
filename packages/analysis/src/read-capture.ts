import { type Article, type Capture, type Page, type Rejection, readArticle } from '@isnad/page'
import { no, type Outcome, yes } from '@isnad/text'

/** Raised when a reading changes, so that stored articles are read again beside their older versions. */
export const ANALYSER_VERSION = '0.1.0'

/** What the system knows of one page after reading it. Everything but `page` is cut from `article.text`. */
export interface Reading {
  readonly page: Page
  readonly article: Article
  readonly analyser: string
}

export interface ReadOptions {
  /** `arabic` (the default) sets pages in other languages aside; `any` extracts them as well. */
  readonly languages?: 'arabic' | 'any'
}

/** A capture to its clean article: decoded, cut into blocks, labelled, composed. */
export function readCapture(capture: Capture, options: ReadOptions = {}): Outcome<Reading, Rejection> {
  const read = readArticle(capture, { languages: options.languages ?? 'arabic' })
  if (!read.ok) return no(read.reason)
  return yes({ ...read.value, analyser: ANALYSER_VERSION })
}
