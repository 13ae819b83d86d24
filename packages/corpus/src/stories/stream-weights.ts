import type { StoryProfile } from './profile.js'
import { termWeight } from './term-weights.js'

/** Fewer articles than this say nothing of what is common among them. */
const LEAST_ARTICLES = 500

/**
 * Weights of stems in a stream of articles: what every second opening of these weeks has («خادم الحرمين» in Gulf papers) tells
 * little of what an article is about, however rare it is in a year of other news.
 */
export class StreamWeights {
  readonly #openings = new Map<string, number>()
  #articles = 0

  add({ lead }: StoryProfile): void {
    this.#articles++
    for (const stem of lead.stems) this.#openings.set(stem, (this.#openings.get(stem) ?? 0) + 1)
  }

  remove({ lead }: StoryProfile): void {
    this.#articles--
    for (const stem of lead.stems) {
      const left = (this.#openings.get(stem) ?? 0) - 1
      if (left > 0) this.#openings.set(stem, left)
      else this.#openings.delete(stem)
    }
  }

  weight(stem: string): number {
    const shipped = termWeight(stem)
    if (this.#articles < LEAST_ARTICLES || shipped === 0) return shipped
    const openings = this.#openings.get(stem)
    return openings === undefined ? shipped : Math.min(shipped, Math.log((this.#articles + 1) / (openings + 0.5)))
  }
}
