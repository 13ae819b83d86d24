import { findNisbas } from '@isnad/lexicon'
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
  /** What the source vouches for: the sentence without the words that name it. */
  readonly claim: Span
  /** Rank of the sentence in the body. */
  readonly at: number
  readonly statement: boolean
  readonly interview: boolean
  readonly conference: boolean
  readonly denies: boolean
  /** Deplores or mourns what happened, and so confirms it. */
  readonly deplores: boolean
  /** The outlet itself brought it out: «نشرت صحيفة كذا». */
  readonly publishes: boolean
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
    const after = gap.includes(':')
      ? ':'
      : QUOTE.test(gap)
        ? '"'
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
  const bare = plain.startsWith('ال') ? plain.slice(2) : plain
  return table.has(key) || table.has(plain) || table.has(bare) || (key.startsWith('ال') && table.has(key.slice(2)))
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
  if (previous !== undefined && table.negation.has(previous.key)) {
    if (!cueKey(word.key, table.investigating)) return undefined
    const subject = words[i - 2]
    return subject !== undefined && heads(table.investigator, subject.key)
      ? { from: i - 2, to: i - 1, cue: i, carried: false }
      : undefined
  }
  // «ما نسب إليه», «يذكر أن»: nobody speaks.
  if (previous !== undefined && /^(?:[وفب]?ما|مما|كما)$/.test(previous.key) && cueKey(word.key, table.relaying))
    return undefined
  if (/^[وف]?[يت]ذكر$/.test(word.key)) return undefined
  if (cueKey(word.key, table.relaying)) return relayed(words, i)
  if (cueKey(word.key, table.publishing)) return published(words, i)
  if (cueKey(word.key, table.saying)) return said(words, i)
  if (table.according.has(word.key) || (word.key.startsWith('و') && table.according.has(word.key.slice(1))))
    return according(words, i)
  if (/^و?علمت?$/.test(word.key)) return learned(words, i)
  if (cueKey(word.key, table.investigating)) return investigated(words, i)
  return undefined
}

