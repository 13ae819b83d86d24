import { type DatedKin, type DateReason, inferDate, wordDateReason } from '@isnad/corpus'
import type { ArticleSummary, InferredPublication } from '../contract/api-types.js'
import type { AnnotatedIndex } from './annotated-index.js'
import type { Relations } from './relations.js'

/** Kin that are asked; more of them do not narrow the days down. */
const KIN = 40

/**
 * When undated articles were published, by their copies, by other reports of what they tell, and by the dated happenings that
 * they tell as past. Reads what is gathered by now and waits for nothing; an answer holds until more is gathered.
 */
export class Dating {
  readonly #known = new Map<string, InferredPublication | undefined>()
  #asOf = -1

  constructor(
    private readonly relations: Relations,
    private readonly annotated: AnnotatedIndex,
  ) {}

  /** The interval with its reasons; undefined where nothing ties the article down. */
  inferred(id: string): InferredPublication | undefined {
    const now = this.relations.lineage.size + this.annotated.happenings.size
    if (now !== this.#asOf) {
      this.#known.clear()
      this.#asOf = now
    }
    if (!this.#known.has(id)) this.#known.set(id, this.#infer(id))
    return this.#known.get(id)
  }

  /** Summaries of which the undated ones say when they were published, as far as it can be told. */
  dated<S extends ArticleSummary>(summary: S): S {
    if (summary.published !== null) return summary
    const inferred = this.inferred(summary.id)
    return inferred === undefined ? summary : { ...summary, inferred }
  }

  /** In words that name the other article by its outlet, with its id beside them. */
  #worded(reason: DateReason): InferredPublication['reasons'][number] {
    const other = reason.with === undefined ? undefined : (this.relations.headOf(reason.with)?.name ?? reason.with)
    const worded = wordDateReason(other === undefined ? reason : { ...reason, with: other })
    return { ...worded, article: reason.with ?? null }
  }

  #infer(id: string): InferredPublication | undefined {
    if (!this.relations.lineage.has(id)) return undefined
    const copies = this.relations.lineage.neighbours(id).filter(({ relation }) => relation === 'copy')
    const copied = new Set(copies.map((one) => one.id))
    const siblings = (this.relations.placeOf(id)?.chapter.articles ?? []).filter(
      (one) => one !== id && !copied.has(one),
    )
    const told = this.annotated.happenings.happeningsOf(id)
    const beside = told
      .flatMap(({ accounts }) => accounts.map(({ article }) => article))
      .filter((one) => one !== id && !copied.has(one))
    const kin = [...copied, ...new Set([...siblings, ...beside])].slice(0, KIN).flatMap((article): DatedKin[] => {
      const published = this.relations.headOf(article)?.published
      return published === undefined ? [] : [{ article, published, tie: copied.has(article) ? 'copy' : 'sibling' }]
    })
    const past = told
      .filter(({ accounts }) => accounts.some((one) => one.article === id && one.status === 'asserted'))
      .flatMap(({ stated }) => stated ?? [])
    const found = inferDate(kin, past)
    if (found === undefined) return undefined
    const { from, to, reasons } = found
    return { from, to, reasons: reasons.map((reason) => this.#worded(reason)) }
  }
}
