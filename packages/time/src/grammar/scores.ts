import { CARD, NOUN } from '../lex/starts.js'
import { numberAt } from './number.js'
import { numeric } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'

/** فاز 3-1، بنتيجة 2 - 0، بهدفين لهدف. */
export function scoreAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const nil = nilScore(scan, i)
  if (nil !== undefined) return nil
  if (
    !r.isDigits(i) ||
    r.at(i).key.length > 3 ||
    !r.isSign(i + 1, '-–/:ـ') ||
    !r.isDigits(i + 2) ||
    r.at(i + 2).key.length > 3
  )
    return undefined
  if (r.isSign(i + 3, '-–/:.') && r.touches(i + 3) && r.isDigits(i + 4)) return undefined
  if (r.touches(i) && r.isSign(i - 1, '-–/.:') && r.isDigits(i - 2)) return undefined
  // «يوم الثلاثاء 5-10»: a day and its month
  if (r.lexeme(i - 1).weekday !== undefined && r.stem(i - 2) === 'يوم' && !r.at(i).line) return undefined
  const [a, b] = [Number(r.at(i).key), Number(r.at(i + 2).key)]
  const tight = r.touches(i + 1) && r.touches(i + 2) && !r.isSign(i + 1, '/:')
  // 3-2 falls, so it is no range; with a game near it is a result, and so is 1-2
  // «16-25, 26-24» of volleyball, and «3 / 0» set apart
  const isSet = a <= 35 && b <= 35 && tight && isPair(r, i - 4) && r.isSign(i - 1, ',،')
  const isApart = r.isSign(i + 1, '/') && r.at(i + 1).gap && r.at(i + 2).gap && a <= 9 && b <= 9
  // «الساحلي 3 - 1 نتيجة الذهاب»: between two names
  const isLoose =
    r.isSign(i + 1, '-–') &&
    r.at(i + 1).gap &&
    r.at(i + 2).gap &&
    ((a <= 45 && b <= 45) || isOfBaskets(a, b)) &&
    r.isWord(i - 1) &&
    r.f(i - 1) === undefined &&
    !isCountedHere(r, i + 3)
  // «6-3 و6-7 (7-9) و6-4» of tennis
  const isAfterBreak = r.isSign(i - 2, ')') && isPair(r, i - 5)
  const isChained = a <= 7 && b <= 7 && tight && r.is(i - 1, 'و') && (isPair(r, i - 4) || isAfterBreak)
  // «3-6 و6-3 و6-4»: sets of a match, the first lost; «6-3» is no range
  const isInSets = a <= 7 && b <= 7 && tight && isOfSets(r, i)
  const isBreak = tight && r.isSign(i - 1, '(') && r.isSign(i + 3, ')') && isPair(r, i - 4)
  // «الملعب النابلي 71-56»: of basketball, between two names
  const isBaskets =
    tight && isOfBaskets(a, b) && r.isWord(i - 1) && r.f(i - 1) === undefined && !isCountedHere(r, i + 3)
  // «على النهر (3 ــ 1)»: a pair that falls is no stretch
  const isFalling = r.isSign(i - 1, '(') && r.isSign(i + 3, ')') && r.isWord(i - 2) && r.isSign(i + 1, '-–ـ')
  if (isFalling && a > b && a <= 15 && !r.at(i - 1).line)
    return numeric(scan, i, i + 3, 'score', { kind: 'score', value: a, against: b, certainty: 'exact' }, 4)
  const isResult =
    isSet ||
    isBaskets ||
    isBreak ||
    isLoose ||
    isChained ||
    isApart ||
    (a <= 20 && b <= 20 && tight && (a >= b ? r.lexeme(i + 3).unit === undefined : true))
  if (!isBreak && !isInSets && !scoreWordNear(r, i) && !(isResult && isGameNear(r, i))) return undefined
  return numeric(scan, i, i + 3, 'score', { kind: 'score', value: a, against: b, certainty: 'exact' }, 4)
}

function isCountedHere(r: Reader, i: number): boolean {
  const { unit, measure, currency, noun, card } = r.lexeme(i)
  return (
    !r.at(i).line &&
    ([unit, measure, currency, noun, card].some((known) => known !== undefined) ||
      (/ا$/.test(r.at(i).key) && !/^(?:ذهاب|اياب)ا$/.test(r.at(i).key)))
  )
}

const isOfBaskets = (a: number, b: number): boolean => a >= 40 && b >= 40 && a <= 140 && b <= 140

/** Pairs joined by «و», two or more of them, one of which falls: games of tennis. */
function isOfSets(r: Reader, i: number): boolean {
  const isJoined = (j: number): boolean => j >= 0 && isPair(r, j) && r.is(j + 3, 'و') && isPair(r, j + 4)
  let first = i
  while (isJoined(first - 4)) first -= 4
  let last = i
  while (isJoined(last)) last += 4
  if (last === first) return false
  for (let j = first; j <= last; j += 4) {
    const [a, b] = [Number(r.at(j).key), Number(r.at(j + 2).key)]
    if (a > 7 || b > 7 || Math.max(a, b) < 6) return false
  }
  return true
}

const isPair = (r: Reader, i: number): boolean => r.isDigits(i) && r.isSign(i + 1, '-–') && r.isDigits(i + 2)

