import { nameKeys } from '@isnad/entities'
import { foldKey } from '@isnad/text'
import type { AnalysedArticle } from '../analysed-article.js'
import type { Dossier, EntityDoubt, EntityJudgement, EntityReason, EntityVerdict, SightingKey } from './dossier.js'
import { DossierState, profileOfSeen } from './dossier-state.js'
import { dossierOfStates, lookUpKey } from './dossier-view.js'
import { judge } from './judge-sightings.js'
import { Rulings } from './rulings.js'
import { type Seen, sightingKey, sightingsOf } from './sightings.js'

/** A name that so many dossiers share decides nothing; the first are tried. */
const TRIED = 24

/**
 * Gathers the entities of articles into dossiers. A sighting joins the dossier that it surely is, opens one where it is
 * nobody known, and waits in the review queue where it may be somebody. What users judged is asked first and is never
 * overruled: who was called different never stands together, who was called the same stands together with all that each of
 * the two had gathered, and what is taken back leaves no trace. Building the index again with the same judgements gives
 * dossiers that honour them alike.
 */
export class DossierIndex {
  readonly #byKey = new Map<string, Set<DossierState>>()
  readonly #byName = new Map<string, Set<DossierState>>()
  readonly #byCatalog = new Map<string, Set<DossierState>>()
  readonly #byGroup = new Map<number, Set<DossierState>>()
  readonly #byArticle = new Map<string, readonly Seen[]>()
  readonly #stateOf = new Map<string, DossierState>()
  readonly #states = new Map<string, DossierState>()
  #judgements: readonly EntityJudgement[]
  #rulings: Rulings
  #opened = 0
  #noted: EntityJudgement[] = []

  constructor(judgements: readonly EntityJudgement[] = []) {
    this.#judgements = judgements
    this.#rulings = new Rulings(judgements)
  }

  /** Articles whose entities stand here. */
  get size(): number {
    return this.#byArticle.size
  }

