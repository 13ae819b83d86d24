import { BY_THAT, NOT_THAT_AFTER, QUOTE_WORDS, THAT } from '../grammar.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import type { Word } from '../reading/words.js'
import { readSource } from '../source.js'
import { changedPhrase, type SourcePhrase } from '../source-phrase.js'
import { afterColon, type Complement, clauseFrom, isNameQuotation, quotationAt, quoted, wordAt } from './claim-start.js'
import { beginsClause } from './clause.js'
import { complementOf } from './complement.js'
import type { Cue } from './cue.js'
import type { Hit, Hits } from './hits.js'

/** «نقلت الوكالة عن مصدر قوله إن», «نقل عن الوزير أن», «أوردت الصحيفة أن». */
export function relayCue(body: Body, unit: Unit, hit: Hit, hits: Hits, end: number): Cue | undefined {
  const { at } = hit
  const { takes } = hit.form.entry
  if (takes.includes('إلى')) return toWhom(body, unit, hit, end)
  if (takes.includes('من')) return learntFrom(body, unit, hit, hits, end)
  const from = fromWhom(body, at, end)
  if (from !== undefined) {
    const source = readSource(body, from, end)
    const named = source !== undefined && (source.sure || body.words[from]?.key.startsWith('ال') === true)
    const claim = named && source !== undefined ? relayedClaim(body, hit, from, source, end, hits) : undefined
    if (claim === undefined) return ofNews(body, unit, hit, hits, end)
    const relayer = from > at + 2 ? readSource(body, at + 1, from - 1) : undefined
    return {
      ...common(body, unit, hit, claim),
      stance: 'asserts',
      subject: source,
      relayer: relayer && asPaper(body, relayer),
    }
  }
  return ofNews(body, unit, hit, hits, end)
}

