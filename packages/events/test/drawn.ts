import type { Attribution } from '@isnad/attribution'
import { type Entity, EntityRegister, type EntityType } from '@isnad/entities'
import { passageOf, textOf } from '@isnad/text'
import { findTimes } from '@isnad/time'
import type { EventRecord } from '../src/event.js'
import { findEvents } from '../src/find-events.js'

/** A drawn sentence: `{actor.PER:كريم الزاهد} {!:زار} {place.GPE:دمشق}`. */
export interface Drawn {
  readonly text: string
  readonly entities: readonly Entity[]
  /** Roles drawn, as `actor كريم الزاهد`, sorted. */
  readonly roles: readonly string[]
  readonly trigger: { readonly word: string; readonly status: string } | undefined
}

const MARK = /\{(?:!(?<status>[a-z]*)|(?<role>[a-z]*)\.(?<type>[A-Z-]+)):(?<words>[^}]*)\}/g

/** Reads a drawn sentence; equal words are one entity. */
export function undraw(drawn: string): Drawn {
  let text = ''
  let last = 0
  let trigger: Drawn['trigger']
  const byName = new Map<string, Entity>()
  const roles: string[] = []
  for (const match of drawn.matchAll(MARK)) {
    const { status, role, type, words = '' } = match.groups ?? {}
    text += drawn.slice(last, match.index)
    last = match.index + match[0].length
    const start = text.length
    text += words
    if (type === undefined) {
      trigger = { word: words, status: status === '' || status === undefined ? 'asserted' : status }
      continue
    }
    const mention = { start, end: text.length, type: type as EntityType, kind: 'name' as const }
    const known = byName.get(words)
    byName.set(words, {
      id: known?.id ?? `e${byName.size + 1}`,
      type: type as EntityType,
      nameAr: words,
      mentions: [...(known?.mentions ?? []), mention],
      roles: [],
      candidates: [],
    })
    if (role !== '' && role !== undefined) roles.push(`${role} ${words}`)
  }
  text += drawn.slice(last)
  return { text, entities: [...byName.values()], roles: roles.sort(), trigger }
}

/** The events of a drawn sentence, read with its own entities and the attributions given. */
export function eventsIn(drawn: Drawn, attributions: readonly Attribution[] = []): readonly EventRecord[] {
  const passage = passageOf(textOf('article', drawn.text))
  return findEvents(passage, {
    entities: new EntityRegister(drawn.entities),
    attributions,
    times: findTimes(drawn.text, {}),
    // What the grammar reads is tested here, not how far it is believed.
    leastConfidence: 0.1,
  })
}

const CONSULT_ROLES = new Set(['actor', 'recipient', 'attendee'])

/** Roles of a record as they are drawn; the three parts of a consultation are one class there. */
export function rolesOf(record: EventRecord, { entities }: Drawn): string[] {
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.nameAr ?? id
  const parties = record.participants.map(({ entity, role }) => `${role} ${name(entity)}`)
  return [...parties, ...(record.place === undefined ? [] : [`place ${name(record.place)}`])].sort()
}

export const consulting = (roles: readonly string[], type: string): string[] =>
  roles
    .map((role) => {
      const [part = '', ...name] = role.split(' ')
      return type === 'CONSULT' && CONSULT_ROLES.has(part) ? ['party', ...name].join(' ') : role
    })
    .sort()
