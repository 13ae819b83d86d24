import type { Span } from '@isnad/text'
import type { Cue } from './cue.js'
import { type CueForm, cueTable, type PhraseForm } from './cue-table.js'
import {
  ADVERBS,
  BY_THAT,
  NEGATIONS,
  NOT_THAT_AFTER,
  PREPOSITIONS,
  QUOTE_WORDS,
  RELATIVES,
  THAT,
  TIME_WORDS,
} from './grammar.js'
import type { Body } from './reading/body.js'
import type { Quotation } from './reading/quotes.js'
import type { Unit } from './reading/units.js'
import { afterLetters, type Word, withoutArticle, withoutPronoun } from './reading/words.js'
import { sidesIn } from './sides.js'
import { nounAt, readSource, type SourcePhrase } from './source.js'

/** A word that may be a cue. */
interface Hit {
  readonly at: number
  readonly form: CueForm
  readonly span: Span
  readonly coordinated: boolean
  readonly pronoun: boolean
  /** Attached ب before a verbal noun: «بقوله». */
  readonly governed: boolean
}

const MAX_ZONE = 60

/** Every cue of a unit whose clause says what is credited, in text order. */
export function findCues(body: Body, unit: Unit): readonly Cue[] {
  const cues: Cue[] = []
  const hits = new Map<number, readonly Hit[]>()
  for (let at = unit.from; at < unit.to; at++) {
    const found = hitsAt(body, at)
    if (found.length > 0) hits.set(at, found)
  }
  let taken = unit.from
  for (let at = unit.from; at < unit.to; at++) {
    if (at < taken) continue
    const cue =
      phraseCue(body, unit, at, hits) ??
      firstOf(hits.get(at), (hit) => verbCue(body, unit, hit, hits)) ??
      colonCue(body, unit, at)
    if (cue === undefined) continue
    cues.push(cue)
    taken = cue.at + 1
  }
  return cues
}

function firstOf(hits: readonly Hit[] | undefined, read: (hit: Hit) => Cue | undefined): Cue | undefined {
  for (const hit of hits ?? []) {
    const cue = read(hit)
    if (cue !== undefined) return cue
  }
  return undefined
}

const ORDER = { past: 0, present: 1, participle: 2, masdar: 3 } as const

function hitsAt(body: Body, at: number): readonly Hit[] {
  const word = body.words[at]
  if (word === undefined || word.kind !== 'word' || word.key.length < 2) return []
  const { verbs } = cueTable()
  const hits: Hit[] = []
  const look = (key: string, cut: number, pronoun: boolean, coordinated: boolean, governed = false): void => {
    for (const form of verbs.get(key) ?? []) {
      if (governed && form.shape !== 'masdar') continue
      if (hits.some((hit) => hit.form.entry === form.entry && hit.form.shape === form.shape)) continue
      const span = { start: afterLetters(body.value, word.start, cut), end: word.end }
      hits.push({ at, form, span, coordinated, pronoun, governed })
    }
  }
  look(word.key, 0, false, false)
  if (hits.length === 0 && word.core !== word.key) look(word.core, 1, false, true)
  if (hits.length === 0)
    for (const [key, cut] of word.core === word.key
      ? ([[word.key, 0]] as const)
      : ([
          [word.key, 0],
          [word.core, 1],
        ] as const))
      for (const stem of withoutPronoun(key)) look(stem, cut, true, cut === 1)
  if (hits.length === 0 && word.key.startsWith('ب')) {
    const bare = word.key.slice(1)
    look(bare, 1, false, false, true)
    look(withoutArticle(bare), 1, false, false, true)
    for (const stem of withoutPronoun(bare)) look(stem, 1, true, false, true)
  }
  return hits.sort((a, b) => ORDER[a.form.shape] - ORDER[b.form.shape])
}

/** What stands between a verb and its claim, and where the claim begins. */
interface Complement {
  readonly zoneEnd: number
  readonly word: number
  readonly start: number
  readonly quotation?: Quotation
  readonly noun?: true
}

/** Word index at which the innermost quotation of a word ends, else the unit's end. */
function reach(body: Body, unit: Unit, at: number): number {
  const quotation = body.quotations[body.quotationOf[at] ?? -1]
  if (quotation === undefined) return unit.to
  let end = at
  while (end < unit.to && (body.words[end]?.start ?? 0) < quotation.end) end++
  return end
}

