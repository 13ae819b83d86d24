import { findOutletByName } from '@isnad/lexicon'
import { readStamp, type Stamp, type StampOptions } from '@isnad/time'
import type { PublicationTime, Stated } from './article.js'
import type { Page } from './capture.js'
import { MASTHEAD } from './lines/alone.js'
import { namesAgency, namesMonitoring, signatureParts } from './lines/credits.js'
import type { LabelledBlock } from './lines/label-blocks.js'
import { isPlace, signedPlace } from './lines/signed-place.js'
import { wordsOf } from './lines/words.js'
import type { StatedMetadata } from './reading.js'

/** What the labelled text itself says of the article: outlet, writers, dateline, publication and change. */
export function textMetadata(page: Page, blocks: readonly LabelledBlock[]): StatedMetadata {
  const byline = blocks.find(({ rule, block }) => rule === 'byline/author' && !isMonitored(block.text))
  const place =
    blocks.find(({ rule }) => rule === 'dateline/place') ??
    blocks.find(({ rule, block }) => rule === 'dateline/stamp' && signedPlace(block.text) !== undefined)
  const outlet = outletOf(blocks)
  const authors = byline === undefined ? [] : authorsIn(byline.block.text)
  return {
    ...stampsOf(page, blocks),
    ...(outlet !== undefined && { outlet }),
    ...(byline !== undefined && { byline: statedBy(byline) }),
    ...(place !== undefined && { dateline: statedBy(place) }),
    ...(authors.length > 0 && { authors }),
  }
}

const statedBy = ({ block }: LabelledBlock): Stated<string> => ({ value: block.text, from: 'text', page: block.page })

/** «السنديان ـ رصد» under the headline credits other media; nobody wrote it. */
const isMonitored = (text: string): boolean => signatureParts(text).some(namesMonitoring)

const UPDATED = /(?:تحديث|تعديل|محدث|updated|modified)/iu

/** The first stamp above the text that is no update; failing that, the first below it. */
function stampsOf(page: Page, blocks: readonly LabelledBlock[]): Pick<StatedMetadata, 'published' | 'modified'> {
  const body = blocks.findIndex(({ label }) => label === 'body')
  const title = blocks.findIndex(({ label }) => label === 'title')
  const stamps = blocks.flatMap(({ block, label }, at) => {
    if (label !== 'dateline') return []
    const time = publicationTime(block.text, page)
    if (time === undefined) return []
    const updated = UPDATED.test(block.text)
    // Next to the headline the story's own date stands; above it often today's.
    const distance = at > body ? 200 + at : at < title ? 100 + title - at : at - title
    return [{ time, updated, page: block.page, distance }]
  })
  stamps.sort((a, b) => a.distance - b.distance)
  const published = stamps.find(({ updated }) => !updated)
  const modified = stamps.find(({ updated }) => updated)
  const stated = (stamp: (typeof stamps)[number]): Stated<PublicationTime> => ({
    value: stamp.time,
    from: 'text',
    page: stamp.page,
  })
  const first = published ?? modified
  return {
    ...(first !== undefined && { published: stated(first) }),
    ...(modified !== undefined && published !== undefined && { modified: stated(modified) }),
  }
}

/** Reads a publication time out of a line or attribute; undefined without a day. `page` tells when it was captured. */
export function publicationTime(text: string, page: Pick<Page, 'capturedAt'>): PublicationTime | undefined {
  const exact = exactTime(text)
  if (exact !== undefined) return exact
  const options: StampOptions =
    page.capturedAt === undefined ? {} : { reference: { time: page.capturedAt, source: 'capture' } }
  const stamp = readStamp(text, options)
  return stamp === undefined ? undefined : timeOf(stamp)
}

const EXACT =
  /^(20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\+(?:0\d|1[0-2]):[034][05]|-(?:0[1-9]|1[0-2]):00)$/

/** The form in which records state their moment, read without the grammar of printed stamps. */
function exactTime(text: string): PublicationTime | undefined {
  if (!EXACT.test(text)) return undefined
  const instant = `${new Date(text).toISOString().slice(0, 19)}Z`
  return { local: text, grain: 'second', instant }
}

