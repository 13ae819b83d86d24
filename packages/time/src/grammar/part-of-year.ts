import { civilDate } from '../calendar/gregorian.js'
import type { TimeUnit } from '../lex/lexeme.js'
import { DAY, yearText } from '../resolve/iso.js'
import { decadePeriod, periodAround, yearPart, yearPeriod } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { monthAt } from './month-period.js'
import { centuryAt, civilDayOfMonth } from './named-period.js'
import { numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import { open, type PeriodMatch, reading } from './period-match.js'
import type { Reader } from './reader.js'
import { turnAt } from './turn.js'
import { around, unitTurnAt } from './unit-turn.js'
import { SPECIAL_YEARS, yearAt } from './year.js'
import { yearOnlyAt } from './year-period.js'

/** النصف الأول من 2023، الربع الأخير من العام الماضي، الثلث الأول من. */
export function partOfYearAt(r: Reader, i: number): PeriodMatch | undefined {
  const { lexeme, article } = r.at(i).word
  const parts = lexeme.fraction === 1 / 2 ? 2 : lexeme.fraction === 1 / 4 ? 4 : undefined
  if (parts === undefined || !article) return undefined
  const rank = ordinalAt(r, i + 1)
  const isLast = r.is(i + 1, 'الاخير')
  const which = isLast ? parts : rank?.article ? rank.value : undefined
  if (which === undefined || which > parts) return undefined
  let j = rank?.to ?? i + 2
  if (r.f(j) === 'from' || r.f(j) === 'in') j++
  const said = r.f(j - 1) === 'from'
  const whole = yearHolderAt(r, j) ?? (said ? centuryAt(r, j) : undefined)
  const fiscal = specialYearAt(r, j, parts, which)
  if (fiscal !== undefined) return { ...fiscal, from: i }
  if (whole === undefined) return said ? undefined : lastPartAt(r, i, j, parts, which)
  return {
    from: i,
    to: whole.to,
    rule: 'period.part-of-year',
    weak: false,
    resolve(ctx) {
      const outer = whole.resolve(ctx)
      if (typeof outer.from !== 'number') return open(`XXXX-${parts === 2 ? 'H' : 'Q'}${which}`)
      if (outer.grain === 'month' || outer.grain === 'century') {
        const { from } = outer
        const middle = outer.grain === 'month' ? from + 15 * DAY : centuryMiddle(from)
        const [a, b] = which === 1 ? [from, middle] : [middle, outer.to ?? middle]
        return { ...outer, from: a, to: b, mod: which === 1 ? 'START' : 'END', certainty: 'approx' }
      }
      return reading(yearPart(civilDate(outer.from / DAY).year, parts, which))
    },
  }
}

/** «النصف الأول من العام المالي 2013»: such a year has months of its own, which the text does not tell. */
function specialYearAt(r: Reader, i: number, parts: 2 | 4, which: number): PeriodMatch | undefined {
  if (r.lexeme(i).unit?.unit !== 'year' || !r.hasArticle(i) || !SPECIAL_YEARS.has(r.at(i + 1).key)) return undefined
  if (r.at(i + 1).line) return undefined
  const year = r.at(i + 2).line ? undefined : yearAt(r, i + 2, true)
  const turn = turnAt(r, i + 2)
  const value = `${year?.year === undefined ? 'XXXX' : `FY${yearText(year.year)}`}-${parts === 2 ? 'H' : 'Q'}${which}`
  const to = year?.to ?? turn?.to ?? i + 2
  return { from: i, to, rule: 'period.part-of-year', weak: false, resolve: () => open(value, 'vague') }
}

const REPORTED =
  /^(?:و|ف)?(?:ال)?(?:ايرادات|ارباح|خسائر|خساير|مبيعات|نتائج|نتايج|الناتج|الاقتصاد|نمو|صادرات|واردات|دخل|انتاج|طلب|تضخم)(?:ه|ها|هم)?$/

/** «تراجعت الإيرادات في الربع الثالث»: the last one that has begun; a match has quarters too, so the books must be spoken of. */
function lastPartAt(r: Reader, i: number, to: number, parts: 2 | 4, which: number): PeriodMatch | undefined {
  if (r.at(i).line) return undefined
  // «أرباح الربع الثالث», «نتائجها للنصف الأول»
  const isOwn = REPORTED.test(r.at(i - 1).key) && (r.proclitic(i) === 'ل' || r.proclitic(i) === '')
  if (!isOwn && r.f(i - 1) !== 'in' && r.f(i - 1) !== 'during' && r.proclitic(i) !== 'ل') return undefined
  let isReported = isOwn
  for (let j = i - 1; j >= 0 && i - j <= 10 && !r.breaks(j + 1) && !isReported; j--)
    isReported = r.isWord(j) && REPORTED.test(r.at(j).key)
  if (!isReported) return undefined
  return {
    from: i,
    to,
    rule: 'period.part-of-year',
    weak: false,
    resolve(ctx) {
      if (ctx.anchor === undefined) return open(`XXXX-${parts === 2 ? 'H' : 'Q'}${which}`)
      const { year } = civilDate(ctx.anchor.day)
      const part = yearPart(year, parts, which)
      const hasBegun = part.from <= ctx.anchor.day * DAY
      return reading(hasBegun || ctx.direction.way === 'future' ? part : yearPart(year - 1, parts, which))
    },
  }
}

const centuryMiddle = (from: number): number => yearPeriod(civilDate(from / DAY).year + 50).from

function yearHolderAt(r: Reader, i: number): PeriodMatch | undefined {
  const found = yearOnlyAt(r, i) ?? unitTurnAt(r, i) ?? monthAt(r, i)
  if (found !== undefined) return found
  const { lexeme, article, proclitic } = r.at(i).word
  if (
    lexeme.unit &&
    ['year', 'month'].includes(lexeme.unit.unit) &&
    lexeme.unit.count === 1 &&
    article &&
    proclitic === ''
  ) {
    const { unit } = lexeme.unit
    return { from: i, to: i + 1, rule: 'period.current', weak: false, resolve: (ctx) => around(unit, 0, ctx) }
  }
  return undefined
}

/** الأسبوع الأول من أكتوبر، الأشهر الستة الأولى من 2023، أول ثلاثة أشهر من العام. */
export function firstUnitsAt(r: Reader, i: number): PeriodMatch | undefined {
  const { lexeme, article } = r.at(i).word
  const unit = lexeme.unit
  if (unit === undefined || !article) return undefined
  if (unit.unit === 'decade' && unit.count === 1) return decadeOfCenturyAt(r, i)
  if (!['day', 'week', 'month'].includes(unit.unit)) return undefined
  if (unit.count === 1) {
    const rank = ordinalAt(r, i + 1)
    const isLast = r.is(i + 1, 'الاخير')
    const which = isLast ? -1 : rank?.article ? rank.value : undefined
    if (which === undefined) return undefined
    let j = rank?.to ?? i + 2
    if (r.f(j) !== 'from' && r.f(j) !== 'in') return undefined
    j++
    const whole = r.isDigits(j) || r.isWord(j) ? (yearHolderAt(r, j) ?? undefined) : undefined
    if (whole === undefined) return undefined
    return {
      from: i,
      to: whole.to,
      rule: 'period.nth-unit',
      weak: false,
      resolve: (ctx) => nthUnit(unit.unit, which, whole, ctx),
    }
  }
  if (unit.count !== 'many') return undefined
  const count = numberAt(r, i + 1)
  if (count === undefined || !Number.isInteger(count.value)) return undefined
  const rank = ordinalAt(r, count.to)
  if (rank?.value !== 1 || !rank.article || r.f(rank.to) !== 'from') return undefined
  const whole = yearHolderAt(r, rank.to + 1)
  if (whole === undefined || unit.unit !== 'month') return undefined
  return {
    from: i,
    to: whole.to,
    rule: 'period.first-units',
    weak: false,
    resolve(ctx) {
      const outer = whole.resolve(ctx)
      if (typeof outer.from !== 'number') return open('XXXX')
      const { year } = civilDate(outer.from / DAY)
      if (count.value === 6) return reading(yearPart(year, 2, 1))
      if (count.value === 3) return reading(yearPart(year, 4, 1))
      const end = yearPeriod(year).from
      return {
        ...outer,
        kind: 'interval',
        to: addMonthsMs(end, count.value),
        value: `${yearText(year)}-01/P${count.value}M`,
      }
    },
  }
}

/** العقد الأول من القرن الحالي، العقد الأخير من القرن العشرين. */
function decadeOfCenturyAt(r: Reader, i: number): PeriodMatch | undefined {
  const rank = ordinalAt(r, i + 1)
  const isLast = r.is(i + 1, 'الاخير')
  const which = isLast ? 10 : rank?.article ? rank.value : 0
  if (which < 1 || which > 10) return undefined
  const j = rank?.to ?? i + 2
  if (r.f(j) !== 'from' && r.f(j) !== 'in') return undefined
  const century = centuryAt(r, j + 1) ?? thisCenturyAt(r, j + 1)
  if (century === undefined) return undefined
  return {
    from: i,
    to: century.to,
    rule: 'period.nth-unit',
    weak: false,
    resolve(ctx) {
      const outer = century.resolve(ctx)
      if (typeof outer.from !== 'number' || outer.grain !== 'century') return open(outer.value)
      return reading(decadePeriod(Math.floor(civilDate(outer.from / DAY).year / 10) + which - 1))
    },
  }
}

/** «من هذا القرن» */
function thisCenturyAt(r: Reader, i: number): PeriodMatch | undefined {
  return r.f(i) === 'this' && r.stem(i + 1) === 'قرن' ? unitTurnAt(r, i) : undefined
}

function addMonthsMs(ms: number, months: number): number {
  const { year, month } = civilDate(ms / DAY)
  return yearPeriod(year).from + (Date.UTC(2001, month - 1 + months, 1) - Date.UTC(2001, 0, 1))
}

function nthUnit(unit: TimeUnit, which: number, whole: PeriodMatch, ctx: Context): Reading {
  const outer = whole.resolve(ctx)
  if (typeof outer.from !== 'number' || typeof outer.to !== 'number') return open('XXXX')
  const first = outer.from / DAY
  const last = outer.to / DAY - 1
  if (unit === 'day') {
    const day = which < 0 ? last : first + which - 1
    return reading(periodAround('day', day, 0, ctx))
  }
  if (unit === 'month') {
    const { year } = civilDate(first)
    const month = which < 0 ? 12 : which
    return reading(periodAround('month', civilDayOfMonth(year, month), 0, ctx))
  }
  // weeks that lie wholly in the month or year, counted from its start or its end
  const around = periodAround('week', first, 0, ctx)
  const firstFull = around.from / DAY >= first ? 0 : 1
  if (which > 0) return reading(periodAround('week', first, firstFull + which - 1, ctx))
  const ending = periodAround('week', last, 0, ctx)
  return reading(ending.to / DAY - 1 <= last ? ending : periodAround('week', last, -1, ctx))
}
