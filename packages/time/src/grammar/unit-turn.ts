import { hijriDateOf, hijriDay } from '../calendar/lunar.js'
import type { TimeUnit } from '../lex/lexeme.js'
import { DAY, dateText } from '../resolve/iso.js'
import { resolveMoment } from '../resolve/moment.js'
import { periodAround, shifted, yearPeriod } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import type { DateParts } from './date-parts.js'
import { durationText } from './duration.js'
import { open, type PeriodMatch, reading } from './period-match.js'
import type { Reader } from './reader.js'
import { turnAt } from './turn.js'
import { isCounted, SPECIAL_YEARS, yearAt } from './year.js'

export function around(unit: TimeUnit, by: number, ctx: Context): Reading {
  if (ctx.anchor === undefined) return open(by < 0 ? 'PAST_REF' : by > 0 ? 'FUTURE_REF' : 'PRESENT_REF')
  if (unit === 'hour' || unit === 'minute')
    return { ...reading(shifted(ctx.anchor.local, unit, by, ctx)), kind: 'datetime' }
  return reading(periodAround(unit, ctx.anchor.day, by, ctx))
}

/** «العام التالي», «اليوم السابق» in a story count from its events, not from the day of the paper. */
export const isNarrated = (r: Reader, i: number): boolean =>
  ['التالي', 'التاليه', 'السابق', 'السابقه'].includes(r.at(i).key)

/** A step from an event that the text tells of. */
export function narrated(unit: TimeUnit, by: number): Reading {
  const duration = durationText({ amounts: [{ unit, count: Math.abs(by) }] })
  const more = { duration, direction: by < 0 ? ('before' as const) : ('after' as const) }
  return { kind: 'relative_event', value: by < 0 ? 'PAST_REF' : 'FUTURE_REF', certainty: 'unanchored', more }
}

const PERIOD_UNITS: readonly TimeUnit[] = ['minute', 'hour', 'week', 'month', 'year', 'decade', 'century']

const OFFICES =
  /^[وفبل]?(?:ال|لل)(?:امين|مدير|نائب|نايب|مدعي|مفتي|قائد|قايد|مراقب|سكرتير|حاكم|مفتش|محامي|منسق|مشرف|مقرر|مستشار|متحدث|ناطق|رئيس|ريس|مفوض)$/

const isYearFigure = (r: Reader, i: number): boolean =>
  r.isDigits(i) && !r.at(i).line && /^(?:19|20)\d\d$/.test(r.at(i).key) && !r.isSign(i + 1, '%٪.,٫/-')

const HOLY = /^ال(?:كريم|مبارك|فضيل|معظم)$/

const BEFORE_DECADE: ReadonlySet<string> = new Set('في خلال منذ بدايه نهايه منتصف مطلع طوال'.split(' '))

/** الأسبوع الماضي، هذا العام، العام قبل الماضي، السنة الهجرية القادمة. */
export function unitTurnAt(r: Reader, i: number): PeriodMatch | undefined {
  let j = i
  const isThis = r.f(j) === 'this' && r.plain(j)
  if (isThis) j++
  const { lexeme, article, proclitic } = r.at(j).word
  const unit = lexeme.unit
  if (unit === undefined || unit.count !== 1 || !PERIOD_UNITS.includes(unit.unit)) return undefined
  if (!article || (j > i && proclitic !== '') || (r.at(j).line && j > i)) return undefined
  // «الأمين العام السابق»: an office
  if (
    !isThis &&
    OFFICES.test(r.at(i - 1).key) &&
    !r.at(i).line &&
    r.stem(i) === 'عام' &&
    /^(?:السابق|الحالي)$/.test(r.at(j + 1).key)
  )
    return undefined
  // «للموافقة على هذا العقد»: a contract
  if (isThis && unit.unit === 'decade' && !BEFORE_DECADE.has(r.at(i - 1).key)) return undefined
  const isHijri = r.f(j + 1) === 'hijri' && r.at(j + 1).word.article && unit.unit === 'year'
  const turn = turnAt(r, isHijri ? j + 2 : j + 1)
  if (turn === undefined && !isThis && !(r.f(j + 1) === 'this' && ['هذا', 'هذه'].includes(r.at(j + 1).key)))
    return undefined
  // «هذا العام المالي»: twelve months of its own
  const isSpecial = isThis && unit.unit === 'year' && SPECIAL_YEARS.has(r.at(j + 1).key) && !r.at(j + 1).line
  // «هذا الشهر الكريم»: the month of fasting
  const isHoly = isThis && unit.unit === 'month' && HOLY.test(r.at(j + 1).key) && !r.at(j + 1).line
  if (isSpecial || isHoly) {
    const resolve = (): Reading => ({ kind: 'vague', value: 'PRESENT_REF', certainty: 'vague' })
    return { from: i, to: j + 2, rule: 'period.turn', weak: false, resolve }
  }
  // «لهذا العام 2015»
  if (isThis && turn === undefined && unit.unit === 'year' && isYearFigure(r, j + 1)) {
    const year = Number(r.at(j + 1).key)
    return { from: i, to: j + 2, rule: 'period.year', weak: false, resolve: () => reading(yearPeriod(year)) }
  }
  // «العام السابق 2014»: the figure says which
  if (turn !== undefined && unit.unit === 'year' && isYearFigure(r, turn.to) && !isCounted(r, turn.to + 1)) {
    const year = Number(r.at(turn.to).key)
    const to = r.is(turn.to + 1, 'م') && r.touches(turn.to + 1) ? turn.to + 2 : turn.to + 1
    return { from: i, to, rule: 'period.year', weak: false, resolve: () => reading(yearPeriod(year)) }
  }
  // «مطلع العام القادم 1437هـ»
  const lunar = turn !== undefined && unit.unit === 'year' ? yearAt(r, turn.to, true) : undefined
  if (lunar?.year !== undefined && lunar.calendar === 'hijri') {
    const date: DateParts = { calendar: 'hijri', year: lunar.year }
    return { from: i, to: lunar.to, rule: 'period.year', weak: false, resolve: (ctx) => resolveMoment({ date }, ctx) }
  }
  const to = turn?.to ?? (isThis ? j + 1 : j + 2)
  const by = turn?.turn ?? 0
  if (isHijri) {
    return {
      from: i,
      to,
      rule: 'period.hijri-year',
      weak: false,
      resolve(ctx) {
        if (ctx.anchor === undefined) return open('PAST_REF')
        const { year } = hijriDateOf(ctx.anchor.day)
        const from = hijriDay(year + by, 1, 1) ?? 0
        const end = hijriDay(year + by + 1, 1, 1) ?? 0
        const value = `${dateText(from)}/${dateText(end - 1)}`
        return {
          kind: 'date',
          value,
          grain: 'year',
          from: from * DAY,
          to: end * DAY,
          certainty: 'observational',
          more: { calendar: 'hijri', hijri: String(year + by) },
        }
      },
    }
  }
  // «القرن الأخير» and «الشهر الأخير» run up to now or are ranks of something else
  if (r.is(to - 1, 'الاخير') || r.is(to - 1, 'الاخيره')) return undefined
  const isNarrative = isNarrated(r, to - 1)
  return {
    from: i,
    to,
    rule: 'period.turn',
    weak: false,
    resolve: (ctx) =>
      isNarrative && ctx.direction.way === 'past' ? narrated(unit.unit, by) : around(unit.unit, by, ctx),
  }
}
