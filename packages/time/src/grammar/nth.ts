import { weekdayOf } from '../calendar/gregorian.js'
import { CARD, DAY_WORD, ORDINAL, PARTICLE, THIS, TURN, UNIT, WEEKDAY } from '../lex/starts.js'
import { DAY } from '../resolve/iso.js'
import { dayPeriod, type Period, periodAround } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { ordinalAt } from './ordinal.js'
import { plainPeriodAt } from './period.js'
import type { PeriodMatch } from './period-match.js'
import type { Reader } from './reader.js'
import type { Rule } from './rule.js'

/** Which one: a rank from the start, or −1 for the last. */
interface Rank {
  readonly rank: number
  readonly to: number
}

function rankAt(r: Reader, i: number): Rank | undefined {
  if (r.stem(i) === 'اخر' && !r.at(i).word.article) return { rank: -1, to: i + 1 }
  if (['الاخير', 'الاخيره'].includes(r.at(i).key)) return { rank: -1, to: i + 1 }
  const rank = ordinalAt(r, i)
  return rank === undefined || rank.digits || rank.value > 5 ? undefined : { rank: rank.value, to: rank.to }
}

/** «من», «في» or an attached «ب», then the period. */
function holderAt(r: Reader, i: number): PeriodMatch | undefined {
  const j = r.f(i) === 'from' || r.f(i) === 'in' ? i + 1 : i
  if (r.at(j).line || (j === i && r.at(i).word.proclitic !== 'ب')) return undefined
  const found = plainPeriodAt(r, j)
  return found?.weak && found.rule !== 'period.month' ? undefined : found
}

function pick(holder: PeriodMatch, which: number, weekday: number | undefined, ctx: Context): Reading {
  const outer = holder.resolve(ctx)
  const open: Reading = { kind: 'date', value: 'XXXX', certainty: 'unanchored' }
  if (typeof outer.from !== 'number' || typeof outer.to !== 'number') return open
  const first = outer.from / DAY
  const last = outer.to / DAY - 1
  let day: number
  if (weekday === undefined) day = which < 0 ? last : first + which - 1
  else if (which < 0) day = last - ((weekdayOf(last) - weekday + 7) % 7)
  else day = first + ((weekday - weekdayOf(first) + 7) % 7) + (which - 1) * 7
  if (day < first || day > last) return open
  return readingOf(dayPeriod(day))
}

function week(holder: PeriodMatch, which: number, ctx: Context): Reading {
  const outer = holder.resolve(ctx)
  if (typeof outer.from !== 'number' || typeof outer.to !== 'number')
    return { kind: 'date', value: 'XXXX', certainty: 'unanchored' }
  const first = outer.from / DAY
  const around = periodAround('week', first, 0, ctx)
  if (which > 0) return readingOf(periodAround('week', first, (around.from / DAY >= first ? 0 : 1) + which - 1, ctx))
  const last = outer.to / DAY - 1
  const ending = periodAround('week', last, 0, ctx)
  return readingOf(ending.to / DAY - 1 <= last ? ending : periodAround('week', last, -1, ctx))
}

const readingOf = ({ value, grain, from, to }: Period): Reading => ({
  kind: 'date',
  value,
  grain,
  from,
  to,
  certainty: 'exact',
})

