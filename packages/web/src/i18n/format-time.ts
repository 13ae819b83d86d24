import type { PublicationTime } from '@isnad/server'

/** How dates are to be set: the locale names calendar and digits, and Hijri may stand beside. */
export interface DateStyle {
  readonly locale: string
  readonly hijri: boolean
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let format = formatters.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    formatters.set(key, format)
  }
  return format
}

const hijriLocale = (locale: string): string => locale.replace('ca-gregory', 'ca-islamic-umalqura')

/** The wall clock of an ISO 8601 time as if it were UTC, so that no machine's zone can move the printed hour. */
export function wallClock(local: string): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(local)
  if (match === null) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)))
}

/** The day of a date whose wall clock is in UTC; with Hijri beside, both calendars carry their era. */
export function formatDay(date: Date, style: DateStyle, weekday = false): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' }
  const gregorian = formatter(style.locale, {
    ...options,
    ...(weekday ? { weekday: 'long' as const } : {}),
    ...(style.hijri ? { era: 'short' as const } : {}),
  }).format(date)
  return style.hijri ? `${gregorian} / ${formatter(hijriLocale(style.locale), options).format(date)}` : gregorian
}

export const formatShortDay = (date: Date, style: DateStyle): string =>
  formatter(style.locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(date)

export const formatHour = (date: Date, style: DateStyle): string =>
  formatter(style.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date)

/** A month given as `2021-03`. */
export function formatMonth(month: string, style: DateStyle): string {
  const date = wallClock(`${month}-01`)
  return date === undefined ? month : formatter(style.locale, { year: 'numeric', month: 'long' }).format(date)
}

/** An instant (UTC) at the clock of this machine. */
export const formatInstant = (instant: string, style: DateStyle): string => {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return new Intl.DateTimeFormat(style.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date)
}

/** A time zone in words: the name of an IANA zone («توقيت لبنان»; English has no short ones), or the offset as printed. */
export function zoneOf(time: PublicationTime, style: DateStyle): string | undefined {
  if (time.zone !== undefined && time.instant !== undefined) {
    const parts = new Intl.DateTimeFormat(style.locale, {
      timeZone: time.zone,
      timeZoneName: style.locale.startsWith('ar') ? 'shortGeneric' : 'longGeneric',
    })
    const name = parts.formatToParts(new Date(time.instant)).find((part) => part.type === 'timeZoneName')?.value
    const city = time.zone.split('/').at(-1)?.replaceAll('_', ' ')
    return name ?? city
  }
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/.exec(time.local)?.[0]
  if (time.grain === 'day' || offset === undefined) return undefined
  return /^(?:Z|[+-]00:?00)$/.test(offset) ? 'UTC' : `UTC${offset}`
}

/** The day of a publication as `YYYY-MM-DD`, its key in lists. */
export const dayOf = (time: PublicationTime | null): string | null => time?.local.slice(0, 10) ?? null
