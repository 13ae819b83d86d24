import { addMonths, civilDate, dayNumber, isoWeek, weekdayOf } from '../calendar/gregorian.js'
import type { Grain } from '../item.js'
import type { TimeUnit } from '../lex/lexeme.js'
import { DAY, dateText, HOUR, localText, MINUTE, pad, yearText } from './iso.js'
import type { Context } from './reading.js'

export interface Period {
  readonly value: string
  readonly grain: Grain
  readonly from: number
  readonly to: number
}

const startDay = { monday: 1, sunday: 7, saturday: 6 } as const

/** The calendar period of a unit that holds a day, moved on by whole units. */
export function periodAround(unit: TimeUnit, day: number, by: number, ctx: Pick<Context, 'weekStart'>): Period {
  const { year, month } = civilDate(day)
  switch (unit) {
    case 'day':
      return dayPeriod(day + by)
    case 'week': {
      const back = (weekdayOf(day) - startDay[ctx.weekStart] + 7) % 7
      const from = day - back + by * 7
      // ISO weeks have a name; a week that begins on another day is told by its first
      const { year: y, week } = isoWeek(from)
      const value = ctx.weekStart === 'monday' ? `${yearText(y)}-W${pad(week)}` : dateText(from)
      return { value, grain: 'week', from: from * DAY, to: (from + 7) * DAY }
    }
    case 'month': {
      const first = addMonths(dayNumber(year, month, 1), by)
      const { year: y, month: m } = civilDate(first)
      return monthPeriod(y, m)
    }
    case 'year':
      return yearPeriod(year + by)
    case 'decade':
      return decadePeriod(Math.floor(year / 10) + by)
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + by)
    default:
      return dayPeriod(day)
  }
}

export const dayPeriod = (day: number): Period => ({
  value: dateText(day),
  grain: 'day',
  from: day * DAY,
  to: (day + 1) * DAY,
})

export function monthPeriod(year: number, month: number): Period {
  const first = dayNumber(year, month, 1)
  return { value: `${yearText(year)}-${pad(month)}`, grain: 'month', from: first * DAY, to: addMonths(first, 1) * DAY }
}

export const yearPeriod = (year: number): Period => ({
  value: yearText(year),
  grain: 'year',
  from: dayNumber(year, 1, 1) * DAY,
  to: dayNumber(year + 1, 1, 1) * DAY,
})

/** TIMEX3 names a decade by the first three figures of its years, a century by the first two. */
export const decadePeriod = (decade: number): Period => ({
  value: pad(decade, 3),
  grain: 'decade',
  from: dayNumber(decade * 10, 1, 1) * DAY,
  to: dayNumber(decade * 10 + 10, 1, 1) * DAY,
})

export const centuryPeriod = (century: number): Period => ({
  value: pad(century),
  grain: 'century',
  from: dayNumber(century * 100, 1, 1) * DAY,
  to: dayNumber(century * 100 + 100, 1, 1) * DAY,
})

/** Half years and quarters: 2023-H1, 2020-Q3. */
export function yearPart(year: number, parts: 2 | 4, rank: number): Period {
  const months = 12 / parts
  const first = dayNumber(year, 1 + (rank - 1) * months, 1)
  return {
    value: `${yearText(year)}-${parts === 2 ? 'H' : 'Q'}${rank}`,
    grain: parts === 2 ? 'half' : 'quarter',
    from: first * DAY,
    to: addMonths(first, months) * DAY,
  }
}

/** A reading so many units from another, as a TIMEX3 value at the unit's grain. */
export function shifted(local: number, unit: TimeUnit, count: number, ctx: Context): Period {
  const day = Math.floor(local / DAY)
  const clock = local - day * DAY
  const whole = Math.trunc(count)
  const rest = count - whole
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour': {
      const size = unit === 'second' ? 1000 : unit === 'minute' ? MINUTE : HOUR
      const at = local + Math.round(count * size)
      // the value is cut to its grain; the bounds keep the exact reading
      const value = localText(at)
      return {
        value: unit === 'hour' ? value.slice(0, 13) : unit === 'minute' ? value.slice(0, 16) : value,
        grain: unit,
        from: at,
        to: at + size,
      }
    }
    case 'day':
      return rest === 0 ? dayPeriod(day + whole) : shifted(local, 'hour', count * 24, ctx)
    case 'week': {
      const at = day + Math.round(count * 7)
      return { ...periodAround('week', at, 0, ctx), value: dateText(at) }
    }
    case 'month': {
      const at = addMonths(day, whole) + Math.round(rest * 30)
      const { year, month } = civilDate(at)
      return { ...monthPeriod(year, month), from: at * DAY + clock, to: (at + 1) * DAY }
    }
    default: {
      const years = unit === 'year' ? count : unit === 'decade' ? count * 10 : count * 100
      const at = addMonths(day, Math.round(years * 12))
      return { ...yearPeriod(civilDate(at).year), from: at * DAY, to: (at + 1) * DAY }
    }
  }
}
