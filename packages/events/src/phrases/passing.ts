import type { Word } from '../forms/words.js'

export const COMMA = /^[،,\-–—]$/
const ROUNDING = new Set('يقل يزيد يقارب يناهز يربو يفوق يتجاوز'.split(' '))
const ABOUT = new Set('نحو حوالي زهاء قرابة'.split(' '))
const NUMERAL = /^(?:ما?ئ|ما?ية|مائ|الف|مليون|عشر|اثن|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)[\u0621-\u064a]{0,4}$/
const LONGEST_BRACKET = 14

/** «ما لا يقل عن 20 شخصا», «نحو مئة متظاهر»: where the figure begins that these words round. */
export function afterApproximation(words: readonly Word[], at: number): number {
  if (words[at]?.mention === undefined && ABOUT.has(words[at]?.whole ?? '')) {
    const next = words[at + 1]
    return next?.token.kind === 'number' || NUMERAL.test(next?.whole ?? '') ? at + 1 : at
  }
  if (words[at]?.whole !== 'ما') return at
  const verb = words[at + 1]?.whole === 'لا' ? at + 2 : at + 1
  if (!ROUNDING.has(words[verb]?.whole ?? '')) return at
  const after = words[verb + 1]?.whole
  return after === 'عن' || after === 'علي' || after === 'من' ? verb + 2 : verb + 1
}

export function skipQuotes(words: readonly Word[], at: number): number {
  let next = at
  while (words[next]?.form.isQuote === true) next++
  return next
}

/** Behind the time that a word belongs to. */
export function afterTime(words: readonly Word[], at: number): number {
  const time = words[at]?.time
  let next = at
  while (next < words.length && words[next]?.time === time) next++
  return next
}

export function afterBracket(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < words.length && i < at + LONGEST_BRACKET; i++) {
    if (words[i]?.form.isClosing === true) return i + 1
  }
  return at + 1
}

/** True where a name ends at a word. */
export function endsInName(words: readonly Word[], at: number): boolean {
  for (let i = at; i >= 0 && i >= at - LONGEST_NAME; i--) {
    const word = words[i]
    if (word === undefined) return false
    if (word.mention !== undefined) return word.mention.named && word.mention.to === at + 1
    if (!word.inside) return false
  }
  return false
}
const LONGEST_NAME = 6

/** «قتلوا برصاص الجيش مشيرة إلى أن», «قائدا ميدانيا مضيفا أنه»: a participle of saying, which is said of who speaks and part of no phrase. */
export function goesOnSaying(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return (
    word !== undefined &&
    !word.conjunction &&
    word.mention === undefined &&
    SAYING.test(word.whole) &&
    SAID.test(words[at + 1]?.whole ?? '')
  )
}
const SAYING =
  /^(?:مشير|لافت|موضح|مؤكد|مضيف|مبين|منوه|معتبر|مشدد|محذر|معلن|مذكر|متابع|مستطرد|مستدرك|مردف|زاعم|كاشف|معرب|معبر|منبه|مصرح|مجدد|ملمح|مرجح|متوقع|مستبعد|مستدل)(?:ا|ة)$/
const SAID = /^(?:ا[نل]|بان|ب?انه?ا?م?|الي|علي|عن|اي)$/
