import type { Reader } from './reader.js'

/** Adjectives of direction: الماضي، قبل الماضي، بعد المقبل، من هذا العام. */
export function turnAt(r: Reader, i: number): { readonly turn: number; readonly to: number } | undefined {
  if (r.at(i).line) return undefined
  let j = i
  if (['اللي', 'الي', 'الذي', 'التي', 'ال'].includes(r.at(j).key) && r.isWord(j)) j++
  if (r.is(j, 'ما') && (r.f(j + 1) === 'before' || r.f(j + 1) === 'after')) j++
  const edge = r.f(j)
  if ((edge === 'before' || edge === 'after') && r.plain(j)) {
    const inner = r.lexeme(j + 1)
    if (inner.turn !== undefined && inner.turn !== 0 && r.plain(j + 1))
      return { turn: edge === 'before' ? -2 : 2, to: j + 2 }
    return undefined
  }
  const { lexeme, proclitic, article, stem } = r.at(j).word
  if (lexeme.turn === undefined || proclitic !== '') return undefined
  // An indefinite «سابق» or «لاحق» belongs to another noun; spoken «الجاي», «فات» carry no article of their own.
  if (!article && !['فات', 'فاتت', 'جاي', 'الجاي', 'ماض'].includes(stem)) return undefined
  // «سابقا» the adverb and «الأخير» of a list are left to others
  return { turn: lexeme.turn, to: j + 1 }
}
