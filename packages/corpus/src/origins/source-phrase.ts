import { findNisbas } from '@isnad/lexicon'
import { foldKey, type Span, searchStem } from '@isnad/text'
import { termWeight } from '../stories/term-weights.js'
import { sourceWords } from './source-words.js'

export type SourceKind =
  | 'body'
  | 'person'
  | 'anonymous'
  | 'document'
  | 'outlet'
  | 'vague-outlet'
  | 'social'
  | 'correspondent'

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
export function cueKey(key: string, forms: ReadonlySet<string>): boolean {
  return forms.has(key) || ((key.startsWith('و') || key.startsWith('ف')) && forms.has(key.slice(1)))
}

/** ال and attached prepositions off a noun. */
export function bareNoun(key: string): string {
  const bare = key.replace(/^(?:[وف](?=ال|لل))?(?:بال|كال|ال(?=..)|لل)/, '')
  return bare.length >= 2 ? bare : key
}

export const isIn = (table: ReadonlySet<string>, key: string): boolean => {
  if (table.has(key)) return true
  const bare = bareNoun(key)
  if (table.has(bare)) return true
  return /^[لبو]/.test(key) && key.length > 4 && (table.has(key.slice(1)) || table.has(bareNoun(key.slice(1))))
}

/** As `isIn`, for a subject: it may open with و or ف, and with no preposition. */
export const heads = (table: ReadonlySet<string>, key: string): boolean => {
  const plain = /^[وف]/.test(key) && key.length > 3 ? key.slice(1) : key
  const bare = plain.startsWith('ال') ? plain.slice(2) : plain
  return table.has(key) || table.has(plain) || table.has(bare) || (key.startsWith('ال') && table.has(key.slice(2)))
}

export const LONGEST_NOUN_PHRASE = 16

/** From `start`, the words that can belong to one noun phrase. */
export function nounPhrase(words: readonly Word[], start: number): number {
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

export function kindOf(phrase: readonly Word[]): SourceKind | undefined {
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

/** How many words of the phrase describe the source: up to what it did or where it spoke. */
export function descriptionLength(phrase: readonly Word[], kind: SourceKind): number {
  const t = sourceWords()
  const titled = isIn(t.title, phrase[0]?.key ?? '')
  for (let i = 1; i < phrase.length; i++) {
    const { key, after } = phrase[i] as Word
    if (kind === 'outlet') {
      if (i > 6 || (t.stop.has(key) && key !== 'الانباء') || after === ':') return i
      continue
    }
    if (key === 'في' && isIn(t.body, phrase[i + 1]?.key ?? '')) continue
    const next = phrase[i + 1]
    // «جوش جاك، وهو متحدث باسم القيادة»: what he is belongs to him.
    if (/^وه[وي]$/.test(key) && next !== undefined && (isIn(t.voice, next.key) || isIn(t.title, next.key))) continue
    if (t.stop.has(key) || after === ':' || (key.length > 3 && cueKey(key, t.saying))) return i
    if (/^ل/.test(key) && (isIn(t.outlet, key) || key === 'ل' || isIn(t.vagueOutlet, key))) return i
    if (kind === 'anonymous' && ((/^(?:ب|ل|ان)/.test(key) && !isIn(t.body, key)) || i > 4)) return i
    // A title, then a name, then a comma: what follows is no more about him.
    if (titled && after === ',' && !isIn(t.voice, key) && namesIn(phrase.slice(0, i)).length > 0) return i
    const opened = after === '"' && phrase[i - 1]?.key !== 'باسم'
    if (kind === 'body' && (opened || (i > 1 && after === ',' && !isIn(t.voice, phrase[0]?.key ?? '')))) return i
    if (kind === 'body' && i > 5) return i
  }
  return phrase.length
}

/** Several of one kind are the kind. */
const HEAD_OF: Readonly<Record<string, string>> = {
  مصادر: 'مصدر',
  مصدران: 'مصدر',
  مصدرا: 'مصدر',
  مصدرين: 'مصدر',
  شاهد: 'شهود',
  شاهدا: 'شهود',
  شاهدان: 'شهود',
  شاهدين: 'شهود',
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

export function named(body: string, core: readonly Word[], kind: SourceKind, head: string) {
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
export function headOf(core: readonly Word[], kind: SourceKind): string {
  const t = sourceWords()
  if (kind === 'body') {
    const bodies = core.filter(({ key }) => isIn(t.body, key)).map(({ key }) => bareNoun(key))
    const plain = bodies.map((b) => (!t.body.has(b) && /^[ولب]/.test(b) && t.body.has(b.slice(1)) ? b.slice(1) : b))
    return plain.find((b) => !t.unit.has(b)) ?? plain[0] ?? bareNoun(core[0]?.key ?? '')
  }
  const [first, second] = core
  // «أحد المصدرين», «إحدى السكان»: one of those.
  if (kind === 'anonymous' && second !== undefined && /^[وف]?(?:احد|احدي)$/.test(first?.key ?? ''))
    return bareNoun(second.key)
  return bareNoun(first?.key ?? '')
}

/** Stems of more than about one article in twenty are no names. */
const NAME_WEIGHT = 3

/** The words of a phrase that are no title, office or body: what is left is most often a name. */
export function namesIn(phrase: readonly Word[]): string[] {
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

export const printed = (body: string, phrase: readonly Word[]): string =>
  body.slice(phrase[0]?.start ?? 0, phrase.at(-1)?.end ?? 0)

/** Whether a word can open the noun phrase of one who speaks. */
export function isSpeakerHead({ key }: Word): boolean {
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
  ].some((table) => heads(table, key))
}
