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
import { resolveMoment } from '../resolve/moment.js'
import type { Reading } from '../resolve/reading.js'
import { type ClockParts, clockAt } from './clock.js'
import { dateAt } from './date.js'
import {
  clockInterval,
  dateInterval,
  type End,
  interval,
  periodInterval,
  weekdayInterval,
  yearInterval,
} from './interval.js'
import type { MomentParts } from './moment.js'
import { namedMonthAt } from './month.js'
import { afterAnd, numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import { mayBegin, type Point, pointAt } from './point.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'

function endAt(r: Reader, i: number, head = false): End | undefined {
  if (r.at(i).line && !head) return undefined
  const point = pointAt(r, i) ?? yearlyAt(r, i)
  const bare = bareAt(r, i)
  if (point !== undefined)
    return { from: i, to: point.to, point, ...(bare && bare.to === point.to ? { figure: bare.figure } : {}) }
  return bare && { from: i, to: bare.to, figure: bare.figure }
}

/** «بين 23 يوليو و29 أغسطس من كل عام»: an end that comes round, read in the year of the other. */
function yearlyAt(r: Reader, i: number): Point | undefined {
  const date = dateAt(r, i)
  if (date?.parts.yearly !== true || date.parts.day === undefined) return undefined
  const parts: MomentParts = { date: { ...date.parts, yearly: undefined } }
  const { to } = date
  return { from: i, to, rule: 'date.calendar', weak: false, parts, resolve: (ctx) => resolveMoment(parts, ctx) }
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
  const after = Number(first) + 1
  // «موسم 2014/2013» is printed from the left
  const isNext =
    second.length === 4
      ? Number(second) === after || Number(second) === after - 2
      : second.length === 2 && Number(second) === after % 100
  // «خلال الفترة (1993/2015)»
  const isStretch = r.isSign(i - 2, '(') && r.isSign(i + 2, ')') && SPANS.test(r.at(i - 3).key)
  const isLater = isStretch && second.length === 4 && Number(second) > Number(first)
  return first.length === 4 && isYear(Number(first)) && (isNext || isLater)
}

const SPANS = /^[وبل]?(?:ال)?(?:فتره|مده|مرحله|اعوام|سنوات|حقبه)$/

/** The second end follows a word or a sign that leads to it; «عامي» and «يومي» join theirs by «و». */
function runNeeded(mask: number): number {
  if ((mask & FROM) !== 0) return TO
  return (mask & (BETWEEN | UNIT | PARTICLE | SET)) === 0 ? TO | FROM | BETWEEN : DIGITS | NUMBER | CALENDAR | LATIN
}

const range: Rule = {
  id: 'range',
  starts: DIGITS | NUMBER | CALENDAR | FROM | BETWEEN | SIDE | IN | THIS | PARTICLE,
  needs: runNeeded,
  opens({ r }, i, mask, run) {
    if ((run & (DIGITS | NUMBER | CALENDAR | LATIN)) === 0) return false
    if ((mask & (FROM | BETWEEN)) !== 0) return (mask & FROM) === 0 || (run & TO) !== 0
    const isFigured = (mask & (DIGITS | NUMBER)) !== 0 && !isDecimal(r, i)
    if ((run & (TO | FROM | BETWEEN)) !== 0 && (isFigured || mayBegin(r, i))) return true
    return (mask & (UNIT | PARTICLE | SET)) !== 0 && PAIRED.has(r.stem(i))
  },
  find(scan, i) {
    const { r } = scan
    if ((r.mask(i) & (FROM | BETWEEN)) !== 0) return introduced(scan, i, r)
    return dayThenClocks(scan, i) ?? yearsOf(scan, i) ?? daysOf(scan, i) ?? monthDays(scan, i) ?? joined(scan, i)
  },
}

/** 56.75 is an end of a stretch of time only as a clock time or a date. */
const isDecimal = (r: Reader, i: number): boolean => r.isSign(i + 1, '.') && r.tokens.isDecimals(i + 2)

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
  const first = endAt(r, j)
  const next = first && connector(r, first.to)
  if (first === undefined || next === undefined) return undefined
  let at = next
  if (['يوم', 'عام', 'سنه'].includes(r.at(at).key) && r.isDigits(at + 1) && !pointAt(r, at)) at++
  // «من 2003 إلى نحو 2008»
  if (['نحو', 'حوالي'].includes(r.at(at).key) && r.isDigits(at + 1) && r.at(at + 1).key.length === 4) at++
  const second = endAt(r, at)
  return second && build(scan, i, first, second, 'range.from-to', clockSaid)
}

