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
  readonly head?: string
  readonly group?: boolean
  /** A descriptor that opens no name: it stands for an entity only where the article says whom. */
  readonly unnamed?: boolean
  readonly roles?: readonly FoundRole[]
  /** How sure the one that found it is, 0 to 1; what several find adds up. */
  readonly weight?: number
  /** Country of a nisba inside («الجيش السوري»). */
  readonly country?: string | undefined
}

/** What the grammars read: the words, and the catalog names among them by their first word. */
export interface Reading {
  readonly words: readonly Word[]
  readonly names: ReadonlyMap<number, GazetteerMatch>
  /** What the statistical tagger takes for a name, by its first word. */
  readonly tagged: ReadonlyMap<number, TaggedWords>
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