/** Goals counted in words: بهدف، هدفين، ثلاثة أهداف، برباعية. */
function goalsAt(r: Reader, i: number): { readonly goals: number; readonly to: number } | undefined {
  const { lexeme, proclitic, article } = r.at(i).word
  if (article || (proclitic !== '' && proclitic !== 'ب' && proclitic !== 'ل')) return undefined
  if (lexeme.goals !== undefined) return { goals: lexeme.goals, to: i + 1 }
  const number = numberAt(r, i)
  const counts = number?.scale === 1 && Number.isInteger(number.value) && r.is(number.to, 'اهداف')
  return counts && number ? { goals: number.value, to: number.to + 1 } : undefined
}

const CLEAN = /^(?:نظيف(?:ه|ين|ا)?|بيضاء)$/

/** 3-صفر، صفر/2. */
function nilScore(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  if (!r.isSign(i + 1, '-–/ـ')) return undefined
  const isNil = (j: number): boolean => r.stem(j) === 'صفر' && r.plain(j)
  if (isNil(i) && isNil(i + 2))
    return numeric(scan, i, i + 3, 'score', { kind: 'score', value: 0, against: 0, certainty: 'exact' }, 4)
  const isFew = (j: number): boolean => r.isDigits(j) && r.at(j).key.length <= 2
  if (!(isNil(i) && isFew(i + 2)) && !(isFew(i) && isNil(i + 2))) return undefined
  const [a, b] = [isNil(i) ? 0 : Number(r.at(i).key), isNil(i + 2) ? 0 : Number(r.at(i + 2).key)]
  return numeric(scan, i, i + 3, 'score', { kind: 'score', value: a, against: b, certainty: 'exact' }, 4)
}

const GAME_WORDS =
  /(?:منتخب|مبارا|لقاء|نتائج|المجموعات|مونديال|خسر|تعادل|هدف|اهداف|الدوري|كاس|شوط|الشوط|الفريق|فريق|النادي|نادي|بطوله|الملعب|الذهاب|الاياب|المجموعه|نظيره|ضيفه|مضيفه|لاعب|الحارس|التمديد|الترجيح|نهائي|تنس|الطائره|الطايره|السله|الاشواط|الميدالي|ذهابا|ايابا|مجموعات|مقابلات|مقابله|الجوله|الرابطه|الترجي|المتلوي|حكام|الفايز|ارسال)/

function isGameNear(r: Reader, i: number): boolean {
  for (let j = Math.max(0, i - 14); j < i + 10 && j < r.length; j++)
    if (r.isWord(j) && GAME_WORDS.test(r.at(j).key)) return true
  return false
}

const SCORE_WORDS =
  /^(?:و|ف|ب|ل|ال|بال)*(?:فاز|فوز|خسر|خسار|تعادل|نتيج|هزم|هزيم|تغلب|مبارا|سجل$|مقابل$|انتصار|انتصر|تقدم$|تقدمه$|شوط$|[يت]?كسب|[يت]?حسم)/

function scoreWordNear(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j <= 6 && !r.breaks(j + 1); j--)
    if (r.isWord(j) && SCORE_WORDS.test(r.at(j).key)) return true
  return r.is(i + 3, 'لصالح') || r.is(i + 3, 'لمصلحه')
}

/** بهدفين لهدف، بثلاثة أهداف مقابل هدف، بهدف دون رد، برباعية نظيفة. */
const inWords: Rule = {
  id: 'score.words',
  starts: NOUN | CARD,
  suits: ({ word }) => word.lexeme.goals !== undefined || word.lexeme.card !== undefined,
  opens: ({ r }, i, mask) => ((mask & CARD) !== 0 && r.is(i + 1, 'اهداف')) || r.lexeme(i).goals !== undefined,
  find(scan, i) {
    const { r } = scan
    const first = goalsAt(r, i)
    if (first === undefined || r.at(first.to).line) return undefined
    const make = (to: number, against: number): Found | undefined =>
      numeric(scan, i, to, 'score', { kind: 'score', value: first.goals, against, certainty: 'exact' }, 4)
    if (CLEAN.test(r.at(first.to).key)) return make(first.to + 1, 0)
    const isDown = ['دون', 'بدون', 'من'].includes(r.at(first.to).key)
    if (isDown) {
      const at = r.is(first.to, 'من') && r.is(first.to + 1, 'دون') ? first.to + 2 : first.to + 1
      if (at === first.to + 1 && r.is(first.to, 'من')) return undefined
      return ['رد', 'مقابل'].includes(r.at(at).key) ? make(at + 1, 0) : undefined
    }
    const at = r.is(first.to, 'مقابل') ? first.to + 1 : first.to
    if (at === first.to && r.at(at).word.proclitic !== 'ل') return undefined
    const isNil = r.is(at, 'لا') && r.is(at + 1, 'شيء')
    // «بهدف لصفر» is no day of Safar
    if (r.stem(at) === 'صفر') return make(at + 1, 0)
    if (isNil) return make(at + 2, 0)
    const second = goalsAt(r, at) ?? (r.stem(at) === 'واحد' ? { goals: 1, to: at + 1 } : undefined)
    if (second === undefined) return undefined
    return make(r.stem(second.to) === 'واحد' ? second.to + 1 : second.to, second.goals)
  },
}

export const scoreRules: readonly Rule[] = [inWords]
