import { countryOfZone, zoneNamed } from '../calendar/zone.js'
import {
  BETWEEN,
  CARD,
  COIN,
  CURRENCY_SIGN,
  DIGITS,
  FRACTION,
  FROM,
  LATIN,
  MEASURE,
  NUMBER,
  PARTICLE,
  PERCENT,
} from '../lex/starts.js'
import { coinOf, coinsNamed } from '../words/amounts.js'
import { boundAfter, boundBefore } from './bounds.js'
import { afterAnd, fractionAfter, isPluralFraction, literalAt, numberAt } from './number.js'
import { fromTo, numeric, ranged } from './numeric.js'
import type { CountryNamed, Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'
import { numberSpanAt } from './span-of-numbers.js'

interface UnitMatch {
  readonly unit: string
  readonly to: number
  readonly alternatives?: readonly string[]
}

const SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₪': 'ILS',
  '₺': 'TRY',
}

/** Initials of coins as banks and CLDR print them: د.ع. ر.س ل.ل. ج.م. */
const INITIALS: Readonly<Record<string, string>> = {
  'د.ع': 'IQD',
  'د.ج': 'DZD',
  'د.ت': 'TND',
  'د.ل': 'LYD',
  'د.ك': 'KWD',
  'د.ب': 'BHD',
  'د.ا': 'JOD',
  'د.م': 'MAD',
  'د.اردني': 'JOD',
  'د.س': 'SDG',
  'ر.س': 'SAR',
  'ر.ق': 'QAR',
  'ر.ع': 'OMR',
  'ر.ي': 'YER',
  'ل.س': 'SYP',
  'ل.ل': 'LBP',
  'ل.ت': 'TRY',
  'ج.م': 'EGP',
  'ج.س': 'SDG',
  'د.ا.': 'JOD',
  'ش.ج': 'ILS',
}

/** A coin at token i; `head` where it opens the expression and may open a line. */
function coinAt(r: Reader, i: number, head = false): UnitMatch | undefined {
  if (r.at(i).line && !head) return undefined
  const token = r.at(i)
  if (token.kind === 'sign') {
    const unit = SYMBOLS[token.key]
    return unit === undefined ? undefined : { unit, to: i + 1 }
  }
  if (token.kind !== 'word') return undefined
  if (r.is(i, 'us') && r.isSign(i + 1, '$')) return { unit: 'USD', to: i + 2 }
  if (r.isSign(i + 1, '.') && r.touches(i + 1) && r.isWord(i + 2) && r.touches(i + 2) && r.at(i + 2).key.length === 1) {
    const third =
      r.isSign(i + 3, '.') && r.touches(i + 3) && r.isWord(i + 4) && r.touches(i + 4) && r.at(i + 4).key.length === 1
    const key = `${token.key}.${r.at(i + 2).key}`
    if (third && key === 'د.ا') return { unit: 'AED', to: i + 5 }
    const unit = third ? undefined : key === 'د.ا' && r.text.charAt(r.at(i + 2).start) === 'إ' ? 'AED' : INITIALS[key]
    if (unit !== undefined) {
      // CLDR closes with a point; at the end of a sentence the point is the sentence's
      const dot = r.isSign(i + 3, '.') && r.touches(i + 3)
      const more = dot && r.is(i + 4, 'م') && r.touches(i + 4) && unit === 'MAD'
      return { unit, to: more ? i + 5 : dot ? i + 4 : i + 3 }
    }
  }
  const { lexeme, article, proclitic } = token.word
  const { currency } = lexeme
  if (currency === undefined || proclitic !== '' || (article && currency.count !== 'many')) return undefined
  let to = i + 1
  const nation = r.at(to).line ? undefined : r.lexeme(to).nationality
  if (nation !== undefined && r.plain(to)) {
    const unit = coinOf(currency.unit, nation)
    to++
    if (unit !== undefined) return { unit, to }
    return { unit: currency.unit, to }
  }
  if (r.is(to, 'قطري')) return { unit: 'QAR', to: to + 1 }
  if (currency.unit === 'dollar') return { unit: 'USD', to }
  const options = coinsNamed(currency.unit)
  if (/^[A-Z]{3}$/.test(currency.unit) || options.length === 0) return { unit: currency.unit, to }
  return nearby(r, i, currency.unit, options, to)
}

