import { BETWEEN, DIGITS, FRACTION, FROM, MEASURE, NUMBER, PARTICLE } from '../lex/starts.js'
import { bareFraction, fractionFigure } from './fraction-figure.js'
import { fractionAfter, numberAt } from './number.js'
import { fromTo, numeric, ranged } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'
import { numberSpanAt } from './span-of-numbers.js'

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

export const quantity: Rule = {
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
