import { createHash } from 'node:crypto'
import type { Article, Capture } from '@isnad/page'
import { foldKey } from '@isnad/text'
import type { Parameter } from '../engine/database.js'
import { termVector } from '../search/term-vector.js'
import type { Column } from './row-format.js'
import { storable, storableInstant } from './stored-text.js'

const OPENING_LENGTH = 240
/** Titles of more words than these are running text that was taken for a title. */
const TITLE_LENGTH = 1000

/** The columns of `articles` that a version decides, in the order of `headOf`'s values. */
export const HEAD_COLUMNS: readonly Column[] = [
  ['title', 'text'],
  ['opening', 'text'],
  ['outlet', 'text'],
  ['outlet_key', 'text'],
  ['outlet_id', 'text'],
  ['url', 'text'],
  ['url_hash', 'bytea'],
  ['byline', 'text'],
  ['language', 'text'],
  ['direction', 'text'],
  ['published', 'text'],
  ['published_grain', 'text'],
  ['published_on', 'date'],
  ['sorted_at', 'timestamptz'],
  ['captured_at', 'timestamptz'],
  ['words', 'integer'],
  ['removals', 'integer'],
  ['terms', 'tsvector'],
]

/** What lists and searches need of an article. `now` sorts an article that has neither a date nor a time of capture. */
export function headOf(
  article: Article,
  capture: Pick<Capture, 'url' | 'capturedAt' | 'given'>,
  now: Date,
): Parameter[] {
  const { metadata } = article
  const printed = article.title === undefined ? '' : article.text.value.slice(article.title.start, article.title.end)
  // What came beside a page without a headline of its own: the title field of a record or a feed.
  const title = printed === '' ? (capture.given?.title ?? '') : printed
  const body = article.title === undefined ? article.text.value : withoutTitle(article)
  const { binary, words } = termVector(title, body)
  const published = metadata.published?.value
  const day = storableInstant(published?.local.slice(0, 10))?.slice(0, 10)
  const capturedAt = storableInstant(capture.capturedAt)
  const sortedAt =
    storableInstant(published?.instant) ?? storableInstant(published?.local) ?? capturedAt ?? now.toISOString()
  const url = metadata.canonicalUrl?.value ?? capture.url ?? capture.given?.url
  return [
    storable(title.slice(0, TITLE_LENGTH)),
    storable(openingOf(body)),
    textOrNull(metadata.outlet?.value),
    textOrNull(metadata.outlet && outletKey(metadata.outlet.value)),
    textOrNull(metadata.outlet?.id),
    textOrNull(url),
    url === undefined ? null : urlHash(url),
    textOrNull(metadata.byline?.value),
    metadata.language,
    metadata.direction,
    day === undefined ? null : textOrNull(published?.local),
    day === undefined ? null : textOrNull(published?.grain),
    day ?? null,
    sortedAt,
    capturedAt ?? null,
    words,
    article.removals.length,
    binary,
  ]
}

/** What two spellings of one outlet share. */
export const outletKey = (name: string): string => storable(foldKey(name).replace(/\s+/g, ' ').trim()).slice(0, 200)

/** URLs outgrow an index entry; their digest does not. */
export const urlHash = (url: string): Uint8Array => createHash('sha256').update(url).digest().subarray(0, 16)

const withoutTitle = ({ text, title = { start: 0, end: 0 } }: Article): string =>
  `${text.value.slice(0, title.start)}${text.value.slice(title.end)}`.trimStart()

function openingOf(body: string): string {
  const line = body.slice(0, OPENING_LENGTH + 1).replace(/\s+/g, ' ')
  if (body.length <= OPENING_LENGTH) return line.trim()
  const cut = line.slice(0, OPENING_LENGTH).replace(/\s\S*$/, '')
  return cut.trim()
}

const textOrNull = (text: string | undefined): string | null => (text === undefined ? null : storable(text))
