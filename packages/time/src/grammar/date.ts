import { DIGITS, LATIN, LINK, MONTH, NUMBER, UNIT } from '../lex/starts.js'
import { type DateMatch, type DateParts, shaped, withDay } from './date-parts.js'
import { type MonthMatch, namedMonthAt } from './month.js'
import { numberAt } from './number.js'
import { dayMonthFigureAt, numericAt } from './numeric-date.js'
import { ordinalAt } from './ordinal.js'
import type { Reader } from './reader.js'
import { turnAt } from './turn.js'
import { isCounted, yearAfterMonth } from './year.js'

/** A calendar date that begins at token i, alone or with its twin in the other calendar. */
export function dateAt(r: Reader, i: number): DateMatch | undefined {
  if (r.mask(i) === 0) return undefined
  const known = r.dates[i]
  if (known !== undefined) return known ?? undefined
  const first = mayBeDate(r, i) ? singleDateAt(r, i) : undefined
  const found = first && withTwin(r, first)
  return r.remember(r.dates, i, found)
}

/** A figure with a sign or a month near it, a rank or a number before a month, or a month. */
function mayBeDate(r: Reader, i: number): boolean {
  const mask = r.mask(i)
  if ((mask & DIGITS) !== 0)
    return (
      r.isSign(i + 1, '/-.–−‐ـ\\،') ||
      r.isNear(i + 1, 4, MONTH | UNIT | LATIN) ||
      r.is(i + 1, 'الجاري') ||
      r.is(i + 2, 'الجاري')
    )
  if ((mask & (MONTH | UNIT | LATIN)) !== 0) return true
  return (mask & (NUMBER | LINK)) !== 0 && r.isNear(i + 1, 5, MONTH | UNIT)
}

/** «الموافق», a dash or a bracket, then the same day in the other calendar: one date, the Gregorian wins. */
function withTwin(r: Reader, first: DateMatch): DateMatch {
  let j = first.to
  let bracket = false
  for (let signs = 0; signs < 3; signs++) {
    if (r.at(j).line) return first
    if (r.isSign(j, '([')) bracket = true
    else if (!r.isSign(j, '-–—/|،,') && r.f(j) !== 'corresponding' && !(r.is(j, 'لـ') || r.is(j, 'ل'))) break
    j++
  }
  if (j === first.to && !r.isDigits(j)) {
    // «15 رجب 1444 هـ 6 فبراير 2023» has nothing between the two
    return first
  }
  if (r.at(j).line || (r.isWord(j) && r.at(j).word.proclitic !== '' && r.at(j).word.proclitic !== 'ل')) return first
  const second = singleDateAt(r, j)
  if (second === undefined || second.parts.calendar === first.parts.calendar) return first
  if (second.parts.day === undefined || first.parts.day === undefined) return first
  if (second.parts.month === undefined || first.parts.month === undefined) return first
  const to = bracket && r.isSign(second.to, ')]') ? second.to + 1 : second.to
  const [gregorian, other] = second.parts.calendar === 'gregorian' ? [second, first] : [first, second]
  return { from: first.from, to, weak: false, parts: shaped({ ...gregorian.parts, beside: other.parts }) }
}

function singleDateAt(r: Reader, i: number): DateMatch | undefined {
  return numericAt(r, i) ?? dayMonthFigureAt(r, i) ?? dayMonthAt(r, i) ?? monthDayAt(r, i) ?? dayOfRelativeMonthAt(r, i)
}

/** A day of the month: figure, rank or number word, with what may stand between it and the month. */
function dayBeforeMonth(r: Reader, i: number): { readonly day: number; readonly month: number } | undefined {
  let day: number | undefined
  let j = i
  if (r.isDigits(i)) {
    if (r.at(i).key.length > 2) return undefined
    if (r.touches(i) && r.isSign(i - 1, ':./') && r.isDigits(i - 2)) return undefined
    day = Number(r.at(i).key)
    j = i + 1
    // 2. أكتوبر and the English 1st, 2nd
    if (r.isSign(j, '.') && r.touches(j) && !r.isDigits(j + 1)) j++
    else if (['st', 'nd', 'rd', 'th'].includes(r.at(j).key) && r.touches(j)) j++
    // «يوم (19) شوال»
    else if (r.isSign(i - 1, '(') && r.isSign(j, ')') && r.lexeme(j + 1).month !== undefined) j++
  } else if (r.stem(i) === 'فاتح' && r.isWord(i)) {
    // Maghrebi papers open a month with «فاتح»
    day = 1
    j = i + 1
  } else {
    const rank = ordinalAt(r, i)
    // days are masculine: «الأولى من شهر تموز» ranks something else
    if (rank !== undefined && !rank.digits && rank.to === i + 1 && /(?:ه|اولي)$/.test(r.stem(i))) return undefined
    const number = rank === undefined ? numberAt(r, i) : undefined
    // «صيام الست من شوال»: six of its days
    if (number !== undefined && r.at(i).word.article && r.f(number.to) === 'from') return undefined
    const match = rank ?? (number?.words && number.scale === 1 ? number : undefined)
    if (match === undefined) return undefined
    day = match.value
    j = match.to
  }
  if (day < 1 || day > 31 || !Number.isInteger(day) || r.at(j).line) return undefined
  if (r.f(j) === 'from') j++
  else if (r.isSign(j, '/-–') || (r.isSign(j, ',،') && r.isDigits(i))) {
    // 3-صفر is a result, not a day of Safar
    if (r.stem(j + 1) === 'صفر') return undefined
    j++
  } else if (r.f(j) === 'in' && r.stem(j + 1) === 'شهر') j++
  return { day, month: j }
}

