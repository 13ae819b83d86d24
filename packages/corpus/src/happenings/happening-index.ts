import type { EventRecord, EventStatus, EventType } from '@isnad/events'
import { cover, foldKey } from '@isnad/text'
import { type AnalysedArticle, dayNumber, dayOf } from '../analysed-article.js'
import { likeness } from '../stories/likeness.js'
import { profileOf, type StoryProfile, storyTextOf } from '../stories/profile.js'
import { statusTold } from './compare-tellings.js'
import type { Happening, HappeningAccount, HappeningParticipant, HappeningReason } from './happening.js'

/** Acts that papers tell one for the other. */
const KINDRED: readonly (readonly EventType[])[] = [
  ['CONSULT', 'AGREE', 'COOPERATE'],
  ['SUPPORT', 'COOPERATE', 'AID'],
  ['ASSAULT', 'COERCE'],
  ['ACCUSE', 'REJECT', 'THREATEN'],
  ['CONCEDE', 'RETREAT', 'AGREE'],
]

/** A denial and what it denies are one happening; a plan, a wish and a fear are others than the deed. */
const REAL: ReadonlySet<EventStatus> = new Set(['asserted', 'denied', 'ongoing'])

const JOIN_AT = 0.55
const SAME_MODE = 0.05
const DAYS_APART = 2
const UNDATED_ALIKE = 0.25
/** How alike articles are whose events share nobody by name, and no more than one. */
const DESCRIBED_ALIKE = 0.2
const ONE_ALIKE = 0.15
const WINDOW_DAYS = 7

/** Below this a record is a guess, and does not speak for a happening where another does. */
const SURE = 0.5
/** Tellings of a happening that a new one is held against: the first, and the latest. */
const COMPARED = 8
/** Undated tellings look among so many of the latest happenings of the same people. */
const UNDATED_TRIED = 60
/** Texts kept for comparing; what is older is compared by its people, day and place alone. */
const TEXTS_KEPT = 8_000

interface Party {
  readonly key: string
  readonly name: string
  readonly role: string
  /** Not only described: «ابنه» and «ثلاثة» are others in every article. */
  readonly named: boolean
}

interface Told {
  readonly article: string
  readonly event: EventRecord
  readonly status: EventStatus
  readonly day: number | undefined
  readonly date: string | undefined
  /** The day that the event's own time settles. */
  readonly stated: string | undefined
  readonly place: string | undefined
  readonly participants: readonly Party[]
  readonly words: string
}

interface Telling {
  readonly one: Told
  readonly reasons: readonly HappeningReason[]
}

interface State {
  readonly id: string
  told: Telling[]
}

interface Match {
  readonly score: number
  readonly reasons: readonly HappeningReason[]
}

/** Joins the events of articles into happenings: compatible acts by the same people at one time and place. */
export class HappeningIndex {
  readonly #states = new Map<string, State>()
  /** Happenings by participant, then by day of a telling; undated tellings under nothing. */
  readonly #byKey = new Map<string, Map<number | undefined, Set<State>>>()
  readonly #byArticle = new Map<string, Set<State>>()
  readonly #profiles = new Map<string, StoryProfile>()

  /** Articles whose events stand here. */
  get size(): number {
    return this.#byArticle.size
  }

