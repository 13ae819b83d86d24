import { yearText } from '../resolve/iso.js'
import { resolveMoment } from '../resolve/moment.js'
import { yearPeriod } from '../resolve/period.js'
import type { Reading } from '../resolve/reading.js'
import { numberAt } from './number.js'
import { type PeriodMatch, reading } from './period-match.js'
import type { Reader } from './reader.js'
import { beforeChristAt, yearAt } from './year.js'

/** عام 2020، سنة ألفين وعشرين، العام 2011; a bare 2005 is weak. */
export function yearOnlyAt(r: Reader, i: number): PeriodMatch | undefined {
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
