import { z } from '@hono/zod-openapi'
import { EventType, NamePair, Status } from '../contract/annotation-contract.js'
import { Wording } from '../contract/contract-shapes.js'

/** A happening in a line: what, when, where, who, and by how many articles. */

export const HappeningParty = z
  .object({
    key: z.string().nullable().openapi({ description: 'Its dossier; null where it has no name' }),
    name: NamePair,
    roles: z.array(z.enum(['actor', 'recipient', 'attendee', 'object', 'beneficiary'])),
    articles: z.int().openapi({ description: 'How many of the articles name it as taking part' }),
  })
  .openapi('HappeningParty')

export const HappeningSummary = z
  .object({
    id: z.string(),
    type: EventType,
    mode: z.string().nullable(),
    sentence: Wording.openapi({ description: 'The fullest account as a sentence' }),
    day: z.string().nullable().openapi({ description: 'The first day it is dated to, else of its first report' }),
    place: NamePair.nullable(),
    statuses: z.array(Status).openapi({ description: 'Every status that an account gives it' }),
    confidence: z.number().openapi({ description: 'Of the account read most surely' }),
    asFact: z
      .boolean()
      .openapi({ description: 'Some account is sure enough to be shown as fact; else all wait for review' }),
    articles: z.int(),
    parties: z.array(HappeningParty),
  })
  .openapi('HappeningSummary')
