import { civilDate } from '../calendar/gregorian.js'
import { hijriDateOf } from '../calendar/lunar.js'
import { clockText, DAY, dateText, HOUR, MINUTE } from '../resolve/iso.js'
import { resolveMoment } from '../resolve/moment.js'
import type { Context, Reading } from '../resolve/reading.js'
import type { ClockParts } from './clock.js'
import type { DateParts } from './date-parts.js'
import type { MomentParts } from './moment.js'
import type { Point } from './point.js'

/** One end: a point of its own, or a bare figure whose meaning the other end gives. */
export interface End {
  readonly from: number
  readonly to: number
  readonly point?: Point
  readonly figure?: number
}

export function yearInterval(from: number, to: number): Reading {
  const start = Math.floor(Date.UTC(from, 0, 1) / DAY)
  const end = Math.floor(Date.UTC(to + 1, 0, 1) / DAY)
  return {
    kind: 'interval',
    value: `${from}/${to}`,
    grain: 'year',
    from: start * DAY,
    to: end * DAY,
    certainty: 'exact',
  }
}

/** An end that is itself a stretch, as Hijri months and years are, gives its own end. */
const halfOf = (value: string, half: 0 | 1): string => value.split('/')[half] ?? value

export function interval(a: Reading, b: Reading): Reading {
  const certainty = a.certainty === 'exact' ? b.certainty : a.certainty
  const value = `${halfOf(a.value, 0)}/${halfOf(b.value, 1)}`
  if (typeof a.from !== 'number' || typeof b.to !== 'number') {
    return {
      kind: 'interval',
      value,
      certainty: certainty === 'exact' ? 'unanchored' : certainty,
      ...(b.grain ? { grain: b.grain } : {}),
    }
  }
  const more = b.more?.calendar !== undefined ? { calendar: b.more.calendar } : {}
  return { kind: 'interval', value, from: a.from, to: b.to, certainty, more, ...(b.grain ? { grain: b.grain } : {}) }
}

export function dateInterval(first: End, second: End, ctx: Context): Reading | undefined {
  const a = first.point?.parts
  const b = second.point?.parts
  let start: DateParts | undefined = a?.date
  let end: DateParts | undefined = b?.date
  // the end that is whole lends its month and year
  if (start?.day === undefined && start?.month === undefined && first.figure !== undefined && end !== undefined) {
    if (first.figure > 31 || first.figure < 1) return undefined
    const { swapped: _swapped, beside: _beside, ...shared } = end
    start = { ...shared, day: first.figure }
  }
  if (end === undefined && second.figure !== undefined && start !== undefined) {
    if (second.figure > 31 || second.figure < 1) return undefined
    end = { ...start, day: second.figure }
  }
  if (start === undefined || end === undefined) {
    // «اليوم حتى 22 أكتوبر»
    if (first.point === undefined || second.point === undefined) return undefined
    return interval(first.point.resolve(ctx), second.point.resolve(ctx))
  }
  // «من 11/9 إلى 15/11/1436هـ»
  if (end.calendar === 'hijri' && start.calendar === 'gregorian' && start.year === undefined)
    start = { ...start, calendar: 'hijri' }
  if (start.year === undefined && end.year !== undefined && start.turn === undefined && start.yearTurn === undefined) {
    const wraps = (start.month ?? 0) > (end.month ?? 0)
    start = { ...start, year: end.year - (wraps ? 1 : 0) }
  } else if (end.year === undefined && start.year !== undefined && end.turn === undefined) {
    const wraps = (start.month ?? 0) > (end.month ?? 0)
    end = { ...end, year: start.year + (wraps ? 1 : 0) }
  }
  if (start.turn === undefined && end.turn !== undefined && start.year === undefined)
    start = { ...start, turn: end.turn }
  const to = resolveMoment({ date: end }, ctx)
  let from = resolveMoment({ date: start }, ctx)
  if (start.year === undefined && typeof from.from === 'number' && typeof to.from === 'number' && from.from > to.from) {
    const day = Math.floor(to.from / DAY)
    const { year } = start.calendar === 'hijri' ? hijriDateOf(day) : civilDate(day)
    const wraps = (start.month ?? 0) > (end.month ?? 0)
    from = resolveMoment({ date: { ...start, year: year - (wraps ? 1 : 0) } }, ctx)
  } else if (
    start.year === undefined &&
    end.year === undefined &&
    typeof from.from === 'number' &&
    typeof to.from === 'number' &&
    to.from - from.from > 200 * DAY
  ) {
    const { year } = civilDate(Math.floor(from.from / DAY))
    const again = resolveMoment({ date: { ...end, year } }, ctx)
    if (typeof again.from === 'number' && again.from >= from.from) return interval(from, again)
  }
  if (typeof from.from === 'number' && typeof to.from === 'number' && from.from > to.from) return undefined
  return interval(from, to)
}