function verbCue(body: Body, unit: Unit, hit: Hit, hits: ReadonlyMap<number, readonly Hit[]>): Cue | undefined {
  const { form, at } = hit
  const { entry } = form
  const before = body.words[at - 1]
  const beforeKey = at > unit.from ? (before?.key ?? '') : ''
  if (form.shape === 'masdar') return masdarCue(body, unit, hit, hits)
  if (
    form.shape === 'present' &&
    (beforeKey === 'ان' || beforeKey === 'لن' || beforeKey === 'لم' || beforeKey === 'كي')
  ) {
    const purpose = beforeKey === 'ان' && body.words[at - 2]?.key === 'قبل'
    if (!purpose) return undefined
  }
  if (NEGATIONS.has(beforeKey) && beforeKey !== 'ما') return undefined
  if (THAT.has(beforeKey) && beforeKey !== 'ان' && form.shape === 'present' && impersonal(entry.lemma)) return undefined
  if (form.shape === 'participle' && !participleStands(body, unit, at, form)) return undefined
  if (form.shape === 'past' && beforeKey.startsWith('ال') && !hit.coordinated && verbless(entry.lemma)) return undefined
  if (isNounHere(body, unit, hit)) return undefined
  const end = Math.min(reach(body, unit, at), at + MAX_ZONE)
  if (entry.relays && form.shape !== 'participle') {
    const relay = relayCue(body, unit, hit, hits, end)
    if (relay !== undefined) return relay
  }
  const complement = complementOf(body, hit, end, hits)
  if (complement === undefined) return undefined
  const immediate = complement.zoneEnd === at + 1
  if (form.shape === 'present' && form.gender === 'm' && !form.plural && immediate && impersonal(entry.lemma))
    return undefined
  const sides = sidesIn(body, at + 1, complement.zoneEnd, undefined)
  const paper = entry.inDocument ? sides.find(({ kind }) => kind === 'document' || kind === 'social') : undefined
  if (entry.inDocument && paper === undefined) return undefined
  const subject =
    form.shape === 'participle' ? undefined : (paper?.source ?? readSource(body, at + 1, complement.zoneEnd))
  return {
    at,
    from: at,
    to: complement.zoneEnd,
    span: hit.span,
    rule: entry.id,
    mode: form.shape === 'participle' ? 'participle' : 'verb',
    stance: entry.stance,
    ...(entry.hedge === undefined ? {} : { hedge: entry.hedge }),
    form,
    gender: form.gender,
    plural: form.plural,
    coordinated: hit.coordinated || clauseBegins(body, unit, at),
    ...(subject === undefined ? {} : { subject }),
    sides:
      paper === undefined ? sidesIn(body, at + 1, complement.zoneEnd, subject) : sides.filter((side) => side !== paper),
    claim: complement,
  }
}

/** Said of everybody and nobody: «يذكر أن», «يشار إلى أن», «يعتقد أن». */
const impersonal = (lemma: string): boolean =>
  /^(?:ذكر|أشار|لاحظ|قال|زعم|اعتقد|لفت|توقع|رجح|خشي|افترض|ظن|نوه|قدر|تذكر|أفاد|روى|حكى)$/.test(lemma)

/** Pasts that are read as a noun or adjective after a definite noun: «النقل», «البلد تابع». */
const verbless = (lemma: string): boolean => /^(?:تابع|بين|عد|نص|رد|كشف|ختم|ذكر|عبر|حكم|حسب|نشر|نقل|وعد)$/.test(lemma)

