import type { ArticleDocument, EventRecord, Paragraph } from '@isnad/server'
import { ENTITY_INKS, layerOf } from './entities.js'
import type { Mark } from './layers.js'
import type { Lit } from './light.svelte.js'

export const eventMarks = (events: readonly EventRecord[]): Mark[] =>
  events.filter(({ asFact }) => asFact).map(({ trigger: { start, end } }) => ({ layer: 'events', start, end }))

export const countEvents = (events: readonly EventRecord[]): number => events.filter(({ asFact }) => asFact).length

/** The index of the paragraph in which an event is first told; -1 when only the headline tells it. */
export const paragraphOf = ({ evidence, trigger }: EventRecord, body: readonly Paragraph[]): number => {
  const start = evidence[0]?.start ?? trigger.start
  const at = body.findIndex((paragraph) => paragraph.start <= start && start < paragraph.end)
  return at >= 0 ? at : body.findIndex((paragraph) => paragraph.start <= trigger.start && trigger.start < paragraph.end)
}

/** The words that are lit together: a claim with cue and links, the tellings of an event, the mentions of an entity. */
export function litMarks(
  lit: Lit | undefined,
  { entities, attributions, events }: Pick<ArticleDocument, 'entities' | 'attributions' | 'events'>,
): Mark[] {
  switch (lit?.kind) {
    case undefined:
      return []
    case 'stretch':
      return [{ start: lit.start, end: lit.end, lit: 'attribution' }]
    case 'entity': {
      const entity = entities.find(({ id }) => id === lit.id)
      const ink = entity === undefined ? undefined : ENTITY_INKS[layerOf(entity.type)]
      return ink === undefined ? [] : (entity?.mentions ?? []).map(({ start, end }) => ({ start, end, lit: ink }))
    }
    case 'event':
      return (events.find(({ id }) => id === lit.id)?.evidence ?? []).map(({ start, end }) => ({
        start,
        end,
        lit: 'event',
      }))
    case 'claim': {
      const attribution = attributions.find(({ id }) => id === lit.id)
      if (attribution === undefined) return []
      const links = attribution.chain.flatMap(({ at }) => at ?? [])
      return [...attribution.claims, ...(attribution.cue === null ? [] : [attribution.cue]), ...links].map(
        ({ start, end }) => ({ start, end, lit: 'attribution' }),
      )
    }
  }
}
