import { COURTESIES } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'
import { changedFiller } from '../phrases/noun-phrase.js'
import type { Party } from '../phrases/parties.js'

const FARTHEST_COURTESY = 9
/**
 * «هدد رئيس الهيئة، تركي فلان، مخترقي الموقع»: an office without a name and the name right behind it are one man, not the doer and
 * the one it was done to. What stands between may be a comma, quotation marks, a rank or adjectives of the office.
 */
export function joinAppositions(parties: readonly Party[], words: readonly Word[]): readonly Party[] {
  let joined = parties
  for (const office of parties) {
    const nameless = office.entity === undefined || (office.entity.unnamed === true && office.entity.group !== true)
    if (!nameless || office.filler.of !== 'person' || office.filler.pronoun !== undefined) continue
    const name = parties.find(
      ({ entity, filler, slot }) =>
        slot !== office.slot &&
        entity !== office.entity &&
        entity?.type === 'PER' &&
        entity.group !== true &&
        isBehind(office, filler.from, words),
    )
    if (name === undefined || name.entity === undefined) continue
    const { entity } = name
    const { to, start, end } = name.filler
    const filler = changedFiller(office.filler, { named: true, to, start, end })
    joined = joined.flatMap((party): Party[] =>
      party === name
        ? []
        : [party === office ? { role: party.role, filler, slot: party.slot, entity, make: undefined } : party],
    )
  }
  return joined
}

function isBehind(office: Party, from: number, words: readonly Word[]): boolean {
  const mention = words[from]?.mention
  if (mention === undefined || !mention.named) {
    if (!COURTESIES.has(words[from]?.token.text ?? '')) return false
  }
  if (from < office.filler.to || words[from]?.preposition !== undefined) return false
  // «وكيل الكلية للشؤون الأكاديمية الدكتور فلان»: a courtesy before the name goes back over what the office is for.
  const courteous = COURTESIES.has(words[from]?.token.text ?? '')
  if (from - office.filler.to > (courteous ? FARTHEST_COURTESY : 5)) return false
  let commas = 0
  for (let at = office.filler.to; at < from; at++) {
    const word = words[at]
    if (word === undefined) return false
    if (word.token.kind === 'punctuation' || word.token.kind === 'symbol') {
      if (/^[،,]$/.test(word.token.text) && ++commas > 1) return false
      if (/^[.؛:؟!]$/.test(word.token.text)) return false
      continue
    }
    if (courteous && word.mention?.entity.type !== 'PER') continue
    if (word.conjunction || (word.preposition !== undefined && word.preposition !== 'ل')) return false
    if (word.preposition === 'ل' && word.mention === undefined) continue
    if (!COURTESIES.has(word.token.text) && !(word.article && word.mention === undefined)) return false
  }
  return true
}