const PARTICIPLE_BEFORE = /^(?:[،,؛»”“")\]]|هو|هي|وهو|وهي|مضي|مضت)$/

/** An accusative participle tells of a second act of the speaker; after a noun it may be an adjective («مصدر مؤكد»). */
function participleStands(body: Body, unit: Unit, at: number, form: CueForm): boolean {
  const word = body.words[at]
  if (word === undefined) return false
  if (word.key.endsWith('ون')) return false
  const before = body.words[at - 1]?.key ?? ''
  if (at === unit.from || PARTICIPLE_BEFORE.test(before)) return true
  return form.gender !== undefined || form.entry.lemma === 'قال'
}

/** Letters that are a noun or preposition far more often than a verb. */
function isNounHere(body: Body, unit: Unit, { at, form, coordinated }: Hit): boolean {
  if (form.shape !== 'past') return false
  const before = at > unit.from ? (body.words[at - 1]?.key ?? '') : ''
  const { lemma } = form.entry
  const next = body.words[at + 1]?.key ?? ''
  if (lemma === 'بين' || lemma === 'عد' || lemma === 'عبر' || lemma === 'دون' || lemma === 'حسب') {
    if (
      /[\u0651]/.test(body.value.slice(form.shape === 'past' ? (body.words[at]?.start ?? 0) : 0, body.words[at]?.end))
    )
      return false
    if (form.gender === 'f') return false
    if (coordinated && lemma !== 'دون') return false
    return !(at === unit.from || /^[،.]$/.test(before))
  }
  if (
    PREPOSITIONS.has(before) &&
    !/^(?:قد|كما|فيما|بينما|حيث|ثم|لكن|و|اذ|ما|عنه|عنها|به|بها|فيه|فيها|له|لها|عليه|اليه|معه|ايضا|كذلك|حين|عندما|بعدما|قبلما|مما)$/.test(
      before,
    )
  )
    return true
  return next === 'من' && lemma === 'ذكر'
}

const CLAUSE_OPENERS = new Set(
  'فيما بينما كما حيث وقد قد لكن ثم بل ف و حين اذ وفيما وبينما كذلك ايضا بدوره بدورها بدورهم جهته جهتها جانبه جانبها وكان وكانت كان كانت'.split(
    ' ',
  ),
)

const clauseBegins = (body: Body, unit: Unit, at: number): boolean => {
  const before = body.words[at - 1]
  return (
    at === unit.from ||
    (before !== undefined && (CLAUSE_OPENERS.has(before.key) || before.key === '.' || before.key === ':'))
  )
}

const PREPOSITION_KEYS: ReadonlyMap<string, string> = new Map([
  ['عن', 'عن'],
  ['الي', 'إلى'],
  ['من', 'من'],
  ['علي', 'على'],
  ['في', 'في'],
])

function complementOf(
  body: Body,
  hit: Hit,
  end: number,
  hits: ReadonlyMap<number, readonly Hit[]>,
): Complement | undefined {
  const { words } = body
  const { entry } = hit.form
  const takes = new Set<string>(entry.takes)
  let preposition: number | undefined
  let attached: number | undefined
  let skipThat = false
  for (let at = hit.at + 1; at < end; at++) {
    const word = words[at] as Word
    const before = words[at - 1] as Word
    if (word.key === '(' || word.key === '[') {
      const closing = closingBracket(body, at, end)
      if (closing !== undefined) {
        at = closing
        continue
      }
    }
    const quotation = body.opens.get(word.start)
    if (quotation !== undefined && word.kind !== 'word') {
      const inside = wordAt(body, at + 1, quotation.start)
      const past = wordAt(body, at, quotation.close)
      if (isNameQuotation(body, quotation, inside, past, end)) {
        at = past - 1
        continue
      }
      const governs = PREPOSITION_KEYS.get(before.key)
      if (
        takes.has('quote') ||
        takes.has('clause') ||
        (governs !== undefined && takes.has(governs)) ||
        /^ب$/.test(before.key)
      ) {
        const zoneEnd =
          governs !== undefined && takes.has(governs) ? at - 1 : before.key === ':' || before.key === '،' ? at - 1 : at
        return {
          zoneEnd: attachedObject(hit, preposition, attached) ?? zoneEnd,
          word: inside,
          start: words[inside]?.start ?? quotation.start,
          quotation,
        }
      }
      at = past - 1
      continue
    }
    if (word.key === ':') {
      if ((takes.has('quote') || takes.has('clause')) && at + 1 < end) return afterColon(body, at, end)
      return undefined
    }
    if (RELATIVES.has(word.key) && at > hit.at + 1) skipThat = true
    if (THAT.has(word.key) || BY_THAT.has(word.key)) {
      const governs = PREPOSITION_KEYS.get(before.key)
      if (
        governs !== undefined
          ? !(takes.has(governs) || (governs === 'على' && takes.has('clause')))
          : NOT_THAT_AFTER.has(before.core)
      )
        continue
      if (skipThat && anotherThat(body, at, end)) {
        skipThat = false
        continue
      }
      if (
        !takes.has('clause') &&
        governs === undefined &&
        !(BY_THAT.has(word.key) && (takes.has('ب') || takes.has('predicate') || takes.has('accusation'))) &&
        !takes.has('إلى') &&
        !takes.has('من') &&
        !takes.has('على') &&
        !takes.has('عن')
      ) {
        continue
      }
      return clauseFrom(body, at, end, governs === undefined ? at : at - 1)
    }
    const governs = PREPOSITION_KEYS.get(word.key)
    if (governs !== undefined && takes.has(governs) && preposition === undefined) {
      const next = words[at + 1]
      if (next !== undefined && !THAT.has(next.key) && !(governs === 'من' && belongsToHead(body, hit.at, at)))
        preposition = at
    }
    if (takes.has('ب') && attached === undefined && at > hit.at && attachedBa(body, at)) attached = at
    if (
      takes.has('accusation') &&
      at > hit.at + 1 &&
      (attachedBa(body, at) || word.key === 'مسووليه' || word.key === 'المسووليه')
    ) {
      if (attached === undefined) attached = at
    }
    const others = hits.get(at)
    if (others !== undefined && stops(body, at, others) && !skipThat) break
    if (word.kind === 'punctuation' && /^[.؟?!؛]$/.test(word.key)) break
  }
  return nounComplement(body, hit, end, preposition, attached)
}

function attachedObject(_hit: Hit, preposition: number | undefined, _attached: number | undefined): number | undefined {
  return preposition
}

/** «حذر مسؤول من قبيلة كذا من أن»: the first «من» belongs to the man. */
const belongsToHead = (body: Body, verb: number, at: number): boolean =>
  at === verb + 2 && nounAt(body.words[at - 1] as Word)?.noun.kind === 'anonymous'

const attachedBa = (body: Body, at: number): boolean => {
  const word = body.words[at]
  if (word === undefined || word.kind !== 'word' || !word.key.startsWith('ب')) return false
  if (word.key === 'ب' || word.key.startsWith('بال')) return true
  return (
    word.key.length > 4 &&
    body.mentions.at(word)?.start !== word.start &&
    !/^(?:بين|بعد|بعض|بعيد|بدور|بيان|بحث|برنامج|بلاد|بلد|بنك|باسم|بارز|برلمان|بحسب|بيروت|بغداد|باريس|بريطان|برلين|بشار|بهدف|بسبب|بشان|بعدما|بدون|بل|بوش|بايدن|بوتين|بحضور)/.test(
      word.key,
    )
  )
}

/** Another finite cue of a clause of its own, or a participle that tells of a second act. */
function stops(body: Body, at: number, others: readonly Hit[]): boolean {
  const before = body.words[at - 1]?.key ?? ''
  return others.some(({ form, coordinated }) =>
    form.shape === 'participle'
      ? /^[،,]$/.test(before)
      : form.shape !== 'masdar' && coordinated && form.shape === 'past',
  )
}

function anotherThat(body: Body, at: number, end: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 40); next++)
    if (THAT.has(body.words[next]?.key ?? '') && /^[،,]$/.test(body.words[next - 1]?.key ?? '')) return true
  return false
}

