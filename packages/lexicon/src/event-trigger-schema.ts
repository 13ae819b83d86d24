import { z } from 'zod'
import { FILLER_CLASSES } from './event-triggers.js'

const arabic = z
  .string()
  .regex(/^[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*$/, 'write plain letters without marks')
const nounCell = z.string().regex(/^[\u0621-\u064a ]+(?:\|[\u0621-\u064a ]+)*$/, 'write the noun, plurals behind |')
const ROLES = ['actor', 'recipient', 'attendee', 'object', 'beneficiary', 'place', 'topic']
const CHOICE = `(?:${ROLES.join('|')})(?::(?:${FILLER_CLASSES.join('|')}))?`
const frame = z.record(
  z.union([z.enum(['subject', 'object', 'object2', 'genitive']), arabic]),
  z.string().regex(new RegExp(`^${CHOICE}(?:\\|${CHOICE})*$`), 'write roles like recipient:who|place'),
)
const verb = z
  .object({
    lemma: arabic,
    measure: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    imperfect: arabic.optional(),
    voice: z.enum(['active', 'passive']).optional(),
    tense: z.enum(['perfect', 'imperfect']).optional(),
  })
  .strict()
const TYPES = [
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
const meta = z.object({
  id: z.string(),
  revision: z.number(),
  license: z.string(),
  provenance: z.array(z.object({ source: z.string(), retrieved: z.string() }).strict()).min(1),
})
const drawn = z.string().min(5)

const EventTriggerEntry = z
  .object({
    id: z.string().regex(/^event\.[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write an id like event.visit-zar'),
    type: z.enum(TYPES),
    mode: z
      .string()
      .regex(/^[a-z]+(?:-[a-z]+)*$/)
      .optional(),
    verb: verb.optional(),
    nouns: z.array(nounCell).optional(),
    participles: z.array(arabic).optional(),
    phrases: z.array(arabic).optional(),
    frame,
    nounFrame: frame.optional(),
    needs: z.array(z.enum(ROLES as [string, ...string[]])).optional(),
    with: z.array(arabic).optional(),
    without: z.array(arabic).optional(),
    after: z.array(arabic).optional(),
    notAfter: z.array(arabic).optional(),
    light: z.enum(['only', 'never']).optional(),
    reciprocal: z.literal(true).optional(),
    speech: z.literal(true).optional(),
    status: z.enum(['planned', 'ongoing', 'hypothetical']).optional(),
    imperfect: z.literal('ongoing').optional(),
    strength: z.enum(['high', 'low']).optional(),
    examples: z.array(drawn).min(1),
    counterExamples: z.array(drawn).optional(),
  })
  .strict()
  .refine((entry) => entry.verb || entry.nouns || entry.participles || entry.phrases, 'give a verb, noun or phrase')

export const EventTriggerFile = z.object({ meta, entries: z.array(EventTriggerEntry) }).strict()

const LightVerbEntry = z
  .object({
    id: z.string().regex(/^light\.[a-z0-9-]+$/),
    verb,
    kind: z.enum(['support', 'undergo', 'host', 'passive', 'aspect']),
    slot: z.union([z.enum(['object', 'subject']), arabic]),
    status: z.enum(['planned', 'ongoing', 'hypothetical', 'denied']).optional(),
  })
  .strict()
export const LightVerbFile = z.object({ meta, entries: z.array(LightVerbEntry) }).strict()

const VetoEntry = z
  .object({
    id: z.string().regex(/^veto\.[a-z0-9-]+$/),
    words: z.array(arabic).min(1),
    types: z.array(z.enum(TYPES)).optional(),
    near: z.number().int().min(0).max(12),
    domain: z
      .string()
      .regex(/^[a-z]+$/)
      .optional(),
    counterExamples: z.array(drawn).optional(),
  })
  .strict()
export const VetoFile = z.object({ meta, entries: z.array(VetoEntry) }).strict()
