import type { StoryProfile } from './profile.js'
import type { TermVector } from './term-vector.js'

/** The stems that a profile is found by: its heaviest. */
const KEYS = 14
/** Of a stem that stands in many openings only the newest are asked: a running affair is taken up where it stands. */
const NEWEST = 160

/** Ids in order of coming; those that left stand before `from`. */
interface Postings {
  ids: string[]
  from: number
}

/** Finds profiles with words in common without reading all of them: an inverted index over the heaviest stems of openings. */
export class CandidateIndex {
  readonly #lists = new Map<string, Postings>()
  readonly #keys = new Map<string, readonly string[]>()

  add(profile: StoryProfile): void {
    const { id } = profile
    const keys = keysOf(profile)
    this.#keys.set(id, keys)
    for (const key of keys) {
      const list = this.#lists.get(key)
      if (list === undefined) this.#lists.set(key, { ids: [id], from: 0 })
      else list.ids.push(id)
    }
  }

  /** Takes a profile out. Profiles leave mostly in the order in which they came, and then it costs nothing to find them. */
  remove(id: string): void {
    for (const key of this.#keys.get(id) ?? []) {
      const list = this.#lists.get(key)
      if (list === undefined) continue
      if (list.ids[list.from] === id) list.from++
      else list.ids = list.ids.filter((other, i) => i < list.from || other !== id)
      if (list.from === list.ids.length) this.#lists.delete(key)
      else if (list.from > NEWEST && list.from * 2 > list.ids.length) {
        list.ids = list.ids.slice(list.from)
        list.from = 0
      }
    }
    this.#keys.delete(id)
  }

  /** Ids that share stems with a profile, those with the most weight in common first. */
  like(profile: StoryProfile, limit: number): string[] {
    const weights = new Map<string, number>()
    const { stems, weights: told } = profile.lead
    const leading = new Map(stems.map((stem, i) => [stem, told[i] ?? 0]))
    for (const stem of keysOf(profile)) {
      const list = this.#lists.get(stem)
      if (list === undefined) continue
      const weight = (leading.get(stem) ?? 0) ** 2
      for (let at = Math.max(list.from, list.ids.length - NEWEST); at < list.ids.length; at++) {
        const id = list.ids[at] as string
        weights.set(id, (weights.get(id) ?? 0) + weight)
      }
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id)
  }
}

const keysOf = ({ lead, title }: StoryProfile): readonly string[] => [
  ...new Set([...heaviest(title, KEYS / 2), ...heaviest(lead, KEYS)]),
]

const heaviest = (vector: TermVector, count: number): readonly string[] => vector.stems.slice(0, count)
