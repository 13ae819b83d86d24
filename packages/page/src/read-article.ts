import { identifyLanguage, no, type Outcome, yes } from '@isnad/text'
import type { Article } from './article.js'
import type { Capture, Page, Rejection } from './capture.js'
import { compose, LANGUAGE_LETTERS } from './compose.js'
import { decode } from './decode.js'
import { htmlBlocks } from './html/html-blocks.js'
import { articleFault } from './is-article.js'
import { type LabelledBlock, labelBlocks } from './lines/label-blocks.js'
import { splitLines, splitMarkup } from './lines/split-lines.js'
import type { PageReading } from './reading.js'

export interface ReadOptions {
  /** `arabic` (the default) sets pages in other languages aside; `any` reads them too. */
  readonly languages?: 'arabic' | 'any'
}

export interface ArticleOnPage {
  readonly page: Page
  readonly article: Article
}

/**
 * Reads a capture into a clean article: decode, cut into blocks, label, compose. A page without an article, in another
 * language, empty, binary or too large is an answer with its reason, never an error.
 */
export function readArticle(capture: Capture, options: ReadOptions = {}): Outcome<ArticleOnPage, Rejection> {
  const decoded = decode(capture)
  return decoded.ok ? readPage(decoded.value, options) : decoded
}

/** The same from a page that is decoded already. */
export function readPage(page: Page, options: ReadOptions = {}): Outcome<ArticleOnPage, Rejection> {
  const { labelled, reading } = labelPage(page)
  const article = compose(page, labelled, reading.stated, headlinesOf(page, reading))
  const fault = articleFault(article)
  if (fault !== undefined) return no(fault)
  if (options.languages !== 'any' && article.metadata.language !== 'ar') {
    const { language, confidence } = identifyLanguage(article.text.value.slice(0, LANGUAGE_LETTERS))
    return no({ kind: 'other-language', language, confidence })
  }
  return yes({ page, article })
}

/** Cuts a page into blocks by its kind and labels them. */
export function labelPage(page: Page): { readonly labelled: readonly LabelledBlock[]; readonly reading: PageReading } {
  const reading = readBlocks(page)
  const titles = headlinesOf(page, reading)
  const byline = page.given?.byline
  return { labelled: labelBlocks(reading.blocks, byline === undefined ? { titles } : { titles, byline }), reading }
}

/** Headlines told from outside the text, the surest first. */
const headlinesOf = ({ given }: Page, { titles }: PageReading): readonly string[] =>
  given?.title === undefined ? titles : [given.title, ...titles]

function readBlocks(page: Page): PageReading {
  if (page.kind === 'text') return { blocks: splitLines(page), titles: [], stated: {} }
  const { blocks, metadata } = htmlBlocks(page)
  const { title, ...stated } = metadata
  return { blocks: splitMarkup(blocks), titles: title === undefined ? [] : [title.value], stated }
}
