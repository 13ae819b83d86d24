import type { EventStatus } from './event.js'
import type { Telling } from './telling.js'

/** How much each sign speaks for a telling, in log-odds. */
const WEIGHTS = {
  base: -0.2,
  'trigger.high': 0.9,
  'trigger.low': -0.8,
  'part.verb': 0.4,
  'part.light': 0.6,
  'part.noun': -0.2,
  'part.participle': -0.4,
  'part.phrase': 0.4,
  'actor.named': 0.7,
  'actor.none': -0.3,
  'recipient.named': 0.5,
  'parties.nameless': -0.7,
  'actor.carried': -0.7,
  'time.given': 0.3,
  'place.given': 0.2,
  'noun.plural': -0.4,
  'noun.bare': -1.2,
  'verb.imperfect-without-doer': -0.9,
  'noun.case': -2,
  'status.denied': -0.8,
  'status.demanded': -1,
  'status.hypothetical': -0.4,
  'status.planned': -0.2,
} as const
export type Reason = keyof typeof WEIGHTS

const VIOLENT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

/** The log-odds that a telling is a political event read rightly, with the signs that speak for and against it. */
export function weigh(
  { trigger, part, parties, times, place, plural, inCase, imperfect }: Telling,
  status: EventStatus,
): { readonly score: number; readonly reasons: readonly Reason[] } {
  const reasons: Reason[] = []
  if (trigger.strength !== 'medium') reasons.push(`trigger.${trigger.strength}`)
  reasons.push(`part.${part}`)
  const named = (role: string): boolean => parties.some((party) => party.role === role && party.filler.named)
  if (named('actor')) reasons.push('actor.named')
  else if (!parties.some(({ role }) => role === 'actor')) reasons.push('actor.none')
  if (named('recipient') || named('object')) reasons.push('recipient.named')
  if (parties.every(({ entity }) => entity === undefined)) reasons.push('parties.nameless')
  if (parties.some(({ slot }) => slot === 'carried')) reasons.push('actor.carried')
  if (times.length > 0) reasons.push('time.given')
  if (place !== undefined) reasons.push('place.given')
  if (part === 'verb' && imperfect && !parties.some(({ role }) => role === 'actor'))
    reasons.push('verb.imperfect-without-doer')
  if (plural) reasons.push('noun.plural')
  // «قضية اغتيال فلان»، «بعد مقتل فلان»: a noun without doer, day or place mostly recalls what everybody knows.
  const bare = part === 'noun' && VIOLENT.has(trigger.type) && !parties.some(({ role }) => role === 'actor')
  if (bare && inCase) reasons.push('noun.case')
  else if (
    bare &&
    trigger.type === 'ASSAULT' &&
    times.length === 0 &&
    place === undefined &&
    parties.every(({ filler }) => filler.named)
  )
    reasons.push('noun.bare')
  if (status === 'denied' || status === 'demanded' || status === 'hypothetical' || status === 'planned')
    reasons.push(`status.${status}`)
  return { score: reasons.reduce<number>((sum, reason) => sum + WEIGHTS[reason], WEIGHTS.base), reasons }
}

export const probabilityOf = (score: number): number => Math.round((1 / (1 + Math.exp(-score))) * 100) / 100
