import { civilDate, dayNumber, daysInMonth, weekdayOf } from '../calendar/gregorian.js'
import { hijriDay, jalaliDay } from '../calendar/lunar.js'
import type { DateParts } from '../grammar/date-parts.js'
import type { MomentParts } from '../grammar/moment.js'
import type { Certainty, TemporalItem } from '../item.js'
import type { PartCode } from '../lex/lexeme.js'
import { clockText, DAY, dateText, HOUR, MINUTE, pad, yearText } from './iso.js'
import { dayPeriod, monthPeriod, type Period, periodAround, yearPeriod } from './period.js'
import type { Context, Reading } from './reading.js'

/** Hours a part of the day is taken to cover, where an interval is asked for. */
const PART_HOURS: Readonly<Record<PartCode, readonly [number, number]>> = {
  MO: [5, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [17, 24],
  NI: [20, 30],
  DT: [6, 18],
}

interface DayReading {
  /** Days since 1970 when settled. */
  readonly day?: number
  readonly period?: Period
  /** TIMEX3 of what is known when it is not. */
  readonly value: string
  readonly certainty: Certainty
  readonly alternatives: readonly string[]
  readonly more: Partial<TemporalItem>
}

/** Resolves a moment against the context; without an anchor what is not stated stays open. */
export function resolveMoment(parts: MomentParts, ctx: Context): Reading {
  const date = dayOf(parts, ctx)
  const { zone = NO_ZONE } = parts
  if (parts.clock !== undefined) return clockReading(parts, parts.clock, date, zone, ctx)
  if (parts.midnight) return midnightReading(parts, date)
  if (parts.part !== undefined) return partReading(parts, parts.part, date)
  if (date === undefined) return { kind: 'vague', value: 'PRESENT_REF', certainty: 'vague' }
  const { period } = date
  return {
    kind: 'date',
    value: date.value,
    grain: period?.grain ?? grainOf(date.value),
    from: period?.from,
    to: period?.to,
    certainty: date.certainty,
    alternatives: date.alternatives,
    more: date.more,
  }
}

interface Zoned {
  readonly zone?: string | undefined
  readonly offset?: number | undefined
}

const NO_ZONE: Zoned = { zone: undefined, offset: undefined }

const grainOf = (value: string): 'day' | 'month' | 'year' =>
  /W|-\d\d$/.test(value) && value.length >= 10 ? 'day' : value.length === 7 ? 'month' : 'day'

function clockReading(
  parts: MomentParts,
  clock: NonNullable<MomentParts['clock']>,
  date: DayReading | undefined,
  { zone, offset }: Zoned,
  ctx: Context,
): Reading {
  let { hour } = clock
  const ms = (): number => hour * HOUR + clock.minute * MINUTE + (clock.second ?? 0) * 1000
  const alternatives: string[] = []
  let certainty: Certainty = date?.certainty ?? 'exact'
  if (date === undefined) {
    if (!clock.sure && ctx.bias === 'future' && ctx.anchor?.hasClock) {
      const now = ctx.anchor.local - ctx.anchor.day * DAY
      if (ms() < now && hour < 12) hour += 12
    }
    const value = clockText(ms() % DAY, 'second')
    // A clock without a day: the local reading of the reference day is offered, the value stays a clock.
    const day = ctx.anchor?.day
    const size = clock.grain === 'hour' ? HOUR : clock.grain === 'minute' ? MINUTE : 1000
    const from = day === undefined ? undefined : day * DAY + ms()
    const to = from === undefined ? undefined : from + size
    return { kind: 'time', value, grain: clock.grain, from, to, certainty, zone, offset }
  }
  const size = clock.grain === 'hour' ? HOUR : clock.grain === 'minute' ? MINUTE : 1000
  if (date.day === undefined) {
    if (certainty === 'exact' && ctx.anchor === undefined) certainty = 'unanchored'
    return {
      kind: 'datetime',
      value: `${date.value}T${clockText(ms() % DAY, clock.grain)}`,
      grain: clock.grain,
      certainty,
      alternatives,
      more: date.more,
      zone,
      offset,
    }
  }
  // after midnight of a night that was named by its evening
  const isAfterMidnight = parts.part?.code === 'NI' && parts.part.name === 'midnight'
  const day = date.day + (hour >= 24 ? 1 : 0) + (isAfterMidnight && parts.nightTo !== undefined ? 1 : 0)
  const from = day * DAY + (ms() % DAY)
  for (const other of date.alternatives) alternatives.push(`${other}T${clockText(ms() % DAY, clock.grain)}`)
  return {
    kind: 'datetime',
    value: `${dateText(day)}T${clockText(ms() % DAY, clock.grain)}`,
    grain: clock.grain,
    from,
    to: from + size,
    certainty,
    alternatives,
    more: date.more,
    zone,
    offset,
  }
}

function midnightReading(parts: MomentParts, date: DayReading | undefined): Reading {
  if (date === undefined) return { kind: 'time', value: '00:00:00', grain: 'minute', certainty: 'exact' }
  if (date.day === undefined) {
    return { kind: 'datetime', value: `${date.value}T24:00`, grain: 'minute', certainty: 'unanchored', more: date.more }
  }
  // midnight of a night is the end of its evening
  const at = (date.day + 1) * DAY
  const alternatives = parts.nightTo === undefined ? [`${dateText(date.day)}T00:00`] : []
  return {
    kind: 'datetime',
    value: `${dateText(date.day + 1)}T00:00`,
    grain: 'minute',
    from: at,
    to: at + MINUTE,
    certainty: alternatives.length > 0 ? 'ambiguous' : date.certainty,
    alternatives,
    more: date.more,
  }
}

function partReading(
  parts: MomentParts,
  part: NonNullable<MomentParts['part']>,
  date: DayReading | undefined,
): Reading {
  const more = { ...date?.more, daypart: part.name }
  if (date === undefined) return { kind: 'time', value: `T${part.code}`, grain: 'daypart', certainty: 'exact', more }
  if (date.day === undefined) {
    return { kind: 'datetime', value: `${date.value}T${part.code}`, grain: 'daypart', certainty: date.certainty, more }
  }
  const [from, to] = PART_HOURS[part.code]
  const alternatives = date.alternatives.map((other) => `${other}T${part.code}`)
  if (parts.eve) alternatives.push(`${dateText(date.day - 1)}T${part.code}`)
  return {
    kind: 'datetime',
    value: `${dateText(date.day)}T${part.code}`,
    grain: 'daypart',
    from: date.day * DAY + from * HOUR,
    to: date.day * DAY + to * HOUR,
    certainty: parts.eve ? 'ambiguous' : date.certainty,
    alternatives,
    more: parts.nightTo === undefined ? more : { ...more, spansTo: dateText(date.day + 1) },
  }
}

function dayOf(parts: MomentParts, ctx: Context): DayReading | undefined {
  const { anchor } = ctx
  if (parts.date !== undefined)
    return withWeekday(ofMonth(dateReading(parts.date, parts.weekday, ctx), parts), parts.weekday)
  if (parts.day !== undefined) {
    if (anchor === undefined) {
      const value = parts.weekday === undefined ? refOf(parts.day) : `XXXX-WXX-${parts.weekday}`
      return { value, certainty: 'unanchored', alternatives: [], more: {} }
    }
    const day = anchor.day + parts.day
    // «اليوم الاثنين» printed an hour after midnight is Monday still
    const isStale =
      (parts.day === 0 || parts.day === -1) && parts.weekday !== undefined && weekdayOf(day - 1) === parts.weekday
    return isStale ? { ...settled(day - 1), certainty: 'conflict' } : withWeekday(settled(day), parts.weekday)
  }
  if (parts.weekday !== undefined) return weekdayReading(parts.weekday, parts.turn, ctx)
  return undefined
}

const refOf = (days: number): string => (days < 0 ? 'PAST_REF' : days > 0 ? 'FUTURE_REF' : 'PRESENT_REF')

const settled = (day: number, more: Partial<TemporalItem> = {}): DayReading => {
  const period = dayPeriod(day)
  return { day, period, value: period.value, certainty: 'exact', alternatives: [], more }
}

const DAYS_IN_WEEK = 7
const WEEKS = 5

/** «الثلاثاء الأول من نوفمبر» is the first Tuesday where the first of November is none. */
function ofMonth(reading: DayReading, { ranked, weekday, date }: MomentParts): DayReading {
  const { day } = reading
  const rank = date?.day
  if (!ranked || day === undefined || weekday === undefined || rank === undefined || rank > WEEKS) return reading
  if (weekdayOf(day) === weekday) return reading
  const first = day - rank + 1
  return settled(first + ((weekday - weekdayOf(first) + DAYS_IN_WEEK) % DAYS_IN_WEEK) + (rank - 1) * DAYS_IN_WEEK)
}

function withWeekday(reading: DayReading, weekday: number | undefined): DayReading {
  if (weekday === undefined || reading.day === undefined || weekdayOf(reading.day) === weekday) return reading
  return { ...reading, certainty: 'conflict' }
}

/** A bare weekday: today if it is today's, else the last one, or the next where the tense points ahead. */
function weekdayReading(weekday: number, turn: number | undefined, ctx: Context): DayReading {
  const { anchor } = ctx
  if (anchor === undefined) return { value: `XXXX-WXX-${weekday}`, certainty: 'unanchored', alternatives: [], more: {} }
  const back = (weekdayOf(anchor.day) - weekday + 7) % 7
  if (turn === undefined || turn === 0) {
    const ahead =
      turn === 0
        ? ctx.bias === 'future' || ctx.direction.way !== 'past'
        : ctx.direction.way === 'future' || ctx.direction.way === 'nearest'
    if (back === 0) return settled(ctx.bias === 'future' && turn === undefined ? anchor.day + 7 : anchor.day)
    // a present verb heads both what is planned and what the day brought: the nearer day is meant
    if (ctx.direction.way === 'nearest' && turn === undefined && back <= 3) return settled(anchor.day - back)
    return settled(ahead ? anchor.day + 7 - back : anchor.day - back)
  }
  const last = anchor.day - (back === 0 ? 7 : back)
  const coming = anchor.day + (7 - back)
  return settled(turn < 0 ? last + (turn + 1) * 7 : coming + (turn - 1) * 7)
}

function dateReading(date: DateParts, weekday: number | undefined, ctx: Context): DayReading {
  const beside = date.beside
  const more: Partial<TemporalItem> = {}
  const other = beside ?? (date.calendar === 'gregorian' ? undefined : date)
  if (other !== undefined) Object.assign(more, calendarFields(other, beside !== undefined))
  if (date.calendar === 'gregorian') return gregorianReading(date, weekday, ctx, more)
  return lunarReading(date, ctx, more)
}

function calendarFields(date: DateParts, beside: boolean): Partial<TemporalItem> {
  const printed = [
    date.year === undefined ? 'XXXX' : pad(date.year, 4),
    ...(date.month === undefined ? [] : [pad(date.month)]),
    ...(date.day === undefined ? [] : [pad(date.day)]),
  ].join('-')
  if (date.calendar === 'jalali') return { calendar: beside ? 'gregorian+jalali' : 'jalali', jalali: printed }
  return { calendar: beside ? 'gregorian+hijri' : 'hijri', hijri: printed }
}

function gregorianReading(
  date: DateParts,
  weekday: number | undefined,
  ctx: Context,
  more: Partial<TemporalItem>,
): DayReading {
  const { anchor } = ctx
  let { year, month } = date
  const { day } = date
  if (month === undefined && day !== undefined) {
    // the fifth of this month
    if (anchor === undefined) return { value: `XXXX-XX-${pad(day)}`, certainty: 'unanchored', alternatives: [], more }
    const at = civilDate(periodAround('month', anchor.day, date.monthTurn ?? 0, ctx).from / DAY)
    year = at.year
    month = at.month
  }
  if (year === undefined && date.yearTurn !== undefined && anchor !== undefined)
    year = civilDate(anchor.day).year + date.yearTurn
  if (month === undefined) {
    if (year === undefined) return { value: 'XXXX', certainty: 'unanchored', alternatives: [], more }
    const period = yearPeriod(year)
    return { period, value: period.value, certainty: 'exact', alternatives: [], more }
  }
  if (year === undefined) {
    const open = `XXXX-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`
    if (anchor === undefined) return { value: open, certainty: 'unanchored', alternatives: [], more }
    year = openYear(month, day, weekday, date.turn, anchor.day, ctx)
  }
  if (day === undefined) {
    const period = monthPeriod(year, month)
    return { period, value: period.value, certainty: 'exact', alternatives: [], more }
  }
  if (day > daysInMonth(year, month)) {
    return { value: `${yearText(year)}-${pad(month)}-${pad(day)}`, certainty: 'conflict', alternatives: [], more }
  }
  const reading = settled(dayNumber(year, month, day), more)
  const { swapped } = date
  if (swapped === undefined || swapped.day > daysInMonth(swapped.year, swapped.month)) return reading
  const otherDay = dayNumber(swapped.year, swapped.month, swapped.day)
  // a printed weekday, or the reference day itself, decides between day first and month first
  const near = (d: number): boolean => anchor !== undefined && Math.abs(d - anchor.day) <= 1
  const today = reading.day ?? 0
  if (weekday !== undefined && weekdayOf(today) === weekday) return reading
  if (weekday !== undefined && weekdayOf(otherDay) === weekday) return settled(otherDay, more)
  if (near(today)) return reading
  if (near(otherDay)) return settled(otherDay, more)
  return { ...reading, certainty: 'ambiguous', alternatives: [dateText(otherDay)] }
}

/** Days ahead that a date may look though news looks back: fewer where a verb of the past stands in its clause. */
const SOON = 80
const NEXT_MONTH = 35

/** The year of a day or month that states none. */
function openYear(
  month: number,
  day: number | undefined,
  weekday: number | undefined,
  turn: number | undefined,
  today: number,
  ctx: Context,
): number {
  const now = civilDate(today)
  const here = (y: number): number => dayNumber(y, month, Math.min(day ?? 1, daysInMonth(y, month)))
  const isThisMonth = month === now.month
  const isPast = day === undefined ? month < now.month : here(now.year) < today
  const isToday = day === undefined ? isThisMonth : here(now.year) === today
  if (turn !== undefined && turn !== 0) {
    const last = isPast ? now.year : now.year - 1
    const coming = isPast || isToday ? now.year + 1 : now.year
    return turn < 0 ? last + (turn + 1) : coming + (turn - 1)
  }
  if (turn === 0 || isToday) return now.year
  if (weekday !== undefined && day !== undefined) {
    // a printed weekday fixes the year: the nearest one in which they agree
    for (const y of [now.year, now.year - 1, now.year + 1]) if (weekdayOf(here(y)) === weekday) return y
  }
  const { way, told, over, verbal } = ctx.direction
  if (way === 'same') return now.year
  if (way === 'future') return isPast ? now.year + 1 : now.year
  // a day of the coming weeks is meant before that day of the year past: «نهائي 26 مايو», printed on the third
  if (way === 'past' && day !== undefined) {
    const reach = over ? 0 : told ? NEXT_MONTH : SOON
    for (const y of [now.year, now.year + 1]) if (here(y) >= today && here(y) - today <= reach) return y
  }
  // «عقد قمة في نيسان», written in March: nothing tells of a year ago
  const ahead = (month - now.month + 12) % 12
  if (way === 'past' && day === undefined && !told && !over && !verbal && !ctx.bias && ahead > 0 && ahead <= 3)
    return isPast ? now.year + 1 : now.year
  if (way === 'past') return isPast ? now.year : now.year - 1
  const options = [now.year - 1, now.year, now.year + 1]
  return options.reduce((best, y) => (Math.abs(here(y) - today) < Math.abs(here(best) - today) ? y : best))
}

/** Hijri and Jalali dates: a day is a day, a month an interval whose bounds fall inside Gregorian months. */
function lunarReading(date: DateParts, ctx: Context, more: Partial<TemporalItem>): DayReading {
  const toDay = date.calendar === 'hijri' ? hijriDay : jalaliDay
  let { year } = date
  const { month, day, commonYear } = date
  if (commonYear !== undefined && month !== undefined) {
    year = lunarYearIn(commonYear, month, day, toDay)
    Object.assign(more, calendarFields({ ...date, year }, false))
  } else if (year === undefined && ctx.anchor !== undefined && month !== undefined) {
    year = openLunarYear(date, month, day, ctx.anchor.day, ctx, toDay)
    Object.assign(more, calendarFields({ ...date, year }, false))
  }
  const certainty: Certainty = date.year === undefined ? 'observational' : 'exact'
  if (year === undefined) {
    const value = `XXXX-${pad(month ?? 0)}${day === undefined ? '' : `-${pad(day)}`}`
    return { value, certainty: 'unanchored', alternatives: [], more }
  }
  if (month !== undefined && day !== undefined) {
    const at = toDay(year, month, day)
    if (at !== undefined) return { ...settled(at, more), certainty: date.calendar === 'hijri' ? certainty : 'exact' }
    return { value: `${pad(year, 4)}-${pad(month)}-${pad(day)}`, certainty: 'conflict', alternatives: [], more }
  }
  const first = toDay(year, month ?? 1, 1)
  const last = month === undefined || month === 12 ? toDay(year + 1, 1, 1) : toDay(year, month + 1, 1)
  if (first === undefined || last === undefined)
    return { value: pad(year, 4), certainty: 'unanchored', alternatives: [], more }
  const period: Period = {
    value: `${dateText(first)}/${dateText(last - 1)}`,
    grain: month === undefined ? 'year' : 'month',
    from: first * DAY,
    to: last * DAY,
  }
  return { period, value: period.value, certainty, alternatives: [], more }
}

/** «رمضان 2015»: the lunar year whose month begins in that year of the common era. */
function lunarYearIn(
  commonYear: number,
  month: number,
  day: number | undefined,
  toDay: (y: number, m: number, d: number) => number | undefined,
): number | undefined {
  const guess = Math.floor((commonYear - EPOCH_OF_HIJRA) / LUNAR_YEARS)
  const first = dayNumber(commonYear, 1, 1)
  const next = dayNumber(commonYear + 1, 1, 1)
  const isInside = (year: number): boolean => {
    const at = toDay(year, month, day ?? 1)
    return at !== undefined && at >= first && at < next
  }
  return [guess - 1, guess, guess + 1, guess + 2].find(isInside)
}

const EPOCH_OF_HIJRA = 621.57
/** Length of a lunar year in years of the sun. */
const LUNAR_YEARS = 0.9702

function openLunarYear(
  date: DateParts,
  month: number,
  day: number | undefined,
  today: number,
  ctx: Context,
  toDay: (y: number, m: number, d: number) => number | undefined,
): number {
  const shift = date.calendar === 'hijri' ? 354.367 : 365.2422
  const epoch = date.calendar === 'hijri' ? -492_148 : -492_268
  const guess = Math.floor((today - epoch) / shift) + 1
  const years = [guess - 2, guess - 1, guess, guess + 1, guess + 2]
  const at = (y: number): number => toDay(y, month, day ?? 1) ?? 0
  const end = (y: number): number => (day === undefined ? at(y) + 29 : at(y))
  const before = years.filter((y) => at(y) <= today)
  const after = years.filter((y) => end(y) >= today)
  const turn = date.turn ?? (ctx.direction.way === 'future' ? 1 : ctx.direction.way === 'past' ? -1 : 0)
  if (date.turn !== undefined && date.turn < 0) return Math.max(...years.filter((y) => end(y) < today))
  if (date.turn !== undefined && date.turn > 0) return Math.min(...years.filter((y) => at(y) > today))
  const nearest = years.reduce((best, y) => (Math.abs(at(y) - today) < Math.abs(at(best) - today) ? y : best))
  // «إن رمضان سيبقى معنا», said in the weeks after it
  const isJustOver = date.turn === undefined && end(nearest) < today && today - end(nearest) <= NEXT_MONTH
  if (turn > 0) return isJustOver ? nearest : Math.min(...after)
  // a day of this or the next month is meant before one of the year past: «انتخابات السابع من ذي القعدة»
  if (turn < 0) {
    const { told, over } = ctx.direction
    const reach = over ? 0 : day === undefined ? (told ? 0 : NEXT_MONTH) : told ? NEXT_MONTH : SOON
    return at(nearest) - today <= reach ? nearest : Math.max(...before)
  }
  return nearest
}
