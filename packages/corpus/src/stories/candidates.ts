import type { StoryProfile } from './profile.js'
import type { Stem } from './stem-table.js'
import { heaviest, LEAD, TITLE, VIEWS } from './term-views.js'

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
  #asked: { readonly profile: StoryProfile; readonly keys: readonly Key[] } | undefined

  add(profile: StoryProfile): void {
    const slot = this.#free.pop() ?? this.#profiles.length
    const keys = this.#keysOf(profile)
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
    for (const { stem, weight } of this.#keysOf(profile)) {
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

  /** An article is looked for and then added: its keys are found once. */
  #keysOf(profile: StoryProfile): readonly Key[] {
    if (this.#asked?.profile !== profile) this.#asked = { profile, keys: keysOf(profile) }
    return this.#asked.keys
  }

  #comesBefore(a: number, b: number): boolean {
    const difference = (this.#weights[a] as number) - (this.#weights[b] as number)
    if (difference !== 0) return difference > 0
    return (this.#profiles[a] as StoryProfile).id < (this.#profiles[b] as StoryProfile).id
  }
}

function keysOf(profile: StoryProfile): readonly Key[] {
  const { keys, weights, opening } = profile
  const places = new Set([...heaviest(profile, TITLE, KEYS / 2), ...heaviest(profile, LEAD, KEYS)])
  // The opening lists its stems in the order of the keys.
  const stems = new Map<number, Stem>()
  let next = 0
  for (let at = 0; at < keys.length; at++) {
    if (weights[VIEWS * at + LEAD] === 0) continue
    const stem = opening[next++] as Stem
    if (places.has(at)) stems.set(at, stem)
  }
  return [...places].flatMap((at) => {
    const stem = stems.get(at)
    return stem === undefined ? [] : [{ stem, weight: (weights[VIEWS * at + LEAD] as number) ** 2 }]
  })
}
