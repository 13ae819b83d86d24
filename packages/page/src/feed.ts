import { no, type Outcome, yes } from '@isnad/text'
import { SaxesParser } from 'saxes'
import type { Capture, GivenMetadata } from './capture.js'
import { decodeBytes } from './encoding.js'
import { plainText } from './html/block-text.js'
import { readPrintedDate } from './html/printed-date.js'

export interface FeedEntry {
  /** What the feed calls the entry: `guid`, `id` or `rdf:about`. */
  readonly id?: string
  readonly capture: Capture
}

export interface FeedReading {
  readonly title?: string
  /** Entries with text, in the order of the feed. */
  readonly entries: readonly FeedEntry[]
  /** Entries without any text: there is nothing of theirs to read. */
  readonly empty: number
  /** What is wrong with the XML, first fault first; a feed with faults is read as far as it goes. */
  readonly faults: readonly string[]
}

export type FeedRejection =
  | { readonly kind: 'not-a-feed' }
  | { readonly kind: 'no-entries'; readonly faults: readonly string[] }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }

/** Feeds carry days, not archives; the parser holds the whole document. */
export const MAX_FEED_BYTES = 32 * 1024 * 1024
const MOST_FAULTS = 10

type Field = 'title' | 'link' | 'id' | 'published' | 'modified' | 'author' | 'content' | 'summary' | 'source'
type Entry = Partial<Record<Field, string>>

const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  link: 'link',
  guid: 'id',
  id: 'id',
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  'dc:date': 'published',
  'dcterms:created': 'published',
  'dcterms:modified': 'modified',
  updated: 'modified',
  modified: 'modified',
  author: 'author',
  'dc:creator': 'author',
  'content:encoded': 'content',
  content: 'content',
  description: 'summary',
  summary: 'summary',
  source: 'source',
}
const ENTRY = new Set(['item', 'entry'])
/** Their title and link are not the feed's or the entry's own. */
const ASIDE = new Set(['image', 'textinput', 'media:group', 'media:content', 'media:thumbnail'])

/** True for bytes that open as RSS, RDF or Atom does. */
export function isFeed(bytes: Uint8Array): boolean {
  const head = decodeBytes(bytes.subarray(0, 4096), undefined).text
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) && !/<html[\s>]/i.test(head)
}

/**
 * Reads the entries of a feed (RSS 0.9–2.0, RDF, Atom) as captures: the entry's HTML as bytes, its title, author, dates and link
 * as given metadata. Real feeds are often not well-formed: stray ampersands, HTML entities and cut ends are reported and
 * read over. No entity that the document declares is expanded and nothing it names is fetched.
 */
export function readFeed(feed: Capture, limit = MAX_FEED_BYTES): Outcome<FeedReading, FeedRejection> {
  if (feed.bytes.length > limit) return no({ kind: 'too-large', bytes: feed.bytes.length, limit })
  if (!isFeed(feed.bytes)) return no({ kind: 'not-a-feed' })
  const { text } = decodeBytes(feed.bytes, feed.headers?.['content-type'])
  const { title, entries, faults } = new FeedParser().parse(text)
  if (entries.length === 0) return no({ kind: 'no-entries', faults })
  const readable = entries.flatMap((entry) => {
    const capture = captureOf(entry, title, feed)
    return capture === undefined ? [] : [{ capture, ...(entry.id !== undefined && { id: entry.id }) }]
  })
  return yes({
    ...(title !== undefined && { title }),
    entries: readable,
    empty: entries.length - readable.length,
    faults,
  })
}

