import { foldKey, type Span, searchStem, sentences } from '@isnad/text'
import { termWeight } from '../stories/term-weights.js'
import { sourceWords } from './source-words.js'

export type SourceKind = 'body' | 'person' | 'anonymous' | 'outlet' | 'vague-outlet' | 'social' | 'correspondent'

/** One place where an article says who says so. */
export interface SourceMention {
  readonly kind: SourceKind
  /** The source's words as printed: «مصدر عسكري», «الميجور سالم العامر، المتحدث باسم القيادة». */
  readonly description: string
  /** Stems of the description without function words: what two mentions are compared by. */
  readonly stems: readonly string[]
  /** First of them that says what it is: شرط of «شرطة المدينة». */
  readonly head: string
  /** Names in the description, where it names a person. */
  readonly names: readonly string[]
  /** The outlet that it spoke to or through, folded. */
  readonly channel?: string
  readonly sentence: Span
  /** Rank of the sentence in the body. */
  readonly at: number
  readonly statement: boolean
  readonly interview: boolean
  readonly conference: boolean
  readonly denies: boolean
  /** True where only a pronoun or a bare verb points back («وأضاف»). */
  readonly carried: boolean
}

export interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
  /** The mark that stands before the word, `"` for any quotation mark, `,` for a comma. */
  readonly after: string
}

