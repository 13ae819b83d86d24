import { type DataSource, oncePerSource } from './data-source.js'
import type { TriggerVerb } from './event-triggers.js'
import type { VerbMeasure } from './inflection/verb-class.js'
import { type JsonSchema, readJsonData } from './json-data.js'

export type LightVerbKind = 'support' | 'undergo' | 'host' | 'passive' | 'aspect'

/** A verb that lends its subject to a noun that tells the event: «أجرى زيارة», «تعرض لهجوم». */
export interface LightVerb {
  readonly id: string
  readonly verb: TriggerVerb
  readonly kind: LightVerbKind
  /** Where the noun stands: `object`, `subject` or behind a preposition. */
  readonly slot: string
  readonly status?: string
}

/** Words that mark a telling in which triggers mean something else: sport, prices, disease. */
export interface EventVeto {
  readonly id: string
  readonly words: readonly string[]
  readonly types?: readonly string[]
  /** Words on either side of the trigger that are looked at; 0 for the whole sentence. */
  readonly near: number
  /** What an article is about that is full of these words: `sport`, `culture`. */
  readonly domain?: string
  readonly counterExamples?: readonly string[]
}

export const NOUN_CLASSES = [
  'person',
  'group',
  'quantity',
  'body',
  'site',
  'vehicle',
  'placenoun',
  'transparent',
] as const
/** What a common noun stands for; `quantity` and `transparent` words pass the question on to what follows them. */
export type NounClass = (typeof NOUN_CLASSES)[number]

/** What a frequent verb does to the clause it governs; `other` only marks where a clause begins. */
export type VerbClass = 'say' | 'deny' | 'plan' | 'demand' | 'maybe' | 'be' | 'other'
export interface CommonVerb extends TriggerVerb {
  readonly class: VerbClass
}

export const LIGHT_VERB_FILE = 'events/light-verbs.json'
export const VETO_FILE = 'events/vetoes.json'
const NOUN_FILE = 'events/nouns.json'
const COMMON_VERB_FILE = 'events/common-verbs.json'

/** The light check that reading needs: a list of entries with ids. */
const entriesOf = <T>(): JsonSchema<{ readonly entries: readonly T[] }> => ({
  safeParse(value) {
    const entries = (value as { entries?: unknown } | null)?.entries
    const faulty = Array.isArray(entries) ? entries.findIndex((entry) => typeof entry?.id !== 'string') : 0
    return Array.isArray(entries) && faulty < 0
      ? { success: true, data: value as { readonly entries: readonly T[] } }
      : { success: false, error: { issues: [{ path: ['entries', faulty], message: 'give every entry an id' }] } }
  },
})
const lightVerbFile = entriesOf<LightVerb>()
const vetoFile = entriesOf<EventVeto>()
const nounFile = entriesOf<{ readonly id: string; readonly words: readonly string[] }>()
const verbFile = entriesOf<{ readonly id: string; readonly verbs: readonly string[] }>()

export const loadLightVerbs = oncePerSource(
  (source: DataSource): readonly LightVerb[] => readJsonData(LIGHT_VERB_FILE, lightVerbFile, source).entries,
)
export const loadEventVetoes = oncePerSource(
  (source: DataSource): readonly EventVeto[] => readJsonData(VETO_FILE, vetoFile, source).entries,
)

/** Common nouns by class, as printed without ال. */
export const loadNounClasses = oncePerSource(
  (source: DataSource): ReadonlyMap<NounClass, readonly string[]> =>
    new Map(
      readJsonData(NOUN_FILE, nounFile, source).entries.map(({ id, words }) => [
        id.replace(/^noun\./, '') as NounClass,
        words,
      ]),
    ),
)

/** Frequent verbs; a cell reads `lemma:measure` or `lemma:measure:imperfect`. */
export const loadCommonVerbs = oncePerSource((source: DataSource): readonly CommonVerb[] =>
  readJsonData(COMMON_VERB_FILE, verbFile, source).entries.flatMap(({ id, verbs }) =>
    verbs.map((cell): CommonVerb => {
      const [lemma = '', measure = '1', imperfect] = cell.split(':')
      return {
        class: id.replace(/^verbs\./, '') as VerbClass,
        lemma,
        measure: Number(measure) as VerbMeasure,
        ...(imperfect === undefined ? {} : { imperfect }),
      }
    }),
  ),
)
