import type { StoryProfile, TermVector } from './profile.js'

/** The stems that a profile is found by: its heaviest. */
const KEYS = 14
/** A stem that stands in more openings than this finds too much to be worth reading. */
const LONGEST_LIST = 300

/** Finds profiles with words in common without reading all of them: an inverted index over the heaviest stems of openings. */
export class CandidateIndex {
  readonly #lists = new Map<string, string[]>()
  readonly #keys = new Map<string, readonly string[]>()

  add({ id, lead, title }: StoryProfile): void {
    const keys = [...new Set([...heaviest(title, KEYS / 2), ...heaviest(lead, KEYS)])]
    this.#keys.set(id, keys)
    for (const key of keys) {
      const list = this.#lists.get(key)
      if (list === undefined) this.#lists.set(key, [id])
      else list.push(id)
    }
  }

  remove(id: string): void {
    for (const key of this.#keys.get(id) ?? []) {
      const left = (this.#lists.get(key) ?? []).filter((other) => other !== id)
      if (left.length === 0) this.#lists.delete(key)
      else this.#lists.set(key, left)
    }
    this.#keys.delete(id)
  }

  /** Ids that share stems with a profile, those with the most weight in common first. */
  like({ lead, title }: StoryProfile, limit: number): string[] {
    const weights = new Map<string, number>()
    for (const stem of new Set([...heaviest(title, KEYS / 2), ...heaviest(lead, KEYS)])) {
      const weight = lead.get(stem) ?? 0
      const list = this.#lists.get(stem)
      if (list === undefined || list.length > LONGEST_LIST) continue
      for (const id of list) weights.set(id, (weights.get(id) ?? 0) + weight * weight)
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id)
  }
}

const heaviest = (vector: TermVector, count: number): string[] => [...vector.keys()].slice(0, count)