function dayMonthAt(r: Reader, i: number): DateMatch | undefined {
  const head = dayBeforeMonth(r, i)
  if (head === undefined || r.at(head.month).line) return undefined
  if (!r.plain(head.month)) return undefined
  const month = namedMonthAt(r, head.month)
  if (month === undefined) return undefined
  // «5 دي» or «3 مهر»: a Jalali name that is a common word needs its year
  const tail = afterMonth(r, month)
  if (month.calendar === 'jalali' && tail.year === undefined) return undefined
  if (month.weak && r.f(head.month - 1) === 'from' && !tail.stated && !isWeakButSafe(r, month)) return undefined
  return {
    from: i,
    to: tail.to,
    weak: false,
    parts: withDay(tail.parts, month.month, head.day),
  }
}

/** «الخامس من آب» is a date whatever else آب may be; «الثاني من جوان» may be a person. */
const isWeakButSafe = (r: Reader, month: MonthMatch): boolean =>
  month.calendar !== 'jalali' && r.stem(month.from) !== 'جوان'

/** Years of the common era that news prints beside a month of the lunar year. */
const FIRST_YEAR_BESIDE = 1900
const LAST_YEAR_BESIDE = 2077

interface Tail {
  readonly to: number
  readonly stated: boolean
  readonly year: number | undefined
  readonly parts: DateParts
}

function afterMonth(r: Reader, month: MonthMatch): Tail {
  const turn = turnAt(r, month.to)
  const year = yearAfterMonth(r, month.to)
  if (year !== undefined) {
    let calendar = year.calendar ?? month.calendar
    // A Gregorian month keeps its calendar whatever stands after the year; «5 ديسمبر 1391» is long ago.
    if (month.calendar === 'gregorian') calendar = 'gregorian'
    else if (month.calendar === 'hijri' && year.year !== undefined && year.year > 1700) calendar = 'hijri'
    if (month.calendar === 'jalali') calendar = 'jalali'
    const sane = month.calendar === 'gregorian' || year.year === undefined || year.year <= 1700
    if (sane) {
      const { yearTurn, yearly } = year
      const parts = shaped({ calendar, year: year.year, yearTurn, yearly: yearly || undefined })
      return { to: year.to, stated: true, year: year.year, parts }
    }
    const isCommon = calendar === 'hijri' && year.year !== undefined && !isCounted(r, year.to)
    if (isCommon && year.year !== undefined && year.year >= FIRST_YEAR_BESIDE && year.year <= LAST_YEAR_BESIDE)
      return { to: year.to, stated: true, year: year.year, parts: shaped({ calendar, commonYear: year.year }) }
  }
  const parts = shaped({ calendar: month.calendar, turn: turn?.turn })
  return { to: turn?.to ?? month.to, stated: turn !== undefined, year: undefined, parts }
}

