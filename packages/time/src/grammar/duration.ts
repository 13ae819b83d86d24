import type { TimeUnit } from '../lex/lexeme.js'
import { afterAnd, fractionAfter, isPluralFraction, type NumberMatch, numberAt } from './number.js'
import type { Match, Reader } from './reader.js'

export interface Amount {
  readonly unit: TimeUnit
  readonly count: number
}

export interface DurationMatch extends Match {
  /** In the order printed; empty counts are unknown. */
  readonly amounts: readonly Amount[]
  /** أيام، عدة أسابيع: so many, not said how many. */
  readonly vague?: TimeUnit
  /** One unit without a figure: «ساعة». */
  readonly single: boolean
  /** A bare plural, which is a duration only after منذ، طوال and their like. */
  readonly barePlural: boolean
}

const LETTER: Readonly<Record<TimeUnit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
}

const isClock = (unit: TimeUnit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour'

/** ISO 8601 duration as TIMEX3 prints it: P18M10D, PT72H, PXD. */
export function durationText(match: Pick<DurationMatch, 'amounts' | 'vague'>): string {
  if (match.vague !== undefined) {
    if (match.vague === 'decade') return 'PXDE'
    if (match.vague === 'century') return 'PXCE'
    return isClock(match.vague) ? `PTX${LETTER[match.vague]}` : `PX${LETTER[match.vague]}`
  }
  let date = ''
  let clock = ''
  for (const { unit, count } of match.amounts) {
    const years = unit === 'decade' ? count * 10 : unit === 'century' ? count * 100 : count
    const text = `${Number.isInteger(years) ? years : Number(years.toFixed(4))}${LETTER[unit]}`
    if (isClock(unit)) clock += text
    else date += text
  }
  return `P${date}${clock === '' ? '' : `T${clock}`}`
}

/** A length of time that begins at token i: ستة أشهر، 18 شهرا و10 أيام، ساعة ونصف، نصف ساعة، عدة أيام. */
export function durationAt(r: Reader, i: number): DurationMatch | undefined {
  const some = someUnitsAt(r, i)
  if (some !== undefined) return some
  const first = amountAt(r, i)
  if (first === undefined) return undefined
  const amounts: Amount[] = [...first.amounts]
  let { to } = first
  let single = first.single
  for (let parts = 0; parts < 6; parts++) {
    let j = to
    if (r.isSign(j, '،,') && !r.at(j + 1).line) j++
    const at = r.isWord(j) || r.isDigits(j) ? (afterAnd(r, j) ?? (j > to ? j : undefined)) : undefined
    const start = at ?? (isCountedUnit(r, to) ? to : undefined)
    const next = start === undefined || r.at(start).line ? undefined : amountAt(r, start)
    if (next === undefined || next.barePlural) break
    const [last] = amounts.slice(-1)
    if (last !== undefined && next.amounts[0] !== undefined && last.unit === next.amounts[0].unit) break
    // «24 ساعة، سبعة أيام» are two lengths: behind a comma comes the smaller unit
    if (
      j > to &&
      last !== undefined &&
      next.amounts[0] &&
      SIZES.indexOf(next.amounts[0].unit) > SIZES.indexOf(last.unit)
    )
      break
    // «يوم وساعة» adds up; «ساعة والسنة» does not
    if (start !== undefined && r.at(start).word.article) break
    if (next.single && single && parts === 0 && !isFragmentOf(r, i, next.to)) break
    if (next.single && r.at(next.to).kind === 'word' && !single) {
      // «5 أيام وشهر رمضان» begins something new
      if (r.lexeme(next.to).month !== undefined || r.lexeme(next.to).monthHead !== undefined) break
    }
    amounts.push(...next.amounts)
    to = next.to
    single = false
  }
  return { from: i, to, amounts, single, barePlural: first.barePlural, ...(first.vague ? { vague: first.vague } : {}) }
}

const SIZES: readonly TimeUnit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'decade', 'century']

const isFragmentOf = (r: Reader, from: number, to: number): boolean => from <= 1 && to >= r.length - 1

function isCountedUnit(r: Reader, i: number): boolean {
  if (!r.plain(i) || r.at(i).line) return false
  const number = numberAt(r, i)
  return number !== undefined && r.lexeme(number.to).unit !== undefined && number.words && r.plain(number.to)
}

