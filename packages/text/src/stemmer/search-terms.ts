import { foldKey } from '../fold.js'
import { wordKey } from '../segmenter/key.js'
import { hingesOf } from '../segmenter/segment.js'
import type { Span } from '../span.js'
import { wordRuns } from '../word-runs.js'
import { searchStem } from './stem.js'

/** One indexed word. Its position in a text is its rank among the terms. */
export interface SearchTerm extends Span {
  /** The word as printed, folded: what an exact search matches. */
  readonly exact: string
  /** Its stem, clitics and inflection off: what a plain search matches. */
  readonly stem: string
}

const LONGEST_WORD = 64 // longer runs are hashes and addresses; they are indexed by their beginning

/** What a printed form is indexed as, wherever it stands. */
interface Form {
  readonly exact: string
  readonly stem: string
  readonly key: string
  /** Bare word keys that change its stem when its text prints them too. */
  readonly hinges: readonly string[]
}

/** The words of a text as the index holds them, in order. */
export function searchTerms(value: string): SearchTerm[] {
  const runs = wordRuns(value, 'joined')
  const terms: SearchTerm[] = []
  const doubtful: { readonly at: number; readonly printed: string; readonly hinges: readonly string[] }[] = []
  const keys: string[] = []
  for (let i = 0; i < runs.length; i += 2) {
    const [start = 0, end = 0] = [runs[i], runs[i + 1]]
    const printed = value.slice(start, end - start > LONGEST_WORD ? start + LONGEST_WORD : end)
    const { exact, stem, key, hinges } = formOf(printed)
    keys.push(key)
    if (exact === '') continue
    if (hinges.length > 0) doubtful.push({ at: terms.length, printed, hinges })
    terms.push({ exact, stem, start, end })
  }
  if (doubtful.length > 0) {
    const bareKeys = new Set(keys)
    for (const { at, printed, hinges } of doubtful) {
      const term = terms[at]
      if (term !== undefined && hinges.some((hinge) => bareKeys.has(hinge)))
        terms[at] = { ...term, stem: searchStem(printed, bareKeys) }
    }
  }
  return terms
}

const CACHE_LIMIT = 1 << 16
let young = new Map<string, Form>()
let old = new Map<string, Form>()

/** News repeats its words: each form is folded and stemmed once as long as it keeps coming. */
function formOf(printed: string): Form {
  const recent = young.get(printed)
  if (recent !== undefined) return recent
  const form = old.get(printed) ?? {
    exact: foldKey(printed),
    stem: searchStem(printed),
    key: wordKey(printed),
    hinges: hingesOf(printed),
  }
  if (young.size >= CACHE_LIMIT) {
    old = young
    young = new Map()
  }
  young.set(printed, form)
  return form
}
