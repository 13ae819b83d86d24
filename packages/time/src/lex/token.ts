import { characters, DIGIT, INVISIBLE, kindOf } from './characters.js'
import { type Analysis, analyse, UNKNOWN, unknown } from './clitics.js'
import type { Lexeme } from './lexeme.js'
import { FIGURE, GAP, giveBack, LINE, MARKED, type Room, SIGN, scan, takeRoom, WORD } from './scan.js'
import { wordSet } from './word-set.js'

const ALEF = 0x0627
const POINT = 0x2e
const LAM = 0x0644
const ZERO = 0x30

/** What stands in for a word where there is none. */
export const NOTHING: Analysis = { proclitic: '', article: false, stem: '', lexeme: UNKNOWN }

/** How many tokens behind one are made with it. */
const NEIGHBOURS = 2

/** A word as it is folded, met before: the text, the runtime's own copy, and what was made of it. */
export class Form {
  /** What the letters say of it to its neighbours, see `grammar/traits.ts`; 0 until somebody asks. */
  traits = 0

  constructor(
    readonly hash: number,
    readonly shape: number,
    readonly key: string,
    readonly word: Analysis,
    /** The tables hold it, if only as a word that links others. */
    readonly isTabled: boolean,
  ) {}
}

const NO_FORM = new Form(0, 0, '', NOTHING, false)

/**
 * A word, a run of digits or one other sign; what stands before it decides whether two tokens touch. Plain fields, filled
 * when the token is made: the grammar asks little else, and what is read there costs a load wherever it is asked.
 */
export class Token {
  constructor(
    readonly kind: 'word' | 'digits' | 'sign',
    readonly start: number,
    readonly end: number,
    /** White space stands before the token. */
    readonly gap: boolean,
    /** A line break stands before the token. */
    readonly line: boolean,
    /** The folded text: `٢٢` is `22`, `أوّل` is `اول`. */
    readonly key: string,
    /** What the lexicon makes of a word, its clitics split off. */
    readonly word: Analysis,
    /** Of a word: what it shares with all that are spelled like it. */
    readonly form: Form,
  ) {}
}

/** Words of no table, at the place that their hash names; a later word takes the place of an earlier one. */
const FORMS_SIZE = 1 << 16
let forms: (Form | undefined)[] | undefined
/** The words of the tables that were met, by their number. */
const tabledForms: (Form | undefined)[] = []

/**
 * The tokens of a text. One pass finds where they lie and, by a hash of the folded word, which may begin an expression;
 * most words of an article do not, and are never made into objects or strings.
 */
export class Tokens {
  readonly length: number
  /** How many of `anchors` there are. */
  readonly anchored: number
  readonly room: Room
  readonly masks: Int32Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly flags: Uint8Array
  private readonly ids: Int32Array
  private readonly words = tabledForms
  private readonly made: (Token | undefined)[]
  private readonly touched: Int32Array
  /** How many of `touched` there are. */
  private touches = 0
  private readonly beyond: Token

  constructor(private readonly text: string) {
    const room = takeRoom(text.length + 1)
    const { count, anchored } = scan(text, room)
    for (let met = wordSet().met(); tabledForms.length < met; ) tabledForms.push(undefined)
    this.room = room
    this.length = count
    this.anchored = anchored
    this.masks = room.masks
    this.starts = room.starts
    this.ends = room.ends
    this.flags = room.flags
    this.ids = room.ids
    this.made = room.made
    this.touched = room.touched
    this.beyond = new Token('sign', 0, 0, true, true, '', NOTHING, NO_FORM)
  }

  /** Lends the room to the next text; nothing may be asked of these tokens afterwards. */
  close(): void {
    for (let k = 0; k < this.touches; k++) this.made[this.touched[k] as number] = undefined
    giveBack(this.room)
  }

  at(i: number): Token {
    return (i >= 0 ? this.made[i] : this.beyond) ?? this.make(i)
  }

  /**
   * Makes a token with its neighbours, which are asked for next: asked seldom, this stays out of the functions that ask
   * for tokens everywhere, and what the compiler makes of them stays small.
   */
  private make(i: number): Token {
    if (i >= this.length) return this.beyond
    const last = Math.min(i + NEIGHBOURS, this.length - 1)
    for (let j = Math.max(0, i - 1); j <= last; j++) {
      if (this.made[j] !== undefined) continue
      this.made[j] = this.read(j)
      this.touched[this.touches++] = j
    }
    return this.made[i] as Token
  }

  private read(i: number): Token {
    const flag = this.flags[i] as number
    const start = this.starts[i] as number
    const end = this.ends[i] as number
    const type = flag & 3
    const gap = (flag & GAP) !== 0
    const line = (flag & LINE) !== 0
    if (type === WORD) {
      const form = this.form(i)
      return new Token('word', start, end, gap, line, form.key, form.word, form)
    }
    const key = type === SIGN ? this.text.charAt(start) : this.figure(start, end, (flag & MARKED) !== 0)
    return new Token(type === SIGN ? 'sign' : 'digits', start, end, gap, line, key, NOTHING, NO_FORM)
  }

  private figure(start: number, end: number, isMarked: boolean): string {
    return isMarked ? this.folded(start, end) : this.text.slice(start, end)
  }

  /** What the tables know of a word; nothing of one they do not hold. */
  lexeme(i: number): Lexeme {
    const id = i >= 0 ? (this.ids[i] as number) : -1
    return id < 0 ? UNKNOWN : (this.words[id] ?? this.form(i)).word.lexeme
  }

