import { creditsOutlet } from './ancestry.js'
import { changesBetween } from './changes.js'
import type { Reason } from './reason.js'
import type { TextRecord } from './text-record.js'

/** A dated text that shares most of its wording with an undated one. */
export interface Witness {
  readonly record: TextRecord
  /** How much of its publisher's texts repeat earlier ones, 0 to 1. */
  readonly copies: number
}

export interface InferredTime {
  /** Seconds since 1970; +Infinity where nothing tells. */
  readonly time: number
  readonly reasons: readonly Reason[]
}

/** Before its witnesses, an undated text must show better reasons than chance: most texts of a family are copies. */
const PRIOR_FOR_COPY = 1.2
const MOST_WITNESSES = 12

/**
 * Where an undated text stands among dated ones that share its wording. For each place among them the evidence of direction
 * is added up: what it has and they have lost puts it before them, what it has lost puts it after.
 */
export function inferTime(text: TextRecord, copies: number, witnesses: readonly Witness[]): InferredTime {
  const dated = [...witnesses].sort((a, b) => a.record.time - b.record.time || (a.record.id < b.record.id ? -1 : 1))
  const asked = dated.slice(0, MOST_WITNESSES)
  if (asked.length === 0) return { time: Number.POSITIVE_INFINITY, reasons: [{ code: 'undated', figures: {} }] }
  const evidence = asked.map((witness) => precedence(text, copies, witness))
  // Place 0 is before all; place k after the k-th. Ties go to the later place.
  let score = evidence.reduce((sum, one) => sum + one, 0) - PRIOR_FOR_COPY
  let best = score
  let place = 0
  score += PRIOR_FOR_COPY
  for (let at = 0; at < asked.length; at++) {
    score -= 2 * (evidence[at] as number)
    if (score >= best) {
      best = score
      place = at + 1
    }
  }
  const reasons: Reason[] = [{ code: 'undated', figures: { place: place + 1, of: asked.length + 1 } }]
  const neighbour = asked[place === 0 ? 0 : place - 1]?.record.time as number
  // Among undated texts of one place, who copies less stands first.
  return { time: place === 0 ? neighbour - 2 + copies : neighbour + 1 + copies, reasons }
}

/** Evidence that the text came before the witness: above zero for before. */
function precedence(text: TextRecord, copies: number, { record, copies: theirs }: Witness): number {
  const there = changesBetween(text.words, record.words)
  let evidence = 0
  // Spelling that only one side has was there first.
  evidence += Math.sign(there.lost - there.restored) * Math.min(3, Math.log2(1 + Math.abs(there.lost - there.restored)))
  // Who has more of the common text is nearer to its source; what stands beside it may be added.
  evidence += Math.max(-1.5, Math.min(1.5, (there.left - there.own) / 40))
  if (creditsOutlet(record, text)) evidence += 4
  if (creditsOutlet(text, record)) evidence -= 4
  if (record.statesCredit && !text.statesCredit) evidence += 1
  if (!record.statesCredit && text.statesCredit) evidence -= 1
  evidence += 4 * (theirs - copies)
  return evidence
}
