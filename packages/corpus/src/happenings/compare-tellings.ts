import type { EventRecord, EventStatus } from '@isnad/events'
import { cover, foldKey, type Span } from '@isnad/text'
import type { TimeItem } from '@isnad/time'
import { type AnalysedArticle, dayNumber, dayOf } from '../analysed-article.js'
import type { Account, AccountText, AccountValue, AccountVerdict } from './account.js'

/** The events by which one article tells a happening. */
export interface Telling {
  readonly article: AnalysedArticle
  readonly events: readonly EventRecord[]
}

/** Acts in which all parties do the same: nobody does anything to anybody. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/**
 * Who took part, when, where, and whether it happened, as each article tells it in the events themselves. Quotes stand in
 * the text of their article. What a single article tells is nobody's difference: it answers nothing for one telling.
 */
export function compareTellings(tellings: readonly Telling[]): Account[] {
  if (tellings.length < 2) return []
  return [statusAccount(tellings), ...partyAccounts(tellings), ...dateAccount(tellings), ...placeAccount(tellings)]
}

interface Said {
  readonly article: string
  readonly key: string
  readonly value: string
  readonly quote: string
  readonly span: Span
}

const said = ({ article }: Telling, key: string, value: string, span: Span): Said => ({
  article: article.id,
  key,
  value,
  quote: cover(article.article.text, span),
  span,
})

/** One value a key, in the order in which the keys come. */
function valuesOf(all: readonly Said[]): AccountValue[] {
  const byKey = new Map<string, Said[]>()
  for (const one of all) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one])
  return [...byKey.values()].map((list) => {
    const quotes = new Map<string, AccountValue['quotes'][number]>()
    for (const { article, quote, span } of list) if (!quotes.has(article)) quotes.set(article, { article, quote, span })
    return { value: list[0]?.value ?? '', articles: [...quotes.keys()], quotes: [...quotes.values()] }
  })
}

const evidenceOf = (event: EventRecord): Span => event.evidence[0] ?? event.trigger

/**
 * The status of an event as its article tells it: what its sources alone tell, and all of them deny, is denied, whatever
 * the words of the event itself.
 */
export function statusTold(
  { status, sources, ownVoice }: EventRecord,
  { attributions }: AnalysedArticle['annotations'],
): EventStatus {
  if (status !== 'asserted' || ownVoice || sources.length === 0) return status
  const stances = attributions.filter(({ id }) => sources.includes(id)).map(({ stance }) => stance)
  return stances.length > 0 && stances.every((stance) => stance === 'denies') ? 'denied' : status
}

/** What an article says most plainly: a denial outweighs what it denies, and a deed a wish. */
const PLAIN: readonly EventStatus[] = ['denied', 'asserted', 'ongoing', 'planned', 'demanded', 'hypothetical']

function statusAccount(tellings: readonly Telling[]): Account {
  const all = tellings.flatMap((telling): Said[] => {
    const told = telling.events.map((event) => ({ event, status: statusTold(event, telling.article.annotations) }))
    const [plain] = told.sort((a, b) => PLAIN.indexOf(a.status) - PLAIN.indexOf(b.status))
    return plain === undefined ? [] : [said(telling, plain.status, plain.status, evidenceOf(plain.event))]
  })
  const kinds = new Set(all.map(({ key }) => key))
  const real = kinds.has('asserted') || kinds.has('ongoing')
  const verdict: AccountVerdict = kinds.has('denied') && real ? 'denies' : kinds.size > 1 ? 'differs' : 'agree'
  return { attribute: 'status', values: valuesOf(all), verdict }
}

function partyAccounts(tellings: readonly Telling[]): Account[] {
  const all = tellings.flatMap((telling) => {
    const { annotations, article } = telling.article
    const entities = new Map(annotations.entities.map((e) => [e.id, e]))
    return telling.events.flatMap((event) =>
      event.participants.flatMap(({ entity, role }): (Said & { role: string })[] => {
        const found = entities.get(entity)
        if (found === undefined) return []
        const evidence = evidenceOf(event)
        const inside = found.mentions.find((m) => m.start >= evidence.start && m.end <= evidence.end)
        const span = inside ?? found.mentions[0] ?? evidence
        const key = found.catalogId ?? foldKey(found.nameAr)
        const name = found.unnamed === true ? cover(article.text, span) : found.nameAr
        return [{ ...said(telling, key, name, span), role }]
      }),
    )
  })
  if (all.length === 0) return []
  const values = valuesOf(all).sort((a, b) => b.articles.length - a.articles.length)
  const shared = values.every(({ articles }) => articles.length === tellings.length)
  return [{ attribute: 'parties', values, verdict: shared ? 'agree' : doersDiffer(tellings, all) ? 'differs' : 'adds' }]
}

