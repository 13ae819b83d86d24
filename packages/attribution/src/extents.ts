import type { Span } from '@isnad/text'
import type { Cue } from './cues/cue.js'
import { cueTable } from './cues/cue-table.js'
import { BY_THAT, RELATIVES, THAT } from './grammar.js'
import { nounAt } from './noun-phrase.js'
import type { Body } from './reading/body.js'
import type { Quotation } from './reading/quotes.js'
import type { Unit } from './reading/units.js'
import type { Word } from './reading/words.js'

/** A cue with the words it credits. */
export interface Credited {
  readonly cue: Cue
  readonly claims: readonly Span[]
}

const LONG_QUOTATION = 12
/** Words before an interrupting cue that are not a sentence yet. */
const SHORT_OPENING = 6

/** Finds how far each cue's claim reaches; a cue that turns out to credit nothing is left out. */
export function creditedIn(body: Body, unit: Unit, cues: readonly Cue[]): readonly Credited[] {
  const credited: Credited[] = []
  for (const [index, cue] of cues.entries()) {
    const claims = cue.claim === undefined ? backward(body, unit, cues, index) : forward(body, unit, cues, index)
    if (claims.length > 0) credited.push({ cue, claims })
  }
  return credited.map((inner) => clipped(inner, credited))
}

/** A claim that begins inside another's ends with it at the latest. */
function clipped(inner: Credited, all: readonly Credited[]): Credited {
  const first = inner.claims[0]
  if (first === undefined || inner.claims.length > 1 || inner.cue.span === undefined) return inner
  const at = inner.cue.span.start
  let end = first.end
  for (const outer of all) {
    if (outer === inner || outer.cue.claim === undefined || outer.cue.at > inner.cue.at) continue
    for (const claim of outer.claims)
      if (claim.start <= at && at < claim.end && first.start < claim.end && claim.end < end) end = claim.end
  }
  return end === first.end ? inner : { cue: inner.cue, claims: [{ start: first.start, end }] }
}

function forward(body: Body, unit: Unit, cues: readonly Cue[], index: number): readonly Span[] {
  const cue = cues[index] as Cue
  const { claim } = cue
  if (claim === undefined) return []
  const outer = body.quotations[body.quotationOf[cue.at] ?? -1]
  const limit = outer === undefined ? unit.to : wordAt(body, cue.at, outer.end, unit.to)
  let from = claim.word
  let end = limit
  if (claim.quotation !== undefined) {
    const past = wordAt(body, claim.word, claim.quotation.close, unit.to)
    const last = wordAt(body, claim.word, claim.quotation.end, unit.to)
    if (!runsOn(body, cues, index, claim.quotation, past, limit)) return trimmed(body, claim.word, last, claim.start)
    from = past
  }
  end = stopOf(body, cues, index, from, limit)
  return trimmed(body, claim.word, end, claim.start)
}

/** Whether a claim that opens with a quotation goes on behind it: «إنه "سعيد للغاية" للسفر إلى الجزيرة». */
function runsOn(
  body: Body,
  cues: readonly Cue[],
  index: number,
  quotation: Quotation,
  past: number,
  limit: number,
): boolean {
  const next = body.words[past]
  if (next === undefined || past >= limit || quotation.close === quotation.end) return false
  const length = past - (cues[index]?.claim?.word ?? past)
  const cue = cues.find((c, at) => at > index && c.from >= past)
  if (cue !== undefined && cue.from - past <= 2) return false
  if (/^[،,]$/.test(next.key)) {
    const after = body.words[past + 1]
    if (after === undefined || past + 1 >= limit) return false
    if (after.key !== after.core && THAT.has(after.core)) return true
    if (after.key === 'و' && body.opens.has(body.words[past + 2]?.start ?? -1)) return true
    if (OPENERS.has(after.key) || RELATIVES.has(after.key)) return false
    return length <= 3 && cues[index]?.claim?.noun !== true && after.core === after.key
  }
  if (next.kind === 'punctuation' || next.kind === 'symbol') return false
  if (length > LONG_QUOTATION) return false
  if (!opensBehindThat(body, quotation))
    return (
      GOES_ON.test(next.key) && !/^(?:اشاره|تصريح|حديث|مقابله|موتمر|كلمه|اول|وقت)/.test(body.words[past + 1]?.key ?? '')
    )
  if (next.key === 'و' || THAT.has(next.core)) return true
  return next.core === next.key || next.bare === next.start
}

