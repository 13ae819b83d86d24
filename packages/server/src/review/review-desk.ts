import type { Dossier, EntityDoubt } from '@isnad/corpus'
import type { JudgedThing, JudgedVerdict, Store } from '@isnad/store'
import { IsnadError } from '@isnad/text'
import type { ArticleSummary, Judgement, JudgementList, ReviewList, ReviewSide } from '../contract/api-types.js'
import type { CatalogNames } from '../desk/catalog.js'
import { type AnnotatedIndex, analysedOf } from '../relations/annotated-index.js'
import { type ReadArticle, readArticle } from '../relations/happening-views.js'
import { entityNamed, evidenceOf, itemView, judgementView, pairId, sideView } from './review-views.js'

export interface ReviewRequest {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

export interface JudgeRequest {
  readonly a: JudgedThing
  readonly b: JudgedThing
  readonly verdict: JudgedVerdict
  readonly reason: string
  readonly by: string
}

/** Whether two things are one: what waits for somebody to say, and what was said. */
export interface ReviewDesk {
  /** Pairs that nobody could decide, those that most articles hang on first. */
  review(request: ReviewRequest): Promise<ReviewList>
  /** Keeps a judgement; dossiers follow it at once. */
  judge(request: JudgeRequest): Promise<Judgement>
  /** Takes a judgement back. `NOT_FOUND` when there is none that stands. */
  undoJudgement(id: string, why: { readonly by: string; readonly reason: string }): Promise<Judgement>
  /** Judgements, newest first, those taken back among them. */
  judgements(request: ReviewRequest): Promise<JudgementList>
}

/** Sentences that show each of the two. */
const EVIDENCE = 3

export function reviewDesk(
  store: Store,
  annotated: AnnotatedIndex,
  summariesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, ArticleSummary>>,
  names: CatalogNames,
): ReviewDesk {
  const keyOf = (sighting: JudgedThing): string | null => {
    const dossier = sighting.name === '' ? undefined : annotated.dossiers.dossierOf(sighting)
    return dossier === undefined ? null : annotated.addressOf(dossier)
  }
  const viewOf = async (judgement: Parameters<typeof judgementView>[0]): Promise<Judgement> =>
    judgementView(judgement, await summariesOf([judgement.a.article, judgement.b.article]), keyOf)

  return {
    async review({ cursor, limit = 20 }) {
      const behind = await annotated.catchUp()
      const all = annotated.dossiers.queue()
      const from = cursor === undefined ? 0 : all.findIndex((one) => pairId(one) === cursor) + 1
      const page = all.slice(from, from + limit)
      const sides = page.flatMap(({ a, b }) =>
        [a, b].map((sighting) => ({ sighting, dossier: annotated.dossiers.dossierOf(sighting) })),
      )
      const shown = new Map(sides.map(({ sighting, dossier }) => [sighting, shownOf(dossier, sighting)]))
      const ids = [...new Set([...shown.values()].flatMap((list) => list.map(({ article }) => article)))]
      const [found, summaries] = await Promise.all([store.annotatedArticles(ids), summariesOf(ids)])
      const read = new Map(found.map((article) => [article.id, readArticle(analysedOf(article), names)]))
      const sideOf = (sighting: EntityDoubt['a']): ReviewSide | undefined => {
        const dossier = sides.find((side) => side.sighting === sighting)?.dossier
        if (dossier === undefined) return undefined
        const evidence = (shown.get(sighting) ?? []).flatMap((one) => evidenceView(one, read, summaries))
        return sideView(dossier, sighting, annotated.addressOf(dossier), evidence, names)
      }
      return {
        items: page.flatMap((doubt) => {
          const [a, b] = [sideOf(doubt.a), sideOf(doubt.b)]
          return a === undefined || b === undefined ? [] : [itemView(doubt, a, b, names)]
        }),
        total: all.length,
        next: from + limit < all.length && page.length > 0 ? pairId(page.at(-1) as EntityDoubt) : null,
        behind,
      }
    },

    async judge(request) {
      if (request.a.article === request.b.article && request.a.name === request.b.name)
        throw new IsnadError('INPUT_INVALID', 'a thing is judged against another, not against itself')
      await annotated.catchUp()
      for (const { article, name } of [request.a, request.b])
        if (annotated.dossiers.idOf({ article, name }) === undefined)
          throw new IsnadError('NOT_FOUND', `the article ${article} names no ${name}, or is not gathered yet`)
      const judgement = await store.judge(request)
      await annotated.judged()
      return viewOf(judgement)
    },

    async undoJudgement(id, why) {
      const judgement = await store.undoJudgement(id, why)
      if (judgement === undefined) throw new IsnadError('NOT_FOUND', `no judgement ${id} stands`)
      await annotated.judged()
      return viewOf(judgement)
    },

    async judgements({ cursor, limit }) {
      await annotated.catchUp()
      const { items, next } = await store.judgements({
        ...(cursor === undefined ? {} : { cursor }),
        ...(limit === undefined ? {} : { limit }),
      })
      const all = await summariesOf(items.flatMap(({ a, b }) => [a.article, b.article]))
      return { items: items.map((one) => judgementView(one, all, keyOf)), next: next ?? null }
    },
  }
}

/** The sighting in question, then others of its dossier. */
function shownOf(dossier: Dossier | undefined, sighting: EntityDoubt['a']): EntityDoubt['a'][] {
  const others = (dossier?.sightings ?? []).filter((one) => one.article !== sighting.article)
  return [sighting, ...others].slice(0, EVIDENCE)
}

function evidenceView(
  { article, name }: EntityDoubt['a'],
  read: ReadonlyMap<string, ReadArticle>,
  summaries: ReadonlyMap<string, ArticleSummary>,
): ReviewSide['evidence'] {
  const [found, summary] = [read.get(article), summaries.get(article)]
  const entity = found === undefined ? undefined : entityNamed(found.entities, name)
  if (found === undefined || summary === undefined || entity === undefined) return []
  const evidence = evidenceOf(found.text, found.analysed.article.body, entity)
  return evidence === undefined ? [] : [{ article: summary, ...evidence }]
}
