import { z } from '@hono/zod-openapi'
import { LinkKind, Stance, Status } from '../contract/annotation-contract.js'
import { ArticleSummary } from '../contract/contract.js'
import { Passage, Wording } from '../contract/contract-shapes.js'
import { HappeningSummary } from './happening-summary-contract.js'
import { Account, Origins, StorySummary } from './relation-contract.js'

/** One occurrence across articles, and what each of them says of it. */

const behind = z.int().openapi({ description: 'Articles that came in and are not gathered yet' })

export const HappeningList = z
  .object({ items: z.array(HappeningSummary), next: z.string().nullable(), behind })
  .openapi('HappeningList')

/** A link from the page to whoever said it first. */
export const AccountLink = z
  .object({
    kind: z.enum(['publisher', ...LinkKind.options]),
    name: Wording,
    key: z.string().nullable().openapi({ description: 'Its dossier, where it has one' }),
    at: Passage.nullable(),
  })
  .openapi('AccountLink')

export const AccountChain = z
  .object({
    links: z.array(AccountLink).openapi({ description: 'From the outlet that printed it to the speaker' }),
    stance: Stance.nullable().openapi({ description: 'Of the speaker; null where the outlet tells it itself' }),
    told: Wording,
  })
  .openapi('AccountChain')

export const HappeningAccount = z
  .object({
    article: ArticleSummary,
    events: z.array(z.string()).openapi({ description: 'The events of the article that tell it: `v1`' }),
    status: Status,
    confidence: z.number(),
    sentence: Wording,
    evidence: z.array(Passage).openapi({ description: 'The clauses that tell it, the fullest first' }),
    chains: z.array(AccountChain),
    reasons: z.array(Wording).openapi({ description: 'Why it is taken for an account of this happening' }),
  })
  .openapi('HappeningAccount')

export const HappeningDocument = HappeningSummary.extend({
  accounts: z.array(HappeningAccount),
  compared: z.array(Account).openapi({
    description: 'Who, how many, when, where, why, whether: what the articles say of each, in their words',
  }),
  origins: Origins,
  story: StorySummary.nullable(),
  behind,
}).openapi('HappeningDocument')