const isSaid = (r: Reader, i: number): boolean => r.stem(i) === 'ساعه' || r.stem(i) === 'الساعه'

/** 3 – 9 ديسمبر، 17:00-18:00، 2011-2013: no word before; both ends must be sure. */
function joined(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  if (!r.isDigits(i) && !r.isWord(i)) return undefined
  if (r.touches(i) && r.isSign(i - 1, '-–/.:,')) return undefined
  // «بين عامي 1982 و1990 حتى سبتمبر»: the year ends what «بين» began
  const isSecond = r.isDigits(i) && r.is(i - 1, 'و') && r.isDigits(i - 2) && r.at(i - 2).key.length === 4
  if (isSecond && !r.isSign(i + 1, '-–/')) return undefined
  const first = endAt(r, i, r.isDigits(i) && r.at(i).key.length === 4 && !scan.isHead(i))
  if (first === undefined) return undefined
  const next = connector(r, first.to)
  if (next === undefined) return undefined
  const isDash =
    r.isSign(first.to, '-–—−ـ') || (r.isSign(first.to, '/') && (!r.at(first.to).gap || isSeason(r, first.to)))
  const second = endAt(r, next)
  if (second === undefined) return undefined
  // «منذ 1936 إلى 1939»
  const isFromYear = ['منذ', 'في', 'خلال'].includes(r.at(i - 1).key) && r.at(i).key.length === 4 && r.isDigits(i)
  // «المهرجان (5 إلى 15 أغسطس)»
  const last = second.point?.parts?.date
  const isDays = first.figure !== undefined && first.figure < (last?.day ?? 0) && last?.month !== undefined
  if (!isDash && first.point === undefined && !isFromYear && !isDays) return undefined
  if (first.figure !== undefined && second.figure !== undefined) {
    // 2011-2013 is a stretch of years only where years are likely; 10-20 is left to numbers
    const isYears =
      (isDash || (isFromYear && isYear(second.figure) && second.figure > first.figure)) &&
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
  if (hasGap(ends)) return undefined
  return build(scan, i, first, last, 'range.days', false)
}

/** «أيام الأحد والثلاثاء والخميس», «أيام 3 و7 و12 آذار»: days that do not follow one another are no stretch. */
function hasGap(ends: readonly End[]): boolean {
  const days = ends.map(({ figure, point }) => point?.parts?.weekday ?? figure ?? point?.parts?.date?.day)
  const isWeek = ends.every(({ point }) => point?.parts?.weekday !== undefined)
  return days.some((day, k) => {
    const before = days[k - 1]
    if (k === 0 || day === undefined || before === undefined) return false
    return isWeek ? day !== (before % 7) + 1 : day > before + 1
  })
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
  // «عامي 2009 و2010م»
  const last =
    second.figure ?? (second.point?.rule === 'period.year' && at !== undefined ? Number(r.at(at).key) : undefined)
  if (isYears && !(isYear(first.figure ?? 0) && isYear(last ?? 0))) return undefined
  // «أعوام 2004 و2005 و2006», «عامي 2005 و2008»: years one by one
  const isStretch = connector(r, first.to) !== undefined || last === (first.figure ?? 0) + 1
  const goesOn = afterAnd(r, second.to) ?? (r.isSign(second.to, '،,') ? second.to + 1 : second.to)
  if (isYears && (!isStretch || (r.isDigits(goesOn) && r.at(goesOn).key.length === 4 && goesOn > second.to))) {
    const { point } = first
    return point && scan.temporal(i, first.to, 'range.years', (ctx) => point.resolve(ctx), 3)
  }
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

const isOfSeason = (r: Reader, i: number): boolean =>
  [1, 2].some((back) => /^[لب]?(?:ال|لل)?موسم$/.test(r.at(i - back).key))

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
  // «الموسم الرياضي 2016 - 2015م» is printed from the left
  const last = second.point?.rule === 'period.year' ? Number(second.point.resolve(ctx).value) : second.figure
  const isSlash = r.isSign(first.to, '/') && r.touches(first.to)
  if (isYear(last ?? 0) && last === (first.figure ?? 0) - 1 && (isSlash || isOfSeason(r, from)))
    return done(yearInterval(last, last + 1))
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
    return scan.temporal(
      i,
      point.to,
      'range.until',
      {
        kind: 'interval',
        value: `PRESENT_REF/${to.value}`,
        from: f === 'until' ? (ctx.anchor?.local ?? null) : null,
        to: to.from ?? null,
        certainty: to.certainty,
      },
      3,
    )
  },
}

export const rangeRules: readonly Rule[] = [range, until]