function closingBracket(body: Body, at: number, end: number): number | undefined {
  for (let next = at + 1; next < Math.min(end, at + 25); next++)
    if (/^[)\]]$/.test(body.words[next]?.key ?? '')) return next
  return undefined
}

/** First word at or after an offset. */
function wordAt(body: Body, from: number, offset: number): number {
  let at = from
  while (at < body.words.length && (body.words[at]?.start ?? 0) < offset) at++
  return at
}

function clauseFrom(body: Body, that: number, end: number, zoneEnd: number): Complement | undefined {
  let at = that + 1
  while (at < end && /^[،,:]$/.test(body.words[at]?.key ?? '')) at++
  const word = body.words[at]
  if (word === undefined || at >= end) return undefined
  const quotation = word.kind === 'word' ? undefined : body.opens.get(word.start)
  let zone = zoneEnd
  while (zone > 0 && body.words[zone - 1]?.key === '،') zone--
  if (quotation === undefined) return { zoneEnd: zone, word: at, start: word.start }
  const inside = wordAt(body, at + 1, quotation.start)
  return { zoneEnd: zone, word: inside, start: body.words[inside]?.start ?? quotation.start, quotation }
}

function afterColon(body: Body, colon: number, end: number): Complement | undefined {
  const next = body.words[colon + 1]
  if (next === undefined) return undefined
  if (THAT.has(next.key)) return clauseFrom(body, colon + 1, end, colon)
  return clauseFrom(body, colon, end, colon)
}

/** Quotation marks round a name, a title or a single word of the subject are no quotation of what is said. */
function isNameQuotation(body: Body, quotation: Quotation, inside: number, past: number, end: number): boolean {
  const { words } = body
  const opening = wordAt(body, Math.max(0, inside - 2), quotation.open)
  const before = words[opening - 1]
  const length = past - inside
  const mention = words[inside] === undefined ? undefined : body.mentions.at(words[inside] as Word)
  if (mention !== undefined && mention.end >= quotation.end - 1) return true
  if (length > 9) return false
  if (before !== undefined && /^(?:ل|في|علي|عن|من|مع|الي)$/.test(before.key)) return true
  if (before !== undefined && before.kind === 'word' && nounAt(before, true) !== undefined && length <= 5) return true
  for (let next = past; next < Math.min(end, past + 14); next++) {
    if (
      THAT.has(words[next]?.key ?? '') &&
      !NOT_THAT_AFTER.has(words[next - 1]?.core ?? '') &&
      !PREPOSITION_KEYS.has(words[next - 1]?.key ?? '')
    )
      return length <= 6
    if (/^[.؛]$/.test(words[next]?.key ?? '')) break
  }
  return false
}

const NO_OBJECT = /^(?:[،,.؛:؟!()]|و)$/

/** A claim that is a noun phrase: «أعلن الحزب وفاة أمينه», «أعرب عن قلقه», «اتهم فلانا بالكذب». */
function nounComplement(
  body: Body,
  hit: Hit,
  end: number,
  preposition: number | undefined,
  attached: number | undefined,
): Complement | undefined {
  const { words } = body
  const { entry } = hit.form
  const takes = new Set<string>(entry.takes)
  const make = (at: number, zoneEnd: number, letters = 0): Complement | undefined => {
    const word = words[at]
    if (word === undefined || at >= end) return undefined
    const quotation = word.kind === 'word' ? undefined : body.opens.get(word.start)
    if (quotation !== undefined) {
      const inside = wordAt(body, at + 1, quotation.start)
      return { zoneEnd, word: inside, start: words[inside]?.start ?? quotation.start, noun: true }
    }
    if (word.kind === 'punctuation') return undefined
    return { zoneEnd, word: at, start: afterLetters(body.value, word.start, letters), noun: true }
  }
  if (
    preposition !== undefined &&
    !(entry.takes.includes('clause') && entry.takes.includes('noun') && preposition > hit.at + 9)
  ) {
    const next = words[preposition + 1]
    if (next !== undefined && !(entry.lemma === 'تحدث' && /^(?:الي|مع)$/.test(words[hit.at + 1]?.key ?? '')))
      return make(preposition + 1, preposition)
  }
  if (attached !== undefined && (takes.has('ب') || takes.has('accusation'))) {
    const word = words[attached] as Word
    if (word.key === 'ب') return make(attached + 1, attached)
    const letters = word.key.startsWith('ب') ? 1 : 0
    const object = make(attached, attached, letters)
    if (object !== undefined && (takes.has('accusation') || ['صرح', 'أفاد'].includes(entry.lemma) === false))
      return object
  }
  if (!takes.has('noun') && !takes.has('predicate')) return undefined
  if (hit.pronoun && takes.has('predicate')) return pronounPredicate(body, hit, end, make)
  if (hit.pronoun) return undefined
  const subject = readSource(body, hit.at + 1, end)
  let at =
    subject?.sure === true && !objectFits(body, hit.at + 1, entry.objects, true)
      ? subject.to
      : hit.at + 1
  at = skipAdjuncts(body, at, end)
  const object = words[at]
  if (object === undefined || at >= end || NO_OBJECT.test(object.key)) return undefined
  if (object.kind !== 'word' && body.opens.get(object.start) === undefined) return undefined
  if (PREPOSITIONS.has(object.key) || TIME_WORDS.has(object.key) || THAT.has(object.key)) return undefined
  if (entry.objects !== undefined && !objectFits(body, at, entry.objects, false)) return undefined
  if (entry.objects === undefined && takes.has('noun') && !nounlike(body, at)) return undefined
  if (takes.has('predicate') && !takes.has('noun') && subject === undefined) return undefined
  return make(at, at)
}

