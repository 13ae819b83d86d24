import { type Span, searchTerms, sentences } from '@isnad/text'
import { termWeight } from '../stories/term-weights.js'
import type { OriginArticle } from './origin.js'

/** What a happening is about: stems of the titles and openings of its reports, each with how much it counts. */
export class CoreWords {
  readonly #weights = new Map<string, number>()
  readonly #full: number
  readonly #headlines: readonly ReadonlySet<string>[]

  constructor(reports: readonly OriginArticle[]) {
    this.#headlines = reports.map(
      ({ title }) => new Set(searchTerms(title).flatMap(({ exact, stem }) => [exact, stem])),
    )
    for (const { title, body } of reports) {
      const opening = sentences({ frame: 'article', value: body }).slice(0, OPENING)
      const told = `${title}\n${opening.map(({ start, end }) => body.slice(start, end)).join('\n')}`
      for (const stem of new Set(searchTerms(told).map((t) => t.stem)))
        this.#weights.set(stem, (this.#weights.get(stem) ?? 0) + termWeight(stem) / reports.length)
    }
    const heaviest = [...this.#weights.values()].sort((a, b) => b - a).slice(0, ENOUGH)
    this.#full = heaviest.reduce((sum, w) => sum + w, 0)
  }

  /** Whether headlines name what tells a body from others of its kind. */
  isOfHeadlines(distinctive: Iterable<string>): boolean {
    for (const word of distinctive)
      if (termWeight(word) >= DISTINCTIVE && this.#headlines.some((stems) => stems.has(word))) return true
    return false
  }

  /** How much of the happening a stretch tells, 0 to 1. */
  share(body: string, { start, end }: Span): number {
    if (this.#full === 0) return 0
    let sum = 0
    for (const stem of new Set(searchTerms(body.slice(start, end)).map((t) => t.stem)))
      sum += this.#weights.get(stem) ?? 0
    return Math.min(1, sum / this.#full)
  }
}

/** Stems of fewer than about one article in a hundred and fifty tell a body by its name. */
const DISTINCTIVE = 5
/** Sentences of the body that open a report. */
const OPENING = 2
/** A sentence with the weight of so many of the heaviest stems tells the whole happening. */
const ENOUGH = 8
