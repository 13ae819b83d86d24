import { foldKey, type Span, searchStem, sentences } from '@isnad/text'
import { findTimes } from '@isnad/time'
import type { OriginCount } from '../origins/origin.js'
import { profileOf, type StoryProfile } from '../stories/profile.js'
import { cosinesOf } from '../stories/term-views.js'
import type { Account, AccountText, AccountValue, AccountVerdict } from './account.js'
import { type Figure, figuresAgree, figuresOf } from './figures.js'

const CASUALTIES = new Set(['killed', 'injured', 'rescued', 'missing', 'killed_or_injured', 'captured', 'displaced'])
/** Figures that are written about too much to compare: one day, one man. */
const IDLE = new Set(['واحد', 'يوم', 'عام', 'سنه', 'مره', 'شهر', 'ساعه'])

/**
 * What the articles that report one happening say of it, attribute by attribute, with their words. `count` tells who
 * vouches for it and who denies it.
 */
export function compareAccounts(articles: readonly AccountText[], count: OriginCount): Account[] {
  const reports = new Set(count.reports)
  const texts = articles.filter(({ id }) => reports.has(id))
  return [
    ...statusAccount(texts, count),
    ...numberAccounts(texts),
    ...dateAccounts(texts),
    ...placeAccount(texts),
    ...reasonAccounts(texts, 'cause', CAUSE),
    ...reasonAccounts(texts, 'purpose', PURPOSE, AIM),
  ]
}

interface Said {
  readonly article: string
  readonly value: string
  readonly quote: string
  readonly span: Span
}

function accountValue(said: readonly Said[]): AccountValue {
  const quotes = new Map<string, AccountValue['quotes'][number]>()
  for (const { article, quote, span } of said) if (!quotes.has(article)) quotes.set(article, { article, quote, span })
  return { value: said[0]?.value ?? '', articles: [...quotes.keys()], quotes: [...quotes.values()] }
}

/** Claim and denial: who vouches, and who says it is not so. */
function statusAccount(texts: readonly AccountText[], { origins }: OriginCount): Account[] {
  const order = new Map(texts.map(({ id }, i) => [id, i]))
  const saidBy = (denies: boolean): Said[] =>
    origins
      .filter((origin) => (origin.denies === true) === denies)
      .flatMap(({ evidence, name }) =>
        evidence
          .filter((e) => e.hearsay !== true && e.span !== undefined)
          .map(({ article, quote, span }) => ({ article, value: name, quote, span: span as Span })),
      )
      .sort((a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0))
  const denied = saidBy(true)
  const claimed = saidBy(false)
  if (denied.length === 0 || claimed.length === 0) return []
  return [{ attribute: 'status', values: [accountValue(claimed), accountValue(denied)], verdict: 'denies' }]
}

function numberAccounts(texts: readonly AccountText[]): Account[] {
  const byAbout = new Map<string, { figure: Figure; text: AccountText }[]>()
  for (const text of texts) {
    const seen = new Map<string, Set<number>>()
    for (const figure of figuresOf(text)) {
      if (IDLE.has(figure.about)) continue
      const values = seen.get(figure.about) ?? new Set()
      // Of casualties an article may quote two tolls; of other things its first figure is the sum and later ones are parts.
      if (values.has(figure.value) || (values.size > 0 && !CASUALTIES.has(figure.about) && !isMoney(figure.about)))
        continue
      values.add(figure.value)
      seen.set(figure.about, values)
      byAbout.set(figure.about, [...(byAbout.get(figure.about) ?? []), { figure, text }])
    }
  }
  const accounts: Account[] = []
  for (const [about, told] of byAbout) {
    const groups = new Map<number, { figure: Figure; text: AccountText }[]>()
    for (const one of told) groups.set(one.figure.value, [...(groups.get(one.figure.value) ?? []), one])
    if (isMoney(about)) {
      accounts.push(...moneyAccounts(about, groups))
      continue
    }
    if (new Set(told.map(({ text }) => text.id)).size < 2 && !CASUALTIES.has(about)) continue
    accounts.push(numberAccount(about, [...groups.values()], texts.length))
  }
  return accounts
}

const isMoney = (about: string): boolean => /^[A-Z]{3}$/.test(about)

