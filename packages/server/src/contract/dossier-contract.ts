import { z } from '@hono/zod-openapi'
import { Attribution, EntityType, EventRecord, NamePair, Standing } from './annotation-contract.js'
import { ArticleSummary } from './contract.js'
import { Passage, Wording } from './contract-shapes.js'

/** One thing over all articles: its names, roles, words and deeds, each with the words of the article that tell of it. */

export const NamedCount = z
  .object({
    key: z.string(),
    type: EntityType,
    name: NamePair,
    articles: z.int(),
  })
  .openapi('NamedCount')

export const NamedList = z.object({ items: z.array(NamedCount) }).openapi('NamedList')

const CatalogRole = z
  .object({
    title: NamePair,
    at: NamePair.nullable(),
    from: z.string().nullable().openapi({ example: '2020-05' }),
    to: z.string().nullable(),
    ongoing: z.boolean(),
  })
  .openapi('CatalogRole')

export const CatalogEntry = z
  .object({ id: z.string(), name: NamePair, roles: z.array(CatalogRole) })
  .openapi('CatalogEntry', { description: 'What the catalog knows of it, without any article' })

export const FoundRole = z
  .object({ title: z.string(), at: Passage, body: NamePair.nullable(), standing: Standing.nullable() })
  .openapi('FoundRole')

/** An office or function over all articles. */
export const DossierRole = z
  .object({
    title: NamePair,
    at: NamePair.nullable(),
    standing: Standing.nullable(),
    from: z.string().nullable().openapi({ description: 'The first day on which an article gives it' }),
    to: z.string().nullable(),
    articles: z.int(),
  })
  .openapi('DossierRole')

/** Why all these names are taken for one thing, and who else may be meant. */
export const Identity = z
  .object({
    id: z.string(),
    roles: z.array(DossierRole).openapi({ description: 'Over time, the earliest first' }),
    why: z.array(z.object({ reason: Wording, articles: z.int() })).openapi({
      description: 'What the articles after the first were joined by, most often given first',
    }),
    judged: z.int().openapi({ description: 'Dossiers that people joined to it' }),
    doubts: z.int().openapi({ description: 'Open questions of the review queue about it' }),
    namesakes: z.array(NamedCount).openapi({ description: 'Others who go by one of its names' }),
  })
  .openapi('Identity')

export const Statement = z
  .object({
    claims: Attribution.shape.claims,
    stance: Attribution.shape.stance,
    quote: Attribution.shape.quote,
    told: Attribution.shape.told,
  })
  .openapi('Statement')

export const Deed = z
  .object({
    type: EventRecord.shape.type,
    mode: EventRecord.shape.mode,
    status: EventRecord.shape.status,
    sentence: EventRecord.shape.sentence,
    evidence: Passage,
    confidence: z.number(),
    asFact: EventRecord.shape.asFact,
  })
  .openapi('Deed')

export const DossierArticle = z
  .object({
    article: ArticleSummary,
    mentions: z.array(Passage),
    roles: z.array(FoundRole),
    said: z.array(Statement).openapi({ description: 'It is the speaker' }),
    relayed: z.array(Statement).openapi({ description: 'It passes on what somebody else says' }),
    saidOf: z.array(Statement).openapi({ description: 'Others speak of it' }),
    did: z.array(Deed),
    undergone: z.array(Deed),
    there: z.array(Deed).openapi({ description: 'What is reported to happen there, of a place' }),
  })
  .openapi('DossierArticle')

export const Dossier = z
  .object({
    key: z.string(),
    type: EntityType,
    name: NamePair,
    catalog: CatalogEntry.nullable(),
    articles: z.int(),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
    forms: z.array(z.object({ form: z.string(), mentions: z.int(), articles: z.int() })).openapi({
      description: 'Its wordings as found, most frequent first',
    }),
    beside: z.array(NamedCount).openapi({ description: 'Who and what is named beside it, in its newest articles' }),
    identity: Identity.nullable().openapi({ description: 'Null while its articles are not gathered yet' }),
    items: z.array(DossierArticle).openapi({ description: 'Its articles, newest first' }),
    next: z.string().nullable(),
  })
  .openapi('Dossier')
