import type { ParticipantRole } from '../event.js'
import type { Occurrence } from '../records/merge.js'
import { probabilityOf, SHOWN_FROM } from './confidence.js'

/**
 * The probability that a record is right. One in which nobody does or suffers anything, somebody does it to himself, nobody says what was
 * seized, or that only tells the background, is never sure enough to be shown as fact.
 */
export function confidenceOf({ participants, place, mode, score, background }: Occurrence): number {
  const named = (wanted: ParticipantRole): readonly string[] =>
    participants.filter(({ role }) => role === wanted).map(({ entity }) => entity.nameAr)
  const doers = named('actor')
  const empty = participants.every(({ role }) => role === 'attendee' || role === 'beneficiary')
  const toItself = named('recipient').some((name) => doers.includes(name))
  const ofNothing = mode === 'seize' && place === undefined && participants.every(({ role }) => role === 'actor')
  const unsure = empty || toItself || ofNothing || background !== undefined
  const confidence = probabilityOf(score)
  return unsure ? Math.min(confidence, SHOWN_FROM - 0.01) : confidence
}
