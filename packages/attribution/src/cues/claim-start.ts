import { BY_THAT, NOT_THAT_AFTER, PREPOSITION_NAMES, THAT } from '../grammar.js'
import { nounAt } from '../noun-phrase.js'
import type { Body } from '../reading/body.js'
import type { Quotation } from '../reading/quotes.js'
import type { Word } from '../reading/words.js'
import type { ClaimStart } from './cue.js'

/** A claim's beginning and the end of the words between cue and claim. */
export interface Complement extends ClaimStart {
  readonly zoneEnd: number
}

/** First word at or after an offset. */
export function wordAt(body: Body, from: number, offset: number): number {
  let at = from
  while (at < body.words.length && (body.words[at]?.start ?? 0) < offset) at++
  return at
}

/** The quotation that a word's mark opens. */
export const quotationAt = (body: Body, word: Word | undefined): Quotation | undefined =>
  word === undefined || word.kind === 'word' ? undefined : body.opens.get(word.start)

/** Word index at which the innermost quotation of a word ends, else the unit's end. */
export function reach(body: Body, end: number, at: number): number {
  const quotation = body.quotations[body.quotationOf[at] ?? -1]
  if (quotation === undefined) return end
  let last = at
  while (last < end && (body.words[last]?.start ?? 0) < quotation.end) last++
  return last
}

/** A claim that begins behind أن or a colon. */
export function clauseFrom(body: Body, that: number, end: number, zoneEnd: number): Complement | undefined {
  let at = that + 1
  while (at < end && /^[،,:]$/.test(body.words[at]?.key ?? '')) at++
  const word = body.words[at]
  if (word === undefined || at >= end) return undefined
  let zone = zoneEnd
  while (zone > 0 && /^[،,]$/.test(body.words[zone - 1]?.key ?? '')) zone--
  const quotation = quotationAt(body, word)
  if (quotation === undefined) return { zoneEnd: zone, word: at, start: word.start }
  return quoted(body, at, zone, quotation)
}

/** A claim that begins inside a quotation whose mark stands at a word. */
export function quoted(body: Body, mark: number, zoneEnd: number, quotation: Quotation): Complement {
  const inside = wordAt(body, mark + 1, quotation.start)
  return { zoneEnd, word: inside, start: body.words[inside]?.start ?? quotation.start, quotation }
}

export function afterColon(body: Body, colon: number, end: number): Complement | undefined {
  const next = body.words[colon + 1]
  if (next === undefined || colon + 1 >= end) return undefined
  if (THAT.has(next.key)) return clauseFrom(body, colon + 1, end, colon)
  return clauseFrom(body, colon, end, colon)
}

/** Marks round a name, a title or a term, not round what somebody said. */
export function isNameQuotation(body: Body, quotation: Quotation, mark: number, end: number): boolean {
  const { words } = body
  const inside = wordAt(body, mark + 1, quotation.start)
  const past = wordAt(body, mark, quotation.close)
  const first = words[inside]
  const place = first === undefined ? undefined : body.mentions.at(first)
  if (place !== undefined && place.end >= quotation.end - 1) return true
  const length = past - inside
  if (length > 9) return false
  if (length <= 5 && words[past]?.key === ':' && past < end) return true
  const before = words[mark - 1]
  if (before !== undefined && /^(?:ل|في|علي|عن|من|مع|الي)$/.test(before.key) && length <= 5) return true
  const noun = before === undefined || before.kind !== 'word' ? undefined : nounAt(before, true)
  if (noun !== undefined && length <= 5 && /^source\.(?:paper|site|agency|body|body-m)$/.test(noun.noun.id)) return true
  for (let next = past; next < Math.min(end, past + 14); next++) {
    const key = words[next]?.key ?? ''
    if (THAT.has(key) || BY_THAT.has(key)) {
      const previous = words[next - 1]
      if (NOT_THAT_AFTER.has(previous?.core ?? '') || PREPOSITION_NAMES.has(previous?.key ?? '')) continue
      return length <= 6
    }
    if (/^[.؛،]$/.test(key) && next > past) break
  }
  return false
}
