import { DIGITS, EDGE, FRACTION, LATIN, MONTH, PARTICLE, SEASON, THIS, UNIT } from '../lex/starts.js'
import { DAY } from '../resolve/iso.js'
import { periodAround } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { monthAt, monthFigureAt } from './month-period.js'
import { centuryAt, decadeAt, seasonAt } from './named-period.js'
import { firstUnitsAt, partOfYearAt } from './part-of-year.js'
import { open, type PeriodMatch } from './period-match.js'
import type { Reader } from './reader.js'
import { turnAt } from './turn.js'
import { around, unitTurnAt } from './unit-turn.js'
import { SPECIAL_YEARS } from './year.js'
import { yearOnlyAt } from './year-period.js'

/** The period that begins at token i; an edge (مطلع، أواخر) may stand before it. */
export function periodAt(r: Reader, i: number): PeriodMatch | undefined {
  return ((r.mask(i) & EDGE) !== 0 ? edgeAt(r, i) : undefined) ?? plainPeriodAt(r, i)
}

export function plainPeriodAt(r: Reader, i: number): PeriodMatch | undefined {
  const mask = r.mask(i)
  if ((mask & (FRACTION | UNIT | SEASON | EDGE | PARTICLE | THIS | DIGITS | MONTH | LATIN)) === 0) return undefined
  if (!r.isWord(i) && !r.isDigits(i)) return undefined
  const isUnit = (mask & UNIT) !== 0
  const isFigure = (mask & DIGITS) !== 0
  return (
    ((mask & FRACTION) !== 0 ? partOfYearAt(r, i) : undefined) ??
    (isUnit ? firstUnitsAt(r, i) : undefined) ??
    ((mask & SEASON) !== 0 ? decadeAt(r, i) : undefined) ??
    (isUnit ? centuryAt(r, i) : undefined) ??
    ((mask & SEASON) !== 0 ? seasonAt(r, i) : undefined) ??
    ((mask & (EDGE | PARTICLE)) !== 0 ? weekendAt(r, i) : undefined) ??
    ((mask & (UNIT | THIS)) !== 0 ? unitTurnAt(r, i) : undefined) ??
    (isFigure ? monthFigureAt(r, i) : undefined) ??
    ((mask & (MONTH | UNIT | THIS | LATIN)) !== 0 ? monthAt(r, i) : undefined) ??
    (isUnit || isFigure ? yearOnlyAt(r, i) : undefined)
  )
}

function edgeAt(r: Reader, i: number): PeriodMatch | undefined {
  const { lexeme, article, proclitic } = r.at(i).word
  if (lexeme.edge === undefined || article || (proclitic !== '' && !['و', 'ب', 'ل'].includes(proclitic)))
    return undefined
  let j = i + 1
  if (r.at(j).line) return undefined
  // «عطلات نهاية الأسبوع»: each of them
  if (WEEKENDS.test(r.at(i - 1).key) && !r.at(i).line && r.stem(i + 1) === 'اسبوع' && turnAt(r, i + 2) === undefined)
    return undefined
  // «بداية من مارس»: from then on
  if (r.f(j) === 'from' && r.stem(i) === 'بدايه') return undefined
  if (r.f(j) === 'from') j++
  const inner =
    r.stem(j) === 'شهر' ||
    !r.at(j).word.article ||
    r.lexeme(j).unit ||
    r.lexeme(j).decade ||
    r.lexeme(j).ordinal ||
    r.lexeme(j).season
      ? (plainPeriodAt(r, j) ?? bareUnitAt(r, j))
      : undefined
  if (inner === undefined) return undefined
  const { edge } = lexeme
  return {
    from: i,
    to: inner.to,
    rule: 'period.edge',
    weak: false,
    resolve(ctx) {
      const isWeek = edge === 'END' && inner.rule === 'period.current' && r.stem(inner.from) === 'اسبوع'
      const whole = isWeek ? around('week', weekEnding(ctx), ctx) : inner.resolve(ctx)
      const certainty = whole.certainty === 'exact' || whole.certainty === 'observational' ? 'approx' : whole.certainty
      return { ...narrowed(whole, edge), mod: edge, certainty }
    },
  }
}

const WEEKENDS = /^[وبل]?(?:ال)?(?:عطلات|عطل|اجازات|ايام|رحلات|حفلات|سهرات)$/

/** The third of a period that its start, middle or end is taken to be. */
function narrowed(whole: Reading, edge: 'START' | 'MID' | 'END'): Reading {
  const { from, to } = whole
  if (typeof from !== 'number' || typeof to !== 'number') return whole
  const days = Math.round((to - from) / DAY)
  if (days < 3) return whole
  const third = days <= 31 && days >= 28 ? 10 : Math.floor(days / 3)
  if (edge === 'START') return { ...whole, to: from + third * DAY }
  if (edge === 'END') return { ...whole, from: to - third * DAY }
  return { ...whole, from: from + third * DAY, to: to - third * DAY }
}

/** «نهاية العام», «منتصف الشهر»: the current one. */
function bareUnitAt(r: Reader, i: number): PeriodMatch | undefined {
  const { lexeme, article, proclitic } = r.at(i).word
  const unit = lexeme.unit
  if (unit === undefined || unit.count !== 1 || !article || proclitic !== '') return undefined
  if (!['week', 'month', 'year'].includes(unit.unit)) return undefined
  // «بداية العام الدراسي» is no part of the calendar's year
  if (SPECIAL_YEARS.has(r.at(i + 1).key) && !r.at(i + 1).line) return undefined
  return { from: i, to: i + 1, rule: 'period.current', weak: false, resolve: (ctx) => around(unit.unit, 0, ctx) }
}

/** «اندلعت نهاية الأسبوع», printed on a Tuesday, tells of the week before. */
const weekEnding = (ctx: Context): number =>
  ctx.anchor !== undefined && ctx.direction.way === 'past' && (ctx.anchor.day + 3) % 7 < 4 ? -1 : 0

/** عطلة نهاية الأسبوع (الماضي): TIMEX3 names it by its week. */
function weekendAt(r: Reader, i: number): PeriodMatch | undefined {
  let j = i
  const said = ['عطله', 'اجازه'].includes(r.stem(j))
  if (said) j++
  if (r.stem(j) !== 'نهايه' || r.stem(j + 1) !== 'اسبوع') return undefined
  let to = j + 2
  let by = 0
  const turn = turnAt(r, to)
  if (turn !== undefined) {
    by = turn.turn
    to = turn.to
  } else if (!said) return undefined
  return {
    from: i,
    to,
    rule: 'period.weekend',
    weak: false,
    resolve(ctx) {
      if (ctx.anchor === undefined) return open('XXXX-WXX-WE')
      const week = periodAround('week', ctx.anchor.day, by || weekEnding(ctx), { weekStart: 'monday' })
      return {
        kind: 'date',
        value: `${week.value}-WE`,
        from: week.from + 5 * DAY,
        to: week.from + 7 * DAY,
        certainty: said ? 'exact' : 'approx',
        ...(said ? {} : { mod: 'END' }),
      }
    },
  }
}
