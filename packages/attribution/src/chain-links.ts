import type { Link } from './attribution.js'
import type { Cue } from './cues/cue.js'
import type { Credited } from './extents.js'
import { withoutArticle } from './reading/words.js'
import type { SourcePhrase } from './source-phrase.js'

/** Verbs that a ruling or a study is the subject of, and nobody else as far as reports go. */
export const needsPaper = (lemma: string): boolean => /^(?:قضى|دل|نص)$/.test(lemma)

const SAME_HEADS = new Map([
  ['مصادر', 'مصدر'],
  ['تسريبات', 'تسريب'],
  ['تقارير', 'تقرير'],
  ['شهود', 'شاهد'],
  ['مسؤولون', 'مسؤول'],
  ['مسوولون', 'مسوول'],
  ['مسوولين', 'مسوول'],
])
export const sameHead = (a: string, b: string): boolean => {
  const [first, second] = [withoutArticle(a), withoutArticle(b)]
  return first === second || (SAME_HEADS.get(first) ?? first) === (SAME_HEADS.get(second) ?? second)
}

/** Links of the clause set into a carried chain: a new medium takes the old one's place, a paper stands before the speaker. */
export function withSides(chain: readonly Link[], sides: readonly Link[]): readonly Link[] {
  const last = chain.at(-1)
  if (sides.length === 0 || last === undefined) return chain
  const isMedium = ({ kind }: Link): boolean => kind === 'outlet' || kind === 'agency'
  const medium = sides.some(isMedium) ? sides.filter(isMedium) : chain.slice(0, -1).filter(isMedium)
  const papers = sides
    .filter((side) => !isMedium(side))
    .map((side) => (side.entity === undefined && last.entity !== undefined ? { ...side, entity: last.entity } : side))
  return [...medium, ...papers, last]
}

/** Whether the last link hands on a text of others. */
export const isRelay = ({ cue }: Credited, chain: readonly Link[]): boolean =>
  cue.rule !== 'cue.jaa' &&
  cue.mode !== 'participle' &&
  (chain.at(-1)?.kind === 'agency' || chain.at(-1)?.kind === 'outlet')

export function sidesLinks(sides: Cue['sides'], subject: SourcePhrase): Cue['sides'] {
  return sides.filter(
    ({ source }) =>
      source.span.start !== subject.span.start &&
      !(source.entity !== undefined && source.entity === subject.entity && source.kind === subject.kind),
  )
}

const start = ({ cue, claims }: Credited): number => cue.span?.start ?? claims[0]?.start ?? 0

/** The attribution inside whose claim another's cue stands; the narrowest of them. */
export function parentOf(c: Credited, all: readonly Credited[]): Credited | undefined {
  let best: Credited | undefined
  let size = Number.POSITIVE_INFINITY
  for (const other of all) {
    if (other === c || other.cue.answers === true) continue
    const inside = other.claims.some((claim) => claim.start <= start(c) && start(c) < claim.end)
    const whole = other.claims.reduce((sum, claim) => sum + claim.end - claim.start, 0)
    if (inside && whole < size) {
      best = other
      size = whole
    }
  }
  return best
}

export const endsBefore = (a: Credited, b: Credited): boolean => a.cue.at < b.cue.at

export function lastBefore(b: Credited, all: readonly Credited[]): Credited | undefined {
  let found: Credited | undefined
  for (const c of all) if (c !== b && c.cue.at < b.cue.at) found = c
  return found
}

/** A postposed «نقلا عن» or «على حد قوله» behind another cue's claim adds to that one instead of standing alone. */
export function absorbed(c: Credited, set: readonly Credited[], all: readonly Credited[]): boolean {
  if (!set.includes(c)) return false
  return all.some(
    (other) => other !== c && !set.includes(other) && other.cue.at < c.cue.at && other.cue.claim !== undefined,
  )
}
