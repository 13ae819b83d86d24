import { type AnalysedArticle, type Happening, wordHappeningReason } from '@isnad/corpus'
import { type EventRecord as Event, SHOWN_FROM } from '@isnad/events'
import type { Text } from '@isnad/text'
import type {
  AccountChain,
  ArticleSummary,
  Attribution,
  Entity,
  EventRecord,
  HappeningAccount,
  HappeningParty,
  HappeningSummary,
  NamePair,
  Wording,
} from '../contract/api-types.js'
import type { CatalogNames } from '../desk/catalog.js'
import { annotationsView } from '../views/annotation-views.js'

/** Happenings in the shapes of the API. */

/** The address of the dossier of an entity of an article. */
type KeyOf = (article: string, entity: Entity) => string | null

/** An article read for the happenings that it tells. */
export interface ReadArticle {
  readonly analysed: AnalysedArticle
  readonly text: Text
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  readonly events: readonly EventRecord[]
}

export function readArticle(analysed: AnalysedArticle, names: CatalogNames): ReadArticle {
  const { text } = analysed.article
  const { entities, attributions, events } = annotationsView(text, analysed.annotations, names)
  return { analysed, text, entities, attributions, events }
}

const wording = ({ ar, en }: NamePair): Wording => ({ ar, en: en ?? ar })

/** Parties by dossier, those that most articles name first. */
function partiesView(
  { participants }: Happening,
  lead: ReadArticle | undefined,
  keyOf: KeyOf,
  names: CatalogNames,
): HappeningParty[] {
  return participants.map(({ key, name, roles, articles }): HappeningParty => {
    const known = names.name(key)
    const own = lead?.entities.find((e) => (e.catalogId ?? e.name.ar) === (known === undefined ? name : key))
    const dossier = own === undefined || lead === undefined ? null : keyOf(lead.analysed.id, own)
    return {
      key: known === undefined ? dossier : key,
      name: { ar: known?.ar ?? name, en: known?.en ?? own?.name.en ?? null },
      roles: [...roles] as HappeningParty['roles'],
      articles: articles.length,
    }
  })
}

/** Parties of several happenings, those that most articles name first; who is only described is left out. */
export function partiesOver(happenings: readonly Happening[], names: CatalogNames): HappeningParty[] {
  const all = new Map<string, { party: Happening['participants'][number]; roles: Set<string>; articles: Set<string> }>()
  for (const party of happenings.flatMap(({ participants }) => participants.filter(({ named }) => named))) {
    const one = all.get(party.key) ?? { party, roles: new Set(), articles: new Set() }
    for (const role of party.roles) one.roles.add(role)
    for (const article of party.articles) one.articles.add(article)
    all.set(party.key, one)
  }
  return [...all.values()]
    .map(({ party: { key, name }, roles, articles }): HappeningParty => {
      const known = names.name(key)
      return {
        key: known === undefined ? null : key,
        name: { ar: known?.ar ?? name, en: known?.en ?? null },
        roles: [...roles] as HappeningParty['roles'],
        articles: articles.size,
      }
    })
    .sort((a, b) => b.articles - a.articles || a.name.ar.localeCompare(b.name.ar, 'ar'))
}

/** A happening in a line of a list, in the words of its fullest account. */
export function happeningSummary(
  happening: Happening,
  lead: ReadArticle | undefined,
  keyOf: KeyOf,
  names: CatalogNames,
): HappeningSummary {
  const { id, type, day, place, accounts } = happening
  const event = lead?.events.find((one) => one.id === happening.lead.event)
  const known = place === undefined ? undefined : names.name(place)
  const named = lead?.entities.find((entity) => entity.id === event?.place)
  return {
    id,
    type,
    mode: event?.mode ?? null,
    sentence: event?.sentence ?? { ar: type, en: type },
    day: day ?? null,
    place:
      place === undefined
        ? null
        : { ar: known?.ar ?? named?.name.ar ?? place, en: known?.en ?? named?.name.en ?? null },
    statuses: [...new Set(accounts.map(({ status }) => status))],
    confidence: Math.max(0, ...accounts.map(({ confidence }) => confidence)),
    asFact: accounts.some(({ confidence }) => confidence >= SHOWN_FROM),
    articles: new Set(accounts.map(({ article }) => article)).size,
    parties: partiesView(happening, lead, keyOf, names),
  }
}

