import { type Entity, nameKeys } from '@isnad/entities'
import { foldKey } from '@isnad/text'
import { type AnalysedArticle, dayOf } from '../analysed-article.js'
import type {
  Dossier,
  DossierRole,
  EntityJudgement,
  EntityReason,
  EntityVerdict,
  Sighting,
  SightingKey,
} from './dossier.js'
import { judge, type Profile } from './judge-sightings.js'

const COMPANIONS_SHOWN = 8
/** A name that so many dossiers share decides nothing; the nearest of the first are tried. */
const TRIED = 24

interface State {
  readonly id: string
  readonly type: Entity['type']
  readonly sightings: Sighting[]
  readonly forms: Map<string, Set<string>>
  readonly roles: Map<string, { role: DossierRole; former: boolean }>
  readonly companions: Map<string, number>
  readonly countries: Set<string>
  readonly years: Set<number>
  catalogId?: string
  nameEn?: string
}

/** What a sighting brings, before it is known whose it is. */
interface Seen {
  readonly entity: Entity
  readonly sighting: Sighting
  readonly profile: Profile
  readonly roles: readonly { readonly role: DossierRole; readonly former: boolean }[]
}

/**
 * Gathers the entities of articles into dossiers. A sighting joins the dossier that it surely is, opens one where it is
 * nobody known, and waits in the review queue where it may be somebody. What users judged is asked first and is never
 * overruled; building the index again with the same judgements gives the same dossiers.
 */
export class DossierIndex {
  readonly #byKey = new Map<string, State[]>()
  readonly #bySighting = new Map<string, State>()
  readonly #states: State[] = []
  readonly #byCatalog = new Map<string, State[]>()
  readonly #judgements: EntityJudgement[] = []
  readonly #users = new Map<string, { other: string; verdict: EntityVerdict }[]>()

  constructor(judgements: readonly EntityJudgement[] = []) {
    for (const one of judgements) {
      if (!one.by.startsWith('user')) continue
      const [a, b] = [keyOf(one.a), keyOf(one.b)]
      this.#users.set(a, [...(this.#users.get(a) ?? []), { other: b, verdict: one.verdict }])
      this.#users.set(b, [...(this.#users.get(b) ?? []), { other: a, verdict: one.verdict }])
    }
  }

  /** Adds a batch, read by publication and then by id, and answers the judgements it led to. */
  add(batch: readonly AnalysedArticle[]): EntityJudgement[] {
    const order = [...batch].sort(
      (a, b) => compareText(a.published ?? '~', b.published ?? '~') || compareText(a.id, b.id),
    )
    const from = this.#judgements.length
    for (const article of order) for (const seen of sightingsOf(article)) this.#place(seen)
    return this.#judgements.slice(from)
  }

  dossiers(): Dossier[] {
    return this.#states.map(viewOf)
  }

  dossierOf(sighting: SightingKey): Dossier | undefined {
    const state = this.#bySighting.get(keyOf(sighting))
    return state === undefined ? undefined : viewOf(state)
  }

  /** What nobody could decide, for a reader. */
  queue(): EntityJudgement[] {
    return this.#judgements.filter(({ verdict, by }) => verdict === 'unsure' && by === 'system')
  }

  #place(seen: Seen): void {
    const key = keyOf(seen.sighting)
    if (this.#bySighting.has(key)) return
    const told = this.#users.get(key) ?? []
    const same = told.filter((t) => t.verdict === 'same').flatMap((t) => this.#bySighting.get(t.other) ?? [])
    const banned = new Set(told.filter((t) => t.verdict === 'different').map((t) => this.#bySighting.get(t.other)))
    const [chosen] = same
    if (chosen !== undefined) {
      this.#join(chosen, seen)
      this.#note(seen, chosen, 'same', [{ code: 'user' }], 'user')
      return
    }
    const { catalogId } = seen.entity
    const known =
      catalogId === undefined ? undefined : (this.#byCatalog.get(catalogId) ?? []).find((s) => !banned.has(s))
    if (known !== undefined) {
      this.#join(known, seen)
      this.#note(seen, known, 'same', [{ code: 'catalog', values: { name: seen.entity.nameAr } }])
      return
    }
    let best: { state: State; score: number; verdict: EntityVerdict; reasons: readonly EntityReason[] } | undefined
    for (const state of this.#candidates(seen)) {
      // Two names that one article keeps apart are two.
      if (state.sightings.at(-1)?.article === seen.sighting.article) continue
      if (banned.has(state) || (catalogId !== undefined && state.catalogId !== undefined)) continue
      const judged = judge(profileOfState(state), seen.profile)
      if (judged.verdict === 'different') {
        if (judged.score > 0) this.#note(seen, state, 'different', judged.reasons)
        continue
      }
      if (best === undefined || judged.score > best.score) best = { state, ...judged }
    }
    if (best?.verdict === 'same') {
      this.#join(best.state, seen)
      this.#note(seen, best.state, 'same', best.reasons)
      return
    }
    const opened = this.#open(seen)
    if (best !== undefined) this.#note(seen, best.state, 'unsure', best.reasons)
    this.#join(opened, seen)
  }

  #candidates({ entity }: Seen): State[] {
    const found = new Set<State>()
    for (const key of keysOf(entity))
      for (const state of this.#byKey.get(key) ?? []) if (state.type === entity.type) found.add(state)
    return [...found].slice(0, TRIED)
  }

  #open({ entity, sighting }: Seen): State {
    const state: State = {
      id: entity.catalogId ?? `dossier.${sighting.article}.${foldKey(sighting.name).replace(/\s+/g, '-')}`,
      type: entity.type,
      sightings: [],
      forms: new Map(),
      roles: new Map(),
      companions: new Map(),
      countries: new Set(),
      years: new Set(),
      ...(entity.catalogId === undefined ? {} : { catalogId: entity.catalogId }),
    }
    this.#states.push(state)
    return state
  }

  #join(state: State, { entity, sighting, profile, roles }: Seen): void {
    state.sightings.push(sighting)
    this.#bySighting.set(keyOf(sighting), state)
    if (state.catalogId === undefined && entity.catalogId !== undefined) state.catalogId = entity.catalogId
    if (state.catalogId !== undefined) {
      const named = this.#byCatalog.get(state.catalogId) ?? []
      if (!named.includes(state)) this.#byCatalog.set(state.catalogId, [...named, state])
    }
    if (state.nameEn === undefined && entity.nameEn !== undefined) state.nameEn = entity.nameEn
    for (const form of profile.forms) state.forms.set(form, (state.forms.get(form) ?? new Set()).add(sighting.article))
    for (const { role, former } of roles) {
      const id = `${role.titleId ?? foldKey(role.title)}@${role.at ?? ''}`
      const before = state.roles.get(id)?.role
      const from = [before?.from, role.from].filter((d) => d !== undefined).sort()[0]
      const to = [before?.to, role.to]
        .filter((d) => d !== undefined)
        .sort()
        .at(-1)
      const kept = { ...role, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
      state.roles.set(id, { role: kept, former })
    }
    for (const name of profile.companions) state.companions.set(name, (state.companions.get(name) ?? 0) + 1)
    for (const country of profile.countries) state.countries.add(country)
    for (const year of profile.years) state.years.add(year)
    for (const key of keysOf(entity)) {
      const list = this.#byKey.get(key) ?? []
      if (!list.includes(state)) this.#byKey.set(key, [...list, state])
    }
  }

  #note(
    { sighting }: Seen,
    state: State,
    verdict: EntityVerdict,
    reasons: readonly EntityReason[],
    by = 'system',
  ): void {
    const other = state.sightings.find((s) => s.article !== sighting.article) ?? state.sightings[0]
    if (other === undefined || other === sighting) return
    this.#judgements.push({
      a: { article: other.article, name: other.name },
      b: { article: sighting.article, name: sighting.name },
      verdict,
      by,
      reasons,
    })
  }
}

