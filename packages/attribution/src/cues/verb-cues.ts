import type { VerbCue } from '@isnad/lexicon'
import { BY_THAT, NEGATIONS, PREPOSITION_NAMES, PREPOSITIONS, RELATIVES, THAT } from '../grammar.js'
import { isMediaAt } from '../noun-phrase.js'
import type { Body } from '../reading/body.js'
import type { Unit } from '../reading/units.js'
import { sidesIn } from '../sides.js'
import { readSource } from '../source.js'
import type { SourcePhrase } from '../source-phrase.js'
import { subjectBefore } from '../subject-before.js'
import { type Complement, reach } from './claim-start.js'
import { beginsClause } from './clause.js'
import { complementOf } from './complement.js'
import type { Cue, SideLink, Voice } from './cue.js'
import type { CueForm } from './cue-table.js'
import type { Hit, Hits } from './hits.js'
import { masdarCue } from './masdar-cues.js'
import { type PaperBefore, paperBefore } from './paper-before.js'
import { relayCue } from './relay-cues.js'

const MAX_ZONE = 60

/** What a form of a verb is in its sentence: a cue with its claim, a voice without one, neither, or `null` when no reading can be. */
export function verbCue(body: Body, unit: Unit, hit: Hit, hits: Hits): Cue | Voice | null | undefined {
  const { form, at } = hit
  const { entry } = form
  const before = at > unit.from ? body.words[at - 1] : undefined
  if (form.shape === 'masdar') return masdarCue(body, unit, hit, hits)
  if (
    before !== undefined &&
    NEGATIONS.has(before.core) &&
    !/^ما$/.test(before.key) &&
    !assertsWhenNegated(entry.lemma)
  )
    return undefined
  if (
    form.shape === 'present' &&
    before !== undefined &&
    /^(?:ان|لن|لم|كي|وان)$/.test(before.key) &&
    body.words[at - 2]?.core !== 'قبل'
  )
    return undefined
  if (form.shape === 'participle' && !participleStands(body, unit, at, form)) return undefined
  if (isNounHere(body, unit, hit)) return undefined
  if (form.shape === 'past' && isFirstPerson(body, at, entry.lemma)) return undefined
  if (entry.ofMedia && form.shape === 'participle') return undefined
  // «عالمة في الأحياء», «المنسوبة إليه»
  if (form.shape === 'participle' && /^(?:علم|نسب)$/.test(entry.lemma)) return undefined
  const end = Math.min(reach(body, unit.to, at), at + MAX_ZONE)
  if (entry.relays && form.shape !== 'participle')
    return hit.pronoun ? undefined : (relayCue(body, unit, hit, hits, end) ?? voiceOf(body, hit, end))
  const complement =
    complementOf(body, hit, end, hits) ??
    (followsQuotation(body, at) ? undefined : bareClause(body, unit, hit, end, hits))
  if (complement === undefined) return voiceOf(body, hit, end)
  const immediate = complement.zoneEnd === at + 1
  if (form.shape === 'present' && form.gender === 'm' && !form.plural && immediate && isImpersonal(body, unit, hit))
    return null
  const found = sidesIn(
    body,
    at + 1,
    complement.noun === true ? Math.min(end, complement.word + 14) : complement.zoneEnd,
    undefined,
  )
  const taken = form.shape === 'participle' ? undefined : paperBefore(body, unit, at, form)
  const paper = entry.inDocument
    ? (taken?.side ??
      found.find(({ kind }) => kind === 'document' || kind === 'social') ??
      mediumIn(body, at, complement.zoneEnd))
    : undefined
  if (entry.inDocument && paper === undefined) return undefined
  const subject =
    form.shape === 'participle'
      ? undefined
      : (paper?.source ??
        behindObject(body, at, complement, end) ??
        spokenIn(readSource(body, at + (taken === undefined ? 1 : 2), complement.zoneEnd), taken))
  if (entry.ofMedia && !isPress(subject)) return undefined
  const addressed = entry.addressee && !hit.coordinated && !beginsClause(body, unit, at)
  if (
    entry.takes.includes('accusation') &&
    immediate &&
    !hit.pronoun &&
    body.words[at + 1]?.key.startsWith('ب') === true
  )
    return null
  if (
    subject?.sure === false &&
    form.shape === 'present' &&
    form.gender === 'm' &&
    !form.plural &&
    IMPERSONAL.has(entry.lemma) &&
    !definiteAt(body, subject.from) &&
    !/^(?:هولاء|هذا|هذه)$/.test(subject.head)
  )
    return null
  if (subject?.sure === false && !subject.bare && !believable(body, hit, complement, subject)) return undefined
  if (subject?.sure === false && /(?:نا|ني)$/.test(body.words[subject.from]?.key ?? '')) return undefined
  const accused = entry.takes.includes('accusation') && complement.noun === true && subject?.to === complement.zoneEnd
  const isFirst =
    hit.coordinated ||
    form.shape === 'participle' ||
    (!hit.pronoun &&
      !RELATIVES.has(before?.key ?? '') &&
      subjectBefore(body, unit, { at, gender: form.gender }) !== undefined)
  if (accused && !isFirst) return undefined
  const speaker = subject === undefined || accused || addressed || isOwned(body, subject) ? undefined : subject
  return {
    at,
    from: at,
    to: complement.zoneEnd,
    span: hit.span,
    rule: entry.id,
    mode: form.shape === 'participle' ? 'participle' : 'verb',
    ...held(entry, before !== undefined && NEGATIONS.has(before.core)),
    form,
    gender: form.gender,
    plural: form.plural,
    coordinated: hit.coordinated || beginsClause(body, unit, at),
    ...handedOn(speaker, relayedIn(body, at + 1, complement.zoneEnd)),
    ...(taken?.relayer === undefined || speaker === undefined || (speaker.kind === 'document' && speaker.bare)
      ? {}
      : { relayer: taken.relayer }),
    ...(entry.inDocument && taken?.issuer !== undefined ? { issuer: taken.issuer } : {}),
    sides: [
      ...(paper === undefined && taken?.side !== undefined ? [taken.side] : []),
      ...toldMedium(body, entry, subject, complement.zoneEnd),
      ...found,
    ].filter((side) => side !== paper && side.source.span.start !== subject?.span.start),
    claim: complement,
  }
}

