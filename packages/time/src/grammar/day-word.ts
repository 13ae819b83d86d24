import type { Reader } from './reader.js'
import { turnAt } from './turn.js'

/** أمس، أول أمس، أمس الأول، اليوم، يوم غد، بعد غد. */
export function relativeDayAt(r: Reader, i: number): { readonly day: number; readonly to: number } | undefined {
  const token = r.at(i)
  if (token.kind !== 'word') return undefined
  const { lexeme, proclitic } = token.word
  if (['اللي', 'الي', 'الذي'].includes(token.key) && i > 0) return undefined
  if (r.stem(i) === 'اليوم' || (lexeme.day === 0 && proclitic !== 'ع')) {
    if (lexeme.day !== 0) return undefined
    const relative = ['اللي', 'الي', 'الذي'].includes(r.at(i + 1).key) ? i + 2 : i + 1
    if (relative > i + 1 || r.f(relative) === 'before' || r.f(relative) === 'after') {
      const edge = r.f(relative)
      const inner = edge === 'before' || edge === 'after' ? r.lexeme(relative + 1).day : undefined
      if (inner) return { day: edge === 'before' ? inner - 1 : inner + 1, to: relative + 2 }
    }
    const turn = turnAt(r, i + 1)
    if (turn !== undefined && !r.is(i + 1, 'الاخير')) return { day: turn.turn, to: turn.to }
    // «مساء اليوم نفسه»: the day that was told of
    if (/^(?:نفسه|ذاته|عينه)$/.test(r.at(i + 1).key) && !r.at(i + 1).line) return undefined
    // «عصر اليوم الأول للعيد»: the first of several
    const isCounted = r.lexeme(i + 1).ordinal !== undefined && r.hasArticle(i + 1) && !r.at(i + 1).line
    if (isCounted && r.lexeme(i - 1).part !== undefined && r.f(i + 2) !== 'from') return undefined
    return { day: 0, to: i + 1 }
  }
  if (lexeme.ordinal === 1 && r.stem(i) === 'اول' && (!token.word.article || isBeforeYesterday(r, i))) {
    const j = r.f(i + 1) === 'from' ? i + 2 : i + 1
    if (r.lexeme(j).day === -1 && r.plain(j)) return { day: -2, to: j + 1 }
    return undefined
  }
  if ((lexeme.f === 'before' || lexeme.f === 'after') && ['', 'و', 'ف'].includes(proclitic)) {
    const inner = r.lexeme(i + 1).day
    const isPair = (inner === -1 && lexeme.f === 'before') || (inner === 1 && lexeme.f === 'after')
    return isPair && r.plain(i + 1) ? { day: (inner ?? 0) * 2, to: i + 2 } : undefined
  }
  if (lexeme.unit?.unit === 'day' && lexeme.unit.count === 1 && token.word.stem === 'يوم') {
    const inner = r.lexeme(i + 1)
    if (inner.day !== undefined && inner.day !== 0 && r.plain(i + 1)) {
      return relativeDayAt(r, i + 1) ?? undefined
    }
    return undefined
  }
  if (lexeme.day === undefined || lexeme.day === 0 || isNoDay(r, i)) return undefined
  // «أمس الأول», «البارحة الأولى»
  const isFirst = r.stem(i + 1) === 'اول' || (r.stem(i + 1) === 'اولي' && token.key.endsWith('بارحه'))
  if (isFirst && r.at(i + 1).word.article && lexeme.day === -1 && r.plain(i + 1)) return { day: -2, to: i + 2 }
  // «أمس (الأول)»
  if (lexeme.day === -1 && r.isSign(i + 1, '(') && r.is(i + 2, 'الاول') && r.isSign(i + 3, ')'))
    return { day: -2, to: i + 4 }
  return { day: lexeme.day, to: i + 1 }
}

/** «يوم الأول من أمس» */
const isBeforeYesterday = (r: Reader, i: number): boolean => r.f(i + 1) === 'from' && r.is(i + 2, 'امس')

const BALLS: ReadonlySet<string> = new Set('قدم سله يد طائره طايره مضرب قاعده ماء ثلج نار تنس'.split(' '))

const ON_THE_PITCH =
  /^[وفبل]*(?:ال)?(?:لاعب|لاعبو|لاعبي|مرمي|شوط|هدف|اهداف|سدد|سجل|تسديد|تسديده|تسجيل|حارس|قائم|قايم|راسيه|عرضيه|شباك|مهاجم|مدافع|منطقه|جزاء)(?:ه|ا)?$/

/** «سجل اللاعب بكرة مرت بجوار القائم»: with a ball. */
function isBall(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < 20 && !r.breaks(j + 1); j--) if (ON_THE_PITCH.test(r.at(j).key)) return true
  return false
}

const SHADDA = 0x651

/** «لامس» the verb, «أمسّ الحاجة», «بكرة القدم», «غد تحترمنا فيه الأجيال»: words spelled like yesterday and tomorrow. */
function isNoDay(r: Reader, i: number): boolean {
  const { key, start, end, word } = r.at(i)
  const next = r.at(i + 1)
  // «وكونه قد غدا خطرا», «الذي غدا»: became
  if (word.stem === 'غدا' && /^(?:و|ف)?(?:قد|لقد|الذي|حتي)$/.test(r.at(i - 1).key) && !r.at(i).line) return true
  if (key === 'لامس' && !r.text.slice(start, end).includes('أ')) return true
  if (word.lexeme.day === -1 && (r.hasShadda(i) || r.text.charCodeAt(end) === SHADDA || /حاجه$/.test(next.key)))
    return true
  if (word.stem === 'بكره' && isBall(r, i)) return true
  if (word.stem === 'بكره' && next.kind === 'word' && !next.line) {
    const isDay = next.word.lexeme.part !== undefined || next.word.lexeme.weekday !== undefined
    return !isDay && (next.word.article || BALLS.has(next.word.stem))
  }
  return false
}
