import type { Telling } from './telling.js'
import { bareKey, type Vocabulary } from './vocabulary.js'
import type { Word } from './words.js'

const VERBAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'REQUEST', 'ACCUSE', 'REJECT', 'SANCTION'])

/** True when the words around a trigger tell of something else: a match, a market, an illness. */
export function vetoed(
  { at, trigger, part, parties }: Telling,
  words: readonly Word[],
  { vetoes }: Vocabulary,
): boolean {
  // «هاجم فلان الحكومة»: one man with a name who attacks does it with words.
  const alone = parties.filter(({ role }) => role === 'actor')
  if (trigger.id === 'event.hajam' && part === 'verb' && alone.length > 0) {
    if (alone.every(({ entity, filler }) => entity?.type === 'PER' && entity.group !== true && filler.named))
      return true
  }
  return vetoes.some(({ veto, keys }) => {
    // A head of state may call another about a match: between people and countries talk stays talk.
    if (VERBAL.has(trigger.type) && parties.some(({ entity }) => entity?.type === 'PER' || entity?.type === 'GPE'))
      return false
    if (veto.types !== undefined && !veto.types.includes(trigger.type)) return false
    const from = veto.near === 0 ? 0 : Math.max(0, at - veto.near)
    const to = veto.near === 0 ? words.length : Math.min(words.length, at + veto.near + 1)
    for (let i = from; i < to; i++) {
      const word = words[i]
      if (i === at || word === undefined || word.token.kind !== 'word') continue
      if (word.mention?.named === true || word.inside) continue
      if (keys.has(word.stem) || keys.has(bareKey(word.whole))) return true
    }
    return false
  })
}
