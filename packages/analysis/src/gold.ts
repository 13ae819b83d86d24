import type { Attribution, Link, Republication } from '@isnad/attribution'
import type { Entity } from '@isnad/entities'
import type { EventRecord } from '@isnad/events'
import type { Article } from '@isnad/page'
import type { Span, Text } from '@isnad/text'
import type { TimeItem, TimeKind } from '@isnad/time'
import { type Annotations, annotate } from './annotate.js'
import type { Reading } from './read-capture.js'

/** A span of the exact text file, as the annotation format `isnad-gold/1` writes it. */
export interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface GoldCredit {
  readonly kind: Republication['kind']
  readonly description: string
  readonly span: GoldSpan | null
}

export interface GoldEntity {
  readonly id: string
  readonly type: Entity['type']
  readonly name_ar: string
  readonly name_en?: string
  readonly group?: true
  readonly mentions: readonly (GoldSpan & { readonly kind: 'name' | 'nominal' })[]
  readonly roles?: readonly { readonly title: string; readonly org?: string; readonly span: GoldSpan }[]
}

export interface GoldTime extends GoldSpan {
  readonly id: string
  readonly timex: string | null
}

export interface GoldLink {
  readonly kind: Link['kind']
  readonly entity?: string
  readonly ref?: string
  readonly description: string
  readonly span: GoldSpan | null
}

export interface GoldAttribution {
  readonly id: string
  readonly claims: readonly GoldSpan[]
  readonly cue: GoldSpan | null
  readonly chain: readonly GoldLink[]
  readonly stance: Attribution['stance']
  readonly quote: Attribution['quote']
  readonly hedge?: Attribution['hedge']
}

export interface GoldEvent {
  readonly id: string
  readonly type: EventRecord['type']
  readonly mode?: string
  readonly trigger: GoldSpan
  readonly status: EventRecord['status']
  readonly participants: EventRecord['participants']
  readonly place?: string
  readonly time?: string
  readonly evidence: readonly GoldSpan[]
  readonly sources: readonly string[]
  readonly own_voice?: true
}

/** The annotation format `isnad-gold/1`: everything the analysis says of an article, as spans of the page's text file. */
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
  readonly entities: readonly GoldEntity[]
  readonly times: readonly GoldTime[]
  readonly attributions: readonly GoldAttribution[]
  readonly events: readonly GoldEvent[]
}

export interface GoldSource {
  readonly id: string
  readonly textFile: string
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

type OnPage = (span: Span<'article'>) => GoldSpan

/** Writes a reading in the annotation format. Offsets lead into the decoded page, so the page must be a text file. */
export function toGold(
  { page, article }: Reading,
  source: GoldSource,
  annotations: Annotations = annotate(article),
): GoldDocument {
  const { metadata, map } = article
  const onPage: OnPage = (span) => goldSpan(page.text, map.toPage(span))
  const outlet = metadata.outlet
  const times = placingTimes(article, annotations.times)
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
    republishes: annotations.republishes.map(({ kind, description, page: at }) => ({
      kind,
      description,
      span: at === undefined ? null : goldSpan(page.text, at),
    })),
    entities: annotations.entities.map((entity) => goldEntity(entity, onPage)),
    times: [...times.values()].map(({ id, item }) => ({
      id,
      ...onPage(nounPhrase(article, item)),
      timex: timexOf(item),
    })),
    attributions: annotations.attributions.map((attribution) => goldAttribution(attribution, onPage)),
    events: annotations.events.map((event) => goldEvent(event, onPage, times)),
  }
}

/** A headline that came beside the page stands nowhere in the text file. */
function titleOnPage(title: Span<'article'> | undefined, onPage: OnPage): GoldSpan | null {
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

type PlacingTimes = ReadonlyMap<number, { readonly id: string; readonly item: TimeItem }>

/** The times that the format marks, by their index among all items of the article. */
function placingTimes({ title, body }: Article, items: readonly TimeItem[]): PlacingTimes {
  const kept = title === undefined ? body : [title, ...body]
  const times = new Map<number, { id: string; item: TimeItem }>()
  for (const [index, item] of items.entries())
    if (PLACING.has(item.kind) && kept.some((s) => s.start <= item.start && item.end <= s.end))
      times.set(index, { id: `t${times.size + 1}`, item })
  return times
}

/** The format leaves the preposition out: «سنوات» of «منذ سنوات». */
function nounPhrase({ text }: Article, { start, end }: Span): Span {
  const words = text.value.slice(start, end)
  const preposition = /^(?:[وف]?(?:في|منذ|خلال|حتى)\s+)+/.exec(words)?.[0] ?? ''
  return { start: start + preposition.length, end }
}

/** A clock time without its day is `T18:30` in TIMEX3. */
function timexOf(item: TimeItem): string | null {
  if (!('value' in item) || typeof item.value !== 'string') return null
  return item.kind === 'time' ? `T${item.value.replace(/^T/, '').replace(/^(\d\d:\d\d):00$/, '$1')}` : item.value
}

function goldEntity({ id, type, nameAr, nameEn, group, mentions, roles }: Entity, onPage: OnPage): GoldEntity {
  return {
    id,
    type,
    name_ar: nameAr,
    ...(nameEn === undefined ? {} : { name_en: nameEn }),
    ...(group === undefined ? {} : { group }),
    mentions: mentions.map((mention) => ({ ...onPage(mention), kind: mention.kind })),
    ...(roles.length === 0
      ? {}
      : {
          roles: roles.map(({ title, org, span }) => ({
            title,
            ...(org === undefined ? {} : { org }),
            span: onPage(span),
          })),
        }),
  }
}

function goldAttribution(attribution: Attribution, onPage: OnPage): GoldAttribution {
  const { id, claims, cue, chain, stance, quote, hedge } = attribution
  return {
    id,
    claims: claims.map(onPage),
    cue: cue === undefined ? null : onPage(cue),
    chain: chain.map(({ kind, entity, ref, description, span }) => ({
      kind,
      ...(entity === undefined ? {} : { entity }),
      ...(ref === undefined ? {} : { ref }),
      description,
      span: span === undefined ? null : onPage(span),
    })),
    stance,
    quote,
    ...(hedge === undefined ? {} : { hedge }),
  }
}

function goldEvent(event: EventRecord, onPage: OnPage, times: PlacingTimes): GoldEvent {
  const { id, type, mode, trigger, status, participants, place, time, evidence, sources, ownVoice } = event
  const timeId = time === undefined ? undefined : times.get(time)?.id
  return {
    id,
    type,
    ...(mode === undefined ? {} : { mode }),
    trigger: onPage(trigger),
    status,
    participants,
    ...(place === undefined ? {} : { place }),
    ...(timeId === undefined ? {} : { time: timeId }),
    evidence: evidence.map(onPage),
    sources,
    ...(ownVoice ? { own_voice: true } : {}),
  }
}
