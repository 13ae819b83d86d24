import type { Stem } from './stem-table.js'

/** Title; title and opening; all the text. */
export const VIEWS = 3
export const TITLE = 0
export const LEAD = 1
export const FULL = 2

/** An article as three weighted bags of stems, each of unit length, over one list of stems. */
export interface TermViews {
  /** Hashes of the stems, ascending: two articles are multiplied by walking both. */
  readonly keys: Int32Array
  /** Of each key its weight in title, lead and full text; 0 where a view does not hold it. */
  readonly weights: Float32Array
}

/** Cosines of two articles, view by view, 0 to 1. */
export interface Cosines {
  readonly title: number
  readonly lead: number
  readonly full: number
}

/** The strongest stems of a view; the rest weigh next to nothing and cost memory. */
const KEPT_TERMS = 90

/** Makes the views of stems that stand in order of their keys. `told`: what each tells; `counts`: how often it counts in each view. */
export function viewsOf(
  stems: readonly Stem[],
  told: readonly number[],
  counts: readonly ArrayLike<number>[],
): TermViews & { readonly opening: readonly Stem[] } {
  const views = counts.map((count) => unitWeights(told, count))
  const keys: number[] = []
  const weights: number[] = []
  const opening: Stem[] = []
  for (let at = 0; at < stems.length; at++) {
    const stem = stems[at] as Stem
    const [title = 0, lead = 0, full = 0] = [views[TITLE]?.[at], views[LEAD]?.[at], views[FULL]?.[at]]
    if (lead > 0) opening.push(stem)
    if (title + lead + full === 0) continue
    keys.push(stem.key)
    weights.push(title, lead, full)
  }
  return { keys: Int32Array.from(keys), weights: Float32Array.from(weights), opening }
}

function unitWeights(told: readonly number[], counts: ArrayLike<number>): Float64Array {
  const weights = new Float64Array(told.length)
  let terms = 0
  for (let at = 0; at < told.length; at++) {
    const count = counts[at] as number
    if (count === 0) continue
    terms++
    weights[at] = count === 1 ? (told[at] as number) : (1 + Math.log(count)) * (told[at] as number)
  }
  if (terms > KEPT_TERMS) keepHeaviest(weights)
  let squares = 0
  for (const weight of weights) squares += weight * weight
  const length = Math.sqrt(squares)
  if (length > 0) for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) / length
  return weights
}

/** Leaves the heaviest in place, and of equal ones the first. */
function keepHeaviest(weights: Float64Array): void {
  const sorted = weights.slice().sort()
  const least = sorted[sorted.length - KEPT_TERMS] ?? 0
  let equal = KEPT_TERMS
  for (const weight of weights) if (weight > least) equal--
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number
    if (weight < least || (weight === least && equal-- <= 0)) weights[at] = 0
  }
}

/** Cosines of two articles. Of some billions of pairs of stems one shares a hash; it weighs as one stem. */
export function cosinesOf(a: TermViews, b: TermViews): Cosines {
  const { keys: x, weights: u } = a
  const { keys: y, weights: v } = b
  let [title, lead, full] = [0, 0, 0]
  let i = 0
  let j = 0
  while (i < x.length && j < y.length) {
    const p = x[i] as number
    const q = y[j] as number
    if (p < q) i++
    else if (q < p) j++
    else {
      const [from, to] = [VIEWS * i++, VIEWS * j++]
      title += (u[from + TITLE] as number) * (v[to + TITLE] as number)
      lead += (u[from + LEAD] as number) * (v[to + LEAD] as number)
      full += (u[from + FULL] as number) * (v[to + FULL] as number)
    }
  }
  return { title: Math.min(1, title), lead: Math.min(1, lead), full: Math.min(1, full) }
}

/** How much of one article's headline stands in the opening of another, 0 to 1. */
export function headlineIn(a: TermViews, b: TermViews): number {
  let sum = 0
  let j = 0
  for (let i = 0; i < a.keys.length; i++) {
    const weight = a.weights[VIEWS * i + TITLE] as number
    if (weight === 0) continue
    while (j < b.keys.length && (b.keys[j] as number) < (a.keys[i] as number)) j++
    if (j < b.keys.length && b.keys[j] === a.keys[i]) sum += weight * (b.weights[VIEWS * j + LEAD] as number)
  }
  return Math.min(1, sum)
}

/** One article laid out to be multiplied with many: the same sums as by walking both, for one look a stem of the other. */
export class Probe {
  readonly #keys: Int32Array
  readonly #places: Int32Array
  readonly #weights: Float32Array
  readonly #mask: number

  constructor({ keys, weights }: TermViews) {
    let room = 64
    while (room < keys.length * 3) room *= 2
    this.#mask = room - 1
    this.#keys = new Int32Array(room)
    this.#places = new Int32Array(room).fill(-1)
    this.#weights = weights
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number
      let slot = key & this.#mask
      while (this.#places[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
      this.#keys[slot] = key
      this.#places[slot] = at
    }
  }

  cosines({ keys, weights }: TermViews): Cosines {
    const own = this.#weights
    let [title, lead, full] = [0, 0, 0]
    for (let i = 0; i < keys.length; i++) {
      const place = this.#placeOf(keys[i] as number)
      if (place < 0) continue
      const [from, to] = [VIEWS * place, VIEWS * i]
      title += (own[from + TITLE] as number) * (weights[to + TITLE] as number)
      lead += (own[from + LEAD] as number) * (weights[to + LEAD] as number)
      full += (own[from + FULL] as number) * (weights[to + FULL] as number)
    }
    return { title: Math.min(1, title), lead: Math.min(1, lead), full: Math.min(1, full) }
  }

  #placeOf(key: number): number {
    let slot = key & this.#mask
    for (;;) {
      const place = this.#places[slot] as number
      if (place < 0 || this.#keys[slot] === key) return place
      slot = (slot + 1) & this.#mask
    }
  }
}

/** Stems of an opening with their weights in it. */
interface Opening extends TermViews {
  readonly opening: readonly Stem[]
}

/** Places of the heaviest keys of a view, heaviest first, and of equal ones the first. */
export function heaviest({ weights }: TermViews, view: number, most: number): number[] {
  const weightAt = (place: number): number => weights[VIEWS * place + view] as number
  const places: number[] = []
  for (let at = 0; at * VIEWS < weights.length; at++) {
    const weight = weightAt(at)
    let to = places.length
    if (weight === 0 || (to === most && weight <= weightAt(places[to - 1] as number))) continue
    while (to > 0 && weight > weightAt(places[to - 1] as number)) to--
    places.splice(to, 0, at)
    if (places.length > most) places.pop()
  }
  return places
}

/** The stems that two openings share, those of most weight in common first. */
export function sharedStems(a: Opening, b: TermViews, most: number): string[] {
  const found: { readonly stem: string; readonly weight: number }[] = []
  let j = 0
  let at = 0
  for (let i = 0; i < a.keys.length; i++) {
    const own = a.weights[VIEWS * i + LEAD] as number
    if (own === 0) continue
    const stem = a.opening[at++]?.stem ?? ''
    while (j < b.keys.length && (b.keys[j] as number) < (a.keys[i] as number)) j++
    if (j >= b.keys.length || b.keys[j] !== a.keys[i]) continue
    const weight = own * (b.weights[VIEWS * j + LEAD] as number)
    if (weight > 0) found.push({ stem, weight })
  }
  return found
    .sort((x, y) => y.weight - x.weight || (x.stem < y.stem ? -1 : 1))
    .slice(0, most)
    .map(({ stem }) => stem)
}