/** «تعتبرها إسرائيل "عاصمتها"»: the object is the pronoun, the claim is what is said of it. */
function pronounPredicate(
  body: Body,
  hit: Hit,
  end: number,
  make: (at: number, zoneEnd: number, letters?: number) => Complement | undefined,
): Complement | undefined {
  const subject = readSource(body, hit.at + 1, end)
  const at = subject?.sure === true ? subject.to : hit.at + 1
  const word = body.words[at]
  if (word === undefined || PREPOSITIONS.has(word.key)) return undefined
  return make(at, at)
}

function skipAdjuncts(body: Body, from: number, end: number): number {
  const { words } = body
  let at = from
  for (let guard = 0; guard < 4 && at < end; guard++) {
    const word = words[at] as Word
    if (word.key === '،' || TIME_WORDS.has(word.key) || ADVERBS.has(word.key)) {
      at++
      continue
    }
    if (/^(?:في|خلال|عبر|علي)$/.test(word.key)) {
      const noun = words[at + 1] === undefined ? undefined : nounAt(words[at + 1] as Word)
      if (noun === undefined || !/^(?:occasion|document|social)$/.test(noun.noun.kind)) return at
      const comma = nextComma(body, at, Math.min(end, at + 14))
      at = comma === undefined ? at + 2 : comma + 1
      continue
    }
    break
  }
  return at
}

function nextComma(body: Body, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) if (/^[،,]$/.test(body.words[at]?.key ?? '')) return at
  return undefined
}

function objectFits(body: Body, at: number, objects: readonly string[] | undefined, immediate: boolean): boolean {
  const word = body.words[at]
  if (word === undefined) return false
  if (objects === undefined) return immediate && objectNoun(word.key)
  const key = withoutArticle(word.key)
  return folded(objects).some(
    (object) =>
      key === object ||
      (key.startsWith(object.replace(/ه$/, 'ت')) && key.length - object.length <= 3) ||
      (key.startsWith(object) && key.length - object.length <= 3),
  )
}

const foldedObjects = new WeakMap<readonly string[], readonly string[]>()
function folded(objects: readonly string[]): readonly string[] {
  let found = foldedObjects.get(objects)
  if (found === undefined) {
    found = objects.map((object) =>
      withoutArticle(
        object.replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/ئ/g, 'ي').replace(/ؤ/g, 'و'),
      ),
    )
    foldedObjects.set(objects, found)
  }
  return found
}

/** Verbal nouns that open a claim: «وفاة», «استهداف», «دعمها». */
const objectNoun = (key: string): boolean =>
  /^(?:ا(?:ست|ن|ل)?....?ا.|ت..ي.|وفاه|مقتل|وجود|اصابه|استشهاد|دعم|رفض|رغبه|وصول|سقوط|نجاح|فشل|صحه|وقف|قتل|قصف|بدء|عوده|ضروره|اهميه|حرص|متانه|عمق|ثقه|قدره|مشاركه|علم|صله|علاقه|كون|حدوث|ارتفاع|انخفاض|انهيار|نيه|عزم|حق|جاهزيه|التزام|سلامه|ان)(?:ه|ها|هم|هما|نا|تها|ته|تهم)?$/.test(
    key,
  )

const nounlike = (body: Body, at: number): boolean => {
  const key = body.words[at]?.key ?? ''
  return key.length > 2 && !RELATIVES.has(key) && !/^(?:قد|كان|كانت|لم|لن|لا|هو|هي|هم|اذا|لقد|حيث|كما|و)$/.test(key)
}