/** «العملة التركية … 4.9 ليرة»: an adjective of country close before settles whose coin it is. */
function nearby(r: Reader, i: number, name: string, options: readonly string[], to: number): UnitMatch {
  for (let j = i - 1; j >= 0 && i - j <= 14 && !r.breaks(j + 1); j--) {
    const { nationality } = r.lexeme(j)
    const unit = nationality === undefined ? undefined : coinOf(name, nationality)
    if (unit !== undefined) return { unit, to }
  }
  const likely = likeliest(r, i, name)
  const unit = likely ?? options[0] ?? name
  return { unit, to, alternatives: likely === undefined ? options : [unit, ...options.filter((one) => one !== unit)] }
}

/** The outlet's own coin; else that of the country named last before it: «في تونس … 500 دينار»; else of the next. */
function likeliest(r: Reader, i: number, name: string): string | undefined {
  const own = r.home === undefined ? undefined : coinOf(name, r.home)
  if (own !== undefined) return own
  r.countries ??= countriesNamed(r)
  let found: string | undefined
  for (const { at, country } of r.countries) {
    const unit = coinOf(name, country)
    if (unit === undefined) continue
    if (at > i) return found ?? unit
    found = unit
  }
  return found
}

const MAX_COUNTRIES = 60

/** The countries, cities and adjectives of country that a text names first, where their coins share a name with others'. */
function countriesNamed(r: Reader): readonly CountryNamed[] {
  const found: CountryNamed[] = []
  for (let at = 0; at < r.length && found.length < MAX_COUNTRIES; at++) {
    if (!r.isWord(at)) continue
    const { key } = r.at(at)
    const country =
      r.lexeme(at).nationality ??
      countryOfZone(zoneNamed(key) ?? (/^[وفبل]/.test(key) ? zoneNamed(key.slice(1)) : undefined))
    if (country !== undefined) found.push({ at, country })
  }
  return found
}

const money: Rule = {
  id: 'amount.money',
  asked: 'first',
  starts: DIGITS | NUMBER | COIN | CURRENCY_SIGN | LATIN | FROM | BETWEEN | PARTICLE,
  needs: (mask) => ((mask & (COIN | CURRENCY_SIGN | LATIN)) === 0 ? COIN | CURRENCY_SIGN | LATIN : 0),
  opens({ r }, i, mask, run) {
    const coined = (run & (COIN | CURRENCY_SIGN | LATIN)) !== 0
    if ((mask & (DIGITS | NUMBER)) !== 0 && coined) return true
    if ((mask & (FROM | BETWEEN | PARTICLE)) !== 0 && coined && (run & (DIGITS | NUMBER)) !== 0) return true
    const next = r.mask(i + 1)
    if ((mask & (CURRENCY_SIGN | LATIN)) !== 0 && (next & (DIGITS | CURRENCY_SIGN)) !== 0) return true
    const count = (mask & COIN) === 0 ? undefined : r.lexeme(i).currency?.count
    return count === 2 || (count === 1 && (next & CARD) !== 0)
  },
  find(scan, i) {
    const { r } = scan
    return moneySpan(scan, i) ?? symbolFirst(scan, i) ?? counted(scan, i) ?? pairOfCoins(scan, i, r)
  },
}

function unitFields(unit: UnitMatch): {
  unit: string
  certainty: 'exact' | 'ambiguous'
  unitAlternatives?: readonly string[]
} {
  return unit.alternatives && unit.alternatives.length > 1
    ? { unit: unit.unit, certainty: 'ambiguous', unitAlternatives: unit.alternatives }
    : { unit: unit.unit, certainty: 'exact' }
}

function moneySpan(scan: Scan, i: number): Found | undefined {
  const span = numberSpanAt(scan.r, i)
  const unit = span && coinAt(scan.r, span.to)
  if (span === undefined || unit === undefined) return undefined
  const fields = { ...fromTo('money_range', span.min, span.max), unit: unit.unit }
  return ranged(scan, span.from, unit.to, 'amount.money-range', fields, 2)
}

