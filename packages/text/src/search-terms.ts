import { foldKey } from './fold.js'
import type { Span } from './span.js'

/** One indexed word. Its position in a text is its rank among the terms. */
export interface SearchTerm extends Span {
  /** The word as printed, folded: what an exact search matches. */
  readonly exact: string
  /** Its stem, clitics off: what a plain search matches. */
  readonly stem: string
}

const WORD = /[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+/gu

/** The words of a text as the index holds them, in order. */
export function searchTerms(value: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  for (const match of value.matchAll(WORD)) {
    const exact = foldKey(match[0])
    if (exact === '') continue
    terms.push({ exact, stem: lightStem(exact), start: match.index, end: match.index + match[0].length })
  }
  return terms
}

/** Larkey, Ballesteros, Connell (2007), "Light stemming for Arabic information retrieval": light10. */
export function lightStem(folded: string): string {
  let stem = folded
  if (stem.length > 3 && stem.startsWith('و')) stem = stem.slice(1)
  for (const prefix of ['وال', 'بال', 'كال', 'فال', 'لل', 'ال']) {
    if (stem.startsWith(prefix) && stem.length - prefix.length >= 2) {
      stem = stem.slice(prefix.length)
      break
    }
  }
  for (const suffix of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length)
  }
  return stem
}