/** Sums that two articles share are one thing each; what is left in one and in another is the same thing told apart. */
function moneyAccounts(about: string, groups: ReadonlyMap<number, { figure: Figure; text: AccountText }[]>): Account[] {
  const lists = [...groups.values()]
  const holders = lists.map((list) => new Set(list.map(({ text }) => text.id)))
  const accounts: Account[] = []
  const left: { figure: Figure; text: AccountText }[][] = []
  for (const [i, list] of lists.entries()) {
    const rival = lists.some((_, j) => j !== i && [...(holders[j] ?? [])].every((id) => holders[i]?.has(id) !== true))
    if (rival) left.push(list)
    else if ((holders[i]?.size ?? 0) > 1) accounts.push(numberAccount(about, [list], list.length))
  }
  if (left.length > 0) accounts.push(numberAccount(about, left, left.length))
  return accounts
}

function numberAccount(about: string, groups: readonly { figure: Figure; text: AccountText }[][], of: number): Account {
  const values = groups.map((group) =>
    accountValue(
      group.map(({ figure, text }) => ({
        article: text.id,
        value: figure.text,
        quote: around(text, figure.span),
        span: figure.span,
      })),
    ),
  )
  const agree = groups.every((a, i) =>
    groups.slice(i + 1).every((b) => a.every((x) => b.every((y) => figuresAgree(x.figure, y.figure)))),
  )
  const holders = new Set(values.flatMap((v) => v.articles)).size
  const verdict: AccountVerdict = !agree ? 'differs' : holders === 1 && of > 1 ? 'adds' : 'agree'
  return { attribute: 'number', about, values, verdict }
}

/** The clause around a span: at most eight words on either side within its line. */
function around({ title, body }: AccountText, { start, end }: Span): string {
  const text = `${title}\n${body}`
  const before = text
    .slice(text.lastIndexOf('\n', start - 1) + 1, start)
    .split(/\s+/)
    .slice(-8)
    .join(' ')
  const line = text.indexOf('\n', end)
  const after = text
    .slice(end, line < 0 ? text.length : line)
    .split(/\s+/)
    .slice(0, 9)
    .join(' ')
  return `${before}${text.slice(start, end)}${after}`.trim()
}

const WEEKDAY = /(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)/
/** Sentences in which the day of a happening is told. */
const DATED = 5

/** The day and the hour of the happening; days count by the text, not by when it was published. */
function dateAccounts(texts: readonly AccountText[]): Account[] {
  const days: (Said & { stated: boolean })[] = []
  const hours: Said[] = []
  for (const text of texts) {
    const whole = `${text.title}\n${text.body}`
    const fore = sentences({ frame: 'article', value: whole }).slice(0, DATED).at(-1)?.end ?? 0
    const reference =
      text.published === undefined
        ? {}
        : { reference: { time: text.published.replace(' ', 'T'), source: 'metadata' as const } }
    let day: (Said & { stated: boolean }) | undefined
    for (const item of findTimes(whole.slice(0, fore), reference)) {
      if (item.kind !== 'date' && item.kind !== 'datetime') continue
      const span = { start: item.start, end: item.end }
      const weekday = WEEKDAY.exec(foldKey(item.text))?.[0]
      const date = /^\d{4}-\d{2}-\d{2}/.exec(item.value)?.[0]
      const value = weekday ?? (date === undefined ? undefined : weekdayOf(date))
      if (value !== undefined && (day === undefined || (!day.stated && weekday !== undefined)))
        day = { article: text.id, value, quote: item.text, span, stated: weekday !== undefined }
      const hour = /T(\d{2}(?::\d{2})?)/.exec(item.value)?.[1]
      if (hour !== undefined && (item.grain === 'hour' || item.grain === 'minute'))
        hours.push({ article: text.id, value: hour, quote: item.text, span })
    }
    if (day !== undefined) days.push(day)
  }
  const accounts: Account[] = []
  if (days.length > 1) accounts.push(dated(days, 'day'))
  const firstHours = [...new Map(hours.reverse().map((h) => [h.article, h])).values()].reverse()
  if (firstHours.length > 1) accounts.push(dated(firstHours, 'hour'))
  return accounts
}

function dated(said: readonly Said[], about: string): Account {
  const groups = new Map<string, Said[]>()
  for (const one of said) groups.set(one.value, [...(groups.get(one.value) ?? []), one])
  const values = [...groups.values()].map(accountValue)
  return { attribute: 'date', about, values, verdict: values.length > 1 ? 'differs' : 'agree' }
}