/** Prepositions with which a quoted sentence goes on outside its marks: «"سنكون في موقع ضعيف" مع الجيران». */
const GOES_ON = /^(?:مع|من|في|علي|الي|عن|ضد|بين|لل?.{2,}|بال.{2,})$/

const opensBehindThat = (body: Body, { open }: Quotation): boolean => {
  let low = 0
  let high = body.words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((body.words[middle]?.start ?? 0) < open) low = middle + 1
    else high = middle
  }
  return THAT.has(body.words[low - 1]?.key ?? '') || BY_THAT.has(body.words[low - 1]?.key ?? '')
}

/** Word at which another cue, or the end, cuts a claim off. */
function stopOf(body: Body, cues: readonly Cue[], index: number, from: number, limit: number): number {
  const stop = cueStop(body, cues, index, from, limit)
  return clauseStop(body, cues[index] as Cue, from, stop)
}

/** «يذكر أن», «تجدر الإشارة إلى»: the reporter goes on in his own voice. */
const ASIDE = /^(?:يذكر|تجدر|يجدر|يشار|للاشاره)$/

/** Where a claim's own grammar ends it: a noun phrase at the next clause, any claim at «وذلك». */
function clauseStop(body: Body, cue: Cue, from: number, limit: number): number {
  const noun = cue.claim?.noun === true
  // «أكد ذلك مصدر»
  if (noun && cue.subject?.from === from + 1) return Math.min(limit, from + 1)
  // «تنفي الحكومة ذلك وتؤكد أن»
  const next = body.words[from + 1]
  if (noun && /^(?:ذلك|هذا)$/.test(body.words[from]?.key ?? '') && next !== undefined && next.bare > next.start)
    return Math.min(limit, from + 1)
  for (let at = from + 1; at < limit; at++) {
    if (noun && isSaidIn(body, at)) return at
    if (!/^[،,؛]$/.test(body.words[at - 1]?.key ?? '')) continue
    const word = body.words[at]
    if (word === undefined || body.quotationOf[at] !== body.quotationOf[from]) continue
    if (word.key === 'وذلك' || ASIDE.test(word.core)) return at - 1
    if (isParticiple(word.key)) return at - 1
    if (!noun) continue
    if (/^(?:فيما|بينما|حيث|مما|كما)$/.test(word.key)) return at - 1
    if (word.key === 'في' && body.words[at + 1]?.key === 'حين') return at - 1
    const joined = word.bare > word.start && !/^(?:وال|وان|وب|ول|وفي|وعل|ومن|وعن|وعدم|والي)/.test(word.key)
    if (joined && at - from > 2 && body.mentions.at(word) === undefined) return at - 1
  }
  return limit
}

/** «تبنى التنظيم الهجوم في بيان»: where he said it. */
const isSaidIn = ({ words }: Body, at: number): boolean =>
  words[at]?.key === 'في' &&
  /^(?:بيان|بلاغ|تغريده|تدوينه|منشور|تصريح|تصريحات|مقابله)$/.test(words[at + 1]?.key ?? '') &&
  !/^ال/.test(words[at + 2]?.key ?? '')

/** An accusative participle of a verb of saying or asking: «مطالبا», «داعية». */
const isParticiple = (key: string): boolean =>
  /(?:ا|ه|ين)$/.test(key) &&
  key.length > 4 &&
  cueTable()
    .verbs.get(key)
    ?.some(({ shape }) => shape === 'participle') === true

