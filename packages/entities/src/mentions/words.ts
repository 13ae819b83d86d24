import { foldKey, type Passage, type Span, type Token, TokenTable } from '@isnad/text'
import type { Openings } from '../gazetteer/automaton.js'
import type { FormFacts } from './tables.js'

/** What a printed word is wherever it stands, as its neighbours have cut it. */
export interface Form {
  readonly printed: string
  /** Offset of `Word.from` in the word. */
  readonly from: number
  readonly whole: string
  readonly key: string
  readonly bare: string
  readonly noun: string
  readonly definite: boolean
  readonly preposition: string
  readonly conjunction: boolean
  readonly pronoun: boolean
  readonly number: boolean
  /** What the tables say of it; worked out by `factsOf` when it is first asked for. */
  facts: FormFacts | undefined
  /** What may begin with it, as bits; -1 until `begins` is first asked. */
  begins: number
  /** Where names of a catalog may begin in it; worked out by `findCatalogNames`. */
  openings: Openings | undefined
}

/** A word or number of the passage as the grammar of names sees it. */
export class Word implements Span {
  readonly form: Form
  readonly index: number
  /** Which sentence it stands in; title and paragraphs never share one. */
  readonly sentence: number
  /** True in the headline. */
  readonly title: boolean
  readonly start: number
  readonly end: number
  /** Marks between the word before and this one, white space left out; a line break is `\n`. */
  readonly before: string
  /** Which quotation it stands in, counted from 1; 0 outside of all. */
  readonly quotation: number
  /** The last word of its sentence, and its quotation closes behind it. */
  closes = false
  /** A hashtag's sign parts it from the word before: «#سالم_البحيري». */
  readonly tagged: boolean

  constructor(
    form: Form,
    token: Span,
    place: Pick<Word, 'index' | 'sentence' | 'title' | 'before' | 'quotation' | 'tagged'>,
  ) {
    this.form = form
    this.index = place.index
    this.sentence = place.sentence
    this.title = place.title
    this.start = token.start
    this.end = token.end
    this.before = place.before
    this.quotation = place.quotation
    this.tagged = place.tagged
  }

  /** Where the word begins once و ف and ب ل ك are taken off; the ال of «لل» begins at its second ل. */
  get from(): number {
    return this.start + this.form.from
  }
  get printed(): string {
    return this.form.printed
  }
  /** The whole printed word, folded. */
  get whole(): string {
    return this.form.whole
  }
  /** Folded, from `from` on, with ال restored where «لل» swallowed it. */
  get key(): string {
    return this.form.key
  }
  /** `key` without the article. */
  get bare(): string {
    return this.form.bare
  }
  /** `bare` without an attached pronoun, ة restored: «حكومته» is حكومه. */
  get noun(): string {
    return this.form.noun
  }
  get definite(): boolean {
    return this.form.definite
  }
  /** An attached preposition: `ب`, `ل`, `ك` or nothing. */
  get preposition(): string {
    return this.form.preposition
  }
  get conjunction(): boolean {
    return this.form.conjunction
  }
  /** Ends in an attached pronoun («حكومته»). */
  get pronoun(): boolean {
    return this.form.pronoun
  }
  get number(): boolean {
    return this.form.number
  }
}

let forms: TokenTable<Form> | undefined

function describe({ text, kind, form: { pieces } }: Token): Form {
  let from = 0
  let preposition = ''
  let conjunction = false
  let definite = false
  let pronoun = false
  for (const { role, start, end, form } of pieces) {
    if (role === 'conjunction') {
      conjunction = true
      from = end
    } else if (role === 'preposition' || role === 'particle') {
      preposition = form
      from = end
    } else if (role === 'article') {
      definite = true
      from = start
    } else if (role === 'pronoun') pronoun = true
  }
  const whole = foldKey(text)
  // «وزارتا الصحة والعدل»: their و is no "and".
  if (/^وزارت(?:ا|ي)$/.test(whole)) {
    conjunction = false
    from = 0
  }
  const rest = from === 0 ? whole : foldKey(text.slice(from))
  const swallowed = definite && !rest.startsWith('ال')
  const key = swallowed ? `ا${rest}` : rest
  const bare = definite ? key.slice(2) : key
  const stem = pieces.find((piece) => piece.role === 'stem')
  const number = kind === 'number' || kind === 'address'
  const noun = pronoun && stem !== undefined ? foldKey(stem.form).replace(/ت$/, 'ه') : bare
  return {
    printed: text,
    from,
    whole,
    key,
    bare,
    noun,
    definite,
    preposition,
    conjunction,
    pronoun,
    number,
    facts: undefined,
    begins: -1,
    openings: undefined,
  }
}

const LINE_BREAK = 10

function hasLineBreak(value: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (value.charCodeAt(at) === LINE_BREAK) return true
  return false
}

/** The words of title and body in order. */
export function wordsOf(passage: Passage): Word[] {
  const { text, tokens, sentences } = passage
  const parts = [...(passage.title === undefined ? [] : [passage.title]), ...passage.body].sort(
    (a, b) => a.start - b.start,
  )
  const words: Word[] = []
  forms ??= new TokenTable(describe)
  const known = forms
  let part = 0
  let sentence = 0
  let group = 0
  let lastPart = -1
  let lastSentence = -1
  let before = ''
  let lastEnd = -1
  let quotation = 0
  let quotations = 0
  let parted = false
  const endSentence = (): void => {
    const last = words[words.length - 1]
    if (last !== undefined) last.closes = last.quotation > 0 && CLOSES.test(before)
  }
  for (const token of tokens) {
    while (part < parts.length && (parts[part]?.end ?? 0) <= token.start) part++
    const home = parts[part]
    if (home === undefined) break
    if (token.start < home.start) continue
    while (sentence < sentences.length && (sentences[sentence]?.end ?? 0) <= token.start) sentence++
    if (part !== lastPart || sentence !== lastSentence) {
      if (lastPart >= 0) group++
      endSentence()
      lastPart = part
      lastSentence = sentence
      before = '\n'
      quotation = 0
    } else if (lastEnd >= 0 && before === '' && hasLineBreak(text.value, lastEnd, token.start)) before = '\n'
    lastEnd = token.end
    // A hashtag's signs part no words: «#الاتحاد_الأوروبي».
    if (token.text === '#' || token.text === '_') {
      parted = token.text === '_'
      continue
    }
    if (token.kind === 'punctuation' || token.kind === 'symbol') {
      before += token.text
      // Marks are set the wrong way round so often that only their number counts.
      if (QUOTES.includes(token.text)) quotation = quotation === 0 ? ++quotations : 0
      continue
    }
    const title = home === passage.title
    words.push(
      new Word(known.of(token), token, {
        index: words.length,
        sentence: group,
        title,
        before,
        quotation,
        tagged: parted,
      }),
    )
    parted = false
    before = ''
  }
  endSentence()
  return words
}

const CLOSES = /["«»“”„‟❝❞]/

const QUOTES = '"«»“”„‟❝❞'
const ONLY_QUOTES = /^["'«»“”„‟‘’❝❞]+$/

/** Nothing stands between the word before and this one but the opening of a quotation. */
export const joined = (word: Word | undefined): boolean =>
  word !== undefined && (word.before === '' || (word.quotation > 0 && ONLY_QUOTES.test(word.before)))

/** Nothing stands between the word before and this one. */
export const touching = (word: Word | undefined): boolean => word !== undefined && word.before === ''

/** No و, ف, ب, ل or ك is attached in front. */
export const plain = ({ conjunction, preposition }: Pick<Word, 'conjunction' | 'preposition'>): boolean =>
  !conjunction && preposition === ''