/** «نقلت الوكالة عن مصدر قوله إن», «نقل عن الوزير أن». */
function relayCue(
  body: Body,
  unit: Unit,
  hit: Hit,
  hits: ReadonlyMap<number, readonly Hit[]>,
  end: number,
): Cue | undefined {
  const { words } = body
  const { form, at } = hit
  let an: number | undefined
  for (let next = at + 1; next < Math.min(end, at + 14); next++) {
    const key = words[next]?.key ?? ''
    if (key === 'عن' || (key === 'علي' && words[next + 1]?.key === 'لسان')) {
      an = key === 'عن' ? next : next + 1
      break
    }
    if (THAT.has(key) || /^[:.؛]$/.test(key)) break
  }
  if (an !== undefined) {
    const inner = readSource(body, an + 1, end)
    if (inner !== undefined && (inner.sure || definite(words[an + 1]?.key))) {
      const complement = relayedClaim(body, hit, an + 1, inner, end, hits)
      if (complement !== undefined) {
        const relayer = an > at + 1 ? readSource(body, at + 1, an) : undefined
        return {
          at,
          from: at,
          to: complement.zoneEnd,
          span: hit.span,
          rule: form.entry.id,
          mode: 'verb',
          stance: form.entry.stance,
          form,
          gender: form.gender,
          plural: form.plural,
          coordinated: hit.coordinated || clauseBegins(body, unit, at),
          subject: inner,
          ...(relayer === undefined ? {} : { relayer }),
          sides: [],
          claim: complement,
        }
      }
    }
  }
  if (form.entry.takes.includes('عن') && an !== undefined) return undefined
  const complement = complementOf(body, hit, end, hits)
  if (complement === undefined || (complement.noun === true && form.entry.objects === undefined)) return undefined
  const subject = readSource(body, at + 1, complement.zoneEnd)
  if (subject === undefined && !hit.coordinated) return undefined
  const media = subject?.kind === 'outlet' || subject?.kind === 'agency' || subject?.kind === 'document'
  return {
    at,
    from: at,
    to: complement.zoneEnd,
    span: hit.span,
    rule: form.entry.id,
    mode: 'verb',
    stance: media || form.entry.stance === 'reports' ? 'reports' : form.entry.stance,
    form,
    gender: form.gender,
    plural: form.plural,
    coordinated: hit.coordinated || clauseBegins(body, unit, at),
    ...(subject === undefined ? {} : { subject }),
    sides: [],
    claim: complement,
  }
}

const definite = (key: string | undefined): boolean => key?.startsWith('ال') === true

function relayedClaim(
  body: Body,
  hit: Hit,
  from: number,
  inner: SourcePhrase,
  end: number,
  hits: ReadonlyMap<number, readonly Hit[]>,
): Complement | undefined {
  const { words } = body
  for (let at = Math.max(from, inner.from + 1); at < end; at++) {
    const word = words[at] as Word
    const quotation = body.opens.get(word.start)
    if (quotation !== undefined && word.kind !== 'word') {
      const inside = wordAt(body, at + 1, quotation.start)
      const past = wordAt(body, at, quotation.close)
      if (isNameQuotation(body, quotation, inside, past, end)) {
        at = past - 1
        continue
      }
      return { zoneEnd: at, word: inside, start: words[inside]?.start ?? quotation.start, quotation }
    }
    if (word.key === ':') return afterColon(body, at, end)
    if (THAT.has(word.key) || BY_THAT.has(word.key)) {
      if (NOT_THAT_AFTER.has(words[at - 1]?.core ?? '')) continue
      return clauseFrom(body, at, end, at)
    }
    if (
      QUOTE_WORDS.has(word.key) ||
      hits.get(at)?.some(({ form }) => form.shape === 'participle' && form.entry.lemma === 'قال')
    ) {
      // «قوله في مقابلة …»: what is said may begin with neither أن nor a mark.
      for (let next = at + 1; next < Math.min(end, at + 25); next++) {
        const key = words[next]?.key ?? ''
        if (THAT.has(key) || key === ':' || body.opens.has(words[next]?.start ?? -1)) break
        if (next === Math.min(end, at + 25) - 1) return clauseFrom(body, at, end, at)
      }
      continue
    }
    if (/^[.؛؟]$/.test(word.key)) break
    if (at > hit.at + 45) break
  }
  return undefined
}

/** «تأكيد ماليزيا أن», «بقوله إن», «تصريحات الوزير بأن». */
function masdarCue(body: Body, unit: Unit, hit: Hit, hits: ReadonlyMap<number, readonly Hit[]>): Cue | undefined {
  const { at, form } = hit
  const { words } = body
  const before = at > unit.from ? (words[at - 1]?.key ?? '') : ''
  if (NEGATIONS.has(before)) return undefined
  const end = Math.min(reach(body, unit, at), at + 25)
  const own = hit.pronoun || (hit.governed && withoutArticle(words[at]?.key.slice(1) ?? '') !== words[at]?.key.slice(1))
  let that: number | undefined
  for (let next = at + 1; next < Math.min(end, own ? at + 14 : at + 14); next++) {
    const word = words[next] as Word
    const quotation = word.kind === 'word' ? undefined : body.opens.get(word.start)
    if (own && (quotation !== undefined || word.key === ':') && form.entry.takes.includes('quote')) {
      that = word.key === ':' ? next : next - 1
      break
    }
    if (THAT.has(word.key) || BY_THAT.has(word.key)) {
      if (NOT_THAT_AFTER.has(words[next - 1]?.core ?? '')) return undefined
      that = next
      break
    }
    if (word.kind === 'punctuation' && !(own && word.key === '،')) return undefined
    if (hits.get(next)?.some((other) => other.form.shape === 'past') === true && next > at + 1) return undefined
  }
  if (that === undefined) return undefined
  const complement = clauseFrom(body, that, end, Math.max(that, at + 1))
  if (complement === undefined) return undefined
  const subject = own ? undefined : readSource(body, at + 1, that)
  if (!own && (subject === undefined || !subject.sure)) return undefined
  if (own && !hit.governed && !/^(?:في|عن|مع|بعد|حسب|بحسب)$/.test(before)) return undefined
  return {
    at,
    from: at,
    to: complement.zoneEnd,
    span: hit.span,
    rule: form.entry.id,
    mode: 'masdar',
    stance: form.entry.stance,
    ...(form.entry.hedge === undefined ? {} : { hedge: form.entry.hedge }),
    form,
    gender: undefined,
    plural: false,
    coordinated: false,
    ...(subject === undefined ? {} : { subject }),
    sides: [],
    claim: complement,
  }
}

