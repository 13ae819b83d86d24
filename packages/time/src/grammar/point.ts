import {
  CALENDAR,
  CARD,
  DAY_WORD,
  DIGITS,
  EDGE,
  FRACTION,
  FROM,
  IN,
  LATIN,
  LINK,
  MONTH,
  NUMBER,
  PART,
  PARTICLE,
  SEASON,
  SIDE,
  THIS,
  TO,
  TURN,
  UNIT,
  WEEKDAY,
} from '../lex/starts.js'
import { resolveMoment } from '../resolve/moment.js'
import type { Context, Reading } from '../resolve/reading.js'
import type { ClockParts } from './clock.js'
import type { DateParts } from './date-parts.js'
import { relativeDayAt } from './day-word.js'
import { type MomentParts, momentAt, partsOf } from './moment.js'
import { periodAt } from './period.js'
import type { Match, Reader } from './reader.js'
import { isForeign } from './traits.js'
import { isNarrated, narrated } from './unit-turn.js'
import { weekdayAt } from './weekday.js'
import { beforeChristAt } from './year.js'
import { isYearOfWar } from './year-period.js'

/** A moment or a period: whatever one end of a range, or a whole expression, can be. */
export interface Point extends Match {
  readonly rule: string
  readonly weak: boolean
  readonly parts?: MomentParts
  resolve(ctx: Context): Reading
}

/** The longest moment or period at token i. */
export function pointAt(r: Reader, i: number): Point | undefined {
  const known = r.points[i]
  if (known !== undefined) return known ?? undefined
  return r.remember(r.points, i, read(r, i))
}

/** Units that a moment or a period may begin with when they have no article: يوم السبت، شهر آب، عام 2020. */
const NAMED_UNITS: ReadonlySet<string> = new Set(['day', 'month', 'year'])

/** A look at the masks before the grammar is asked. */
export function mayBegin(r: Reader, i: number): boolean {
  const mask = r.mask(i)
  const run = r.run(i)
  if ((mask & (DAY_WORD | SEASON)) !== 0) return true
  // months of the Persian year are common words, and want their year
  if ((mask & MONTH) !== 0 && (r.lexeme(i).month?.calendar !== 'jalali' || (run & (DIGITS | CARD)) !== 0)) return true
  // «أحد» and «اثنين» are numbers without the article
  if ((mask & WEEKDAY) !== 0 && (r.hasArticle(i) || r.lexeme(i).weekday?.bare === true)) return true
  // «نهاية» wants what ends
  if ((mask & EDGE) !== 0 && (r.mask(i + 1) & AFTER_EDGE) !== 0) return true
  // «مساء» wants the day it belongs to
  if ((mask & PART) !== 0)
    return (mask & UNIT) !== 0 || (run & (DIGITS | NUMBER | CALENDAR | SIDE | THIS | PARTICLE)) !== 0
  // «يوم» wants its day, «العام» its direction or figure
  if ((mask & UNIT) !== 0) {
    if ((run & (DIGITS | NUMBER | CALENDAR | TURN | THIS | SIDE | PARTICLE | LATIN)) === 0) return false
    const { unit } = r.lexeme(i)
    return r.hasArticle(i) || unit === undefined || (unit.count === 1 && NAMED_UNITS.has(unit.unit))
  }
  if ((mask & (DIGITS | NUMBER)) !== 0) return mayBeFigured(r, i, mask, run)
  if ((mask & LINK) === 0) return false
  const next = r.mask(i + 1)
  switch (r.f(i)) {
    case 'before':
    case 'after':
      return (next & (PART | EDGE | DAY_WORD)) !== 0
    case 'in':
      return (next & PART) !== 0
    case 'this':
      return (next & CALENDAR) !== 0
    case 'rest':
    case 'first':
      return (run & CALENDAR) !== 0
    default:
      return false
  }
}

/** What a start, a middle or an end may be of. */
const AFTER_EDGE = FROM | FRACTION | UNIT | SEASON | EDGE | PARTICLE | THIS | DIGITS | MONTH | LATIN | PART

/** A figure or a number word: only with a month, a sign or a clock word behind it, or where it looks like a year. */
function mayBeFigured(r: Reader, i: number, mask: number, run: number): boolean {
  const hasCalendar = (run & (CALENDAR | LATIN)) !== 0
  if ((mask & DIGITS) === 0) {
    if (hasCalendar) return true
    if (r.lexeme(i).fraction !== undefined && r.hasArticle(i)) return (run & (NUMBER | TURN)) !== 0
    return r.f(i + 1) === 'zone' || r.f(i + 2) === 'zone'
  }
  if (!r.isDigits(i)) return false
  if (r.at(i).key.length >= 4 || isYearOfWar(r, i)) return true
  if (!r.tokens.isSign(i + 1)) return mayGoOn(r, i + 1, run) || beforeChristAt(r, i + 1) !== undefined
  // «3.2%»: a decimal is a date where a third figure follows, or a clock time where its part of the day does
  const isDecimal = r.isSign(i + 1, '.,٫') && r.touches(i + 1) && r.isDigits(i + 2) && r.touches(i + 2)
  return isDecimal ? mayEndClock(r, i + 3) : hasCalendar || (r.mask(i + 2) & DIGITS) !== 0
}