export function weekdayInterval(a: MomentParts, b: MomentParts, ctx: Context): Reading {
  const turn = b.turn ?? a.turn
  const from = resolveMoment(turn === undefined ? a : { ...a, turn }, ctx)
  const { turn: _turn, ...rest } = b
  const to = resolveMoment({ ...rest, ...(turn === undefined ? {} : { turn }) }, ctx)
  if (typeof from.from !== 'number' || typeof to.from !== 'number' || typeof to.to !== 'number')
    return interval(from, to)
  // the second day is the first of its name on or after the first
  let shift = 0
  while (to.from + shift < from.from) shift += 7 * DAY
  while (to.from + shift - 7 * DAY >= from.from) shift -= 7 * DAY
  const end = to.to + shift
  return { ...interval(from, to), value: `${from.value}/${dateText(Math.floor((end - 1) / DAY))}`, to: end }
}

export function periodInterval(a: Point, b: Point, ctx: Context): Reading | undefined {
  let from = a.resolve(ctx)
  const to = b.resolve(ctx)
  // «العام 1436 / 1437هـ»: the first year has no era of its own
  if (to.more?.calendar === 'hijri' && from.more?.calendar === undefined && from.grain === 'year') return undefined
  // «1436هـ - 2015م» is one year by two calendars
  if (from.more?.calendar === 'hijri' && to.more?.calendar === undefined && to.grain === 'year') return undefined
  if (typeof from.from === 'number' && typeof to.to === 'number' && from.from >= to.to) {
    // «من أكتوبر إلى مايو 2020»: the first month belongs to the year before
    const { year } = civilDate(Math.floor((typeof to.from === 'number' ? to.from : to.to) / DAY))
    const { month } = civilDate(Math.floor(from.from / DAY))
    const start = Math.floor(Date.UTC(year, month - 1, 1) / DAY) * DAY
    if (from.grain !== 'month' || start >= to.to) return undefined
    from = { ...from, from: start, value: `${year}-${String(month).padStart(2, '0')}` }
  }
  return interval(from, to)
}

const ms = ({ hour, minute, second }: ClockParts): number => hour * HOUR + minute * MINUTE + (second ?? 0) * 1000

/** Something but the clock says when: a date, a weekday, a day, a night. */
const isStated = ({ date, weekday, turn, day, nightTo, eve, midnight }: MomentParts): boolean =>
  [date, weekday, turn, day, nightTo, eve, midnight].some((part) => part !== undefined)

export function clockInterval(
  a: ClockParts,
  b: ClockParts,
  first: MomentParts | undefined,
  second: MomentParts | undefined,
  ctx: Context,
): Reading {
  const { clock: _a, zone: _za, part: _pa, ...dayA } = first ?? {}
  const { clock: _b, zone, part: _pb, ...dayB } = second ?? {}
  const hasDay = isStated(dayA) || isStated(dayB)
  const zoned = {
    ...(zone?.zone ? { zone: zone.zone } : {}),
    ...(zone?.offset !== undefined ? { offset: zone.offset } : {}),
  }
  const text = (clock: ClockParts): string =>
    `T${clockText(ms(clock) % DAY, clock.grain === 'second' ? 'second' : 'minute')}`
  if (!hasDay) {
    const day = ctx.anchor?.day
    const crosses = ms(b) <= ms(a)
    const from = day === undefined ? undefined : day * DAY + ms(a)
    const to = day === undefined ? undefined : (day + (crosses ? 1 : 0)) * DAY + ms(b)
    return { kind: 'interval', value: `${text(a)}/${text(b)}`, grain: 'hour', from, to, certainty: 'exact', ...zoned }
  }
  const at = resolveMoment({ ...(isStated(dayA) ? dayA : dayB), clock: a }, ctx)
  const to = resolveMoment({ ...(isStated(dayB) ? dayB : dayA), clock: b }, ctx)
  // «من الثامنة مساء حتى الواحدة من صباح الجمعة»: the day before
  const isBefore = !isStated(dayA) && typeof at.from === 'number' && typeof to.from === 'number' && at.from > to.from
  const day = isBefore && typeof at.from === 'number' ? Math.floor(at.from / DAY) - 1 : 0
  const earlier = { value: `${dateText(day)}T${clockText(ms(a) % DAY, a.grain)}`, from: day * DAY + (ms(a) % DAY) }
  const from = isBefore ? { ...at, ...earlier } : at
  const joined = interval(from, to)
  return { ...joined, ...(typeof to.from === 'number' ? { to: to.from } : {}), ...zoned }
}