const FREE_RELATIVE = new Set(['ما', 'لما', 'مما'])
const FUSED: ReadonlySet<string> = new Set(['حسبما', 'وفقما', 'بحسبما', 'كما', 'مثلما'])

/** «بحسب», «وفقا ل», «كما ذكر» with the one they name, before or after what he is credited with. */
function phraseCue(body: Body, unit: Unit, at: number, hits: ReadonlyMap<number, readonly Hit[]>): Cue | undefined {
  const { words } = body
  const word = words[at] as Word
  if (word.kind !== 'word') return undefined
  if (FUSED.has(word.key) || FUSED.has(word.core)) return byVerb(body, unit, at, at + 1, hits, undefined)
  for (const [key, cut] of [
    [word.key, 0],
    [word.core, word.core === word.key ? 0 : 1],
  ] as const) {
    for (const phrase of cueTable().phrases.get(key) ?? []) {
      const cue = phraseAt(body, unit, at, cut, phrase, hits)
      if (cue !== undefined) return cue
    }
  }
  return undefined
}

function phraseAt(
  body: Body,
  unit: Unit,
  at: number,
  cut: number,
  { entry, words: form }: PhraseForm,
  hits: ReadonlyMap<number, readonly Hit[]>,
): Cue | undefined {
  const { words } = body
  for (let step = 1; step < form.length; step++) {
    const key = words[at + step]?.key ?? ''
    const wanted = form[step] ?? ''
    const last = step === form.length - 1
    if (key !== wanted && !(last && withoutPronoun(key).includes(wanted)) && !(last && withoutArticle(key) === wanted))
      return undefined
  }
  const last = at + form.length - 1
  const pronounSource =
    form.length > 1 &&
    words[last]?.key !== form[form.length - 1] &&
    withoutPronoun(words[last]?.key ?? '').includes(form[form.length - 1] ?? '')
  let from = last + 1
  const next = words[from]
  if (next === undefined || from >= unit.to)
    return pronounSource ? postposed(body, unit, at, cut, entry, last, undefined, from) : undefined
  if (entry.before === 'ل') {
    if (next.key === 'لما') return byVerb(body, unit, at, from + 1, hits, cut)
    if (next.key === 'ل') from++
    else if (!next.key.startsWith('ل')) return undefined
  } else if (entry.before !== 'none') {
    if (next.key !== entry.before.replace('إ', 'ا').replace('ى', 'ي')) return undefined
    from++
  }
  if (FREE_RELATIVE.has(words[from]?.key ?? '')) return byVerb(body, unit, at, from + 1, hits, cut)
  if (pronounSource) return postposed(body, unit, at, cut, entry, last, undefined, from)
  const end = reach(body, unit, at)
  const source = readSource(body, from, end, { cutLam: entry.before === 'ل' })
  if (source === undefined || !source.sure || !speaks(source)) {
    if (/^(?:وصفه|وصفها|قوله|قولها|تعبيره|تعبيرها|زعمه|زعمها|قولهم|وصفهم)$/.test(words[from]?.key ?? ''))
      return postposed(body, unit, at, cut, entry, from, undefined, from + 1)
    return undefined
  }
  return postposed(body, unit, at, cut, entry, last, source, source.to)
}

/** Things that a plan or a rule goes by do not speak: «وفق الخطة». */
const speaks = ({ kind, entity, head }: SourcePhrase): boolean =>
  !(kind === 'document' && /^(?:قانون|دستور|قرار|لائحه|لوائح|قوانين|قرارات|خريطه|نص)$/.test(head)) &&
  entity?.type !== 'EVT-NAME'

function postposed(
  body: Body,
  unit: Unit,
  at: number,
  cut: number,
  entry: PhraseForm['entry'],
  last: number,
  source: SourcePhrase | undefined,
  to: number,
): Cue {
  const { words } = body
  const cueWord = words[at + entry.cueWord] ?? (words[at] as Word)
  const own = source === undefined
  const span = own
    ? { start: afterLetters(body.value, words[at]?.start ?? 0, cut), end: words[at]?.end ?? 0 }
    : { start: entry.cueWord === 0 ? afterLetters(body.value, cueWord.start, cut) : cueWord.start, end: cueWord.end }
  const claim = own ? undefined : preposedClaim(body, unit, at, to)
  void last
  return {
    at,
    from: at,
    to,
    span,
    rule: entry.id,
    mode: claim === undefined ? 'postposed' : 'preposed',
    stance: entry.stance,
    ...(entry.hedge === undefined ? {} : { hedge: entry.hedge }),
    gender: undefined,
    plural: false,
    coordinated: false,
    ...(source === undefined ? {} : { subject: source }),
    sides: [],
    claim,
  }
}

