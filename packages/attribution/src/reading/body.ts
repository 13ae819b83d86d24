import type { EntityRegister } from '@isnad/entities'
import type { Passage } from '@isnad/text'
import { MentionIndex } from './mentions.js'
import { findQuotations, type Quotation } from './quotes.js'
import { type Unit, unitsOf } from './units.js'
import { type Word, wordsOf } from './words.js'

/** An article's body prepared for the search: words, quotations, units and where entities are mentioned. */
export interface Body {
  readonly value: string
  readonly words: readonly Word[]
  readonly quotations: readonly Quotation[]
  readonly units: readonly Unit[]
  readonly mentions: MentionIndex
  /** Of a word: the index of the innermost quotation it stands in, or -1. */
  readonly quotationOf: readonly number[]
  /** The quotation that a mark at this offset opens. */
  readonly opens: ReadonlyMap<number, Quotation>
}

export function bodyOf(passage: Passage, register: EntityRegister): Body {
  const words = wordsOf(passage)
  const quotations = findQuotations(passage)
  return {
    value: passage.text.value,
    words,
    quotations,
    units: unitsOf(passage, words, quotations),
    mentions: new MentionIndex(register),
    quotationOf: innermost(words, quotations),
    opens: new Map(quotations.map((quotation) => [quotation.open, quotation])),
  }
}

function innermost(words: readonly Word[], quotations: readonly Quotation[]): number[] {
  const found: number[] = []
  const stack: number[] = []
  let next = 0
  for (const word of words) {
    while (next < quotations.length && (quotations[next]?.start ?? 0) <= word.start) stack.push(next++)
    while (stack.length > 0 && (quotations[stack.at(-1) ?? 0]?.end ?? 0) <= word.start) stack.pop()
    found.push(stack.at(-1) ?? -1)
  }
  return found
}
