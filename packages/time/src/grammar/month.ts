import type { Calendar } from '../lex/lexeme.js'
import { numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import type { Match, Reader } from './reader.js'

export interface MonthMatch extends Match {
  readonly calendar: Calendar
  readonly month: number
  /** The name is also a common word and stands alone, without «شهر» or a second name. */
  readonly weak: boolean
  /** «شهر» or a pair says that it is a month. */
  readonly named: boolean
  /** «الشهر السادس»: the sixth of the year, or of something else that has months. */
  readonly ranked?: boolean
}

const HONOURS = ['المبارك', 'الحرام', 'المعظم', 'الفضيل', 'الكريم', 'المكرم', 'الخير']

/** A month name, one or two words long, with its pair in another system if one follows: تشرين الثاني/نوفمبر. */
export function monthAt(r: Reader, i: number): MonthMatch | undefined {
  const first = singleAt(r, i)
  if (first === undefined) return undefined
  let found = first
  for (let pairs = 0; pairs < 2; pairs++) {
    const other = pairAfter(r, found)
    if (other === undefined) break
    found = other
  }
  return found
}

function pairAfter(r: Reader, first: MonthMatch): MonthMatch | undefined {
  let j = first.to
  const isParenthesis = r.isSign(j, '([«"“')
  if (r.isSign(j, '/-–—ـ\\|([«"“') || r.is(j, 'أو')) j++
  if (r.at(j).line) return undefined
  const other = singleAt(r, j)
  if (other === undefined || other.calendar !== first.calendar || other.month !== first.month) return undefined
  if (!r.plain(j)) return undefined
  const to = isParenthesis && r.isSign(other.to, ')]»"”') ? other.to + 1 : other.to
  return { ...first, to, weak: false, named: true }
}

function singleAt(r: Reader, i: number): MonthMatch | undefined {
  const { lexeme } = r.at(i).word
  if (lexeme.month !== undefined) {
    const { calendar, month, weak } = lexeme.month
    // «3 - صفر يوم السبت», «صفر - 1»: a result
    if (r.stem(i) === 'صفر' && isNil(r, i)) return undefined
    if (r.at(i).word.article && r.stem(i) !== 'محرم') return undefined
    // «دي مايو» is a man, «ما يوليه الملك» a verb
    if (!r.at(i).line && r.stem(i) === 'مايو' && /^[وفبل]?دي$/.test(r.at(i - 1).key)) return undefined
    if (!r.at(i).line && r.stem(i) === 'يوليه' && /^[وفبلم]?(?:ما|الذي|التي)$/.test(r.at(i - 1).key)) return undefined
    // «أب» the father is no «آب», save between a day and a year
    const isFather = r.stem(i) === 'اب' && r.text.charAt(r.startOf(i)) !== 'آ'
    if (isFather && !r.isDigits(i - 1) && !(r.isDigits(i + 1) && r.at(i + 1).key.length === 4)) return undefined
    const to = calendar === 'hijri' && HONOURS.includes(r.at(i + 1).key) ? i + 2 : i + 1
    return { from: i, to, calendar, month, weak: weak && to === i + 1, named: to > i + 1 }
  }
  if (lexeme.monthHead === undefined || r.at(i).word.article) return undefined
  const next = r.at(i + 1)
  if (next.line || (next.kind === 'word' && next.word.proclitic !== '')) return undefined
  const rank =
    next.kind === 'digits' ? Number(next.key) : (next.word.lexeme.ordinal ?? (isOther(next.key) ? 2 : undefined))
  const make = (calendar: Calendar, month: number): MonthMatch => {
    const to = calendar === 'hijri' && HONOURS.includes(r.at(i + 2).key) ? i + 3 : i + 2
    return { from: i, to, calendar, month, weak: false, named: true }
  }
  if (lexeme.monthHead === 'dhu') {
    const month = next.word.lexeme.monthTail
    return month === undefined ? undefined : make('hijri', month)
  }
  if (rank !== 1 && rank !== 2) return undefined
  // «ربيع 2»: a digit for the second is only written in the Levantine names
  if (lexeme.monthHead === 'tishrin') return make('gregorian', 9 + rank)
  if (lexeme.monthHead === 'kanun') return make('gregorian', rank === 1 ? 12 : 1)
  if (next.kind === 'digits') return undefined
  return make('hijri', lexeme.monthHead === 'rabi' ? 2 + rank : 4 + rank)
}

const isNil = (r: Reader, i: number): boolean =>
  // «صفر-صفر»
  (r.isSign(i - 1, '-–/ـ') && r.stem(i - 2) === 'صفر') ||
  (r.isSign(i + 1, '-–/ـ') && r.stem(i + 2) === 'صفر') ||
  (r.isSign(i - 1, '-–/ـ') && r.isDigits(i - 2) && !(r.isSign(i + 1, '-–/') && r.isDigits(i + 2))) ||
  (r.isSign(i + 1, '-–/ـ') && r.isDigits(i + 2) && r.at(i + 2).key.length <= 2)

const isOther = (key: string): boolean => ['الاخر', 'الاخره', 'اخر', 'الاخري', 'اخره', 'تاني', 'التاني'].includes(key)

/** «شهر» with a name, a figure or a rank: شهر آب، شهر 11، الشهر التاسع. */
export function namedMonthAt(r: Reader, i: number): MonthMatch | undefined {
  const plain = monthAt(r, i)
  if (plain !== undefined) return plain
  if (r.stem(i) !== 'شهر' || r.at(i + 1).line) return undefined
  if (r.at(i).word.article) {
    const rank = ordinalAt(r, i + 1)
    // «للشهر الخامس على التوالي» counts months
    if (r.is(rank?.to ?? i, 'علي') && r.is((rank?.to ?? i) + 1, 'التوالي')) return undefined
    if (rank?.article && rank.value <= 12 && !rank.digits) return { ...bare(i, rank.to, rank.value), ranked: true }
    return undefined
  }
  const name = r.plain(i + 1) ? monthAt(r, i + 1) : undefined
  if (name !== undefined) return { ...name, from: i, weak: false, named: true }
  const figure = r.plain(i + 1) ? numberAt(r, i + 1) : undefined
  // «شهر واحد» is a length
  const isOne = figure?.words === true && figure.value === 1
  if (figure && !isOne && Number.isInteger(figure.value) && figure.value >= 1 && figure.value <= 12) {
    return bare(i, figure.to, figure.value)
  }
  return undefined
}

const bare = (from: number, to: number, month: number): MonthMatch => ({
  from,
  to,
  calendar: 'gregorian',
  month,
  weak: false,
  named: true,
})