/** Who relays others and stands between quotation marks is a paper: «نقلت "النبراس" عن». */
function asPaper(body: Body, relayer: SourcePhrase): SourcePhrase {
  const isMarked = /["«“]/.test(body.value.charAt(relayer.span.start - 1))
  return isMarked && relayer.kind === 'official' && relayer.entity?.type === 'ORG'
    ? changedPhrase(relayer, { kind: 'outlet' })
    : relayer
}

/** «نسبت الوكالة إلى وزير قوله إن»: with the word for what he said; «نسبت السلطات الحريق إلى» is another verb. */
function toWhom(body: Body, unit: Unit, hit: Hit, end: number): Cue | undefined {
  const { words } = body
  let to = hit.at + 1
  while (to < Math.min(end, hit.at + 10) && words[to]?.key !== 'الي') to++
  if (words[to]?.key !== 'الي') return undefined
  const source = readSource(body, to + 1, end)
  if (source === undefined) return undefined
  let said = source.to
  while (said < Math.min(end, source.to + 14) && !QUOTE_WORDS.has(words[said]?.key ?? '')) said++
  if (!QUOTE_WORDS.has(words[said]?.key ?? '')) return undefined
  const relayer = to > hit.at + 1 ? readSource(body, hit.at + 1, to) : undefined
  if (said + 1 >= end || (relayer !== undefined && relayer.to < to)) return undefined
  const claim = spoken(body, said + 1, end)
  return claim === undefined
    ? undefined
    : {
        ...common(body, unit, hit, claim),
        stance: 'asserts',
        subject: source,
        relayer,
      }
}

/** What is said from a word on: behind أن, a colon or a mark, else the words themselves. */
function spoken(body: Body, at: number, end: number): Complement | undefined {
  const word = body.words[at] as Word
  const quotation = quotationAt(body, word)
  if (quotation !== undefined) return quoted(body, at, at, quotation)
  if (word.key === ':') return afterColon(body, at, end)
  return clauseFrom(body, THAT.has(word.key) ? at : at - 1, end, at)
}

/** «علمت الصحيفة من مصادر أن», «علم من مصدر أن»: what papers have learnt they print; what others know is no report. */
function learntFrom(body: Body, unit: Unit, hit: Hit, hits: Hits, end: number): Cue | undefined {
  const claim = complementOf(body, hit, end, hits)
  if (claim === undefined || claim.noun === true) return undefined
  let from = hit.at + 1
  while (from < claim.zoneEnd && body.words[from]?.key !== 'من') from++
  const source = from < claim.zoneEnd ? readSource(body, from + 1, claim.zoneEnd) : undefined
  const hearer = from > hit.at + 1 ? readSource(body, hit.at + 1, from) : undefined
  const isPaper = hearer?.kind === 'outlet' || hearer?.kind === 'agency'
  if (hearer === undefined ? source?.kind !== 'anonymous' : !isPaper) return undefined
  const subject = source ?? hearer
  return subject === undefined
    ? undefined
    : {
        ...common(body, unit, hit, claim),
        stance: 'asserts',
        subject,
        relayer: source === undefined ? undefined : hearer,
      }
}

/** «أوردت الصحيفة أن», «تداول ناشطون أنباء عن». */
function ofNews(body: Body, unit: Unit, hit: Hit, hits: Hits, end: number): Cue | undefined {
  const { at, form } = hit
  const claim = complementOf(body, hit, end, hits)
  if (claim === undefined || (claim.noun === true && form.entry.objects === undefined)) return undefined
  const subject = readSource(body, at + 1, claim.zoneEnd)
  if (subject === undefined ? !hit.coordinated : !subject.sure) return undefined
  if (claim.noun === true && subject === undefined) return undefined
  const media = subject === undefined || /^(?:outlet|agency|document)$/.test(subject.kind)
  return {
    ...common(body, unit, hit, claim),
    stance: media || form.entry.stance === 'reports' ? 'reports' : form.entry.stance,
    subject,
  }
}

const common = (body: Body, unit: Unit, hit: Hit, claim: Complement) =>
  ({
    at: hit.at,
    from: hit.at,
    to: claim.zoneEnd,
    span: hit.span,
    rule: hit.form.entry.id,
    mode: 'verb',
    form: hit.form,
    gender: hit.form.gender,
    plural: hit.form.plural,
    coordinated: hit.coordinated || beginsClause(body, unit, hit.at),
    sides: [],
    claim,
  }) as const

/** The word behind «عن» or «على لسان». */
function fromWhom(body: Body, at: number, end: number): number | undefined {
  for (let next = at + 1; next < Math.min(end, at + 14); next++) {
    const key = body.words[next]?.key ?? ''
    if (key === 'عن') return next + 1
    if (key === 'علي' && body.words[next + 1]?.key === 'لسان') return next + 2
    if (THAT.has(key) || /^[:.؛]$/.test(key)) return undefined
  }
  return undefined
}

function relayedClaim(
  body: Body,
  hit: Hit,
  from: number,
  source: SourcePhrase,
  end: number,
  hits: Hits,
): Complement | undefined {
  const { words } = body
  for (let at = Math.max(from, source.from + 1); at < Math.min(end, hit.at + 46); at++) {
    const word = words[at] as Word
    const quotation = quotationAt(body, word)
    if (quotation !== undefined) {
      if (!isNameQuotation(body, quotation, at, end)) return quoted(body, at, at, quotation)
      at = wordAt(body, at, quotation.close) - 1
      continue
    }
    if (word.key === ':') return afterColon(body, at, end)
    if (THAT.has(word.key) || BY_THAT.has(word.key)) {
      if (NOT_THAT_AFTER.has(words[at - 1]?.core ?? '')) continue
      return clauseFrom(body, at, end, at)
    }
    const said =
      QUOTE_WORDS.has(word.key) ||
      hits.get(at)?.some(({ form }) => form.shape === 'participle' && form.entry.lemma === 'قال') === true
    if (said && !claimFollows(body, at + 1, Math.min(end, at + 25))) return clauseFrom(body, at, end, at)
    if (/^[.؛؟]$/.test(word.key) && /\s/.test(body.value.charAt(word.end))) break
  }
  return undefined
}

/** Whether أن, a colon or a quotation still comes. */
function claimFollows(body: Body, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const word = body.words[at]
    if (word === undefined) return false
    if (THAT.has(word.key) || word.key === ':' || quotationAt(body, word) !== undefined) return true
  }
  return false
}
