import type { Attribution } from '@isnad/attribution'
import type { Entity } from '@isnad/entities'
import { cover, type Text } from '@isnad/text'
import type { TimeItem } from '@isnad/time'
import { SHOWN_FROM } from '../confidence/confidence.js'
import type { EventRecord, ParticipantRole } from '../event.js'
import { ploverType, quadClass, toCameo } from './codes.js'

/** The article that records are exported from. */
export interface ExportedArticle {
  readonly id: string
  readonly url?: string
  readonly outlet?: string
  /** ISO date or stamp. */
  readonly published?: string
  readonly text: Text
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  readonly times: readonly TimeItem[]
}

interface PloverParty {
  readonly name: string
  readonly name_en?: string
  readonly type: string
  readonly catalog_id?: string
}

/** One line of PLOVER JSON, with what PLOVER has no field for under `isnad`. */
export interface PloverRecord {
  readonly id: string
  readonly plover_version: '0.8'
  readonly event_type: string
  readonly event_mode?: string
  readonly actor: readonly PloverParty[]
  readonly recipient: readonly PloverParty[]
  readonly date?: string
  readonly location?: PloverParty
  readonly context: readonly string[]
  readonly event_text: string
  readonly publication_date?: string
  readonly publisher?: string
  readonly url?: string
  readonly isnad: {
    readonly type: string
    readonly status: string
    readonly attendees: readonly PloverParty[]
    readonly objects: readonly PloverParty[]
    readonly beneficiaries: readonly PloverParty[]
    readonly sources: readonly string[]
    readonly own_voice: boolean
    readonly confidence: number
    /** True where it is not sure enough to be shown as fact. */
    readonly for_review: boolean
    readonly evidence: readonly (readonly [number, number])[]
  }
}

/** PLOVER's flags of an event's reality, which its coders define and leave unset. */
const CONTEXTS: Partial<Record<EventRecord['status'], string>> = {
  planned: 'future',
  hypothetical: 'hypothetical',
  demanded: 'hypothetical',
  denied: 'negation',
}

/** The record as PLOVER 0.8 has it: lists of actors and recipients, a planned CONSULT as AGREE. */
export function toPlover(record: EventRecord, article: ExportedArticle): PloverRecord {
  const entity = (id: string): Entity | undefined => article.entities.find((one) => one.id === id)
  const parties = (...roles: readonly ParticipantRole[]): PloverParty[] =>
    record.participants.filter(({ role }) => roles.includes(role)).flatMap(({ entity: id }) => partyOf(entity(id)))
  const date = dayOf(record, article.times)
  const place = record.place === undefined ? undefined : partyOf(entity(record.place))[0]
  const context = CONTEXTS[record.status]
  return {
    id: `${article.id}-${record.id}`,
    plover_version: '0.8',
    event_type: ploverType(record),
    ...(record.mode === undefined || ploverType(record) !== record.type ? {} : { event_mode: record.mode }),
    actor: parties('actor'),
    recipient: parties('recipient'),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { location: place }),
    context: context === undefined ? [] : [context],
    event_text: record.evidence.map((span) => cover(article.text, span)).join(' … '),
    ...(article.published === undefined ? {} : { publication_date: article.published }),
    ...(article.outlet === undefined ? {} : { publisher: article.outlet }),
    ...(article.url === undefined ? {} : { url: article.url }),
    isnad: {
      type: record.type,
      status: record.status,
      attendees: parties('attendee'),
      objects: parties('object'),
      beneficiaries: parties('beneficiary'),
      sources: sourcesOf(record, article.attributions),
      own_voice: record.ownVoice,
      confidence: record.confidence,
      for_review: record.confidence < SHOWN_FROM,
      evidence: record.evidence.map(({ start, end }) => [start, end] as const),
    },
  }
}

function partyOf(entity: Entity | undefined): PloverParty[] {
  if (entity === undefined) return []
  const { nameAr, nameEn, type, catalogId } = entity
  return [
    {
      name: nameAr,
      ...(nameEn === undefined ? {} : { name_en: nameEn }),
      type,
      ...(catalogId === undefined ? {} : { catalog_id: catalogId }),
    },
  ]
}

/** The chain behind each source, outermost link first: «وكالة كذا ← مصدر مطلع». */
const sourcesOf = ({ sources }: EventRecord, attributions: readonly Attribution[]): string[] =>
  attributions
    .filter(({ id }) => sources.includes(id))
    .map(({ chain }) => chain.map(({ description }) => description).join(' ← '))

/** The day of a record, where it is a calendar day. */
export function dayOf({ time }: EventRecord, times: readonly TimeItem[]): string | undefined {
  const item = time === undefined ? undefined : times[time]
  if (item === undefined || !('value' in item) || typeof item.value !== 'string') return undefined
  return /^\d{4}-\d{2}-\d{2}/.exec(item.value)?.[0]
}

/** Columns of the table, in order; names as in the GDELT 2.0 event codebook where it has the field. */
export const GDELT_COLUMNS = [
  'GLOBALEVENTID',
  'SQLDATE',
  'Actor1Name',
  'Actor1Type1Code',
  'Actor2Name',
  'Actor2Type1Code',
  'IsRootEvent',
  'EventRootCode',
  'QuadClass',
  'NumMentions',
  'NumSources',
  'ActionGeo_FullName',
  'DATEADDED',
  'SOURCEURL',
] as const

/**
 * One row of tab-separated fields for each pair of first and second actor, as GDELT lays its events out. Only what is told as
 * done or going on is written: the table has no field for denials and plans.
 */
export function toGdelt(record: EventRecord, article: ExportedArticle): readonly string[] {
  if (record.status !== 'asserted' && record.status !== 'ongoing') return []
  const plover = toPlover(record, article)
  const root = toCameo(record)
  const [first, second] = pairOf(plover)
  const firsts: readonly (PloverParty | undefined)[] = first.length > 0 ? first : [undefined]
  const seconds: readonly (PloverParty | undefined)[] = second.length > 0 ? second : [undefined]
  return firsts.flatMap((one) =>
    seconds.map((other) =>
      [
        plover.id,
        (plover.date ?? '').replaceAll('-', ''),
        one?.name ?? '',
        one?.type ?? '',
        other?.name ?? '',
        other?.type ?? '',
        '1',
        root,
        String(quadClass(root)),
        String(record.evidence.length),
        String(Math.max(1, record.sources.length)),
        plover.location?.name ?? '',
        (article.published ?? '').replace(/[^\d]/g, '').slice(0, 14),
        article.url ?? '',
      ]
        .map((field) => field.replace(/[\t\r\n]+/g, ' '))
        .join('\t'),
    ),
  )
}

/** Both sides of a record; those who fight or agree with one another are set against each other. */
function pairOf({ actor, recipient, isnad }: PloverRecord): readonly [readonly PloverParty[], readonly PloverParty[]] {
  const second = [...recipient, ...isnad.attendees, ...isnad.objects]
  if (second.length === 0 && actor.length > 1) return [actor.slice(0, 1), actor.slice(1)]
  return [actor, second]
}
