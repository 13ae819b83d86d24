import { BY_THAT, NEGATIONS, NOT_THAT_AFTER, THAT } from '../grammar.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import { type Word, withoutArticle } from '../reading/words.js'
import { readSource } from '../source.js'
import { clauseFrom, quotationAt, reach } from './claim-start.js'
import type { Cue } from './cue.js'
import type { Hit, Hits } from './hits.js'

const MAX_WORDS = 14

/** «تأكيد ماليزيا أن», «بقوله إن», «بالقول: …»: a verbal noun with its speaker and a clause. */
export function masdarCue(body: Body, unit: Unit, hit: Hit, hits: Hits): Cue | undefined {
  const { at, form } = hit
  const { entry } = form
  const key = body.words[at]?.key ?? ''
  const before = at > unit.from ? (body.words[at - 1]?.key ?? '') : ''
  if (NEGATIONS.has(before)) return undefined
  // «بقوله» and «بالقول» have no subject of their own; «قوله» without ب is one with its relay.
  const own = hit.pronoun || (hit.governed && key.startsWith('بال'))
  if (own && !hit.governed && !/^(?:في|مع|بعد|حسب|بحسب)$/.test(before)) return undefined
  if (!own && hit.governed && entry.lemma !== 'قال' && withoutArticle(key) === key && entry.addressee) return undefined
  const end = Math.min(reach(body, unit.to, at), at + MAX_WORDS + 10)
  const that = thatAfter(body, hit, hits, Math.min(end, at + MAX_WORDS), own)
  if (that === undefined) return undefined
  const claim = clauseFrom(body, that, end, Math.max(that, at + 1))
  if (claim === undefined) return undefined
  const subject = own || entry.addressee ? undefined : readSource(body, at + 1, that)
  if (!own && !entry.addressee && subject?.sure !== true) return undefined
  return {
    at,
    from: at,
    to: claim.zoneEnd,
    span: hit.span,
    rule: entry.id,
    mode: 'masdar',
    stance: entry.stance,
    hedge: entry.hedge,
    form,
    gender: undefined,
    plural: false,
    coordinated: false,
    subject,
    sides: [],
    claim,
  }
}

/** The word behind which the claim begins. */
function thatAfter(body: Body, { at, form }: Hit, hits: Hits, end: number, own: boolean): number | undefined {
  for (let next = at + 1; next < end; next++) {
    const word = body.words[next] as Word
    if (own && form.entry.takes.includes('quote')) {
      if (word.key === ':') return next
      if (quotationAt(body, word) !== undefined) return next - 1
    }
    if (THAT.has(word.key) || BY_THAT.has(word.key))
      return NOT_THAT_AFTER.has(body.words[next - 1]?.core ?? '') ? undefined : next
    if (word.kind === 'punctuation' && !(own && word.key === '،')) return undefined
    if (next > at + 1 && hits.get(next)?.some((other) => other.form.shape === 'past') === true) return undefined
  }
  return undefined
}