/** What one article says of a happening, with the chains by which it came to the page; undefined when it tells it no more. */
export function accountOf(
  happening: Happening,
  read: ReadArticle,
  article: ArticleSummary,
  keyOf: KeyOf,
  names: CatalogNames,
): HappeningAccount | undefined {
  const told = happening.accounts.filter((account) => account.article === article.id)
  const events = told.flatMap(({ event: id }) => read.events.find((one) => one.id === id) ?? [])
  const [plain] = [...told].sort((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  const fullest = events.toSorted((a, b) => b.participants.length - a.participants.length)[0]
  if (plain === undefined || fullest === undefined) return undefined
  const evidence = [...new Map(events.flatMap((event) => event.evidence).map((one) => [one.start, one])).values()]
  const chains = events.flatMap((event) => chainsOf(event, read, article, keyOf, names))
  return {
    article,
    events: events.map(({ id }) => id),
    status: plain.status,
    confidence: Math.max(...told.map(({ confidence }) => confidence)),
    sentence: fullest.sentence,
    evidence: evidence.toSorted((a, b) => b.text.length - a.text.length),
    chains: [...new Map(chains.map((chain) => [chainKey(chain), chain])).values()],
    reasons: plain.reasons.map((reason) => ({
      ar: wordHappeningReason(named(reason, 'ar', names), 'ar'),
      en: wordHappeningReason(named(reason, 'en', names), 'en'),
    })),
  }
}

/** An article that says both denies what it also reports. */
const STATUS_ORDER: readonly HappeningAccount['status'][] = [
  'denied',
  'asserted',
  'ongoing',
  'planned',
  'demanded',
  'hypothetical',
]

const chainKey = ({ links, stance }: AccountChain): string =>
  [stance ?? '', ...links.map(({ kind, name }) => `${kind}:${name.ar}`)].join('|')

/** A reason's place is an id of the catalog; people read its name. */
const named = (
  reason: Happening['accounts'][number]['reasons'][number],
  language: 'ar' | 'en',
  names: CatalogNames,
) => {
  const name = reason.values?.['name']
  const known = name === undefined ? undefined : names.name(name)
  return known === undefined ? reason : { ...reason, values: { ...reason.values, name: known[language] } }
}

const OWN_VOICE: Wording = { ar: 'بلسان الوسيلة نفسها', en: 'in the outlet’s own voice' }
/** A bare «المصدر» at a page's end: it comes from somewhere, the link is gone. */
const NAMELESS = /^(?:ال)?(?:مصدر|مصادر)$/
const UNNAMED_SOURCE: Wording = { ar: 'مصدر لا تسمّيه الصفحة', en: 'a source the page does not name' }
const UNKNOWN_OUTLET: Wording = { ar: 'وسيلة غير معروفة', en: 'an unknown outlet' }

/** Outlet ← agency ← source ← speaker, once for each attribution in whose claim it is told, and once for the outlet's own voice. */
function chainsOf(
  event: EventRecord,
  { attributions, entities, analysed }: ReadArticle,
  { outlet, id }: ArticleSummary,
  keyOf: KeyOf,
  names: CatalogNames,
): AccountChain[] {
  const publisherName = outlet === null ? UNKNOWN_OUTLET : wording(catalogPair(outlet.id, outlet.name, names))
  const publisher = { kind: 'publisher' as const, name: publisherName, key: outlet?.id ?? null, at: null }
  const agencies = analysed.annotations.republishes
    .filter(({ kind }) => kind === 'agency' || kind === 'outlet')
    .map(({ kind, outletId, description }) => ({
      kind: kind === 'agency' ? ('agency' as const) : ('outlet' as const),
      name: NAMELESS.test(description) ? UNNAMED_SOURCE : wording(catalogPair(outletId, description, names)),
      key: outletId ?? null,
      at: null,
    }))
  const chains = event.sources.flatMap((source): AccountChain[] => {
    const attribution = attributions.find((one) => one.id === source)
    if (attribution === undefined) return []
    const links = attribution.chain.map((link) => {
      const entity = entities.find((one) => one.id === link.entity)
      const named = entity !== undefined && !entity.unnamed && link.kind !== 'anonymous' && link.kind !== 'document'
      return {
        kind: link.kind,
        name: named ? wording(entity.name) : { ar: link.description, en: link.description },
        key: entity === undefined ? null : keyOf(id, entity),
        at: link.at,
      }
    })
    const credited = agencies.filter(({ name }) => !links.some((link) => link.name.ar === name.ar))
    return [{ links: [publisher, ...credited, ...links], stance: attribution.stance, told: attribution.told }]
  })
  if (event.ownVoice || chains.length === 0)
    chains.push({ links: [publisher, ...agencies], stance: null, told: OWN_VOICE })
  return chains
}

const catalogPair = (id: string | undefined, name: string, names: CatalogNames): NamePair => {
  const known = id === undefined ? undefined : names.name(id)
  return known === undefined ? { ar: name, en: null } : { ar: known.ar, en: known.en }
}

/** Events of an article that tell a happening, as the analysis found them. */
export const eventsOf = (happening: Happening, { id, annotations }: AnalysedArticle): Event[] => {
  const told = new Set(happening.accounts.filter(({ article }) => article === id).map(({ event }) => event))
  return annotations.events.filter((event) => told.has(event.id))
}
