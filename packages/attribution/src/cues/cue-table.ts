import {
  type CueEntry,
  imperfectOf,
  inflectVerb,
  loadCues,
  type PhraseCue,
  participlesOf,
  regularMasdar,
  type VerbCue,
} from '@isnad/lexicon'
import { foldKey } from '@isnad/text'

export type Shape = 'past' | 'present' | 'participle' | 'masdar'

/** What a written form can be. */
export interface CueForm {
  readonly entry: VerbCue
  readonly shape: Shape
  readonly gender: 'm' | 'f' | undefined
  readonly plural: boolean
  /** The shape before a pronoun alone: «حملو» of «حملوه». */
  readonly joined: boolean
  /** Printed with a final ى: «نادى», which «نادي» is not. */
  readonly finalAlef: boolean
  /** Never before a pronoun: «أكدوا», whose alef falls there. */
  readonly bareOnly: boolean
}

/** What cues the letters of a printed word spell, wherever it stands. */
export interface SpelledCues {
  readonly verbs: readonly SpelledCue[]
  /** True where a phrase that credits may begin with the word. */
  readonly mayOpenPhrase: boolean
}

/** A form of a cue among a word's letters. */
export interface SpelledCue {
  readonly form: CueForm
  /** Letters before it: a conjunction, or ب. */
  readonly cut: number
  readonly pronoun: boolean
  /** A verbal noun behind an attached ب: «بقوله». */
  readonly governed: boolean
}

export interface PhraseForm {
  readonly entry: PhraseCue
  readonly words: readonly string[]
}

export interface CueTable {
  readonly verbs: ReadonlyMap<string, readonly CueForm[]>
  /** By first word. */
  readonly phrases: ReadonlyMap<string, readonly PhraseForm[]>
}

let table: CueTable | undefined

/** Every written form of every cue, folded. */
export function cueTable(): CueTable {
  table ??= build(loadCues())
  return table
}

function build(entries: readonly CueEntry[]): CueTable {
  const verbs = new Map<string, CueForm[]>()
  const phrases = new Map<string, PhraseForm[]>()
  for (const entry of entries) {
    if (entry.kind === 'verb') addVerb(entry, verbs)
    else
      for (const form of entry.forms) {
        const words = foldKey(form).split(' ')
        const first = words[0] ?? ''
        phrases.set(first, [...(phrases.get(first) ?? []), { entry, words }])
      }
  }
  return { verbs, phrases }
}

function addVerb(entry: VerbCue, verbs: Map<string, CueForm[]>): void {
  const { lemma, measure } = entry
  const source = { lemma, measure, ...(entry.imperfect === undefined ? {} : { imperfect: entry.imperfect }) }
  const add = (form: string, found: Omit<CueForm, 'entry'>): void => {
    const key = foldKey(form)
    const known = verbs.get(key) ?? []
    if (known.some((k) => k.entry === entry && k.shape === found.shape && k.gender === found.gender)) return
    verbs.set(key, [...known, { entry, ...found }])
  }
  const imperfect = foldKey(source.imperfect ?? imperfectOf(lemma, measure))
  for (const { form, tense, voice, person, gender, number, joined } of inflectVerb(source)) {
    if (person !== 3 || (entry.pastOnly && tense === 'imperfect')) continue
    // Shortened forms («يقل», «يجب») follow لم alone, which makes them no report.
    if (tense === 'imperfect' && number === 'sg' && foldKey(form).length < imperfect.length) continue
    if (voice === 'passive') continue
    add(form, {
      shape: tense === 'perfect' ? 'past' : 'present',
      gender: gender === 'any' ? undefined : gender,
      plural: number !== 'sg',
      joined: joined === true && !(tense === 'perfect' && number === 'sg'),
      finalAlef: tense === 'perfect' && form.endsWith('ى'),
      bareOnly: form.endsWith('وا'),
    })
  }
  const participle = (entry.participle ?? participlesOf(source).active).replace(/ى$/, 'ي')
  const stem = participle.endsWith('ي') ? participle.slice(0, -1) : participle
  for (const [form, gender, plural] of [
    [`${participle}ا`, 'm', false],
    [`${participle}ة`, 'f', false],
    [`${stem}ين`, 'm', true],
    [`${stem}ون`, 'm', true],
    [`${participle}ات`, 'f', true],
  ] as const)
    add(form, { shape: 'participle', gender, plural, joined: false, finalAlef: false, bareOnly: true })
  const regular = regularMasdar(source)
  for (const masdar of entry.masdars ?? (regular === undefined ? [] : [regular]))
    add(masdar, { shape: 'masdar', gender: undefined, plural: false, joined: false, finalAlef: false, bareOnly: false })
}
