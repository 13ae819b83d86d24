import { type Candidate, creditsOutlet, type Parent, parentsOf } from './ancestry.js'
import { alignBoth, type LineageRelation } from './compare.js'
import { joinedDespiteDate, type Part } from './compilation.js'
import { type InferredTime, inferTime, type Witness } from './inferred-time.js'
import { sharedWords } from './measures.js'
import type { Reason } from './reason.js'
import type { TextRecord } from './text-record.js'

/** A pair of texts that share wording, kept once for both. */
export interface Link {
  readonly one: number
  readonly other: number
  readonly relation: LineageRelation
  readonly shareOfOne: number
  readonly shareOfOther: number
  readonly overlap: number
  readonly containment: number
  readonly passageWords: number
  /** Sampled shingles of the longest passage, where the passage is all that is shared. */
  readonly marks?: Uint32Array
  readonly reasons: readonly Reason[]
}

/** A text that another was made from, with what it gave. */
export interface Source {
  readonly id: string
  readonly relation: LineageRelation
  /** Share of the words of the copy that came from here, 0 to 1. */
  readonly share: number
  readonly shareOfSource: number
  readonly reasons: readonly Reason[]
}

export interface Lineage {
  readonly id: string
  /** What it was made from, the one that gave most first; none where the text is its own. */
  readonly parents: readonly Source[]
  /** Where its wording enters the record: itself, or the ends of the lines of its parents. Quoted passages make no root. */
  readonly roots: readonly string[]
  /** Why the text stands in time elsewhere than its date says; nothing where the date holds. */
  readonly placed: readonly Reason[]
}

/** Texts that go back to one. */
export interface Family {
  readonly root: string
  /** The root first, the others in order of their ids. */
  readonly members: readonly string[]
}

/** A crawler sees a page up to two days after it was set; a credit outranks so small a difference. */
const CRAWL_DELAY = 48 * 3600
const WHOLE = 0.95
/** Two texts with more than this in common are not strangers. */
const RELATED = 0.25
/** Step by step a text may leave its root; of what it borrowed so much must stand in the root to go back to it. */
const KEPT_OF_ROOT = 0.3
/** Before anything is known of an outlet: as if it had been first once and later once. */
const HABIT_PRIOR = 1

/** Reads the lines of descent out of the links as they stand. It keeps what it has worked out and never sees a change. */
export class LineageResolver {
  readonly #records: readonly (TextRecord | undefined)[]
  readonly #links: readonly (readonly Link[])[]
  readonly #times = new Map<number, InferredTime>()
  readonly #parents = new Map<number, readonly Parent[]>()
  readonly #roots = new Map<number, readonly number[]>()
  readonly #joined = new Map<number, readonly Part[]>()
  #habits: ReadonlyMap<string, number> | undefined

  readonly #isStock: (link: Link) => boolean

  constructor(
    records: readonly (TextRecord | undefined)[],
    links: readonly (readonly Link[])[],
    isStock: (link: Link) => boolean,
  ) {
    this.#records = records
    this.#links = links
    this.#isStock = isStock
  }

  lineage(number: number): Lineage {
    return {
      id: this.#idOf(number),
      parents: this.#parentsOf(number).map(({ text, ...rest }) => ({ id: this.#idOf(text), ...rest })),
      roots: this.#rootsOf(number).map((root) => this.#idOf(root)),
      placed: this.#timeOf(number).reasons,
    }
  }

