import type { Calendar } from '../lex/lexeme.js'
import { numberAt } from './number.js'
import type { Reader } from './reader.js'
import { turnAt } from './turn.js'

/** م، هـ، هـ.ش, ميلادي and their brackets after a year. */
export function eraAt(r: Reader, i: number): { calendar: Calendar; to: number } | undefined {
  let j = i
  const bracket = r.isSign(j, '(')
  if (bracket) j++
  const key = r.at(j).key
  let found: { calendar: Calendar; to: number } | undefined
  if (r.f(j) === 'hijri' && r.plain(j)) {
    const dot = r.isSign(j + 1, '.') ? j + 2 : j + 1
    if (r.is(dot, 'ش') || r.f(dot) === 'solar') found = { calendar: 'jalali', to: dot + 1 }
    else if (r.is(dot, 'ق') || r.is(dot, 'قمري')) found = { calendar: 'hijri', to: dot + 1 }
    else found = { calendar: 'hijri', to: j + 1 }
  } else if (r.f(j) === 'gregorian') found = { calendar: 'gregorian', to: j + 1 }
  else if (key === 'م' && r.isDigits(j - 1) && !isClockBefore(r, j)) found = { calendar: 'gregorian', to: j + 1 }
  else if (key === 'ه' && r.isDigits(j - 1) && !r.isDigits(j + 1)) found = { calendar: 'hijri', to: j + 1 }
  else if (r.f(j) === 'solar' && r.isWord(j)) found = { calendar: 'jalali', to: j + 1 }
  if (found && bracket) return r.isSign(found.to, ')') ? { ...found, to: found.to + 1 } : undefined
  return found
}

/** «قبل الميلاد», «ق.م», «(ق م)»: where a year before the common era ends, or undefined. */
export function beforeChristAt(r: Reader, i: number): number | undefined {
  if (r.at(i).line) return undefined
  if (r.f(i) === 'before' && r.plain(i)) {
    const isBirth = r.is(i + 1, 'الميلاد') || (r.is(i + 1, 'ميلاد') && r.is(i + 2, 'المسيح'))
    return isBirth ? (r.is(i + 1, 'الميلاد') ? i + 2 : i + 3) : undefined
  }
  let j = i
  const bracket = r.isSign(j, '(')
  if (bracket) j++
  if (!r.is(j, 'ق')) return r.is(j, 'قم') && bracket && r.isSign(j + 1, ')') ? j + 2 : undefined
  j++
  if (r.isSign(j, '.')) j++
  if (!r.is(j, 'م')) return undefined
  j++
  if (r.isSign(j, '.') && r.touches(j) && (bracket || r.at(j + 1).kind !== 'word' || !r.touches(j + 1))) {
    const isLast = r.isSign(j + 1, ')') || !r.isSign(j - 2, '.')
    if (isLast) j++
  }
  return bracket ? (r.isSign(j, ')') ? j + 1 : undefined) : j
}

const isClockBefore = (r: Reader, i: number): boolean => r.isSign(i - 2, ':') && r.touches(i - 1)

interface YearMatch {
  readonly to: number
  readonly calendar?: Calendar | undefined
  readonly year?: number | undefined
  readonly yearTurn?: number | undefined
  readonly yearly?: boolean
}

/** A year after a month: ، 2020 · عام 2018 · من العام الماضي · ألفين وعشرين. */
export function yearAfterMonth(r: Reader, i: number): YearMatch | undefined {
  let j = i
  // «25 يناير (2011)»
  const inner =
    r.isSign(j, '(') && r.at(j + 1).key.length === 4 && r.isSign(j + 2, ')') ? yearAt(r, j + 1, true) : undefined
  if (inner?.year !== undefined) return { ...inner, to: j + 3 }
  const isApart = r.isSign(j, '/') && r.isDigits(j + 1) && r.at(j + 1).key.length === 4 && r.isSign(j - 2, '/')
  if (isApart || r.isSign(j, ',،') || (r.isSign(j, '/-–.') && r.touches(j) && r.touches(j + 1))) j++
  if (r.at(j).line && !r.at(i).line) return undefined
  if (r.at(j).line) return undefined
  if (r.f(j) === 'from' || r.f(j) === 'in') j++
  return sameYearAt(r, j) ?? yearAt(r, j, true)
}

const MAX_BACK_TO_YEAR = 40

/** «ديسمبر (كانون الأول) 2006» */
const isAfterTwin = (r: Reader, i: number): boolean =>
  r.isSign(i - 1, ')') && (r.lexeme(i - 2).month !== undefined || r.lexeme(i - 3).monthHead !== undefined)