const keyOf = ({ article, name }: SightingKey): string => `${article}\u0000${foldKey(name)}`
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const keysOf = ({ type, nameAr }: Entity): readonly string[] => (type === 'PER' ? nameKeys(nameAr) : [foldKey(nameAr)])

function sightingsOf({ id, annotations, published, article }: AnalysedArticle): Seen[] {
  const day = dayOf(published)
  const named = annotations.entities.filter(({ unnamed, group }) => unnamed !== true && group !== true)
  const nameById = new Map(named.map((e) => [e.id, e.catalogId ?? e.nameAr]))
  const countries = new Set(
    named.flatMap(({ catalogId }) => (catalogId?.startsWith('country.') === true ? [catalogId] : [])),
  )
  const taken = new Set<string>()
  return named.flatMap((entity): Seen[] => {
    const sighting: Sighting = {
      article: id,
      entity: entity.id,
      name: entity.nameAr,
      ...(day === undefined ? {} : { day }),
    }
    if (taken.has(foldKey(entity.nameAr))) return []
    taken.add(foldKey(entity.nameAr))
    const printed = entity.mentions
      .filter(({ kind }) => kind === 'name')
      .map(({ start, end }) => article.text.value.slice(start, end))
    const roles = entity.roles.map(({ title, titleId, org, standing }) => {
      const at = org === undefined ? undefined : nameById.get(org)
      const role: DossierRole = {
        title,
        ...(titleId === undefined ? {} : { titleId }),
        ...(at === undefined ? {} : { at }),
        ...(standing === undefined ? {} : { standing }),
        ...(day === undefined ? {} : { from: day, to: day }),
      }
      return { role, former: standing === 'former' || standing === 'late' }
    })
    const profile: Profile = {
      type: entity.type,
      forms: new Set([entity.nameAr, ...printed]),
      roles: new Map(
        roles.map(({ role, former }) => [
          `${role.titleId ?? foldKey(role.title)}@${role.at ?? ''}`,
          { title: role.title, at: role.at, former },
        ]),
      ),
      companions: new Set(named.filter((e) => e !== entity && e.type !== 'GPE').map((e) => e.catalogId ?? e.nameAr)),
      countries,
      years: new Set(day === undefined ? [] : [Number(day.slice(0, 4))]),
    }
    return [{ entity, sighting, profile, roles }]
  })
}

const profileOfState = (state: State): Profile => ({
  type: state.type,
  forms: new Set(state.forms.keys()),
  roles: new Map([...state.roles].map(([id, { role, former }]) => [id, { title: role.title, at: role.at, former }])),
  companions: new Set(state.companions.keys()),
  countries: state.countries,
  years: state.years,
})

function viewOf(state: State): Dossier {
  const variants = [...state.forms]
    .map(([form, articles]) => ({ form, articles: articles.size }))
    .sort((a, b) => b.articles - a.articles || b.form.length - a.form.length || compareText(a.form, b.form))
  const companions = [...state.companions].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
  return {
    id: state.id,
    type: state.type,
    name: variants[0]?.form ?? '',
    ...(state.nameEn === undefined ? {} : { nameEn: state.nameEn }),
    ...(state.catalogId === undefined ? {} : { catalogId: state.catalogId }),
    variants,
    roles: [...state.roles.values()].map(({ role }) => role),
    sightings: state.sightings,
    companions: companions.slice(0, COMPANIONS_SHOWN).map(([name]) => name),
  }
}
