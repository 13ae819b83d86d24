import { z } from '@hono/zod-openapi'
import { EntityType, NamePair } from '../contract/annotation-contract.js'
import { ArticleSummary } from '../contract/contract.js'
import { Passage, Wording } from '../contract/contract-shapes.js'
import { DossierRole } from '../contract/dossier-contract.js'

/** Whether two things are one: what nobody could decide, and what people decided. */

export const Verdict = z.enum(['same', 'different', 'unsure']).openapi('Verdict')

/** A thing by an article that names it and its name there: that outlives a new analysis. */
export const JudgedThing = z
  .object({ article: z.string().min(1).max(128), name: z.string().min(1).max(300) })
  .openapi('JudgedThing')

const Evidence = z.object({
  article: ArticleSummary,
  at: Passage.openapi({ description: 'Its words in the sentence' }),
  sentence: Passage,
})

/** One of the two, with what is known of it. */
export const ReviewSide = z
  .object({
    sighting: JudgedThing,
    key: z.string().openapi({ description: 'Its dossier' }),
    type: EntityType,
    name: NamePair,
    articles: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    variants: z.array(z.object({ form: z.string(), articles: z.int() })),
    roles: z.array(DossierRole),
    beside: z.array(NamePair),
    countries: z.array(NamePair),
    evidence: z.array(Evidence),
  })
  .openapi('ReviewSide')

export const ReviewItem = z
  .object({
    id: z.string().openapi({ description: 'Of the pair; the same as long as it stands in the queue' }),
    a: ReviewSide,
    b: ReviewSide,
    score: z.number().openapi({ description: '0 to 1; surely one from about 0.7, surely two below 0.4' }),
    reasons: z.array(Wording),
    articles: z.int().openapi({ description: 'Articles of the smaller one: so many hang on the answer' }),
  })
  .openapi('ReviewItem')

export const ReviewList = z
  .object({
    items: z.array(ReviewItem),
    total: z.int(),
    next: z.string().nullable(),
    behind: z.int().openapi({ description: 'Articles that came in and are not gathered yet' }),
  })
  .openapi('ReviewList')

const Person = z.string().trim().min(1).max(200)

export const JudgeInput = z
  .object({
    a: JudgedThing,
    b: JudgedThing,
    verdict: Verdict,
    reason: z.string().trim().max(2000).default(''),
    by: Person.default('web'),
  })
  .strict()
  .openapi('JudgeInput')

export const UndoInput = z
  .object({ reason: z.string().trim().max(2000).default(''), by: Person.default('web') })
  .strict()
  .openapi('UndoInput')

const Judged = JudgedThing.extend({
  key: z.string().nullable().openapi({ description: 'The dossier that it stands in now' }),
  summary: ArticleSummary.nullable().openapi({ description: 'Null when the article was taken out' }),
})

export const Judgement = z
  .object({
    id: z.string(),
    at: z.string(),
    verdict: Verdict,
    a: Judged,
    b: Judged,
    by: z.string(),
    reason: z.string(),
    undone: z
      .object({ at: z.string(), by: z.string(), reason: z.string() })
      .nullable()
      .openapi({ description: 'Who took it back, and why; null where it stands' }),
  })
  .openapi('Judgement')

export const JudgementList = z
  .object({ items: z.array(Judgement), next: z.string().nullable() })
  .openapi('JudgementList')
