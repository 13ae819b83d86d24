import type { NamedCount as CountRecord, DossierArticles, Dossier as DossierRecord } from '@isnad/store'
import { textOf } from '@isnad/text'
import type {
  ArticleSummary,
  Attribution,
  CatalogEntry,
  Deed,
  Dossier,
  DossierArticle,
  EntityType,
  EventRecord,
  NamedCount,
  NamePair,
  Statement,
} from '../contract/api-types.js'
import type { CatalogName, CatalogNames } from '../desk/catalog.js'
import { readKept } from '../reading/kept-annotations.js'
import { annotationsView } from './annotation-views.js'
import { summaryView } from './views.js'

const pair = (name: CatalogName): NamePair => ({ ar: name.ar, en: name.en })

export function catalogEntry(key: string, names: CatalogNames): CatalogEntry | null {
  const name = names.name(key)
  if (name === undefined) return null
  return {
    id: key,
    name: pair(name),
    roles: names.roles(key).map(({ title, at, from, to, ongoing }) => ({
      title: pair(title),
      at: at === undefined ? null : pair(at),
      from: from ?? null,
      to: to ?? null,
      ongoing,
    })),
  }
}

export function namedCountView({ key, type, name, nameEn, articles }: CountRecord, names: CatalogNames): NamedCount {
  const known = names.name(key)
  return {
    key,
    type: type as EntityType,
    // Articles may call it by a part of its name only.
    name: { ar: known?.ar ?? name, en: known?.en ?? nameEn ?? null },
    articles,
  }
}

const statement = ({ claims, stance, quote, told }: Attribution): Statement => ({ claims, stance, quote, told })

const deed = ({ type, mode, status, sentence, evidence, trigger, confidence, asFact }: EventRecord): Deed => ({
  type,
  mode,
  status,
  sentence,
  evidence: evidence[0] ?? trigger,
  confidence,
  asFact,
})

/** An article with the entity in question and what was found in it. */
interface NamingArticle extends Pick<DossierArticles['items'][number], 'entity' | 'text' | 'document'> {
  readonly article: ArticleSummary
}

const DOES: ReadonlySet<string> = new Set(['actor', 'attendee'])

export function dossierArticle(
  { article, entity: id, text, document }: NamingArticle,
  names: CatalogNames,
): DossierArticle {
  const { entities, attributions, events } = annotationsView(textOf('article', text), readKept(document), names)
  const self = entities.find((entity) => entity.id === id)
  const mentions = self?.mentions ?? []
  const isSpoken = ({ chain }: Attribution): boolean => chain.at(-1)?.entity === id
  const isLink = ({ chain }: Attribution): boolean => chain.slice(0, -1).some((link) => link.entity === id)
  const isAbout = ({ claims }: Attribution): boolean =>
    claims.some((claim) => mentions.some(({ start, end }) => claim.start <= start && end <= claim.end))
  const hasPart = ({ participants }: EventRecord, does: boolean): boolean =>
    participants.some(({ entity, role }) => entity === id && DOES.has(role) === does)
  return {
    article,
    mentions: mentions.map(({ start, end, text: words }) => ({ start, end, text: words })),
    roles: (self?.roles ?? []).map(({ title, at, org, standing }) => ({
      title,
      at,
      body: entities.find((entity) => entity.id === org)?.name ?? null,
      standing,
    })),
    said: attributions.filter(isSpoken).map(statement),
    relayed: attributions.filter(isLink).map(statement),
    saidOf: attributions.filter((one) => isAbout(one) && !isSpoken(one) && !isLink(one)).map(statement),
    did: events.filter((event) => hasPart(event, true)).map(deed),
    undergone: events.filter((event) => hasPart(event, false) && !hasPart(event, true)).map(deed),
    there: events.filter(({ place }) => place === id).map(deed),
  }
}

/** A dossier with one page of its articles. Something that only the catalog knows has no articles. */
export function dossierView(
  key: string,
  dossier: DossierRecord | undefined,
  page: DossierArticles,
  names: CatalogNames,
): Dossier | undefined {
  const catalog = catalogEntry(key, names)
  if (dossier === undefined && catalog === null) return undefined
  const { type, name } =
    dossier === undefined
      ? { type: typeOfId(key), name: catalog?.name ?? { ar: key, en: null } }
      : namedCountView(dossier, names)
  return {
    key,
    type,
    name: catalog?.name ?? name,
    catalog,
    articles: dossier?.articles ?? 0,
    firstPublished: dossier?.firstPublished ?? null,
    lastPublished: dossier?.lastPublished ?? null,
    forms: (dossier?.forms ?? []).map((form) => ({ ...form })),
    beside: (dossier?.beside ?? []).map((one) => namedCountView(one, names)),
    identity: null,
    items: page.items.map((item) => dossierArticle({ ...item, article: summaryView(item.article) }, names)),
    next: page.next ?? null,
  }
}

export const typeOfId = (id: string): EntityType =>
  id.startsWith('person.') ? 'PER' : /^(?:org|outlet|agency)\./u.test(id) ? 'ORG' : 'GPE'
