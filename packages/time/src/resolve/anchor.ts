import { dayNumber } from '../calendar/gregorian.js'
import { instantIn, isZone } from '../calendar/zone.js'
import type { Interval, Reference } from '../item.js'
import { DAY, instantText, localText } from './iso.js'

/** The reference time taken apart: the local day and reading, and what is known of its offset. */
export interface Anchor {
  readonly day: number
  /** Local reading in milliseconds, as if it were UTC. */
  readonly local: number
  /** A clock time was stated, not only a day. */
  readonly hasClock: boolean
  readonly offset?: number
  readonly zone?: string
}

const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?\s*$/i

/** The reference read last: a caller reads many texts by one. */
let last: { readonly time: string; readonly zone: string | undefined; readonly anchor: Anchor } | undefined

/** Reads an ISO 8601 reference. Throws `RangeError` with the offending text when it is none. */
export function anchorOf(reference: Reference): Anchor {
  const { time, zone } = reference
  if (last === undefined || last.time !== time || last.zone !== zone)
    last = { time, zone, anchor: readAnchor(reference) }
  return last.anchor
}

function readAnchor(reference: Reference): Anchor {
  const m = ISO.exec(reference.time)
  if (m === null) throw new RangeError(`reference time is not ISO 8601: ${JSON.stringify(reference.time)}`)
  const day = dayNumber(Number(m[1]), Number(m[2]), Number(m[3]))
  const seconds = Number(m[4] ?? 0) * 3600 + Number(m[5] ?? 0) * 60 + Number(m[6] ?? 0)
  const zone = reference.zone !== undefined && isZone(reference.zone) ? reference.zone : undefined
  const stated = m[7]
  const offset = stated === undefined ? undefined : minutesOf(stated)
  return {
    day,
    local: day * DAY + seconds * 1000,
    hasClock: m[4] !== undefined,
    ...(offset !== undefined ? { offset } : {}),
    ...(zone !== undefined ? { zone } : {}),
  }
}

function minutesOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0
  const digits = text.slice(1).replace(':', '').padEnd(4, '0')
  return (text.startsWith('-') ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)))
}

/** The instant of a local reading by a zone's own history, or by a fixed offset; undefined when neither is known. */
export function instantOf(local: number, zone: string | undefined, offset: number | undefined): number | undefined {
  if (zone !== undefined && zone !== 'Etc/GMT') return instantIn(zone, local)
  if (offset !== undefined) return local - offset * 60_000
  return zone === undefined ? undefined : local
}

/** Local bounds as printed text, and as instants where zone or offset is known. */
export function intervals(
  from: number | null,
  to: number | null,
  zone: string | undefined,
  offset: number | undefined,
): { local: Interval; utc?: Interval } {
  const local = { start: from === null ? null : localText(from), end: to === null ? null : localText(to) }
  if (zone === undefined && offset === undefined) return { local }
  const instant = (at: number | null): string | null => {
    const value = at === null ? undefined : instantOf(at, zone, offset)
    return value === undefined ? null : instantText(value)
  }
  return { local, utc: { start: instant(from), end: instant(to) } }
}
