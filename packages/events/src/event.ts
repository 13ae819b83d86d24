import type { Span } from '@isnad/text'

export const EVENT_TYPES = [
  'CONSULT',
  'AGREE',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'MOBILIZE',
  'SANCTION',
  'COERCE',
  'ASSAULT',
] as const
/** The event types of PLOVER 0.8. */
export type EventType = (typeof EVENT_TYPES)[number]

export type EventStatus = 'asserted' | 'denied' | 'planned' | 'hypothetical' | 'demanded' | 'ongoing'
export type ParticipantRole = 'actor' | 'recipient' | 'attendee' | 'object' | 'beneficiary'

export interface Participant {
  /** An entity of the article. */
  readonly entity: string
  readonly role: ParticipantRole
}

/** One occurrence told in one article, however often it tells it. */
export interface EventRecord {
  /** Unique in the article: `v1`, `v2` … in order of the first trigger. */
  readonly id: string
  readonly type: EventType
  /** PLOVER's mode, where the words settle it: `visit`, `explosives`. */
  readonly mode?: string
  /** The content word of the first telling. */
  readonly trigger: Span
  /** Entry of the trigger lexicon that fired. */
  readonly rule: string
  readonly status: EventStatus
  readonly participants: readonly Participant[]
  /** Entity of the narrowest place where it is said to have happened. */
  readonly place?: string
  /** Index in the article's time items of the event's own time. */
  readonly time?: number
  /** The clause of each telling. */
  readonly evidence: readonly Span[]
  /** Attributions one of whose claims contains one of the evidence spans. */
  readonly sources: readonly string[]
  /** True when some telling lies in no claim. */
  readonly ownVoice: boolean
  /** Estimated probability that type, participants and status are right, from 0 to 1. */
  readonly confidence: number
  /** What raised or lowered the confidence, as codes that the surfaces word. */
  readonly reasons: readonly string[]
}
