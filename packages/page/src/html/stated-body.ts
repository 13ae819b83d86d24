import { headlineKey } from './title.js'

const SHINGLE = 5
/** A stated body longer than this many words is not needed in full to know the container by. */
const MOST_WORDS = 20_000

/**
 * What JSON-LD `articleBody` says the text is. It helps to choose among the blocks of the page and is never the text itself:
 * sites cut it, strip its paragraphs, or leave captions in it.
 */
export class StatedBody {
  private readonly shingles = new Set<string>()

  constructor(text: string) {
    const words = headlineKey(text).split(' ').slice(0, MOST_WORDS)
    for (let i = 0; i + SHINGLE <= words.length; i++) this.shingles.add(words.slice(i, i + SHINGLE).join(' '))
  }

  /** The share of a block's five-word shingles that the stated body has, 0–1; 0 for a block too short to tell. */
  share(text: string): number {
    if (this.shingles.size === 0) return 0
    const words = headlineKey(text).split(' ')
    let found = 0
    let all = 0
    for (let i = 0; i + SHINGLE <= words.length; i++, all++) {
      if (this.shingles.has(words.slice(i, i + SHINGLE).join(' '))) found++
    }
    return all === 0 ? 0 : found / all
  }
}
