import {
  type EventTrigger,
  type EventVeto,
  inflectNoun,
  inflectParticiple,
  inflectVerb,
  type LightVerb,
  loadCommonVerbs,
  loadEventTriggers,
  loadEventVetoes,
  loadLightVerbs,
  loadNounClasses,
  loadTitles,
  type NounClass,
  oncePerSource,
  regularMasdar,
  type VerbClass,
  type VerbForm,
} from '@isnad/lexicon'
import { wordKey } from '@isnad/text'

/** A verb form that a word may be, with what the verb does. */
export interface VerbSense {
  readonly form: VerbForm
  readonly trigger: EventTrigger | undefined
  readonly light: LightVerb | undefined
  readonly verbClass: VerbClass | undefined
}

/** An event noun or a predicating participle that a word may be. */
export interface NounSense {
  readonly trigger: EventTrigger
  readonly part: 'noun' | 'participle'
  readonly number: 'sg' | 'du' | 'pl'
  readonly joined: boolean
}

/** A phrase that tells an event as it stands, by the keys of its words. */
export interface EventPhrase {
  readonly words: readonly string[]
  readonly trigger: EventTrigger
}

/** The lexicon's words by word key. */
export interface Vocabulary {
  readonly verbs: ReadonlyMap<string, readonly VerbSense[]>
  readonly nouns: ReadonlyMap<string, readonly NounSense[]>
  readonly classes: ReadonlyMap<string, ReadonlySet<NounClass>>
  /** Masdars of light verbs, each with where its noun stands: «فرض» object, «قيام» ب, «إقدام» على. */
  readonly lightNouns: ReadonlyMap<string, string>
  /** First word's key to the phrases that begin with it. */
  readonly phrases: ReadonlyMap<string, readonly EventPhrase[]>
  /** An entry by its id. */
  readonly entry: (id: string) => EventTrigger | undefined
  readonly vetoes: readonly EventVeto[]
  /** A word's key to the places of the vetoes that have it, in order. */
  readonly vetoesOf: ReadonlyMap<string, readonly number[]>
}

/** Slots of light verbs that are no prepositions. */
const IN_A_CLAUSE: ReadonlySet<string> = new Set(['subject', 'object'])

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Senses and forms in one shape each, whatever is left out of them: every word's letters are compared with many. */
function senseOf(
  { form, tense, voice, person, gender, number, joined, short }: VerbForm,
  trigger: EventTrigger | undefined,
  light?: LightVerb,
  verbClass?: VerbClass,
): VerbSense {
  return { form: { form, tense, voice, person, gender, number, joined, short }, trigger, light, verbClass }
}

/** The vocabulary of the shipped lexicon, built on first use. */
export const vocabulary = oncePerSource((source): Vocabulary => {
  const verbs = new Map<string, VerbSense[]>()
  const nouns = new Map<string, NounSense[]>()
  const lightNouns = new Map<string, string>()
  const phrases = new Map<string, { words: string[]; trigger: EventTrigger }[]>()
  const entries = new Map<string, EventTrigger>()
  for (const trigger of loadEventTriggers(source)) {
    entries.set(trigger.id, trigger)
    if (trigger.verb !== undefined) {
      for (const form of inflectVerb(trigger.verb)) {
        const { voice } = trigger.verb
        if (trigger.verb.tense !== undefined && trigger.verb.tense !== form.tense) continue
        if (voice === undefined || form.voice === 'any' || form.voice === voice)
          push(verbs, wordKey(form.form), senseOf(form, trigger))
      }
    }
    for (const [noun, ...plurals] of trigger.nouns) {
      for (const { form, number, joined } of inflectNoun(noun, plurals))
        push(nouns, wordKey(form), { trigger, part: 'noun', number, joined: joined === true })
    }
    for (const participle of trigger.participles) {
      for (const { form, number, joined } of inflectParticiple(participle))
        push(nouns, wordKey(form), { trigger, part: 'participle', number, joined: joined === true })
    }
    for (const phrase of trigger.phrases) {
      const words = phrase.split(' ').map(bareKey)
      push(phrases, words[0] ?? '', { words, trigger })
    }
  }
  for (const stored of loadLightVerbs(source)) {
    const light = { ...stored, slot: IN_A_CLAUSE.has(stored.slot) ? stored.slot : wordKey(stored.slot) }
    for (const form of inflectVerb(light.verb)) push(verbs, wordKey(form.form), senseOf(form, undefined, light))
    const masdar = regularMasdar(light.verb) ?? light.verb.lemma
    if (light.kind === 'support') lightNouns.set(wordKey(masdar), light.slot)
  }
  for (const { class: verbClass, ...verb } of loadCommonVerbs(source)) {
    for (const form of inflectVerb(verb))
      push(verbs, wordKey(form.form), senseOf(form, undefined, undefined, verbClass))
  }
  const vetoes = loadEventVetoes(source)
  const vetoesOf = new Map<string, number[]>()
  for (const [place, { words }] of vetoes.entries())
    for (const key of new Set(words.map(bareKey))) push(vetoesOf, key, place)
  return {
    verbs,
    nouns,
    classes: classesOf(source),
    lightNouns,
    phrases,
    vetoes,
    vetoesOf,
    entry: (id) => entries.get(id),
  }
})

/** The words among which an entry looks for what completes, forbids or governs it, as bare keys. */
export interface Conditions {
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly after: readonly string[]
  readonly notAfter: readonly string[]
}

const conditions = new WeakMap<EventTrigger, Conditions>()

export function conditionsOf(trigger: EventTrigger): Conditions {
  const known = conditions.get(trigger)
  if (known !== undefined) return known
  const { with: completing, without, after, notAfter } = trigger
  const made = {
    with: completing.map(bareKey),
    without: without.map(bareKey),
    after: after.map(bareKey),
    notAfter: notAfter.map(bareKey),
  }
  conditions.set(trigger, made)
  return made
}

/** A word's key without ال, as words are compared with the lexicon's lists. */
export function bareKey(word: string): string {
  const key = wordKey(word)
  return key.length > 3 && key.startsWith('ال') ? key.slice(2) : key
}

function classesOf(source: Parameters<typeof loadTitles>[0]): ReadonlyMap<string, ReadonlySet<NounClass>> {
  const classes = new Map<string, Set<NounClass>>()
  const add = (word: string, of: NounClass): void => {
    // «ألفي»: its أل is no article.
    const key = word.startsWith('أل') ? wordKey(word) : bareKey(word)
    const known = classes.get(key)
    if (known === undefined) classes.set(key, new Set([of]))
    else known.add(of)
  }
  for (const [of, words] of loadNounClasses(source)) for (const word of words) add(word, of)
  for (const title of loadTitles(source)) {
    for (const form of [...title.masculine, ...title.feminine]) {
      // «محافظة» is a governorate long before it is a woman who governs one.
      if (!form.includes(' ') && !classes.has(bareKey(form)) && form !== 'آمر' && form !== 'سيادة') add(form, 'person')
    }
    for (const form of title.plural) if (!form.includes(' ')) add(form, 'group')
  }
  return classes
}
