import { CARD, DIGITS, PARTICLE } from '../lex/starts.js'
import { isWiredDecimal, type Literal, literalAt } from './literal.js'
import type { Match, Reader } from './reader.js'
import { bare, card, type Piece, scalesAt } from './scales.js'

export interface NumberMatch extends Match {
  readonly value: number
  /** Printed in digits only: dates and clock times ask for these. */
  readonly digits: string | undefined
  readonly words: boolean
  readonly article: boolean
  /** 1.250 may be a thousand and a quarter thousand, or one and a quarter. */
  readonly alternatives: readonly number[] | undefined
  /** The largest scale word: ألف 1000. */
  readonly scale: number
  /** آلاف after a bare magnitude, ألفي: the number needs a noun after it. */
  readonly dual: boolean
}

/** The longest cardinal number that begins at token i, in digits, words or both, or undefined. */
export function numberAt(r: Reader, i: number): NumberMatch | undefined {
  if ((r.mask(i) & (DIGITS | CARD | PARTICLE)) === 0) return undefined
  const known = r.numbers[i]
  if (known !== undefined) return known ?? undefined
  return r.remember(r.numbers, i, read(r, i))
}

/** After an «و», attached or alone: the index of the word or digits it introduces. */
export function afterAnd(r: Reader, i: number): number | undefined {
  if (!r.isKnown(i)) return undefined
  const token = r.at(i)
  if (token.kind !== 'word') return undefined
  if (token.word.proclitic === 'و') return i
  // «وأحد عشر» folds to the letters of واحد
  if (token.key === 'واحد' && (isTeenTail(r, i + 1) || 'أإ'.includes(r.text.charAt(token.start + 1)))) return i
  if (token.key === 'و' && !r.at(i + 1).line) return i + 1
  return undefined
}

function read(r: Reader, i: number): NumberMatch | undefined {
  if (r.f(i) === 'minus') {
    const next = r.plain(i) ? numberAt(r, i + 1) : undefined
    return next && { ...next, from: i, value: -next.value }
  }
  const literal = literalAt(r, i)
  const first = literal ?? chunkAt(r, i)
  let j: number
  let value: number
  let scale = 1
  let dual = false
  let decimal = false
  if (first !== undefined) {
    j = first.to
    value = first.value
    const point = r.f(j) === 'point' && literal === undefined ? chunkAt(r, j + 1) : undefined
    if (point !== undefined) {
      value += point.value / 10 ** String(point.value).length
      j = point.to
      decimal = true
    }
    const scaled = scalesAt(r, j)
    if (scaled !== undefined && !isOrdinalMillion(r, j)) {
      // three digits after one point are decimals when a scale follows: 1.250 مليون
      const read = isWiredDecimal(r, i) ? value : (literal?.alternatives?.[0] ?? value)
      value = read * scaled.value
      scale = scaled.value
      j = scaled.to
    } else if (literal !== undefined) {
      return finish(r, i, j, value, literal, scale)
    }
  } else {
    const word = card(r, i)
    if (word?.part !== 'scale' || word.plural) return undefined
    const isPair = word.dual !== true && isPairInConstruct(r, i)
    dual = word.dual === true || isPair
    value = isPair ? 2 * word.value : word.value
    scale = word.dual ? word.value / 2 : word.value
    j = i + 1
    const more = dual ? undefined : scalesAt(r, j)
    if (more !== undefined) {
      value *= more.value
      scale *= more.value
      j = more.to
    } else if (word.dual) {
      const after = bare(r, j)
      if (after?.part === 'scale' && !after.dual && after.value > scale) {
        value *= after.value
        scale *= after.value
        j++
      }
    }
  }
  // smaller groups, each joined by «و»: مليونان وخمسمئة ألف وثلاثة
  let limit = scale
  for (let groups = 0; groups < 6 && limit > 1; groups++) {
    const half = fractionAfter(r, j)
    if (half !== undefined) {
      value += half.value * limit
      j = half.to
      const again = r.lexeme(j).card
      if (again?.part === 'scale' && again.value === limit) j++
      break
    }
    const next = groupAt(r, j, limit)
    if (next === undefined) break
    value += next.value
    limit = next.scale
    j = next.to
  }
  if (decimal && scale === 1) value = Number(value.toFixed(6))
  return finish(r, i, j, value, scale === 1 ? literal : undefined, scale, dual)
}

/** No noun that is counted begins so: a preposition, a conjunction, a relative or an adverb in ‑ا. */
const NOT_COUNTED =
  /^(?:في|فيما|من|عن|مع|الي|علي|حتي|منذ|قبل|بعد|خلال|بين|لدي|عند|ضد|او|ام|ثم|كل|ما|لا|لم|لن|قد|ان|هذا|هذه|التي|الذي|الذين|كما|بل|.*ا)$/

/**
 * «مليارا جنيه», «ألفا متظاهر»: the nominative dual loses its ن before what it counts. «مليارا» may be one in the accusative
 * too, which takes no noun in the genitive: it stands before «و», a particle or the end.
 */
function isPairInConstruct(r: Reader, i: number): boolean {
  const { stem, article } = r.at(i).word
  if (article || !stem.endsWith('ا') || r.hasTanwin(i)) return false
  if (stem === 'الفا') return true
  const next = r.at(i + 1)
  return (
    next.kind === 'word' &&
    !next.line &&
    !next.word.article &&
    next.word.proclitic === '' &&
    next.word.lexeme.f === undefined &&
    !NOT_COUNTED.test(next.key) &&
    afterAnd(r, i + 1) === undefined
  )
}

