import type { Span } from '@isnad/text'
import type { MetadataPlace, PublicationTime, Stated } from '../article.js'
import { sharedDepth } from './container.js'
import { type Evidence, namesIn } from './evidence.js'
import type { JudgedPage } from './judged-page.js'
import { looksStamped } from './marker-words.js'
import type { PageOrigin } from './metadata.js'
import { offsetText, readPrintedDate } from './printed-date.js'
import { dateInPath, dayNumber } from './read-date.js'
import type { Segment } from './segment.js'

interface Claim {
  readonly time: PublicationTime
  readonly from: MetadataPlace
  readonly modified: boolean
  /** How far the place is trusted. */
  readonly trust: number
  readonly page?: Span<'page'>
}

type Read = (stamp: string) => PublicationTime | undefined

export interface Publication {
  readonly published?: Stated<PublicationTime>
  readonly modified?: Stated<PublicationTime>
}

const PUBLISHED_META: readonly string[] = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'article.published',
  'article:published',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'dc.created',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article_date_original',
  'published_at',
  'vr:published_time',
  'bt:pubdate',
  'citation_publication_date',
  'nastooh:publishdate',
  'datecreated',
  'date',
]
const MODIFIED_META: readonly string[] = [
  'article:modified_time',
  'og:article:modified_time',
  'datemodified',
  'og:updated_time',
  'article.updated',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'article_date_updated',
]

const UPDATED =
  /(?<!\p{L})(?:updated|modified|last edited|actualizad[oa]|atualizad[oa]|mis à jour|mise à jour|aktualisiert|aggiornat[oa]|diperbarui|güncelleme|обновлено|محدّ?ثة?|تحديث|التحديث|تعديل|التعديل|به‌?روزرسانی|ویرایش)(?!\p{L})/iu

/**
 * When the page says it was published and last changed. Machine-readable statements first, then stamps printed between headline
 * and text, the address last; today's date in the masthead, copyright years and other stories' dates are never asked. Places are
 * checked against each other: the day that most trust agrees on wins, and of equal statements the one in local time.
 */
export function findPublication(page: JudgedPage, { url, capturedAt }: PageOrigin): Publication {
  const read: Read = (stamp) =>
    readPrintedDate(stamp, capturedAt === undefined ? undefined : { time: capturedAt, source: 'capture' })
  const claims = [...statedClaims(page.evidence, read), ...elementClaims(page, read), ...printedClaims(page, read)]
  const address = page.evidence.canonical ?? url
  const path = address === undefined ? undefined : dateInPath(address)
  if (path !== undefined) claims.push({ time: path, from: 'url', modified: false, trust: 1.5 })
  const published = inLocalTime(choose(claims.filter(({ modified }) => !modified)), claims)
  const changed = choose(claims.filter(({ modified }) => modified))
  // A page that only says when it was changed was published then, as far as anybody can tell.
  const first = published ?? changed
  return {
    ...(first !== undefined && { published: stated(first) }),
    ...(changed !== undefined && { modified: stated(changed) }),
  }
}

const QUARTER = 15 * 60_000

/**
 * A moment in UTC reads on the wrong day where the paper's clock is ahead. The stamp that the paper printed tells its zone: the
 * difference of the two, when it is a whole number of quarter hours; a printed day alone tells at least the day.
 */
function inLocalTime(claim: Claim | undefined, claims: readonly Claim[]): Claim | undefined {
  if (claim?.time.instant === undefined || !/(?:Z|\+00:00)$/.test(claim.time.local)) return claim
  const { instant } = claim.time
  for (const { time, from, modified } of claims) {
    if (modified || time.instant !== undefined || time.grain === 'day' || from === 'url') continue
    const ahead = Date.parse(`${time.local}Z`) - Date.parse(instant)
    const offset = Math.round(ahead / QUARTER) * QUARTER
    if (offset === 0 || Math.abs(offset) > 14 * 3_600_000 || Math.abs(ahead - offset) > 2 * 60_000) continue
    const local = new Date(Date.parse(instant) + offset).toISOString().slice(0, 19)
    return { ...claim, time: { ...claim.time, local: local + offsetText(offset / 60_000) } }
  }
  const day = claims.find(
    ({ time, from, modified }) => !modified && time.grain === 'day' && (from === 'text' || from === 'url'),
  )
  if (day === undefined || Math.abs(dayNumber(day.time) - dayNumber(claim.time)) !== 1) return claim
  return { ...day, time: { ...day.time, instant } }
}

const stated = ({ time, from, page }: Claim): Stated<PublicationTime> => ({
  value: time,
  from,
  ...(page !== undefined && { page }),
})

function statedClaims({ article, meta }: Evidence, read: Read): Claim[] {
  const claims: Claim[] = []
  const add = (value: string | undefined, from: MetadataPlace, modified: boolean, trust: number): void => {
    const time = value === undefined ? undefined : read(value)
    if (time !== undefined) claims.push({ time, from, modified, trust })
  }
  if (article !== undefined) {
    add(namesIn(article.datePublished)[0], 'json-ld', false, 5)
    add(namesIn(article.dateModified)[0], 'json-ld', true, 5)
    if (article.datePublished === undefined) add(namesIn(article.dateCreated)[0], 'json-ld', false, 3)
  }
  PUBLISHED_META.forEach((name, i) => {
    add(meta.get(name)?.[0], 'meta', false, i < 4 ? 5 : i < PUBLISHED_META.length - 2 ? 3 : 2)
  })
  MODIFIED_META.forEach((name) => {
    add(meta.get(name)?.[0], 'meta', true, 3)
  })
  return claims
}