function symbolFirst(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const isCode = r.isWord(i) && /^[a-z]{3}$/.test(r.at(i).key)
  if (!r.isSign(i, '$€£¥₪') && !isCode && !r.is(i, 'us')) return undefined
  const unit = coinAt(r, i, true)
  const number = unit && numberAt(r, unit.to)
  if (unit === undefined || number === undefined || r.at(unit.to).line || r.isWord(unit.to)) return undefined
  return numeric(scan, i, number.to, 'amount.money', { kind: 'money', value: number.value, ...unitFields(unit) }, 2)
}

function counted(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const fraction = bareFraction(r, i)
  const number = fraction ?? numberAt(r, i)
  if (number === undefined) return undefined
  // «تجاوزت المليار دولار», «المليون والنصف ريال», «الستين مليار دولار»
  const isScaled = r.lexeme(i).card?.part === 'scale' || r.lexeme(number.to - 1).card?.part === 'scale'
  if (r.at(i).word.article && !isScaled) return undefined
  // the colour #E5983C of a page's code
  if (r.isDigits(i) && r.touches(i) && (r.isSign(i - 1, '#') || /[a-z]$/.test(r.at(i - 1).key)) && r.touches(number.to))
    return undefined
  const half = fractionAfter(r, number.to)
  const start = half && coinAt(r, half.to) ? half.to : number.to
  const unit = coinAt(r, start)
  // «غرفة 44C24»
  if (unit === undefined || (r.touches(unit.to) && r.isDigits(unit.to) && /^[a-z]/.test(r.at(start).key)))
    return undefined
  let value = number.value + (start === number.to ? 0 : (half?.value ?? 0))
  let { to } = unit
  const more = r.at(to).line ? undefined : fractionAfter(r, to)
  if (more !== undefined && r.lexeme(more.to).currency === undefined) {
    value += more.value
    to = more.to
  }
  // «20 دولار و43 سنت», «20$ 43c»
  const at = afterAnd(r, to) ?? (r.isDigits(to) && !r.at(to).line ? to : undefined)
  const cents = at === undefined ? undefined : numberAt(r, at)
  if (cents !== undefined && r.lexeme(cents.to).currency?.unit === 'cent') {
    value += cents.value / 100
    to = cents.to + 1
  }
  if (unit.unit === 'cent')
    return numeric(
      scan,
      i,
      to,
      'amount.money',
      { kind: 'money', value: value / 100, unit: 'USD', certainty: 'exact' },
      2,
    )
  const others = 'alternatives' in number ? number.alternatives : undefined
  // «تراجع اليورو إلى 1.952 دولار»: rates of exchange have their decimals
  const isRate =
    others?.[0] !== undefined &&
    others[0] < (unit.unit === 'JPY' ? HIGHEST_YEN : 10) &&
    value >= 1000 &&
    isExchange(r, i, unit.unit)
  if (isRate) value = others[0] ?? value
  const alternatives = others && !isRate ? { alternatives: others } : {}
  return numeric(
    scan,
    i,
    to,
    'amount.money',
    { kind: 'money', value: Number(value.toFixed(4)), ...alternatives, ...unitFields(unit) },
    2,
  )
}

const COINS_TRADED = /^[وفبل]?(?:ال)?(?:يورو|استرليني|ين|فرنك|ليره|روبل)$/
const DOLLAR = /^[وفبل]?ال(?:دولار|عمله)$/

/** A dollar has cost no more yen than this since exchange rates float. */
const HIGHEST_YEN = 310

function isExchange(r: Reader, i: number, unit: string): boolean {
  for (let j = i - 1; j >= 0 && i - j < 12 && !r.breaks(j + 1); j--) {
    const { key } = r.at(j)
    if (COINS_TRADED.test(key) || (unit === 'JPY' && DOLLAR.test(key))) return true
  }
  return false
}

