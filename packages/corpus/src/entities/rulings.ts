import type { EntityJudgement } from './dossier.js'
import { sightingKey } from './sightings.js'

/**
 * What users ruled, closed under its own logic: sightings that were called the same stand in one group, and groups are kept
 * apart where somebody called two of their members different. Where rulings contradict each other the later one holds.
 */
export class Rulings {
  readonly #group = new Map<string, number>()
  readonly #apart = new Map<number, Set<number>>()
  readonly #settled = new Set<string>()

  /** `judgements` oldest first; those of anybody but users are passed over. */
  constructor(judgements: readonly EntityJudgement[]) {
    const parent: number[] = []
    const ids = new Map<string, number>()
    const find = (i: number): number => {
      let at = i
      while (parent[at] !== at) at = parent[at] ?? at
      return at
    }
    const idOf = (key: string): number => {
      const known = ids.get(key)
      if (known !== undefined) return known
      parent.push(parent.length)
      ids.set(key, parent.length - 1)
      return parent.length - 1
    }
    const apart = new Map<number, Set<number>>()
    const enemiesOf = (root: number): Set<number> => {
      const known = apart.get(root) ?? new Set()
      apart.set(root, known)
      return known
    }
    for (const { a, b, verdict, by } of [...judgements].reverse()) {
      if (!by.startsWith('user')) continue
      const [x, y] = [sightingKey(a), sightingKey(b)]
      this.#settled.add(pairKey(x, y))
      if (verdict === 'unsure') continue
      const [one, two] = [find(idOf(x)), find(idOf(y))]
      if (verdict === 'different') {
        if (one === two) continue
        enemiesOf(one).add(two)
        enemiesOf(two).add(one)
      } else if (one !== two && !enemiesOf(one).has(two)) {
        parent[two] = one
        for (const enemy of enemiesOf(two)) {
          enemiesOf(one).add(enemy)
          enemiesOf(enemy).add(one)
        }
      }
    }
    for (const [key, id] of ids) this.#group.set(key, find(id))
    for (const [root, enemies] of apart) this.#apart.set(root, new Set([...enemies].map(find)))
  }

  /** The group of a sighting; undefined where nobody ruled on it. */
  groupOf(key: string): number | undefined {
    return this.#group.get(key)
  }

  areApart(a: number, b: number): boolean {
    return this.#apart.get(a)?.has(b) === true
  }

  /** Whether somebody looked at these two and said something, be it that nobody can tell. */
  isSettled(a: string, b: string): boolean {
    return this.#settled.has(pairKey(a, b))
  }

  /** Every sighting that was ruled on. */
  keys(): Iterable<string> {
    return this.#group.keys()
  }
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0001${b}` : `${b}\u0001${a}`)
