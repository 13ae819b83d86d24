import { foldKey } from '@isnad/text'
import type { MetadataPlace } from '../article.js'
import { type Evidence, firstMeta, namesIn } from './evidence.js'
import type { Segment } from './segment.js'

export interface Headline {
  readonly text: string
  readonly from: MetadataPlace
  /** The block that shows it, when the page does. */
  readonly segment?: Segment
}

/** Letters and digits only, folded: what two prints of one headline share. */
export function headlineKey(text: string): string {
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()
  return foldKey(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const ASCII = /^[\0-\x7f]*$/

const SEPARATORS = /\s+[-–—|:•·»«/\\]+\s+|\s*[|»«•]+\s*|\s*::+\s*|\s+\.\.\s+/u

/** The site's own names, folded. */
export function siteNames(evidence: Evidence): string[] {
  const names = [
    firstMeta(evidence, 'og:site_name'),
    firstMeta(evidence, 'application-name'),
    firstMeta(evidence, 'apple-mobile-web-app-title'),
    firstMeta(evidence, 'twitter:site')?.replace(/^@/, ''),
    ...namesIn(evidence.article?.publisher),
  ]
  return names
    .filter((name): name is string => name !== undefined)
    .map(headlineKey)
    .filter((name) => name !== '')
}

/** Takes the site's name off a title; without a known name the longest part stays when it is a sentence by itself. */
export function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(SEPARATORS).filter((part) => part.trim() !== '')
  if (parts.length < 2) return title.trim()
  const kept = parts.filter((part) => {
    const key = headlineKey(part)
    return (
      key !== '' &&
      !sites.some((site) => key === site || (site.length > 3 && key.length <= site.length + 12 && key.includes(site)))
    )
  })
  if (kept.length > 0 && kept.length < parts.length) {
    const first = kept[0] ?? ''
    const last = kept[kept.length - 1] ?? ''
    const from = title.indexOf(first)
    return title.slice(from, title.indexOf(last, from) + last.length).trim()
  }
  const [head = '', tail = ''] = [parts[0], parts[parts.length - 1]]
  const words = (part: string): number => part.trim().split(/\s+/).length
  // «Headline - Site»: a last part of a few words after a long one is the site or the section.
  if (words(tail) <= 4 && words(title) - words(tail) >= words(tail) + 2)
    return title
      .slice(0, title.lastIndexOf(tail))
      .replace(/[\s\-–—|:•·»«/\\.]+$/u, '')
      .trim()
  if (words(head) <= 3 && words(tail) > 5)
    return title
      .slice(title.indexOf(head) + head.length)
      .replace(/^[\s\-–—|:•·»«/\\.]+/u, '')
      .trim()
  return title.trim()
}

interface StatedKey {
  readonly key: string
  readonly words: readonly string[]
  readonly set: ReadonlySet<string>
}

const statedKey = (key: string): StatedKey => {
  const words = key.split(' ')
  return { key, words, set: new Set(words) }
}

/** How much a block's key and a stated title share, as the share of the shorter one's words found in the longer one. */
function shared(key: string, stated: StatedKey): number {
  if (key === stated.key) return 1
  const words = key.split(' ')
  const count = Math.min(words.length, stated.words.length)
  if (count < 2) return 0
  if (words.length <= stated.words.length) return words.filter((word) => stated.set.has(word)).length / count
  const set = new Set(words)
  return stated.words.filter((word) => set.has(word)).length / count
}

const HEADING_LEVEL: Readonly<Record<string, number>> = { h1: 0.3, h2: 0.15, h3: 0.05, h4: 0.02 }

function headingBonus(segment: Segment): number {
  let element: Segment['element'] | undefined = segment.element
  for (let up = 0; up < 3 && element !== undefined; up++, element = element.parent) {
    const level = HEADING_LEVEL[element.tag]
    if (level !== undefined) return level
    if (element.attributes.itemprop === 'headline') return 0.3
  }
  return 0
}

/**
 * The headline, without the site's name. A visible heading that agrees with og:title, the JSON-LD headline or `<title>` is
 * taken as printed; else the metadata speak for themselves.
 */
export function findHeadline(segments: readonly Segment[], evidence: Evidence): Headline | undefined {
  const sites = siteNames(evidence)
  const stated: { text: string; from: MetadataPlace }[] = []
  const add = (text: string | undefined, from: MetadataPlace): void => {
    if (text !== undefined && text.trim() !== '' && text.length <= 1000)
      stated.push({ text: withoutSite(text, sites), from })
  }
  add(firstMeta(evidence, 'og:title'), 'meta')
  const [headline] = namesIn(evidence.article?.headline ?? evidence.article?.name)
  add(headline, 'json-ld')
  add(firstMeta(evidence, 'twitter:title', 'dc.title', 'dcterms.title', 'title', 'headline'), 'meta')
  add(evidence.title, 'title-element')
  const keys = stated
    .map(({ text }) => headlineKey(text))
    .filter((key) => key !== '' && !sites.includes(key))
    .map(statedKey)
  const shortest = 0.35 * Math.min(...keys.map(({ key }) => key.length))
  const longest = 3 * Math.max(...keys.map(({ key }) => key.length)) + 20
  let best: Segment | undefined
  let most = 0
  for (const segment of segments) {
    const { length } = segment.text
    if (length > 400 || length < shortest || length > longest) continue
    const bonus = headingBonus(segment)
    if (bonus === 0 && segment.linked > 0.5 * segment.size) continue
    // A headline stands apart: an agreeing block that is no heading must agree almost wholly.
    if (bonus === 0 && !keys.some((other) => length > 0.7 * other.key.length && length < 1.4 * other.key.length + 8))
      continue
    const key = headlineKey(segment.text)
    if (key === '' || sites.includes(key)) continue
    let agreement = 0
    for (const other of keys) {
      const ratio = Math.min(key.length, other.key.length) / Math.max(key.length, other.key.length)
      if (ratio < 0.4) continue
      agreement = Math.max(agreement, shared(key, other) * (0.5 + 0.5 * ratio))
    }
    if (agreement < (bonus > 0 ? 0.6 : 0.9)) continue
    const worth =
      agreement + bonus - (segment.element.hidden ? 0.5 : 0) - (segment.linked > 0.5 * segment.size ? 0.1 : 0)
    if (worth > most + 0.001) {
      most = worth
      best = segment
    }
  }
  if (best === undefined && keys.length === 0) best = segments.find((s) => s.element.tag === 'h1' && s.words > 1)
  if (best !== undefined) return { text: best.text, from: 'text', segment: best }
  const [first] = stated.filter(({ text }) => !sites.includes(headlineKey(text)))
  const h1 = segments.find((s) => s.element.tag === 'h1' && s.words > 3)
  if (first === undefined) return h1 === undefined ? undefined : { text: h1.text, from: 'text', segment: h1 }
  return first
}

/** What `<title>` says beyond the headline, when that is one short part: the site's name. */
export function siteInTitle(title: string | undefined, headline: string | undefined): string | undefined {
  if (title === undefined || headline === undefined) return undefined
  const key = headlineKey(headline)
  const rest = title.split(SEPARATORS).filter((part) => {
    const other = headlineKey(part)
    return other !== '' && !key.includes(other) && !other.includes(key)
  })
  const name = rest[rest.length - 1]?.trim()
  return rest.length <= 2 &&
    name !== undefined &&
    name.split(/\s+/).length <= 5 &&
    rest.length < title.split(SEPARATORS).length
    ? name
    : undefined
}