/** ريالان، دولارين: the dual carries its own count. */
function pairOfCoins(scan: Scan, i: number, r: Reader): Found | undefined {
  const { lexeme, article, proclitic } = r.at(i).word
  const dual = lexeme.currency?.count === 2 && !article && lexeme.unit === undefined
  const single = lexeme.currency?.count === 1 && !article && proclitic === '' && r.lexeme(i + 1).card?.value === 1
  if (!dual && !single) return undefined
  const unit = coinAtAny(r, i)
  if (unit === undefined) return undefined
  const end = single ? i + 2 : unit.to
  // «دولارين ونصف الدولار»
  const half = dual && !r.at(end).line ? fractionAfter(r, end) : undefined
  const again =
    half !== undefined && r.lexeme(half.to).currency?.unit === lexeme.currency?.unit && r.hasArticle(half.to)
  const to = half === undefined ? end : again ? half.to + 1 : half.to
  const value = (dual ? 2 : 1) + (half?.value ?? 0)
  return numeric(scan, i, to, 'amount.money', { kind: 'money', value, ...unitFields(unit) }, 2)
}

function coinAtAny(r: Reader, i: number): UnitMatch | undefined {
  if (r.plain(i)) return coinAt(r, i, true)
  const name = r.lexeme(i).currency?.unit ?? ''
  const options = coinsNamed(name)
  return {
    unit: name === 'dollar' ? 'USD' : (likeliest(r, i, name) ?? options[0] ?? name),
    to: i + 1,
    ...(name === 'dollar' ? {} : { alternatives: options }),
  }
}

function bareFraction(r: Reader, i: number): { value: number; to: number } | undefined {
  const { lexeme, article } = r.at(i).word
  if (
    lexeme.fraction === undefined ||
    article ||
    isPluralFraction(r, i) ||
    (lexeme.card !== undefined && lexeme.fraction < 1 / 4)
  )
    return undefined
  // «نصف مليار دولار»
  const { card } = r.lexeme(i + 1)
  const isScaled = card?.part === 'scale' && card.dual !== true && card.plural !== true && r.plain(i + 1)
  if (isScaled && !r.at(i + 1).line && !r.at(i + 1).word.article)
    return { value: lexeme.fraction * (card?.value ?? 1), to: i + 2 }
  return { value: lexeme.fraction, to: i + 1 }
}

// ---------------------------------------------------------------- percentages

function percentAfter(r: Reader, i: number): number | undefined {
  if (r.at(i).line) return undefined
  if (r.isSign(i, '%٪﹪％')) return i + 1
  const key = r.at(i).key
  if (['بالميه', 'بالمايه', 'بالمئه', 'بالمائه'].includes(key)) return i + 1
  if (
    r.f(i) === 'in' &&
    r.plain(i) &&
    ['الميه', 'المايه', 'المئه', 'المائه', 'ميه', 'مايه'].includes(r.at(i + 1).key) &&
    !r.at(i + 1).line
  )
    return i + 2
  if (key === 'ب' && ['الميه', 'المايه'].includes(r.at(i + 1).key)) return i + 2
  return undefined
}

const percent: Rule = {
  id: 'amount.percent',
  asked: 'first',
  starts: DIGITS | NUMBER | PERCENT | FROM | BETWEEN | PARTICLE,
  needs: (mask) => ((mask & PERCENT) === 0 ? PERCENT : 0),
  opens({ r }, i, mask, run) {
    if ((run & PERCENT) !== 0 && ((mask | run) & (DIGITS | NUMBER)) !== 0) return true
    return (mask & PERCENT) !== 0 && (r.mask(i + 1) & DIGITS) !== 0
  },
  find(scan, i) {
    const { r } = scan
    const between = sharesBetween(scan, i)
    if (between !== undefined) return between
    const span = numberSpanAt(r, i)
    if (span !== undefined) {
      const to = percentAfter(r, span.to)
      if (to !== undefined) {
        const fields = fromTo('percent_range', span.min, span.max)
        return ranged(scan, span.from, to, 'amount.percent-range', fields, 2)
      }
    }
    // %20, and «بالمائة 210» of spreadsheets
    const isSign =
      r.isSign(i, '%٪') && (r.isDigits(i + 1) || r.isSign(i + 1, '-')) && !(r.touches(i) && r.isDigits(i - 1))
    const isWord = ['بالميه', 'بالمايه'].includes(r.at(i).key) && r.isDigits(i + 1) && scan.isFragment(i, i + 2)
    if (isSign || isWord) {
      const number = literalAt(r, i + 1)
      if (number && (isWord || r.touches(i + 1)) && !isInAddress(r, i))
        return numeric(
          scan,
          i,
          number.to,
          'amount.percent',
          { kind: 'percent', value: number.value, certainty: 'exact' },
          2,
        )
    }
    const fraction = bareFraction(r, i)
    const number = fraction ?? numberAt(r, i)
    if (number === undefined) return undefined
    const half = fractionAfter(r, number.to)
    const halfTo = half && percentAfter(r, half.to)
    if (half !== undefined && halfTo !== undefined) {
      return numeric(
        scan,
        i,
        halfTo,
        'amount.percent',
        { kind: 'percent', value: number.value + half.value, certainty: 'exact' },
        2,
      )
    }
    const to = percentAfter(r, number.to)
    if (to === undefined || isInAddress(r, i)) return undefined
    // «5.440 في المائة»: shares have three decimals, not thousands
    const share =
      number.value >= 1000 && 'alternatives' in number && number.alternatives?.[0] !== undefined
        ? number.alternatives[0]
        : number.value
    return numeric(scan, i, to, 'amount.percent', { kind: 'percent', value: share, certainty: 'exact' }, 2)
  },
}

