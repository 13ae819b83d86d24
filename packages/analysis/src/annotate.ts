import {
  type Attribution,
  type AttributionContext,
  findAttributions,
  type Republication,
  republicationsOf,
} from '@isnad/attribution'
import { type Entity, EntityRegister, type FindEntitiesOptions, findEntities } from '@isnad/entities'
import { type EventRecord, findEvents } from '@isnad/events'
import type { Article } from '@isnad/page'
import { type Passage, passageOf, type Span, type Token } from '@isnad/text'
import { findTimes, type Reference, type TimeItem } from '@isnad/time'

/** What stands beside a clean article; every span is cut from `article.text`. */
export interface Annotations {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
  readonly times: readonly TimeItem[]
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  readonly events: readonly EventRecord[]
  readonly republishes: readonly Republication[]
}

/** Another tagger of names than the shipped one, such as one that has not seen the article; another catalog, such as a user's. */
export type AnnotateOptions = Pick<FindEntitiesOptions, 'tagger' | 'catalog'>

/** Annotates a clean article. Relative dates count from its publication and stay unresolved when that is not known. */
export function annotate(article: Article, options: AnnotateOptions = {}): Annotations {
  const passage = passageOfArticle(article)
  const times = timesIn(article)
  const { published, outlet } = article.metadata
  const found = findEntities(passage, {
    ...(published === undefined ? {} : { published: published.value.local }),
    ...(outlet?.id === undefined ? {} : { outletId: outlet.id }),
    ...options,
  })
  const entities = new EntityRegister(found)
  const attributions = findAttributions(passage, entities, pageOf(article))
  const events = findEvents(passage, { entities, attributions, times })
  return {
    tokens: passage.tokens,
    sentences: passage.sentences,
    times,
    entities: withoutIdle(entities.entities, attributions, events),
    attributions,
    events,
    republishes: republicationsOf(article),
  }
}

/** The outlet whose page it is, which a chain leaves out. */
export function pageOf({ metadata: { outlet, canonicalUrl } }: Article): AttributionContext {
  if (outlet === undefined && canonicalUrl === undefined) return {}
  return {
    outlet: {
      ...(outlet?.id === undefined ? {} : { id: outlet.id }),
      ...(outlet === undefined ? {} : { name: outlet.value }),
      ...(canonicalUrl === undefined ? {} : { url: canonicalUrl.value }),
    },
  }
}

export const passageOfArticle = ({ text, title, body }: Article): Passage => passageOf(text, { title, body })

/** Leaves out descriptors that stand for nobody named and neither speak nor act. */
function withoutIdle(
  entities: readonly Entity[],
  attributions: readonly Attribution[],
  events: readonly EventRecord[],
): readonly Entity[] {
  const used = new Set<string>()
  for (const { chain } of attributions) for (const { entity } of chain) if (entity !== undefined) used.add(entity)
  for (const { participants, place } of events) {
    for (const { entity } of participants) used.add(entity)
    if (place !== undefined) used.add(place)
  }
  // A body that is only described («الوزارة») also stays where it is the place of somebody's office.
  for (const { id, unnamed, roles } of entities)
    if (unnamed !== true || used.has(id)) for (const { org } of roles) if (org !== undefined) used.add(org)
  return entities.filter(({ id, unnamed }) => unnamed !== true || used.has(id))
}

/** The times and figures of an article alone. */
export function timesIn(article: Article): readonly TimeItem[] {
  const reference = referenceOf(article)
  return findTimes(article.text.value, reference === undefined ? {} : { reference })
}

/** The moment an article is read at: when it was published, and how that is known. */
export function referenceOf({ metadata }: Article): Reference | undefined {
  const { published } = metadata
  if (published === undefined) return undefined
  const { local, zone } = published.value
  return { time: local, source: SOURCES[published.from] ?? 'metadata', ...(zone === undefined ? {} : { zone }) }
}

const SOURCES: Readonly<Record<string, Reference['source']>> = { text: 'stamp', url: 'url', given: 'given' }
