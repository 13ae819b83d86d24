import { boundBefore } from './bounds.js'
import { fractionWord } from './fraction.js'
import { isIdentified } from './identifiers.js'
import { numberAt } from './number.js'
import { fromTo, ranged } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Scan } from './rule.js'
import { numberSpanAt } from './span-of-numbers.js'

export function spanAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const some = r.f(i) === 'some' && ['بضع', 'بضعه'].includes(r.stem(i))
  if (some) {
    const fields = { ...fromTo('number_range', 3, 9), certainty: 'vague' as const }
    // «بضعة عشر شخصا»
    const isTeen = ['عشر', 'عشره'].includes(r.stem(i + 1)) && r.plain(i + 1) && !r.at(i + 1).line
    if (isTeen && !r.lexeme(i + 2).unit) return ranged(scan, i, i + 2, 'number.some', { ...fields, min: 13, max: 19 })
    return r.lexeme(i + 1).unit || r.lexeme(i + 1).magnitude || r.lexeme(i + 1).card
      ? undefined
      : ranged(scan, i, i + 1, 'number.some', fields)
  }
  const span = numberSpanAt(r, i)
  if (span === undefined || r.at(i).word.article) return undefined
  // telephone numbers, years of a season, scores and dates are others' business
  if (r.isDigits(i) && r.isSign(i + 1, '-–') && (isCode(r, i, span.to) || isModel(r, i))) return undefined
  if (isDatePart(r, span.to)) return undefined
  // «عن الكلمة (1-2)»: one part of an article in two
  const isPart = r.isSign(i - 1, '(') && r.isSign(span.to, ')') && span.min <= 5 && span.max <= 10 && span.to === i + 3
  const found = ranged(scan, span.from, span.to, 'number.range', fromTo('number_range', span.min, span.max))
  if (isPart && (r.at(span.to + 1).line || span.to + 1 >= r.length)) return found.silenced()
  return found
}

/** «4 ـ 7 ـ 1436هـ», «(872 – 950م)», «456-463هـ»: parts of a date, years of a life. */
const isDatePart = (r: Reader, to: number): boolean =>
  (r.isSign(to, '-–—ـ/') && r.isDigits(to + 1) && r.at(to + 1).key.length === 4) ||
  (!r.at(to).line && (r.f(to) === 'hijri' || (r.is(to, 'م') && r.touches(to) && r.isDigits(to - 1))))

/** «بوينغ 737-800», «من طراز 777-200»: a make and its kind. */
const isModel = (r: Reader, i: number): boolean =>
  r.at(i).key.length === 3 && r.touches(i + 1) && r.touches(i + 2) && isIdentified(r, i - 1, false)

function isCode(r: Reader, i: number, to: number): boolean {
  const [a, b] = [r.at(i).key, r.at(to - 1).key]
  return (
    a.startsWith('0') ||
    b.startsWith('0') ||
    a.length > 6 ||
    b.length > 6 ||
    (a.length === 4 && b.length === 2 && Number(b) <= 12) ||
    (a.length === 2 && b.length === 4) ||
    (a.length === 4 && /^1[34]/.test(a) && Number(b) === Number(a) + 1)
  )
}

const BEFORE_COMPARED: ReadonlySet<string> = new Set(['فوق', 'علي', 'يساوي', 'يتجاوز'])

/** A word or sign after which a figure may be the lower of two. */
export const isComparing = (key: string): boolean => 'من<>=عن'.includes(key) || BEFORE_COMPARED.has(key)

/** > 30، <= 20 of tables and formulae; أكبر من 100 وأصغر من 300 as one stretch. */
export function comparisonAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  if (!isComparing(r.at(i - 1).key)) return undefined
  if (r.isDigits(i) || numberAt(r, i) !== undefined || fractionWord(r, i) !== undefined) {
    const value = numberAt(r, i)?.value ?? fractionWord(r, i)?.value
    const to = numberAt(r, i)?.to ?? fractionWord(r, i)?.to ?? i + 1
    const low = boundBefore(r, i)
    if (value === undefined || low === undefined || !(low.mod === 'MORE_THAN' || low.mod === 'EQUAL_OR_MORE'))
      return undefined
    const at = r.is(to, 'و') ? to + 1 : to
    for (let j = at; j < at + 5 && j < r.length && !r.at(j).line; j++) {
      const second = numberAt(r, j) ?? fractionWord(r, j)
      if (second === undefined) continue
      const high = boundBefore(r, j)
      if (high === undefined || high.from > at || second.value <= value) return undefined
      if (high.mod !== 'LESS_THAN' && high.mod !== 'EQUAL_OR_LESS') return undefined
      const fields = {
        kind: 'number_range' as const,
        min: value,
        max: second.value,
        minInclusive: low.mod === 'EQUAL_OR_MORE',
        maxInclusive: high.mod === 'EQUAL_OR_LESS',
        certainty: 'exact' as const,
      }
      return ranged(scan, low.from, second.to, 'number.between', fields, 2)
    }
  }
  return undefined
}