/** What investigators find and do is known from them: «عثرت الشرطة على جثة», «الشرطة تحقق». */
function investigated(words: readonly Word[], i: number): Found | undefined {
  const { investigator } = sourceWords()
  const next = words[i + 1]
  if (next !== undefined && heads(investigator, next.key))
    return { from: i + 1, to: Math.min(nounPhrase(words, i + 1), i + 5), cue: i, carried: false }
  const before = words[i - 1]
  const earlier = words[i - 2]
  if (before !== undefined && heads(investigator, before.key)) return { from: i - 1, to: i, cue: i, carried: false }
  if (earlier !== undefined && heads(investigator, earlier.key)) return { from: i - 2, to: i, cue: i, carried: false }
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
  const toOutlet = next.key.startsWith('ل') && isIn(sourceWords().outlet, next.key)
  if (toOutlet) return { from: i + 1, to: i + 1, cue: i, carried: true }
  if (!bare && isSpeakerHead(next)) return { from: i + 1, to: nounPhrase(words, i + 1), cue: i, carried: false }
  const quoted = next.after === '"' ? nounPhrase(words, i + 1) : i + 1
  if (quoted > i + 1 && complement.has(words[quoted]?.key ?? ''))
    return { from: i + 1, to: quoted, cue: i, carried: false }
  if (!bare) {
    const end = nounPhrase(words, i + 1)
    const closes = complement.has(words[end]?.key ?? '') || words[end]?.after === ':'
    if (closes && looksLikeName(words, i + 1, end)) return { from: i + 1, to: end, cue: i, carried: false }
    const stopAt = words.slice(i + 1, i + 8).findIndex(({ key }) => sourceWords().stop.has(key))
    if (stopAt > 0 && looksLikeName(words, i + 1, i + 1 + stopAt)) {
      const phrase = words.slice(i + 1, i + 1 + stopAt)
      const rare = termWeight(searchStem(phrase[0]?.key ?? '')) >= FAMILY_WEIGHT
      if (namesIn(phrase.slice(0, 2)).length === 2 || (phrase.length === 1 && rare))
        return { from: i + 1, to: i + 1 + stopAt, cue: i, carried: false }
    }
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

/** «نقلت الوكالة عن الوزارة»: the speaker stands after عن, the channel before it. «نقل إلى» carries bodies, not words. */
function relayed(words: readonly Word[], i: number): Found | undefined {
  const ascribes = /نسب/.test(words[i]?.key ?? '')
  for (let at = i + 1; at < Math.min(words.length, i + 12); at++) {
    const key = words[at]?.key ?? ''
    if (key === 'الي' && !ascribes) return undefined
    if (key !== 'عن' && key !== 'الي') continue
    const next = words[at + 1]
    if (next === undefined || !(isSpeakerHead(next) || /^عن$/.test(key))) return undefined
    const to = nounPhrase(words, at + 1)
    return { from: at + 1, to, cue: i, carried: false, ...(at > i + 1 ? { via: [i + 1, at] as const } : {}) }
  }
  return undefined
}

function published(words: readonly Word[], i: number): Found | undefined {
  const { outlet, social, statement } = sourceWords()
  const near = words.slice(i + 1, i + 9)
  const issued = /صدر/.test(words[i]?.key ?? '')
  const next = words[i + 1]
  if (next === undefined) return undefined
  if (issued) {
    const states = near.some(({ key }) => statement.has(bareNoun(key)) || statement.has(key))
    const named = words.slice(i + 1, i + 6).some((w) => isIn(sourceWords().title, w.key))
    return states && (isSpeakerHead(next) || named)
      ? { from: i + 1, to: stateEnd(words, i + 1), cue: i, carried: false }
      : undefined
  }
  if (near.some(({ key }) => isIn(social, key)))
    return { from: i + 1, to: Math.min(words.length, i + 9), cue: i, carried: false }
  if (isIn(outlet, next.key)) return { from: i + 1, to: nounPhrase(words, i + 1), cue: i, carried: false }
  return undefined
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
function looksLikeName(words: readonly Word[], from: number, end: number): boolean {
  const { stop, complement } = sourceWords()
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
    claim: claimOf(words, found, sentence),
    at,
    statement: near.some(({ key }) => isIn(t.statement, key)),
    interview:
      near.some(({ key }) => /^(?:مقابله|حوار|لقاء)$/.test(bareNoun(key))) &&
      near.some(({ key }) => isIn(t.outlet, key) || key === 'مع'),
    conference:
      near.some(({ key }) => /^(?:موتمر|مءتمر)$/.test(bareNoun(key))) || near.some(({ key }) => key === 'للصحفيين'),
    deplores: near.some(({ key }) =>
      /^(?:ال)?(?:اسف|حزن|تعازي|تعازيه|اسفه|حزنه|حزنها|اسفها|استنكار|ادانه|صدمته|صدمتها)$/.test(key),
    ),
    publishes: cueKey(words[found.cue]?.key ?? '', t.publishing),
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
  const channel = channelOf(body, words, found)
  const kind = kindOf(phrase)
  if (kind === undefined) return undefined
  const core = phrase.slice(0, descriptionLength(phrase, kind))
  const nameless = kind === 'outlet' && core.length <= 2 && /^[وف]?(?:ال|لل)/.test(first.key)
  const earlier = nameless ? outletBefore(body, first.start, bareNoun(first.key)) : undefined
  if (earlier !== undefined) return { ...named(body, earlier, kind, headOf(earlier, kind)), ...flags, carried: false }
  const mention = named(body, core, kind, headOf(core, kind))
  return { ...mention, ...(channel === undefined ? {} : { channel }), ...flags, carried: false }
}

/** «الصحيفة» without a name: the last «صحيفة كذا» before it, which need not have been a source. */
function outletBefore(body: string, until: number, noun: string): readonly Word[] | undefined {
  const words = wordsIn(body, { start: 0, end: until })
  for (let i = words.length - 2; i >= 0; i--) {
    const key = words[i]?.key ?? ''
    if (key !== noun && key !== `ل${noun}` && key !== `ب${noun}`) continue
    const name = words.slice(i, i + 4)
    const end = name.findIndex((w, at) => at > 1 && (w.after !== '' || sourceWords().stop.has(w.key)))
    return name.slice(0, end < 0 ? 3 : end)
  }
  return undefined
}

/** Before a postposed cue, after any other. */
function claimOf(words: readonly Word[], { from, to, cue }: Found, sentence: Span): Span {
  const { according: postposed } = sourceWords()
  const key = words[cue]?.key ?? ''
  const isPostposed = postposed.has(key) || postposed.has(key.slice(1))
  if (isPostposed && cue > 3) return { start: sentence.start, end: words[cue]?.start ?? sentence.end }
  const last = Math.max(cue, Math.min(to, from + 3) - 1)
  return { start: words[last]?.end ?? sentence.start, end: sentence.end }
}

function kindOf(phrase: readonly Word[]): SourceKind | undefined {
  const t = sourceWords()
  const [first] = phrase
  if (first === undefined) return undefined
  const key = first.key
  if (isIn(t.correspondent, key)) return 'correspondent'
  if (isIn(t.anonymous, key)) return /^(?:اعلام|صحف)/.test(phrase[1]?.key ?? '') ? 'vague-outlet' : 'anonymous'
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
  if (isIn(t.anonymousIfBare, key)) {
    const told = phrase.slice(0, descriptionLength(phrase, 'anonymous'))
    return namesIn(told).length >= 2 ? 'person' : 'anonymous'
  }
  if (isIn(t.body, key)) return 'body'
  if (isIn(t.title, key)) return 'person'
  return bareName(phrase) ? 'person' : undefined
}

/** «الإسرائيلي», «العسكري»: it tells a noun apart and names nobody. */
const isAdjective = (key: string): boolean =>
  /^ال.{2,}(?:ي|يه|يون|يين|يات)$/.test(key) &&
  (/(?:يه|يون|يين|يات)$/.test(key) || termWeight(searchStem(key)) < FAMILY_WEIGHT || findNisbas(key).length > 0)

/** «العسكري» stands in many articles, «الزهيري» in few: from this weight on it is a family name. */
const FAMILY_WEIGHT = 5.2

/** A name that no title announces: few words, one of them rare, none that ends in a pronoun. */
function bareName(phrase: readonly Word[]): boolean {
  const [first] = phrase
  if (first === undefined || phrase.length > 5 || /^[لب]/.test(first.key) || NO_NAME.test(first.key)) return false
  if (phrase.some(({ key }) => key.startsWith('لل'))) return false
  // «حسب الاختصاص»: a noun with the article is a family name only where it is rare.
  if (first.key.startsWith('ال') && termWeight(searchStem(first.key)) < ARTICLE_NAME_WEIGHT) return false
  if (phrase.some(({ key }) => /(?:ها|هم|نا)$/.test(key) || key.length < 3 || /^\p{Nd}/u.test(key))) return false
  return phrase.every(({ key }) => termWeight(searchStem(key)) > RARE_WORD)
}

/** Prepositions and verbal nouns that open what is no name. */
const NO_NAME = /^(?:امام|بين|مع|ضد|تحت|عند|حدوث|وقوع|وجود|عدم|كل|بعض|هناك|انه|ذلك|هذا|هذه|تلك)$/
const ARTICLE_NAME_WEIGHT = 7.5
/** Stems of fewer than about one article in fifty. */
const RARE_WORD = 3.5

/** A later «المصدر», «البيان», «الصحيفة», «الوزارة» is the last source of its kind. */
function pointsBack(key: string, phrase: readonly Word[], before: readonly SourceMention[]): SourceMention | undefined {
  const t = sourceWords()
  // «أحد المصدرين»: one of those named before
  const among = phrase[1]
  if (/^(?:[وف])?(?:احد|احدي)$/.test(key) && among !== undefined && /^ال/.test(among.key))
    return t.anonymous.has(HEAD_OF[bareNoun(among.key)] ?? bareNoun(among.key))
      ? pointsBack(among.key, phrase.slice(1), before)
      : undefined
  const definite = /^(?:[وف])?ال/.test(key)
  if (!definite) return undefined
  for (const { key: next, after } of phrase.slice(1)) {
    if (after !== '' || t.stop.has(next) || SELF.test(next)) break
    if (!isAdjective(next)) return undefined
  }
  const noun = bareNoun(key)
  const last = (fits: (m: SourceMention) => boolean): SourceMention | undefined =>
    [...before].reverse().find((m) => !m.carried && fits(m))
  if (t.statement.has(noun) || noun === 'تقرير')
    return last((m) => m.statement || m.kind === 'body' || m.kind === 'outlet')
  if (t.anonymous.has(noun) || t.anonymous.has(HEAD_OF[noun] ?? ''))
    return last((m) => m.kind === 'anonymous' && m.head === (HEAD_OF[noun] ?? noun))
  if (t.outlet.has(noun)) return last((m) => m.kind === 'outlet')
  if (t.voice.has(noun)) return last((m) => m.kind === 'body') ?? last(() => true)
  const stem = nounStem(noun)
  return last((m) => m.head === noun || m.stems.includes(stem))
}

/** «المصادر ذاتها», «المصدر نفسه» */
const SELF = /^(?:ذات|نفس|عين)(?:ه|ها|هم|هما)$/

/** The outlet that a source spoke through or to, as printed: «نقلت الوكالة عن», «لوكالة كذا», «لصحيفة كذا». */
function channelOf(body: string, words: readonly Word[], found: Found): string | undefined {
  const t = sourceWords()
  if (found.via !== undefined) return printed(body, words.slice(found.via[0], found.via[1]))
  const until = Math.min(words.length, found.to + 3)
  for (let i = found.from; i < until; i++) {
    const key = words[i]?.key ?? ''
    const names = key.startsWith('ل') && (t.outlet.has(key.slice(1)) || t.outlet.has(bareNoun(key)))
    if (names || (key === 'ل' && words[i + 1]?.after === '"'))
      return printed(body, channelWords(words.slice(i, i + CHANNEL_WORDS)))
  }
  return undefined
}

const CHANNEL_WORDS = 5

/** Up to the mark, preposition or «أن» after the name. */
function channelWords(words: readonly Word[]): readonly Word[] {
  const { stop, complement } = sourceWords()
  const end = words.findIndex(
    ({ key, after }, i) => i > 1 && (after !== '' || complement.has(key) || (stop.has(key) && key !== 'الانباء')),
  )
  return end < 0 ? words : words.slice(0, end)
}

/** How many words of the phrase describe the source: up to what it did or where it spoke. */
function descriptionLength(phrase: readonly Word[], kind: SourceKind): number {
  const t = sourceWords()
  const titled = isIn(t.title, phrase[0]?.key ?? '')
  for (let i = 1; i < phrase.length; i++) {
    const { key, after } = phrase[i] as Word
    if (kind === 'outlet') {
      if (i > 6 || (t.stop.has(key) && key !== 'الانباء') || after === ':') return i
      continue
    }
    if (key === 'في' && isIn(t.body, phrase[i + 1]?.key ?? '')) continue
    if (t.stop.has(key) || after === ':') return i
    if (/^ل/.test(key) && (isIn(t.outlet, key) || key === 'ل' || isIn(t.vagueOutlet, key))) return i
    if (kind === 'anonymous' && ((/^(?:ب|ل|ان)/.test(key) && !isIn(t.body, key)) || i > 4)) return i
    // A title, then a name, then a comma: what follows is no more about him.
    if (titled && after === ',' && namesIn(phrase.slice(0, i)).length > 0) return i
    if (kind === 'body' && (after === '"' || (i > 1 && after === ',' && !isIn(t.voice, phrase[0]?.key ?? '')))) return i
    if (kind === 'body' && i > 5) return i
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
  مصدرين: 'مصدر',
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

/** و off a second adjective: «أمنية وطبية». */
const unjoined = (key: string): string => (/^و.{2,}(?:يه|ي|يين|ون|ين)$/.test(key) ? key.slice(1) : key)

/** Adjectives agree with their noun: «عسكرية», «عسكري» and «عسكريين» are one. */
const nounStem = (key: string): string =>
  HEAD_OF[key] ??
  (key.length > 4
    ? key.replace(/(?:يين|يون|يات|يه|ين|ون|ات|ه)$/, (end) => (end.startsWith('ي') && end !== 'ين' ? 'ي' : ''))
    : key)

function named(body: string, core: readonly Word[], kind: SourceKind, head: string) {
  const stems = core
    .map(({ key }, i) => nounStem(bareNoun(i > 0 ? unjoined(key) : key)))
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
    const bodies = core.filter(({ key }) => isIn(t.body, key)).map(({ key }) => bareNoun(key))
    const plain = bodies.map((b) => (!t.body.has(b) && /^[ولب]/.test(b) && t.body.has(b.slice(1)) ? b.slice(1) : b))
    return plain.find((b) => !t.unit.has(b)) ?? plain[0] ?? bareNoun(core[0]?.key ?? '')
  }
  return bareNoun(core[0]?.key ?? '')
}

/** Stems of more than about one article in twenty are no names. */
const NAME_WEIGHT = 3

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
    if (/^ال.*(?:ه|ات)$/.test(key) || termWeight(searchStem(key)) < NAME_WEIGHT) continue
    names.push(key)
  }
  return names
}
