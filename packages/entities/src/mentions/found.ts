import type { EntityRole, EntityType, MentionKind } from '../entity.js'
import type { GazetteerMatch } from '../gazetteer/automaton.js'
import type { Entry } from '../gazetteer/entries.js'
import type { Word } from './words.js'

/** What made us take the words for a mention. */
export type FoundBy = 'catalog' | 'title' | 'head' | 'class' | 'tagger' | 'group' | 'repeat'

/** A role as the grammar reads it, before the entities have ids. */
export interface FoundRole {
  readonly title: string
  readonly start: number
  readonly end: number
  readonly titleId: string | undefined
  readonly standing: EntityRole['standing']
  /** Words that may hold the body or country: a mention inside them is the role's. */
  readonly scope: { readonly start: number; readonly end: number }
  /** Country of a nisba in the title («العراقي»). */
  readonly country: string | undefined
}

/** A mention before it is linked. */
export interface FoundMention {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly type: EntityType
  readonly kind: MentionKind
  readonly by: FoundBy
  readonly entries: readonly Entry[]
  /** The noun in front that says what it is and stays outside («صحيفة»), or the one that opens the name («حزب»). */
  readonly head: string | undefined
  readonly group: boolean | undefined
  /** A descriptor that opens no name: it stands for an entity only where the article says whom. */
  readonly unnamed: boolean | undefined
  readonly roles: readonly FoundRole[] | undefined
  /** How sure the one that found it is; what several find adds up. */
  readonly weight: number
  /** Country of a nisba inside («الجيش السوري»). */
  readonly country: string | undefined
}

/** How far each way of finding is to be trusted when two of them disagree about where a name lies. */
const WEIGHT: Readonly<Record<FoundBy, number>> = {
  catalog: 0.9,
  class: 0.9,
  title: 0.85,
  tagger: 0,
  repeat: 0.7,
  head: 0.55,
  group: 0.3,
}

const NO_ENTRIES: readonly Entry[] = []

type Told = 'first' | 'last' | 'start' | 'end' | 'type' | 'kind' | 'by'

/** What a grammar must say of a mention, and what it may. */
export type Draft = Pick<FoundMention, Told> & {
  readonly [K in Exclude<keyof FoundMention, Told>]?: FoundMention[K] | undefined
}

/** A mention with every property in one order: what is chosen among thousands of them reads objects of one shape. */
export const foundMention = (found: Draft): FoundMention => ({
  first: found.first,
  last: found.last,
  start: found.start,
  end: found.end,
  type: found.type,
  kind: found.kind,
  by: found.by,
  entries: found.entries ?? NO_ENTRIES,
  head: found.head,
  group: found.group,
  unnamed: found.unnamed,
  roles: found.roles,
  weight: found.weight ?? WEIGHT[found.by],
  country: found.country,
})

/** What a mention is told otherwise by; what is `undefined` stays as it was. */
type Change = { readonly [K in keyof FoundMention]?: FoundMention[K] | undefined }

/** A mention told otherwise in part. A spread would give each place that changes one a shape of its own. */
export const changed = (found: FoundMention, to: Change): FoundMention => ({
  first: to.first ?? found.first,
  last: to.last ?? found.last,
  start: to.start ?? found.start,
  end: to.end ?? found.end,
  type: to.type ?? found.type,
  kind: to.kind ?? found.kind,
  by: to.by ?? found.by,
  entries: to.entries ?? found.entries,
  head: to.head ?? found.head,
  group: to.group ?? found.group,
  unnamed: to.unnamed ?? found.unnamed,
  roles: to.roles ?? found.roles,
  weight: to.weight ?? found.weight,
  country: to.country ?? found.country,
})

/** At most one thing for each word of a passage, by the word's index; found again without hashing. */
export class AtWords<T> {
  readonly #things: (T | undefined)[]

  constructor(words: number) {
    this.#things = new Array<T | undefined>(words).fill(undefined)
  }

  get(at: number): T | undefined {
    return at >= 0 && at < this.#things.length ? this.#things[at] : undefined
  }

  has(at: number): boolean {
    return this.get(at) !== undefined
  }

  set(at: number, thing: T): void {
    this.#things[at] = thing
  }

  /** All of them in the order of the words. */
  *values(): Generator<T> {
    for (const thing of this.#things) if (thing !== undefined) yield thing
  }
}

/** What the grammars read: the words, and the catalog names among them by their first word. */
export interface Reading {
  readonly words: readonly Word[]
  readonly names: Pick<AtWords<GazetteerMatch>, 'get' | 'has' | 'values'>
  /** What the statistical tagger takes for a name, by its first word. */
  readonly tagged: Pick<AtWords<TaggedWords>, 'get' | 'has'>
  /** How often each whole word is printed. */
  readonly times: () => ReadonlyMap<string, number>
  /** The text tells of a game: what clubs are called after is their name. */
  readonly sporting: boolean
}

/** A name of the tagger in words of the passage. */
export interface TaggedWords {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly type: EntityType
  /** 0 to 1. */
  readonly score: number
  /** It was read as the end of the name before it, which is another man's. */
  readonly another?: true
}

/** A person's name as the grammar reads it. */
export interface PersonName {
  readonly last: number
  readonly start: number
  readonly entries: readonly Entry[]
  readonly words: number
  /** Some word is known from names of people. */
  readonly known: boolean
}

/** A catalog name that may be taken without anything else speaking for it. */
export function surely(reading: Reading, at: number): GazetteerMatch | undefined {
  const match = reading.names.get(at)
  return match === undefined || match.weak ? undefined : match
}

export const spanOf = ({ words }: Reading, first: number, last: number): { start: number; end: number } => ({
  start: words[first]?.from ?? 0,
  end: words[last]?.end ?? 0,
})
