import { civilDate } from '../calendar/gregorian.js'
import {
  BETWEEN,
  CALENDAR,
  DIGITS,
  FROM,
  IN,
  LATIN,
  NUMBER,
  PARTICLE,
  SET,
  SIDE,
  THIS,
  TO,
  UNIT,
} from '../lex/starts.js'
import { clockText, DAY, dateText, HOUR, MINUTE } from '../resolve/iso.js'
import { resolveMoment } from '../resolve/moment.js'
import type { Context, Reading } from '../resolve/reading.js'
import { type ClockParts, clockAt } from './clock.js'
import type { DateParts } from './date.js'
import type { MomentParts } from './moment.js'
import { namedMonthAt } from './month.js'
import { afterAnd, numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import { type Point, pointAt } from './point.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'

/** One end: a point of its own, or a bare figure whose meaning the other end gives. */
interface End {
  readonly from: number
  readonly to: number
  readonly point?: Point
  readonly figure?: number
}

function endAt(r: Reader, i: number, head = false): End | undefined {
  if (r.at(i).line && !head) return undefined
  const point = pointAt(r, i)
  const bare = bareAt(r, i)
  if (point !== undefined)
    return { from: i, to: point.to, point, ...(bare && bare.to === point.to ? { figure: bare.figure } : {}) }
  return bare && { from: i, to: bare.to, figure: bare.figure }
}

/** A day of the month or an hour without its month or its «الساعة»: 3، الخامسة، الثالث. */
function bareAt(r: Reader, i: number): { figure: number; to: number } | undefined {
  const rank = ordinalAt(r, i)
  if (rank !== undefined && rank.value <= 31) return { figure: rank.value, to: rank.to }
  if (r.lexeme(i).card?.part === 'unit' || r.lexeme(i).card?.part === 'teen') {
    // «بين الثالثة والخامسة» and «من الخمسة للستة»: one word at a time, «و» parts the ends
    const number = numberAt(r, i)
    const single = r.lexeme(i).card
    if (number && number.value <= 31 && number.to - i <= 2 && number.value < 20)
      return { figure: number.value, to: number.to }
    if (single && !single.bound && single.value >= 1) return { figure: single.value, to: i + 1 }
  }
  const number = numberAt(r, i)
  if (number === undefined || !Number.isInteger(number.value) || number.value < 0 || number.value > 2200)
    return undefined
  if (number.scale !== 1 || number.alternatives) return undefined
  return { figure: number.value, to: number.to }
}

/** The word or sign between the ends; the index of what follows. */
function connector(r: Reader, i: number): number | undefined {
  if (r.at(i).line) return undefined
  if (r.isSign(i, '-–—−ـ') || (r.isSign(i, '/') && (r.at(i).gap || isSeason(r, i)))) return i + 1
  const { proclitic, lexeme, article } = r.at(i).word
  if ((lexeme.f === 'to' || lexeme.f === 'until') && (proclitic === '' || proclitic === 'و') && r.stem(i) !== 'ل')
    return i + 1
  if (
    proclitic.endsWith('ل') &&
    r.isWord(i) &&
    (article || lexeme.card || lexeme.ordinal || lexeme.part || lexeme.weekday)
  )
    return i
  if (r.is(i, 'لل') || r.is(i, 'ل')) return i + 1
  return undefined
}

const PAIRED: ReadonlySet<string> = new Set([
  'عامي',
  'سنتي',
  'العامين',
  'عامين',
  'اعوام',
  'شهري',
  'يومي',
  'ايام',
  'ليلتي',
  'يوما',
])

/** «موسم 2023/2024»: a slash between one year and the next. */
function isSeason(r: Reader, i: number): boolean {
  if (!r.isDigits(i - 1) || !r.isDigits(i + 1)) return false
  const [first, second] = [r.at(i - 1).key, r.at(i + 1).key]
  return first.length === 4 && second.length === 4 && isYear(Number(first)) && Number(second) === Number(first) + 1
}

const range: Rule = {
  id: 'range',
  starts: DIGITS | NUMBER | CALENDAR | FROM | BETWEEN | SIDE | IN | THIS | PARTICLE,
  opens({ r }, i, mask, run) {
    if ((run & (DIGITS | NUMBER | CALENDAR | LATIN)) === 0) return false
    // the second end follows a word or a sign that leads to it; «عامي» and «يومي» join theirs by «و»
    if ((mask & FROM) !== 0) return (run & TO) !== 0
    if ((mask & BETWEEN) !== 0 || (run & (TO | FROM | BETWEEN)) !== 0) return true
    return (mask & (UNIT | PARTICLE | SET)) !== 0 && PAIRED.has(r.stem(i))
  },
  find(scan, i) {
    const { r } = scan
    return (
      dayThenClocks(scan, i) ??
      yearsOf(scan, i) ??
      daysOf(scan, i) ??
      monthDays(scan, i) ??
      introduced(scan, i, r) ??
      joined(scan, i)
    )
  },
}

/** الخميس من الساعة التاسعة حتى الحادية عشرة: the day comes first. */
function dayThenClocks(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const day = pointAt(r, i)
  if (
    day?.parts === undefined ||
    day.parts.clock ||
    (day.parts.weekday === undefined && day.parts.day === undefined && day.parts.date?.day === undefined)
  )
    return undefined
  const at = r.isSign(day.to, '،,') ? day.to + 1 : day.to
  const f = r.f(at)
  if ((f !== 'from' && f !== 'between') || r.at(at).line) return undefined
  const first = endAt(r, at + 1)
  const next = first && (f === 'from' ? connector(r, first.to) : afterAnd(r, first.to))
  const second = next === undefined ? undefined : endAt(r, next)
  if (first === undefined || second === undefined) return undefined
  const clocks = clockEnds(r, first, second, isSaid(r, at + 1))
  if (clocks === undefined) return undefined
  const ctx = scan.context(i, second.to)
  return scan.temporal(
    i,
    second.to,
    'range.day-clocks',
    clockInterval(clocks[0], clocks[1], day.parts, second.point?.parts, ctx),
    4,
  )
}

/** من … إلى …، بين … و…. */
function introduced(scan: Scan, i: number, r: Reader): Found | undefined {
  const f = r.f(i)
  if (r.at(i).word.article || r.at(i).word.proclitic.length > 1) return undefined
  let j = i + 1
  if (f === 'between') {
    if (['عامي', 'سنتي', 'اعوام', 'سنوات', 'الاعوام', 'العامين'].includes(r.at(j).key)) j++
    else if (['يومي', 'ايام'].includes(r.at(j).key)) j++
    const clockSaid = isSaid(r, j)
    const first = endAt(r, j)
    const at = first && afterAnd(r, first.to)
    const second = at === undefined ? undefined : endAt(r, at)
    if (first === undefined || second === undefined) return undefined
    const start = i > 0 && r.is(i - 1, 'ما') && !r.at(i).line ? i - 1 : i
    return build(scan, start, first, second, 'range.between', clockSaid)
  }
  if (f !== 'from') return undefined
  const clockSaid = isSaid(r, j)
  if (['يوم', 'عام', 'سنه', 'شهر'].includes(r.at(j).key) && r.isDigits(j + 1) && !pointAt(r, j)) j++
  const first = endAt(r, j) ?? nowAt(r, j)
  const next = first && connector(r, first.to)
  if (first === undefined || next === undefined) return undefined
  let at = next
  if (['يوم', 'عام', 'سنه'].includes(r.at(at).key) && r.isDigits(at + 1) && !pointAt(r, at)) at++
  const second = endAt(r, at)
  return second && build(scan, i, first, second, 'range.from-to', clockSaid)
}

const isSaid = (r: Reader, i: number): boolean => r.stem(i) === 'ساعه' || r.stem(i) === 'الساعه'

const nowAt = (_r: Reader, _i: number): End | undefined => undefined

/** 3 – 9 ديسمبر، 17:00-18:00، 2011-2013: no word before; both ends must be sure. */
function joined(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  if (!r.isDigits(i) && !r.isWord(i)) return undefined
  if (r.touches(i) && r.isSign(i - 1, '-–/.:,')) return undefined
  const first = endAt(r, i, r.isDigits(i) && r.at(i).key.length === 4 && !scan.isHead(i))
  if (first === undefined) return undefined
  const next = connector(r, first.to)
  if (next === undefined) return undefined
  const isDash = r.isSign(first.to, '-–—−ـ') || (r.isSign(first.to, '/') && !r.at(first.to).gap)
  const second = endAt(r, next)
  if (second === undefined) return undefined
  if (!isDash && first.point === undefined) return undefined
  if (first.figure !== undefined && second.figure !== undefined) {
    // 2011-2013 is a stretch of years only where years are likely; 10-20 is left to numbers
    const isYears =
      isDash &&
      (isLifetime(r, first, second) ||
        (isYear(first.figure) &&
          (isYear(second.figure) || (second.figure > first.figure % 100 && second.figure < 100))))
    if (!isYears) return undefined
  }
  // «السبت - الأحد», «الأحد إلى» of two sentences: a dash between days is a list, save between dates
  if (isDash && first.point && !hasFigures(first.point)) return undefined
  return build(scan, i, first, second, 'range.joined', false)
}

const hasFigures = ({ parts, rule }: Point): boolean =>
  parts === undefined
    ? rule === 'period.month' || rule === 'period.year'
    : parts.date !== undefined || parts.clock !== undefined

const isYear = (n: number): boolean => n >= 1800 && n <= 2100

const LONGEST_LIFE = 110

/** «الملكة (1533-1536)»: years of a life or a reign, in brackets after a name and with nothing to count after them. */
function isLifetime(r: Reader, first: End, second: End): boolean {
  const [from, to] = [first.figure ?? 0, second.figure ?? 0]
  if (from < 1000 || to > 2100 || to <= from || to - from > LONGEST_LIFE || (from % 50 === 0 && to % 50 === 0))
    return false
  if (!r.isSign(first.from - 1, '(') || !r.isSign(second.to, ')') || !r.isWord(first.from - 2)) return false
  const { unit, noun, measure, currency, card } = r.lexeme(second.to + 1)
  return [unit, noun, measure, currency, card].every((known) => known === undefined)
}

/** يومي 3 و4 ديسمبر، أيام 5 و6 و7 حزيران 1967، يومي الجمعة والسبت. */
function daysOf(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const key = r.stem(i)
  if (
    (key !== 'يومي' && key !== 'ايام' && key !== 'ليلتي' && key !== 'يوما') ||
    r.at(i).word.article ||
    r.at(i + 1).line
  )
    return undefined
  const ends: End[] = []
  let j = i + 1
  while (ends.length < 8) {
    const end = endAt(r, j)
    if (end === undefined) break
    ends.push(end)
    const at = afterAnd(r, end.to) ?? (r.isSign(end.to, '-–،,') ? (afterAnd(r, end.to + 1) ?? end.to + 1) : undefined)
    if (at === undefined || r.at(at).line) break
    j = at
  }
  const [first] = ends
  const last = ends.findLast((end) => end.point !== undefined)
  if (first === undefined || last === undefined || first === last) return undefined
  return build(scan, i, first, last, 'range.days', false)
}

/** بين عامي 2011 و2013، عامي 2011 و2012، شهري مايو ويونيو. */
function yearsOf(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const isYears = r.is(i, 'العامين') || ['عامي', 'سنتي', 'اعوام'].includes(r.stem(i))
  if (r.at(i).word.article && !r.is(i, 'العامين')) return undefined
  const isMonths = r.stem(i) === 'شهري'
  if (!isYears && !isMonths) return undefined
  const first = endAt(r, i + 1)
  const at = first && (afterAnd(r, first.to) ?? connector(r, first.to))
  const second = at === undefined ? undefined : endAt(r, at)
  if (first === undefined || second === undefined) return undefined
  if (isYears && !(isYear(first.figure ?? 0) && isYear(second.figure ?? 0))) return undefined
  return build(scan, i, first, second, 'range.years', false)
}

/** يوليو 13-15: the month comes first. */
function monthDays(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const month = (r.mask(i) & CALENDAR) !== 0 ? namedMonthAt(r, i) : undefined
  if (month === undefined || month.calendar === 'jalali') return undefined
  const isBetween = r.f(month.to) === 'between' || r.f(month.to) === 'from'
  const at = isBetween ? month.to + 1 : month.to
  if (!r.isDigits(at) || r.at(at).line) return undefined
  const next = isBetween ? (afterAnd(r, at + 1) ?? connector(r, at + 1)) : r.isSign(at + 1, '-–') ? at + 2 : undefined
  if (next === undefined || !r.isDigits(next)) return undefined
  const [a, b] = [Number(r.at(at).key), Number(r.at(next).key)]
  if (a < 1 || b > 31 || b <= a) return undefined
  const parts = (day: number): MomentParts => ({ date: { calendar: month.calendar, month: month.month, day } })
  const ctx = scan.context(i, next + 1)
  return scan.temporal(
    i,
    next + 1,
    'range.month-days',
    interval(resolveMoment(parts(a), ctx), resolveMoment(parts(b), ctx)),
    3,
  )
}

function build(scan: Scan, from: number, first: End, second: End, rule: string, clockSaid: boolean): Found | undefined {
  const ctx = scan.context(from, second.to)
  const { r } = scan
  const done = (reading: Reading | undefined): Found | undefined =>
    reading && scan.temporal(from, second.to, rule, reading, 3)
  const a = first.point?.parts
  const b = second.point?.parts
  const clocks = clockEnds(r, first, second, clockSaid)
  if (clocks !== undefined) return done(clockInterval(clocks[0], clocks[1], a, b, ctx))
  if (b?.date?.day !== undefined || a?.date?.day !== undefined) return done(dateInterval(first, second, ctx))
  if (first.figure !== undefined && second.figure !== undefined) {
    if (isLifetime(r, first, second)) return done(yearInterval(first.figure, second.figure))
    if (!isYear(first.figure)) return undefined
    const end = second.figure < 100 ? Math.floor(first.figure / 100) * 100 + second.figure : second.figure
    if (!isYear(end) || end < first.figure) return undefined
    return done(yearInterval(first.figure, end))
  }
  if (first.point === undefined || second.point === undefined) {
    if (first.figure !== undefined && isYear(first.figure) && second.point?.rule === 'period.year') {
      return done(yearInterval(first.figure, Number(second.point.resolve(ctx).value)))
    }
    return undefined
  }
  if (first.point.rule === 'day.part' && a?.day === undefined && a?.weekday === undefined) return undefined
  if (a?.weekday !== undefined && b?.weekday !== undefined && !a.date && !b.date)
    return done(weekdayInterval(a, b, ctx))
  return done(periodInterval(first.point, second.point, ctx))
}

function yearInterval(from: number, to: number): Reading {
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

function interval(a: Reading, b: Reading): Reading {
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

function dateInterval(first: End, second: End, ctx: Context): Reading | undefined {
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
    const { year } = civilDate(Math.floor(to.from / DAY))
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

function weekdayInterval(a: MomentParts, b: MomentParts, ctx: Context): Reading {
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
  return { ...interval(from, to), value: `${from.value}/${dateText(Math.floor(end / DAY) - 1)}`, to: end }
}

function periodInterval(a: Point, b: Point, ctx: Context): Reading | undefined {
  let from = a.resolve(ctx)
  const to = b.resolve(ctx)
  // «العام 1436 / 1437هـ»: the first year has no era of its own
  if (to.more?.calendar === 'hijri' && from.more?.calendar === undefined && from.grain === 'year') return undefined
  // «1436هـ - 2015م» is one year by two calendars
  if (from.more?.calendar === 'hijri' && to.more?.calendar === undefined && to.grain === 'year') return undefined
  if (typeof from.from === 'number' && typeof to.to === 'number' && from.from >= to.to) {
    // «من أكتوبر إلى مايو 2020»: the first month belongs to the year before
    const date = a.parts?.date
    void date
    const { year } = civilDate(Math.floor((typeof to.from === 'number' ? to.from : to.to) / DAY))
    const { month } = civilDate(Math.floor(from.from / DAY))
    const start = Math.floor(Date.UTC(year, month - 1, 1) / DAY) * DAY
    if (from.grain !== 'month' || start >= to.to) return undefined
    from = { ...from, from: start, value: `${year}-${String(month).padStart(2, '0')}` }
  }
  return interval(from, to)
}

/** Both ends as clock times, a bare figure read as the hour; undefined when they are none. */
function clockEnds(r: Reader, first: End, second: End, said: boolean): readonly [ClockParts, ClockParts] | undefined {
  let a = first.point?.parts?.clock
  let b = second.point?.parts?.clock
  if (a === undefined && b === undefined && said) {
    const again = clockAt(r, first.from)
    a = again?.clock
  }
  // «من السادسة للسابعة», «من الخمسة للستة»: two hours in words, feminine and definite
  const isHours =
    a === undefined &&
    b === undefined &&
    isHourLike(r, first) &&
    isHourLike(r, second) &&
    r.f(first.from - 1) === 'from'
  if (a === undefined && b === undefined && !isHours) return undefined
  const bare = (end: End): ClockParts | undefined =>
    end.figure !== undefined && end.figure <= 24
      ? { hour: end.figure, minute: 0, sure: false, grain: 'hour' }
      : undefined
  if (first.point?.parts?.date !== undefined && a === undefined) return undefined
  if (second.point?.parts?.date !== undefined && b === undefined) return undefined
  const aWas = a
  a ??= bare(first)
  b ??= bare(second)
  if (a === undefined || b === undefined) return undefined
  if (!a.sure && b.sure && b.hour >= 12 && a.hour < 12 && a.hour + 12 <= b.hour) a = { ...a, hour: a.hour + 12 }
  else if (!b.sure && a.sure && aWas && b.hour < 12 && b.hour <= a.hour) b = { ...b, hour: b.hour + 12 }
  return [a, b]
}

function isHourLike(r: Reader, end: End): boolean {
  const { article, stem } = r.at(end.from).word
  return end.point === undefined && article && stem.endsWith('ه') && (end.figure ?? 99) <= 12
}

const ms = ({ hour, minute, second }: ClockParts): number => hour * HOUR + minute * MINUTE + (second ?? 0) * 1000

function clockInterval(
  a: ClockParts,
  b: ClockParts,
  first: MomentParts | undefined,
  second: MomentParts | undefined,
  ctx: Context,
): Reading {
  const { clock: _a, zone: _za, part: _pa, ...dayA } = first ?? {}
  const { clock: _b, zone, part: _pb, ...dayB } = second ?? {}
  const hasDay = Object.keys(dayA).length > 0 || Object.keys(dayB).length > 0
  const zoned = {
    ...(zone?.zone ? { zone: zone.zone } : {}),
    ...(zone?.offset !== undefined ? { offset: zone.offset } : {}),
  }
  const text = (clock: ClockParts): string =>
    `T${clockText(ms(clock) % DAY, clock.grain === 'second' ? 'second' : 'minute')}`
  if (!hasDay) {
    const day = ctx.anchor?.day
    const crosses = ms(b) <= ms(a)
    const bounds = day === undefined ? {} : { from: day * DAY + ms(a), to: (day + (crosses ? 1 : 0)) * DAY + ms(b) }
    return { kind: 'interval', value: `${text(a)}/${text(b)}`, grain: 'hour', certainty: 'exact', ...bounds, ...zoned }
  }
  const from = resolveMoment({ ...(Object.keys(dayA).length > 0 ? dayA : dayB), clock: a }, ctx)
  const to = resolveMoment({ ...(Object.keys(dayB).length > 0 ? dayB : dayA), clock: b }, ctx)
  const joined = interval(from, to)
  return { ...joined, ...(typeof to.from === 'number' ? { to: to.from } : {}), ...zoned }
}

/** حتى الساعة 2:00، إلى سنة 2025: from now until then, where nothing is said of the start. */
const until: Rule = {
  id: 'range.until',
  starts: TO,
  opens: (scan, i) => scan.isHead(i),
  find(scan, i) {
    const { r } = scan
    const f = r.f(i)
    if ((f !== 'until' && f !== 'to') || r.at(i).word.article) return undefined
    if (!scan.isFragment(i, r.length)) return undefined
    const point = pointAt(r, i + 1)
    if (point === undefined || !scan.isFragment(i, point.to)) return undefined
    const ctx = scan.context(i, point.to)
    const to = point.resolve(ctx)
    const clockAt = to.kind === 'time' && ctx.anchor !== undefined ? to.from : to.from
    return scan.temporal(
      i,
      point.to,
      'range.until',
      {
        kind: 'interval',
        value: `PRESENT_REF/${to.value}`,
        from: f === 'until' ? (ctx.anchor?.local ?? null) : null,
        to: clockAt ?? null,
        certainty: to.certainty,
      },
      3,
    )
  },
}

export const rangeRules: readonly Rule[] = [range, until]