/** `<time>` and microdata that stand in the article or beside its headline. */
function elementClaims(page: JudgedPage, read: Read): Claim[] {
  const claims: Claim[] = []
  const { start = 0, end = 0 } = page.container ?? {}
  const from = Math.min(page.headline?.segment?.page.start ?? start, start)
  for (const { tag, attributes, start: at, end: to } of page.tree.elements) {
    if (tag !== 'time' && attributes.itemprop === undefined) continue
    const property = /^(?:(?:schema:)?date(Published|Modified|Created|Updated)|published|updated)$/i.exec(
      attributes.itemprop ?? '',
    )
    if (tag !== 'time' && property === null) continue
    const value = attributes.datetime ?? (tag === 'meta' ? attributes.content : undefined) ?? attributes.content
    if (value === undefined) continue
    const near = at >= from - NEAR && at < end
    if (!near && !(property !== null && tag === 'meta')) continue
    const time = read(value)
    if (time === undefined) continue
    const words = page.tree.source.slice(Math.max(0, at - 60), Math.min(to, at + 300)).replace(/<[^>]*>/g, ' ')
    const modified =
      /modified|updated/i.test(attributes.itemprop ?? '') ||
      (property === null && UPDATED.test(words + (attributes.class ?? '')))
    const trust = property !== null ? 4 : /published|pubdate/i.test(attributes.class ?? '') ? 3 : 2.5
    claims.push({
      time,
      from: property === null ? 'time-element' : 'microdata',
      modified,
      trust,
      page: { start: at, end: to },
    })
  }
  return claims
}

/** Characters of source before the headline in which its stamp may stand: a kicker line with section and date. */
const NEAR = 3000

/** More stamps than this are a live ticker or a timetable, not datelines. */
const MOST_STAMPS = 8

function printedClaims(page: JudgedPage, read: Read): Claim[] {
  const claims: Claim[] = []
  for (const segment of stampSegments(page).slice(0, MOST_STAMPS)) {
    for (const [text, modified] of splitAtUpdate(segment.text)) {
      const time = read(text)
      if (time !== undefined) claims.push({ time, from: 'text', modified, trust: modified ? 2 : 3, page: segment.page })
    }
  }
  return claims
}

const FOREIGN = new Set([
  'comments',
  'related',
  'navigation',
  'footer',
  'sidebar',
  'card',
  'newsletter',
  'ad',
  'notice',
])

const OWN_PLACE = new Set(['footer', 'sidebar', 'navigation'])

/** Short lines with a year or an hour, between the headline's surroundings and the text, or named as dates below it. */
function stampSegments(page: JudgedPage): Segment[] {
  const { segments, contexts, inContainer, verdicts, headline } = page
  const firstText = segments.find(
    ({ order, words }) => inContainer[order] && verdicts[order] === undefined && words >= 9,
  )
  const title = headline?.segment
  const articleDepth =
    title !== undefined && firstText !== undefined ? sharedDepth(title.element, firstText.element) : 0
  return segments.filter((segment) => {
    const { order, element, text } = segment
    if (
      element.hidden ||
      text.length > 140 ||
      (title !== undefined &&
        firstText !== undefined &&
        order > firstText.order &&
        verdicts[order]?.label !== 'dateline')
    )
      return false
    if (!looksStamped(text)) return false
    const region = contexts.of(element).region?.kind
    const between =
      title !== undefined &&
      firstText !== undefined &&
      order < firstText.order &&
      (order > title.order || sharedDepth(element, title.element) >= articleDepth)
    // A `<footer class=submitted>` or a bar of the article itself between headline and text is the story's own dateline.
    if (region !== undefined && FOREIGN.has(region) && !(between && OWN_PLACE.has(region))) return false
    if (firstText !== undefined && order > firstText.order)
      return inContainer[order] === true && verdicts[order]?.label === 'dateline'
    if (title === undefined) return inContainer[order] === true || region === 'dateline'
    // Before the headline only what shares the article with it; the masthead's date of today stands further out.
    return order > title.order || sharedDepth(element, title.element) > Math.max(articleDepth - 1, 2)
  })
}

/** «Published 5:45, updated 7:41» → the part before the word and the part from it on. */
function splitAtUpdate(text: string): (readonly [string, boolean])[] {
  const at = text.search(UPDATED)
  if (at < 0) return [[text, false]]
  return [
    [text.slice(0, at), false],
    [text.slice(at), true],
  ]
}

const GRAIN_RANK: Readonly<Record<PublicationTime['grain'], number>> = { day: 0, minute: 1, second: 2 }

function choose(claims: readonly Claim[]): Claim | undefined {
  let best: Claim | undefined
  let most = 0
  for (const claim of claims) {
    let support = 0
    const places = new Set<MetadataPlace>()
    for (const other of claims) {
      if (!agree(claim.time, other.time) || places.has(other.from)) continue
      places.add(other.from)
      support += other.trust
    }
    // A stamp in the reader's own time beats the same moment in UTC: it carries the day that was printed.
    const local = claim.time.instant !== undefined && !/(?:Z|[+-]00:00)$/.test(claim.time.local) ? 0.5 : 0
    const worth = support + claim.trust * 0.2 + local + GRAIN_RANK[claim.time.grain] * 0.2
    if (worth > most) {
      most = worth
      best = claim
    }
  }
  return best
}

/** Same moment, or the same day give or take the shift of a time zone. */
function agree(a: PublicationTime, b: PublicationTime): boolean {
  if (a.instant !== undefined && b.instant !== undefined)
    return Math.abs(Date.parse(a.instant) - Date.parse(b.instant)) <= 12 * 3_600_000
  return Math.abs(dayNumber(a) - dayNumber(b)) <= 1
}