  /** The analysis of a word of the tables, or none. */
  tabled(i: number): Analysis | undefined {
    const id = i >= 0 ? (this.ids[i] as number) : -1
    return id < 0 ? undefined : (this.words[id] ?? this.form(i)).word
  }

  is(i: number, key: string): boolean {
    return this.at(i).key === key
  }

  /** The form of a token that is a word; each distinct one is folded and taken apart once. */
  private form(i: number): Form {
    const id = this.ids[i] as number
    const hash = this.room.hashes[i] as number
    const shape = this.room.shapes[i] as number
    forms ??= new Array<Form | undefined>(FORMS_SIZE).fill(undefined)
    const own = id >= 0 ? this.words[id] : forms[hash & (FORMS_SIZE - 1)]
    if (own !== undefined && own.hash === hash && own.shape === shape) return own
    const folded = this.folded(this.starts[i] as number, this.ends[i] as number)
    if (id >= 0) {
      const key = intern(folded)
      const made = new Form(hash, shape, key, analyse(key), true)
      this.words[id] = made
      return made
    }
    const made = new Form(hash, shape, folded, unknown(folded), false)
    forms[hash & (FORMS_SIZE - 1)] = made
    return made
  }

  /** The word has the article, whether the tables hold it or not. */
  isDefinite(i: number): boolean {
    if (!this.isWord(i)) return false
    if ((this.ids[i] as number) >= 0 || ((this.flags[i] as number) & MARKED) !== 0) return this.form(i).word.article
    const start = this.starts[i] as number
    if ((this.ends[i] as number) - start <= 4 || this.text.charCodeAt(start + 1) !== LAM) return false
    return characters().fold[this.text.charCodeAt(start)] === ALEF
  }

  /**
   * No expression goes on at the token: up to the next line or word that no table holds stand only signs and words that
   * begin something. What begins inside an expression that ends here, and nothing of any kind follows, is a shorter one.
   */
  endsRun(i: number): boolean {
    for (let j = i; j < this.length && !this.hasLine(j); j++) {
      const isTabled = (this.ids[j] as number) >= 0
      if (isTabled && this.masks[j] === 0) return false
      if (!isTabled && this.isWord(j)) return true
    }
    return true
  }

  /** A figure with white space before and behind it, in one line with what stands before it. */
  isSetApart(i: number): boolean {
    return (
      ((this.flags[i] as number) & ~MARKED) === (FIGURE | GAP) && ((this.flags[i + 1] as number) & (GAP | LINE)) === GAP
    )
  }

  /** The value of up to three digits, −1 of more. */
  smallFigure(i: number): number {
    const start = this.starts[i] as number
    const end = this.ends[i] as number
    if (end - start > 3) return -1
    const { fold, kind } = characters()
    let value = 0
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at)
      if (kind[code] === DIGIT) value = value * 10 + (fold[code] as number) - ZERO
    }
    return value
  }

  /** The decimals of a figure, set to it by its point: the 2 of 3.2. No expression begins there that its figure does not begin. */
  isDecimals(i: number): boolean {
    if (i < 2 || !this.isFigure(i) || !this.isFigure(i - 2) || this.hasGap(i) || this.hasGap(i - 1)) return false
    return this.text.charCodeAt(this.starts[i - 1] as number) === POINT
  }

  /** A line break stands before the token. */
  hasLine(i: number): boolean {
    return i < 0 || i >= this.length || ((this.flags[i] as number) & LINE) !== 0
  }

  /** A sign that ends a sentence: . ! ؟ ؛ */
  isStop(i: number): boolean {
    if (((this.flags[i] as number) & 3) !== SIGN) return false
    const code = this.text.charCodeAt(this.starts[i] as number)
    return code === 0x2e || code === 0x21 || code === 0x061f || code === 0x061b
  }

  first(i: number): number {
    return i >= 0 && i < this.length ? this.text.charCodeAt(this.starts[i] as number) : 0
  }

  startOf(i: number): number {
    return i >= 0 && i < this.length ? (this.starts[i] as number) : 0
  }

  endOf(i: number): number {
    return i >= 0 && i < this.length ? (this.ends[i] as number) : 0
  }

  isSign(i: number): boolean {
    return i >= 0 && ((this.flags[i] as number) & 3) === SIGN
  }

  isFigure(i: number): boolean {
    return i >= 0 && ((this.flags[i] as number) & 3) === FIGURE
  }

  isWord(i: number): boolean {
    return i >= 0 && ((this.flags[i] as number) & 3) === WORD
  }

  /** White space stands before the token. */
  hasGap(i: number): boolean {
    return i < 0 || i >= this.length || ((this.flags[i] as number) & GAP) !== 0
  }

  private folded(start: number, end: number): string {
    const { kind, fold } = characters()
    const { text } = this
    let key = ''
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code >= fold.length) key += text.charAt(at)
      else if (kind[code] !== INVISIBLE) key += String.fromCharCode(fold[code] as number)
    }
    return key
  }
}

/** The runtime's own copy of a string, which compares with a literal by its address. */
function intern(value: string): string {
  for (const own in { [value]: 0 }) return own
  return value
}

/** Where a word goes on after its first `letters` letters, marks and tatweel between them passed over. */
export function offsetAfter(text: string, start: number, end: number, letters: number): number {
  let left = letters
  let at = start
  while (at < end && left > 0) {
    if (kindOf(text.charCodeAt(at)) !== INVISIBLE) left--
    at++
  }
  while (at < end && kindOf(text.charCodeAt(at)) === INVISIBLE) at++
  return at
}
