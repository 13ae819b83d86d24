import type { Span } from '@isnad/text'
import type { Entity, EntityType, Mention } from './entity.js'

export interface UnnamedEntity {
  readonly type: EntityType
  readonly nameAr: string
  readonly group?: true
}

/** Where a mention stands, and the index of its entity. */
interface Placed extends Span {
  readonly entity: number
}

/** An entity with other mentions, all of its properties in the order that every entity has them in. */
function withMentions(entity: Entity, mentions: readonly Mention[]): Entity {
  const { id, type, nameAr, nameEn, group, unnamed, roles, candidates, catalogId } = entity
  return { id, type, nameAr, nameEn, group, unnamed, mentions, roles, candidates, catalogId }
}

/** The first of the mentions in order that begins at an offset or behind it. */
function firstFrom(order: readonly Placed[], start: number): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((order[middle] as Placed).start < start) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The entities of one article while it is analysed. Later stages look mentions up by position and add people and bodies
 * that have no name («قادة الفصائل») when these speak or act.
 */
export class EntityRegister {
  readonly #entities: Entity[]
  readonly #byId = new Map<string, number>()
  /** Mentions by start, each with its entity's index, in text order, longer first. */
  #order: Placed[] | undefined

  constructor(entities: readonly Entity[]) {
    this.#entities = [...entities]
    for (const [index, { id }] of this.#entities.entries()) this.#byId.set(id, index)
  }

  get entities(): readonly Entity[] {
    return this.#entities
  }

  get(id: string): Entity | undefined {
    const index = this.#byId.get(id)
    return index === undefined ? undefined : this.#entities[index]
  }

  /** The entity one of whose mentions covers exactly this span. */
  exactly({ start, end }: Span): Entity | undefined {
    const order = this.#sorted()
    for (let at = firstFrom(order, start); at < order.length; at++) {
      const mention = order[at] as Placed
      if (mention.start !== start) break
      if (mention.end === end) return this.#entities[mention.entity]
    }
    return undefined
  }

  /** Mentions that lie wholly inside a span, in text order, outer before inner, each with its entity. */
  within({ start, end }: Span): { readonly span: Span; readonly entity: Entity }[] {
    const order = this.#sorted()
    const found: { span: Span; entity: Entity }[] = []
    for (let at = firstFrom(order, start); at < order.length; at++) {
      const mention = order[at]
      if (mention === undefined || mention.start >= end) break
      const entity = this.#entities[mention.entity]
      if (mention.end <= end && entity !== undefined)
        found.push({ span: { start: mention.start, end: mention.end }, entity })
    }
    return found
  }

  /** Adds a mention without a name, or returns the entity that already has one there. */
  addUnnamed(span: Span, { type, nameAr, group }: UnnamedEntity): Entity {
    const known = this.exactly(span)
    if (known !== undefined) return known
    let next = this.#entities.length + 1
    while (this.#byId.has(`e${next}`)) next++
    const id = `e${next}`
    const entity: Entity = {
      id,
      type,
      nameAr,
      nameEn: undefined,
      group: group === true ? true : undefined,
      unnamed: true,
      mentions: [{ start: span.start, end: span.end, type, kind: 'nominal' }],
      roles: [],
      candidates: [],
      catalogId: undefined,
    }
    const order = this.#sorted()
    const { start, end } = span
    let at = firstFrom(order, start)
    while (order[at]?.start === start && (order[at] as Placed).end >= end) at++
    order.splice(at, 0, { start, end, entity: this.#entities.length })
    this.#byId.set(id, this.#entities.length)
    this.#entities.push(entity)
    return entity
  }

  /** Adds a descriptor that stands for a known entity («المسؤول» for a man named before). */
  addMention(id: string, span: Span): void {
    const index = this.#byId.get(id)
    const entity = index === undefined ? undefined : this.#entities[index]
    if (index === undefined || entity === undefined) throw new RangeError(`no entity ${id} in this article`)
    if (entity.mentions.some((m) => m.start === span.start && m.end === span.end)) return
    const mention = { start: span.start, end: span.end, type: entity.type, kind: 'nominal' } as const
    const mentions = [...entity.mentions, mention].sort((a, b) => a.start - b.start || b.end - a.end)
    this.#entities[index] = withMentions(entity, mentions)
    this.#order = undefined
  }

  /** Gives the mention of an entity without a name, and its label, the whole noun phrase that it heads («ممثلون» in «ممثلون عن الحزب»). */
  widenMention(id: string, { start }: Span, whole: Span, nameAr: string): void {
    const index = this.#byId.get(id)
    const entity = index === undefined ? undefined : this.#entities[index]
    if (index === undefined || entity?.unnamed !== true || this.exactly(whole) !== undefined) return
    const mentions = entity.mentions.map((m) => (m.start === start ? { ...m, start: whole.start, end: whole.end } : m))
    this.#entities[index] = withMentions({ ...entity, nameAr }, mentions)
    this.#order = undefined
  }

  #sorted() {
    this.#order ??= this.#entities
      .flatMap(({ mentions }, entity) => mentions.map(({ start, end }) => ({ start, end, entity })))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    return this.#order
  }
}