/** آخر اثنين من الشهر المقبل، ثاني أربعاء في أكتوبر، الثلاثاء الأخير من مارس، أول أسبوع من العام. */
const nth: Rule = {
  id: 'nth',
  starts: ORDINAL | CARD | PARTICLE | WEEKDAY | UNIT,
  needs: (mask) =>
    (mask & (WEEKDAY | ORDINAL | UNIT)) === 0 ? WEEKDAY | UNIT : WEEKDAY | UNIT | ORDINAL | CARD | PARTICLE | TURN,
  opens({ r }, i, mask) {
    if ((mask & (WEEKDAY | ORDINAL)) !== 0) return true
    if ((mask & UNIT) !== 0) return r.lexeme(i).unit?.count === 1
    return (mask & CARD) === 0 ? r.f(i) === 'last' : r.hasArticle(i)
  },
  find(scan, i) {
    const { r } = scan
    const before = rankAt(r, i)
    const at = before?.to ?? i
    if (before !== undefined && (r.at(at).line || !r.plain(at))) return undefined
    const named = r.stem(at) === 'يوم' && r.lexeme(at + 1).weekday ? at + 1 : at
    const { weekday, unit } = r.lexeme(named)
    const isUnit = weekday === undefined && unit?.count === 1 && (unit.unit === 'day' || unit.unit === 'week')
    if (weekday === undefined && !isUnit) return undefined
    if (before !== undefined && r.at(named).word.article) return undefined
    // «الأربعاء أول مباراة له»: the rank agrees in its article, or heads a noun of its own
    const agrees = r.at(named).word.article && r.at(named + 1).word.article
    const after = before === undefined && agrees ? rankAt(r, named + 1) : undefined
    const which = before?.rank ?? after?.rank
    const next = after?.to ?? named + 1
    // «للجمعة الثانية على التوالي» counts Fridays
    if (r.is(next, 'علي') && r.is(next + 1, 'التوالي')) return undefined
    if (which === undefined) {
      // «أحد الأسبوع الماضي»: the day of that week
      const isWeek = r.lexeme(next).unit?.unit === 'week' && r.at(next).word.article && weekday !== undefined
      const holder = isWeek && !r.at(next).line ? plainPeriodAt(r, next) : undefined
      if (holder === undefined || r.at(named).word.article || weekday === undefined) return undefined
      return scan.temporal(i, holder.to, 'nth.day-of-week', pick(holder, 1, weekday.day, scan.context(i, holder.to)), 3)
    }
    const holder = holderAt(r, next)
    if (holder === undefined) {
      // «الأحد الأول» by itself is the month's
      if (after === undefined || weekday === undefined || which < 0 || scan.settings.anchor === undefined)
        return undefined
      // «الجمعة الثالثة للاحتجاجات», «الجمعة الرابعة من المسيرات»: counted from their first
      if (!scan.isFragment(i, next) && r.isWord(next) && !r.at(next).line) return undefined
      const month = periodAround('month', scan.settings.anchor.day, 0, scan.context(i, next))
      const own: PeriodMatch = {
        from: i,
        to: next,
        rule: 'period.current',
        weak: false,
        resolve: () => readingOf(month),
      }
      return scan.temporal(i, next, 'nth.weekday', pick(own, which, weekday.day, scan.context(i, next)), 3)
    }
    const ctx = scan.context(i, holder.to)
    const reading = isUnit && unit?.unit === 'week' ? week(holder, which, ctx) : pick(holder, which, weekday?.day, ctx)
    return scan.temporal(i, holder.to, 'nth', reading, 3)
  },
}

/** مثل هذا اليوم من العام الماضي. */
const sameDay: Rule = {
  id: 'nth.same-day',
  starts: PARTICLE | THIS,
  opens: ({ r }, i) => (r.mask(i + 1) & (THIS | DAY_WORD)) !== 0,
  find(scan, i) {
    const { r } = scan
    if (r.stem(i) !== 'مثل' && !(r.f(i) === 'this' && r.is(i + 1, 'اليوم'))) return undefined
    const at = r.stem(i) === 'مثل' ? i + 1 : i
    if (r.f(at) !== 'this' || !r.is(at + 1, 'اليوم') || r.f(at + 2) !== 'from') return undefined
    const holder = plainPeriodAt(r, at + 3)
    const { anchor } = scan.settings
    if (holder === undefined || anchor === undefined || holder.weak) return undefined
    const outer = holder.resolve(scan.context(i, holder.to))
    if (typeof outer.from !== 'number' || (outer.grain !== 'year' && outer.grain !== 'month')) return undefined
    const today = new Date(anchor.day * DAY)
    const from = new Date(outer.from)
    const month = outer.grain === 'year' ? today.getUTCMonth() : from.getUTCMonth()
    const day = Date.UTC(from.getUTCFullYear(), month, today.getUTCDate()) / DAY
    return scan.temporal(i, holder.to, 'nth.same-day', readingOf(dayPeriod(day)), 3)
  },
}

export const nthRules: readonly Rule[] = [nth, sameDay]
