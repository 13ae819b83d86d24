import { findOutletByDomain, findOutletByName } from '@isnad/lexicon'
import type { PublicationTime, Stated } from '../article.js'
import { findByline } from './byline.js'
import { type Evidence, firstMeta, namesIn } from './evidence.js'
import type { JudgedPage } from './judged-page.js'
import { findPublication } from './publication.js'
import { siteInTitle } from './title.js'

/** What a page says about its article, each with the place where it was read. */
export interface HtmlMetadata {
  readonly title?: Stated<string>
  readonly outlet?: Stated<string> & { readonly id?: string }
  readonly byline?: Stated<string>
  readonly authors: readonly string[]
  readonly published?: Stated<PublicationTime>
  readonly modified?: Stated<PublicationTime>
  readonly canonicalUrl?: Stated<string>
  readonly section?: Stated<string>
}

export interface PageOrigin {
  readonly url?: string | undefined
  /** ISO 8601 instant of the capture; decides «منذ 3 ساعات» and ambiguous numeric dates. */
  readonly capturedAt?: string | undefined
}

/** Reads title, outlet, byline, dates, canonical address and section of a judged page. */
export function readMetadata(page: JudgedPage, origin: PageOrigin): HtmlMetadata {
  const { evidence, headline } = page
  const canonicalUrl = findCanonical(evidence, origin.url)
  const outlet = findOutlet(page, canonicalUrl?.value ?? origin.url)
  const section = findSection(evidence)
  return {
    ...(headline !== undefined && {
      title: {
        value: headline.text,
        from: headline.from,
        ...(headline.segment !== undefined && { page: headline.segment.page }),
      },
    }),
    ...(outlet !== undefined && { outlet }),
    ...findByline(page),
    ...findPublication(page, origin),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(section !== undefined && { section }),
  }
}

function findCanonical(evidence: Evidence, url: string | undefined): Stated<string> | undefined {
  const candidates = [
    [evidence.canonical, 'link'],
    [firstMeta(evidence, 'og:url'), 'meta'],
    [namesIn(evidence.article?.url)[0], 'json-ld'],
  ] as const
  for (const [value, from] of candidates) {
    const address = value === undefined ? undefined : absolute(value, url)
    // Some sites give every page the address of their front page.
    if (address !== undefined && (address.pathname !== '/' || address.search !== ''))
      return { value: address.href, from }
  }
  return undefined
}

function absolute(value: string, base: string | undefined): URL | undefined {
  try {
    const url = new URL(value, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
  } catch {
    return undefined
  }
}

const ADDRESS = /^(?:https?:)?\/\/|^www\.|^[\w-]+(?:\.[\w-]+)+$/i

/**
 * The outlet's name: as the page states it, else as the catalog has it for the host, else a news house that `<title>` names,
 * else what `<title>` adds to the headline, else the host.
 */
function findOutlet(
  { evidence, headline, arabicScript }: JudgedPage,
  url: string | undefined,
): (Stated<string> & { readonly id?: string }) | undefined {
  const host = url === undefined ? undefined : absolute(url, undefined)
  const known = host === undefined ? undefined : findOutletByDomain(host.hostname, host.pathname)
  const catalogued = known === undefined ? undefined : arabicScript ? known.ar || known.en : known.en || known.ar
  const candidates = [
    [firstMeta(evidence, 'og:site_name')?.replace(/^@/, ''), 'meta'],
    [namesIn(evidence.article?.publisher)[0], 'json-ld'],
    [catalogued, 'url'],
    [houseInTitle(evidence.title), 'title-element'],
    [siteInTitle(evidence.title, headline?.text), 'title-element'],
    [firstMeta(evidence, 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'publisher'), 'meta'],
    [host?.hostname.replace(/^www\./, ''), 'url'],
  ] as const
  for (const [value, from] of candidates) {
    if (value === undefined || value === '' || value.length > 80) continue
    if (from !== 'url' && (ADDRESS.test(value) || /©|&copy|copyright/i.test(value))) continue
    const id = (known ?? findOutletByName(value))?.id
    return { value, from, ...(id !== undefined && { id }) }
  }
  return undefined
}

const HOUSE = /^(?:ال)?(?:وكالة|صحيفة|جريدة|مجلة|قناة|شبكة|موقع|بوابة|إذاعة|مؤسسة)(?!\p{L})/u
const MOST_HOUSE_WORDS = 6

/** The part of `<title>` that names a news house in full: «الوكالة الوطنية للأنباء - و.و.أ», «… | صحيفة الضفاف». */
function houseInTitle(title: string | undefined): string | undefined {
  const parts = (title ?? '').split(/\s+[-–—|]+\s+|\s*\|+\s*/u).map((part) => part.trim())
  const [only] = parts.filter((part) => HOUSE.test(part))
  if (only === undefined || parts.length > 3 || /[:؟!«»"،]/u.test(only)) return undefined
  const words = only.split(/\s+/).length
  // «صحيفة الضفاف تكشف …» as a headline is longer; a lone word like «موقع» names nothing.
  return words >= 2 && words <= MOST_HOUSE_WORDS && (parts.length > 1 || words <= 5) ? only : undefined
}

function findSection({ article, meta }: Evidence): Stated<string> | undefined {
  const [linked] = namesIn(article?.articleSection)
  if (linked !== undefined && linked.length < 60) return { value: linked, from: 'json-ld' }
  const stated = meta.get('article:section')?.[0] ?? meta.get('section')?.[0]
  return stated === undefined || stated.length >= 60 ? undefined : { value: stated, from: 'meta' }
}
