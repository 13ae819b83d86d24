import type { Entity } from '@isnad/entities'
import type { Telling } from '../clauses/telling.js'
import type { Word } from '../forms/words.js'
import type { Party } from '../phrases/parties.js'

const WHO: ReadonlySet<Entity['type']> = new Set(['PER', 'ORG', 'GPE'])
/** How far around a trigger somebody without a role is looked for. */
const NEAR = 6
const STOP = /^[.؛؟!:]$/
const PREPOSITIONS = /^(?:من|الي|علي|عن|مع|ضد|بين|في|قبل|بحق|لدي|امام)$/
const MOST = 3

/** Signs of those in the sentence who got no role: whoever stands nearer than who did, and what the roles together look like. */
export function rivalSigns({ trigger, parties, place, at, from, to }: Telling, words: readonly Word[]): string[] {
  const signs: string[] = []
  const has = (role: string): boolean => parties.some((party) => party.role === role)
  const roles = `${has('actor') ? 'a' : ''}${has('recipient') ? 'r' : ''}${has('object') ? 'o' : ''}`
  signs.push(`${trigger.type}=${roles}`, `parties.${Math.min(4, parties.length)}`)
  const known = new Set(parties.flatMap(({ entity }) => (entity === undefined ? [] : [entity.id])))
  if (place !== undefined) known.add(place.id)
  const inParty = (i: number): boolean => parties.some(({ filler }) => i >= filler.from && i < filler.to)
  const isRival = (i: number): boolean => {
    const mention = words[i]?.mention
    return mention !== undefined && WHO.has(mention.entity.type) && !known.has(mention.entity.id) && !inParty(i)
  }
  const rivals: number[] = []
  for (let i = 0; i < words.length; i++) if (isRival(i)) rivals.push(i)
  signs.push(`rivals.${Math.min(MOST, rivals.length)}`)
  const before = rivals.findLast((i) => i < from && from - i <= NEAR && !crosses(words, i, from))
  const after = rivals.find((i) => i >= to && i - to < NEAR && !crosses(words, to, i))
  if (before !== undefined) signs.push('rival.before', `${trigger.type}-rival.before`)
  if (after !== undefined) {
    const lead = words[after]?.preposition ?? words[after - 1]?.whole ?? ''
    const beside = after === to ? 'beside' : PREPOSITIONS.test(lead) || lead.length === 1 ? lead : 'after'
    signs.push('rival.after', `rival.after-${beside}`)
  }
  const actor = parties.find(({ role }) => role === 'actor')
  if (actor !== undefined) signs.push(...doerSigns(actor, rivals, at, words))
  return signs
}

const crosses = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ token }) => STOP.test(token.text))

/** Whether somebody else stands between the doer and the deed, and where a doer told before was last named. */
function doerSigns(
  { filler, slot, entity }: Party,
  rivals: readonly number[],
  at: number,
  words: readonly Word[],
): string[] {
  if (slot !== 'carried' && slot !== 'pronoun') {
    const [low, high] = filler.from > at ? [at, filler.from] : [filler.to, at]
    return rivals.some((i) => i >= low && i < high) ? ['rival.between'] : []
  }
  const last = words.findLastIndex(
    ({ mention }, i) => i < at && mention !== undefined && mention.entity.id === entity?.id,
  )
  if (last < 0) return [`${slot}.from-before`, `${slot}.rivals-${Math.min(MOST, rivals.filter((i) => i < at).length)}`]
  return [`${slot}.in-sentence`, `${slot}.rivals-${Math.min(MOST, rivals.filter((i) => i > last && i < at).length)}`]
}
