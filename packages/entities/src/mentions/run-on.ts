import type { EntityType } from '../entity.js'
import type { GazetteerMatch } from '../gazetteer/automaton.js'
import type { Reading } from './found.js'
import { nameWords } from './tables.js'
import { plain, type Word } from './words.js'

/** «… ألتان {عشر} سنوات»: how many years, and no part of the name before it. */
const NUMBERS = new Set(
  'ثلاث ثلاثه اربع اربعه خمس خمسه ست سته سبع سبعه ثمان ثماني ثمانيه تسع تسعه عشر عشره عشرين ثلاثين'.split(' '),
)

/** «محكمة محلية {بسجن} …»: what a court decides is no part of its name. */
const VERDICTS = /^(?:سجن|حبس|اعدام|براءه|تبريه|تغريم|توقيف|ادانه|اخلاء|احاله)$/

const MOST_WORDS_OF_PLACE = 3

/** A country, capital or town that stands at a word by itself and reaches to `last`. */
function isPlaceTo(names: Reading['names'], at: number, last: number): boolean {
  const match = names.get(at)
  if (match === undefined || match.weak || match.last !== last || match.attached !== '') return false
  return match.entries.every(({ type }) => type === 'GPE')
}

/**
 * The last word of a name that the tagger read from `first` to `last`, without what only follows it: the place that the
 * sentence goes on with («زار رجب طيب أردوغان {بغداد}», «حمل حزب الله {إسرائيل} المسؤولية»), a number, a verdict.
 */
export function withoutRunOn(
  words: readonly Word[],
  names: Reading['names'],
  { first, last, type }: { readonly first: number; readonly last: number; readonly type: EntityType },
): number {
  if (last === first || (type !== 'PER' && type !== 'ORG')) return last
  let end = last
  if (type === 'ORG')
    for (let at = first + 1; at <= end; at++)
      if (words[at]?.preposition === 'ب' && VERDICTS.test(words[at]?.bare ?? '')) end = at - 1
  while (type === 'PER' && end > first && NUMBERS.has(words[end]?.whole ?? '')) end--
  const known = names.get(first)
  const isWhole =
    known !== undefined && !known.weak && known.last > first && known.entries.every((entry) => entry.type === type)
  if (isWhole && known.last < end && isPlaceTo(names, known.last + 1, end)) return known.last
  if (type !== 'PER') return end
  for (let at = end; at > Math.max(first + 1, end - MOST_WORDS_OF_PLACE); at--) {
    const word = words[at]
    if (word === undefined || !plain(word) || nameWords().family.has(word.whole)) continue
    if (isPlaceTo(names, at, end) && isStateOrCapital(names.get(at))) return at - 1
  }
  return end
}

/** A country or capital that needs nothing beside it to be one. */
export const isStateOrCapital = (match: GazetteerMatch | undefined): boolean =>
  match?.weak === false &&
  match.attached === '' &&
  match.entries.some(({ kind }) => kind === 'country' || kind === 'capital') === true
