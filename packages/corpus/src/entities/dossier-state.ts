import type { Entity } from '@isnad/entities'
import { foldKey } from '@isnad/text'
import type { EntityReason, SightingKey } from './dossier.js'
import type { Profile } from './judge-sightings.js'
import { companionsOf, type Seen, type SeenRole } from './sightings.js'

/** Who it may be after all, as found when its first sighting came. */
export interface Doubt {
  readonly about: SightingKey
  readonly with: SightingKey
  readonly score: number
  readonly reasons: readonly EntityReason[]
}

/** Sightings that were taken for one thing without anybody's help. What it counts can be taken back, sighting by sighting. */
export class DossierState {
  readonly sightings = new Map<string, Seen>()
  /** Groups of users' rulings that have a member here, with how many. */
  readonly groups = new Map<number, number>()
  readonly #forms = new Map<string, number>()
  readonly #folded = new Map<string, number>()
  readonly #roleCounts = new Map<string, number>()
  readonly #companions = new Map<string, number>()
  readonly #countries = new Map<string, number>()
  readonly #years = new Map<number, number>()
  readonly #catalogIds = new Map<string, number>()
  readonly #roles = new Map<string, SeenRole>()
  /** Under which it is looked for; a spelling that left again may still lead here. */
  readonly nameKeys = new Set<string>()
  doubt: Doubt | undefined

  constructor(
    readonly id: string,
    readonly type: Entity['type'],
    /** Grows with every state that is opened. */
    readonly order: number,
  ) {}

  /** The catalog id that most of its sightings were linked to; a thing has one. */
  get catalogId(): string | undefined {
    return this.#catalogIds.keys().next().value
  }

  /** Folded forms by which it can be looked up. */
  get folded(): ReadonlyMap<string, number> {
    return this.#folded
  }

  get profile(): Profile {
    return {
      type: this.type,
      forms: this.#forms,
      folded: this.#folded,
      roles: this.#roles,
      companions: this.#companions,
      countries: this.#countries,
      years: this.#years,
    }
  }

  add(seen: Seen, group: number | undefined): void {
    this.sightings.set(seen.key, seen)
    this.#count(seen, group, 1)
  }

  remove(seen: Seen, group: number | undefined): void {
    if (this.sightings.delete(seen.key)) this.#count(seen, group, -1)
  }

  #count(seen: Seen, group: number | undefined, by: 1 | -1): void {
    for (const form of seen.forms.keys()) {
      tally(this.#forms, form, by)
      tally(this.#folded, foldKey(form), by)
    }
    for (const [key, row] of seen.roles) {
      tally(this.#roleCounts, key, by)
      if (this.#roleCounts.has(key)) this.#roles.set(key, row)
      else this.#roles.delete(key)
    }
    for (const name of companionsOf(seen)) tally(this.#companions, name, by)
    for (const country of seen.around.countries) tally(this.#countries, country, by)
    if (seen.around.day !== undefined) tally(this.#years, Number(seen.around.day.slice(0, 4)), by)
    if (seen.catalogId !== undefined) tally(this.#catalogIds, seen.catalogId, by)
    if (group !== undefined) tally(this.groups, group, by)
  }
}

function tally<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}

/** A sighting as it is judged, before it stands anywhere. */
export const profileOfSeen = (seen: Seen): Profile => ({
  type: seen.type,
  forms: seen.forms,
  folded: new Set([...seen.forms.keys()].map(foldKey)),
  roles: seen.roles,
  companions: new Set(companionsOf(seen)),
  countries: new Set(seen.around.countries),
  years: new Set(seen.around.day === undefined ? [] : [Number(seen.around.day.slice(0, 4))]),
})
