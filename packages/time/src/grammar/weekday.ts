import type { Reader } from './reader.js'
import { turnAt } from './turn.js'

const NAMED_DAYS = /^ال(?:بيضاء|سوداء|ابيض|اسود|دامي|داميه|حزين|حزينه|يتيمه|عظيمه)$/

const NOT_A_DAY_AFTER = /^[وفبل]?(?:صلاه|منبر|منابر|خطب|خطبه|خطيب|امام|خطباء|سوق|ملحق|شيخ|سوره)$/

/** السبت، يوم السبت، يوم سبت، الاثنين المقبل. */
export function weekdayAt(
  r: Reader,
  i: number,
  first: boolean,
): { readonly weekday: number; readonly turn?: number; readonly to: number } | undefined {
  let j = i
  let said = false
  if (r.f(j) === 'this' && first && (r.lexeme(j + 1).weekday !== undefined || r.stem(j + 1) === 'يوم')) {
    j++
    const inner = weekdayAt(r, j, false)
    return inner === undefined ? undefined : { ...inner, turn: 0 }
  }
  if (r.stem(j) === 'يوم' && !r.at(j).word.article) {
    said = true
    j++
  }
  const { lexeme, article, proclitic } = r.at(j).word
  if (lexeme.weekday === undefined || (r.at(j).line && j > i)) return undefined
  const { bare, weak } = lexeme.weekday
  if (!article && !said && !bare) return undefined
  if (weak && !(r.isSign(j + 1, ',.') || r.isDigits(j + 1))) return undefined
  if (said && proclitic !== '') return undefined
  // «مباراة استقرت بين الاثنين»: between the two of them
  if (!said && r.is(j, 'الاثنين') && r.f(j - 1) === 'between' && !/^و/.test(r.at(j + 1).key)) return undefined
  // «تعين على الاثنين كتابته»
  if (!said && r.is(j, 'الاثنين') && /^[وف]?(?:علي|كلا|كلي|عن|نحن|هما|انتما)$/.test(r.at(j - 1).key) && !r.at(j).line)
    return undefined
  // «عبدالعزيز الخميس»: a family
  if (!said && !r.at(i).line && r.at(i - 1).key.includes('عبدال')) return undefined
  if (!said && r.isWord(i - 1) && NOT_A_DAY_AFTER.test(r.at(i - 1).key) && !r.at(i).line) return undefined
  let to = j + 1
  // «الجمعة البيضاء», «الأحد الدامي»: days with a name of their own
  if (!r.at(to).line && NAMED_DAYS.test(r.at(to).key)) return undefined
  // «للجمعة الخامسة على التوالي» counts Fridays
  if (r.lexeme(to).ordinal !== undefined && r.is(to + 1, 'علي') && r.is(to + 2, 'التوالي')) return undefined
  if (weak && r.isSign(to, '.') && r.touches(to)) to++
  const turn = turnAt(r, to)
  if (turn !== undefined) return { weekday: lexeme.weekday.day, turn: turn.turn, to: turn.to }
  return { weekday: lexeme.weekday.day, to }
}
