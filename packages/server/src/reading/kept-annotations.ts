import type { Annotations } from '@isnad/analysis'
import type { Entity as EntityRecord } from '@isnad/entities'
import type { Article } from '@isnad/page'
import type { ArticleAnnotations, NamedEntity, WaitingArticle } from '@isnad/store'
import { cover } from '@isnad/text'
import { type CatalogNames, catalogNames } from '../desk/catalog.js'
import { entityKey } from '../views/annotation-views.js'

/** What is kept of an article's annotations: everything but what is cheaper to find again than to keep. */
export type KeptAnnotations = Omit<Annotations, 'tokens' | 'sentences'>

export const readKept = (document: string): KeptAnnotations => JSON.parse(document) as KeptAnnotations

function namedEntity(article: Article, entity: EntityRecord, names: CatalogNames): NamedEntity[] {
  const key = entityKey(entity)
  if (key === undefined) return []
  const counts = new Map<string, number>()
  for (const mention of entity.mentions) {
    if (mention.kind !== 'name') continue
    const form = cover(article.text, mention)
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  const known = entity.catalogId === undefined ? undefined : names.name(entity.catalogId)
  const nameEn = entity.nameEn ?? known?.en
  const { id, type, nameAr } = entity
  return [
    {
      entity: id,
      key,
      type,
      name: nameAr,
      ...(nameEn === undefined ? {} : { nameEn }),
      names: [nameAr, ...counts.keys(), ...(nameEn === undefined ? [] : [nameEn]), ...(known ? [known.ar] : [])],
      forms: [...counts].map(([form, count]) => ({ form, count })),
    },
  ]
}

/** An article's annotations as the store keeps them. */
export function toKeep(
  article: Article,
  found: Annotations,
  { id, version }: WaitingArticle,
  analyser: string,
  names: CatalogNames = catalogNames(),
): ArticleAnnotations {
  const { tokens: _tokens, sentences: _sentences, ...kept } = found
  return {
    id,
    version,
    analyser,
    eventTypes: found.events.map(({ type }) => type),
    entities: found.entities.flatMap((entity) => namedEntity(article, entity, names)),
    document: JSON.stringify(kept satisfies KeptAnnotations),
  }
}

/** An article that breaks the analysis is still an article: it has no annotations. */
export const noAnnotations = (): Annotations => ({
  tokens: [],
  sentences: [],
  times: [],
  entities: [],
  attributions: [],
  events: [],
  republishes: [],
})
