import { type Named, namedBy } from './named-stems.js'
import { termWeight } from './term-weights.js'

/** What is known of a stem in one place, so that reading, weighing and finding an article look each of its stems up once. */
export interface Stem {
  readonly stem: string
  readonly key: number
  /** How much it tells in a year of news; 0 for the words of every article. */
  readonly shipped: number
  /** What it names; looked up when it first stands in an opening. */
  named: Named | 'unasked'
  /** Openings of the stream in which it stands. */
  openings: number
  /** Number of the article that was last read with it, and its place among the stems of that article. */
  reader: number
  place: number
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo 1991), 32 bits. */
export function hashOf(stem: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** Fewer articles than this say nothing of what is common among them. */
const LEAST_ARTICLES = 500
/** Stems that no opening holds are let go when there are so many. */
const IDLE = 1 << 16

/**
 * The stems of a stream of articles. What every second opening of these weeks has («خادم الحرمين» in Gulf papers) tells little
 * of what an article is about, however rare it is in a year of other news.
 */
export class StemTable {
  readonly #stems = new Map<string, Stem>()
  #articles = 0
  #readers = 0
  #live = 0

  /** A number for the next article to be read. */
  nextReader(): number {
    return ++this.#readers
  }

  stemOf(stem: string): Stem {
    const known = this.#stems.get(stem)
    if (known !== undefined) return known
    const made: Stem = {
      stem,
      key: hashOf(stem),
      shipped: termWeight(stem),
      named: 'unasked',
      openings: 0,
      reader: 0,
      place: 0,
    }
    this.#stems.set(stem, made)
    return made
  }

  /** How much a stem tells among these articles. */
  weight({ shipped, openings }: Stem): number {
    if (this.#articles < LEAST_ARTICLES || shipped === 0 || openings === 0) return shipped
    return Math.min(shipped, Math.log((this.#articles + 1) / (openings + 0.5)))
  }

  namedBy(stem: Stem): Named {
    if (stem.named === 'unasked') stem.named = namedBy(stem.stem)
    return stem.named
  }

  /** Takes the opening of an article into account. */
  add(opening: readonly Stem[]): void {
    this.#articles++
    for (const stem of opening) if (stem.openings++ === 0) this.#live++
  }

  remove(opening: readonly Stem[]): void {
    this.#articles--
    for (const stem of opening) if (--stem.openings === 0) this.#live--
    if (this.#stems.size - this.#live > IDLE) this.#sweep()
  }

  #sweep(): void {
    for (const [text, { openings }] of this.#stems) if (openings === 0) this.#stems.delete(text)
  }
}
