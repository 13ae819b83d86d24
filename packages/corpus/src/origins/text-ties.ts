import { foldKey, type Span, searchTerms } from '@isnad/text'
import { compareTexts, type TextComparison } from '../lineage/compare.js'
import { termWeight } from '../stories/term-weights.js'
import type { OriginArticle } from './origin.js'

/** How the texts of a group hang together, pair by pair. */
export class TextTies {
  readonly #pairs = new Map<number, TextComparison>()
  readonly #size: number
  /** What each headline is about. */
  readonly #keys: readonly ReadonlySet<string>[]
  readonly #rareKeys: readonly ReadonlySet<string>[]
  readonly #rare: readonly ReadonlySet<string>[]
  readonly #stems: readonly ReadonlySet<string>[]
  readonly #runs: readonly ReadonlySet<string>[]

  constructor(articles: readonly OriginArticle[]) {
    this.#size = articles.length
    this.#keys = articles.map(({ title }) => stemsFrom(title, TITLE_KEY))
    this.#rareKeys = articles.map(({ title }) => stemsFrom(title, KEY))
    this.#rare = articles.map(({ body }) => stemsFrom(body.replace(RECITED, ' '), KEY))
    this.#stems = articles.map(({ title, body }) => stemsFrom(`${title}\n${body}`, 0))
    this.#runs = articles.map(({ body }) => runsOf(body))
    const shared = sharedWordings(articles)
    for (const [i, a] of articles.entries())
      for (let j = i + 1; j < articles.length; j++) {
        const b = articles[j]
        const pair = i * this.#size + j
        if (b !== undefined)
          this.#pairs.set(pair, shared(pair) ? compareTexts(comparable(a), comparable(b)) : STRANGERS)
      }
  }

  /** How `a` and `b` are related; `a` < `b`. */
  between(a: number, b: number): TextComparison {
    const found = this.#pairs.get(Math.min(a, b) * this.#size + Math.max(a, b))
    if (found === undefined) throw new RangeError(`no comparison of ${a} and ${b}`)
    return found
  }

  /** One formula filled twice: the wording is shared, and what either headline is about is missing from the other text. */
  isTemplate(a: number, b: number): boolean {
    const { relation, containment } = this.between(a, b)
    if (relation === 'unrelated' || containment < FRAME || containment > ONE_TEXT) return false
    const keys = containment >= FORMULA ? this.#keys : this.#rareKeys
    return this.#strange(a, b, keys) && this.#strange(b, a, keys) && this.#rareKept(a, b) <= RARE_KEPT
  }

  #strange(a: number, b: number, all: readonly ReadonlySet<string>[]): boolean {
    const keys = all[a]
    const stems = this.#stems[b]
    if (keys === undefined || stems === undefined || keys.size < LEAST_KEYS) return false
    const theirs = all[b]
    let own = 0
    let kept = 0
    for (const stem of keys) {
      // What both headlines have is the frame of the formula: the host of two audiences.
      if (theirs?.has(stem)) continue
      own++
      if (stems.has(stem)) kept++
    }
    return own > 0 && kept / own <= KEYS_KEPT
  }

  /** The share of the rare stems of the shorter text that the other has: a copy keeps its names, a formula changes them. */
  #rareKept(a: number, b: number): number {
    const [x, y] = [this.#rare[a], this.#rare[b]]
    if (x === undefined || y === undefined) return 1
    const [few, many] = x.size <= y.size ? [x, y] : [y, x]
    let kept = 0
    for (const stem of few) if (many.has(stem)) kept++
    return few.size === 0 ? 1 : kept / few.size
  }

  /** True where both have a run of twelve words, whatever their spelling. */
  shareRun(a: number, b: number): boolean {
    const [x, y] = [this.#runs[a], this.#runs[b]]
    if (x === undefined || y === undefined) return false
    for (const run of x) if (y.has(run)) return true
    return false
  }

  /** True where one text comes from the other or both from a third. */
  areOneText(a: number, b: number): boolean {
    const { relation } = this.between(a, b)
    return (relation === 'copy' || relation === 'rewrite') && !this.isTemplate(a, b)
  }

  /** The stretches of `from` that `to` has too, with what stands for them there. */
  shared(from: number, to: number): { readonly here: Span; readonly there: Span; readonly words: number }[] {
    const { passages } = this.between(from, to)
    if (this.isTemplate(from, to)) return []
    return passages.map(({ a, b, words }) => (from < to ? { here: a, there: b, words } : { here: b, there: a, words }))
  }
}

const STRANGERS: TextComparison = {
  relation: 'unrelated',
  shareOfA: 0,
  shareOfB: 0,
  containment: 0,
  overlap: 0,
  passages: [],
  reasons: [{ code: 'little-in-common', figures: { words: 0 } }],
}
/** Groups up to this are compared pair by pair; in larger ones only pairs that share runs of words. */
const SMALL_GROUP = 16
const GRAM = 4
const LEAST_GRAMS = 3

/** Which pairs of a large group share enough runs of four words to be worth an alignment, as `i * size + j`. */
function sharedWordings(articles: readonly OriginArticle[]): (pair: number) => boolean {
  if (articles.length <= SMALL_GROUP) return () => true
  const holders = new Map<string, number[]>()
  const counts = new Map<number, number>()
  for (const [i, { body }] of articles.entries())
    for (const gram of runsOf(body, GRAM)) {
      const list = holders.get(gram) ?? []
      for (const j of list) counts.set(j * articles.length + i, (counts.get(j * articles.length + i) ?? 0) + 1)
      holders.set(gram, [...list, i])
    }
  return (pair) => (counts.get(pair) ?? 0) >= LEAST_GRAMS
}

/** Shared five-word shingles from which two texts can be one formula. */
const FRAME = 0.1
/** And from which they are one text, whatever their headlines. */
const ONE_TEXT = 0.7
/** Stems of fewer than about one article in a hundred and fifty: names, and what tells one occurrence from the next. */
const KEY = 5
/** With so much wording in common, also the commoner words of a headline tell two fillings apart. */
const FORMULA = 0.3
/** Of a headline also commoner words count: what is left of it without the formula is little. */
const TITLE_KEY = 3
const LEAST_KEYS = 2
const KEYS_KEPT = 0.5
/** Scripture and verse at length: rare words that name nobody. */
const RECITED = /[(﴿][^()﴿﴾\n]{60,2000}[)﴾]/gu
/** Copies and rewrites of real papers keep more than two thirds of them. */
const RARE_KEPT = 0.6
const RUN = 12

const stemsFrom = (text: string, least: number): Set<string> =>
  new Set(searchTerms(text).flatMap(({ stem }) => (termWeight(stem) >= least ? [stem] : [])))

function runsOf(body: string, length = RUN): Set<string> {
  const words = [...body.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)].map(([word]) => foldKey(word))
  const runs = new Set<string>()
  for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(' '))
  return runs
}

const comparable = ({ body, published }: OriginArticle) => ({
  text: body,
  body: [{ start: 0, end: body.length }],
  ...(published === undefined ? {} : { published }),
})

/** The share of a span that the stretches cover. */
export function covered({ start, end }: Span, stretches: readonly Span[]): number {
  let sum = 0
  for (const s of stretches) sum += Math.max(0, Math.min(end, s.end) - Math.max(start, s.start))
  return end > start ? sum / (end - start) : 0
}