function timeOf(stamp: Stamp): PublicationTime | undefined {
  if (stamp.grain === 'day') return { local: stamp.startLocal.slice(0, 10), grain: 'day' }
  if (stamp.grain !== 'minute' && stamp.grain !== 'second') return undefined
  const local = `${stamp.startLocal.slice(0, 19)}${stamp.offset === undefined ? '' : offsetText(stamp.offset)}`
  return {
    local,
    grain: stamp.grain,
    ...(stamp.instant !== undefined && { instant: stamp.instant }),
    ...(stamp.zone !== undefined && { zone: stamp.zone }),
  }
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const GREETED = /(?:موقع|صحيفة|جريدة|بوابة|شبكة|وكالة|قناة)\s+((?:(?!نقدم|ننشر|نعرض|اليوم)\S+\s?){1,3})/u

/** The site's own name: said in its greeting, set after the headline, or signed before «رصد» and «متابعات». */
function outletOf(blocks: readonly LabelledBlock[]): StatedMetadata['outlet'] {
  for (const { block, label, rule } of blocks) {
    if (label === 'greeting') {
      const name = GREETED.exec(block.text)?.[1]?.trim()
      if (name !== undefined) return named(name, block)
    }
    if (rule === 'other/site-name') return named(block.text.replace(/^[\s|–—-]+/u, ''), block)
    const own = rule === 'source-credit/own' ? signatureParts(block.text).at(-1) : undefined
    if (own !== undefined) return named(own, block)
  }
  for (const { block, label } of blocks) {
    if (label !== 'source-credit' && label !== 'byline' && label !== 'dateline') continue
    const parts = signatureParts(block.text)
    const [first] = parts
    if (first === undefined || namesAgency(first) || namesMonitoring(first)) continue
    const known = findOutletByName(first)
    if (parts.length >= 2 && known !== undefined && known.kind !== 'agency') return named(first, block)
    // «دفاتر الوادي - رصد» below the text signs the outlet itself, known or not; above it a place stands there.
    if (parts.length !== 2 || !namesMonitoring(parts[1] ?? '') || isPlace(first)) continue
    if (label === 'source-credit' || isQuoted(blocks, first)) return named(first, block)
  }
  for (const { block, label, rule } of blocks) {
    const presented = MASTHEAD.exec(block.text.slice(0, 200))?.[1]?.trim()
    if (presented !== undefined && label !== 'body') return named(presented, block)
    const owner = rule === 'other/copyright' ? RIGHTS.exec(block.text)?.[1]?.trim() : undefined
    if (owner !== undefined && /\p{L}{3}/u.test(owner)) return named(owner, block)
  }
  return undefined
}

/** «جميع الحقوق محفوظة لصحيفة الضفاف 2031» */
const RIGHTS =
  /محفوظ[ةه]\s*[©:-]?\s*ل(?:\u0640\s?|دى\s)?["«]?\s?(?:مؤسسة|صحيفة|لصحيفة|موقع|جريدة|قناة|شبكة|بوابة|وكالة|شركة)?\s*([^"«»\d©|–—-]{3,40})/u

/** True where the story speaks of the name in quotation marks, as outlets do of themselves: «قال لـ"السنديان"». */
export const isQuoted = (blocks: readonly LabelledBlock[], name: string): boolean =>
  blocks.some(({ label, block }) => label === 'body' && quotes(block.text, name))

const quotes = (text: string, name: string): boolean =>
  [`«${name}»`, `"${name}"`, `“${name}”`].some((quoted) => text.includes(quoted))

function named(name: string, block: LabelledBlock['block']): NonNullable<StatedMetadata['outlet']> {
  const id = findOutletByName(name)?.id
  const stated = { value: name, from: 'text', page: block.page } as const
  return id === undefined ? stated : { ...stated, id }
}

const WROTE = /^[\s*-]*(?:كتبت?|بقلم|تقرير|حوار|أجر[ىت] الحوار|تحقيق|إعداد|ترجمة|تحرير|مراسلة|تغطية|by)\s*[:/-]?\s*/iu

/** Persons of a byline: «تونس - سلمى الوادي» gives the second part; agencies and single words are left out. */
function authorsIn(text: string): readonly string[] {
  return signatureParts(
    text
      .replace(WROTE, '')
      .replace(/:\s*$/u, '')
      .replace(/^([^:]{2,24}):\s*/u, '$1 - '),
  ).filter((part) => {
    const words = wordsOf(part).list
    if (words.length < 2 || words.length > 4 || /[\d@]/.test(part)) return false
    return !namesAgency(part) && !namesMonitoring(part) && findOutletByName(part) === undefined
  })
}
