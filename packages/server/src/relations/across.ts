import type { Store } from '@isnad/store'
import type { ArticleSummary, Dossier, OriginsOf } from '../contract/api-types.js'
import type { CatalogNames } from '../desk/catalog.js'
import { type DossierRequest, dossierOf } from '../desk/dossier-desk.js'
import { type ReviewDesk, reviewDesk } from '../review/review-desk.js'
import { summaryView } from '../views/views.js'
import { AnnotatedIndex } from './annotated-index.js'
import { Dating } from './dating.js'
import { type HappeningDesk, happeningDesk } from './happening-desk.js'
import { type RelationDesk, relationDesk } from './relation-desk.js'
import { Relations } from './relations.js'

/** Whose origins are asked for. */
export type OriginsRequest =
  | { readonly articles: readonly string[] }
  | { readonly story: string }
  | { readonly happening: string }

/** Everything that can be asked across articles. */
export interface AcrossDesk extends RelationDesk, HappeningDesk, ReviewDesk {
  /** How many independent origins stand behind some articles, a story or a happening. */
  origins(request: OriginsRequest): Promise<OriginsOf>
  dossier(key: string, request: DossierRequest): Promise<Dossier>
}

/** The indexes across articles, and what is asked of them. */
export interface Across {
  readonly desk: AcrossDesk
  readonly dating: Dating
  readonly annotated: AnnotatedIndex
  /** How many articles are compared by their text, and gathered by what they tell. */
  progress(): { readonly compared: number; readonly gathered: number }
  /** Begins to gather, so that who asks first waits less. */
  warm(): Promise<void>
  /** To be called when an article is taken out. */
  forget(id: string): void
  close(): Promise<void>
}

export function across(store: Store, names: CatalogNames): Across {
  const relations = new Relations(store)
  const annotated = new AnnotatedIndex(store)
  const dating = new Dating(relations, annotated)
  const summariesOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, ArticleSummary>> =>
    new Map(
      (await store.summaries([...new Set(ids)])).map((summary) => [summary.id, dating.dated(summaryView(summary))]),
    )
  const happenings = happeningDesk({ store, relations, annotated, summariesOf, names })
  const { originsOfArticles, originsOfStory, ...related } = relationDesk({
    store,
    relations,
    summariesOf,
    happeningsOf: happenings.ofChapters,
    partiesOf: happenings.partiesOf,
  })
  return {
    desk: {
      ...related,
      async origins(request) {
        if ('story' in request) return originsOfStory(request.story)
        if ('happening' in request) return happenings.originsOf(request.happening)
        return originsOfArticles(request.articles)
      },
      happenings: happenings.happenings,
      happening: happenings.happening,
      ...reviewDesk(store, annotated, summariesOf, names),
      dossier: (key, request) => dossierOf({ store, annotated, summariesOf, names }, key, request),
    },
    dating,
    annotated,
    progress: () => ({ compared: relations.lineage.size, gathered: annotated.dossiers.size }),
    async warm() {
      await relations.catchUp()
      await annotated.catchUp()
    },
    forget(id) {
      relations.forget(id)
      annotated.forget(id)
    },
    async close() {
      await Promise.all([relations.close(), annotated.close()])
    },
  }
}