function amountAt(r: Reader, i: number): DurationMatch | undefined {
  const make = (to: number, amounts: readonly Amount[], single = false): DurationMatch => ({
    from: i,
    to,
    amounts,
    single,
    barePlural: false,
  })
  const { lexeme, article, proclitic } = r.at(i).word
  // نصف ساعة، ربع قرن، ثلاثة أرباع الساعة
  const threeQuarters = lexeme.card?.part === 'unit' && isPluralFraction(r, i + 1) ? lexeme.card.value : undefined
  const fraction =
    threeQuarters !== undefined
      ? (r.lexeme(i + 1).fraction ?? 0) * threeQuarters
      : lexeme.card === undefined || lexeme.fraction === 1 / 4
        ? lexeme.fraction
        : undefined
  if (fraction !== undefined && !article) {
    const at = threeQuarters === undefined ? i + 1 : i + 2
    const unit = r.lexeme(at).unit
    // «نصف السنة المنصرم» is half of a year that is named
    const isTurned = r.hasArticle(at) && [-1, 1].includes(r.lexeme(at + 1).turn ?? 0) && r.hasArticle(at + 1)
    if (isTurned && unit?.unit === 'year') return undefined
    if (unit?.count === 1 && r.plain(at) && !r.at(at).line) return make(at + 1, [{ unit: unit.unit, count: fraction }])
    return undefined
  }
  const number = numberAt(r, i)
  if (number !== undefined) return counted(r, i, number)
  const unit = lexeme.unit
  if (unit === undefined || proclitic === 'ك') return undefined
  if (unit.count === 2) {
    // «أسبوعي» is a pair only before what it is bound to; else it is the adjective of a week
    if (lexeme.unit !== undefined && r.at(i).key.endsWith('ي') && !isBoundTo(r, i + 1)) return undefined
    // «عامي 2005 و2008» are years, «محمد أبو قرنين» a person
    if (r.isDigits(i + 1) && r.at(i + 1).key.length === 4 && unit.unit === 'year') return undefined
    if (KIN.has(r.at(i - 1).key) && !r.at(i).line) return undefined
    const half = fractionAfter(r, i + 1)
    const count = 2 + (half?.value ?? 0)
    let to = half?.to ?? i + 1
    // «ساعتين ونصف الساعة» repeats its unit
    if (half !== undefined && r.lexeme(to).unit?.unit === unit.unit && r.at(to).word.article && r.plain(to)) to++
    // «عامين اثنين», «يومين كاملين»
    if (r.lexeme(to).card?.value === 2 && r.plain(to) && !r.at(to).word.article) to++
    else if (r.f(to) === 'whole' && !r.at(to).word.article) to++
    return make(to, [{ unit: unit.unit, count }])
  }
  if (unit.count === 1) {
    const half = fractionAfter(r, i + 1)
    if (half !== undefined && unit.unit === 'day' && r.is(half.to, 'اليوم')) {
      return make(half.to + 1, [{ unit: 'day', count: 1 + half.value }])
    }
    if (half !== undefined) {
      // «سنة ونصف السنة» repeats its unit; «شهر ونص اسبوع» begins the next
      const again = r.lexeme(half.to).unit
      if (again === undefined || again.unit === unit.unit) {
        return make(again && r.at(half.to).word.article ? half.to + 1 : half.to, [
          { unit: unit.unit, count: 1 + half.value },
        ])
      }
    }
    let to = i + 1
    if (
      !r.at(to).line &&
      r.plain(to) &&
      !r.at(to).word.article &&
      (r.f(to) === 'whole' || (r.lexeme(to).card?.value === 1 && !r.lexeme(to).card?.bound && r.stem(to) !== 'وحده'))
    )
      to++
    return make(to, [{ unit: unit.unit, count: 1 }], to === i + 1)
  }
  return { from: i, to: i + 1, amounts: [], vague: unit.unit, single: false, barePlural: true }
}

const KIN: ReadonlySet<string> = new Set(['ابو', 'ام', 'ابن', 'بن', 'ال', 'ذو', 'ذي', 'ذا'])

/** What the bound dual «عامي», «يومي» may stand before: a definite noun, a figure, a name of the calendar. */
function isBoundTo(r: Reader, i: number): boolean {
  const { line } = r.at(i)
  if (line || i >= r.length) return false
  const { article, proclitic, lexeme } = r.at(i).word
  if (r.isDigits(i)) return true
  return proclitic === '' && (article || lexeme.month !== undefined || lexeme.weekday !== undefined)
}

