import { type Changes, changesBetween, costOf } from './changes.js'
import type { LineageRelation } from './compare.js'
import { sharedWords, wholeSentences } from './measures.js'
import type { Reason } from './reason.js'
import type { TextRecord } from './text-record.js'

/** One text that another was made from. */
export interface Parent {
  readonly text: number
  readonly relation: LineageRelation
  /** Share of the words of the copy that came from here. */
  readonly share: number
  /** Share of the words of the source that went into the copy. */
  readonly shareOfSource: number
  readonly reasons: readonly Reason[]
}

/** A text that may be a parent: it shares wording and precedes. */
export interface Candidate {
  readonly number: number
  readonly record: TextRecord
  /** Where it stands among texts in time: its date, or what was inferred. */
  readonly time: number
  readonly relation: LineageRelation
  readonly shareOfThis: number
}

interface Weighed extends Candidate {
  readonly changes: Changes
  readonly cost: number
  /** 1 for each word of the copy that came from here. */
  readonly covered: Uint8Array
  readonly words: number
}

/** More candidates than these are copies of the same; the earliest and the nearest are asked. */
const EARLIEST_ASKED = 6
const NEAREST_ASKED = 10
/** A parent gives nearly all that any text gives. */
const NEARLY_ALL = 0.88
/** A later text is the parent when it explains a good part of the changes, and not by chance: more than one. */
const EXPLAINED = 0.72
const LEAST_EXPLAINED = 1.5
/** A further source must give a sentence that no other gave. */
const LEAST_FURTHER_WORDS = 9
const MOST_PARENTS = 8
/** A text goes back to those that gave it half of what the largest gave and a good part of themselves; others it quotes. */
const MAIN = 0.5
/** A text of which less is borrowed is its own, though it may hold all of a brief one. */
const LEAST_BORROWED = 0.25
const GOOD_PART = 0.4
const WHOLE = 0.97
const NEARLY_WHOLE = 0.9

/**
 * From which of the candidates a text was made: one parent, or several where it was put together. The earliest that gives
 * nearly all of the words, unless a later one shares changes with the copy that the earliest lacks: common errors show
 * common descent (Maas 1927).
 */
export function parentsOf(copy: TextRecord, candidates: readonly Candidate[]): Parent[] {
  const pool = asked(candidates).map((one) => weigh(copy, one))
  const taken = new Uint8Array(copy.words.count)
  const parents: Parent[] = []
  while (parents.length < MOST_PARENTS) {
    const fresh = pool
      .map((one) => ({ one, gives: freshWords(one.covered, taken) }))
      .filter(({ gives }) => gives >= (parents.length === 0 ? 1 : LEAST_FURTHER_WORDS))
    if (fresh.length === 0) break
    const most = fresh.reduce((max, { gives }) => Math.max(max, gives), 0)
    const able = fresh.filter(({ gives }) => gives >= NEARLY_ALL * most).map(({ one }) => one)
    const { chosen, reasons } = choose(copy, able)
    const gives = freshWords(chosen.covered, taken) / copy.words.count
    parents.push({
      text: chosen.number,
      relation: isMain(gives, sourceShare(chosen), parents) ? chosen.relation : 'shared-passage',
      share: gives,
      shareOfSource: sourceShare(chosen),
      reasons,
    })
    for (let at = 0; at < taken.length; at++) if (chosen.covered[at] === 1) taken[at] = 1
  }
  return withHost(parents)
}

function isMain(gives: number, ofSource: number, before: readonly Parent[]): boolean {
  if (gives < LEAST_BORROWED) return false
  const [largest] = before
  return largest === undefined || (gives >= MAIN * largest.share && (ofSource >= GOOD_PART || gives >= MAIN))
}

/** A text that stands whole in the copy is its host; what was set into it from others, not whole, is quoted. */
function withHost(parents: readonly Parent[]): Parent[] {
  const largest = Math.max(0, ...parents.map(({ share }) => share))
  const hosted = parents.some(({ share, shareOfSource }) => shareOfSource >= WHOLE && share >= MAIN * largest)
  return parents.map((parent) =>
    hosted && parent.shareOfSource < NEARLY_WHOLE ? { ...parent, relation: 'shared-passage' as const } : parent,
  )
}

function asked(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length <= EARLIEST_ASKED + NEAREST_ASKED) return candidates
  const whole = candidates.filter(({ relation }) => relation === 'copy' || relation === 'rewrite')
  const earliest = [...whole].sort(earlier).slice(0, EARLIEST_ASKED)
  const nearest = [...candidates]
    .sort((a, b) => b.shareOfThis - a.shareOfThis || earlier(a, b))
    .filter((one) => !earliest.includes(one))
    .slice(0, NEAREST_ASKED)
  return [...earliest, ...nearest]
}

/** By time, then by number of the text's id, so that no two are equal. */
export const earlier = (a: Candidate, b: Candidate): number =>
  a.time - b.time || (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0)

function weigh(copy: TextRecord, candidate: Candidate): Weighed {
  const changes = changesBetween(candidate.record.words, copy.words)
  const covered = wholeSentences(
    copy.words,
    changes.alignments.map(({ b }) => b),
  )
  let words = 0
  for (const one of covered) words += one
  return { ...candidate, changes, cost: costOf(changes), covered, words }
}

function freshWords(covered: Uint8Array, taken: Uint8Array): number {
  let words = 0
  for (let at = 0; at < covered.length; at++) if (covered[at] === 1 && taken[at] === 0) words++
  return words
}

const sourceShare = ({ record, changes }: Weighed): number =>
  record.words.count === 0
    ? 0
    : sharedWords(
        record.words,
        changes.alignments.map(({ a }) => a),
      ) / record.words.count

function choose(copy: TextRecord, able: readonly Weighed[]): { chosen: Weighed; reasons: Reason[] } {
  const inOrder = [...able].sort(earlier)
  const first = inOrder[0] as Weighed
  if (inOrder.length === 1)
    return { chosen: first, reasons: [{ code: 'only-candidate', figures: {} }, ...hours(copy, first)] }
  const credited = inOrder.find((one) => creditsOutlet(copy, one.record))
  let best = first
  for (const one of inOrder) if (one.cost < best.cost - 1e-9) best = one
  if (best !== first && best.cost <= EXPLAINED * first.cost && first.cost - best.cost >= LEAST_EXPLAINED) {
    return {
      chosen: best,
      reasons: [
        { code: 'shared-edits', figures: { of: Math.round(first.cost), left: Math.round(best.cost) } },
        ...hours(copy, best),
      ],
    }
  }
  const reasons: Reason[] = hours(copy, first)
  if (credited === first) reasons.unshift({ code: 'credits-outlet', figures: {} })
  if (best === first) reasons.push({ code: 'fewest-changes', figures: { changes: Math.round(first.cost) } })
  return { chosen: first, reasons }
}

function hours(copy: TextRecord, { record }: Weighed): Reason[] {
  const difference = (copy.time - record.time) / 3600
  if (Number.isNaN(difference)) return [{ code: 'undated', figures: {} }]
  return [{ code: 'earlier', figures: { hours: Math.round(difference * 10) / 10 } }]
}

/** Whether one of the credits of a text names who published the other. */
export function creditsOutlet(text: TextRecord, source: TextRecord): boolean {
  return source.outletKey.length > 1 && text.outletKey !== source.outletKey && text.credits.includes(source.outletKey)
}