/** يونيو 14, 2017 · July 4, 2020 · كانون الثاني 2019 · شهر 11 الماضي. */
function monthDayAt(r: Reader, i: number): DateMatch | undefined {
  const month = namedMonthAt(r, i)
  if (month === undefined) return undefined
  const next = month.to
  if (r.isDigits(next) && !r.at(next).line && r.at(next).key.length <= 2) {
    const day = Number(r.at(next).key)
    // «يوليو 2.60 مليار» goes on with a figure
    const isDecimal = r.isSign(next + 1, '.,٫') && r.touches(next + 1) && r.isDigits(next + 2) && r.touches(next + 2)
    const isClock = isDecimal || (r.isSign(next + 1, ':') && r.touches(next + 1))
    if (day >= 1 && day <= 31 && !isClock) {
      const after = ['st', 'nd', 'rd', 'th'].includes(r.at(next + 1).key) ? next + 2 : next + 1
      const year = yearAfterMonth(r, after)
      const counted = r.lexeme(next + 1)
      const isCount = [counted.unit, counted.noun, counted.currency, counted.measure].some(
        (known) => known !== undefined,
      )
      if (year?.year !== undefined || (!isCount && month.calendar !== 'jalali' && !r.isSign(next + 1, '%٪'))) {
        const parts = shaped({ calendar: month.calendar, month: month.month, day, year: year?.year })
        return { from: i, to: year?.to ?? after, weak: year?.year === undefined, parts }
      }
    }
  }
  const rank = r.plain(next) ? ordinalAt(r, next) : undefined
  if (rank?.article && rank.value <= 31 && !rank.digits && !month.named && month.calendar === 'gregorian') {
    const year = yearAfterMonth(r, rank.to)
    const { calendar } = month
    const parts = shaped({ calendar, month: month.month, day: rank.value, year: year?.year || undefined })
    return { from: i, to: year?.to ?? rank.to, weak: false, parts }
  }
  const tail = afterMonth(r, month)
  if (month.calendar === 'jalali' && tail.year === undefined) return undefined
  // «في الشهر السادس من الحمل»: without its year it is the year's only where it stands by itself
  if (month.ranked && !tail.stated && r.length > month.to - i + 2) return undefined
  if (month.weak && !tail.stated)
    return { from: i, to: month.to, weak: true, parts: shaped({ calendar: month.calendar, month: month.month }) }
  return { from: i, to: tail.to, weak: false, parts: withDay(tail.parts, month.month, undefined) }
}

/** «الخامس من الشهر الجاري», «16 من هذا الشهر». */
function dayOfRelativeMonthAt(r: Reader, i: number): DateMatch | undefined {
  const head = dayBeforeMonth(r, i)
  if (head === undefined) return undefined
  // «في 30 الشهر الماضي» leaves «من» out
  if (r.f(head.month - 1) !== 'from' && !r.isWord(i) && !BEFORE_DAY.has(r.at(i - 1).key)) return undefined
  const same = sameMonthAt(r, head.month)
  if (same !== undefined) return { from: i, to: same.to, weak: false, parts: shaped({ ...same.parts, day: head.day }) }
  const period = relativeMonthAt(r, head.month) ?? currentAt(r, head.month)
  if (period === undefined) return undefined
  return {
    from: i,
    to: period.to,
    weak: false,
    parts: shaped({ calendar: 'gregorian', day: head.day, monthTurn: period.turn }),
  }
}

const BEFORE_DAY: ReadonlySet<string> = new Set(['في', 'يوم', 'بتاريخ', 'منذ', 'حتي', 'من', 'الي', 'لغايه', 'غايه'])

const MAX_BACK_TO_MONTH = 40

/** «30 من الشهر نفسه», «من ذلك الشهر»: the month that was named last, with its year. */
function sameMonthAt(r: Reader, i: number): { to: number; parts: DateParts } | undefined {
  const isAfter = r.stem(i) === 'شهر' && r.at(i).word.article && (r.is(i + 1, 'نفسه') || r.is(i + 1, 'ذاته'))
  const isBefore = ['نفس', 'ذات', 'ذلك'].includes(r.at(i).key) && r.stem(i + 1) === 'شهر' && r.hasArticle(i + 1)
  if (!isAfter && !isBefore) return undefined
  for (let j = i - 1; j >= 0 && i - j <= MAX_BACK_TO_MONTH; j--) {
    const month = namedMonthAt(r, j)
    if (month === undefined || month.calendar !== 'gregorian') continue
    const year = yearAfterMonth(r, month.to)?.year
    const parts = { calendar: month.calendar, month: month.month, ...(year === undefined ? {} : { year }) }
    return { to: i + 2, parts }
  }
  return undefined
}

/** «في 25 الجاري», «يوم 15 من الجاري»: papers leave the word for the month out. */
const currentAt = (r: Reader, i: number): { to: number; turn: number } | undefined =>
  r.is(i, 'الجاري') && !r.at(i).line ? { to: i + 1, turn: 0 } : undefined

function relativeMonthAt(r: Reader, i: number): { to: number; turn: number } | undefined {
  if (r.f(i) === 'this' && r.stem(i + 1) === 'شهر') {
    return { to: turnAt(r, i + 2)?.to ?? i + 2, turn: 0 }
  }
  if (r.stem(i) === 'شهر' && r.at(i).word.article && r.plain(i)) {
    const turn = turnAt(r, i + 1)
    if (turn !== undefined) return { to: turn.to, turn: turn.turn }
    if (r.f(i + 1) === 'this') return { to: i + 2, turn: 0 }
  }
  return undefined
}
