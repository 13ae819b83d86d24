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
  /** Of a word: true behind the first word of a mention («إن» of «بي إن سبورت»). */
  readonly inName: readonly boolean[]
  /** The quotation that a mark at this offset opens. */
  readonly opens: ReadonlyMap<number, Quotation>
}

export function bodyOf(passage: Passage, register: EntityRegister): Body {
  const words = wordsOf(passage)
  const quotations = findQuotations(passage)
  const mentions = new MentionIndex(register)
  return {
    value: passage.text.value,
    words,
    quotations,
    units: unitsOf(passage, words, quotations),
    mentions,
    quotationOf: innermost(
      words,
      quotations.filter((quotation) => quotation.close > quotation.end),
      quotations,
    ),
    inName: wordsInNames(words, mentions),
    opens: new Map(quotations.map((quotation) => [quotation.open, quotation])),
  }
}

function wordsInNames(words: readonly Word[], mentions: MentionIndex): boolean[] {
  let reached = 0
  const inside: boolean[] = []
  const places = mentions.inOrder(words)
  for (let at = 0; at < words.length; at++) {
    inside.push((words[at] as Word).start < reached)
    const place = places[at]
    if (place !== undefined && place.kind === 'name' && place.end > reached) reached = place.end
  }
  return inside
}

/** Quotations that nobody closed hold no words: what follows them is read as if the mark were not there. */
function innermost(words: readonly Word[], quotations: readonly Quotation[], all: readonly Quotation[]): number[] {
  const index = new Map(all.map((quotation, at) => [quotation, at]))
  const found: number[] = []
  const stack: number[] = []
  let next = 0
  for (const word of words) {
    while (next < quotations.length && (quotations[next]?.start ?? 0) <= word.start) stack.push(next++)
    while (stack.length > 0 && (quotations[stack.at(-1) ?? 0]?.end ?? 0) <= word.start) stack.pop()
    const top = quotations[stack.at(-1) ?? -1]
    found.push(top === undefined ? -1 : (index.get(top) ?? -1))
  }
  return found
}
