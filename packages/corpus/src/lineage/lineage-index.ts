import { type Alignment, SeedTable } from './align.js'
import { Clusters } from './clusters.js'
import { alignBoth, hoursBetween, type LineageRelation, mayBeRelated, relate, timeOf } from './compare.js'
import { type Family, type Lineage, LineageResolver, type Link } from './lineage-resolver.js'
import { measure, type Shares, sharesOf } from './measures.js'
import type { Reason } from './reason.js'
import { encodeSegment, Segment } from './segment.js'
import type { SegmentStorage } from './segment-storage.js'
import { GrowingPostings } from './shingle-postings.js'
import { containmentOf, SHINGLE, ShingleSet } from './shingle-set.js'
import { fingerprintsOf, type LineageArticle, type ReadRecord, recordOf, type TextRecord } from './text-record.js'
import { shinglesOf, type WordStream } from './words.js'

/** A text that shares wording with another. */
export interface Neighbour {
  readonly id: string
  readonly relation: LineageRelation
  /** Share of the words of the text asked about that this one has too, and the other way. */
  readonly shareOfThis: number
  readonly shareOfOther: number
  readonly overlap: number
  readonly containment: number
  /** Words of the longest shared passage. */
  readonly passageWords: number
  readonly reasons: readonly Reason[]
}

/** A fingerprint that more texts hold than this is a stock phrase: its newest holders count a quarter. */
const COMMON = 48
const ASKED_OF_COMMON = 16
/** Quarters of a vote that make a candidate: two rare fingerprints, or eight common ones. */
const LEAST_VOTES = 8
const MOST_CANDIDATES = 64
const LEAST_PASSAGE = 12
const MARKS = 4
/** A passage that so many other texts hold, so many days away, belongs to nobody. */
const STOCK_STRANGERS = 4
const STOCK_DAYS = 4

export interface LineageOptions {
  /** Where texts are sealed in segments; what lies there already is taken up. Left out, all stays in memory. */
  readonly storage?: SegmentStorage
  /** So many texts make a segment. */
  readonly segmentTexts?: number
  /** Texts that lie further apart than this are not compared, so that old segments are not asked; none unless told. */
  readonly horizonDays?: number
}

const SEGMENT_TEXTS = 20_000
const DAY = 86_400

/**
 * Who shares wording with whom, as articles come in. Each new text is asked against all before it through sampled shingles
 * and compared word by word with those that answer; nothing that stands is compared again. With a storage, words and
 * fingerprints lie in segments, and a little over a kilobyte a text, mostly its links, stays in memory.
 */
export class LineageIndex {
  readonly #numbers = new Map<string, number>()
  readonly #records: (TextRecord | undefined)[] = []
  readonly #links: Link[][] = []
  readonly #segments: Segment[] = []
  readonly #options: LineageOptions
  #postings = new GrowingPostings()
  /** Number of the first text that is not sealed; links found and texts removed since the last segment. */
  #unsealed = 0
  #freshLinks: Link[] = []
  #removed: number[] = []
  #votes = new Uint16Array(1 << 10)
  readonly #holders = new Uint32Array(COMMON + 1)
  readonly #clusters = new Clusters()
  readonly #seeds = new SeedTable()
  #resolver: LineageResolver | undefined

  constructor(options: LineageOptions = {}) {
    this.#options = options
    const { storage } = options
    for (const name of storage?.names() ?? []) this.#takeUp(new Segment(storage as SegmentStorage, name))
  }

  /** Number of texts that stand. */
  get size(): number {
    return this.#numbers.size
  }

  has(id: string): boolean {
    return this.#numbers.has(id)
  }

  /** Adds a text, or replaces the one of that id, and answers who shares wording with it, the nearest first. */
  add(article: LineageArticle): readonly Neighbour[] {
    this.#insert(article)
    return this.neighbours(article.id)
  }