/** «مارس من العام نفسه», «15 يناير من ذلك العام»: the year that was named last. */
function sameYearAt(r: Reader, i: number): YearMatch | undefined {
  const isNamed = (at: number): boolean => /^ال(?:عام|سنه)$/.test(r.at(at).key)
  const isAfter = isNamed(i) && /^(?:نفس|ذات)(?:ه|ها)$/.test(r.at(i + 1).key)
  const isBefore = /^(?:نفس|ذات|ذلك|تلك)$/.test(r.at(i).key) && isNamed(i + 1)
  if (!isAfter && !isBefore) return undefined
  for (let j = i - 1; j >= 0 && i - j <= MAX_BACK_TO_YEAR; j--) {
    if (!r.isDigits(j) || !/^(?:19|20)\d\d$/.test(r.at(j).key) || r.at(j).line) continue
    if (/^[وفبل]?(?:ال)?(?:عام|سنه)$/.test(r.at(j - 1).key) || r.lexeme(j - 1).month !== undefined || isAfterTwin(r, j))
      return { to: i + 2, year: Number(r.at(j).key) }
  }
  return undefined
}

/** Years that begin on a day of their own: العام الدراسي، السنة المالية. */
export const SPECIAL_YEARS: ReadonlySet<string> = new Set([
  'الدراسي',
  'الدراسيه',
  'المالي',
  'الماليه',
  'الجامعي',
  'الجامعيه',
  'التدريبي',
  'القضائي',
])

/** A year in figures or words, with or without «عام»; `near` allows a bare figure. */
export function yearAt(r: Reader, i: number, near: boolean): YearMatch | undefined {
  let j = i
  const token = r.at(j)
  const said = r.f(j) === 'yearword' || token.word.stem === 'عام' || token.word.stem === 'سنه'
  if (r.f(j) === 'every' && near && ['عام', 'سنه'].includes(r.stem(j + 1))) return { to: j + 2, yearly: true }
  if (r.f(j) === 'this' && ['عام', 'سنه'].includes(r.stem(j + 1)) && near) {
    // «أبريل لهذا العام 2015»
    const isStated = r.isDigits(j + 2) && !r.at(j + 2).line && /^(?:19|20)\d\d$/.test(r.at(j + 2).key)
    return isStated ? { to: j + 3, year: Number(r.at(j + 2).key) } : { to: j + 2, yearTurn: 0 }
  }
  if (said && token.word.article && near) {
    const turn = turnAt(r, j + 1)
    // «صيف العام الحالي 2015»
    const isStated = turn !== undefined && r.isDigits(turn.to) && /^(?:19|20)\d\d$/.test(r.at(turn.to).key)
    if (isStated && !r.at(turn.to).line && !isCounted(r, turn.to + 1))
      return { to: turn.to + 1, year: Number(r.at(turn.to).key) }
    if (turn !== undefined) return { to: turn.to, yearTurn: turn.turn }
  }
  if (said) j++
  // «عام "1963"»
  if (said && r.isSign(j, '"«“') && /^(?:1[89]|20)\d\d$/.test(r.at(j + 1).key) && r.isSign(j + 2, '"»”'))
    return { to: j + 3, year: Number(r.at(j + 1).key) }
  // «العام المالي 2013»
  if (said && token.word.article && SPECIAL_YEARS.has(r.at(j).key) && r.isDigits(j + 1) && !r.isSign(j + 2, '-–/')) j++
  // a line begins with a year only where it heads an entry of a chronicle: «1960 - …»
  const isEntry = j === i && !near && r.isSign(j + 1, ':-–—')
  if (r.at(j).line && !isEntry) return undefined
  if (r.isDigits(j)) {
    const figure = r.at(j).key
    const year = Number(figure)
    const isDecimal = r.isSign(j + 1, '.,٫٬:/') && r.touches(j + 1) && r.isDigits(j + 2) && r.touches(j + 2)
    if (isDecimal || r.isSign(j + 1, '%٪')) return undefined
    const era = eraAt(r, j + 1)
    if (figure.length === 4 && year >= 1000 && year <= 2999) {
      return { to: era?.to ?? j + 1, year, calendar: era?.calendar }
    }
    if (era && era.calendar !== 'gregorian' && figure.length <= 4) return { to: era.to, year, calendar: era.calendar }
    if (said && era?.calendar === 'gregorian' && r.f(j + 1) === 'gregorian')
      return { to: era.to, year, calendar: 'gregorian' }
    if (said && figure.length === 2 && year >= 20 && !r.lexeme(j + 1).card) return { to: j + 1, year: 1900 + year }
    if (said && figure.length === 3 && near === false) return { to: j + 1, year }
    return undefined
  }
  if (r.isWord(j) && (r.plain(j) || said)) {
    const number = numberAt(r, j)
    const isYear = number && Number.isInteger(number.value) && number.value >= 1000 && number.value <= 2100
    // «عام اثنين وتسعين»
    const isShort = number?.words && said && number.scale === 1 && number.value > 20 && number.value < 100
    if (isShort && r.lexeme(number.to).unit === undefined && !r.at(j).word.article)
      return { to: number.to, year: 1900 + number.value }
    if (isYear && number.words && (said || near) && number.scale === 1000) {
      const era = eraAt(r, number.to)
      return { to: era?.to ?? number.to, year: number.value, calendar: era?.calendar }
    }
  }
  return undefined
}

/** «في رمضان 2000 مصل»: so many of what stands there. */
export function isCounted(r: Reader, i: number): boolean {
  const { noun, unit, measure, currency, card } = r.lexeme(i)
  return !r.at(i).line && [noun, unit, measure, currency, card].some((known) => known !== undefined)
}
