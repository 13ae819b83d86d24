import type { Telling } from '../clauses/telling.js'
import { COMPLEMENTISERS, EMPTY_WORDS, PREPOSITIONS, RELATIVES } from '../forms/function-words.js'
import type { Sentence } from '../forms/words.js'

/** Deeds done by words, of which one man does several in one speech. */
const SPOKEN: ReadonlySet<string> = new Set(['REQUEST', 'AGREE', 'REJECT', 'THREATEN'])
/** Words behind a trigger that tell what is said. */
const REACH = 16
const SHORTEST = 3

/** The stems of what somebody asks, promises, refuses or threatens by a finite verb; nothing of a noun, which may point back. */
export function contentOf({ trigger, part, at }: Telling, { words }: Sentence): ReadonlySet<string> | undefined {
  if (part !== 'verb' || !SPOKEN.has(trigger.type)) return undefined
  const stems = new Set<string>()
  for (const word of words.slice(at + 1, at + 1 + REACH)) {
    if (/^[.؛؟!]$/.test(word.token.text)) break
    if (word.token.kind !== 'word' || word.time !== undefined || word.mention !== undefined || word.inside) continue
    if (PREPOSITIONS.has(word.whole) || COMPLEMENTISERS.has(word.whole) || RELATIVES.has(word.whole)) continue
    if (EMPTY_WORDS.has(word.whole) || word.stem.length < SHORTEST) continue
    stems.add(word.stem.replace(/(?:ات|ون|ين|[ةها])$/, ''))
  }
  return stems
}
