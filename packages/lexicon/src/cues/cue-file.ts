import { z } from 'zod'
import { arabicNameFault } from '../letters.js'

/** Words as a newspaper writes them; a sentence may hold any punctuation. */
const arabic = z.string().refine((text) => arabicNameFault(text) === undefined, 'write plain letters without marks')
const sentence = z.string().min(12)

export const STANCES = ['asserts', 'denies', 'reports', 'questions'] as const
export const HEDGES = ['distancing', 'likely', 'possible', 'hearsay'] as const

/**
 * What a cue takes for its claim: a clause after أن, a quotation or colon, a bare noun («أعلن وفاة»), an object and what
 * is said of it («اعتبر القرار خطأ»), an accused and ب, or a preposition before noun or أن. `بأن` is ب before أن alone;
 * a `pausedQuote` counts only behind a comma or colon («طالب الحكومة: …»).
 */
export const COMPLEMENTS = [
  'clause',
  'quote',
  'pausedQuote',
  'noun',
  'predicate',
  'accusation',
  'عن',
  'إلى',
  'من',
  'على',
  'ب',
  'بأن',
  'في',
  'ل',
] as const

const tested = {
  /** Sentences in which the entry gives an attribution. */
  examples: z.array(sentence).min(1),
  /** Sentences in which the same letters give none. */
  counterExamples: z.array(sentence).default([]),
}

export const VerbCue = z
  .object({
    id: z.string().regex(/^cue\.[a-z0-9-]+$/, 'write cue. and the lemma in small Latin letters'),
    lemma: arabic,
    kind: z.literal('verb'),
    measure: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    /** Where the measure does not give it: «يؤكد», «يرى». */
    imperfect: arabic.optional(),
    /** Active participle, where the measure does not give it: «متسائل». */
    participle: arabic.optional(),
    /** Verbal nouns; without them the regular one of the measure. */
    masdars: z.array(arabic).optional(),
    takes: z.array(z.enum(COMPLEMENTS)).min(1),
    /** First words of the noun objects that make it speech: «تبنى الهجوم», not «تبنى مشروعا». */
    objects: z.array(arabic).optional(),
    stance: z.enum(STANCES),
    hedge: z.enum(HEDGES).optional(),
    /** Passes on what another said: «نقل عن». */
    relays: z.boolean().default(false),
    /** Goes on with what the same source said before: «أضاف». */
    continues: z.boolean().default(false),
    /** Its present is written like a commoner word: «يعد» of «وعد» like that of «عد». */
    pastOnly: z.boolean().default(false),
    /** Its object is the one addressed: «طمأن الأهالي بأن». */
    addressee: z.boolean().default(false),
    /** Speaks only with a document behind في: «جاء في البيان أن». */
    inDocument: z.boolean().default(false),
    /** A record or study says it as well as a person does: «أظهر». */
    shows: z.boolean().default(false),
    /** What papers are said to do in a press review, and nobody else by it says a thing: «تناولت الصحيفة». */
    ofMedia: z.boolean().default(false),
    ...tested,
  })
  .strict()

export const PhraseCue = z
  .object({
    id: z.string().regex(/^cue\.[a-z0-9-]+$/, 'write cue. and the lemma in small Latin letters'),
    lemma: arabic,
    kind: z.literal('phrase'),
    /** Spellings, each a run of words; the cue is the first word unless `cueWord` counts further. */
    forms: z.array(arabic).min(1),
    cueWord: z.number().int().min(0).default(0),
    /** A preposition that stands between the phrase and its source: «وفقا ل». */
    before: z.enum(['ل', 'عن', 'إلى', 'من', 'none']).default('none'),
    stance: z.enum(STANCES),
    hedge: z.enum(HEDGES).optional(),
    ...tested,
  })
  .strict()

export const CueEntry = z.discriminatedUnion('kind', [VerbCue, PhraseCue])
export type VerbCue = z.infer<typeof VerbCue>
export type PhraseCue = z.infer<typeof PhraseCue>
export type CueEntry = z.infer<typeof CueEntry>

export const CueFile = z
  .object({
    meta: z.object({
      id: z.string(),
      revision: z.number().int(),
      license: z.string(),
      provenance: z.array(z.object({ source: z.string(), retrieved: z.string() })),
    }),
    entries: z.array(CueEntry),
  })
  .strict()

/** What a source noun makes of the phrase it heads. */
export const SOURCE_KINDS = ['anonymous', 'official', 'document', 'social', 'outlet', 'agency', 'occasion'] as const

export const SourceNoun = z
  .object({
    id: z.string().regex(/^source\.[a-z0-9-]+$/),
    kind: z.enum(SOURCE_KINDS),
    gender: z.enum(['m', 'f']),
    /** Singular forms, then plural ones, without the article. */
    singular: z.array(arabic),
    plural: z.array(arabic),
    examples: z.array(sentence).min(1),
  })
  .strict()
export type SourceNoun = z.infer<typeof SourceNoun>

export const SourceNounFile = z.object({ meta: CueFile.shape.meta, entries: z.array(SourceNoun) }).strict()
