import type { Lexeme } from '../lex/lexeme.js'
import { MARGIN } from '../lex/scan.js'
import { offsetAfter, type Token, Tokens } from '../lex/token.js'
import type { DateMatch } from './date-parts.js'
import type { NumberMatch } from './number.js'
import type { OrdinalMatch } from './ordinal.js'
import type { Point } from './point.js'

const ALEF = 0x0627
const MEEM = 0x0645
const NOON = 0x0646
const HEH = 0x0647

/** A stretch of tokens, half-open, that some rule has understood. */
export interface Match {
  readonly from: number
  readonly to: number
}

/** A place in the text that names a country, by its two letters. */
export interface CountryNamed {
  readonly at: number
  readonly country: string
}

/** What was read at each place: null where nothing was, undefined where nobody has asked. */
type Memo<Read> = (Read | null | undefined)[]

interface Memos {
  readonly size: number
  readonly numbers: Memo<NumberMatch>
  readonly ordinals: Memo<OrdinalMatch>
  readonly dates: Memo<DateMatch>
  readonly points: Memo<Point>
  /** The places where something was written, so that only these need be cleared. */
  readonly asked: number[]
}

const SMALLEST_MEMO = 1 << 12
const LARGEST_KEPT = 1 << 16

let kept: Memos | undefined

/** Places to write down what is read; they are lent to one text at a time and handed back empty. */
function takeMemos(length: number): Memos {
  const wanted = length + MARGIN
  if (kept !== undefined && kept.size >= wanted) {
    const memos = kept
    kept = undefined
    return memos
  }
  let size = SMALLEST_MEMO
  while (size < wanted) size *= 2
  const empty = <Read>(): Memo<Read> => new Array<Read | null | undefined>(size).fill(undefined)
  return { size, numbers: empty(), ordinals: empty(), dates: empty(), points: empty(), asked: [] }
}

function giveBackMemos(memos: Memos): void {
  if (memos.size > LARGEST_KEPT) return
  const { numbers, ordinals, dates, points, asked } = memos
  for (const i of asked) {
    numbers[i] = undefined
    ordinals[i] = undefined
    dates[i] = undefined
    points[i] = undefined
  }
  asked.length = 0
  kept = memos
}

/**
 * The tokens of one text with what has been read so far. Rules ask about a place by token index; answers that several
 * rules need are kept, so that each place is parsed once however many rules look at it.
 */
export class Reader {
  readonly tokens: Tokens
  readonly numbers: Memo<NumberMatch>
  readonly ordinals: Memo<OrdinalMatch>
  readonly dates: Memo<DateMatch>
  readonly points: Memo<Point>
  /** The countries that the text names, once a bare coin has asked for them. */
  countries: readonly CountryNamed[] | undefined
  private readonly memos: Memos

  constructor(
    readonly text: string,
    /** Takes no short way to what can be read at a look, so that tests can compare. */
    readonly thorough = false,
    /** The country whose coins are meant where a text names none. */
    readonly home: string | undefined = undefined,
  ) {
    this.tokens = new Tokens(text)
    this.memos = takeMemos(this.tokens.length)
    this.numbers = this.memos.numbers
    this.ordinals = this.memos.ordinals
    this.dates = this.memos.dates
    this.points = this.memos.points
  }

  /** Ends the reading of this text: nothing may be asked of it afterwards. */
  close(): void {
    giveBackMemos(this.memos)
    this.tokens.close()
  }

  /** Writes down what was read at a place, or that nothing was. */
  remember<Read>(memo: Memo<Read>, i: number, found: Read | undefined): Read | undefined {
    if (i >= 0) {
      memo[i] = found ?? null
      this.memos.asked.push(i)
    }
    return found
  }

  get length(): number {
    return this.tokens.length
  }

  at(i: number): Token {
    return this.tokens.at(i)
  }

  /** Kinds of expression that may begin at a token, without making the token. */
  mask(i: number): number {
    return i >= 0 ? (this.tokens.masks[i] as number) : 0
  }

  /** What the tokens after it may begin, as far as each of them can be part of one expression. */
  run(i: number): number {
    return i >= 0 ? (this.tokens.room.runs[i] as number) : 0
  }

  /** A word of the tables with the article. */
  hasArticle(i: number): boolean {
    return this.tokens.tabled(i)?.article === true
  }

