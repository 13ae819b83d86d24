/** A weighted bag of stems of unit length. */
export interface TermVector {
  /** Heaviest first. */
  readonly stems: readonly string[]
  /** In the order of `stems`. */
  readonly weights: Float32Array
  /** Hashes of the stems, ascending, and their weights in that order: two vectors are multiplied by walking both. */
  readonly keys: Int32Array
  readonly byKey: Float32Array
}

/** A stem of an article with how much it tells. */
export interface Term {
  readonly stem: string
  readonly key: number
  readonly weight: number
  /** How often it stands in the title, in title and opening, and in all, the title counted twice. */
  title: number
  lead: number
  full: number
}

/** The strongest stems of the whole text; the rest weigh next to nothing and cost memory. */
const KEPT_TERMS = 90

/** Puts the terms of an article into the order that vectors are made in; it does not depend on the order of the words. */
export const inOrder = (terms: readonly Term[]): Term[] =>
  [...terms].sort((a, b) => a.key - b.key || (a.stem < b.stem ? -1 : 1))

/** Makes a vector of terms that stand in order, each with how often its place counts. */
export function vectorOf(terms: readonly Term[], countOf: (term: Term) => number): TermVector {
  const kept: Term[] = []
  const weights: number[] = []
  for (const term of terms) {
    const count = countOf(term)
    if (count === 0) continue
    kept.push(term)
    weights.push(count === 1 ? term.weight : (1 + Math.log(count)) * term.weight)
  }
  if (kept.length > KEPT_TERMS) keepHeaviest(kept, weights)
  let squares = 0
  for (const weight of weights) squares += weight * weight
  const length = Math.sqrt(squares)
  const byKey = Float32Array.from(weights, (weight) => weight / length)
  const rank = kept.map((_, i) => i).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  return {
    stems: rank.map((i) => kept[i]?.stem ?? ''),
    weights: Float32Array.from(rank, (i) => byKey[i] ?? 0),
    keys: Int32Array.from(kept, ({ key }) => key),
    byKey,
  }
}

/** Leaves the heaviest terms in place, and of equal ones the first. */
function keepHeaviest(terms: Term[], weights: number[]): void {
  const sorted = Float64Array.from(weights).sort()
  const least = sorted[sorted.length - KEPT_TERMS] ?? 0
  let equal = KEPT_TERMS
  for (const weight of weights) if (weight > least) equal--
  let to = 0
  for (let from = 0; from < terms.length; from++) {
    const weight = weights[from] as number
    if (weight < least || (weight === least && equal-- <= 0)) continue
    terms[to] = terms[from] as Term
    weights[to++] = weight
  }
  terms.length = to
  weights.length = to
}

/** Cosine of two unit vectors, 0 to 1. Of some billions of pairs of stems one shares a hash; it weighs as one stem. */
export function cosine(a: TermVector, b: TermVector): number {
  const { keys: x, byKey: u } = a
  const { keys: y, byKey: v } = b
  let sum = 0
  let i = 0
  let j = 0
  while (i < x.length && j < y.length) {
    const p = x[i] as number
    const q = y[j] as number
    if (p === q) sum += (u[i++] as number) * (v[j++] as number)
    else if (p < q) i++
    else j++
  }
  return sum > 1 ? 1 : sum
}

/** The stems that both have, those of most weight in common first. */
export function sharedStems(a: TermVector, b: TermVector, most: number): string[] {
  const theirs = new Map(b.stems.map((stem, i) => [stem, b.weights[i] ?? 0]))
  return a.stems
    .flatMap((stem, i) => (theirs.has(stem) ? [[stem, (a.weights[i] ?? 0) * (theirs.get(stem) ?? 0)] as const] : []))
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, most)
    .map(([stem]) => stem)
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo 1991), 32 bits. */
export function hashOf(stem: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193)
  return hash | 0
}
