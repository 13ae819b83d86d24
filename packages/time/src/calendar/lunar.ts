import { dayNumber } from './gregorian.js'

// Umm al-Qura is a table of sightings calculated in Riyadh, not a formula. Every runtime with `Intl` carries it
// (CLDR `islamic-umalqura`, AH 1300 to 1600), so we ask for it and keep each answer instead of shipping a second copy
// that could disagree. Outside its years CLDR itself continues with the arithmetical calendar.
const FIRST_YEAR = 1
const LAST_YEAR = 1600

interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

type System = 'islamic-umalqura' | 'persian'

const formats = new Map<System, Intl.DateTimeFormat>()
const starts = new Map<number, number>()

function inSystem(system: System, days: number): CalendarDate {
  let format = formats.get(system)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`en-u-ca-${system}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    formats.set(system, format)
  }
  const date = { year: 0, month: 0, day: 0 }
  for (const part of format.formatToParts(days * 86_400_000)) {
    if (part.type === 'year' || part.type === 'month' || part.type === 'day') date[part.type] = Number(part.value)
  }
  return date
}

/** First day of a month, found by asking at an arithmetical estimate and walking to the first. */
function monthStart(system: System, year: number, month: number): number {
  const key = (year * 16 + month) * 2 + (system === 'persian' ? 1 : 0)
  const known = starts.get(key)
  if (known !== undefined) return known
  let days =
    system === 'persian'
      ? dayNumber(year + 621, 3, 20) + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + 14
      : Math.floor((month - 1) * 29.5306 + (year - 1) * 354.36707) - 492_148 + 14
  for (let step = 0; step < 6; step++) {
    const got = inSystem(system, days)
    const monthsOff = (got.year - year) * 12 + got.month - month
    if (monthsOff === 0) {
      days -= got.day - 1
      break
    }
    days -= Math.round(monthsOff * (system === 'persian' ? 30.4 : 29.53))
  }
  starts.set(key, days)
  return days
}

/** Umm al-Qura date to days since 1970; undefined when there is no such day. */
export function hijriDay(year: number, month: number, day: number): number | undefined {
  return dayIn('islamic-umalqura', year, month, day)
}

/** Solar Hijri (Jalali) date to days since 1970; undefined when there is no such day. */
export function jalaliDay(year: number, month: number, day: number): number | undefined {
  return dayIn('persian', year, month, day)
}

function dayIn(system: System, year: number, month: number, day: number): number | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  const start = monthStart(system, year, month)
  // A paper that counts a thirtieth day where the table has none is a day off the table, not without a date.
  return start + day - 1 <= monthStart(system, nextYear, nextMonth) ? start + day - 1 : undefined
}

const dates = new Map<number, CalendarDate>()
const DATES_KEPT = 4096

export function hijriDateOf(days: number): CalendarDate {
  let date = dates.get(days)
  if (date === undefined) {
    if (dates.size >= DATES_KEPT) dates.clear()
    date = inSystem('islamic-umalqura', days)
    dates.set(days, date)
  }
  return date
}
