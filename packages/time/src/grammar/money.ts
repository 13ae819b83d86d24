import { countryOfZone, zoneNamed } from '../calendar/zone.js'
import { BETWEEN, CARD, COIN, CURRENCY_SIGN, DIGITS, FROM, LATIN, NUMBER, PARTICLE } from '../lex/starts.js'
import { coinOf, coinsNamed } from '../words/amounts.js'
import { bareFraction } from './fraction-figure.js'
import { afterAnd, fractionAfter, numberAt } from './number.js'
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
    // the tables hold the names of zones, and every adjective of country
    if (!r.isKnown(at)) continue
    const { key } = r.at(at)
    const country =
      r.lexeme(at).nationality ??
      countryOfZone(zoneNamed(key) ?? (/^[وفبل]/.test(key) ? zoneNamed(key.slice(1)) : undefined))
    if (country !== undefined) found.push({ at, country })
  }
  return found
}

export const money: Rule = {
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
