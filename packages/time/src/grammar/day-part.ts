import type { DayPart, PartCode } from '../lex/lexeme.js'
import type { Match, Reader } from './reader.js'

export interface PartMatch extends Match {
  readonly code: PartCode
  readonly name: DayPart
  /** صباحا، في الصباح: says when by itself. */
  readonly adverb: boolean
}

/** What «بعد الظهر» and «قبل الفجر» make of a part of the day. */
export function sideOf(name: DayPart, side: 'after' | 'before'): { code: PartCode; name: DayPart } {
  if (side === 'after') {
    const code = name === 'noon' || name === 'afternoon' ? 'AF' : name === 'dawn' || name === 'morning' ? 'MO' : 'NI'
    return {
      code,
      name: name === 'noon' ? 'afternoon' : name === 'dawn' ? 'morning' : name === 'evening' ? 'night' : name,
    }
  }
  if (name === 'evening' || name === 'afternoon') return { code: 'AF', name: 'afternoon' }
  return { code: 'MO', name: name === 'noon' ? 'forenoon' : 'dawn' }
}

/** A part of the day: مساء، في الصباح، بعد الظهر، قبل الفجر، بعد منتصف الليل. */
export function partAt(r: Reader, i: number): PartMatch | undefined {
  if (r.at(i).line && i > 0 && r.f(i) === 'in') return undefined
  const edge = r.f(i)
  if ((edge === 'after' || edge === 'before') && r.plain(i)) {
    const inner = r.lexeme(i + 1)
    if (r.lexeme(i + 1).edge === 'MID' && r.lexeme(i + 2).part?.name === 'night' && edge === 'after') {
      return { from: i, to: i + 3, code: 'NI', name: 'midnight', adverb: true }
    }
    if (inner.part !== undefined && r.at(i + 1).word.article && r.plain(i + 1)) {
      return { from: i, to: i + 2, ...sideOf(inner.part.name, edge), adverb: true }
    }
    return undefined
  }
  // «لئلا» is no night, «طعنة في الظهر» no noon
  if (r.stem(i) === 'ليلا' && r.text.slice(r.at(i).start, r.at(i).end).includes('ئ')) return undefined
  if (r.f(i) === 'in' && r.is(i + 1, 'الظهر') && isHurt(r, i)) return undefined
  const { lexeme, article, proclitic } = r.at(i).word
  if (r.f(i) === 'in' && r.at(i + 1).word.article && r.plain(i + 1) && r.lexeme(i + 1).part) {
    const part = r.lexeme(i + 1).part
    if (part) return { from: i, to: i + 2, code: part.code, name: part.name, adverb: true }
  }
  if (lexeme.part === undefined || (proclitic !== '' && proclitic !== 'و' && proclitic !== 'ب')) return undefined
  return {
    from: i,
    to: i + 1,
    code: lexeme.part.code,
    name: lexeme.part.name,
    adverb: lexeme.part.adverb || article || isAdverbial(r, i),
  }
}

const HURT = /طعن|^(?:ب|و|من)?(?:ال)?(?:الم(?:ا|ه|ها)?$|الام(?:ه|ها)?$|اصاب|رصاص|جرح|جروح|عضل|مشكل|سكين|كسر|كسور)/

/** Whether what stands before «في» speaks of a back that was stabbed or hurts. */
export function isHurt(r: Reader, preposition: number): boolean {
  return HURT.test(r.at(preposition - 1).key) || HURT.test(r.at(preposition - 2).key)
}

/** «مساءً», and «مساء» with nothing of its own after it: spelled like the noun, used like صباحا. */
export function isAdverbial(r: Reader, i: number): boolean {
  if (r.stem(i) !== 'مساء') return false
  const next = r.at(i + 1)
  if (next.line || next.kind === 'sign' || i + 1 >= r.length) return true
  return r.hasTanwin(i) || ['الي', 'في', 'علي', 'من', 'عن', 'بعد', 'قبل', 'ان', 'حتي'].includes(next.key)
}
