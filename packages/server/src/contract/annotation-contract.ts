import { z } from '@hono/zod-openapi'
import { type Attribution as AttributionRecord, type Republication as Credit, LINK_KINDS } from '@isnad/attribution'
import { ENTITY_TYPES, type EntityRole as RoleRecord } from '@isnad/entities'
import { EVENT_TYPES, type EventStatus, type ParticipantRole } from '@isnad/events'
import { Passage, Span, Wording } from './contract-shapes.js'

/** What stands beside a clean article: who it names, who says what through whom, what is reported to happen. */

/** A name in both scripts; `en` is null where nobody has written one. */
export const NamePair = z.object({ ar: z.string(), en: z.string().nullable() }).openapi('NamePair')

export const EntityType = z.enum(ENTITY_TYPES).openapi('EntityType', {
  description: 'People, bodies, governed places, other places, facilities, named occasions, named products',
})

const standings = ['former', 'elect', 'designate', 'acting', 'late'] as const satisfies readonly NonNullable<
  RoleRecord['standing']
>[]
export const Standing = z.enum(standings).openapi('Standing')

export const EntityRole = z
  .object({
    title: z.string(),
    at: Passage.openapi({ description: "The title's words" }),
    titleId: z.string().nullable(),
    org: z.string().nullable().openapi({ description: 'The body or country, an entity of the same article' }),
    standing: Standing.nullable(),
  })
  .openapi('EntityRole')

export const CandidateReason = Wording.extend({ code: z.string().openapi({ example: 'name.exact' }) }).openapi(
  'CandidateReason',
)

export const Candidate = z
  .object({
    id: z.string().openapi({ example: 'person.mustafa-al-kadhimi' }),
    score: z.number(),
    reasons: z.array(CandidateReason).openapi({ description: 'What speaks for and against it' }),
    name: NamePair,
  })
  .openapi('Candidate')

export const Entity = z
  .object({
    id: z.string().openapi({ description: 'Unique in the article: `e1`', example: 'e1' }),
    key: z.string().nullable().openapi({
      description: 'Its dossier, `/entities/{key}`: the catalog id, or type and folded name; null without a name',
    }),
    type: EntityType,
    name: NamePair.openapi({ description: 'The fullest form that the article prints' }),
    group: z.boolean().openapi({ description: 'A number of people or armed bodies' }),
    unnamed: z.boolean().openapi({ description: 'No mention is a name; it speaks or acts all the same' }),
    mentions: z.array(Passage.extend({ kind: z.enum(['name', 'nominal']) })),
    roles: z.array(EntityRole),
    candidates: z.array(Candidate).openapi({ description: 'Who in the catalog it may be, best first' }),
    catalogId: z.string().nullable().openapi({ description: 'The candidate that is taken as meant' }),
  })
  .openapi('Entity')

export const LinkKind = z.enum(LINK_KINDS).openapi('LinkKind')

export const ChainLink = z
  .object({
    kind: LinkKind,
    entity: z.string().nullable().openapi({ description: 'The entity it is; of a document its issuer' }),
    ref: z.string().nullable().openapi({ description: 'Links with one `ref` are the same hidden source' }),
    description: z.string().openapi({ description: 'The fullest wording, as printed' }),
    at: Passage.nullable().openapi({ description: 'Its words in this clause, or its last mention before' }),
  })
  .openapi('ChainLink')

const stances = ['asserts', 'denies', 'reports', 'questions'] as const satisfies readonly AttributionRecord['stance'][]
export const Stance = z.enum(stances).openapi('Stance')
const quotes = ['direct', 'indirect', 'mixed'] as const satisfies readonly AttributionRecord['quote'][]
const hedges = ['distancing', 'likely', 'possible', 'hearsay'] as const satisfies readonly NonNullable<
  AttributionRecord['hedge']
>[]

export const Attribution = z
  .object({
    id: z.string().openapi({ example: 'a1' }),
    cue: Passage.nullable().openapi({ description: 'The word that signals it' }),
    rule: z.string(),
    claims: z.array(Passage).openapi({ description: 'What is said; several where the cue interrupts it' }),
    chain: z.array(ChainLink).openapi({
      description: "From the outermost link to the original speaker; the page's own outlet is never a link",
    }),
    stance: Stance,
    quote: z.enum(quotes).openapi({ description: 'Whether all, none or a part of it stands between quotation marks' }),
    hedge: z.enum(hedges).nullable(),
    told: Wording.openapi({ description: 'The chain as a line of words' }),
  })
  .openapi('Attribution')

export const EventType = z.enum(EVENT_TYPES).openapi('EventType', { description: 'PLOVER 0.8' })

const statuses = [
  'asserted',
  'denied',
  'planned',
  'hypothetical',
  'demanded',
  'ongoing',
] as const satisfies readonly EventStatus[]
export const Status = z.enum(statuses).openapi('EventStatus')

const participantRoles = [
  'actor',
  'recipient',
  'attendee',
  'object',
  'beneficiary',
] as const satisfies readonly ParticipantRole[]

export const EventRecord = z
  .object({
    id: z.string().openapi({ example: 'v1' }),
    type: EventType,
    mode: z.string().nullable().openapi({ example: 'visit' }),
    trigger: Passage,
    rule: z.string(),
    status: Status,
    participants: z.array(z.object({ entity: z.string(), role: z.enum(participantRoles) })),
    place: z.string().nullable().openapi({ description: 'An entity of the article' }),
    time: z
      .object({ at: Passage, describe: Wording })
      .nullable()
      .openapi({ description: "The event's own time, not that of the statement" }),
    evidence: z.array(Passage).openapi({ description: 'The clause of each telling' }),
    sources: z.array(z.string()).openapi({ description: 'The attributions in whose claims it is told' }),
    ownVoice: z.boolean().openapi({ description: 'Some telling stands in no claim' }),
    confidence: z.number().openapi({ description: 'Estimated probability that it is right, 0 to 1' }),
    asFact: z.boolean().openapi({ description: 'Sure enough to be shown as fact; else it waits for review' }),
    reasons: z.array(z.string()),
    sentence: Wording.openapi({ description: 'The record as a sentence' }),
  })
  .openapi('EventRecord')

const republishing = [
  'agency',
  'outlet',
  'document',
  'social',
  'monitoring',
] as const satisfies readonly Credit['kind'][]

export const Republication = z
  .object({
    kind: z.enum(republishing),
    outletId: z.string().nullable(),
    description: z.string(),
    page: Span.nullable().openapi({ description: 'Where the page prints it; null when only metadata says so' }),
  })
  .openapi('Republication')
