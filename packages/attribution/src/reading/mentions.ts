import type { Entity, EntityRegister, EntityRole } from '@isnad/entities'
import { mapped, type Span } from '@isnad/text'

export interface Place {
  readonly start: number
  readonly end: number
  readonly entity: Entity
  readonly kind: 'name' | 'nominal'
}

/** Where the article's entities are mentioned, by position. */
export class MentionIndex {
  readonly #places: Place[] = []
  readonly #longestAt = new Map<number, Place>()
  readonly #roleAt = new Map<number, { readonly entity: Entity; readonly role: EntityRole }>()

  constructor(register: EntityRegister) {
    for (const entity of register.entities) {
      for (const { start, end, kind } of entity.mentions) this.#places.push({ start, end, entity, kind })
      for (const role of entity.roles) this.#roleAt.set(role.span.start, { entity, role })
    }
    this.#places.sort((a, b) => a.start - b.start || b.end - a.end)
    for (const place of this.#places) if (!this.#longestAt.has(place.start)) this.#longestAt.set(place.start, place)
  }

  /** The longest mention that begins in a word, its attached prefixes passed over. */
  at({ start, end }: Span): Place | undefined {
    for (let offset = start; offset < Math.min(end, start + 4); offset++) {
      const place = this.#longestAt.get(offset)
      if (place !== undefined) return place
    }
    return undefined
  }

  /** The same for each of a text's words, given in order. */
  inOrder(words: readonly Span[]): readonly (Place | undefined)[] {
    const places = this.#places
    let next = 0
    return mapped(words, ({ start, end }) => {
      while (next < places.length && (places[next] as Place).start < start) next++
      const place = places[next]
      return place !== undefined && place.start < Math.min(end, start + 4) ? place : undefined
    })
  }

  roleAt({ start, end }: Span): { readonly entity: Entity; readonly role: EntityRole } | undefined {
    for (let offset = start; offset < Math.min(end, start + 3); offset++) {
      const found = this.#roleAt.get(offset)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** Mentions wholly inside a span, in text order, outer before inner. */
  within({ start, end }: Span): readonly Place[] {
    const found: Place[] = []
    for (let at = this.#firstFrom(start); at < this.#places.length; at++) {
      const place = this.#places[at]
      if (place === undefined || place.start >= end) break
      if (place.end <= end) found.push(place)
    }
    return found
  }

  #firstFrom(start: number): number {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#places[middle]?.start ?? 0) < start) low = middle + 1
      else high = middle
    }
    return low
  }
}
