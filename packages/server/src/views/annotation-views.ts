import type { Annotations } from '@isnad/analysis'
import type { Attribution as AttributionRecord, Republication as Credit, Link } from '@isnad/attribution'
import type { Entity as EntityRecord } from '@isnad/entities'
import { describeOccurrence, type EventRecord as Event, SHOWN_FROM } from '@isnad/events'
import { cover, foldKey, type Span, type Text } from '@isnad/text'
import { describeItem, type TimeItem } from '@isnad/time'
import type {
  Attribution,
  Candidate,
  ChainLink,
  Entity,
  EventRecord,
  NamePair,
  Passage,
  Republication,
  Wording,
} from '../contract/api-types.js'
import { type CatalogNames, catalogNames } from '../desk/catalog.js'
import { candidateReason } from './candidate-wording.js'
import { chainWording } from './chain-wording.js'

/** From what the analysis finds to what the API gives out. Every span is cut from the article's text. */

const passage = (text: Text, span: Span): Passage => ({ start: span.start, end: span.end, text: cover(text, span) })

/** The address of an entity's dossier: its catalog id, or its type and folded name. Only what has a name has one. */
export function entityKey({ catalogId, type, nameAr, group, unnamed }: EntityRecord): string | undefined {
  if (catalogId !== undefined) return catalogId
  if (unnamed === true || group === true) return undefined
  const name = folded(nameAr)
  return name === '' ? undefined : `${type}:${name}`
}

const folded = (name: string): string => foldKey(name).replace(/\s+/gu, ' ').trim()

/** A key as somebody wrote it: the name behind the type may be spelled in any way. */
export function normalKey(key: string): string {
  const colon = key.indexOf(':')
  return colon < 0 ? key : `${key.slice(0, colon + 1)}${folded(key.slice(colon + 1))}`
}

/** An entity's names: as the article writes it, and in English where the article or the catalog tells. */
const namesOf = ({ nameAr, nameEn, catalogId }: EntityRecord, names: CatalogNames): NamePair => ({
  ar: nameAr,
  en: nameEn ?? (catalogId === undefined ? undefined : names.name(catalogId)?.en) ?? null,
})

const bilingual = ({ ar, en }: NamePair): Wording => ({ ar, en: en ?? ar })

function candidateView({ id, score, reasons }: EntityRecord['candidates'][number], names: CatalogNames): Candidate {
  const name = names.name(id)
  return { id, score, reasons: reasons.map(candidateReason), name: { ar: name?.ar ?? id, en: name?.en ?? null } }
}

const entityView =
  (text: Text, names: CatalogNames) =>
  (entity: EntityRecord): Entity => ({
    id: entity.id,
    key: entityKey(entity) ?? null,
    type: entity.type,
    name: namesOf(entity, names),
    group: entity.group === true,
    unnamed: entity.unnamed === true,
    mentions: entity.mentions.map((mention) => ({ ...passage(text, mention), kind: mention.kind })),
    roles: entity.roles.map(({ title, span, titleId, org, standing }) => ({
      title,
      at: passage(text, span),
      titleId: titleId ?? null,
      org: org ?? null,
      standing: standing ?? null,
    })),
    candidates: entity.candidates.map((candidate) => candidateView(candidate, names)),
    catalogId: entity.catalogId ?? null,
  })

const linkView =
  (text: Text) =>
  ({ kind, entity, ref, description, span }: Link): ChainLink => ({
    kind,
    entity: entity ?? null,
    ref: ref ?? null,
    description,
    at: span === undefined ? null : passage(text, span),
  })

type ById = ReadonlyMap<string, EntityRecord>

/** What is hidden or a document keeps its own words; everything else is called by its entity's name. */
const linkName =
  (entities: ById, names: CatalogNames) =>
  ({ kind, entity, description }: Link): Wording => {
    const quoted = `«${description}»`
    if (kind === 'anonymous') return { ar: `مصدر غير مسمّى ${quoted}`, en: `an unnamed source, ${quoted}` }
    if (kind === 'document') return { ar: `وثيقة ${quoted}`, en: `a document, ${quoted}` }
    const known = entity === undefined ? undefined : entities.get(entity)
    if (known === undefined || known.unnamed === true) return { ar: description, en: `“${description}”` }
    return bilingual(namesOf(known, names))
  }

const attributionView =
  (text: Text, entities: ById, names: CatalogNames) =>
  (attribution: AttributionRecord): Attribution => ({
    id: attribution.id,
    cue: attribution.cue === undefined ? null : passage(text, attribution.cue),
    rule: attribution.rule,
    claims: attribution.claims.map((claim) => passage(text, claim)),
    chain: attribution.chain.map(linkView(text)),
    stance: attribution.stance,
    quote: attribution.quote,
    hedge: attribution.hedge ?? null,
    told: chainWording(attribution, linkName(entities, names)),
  })

const eventView =
  (text: Text, named: readonly EntityRecord[], times: readonly TimeItem[]) =>
  (event: Event): EventRecord => {
    const time = event.time === undefined ? undefined : times[event.time]
    return {
      id: event.id,
      type: event.type,
      mode: event.mode ?? null,
      trigger: passage(text, event.trigger),
      rule: event.rule,
      status: event.status,
      participants: event.participants.map(({ entity, role }) => ({ entity, role })),
      place: event.place ?? null,
      time:
        time === undefined
          ? null
          : { at: passage(text, time), describe: { ar: describeItem(time, 'ar'), en: describeItem(time, 'en') } },
      evidence: event.evidence.map((span) => passage(text, span)),
      sources: [...event.sources],
      ownVoice: event.ownVoice,
      confidence: event.confidence,
      asFact: event.confidence >= SHOWN_FROM,
      reasons: [...event.reasons],
      sentence: { ar: describeOccurrence(event, named, 'ar'), en: describeOccurrence(event, named, 'en') },
    }
  }

const republicationView = ({ kind, outletId, description, page }: Credit): Republication => ({
  kind,
  outletId: outletId ?? null,
  description,
  page: page === undefined ? null : { start: page.start, end: page.end },
})

/** The annotations of an article as the API gives them. */
export function annotationsView(
  text: Text,
  { entities, attributions, events, times, republishes }: Omit<Annotations, 'tokens' | 'sentences'>,
  names: CatalogNames = catalogNames(),
) {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  // The catalog's English name stands in where the article has none.
  const withNames = entities.map((entity) => {
    const { en } = namesOf(entity, names)
    return en === null ? entity : { ...entity, nameEn: en }
  })
  return {
    entities: entities.map(entityView(text, names)),
    attributions: attributions.map(attributionView(text, byId, names)),
    events: events.map(eventView(text, withNames, times)),
    republishes: republishes.map(republicationView),
  }
}