function cueStop(body: Body, cues: readonly Cue[], index: number, from: number, limit: number): number {
  const cue = cues[index] as Cue
  const level = body.quotationOf[from] ?? -1
  const own = body.quotationOf[cue.at] ?? -1
  for (let later = index + 1; later < cues.length; later++) {
    const next = cues[later] as Cue
    if (next.from >= limit) break
    if (next.from <= from && next.mode !== 'postposed') continue
    const quoted = body.quotationOf[next.at] ?? -1
    if (quoted !== own && quoted !== level) continue
    const except = exceptClause(body, next, from)
    if (except !== undefined) return except
    if (
      next.mode === 'participle' &&
      (cue.mode === 'preposed' || !agrees(cue, next)) &&
      cues.slice(index + 1, later).some((c) => c.mode === 'verb')
    )
      continue
    if (cuts(body, cue, next)) return Math.max(from, beforeConnectives(body, creditedFrom(body, next, from), from))
  }
  return limit
}

function cuts(body: Body, cue: Cue, next: Cue): boolean {
  const before = body.words[next.at - 1]?.key ?? ''
  switch (next.mode) {
    case 'participle':
      return agrees(cue, next)
    case 'postposed':
      return next.answers === true || cue.mode !== 'verb' || creditsWhole(body, next)
    case 'preposed':
      return /^[،,؛.]$/.test(body.words[next.from - 1]?.key ?? '')
    case 'masdar':
      return false
    case 'colon':
      return true
    default: {
      if (RELATIVES.has(before)) return false
      // «وبينما أفادت مصادر بسقوط قتلى، حذر النائب من»: the main clause follows
      if (isSubordinate(body, cue) && /^[،,]$/.test(before)) return true
      if (!next.coordinated)
        return exceptThat(body, next.at) || (cue.claim?.noun === true && THAT.has(body.words[next.at + 1]?.key ?? ''))
      if (THAT.has(before)) return exceptThat(body, next.at)
      const comma = /^[،,؛"»”“]$/.test(before) || /^[،,؛]$/.test(body.words[next.at - 2]?.key ?? '')
      if (comma || next.subject !== undefined) return true
      return next.form?.entry.continues === true || next.form?.entry.lemma === cue.form?.entry.lemma
    }
  }
}

const isSubordinate = (body: Body, { from }: Cue): boolean =>
  /^(?:بينما|فيما|بعدما|عندما|حين|اذ)$/.test(body.words[from - 1]?.core ?? '')

/** Whether a postposed cue credits the sentence with its speaker, as media do; «بحسب الشرطة» inside a claim credits that. */
const creditsWhole = (body: Body, { from, subject, rule }: Cue): boolean =>
  subject === undefined ||
  rule === 'cue.naqlan' ||
  rule === 'cue.istinadan' ||
  subject.kind === 'outlet' ||
  subject.kind === 'agency' ||
  quotationEndingAt(body, /^[،,]$/.test(body.words[from - 1]?.key ?? '') ? from - 1 : from, 0) !== undefined

/** «إلا أنه قال», «غير أنها أكدت» begin a statement of their own. */
/** A postposed cue that credits a quotation alone leaves off before its mark. */
function creditedFrom(body: Body, next: Cue, floor: number): number {
  if (next.mode !== 'postposed') return next.from
  let last = next.from
  while (last > floor && /^[،,]$/.test(body.words[last - 1]?.key ?? '')) last--
  const quotation = quotationEndingAt(body, last, floor)
  if (quotation === undefined) return next.from
  const mark = wordAt(body, floor, quotation.open, next.from)
  if (last - mark < 6) return next.from
  for (let at = mark - 1; at > Math.max(floor, mark - 4); at--) if (/^[،,]$/.test(body.words[at]?.key ?? '')) return at
  return next.from
}

/** «لكن مصدرا قال إن», «إلا أن الوزيرة ردت بأن»: a clause against the claim, its subject before its verb. */
function exceptClause(body: Body, next: Cue, floor: number): number | undefined {
  if (next.mode !== 'verb') return undefined
  for (let at = next.at - 1; at > Math.max(floor, next.at - 10); at--) {
    const { key, core } = body.words[at] as Word
    if (/^[،,.؛]$/.test(key)) return undefined
    if (core === 'لكن' || core === 'لكنه' || core === 'لكنها') return at
    if (THAT.has(key) && /^(?:الا|غير|بيد)$/.test(body.words[at - 1]?.core ?? '')) return at - 1
    if (/^(?:فيما|بينما)$/.test(key) && next.subject === undefined) return at
  }
  return undefined
}

const exceptThat = (body: Body, at: number): boolean =>
  THAT.has(body.words[at - 1]?.key ?? '') && /^(?:الا|غير|بيد)$/.test(body.words[at - 2]?.core ?? '')

function agrees(cue: Cue, participle: Cue): boolean {
  const plural = cue.subject === undefined ? cue.plural : cue.subject.plural
  if (participle.plural) return plural || cue.subject === undefined || cue.subject.kind === 'anonymous'
  if (cue.gender !== undefined && participle.gender !== undefined && cue.gender !== participle.gender)
    return cue.subject?.gender === participle.gender
  return true
}

/** Openers with which a nominal sentence gets its predicate. */
const PREDICATES = new Set('هو هي هم كان كانت قد'.split(' '))
const OPENERS = new Set(
  'فيما بينما كما حيث قد لكن لكنه لكنها لكنهم ثم كذلك ايضا بدوره بدورها بدورهم الا غير كان كانت حين وقت اذ هو هي'.split(
    ' ',
  ),
)

function beforeConnectives(body: Body, from: number, floor: number): number {
  let at = from
  while (at > floor) {
    const before = body.words[at - 1]
    if (before === undefined) break
    const { key, core } = before
    if (OPENERS.has(key) || OPENERS.has(core) || key === 'و')
      at -= core === 'حين' && /^(?:في|وفي)$/.test(body.words[at - 2]?.key ?? '') ? 2 : 1
    else if (THAT.has(core) && /^(?:الا|غير|بيد)$/.test(body.words[at - 2]?.core ?? '')) at -= 2
    else if (/^(?:جهته|جهتها|جانبه|جانبها|ناحيته|ناحيتها)$/.test(key)) at -= 2
    else break
  }
  return at
}

/** What a postposed cue credits: the quotation just before it, else its clause back to the sentence's beginning. */
function backward(body: Body, unit: Unit, cues: readonly Cue[], index: number): readonly Span[] {
  const cue = cues[index] as Cue
  const outer = body.quotations[body.quotationOf[cue.at] ?? -1]
  const floor = outer === undefined ? unit.from : wordAt(body, unit.from, outer.start, cue.at)
  let last = cue.from
  while (last > floor && /^(?:[،,]|وذلك)$/.test(body.words[last - 1]?.key ?? '')) last--
  const quotation = quotationEndingAt(body, last, floor)
  const media = cue.subject?.kind === 'outlet' || cue.subject?.kind === 'agency'
  const previous = cues.slice(0, index).filter((c) => c.from >= floor)
  const claimed = previous.some(
    (c) =>
      c.claim !== undefined && c.claim.start <= (quotation?.start ?? 0) && (media || c.claim.quotation === quotation),
  )
  if (quotation !== undefined && !claimed) {
    const inside = wordAt(body, floor, quotation.start, cue.from)
    if (last - inside >= (inside <= floor + 1 ? 3 : 4))
      return trimmed(body, inside, wordAt(body, inside, quotation.end, cue.from), quotation.start)
  }
  const host =
    media || !creditsInside(cue)
      ? undefined
      : previous.findLast((c) => (c.mode === 'verb' || cue.answers === true) && c.claim !== undefined)
  let from = host?.claim?.word ?? floor
  for (const earlier of previous) if (earlier.mode === 'postposed' && earlier.to > from) from = earlier.to
  if (cue.answers === true && host === undefined) from = lastClause(body, from, last)
  from = clauseStart(body, from, last)
  if (last - from < 2) return []
  const first = body.words[from]
  const spans = trimmed(body, from, last, from === host?.claim?.word ? host.claim.start : (first?.bare ?? 0))
  const rest = cue.answers === true ? undefined : restAfter(body, unit, cues, index, last - from <= SHORT_OPENING)
  return rest === undefined ? spans : [...spans, ...rest]
}

const MIN_ANSWERED = 4

/** Behind the last comma that leaves enough to be denied or confirmed. */
function lastClause(body: Body, from: number, last: number): number {
  for (let at = last - 1; at > from; at--)
    if (/^[،,؛]$/.test(body.words[at]?.key ?? '') && last - at > MIN_ANSWERED) return at + 1
  return from
}

const creditsInside = ({ subject, rule }: Cue): boolean =>
  subject !== undefined && rule !== 'cue.naqlan' && rule !== 'cue.istinadan'

function clauseStart(body: Body, from: number, last: number): number {
  let at = from
  while (at < last) {
    const word = body.words[at]
    if (word === undefined) break
    if (/^[،,؛:\-–—•.]$/.test(word.key)) at++
    else if (/^(?:فيما|بينما|كما|حيث|وذلك)$/.test(word.key) || /^(?:فيما|بينما|كما|حيث)$/.test(word.core)) at++
    else break
  }
  return at
}

/** «تلتها، بحسب وسائل إعلام، استقالة أخرى»: the clause goes on behind the cue. */
function restAfter(
  body: Body,
  unit: Unit,
  cues: readonly Cue[],
  index: number,
  opening: boolean,
): readonly Span[] | undefined {
  const cue = cues[index] as Cue
  const comma = body.words[cue.to]
  if (comma === undefined || cue.to >= unit.to || !/^[،,]$/.test(comma.key)) return undefined
  const next = body.words[cue.to + 1]
  if (next === undefined || unit.to - cue.to < 4) return undefined
  const joined = /^(?:و|ف)/.test(next.key) && next.bare > next.start
  // Behind a few words («أسرة الضحية، بحسب ناشط، هي …») the sentence has hardly begun: what follows completes it.
  const apart = opening
    ? joined || (OPENERS.has(next.key) && !PREDICATES.has(next.key))
    : next.key !== next.core || OPENERS.has(next.key) || nounAt(next) !== undefined
  if (apart || RELATIVES.has(next.key)) return undefined
  const later = cues[index + 1]
  if (later !== undefined && later.from - cue.to <= 2) return undefined
  const end = later === undefined ? unit.to : later.from
  return trimmed(body, cue.to + 1, end, next.start)
}

function quotationEndingAt(body: Body, last: number, floor: number): Quotation | undefined {
  const mark = body.words[last - 1]
  if (mark === undefined || last - 1 <= floor || mark.kind === 'word') return undefined
  let low = 0
  let high = body.quotations.length
  // Quotations are sorted by start; the one that ends here begins at most a paragraph before.
  while (low < high) {
    const middle = (low + high) >> 1
    if ((body.quotations[middle]?.start ?? 0) < mark.start) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0 && at > low - 12; at--) {
    const quotation = body.quotations[at]
    if (quotation !== undefined && quotation.close === mark.end && quotation.end < quotation.close) return quotation
  }
  return undefined
}

/** First word at or after an offset, at most `limit`. */
function wordAt(body: Body, from: number, offset: number, limit: number): number {
  let at = from
  while (at < limit && (body.words[at]?.start ?? Number.POSITIVE_INFINITY) < offset) at++
  return at
}

/** A span from an offset to the last word before `to`, marks at both ends left out. */
function trimmed(body: Body, from: number, to: number, start: number): readonly Span[] {
  let last = to - 1
  const opened = (): boolean => {
    for (let at = last - 1; at >= from; at--) {
      if (body.words[at]?.key === '(' || body.words[at]?.key === '[') return true
      if (body.words[at]?.key === ')') return false
    }
    return false
  }
  while (last >= from) {
    const word = body.words[last]
    if (word === undefined) break
    if (word.key === ')' || word.key === ']') {
      if (opened()) break
    } else if (word.kind !== 'punctuation' && word.kind !== 'symbol') {
      if (!/^(?:و|ف)$/.test(word.key)) break
    } else if (word.key === '%') break
    last--
  }
  const end = body.words[last]?.end ?? start
  return last < from || end <= start ? [] : [{ start, end }]
}
