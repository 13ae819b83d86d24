import { type JsonSchema, oncePerSource, readJsonData } from '@isnad/lexicon'
import type { RawBlock } from '../raw-block.js'
import { findMarker, type MarkerHit } from './markers.js'
import { type Words, wordsOf } from './words.js'

/** How a line ends, closing quotation marks and brackets looked through; `question` stands for exclamations too. */
export type Ending = 'stop' | 'question' | 'dots' | 'colon' | 'comma' | 'none'

/** What the first word says: it goes on with a text (و، كما، بدوره), leans on what follows (بعد، في، ما), opens a report (a perfect verb). */
export type Opening = 'joins' | 'leans' | 'leads' | 'bullet' | 'other'

/** What can be said of a line by looking at it alone. */
export interface Line {
  readonly block: RawBlock
  readonly text: string
  readonly words: Words
  readonly count: number
  readonly ending: Ending
  readonly opening: Opening
  readonly marker: MarkerHit | undefined
}

interface FirstWords {
  readonly joins: ReadonlySet<string>
  readonly leans: ReadonlySet<string>
  readonly leads: ReadonlySet<string>
  readonly native: ReadonlySet<string>
}

interface WordList {
  readonly id: string
  readonly words: readonly string[]
}

const wordLists: JsonSchema<{ readonly entries: readonly WordList[] }> = {
  safeParse(value) {
    const entries = (value as { entries?: readonly Partial<WordList>[] }).entries ?? []
    if (entries.every((e) => Array.isArray(e.words))) {
      return { success: true, data: value as { readonly entries: readonly WordList[] } }
    }
    return { success: false, error: { issues: [{ path: ['entries'], message: 'give every entry its words' }] } }
  },
}

const firstWords = oncePerSource((source): FirstWords => {
  const lists = readJsonData('page/first-words.json', wordLists, source).entries
  const setOf = (id: string): ReadonlySet<string> =>
    new Set(lists.filter((list) => list.id === id).flatMap((list) => list.words.flatMap((word) => wordsOf(word).list)))
  return {
    joins: setOf('first.joins'),
    leans: setOf('first.leans'),
    leads: setOf('first.leads'),
    native: setOf('first.native'),
  }
})

const CLOSERS = new Set(' \t\u00a0"\'»”’›)]}*\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
const ENDINGS: ReadonlyMap<string, Ending> = new Map<string, Ending>([
  ...[...'.۔。'].map((mark): [string, Ending] => [mark, 'stop']),
  ...[...'؟?!'].map((mark): [string, Ending] => [mark, 'question']),
  ...[...':：'].map((mark): [string, Ending] => [mark, 'colon']),
  ...[...'،,؛;'].map((mark): [string, Ending] => [mark, 'comma']),
  ['…', 'dots'],
])

function endingOf(text: string): Ending {
  let last = text.length - 1
  while (last >= 0 && CLOSERS.has(text.charAt(last))) last--
  const mark = text.charAt(last)
  if (mark === '.' && text.charAt(last - 1) === '.') return 'dots'
  return ENDINGS.get(mark) ?? 'none'
}

const BULLET = /^\s*(?:[*•·▪■●◆►‣⁃✓✔○◦–—-]|\d{1,2}\s*[-.)–]|[أ-ي]\s*[-.)])\s*(?=\S)/u

/** «فالجسر», «فقد», «فإن»: ف is the conjunction here, whatever else it may be elsewhere. */
const THEN = /^ف(?:ال\p{L}{2}|قد$|ان\p{L}{0,2}$|ه[وي]$|ل[ان]?م?ا?$|ما$|كان|هذا$|هذه$)/u

/** Whether a folded word carries the conjunction و: «وقال» does, «وزير» does not. */
export const hasConjunction = (word: string): boolean =>
  word.length >= 4 && word.startsWith('و') && !firstWords().native.has(word)

/** Whether a folded word is a perfect verb that opens a report: «أعلن», «استقبلت». */
export const isLeadVerb = (word: string): boolean => firstWords().leads.has(word)

function openingOf(text: string, words: Words): Opening {
  if (BULLET.test(text)) return 'bullet'
  const first = words.list[0] ?? ''
  const { joins, leans, leads } = firstWords()
  if (leads.has(first)) return 'leads'
  if (joins.has(first) || hasConjunction(first) || THEN.test(first)) return 'joins'
  if (leans.has(first)) return 'leans'
  return 'other'
}

