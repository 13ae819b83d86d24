import type { Span } from '@isnad/text'
import { type MomentMatch, momentAt } from './grammar/moment.js'
import { Reader } from './grammar/reader.js'
import type { Certainty, Grain, Reference } from './item.js'
import { anchorOf, instantOf } from './resolve/anchor.js'
import { instantText, localText } from './resolve/iso.js'
import { resolveMoment } from './resolve/moment.js'
import type { Context, Reading } from './resolve/reading.js'

/** A publication stamp as a page prints it. */
export interface Stamp extends Span {
  readonly text: string
  /** Local reading at its grain: `2020-11-22T17:15`, `2020-11-22`, `2020-11`. */
  readonly value: string
  readonly grain: Grain
  /** First and last moment it can mean, local, half-open: `2020-11-22T17:15:00`. */
  readonly startLocal: string
  readonly endLocal: string
  /** Minutes east of Greenwich: stated, or what the zone kept on that day. */
  readonly offset?: number
  /** IANA zone of the city or country the stamp names, or the caller's home zone. */
  readonly zone?: string
  /** Where the offset comes from. */
  readonly offsetSource?: 'stated' | 'city' | 'home'
  /** The instant of the stamp's start, `2020-11-22T15:15:00Z`, where an offset is known. */
  readonly instant?: string
  readonly calendar: 'gregorian' | 'hijri' | 'jalali' | 'gregorian+hijri' | 'gregorian+jalali'
  readonly certainty: Certainty
  readonly alternatives: readonly string[]
}

export interface StampOptions {
  /** Home zone of the outlet, used where the stamp names none. */
  readonly homeZone?: string
  /** When the page was captured: decides 03/04/2021 where only one order is not in the future, and «منذ 3 ساعات». */
  readonly reference?: Reference
}

const BASIC_ISO = /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})?/
const MAX_LENGTH = 4000

/**
 * Reads the publication stamp in a short text: numeric dates with any separators, month names of every system and pair,
 * Hijri beside Gregorian, Jalali, clock times with ص/م, GMT and city zones, ISO 8601, RFC 2822. Undefined when there is
 * no date. Looks at the first 4,000 characters only.
 */
export function readStamp(text: string, options: StampOptions = {}): Stamp | undefined {
  const head = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text
  const r = new Reader(expandBasic(head))
  const anchor = options.reference && anchorOf(options.reference)
  const ctx: Context = {
    direction: { way: 'past' },
    bias: 'past',
    weekStart: 'monday',
    ...(anchor ? { anchor } : {}),
  }
  let best: { match: MomentMatch; reading: Reading; score: number } | undefined
  for (let i = 0; i < r.length; i++) {
    const match = momentAt(r, i, true)
    if (match === undefined) continue
    const reading = resolveMoment(match.parts, ctx)
    const score = scoreOf(match, reading)
    if (score > 0 && (best === undefined || score > best.score)) best = { match, reading, score }
    i = match.to - 1
  }
  const stamp = best && stampOf(r, head, best.match, best.reading, options, anchor?.local)
  r.close()
  return stamp
}

/** 20201122T171500Z is opened up to the form with separators; spans then cover the whole text. */
function expandBasic(text: string): string {
  const m = BASIC_ISO.exec(text.trim())
  if (m === null) return text
  const [whole, year, month, day, hour, minute, second = '00'] = m
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${text.trim().slice(whole.length)}`
}

function scoreOf({ parts }: MomentMatch, reading: Reading): number {
  if (reading.from === undefined || reading.from === null) return 0
  const { date } = parts
  if (date === undefined) return parts.day !== undefined || parts.weekday !== undefined ? (parts.clock ? 3 : 1) : 0
  if (date.day === undefined) return 1
  return 4 + (parts.clock ? 4 : 0) + (date.year !== undefined ? 4 : 0) + (parts.zone ? 1 : 0)
}

function stampOf(
  r: Reader,
  text: string,
  match: MomentMatch,
  reading: Reading,
  options: StampOptions,
  captured: number | undefined,
): Stamp {
  const whole = r.text !== text
  const start = whole ? 0 : r.startOf(match.from)
  const end = whole ? text.length : r.endOf(match.to)
  let from = reading.from ?? 0
  let to = reading.to ?? from
  let { value } = reading
  let { certainty } = reading
  let alternatives = reading.alternatives ?? []
  // a page cannot have been published after it was captured
  const [other] = alternatives
  if (certainty === 'ambiguous' && other !== undefined && captured !== undefined && from > captured + 86_400_000) {
    const at = Date.parse(`${other.slice(0, 10)}T00:00:00Z`)
    const clock = from % 86_400_000
    to = at + clock + (to - from)
    alternatives = [value]
    value = other
    from = at + clock
    certainty = 'exact'
  }
  const stated = reading.offset !== undefined || reading.zone !== undefined
  const zone = stated ? reading.zone : options.homeZone
  const instant = instantOf(from, zone, reading.offset)
  const offset = instant === undefined ? undefined : Math.round((from - instant) / 60_000)
  const offsetSource = reading.offset !== undefined ? 'stated' : stated ? 'city' : 'home'
  return {
    start,
    end,
    text: text.slice(start, end),
    value,
    grain: reading.grain ?? 'day',
    startLocal: localText(from),
    endLocal: localText(to),
    ...(offset !== undefined ? { offset, offsetSource } : {}),
    ...(zone !== undefined ? { zone } : {}),
    ...(instant !== undefined ? { instant: instantText(instant) } : {}),
    calendar: reading.more?.calendar ?? 'gregorian',
    certainty,
    alternatives,
  }
}