const mayEndClock = (r: Reader, i: number): boolean =>
  r.isSign(i, '/-.–−‐ـ\\،') || (r.mask(i) & (PART | TO | LATIN)) !== 0 || r.f(i) === 'zone' || r.is(i, 'ت')

/** The word after a small figure makes a day of it, an hour or a year of the Hijra. */
function mayGoOn(r: Reader, i: number, run: number): boolean {
  const mask = r.mask(i)
  if ((mask & (MONTH | LATIN | PART | THIS)) !== 0) return true
  // «25 الجاري», «25 من الجاري»
  if (r.is(i, 'الجاري') || (r.f(i) === 'from' && r.is(i + 1, 'الجاري'))) return true
  const { meridiem, f } = r.lexeme(i)
  if (meridiem !== undefined || f === 'hijri' || f === 'solar' || f === 'and') return true
  if ((mask & (FROM | IN | SIDE)) !== 0) return (run & (MONTH | UNIT | PART | EDGE)) !== 0
  if (r.stem(i) === 'شهر' || r.stem(i + 1) === 'شهر') return true
  // «7 والنصف مساء», «7 إلا ربعا صباحا»
  return (run & (CALENDAR | LATIN)) !== 0 && (!r.plain(i) || r.is(i, 'الا'))
}

function read(r: Reader, i: number): Point | undefined {
  if (!mayBegin(r, i)) return undefined
  const alone = !r.thorough && isAlone(r, i) ? aloneAt(r, i) : undefined
  if (alone !== undefined) return alone
  const moment = !r.thorough && isPeriodOnly(r, i) ? undefined : momentAt(r, i)
  const period = periodAt(r, i)
  if (period !== undefined && (moment === undefined || period.to > moment.to || isMonthOnly(moment.parts)))
    return period
  if (moment === undefined) return undefined
  const { parts } = moment
  const onlyDay = parts.weekday === undefined && parts.clock === undefined && isNarrated(r, moment.to - 1)
  const afterWeekday = onlyDay && followsWeekday(r, i)
  return {
    from: i,
    to: moment.to,
    rule: ruleOf(parts),
    weak: moment.weak,
    parts,
    resolve: (ctx) =>
      parts.day !== undefined &&
      onlyDay &&
      (afterWeekday || ctx.direction.way === 'past' || (parts.part === undefined && ctx.direction.way === 'nearest'))
        ? narrated('day', parts.day)
        : resolveMoment(parts, ctx),
  }
}

/** A weekday or a word for a day, and nothing else, with nothing behind it that a moment could go on with. */
const isAlone = (r: Reader, i: number): boolean =>
  (r.mask(i) === WEEKDAY || r.mask(i) === DAY_WORD) && isMomentOver(r, i + 1)

/** «الخميس»، «أمس»: no other part of a moment begins with these words, and no period does. */
function aloneAt(r: Reader, i: number): Point | undefined {
  const weekday = r.mask(i) === WEEKDAY ? weekdayAt(r, i, true) : undefined
  const day = weekday === undefined && r.mask(i) === DAY_WORD ? relativeDayAt(r, i) : undefined
  const to = weekday?.to ?? day?.to
  if (to !== i + 1) return undefined
  const parts = partsOf(weekday?.weekday, weekday?.turn, day?.day)
  return { from: i, to, rule: ruleOf(parts), weak: false, parts, resolve: (ctx) => resolveMoment(parts, ctx) }
}

const MAX_SIGNS = 3

/** At most some signs, then a line or a word that begins nothing and joins nothing. */
function isMomentOver(r: Reader, i: number): boolean {
  for (let j = i; j < i + MAX_SIGNS; j++) {
    if (r.hasLine(j)) return true
    if (!r.tokens.isSign(j)) return isForeign(r, j)
  }
  return false
}

/** «عام 2015»، «الأسبوع الماضي»: a week, a year and what is longer begin periods, and no moment. */
function isPeriodOnly(r: Reader, i: number): boolean {
  if (r.mask(i) !== UNIT) return false
  const unit = r.lexeme(i).unit?.unit
  return unit === 'week' || unit === 'year' || unit === 'decade' || unit === 'century'
}

/** «تعقد الثلاثاء، وتليها صبيحة اليوم التالي جلسة»: the next day counts from that weekday. */
function followsWeekday(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < 15 && !r.breaks(j + 1); j--) if (r.lexeme(j).weekday !== undefined) return true
  return false
}

const isMonthOnly = ({ date, weekday, clock, part, day }: MomentParts): boolean =>
  date !== undefined &&
  date.day === undefined &&
  weekday === undefined &&
  clock === undefined &&
  part === undefined &&
  day === undefined

function ruleOf({ date, clock, weekday, day, part, midnight }: MomentParts): string {
  if (date !== undefined)
    return date.calendar === 'gregorian' ? (clock ? 'date.clock' : 'date.calendar') : `date.${date.calendar}`
  if (clock !== undefined) return weekday !== undefined || day !== undefined ? 'clock.on-day' : 'clock'
  if (midnight) return 'clock.midnight'
  if (weekday !== undefined) return part ? 'weekday.part' : 'weekday'
  return part ? 'day.part' : 'day.relative'
}

export type { ClockParts, DateParts }
