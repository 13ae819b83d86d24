import { civilDate } from '../calendar/gregorian.js'
import { hijriDateOf, hijriDay } from '../calendar/lunar.js'
import type { TimeUnit } from '../lex/lexeme.js'
import { DIGITS, EDGE, FRACTION, LATIN, MONTH, PARTICLE, SEASON, THIS, UNIT } from '../lex/starts.js'
import { DAY, dateText, yearText } from '../resolve/iso.js'
import { resolveMoment } from '../resolve/moment.js'
import { decadePeriod, monthPeriod, periodAround, shifted, yearPart, yearPeriod } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { beforeChristAt, type DateMatch, type DateParts, dateAt, SPECIAL_YEARS, turnAt, yearAt } from './date.js'
import { durationText } from './duration.js'
import { centuryAt, civilDayOfMonth, decadeAt, seasonAt } from './named-period.js'
import { afterAnd, numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import { open, type PeriodMatch, reading } from './period-match.js'
import type { Reader } from './reader.js'

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

function around(unit: TimeUnit, by: number, ctx: Context): Reading {
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

/** What a figure counts: «العام الماضي 2000 شخص». */
function isCountAfter(r: Reader, i: number): boolean {
  const { noun, unit, measure, currency, card } = r.lexeme(i)
  return !r.at(i).line && [noun, unit, measure, currency, card].some((known) => known !== undefined)
}

const BEFORE_DECADE: ReadonlySet<string> = new Set('في خلال منذ بدايه نهايه منتصف مطلع طوال'.split(' '))

/** الأسبوع الماضي، هذا العام، العام قبل الماضي، السنة الهجرية القادمة. */
function unitTurnAt(r: Reader, i: number): PeriodMatch | undefined {
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
  if (turn !== undefined && unit.unit === 'year' && isYearFigure(r, turn.to) && !isCountAfter(r, turn.to + 1)) {
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
function monthAt(r: Reader, i: number): PeriodMatch | undefined {
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
function monthFigureAt(r: Reader, i: number): PeriodMatch | undefined {
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

/** عام 2020، سنة ألفين وعشرين، العام 2011; a bare 2005 is weak. */
function yearOnlyAt(r: Reader, i: number): PeriodMatch | undefined {
  const said = r.lexeme(i).unit?.unit === 'year' && r.lexeme(i).unit?.count === 1
  if (r.isDigits(i)) {
    if (r.touches(i) && r.isSign(i - 1, '.,:/-–٫٬$€#+')) return undefined
    if (r.isSign(i + 1, '.,:٫٬') && r.touches(i + 1) && r.isDigits(i + 2) && r.touches(i + 2)) return undefined
  }
  if (said && r.is(i - 1, 'كل')) return undefined
  const ancient = ancientYearAt(r, i, said)
  if (ancient !== undefined) return ancient
  if (isYearOfWar(r, i)) {
    const year = 1900 + Number(r.at(i).key)
    return { from: i, to: i + 1, rule: 'period.year', weak: false, resolve: () => reading(yearPeriod(year)) }
  }
  const year = said ? yearAt(r, i, false) : r.isDigits(i) ? yearAt(r, i, false) : undefined
  if (year?.year === undefined) return undefined
  const value = year.year
  const calendar = year.calendar ?? (said && value >= 1300 && value <= 1500 ? 'hijri' : 'gregorian')
  const twin = calendar === 'hijri' ? twinYearAt(r, year.to, value) : undefined
  if (twin !== undefined) {
    const more = { calendar: 'hijri' as const, hijri: String(value) }
    return {
      from: i,
      to: twin.to,
      rule: 'period.year',
      weak: false,
      resolve: () => ({ ...reading(yearPeriod(twin.year)), more }),
    }
  }
  return {
    from: i,
    to: year.to,
    rule: 'period.year',
    weak: !said && year.calendar === undefined,
    resolve: (ctx) =>
      calendar === 'gregorian' ? reading(yearPeriod(value)) : resolveMoment({ date: { calendar, year: value } }, ctx),
  }
}

/** «654 هـ / 1256 م», «1436هـ (2015م)»: the same year by the Gregorian count, which wins. */
function twinYearAt(r: Reader, i: number, hijri: number): { readonly year: number; readonly to: number } | undefined {
  if (r.at(i).line) return undefined
  const bracket = r.isSign(i, '(')
  if (!r.isSign(i, '/(') && r.f(i) !== 'corresponding') return undefined
  if (!r.isDigits(i + 1) || r.at(i + 1).line) return undefined
  const year = Number(r.at(i + 1).key)
  const isEra = r.f(i + 2) === 'gregorian' || r.is(i + 2, 'م')
  // a lunar year is 354.37 days long, and the first began in 622
  if (!isEra || Math.abs(year - (622 + hijri * 0.9702)) > 1.5) return undefined
  return bracket ? (r.isSign(i + 3, ')') ? { year, to: i + 4 } : undefined) : { year, to: i + 3 }
}

const CUPS = /^[وبل]*(?:ال)?(?:مونديال|اولمبياد|يورو)$/
const YEARS_OF_WAR: ReadonlySet<string> = new Set(['48', '56', '67', '73'])
const KNOWN_BY_YEAR: ReadonlySet<string> = new Set(
  'حرب نكسه نكبه هزيمه عدوان حدود عرب اراضي فلسطيني فلسطينيي فلسطينيو داخل مناطق احتلال'.split(' '),
)

/** «حدود 67», «عرب الـ48», «حرب 73»: a war known by the end of its year, where nothing is counted after it. */
export function isYearOfWar(r: Reader, i: number): boolean {
  if (!r.isDigits(i) || i === 0 || r.at(i).line) return false
  // «مونديال 98»
  const isCup = /^[5-9]\d$/.test(r.at(i).key) && CUPS.test(r.at(i - 1).key) && !r.touches(i)
  const head = r.is(i - 1, 'ال') ? i - 2 : i - 1
  const isWar = YEARS_OF_WAR.has(r.at(i).key) && head >= 0 && KNOWN_BY_YEAR.has(r.stem(head))
  if (!isCup && (!isWar || (r.touches(i) && head === i - 1))) return false
  const { unit, noun, measure, currency, card } = r.lexeme(i + 1)
  const isCounted = [unit, noun, measure, currency, card].some((known) => known !== undefined) && !r.at(i + 1).line
  return !isCounted && !r.isSign(i + 1, '%٪') && !(r.touches(i + 1) && r.isDigits(i + 2))
}

/** «عام 539 قبل الميلاد», «3000 ق.م»: TIMEX3 writes BC before the year; such years are not laid out in days. */
function ancientYearAt(r: Reader, i: number, said: boolean): PeriodMatch | undefined {
  const year = said || r.isDigits(i) ? numberAt(r, said ? i + 1 : i) : undefined
  if (year === undefined || !Number.isInteger(year.value) || year.value < 1 || year.value > 9999) return undefined
  const to = beforeChristAt(r, year.to)
  if (to === undefined) return undefined
  const value = `BC${yearText(year.value)}`
  const resolve = (): Reading => ({ kind: 'date', value, grain: 'year', certainty: 'exact' })
  return { from: i, to, rule: 'period.year', weak: false, resolve }
}

/** النصف الأول من 2023، الربع الأخير من العام الماضي، الثلث الأول من. */
function partOfYearAt(r: Reader, i: number): PeriodMatch | undefined {
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
function firstUnitsAt(r: Reader, i: number): PeriodMatch | undefined {
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
