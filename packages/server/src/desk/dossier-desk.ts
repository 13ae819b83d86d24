import type { Dossier as Gathered, Sighting } from '@isnad/corpus'
import type { Store } from '@isnad/store'
import { foldKey, IsnadError } from '@isnad/text'
import type { ArticleSummary, Dossier, DossierArticle, EntityType, NamedCount } from '../contract/api-types.js'
import { readKept } from '../reading/kept-annotations.js'
import type { AnnotatedIndex } from '../relations/annotated-index.js'
import { daysOf, rolesView } from '../review/review-views.js'
import { normalKey } from '../views/annotation-views.js'
import { catalogEntry, dossierArticle, dossierView, typeOfId } from '../views/dossier-views.js'
import { entityReasonView, nameOfToken } from '../views/entity-wording.js'
import type { CatalogNames } from './catalog.js'

export interface DossierRequest {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

type SummariesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, ArticleSummary>>

const FORMS = 60
const NAMESAKES = 12
const WHYS = 8

interface DossierSources {
  readonly store: Store
  readonly annotated: AnnotatedIndex
  readonly summariesOf: SummariesOf
  readonly names: CatalogNames
}

/**
 * The dossier of one real thing, as the corpus gathered it over all articles, its doubts and namesakes with it. A key that
 * nothing was gathered under yet is answered from the index of names.
 */
export async function dossierOf(
  { names, ...sources }: DossierSources,
  asked: string,
  request: DossierRequest,
): Promise<Dossier> {
  const key = asked.startsWith('dossier.') ? asked : normalKey(asked)
  const { store, annotated } = sources
  await annotated.catchUp()
  const found = gatheredUnder(annotated, key)
  const [first] = found
  if (first !== undefined) return gatheredView(first, found.slice(1), { names, ...sources }, request)
  const page = {
    ...(request.cursor === undefined ? {} : { cursor: request.cursor }),
    ...(request.limit === undefined ? {} : { limit: request.limit }),
  }
  const [dossier, articles] = await Promise.all([store.dossier(key), store.dossierArticles(key, page)])
  const view = dossierView(key, dossier, articles, names)
  if (view === undefined) throw new IsnadError('NOT_FOUND', `nothing goes by the key ${key}`)
  return view
}

/** Whoever goes by a key: one by its id, and of those that share a name the one of most articles first. */
function gatheredUnder(annotated: AnnotatedIndex, key: string): Gathered[] {
  const [, type, name] = /^([A-Z-]+):(.+)$/su.exec(key) ?? []
  if (type !== undefined && name !== undefined) return annotated.dossiers.named(type, name)
  const found = annotated.dossiers.dossier(key)
  if (found === undefined) return []
  const namesakes = annotated.dossiers.named(found.type, found.name).filter(({ id }) => id !== found.id)
  return [found, ...namesakes]
}

const byDay = (a: Sighting, b: Sighting): number =>
  (b.day ?? '').localeCompare(a.day ?? '') || a.article.localeCompare(b.article)

async function gatheredView(
  dossier: Gathered,
  namesakes: readonly Gathered[],
  { store, annotated, summariesOf, names }: DossierSources,
  { cursor, limit = 20 }: DossierRequest,
): Promise<Dossier> {
  const sightings = [...new Map(dossier.sightings.map((one) => [one.article, one])).values()].sort(byDay)
  const from = cursor === undefined ? 0 : sightings.findIndex(({ article }) => article === cursor) + 1
  const page = sightings.slice(from, from + limit)
  const ids = page.map(({ article }) => article)
  const [annotations, summaries] = await Promise.all([store.annotatedArticles(ids), summariesOf(ids)])
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const items = page.flatMap(({ article, name }): DossierArticle[] => {
    const [found, summary] = [byId.get(article), summaries.get(article)]
    if (found === undefined || summary === undefined) return []
    const entity = readKept(found.document).entities.find((one) => foldKey(one.nameAr) === foldKey(name))
    if (entity === undefined) return []
    return [
      dossierArticle(
        { article: summary, entity: entity.id, text: found.article.text.value, document: found.document },
        names,
      ),
    ]
  })
  const { from: first, to: last } = daysOf(dossier)
  const catalog = dossier.catalogId === undefined ? null : catalogEntry(dossier.catalogId, names)
  const doubts = annotated.dossiers.queue().filter((one) => one.dossiers.includes(dossier.id))
  return {
    key: annotated.addressOf(dossier),
    type: dossier.type,
    name: catalog?.name ?? { ar: dossier.name, en: dossier.nameEn ?? null },
    catalog,
    articles: sightings.length,
    firstPublished: first,
    lastPublished: last,
    forms: dossier.variants
      .filter(({ mentions }) => mentions > 0)
      .slice(0, FORMS)
      .map((variant) => ({ ...variant })),
    beside: dossier.companions.flatMap(({ name, articles }) => companionView(name, articles, names)),
    identity: {
      id: dossier.id,
      roles: rolesView(dossier, names),
      why: whyView(dossier, names),
      judged: dossier.merges,
      doubts: doubts.length,
      namesakes: namesakes.slice(0, NAMESAKES).map(
        (one): NamedCount => ({
          key: annotated.addressOf(one),
          type: one.type,
          name:
            one.catalogId === undefined ? { ar: one.name, en: one.nameEn ?? null } : nameOfToken(one.catalogId, names),
          articles: new Set(one.sightings.map(({ article }) => article)).size,
        }),
      ),
    },
    items,
    next: from + limit < sightings.length ? (page.at(-1)?.article ?? null) : null,
  }
}

/** Reasons that say the same are told once, with how many articles they joined. */
function whyView({ why }: Gathered, names: CatalogNames): { reason: { ar: string; en: string }; articles: number }[] {
  const counts = new Map<string, { reason: { ar: string; en: string }; articles: number }>()
  for (const { reasons } of why)
    for (const reason of reasons) {
      const worded = entityReasonView(reason, names)
      const known = counts.get(worded.en)
      counts.set(worded.en, { reason: worded, articles: (known?.articles ?? 0) + 1 })
    }
  return [...counts.values()].sort((a, b) => b.articles - a.articles).slice(0, WHYS)
}

function companionView(token: string, articles: number, names: CatalogNames): NamedCount[] {
  const [, type, name] = /^([A-Z-]+):(.+)$/su.exec(token) ?? []
  if (type !== undefined && name !== undefined)
    return [{ key: normalKey(token), type: type as EntityType, name: { ar: name, en: null }, articles }]
  return [{ key: token, type: typeOfId(token), name: nameOfToken(token, names), articles }]
}