  #insert(article: LineageArticle): void {
    this.remove(article.id)
    const record = recordOf(article)
    const number = this.#records.length
    this.#links.push([])
    for (const other of this.#candidates(record)) this.#compare(number, record, other)
    this.#postings.add(number, record.fingerprints)
    this.#records.push(kept(record))
    this.#numbers.set(record.id, number)
    this.#resolver = undefined
    if (number + 1 - this.#unsealed >= (this.#options.segmentTexts ?? SEGMENT_TEXTS)) this.flush()
  }

  /** Adds the texts of one batch, a day's say, in an order of their own: what comes of it does not depend on theirs. */
  addBatch(articles: Iterable<LineageArticle>): void {
    const dated = [...articles].map((article) => ({ article, time: timeOf(article.published) }))
    dated.sort((a, b) => byTime(a.time, b.time) || order(a.article.id, b.article.id))
    for (const { article } of dated) this.#insert(article)
  }

  /** Forgets a text; answers whether there was one. */
  remove(id: string): boolean {
    const number = this.#numbers.get(id)
    if (number === undefined) return false
    this.#numbers.delete(id)
    this.#resolver = undefined
    if (number < this.#unsealed) this.#removed.push(number)
    this.#forget(number)
    return true
  }

  #forget(number: number): void {
    this.#records[number] = undefined
    for (const link of this.#links[number] ?? []) {
      const other = link.one === number ? link.other : link.one
      this.#links[other] = (this.#links[other] ?? []).filter((one) => one !== link)
    }
    this.#links[number] = []
  }

  /** Seals what is not sealed yet, so that another process finds it; nothing where there is no storage or nothing new. */
  flush(): void {
    const { storage } = this.#options
    const records = this.#records.slice(this.#unsealed)
    if (storage === undefined || records.length + this.#removed.length === 0) return
    const name = String(this.#segments.length).padStart(6, '0')
    const standing = ({ one, other }: Link): boolean =>
      this.#records[one] !== undefined && this.#records[other] !== undefined
    storage.write(
      name,
      encodeSegment({
        first: this.#unsealed,
        records,
        postings: this.#postings,
        links: this.#freshLinks.filter(standing),
        removed: this.#removed,
      }),
    )
    const segment = new Segment(storage, name)
    for (let number = this.#unsealed; number < this.#records.length; number++) {
      this.#records[number] = segment.record(number)
    }
    this.#segments.push(segment)
    this.#unsealed = this.#records.length
    this.#postings = new GrowingPostings()
    this.#freshLinks = []
    this.#removed = []
    this.#resolver = undefined
  }

  #takeUp(segment: Segment): void {
    for (let number = segment.first; number < segment.first + segment.texts; number++) {
      const record = segment.record(number)
      this.#records.push(record)
      this.#links.push([])
      if (record !== undefined) this.#numbers.set(record.id, number)
    }
    const { links, removed } = segment.changes()
    for (const link of links) this.#join(link)
    for (const number of removed) {
      const id = this.#records[number]?.id
      // The id may stand again under a later number.
      const current = id === undefined ? undefined : this.#numbers.get(id)
      if (id === undefined) continue
      this.#forget(number)
      if (current === number) this.#numbers.delete(id)
    }
    this.#segments.push(segment)
    this.#unsealed = this.#records.length
  }

  /** Who shares wording with a text, the nearest first; nobody where the text is not there. */
  neighbours(id: string): readonly Neighbour[] {
    const number = this.#numbers.get(id)
    if (number === undefined) return []
    return (this.#links[number] ?? [])
      .filter((link) => !this.#isStock(link))
      .map((link) => this.#seenFrom(number, link))
      .sort((a, b) => b.overlap - a.overlap || b.containment - a.containment || order(a.id, b.id))
  }

  /** From which texts a text was made, and where its wording enters the record; its own where the text is not there. */
  lineage(id: string): Lineage {
    const number = this.#numbers.get(id)
    return number === undefined ? { id, parents: [], roots: [id], placed: [] } : this.#resolve().lineage(number)
  }

  /** Texts of one root, for every root that others were made from; the largest first. */
  families(): readonly Family[] {
    return this.#resolve().families()
  }

  /** The distinct texts behind these: where their wording enters the record. Copies of one text count once. */
  independentTexts(ids: Iterable<string>): readonly string[] {
    const roots = new Set<string>()
    for (const id of ids) for (const root of this.lineage(id).roots) roots.add(root)
    return [...roots].sort(order)
  }

  #resolve(): LineageResolver {
    this.#resolver ??= new LineageResolver(this.#records, this.#links, (link) => this.#isStock(link))
    return this.#resolver
  }

  #seenFrom(number: number, link: Link): Neighbour {
    const first = link.one === number
    return {
      id: this.#records[first ? link.other : link.one]?.id as string,
      relation: link.relation,
      shareOfThis: first ? link.shareOfOne : link.shareOfOther,
      shareOfOther: first ? link.shareOfOther : link.shareOfOne,
      overlap: link.overlap,
      containment: link.containment,
      passageWords: link.passageWords,
      reasons: link.reasons,
    }
  }

  /** Numbers of the texts worth comparing, those with most fingerprints in common first. */
  #candidates({ fingerprints, time }: ReadRecord): readonly number[] {
    if (this.#votes.length < this.#records.length) this.#votes = new Uint16Array(this.#records.length * 2)
    const votes = this.#votes
    const touched: number[] = []
    for (const fingerprint of fingerprints) {
      const found = this.#holdersOf(fingerprint, COMMON + 1, time)
      const common = found > COMMON
      for (let at = 0; at < (common ? ASKED_OF_COMMON : found); at++) {
        const holder = this.#holders[at] as number
        if (votes[holder] === 0) touched.push(holder)
        votes[holder] = Math.min(0xffff, (votes[holder] as number) + (common ? 1 : 4))
      }
    }
    const least = Math.min(LEAST_VOTES, 4 * fingerprints.length)
    const candidates = touched
      .filter((number) => (votes[number] as number) >= least && this.#records[number] !== undefined)
      .sort((a, b) => (votes[b] as number) - (votes[a] as number) || b - a)
      .slice(0, MOST_CANDIDATES)
    for (const number of touched) votes[number] = 0
    return candidates
  }

  /** The newest texts that hold a fingerprint, put into `#holders`; returns how many. */
  #holdersOf(fingerprint: number, most: number, time = Number.NaN): number {
    let found = this.#postings.newest(fingerprint, most, this.#holders, 0)
    const horizon = time - (this.#options.horizonDays ?? Number.POSITIVE_INFINITY) * DAY
    for (let at = this.#segments.length - 1; at >= 0 && found < most; at--) {
      const segment = this.#segments[at] as Segment
      if (segment.newestTime < horizon) continue
      found += segment.newest(fingerprint, most - found, this.#holders, found)
    }
    return found
  }

  #compare(number: number, record: ReadRecord, other: number): void {
    const known = this.#records[other] as TextRecord
    const { words } = known
    const alignments: Alignment[] = alignBoth(record.words, words, this.#seeds)
    const shares = sharesOf(record.words, words, alignments)
    if (!worthKeeping(shares) || !mayBeRelated(shares)) return
    const measures = measure(record.words, words, alignments, shares, containmentBetween(record, known, words))
    const { relation, reasons } = relate(measures, hoursBetween(record.time, known.time))
    if (relation === 'unrelated') return
    const link: Link = {
      ...(relation === 'shared-passage' && { marks: marksOf(record.words, alignments) }),
      one: number,
      other,
      relation,
      shareOfOne: measures.shareOfA,
      shareOfOther: measures.shareOfB,
      overlap: measures.overlap,
      containment: measures.containment,
      passageWords: measures.longestPassage,
      reasons,
    }
    this.#join(link)
    this.#freshLinks.push(link)
  }

  #join(link: Link): void {
    this.#links[link.one]?.push(link)
    this.#links[link.other]?.push(link)
    if (link.relation === 'copy' || link.relation === 'rewrite') this.#clusters.join(link.one, link.other)
  }

  /**
   * Whether the passage that two texts share is a stock phrase, a publisher's notice or standing background: other texts that
   * descend from neither hold it too, days away. A quotation that many carry on one day is none.
   */
  #isStock({ one, other, marks }: Link): boolean {
    if (marks === undefined || marks.length === 0) return false
    const times = [one, other].map((number) => this.#records[number]?.time as number)
    for (const mark of marks) {
      const found = this.#holdersOf(mark, COMMON)
      const strangers = new Set<number>()
      for (let at = 0; at < found; at++) {
        const holder = this.#holders[at] as number
        const time = this.#records[holder]?.time
        if (time === undefined || times.some((known) => Math.abs(known - time) < STOCK_DAYS * DAY)) continue
        strangers.add(this.#clusters.of(holder))
      }
      if (strangers.size < STOCK_STRANGERS) return false
    }
    return true
  }
}

/** Where the longest shared passage can be found again: a few of its sampled shingles. */
function marksOf(words: WordStream, alignments: readonly Alignment[]): Uint32Array {
  const longest = alignments.reduce((best, one) => (one.equal > best.equal ? one : best))
  const run = longest.runs.reduce((best, one) => (one.length > best.length ? one : best))
  const found = fingerprintsOf({ ...words, count: run.length, key: words.key.subarray(run.a, run.a + run.length) })
  const step = Math.max(1, Math.ceil(found.length / MARKS))
  return found.filter((_, at) => at % step === 0)
}

const worthKeeping = ({ overlap, longestPassage }: Shares): boolean => longestPassage >= LEAST_PASSAGE || overlap >= 0.5

/** As `containmentOf`, from what is known of both. */
function containmentBetween(
  { words: own, shingleSet }: ReadRecord,
  { shingles }: TextRecord,
  words: WordStream,
): number {
  if (Math.min(own.count, words.count) < SHINGLE) return containmentOf(own, words)
  const others = shinglesOf(words, SHINGLE)
  return shingleSet.common(others) / Math.min(shingleSet.size, shingles ?? new ShingleSet(others).size)
}

/** The record without its fingerprints and places, which serve only while it is added. */
const kept = ({
  fingerprints: _,
  shingleSet: __,
  words: { count, key, spelling, ends },
  ...rest
}: ReadRecord): TextRecord => ({
  ...rest,
  words: { count, key, spelling, ends },
})

/** Undated last. */
const byTime = (a: number, b: number): number =>
  Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
