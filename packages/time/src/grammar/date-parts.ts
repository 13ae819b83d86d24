import type { Calendar } from '../lex/lexeme.js'
import type { Match } from './reader.js'

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
export const shaped = (date: DateParts): DateParts => ({
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
export const withDay = (tail: DateParts, month: number, day: number | undefined): DateParts => ({
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