const WEEKDAYS = ['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت']
const weekdayOf = (date: string): string | undefined => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]

/** «مدينة كذا», «بلدة كذا»: a noun of place and a name. */
const PLACE =
  /(?<!\p{L})(?:ب|ل|و)?(?:ال)?(?:مدين[ةه]|منطق[ةه]|بلد[ةه]|محافظ[ةه]|حي|قري[ةه]|ولاي[ةه]|ملعب|مطار|معبر|منفذ|مخيم|إقليم|اقليم|ميناء|جزير[ةه]|قاعد[ةه]|حديق[ةه])\s+["«“]?(\p{L}[\p{L}\p{M}]{2,})/gu

function placeAccount(texts: readonly AccountText[]): Account[] {
  const places = new Map<string, Said[]>()
  for (const text of texts) {
    const whole = `${text.title}\n${text.body}`
    const fore =
      sentences({ frame: 'article', value: whole })
        .slice(0, DATED + 2)
        .at(-1)?.end ?? 0
    for (const match of whole.slice(0, fore).matchAll(PLACE)) {
      const name = searchStem(match[1] ?? '')
      const span = { start: match.index, end: match.index + match[0].length }
      places.set(name, [
        ...(places.get(name) ?? []),
        { article: text.id, value: match[0].trim(), quote: match[0].trim(), span },
      ])
    }
  }
  const best = [...places]
    .map(([name, said]) => ({ name, value: accountValue(said) }))
    .sort((a, b) => b.value.articles.length - a.value.articles.length || (a.name < b.name ? -1 : 1))[0]
  if (best === undefined || best.value.articles.length < 2) return []
  // A place that some name and others leave out is the same place with more detail.
  return [{ attribute: 'place', values: [best.value], verdict: 'agree' }]
}

const CAUSE = /(?<!\p{L})(?:بسبب|جراء|نتيجة|على خلفية|إثر|اثر|احتجاجا على|ردا على)\s+([^.،؛\n]{8,110})/gu
const PURPOSE =
  /(?<!\p{L})(?:بهدف|من أجل|من اجل|بغية|لبحث|لمناقشة|لحث|لإقناع|لمطالبة|لتهدئة|لدعم|لوقف|لمنع)\s+([^.،؛\n]{8,110})/gu
/** «الهدف من الاجتماع هو …»: said so plainly, wherever it stands. */
const AIM =
  /(?<!\p{L})(?:الهدف|الغرض|الغاية)\s+(?:من(?:ه|ها|هما)?)(?:\s+(?:ال|هذ)\p{L}+){0,2}?\s+(?:هو\s+|هي\s+|كان\s+)?([^.؛\n]{8,140})/gu
const REASONED = 4
/** Reasons with fewer words in common are two reasons. */
const SAME_REASON_AT = 0.25

function reasonAccounts(
  texts: readonly AccountText[],
  attribute: 'cause' | 'purpose',
  pattern: RegExp,
  plain?: RegExp,
): Account[] {
  const groups: { said: Said[]; vector: StoryProfile }[] = []
  for (const text of texts) {
    const whole = `${text.title}\n${text.body}`
    const fore = sentences({ frame: 'article', value: whole }).slice(0, REASONED).at(-1)?.end ?? 0
    const match =
      (plain === undefined ? undefined : whole.matchAll(plain).next().value) ??
      whole.slice(0, fore).matchAll(pattern).next().value
    if (match === undefined) continue
    const said: Said = {
      article: text.id,
      value: match[0].trim(),
      quote: match[0].trim(),
      span: { start: match.index, end: match.index + match[0].length },
    }
    const vector = profileOf({ id: '', title: '', body: match[0] })
    const group = groups.find((g) => cosinesOf(g.vector, vector).full >= SAME_REASON_AT)
    if (group === undefined) groups.push({ said: [said], vector })
    else group.said.push(said)
  }
  const values = groups.map(({ said }) => accountValue(said))
  const tellers = new Set(values.flatMap((v) => v.articles)).size
  if (tellers < 2) return values.length === 0 ? [] : [{ attribute, values, verdict: 'adds' }]
  return [{ attribute, values, verdict: values.length === 1 ? 'agree' : 'differs' }]
}
