import type { Reader } from './reader.js'
import { type Piece, scalesAt } from './scales.js'

export interface Literal extends Piece {
  readonly plain?: string
  readonly alternatives?: readonly number[]
}

/** A number in digits with its separators; a sign only where nothing touches it from before. */
export function literalAt(r: Reader, i: number): Literal | undefined {
  if (
    r.isSign(i, '-−+–') &&
    r.isDigits(i + 1) &&
    r.touches(i + 1) &&
    !r.isDigits(i - 1) &&
    !(r.touches(i) && !r.isSign(i - 1, '(=<>'))
  ) {
    const unsigned = digitsAt(r, i + 1)
    return (
      unsigned &&
      (r.isSign(i, '+') ? { value: unsigned.value, to: unsigned.to } : { value: -unsigned.value, to: unsigned.to })
    )
  }
  if (
    r.isSign(i, '.٫') &&
    r.isDigits(i + 1) &&
    r.touches(i + 1) &&
    (!r.touches(i) || !(r.isWord(i - 1) || r.isDigits(i - 1)))
  ) {
    return { value: Number(`0.${r.at(i + 1).key}`), to: i + 2 }
  }
  // «(150) ألف»: a figure set in brackets is scaled by the word outside them
  const inner = r.isSign(i, '(') && r.isDigits(i + 1) ? digitsAt(r, i + 1) : undefined
  if (inner !== undefined && r.isSign(inner.to, ')') && isCountedAfter(r, inner.to + 1))
    return {
      value: inner.value,
      to: inner.to + 1,
      ...(inner.alternatives === undefined ? {} : { alternatives: inner.alternatives }),
    }
  if (!r.isDigits(i)) return undefined
  const plain = wiredDecimalAt(r, i) ?? digitsAt(r, i)
  // «"60" ألف زائر»
  const isQuoted = plain !== undefined && r.isSign(i - 1, '«"“”″') && r.touches(i) && r.isSign(plain.to, '»"”“″')
  return isQuoted && scalesAt(r, plain.to + 1) !== undefined ? { ...plain, to: plain.to + 1 } : plain
}

/** «(150) ألف», «(30) دقيقة», «(1030) مترا»: what the figure in brackets counts stands outside them. */
function isCountedAfter(r: Reader, i: number): boolean {
  if (scalesAt(r, i) !== undefined) return true
  const { line, key, word } = r.at(i)
  if (line || key.length < 3 || word.article || word.proclitic !== '') return false
  const { unit, measure, currency } = word.lexeme
  return (unit !== undefined && unit.count !== 2) || measure !== undefined || currency !== undefined
}

export const isWiredDecimal = (r: Reader, i: number): boolean => r.isDigits(i) && r.is(i + 1, 'ر') && r.touches(i + 1)

/** «50ر11 مليون», as wires print 11.50: a ر for the point, and the halves in the order of a left-to-right line. */
function wiredDecimalAt(r: Reader, i: number): Literal | undefined {
  if (!r.is(i + 1, 'ر') || !r.touches(i + 1) || !r.isDigits(i + 2) || !r.touches(i + 2)) return undefined
  const [first, second] = [r.at(i).key, r.at(i + 2).key]
  if (first.length + second.length > 15) return undefined
  return { value: Number(`${second}.${first}`), to: i + 3, alternatives: [Number(`${first}.${second}`)] }
}

function digitsAt(r: Reader, i: number): Literal | undefined {
  const head = r.at(i).key
  if (head.length > 18) return undefined
  const plain: Literal = { value: Number(head), to: i + 1, plain: head }
  const group = (j: number, signs: string): string | undefined =>
    r.isSign(j, signs) && r.touches(j) && r.isDigits(j + 1) && r.touches(j + 1) ? r.at(j + 1).key : undefined
  // Every separator is read as far as the same sign goes on: 3.000.000 and 1,250.5
  const sign = r.isSign(i + 1, ".,٬٫،'’") ? r.at(i + 1).key : ''
  if (sign !== '') {
    const parts: string[] = []
    let j = i + 1
    for (let part = group(j, sign); part !== undefined && parts.length < 6; part = group(j, sign)) {
      parts.push(part)
      j += 2
    }
    if (parts.length > 0) return separated(r, plain, sign, parts, j)
    return plain
  }
  if (head.length <= 3 && head !== '0' && !r.tokens.isDecimals(i)) {
    let j = i + 1
    let digits = head
    while (j - i < 5 && r.isDigits(j) && r.at(j).key.length === 3 && isThinSpace(r, j) && !r.at(j).line) {
      digits += r.at(j).key
      j++
    }
    if (j > i + 1 && !r.touches(j)) return { value: Number(digits), to: j }
  }
  return plain
}

function isThinSpace(r: Reader, i: number): boolean {
  return r.at(i).start - r.at(i - 1).end === 1
}

const RIGHT_TO_LEFT_MARK = 0x200f

function separated(r: Reader, plain: Literal, sign: string, parts: readonly string[], to: number): Literal {
  const head = plain.plain ?? ''
  const isMarked = r.text.charCodeAt(r.at(to - 1).start - 1) === RIGHT_TO_LEFT_MARK && sign === '.'
  const groups =
    !isMarked && parts.every((part) => part.length === 3) && head.length <= 3 && head !== '0' && head !== '00'
  const decimals = (digits: string, after: number): Literal | undefined => {
    const point =
      r.isSign(after, '.٫,') &&
      r.at(after).key !== sign &&
      r.touches(after) &&
      r.isDigits(after + 1) &&
      r.touches(after + 1)
    return point ? { value: Number(`${digits}.${r.at(after + 1).key}`), to: after + 2 } : undefined
  }
  if (groups && sign !== '٫') {
    const digits = head + parts.join('')
    const more = decimals(digits, to)
    if (more !== undefined) return more
    const whole: Literal = { value: Number(digits), to }
    return sign === '.' && parts.length === 1 ? { ...whole, alternatives: [Number(`${head}.${parts[0]}`)] } : whole
  }
  // «233.407.089.4»: thousands and then tenths behind the same sign
  const last = parts[parts.length - 1] ?? ''
  const isTail = parts.length >= 3 && last.length <= 2 && parts.slice(0, -1).every((part) => part.length === 3)
  if (isTail && head.length <= 3) return { value: Number(`${head}${parts.slice(0, -1).join('')}.${last}`), to }
  if (parts.length !== 1) return plain
  // a right-to-left mark after the point shows the halves the other way round: «8.\u200f148 مليار» is read 148.8
  return { value: Number(isMarked ? `${parts[0]}.${head}` : `${head}.${parts[0]}`), to }
}