  /** Adds a batch, read by publication and then by id, and answers the judgements it led to. Articles that stand already stay. */
  add(batch: readonly AnalysedArticle[]): EntityJudgement[] {
    const order = [...batch].sort(
      (a, b) => compareText(a.published ?? '~', b.published ?? '~') || compareText(a.id, b.id),
    )
    this.#noted = []
    for (const article of order) {
      if (this.#byArticle.has(article.id)) continue
      const seen = sightingsOf(article)
      this.#byArticle.set(article.id, seen)
      for (const one of seen) this.#place(one)
    }
    const noted = this.#noted
    this.#noted = []
    return noted
  }

  /** Takes an article out, to be added again after a new analysis, or for good. */
  remove(article: string): void {
    for (const seen of this.#byArticle.get(article) ?? []) this.#leave(seen)
    this.#byArticle.delete(article)
  }

  /**
   * Takes other judgements, oldest first. Who is called the same is read off when asked; only dossiers in which somebody
   * is, or was, called different are gathered anew.
   */
  judged(judgements: readonly EntityJudgement[]): void {
    const before = this.#judgements
    this.#judgements = judgements
    const changed = differenceOf(before, judgements).filter(({ verdict }) => verdict === 'different')
    const touched = new Set(
      changed.flatMap(({ a, b }) => [a, b].flatMap((one) => this.#stateOf.get(sightingKey(one)) ?? [])),
    )
    this.#rule(new Rulings(judgements))
    for (const states of this.#byGroup.values()) for (const state of states) if (this.#isTorn(state)) touched.add(state)
    const seen = [...touched].flatMap(({ sightings }) => [...sightings.values()])
    for (const one of seen) this.#leave(one)
    seen.sort(
      (a, b) =>
        compareText(a.sighting.day ?? '~', b.sighting.day ?? '~') ||
        compareText(a.sighting.article, b.sighting.article),
    )
    for (const one of seen) this.#place(one)
    this.#noted = []
  }

  /** Counts anew which groups of rulings stand in which state. */
  #rule(rulings: Rulings): void {
    for (const states of this.#byGroup.values()) for (const state of states) state.groups.clear()
    this.#byGroup.clear()
    this.#rulings = rulings
    for (const key of rulings.keys()) {
      const [state, group] = [this.#stateOf.get(key), rulings.groupOf(key)]
      if (state === undefined || group === undefined) continue
      state.groups.set(group, (state.groups.get(group) ?? 0) + 1)
      entry(this.#byGroup, group, state)
    }
  }

  /** Whether a state holds two whom users keep apart. */
  #isTorn({ groups }: DossierState): boolean {
    const all = [...groups.keys()]
    return all.some((a, i) => all.slice(i + 1).some((b) => this.#rulings.areApart(a, b)))
  }

  dossiers(): Dossier[] {
    const shown = new Set<DossierState>()
    const found: Dossier[] = []
    for (const state of this.#states.values()) {
      if (shown.has(state)) continue
      const together = this.#together(state)
      for (const one of together) shown.add(one)
      found.push(dossierOfStates(together))
    }
    return found
  }

  dossierOf(sighting: SightingKey): Dossier | undefined {
    const state = this.#stateOf.get(sightingKey(sighting))
    return state === undefined ? undefined : dossierOfStates(this.#together(state))
  }

  /** Id of the dossier that a sighting stands in. */
  idOf(sighting: SightingKey): string | undefined {
    const state = this.#stateOf.get(sightingKey(sighting))
    return state === undefined ? undefined : this.#together(state)[0]?.id
  }

  dossier(id: string): Dossier | undefined {
    const state = this.#states.get(id) ?? [...(this.#byCatalog.get(id) ?? [])][0]
    return state === undefined ? undefined : dossierOfStates(this.#together(state))
  }

  /** The dossiers of things of a type that go by a name, those of most articles first. */
  named(type: string, name: string): Dossier[] {
    const ids = new Set<string>()
    const found: Dossier[] = []
    for (const state of this.#byName.get(lookUpKey(type, name)) ?? []) {
      const together = this.#together(state)
      const id = together[0]?.id ?? ''
      if (ids.has(id)) continue
      ids.add(id)
      found.push(dossierOfStates(together))
    }
    return found.sort((a, b) => b.sightings.length - a.sightings.length || compareText(a.id, b.id))
  }

  /** How many dossiers go by this type and name. */
  countNamed(type: string, name: string): number {
    const ids = new Set<string | undefined>()
    for (const state of this.#byName.get(lookUpKey(type, name)) ?? []) ids.add(this.#together(state)[0]?.id)
    return ids.size
  }

  /** What nobody could decide, for a reader: those that most articles hang on first. */
  queue(): EntityDoubt[] {
    const doubts: EntityDoubt[] = []
    const pairs = new Set<string>()
    for (const { doubt } of this.#states.values()) {
      if (doubt === undefined) continue
      const [one, two] = [this.#stateOf.get(sightingKey(doubt.with)), this.#stateOf.get(sightingKey(doubt.about))]
      if (one === undefined || two === undefined || one === two) continue
      if (this.#rulings.isSettled(sightingKey(doubt.with), sightingKey(doubt.about))) continue
      const [left, right] = [this.#together(one), this.#together(two)]
      const [a, b] = [left[0]?.id ?? '', right[0]?.id ?? '']
      if (a === b || this.#areApart(left, right)) continue
      const pair = a < b ? `${a} ${b}` : `${b} ${a}`
      if (pairs.has(pair)) continue
      pairs.add(pair)
      doubts.push({
        a: doubt.with,
        b: doubt.about,
        dossiers: [a, b],
        score: doubt.score,
        reasons: doubt.reasons,
        articles: Math.min(sizeOf(left), sizeOf(right)),
      })
    }
    return doubts.sort(
      (x, y) =>
        y.articles - x.articles ||
        y.score - x.score ||
        compareText(x.a.article, y.a.article) ||
        compareText(x.b.article, y.b.article),
    )
  }

  #place(seen: Seen): void {
    if (this.#stateOf.has(seen.key)) return
    const group = this.#rulings.groupOf(seen.key)
    const isBarred = (state: DossierState): boolean => {
      if (group === undefined) return false
      for (const other of state.groups.keys()) if (this.#rulings.areApart(group, other)) return true
      return false
    }
    const { catalogId } = seen
    const known =
      catalogId === undefined ? undefined : [...(this.#byCatalog.get(catalogId) ?? [])].find((s) => !isBarred(s))
    if (known !== undefined) {
      this.#note(seen, known, 'same', [{ code: 'catalog', values: { name: seen.sighting.name } }])
      this.#join(known, seen, group)
      return
    }
    const profile = profileOfSeen(seen)
    let best:
      | { state: DossierState; score: number; verdict: EntityVerdict; reasons: readonly EntityReason[] }
      | undefined
    for (const state of this.#candidates(seen)) {
      // Two names that one article keeps apart are two.
      if (isBarred(state) || this.#isNamedBy(state, seen.sighting.article)) continue
      if (catalogId !== undefined && state.catalogId !== undefined) continue
      const judged = judge(state.profile, profile)
      if (judged.verdict === 'different') {
        if (judged.score > 0) this.#note(seen, state, 'different', judged.reasons)
        continue
      }
      if (best === undefined || judged.score > best.score) best = { state, ...judged }
    }
    if (best?.verdict === 'same') {
      this.#note(seen, best.state, 'same', best.reasons)
      this.#join(best.state, seen, group)
      return
    }
    const opened = this.#open(seen)
    if (best !== undefined) {
      const other = this.#note(seen, best.state, 'unsure', best.reasons)
      if (other !== undefined)
        opened.doubt = { about: seen.sighting, with: other, score: best.score, reasons: best.reasons }
    }
    this.#join(opened, seen, group)
  }

  #candidates(seen: Seen): DossierState[] {
    const found = new Set<DossierState>()
    for (const key of keysOf(seen))
      for (const state of this.#byKey.get(key) ?? []) {
        if (state.type === seen.type) found.add(state)
        if (found.size >= TRIED) return [...found]
      }
    return [...found]
  }

  #isNamedBy(state: DossierState, article: string): boolean {
    return (this.#byArticle.get(article) ?? []).some(({ key }) => this.#stateOf.get(key) === state)
  }

  #open({ catalogId, sighting, type }: Seen): DossierState {
    const own = `dossier.${sighting.article}.${foldKey(sighting.name).replace(/\s+/g, '-')}`
    const id = catalogId === undefined || this.#states.has(catalogId) ? own : catalogId
    const state = new DossierState(id, type, this.#opened++)
    this.#states.set(id, state)
    return state
  }

  #join(state: DossierState, seen: Seen, group: number | undefined): void {
    state.add(seen, group)
    this.#stateOf.set(seen.key, state)
    for (const key of keysOf(seen)) {
      state.nameKeys.add(key)
      entry(this.#byKey, key, state)
    }
    for (const form of seen.forms.keys()) entry(this.#byName, lookUpKey(seen.type, form), state)
    if (state.catalogId !== undefined) entry(this.#byCatalog, state.catalogId, state)
    if (group !== undefined) entry(this.#byGroup, group, state)
  }

  #leave(seen: Seen): void {
    const state = this.#stateOf.get(seen.key)
    if (state === undefined) return
    const group = this.#rulings.groupOf(seen.key)
    state.remove(seen, group)
    this.#stateOf.delete(seen.key)
    for (const form of seen.forms.keys())
      if (!state.folded.has(foldKey(form))) drop(this.#byName, lookUpKey(seen.type, form), state)
    if (group !== undefined && !state.groups.has(group)) drop(this.#byGroup, group, state)
    if (seen.catalogId !== undefined && state.catalogId !== seen.catalogId) drop(this.#byCatalog, seen.catalogId, state)
    if (state.sightings.size > 0) return
    this.#states.delete(state.id)
    for (const key of state.nameKeys) drop(this.#byKey, key, state)
  }

  /** The states that users called one thing, the one of the catalog first, then the one opened first. */
  #together(state: DossierState): DossierState[] {
    if (state.groups.size === 0) return [state]
    const found = new Set([state])
    for (const one of found)
      for (const group of one.groups.keys())
        for (const other of this.#byGroup.get(group) ?? [])
          if (!found.has(other) && !this.#areApart([...found], [other])) found.add(other)
    return [...found].sort(
      (a, b) => Number(a.catalogId === undefined) - Number(b.catalogId === undefined) || a.order - b.order,
    )
  }

  #areApart(some: readonly DossierState[], others: readonly DossierState[]): boolean {
    for (const a of some)
      for (const group of a.groups.keys())
        for (const b of others)
          for (const other of b.groups.keys()) if (this.#rulings.areApart(group, other)) return true
    return false
  }

  /** Notes why a sighting stands with a state or not; answers the other sighting that it was held against. */
  #note(
    seen: Seen,
    state: DossierState,
    verdict: EntityVerdict,
    reasons: readonly EntityReason[],
  ): SightingKey | undefined {
    const [other] = state.sightings.values()
    if (other === undefined || other === seen) return undefined
    const [a, b] = [other.sighting, seen.sighting].map(({ article, name }): SightingKey => ({ article, name }))
    if (a === undefined || b === undefined) return undefined
    if (verdict === 'same') seen.why = { beside: a, reasons }
    this.#noted.push({ a, b, verdict, by: 'system', reasons })
    return a
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Judgements that stand in one list only. */
function differenceOf(a: readonly EntityJudgement[], b: readonly EntityJudgement[]): EntityJudgement[] {
  const textOf = (one: EntityJudgement): string => [one.verdict, sightingKey(one.a), sightingKey(one.b)].join('\u0001')
  const [left, right] = [new Set(a.map(textOf)), new Set(b.map(textOf))]
  return [...a.filter((one) => !right.has(textOf(one))), ...b.filter((one) => !left.has(textOf(one)))]
}

const keysOf = ({ type, sighting }: Seen): readonly string[] =>
  type === 'PER' ? nameKeys(sighting.name) : [foldKey(sighting.name)]

const sizeOf = (states: readonly DossierState[]): number =>
  states.reduce((sum, { sightings }) => sum + sightings.size, 0)

function entry<K>(index: Map<K, Set<DossierState>>, key: K, state: DossierState): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([state]))
  else known.add(state)
}

function drop<K>(index: Map<K, Set<DossierState>>, key: K, state: DossierState): void {
  const known = index.get(key)
  known?.delete(state)
  if (known?.size === 0) index.delete(key)
}
