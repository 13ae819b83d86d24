import type { PublicationTime } from '../article.js'
import { monthNamed } from './months.js'

/** A calendar day and clock as printed, before they are checked. */
interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** Minutes east of UTC. */
  readonly offset?: number
}

/** News on the web begins about here; a date before it is a placeholder such as 0001-01-01 or 1970-01-01. */
const FIRST_YEAR = 1991
const LAST_YEAR = 2100

/** Zone abbreviations that name one offset only; IST, for one, names three. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ast: -240,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const ISO =
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T\s]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z(?![a-z])|(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{2}|UTC|GMT)?)?/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/
const EPOCH = /^(\d{10})(\d{3})?$/
/** «19 Nov 2019», «8. November 2019», «18 de novembro de 2019», «1st May 2020». */
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s,/-]{1,3}(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s,/-]{1,3}(?:de\s+|del\s+)?(\d{4})(?!\d)/u
/** «Nov. 19, 2019», «Tue Nov 19 2019», «November 19th 2019». */
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?:at\s+)?(\d{4})(?!\d)/u
const CLOCK =
  /(?<![\d:])(\d{1,2})(?::|\.|h)(\d{2})(?::(\d{2}))?(?:[.,]\d{3})?(?!\d)\s*([ap]\.?\s?m\b\.?)?\s*(?:[([]\s*)?((?:utc|gmt)?\s?[+-]\d{1,2}:?\d{2}|z\b|[a-z]{2,4}\b)?/iu
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g

/**
 * Reads a stamp as machines and Latin-script or Cyrillic pages write it: ISO 8601, RFC 2822, epoch seconds, «Nov 19, 2019 5:45
 * AM PST», «18 de novembro de 2019». Undefined when there is no full date or it is impossible.
 */
export function readDate(stamp: string): PublicationTime | undefined {
  const text = stamp
    .slice(0, 400)
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .trim()
  const epoch = EPOCH.exec(text)
  if (epoch !== null) return fromEpoch(Number(epoch[1]))
  const compact = COMPACT.exec(text)
  if (compact !== null) return publicationTime(isoParts(compact))
  const iso = ISO.exec(text)
  if (iso !== null) {
    const parts = isoParts(iso)
    return publicationTime(parts.hour === undefined ? { ...parts, ...clockIn(text.replace(iso[0], ' ')) } : parts)
  }
  const named = namedDay(text)
  if (named === undefined) return undefined
  return publicationTime({ ...named.day, ...clockIn(text.replace(named.words, ' ')) })
}

function namedDay(text: string): { day: Parts; words: string } | undefined {
  for (const [pattern, dayAt, monthAt] of [
    [DAY_FIRST, 1, 2],
    [MONTH_FIRST, 2, 1],
  ] as const) {
    const match = pattern.exec(text)
    const month = match === null ? undefined : monthNamed(match[monthAt] ?? '')
    if (match !== null && month !== undefined) {
      return { day: { year: Number(match[3]), month, day: Number(match[dayAt]) }, words: match[0] }
    }
  }
  return undefined
}

function isoParts(match: RegExpExecArray): Parts {
  const [, year, month, day, hour, minute, second, zone] = match
  const offset = zone === undefined ? undefined : offsetOf(zone)
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...(hour !== undefined && { hour: Number(hour), minute: Number(minute) }),
    ...(second !== undefined && { second: Number(second) }),
    ...(offset !== undefined && hour !== undefined && { offset }),
  }
}

function clockIn(text: string): Partial<Parts> {
  const match = CLOCK.exec(text)
  if (match === null) return {}
  const [, h, m, s, half, zone] = match
  let hour = Number(h)
  const minute = Number(m)
  if (hour > 23 || minute > 59 || (s !== undefined && Number(s) > 59)) return {}
  if (half !== undefined) {
    const afternoon = /^p/i.test(half)
    if (hour > 12) return {}
    hour = (hour % 12) + (afternoon ? 12 : 0)
  }
  const offset = zone === undefined ? undefined : offsetOf(zone)
  // JavaScript prints «05:44:06 GMT+0000»; mail «05:44:06 +0000».
  return {
    hour,
    minute,
    ...(s !== undefined && { second: Number(s) }),
    ...(offset !== undefined && { offset }),
  }
}

function offsetOf(zone: string): number | undefined {
  const bare = zone.trim().toLowerCase()
  const numeric = /([+-])(\d{1,2}):?(\d{2})$/.exec(bare)
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3])
    return minutes > 14 * 60 ? undefined : numeric[1] === '-' ? -minutes : minutes
  }
  return ZONES[bare]
}

const two = (n: number): string => String(n).padStart(2, '0')

function fromEpoch(seconds: number): PublicationTime | undefined {
  const date = new Date(seconds * 1000)
  const year = date.getUTCFullYear()
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined
  const instant = date.toISOString().replace('.000Z', 'Z')
  return { local: instant.replace('Z', '+00:00'), grain: 'second', instant }
}

function publicationTime(parts: Parts): PublicationTime | undefined {
  const { year, month, day, hour, minute = 0, second, offset } = parts
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined
  const date = `${year}-${two(month)}-${two(day)}`
  if (hour === undefined || hour > 24 || minute > 59 || (second ?? 0) > 60) return { local: date, grain: 'day' }
  const clock = `${two(hour % 24)}:${two(minute)}:${two(Math.min(second ?? 0, 59))}`
  const grain = second === undefined ? 'minute' : 'second'
  if (offset === undefined) return { local: `${date}T${clock}`, grain }
  const sign = offset < 0 ? '-' : '+'
  const size = Math.abs(offset)
  const instant = new Date(Date.parse(`${date}T${clock}Z`) - offset * 60_000).toISOString().replace('.000Z', 'Z')
  return { local: `${date}T${clock}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`, grain, instant }
}

/** A day in the path of an address: `/2019/11/18/`, `/2019/nov/18/`, `/2019-11-18/`, `-20191118`. */
export function dateInPath(url: string): PublicationTime | undefined {
  let path: string
  try {
    path = new URL(url).pathname
  } catch {
    path = url
  }
  const numeric = /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path)
  if (numeric !== null)
    return publicationTime({ year: Number(numeric[1]), month: Number(numeric[2]), day: Number(numeric[3]) })
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path)
  const month = named === null ? undefined : monthNamed(named[2] ?? '')
  if (named !== null && month !== undefined)
    return publicationTime({ year: Number(named[1]), month, day: Number(named[3]) })
  const solid = /(?:^|[/_-])(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path)
  if (solid !== null) return publicationTime({ year: Number(solid[1]), month: Number(solid[2]), day: Number(solid[3]) })
  return undefined
}

/** The day of a time as days since 1970, in its own zone. */
export const dayNumber = (time: PublicationTime): number =>
  Math.floor(Date.parse(`${time.local.slice(0, 10)}T00:00:00Z`) / 86_400_000)
