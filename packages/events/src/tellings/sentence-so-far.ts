import type { Telling } from '../clauses/telling.js'
import type { Item } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import type { Assembler } from './assemble.js'
import type { NounPredicates } from './noun-predicates.js'

/** A sentence while its verbs are told one after another: what it is read from, and what is told already. */
export interface SentenceSoFar {
  readonly items: readonly Item[]
  readonly reader: PhraseReader
  readonly assembler: Assembler
  readonly nounPredicates: NounPredicates
  /** Tellings found so far, to which others are added. */
  readonly found: Telling[]
  /** Heads of the event nouns that are told already. */
  readonly used: Set<number>
}