  /** A word with the article, of the tables or not. */
  isDefinite(i: number): boolean {
    return this.tokens.isDefinite(i)
  }

  /** Particles attached to a word of the tables; other words are not taken apart. */
  proclitic(i: number): string {
    return this.tokens.tabled(i)?.proclitic ?? ''
  }

  /** A line begins at the token, or the text has ended. */
  hasLine(i: number): boolean {
    return this.tokens.hasLine(i)
  }

  /** A word of the tables. */
  isKnown(i: number): boolean {
    return this.tokens.tabled(i) !== undefined
  }

  /** The word ends in هم، ها or هن. */
  endsInPronoun(i: number): boolean {
    const end = this.tokens.endOf(i)
    const last = this.text.charCodeAt(end - 1)
    if (last !== MEEM && last !== ALEF && last !== NOON) return false
    for (let at = end - 2; at >= end - 4; at--) if (this.text.charCodeAt(at) === HEH) return true
    return false
  }

  /** The first unit of a token as printed. */
  first(i: number): number {
    return this.tokens.first(i)
  }

  /** One of the next tokens may begin an expression of these kinds. */
  isNear(i: number, reach: number, wanted: number): boolean {
    const { masks } = this.tokens
    for (let j = i; j <= i + reach; j++) if (((masks[j] as number) & wanted) !== 0) return true
    return false
  }

  lexeme(i: number): Lexeme {
    return this.tokens.lexeme(i)
  }

  /** True for a word with nothing attached in front of it but, perhaps, the article. */
  plain(i: number): boolean {
    const known = this.tokens.tabled(i)
    return known === undefined || known.proclitic === ''
  }

  is(i: number, key: string): boolean {
    return this.tokens.is(i, key)
  }

  stem(i: number): string {
    const known = this.tokens.tabled(i)
    return known === undefined ? this.tokens.at(i).word.stem : known.stem
  }

  f(i: number): Lexeme['f'] {
    return this.lexeme(i).f
  }

  isDigits(i: number): boolean {
    return this.tokens.isFigure(i)
  }

  isWord(i: number): boolean {
    return this.tokens.isWord(i)
  }

  /** The two tokens touch: no white space between token i − 1 and token i. */
  touches(i: number): boolean {
    return i > 0 && i < this.length && !this.tokens.hasGap(i)
  }

  isSign(i: number, signs: string): boolean {
    return this.tokens.isSign(i) && signs.includes(this.tokens.at(i).key)
  }

  /** The word was printed with tanwin on an alef or bare: ألفًا, not ألفا. */
  hasTanwin(i: number): boolean {
    const { start, end } = this.at(i)
    const next = this.text.charCodeAt(end)
    if (next >= 0x064b && next <= 0x064d) return true
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at)
      if (code >= 0x064b && code <= 0x064d) return true
    }
    return false
  }

  /** A doubled letter was printed: ألّف is a verb. */
  hasShadda(i: number): boolean {
    const { start, end } = this.at(i)
    for (let at = start; at < end; at++) if (this.text.charCodeAt(at) === 0x0651) return true
    return false
  }

  /** Where the word itself begins, attached و ف ب ل ك left out, the article kept. */
  startOf(i: number): number {
    const known = this.tokens.tabled(i)
    const start = this.tokens.startOf(i)
    return known === undefined || known.proclitic === ''
      ? start
      : offsetAfter(this.text, start, this.tokens.endOf(i), known.proclitic.length)
  }

  /** Where the words before token `to` end, with vowel marks set after the last letter. */
  endOf(to: number): number {
    let end = this.tokens.endOf(to - 1)
    if (this.tokens.isWord(to - 1)) {
      for (let code = this.text.charCodeAt(end); isTail(code); code = this.text.charCodeAt(end)) end++
    }
    return end
  }

  slice(from: number, to: number): string {
    return this.text.slice(this.at(from).start, this.endOf(to))
  }

  /** A sentence begins at token i. */
  breaks(i: number): boolean {
    const { tokens } = this
    if (i <= 0 || i >= tokens.length || tokens.hasLine(i)) return true
    return tokens.isStop(i - 1) && tokens.hasGap(i)
  }
}

/** Vowel marks and tatweel after a last letter: مساءً، هـ. */
const isTail = (code: number): boolean => (code >= 0x064b && code <= 0x0652) || code === 0x0640
