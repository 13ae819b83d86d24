import type { Entity, EntityType, Paragraph } from '@isnad/server'
import type { Ink, Layer, Mark } from './layers.js'

export type EntityLayer = Extract<Layer, 'people' | 'bodies' | 'places'>

const LAYER_OF: Readonly<Record<EntityType, EntityLayer>> = {
  PER: 'people',
  ORG: 'bodies',
  GPE: 'places',
  LOC: 'places',
  FAC: 'places',
  'EVT-NAME': 'bodies',
  PROD: 'bodies',
}

/** The layer that shows entities of a type; named occasions and products stand with the bodies. */
export const layerOf = (type: EntityType): EntityLayer => LAYER_OF[type]

export const ENTITY_INKS: Readonly<Record<EntityLayer, Ink>> = { people: 'person', bodies: 'body', places: 'place' }

/** A mark for each mention of the entities whose layer is on. */
export const entityMarks = (entities: readonly Entity[], layers: readonly Layer[]): Mark[] =>
  entities.flatMap(({ id, type, mentions }) => {
    const layer = layerOf(type)
    return layers.includes(layer) ? mentions.map(({ start, end }) => ({ layer, start, end, entity: id })) : []
  })

const isIn = (body: readonly Paragraph[], start: number): boolean =>
  body.some((paragraph) => paragraph.start <= start && start < paragraph.end)

/** How many mentions of a layer stand in the paragraphs. */
export const countMentions = (body: readonly Paragraph[], entities: readonly Entity[], layer: EntityLayer): number =>
  entities
    .filter(({ type }) => layerOf(type) === layer)
    .reduce((sum, { mentions }) => sum + mentions.filter(({ start }) => isIn(body, start)).length, 0)

/** Those with a name, layer by layer, most often named first. */
export function namedByLayer(
  entities: readonly Entity[],
): readonly { readonly layer: EntityLayer; readonly entities: readonly Entity[] }[] {
  const named = entities.filter(({ unnamed, group }) => !unnamed && !group)
  return (['people', 'bodies', 'places'] as const).flatMap((layer) => {
    const found = named
      .filter(({ type }) => layerOf(type) === layer)
      .sort(
        (a, b) => b.mentions.length - a.mentions.length || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0),
      )
    return found.length === 0 ? [] : [{ layer, entities: found }]
  })
}
