import { BETWEEN, DIGITS, FROM, NUMBER, PARTICLE, PERCENT } from '../lex/starts.js'
import { bareFraction } from './fraction-figure.js'
import { literalAt } from './literal.js'
import { afterAnd, fractionAfter, numberAt } from './number.js'
import { fromTo, numeric, ranged } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'
import { numberSpanAt } from './span-of-numbers.js'

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

export const percent: Rule = {
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