/** Whether two articles name different doers of a deed: who struck, who accused. */
function doersDiffer(tellings: readonly Telling[], all: readonly (Said & { role: string })[]): boolean {
  if (tellings.some(({ events }) => events.some(({ type }) => MUTUAL.has(type)))) return false
  const doers = tellings
    .map(({ article }) => new Set(all.filter((s) => s.article === article.id && s.role === 'actor').map((s) => s.key)))
    .filter(({ size }) => size > 0)
  return doers.some((a, i) => doers.slice(i + 1).some((b) => [...a].every((key) => !b.has(key))))
}

interface Days {
  readonly from: number
  readonly to: number
}

/** First and last day that a time may mean. */
function daysOf(item: TimeItem | undefined): Days | undefined {
  if (item === undefined || !('local' in item)) return undefined
  const [start, end] = [dayOf(item.local?.start ?? undefined), dayOf(item.local?.end ?? undefined)]
  if (start === undefined) return undefined
  const from = dayNumber(start)
  // The end of an interval is open: a day ends at the next midnight.
  return { from, to: end === undefined ? from : Math.max(from, dayNumber(end) - 1) }
}

function dateAccount(tellings: readonly Telling[]): Account[] {
  const dated: (Said & { days: Days })[] = []
  for (const telling of tellings)
    for (const event of telling.events) {
      const item = event.time === undefined ? undefined : telling.article.annotations.times[event.time]
      const days = daysOf(item)
      if (item === undefined || days === undefined) continue
      const value = days.from === days.to ? dayText(days.from) : `${dayText(days.from)}/${dayText(days.to)}`
      dated.push({ ...said(telling, value, value, { start: item.start, end: item.end }), days })
      break
    }
  if (dated.length === 0) return []
  const apart = dated.some((a) => dated.some((b) => a.days.to < b.days.from))
  return [{ attribute: 'date', values: valuesOf(dated), verdict: verdictOf(apart, dated.length, tellings.length) }]
}

const DAY_MS = 86_400_000
const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

function placeAccount(tellings: readonly Telling[]): Account[] {
  const placed: Said[] = []
  for (const telling of tellings)
    for (const event of telling.events) {
      const found = telling.article.annotations.entities.find(({ id }) => id === event.place)
      if (found === undefined) continue
      const evidence = evidenceOf(event)
      const span = found.mentions.find((m) => m.start >= evidence.start && m.end <= evidence.end) ?? found.mentions[0]
      if (span === undefined) continue
      placed.push(said(telling, found.catalogId ?? foldKey(found.nameAr), found.nameAr, span))
      break
    }
  if (placed.length === 0) return []
  const apart = placed.some((a) => placed.some((b) => !contains(a.key, b.key) && !contains(b.key, a.key)))
  return [{ attribute: 'place', values: valuesOf(placed), verdict: verdictOf(apart, placed.length, tellings.length) }]
}

/** A country contains its places; ids of the catalog tell: `country.iq`, `place.iq.city.baghdad`. */
const contains = (a: string, b: string): boolean =>
  a === b || (a.startsWith('country.') && b.startsWith(`place.${a.slice('country.'.length)}.`))

const verdictOf = (apart: boolean, tell: number, of: number): AccountVerdict =>
  apart ? 'differs' : tell < of ? 'adds' : 'agree'

/** Lines beside one that tells the happening, which go on with it. */
const BESIDE = 1
/** Told so early, it is what the article is about. */
const OPENING_LINES = 2

/**
 * The part of an article that is about a happening, as accounts and origins are read: all of it where it opens with the
 * happening, else the paragraphs that tell it and those next to them.
 */
export function partTold({ article, events }: Telling): Pick<AccountText, 'title' | 'body'> {
  const { text, title, body } = article.article
  const printed = title === undefined ? '' : cover(text, title)
  const tells = (span: Span): boolean =>
    events.some(({ evidence, trigger }) =>
      [trigger, ...evidence].some((e) => e.start >= span.start && e.start < span.end),
    )
  const lines = body.map((span) => ({ words: cover(text, span), tells: tells(span) }))
  const whole = lines.map(({ words }) => words).join('\n')
  if ((title !== undefined && tells(title)) || lines.slice(0, OPENING_LINES).some((line) => line.tells))
    return { title: printed, body: whole }
  const kept = lines.filter((_, i) => lines.slice(Math.max(0, i - BESIDE), i + BESIDE + 1).some((line) => line.tells))
  return kept.length === 0 ? { title: printed, body: whole } : { title: '', body: kept.map((k) => k.words).join('\n') }
}