  families(): readonly Family[] {
    const members = new Map<number, string[]>()
    for (const [number, record] of this.#records.entries()) {
      if (record === undefined) continue
      for (const root of this.#rootsOf(number)) {
        if (root === number) continue
        const list = members.get(root)
        if (list === undefined) members.set(root, [record.id])
        else list.push(record.id)
      }
    }
    return [...members]
      .map(([root, ids]) => ({ root: this.#idOf(root), members: [this.#idOf(root), ...ids.sort()] }))
      .sort((a, b) => b.members.length - a.members.length || (a.root < b.root ? -1 : 1))
  }

  #idOf(number: number): string {
    return (this.#records[number] as TextRecord).id
  }

  /** Parents always come earlier, so that the walk up ends. */
  #rootsOf(number: number): readonly number[] {
    const known = this.#roots.get(number)
    if (known !== undefined) return known
    const roots = new Set<number>()
    for (const parent of this.#parentsOf(number)) {
      if (parent.relation !== 'copy' && parent.relation !== 'rewrite') continue
      const above = this.#rootsOf(parent.text).filter(
        (root) => root === parent.text || this.#shareFrom(number, root) >= KEPT_OF_ROOT * Math.min(1, 2 * parent.share),
      )
      if (above.length === 0) roots.add(parent.text)
      for (const root of above) roots.add(root)
    }
    const found = roots.size === 0 ? [number] : [...roots]
    this.#roots.set(number, found)
    return found
  }

  /** Which share of a text's words another holds too: as linked, else counted. */
  #shareFrom(number: number, root: number): number {
    for (const link of this.#links[number] ?? []) {
      if (link.one === root) return link.shareOfOther
      if (link.other === root) return link.shareOfOne
    }
    const { words } = this.#records[number] as TextRecord
    const alignments = alignBoth(words, (this.#records[root] as TextRecord).words)
    if (words.count === 0) return 0
    return (
      sharedWords(
        words,
        alignments.map(({ a }) => a),
      ) / words.count
    )
  }

  #parentsOf(number: number): readonly Parent[] {
    const known = this.#parents.get(number)
    if (known !== undefined) return known
    const record = this.#records[number] as TextRecord
    const own = this.#timeOf(number).time
    const candidates: Candidate[] = []
    for (const link of this.#links[number] ?? []) {
      if (link.relation === 'template' || link.relation === 'unrelated' || this.#isStock(link)) continue
      const other = link.one === number ? link.other : link.one
      const candidate: Candidate = {
        number: other,
        record: this.#records[other] as TextRecord,
        time: this.#timeOf(other).time,
        relation: link.relation,
        shareOfThis: link.one === number ? link.shareOfOne : link.shareOfOther,
      }
      if (comesBefore(candidate.time, candidate.record.id, own, record.id)) candidates.push(candidate)
    }
    const parents = parentsOf(record, candidates)
    this.#parents.set(number, parents)
    return parents
  }

  /** When a text was published: its date, moved where a credit says otherwise, or what its copies tell. */
  #timeOf(number: number): InferredTime {
    const known = this.#times.get(number)
    if (known !== undefined) return known
    const record = this.#records[number] as TextRecord
    const inferred = Number.isNaN(record.time) ? this.#inferredTime(number, record) : this.#statedTime(number, record)
    this.#times.set(number, inferred)
    return inferred
  }

  #statedTime(number: number, record: TextRecord): InferredTime {
    let time = record.time
    for (const { other, link } of this.#linked(number)) {
      if (link.relation !== 'copy' || !(other.record.time <= time)) continue
      if (record.time - other.record.time <= CRAWL_DELAY && creditsOutlet(other.record, record)) {
        time = other.record.time - 1
      }
    }
    if (time !== record.time) return { time, reasons: [{ code: 'credits-outlet', figures: {} }] }
    const sources = this.#joinedFrom(number)
    if (sources.length === 0) return { time, reasons: [] }
    for (const source of sources) if (source.record.time >= time) time = source.record.time + 1
    return { time, reasons: [{ code: 'joins-others', figures: { sources: sources.length } }] }
  }