/** «بين 5.3% و5.5%»: the sign stands with both. */
function sharesBetween(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  if (r.f(i) !== 'between' || r.at(i).word.article) return undefined
  const low = numberAt(r, i + 1)
  const next = low === undefined ? undefined : percentAfter(r, low.to)
  if (low === undefined || next === undefined) return undefined
  const at = afterAnd(r, next)
  const high = at === undefined ? undefined : numberAt(r, at)
  const to = high === undefined ? undefined : percentAfter(r, high.to)
  if (high === undefined || to === undefined || r.at(next).line) return undefined
  const from = i > 0 && r.is(i - 1, 'ما') ? i - 1 : i
  return ranged(scan, from, to, 'amount.percent-range', fromTo('percent_range', low.value, high.value), 3)
}

/** Escapes in a web address are no percentages. */
function isInAddress(r: Reader, i: number): boolean {
  return r.touches(i) && (r.isSign(i - 1, '=/&?+%') || /^[a-z]/.test(r.at(i - 1).key))
}

// ---------------------------------------------------------------- quantities

const METRES = { kilo: 'kilometers', centi: 'centimeters', deci: 'decimeters', milli: 'millimeters' } as const

function measureAt(
  r: Reader,
  i: number,
  head = false,
): { unit: string; factor: number; count: 1 | 2 | 'many'; to: number } | undefined {
  if (r.at(i).line && !head) return undefined
  if (r.isSign(i, '°º')) return degrees(r, i + 1)
  const { lexeme, article, proclitic } = r.at(i).word
  if (proclitic !== '' || article || !r.isWord(i)) return undefined
  const prefix = lexeme.measurePrefix
  const base = prefix === undefined ? undefined : r.lexeme(i + 1).measure
  if (prefix !== undefined && base !== undefined && r.plain(i + 1) && !r.at(i + 1).line) {
    if (base.unit === 'meters') return areaOf(r, METRES[prefix], base.count, i + 2)
    if (base.unit === 'litre' && prefix === 'milli')
      return { unit: 'millilitre', factor: 1, count: base.count, to: i + 2 }
    if (base.unit === 'gram')
      return { unit: prefix === 'kilo' ? 'kilogram' : 'milligram', factor: 1, count: base.count, to: i + 2 }
  }
  const { measure } = lexeme
  if (measure === undefined) {
    const power = r.is(i, 'م') ? powerAt(r, i + 1) : undefined
    return power === undefined ? undefined : { unit: `${power}_meters`, factor: 1, count: 'many', to: i + 2 }
  }
  if (measure.unit === 'degree') return { ...degrees(r, i + 1), count: measure.count }
  // «28 مئوية»
  if (measure.unit === 'celsius' && /^م.{2,3}يه$/.test(r.at(i).key))
    return { unit: 'degree', factor: 1, count: 'many', to: i + 1 }
  if (measure.unit === 'celsius' || measure.unit === 'fahrenheit') return undefined
  return { ...areaOf(r, measure.unit, measure.count, i + 1), factor: measure.factor }
}

