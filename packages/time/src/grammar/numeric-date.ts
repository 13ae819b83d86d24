import type { Calendar } from '../lex/lexeme.js'
import { type DateMatch, shaped } from './date-parts.js'
import { namedMonthAt } from './month.js'
import type { Reader } from './reader.js'
import { eraAt, yearAfterMonth } from './year.js'

/** 22/4 and 22-4 after في or يوم; bare, only where the reader has nothing else around it. */
export function dayMonthFigureAt(r: Reader, i: number): DateMatch | undefined {
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
