import { LATIN } from '../lex/starts.js'
import { isIdentified } from './identifiers.js'
import type { Reader } from './reader.js'

const EXPONENTS: ReadonlySet<string> = new Set(['2', '3'])
const UNITS_WITH_EXPONENT: ReadonlySet<string> = new Set(['كم', 'م', 'سم', 'متر', 'كلم', 'ملم', 'km', 'm', 'cm'])

const STANDARDS = /^(?:ال)?(?:ايزو|ايسو)$|^iso$/

/** A small figure, a dash set to it and a word, where a line or a sentence begins or another word has just ended. */
function isEnumerator(r: Reader, i: number): boolean {
  if (r.at(i).key.length > 2 || !r.isSign(i + 1, '-–ـ') || !r.isWord(i + 2) || r.touches(i)) return false
  if (!r.touches(i + 1)) return r.at(i + 2).gap && (r.breaks(i) || isNumbered(r, i))
  if (r.lexeme(i + 2).card || r.lexeme(i + 2).unit || r.lexeme(i + 2).measure || r.lexeme(i + 2).month) return false
  return r.breaks(i) || r.touches(i + 2) || r.isSign(i - 1, ':') || isNumbered(r, i)
}

/** «هما: 1/أحمد 2/سالم»: a small figure with a stroke and a name set to it; «5/شوال» is a day, «80/ساعة» a rate. */
function isStroke(r: Reader, i: number): boolean {
  if (r.at(i).key.length > 2 || !r.isSign(i + 1, '/') || !r.touches(i + 1) || !r.touches(i + 2)) return false
  if (!r.isWord(i + 2) || r.touches(i) || r.isKnown(i + 2) || r.at(i + 2).key.length < 3) return false
  const value = Number(r.at(i).key)
  const says = (j: number, wanted: number): boolean =>
    j >= 0 && r.isDigits(j) && Number(r.at(j).key) === wanted && r.isSign(j + 1, '/') && r.isWord(j + 2)
  for (let k = 3; k <= POINT_LENGTH; k++) if (says(i + k, value + 1) || says(i - k, value - 1)) return true
  return false
}

/** «… عرفا. 5. هناك عوامل», «ما يأتي: 1. النهر 2. الجبل»: the figure numbers a point of a list. */
export const isListed = (r: Reader, i: number): boolean =>
  isPoint(r, i) &&
  (r.isWord(i + 2) || r.isSign(i + 2, '«"“(')) &&
  (r.breaks(i) || r.isSign(i - 1, ':') || isInRow(r, i))

const isPoint = (r: Reader, i: number): boolean =>
  r.isDigits(i) && r.at(i).key.length <= 2 && r.isSign(i + 1, '.') && r.touches(i + 1) && r.at(i + 2).gap

const POINT_LENGTH = 30

/** The point before or the next one stands not far. */
function isInRow(r: Reader, i: number): boolean {
  const value = Number(r.at(i).key)
  const says = (j: number, wanted: number): boolean => isPoint(r, j) && Number(r.at(j).key) === wanted
  for (let k = 2; k <= POINT_LENGTH; k++) if (says(i + k, value + 1) || (i >= k && says(i - k, value - 1))) return true
  return false
}

const isEra = (r: Reader, i: number): boolean => !r.at(i).line && (r.f(i) === 'hijri' || (r.is(i, 'م') && r.touches(i)))

/** «(872 - 950م)», «456-463هـ»: years before the thousandth, or of the Hijra. */
const isOfLife = (r: Reader, i: number): boolean =>
  (r.isSign(i + 1, '-–—') && r.isDigits(i + 2) && isEra(r, i + 3)) ||
  (r.isSign(i - 1, '-–—') && r.isDigits(i - 2) && isEra(r, i + 1))

const ITEM_LENGTH = 8

/** «12 - ميكرونيسيا 13 - باهاماس»: the next figure with a dash counts on, or the one before led here. */
function isNumbered(r: Reader, i: number): boolean {
  const value = Number(r.at(i).key)
  const says = (j: number, wanted: number): boolean =>
    r.isDigits(j) && Number(r.at(j).key) === wanted && r.isSign(j + 1, '-–ـ') && r.isWord(j + 2)
  for (let k = 3; k <= ITEM_LENGTH; k++) if (says(i + k, value + 1) || (i >= k && says(i - k, value - 1))) return true
  return false
}