  /** Adds a batch, read by publication and then by id. Articles that stand already are left as they are. */
  add(batch: readonly AnalysedArticle[]): void {
    const order = [...batch].sort(
      (a, b) => compareText(a.published ?? '~', b.published ?? '~') || compareText(a.id, b.id),
    )
    for (const article of order) {
      if (this.#byArticle.has(article.id)) continue
      this.#byArticle.set(article.id, new Set())
      if (article.annotations.events.length === 0) continue
      this.#keep(profileOf(storyTextOf(article)))
      const alike = this.#likeness(article.id)
      for (const event of article.annotations.events) this.#place(toldOf(article, event), alike)
    }
  }

  /** Takes an article out, to be added again after a new analysis, or for good. */
  remove(article: string): void {
    for (const state of this.#byArticle.get(article) ?? []) {
      const gone = state.told.filter(({ one }) => one.article === article)
      state.told = state.told.filter(({ one }) => one.article !== article)
      for (const { one } of gone)
        for (const { key } of one.participants)
          if (!state.told.some((t) => t.one.day === one.day && t.one.participants.some((p) => p.key === key)))
            this.#byKey.get(key)?.get(one.day)?.delete(state)
      if (state.told.length === 0) this.#states.delete(state.id)
    }
    this.#byArticle.delete(article)
    this.#profiles.delete(article)
  }

  /** The happenings that at least so many articles tell. */
  happenings(least = 1): Happening[] {
    const isTold = ({ told }: State): boolean =>
      told.length >= least && new Set(told.map((t) => t.one.article)).size >= least
    return [...this.#states.values()].filter(isTold).map(viewOf)
  }

  happening(id: string): Happening | undefined {
    const state = this.#states.get(id)
    return state === undefined ? undefined : viewOf(state)
  }

  /** The happenings that an article tells. */
  happeningsOf(article: string): Happening[] {
    return [...(this.#byArticle.get(article) ?? [])].map(viewOf)
  }

  #keep(profile: StoryProfile): void {
    this.#profiles.set(profile.id, profile)
    const oldest = this.#profiles.keys().next().value
    if (this.#profiles.size > TEXTS_KEPT && oldest !== undefined) this.#profiles.delete(oldest)
  }

  /** How alike the text of an article is to those of others, each reckoned once. */
  #likeness(article: string): (other: string) => number {
    const own = this.#profiles.get(article)
    const known = new Map<string, number>()
    return (other) => {
      const before = known.get(other)
      if (before !== undefined) return before
      const profile = this.#profiles.get(other)
      const score = own === undefined || profile === undefined ? 0 : likeness(own, profile).score
      known.set(other, score)
      return score
    }
  }

  #place(one: Told, alike: (other: string) => number): void {
    let best: { state: State; score: number; reasons: readonly HappeningReason[] } | undefined
    for (const state of this.#near(one)) {
      const match = matchOf(one, state, alike)
      if (match !== undefined && match.score >= JOIN_AT && match.score > (best?.score ?? 0)) best = { state, ...match }
    }
    const state: State = best?.state ?? { id: `happening.${one.article}.${one.event.id}`, told: [] }
    if (best === undefined) this.#states.set(state.id, state)
    state.told.push({ one, reasons: best?.reasons ?? [{ code: 'opens' }] })
    this.#byArticle.get(one.article)?.add(state)
    for (const { key } of one.participants) {
      const days = this.#byKey.get(key) ?? new Map<number | undefined, Set<State>>()
      days.set(one.day, (days.get(one.day) ?? new Set()).add(state))
      this.#byKey.set(key, days)
    }
  }

  /** Happenings that share a participant and may be of the same days. */
  #near(one: Told): Set<State> {
    const found = new Set<State>()
    for (const { key } of one.participants) {
      const days = this.#byKey.get(key)
      if (days === undefined) continue
      for (const state of latest(days.get(undefined))) found.add(state)
      if (one.day === undefined) {
        for (const states of [...days.values()].slice(-UNDATED_TRIED))
          for (const state of latest(states)) found.add(state)
      } else
        for (let day = one.day - WINDOW_DAYS; day <= one.day + WINDOW_DAYS; day++)
          for (const state of days.get(day) ?? []) found.add(state)
    }
    return found
  }
}

const latest = (states: ReadonlySet<State> | undefined): State[] => [...(states ?? [])].slice(-UNDATED_TRIED)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The best match with any telling of a happening. */
function matchOf(one: Told, { told }: State, alike: (other: string) => number): Match | undefined {
  // One by one, tellings would lead from a weekly meeting to the next.
  const first = told.find((one) => one.one.day !== undefined)?.one.day
  if (first !== undefined && one.day !== undefined && Math.abs(one.day - first) > WINDOW_DAYS) return undefined
  let best: Match | undefined
  const held = told.length <= COMPARED ? told : [told[0] as Telling, ...told.slice(1 - COMPARED)]
  for (const { one: other } of held) {
    const match = other.article === one.article ? undefined : compare(one, other, alike)
    if (match !== undefined && match.score > (best?.score ?? 0)) best = match
  }
  return best
}

function compare(a: Told, b: Told, alikeTo: (other: string) => number): Match | undefined {
  const reasons: HappeningReason[] = []
  const sameType = a.event.type === b.event.type
  if (!sameType && !KINDRED.some((kin) => kin.includes(a.event.type) && kin.includes(b.event.type))) return undefined
  if (REAL.has(a.status) !== REAL.has(b.status)) return undefined
  let score = sameType ? 0.25 : 0.1
  // A visit and a meeting of it are told apart by one article; another means one of the two.
  if (sameType) score += a.event.mode === b.event.mode ? SAME_MODE : -SAME_MODE
  reasons.push(
    sameType ? { code: 'same-type' } : { code: 'kindred-type', values: { a: a.event.type, b: b.event.type } },
  )
  const shared = a.participants.filter(({ key }) => b.participants.some((p) => p.key === key))
  const keys = new Set(shared.map(({ key }) => key))
  const fewest = Math.min(
    new Set(a.participants.map((p) => p.key)).size,
    new Set(b.participants.map((p) => p.key)).size,
  )
  if (keys.size === 0) return undefined
  score += 0.35 * (keys.size / Math.max(1, fewest)) * (keys.size > 1 ? 1 : 0.7)
  reasons.push({ code: 'participants', values: { names: [...new Set(shared.map(({ name }) => name))].join('، ') } })
  if (a.day !== undefined && b.day !== undefined) {
    const apart = Math.abs(a.day - b.day)
    if (apart > WINDOW_DAYS) return undefined
    if (apart > DAYS_APART) score -= 0.2
    score += apart === 0 ? 0.15 : 0
    reasons.push(apart === 0 ? { code: 'same-day' } : { code: 'days-apart', values: { days: String(apart) } })
  }
  if (a.place !== undefined && b.place !== undefined) {
    if (a.place !== b.place) score -= 0.1
    else {
      score += 0.1
      reasons.push({ code: 'same-place', values: { name: a.place } })
    }
  }
  const alike = alikeTo(b.article)
  // Without a day, one man may meet others, or be there for the second time.
  if ((a.day === undefined || b.day === undefined) && keys.size < 2 && (fewest > 1 || alike < UNDATED_ALIKE))
    return undefined
  // One busy man, or people who are only described, do many things a day: the articles must have something in common,
  // or both tell the day and the place.
  const named = new Set(shared.filter((one) => one.named).map(({ key }) => key)).size
  const pinned = a.stated !== undefined && a.stated === b.stated && a.place !== undefined && a.place === b.place
  if (!pinned && named === 0 && alike < DESCRIBED_ALIKE) return undefined
  if (!pinned && named < 2 && alike < ONE_ALIKE) return undefined
  score += 0.6 * alike
  if (alike >= 0.2) reasons.push({ code: 'alike-text' })
  if ((a.status === 'denied') !== (b.status === 'denied')) reasons.push({ code: 'denial' })
  return { score, reasons }
}

function toldOf({ id, article, annotations, published }: AnalysedArticle, event: EventRecord): Told {
  const entities = new Map(annotations.entities.map((e) => [e.id, e]))
  const keyOf = (entity: string): string | undefined => {
    const found = entities.get(entity)
    return found === undefined ? undefined : (found.catalogId ?? foldKey(found.nameAr))
  }
  const item = event.time === undefined ? undefined : annotations.times[event.time]
  const stated = item !== undefined && 'local' in item ? item.local?.start?.slice(0, 10) : undefined
  const date = dayOf(stated) ?? dayOf(published)
  const [evidence] = event.evidence
  return {
    article: id,
    event,
    status: statusTold(event, annotations),
    day: date === undefined ? undefined : dayNumber(date),
    date,
    stated: dayOf(stated),
    place: event.place === undefined ? undefined : keyOf(event.place),
    participants: event.participants.flatMap(({ entity, role }) => {
      const found = entities.get(entity)
      if (found === undefined) return []
      const { catalogId, nameAr, unnamed, group } = found
      const named = catalogId !== undefined || (unnamed !== true && group !== true)
      return [{ key: catalogId ?? foldKey(nameAr), name: nameAr, role, named }]
    }),
    words: evidence === undefined ? '' : cover(article.text, evidence),
  }
}

function viewOf({ id, told }: State): Happening {
  const types = new Map<EventType, number>()
  const participants = new Map<string, Pick<Party, 'name' | 'named'> & { roles: Set<string>; articles: Set<string> }>()
  for (const { one } of told) {
    types.set(one.event.type, (types.get(one.event.type) ?? 0) + 1)
    for (const { key, name, named, role } of one.participants) {
      const known = participants.get(key) ?? { name, named, roles: new Set(), articles: new Set() }
      known.roles.add(role)
      known.articles.add(one.article)
      participants.set(key, known)
    }
  }
  const [type] = [...types].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0] ?? ['CONSULT' as EventType]
  const day = told.flatMap(({ one }) => one.date ?? []).sort()[0]
  const stated = told.flatMap(({ one }) => one.stated ?? []).sort()[0]
  const place = told.find(({ one }) => one.place !== undefined)?.one.place
  const [lead] = [...told].sort(
    (a, b) =>
      Number(b.one.event.confidence >= SURE) - Number(a.one.event.confidence >= SURE) ||
      b.one.participants.length - a.one.participants.length ||
      b.one.event.confidence - a.one.event.confidence,
  )
  return {
    id,
    type,
    lead: { article: lead?.one.article ?? '', event: lead?.one.event.id ?? '' },
    ...(day === undefined ? {} : { day }),
    ...(stated === undefined ? {} : { stated }),
    ...(place === undefined ? {} : { place }),
    participants: [...participants]
      .map(
        ([key, { name, named, roles, articles }]): HappeningParticipant => ({
          key,
          name,
          named,
          roles: [...roles],
          articles: [...articles],
        }),
      )
      .sort((a, b) => b.articles.length - a.articles.length || compareText(a.key, b.key)),
    accounts: told.map(
      ({ one, reasons }): HappeningAccount => ({
        article: one.article,
        event: one.event.id,
        status: one.status,
        confidence: one.event.confidence,
        words: one.words,
        reasons,
      }),
    ),
  }
}