/** Describes a block's words: how they begin and end, and which phrase of page furniture they hold. */
export function describeLine(block: RawBlock): Line {
  const words = wordsOf(block.text)
  return {
    block,
    text: block.text,
    words,
    count: words.list.length,
    ending: endingOf(block.text),
    opening: openingOf(block.text, words),
    marker: findMarker(words),
  }
}

/** A paragraph by its looks: many words, or a few that close like a sentence. */
export const isProse = (line: Line): boolean =>
  line.count >= 24 ||
  (line.count >= 18 && line.ending === 'question') ||
  (line.count >= 12 && (line.ending === 'stop' || line.ending === 'dots')) ||
  (line.count >= 7 && line.ending === 'stop')

/** A headline by its looks: a few words without the full stop that ends a sentence. */
export const isHeadlike = (line: Line): boolean =>
  line.count >= 3 &&
  line.count <= 26 &&
  line.ending !== 'stop' &&
  line.ending !== 'colon' &&
  line.ending !== 'comma' &&
  line.opening !== 'bullet' &&
  !/[^.\d\s]{3}\. \S/u.test(line.text)

const FUNCTION_WORDS = new Set(
  wordsOf(
    'في من على إلى عن مع أن إن ان التي الذي الذين ما لا لم هذا هذه ذلك بعد قبل بين كان كانت هو هي أو ثم قد كل حتى حول خلال ضد عند منذ بعد غير أمام لدى بسبب وفق أكثر جديد جديدة أول اليوم أمس قال قالت أكد أعلن عام يوم',
  ).list,
)

const stemsOfWords = new WeakMap<Words, readonly string[]>()

/** Content words of a line as crude stems, for comparing what two lines speak of. */
export function contentStems(words: Words): readonly string[] {
  let stems = stemsOfWords.get(words)
  if (stems === undefined) {
    stems = stemsIn(words.list)
    stemsOfWords.set(words, stems)
  }
  return stems
}

function stemsIn(words: readonly string[]): readonly string[] {
  const stems: string[] = []
  for (const word of words) if (word.length >= 3 && !FUNCTION_WORDS.has(word)) stems.push(crudeStem(word))
  return stems
}

const ALEF = 0x627
const BEH = 0x628
const TEH = 0x62a
const FEH = 0x641
const KAF = 0x643
const LAM = 0x644
const NOON = 0x646
const HEH = 0x647
const WAW = 0x648
const YEH = 0x64a

/** Light10 (Larkey, Ballesteros and Connell, 2007) over a folded word: enough to compare, too coarse to search by. */
function crudeStem(word: string): string {
  let start = word.length > 3 && word.charCodeAt(0) === WAW ? 1 : 0
  let end = word.length
  start += prefixLength(word, start, end - 2)
  for (let step = 0; step < 2; step++) {
    const length = suffixLength(word, start + 2, end)
    if (length === 0) break
    end -= length
  }
  return start === 0 && end === word.length ? word : word.slice(start, end)
}

/** Of بال، كال، فال، لل، ال, when it ends before `limit`. */
function prefixLength(word: string, start: number, limit: number): number {
  const first = word.charCodeAt(start)
  const second = word.charCodeAt(start + 1)
  if (first === BEH || first === KAF || first === FEH)
    return second === ALEF && word.charCodeAt(start + 2) === LAM && start + 3 <= limit ? 3 : 0
  return (first === LAM || first === ALEF) && second === LAM && start + 2 <= limit ? 2 : 0
}

/** Of ها، ان، ات، ون، ين، يه، ه، ي, when it begins at `limit` or after it. */
function suffixLength(word: string, limit: number, end: number): number {
  const last = word.charCodeAt(end - 1)
  const before = word.charCodeAt(end - 2)
  const two =
    (before === ALEF && (last === NOON || last === TEH)) ||
    (last === ALEF && before === HEH) ||
    (last === NOON && (before === WAW || before === YEH)) ||
    (last === HEH && before === YEH)
  if (two && end - 2 >= limit) return 2
  return (last === HEH || last === YEH) && end - 1 >= limit ? 1 : 0
}
