import { nameScore } from './compare.js'
import { arabicOf, transliterate } from './transliterate.js'

export interface NamePair {
  readonly a: string
  readonly b: string
}

/** One row a pair: both names and the score of `compareNames`, higher for likelier the same. */
export const predictNamePairs = (rows: readonly NamePair[]): (NamePair & { readonly score: number })[] =>
  rows.map(({ a, b }) => ({ a, b, score: nameScore(a, b) }))

export interface Ranking {
  readonly source: string
  readonly candidates: readonly string[]
}

/** One row a distinct source: its spellings in the other script, best first, ten unless told. */
export function predictRanking(
  sources: readonly string[],
  {
    to = 'latn',
    limit = 10,
    beam,
  }: { readonly to?: 'latn' | 'arab'; readonly limit?: number; readonly beam?: number } = {},
): Ranking[] {
  const options = beam === undefined ? { limit } : { limit, beam }
  return [...new Set(sources)].map((source) => ({
    source,
    candidates: (to === 'latn' ? transliterate(source, options) : arabicOf(source, options)).map((c) => c.form),
  }))
}
