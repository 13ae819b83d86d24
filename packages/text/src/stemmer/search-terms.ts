import { foldKey } from '../fold.js'
import { wordKey } from '../segmenter/key.js'
import { segmentWord, segmentWordAmong } from '../segmenter/segment.js'
import type { Span } from '../span.js'
import { searchStem } from './stem.js'

/** One indexed word. Its position in a text is its rank among the terms. */
export interface SearchTerm extends Span {
  /** The word as printed, folded: what an exact search matches. */
  readonly exact: string
  /** Its stem, clitics and inflection off: what a plain search matches. */
  readonly stem: string
}

const WORD = /[\p{L}\p{M}\p{N}\u0640\u200c\u200d]+/gu
const LONGEST_WORD = 64 // longer runs are hashes and addresses; they are indexed by their beginning

/** The words of a text as the index holds them, in order. */
export function searchTerms(value: string): SearchTerm[] {
  const words: { readonly printed: string; readonly start: number; readonly end: number }[] = []
  const bareKeys = new Set<string>()
  for (const match of value.matchAll(WORD)) {
    const printed = match[0].length > LONGEST_WORD ? match[0].slice(0, LONGEST_WORD) : match[0]
    bareKeys.add(wordKey(printed))
    words.push({ printed, start: match.index, end: match.index + match[0].length })
  }
  const terms: SearchTerm[] = []
  for (const { printed, start, end } of words) {
    const exact = foldKey(printed)
    if (exact !== '') terms.push({ exact, stem: stemAmong(printed, bareKeys), start, end })
  }
  return terms
}

const CACHE_LIMIT = 1 << 16
let young = new Map<string, string>()
let old = new Map<string, string>()

function stemAmong(word: string, bareKeys: ReadonlySet<string>): string {
  // What is cut because of its neighbours holds for this text only and is not kept.
  if (segmentWordAmong(word, bareKeys) !== segmentWord(word)) return searchStem(word, bareKeys)
  const known = young.get(word) ?? old.get(word)
  if (known !== undefined) return known
  const stem = searchStem(word)
  if (young.size >= CACHE_LIMIT) {
    old = young
    young = new Map()
  }
  young.set(word, stem)
  return stem
}