/** «أكد ذلك مصدر»: the speaker behind the word for what was said. */
function behindObject(body: Body, at: number, { noun, word }: Complement, end: number): SourcePhrase | undefined {
  if (noun !== true || word !== at + 1 || !/^(?:ذلك|الامر|النبا|الخبر)$/.test(body.words[word]?.key ?? ''))
    return undefined
  const source = readSource(body, at + 2, end)
  return source?.sure === true ? source : undefined
}

/** Who speaks in a paper or talk: the one named behind «فيه», else the one whose paper it is. */
const spokenIn = (named: SourcePhrase | undefined, taken: PaperBefore | undefined): SourcePhrase | undefined =>
  named?.sure === true || taken?.issuer === undefined ? named : taken.issuer

/** «أبلغ مسؤول الصحيفة أن»: whom a verb of telling has for its object. */
function toldMedium(
  body: Body,
  { addressee }: VerbCue,
  subject: SourcePhrase | undefined,
  zoneEnd: number,
): readonly SideLink[] {
  if (addressee !== true || subject === undefined) return []
  const at = /^["«“]$/.test(body.words[subject.to]?.key ?? '') ? subject.to + 1 : subject.to
  if (at >= zoneEnd || !isMediaAt(body, at)) return []
  const source = readSource(body, at, zoneEnd)
  return source?.kind === 'outlet' || source?.kind === 'agency' ? [{ kind: source.kind, source }] : []
}

/** «ذكرت الصحيفة نقلا عن مصدر أن»: the one behind «عن» speaks, the one before it passes on. */
function relayedIn(body: Body, from: number, zoneEnd: number): SourcePhrase | undefined {
  for (let at = from; at + 2 < zoneEnd; at++) {
    const key = body.words[at]?.key
    const next = body.words[at + 1]?.key
    const isTold = (key === 'نقلا' && next === 'عن') || (key === 'استنادا' && next === 'الي')
    if (!isTold && !(key === 'علي' && next === 'لسان')) continue
    const source = readSource(body, at + 2, zoneEnd)
    return source?.sure === true ? source : undefined
  }
  return undefined
}

function handedOn(
  speaker: SourcePhrase | undefined,
  source: SourcePhrase | undefined,
): Pick<Cue, 'subject' | 'relayer' | 'passedOn'> {
  if (source === undefined) return speaker === undefined ? {} : { subject: speaker }
  return speaker === undefined ? { passedOn: source } : { subject: source, relayer: speaker }
}

/** A paper, or what stands in one: «تناولت افتتاحية الصحيفة». */
const isPress = (subject: SourcePhrase | undefined): boolean =>
  subject?.sure === true && (subject.kind === 'outlet' || /^(?:افتتاحيه|مقال)$/.test(subject.head))

const definiteAt = (body: Body, at: number): boolean => body.words[at]?.key.startsWith('ال') === true

/** An unknown word with a pronoun is what is spoken of, not who speaks: «وصف حالته بأنها». */
const isOwned = (body: Body, { from, sure }: SourcePhrase): boolean =>
  !sure &&
  /.{3}(?:ه|ها|هم)$/.test(body.words[from]?.key ?? '') &&
  !/ة\p{M}*$/u.test(body.value.slice(0, body.words[from]?.end).slice(-3))

/** Whether words that nobody knows can be the speaker: before أن, or right before the verb's own preposition. */
function believable(body: Body, hit: Hit, complement: Complement, subject: SourcePhrase): boolean {
  const { entry } = hit.form
  if (complement.noun === true && entry.shows && entry.lemma !== 'كشف') return false
  if (complement.noun === true)
    return (
      subject.to === complement.zoneEnd &&
      subject.to - subject.from <= 3 &&
      PREPOSITION_NAMES.has(body.words[complement.zoneEnd]?.key ?? '')
    )
  if (entry.lemma === 'بين' && hit.form.shape === 'present') return false
  return !BY_THAT.has(body.words[complement.word - 1]?.key ?? '') || /^(?:أفاد|صرح|أكد|رد|ذكر|جزم)$/.test(entry.lemma)
}

/** «جاء في وسائل إعلام محلية أن». */
function mediumIn(body: Body, at: number, end: number): SideLink | undefined {
  if (body.words[at + 1]?.key !== 'في') return undefined
  const source = readSource(body, at + 2, end)
  return source?.kind === 'outlet' || source?.kind === 'agency' ? { kind: source.kind, source } : undefined
}

/** «أقترح أن»: printed with a hamza that «اقترح» has not, it is I. */
function isFirstPerson(body: Body, at: number, lemma: string): boolean {
  const word = body.words[at]
  if (word === undefined || !lemma.startsWith('ا')) return false
  return /^[وف]?أ/.test(body.value.slice(word.start, word.start + 2))
}

/** «لا يستبعد أن» and «لم يخف أن» still say something. */
const assertsWhenNegated = (lemma: string): boolean => /^(?:استبعد|أخفى)$/.test(lemma)

/** How the speaker holds it: who does not rule a thing out thinks it possible. */
const held = ({ stance, hedge }: VerbCue, isNegated: boolean): Pick<Cue, 'stance' | 'hedge'> =>
  isNegated && stance === 'questions' ? { stance: 'asserts', hedge: 'possible' } : { stance, hedge }

const IMPERSONAL = new Set(
  'ذكر أشار لاحظ قال زعم اعتقد لفت توقع رجح خشي افترض ظن نوه قدر تذكر أفاد روى حكى فهم أكد'.split(' '),
)

/** Said of everybody and nobody: «يذكر أن», «يشار إلى أن», «يعتقد أن». */
function isImpersonal(body: Body, unit: Unit, { at, form, coordinated }: Hit): boolean {
  if (!IMPERSONAL.has(form.entry.lemma)) return false
  const before = body.words[at - 1]?.key ?? ''
  if (at === unit.from)
    return !coordinated || /^(?:ذكر|أشار|لاحظ|اعتقد|قال|توقع|رجح|زعم|خشي|افترض|ظن|قدر)$/.test(form.entry.lemma)
  return /^(?:كما|مما|و|،|حيث|بما|فيما|انه|ما|-|–)$/.test(before)
}

/** An accusative participle tells of a second act of the speaker; a nominative one is an adjective or noun. */
function participleStands(body: Body, unit: Unit, at: number, form: CueForm): boolean {
  const word = body.words[at]
  if (word === undefined || word.key.endsWith('ون')) return false
  const before = body.words[at - 1]
  if (at === unit.from || before === undefined) return true
  if (before.kind === 'number' || /^(?:عشر|عشره|عشرين|عشرون|ثلاثين|اربعين|خمسين|ستين|مايه|الف)$/.test(before.key))
    return false
  if (before.kind !== 'word') return true
  if (form.gender === 'f' && !form.plural && before.key.endsWith('ه') && form.entry.lemma !== 'قال') return false
  const describes = before.key.startsWith('ال') && form.gender === 'f' && form.entry.lemma !== 'قال'
  return !PREPOSITIONS.has(before.key) && !describes
}

/** Verbal nouns in the accusative, which the dual of the verb is written like: «ردا على سؤال». */
const ADVERBIAL = /^(?:ردا|ذكرا|نشرا|شرحا|حكما|نقلا|كشفا|علما|حثا|شكرا|امرا|سردا|نصا|كتبا)$/

/** Letters that are a noun or preposition far more often than a verb when nothing opens a clause before them. */
const WEAK = new Set(
  'بين عد عبر دون حسب عقب رد ذكر نص ختم كشف وعد نشر نقل حكم شهد كرر تابع زاد علق سجل كتب فسر'.split(' '),
)
const PURE_PREPOSITIONS = new Set('بين عبر دون'.split(' '))
const BEFORE_VERB = new Set(
  'قد كما فيما بينما حيث ثم لكن و اذ ما عنه عنها به بها فيه فيها له لها لهم عليه عليها اليه اليها معه معها ايضا كذلك حين عندما بعدما قبلما مما الا اذا بل حتي لكنه لكنها منه منها بهم عنهم بان ان'.split(
    ' ',
  ),
)

function isNounHere(body: Body, unit: Unit, { at, form, coordinated, pronoun }: Hit): boolean {
  if (form.shape === 'present') return false
  if (form.shape === 'participle') return false
  const word = body.words[at]
  const before = at > unit.from ? (body.words[at - 1]?.key ?? '') : ''
  const { lemma } = form.entry
  if (form.plural && ADVERBIAL.test(word?.core ?? '')) return true
  if (form.gender === 'm' && !form.plural && WEAK.has(lemma)) {
    const printed = body.value.slice(word?.start ?? 0, word?.end)
    if (printed.includes('\u0651')) return false
    // «عقب الاجتماع»: a preposition, unless it is joined to what was said before
    if (lemma === 'عقب') return !coordinated || readSource(body, at + 1, Math.min(unit.to, at + 8))?.sure !== true
    if (PURE_PREPOSITIONS.has(lemma)) return !coordinated && at !== unit.from && !/^[،,]$/.test(before)
    if (before.startsWith('ال') || (before !== '' && PREPOSITIONS.has(before) && !BEFORE_VERB.has(before))) return true
    if (pronoun && before !== '' && !BEFORE_VERB.has(before)) return true
  }
  return PREPOSITIONS.has(before) && !BEFORE_VERB.has(before)
}

const PLAIN = new Set('قال أوضح أضاف ذكر أكد صرح'.split(' '))

/** «وأوضح الخيالي هاتفيا، قتل 29 شخصا»: neither أن nor marks, but a speaker, a comma and a clause. */
function bareClause(body: Body, unit: Unit, hit: Hit, end: number, hits: Hits): Complement | undefined {
  if (!PLAIN.has(hit.form.entry.lemma) || hit.form.shape !== 'past' || end < unit.to - 1) return undefined
  const subject = readSource(body, hit.at + 1, end)
  if (subject === undefined || !subject.sure || subject.kind === 'document') return undefined
  for (let at = subject.to; at < Math.min(end, subject.to + 14); at++) {
    if (hits.get(at)?.some(({ form }) => form.shape !== 'masdar') === true) return undefined
    if (!/^[،,]$/.test(body.words[at]?.key ?? '')) continue
    const next = body.words[at + 1]
    if (next === undefined || end - at < 6) return undefined
    const comma = laterComma(body, at + 1, Math.min(end, at + 7))
    const verb = body.words[comma === undefined ? at + 1 : comma + 1]
    if (comma !== undefined && verb !== undefined && readSource(body, comma + 1, end)?.sure !== true) return undefined
    if (
      readSource(body, at + 1, end)?.sure === true ||
      next.bare > next.start ||
      /^(?:في|ان|الذي|التي)$/.test(next.key)
    )
      return undefined
    return { zoneEnd: at, word: at + 1, start: next.start }
  }
  return undefined
}

function laterComma(body: Body, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) if (/^[،,]$/.test(body.words[at]?.key ?? '')) return at
  return undefined
}