  #inferredTime(number: number, record: TextRecord): InferredTime {
    const witnesses: Witness[] = []
    let before = Number.POSITIVE_INFINITY
    for (const { other, link } of this.#linked(number)) {
      if (link.relation !== 'copy' && link.relation !== 'rewrite') continue
      if (Number.isNaN(other.record.time)) continue
      if (this.#joinedFrom(other.number).some((source) => source.number === number)) {
        before = Math.min(before, other.record.time)
        continue
      }
      witnesses.push({ record: other.record, copies: this.#habitOf(other.record.outlet) })
    }
    const sources = this.#joinedFrom(number).filter((source) => !Number.isNaN(source.record.time))
    if (sources.length > 0) {
      const time = Math.max(...sources.map((source) => source.record.time)) + 1
      return { time, reasons: [{ code: 'joins-others', figures: { sources: sources.length } }] }
    }
    const inferred = inferTime(record, this.#habitOf(record.outlet), witnesses)
    if (Number.isFinite(inferred.time) || !Number.isFinite(before)) return inferred
    return { time: before - 1, reasons: [{ code: 'undated', figures: {} }] }
  }

  #linked(number: number): { other: Part; link: Link }[] {
    return (this.#links[number] ?? []).flatMap((link) => {
      const other = link.one === number ? link.other : link.one
      const shareOfWhole = link.one === number ? link.shareOfOne : link.shareOfOther
      const record = this.#records[other]
      return record === undefined ? [] : [{ other: { number: other, record, shareOfWhole }, link }]
    })
  }

  /** Texts that a text was put together from although their dates, or the lack of its own, do not say so. */
  #joinedFrom(number: number): readonly Part[] {
    const known = this.#joined.get(number)
    if (known !== undefined) return known
    const record = this.#records[number] as TextRecord
    const { time } = record
    const parts = this.#linked(number).map(({ other }) => other)
    // What another text has whole may be its copy; which of the two joined the parts is for their dates to say.
    if (parts.some((part) => part.shareOfWhole >= WHOLE)) return this.#noneJoined(number)
    // An undated text may join any two that are strangers to each other.
    const undated = Number.isNaN(time)
    const earlier = parts.filter((part) => undated || part.record.time < time)
    const later = parts.filter((part) => !(part.record.time < time))
    const related = (a: number, b: number): boolean =>
      (this.#links[a] ?? []).some(
        (link) => (link.one === b || link.other === b) && link.relation !== 'template' && link.overlap >= RELATED,
      )
    const found = earlier.length === 0 || later.length === 0 ? [] : joinedDespiteDate(record, earlier, later, related)
    this.#joined.set(number, found)
    return found
  }

  #noneJoined(number: number): readonly Part[] {
    this.#joined.set(number, [])
    return []
  }

  /** Which part of an outlet's texts, of those that others share, came later than the others. */
  #habitOf(outlet: string): number {
    this.#habits ??= habitsOf(this.#records, this.#links)
    return this.#habits.get(outlet) ?? 0.5
  }
}

const comesBefore = (time: number, id: string, otherTime: number, otherId: string): boolean =>
  time < otherTime || (time === otherTime && id < otherId)

function habitsOf(
  records: readonly (TextRecord | undefined)[],
  links: readonly (readonly Link[])[],
): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  const later = new Map<string, number>()
  for (const [number, record] of records.entries()) {
    if (record === undefined || record.outlet === '' || Number.isNaN(record.time)) continue
    let shared = false
    let preceded = false
    for (const link of links[number] ?? []) {
      if (link.relation !== 'copy') continue
      const other = records[link.one === number ? link.other : link.one] as TextRecord
      if (Number.isNaN(other.time) || other.outlet === record.outlet) continue
      shared = true
      if (other.time < record.time) preceded = true
    }
    if (!shared) continue
    const tally = preceded ? later : first
    tally.set(record.outlet, (tally.get(record.outlet) ?? 0) + 1)
  }
  const habits = new Map<string, number>()
  for (const outlet of new Set([...first.keys(), ...later.keys()])) {
    const copies = (later.get(outlet) ?? 0) + HABIT_PRIOR
    habits.set(outlet, copies / (copies + (first.get(outlet) ?? 0) + HABIT_PRIOR))
  }
  return habits
}