const BARE_AMPERSAND = /&(?!(?:[a-z][\w.-]{0,31}|#\d{1,7}|#x[\da-f]{1,6});)/gi

/** The parser would read from a bare `&` to the next `;`, over tags and all. CDATA stays as it is. */
function escapeBareAmpersands(xml: string): string {
  let mended = ''
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<![CDATA[', at)
    const until = open < 0 ? xml.length : open
    mended += xml.slice(at, until).replace(BARE_AMPERSAND, '&amp;')
    const close = open < 0 ? -1 : xml.indexOf(']]>', open)
    at = close < 0 ? xml.length : close + 3
    mended += xml.slice(until, at)
  }
  return mended
}

class FeedParser {
  private readonly entries: Entry[] = []
  private readonly faults: string[] = []
  private readonly path: string[] = []
  private entry: Entry | undefined
  private title: string | undefined
  private field: Field | undefined
  private depth = 0
  private text = ''

  parse(xml: string): { title: string | undefined; entries: readonly Entry[]; faults: readonly string[] } {
    const parser = new SaxesParser()
    parser.on('error', ({ message }) => {
      if (this.faults.length < MOST_FAULTS) this.faults.push(message)
    })
    parser.on('opentag', ({ name, attributes }) => this.open(name, attributes))
    parser.on('closetag', ({ name }) => this.close(name))
    parser.on('text', (words) => this.add(words))
    parser.on('cdata', (words) => this.add(words))
    const mended = escapeBareAmpersands(xml)
    if (mended.length !== xml.length) this.faults.push('an ampersand that begins no entity')
    try {
      parser.write(mended).close()
    } catch (error) {
      // The entries before the break are whole.
      this.faults.push((error as Error).message)
    }
    // A feed that was cut short: what its last entry has by now is all there will be.
    if (this.entry !== undefined) {
      this.settle()
      this.entries.push(this.entry)
    }
    return { title: this.title, entries: this.entries, faults: this.faults }
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const tag = name.toLowerCase()
    const above = this.path[this.path.length - 1]
    this.path.push(tag)
    if (ENTRY.has(tag)) {
      const about = attributes['rdf:about']
      this.entry = about === undefined ? {} : { id: about }
      this.field = undefined
      return
    }
    if (this.field !== undefined) {
      // Atom of type xhtml has its content as elements.
      if (this.field === 'content' || this.field === 'summary') this.text += rebuilt(name, attributes)
      else if (this.field === 'author') this.text += ' '
      return
    }
    if (above !== undefined && ASIDE.has(above)) return
    const { href, rel } = attributes
    if (tag === 'link' && href !== undefined) {
      if (this.entry !== undefined && (rel === undefined || rel === 'alternate')) this.entry.link ??= href
      return
    }
    this.field = FIELDS[tag]
    this.depth = this.path.length
    this.text = ''
  }

  private close(name: string): void {
    const tag = name.toLowerCase()
    if (this.field !== undefined && this.path.length <= this.depth) {
      this.settle()
      this.field = undefined
    } else if (this.field === 'content' || this.field === 'summary') this.text += `</${name}>`
    if (ENTRY.has(tag) && this.entry !== undefined) {
      this.entries.push(this.entry)
      this.entry = undefined
    }
    this.path.pop()
  }

  private add(words: string): void {
    if (this.field !== undefined) this.text += words
  }

  private settle(): void {
    const value = this.text.trim()
    if (this.field === undefined || value === '') return
    if (this.entry !== undefined) this.entry[this.field] ??= value
    else if (this.field === 'title') this.title ??= plainText(value)
  }
}

const rebuilt = (name: string, attributes: Readonly<Record<string, string>>): string => {
  const { href, class: classes } = attributes
  const quoted = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<${name}${href === undefined ? '' : ` href="${quoted(href)}"`}${classes === undefined ? '' : ` class="${quoted(classes)}"`}>`
}

function captureOf(entry: Entry, feedTitle: string | undefined, feed: Capture): Capture | undefined {
  const content = entry.content ?? entry.summary
  if (content === undefined) return undefined
  const link = entry.link ?? (entry.id !== undefined && /^https?:\/\//i.test(entry.id) ? entry.id : undefined)
  const url = link !== undefined && URL.canParse(link, feed.url) ? new URL(link, feed.url).href : undefined
  const stamp = (printed: string | undefined): string | undefined =>
    printed === undefined ? undefined : (readPrintedDate(printed)?.local ?? printed)
  const bare = (marked: string | undefined): string | undefined =>
    marked === undefined ? undefined : plainText(marked.replace(/<[^<>]*>/g, ' ')) || undefined
  const given: GivenMetadata = Object.fromEntries(
    Object.entries({
      title: bare(entry.title),
      outlet: feed.given?.outlet ?? bare(entry.source) ?? feedTitle,
      byline: bare(entry.author),
      published: stamp(entry.published ?? entry.modified),
      modified: entry.published === undefined ? undefined : stamp(entry.modified),
      url,
    }).filter(([, value]) => value !== undefined),
  )
  const marked = /<[a-z!/]/i.test(content) ? content : `<p>${content.replace(/\n{2,}/g, '</p><p>')}</p>`
  return {
    bytes: new TextEncoder().encode(
      `<!doctype html><meta charset="utf-8"><article class="entry-content">${marked}</article>`,
    ),
    headers: { 'content-type': 'text/html; charset=utf-8' },
    given,
    ...(url !== undefined && { url }),
    ...(feed.capturedAt !== undefined && { capturedAt: feed.capturedAt }),
  }
}
