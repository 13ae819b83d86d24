import { resolveMoment } from '../resolve/moment.js'
import { monthPeriod } from '../resolve/period.js'
import { dateAt } from './date.js'
import type { DateMatch, DateParts } from './date-parts.js'
import { afterAnd } from './number.js'
import { type PeriodMatch, reading } from './period-match.js'
import type { Reader } from './reader.js'

/** «في يوليو وأغسطس 2020»: the year stands once, behind the last. */
function withSharedYear(r: Reader, { parts, to }: DateMatch): DateParts {
  const { month, year, turn, yearTurn } = parts
  const at = afterAnd(r, to)
  if (year !== undefined || turn !== undefined || yearTurn !== undefined || month === undefined || at === undefined)
    return parts
  const second = r.at(at).line ? undefined : dateAt(r, at)?.parts
  if (second?.year === undefined || second.month === undefined || second.day !== undefined) return parts
  if (second.calendar !== parts.calendar) return parts
  return { ...parts, year: month > second.month ? second.year - 1 : second.year }
}

/** A month by name, with or without a year: نيسان 2018، جوان المقبل، الشهر التاسع سنة 2014. */
export function monthAt(r: Reader, i: number): PeriodMatch | undefined {
  let j = i
  if (r.f(j) === 'this' && r.plain(j) && r.stem(j + 1) !== 'يوم') j++
  const date = dateAt(r, j)
  if (date === undefined || date.parts.day !== undefined || date.parts.month === undefined) return undefined
  const parts = j > i ? { ...date.parts, turn: 0 } : withSharedYear(r, date)
  return {
    from: i,
    to: date.to,
    rule: 'period.month',
    weak: date.weak,
    resolve: (ctx) => resolveMoment({ date: parts }, ctx),
  }
}

/** 5/2020, 2015/3: a month and a year in figures. */
export function monthFigureAt(r: Reader, i: number): PeriodMatch | undefined {
  if (!r.isDigits(i) || !r.isSign(i + 1, '/-') || !r.isDigits(i + 2) || !r.touches(i + 1) || !r.touches(i + 2))
    return undefined
  if ((r.touches(i) && r.at(i - 1).kind !== 'word') || (r.touches(i + 3) && r.isSign(i + 3, '/-.'))) return undefined
  // «المنشور عدد 2016/10», «القرار رقم 5/2020»
  if (/^(?:عدد|رقم|برقم)$/.test(r.at(i - 1).key) && !r.at(i).line) return undefined
  const [a, b] = [r.at(i).key, r.at(i + 2).key]
  const [month, year] =
    a.length <= 2 && b.length === 4
      ? [Number(a), Number(b)]
      : a.length === 4 && b.length <= 2
        ? [Number(b), Number(a)]
        : [0, 0]
  if (month < 1 || month > 12 || year < 1900 || year > 2100) return undefined
  // 2019-12 may be a season or a stretch of years; only the slash is sure
  const weak = r.isSign(i + 1, '-')
  return { from: i, to: i + 3, rule: 'period.month', weak, resolve: () => reading(monthPeriod(year, month)) }
}
