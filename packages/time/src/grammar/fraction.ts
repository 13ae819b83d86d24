import { boundBefore } from './bounds.js'
import { fractionFigure } from './fraction-figure.js'
import { isPluralFraction, numberAt } from './number.js'
import { numeric } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Scan } from './rule.js'

export function fractionWord(r: Reader, i: number): { value: number; to: number } | undefined {
  const { lexeme, article } = r.at(i).word
  if (lexeme.fraction === undefined || article || lexeme.card !== undefined) return undefined
  return { value: lexeme.fraction, to: i + 1 }
}

/** What a part is taken of, and nobody counts. */
const WHOLES: ReadonlySet<string> = new Set(
  'اجمالي مجموع سكان السكان مساحه المساحه انتاج الانتاج عدد حجم قيمه القيمه الناتج الميزانيه الموازنه الدخل الطاقه العالم'.split(
    ' ',
  ),
)

const BY = /^[وف]?ب(?:مقدار|زياده|نسبه|واقع|معدل|تراجع|انخفاض|ارتفاع)$/
const OWNED = /(?:ه|ها|هم|هن)$/

const TAKES_A_PART = /^[وف]?(?:حذف|اكل|شرب|استهلك|اقتطع|التهم|وزع)/

/** خُمس, a fifth, as against خَمس, five. */
const DAMMA = 0x64f

/** نصف مليون، ثلثا السكان، ثلاثة أرباع، واحد من ثلاثة. */
export function fractionAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const { lexeme, article, proclitic } = r.at(i).word
  const make = (to: number, value: number): Found =>
    numeric(scan, i, to, 'number.fraction', { kind: 'number', value, form: 'fraction', certainty: 'exact' }, 1)
  const figure = fractionFigure(r, i)
  if (figure !== undefined && (scan.isFragment(i, figure.to) || r.at(figure.to).word.article))
    return make(figure.to, figure.value)
  const count = lexeme.card?.part === 'unit' || lexeme.card?.part === 'teen' ? numberAt(r, i) : undefined
  if (count !== undefined && isPluralFraction(r, count.to) && r.plain(count.to)) {
    return make(count.to + 1, count.value * (r.lexeme(count.to).fraction ?? 1))
  }
  // «واحد من ثلاثة» and «واحد على ثلاثة»
  if (count !== undefined && count.value === 1 && (r.f(count.to) === 'from' || r.is(count.to, 'علي'))) {
    // «واحدة من أربع دول» is one of them, «واحد من كل أربعة» a quarter
    const of = r.is(count.to + 1, 'كل') ? count.to + 2 : count.to + 1
    const whole = numberAt(r, of)
    const isShare =
      scan.isHead(i) ||
      of > count.to + 1 ||
      r.is(count.to, 'علي') ||
      !r.isWord(whole?.to ?? of) ||
      r.at(whole?.to ?? of).line
    if (isShare && whole && whole.value >= 2 && whole.value <= 100 && Number.isInteger(whole.value))
      return make(whole.to, 1 / whole.value)
  }
  // «بمقدار الربع», «بزيادة الثلث»: by so much of itself
  const isShare = article && lexeme.card === undefined && BY.test(r.at(i - 1).key) && !r.at(i).line
  if (isShare && lexeme.fraction !== undefined && r.lexeme(i + 1).ordinal === undefined)
    return make(i + 1, lexeme.fraction)
  if (lexeme.fraction === undefined || article || proclitic === 'ك') return undefined
  // «نصف الكرة الشمالي»: a half that has a name
  if (lexeme.fraction === 1 / 2 && r.is(i + 1, 'الكره') && /^ال(?:شمالي|جنوبي|غربي|شرقي|ارضي)ه?$/.test(r.at(i + 2).key))
    return undefined
  const scale = r.lexeme(i + 1).card
  if (
    scale !== undefined &&
    !r.at(i + 1).line &&
    r.plain(i + 1) &&
    (scale.part === 'scale' || scale.part === 'hundred') &&
    !scale.plural &&
    !scale.dual
  ) {
    if (lexeme.card !== undefined && lexeme.fraction < 1 / 4) return undefined
    const value = lexeme.fraction * scale.value
    return numeric(scan, i, i + 2, 'number', { kind: 'number', value, certainty: 'exact' }, 1)
  }
  // «خمس إجمالي الناتج» is a fifth, and no five
  // and so is «خمس الساعة»: a count has the plural after it
  const unit = r.at(i + 1).word.article && r.plain(i + 1) ? r.lexeme(i + 1).unit : undefined
  const isPart = unit?.count === 1 && unit.unit !== 'day' && !r.at(i + 1).line
  const isVocalised = r.text.charCodeAt(r.startOf(i) + 1) === DAMMA && r.stem(i).length === 3
  if (lexeme.card !== undefined)
    return lexeme.card.part === 'unit' && (isPart || isVocalised || WHOLES.has(r.at(i + 1).key))
      ? make(i + 1, lexeme.fraction)
      : undefined
  // «ثمن» is a price before it is an eighth
  // «اتساع» is a widening unless it is counted
  if (isPluralFraction(r, i)) return undefined
  // «التي تلت الانقلاب» followed it, «تقريره نصف السنوي» comes twice a year
  if (r.is(i, 'تلت') && r.at(i + 1).word.article && r.lexeme(i + 1).unit === undefined) return undefined
  if (/^(?:ال)?(?:سنوي|شهري|اسبوعي)(?:ه)?$/.test(r.at(i + 1).key) && !r.at(i + 1).line) return undefined
  if (r.stem(i) === 'ثمن' && !scan.isFragment(i, i + 1) && !TAKES_A_PART.test(r.at(i - 1).key)) return undefined
  const next = r.at(i + 1)
  const isDozen = next.key === 'دزينه' && !next.line
  if (isDozen)
    return numeric(scan, i, i + 2, 'number', { kind: 'number', value: 12 * lexeme.fraction, certainty: 'exact' }, 1)
  // «نصف نهائي», «ربع النهائي», and «نص» the text
  if (/^(?:(?:ال)?قرن$|(?:ال)?نها[يئ])/.test(next.key) || (r.stem(i) === 'نص' && !scan.isFragment(i, i + 1)))
    return undefined
  if (r.stem(i) === 'نص' && scan.isFragment(i, i + 1)) return make(i + 1, 0.5)
  // «ثلثي مكاسبه», «نصف ثروتها»: of what is somebody's
  const isOwned =
    next.kind === 'word' &&
    !next.line &&
    next.key.length >= 4 &&
    OWNED.test(r.text.slice(next.start, next.end)) &&
    !r.is(i, 'تلت')
  if (!scan.isFragment(i, i + 1) && !(next.kind === 'word' && (next.word.article || isOwned || boundBefore(r, i))))
    return undefined
  return make(i + 1, lexeme.fraction)
}
