import { isPluralFraction } from './number.js'
import type { Reader } from './reader.js'

export function bareFraction(r: Reader, i: number): { value: number; to: number } | undefined {
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

/** 3/4 in digits, where a unit follows. */
export function fractionFigure(r: Reader, i: number): { value: number; to: number } | undefined {
  if (!r.isDigits(i) || !r.isSign(i + 1, '/⁄') || !r.isDigits(i + 2) || !r.touches(i + 1) || !r.touches(i + 2))
    return undefined
  const [a, b] = [Number(r.at(i).key), Number(r.at(i + 2).key)]
  return b > a && b <= 100 && a > 0 ? { value: a / b, to: i + 3 } : undefined
}