const WORD = /[\p{L}\p{M}\p{N}\u0640_]+/gu
const QUOTE = /["«»“”„]/u

/** The words of one sentence, folded, each with the marks before it. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  const sentence = text.slice(start, end)
  const words: Word[] = []
  let last = 0
  for (const match of sentence.matchAll(WORD)) {
    const gap = sentence.slice(last, match.index)
    const after = QUOTE.test(gap)
      ? '"'
      : /[:]/.test(gap)
        ? ':'
        : /[،,؛;]/u.test(gap)
          ? ','
          : /[.!?؟]/u.test(gap)
            ? '.'
            : ''
    last = match.index + match[0].length
    words.push({ key: foldKey(match[0]), start: start + match.index, end: start + last, after })
  }
  return words
}

/** و or ف off where a verb of saying is left. */
function cueKey(key: string, forms: ReadonlySet<string>): boolean {
  return forms.has(key) || ((key.startsWith('و') || key.startsWith('ف')) && forms.has(key.slice(1)))
}

/** ال and attached prepositions off a noun. */
export function bareNoun(key: string): string {
  const bare = key.replace(/^(?:[وف](?=ال|لل))?(?:بال|كال|ال(?=..)|لل)/, '')
  return bare.length >= 2 ? bare : key
}

const isIn = (table: ReadonlySet<string>, key: string): boolean => {
  if (table.has(key)) return true
  const bare = bareNoun(key)
  if (table.has(bare)) return true
  return /^[لبو]/.test(key) && key.length > 4 && (table.has(key.slice(1)) || table.has(bareNoun(key.slice(1))))
}

/** As `isIn`, for a subject: it may open with و or ف, and with no preposition. */
const heads = (table: ReadonlySet<string>, key: string): boolean => {
  const plain = /^[وف]/.test(key) && key.length > 3 ? key.slice(1) : key
  return (
    table.has(key) || table.has(plain) || table.has(bareNoun(key)) || (/^ال/.test(plain) && table.has(bareNoun(plain)))
  )
}

const LONGEST_NOUN_PHRASE = 16
const LOOK_BACK = 9

/** Every source that the sentences of a body name, in order. */
export function readSources(body: string): SourceMention[] {
  const mentions: SourceMention[] = []
  for (const [at, sentence] of sentences({ frame: 'article', value: body }).entries()) {
    const words = wordsIn(body, sentence)
    for (let i = 0; i < words.length; i++) {
      const found = sourceAt(words, i, mentions)
      if (found === undefined) continue
      const mention = describe(body, words, found, sentence, at, mentions)
      if (mention !== undefined) mentions.push(mention)
    }
  }
  return mentions
}

interface Found {
  /** Words of the noun phrase, half-open. */
  readonly from: number
  readonly to: number
  readonly cue: number
  readonly via?: readonly [number, number]
  /** The cue has no subject: the one before speaks on. */
  readonly carried: boolean
}

function sourceAt(words: readonly Word[], i: number, _before: readonly SourceMention[]): Found | undefined {
  const table = sourceWords()
  const word = words[i]
  if (word === undefined) return undefined
  const previous = words[i - 1]
  if (previous !== undefined && table.negation.has(previous.key)) return undefined
  if (cueKey(word.key, table.relaying)) return relayed(words, i)
  if (cueKey(word.key, table.publishing)) return published(words, i)
  if (cueKey(word.key, table.saying)) return said(words, i)
  if (table.according.has(word.key) || (word.key.startsWith('و') && table.according.has(word.key.slice(1))))
    return according(words, i)
  if (/^و?علم/.test(word.key) && /^و?علمت?$/.test(word.key)) return learned(words, i)
  return undefined
}

/** From `start`, the words that can belong to one noun phrase. */
function nounPhrase(words: readonly Word[], start: number): number {
  const { complement, saying, relaying } = sourceWords()
  let end = start
  while (end < words.length && end - start < LONGEST_NOUN_PHRASE) {
    const word = words[end]
    if (word === undefined || complement.has(word.key)) break
    if (end > start && (word.after === ':' || word.after === '.')) break
    if (end > start && (cueKey(word.key, saying) || cueKey(word.key, relaying)) && word.key.length > 3) break
    end++
  }
  return end
}

function said(words: readonly Word[], i: number): Found | undefined {
  const { complement } = sourceWords()
  const next = words[i + 1]
  if (next === undefined) return undefined
  const bare = complement.has(next.key) || next.after === ':' || next.after === '"'
  // «بين» is mostly a preposition: it speaks only before «أن» or a speaker with ال and one.
  if (/^[وف]?بين$/.test(words[i]?.key ?? '')) {
    const end = nounPhrase(words, i + 1)
    if (!complement.has(words[end]?.key ?? '') || !isSpeakerHead(next)) return undefined
  }
  if (!bare && isSpeakerHead(next)) return { from: i + 1, to: nounPhrase(words, i + 1), cue: i, carried: false }
  const quoted = next.after === '"' ? nounPhrase(words, i + 1) : i + 1
  if (quoted > i + 1 && complement.has(words[quoted]?.key ?? ''))
    return { from: i + 1, to: quoted, cue: i, carried: false }
  if (!bare) {
    const end = nounPhrase(words, i + 1)
    const closes = complement.has(words[end]?.key ?? '') || words[end]?.after === ':'
    if (closes && looksLikeName(words, i + 1)) return { from: i + 1, to: end, cue: i, carried: false }
  }
  // The subject may stand before the verb: «لكن موقع كذا قال …».
  for (let back = Math.max(0, i - LOOK_BACK); back < i; back++) {
    const word = words[back]
    if (word !== undefined && isSpeakerHead(word) && (back === 0 || back <= 2 || word.after === ','))
      return { from: back, to: i, cue: i, carried: false }
  }
  return bare || startsPhrase(next) ? { from: i, to: i, cue: i, carried: true } : undefined
}

const startsPhrase = ({ key }: Word): boolean => /^(?:في|الي|عن|خلال|ايضا|عبر)$/.test(key)

/** «نقلت الوكالة عن الوزارة»: the speaker stands after عن, the channel before it. */
function relayed(words: readonly Word[], i: number): Found | undefined {
  for (let at = i + 1; at < Math.min(words.length, i + 12); at++) {
    const key = words[at]?.key ?? ''
    if (key !== 'عن' && key !== 'الي' && key !== 'لـ') continue
    const to = nounPhrase(words, at + 1)
    return { from: at + 1, to, cue: i, carried: false, ...(at > i + 1 ? { via: [i + 1, at] as const } : {}) }
  }
  return undefined
}

function published(words: readonly Word[], i: number): Found | undefined {
  const { outlet, social, body, statement } = sourceWords()
  const near = words.slice(i + 1, i + 9)
  const issued = /صدر/.test(words[i]?.key ?? '')
  const next = words[i + 1]
  if (next === undefined) return undefined
  if (issued) {
    const states = near.some(({ key }) => statement.has(bareNoun(key)) || statement.has(key))
    return states && isSpeakerHead(next)
      ? { from: i + 1, to: stateEnd(words, i + 1), cue: i, carried: false }
      : undefined
  }
  if (near.some(({ key }) => isIn(social, key)))
    return { from: i + 1, to: Math.min(words.length, i + 9), cue: i, carried: false }
  if (isIn(outlet, next.key)) return { from: i + 1, to: nounPhrase(words, i + 1), cue: i, carried: false }
  return isIn(body, next.key) && /نشر/.test(words[i]?.key ?? '') ? undefined : undefined
}

function stateEnd(words: readonly Word[], start: number): number {
  const { statement } = sourceWords()
  let end = start
  while (end < words.length && end - start < LONGEST_NOUN_PHRASE && !statement.has(words[end]?.key ?? '')) end++
  return end
}

/** «بحسب مصادر طبية», «وفق ما أعلنت الوزارة», «حسب شهود عيان». */
function according(words: readonly Word[], i: number): Found | undefined {
  const { saying } = sourceWords()
  let start = i + 1
  if (/^(?:ل|الي|عن|علي)$/.test(words[start]?.key ?? '')) start++
  if (/^(?:ما|لما|مما)$/.test(words[start]?.key ?? '') || cueKey(words[start]?.key ?? '', saying)) {
    if (/^(?:ما|لما|مما)$/.test(words[start]?.key ?? '')) start++
    while (start < words.length && start < i + 5) {
      const key = words[start]?.key ?? ''
      if (!cueKey(key, saying) && !/^(?:به|عنه|له|فيه|تم|جاء|في|نقلته|ذكرته|تداولته|اوردته|نشرته|تناقلته)$/.test(key))
        break
      start++
    }
  }
  const to = nounPhrase(words, start)
  return to > start ? { from: start, to, cue: i, carried: false } : undefined
}

/** «علمت "الصحيفة" أن»: the outlet's own hidden source. */
function learned(words: readonly Word[], i: number): Found | undefined {
  const { complement } = sourceWords()
  for (let at = i + 1; at < Math.min(words.length, i + 5); at++)
    if (complement.has(words[at]?.key ?? '')) return { from: i, to: at, cue: i, carried: false }
  return undefined
}

function isSpeakerHead({ key }: Word): boolean {
  const t = sourceWords()
  return [
    t.anonymous,
    t.anonymousIfBare,
    t.body,
    t.outlet,
    t.vagueOutlet,
    t.voice,
    t.title,
    t.correspondent,
    t.statement,
    REFERRING(),
  ].some((table) => heads(table, key))
}

let referring: ReadonlySet<string> | undefined
/** What points back at a source named before. */
function REFERRING(): ReadonlySet<string> {
  referring ??= new Set(['المصدر', 'المصادر', 'المذكوره', 'الاخير', 'التقرير', 'النائب', 'الموقع'].map(foldKey))
  return referring
}

/** One to five words that no table knows, before «أن» or a colon: most often a bare name. */
function looksLikeName(words: readonly Word[], from: number): boolean {
  const { stop, complement } = sourceWords()
  const end = nounPhrase(words, from)
  const length = end - from
  return (
    length >= 1 &&
    length <= 6 &&
    words.slice(from, end).every(({ key }) => !stop.has(key) && !complement.has(key) && !/^\p{Nd}/u.test(key))
  )
}

function describe(
  body: string,
  words: readonly Word[],
  found: Found,
  sentence: Span,
  at: number,
  before: readonly SourceMention[],
): SourceMention | undefined {
  const t = sourceWords()
  const phrase = words.slice(found.from, found.to)
  const near = words.slice(found.cue, Math.min(words.length, found.to + 12))
  const flags = {
    sentence,
    at,
    statement: near.some(({ key }) => isIn(t.statement, key)),
    interview:
      near.some(({ key }) => /^(?:مقابله|حوار|لقاء)$/.test(bareNoun(key))) &&
      near.some(({ key }) => isIn(t.outlet, key) || key === 'مع'),
    conference:
      near.some(({ key }) => /^(?:موتمر|مءتمر)$/.test(bareNoun(key))) || near.some(({ key }) => key === 'للصحفيين'),
    denies: /^[وف]?(?:نفي|نفت|ينفي|تنفي|كذب|كذبت)/.test(words[found.cue]?.key ?? ''),
  }
  const last = before.at(-1)
  if (found.carried || phrase.length === 0) return last === undefined ? undefined : { ...last, ...flags, carried: true }
  const first = phrase[0] as Word
  const back = pointsBack(first.key, phrase, before)
  if (back !== undefined) return { ...back, ...flags, carried: true }
  if (/^و?علمت?$/.test(first.key))
    return {
      ...named(body, phrase.slice(1), 'anonymous', 'مصدر'),
      description: printed(body, phrase),
      channel: 'own',
      ...flags,
      carried: false,
    }
  const channel = channelOf(words, found)
  const kind = kindOf(phrase)
  if (kind === undefined) return undefined
  const core = phrase.slice(0, descriptionLength(phrase, kind))
  const mention = named(body, core, kind, headOf(core, kind))
  return { ...mention, ...(channel === undefined ? {} : { channel }), ...flags, carried: false }
}

function kindOf(phrase: readonly Word[]): SourceKind | undefined {
  const t = sourceWords()
  const [first] = phrase
  if (first === undefined) return undefined
  const key = first.key
  if (isIn(t.correspondent, key)) return 'correspondent'
  if (isIn(t.anonymous, key)) return 'anonymous'
  if (
    phrase.slice(0, 9).some((w) => isIn(t.social, w.key)) &&
    !isIn(t.title, key) &&
    !isIn(t.voice, key) &&
    !isIn(t.body, key)
  )
    return 'social'
  if (isIn(t.voice, key)) return 'body'
  if (isIn(t.vagueOutlet, key)) return phrase.slice(0, 6).some((w) => w.after === '"') ? 'outlet' : 'vague-outlet'
  if (isIn(t.outlet, key)) return 'outlet'
  if (isIn(t.anonymousIfBare, key)) return namesIn(phrase).length >= 2 ? 'person' : 'anonymous'
  if (isIn(t.body, key)) return 'body'
  if (isIn(t.title, key)) return 'person'
  return bareName(phrase) ? 'person' : undefined
}

/** «الإسرائيلي», «العسكري»: it tells a noun apart and names nobody. */
const isAdjective = (key: string): boolean => /^ال.{2,}(?:ي|يه|يون|يين|يات)$/.test(key)

/** A name that no title announces: few words, one of them rare, none that ends in a pronoun. */
function bareName(phrase: readonly Word[]): boolean {
  const [first] = phrase
  if (first === undefined || phrase.length > 5 || /^[لب]/.test(first.key)) return false
  if (phrase.some(({ key }) => /(?:ها|هم|نا)$/.test(key) || key.length < 3 || /^\p{Nd}/u.test(key))) return false
  return phrase.every(({ key }) => termWeight(searchStem(key)) > RARE_WORD)
}

/** Stems of fewer than about one article in fifty. */
const RARE_WORD = 3.5

/** A later «المصدر», «البيان», «الصحيفة», «الوزارة» is the last source of its kind. */
function pointsBack(key: string, phrase: readonly Word[], before: readonly SourceMention[]): SourceMention | undefined {
  const t = sourceWords()
  const definite = /^(?:[وف])?ال/.test(key)
  if (!definite) return undefined
  const short = phrase
    .slice(1)
    .every(({ key: next }, i) => phrase[i + 1]?.after !== '' || t.stop.has(next) || isAdjective(next))
  if (!short) return undefined
  const noun = bareNoun(key)
  const last = (fits: (m: SourceMention) => boolean): SourceMention | undefined =>
    [...before].reverse().find((m) => !m.carried && fits(m))
  if (t.statement.has(noun) || noun === 'تقرير')
    return last((m) => m.statement || m.kind === 'body' || m.kind === 'outlet')
  if (t.anonymous.has(noun)) return last((m) => m.kind === 'anonymous' && m.head === (HEAD_OF[noun] ?? noun))
  if (t.outlet.has(noun)) return last((m) => m.kind === 'outlet')
  if (t.voice.has(noun)) return last((m) => m.kind === 'body')
  const stem = nounStem(noun)
  return last((m) => m.head === noun || m.stems.includes(stem))
}

function channelOf(words: readonly Word[], found: Found): string | undefined {
  const t = sourceWords()
  const spans: (readonly Word[])[] = []
  if (found.via !== undefined) spans.push(words.slice(found.via[0], found.via[1]))
  spans.push(words.slice(found.from, Math.min(words.length, found.to + 3)))
  for (const span of spans)
    for (const [i, { key }] of span.entries()) {
      const lam = key.startsWith('ل') && (t.outlet.has(key.slice(1)) || t.outlet.has(bareNoun(key)))
      if (found.via !== undefined ? isIn(t.outlet, key) || span === spans[0] : lam) {
        const name = span
          .slice(isIn(t.outlet, key) ? i + 1 : i, i + 4)
          .map((w) => bareNoun(w.key))
          .filter((k) => !t.stop.has(k))
        if (name.length > 0) return name.slice(0, 2).join(' ')
      }
    }
  return undefined
}

/** How many words of the phrase describe the source: up to what it did or where it spoke. */
function descriptionLength(phrase: readonly Word[], kind: SourceKind): number {
  const t = sourceWords()
  for (let i = 1; i < phrase.length; i++) {
    const word = phrase[i] as Word
    if (word.key === 'في' && (kind === 'body' || kind === 'person' || kind === 'anonymous')) {
      const next = phrase[i + 1]
      if (next !== undefined && isIn(t.body, next.key)) continue
      return i
    }
    if (t.stop.has(word.key)) return i
    if (kind === 'anonymous' && (/^(?:ب|ل|ان)/.test(word.key) || i > 4)) return i
    if (/^ل/.test(word.key) && (isIn(t.outlet, word.key) || word.key === 'ل')) return i
  }
  return phrase.length
}

const printed = (body: string, phrase: readonly Word[]): string =>
  body.slice(phrase[0]?.start ?? 0, phrase.at(-1)?.end ?? 0)

/** Several of one kind are the kind. */
const HEAD_OF: Readonly<Record<string, string>> = {
  مصادر: 'مصدر',
  مصدران: 'مصدر',
  مصدرا: 'مصدر',
  شاهد: 'شهود',
  مسوولون: 'مسوول',
  مسوولين: 'مسوول',
  مسيول: 'مسوول',
  مسيولون: 'مسوول',
  مسيولين: 'مسوول',
  مواطنين: 'مواطنون',
  مسافرين: 'مسافرون',
  دبلوماسيون: 'دبلوماسي',
  دبلوماسيين: 'دبلوماسي',
  المصدر: 'مصدر',
}

/** Adjectives agree with their noun: «عسكرية», «عسكري» and «عسكريين» are one. */
const nounStem = (key: string): string =>
  HEAD_OF[key] ??
  (key.length > 4
    ? key.replace(/(?:يين|يون|يات|يه|ين|ون|ات|ه)$/, (end) => (end.startsWith('ي') && end !== 'ين' ? 'ي' : ''))
    : key)

function named(body: string, core: readonly Word[], kind: SourceKind, head: string) {
  const stems = core
    .map(({ key }) => searchStem(bareNoun(key)))
    .filter((s) => s.length > 1 && !sourceWords().stop.has(s))
  return {
    kind,
    description: printed(body, core),
    stems: [...new Set(stems)],
    head: HEAD_OF[head] ?? head,
    names: namesIn(core),
  }
}

/** Of a spokesman the body that he speaks for; else the first noun. */
function headOf(core: readonly Word[], kind: SourceKind): string {
  const t = sourceWords()
  if (kind === 'body') {
    const at = core.findIndex(({ key }) => isIn(t.body, key))
    if (at >= 0) return bareNoun((core[at] as Word).key.replace(/^ل(?=ل)/, ''))
  }
  return bareNoun(core[0]?.key ?? '')
}

/** The words of a phrase that are no title, office or body: what is left is most often a name. */
function namesIn(phrase: readonly Word[]): string[] {
  const t = sourceWords()
  const names: string[] = []
  for (const { key, after } of phrase) {
    const known = isIn(t.title, key) || isIn(t.body, key) || isIn(t.voice, key) || isIn(t.anonymousIfBare, key)
    if (known || t.stop.has(key) || /^(?:باسم|لـ|ل)$/.test(key) || key.length < 2) {
      continue
    }
    // An adjective in ال ending in ي or ية after a noun is an origin, not a name: «الخارجية العراقية».
    if (isAdjective(key) && after !== ',') continue
    if (/^ال.*(?:ه|ات)$/.test(key)) continue
    names.push(key)
  }
  return names
}