function counted(r: Reader, i: number, number: NumberMatch): DurationMatch | undefined {
  let j = number.to
  if (r.at(j).line) return undefined
  const beyond = pairBeyond(r, i, number)
  if (beyond !== undefined) return beyond
  // «في نسخته الـ12 يوم 5 ديسمبر»: the day begins a date
  const isDayOfDate = r.is(j, 'يوم') && (r.lexeme(j + 1).weekday !== undefined || isMonthWord(r, j + 2))
  if (isDayOfDate && number.value > 10 && !r.at(j + 1).line) return undefined
  let count = number.value
  const half = fractionAfter(r, j)
  if (half !== undefined && r.lexeme(half.to).unit !== undefined) {
    count += half.value
    j = half.to
  }
  const unit = r.lexeme(j).unit
  if (unit === undefined || !r.plain(j)) return undefined
  // «28 مليار الأسبوع الماضي»: the week is another expression
  if (r.at(j).word.article && !number.article) return undefined
  if (unit.count === 2) return undefined
  // «3.2 ملايين عام 1990»: the year belongs to the figure after it
  if (
    unit.unit === 'year' &&
    unit.count === 1 &&
    r.isDigits(j + 1) &&
    r.at(j + 1).key.length === 4 &&
    !r.at(j + 1).line
  )
    return undefined
  if (count < 0) return undefined
  // the Thousand and One Nights
  if (r.stem(j) === 'ليله' && r.stem(i) === 'الف') return undefined
  // «3 عقود» may be contracts; only «من الزمن» or a span of years says decades
  if (unit.unit === 'decade' && !isDecade(r, i, j)) return undefined
  let to = j + 1
  const after = fractionAfter(r, to)
  if (after !== undefined) {
    const again = r.lexeme(after.to).unit
    if (again === undefined || again.unit === unit.unit) {
      count += after.value
      to = again && r.at(after.to).word.article ? after.to + 1 : after.to
    }
  }
  if (r.f(to) === 'whole' && !r.at(to).word.article && r.plain(to)) to++
  if (r.f(to) === 'from' && /^الزم(?:ن|ان)$/.test(r.at(to + 1).key) && !r.at(to).line) to += 2
  return { from: i, to, amounts: [{ unit: unit.unit, count }], single: false, barePlural: false }
}

const isMonthWord = (r: Reader, i: number): boolean => {
  const { month, monthHead } = r.lexeme(i)
  return month !== undefined || monthHead !== undefined
}

/** «مئة وعامين», «ألف ويوم»: the units beyond the hundreds are in the noun, a hundred and two. */
function pairBeyond(r: Reader, i: number, { to, words, value }: NumberMatch): DurationMatch | undefined {
  if (!words || value % 100 !== 0 || r.proclitic(to) !== 'و' || r.at(to).word.article) return undefined
  const unit = r.lexeme(to).unit
  if (unit === undefined || unit.count === 'many' || r.isDigits(to + 1) || r.stem(i) === 'الف') return undefined
  if (unit.count === 1 && !/^(?:عام|عاما|سنه|يوم|يوما)$/.test(r.stem(to))) return undefined
  const amounts = [{ unit: unit.unit, count: value + unit.count }]
  return { from: i, to: to + 1, amounts, single: false, barePlural: false }
}

const DECADE_BEFORE = ['منذ', 'قبل', 'خلال', 'بعد', 'مدي', 'مدار', 'من', 'نحو', 'قرابه', 'حوالي', 'طوال', 'طيله', 'عن']

/** «أربعة عقود مضت»: contracts do not go by. */
const PASSED: ReadonlySet<string> = new Set(['مضت', 'خلت', 'متتاليه', 'متواصله'])

function isDecade(r: Reader, i: number, j: number): boolean {
  return (
    (r.f(j + 1) === 'from' && r.is(j + 2, 'الزمن')) ||
    fractionAfter(r, j + 1) !== undefined ||
    DECADE_BEFORE.includes(r.stem(i - 1)) ||
    (PASSED.has(r.at(j + 1).key) && !r.at(j + 1).line) ||
    r.at(i).word.proclitic === 'ل'
  )
}

/** عدة أيام، بضعة أشهر، أسابيع عدة، أيام قليلة. */
function someUnitsAt(r: Reader, i: number): DurationMatch | undefined {
  const make = (to: number, unit: TimeUnit): DurationMatch => ({
    from: i,
    to,
    amounts: [],
    vague: unit,
    single: false,
    barePlural: false,
  })
  const unit = r.lexeme(i).unit
  if (r.f(i) === 'some') {
    const next = r.lexeme(i + 1).unit
    return next?.count === 'many' && r.plain(i + 1) && !r.at(i + 1).line ? make(i + 2, next.unit) : undefined
  }
  if (
    unit?.count === 'many' &&
    !r.at(i).word.article &&
    ['عده', 'معدوده', 'قليله', 'طويله', 'عديده'].includes(r.at(i + 1).key)
  ) {
    return make(i + 2, unit.unit)
  }
  if (r.lexeme(i).magnitude !== undefined || r.lexeme(i).card?.plural) {
    const next = r.lexeme(i + 1).unit
    return next?.count === 'many' && r.plain(i + 1) && !r.at(i + 1).line ? make(i + 2, next.unit) : undefined
  }
  return undefined
}
