import type { Lexeme } from '../lex/lexeme.js'
import { NOTHING, offsetAfter, type Token, Tokens } from '../lex/token.js'
import type { DateMatch } from './date.js'
import type { NumberMatch } from './number.js'
import type { OrdinalMatch } from './ordinal.js'
import type { Point } from './point.js'

const END: Token = {
  kind: 'sign',
  start: 0,
  end: 0,
  key: '',
  gap: true,
  line: true,
  word: NOTHING,
}

/** A stretch of tokens, half-open, that some rule has understood. */
export interface Match {
  readonly from: number
  readonly to: number
}

/**
 * The tokens of one text with what has been read so far. Rules ask about a place by token index; answers that several
 * rules need are kept, so that each place is parsed once however many rules look at it.
 */
export class Reader {
  readonly tokens: Tokens
  readonly numbers: (NumberMatch | null)[]
  readonly ordinals: (OrdinalMatch | null)[]
  readonly dates: (DateMatch | null)[]
  readonly points: (Point | null)[]

  constructor(readonly text: string) {
    this.tokens = new Tokens(text)
    this.numbers = new Array(this.tokens.length)
    this.ordinals = new Array(this.tokens.length)
    this.dates = new Array(this.tokens.length)
    this.points = new Array(this.tokens.length)
  }

  get length(): number {
    return this.tokens.length
  }

  at(i: number): Token {
    return this.tokens.at(i) ?? END
  }

  /** Kinds of expression that may begin at a token, without making the token. */
  mask(i: number): number {
    return this.tokens.masks[i] ?? 0
  }

  /** The first unit of a token as printed. */
  first(i: number): number {
    return this.tokens.first(i)
  }

  /** One of the next tokens may begin an expression of these kinds. */
  isNear(i: number, reach: number, wanted: number): boolean {
    const { masks } = this.tokens
    for (let j = i; j <= i + reach; j++) if (((masks[j] ?? 0) & wanted) !== 0) return true
    return false
  }

  lexeme(i: number): Lexeme {
    return this.at(i).word.lexeme
  }

  /** True for a word with nothing attached in front of it but, perhaps, the article. */
  plain(i: number): boolean {
    return this.at(i).word.proclitic === ''
  }

  is(i: number, key: string): boolean {
    return this.at(i).key === key
  }

  stem(i: number): string {
    return this.at(i).word.stem
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
    const sign = this.tokens.sign(i)
    return sign !== '' && signs.includes(sign)
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
    const token = this.at(i)
    const { proclitic } = token.word
    return proclitic === '' ? token.start : offsetAfter(this.text, token, proclitic.length)
  }

  /** Where the words before token `to` end, with vowel marks set after the last letter. */
  endOf(to: number): number {
    const token = this.at(to - 1)
    let end = token.end
    if (token.kind === 'word') {
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