function finish(
  r: Reader,
  from: number,
  to: number,
  value: number,
  literal: Literal | undefined,
  scale: number,
  dual = false,
): NumberMatch {
  const isWhole = literal !== undefined && to === literal.to
  return {
    from,
    to,
    value: !Number.isInteger(value) && Math.abs(value) > 1e6 ? Number(value.toFixed(3)) : value,
    words: literal === undefined || to > literal.to,
    article: r.at(from).word.article,
    scale,
    digits: isWhole ? literal.plain : undefined,
    alternatives: isWhole ? literal.alternatives : undefined,
    dual,
  }
}

/** المليون after a digit belongs to an ordinal or a noun phrase: «في 2 المليون» is not read together. */
function isOrdinalMillion(r: Reader, i: number): boolean {
  return r.at(i).word.article
}

function groupAt(r: Reader, i: number, limit: number): (Piece & { scale: number }) | undefined {
  const joined = afterAnd(r, i)
  let at = joined
  if (at === undefined) {
    // spoken numbers drop «و» before a hundred: ألف تسعمية; so do figures: مليون 760 ألف
    const isFigure = limit >= 1e6 && r.isDigits(i) && !r.at(i).line && (scalesAt(r, i + 1)?.value ?? limit) < limit
    if (!isFigure && (bare(r, i)?.part !== 'hundred' || limit < 1000)) return undefined
    at = i
  }
  if (r.at(at).word.article) return undefined
  const word = card(r, at)
  if (word?.part === 'scale') {
    const scale = word.dual ? word.value / 2 : word.value
    return !word.plural && scale < limit ? { value: word.value, to: at + 1, scale } : undefined
  }
  const literal = at === i && !r.isDigits(at) ? undefined : literalAt(r, at)
  const first = literal ?? chunkAt(r, at)
  if (first === undefined || (literal && !Number.isInteger(literal.value))) return undefined
  const scaled = scalesAt(r, first.to)
  const scale = scaled?.value ?? 1
  const value = first.value * scale
  if (value >= limit || scale >= limit || value <= 0) return undefined
  return { value, to: scaled?.to ?? first.to, scale }
}

/** A number below a thousand in words. */
function chunkAt(r: Reader, i: number): Piece | undefined {
  const word = card(r, i)
  if (word === undefined || word.part === 'scale') return undefined
  if (word.part === 'hundred') {
    // «0.2 في المئة إلى»: the sign of a share
    if (word.value === 100 && r.f(i - 1) === 'in' && r.hasArticle(i)) return undefined
    const tail = tailAt(r, i + 1)
    if (word.bound && tail === undefined && r.length > 2) return undefined
    return { value: word.value + (tail?.value ?? 0), to: tail?.to ?? i + 1 }
  }
  if (word.part === 'unit') {
    const next = bare(r, i + 1)
    if (next?.part === 'hundred' && !next.dual && next.value === 100 && word.value > 2) {
      const tail = tailAt(r, i + 2)
      return { value: word.value * 100 + (tail?.value ?? 0), to: tail?.to ?? i + 2 }
    }
  }
  return belowHundredAt(r, i)
}

function tailAt(r: Reader, i: number): Piece | undefined {
  const joined = afterAnd(r, i)
  if (joined !== undefined) {
    if (r.isDigits(joined) || r.at(joined).word.article) return undefined
    return belowHundredAt(r, joined)
  }
  const next = bare(r, i)
  return next !== undefined && (next.part === 'unit' || next.part === 'ten') && !next.bound
    ? belowHundredAt(r, i)
    : undefined
}

function belowHundredAt(r: Reader, i: number): Piece | undefined {
  const word = card(r, i)
  if (word === undefined) return undefined
  if (word.part === 'ten' || word.part === 'teen') return { value: word.value, to: i + 1 }
  if (word.part !== 'unit') return undefined
  if (isTeenTail(r, i + 1) && word.value > 0 && r.plain(i + 1)) return { value: 10 + word.value, to: i + 2 }
  const joined = afterAnd(r, i + 1)
  if (joined !== undefined && word.value > 0) {
    const ten = card(r, joined)
    if (ten?.part === 'ten' && (!r.at(joined).word.article || r.at(i).word.article)) {
      return { value: word.value + ten.value, to: joined + 1 }
    }
  }
  return word.bound ? undefined : { value: word.value, to: i + 1 }
}

function isTeenTail(r: Reader, i: number): boolean {
  const stem = r.stem(i)
  return (stem === 'عشر' || stem === 'عشره') && !r.at(i).word.article
}

/** «ونصف» and its like after a number or a unit. */
export function fractionAfter(r: Reader, i: number): Piece | undefined {
  const at = afterAnd(r, i)
  if (at === undefined) return undefined
  const whole = r.lexeme(at)
  const next = r.lexeme(at + 1)
  if (whole.card?.part === 'unit' && next.fraction !== undefined && isPluralFraction(r, at + 1)) {
    return { value: whole.card.value * next.fraction, to: at + 2 }
  }
  if (whole.fraction === undefined || whole.card !== undefined) return undefined
  return { value: whole.fraction, to: at + 1 }
}

export function isPluralFraction(r: Reader, i: number): boolean {
  return ['ارباع', 'اخماس', 'اسداس', 'اسباع', 'اثمان', 'اتساع', 'اعشار', 'اثلاث'].includes(r.stem(i))
}
