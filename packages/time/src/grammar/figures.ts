import { BETWEEN, CARD, DIGITS, FRACTION, FROM, PARTICLE, TO } from '../lex/starts.js'
import type { Form } from '../lex/token.js'
import { cardinalAt } from './cardinal.js'
import { isBetweenWords, isListed, isPartOfCode } from './codes.js'
import { fractionAt } from './fraction.js'
import { identifierAt, isInLink, isNameWithFigure, isTitleHead, leavesFigures } from './identifiers.js'
import { numberAt } from './number.js'
import { numeric } from './numeric.js'
import type { Reader } from './reader.js'
import type { Rule } from './rule.js'
import { scoreAt } from './scores.js'
import { comparisonAt, isComparing, spanAt } from './stretches.js'
import { isForeign, LEAVES_FIGURES, OF_FIGURES, OF_TITLES, TITLE_HEAD, traitsAt } from './traits.js'

/**
 * The value of a figure between two words that make nothing else of it, or −1: «قتل 300 شخص». Four figures may be a
 * year, and five or more an account or a telephone.
 */
function plainFigure(r: Reader, i: number): number {
  if (!r.tokens.isSetApart(i) || r.thorough || !isForeign(r, i + 1)) return -1
  if ((traitsAt(r, i - 1, OF_FIGURES, beforeFigure) & LEAVES_FIGURES) === 0) return -1
  if (((traitsAt(r, i - 2, OF_TITLES, titled) | traitsAt(r, i - 3, OF_TITLES, titled)) & TITLE_HEAD) !== 0) return -1
  return r.tokens.smallFigure(i)
}

const titled = ({ key }: Form): number => (isTitleHead(key) ? TITLE_HEAD : 0)

const beforeFigure = ({ key }: Form): number => (leavesFigures(key) && !isComparing(key) ? LEAVES_FIGURES : 0)

const number: Rule = {
  id: 'number',
  asked: 'last',
  starts: DIGITS | CARD | FRACTION | FROM | BETWEEN | PARTICLE,
  opens({ r }, i, mask, run) {
    if ((mask & (DIGITS | CARD)) !== 0) return true
    if ((mask & FRACTION) !== 0) return (mask & PARTICLE) === 0 || r.stem(i).startsWith('بضع')
    if ((r.mask(i + 1) & (DIGITS | CARD | FRACTION | PARTICLE)) === 0) return false
    return (mask & FROM) === 0 || (run & TO) !== 0
  },
  find(scan, i) {
    const { r } = scan
    const value = plainFigure(r, i)
    if (value >= 0) return numeric(scan, i, i + 1, 'number', { kind: 'number', value, certainty: 'exact' })
    if (isBetweenWords(r, i))
      return spanAt(scan, i) ?? comparisonAt(scan, i) ?? identifierAt(scan, i) ?? cardinalAt(scan, i)
    if (r.touches(i) && r.isDigits(i) && r.isWord(i - 1) && /[a-z]$/.test(r.at(i - 1).key)) {
      // letters on both sides: an address or a code
      const isInside = r.touches(i + 1) && (/^[a-z]/.test(r.at(i + 1).key) || r.isSign(i + 1, "_=&'@"))
      return isInside || isInLink(r, i) ? undefined : identifierAt(scan, i)
    }
    if (isNameWithFigure(r, i))
      return numeric(
        scan,
        i,
        i + 1,
        'identifier',
        { kind: 'identifier', value: Number(r.at(i).key), certainty: 'exact' },
        2,
      )
    if (isPartOfCode(r, i)) return undefined
    if (isListed(r, i) && !scan.isFragment(i, i + 1)) return undefined
    return (
      scoreAt(scan, i) ??
      spanAt(scan, i) ??
      comparisonAt(scan, i) ??
      fractionAt(scan, i) ??
      identifierAt(scan, i) ??
      cardinalAt(scan, i)
    )
  },
}

/** عشرات، مئات الآلاف، الآلاف: a magnitude without a figure. */
const vague: Rule = {
  id: 'number.vague',
  starts: FRACTION | CARD,
  suits: ({ word }) => word.lexeme.magnitude !== undefined || word.lexeme.card?.plural === true,
  find(scan, i) {
    const { r } = scan
    const { lexeme, proclitic } = r.at(i).word
    // «كميات» is of another root
    if (proclitic.endsWith('ك')) return undefined
    let magnitude = lexeme.magnitude
    let to = i + 1
    if (magnitude !== undefined) {
      const next = r.lexeme(to).card
      if (next?.plural && r.plain(to) && !r.at(to).line) {
        magnitude *= next.value
        to++
      }
    } else if (lexeme.card?.plural) {
      if (numberAt(r, i - 1) !== undefined && r.isDigits(i - 1)) return undefined
      magnitude = lexeme.card.value
    } else return undefined
    // «بضع مئات», «بضعة آلاف»
    const isFew = /^بضعه?$/.test(r.stem(i - 1)) && r.isWord(i - 1) && proclitic === '' && !r.at(i).line
    const from = isFew ? i - 1 : i
    return numeric(scan, from, to, 'number.vague', { kind: 'number_vague', value: magnitude, certainty: 'vague' })
  },
}

export const figureRules: readonly Rule[] = [number, vague]
