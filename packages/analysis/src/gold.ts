import type { Article } from '@isnad/page'
import type { Span, Text } from '@isnad/text'
import type { TimeItem, TimeKind } from '@isnad/time'
import { timesIn } from './annotate.js'
import type { Reading } from './read-capture.js'

/** A span of the exact text file, as the annotation format `isnad-gold/1` writes it. */
export interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface GoldCredit {
  readonly kind: 'agency' | 'outlet'
  readonly description: string
  readonly span: GoldSpan | null
}

export interface GoldTime extends GoldSpan {
  readonly id: string
  readonly timex: string | null
}

/** The annotation format `isnad-gold/1`: title, body, provenance and times; the layers of later stages are empty lists. */
export interface GoldDocument {
  readonly schema: 'isnad-gold/1'
  readonly id: string
  readonly text_file: string
  readonly text_sha256: string
  readonly title_span: GoldSpan | null
  readonly body_spans: readonly GoldSpan[]
  readonly published: string | null
  readonly outlet: { readonly name: string; readonly span: GoldSpan | null } | null
  readonly republishes: readonly GoldCredit[]
  readonly entities: readonly never[]
  readonly times: readonly GoldTime[]
  readonly attributions: readonly never[]
  readonly events: readonly never[]
}

export interface GoldSource {
  readonly id: string
  readonly textFile: string
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

/** Writes a reading in the annotation format. Offsets lead into the decoded page, so the page must be a text file. */
export function toGold({ page, article }: Reading, source: GoldSource): GoldDocument {
  const { metadata, map } = article
  const onPage = (span: Span<'article'>): GoldSpan => goldSpan(page.text, map.toPage(span))
  const outlet = metadata.outlet
  return {
    schema: 'isnad-gold/1',
    id: source.id,
    text_file: source.textFile,
    text_sha256: source.sha256,
    title_span: titleOnPage(article.title, onPage),
    body_spans: article.blocks
      .filter((block) => block.label === 'body' || block.label === 'subhead')
      .map((block) => goldSpan(page.text, block.page)),
    published: metadata.published === undefined ? null : withoutOffset(metadata.published.value.local),
    outlet:
      outlet === undefined
        ? null
        : { name: outlet.value, span: outlet.page === undefined ? null : goldSpan(page.text, outlet.page) },
    republishes: metadata.credits.map((credit) => ({
      kind: credit.kind === 'agency' ? 'agency' : 'outlet',
      description: credit.name ?? credit.text,
      span: credit.page === undefined ? null : goldSpan(page.text, credit.page),
    })),
    entities: [],
    times: goldTimes(page.text, article),
    attributions: [],
    events: [],
  }
}

/** A headline that came beside the page stands nowhere in the text file. */
function titleOnPage(title: Span<'article'> | undefined, onPage: (span: Span<'article'>) => GoldSpan): GoldSpan | null {
  const found = title === undefined ? undefined : onPage(title)
  return found === undefined || found.start === found.end ? null : found
}

function goldSpan(text: Text<'page'>, { start, end }: Span<'page'>): GoldSpan {
  return { start, end, text: text.value.slice(start, end) }
}

/** The format writes local times without their offset, and without seconds that nobody printed. */
const withoutOffset = (local: string): string =>
  local.replace(/(?:Z|[+-]\d\d:\d\d)$/, '').replace(/(T\d\d:\d\d):00$/, '$1')

/** What places something in time; a length of time or an item that hangs on an event is no time of its own there. */
const PLACING: ReadonlySet<string> = new Set<TimeKind>(['date', 'datetime', 'time', 'interval', 'vague'])

function goldTimes(text: Text<'page'>, article: Article): GoldTime[] {
  const { map, body, title } = article
  const kept = title === undefined ? body : [title, ...body]
  return timesIn(article)
    .filter((item) => PLACING.has(item.kind) && kept.some((s) => s.start <= item.start && item.end <= s.end))
    .map((item, i) => ({ id: `t${i + 1}`, ...goldSpan(text, map.toPage(item)), timex: timexOf(item) }))
}

/** A clock time without its day is `T18:30` in TIMEX3. */
function timexOf(item: TimeItem): string | null {
  if (!('value' in item) || typeof item.value !== 'string') return null
  return item.kind === 'time' ? `T${item.value.replace(/^T/, '').replace(/^(\d\d:\d\d):00$/, '$1')}` : item.value
}
