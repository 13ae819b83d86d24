import type { Capture, GivenMetadata } from '@isnad/page'
import { no, type Outcome, yes } from '@isnad/text'
import { SaxesParser } from 'saxes'

/** The entries of a feed (RSS 0.9–2.0, RDF, Atom) as captures. Feeds in the wild are often not well-formed: what can be read is read. */

const NAMES: Readonly<Record<string, Field>> = {
  title: 'title',
  link: 'link',
  guid: 'id',
  id: 'id',
  'rdf:about': 'id',
  pubdate: 'published',
  'dc:date': 'published',
  'dcterms:created': 'published',
  published: 'published',
  'dcterms:modified': 'modified',
  updated: 'modified',
  'dc:creator': 'author',
  author: 'author',
  'content:encoded': 'content',
  content: 'content',
  description: 'summary',
  summary: 'summary',
  source: 'source',
}
type Field = 'title' | 'link' | 'id' | 'published' | 'modified' | 'author' | 'content' | 'summary' | 'source'
type Entry = Partial<Record<Field, string>>

/** Elements that hold an entry, and those whose own title and link are not the feed's. */
const ENTRIES = new Set(['item', 'entry'])
const ASIDE = new Set(['image', 'textinput', 'media:group'])

const decoded = ({ bytes, headers }: Capture): string => {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1')
  const declared =
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? // the mark is that of UTF-8
    /charset\s*=\s*"?([\w.:-]+)/i.exec(headers?.['content-type'] ?? '')?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes)
  } catch {
    // An encoding that nobody knows.
    return new TextDecoder().decode(bytes)
  }
}

/** True for bytes that open as a feed does. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) && !/<html[\s>]/i.test(head)
}

interface Feed {
  readonly title: string | undefined
  readonly entries: readonly Entry[]
}

function parseFeed(xml: string): Feed {
  const parser = new SaxesParser()
  const entries: Entry[] = []
  const path: string[] = []
  let entry: Entry | undefined
  let title: string | undefined
  let field: Field | undefined
  let depth = 0
  let text = ''
  const finish = (): void => {
    const value = text.trim()
    if (field === undefined || value === '') return
    // Atom gives several links and a name inside author; the first is the one meant.
    if (entry !== undefined) entry[field] ??= value
    else if (field === 'title') title ??= value
  }
  parser.on('error', () => undefined)
  parser.on('opentag', ({ name, attributes }) => {
    const tag = name.toLowerCase()
    const above = path.at(-1)
    path.push(tag)
    if (ENTRIES.has(tag)) {
      entry = {}
      const about = attributes['rdf:about']
      if (about !== undefined) entry.id = about
      return
    }
    if (field !== undefined) {
      // Atom of type xhtml has its content as elements.
      if (field === 'content' || field === 'summary') text += `<${name}>`
      return
    }
    if (above !== undefined && ASIDE.has(above)) return
    field = NAMES[tag]
    depth = path.length
    text = ''
    const { href, rel } = attributes
    if (tag === 'link' && href !== undefined && (rel === undefined || rel === 'alternate') && entry !== undefined)
      entry.link ??= href
  })
  parser.on('text', (words) => {
    if (field !== undefined) text += words
  })
  parser.on('cdata', (words) => {
    if (field !== undefined) text += words
  })
  parser.on('closetag', ({ name }) => {
    const tag = name.toLowerCase()
    if (field !== undefined && path.length === depth) {
      finish()
      field = undefined
    } else if (field === 'content' || field === 'summary') text += `</${name}>`
    if (ENTRIES.has(tag) && entry !== undefined) {
      entries.push(entry)
      entry = undefined
    }
    path.pop()
  })
  try {
    parser.write(xml).close()
  } catch {
    // The entries before the break are whole.
  }
  return { title, entries }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const RFC822 = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(\S+)?/i

/** `Mon, 12 May 2025 11:30:00 +0300` as ISO 8601 with its own offset; anything else is passed on as it is. */
export function feedTime(printed: string): string {
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '00', zone = ''] =
    RFC822.exec(printed.trim()) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  if (month === 0) return printed.trim()
  const offset = /^[+-]\d{4}$/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3)}`
    : /^(?:GMT|UTC?|Z)$/i.test(zone)
      ? '+00:00'
      : ''
  const two = (value: string | number): string => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function entryCapture(entry: Entry, feedTitle: string | undefined, feed: Capture): Capture | undefined {
  const content = entry.content ?? entry.summary
  if (content === undefined) return undefined
  const link = entry.link ?? (entry.id !== undefined && /^https?:\/\//.test(entry.id) ? entry.id : undefined)
  const url = link !== undefined && URL.canParse(link, feed.url) ? new URL(link, feed.url).href : undefined
  const fields: Readonly<Record<keyof GivenMetadata, string | undefined>> = {
    title: entry.title?.replace(/<[^>]*>/g, ''),
    outlet: feed.given?.outlet ?? entry.source ?? feedTitle,
    byline: entry.author,
    published: (entry.published ?? entry.modified) && feedTime(entry.published ?? entry.modified ?? ''),
    modified: entry.published !== undefined && entry.modified !== undefined ? feedTime(entry.modified) : undefined,
    url,
    language: undefined,
  }
  const given: GivenMetadata = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const html = /<[a-z!/]/i.test(content) ? content : `<p>${escaped(content)}</p>`
  return {
    bytes: Buffer.from(`<!doctype html><meta charset="utf-8"><article>${html}</article>`, 'utf8'),
    headers: { 'content-type': 'text/html; charset=utf-8' },
    given,
    ...(url === undefined ? {} : { url }),
    ...(feed.capturedAt === undefined ? {} : { capturedAt: feed.capturedAt }),
  }
}

export interface FeedEntry {
  readonly capture: Capture
  readonly identity?: string
}

/** The entries that carry text, in the order of the feed. Refused when there is no entry at all. */
export function feedEntries(feed: Capture): Outcome<readonly FeedEntry[], string> {
  const { title, entries } = parseFeed(decoded(feed))
  if (entries.length === 0) return no('a feed without entries, or none that can be made out')
  return yes(
    entries.flatMap((entry) => {
      const capture = entryCapture(entry, title, feed)
      return capture === undefined ? [] : [{ capture, ...(entry.id === undefined ? {} : { identity: entry.id }) }]
    }),
  )
}