/** Who speaks, where the claim is told elsewhere: «ومضى الوزير يقول», «وتابع كلامه». */
function voiceOf(body: Body, hit: Hit, end: number): Cue | Voice | undefined {
  const { at, form } = hit
  if (form.shape !== 'past' && form.shape !== 'present') return undefined
  if (hit.pronoun) return undefined
  const subject: SourcePhrase | undefined = readSource(body, at + 1, end)
  const isNamed = subject?.sure === true && subject.from <= at + 2
  // «“…”، يقول سامر.»: between a quotation and a stop an unknown word is a name
  const stands =
    TELLS.test(form.entry.lemma) &&
    !opensQuotation(body, at - 1) &&
    !form.plural &&
    subject !== undefined &&
    subject.kind === 'person' &&
    subject.from === at + 1 &&
    standsAlone(body, subject)
  if (subject === undefined || (!isNamed && !stands))
    return RELATIVES.has(body.words[at - 1]?.key ?? '') ? { at, gender: form.gender } : undefined
  const postposed = afterQuotation(body, hit, subject)
  return postposed ?? (isNamed ? { at, subject, gender: form.gender } : undefined)
}

/** «“…”، قال الوزير، مضيفا»: the mark before its comma closes what was said. */
const followsQuotation = (body: Body, at: number): boolean =>
  /^[،,]$/.test(body.words[at - 1]?.key ?? '') &&
  /^[»”"]$/.test(body.words[at - 2]?.key ?? '') &&
  !opensQuotation(body, at - 2)

const opensQuotation = ({ words, opens }: Body, at: number): boolean => opens.has(words[at]?.start ?? -1)

const TELLS = /^(?:قال|أضاف|تابع|أوضح|علق|روى|حكى|كتب|صرخ|تساءل)$/

const standsAlone = ({ words }: Body, { from, to }: SourcePhrase): boolean =>
  to - from <= 2 && !/^[بلكف]/.test(words[from]?.key ?? '') && /^(?:[.،,]|وهو|وهي|و.*)$/.test(words[to]?.key ?? '.')

/** «“...”، قال الوزير.»: the claim is the quotation before the verb. */
function afterQuotation(body: Body, hit: Hit, subject: SourcePhrase): Cue | undefined {
  const { at, form } = hit
  if (!form.entry.takes.includes('quote') || form.entry.relays) return undefined
  let mark = at - 1
  if (/^(?:هكذا|بهذا)$/.test(body.words[mark]?.key ?? '')) mark--
  const from = mark + 1
  if (/^[،,]$/.test(body.words[mark]?.key ?? '')) mark--
  if (!/^["”“»«]$/.test(body.words[mark]?.key ?? '')) return undefined
  if (hit.coordinated || THAT.has(body.words[at + 1]?.key ?? '')) return undefined
  return {
    at,
    from,
    to: subject.to,
    span: hit.span,
    rule: form.entry.id,
    mode: 'postposed',
    stance: form.entry.stance,
    hedge: form.entry.hedge,
    form,
    gender: form.gender,
    plural: form.plural,
    coordinated: false,
    subject,
    sides: sidesIn(body, at + 1, Math.min(subject.to + 12, body.words.length), subject),
    claim: undefined,
  }
}
