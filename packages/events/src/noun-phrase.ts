import type { Entity } from '@isnad/entities'
import type { NounClass } from '@isnad/lexicon'
import type { NounSense } from './vocabulary.js'

/** One thing that a noun phrase names: an entity, a nameless person or body, or an event noun. */
export interface Filler {
  /** First word and the word after the last. */
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** The entity that the phrase as a whole stands for. */
  readonly entity?: Entity
  readonly named: boolean
  readonly of: NounClass | 'event' | 'other' | 'number'
  readonly head: number
  /** Entities inside the phrase that it does not itself stand for («نظام **الأسد**», «وزير خارجية **إيران**»). */
  readonly nested: readonly Entity[]
  readonly definite: boolean
  readonly pronoun: string | undefined
  /** Event senses of the head. */
  readonly senses?: readonly NounSense[]
  /** Of an event noun: what it is in construct with. */
  readonly genitive?: NounPhrase
}

/** Fillers joined by و or commas, in one grammatical place. */
export interface NounPhrase {
  readonly fillers: readonly Filler[]
  readonly from: number
  readonly to: number
}

/** A piece of a sentence at the level of the clause. */
export type Item =
  | { readonly kind: 'verb'; readonly at: number }
  | { readonly kind: 'phrase'; readonly preposition?: string; readonly at: number; readonly phrase: NounPhrase }
  | { readonly kind: 'pronominal'; readonly at: number; readonly preposition: string; readonly pronoun: string }
  | { readonly kind: 'time'; readonly at: number; readonly time: number }
  | {
      readonly kind: 'opener' | 'relative' | 'negation' | 'particle' | 'stop' | 'comma' | 'word'
      readonly at: number
      readonly key: string
    }