/** «وبحسب المصدر، فإن …»: the claim follows where the phrase opens the clause. */
function preposedClaim(body: Body, unit: Unit, at: number, to: number): Complement | undefined {
  const { words } = body
  const before = words[at - 1]
  const opens =
    at === unit.from ||
    (before !== undefined &&
      (THAT.has(before.key) ||
        /^[:؛]$/.test(before.key) ||
        body.opens.has(before.start) ||
        /^(?:لكن|ولكن|بينما|فيما|حيث)$/.test(before.key)))
  if (!opens) return undefined
  let next = to
  const limit = Math.min(unit.to, to + 30)
  for (let probe = to; probe < limit; probe++) {
    const key = words[probe]?.key ?? ''
    if (
      /^(?:فان|فانه|فانها|فانهم|فقد)$/.test(key) ||
      (THAT.has(key) &&
        !NOT_THAT_AFTER.has(words[probe - 1]?.core ?? '') &&
        !PREPOSITIONS.has(words[probe - 1]?.key ?? '') &&
        probe - to < 12)
    ) {
      next = probe + (key === 'فقد' ? 0 : 1)
      break
    }
    if (/^[،,]$/.test(key)) {
      const after = words[probe + 1]?.key ?? ''
      if (/^(?:فان|فانه|فانها|فانهم|ان|انه|انها)$/.test(after)) continue
      next = probe + 1
      break
    }
    if (/^[.؛]$/.test(key)) return undefined
  }
  while (next < unit.to && /^[،,:]$/.test(words[next]?.key ?? '')) next++
  const word = words[next]
  if (word === undefined || next >= unit.to) return undefined
  const quotation = word.kind === 'word' ? undefined : body.opens.get(word.start)
  if (quotation === undefined) return { zoneEnd: next, word: next, start: word.start }
  const inside = wordAt(body, next + 1, quotation.start)
  return { zoneEnd: next, word: inside, start: words[inside]?.start ?? quotation.start, quotation }
}

/** «بحسب ما أعلن الجيش», «كما ذكرت الوكالة»: the verb is the cue, and what it credits stands before it. */
function byVerb(
  body: Body,
  unit: Unit,
  at: number,
  verb: number,
  hits: ReadonlyMap<number, readonly Hit[]>,
  cut: number | undefined,
): Cue | undefined {
  const { words } = body
  let place = verb
  while (place < verb + 2 && /^(?:قد|كان|كانت)$/.test(words[place]?.key ?? '')) place++
  const hit = hits.get(place)?.find(({ form }) => form.shape === 'past' || form.shape === 'present')
  if (hit === undefined) return undefined
  const end = reach(body, unit, at)
  let source = readSource(body, place + 1, Math.min(end, place + 30))
  const also = (words[at]?.core ?? '') === 'كما' || words[at]?.key === 'كما'
  if (also) {
    // «كما أعلن أن …» goes on with a claim of its own.
    const complement = complementOf(body, hit, end, hits)
    if (complement !== undefined && complement.noun !== true) return undefined
    if (source === undefined || !source.sure) return undefined
    const after = words[source.to]
    if (after !== undefined && source.to < unit.to && !/^[.،,؛]$/.test(after.key) && complement !== undefined)
      return undefined
    if (at === unit.from) return undefined
  }
  const sides = sidesIn(body, place + 1, Math.min(end, place + 24), source)
  if (source !== undefined && !source.sure) source = hit.form.shape === 'past' ? source : undefined
  const to = source?.to ?? place + 1
  const claim = cut === undefined && also ? undefined : preposedClaim(body, unit, at, to)
  const { entry } = hit.form
  return {
    at: place,
    from: at,
    to,
    span: hit.span,
    rule: entry.id,
    mode: claim === undefined ? 'postposed' : 'preposed',
    stance: entry.stance,
    ...(entry.hedge === undefined ? {} : { hedge: entry.hedge }),
    form: hit.form,
    gender: hit.form.gender,
    plural: hit.form.plural,
    coordinated: false,
    ...(source === undefined ? {} : { subject: source }),
    sides,
    claim,
  }
}

/** «الراشد: لن نتراجع» at the head of a paragraph. */
function colonCue(body: Body, unit: Unit, at: number): Cue | undefined {
  const { words } = body
  if (words[at]?.key !== ':' || at - unit.from > 9 || at === unit.from) return undefined
  if (unit.from > 0 && words[unit.from - 1]?.paragraph === words[unit.from]?.paragraph) return undefined
  const first = words[unit.from] as Word
  const place = body.mentions.at(first)
  const source = readSource(body, unit.from, at)
  if (source === undefined || !source.sure || source.to < at) return undefined
  if (
    source.entity === undefined
      ? source.kind !== 'official' && source.kind !== 'anonymous'
      : source.entity.type !== 'PER' && source.entity.type !== 'ORG'
  )
    return undefined
  void place
  const complement = clauseFrom(body, at, unit.to, at)
  if (complement === undefined || unit.to - complement.word < 3) return undefined
  return {
    at,
    from: unit.from,
    to: at,
    rule: 'rule.colon',
    mode: 'colon',
    stance: 'asserts',
    gender: undefined,
    plural: false,
    coordinated: true,
    subject: source,
    sides: [],
    claim: complement,
  }
}
