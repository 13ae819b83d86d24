import type { Entity } from '@isnad/entities'
import { foldKey } from '@isnad/text'
import { type AnalysedArticle, dayOf } from '../analysed-article.js'
import type { DossierRole, EntityReason, Sighting, SightingKey } from './dossier.js'

/** What the sightings of one article share. */
interface Surroundings {
  readonly day: string | undefined
  /** Who and what the article names besides places: catalog ids, else type and name (`ORG:نادي الواحة`). */
  readonly names: readonly string[]
  readonly countries: readonly string[]
}

export interface SeenRole {
  readonly role: DossierRole
  readonly former: boolean
}

/** A sighting with what it brings, before and after it is known whose it is. */
export interface Seen {
  readonly key: string
  readonly sighting: Sighting
  readonly type: Entity['type']
  readonly catalogId: string | undefined
  readonly nameEn: string | undefined
  /** The fullest form, then the wordings of its mentions, each with how often it stands there. */
  readonly forms: ReadonlyMap<string, number>
  readonly roles: ReadonlyMap<string, SeenRole>
  readonly around: Surroundings
  /** Why it stands where it stands, and beside which other sighting. */
  why?: { readonly beside: SightingKey; readonly reasons: readonly EntityReason[] }
}

/** Article and folded name: what tells a sighting from others, whatever an entity's id is this time. */
export const sightingKey = ({ article, name }: SightingKey): string => `${article}\u0000${foldKey(name)}`

export const roleKey = ({ title, titleId, at }: DossierRole): string => `${titleId ?? foldKey(title)}@${at ?? ''}`

/** Whom `seen` is named beside: everybody of its article but itself. */
export const companionsOf = ({ around, catalogId, sighting, type }: Seen): string[] =>
  around.names.filter((name) => name !== (catalogId ?? `${type}:${sighting.name}`))

/** A companion without its type: a catalog id, or a name. */
export const bareName = (companion: string): string => companion.replace(/^[A-Z-]+:/u, '')

/** The things that an article names, one sighting a name. */
export function sightingsOf({ id, annotations, published, article }: AnalysedArticle): Seen[] {
  const day = dayOf(published)
  const named = annotations.entities.filter(({ unnamed, group }) => unnamed !== true && group !== true)
  const nameById = new Map(named.map((e) => [e.id, e.catalogId ?? e.nameAr]))
  const around: Surroundings = {
    day,
    names: [...new Set(named.filter(({ type }) => type !== 'GPE').map((e) => e.catalogId ?? `${e.type}:${e.nameAr}`))],
    countries: [
      ...new Set(named.flatMap(({ catalogId }) => (catalogId?.startsWith('country.') === true ? [catalogId] : []))),
    ],
  }
  const taken = new Set<string>()
  return named.flatMap((entity): Seen[] => {
    const sighting: Sighting = {
      article: id,
      entity: entity.id,
      name: entity.nameAr,
      ...(day === undefined ? {} : { day }),
    }
    const key = sightingKey(sighting)
    if (taken.has(key) || foldKey(entity.nameAr) === '') return []
    taken.add(key)
    const forms = new Map([[entity.nameAr, 0]])
    for (const { kind, start, end } of entity.mentions) {
      const form = article.text.value.slice(start, end)
      if (kind === 'name') forms.set(form, (forms.get(form) ?? 0) + 1)
    }
    return [
      {
        key,
        sighting,
        type: entity.type,
        catalogId: entity.catalogId,
        nameEn: entity.nameEn,
        forms,
        roles: new Map(entity.roles.map((role) => rowOf(role, nameById, day))),
        around,
      },
    ]
  })
}

function rowOf(
  { title, titleId, org, standing }: Entity['roles'][number],
  nameById: ReadonlyMap<string, string>,
  day: string | undefined,
): [string, SeenRole] {
  const at = org === undefined ? undefined : nameById.get(org)
  const role: DossierRole = {
    title,
    ...(titleId === undefined ? {} : { titleId }),
    ...(at === undefined ? {} : { at }),
    ...(standing === undefined ? {} : { standing }),
    ...(day === undefined ? {} : { from: day, to: day }),
  }
  return [roleKey(role), { role, former: standing === 'former' || standing === 'late' }]
}
