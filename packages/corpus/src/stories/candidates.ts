import type { StoryProfile } from './profile.js'
import type { Stem } from './stem-table.js'
import { heaviest } from './term-vector.js'

/** The stems that a profile is found by: its heaviest. */
const KEYS = 14
/** Of a stem that stands in many openings only the newest are asked: a running affair is taken up where it stands. */
const NEWEST = 160

/** Slots in order of coming; those that left stand before `from`. */
interface Postings {
  slots: number[]
  from: number
}

interface Key {
  readonly stem: Stem
  /** What sharing it says: the square of its weight in the opening. */
  readonly weight: number
}

/** Finds profiles with words in common without reading all of them: an inverted index over the heaviest stems of openings. */
export class CandidateIndex {
  readonly #lists = new Map<string, Postings>()
  /** Profiles by slot; a slot is given again after its profile has left. */
  readonly #profiles: (StoryProfile | undefined)[] = []
  readonly #keys: (readonly Key[])[] = []
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  #weights = new Float64Array(1 << 10)

  add(profile: StoryProfile): void {
    const slot = this.#free.pop() ?? this.#profiles.length
    const keys = keysOf(profile)
    this.#profiles[slot] = profile
    this.#keys[slot] = keys
    this.#slots.set(profile.id, slot)
    for (const { stem } of keys) {
      const list = this.#lists.get(stem.stem)
      if (list === undefined) this.#lists.set(stem.stem, { slots: [slot], from: 0 })
      else list.slots.push(slot)
    }
    if (slot < this.#weights.length) return
    const larger = new Float64Array(this.#weights.length * 2)
    larger.set(this.#weights)
    this.#weights = larger
  }

  /** Takes a profile out. Profiles leave mostly in the order in which they came, and then it costs nothing to find them. */
  remove(id: string): void {
    const gone = this.#slots.get(id)
    if (gone === undefined) return
    for (const { stem } of this.#keys[gone] ?? []) {
      const list = this.#lists.get(stem.stem)
      if (list === undefined) continue
      if (list.slots[list.from] === gone) list.from++
      else list.slots = list.slots.filter((other, i) => i < list.from || other !== gone)
      if (list.from === list.slots.length) this.#lists.delete(stem.stem)
      else if (list.from > NEWEST && list.from * 2 > list.slots.length) {
        list.slots = list.slots.slice(list.from)
        list.from = 0
      }
    }
    this.#slots.delete(id)
    this.#profiles[gone] = undefined
    this.#keys[gone] = []
    this.#free.push(gone)
  }

  /** Profiles that share stems with this one, those with the most weight in common first, of equal ones by id. */
  like(profile: StoryProfile, limit: number): StoryProfile[] {
    const weights = this.#weights
    const touched: number[] = []
    for (const { stem, weight } of keysOf(profile)) {
      if (weight === 0) continue
      const list = this.#lists.get(stem.stem)
      if (list === undefined) continue
      const { slots, from } = list
      for (let at = Math.max(from, slots.length - NEWEST); at < slots.length; at++) {
        const slot = slots[at] as number
        const before = weights[slot] as number
        if (before === 0) touched.push(slot)
        weights[slot] = before + weight
      }
    }
    const best: number[] = []
    for (const slot of touched) {
      let to = best.length
      if (to === limit && !this.#comesBefore(slot, best[to - 1] as number)) continue
      while (to > 0 && this.#comesBefore(slot, best[to - 1] as number)) to--
      best.splice(to, 0, slot)
      if (best.length > limit) best.pop()
    }
    for (const slot of touched) weights[slot] = 0
    return best.flatMap((slot) => this.#profiles[slot] ?? [])
  }

  #comesBefore(a: number, b: number): boolean {
    const difference = (this.#weights[a] as number) - (this.#weights[b] as number)
    if (difference !== 0) return difference > 0
    return (this.#profiles[a] as StoryProfile).id < (this.#profiles[b] as StoryProfile).id
  }
}

function keysOf({ lead, title }: StoryProfile): readonly Key[] {
  const found = new Set<Stem>()
  for (const at of heaviest(title, KEYS / 2)) found.add(title.stems[at] as Stem)
  for (const at of heaviest(lead, KEYS)) found.add(lead.stems[at] as Stem)
  return [...found].map((stem) => {
    const at = lead.stems.indexOf(stem)
    return { stem, weight: at < 0 ? 0 : (lead.weights[at] as number) ** 2 }
  })
}
