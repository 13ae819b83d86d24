import { wordKey } from '@isnad/text'
import { type DataSource, oncePerSource } from './data-source.js'
import type { VerbMeasure } from './inflection/verb-class.js'
import { type JsonSchema, readJsonData } from './json-data.js'

/** The roles a frame can give; `place` and `topic` make no participant. */
export type FrameRole = 'actor' | 'recipient' | 'attendee' | 'object' | 'beneficiary' | 'place' | 'topic'

/** One way to fill a slot: `recipient:person` is a recipient that must be a person. */
export interface FrameChoice {
  readonly role: FrameRole
  readonly accepts?: FillerClass
}

/** What a slot takes; see `data/events/SCHEMA.md`. */
export const FILLER_CLASSES = [
  'who',
  'person',
  'body',
  'place',
  'land',
  'site',
  'target',
  'thing',
  'crowd',
  'any',
] as const
export type FillerClass = (typeof FILLER_CLASSES)[number]

/** Slot (`subject`, `object`, `genitive` or a preposition) to what fills it, best choice first. */
export type EventFrame = ReadonlyMap<string, readonly FrameChoice[]>

export interface TriggerVerb {
  readonly lemma: string
  readonly measure: VerbMeasure
  readonly imperfect?: string
  readonly voice?: 'active' | 'passive'
  /** The tense alone that tells the event, where the other looks like another verb: «يعد» counts before it promises. */
  readonly tense?: 'perfect' | 'imperfect'
}

/** Words that tell an event and how their arguments stand around them. */
export interface EventTrigger {
  readonly id: string
  readonly type: string
  readonly mode?: string
  readonly verb?: TriggerVerb
  /** Masdars and event nouns, each with its broken plurals behind it. */
  readonly nouns: readonly (readonly [string, ...string[]])[]
  readonly participles: readonly string[]
  readonly phrases: readonly string[]
  readonly frame: EventFrame
  readonly nounFrame: EventFrame
  readonly needs: readonly FrameRole[]
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly after: readonly string[]
  readonly notAfter: readonly string[]
  readonly light: 'only' | 'never' | 'any'
  readonly reciprocal: boolean
  readonly speech: boolean
  readonly status?: string
  readonly imperfect: 'ongoing' | 'asserted'
  readonly strength: 'high' | 'medium' | 'low'
  readonly examples: readonly string[]
  readonly counterExamples: readonly string[]
}

interface RawTrigger {
  readonly id: string
  readonly type: string
  readonly mode?: string
  readonly verb?: TriggerVerb
  readonly nouns?: readonly string[]
  readonly participles?: readonly string[]
  readonly phrases?: readonly string[]
  readonly frame: Readonly<Record<string, string>>
  readonly nounFrame?: Readonly<Record<string, string>>
  readonly needs?: readonly FrameRole[]
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly after?: readonly string[]
  readonly notAfter?: readonly string[]
  readonly light?: 'only' | 'never'
  readonly reciprocal?: true
  readonly speech?: true
  readonly status?: string
  readonly imperfect?: 'ongoing'
  readonly strength?: 'high' | 'low'
  readonly examples: readonly string[]
  readonly counterExamples?: readonly string[]
}

export const EVENT_TRIGGER_FOLDER = 'events/triggers'

/** The light check that reading needs; `checkLexicon` holds every entry against the full schema. */
const triggerFile: JsonSchema<{ readonly entries: readonly RawTrigger[] }> = {
  safeParse(value) {
    const entries = (value as { entries?: unknown } | null)?.entries
    const index = Array.isArray(entries)
      ? entries.findIndex((entry) => typeof entry?.id !== 'string' || typeof entry?.type !== 'string' || !entry.frame)
      : 0
    return Array.isArray(entries) && index < 0
      ? { success: true, data: value as { readonly entries: readonly RawTrigger[] } }
      : {
          success: false,
          error: { issues: [{ path: ['entries', index], message: 'give every entry id, type and frame' }] },
        }
  },
}

/** Every entry of `data/events/triggers`, file by file. Throws `LEXICON_INVALID` for a file that cannot be read. */
export const loadEventTriggers = oncePerSource((source: DataSource): readonly EventTrigger[] =>
  source
    .list(EVENT_TRIGGER_FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readJsonData(name, triggerFile, source).entries.map(readTrigger)),
)

function readTrigger(raw: RawTrigger): EventTrigger {
  const frame = readFrame(raw.frame)
  return {
    id: raw.id,
    type: raw.type,
    ...(raw.mode === undefined ? {} : { mode: raw.mode }),
    ...(raw.verb === undefined ? {} : { verb: raw.verb }),
    nouns: (raw.nouns ?? []).map((cell) => cell.split('|') as [string, ...string[]]),
    participles: raw.participles ?? [],
    phrases: raw.phrases ?? [],
    frame,
    nounFrame: raw.nounFrame === undefined ? nominal(frame) : readFrame(raw.nounFrame),
    needs: raw.needs ?? [],
    with: raw.with ?? [],
    without: raw.without ?? [],
    after: raw.after ?? [],
    notAfter: raw.notAfter ?? [],
    light: raw.light ?? 'any',
    reciprocal: raw.reciprocal ?? false,
    speech: raw.speech ?? false,
    ...(raw.status === undefined ? {} : { status: raw.status }),
    imperfect: raw.imperfect ?? 'asserted',
    strength: raw.strength ?? 'medium',
    examples: raw.examples,
    counterExamples: raw.counterExamples ?? [],
  }
}

const readFrame = (raw: Readonly<Record<string, string>>): EventFrame =>
  new Map(
    Object.entries(raw).map(([slot, cell]) => [
      slotKey(slot),
      cell.split('|').map((choice): FrameChoice => {
        const [role = '', accepts] = choice.split(':')
        return { role: role as FrameRole, ...(accepts === undefined ? {} : { accepts: accepts as FillerClass }) }
      }),
    ]),
  )

/** Slots are looked up as word keys, so «إلى» and «الى» are one. */
const slotKey = (slot: string): string => (/^[a-z]/.test(slot) ? slot : wordKey(slot))

/** A masdar's genitive stands for the verb's object («اعتقال المتظاهر»), or for its subject where it takes none («زيارة الوزير»). */
function nominal(frame: EventFrame): EventFrame {
  const genitive = frame.get('genitive') ?? frame.get('object') ?? frame.get('subject')
  return genitive === undefined ? frame : new Map([...frame, ['genitive', genitive]])
}