function areaOf(
  r: Reader,
  unit: string,
  count: 1 | 2 | 'many',
  to: number,
): { unit: string; factor: number; count: 1 | 2 | 'many'; to: number } {
  const key = r.at(to).line ? '' : r.at(to).key
  // «32 جيجا بايت»
  if (unit === 'gigabyte' && key === 'بايت') return { unit, factor: 1, count, to: to + 1 }
  if (/^مربع/.test(key)) return { unit: `square_${unit}`, factor: 1, count, to: to + 1 }
  if (/^مكعب/.test(key)) return { unit: `cubic_${unit}`, factor: 1, count, to: to + 1 }
  if (unit === 'kilometers' && r.f(to) === 'in' && r.is(to + 1, 'الساعه'))
    return { unit: 'kilometers_per_hour', factor: 1, count, to: to + 2 }
  const power = powerAt(r, to)
  if (power !== undefined) return { unit: `${power}_${unit}`, factor: 1, count, to: to + 1 }
  if (unit === 'kilometers' && r.isSign(to, '/') && ['س', 'ساعه', 'الساعه', 'h'].includes(r.at(to + 1).key))
    return { unit: 'kilometers_per_hour', factor: 1, count, to: to + 2 }
  return { unit, factor: 1, count, to }
}

/** كم²، م2: the exponent that touches a unit of length. */
function powerAt(r: Reader, i: number): 'square' | 'cubic' | undefined {
  if (!r.touches(i)) return undefined
  if (r.isSign(i, '²') || (r.isDigits(i) && r.is(i, '2'))) return 'square'
  return r.isSign(i, '³') || (r.isDigits(i) && r.is(i, '3')) ? 'cubic' : undefined
}

function degrees(r: Reader, i: number): { unit: string; factor: number; count: 1; to: number } {
  const { measure } = r.lexeme(i)
  if (r.stem(i) === 'مييه' || r.at(i).key === 'مويه' || r.at(i).key === 'ميويه')
    return { unit: 'degree', factor: 1, count: 1, to: i + 1 }
  if (measure?.unit === 'celsius')
    return { unit: r.at(i).key.startsWith('م') ? 'degree' : 'celsius', factor: 1, count: 1, to: i + 1 }
  if (measure?.unit === 'fahrenheit') return { unit: 'fahrenheit', factor: 1, count: 1, to: i + 1 }
  if (r.is(i, 'c') && r.touches(i)) return { unit: 'celsius', factor: 1, count: 1, to: i + 1 }
  if (r.is(i, 'f') && r.touches(i)) return { unit: 'fahrenheit', factor: 1, count: 1, to: i + 1 }
  return { unit: 'degree', factor: 1, count: 1, to: i }
}

/** «تحت الصفر» turns degrees into frost. */
const belowZero = (r: Reader, i: number): boolean => r.is(i, 'تحت') && r.is(i + 1, 'الصفر')

