import type { Span } from '@isnad/text'
import { compareTexts, type TextComparison } from '../lineage/compare.js'
import type { OriginArticle } from './origin.js'

/** How the texts of a group hang together, pair by pair. */
export class TextTies {
  readonly #pairs = new Map<number, TextComparison>()
  readonly #size: number

  constructor(articles: readonly OriginArticle[]) {
    this.#size = articles.length
    for (const [i, a] of articles.entries())
      for (let j = i + 1; j < articles.length; j++) {
        const b = articles[j]
        if (b !== undefined) this.#pairs.set(i * this.#size + j, compareTexts(comparable(a), comparable(b)))
      }
  }

  /** How `a` and `b` are related; `a` < `b`. */
  between(a: number, b: number): TextComparison {
    const found = this.#pairs.get(Math.min(a, b) * this.#size + Math.max(a, b))
    if (found === undefined) throw new RangeError(`no comparison of ${a} and ${b}`)
    return found
  }

  /** True where one text comes from the other or both from a third. */
  areOneText(a: number, b: number): boolean {
    const { relation } = this.between(a, b)
    return relation === 'copy' || relation === 'rewrite'
  }

  /** The stretches of `from` that `to` has too, with what stands for them there. */
  shared(from: number, to: number): { readonly here: Span; readonly there: Span; readonly words: number }[] {
    const { passages, relation } = this.between(from, to)
    if (relation === 'template') return []
    return passages.map(({ a, b, words }) => (from < to ? { here: a, there: b, words } : { here: b, there: a, words }))
  }
}

const comparable = ({ body, published }: OriginArticle) => ({
  text: body,
  body: [{ start: 0, end: body.length }],
  ...(published === undefined ? {} : { published }),
})

/** The share of a span that the stretches cover. */
export function covered({ start, end }: Span, stretches: readonly Span[]): number {
  let sum = 0
  for (const s of stretches) sum += Math.max(0, Math.min(end, s.end) - Math.max(start, s.start))
  return end > start ? sum / (end - start) : 0
}

/** Where a point of a passage stands on the other side, by its share of the way. */
export function across(at: number, here: Span, there: Span): number {
  const share = here.end > here.start ? (at - here.start) / (here.end - here.start) : 0
  return there.start + share * (there.end - there.start)
}
