import type { Entity } from '@isnad/entities'
import { findOutletByDomain, findOutletsByName } from '@isnad/lexicon'
import type { AttributionContext } from './attribution.js'

/** The outlet whose page we read, known by id, address or name. */
export class OwnOutlet {
  readonly #ids: ReadonlySet<string>
  readonly #name: string | undefined

  constructor({ outlet }: AttributionContext) {
    const ids = new Set<string>()
    if (outlet?.id !== undefined) ids.add(outlet.id)
    const host = outlet?.url === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(outlet.url)?.[1]
    const byHost = host === undefined ? undefined : findOutletByDomain(host)
    if (byHost !== undefined) ids.add(byHost.id)
    if (ids.size === 0 && outlet?.name !== undefined) for (const { id } of findOutletsByName(outlet.name)) ids.add(id)
    this.#ids = ids
    this.#name = outlet?.name
  }

  has({ catalogId, nameAr }: Entity): boolean {
    if (catalogId !== undefined && this.#ids.has(catalogId)) return true
    if (this.#name === nameAr) return true
    return this.#ids.size > 0 && findOutletsByName(nameAr).some(({ id }) => this.#ids.has(id))
  }
}
