import type { Calendar } from '../lex/lexeme.js'
import { DIGITS, LATIN, LINK, MONTH, NUMBER, UNIT } from '../lex/starts.js'
import { type MonthMatch, namedMonthAt } from './month.js'
import { numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import type { Match, Reader } from './reader.js'

/** What the words of a calendar date state; what they leave out is absent. */
export interface DateParts {
  readonly calendar: Calendar
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  /** الماضي −1, الجاري 0, المقبل +1, with ±2 for «قبل الماضي». */
  readonly turn?: number | undefined
  /** The year is said relative to the reference: العام الماضي −1. */
  readonly yearTurn?: number | undefined
  /** The month is said relative to the reference: من هذا الشهر 0. */
  readonly monthTurn?: number | undefined
  /** The other order of a numeric date. */
  readonly swapped?: { readonly year: number; readonly month: number; readonly day: number } | undefined
  /** The same day in another calendar, as printed beside it. */
  readonly beside?: DateParts | undefined
  /** Two-digit year as printed. */
  readonly shortYear?: boolean | undefined
  /** كل عام: the date comes round each year. */
  readonly yearly?: boolean | undefined
  /** «رمضان 2015»: the year of the common era that a lunar month fell in. */
  readonly commonYear?: number | undefined
}

/** Dates of one shape, absent parts undefined: the runtime reads them several times faster than dates of many shapes. */
const shaped = (date: DateParts): DateParts => ({
  calendar: date.calendar,
  year: date.year,
  month: date.month,
  day: date.day,
  turn: date.turn,
  yearTurn: date.yearTurn,
  monthTurn: date.monthTurn,
  swapped: date.swapped,
  beside: date.beside,
  shortYear: date.shortYear,
  yearly: date.yearly,
  commonYear: date.commonYear,
})

/** The date with the day and month that were read before it. */
const withDay = (tail: DateParts, month: number, day: number | undefined): DateParts => ({
  calendar: tail.calendar,
  year: tail.year,
  month,
  day,
  turn: tail.turn,
  yearTurn: tail.yearTurn,
  monthTurn: tail.monthTurn,
  swapped: tail.swapped,
  beside: tail.beside,
  shortYear: tail.shortYear,
  yearly: tail.yearly,
  commonYear: tail.commonYear,
})

export interface DateMatch extends Match {
  readonly parts: DateParts
  /** How sure the words are a date at all, without a preposition before them. */
  readonly weak: boolean
}

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

/** 22/4 and 22-4 after في or يوم; bare, only where the reader has nothing else around it. */
function dayMonthFigureAt(r: Reader, i: number): DateMatch | undefined {
  if (!r.isDigits(i) || !r.isSign(i + 1, '/-') || !r.isDigits(i + 2) || !r.touches(i + 1) || !r.touches(i + 2))
    return undefined
  if ((isSeparator(r, i + 3) || r.isSign(i + 3, '%٪')) && r.touches(i + 3)) return undefined
  if (r.touches(i) && r.at(i - 1).kind !== 'word') return undefined
  const [a, b] = [r.at(i).key, r.at(i + 2).key]
  if (a.length > 2 || b.length > 2) return undefined
  // «5-6 يناير»: two days of a month that is named
  if (!r.at(i + 3).line && r.plain(i + 3) && namedMonthAt(r, i + 3) !== undefined) return undefined
  const said =
    r.f(i - 1) === 'in' ||
    ['يوم', 'بتاريخ', 'تاريخ', 'منذ'].includes(r.at(i - 1).key) ||
    r.lexeme(i - 1).weekday !== undefined
  const isVerbBefore = r.isSign(i + 1, '/') && a.length + b.length >= 3 && r.length <= i + 4
  const [first, second] = [Number(a), Number(b)]
  const [day, month] = second > 12 ? [second, first] : [first, second]
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined
  const year = yearAfterMonth(r, i + 3)
  const isUnit =
    r.lexeme(i + 3).measure !== undefined ||
    r.lexeme(i + 3).unit !== undefined ||
    r.lexeme(i + 3).currency !== undefined
  if (isUnit && year === undefined) return undefined
  const parts = shaped({ calendar: 'gregorian', day, month, year: year?.year, yearTurn: year?.yearTurn })
  return { from: i, to: year?.to ?? i + 3, weak: !said && !isVerbBefore, parts }
}

const isSeparator = (r: Reader, i: number): boolean => r.isSign(i, '/-.–−‐ـ\\،')

/** 22/11/2020, 2020.11.22, 1/9/1446 هـ: three figures and one separator twice. */
export function numericAt(r: Reader, i: number): DateMatch | undefined {
  if (!r.isDigits(i) || !isSeparator(r, i + 1) || !r.isDigits(i + 2) || !isSeparator(r, i + 3) || !r.isDigits(i + 4)) {
    return undefined
  }
  if (r.at(i + 1).key !== r.at(i + 3).key && !(r.isSign(i + 1, '/-') && r.isSign(i + 3, '/-'))) return undefined
  const tight = r.touches(i + 1) && r.touches(i + 2) && r.touches(i + 3) && r.touches(i + 4)
  if (!tight && r.isSign(i + 1, '.،')) return undefined
  if (r.touches(i) && r.isSign(i - 1, '/-.') && r.isDigits(i - 2)) return undefined
  const [a, b, c] = [r.at(i).key, r.at(i + 2).key, r.at(i + 4).key]
  if (isSeparator(r, i + 5) && r.touches(i + 5) && r.isDigits(i + 6) && r.touches(i + 6)) {
    if (!(r.isSign(i + 5, '-/') && r.at(i + 6).key.length === 2)) return undefined
  }
  const era = eraAt(r, i + 5)
  const to = era?.to ?? i + 5
  const numbers = [Number(a), Number(b), Number(c)] as const
  let date: { year: number; month: number; day: number } | undefined
  let swapped: { year: number; month: number; day: number } | undefined
  const shortYear = a.length <= 2 && c.length === 2
  if (a.length === 4 && b.length <= 2 && c.length <= 2) {
    date = { year: numbers[0], month: numbers[1], day: numbers[2] }
    if (date.month > 12 && date.day <= 12) date = { year: numbers[0], month: numbers[2], day: numbers[1] }
  } else if (c.length === 4 && a.length <= 2 && b.length <= 2) {
    date = { year: numbers[2], month: numbers[1], day: numbers[0] }
    if (date.month > 12) date = { year: numbers[2], month: numbers[0], day: numbers[1] }
    else if (date.day <= 12 && date.day !== date.month)
      swapped = { year: numbers[2], month: numbers[0], day: numbers[1] }
  } else if (shortYear && b.length <= 2) {
    const year = (y: number): number => (y < 50 ? 2000 + y : 1900 + y)
    if (numbers[0] <= 31 && numbers[1] <= 12) date = { year: year(numbers[2]), month: numbers[1], day: numbers[0] }
    else if (numbers[1] <= 12) date = { year: year(numbers[0]), month: numbers[1], day: numbers[2] }
    else if (numbers[0] <= 12) date = { year: year(numbers[2]), month: numbers[0], day: numbers[1] }
    const other = { year: year(numbers[0]), month: numbers[1], day: numbers[2] }
    if (numbers[1] <= 12 && numbers[0] !== numbers[2] && numbers[2] <= 31) swapped = other
    if (a.length !== 2 && r.isSign(i + 1, '.')) return undefined
    if (r.isSign(i + 1, '-') && a.length === 1) return undefined
  }
  if (date === undefined || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return undefined
  const calendar = era?.calendar ?? calendarOfYear(date.year)
  if (calendar === 'gregorian' && (date.year < 1000 || date.year > 2999)) return undefined
  const { year: y, month, day } = date
  const other = swapped && calendar === 'gregorian' && swapped.month <= 12 ? swapped : undefined
  const parts = shaped({ calendar, year: y, month, day, swapped: other, shortYear: shortYear || undefined })
  return { from: i, to, weak: shortYear, parts }
}

/** A year by itself tells its calendar only between 1300 and 1500: no paper prints fourteenth-century days in figures. */
const calendarOfYear = (year: number): Calendar => (year >= 1300 && year <= 1500 ? 'hijri' : 'gregorian')

/** م، هـ، هـ.ش, ميلادي and their brackets after a year. */
function eraAt(r: Reader, i: number): { calendar: Calendar; to: number } | undefined {
  let j = i
  const bracket = r.isSign(j, '(')
  if (bracket) j++
  const key = r.at(j).key
  let found: { calendar: Calendar; to: number } | undefined
  if (r.f(j) === 'hijri' && r.plain(j)) {
    const dot = r.isSign(j + 1, '.') ? j + 2 : j + 1
    if (r.is(dot, 'ش') || r.f(dot) === 'solar') found = { calendar: 'jalali', to: dot + 1 }
    else if (r.is(dot, 'ق') || r.is(dot, 'قمري')) found = { calendar: 'hijri', to: dot + 1 }
    else found = { calendar: 'hijri', to: j + 1 }
  } else if (r.f(j) === 'gregorian') found = { calendar: 'gregorian', to: j + 1 }
  else if (key === 'م' && r.isDigits(j - 1) && !isClockBefore(r, j)) found = { calendar: 'gregorian', to: j + 1 }
  else if (key === 'ه' && r.isDigits(j - 1) && !r.isDigits(j + 1)) found = { calendar: 'hijri', to: j + 1 }
  else if (r.f(j) === 'solar' && r.isWord(j)) found = { calendar: 'jalali', to: j + 1 }
  if (found && bracket) return r.isSign(found.to, ')') ? { ...found, to: found.to + 1 } : undefined
  return found
}

/** «قبل الميلاد», «ق.م», «(ق م)»: where a year before the common era ends, or undefined. */
export function beforeChristAt(r: Reader, i: number): number | undefined {
  if (r.at(i).line) return undefined
  if (r.f(i) === 'before' && r.plain(i)) {
    const isBirth = r.is(i + 1, 'الميلاد') || (r.is(i + 1, 'ميلاد') && r.is(i + 2, 'المسيح'))
    return isBirth ? (r.is(i + 1, 'الميلاد') ? i + 2 : i + 3) : undefined
  }
  let j = i
  const bracket = r.isSign(j, '(')
  if (bracket) j++
  if (!r.is(j, 'ق')) return r.is(j, 'قم') && bracket && r.isSign(j + 1, ')') ? j + 2 : undefined
  j++
  if (r.isSign(j, '.')) j++
  if (!r.is(j, 'م')) return undefined
  j++
  if (r.isSign(j, '.') && r.touches(j) && (bracket || r.at(j + 1).kind !== 'word' || !r.touches(j + 1))) {
    const isLast = r.isSign(j + 1, ')') || !r.isSign(j - 2, '.')
    if (isLast) j++
  }
  return bracket ? (r.isSign(j, ')') ? j + 1 : undefined) : j
}

const isClockBefore = (r: Reader, i: number): boolean => r.isSign(i - 2, ':') && r.touches(i - 1)

interface YearMatch {
  readonly to: number
  readonly calendar?: Calendar | undefined
  readonly year?: number | undefined
  readonly yearTurn?: number | undefined
  readonly yearly?: boolean
}

/** A year after a month: ، 2020 · عام 2018 · من العام الماضي · ألفين وعشرين. */
function yearAfterMonth(r: Reader, i: number): YearMatch | undefined {
  let j = i
  // «25 يناير (2011)»
  const inner =
    r.isSign(j, '(') && r.at(j + 1).key.length === 4 && r.isSign(j + 2, ')') ? yearAt(r, j + 1, true) : undefined
  if (inner?.year !== undefined) return { ...inner, to: j + 3 }
  const isApart = r.isSign(j, '/') && r.isDigits(j + 1) && r.at(j + 1).key.length === 4 && r.isSign(j - 2, '/')
  if (isApart || r.isSign(j, ',،') || (r.isSign(j, '/-–.') && r.touches(j) && r.touches(j + 1))) j++
  if (r.at(j).line && !r.at(i).line) return undefined
  if (r.at(j).line) return undefined
  if (r.f(j) === 'from' || r.f(j) === 'in') j++
  return sameYearAt(r, j) ?? yearAt(r, j, true)
}

const MAX_BACK_TO_YEAR = 40

/** «ديسمبر (كانون الأول) 2006» */
const isAfterTwin = (r: Reader, i: number): boolean =>
  r.isSign(i - 1, ')') && (r.lexeme(i - 2).month !== undefined || r.lexeme(i - 3).monthHead !== undefined)

/** «مارس من العام نفسه», «15 يناير من ذلك العام»: the year that was named last. */
function sameYearAt(r: Reader, i: number): YearMatch | undefined {
  const isNamed = (at: number): boolean => /^ال(?:عام|سنه)$/.test(r.at(at).key)
  const isAfter = isNamed(i) && /^(?:نفس|ذات)(?:ه|ها)$/.test(r.at(i + 1).key)
  const isBefore = /^(?:نفس|ذات|ذلك|تلك)$/.test(r.at(i).key) && isNamed(i + 1)
  if (!isAfter && !isBefore) return undefined
  for (let j = i - 1; j >= 0 && i - j <= MAX_BACK_TO_YEAR; j--) {
    if (!r.isDigits(j) || !/^(?:19|20)\d\d$/.test(r.at(j).key) || r.at(j).line) continue
    if (/^[وفبل]?(?:ال)?(?:عام|سنه)$/.test(r.at(j - 1).key) || r.lexeme(j - 1).month !== undefined || isAfterTwin(r, j))
      return { to: i + 2, year: Number(r.at(j).key) }
  }
  return undefined
}

/** Years that begin on a day of their own: العام الدراسي، السنة المالية. */
export const SPECIAL_YEARS: ReadonlySet<string> = new Set([
  'الدراسي',
  'الدراسيه',
  'المالي',
  'الماليه',
  'الجامعي',
  'الجامعيه',
  'التدريبي',
  'القضائي',
])

/** A year in figures or words, with or without «عام»; `near` allows a bare figure. */
export function yearAt(r: Reader, i: number, near: boolean): YearMatch | undefined {
  let j = i
  const token = r.at(j)
  const said = r.f(j) === 'yearword' || token.word.stem === 'عام' || token.word.stem === 'سنه'
  if (r.f(j) === 'every' && near && ['عام', 'سنه'].includes(r.stem(j + 1))) return { to: j + 2, yearly: true }
  if (r.f(j) === 'this' && ['عام', 'سنه'].includes(r.stem(j + 1)) && near) {
    // «أبريل لهذا العام 2015»
    const isStated = r.isDigits(j + 2) && !r.at(j + 2).line && /^(?:19|20)\d\d$/.test(r.at(j + 2).key)
    return isStated ? { to: j + 3, year: Number(r.at(j + 2).key) } : { to: j + 2, yearTurn: 0 }
  }
  if (said && token.word.article && near) {
    const turn = turnAt(r, j + 1)
    // «صيف العام الحالي 2015»
    const isStated = turn !== undefined && r.isDigits(turn.to) && /^(?:19|20)\d\d$/.test(r.at(turn.to).key)
    if (isStated && !r.at(turn.to).line && !isCounted(r, turn.to + 1))
      return { to: turn.to + 1, year: Number(r.at(turn.to).key) }
    if (turn !== undefined) return { to: turn.to, yearTurn: turn.turn }
  }
  if (said) j++
  // «عام "1963"»
  if (said && r.isSign(j, '"«“') && /^(?:1[89]|20)\d\d$/.test(r.at(j + 1).key) && r.isSign(j + 2, '"»”'))
    return { to: j + 3, year: Number(r.at(j + 1).key) }
  // «العام المالي 2013»
  if (said && token.word.article && SPECIAL_YEARS.has(r.at(j).key) && r.isDigits(j + 1) && !r.isSign(j + 2, '-–/')) j++
  // a line begins with a year only where it heads an entry of a chronicle: «1960 - …»
  const isEntry = j === i && !near && r.isSign(j + 1, ':-–—')
  if (r.at(j).line && !isEntry) return undefined
  if (r.isDigits(j)) {
    const figure = r.at(j).key
    const year = Number(figure)
    const isDecimal = r.isSign(j + 1, '.,٫٬:/') && r.touches(j + 1) && r.isDigits(j + 2) && r.touches(j + 2)
    if (isDecimal || r.isSign(j + 1, '%٪')) return undefined
    const era = eraAt(r, j + 1)
    if (figure.length === 4 && year >= 1000 && year <= 2999) {
      return { to: era?.to ?? j + 1, year, calendar: era?.calendar }
    }
    if (era && era.calendar !== 'gregorian' && figure.length <= 4) return { to: era.to, year, calendar: era.calendar }
    if (said && era?.calendar === 'gregorian' && r.f(j + 1) === 'gregorian')
      return { to: era.to, year, calendar: 'gregorian' }
    if (said && figure.length === 2 && year >= 20 && !r.lexeme(j + 1).card) return { to: j + 1, year: 1900 + year }
    if (said && figure.length === 3 && near === false) return { to: j + 1, year }
    return undefined
  }
  if (r.isWord(j) && (r.plain(j) || said)) {
    const number = numberAt(r, j)
    const isYear = number && Number.isInteger(number.value) && number.value >= 1000 && number.value <= 2100
    // «عام اثنين وتسعين»
    const isShort = number?.words && said && number.scale === 1 && number.value > 20 && number.value < 100
    if (isShort && r.lexeme(number.to).unit === undefined && !r.at(j).word.article)
      return { to: number.to, year: 1900 + number.value }
    if (isYear && number.words && (said || near) && number.scale === 1000) {
      const era = eraAt(r, number.to)
      return { to: era?.to ?? number.to, year: number.value, calendar: era?.calendar }
    }
  }
  return undefined
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

/** «في رمضان 2000 مصل»: so many of what stands there. */
function isCounted(r: Reader, i: number): boolean {
  const { noun, unit, measure, currency, card } = r.lexeme(i)
  return !r.at(i).line && [noun, unit, measure, currency, card].some((known) => known !== undefined)
}

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

/** Adjectives of direction: الماضي، قبل الماضي، بعد المقبل، من هذا العام. */
export function turnAt(r: Reader, i: number): { readonly turn: number; readonly to: number } | undefined {
  if (r.at(i).line) return undefined
  let j = i
  if (['اللي', 'الي', 'الذي', 'التي', 'ال'].includes(r.at(j).key) && r.isWord(j)) j++
  if (r.is(j, 'ما') && (r.f(j + 1) === 'before' || r.f(j + 1) === 'after')) j++
  const edge = r.f(j)
  if ((edge === 'before' || edge === 'after') && r.plain(j)) {
    const inner = r.lexeme(j + 1)
    if (inner.turn !== undefined && inner.turn !== 0 && r.plain(j + 1))
      return { turn: edge === 'before' ? -2 : 2, to: j + 2 }
    return undefined
  }
  const { lexeme, proclitic, article, stem } = r.at(j).word
  if (lexeme.turn === undefined || proclitic !== '') return undefined
  // An indefinite «سابق» or «لاحق» belongs to another noun; spoken «الجاي», «فات» carry no article of their own.
  if (!article && !['فات', 'فاتت', 'جاي', 'الجاي', 'ماض'].includes(stem)) return undefined
  // «سابقا» the adverb and «الأخير» of a list are left to others
  return { turn: lexeme.turn, to: j + 1 }
}
