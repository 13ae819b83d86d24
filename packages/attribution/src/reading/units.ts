import type { Passage } from '@isnad/text'
import type { Quotation } from './quotes.js'
import type { Word } from './words.js'

/** Words `from` to `to` (excluded) that are read together: a sentence, or several that one quotation holds together. */
export interface Unit {
  readonly from: number
  readonly to: number
}

const MAX_SENTENCES = 12
/** A run of words without any end, as broken pages have, is cut here: what reads a unit may then look at it more than once. */
const MAX_WORDS = 500

/** Cuts the body's words into sentences and joins those over whose end an outer quotation runs. */
export function unitsOf({ sentences }: Passage, words: readonly Word[], quotations: readonly Quotation[]): Unit[] {
  const units: Unit[] = []
  const outer = quotations.filter((quotation) => quotation.depth === 0)
  let at = 0
  let quotation = 0
  let joined = 0
  for (const sentence of sentences) {
    while (at < words.length && (words[at]?.start ?? 0) < sentence.start) at++
    const from = at
    while (at < words.length && (words[at]?.start ?? 0) < sentence.end) at++
    if (at === from) continue
    const last = units.at(-1)
    while (quotation < outer.length && (outer[quotation]?.end ?? 0) <= sentence.start) quotation++
    const held = outer[quotation]
    const start = words[from]?.start ?? 0
    if (
      last !== undefined &&
      held !== undefined &&
      held.start < start &&
      held.end > start &&
      joined < MAX_SENTENCES &&
      at - last.from < MAX_WORDS
    ) {
      units[units.length - 1] = { from: last.from, to: at }
      joined++
      continue
    }
    for (let start = from; start < at; start += MAX_WORDS)
      units.push({ from: start, to: Math.min(at, start + MAX_WORDS) })
    joined = 0
  }
  return units
}
