import { passageOf, textOf } from '@isnad/text'
import type { Entity, FindEntitiesOptions } from '../src/index.js'
import { findEntities } from '../src/index.js'

/** A sentence with its answer drawn on it: `وصل {PER:سالم البحيري} إلى {GPE:بغداد}`. */
export const strip = (drawn: string): string => drawn.replace(/\{[A-Z~-]+(?:\d+)?:|\}/g, '')

/** The entities of a text that is one paragraph, or a headline and a paragraph parted by a line break. */
export function entitiesIn(text: string, options: FindEntitiesOptions = {}): readonly Entity[] {
  const article = textOf('article', text)
  const line = text.indexOf('\n')
  if (line < 0) return findEntities(passageOf(article), options)
  const title = { start: 0, end: line }
  return findEntities(passageOf(article, { title, body: [{ start: line + 1, end: text.length }] }), options)
}

export interface DrawOptions {
  /** Which entities to draw; named ones unless told. */
  readonly keep?: (entity: Entity) => boolean
  /** Number the brackets by entity, in order of appearance. */
  readonly numbered?: boolean
}

/** Draws entities on their text: outer brackets before inner, `~` behind the type of a descriptor. */
export function draw(text: string, entities: readonly Entity[], options: DrawOptions = {}): string {
  const { keep = (e) => e.unnamed !== true, numbered = false } = options
  const kept = entities.filter(keep)
  const mentions = kept.flatMap((entity, index) => entity.mentions.map((m) => ({ ...m, index })))
  let drawn = ''
  for (let at = 0; at <= text.length; at++) {
    for (const { end } of mentions) if (end === at) drawn += '}'
    for (const m of mentions.filter(({ start }) => start === at).sort((a, b) => b.end - a.end))
      drawn += `{${m.type}${m.kind === 'nominal' ? '~' : ''}${numbered ? m.index + 1 : ''}:`
    drawn += text.charAt(at)
  }
  return drawn
}
