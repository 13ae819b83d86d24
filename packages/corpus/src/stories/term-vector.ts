import type { Stem } from './stem-table.js'

/** A weighted bag of stems of unit length. */
export interface TermVector {
  /** Hashes of the stems, ascending, and their weights in that order: two vectors are multiplied by walking both. */
  readonly keys: Int32Array
  readonly weights: Float32Array
}

/** A vector that still knows its stems, in the order of its keys. */
export interface NamedVector extends TermVector {
  readonly stems: readonly Stem[]
}

/** The strongest stems of the whole text; the rest weigh next to nothing and cost memory. */
const KEPT_TERMS = 90

/** Makes a vector of stems that stand in order, each with its weight and with how often it counts; 0 leaves it out. */
export function vectorOf(stems: readonly Stem[], told: ArrayLike<number>, counts: ArrayLike<number>): NamedVector {
  const kept: Stem[] = []
  const weights: number[] = []
  for (let i = 0; i < stems.length; i++) {
    const count = counts[i] as number
    if (count === 0) continue
    const weight = told[i] as number
    kept.push(stems[i] as Stem)
    weights.push(count === 1 ? weight : (1 + Math.log(count)) * weight)
  }
  if (kept.length > KEPT_TERMS) keepHeaviest(kept, weights)
  let squares = 0
  for (const weight of weights) squares += weight * weight
  const length = Math.sqrt(squares)
  const keys = new Int32Array(kept.length)
  const unit = new Float32Array(kept.length)
  for (let i = 0; i < kept.length; i++) {
    keys[i] = (kept[i] as Stem).key
    unit[i] = (weights[i] as number) / length
  }
  return { keys, weights: unit, stems: kept }
}

/** Leaves the heaviest terms in place, and of equal ones the first. */
function keepHeaviest(stems: Stem[], weights: number[]): void {
  const sorted = Float64Array.from(weights).sort()
  const least = sorted[sorted.length - KEPT_TERMS] ?? 0
  let equal = KEPT_TERMS
  for (const weight of weights) if (weight > least) equal--
  let to = 0
  for (let from = 0; from < stems.length; from++) {
    const weight = weights[from] as number
    if (weight < least || (weight === least && equal-- <= 0)) continue
    stems[to] = stems[from] as Stem
    weights[to++] = weight
  }
  stems.length = to
  weights.length = to
}

/** Cosine of two unit vectors, 0 to 1. Of some billions of pairs of stems one shares a hash; it weighs as one stem. */
export function cosine(a: TermVector, b: TermVector): number {
  const { keys: x, weights: u } = a
  const { keys: y, weights: v } = b
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

/** Places of the heaviest stems of a vector, heaviest first, and of equal ones the first. */
export function heaviest({ weights }: TermVector, most: number): number[] {
  const places: number[] = []
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number
    let to = places.length
    if (to === most && weight <= (weights[places[to - 1] as number] as number)) continue
    while (to > 0 && weight > (weights[places[to - 1] as number] as number)) to--
    places.splice(to, 0, at)
    if (places.length > most) places.pop()
  }
  return places
}

/** The stems that both have, those of most weight in common first. */
export function sharedStems(a: NamedVector, b: TermVector, most: number): string[] {
  const found: { readonly stem: string; readonly weight: number }[] = []
  let j = 0
  for (let i = 0; i < a.keys.length; i++) {
    while (j < b.keys.length && (b.keys[j] as number) < (a.keys[i] as number)) j++
    if (j < b.keys.length && b.keys[j] === a.keys[i])
      found.push({ stem: a.stems[i]?.stem ?? '', weight: (a.weights[i] ?? 0) * (b.weights[j] ?? 0) })
  }
  return found
    .sort((x, y) => y.weight - x.weight || (x.stem < y.stem ? -1 : 1))
    .slice(0, most)
    .map(({ stem }) => stem)
}