/** A bracket was opened shortly before and not closed. */
function isBracketOpen(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j <= 12; j--) {
    if (r.isSign(j, ')')) return false
    if (r.isSign(j, '(')) return true
  }
  return false
}

/** «padding: 8», «0 1px 0 white»: styles and programs of a page. */
const isProgram = (r: Reader, i: number): boolean =>
  r.is(i + 1, 'px') ||
  r.is(i - 1, 'px') ||
  (r.isSign(i - 1, ':') && r.touches(i - 1) && /^[a-z]/.test(r.at(i - 2).key) && !r.at(i).line) ||
  (r.isSign(i + 1, '{') && /^[a-z]/.test(r.at(i - 1).key))

/** «رقم 6461/4/9/276»: the parts of a file's number. */
function isFiled(r: Reader, i: number): boolean {
  let first = i
  while (r.isSign(first - 1, '/') && r.isDigits(first - 2) && r.touches(first) && r.touches(first - 1)) first -= 2
  let last = i
  while (r.isSign(last + 1, '/') && r.isDigits(last + 2) && r.touches(last + 1) && r.touches(last + 2)) last += 2
  return last - first >= 6
}

/** «4-3-2-1», «4-3-3»: how a team lines up. */
function isFormation(r: Reader, i: number): boolean {
  const isOne = (j: number): boolean => r.isDigits(j) && r.at(j).key.length === 1
  const goesOn = (j: number): boolean => r.isSign(j + 1, '-–') && r.touches(j + 1) && isOne(j + 2) && r.touches(j + 2)
  if (isOne(i) && goesOn(i) && goesOn(i + 2)) return true
  // «تشكيلة 1 - 3 - 2 - 4» set apart, any of its figures
  const isSpaced = (j: number): boolean => isOne(j) && r.isSign(j + 1, '-–') && isOne(j + 2)
  let first = i
  while (isSpaced(first - 2)) first -= 2
  let last = i
  while (isSpaced(last)) last += 2
  return last - first >= 4 && (LINES_UP.test(r.at(first - 1).key) || LINES_UP.test(r.at(first - 2).key))
}

const LINES_UP = /^[وبل]?(?:ال)?(?:تشكيل|تشكيله|تشكيلته|تشكيلتها|خطه|خطته|طريقه|طريقته|اسلوب|رسم|نظام|نهج)$/

/**
 * A figure with white space and an Arabic word on either side, as most are. Codes, scores and items of a list have a sign
 * or a Latin letter beside them: what is asked below of such a figure would be denied.
 */
export const isBetweenWords = (r: Reader, i: number): boolean =>
  r.isDigits(i) &&
  r.isWord(i - 1) &&
  r.isWord(i + 1) &&
  !r.touches(i) &&
  !r.touches(i + 1) &&
  ((r.mask(i - 1) | r.mask(i + 1)) & LATIN) === 0

