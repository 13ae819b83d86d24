import type { Link } from './attribution.js'

/** A speaker heard before, to whom a later cue without a subject may go back. */
export interface Heard {
  readonly chain: readonly Link[]
  readonly gender: 'm' | 'f' | undefined
  readonly plural: boolean
  /** Folded head of his description, without article. */
  readonly head: string
  readonly paragraph: number
  readonly unit: number
}

const MAX_KEPT = 24
const MAX_PARAGRAPHS = 3

/** Speakers in the order they were heard. */
export class Memory {
  readonly #heard: Heard[] = []

  hear({ chain, gender, plural, head }: Omit<Heard, 'paragraph' | 'unit'>, paragraph: number, unit: number): void {
    this.#heard.push({ chain, gender, plural, head, paragraph, unit })
    if (this.#heard.length > MAX_KEPT) this.#heard.shift()
  }

  /** The last speaker that a verb in this gender and number can go on with. */
  last(gender: 'm' | 'f' | undefined, plural: boolean, paragraph: number): Heard | undefined {
    for (let at = this.#heard.length - 1; at >= 0; at--) {
      const heard = this.#heard[at] as Heard
      if (paragraph - heard.paragraph > MAX_PARAGRAPHS) break
      if (plural && !heard.plural) continue
      if (gender !== undefined && heard.gender !== undefined && gender !== heard.gender && !plural) continue
      return heard
    }
    const fallback = this.#heard.at(-1)
    return fallback !== undefined && paragraph - fallback.paragraph <= 1 && !plural ? fallback : undefined
  }

  /** The last speaker whom a bare descriptor («المصدر») or a second mention of an entity means. */
  named(test: (heard: Heard) => boolean): Heard | undefined {
    for (let at = this.#heard.length - 1; at >= 0; at--) {
      const heard = this.#heard[at] as Heard
      if (test(heard)) return heard
    }
    return undefined
  }
}
