import { directionOf, identifyLanguage, type Span, textOf } from '@isnad/text'
import type { Article, ArticleMetadata, Block, Removal, Stated } from './article.js'
import type { GivenMetadata, Page } from './capture.js'
import type { LabelledBlock } from './lines/label-blocks.js'
import { visitorTokens } from './lines/privacy.js'
import { pageMap, type Run } from './page-map.js'
import type { StatedMetadata } from './reading.js'
import { creditsOf } from './text-credits.js'
import { publicationTime, textMetadata } from './text-metadata.js'

/**
 * Puts a clean article together from a page's labelled blocks; what is left out is listed with its rule. `headlines` are
 * those told from outside the text: where no block is the headline, the first of them is set above the body, and leads
 * nowhere on the page.
 */
export function compose(
  page: Page,
  labelled: readonly LabelledBlock[],
  stated: StatedMetadata = {},
  headlines: readonly string[] = [],
): Article {
  const runs: Run[] = []
  const body: Span<'article'>[] = []
  const places = new Map<LabelledBlock, Span<'article'>>()
  let value = ''
  const put = (entry: LabelledBlock, joint: string): Span<'article'> => {
    if (value !== '') value += joint
    const start = value.length
    for (const run of entry.block.runs) runs.push({ ...run, article: run.article + start })
    value += entry.block.text
    const span = { start, end: value.length }
    places.set(entry, span)
    return span
  }
  const headline = labelled.find(({ label, rule }) => label === 'title' && rule !== 'title/repeated')
  let title = headline === undefined ? undefined : put(headline, '')
  if (title === undefined && headlines[0] !== undefined) {
    value = headlines[0].replace(/\s+/gu, ' ').trim()
    if (value !== '') title = { start: 0, end: value.length }
  }
  for (const entry of labelled) {
    if (entry.label === 'body' || entry.label === 'subhead')
      body.push(put(entry, entry.continues === true ? ' ' : '\n'))
  }
  return {
    text: textOf('article', value),
    ...(title !== undefined && { title }),
    body,
    blocks: labelled.map((entry) => blockOf(entry, places.get(entry))),
    removals: labelled.flatMap(removalOf),
    metadata: metadataOf(page, labelled, stated, value),
    map: pageMap(runs),
    personal: personalSpans(page, labelled),
  }
}

const shownText = ({ label, block }: LabelledBlock): string => (label === 'privacy-token' ? '' : block.text)

function blockOf(entry: LabelledBlock, article: Span<'article'> | undefined): Block {
  return {
    label: entry.label,
    page: entry.block.page,
    text: shownText(entry),
    rule: entry.rule,
    ...(article !== undefined && { article }),
    ...(entry.continues === true && { continues: true }),
  }
}

function removalOf(entry: LabelledBlock): readonly Removal[] {
  const { label, rule, block } = entry
  if (label === 'title' || label === 'body' || label === 'subhead') return []
  return [{ label, page: block.page, rule, text: shownText(entry) }]
}

/** So much of a text tells its language. */
export const LANGUAGE_LETTERS = 600

/** What came beside the page outranks its mark-up, which outranks its text. */
function metadataOf(
  page: Page,
  labelled: readonly LabelledBlock[],
  stated: StatedMetadata,
  value: string,
): ArticleMetadata {
  const merged: StatedMetadata = { ...textMetadata(page, labelled), ...stated, ...givenMetadata(page) }
  return {
    ...merged,
    authors: merged.authors ?? [],
    credits: creditsOf(labelled, { byline: page.given?.byline, outlet: merged.outlet?.value }),
    language: identifyLanguage(value.slice(0, LANGUAGE_LETTERS)).language,
    direction: directionOf(value.slice(0, LANGUAGE_LETTERS)),
  }
}

function givenMetadata(page: Page): StatedMetadata {
  const given: GivenMetadata = page.given ?? {}
  const as = (value: string): Stated<string> => ({ value, from: 'given' })
  const published = given.published === undefined ? undefined : publicationTime(given.published, page)
  const modified = given.modified === undefined ? undefined : publicationTime(given.modified, page)
  const url = given.url ?? undefined
  return {
    ...(given.outlet !== undefined && { outlet: as(given.outlet) }),
    ...(given.byline !== undefined && { byline: as(given.byline) }),
    ...(published !== undefined && { published: { value: published, from: 'given' } }),
    ...(modified !== undefined && { modified: { value: modified, from: 'given' } }),
    ...(url !== undefined && { canonicalUrl: as(url) }),
  }
}

/** «ip:» at the head of a base64 word, in either case: cheap to look for through a whole page, mark-up included. */
const TOKEN_HEAD = /(?<![A-Za-z0-9+/])[aS][XV]A[69g][A-Za-z0-9+/_-]{4,4096}={0,3}/g

/** Visitor tokens wherever they stand, the lines their widget prints after them, and what readers wrote. */
function personalSpans(page: Page, labelled: readonly LabelledBlock[]): readonly Span<'page'>[] {
  const spans: Span<'page'>[] = []
  for (const match of page.text.value.matchAll(TOKEN_HEAD)) {
    spans.push(...visitorTokens(page.text, { start: match.index, end: match.index + match[0].length }))
  }
  for (const { label, rule, block } of labelled) {
    if (label === 'privacy-token' || rule === 'comment-form/comment') spans.push(block.page)
    else if (/ip\s*[:=]/i.test(block.text) && block.text.length < 20_000)
      spans.push(...visitorTokens(page.text, block.page))
  }
  return merged(spans)
}

function merged(spans: readonly Span<'page'>[]): readonly Span<'page'>[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  const out: { start: number; end: number }[] = []
  for (const { start, end } of ordered) {
    const last = out.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