/** Digits inside addresses, phone numbers and codes: nothing to count. */
export function isPartOfCode(r: Reader, i: number): boolean {
  if (r.isSign(i, '.٫') && r.isDigits(i + 1) && r.at(i + 1).key.length === 4) return true
  if (r.isSign(i, '.') && r.isDigits(i + 1) && r.isWord(i + 2) && r.touches(i + 2) && r.isSign(i + 3, '.')) return true
  if (!r.isDigits(i)) return false
  if (isOfLife(r, i)) return true
  if (isProgram(r, i) || isFormation(r, i) || isFiled(r, i)) return true
  // «.1إم.دي.بي»: letters by their names
  if (r.isSign(i - 1, '.') && r.touches(i) && r.isWord(i + 1) && r.touches(i + 1) && r.isSign(i + 2, '.')) return true
  // «العام المالي 19/2018»
  const isLaterFirst = r.isSign(i - 1, '/') && r.touches(i) && r.touches(i - 1) && r.at(i - 2).key.length === 2
  if (isLaterFirst && r.at(i).key.length === 4 && Number(r.at(i - 2).key) === (Number(r.at(i).key) + 1) % 100)
    return true
  // «القضية رقم 1074/ 2017», «أيزو 9001 : 2008»: the second half of a number
  const isSecond = r.isSign(i - 1, '/:-') && r.isDigits(i - 2) && !r.at(i).line
  const isOfArticle = isSecond && r.isSign(i - 1, '/') && r.touches(i) && isIdentified(r, i - 3, false)
  if (
    isOfArticle ||
    (isSecond && (r.is(i - 3, 'عدد') || r.is(i - 3, 'رقم') || r.is(i - 3, 'برقم') || STANDARDS.test(r.at(i - 3).key)))
  )
    return true
  // «رقم (53 / 30)»: the second half of a number
  if (r.isSign(i - 1, '/') && r.isDigits(i - 2) && r.isSign(i - 3, '(') && isIdentified(r, i - 4, true)) return true
  // «4) …»: the figure numbers a point of a list
  if (r.isSign(i + 1, ')') && r.touches(i + 1) && !r.isSign(i - 1, '(') && !isBracketOpen(r, i)) return true
  // «7-كوريا 8-اليابان», «٣- توصيل الهاتف»: it numbers an item
  if (isEnumerator(r, i) || isStroke(r, i)) return true
  // «العام 1436/1437هـ»: the year is told with its second half
  const isYearAndNext = (j: number): boolean =>
    r.isSign(j + 1, '/-') && r.at(j).key.length === 4 && Number(r.at(j + 2).key) === Number(r.at(j).key) + 1
  if (isYearAndNext(i) || (r.isDigits(i - 2) && isYearAndNext(i - 2))) return true
  // «عام 2022/21»: two years, the later one first
  const isPair = (j: number): boolean =>
    r.isSign(j + 1, '/') &&
    r.touches(j + 1) &&
    r.touches(j + 2) &&
    r.at(j).key.length === 4 &&
    r.at(j + 2).key.length === 2
  if (r.isDigits(i + 2) ? isPair(i) : r.isDigits(i - 2) && isPair(i - 2)) return true
  // «103 كم2»: the exponent of a unit
  if (r.touches(i) && EXPONENTS.has(r.at(i).key) && UNITS_WITH_EXPONENT.has(r.at(i - 1).key)) return true
  // «الساعة 47ر09»: a clock time with its halves the other way round
  if (r.is(i - 1, 'ر') && r.touches(i) && r.touches(i - 1) && r.isDigits(i - 2)) return true
  // ['a1894',1109] of a page's program
  if (r.touches(i) && r.isSign(i - 1, ',') && r.touches(i - 1) && r.isSign(i - 2, `'"]`)) return true
  // «أندرويد إصدار 5.1.1»: three figures and their points
  const isStep = (j: number): boolean =>
    r.isSign(j + 1, '.') && r.touches(j + 1) && r.isDigits(j + 2) && r.touches(j + 2) && r.at(j + 2).key.length <= 2
  if (r.at(i).key.length <= 2 && isStep(i) && isStep(i + 2)) return true
  // a file: 14361010.pdf
  if (r.isSign(i + 1, '.') && r.touches(i + 1) && r.touches(i + 2) && /^[a-z]/.test(r.at(i + 2).key)) return true
  // the second half of a version or an address: USB 3.1, news-14361021-1.aspx
  if (r.touches(i) && r.isSign(i - 1, '.-–') && r.touches(i - 1) && r.isDigits(i - 2)) return true
  if (
    r.touches(i) &&
    (r.isSign(i - 1, '#@_&=?%') ||
      (r.isSign(i - 1, '/') && r.isWord(i - 2) && (r.touches(i - 1) || r.at(i - 2).key.length <= 2)))
  )
    return true
  if (r.touches(i + 1) && (r.isSign(i + 1, '_@') || /^[a-z]/.test(r.at(i + 1).key)))
    return !r.lexeme(i + 1).currency && !r.lexeme(i + 1).measure && !['e', 'h'].includes(r.at(i + 1).key)
  return false
}
