import { afterAnd, numberAt } from './number.js'
import type { Match, Reader } from './reader.js'

export interface OrdinalMatch extends Match {
  readonly value: number
  readonly article: boolean
  readonly digits: boolean
}

/** An ordinal that begins at token i: الثالثة والثلاثين، أول، الـ78, or undefined. */
export function ordinalAt(r: Reader, i: number): OrdinalMatch | undefined {
  // every rank is in the tables, and so are the letters of an article that is printed apart
  if (!r.isKnown(i)) return undefined
  const known = r.ordinals[i]
  if (known !== undefined) return known ?? undefined
  return r.remember(r.ordinals, i, read(r, i))
}

const AGED = /^[وف]?(?:كان|كانت|هو|هي|ابن|ابنه|ابنها|ابنته|ابنتها|طفل|طفله|طفلا|فتاه|فتي|صبي|شاب)$/

/** «كان ابنها في الثانية عشرة», «في الثلاثين من العمر»: years of a life, and neither an hour nor a rank. */
export function isAge(r: Reader, i: number, to: number): boolean {
  // «في سن الأربعين», «دون سن الثامنة عشرة»
  if (r.is(i - 1, 'سن') && !r.at(i).line) return true
  const isSecond = r.at(i).word.proclitic === 'و' && r.lexeme(i - 1).ordinal !== undefined && r.f(i - 2) === 'in'
  if (isSecond && isOfLife(r, to)) return true
  // «بلغ الـ37 من العمر»
  if (r.isDigits(to - 1)) return isOfLife(r, to)
  if (r.f(i - 1) !== 'in') return false
  // «في الرابعة والسادسة من العمر»
  const joined = afterAnd(r, to)
  const second = joined === undefined ? undefined : ordinalAt(r, joined)
  if (second !== undefined && isOfLife(r, second.to)) return true
  return AGED.test(r.at(i - 2).key) || isOfLife(r, to)
}

const isOfLife = (r: Reader, i: number): boolean =>
  r.f(i) === 'from' && /^(?:ال)?(?:عمر|سن)(?:ه|ها|هم|هن|ي)?$/.test(r.at(i + 1).key)

function read(r: Reader, i: number): OrdinalMatch | undefined {
  const token = r.at(i)
  if (token.kind !== 'word') return undefined
  const isArticle = token.key === 'ال' || token.key === 'لل' || token.key === 'وال' || token.key === 'بال'
  if (isArticle) {
    if (r.isDigits(i + 1)) return { from: i, to: i + 2, value: Number(r.at(i + 1).key), article: true, digits: true }
    return undefined
  }
  const { article, lexeme } = token.word
  // «أولي» is preliminary, «أولى» first; folding has made one of them
  const isPreliminary =
    token.word.stem === 'اولي' &&
    r.text.charAt(token.end - 1) === 'ي' &&
    r.text.slice(token.start, token.end).includes('أ')
  const base = isPreliminary ? undefined : lexeme.ordinal
  if (base !== undefined) {
    const unit = base === 11 ? 1 : base
    const tail = r.at(i + 1)
    const isTeen = tail.word.stem === 'عشر' || tail.word.stem === 'عشره'
    if (isTeen && tail.word.proclitic === '') return { from: i, to: i + 2, value: unit + 10, article, digits: false }
    const joined = afterAnd(r, i + 1)
    const ten = joined === undefined ? undefined : r.lexeme(joined).card
    if (joined !== undefined && ten?.part === 'ten' && (r.at(joined).word.article || !article)) {
      return { from: i, to: joined + 1, value: unit + ten.value, article, digits: false }
    }
    if (base === 11) return undefined
    // «الأول بعد المئة»; the tables know the word as the sign of a percentage too
    const isHundred = r.f(i + 1) === 'after' && ['المءه', 'الميه', 'المايه'].includes(r.at(i + 2).key)
    if (isHundred) return { from: i, to: i + 3, value: unit + 100, article, digits: false }
    const beyond = r.f(i + 1) === 'after' && r.at(i + 2).word.article ? r.lexeme(i + 2).card : undefined
    if (beyond !== undefined && (beyond.part === 'hundred' || beyond.part === 'scale')) {
      const whole = numberAt(r, i + 2)
      if (whole !== undefined) return { from: i, to: whole.to, value: unit + whole.value, article, digits: false }
    }
    return { from: i, to: i + 1, value: base, article, digits: false }
  }
  return article ? fromCardinal(r, i) : undefined
}

/** Cardinals with the article that count places: الواحد والعشرون، العشرون، المئة والخامس عشر. */
function fromCardinal(r: Reader, i: number): OrdinalMatch | undefined {
  const word = r.lexeme(i).card
  if (word === undefined) return undefined
  const make = (to: number, value: number): OrdinalMatch => ({ from: i, to, value, article: true, digits: false })
  if (word.part === 'ten') return make(i + 1, word.value)
  if (word.part === 'unit' && word.value === 1) {
    const tail = r.at(i + 1).word
    if ((tail.stem === 'عشر' || tail.stem === 'عشره') && tail.proclitic === '') return make(i + 2, 11)
    const joined = afterAnd(r, i + 1)
    const ten = joined === undefined ? undefined : r.lexeme(joined).card
    if (joined !== undefined && ten?.part === 'ten' && r.at(joined).word.article) return make(joined + 1, 1 + ten.value)
    return undefined
  }
  const split = word.part === 'unit' ? r.lexeme(i + 1).card : undefined
  const isSplitHundred = split?.part === 'hundred' && split.value === 100 && r.plain(i + 1)
  if (word.part !== 'hundred' && word.part !== 'scale' && !isSplitHundred) return undefined
  const value = isSplitHundred ? word.value * 100 : word.value
  const to = isSplitHundred ? i + 2 : i + 1
  const joined = afterAnd(r, to)
  if (joined !== undefined && word.part !== 'scale' && r.at(joined).word.article) {
    const rest = ordinalAt(r, joined)
    if (rest !== undefined && rest.value < 100) return make(rest.to, value + rest.value)
  }
  return make(to, value)
}
