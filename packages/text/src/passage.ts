import { sentences } from './sentences.js'
import type { Span, Text } from './span.js'
import { type Token, tokenize } from './tokens.js'

/** What the stages of the analysis read: a clean article with its tokens and sentences. Every span is cut from `text`. */
export interface Passage {
  readonly text: Text
  readonly title?: Span
  /** Body paragraphs in order; nothing outside title and body is read. */
  readonly body: readonly Span[]
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
}

/** Cuts an article's text into tokens and sentences. Without `body` the whole text is one paragraph. */
export function passageOf(
  text: Text,
  parts: { readonly title?: Span | undefined; readonly body?: readonly Span[] } = {},
): Passage {
  const body = parts.body ?? [{ start: 0, end: text.value.length }]
  const title = parts.title === undefined ? {} : { title: parts.title }
  return { text, ...title, body, tokens: tokenize(text), sentences: sentences(text) }
}