const quantity: Rule = {
  id: 'amount.quantity',
  starts: DIGITS | NUMBER | MEASURE | FROM | BETWEEN | PARTICLE,
  needs: (mask) => ((mask & MEASURE) === 0 ? MEASURE : 0),
  opens(scan, i, mask, run) {
    if ((mask & (DIGITS | NUMBER)) !== 0 && (run & MEASURE) !== 0) return true
    if ((mask & (FROM | BETWEEN)) !== 0) return (run & (DIGITS | NUMBER)) !== 0
    if ((mask & MEASURE) === 0) return false
    const { measure, measurePrefix } = scan.r.lexeme(i)
    return measure?.count === 2 || measurePrefix !== undefined || (run & FRACTION) !== 0 || scan.isHead(i)
  },
  find(scan, i) {
    const { r } = scan
    const span = numberSpanAt(r, i)
    const spanned = span && measureAt(r, span.to)
    // «بين 10 و20 كيلومترا»
    if (span !== undefined && spanned !== undefined && spanned.unit !== 'degree') {
      const fields = { ...fromTo('number_range', span.min, span.max), unit: spanned.unit }
      return ranged(scan, span.from, spanned.to, 'amount.quantity-range', fields, 2)
    }
    const number = fractionFigure(r, i) ?? bareFraction(r, i) ?? numberAt(r, i)
    // «تتجاوز المئة ألف طن»
    const isScaled = number !== undefined && number.to > i + 1 && r.lexeme(number.to - 1).card?.part === 'scale'
    // «قرابة الستين كيلومترا»
    const isTens = r.lexeme(i).card?.part === 'ten' && number?.to === i + 1 && measureAt(r, i + 1)?.count === 1
    if (number !== undefined && (isScaled || isTens || !r.at(i).word.article)) {
      if (belowZero(r, number.to)) {
        return numeric(
          scan,
          i,
          number.to + 2,
          'amount.quantity',
          { kind: 'quantity', value: -number.value, unit: 'degree', certainty: 'exact' },
          2,
        )
      }
      const half = fractionAfter(r, number.to)
      const start = half && measureAt(r, half.to) ? half.to : number.to
      const measure = measureAt(r, start)
      if (measure === undefined) return undefined
      const count = number.value + (start === number.to ? 0 : (half?.value ?? 0))
      return measured(scan, i, measure.to, count, measure)
    }
    const measure = r.plain(i) ? measureAt(r, i, true) : undefined
    if (measure === undefined) return undefined
    // «ميلان» is a club as often as two miles
    const isClub = r.is(i, 'ميلان') && !scan.isFragment(i, measure.to)
    if (measure.count === 2 && measure.unit !== 'degree' && !isClub) return measured(scan, i, measure.to, 2, measure)
    if (measure.count !== 1 || r.isSign(i, '°')) return undefined
    const half = fractionAfter(r, measure.to)
    if (half !== undefined) return measured(scan, i, half.to, 1 + half.value, measure, true)
    return scan.isFragment(i, measure.to) ? measured(scan, i, measure.to, 1, measure) : undefined
  },
}

function measured(
  scan: Scan,
  from: number,
  to: number,
  count: number,
  measure: { unit: string; factor: number },
  whole = false,
): Found {
  const { r } = scan
  const more = whole || r.at(to).line ? undefined : fractionAfter(r, to)
  // «مترين ونصف المتر» repeats its unit
  const again = more === undefined || r.at(more.to).line ? undefined : r.lexeme(more.to).measure
  const isAgain =
    again !== undefined && more !== undefined && r.hasArticle(more.to) && r.plain(more.to) && again.count === 1
  const isMore = more !== undefined && r.lexeme(more.to).unit === undefined && (again === undefined || isAgain)
  let end = isMore && more ? (isAgain ? more.to + 1 : more.to) : to
  let value = (count + (isMore && more ? more.value : 0)) * measure.factor
  if (belowZero(r, end)) {
    value = -value
    end += 2
  }
  const isOf =
    r.f(end) === 'from' &&
    r.plain(end) &&
    r.at(end + 1).word.article &&
    [
      'gram',
      'kilogram',
      'milligram',
      'ounce',
      'cup',
      'litre',
      'tonne',
      'pound',
      'millilitre',
      'gallon',
      'barrel',
    ].includes(measure.unit)
  // «717 طنا من المواد الغذائية»: a longer name is left out whole
  const isShort =
    isOf && !r.at(end + 1).line && !(r.at(end + 2).word.article && !r.at(end + 2).line) && !r.isDefinite(end + 2)
  const product = isShort ? { product: r.text.slice(r.at(end + 1).start, r.endOf(end + 2)) } : {}
  const fields = {
    kind: 'quantity' as const,
    value: Number(value.toFixed(6)),
    unit: measure.unit,
    certainty: 'exact' as const,
    ...product,
  }
  return numeric(scan, from, isShort ? end + 2 : end, 'amount.quantity', fields, 2)
}

/** 3/4 in digits, where a unit follows. */
function fractionFigure(r: Reader, i: number): { value: number; to: number } | undefined {
  if (!r.isDigits(i) || !r.isSign(i + 1, '/⁄') || !r.isDigits(i + 2) || !r.touches(i + 1) || !r.touches(i + 2))
    return undefined
  const [a, b] = [Number(r.at(i).key), Number(r.at(i + 2).key)]
  return b > a && b <= 100 && a > 0 ? { value: a / b, to: i + 3 } : undefined
}

export { boundAfter, boundBefore, fractionFigure }

export const amountRules: readonly Rule[] = [money, percent, quantity]
