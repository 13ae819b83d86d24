import { literalAt } from './literal.js'
import { afterAnd, fractionAfter, type NumberMatch, numberAt } from './number.js'
import type { Match, Reader } from './reader.js'

/** Two figures and what is between them: من 10 إلى 20، بين ثلاثة وخمسة آلاف، 10-20. */
export interface NumberSpan extends Match {
  readonly min: number
  readonly max: number
}

/** A range of numbers; a scale on the second end is shared: ثلاثة إلى خمسة آلاف. */
export function numberSpanAt(r: Reader, i: number): NumberSpan | undefined {
  // «3,2 مليون إلى»: the decimals of a figure begin nothing
  if (r.isDigits(i) && r.touches(i) && r.isSign(i - 1, '.,٫٬') && r.touches(i - 1) && r.isDigits(i - 2))
    return undefined
  const f = r.f(i)
  if (f === 'between' && !r.at(i).word.article) {
    const first = plainNumber(r, i + 1)
    const at = first && afterAnd(r, first.to)
    const second = at === undefined || r.at(at).word.article ? undefined : numberAt(r, at)
    // «بين مئة وخمسين» reads as one number; «و» parts it where only one number follows
    if (first !== undefined && second === undefined) return splitAtAnd(r, i, first)
    return first && second && make(i > 0 && r.is(i - 1, 'ما') ? i - 1 : i, first, second)
  }
  if (f === 'from' && r.plain(i)) {
    const first = plainNumber(r, i + 1)
    const second = first && afterTo(r, first.to)
    return first && second && make(i, first, second)
  }
  // «عام 1990 إلى 9 ملايين»: the first figure is a year
  const isYear =
    r.isDigits(i) &&
    ((r.lexeme(i - 1).unit?.unit === 'year' && r.lexeme(i - 1).unit?.count === 1) ||
      (r.f(i - 1) === 'in' && /^(?:19|20)\d\d$/.test(r.at(i).key)))
  // «من 20 ألفا إلى 6 آلاف»: the scale belongs to the figure before it
  if (r.lexeme(i).card?.part === 'scale' && i > 0 && (numberAt(r, i - 1)?.to ?? 0) > i) return undefined
  const first = isYear || isTailOfWord(r, i) ? undefined : plainNumber(r, i)
  if (first === undefined) return undefined
  const isDash = r.isSign(first.to, '-–—−ـ') && r.isDigits(first.to + 1)
  if (isDash) {
    const tight = r.touches(first.to) && r.touches(first.to + 1)
    const loose = r.at(first.to).gap && r.at(first.to + 1).gap
    const second = literalAt(r, first.to + 1)
    if (second === undefined || (r.isSign(second.to, '-–') && r.touches(second.to))) return undefined
    // «10- 30 كم»: only before a unit
    if (!tight && !loose && r.lexeme(second.to).measure === undefined) return undefined
    const whole = numberAt(r, first.to + 1)
    return whole && nearSpan(i, first, whole)
  }
  const second = afterTo(r, first.to)
  // «ارتفع بمقدار 21 إلى 659»: by so much, to so much
  if (second !== undefined && CHANGED_BY.test(r.at(i - 1).key) && second.value > 5 * first.value) return undefined
  return second && nearSpan(i, first, second)
}

const CHANGED_BY = /^(?:بمقدار|بواقع|بنحو|بنسبه|مقدار|ب)$/

/** «الرابعة عشرة وحتى», «خلال ساعة واحدة إلى»: the word belongs to what stands before it. */
const isTailOfWord = (r: Reader, i: number): boolean =>
  r.isWord(i) &&
  r.isWord(i - 1) &&
  !r.at(i).line &&
  ((r.lexeme(i).card?.value === 10 && r.lexeme(i - 1).ordinal !== undefined) ||
    (r.stem(i).startsWith('واحد') && (r.lexeme(i - 1).unit !== undefined || r.stem(i - 1) === 'مره')))

const WIDEST = 200

/** Two figures that no «من» or «بين» announces make a range only where they are of one size: «ارتفع 0.07 إلى 94.7». */
function nearSpan(from: number, first: NumberMatch, second: NumberMatch): NumberSpan | undefined {
  const span = make(from, first, second)
  return span !== undefined && span.min > 0 && span.max / span.min > WIDEST ? undefined : span
}

function plainNumber(r: Reader, i: number): NumberMatch | undefined {
  if (r.at(i).line && i > 0 && r.f(i - 1) !== undefined) return undefined
  return numberAt(r, i)
}

function afterTo(r: Reader, i: number): NumberMatch | undefined {
  if (r.at(i).line) return undefined
  const { f } = r.lexeme(i)
  if ((f === 'to' || f === 'until') && ['', 'و'].includes(r.at(i).word.proclitic)) return numberAt(r, i + 1)
  if (r.at(i).word.proclitic === 'ل' && r.lexeme(i).card && !r.at(i).word.article) return numberAt(r, i)
  if (r.is(i, 'او') && r.isDigits(i + 1)) return undefined
  return undefined
}

function splitAtAnd(r: Reader, i: number, whole: NumberMatch): NumberSpan | undefined {
  for (let j = whole.from + 1; j < whole.to; j++) {
    const at = afterAnd(r, j)
    if (at === undefined || at >= whole.to) continue
    const second = numberAt(r, at)
    if (second === undefined || second.to !== whole.to) continue
    return { from: i, to: whole.to, min: whole.value - second.value, max: second.value }
  }
  return undefined
}

function make(from: number, first: NumberMatch, second: NumberMatch): NumberSpan | undefined {
  let min = first.value
  const max = second.value
  if (first.scale === 1 && second.scale > 1 && min < second.value / second.scale) min *= second.scale
  // «من 131 إلى 123.5 مليار»: down by the scale that both share
  const isDown =
    first.scale === 1 && second.scale > 1 && min < 1000 && second.value > second.scale && min > max / second.scale
  if (isDown) return { from, to: second.to, min: max, max: min * second.scale }
  if (min >= max) return undefined
  return { from, to: second.to, min, max }
}

export { fractionAfter }
