import type { Span } from '@isnad/text'
import type { Quote } from './attribution.js'
import type { Body } from './reading/body.js'
import type { Quotation } from './reading/quotes.js'

/** Whether all, part or none of a claim is quoted. Marks round a name, and marks opened before the cue, do not count. */
export function quoteOf(body: Body, claims: readonly Span[], cueStart: number): Quote {
  let quoted = 0
  for (const claim of claims) {
    let reached = claim.start
    for (const quotation of overlapping(body, claim)) {
      if (quotation.open < cueStart && quotation.end > cueStart) continue
      if (isName(body, quotation)) continue
      const from = Math.max(reached, quotation.start)
      const to = Math.min(claim.end, quotation.end)
      if (to <= from) continue
      quoted += letters(body.value.slice(from, to))
      reached = to
    }
  }
  if (quoted === 0) return 'indirect'
  const all = claims.reduce((sum, { start, end }) => sum + letters(body.value.slice(start, end)), 0)
  return quoted >= all * 0.97 ? 'direct' : 'mixed'
}

const letters = (words: string): number => words.replace(/[^\p{L}\p{N}]/gu, '').length

function overlapping(body: Body, { start, end }: Span): readonly Quotation[] {
  let low = 0
  let high = body.quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((body.quotations[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Quotation[] = []
  for (let at = Math.max(0, low - 4); at < body.quotations.length; at++) {
    const quotation = body.quotations[at] as Quotation
    if (quotation.start >= end) break
    if (quotation.end > start) found.push(quotation)
  }
  return found
}

function isName(body: Body, { start, end }: Quotation): boolean {
  const inside = body.mentions.within({ start, end })
  return inside.some((place) => place.end - place.start >= (end - start) * 0.7)
}
