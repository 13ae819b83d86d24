import { civilDate } from '../calendar/gregorian.js'
import { hijriDay } from '../calendar/lunar.js'
import { DAY, dateText, pad, yearText } from '../resolve/iso.js'
import { centuryPeriod, decadePeriod } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { ordinalAt } from './ordinal.js'
import { open, type PeriodMatch, reading } from './period-match.js'
import type { Reader } from './reader.js'
import { turnAt } from './turn.js'
import { beforeChristAt, yearAt } from './year.js'

export const civilDayOfMonth = (year: number, month: number): number => Math.floor(Date.UTC(year, month - 1, 1) / DAY)

const AGED =
  /^(?:رجل|رجلا|رجال|امراه|نساء|سيده|سيدات|شاب|شابا|شابه|شبان|شباب|مواطن|مواطنا|مواطنين|شخص|شخصا|اشخاص|عجوز|مسن|مسنه|ا?عمار|عمر)(?:ه|ها|هم|هن|هما)?$/

/** التسعينيات، ثمانينيات القرن الماضي. */
export function decadeAt(r: Reader, i: number): PeriodMatch | undefined {
  const { lexeme, article } = r.at(i).word
  const tens = lexeme.decade
  if (tens === undefined) return undefined
  let to = i + 1
  let century: PeriodMatch | undefined
  const at = r.f(to) === 'from' || r.f(to) === 'in' ? to + 1 : to
  // «في الخمسينيات من عمره» is an age
  if (/^(?:ال)?(?:عمر|سن)(?:ه|ها|هم|هن|ي)?$/.test(r.at(at).key)) return undefined
  // «امرأة في التسعينيات», «أعمارهم في العشرينيات»
  if (article && r.f(i - 1) === 'in' && !r.at(i).line && AGED.test(r.at(i - 2).key)) return undefined
  if (r.stem(at) === 'قرن' && r.at(at).word.article && !r.at(at).line) {
    century = centuryAt(r, at)
    if (century === undefined) return undefined
    to = century.to
  } else if (!article || r.f(to) === 'hijri') return undefined
  return {
    from: i,
    to,
    rule: 'period.decade',
    weak: false,
    resolve(ctx) {
      const outer = century?.resolve(ctx)
      if (outer !== undefined) {
        if (typeof outer.from !== 'number') return open(`XX${tens / 10}`)
        return reading(decadePeriod(Math.floor(civilDate(outer.from / DAY).year / 10) + tens / 10))
      }
      // «العشرينيات» without a century may be the last or this one
      const now = ctx.anchor === undefined ? undefined : civilDate(ctx.anchor.day).year
      if (tens >= 30) return reading(decadePeriod(190 + tens / 10))
      return now === undefined
        ? reading(decadePeriod(192))
        : { ...reading(decadePeriod(now >= 2030 ? 202 : 192)), certainty: 'ambiguous' }
    },
  }
}

/** القرن التاسع عشر، القرن الماضي، القرن الـ21. */
export function centuryAt(r: Reader, i: number): PeriodMatch | undefined {
  if (r.stem(i) !== 'قرن' || !r.at(i).word.article) return undefined
  const rank = ordinalAt(r, i + 1)
  if (rank?.article && rank.value <= 21) {
    const ancient = beforeChristAt(r, rank.to)
    if (ancient !== undefined) {
      const value = `BC${pad(rank.value - 1)}`
      const resolve = (): Reading => ({ kind: 'date', value, grain: 'century', certainty: 'exact' })
      return { from: i, to: ancient, rule: 'period.century', weak: false, resolve }
    }
    const isHijri = r.f(rank.to) === 'hijri'
    let { to } = rank
    if (isHijri || ['الميلادي', 'الميلاديه'].includes(r.at(to).key)) to++
    if (isHijri) {
      const from = hijriDay((rank.value - 1) * 100 + 1, 1, 1)
      const end = hijriDay(rank.value * 100 + 1, 1, 1)
      if (from === undefined || end === undefined) return undefined
      const value = `${dateText(from)}/${dateText(end - 1)}`
      return {
        from: i,
        to,
        rule: 'period.century',
        weak: false,
        resolve: () => ({
          kind: 'date',
          value,
          grain: 'century',
          from: from * DAY,
          to: end * DAY,
          certainty: 'exact',
          more: { calendar: 'hijri' },
        }),
      }
    }
    return { from: i, to, rule: 'period.century', weak: false, resolve: () => reading(centuryPeriod(rank.value - 1)) }
  }
  const turn = turnAt(r, i + 1)
  if (turn === undefined || r.is(i + 1, 'الاخير')) return undefined
  return {
    from: i,
    to: turn.to,
    rule: 'period.century',
    weak: false,
    // «القرن الماضي» is the twentieth whatever the year
    resolve: (ctx) =>
      reading(
        centuryPeriod((ctx.anchor === undefined ? 20 : Math.floor(civilDate(ctx.anchor.day).year / 100)) + turn.turn),
      ),
  }
}

const SEASON_MONTH = { SP: 3, SU: 6, AU: 9, WI: 12 } as const

/** صيف 2016، الصيف الماضي، شتاء العام الماضي. */
export function seasonAt(r: Reader, i: number): PeriodMatch | undefined {
  const { lexeme, article } = r.at(i).word
  const { season } = lexeme
  if (season === undefined) return undefined
  const make = (to: number, yearOf: (ctx: Context) => number | undefined): PeriodMatch => ({
    from: i,
    to,
    rule: 'period.season',
    weak: false,
    resolve(ctx) {
      const year = yearOf(ctx)
      if (year === undefined) return open(`XXXX-${season}`)
      const from = civilDayOfMonth(year, SEASON_MONTH[season]) * DAY
      const end = civilDayOfMonth(year, SEASON_MONTH[season] + 3) * DAY
      return { kind: 'date', value: `${yearText(year)}-${season}`, grain: 'quarter', from, to: end, certainty: 'exact' }
    },
  })
  if (!article) {
    const j = r.f(i + 1) === 'from' ? i + 2 : i + 1
    const year = yearAt(r, j, true)
    if (year?.year !== undefined) return make(year.to, () => year.year)
    if (year?.yearTurn !== undefined) {
      const turn = year.yearTurn
      return make(year.to, (ctx) => (ctx.anchor === undefined ? undefined : civilDate(ctx.anchor.day).year + turn))
    }
    return undefined
  }
  const turn = turnAt(r, i + 1)
  if (turn === undefined) return undefined
  return make(turn.to, (ctx) => {
    if (ctx.anchor === undefined) return undefined
    const now = civilDate(ctx.anchor.day)
    const start = SEASON_MONTH[season]
    if (turn.turn === 0) return now.year
    if (turn.turn < 0) return (now.month >= start + 3 ? now.year : now.year - 1) + turn.turn + 1
    return (now.month < start ? now.year : now.year + 1) + turn.turn - 1
  })
}
