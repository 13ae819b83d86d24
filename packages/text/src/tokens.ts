import { HASH_SEED, hashUnit, WordTable } from './segmenter/forms.js'
import { formAmong, type Piece, type WordForm, wordForms } from './segmenter/segment.js'
import type { Span, Text } from './span.js'
import { type TokenForm, wholeForm } from './token-form.js'
import {
  BLANK,
  DIGIT,
  isHigh,
  JOINER,
  kindOfPair,
  kindOfUnit,
  LATIN,
  LETTER,
  MARK,
  PUNCTUATION,
  pairAt,
} from './units.js'

export type TokenKind = 'word' | 'number' | 'address' | 'punctuation' | 'symbol'

/** A clitic or the stem of a token, with its span in the text. */
export interface Segment extends Span {
  readonly role: Piece['role']
  /** Its plain form: `ال` for the second ل of «للأسد». */
  readonly form: string
}

export interface Token extends Span {
  readonly kind: TokenKind
  /** The token as printed. */
  readonly text: string
  /** What is printed and how it is cut, shared with the other tokens of the same form. */
  readonly form: TokenForm
  /** Clitics and stem in order; one segment for what is no Arabic word. */
  readonly segments: readonly Segment[]
}

/** A form at its place; the segments are cut when they are first asked for. */
class PlacedForm implements Token {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
  readonly text: string
  readonly form: TokenForm
  #segments: readonly Segment[] | undefined

  constructor(form: TokenForm, start: number, end: number) {
    this.start = start
    this.end = end
    this.kind = form.kind
    this.text = form.printed
    this.form = form
  }

  get segments(): readonly Segment[] {
    this.#segments ??= segmentsOf(this.form.pieces, this.start)
    return this.#segments
  }
}

function segmentsOf(pieces: readonly Piece[], start: number): readonly Segment[] {
  const segments: Segment[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    segments.push({ role: piece.role, form: piece.form, start: start + piece.start, end: start + piece.end })
  }
  return segments
}

/** A token off which nothing is cut, for words that come cut already. */
export const wholeToken = (kind: TokenKind, text: string, start: number): Token =>
  new PlacedForm(wholeForm(kind, text), start, start + text.length)

/** Web and mail addresses. Both alternatives are linear. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s«»"<>()،؛؟]*[\p{L}\p{N}/_=-]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/uy
const LONGEST_MAILBOX = 64
/** What stands inside a number: 3.5, 1,000, ٣٫٥, 17:15. */
const INSIDE_NUMBER = '.,:/٫٬،'
/** What stands inside a Latin word. */
const INSIDE_LATIN = "'’-"
const IN_WORD = LETTER | MARK | JOINER

/**
 * Tokens in order, white space and invisible marks left out: web and mail addresses, then numbers with inner separators, then
 * words of any script with their marks (Latin words keep an inner apostrophe or hyphen), then single marks.
 */
export function tokenize({ value }: Text): Token[] {
  const tokens: Token[] = []
  const known = wordForms()
  numberForms ??= new WordTable((printed) => wholeForm('number', printed), MOST_NUMBERS)
  const numbers = numberForms
  const forms: WordForm[] = []
  /** Tokens whose cut may hang on the other words of the text, and the place of their form. */
  const hanging: number[] = []
  let mail = value.indexOf('@')
  let at = 0
  while (at < value.length) {
    const code = value.charCodeAt(at)
    const pair = isHigh(code) ? pairAt(value, at) : 0
    const kind = pair === 0 ? kindOfUnit(code) : kindOfPair(pair)
    if ((kind & BLANK) !== 0 && (kind & JOINER) === 0) {
      at += pair === 0 ? 1 : 2
      continue
    }
    const start = at
    if (mail >= 0 && mail < at) mail = value.indexOf('@', at)
    if (code === SMALL_H || code === SMALL_W || (mail > at && mail - at <= LONGEST_MAILBOX)) {
      at = addressEnd(value, start)
      if (at > start) {
        tokens.push(wholeToken('address', value.slice(start, at), start))
        continue
      }
    }
    if ((kind & DIGIT) !== 0) {
      at = numberEnd(value, start)
      tokens.push(new PlacedForm(numbers.at(value, start, at, hashOf(value, start, at)), start, at))
    } else if ((kind & IN_WORD) !== 0) {
      at = wordEnd(value, start)
      const form = known.at(value, start, at, hashOf(value, start, at))
      if (form.hanging.length > 0) hanging.push(tokens.length, forms.length)
      forms.push(form)
      tokens.push(new PlacedForm(form.form, start, at))
    } else {
      at += pair === 0 ? 1 : 2
      tokens.push(new PlacedForm(markForm(pair === 0 ? code : pair, kind), start, at))
    }
  }
  if (hanging.length > 0) {
    const wanted = new Set<string>()
    for (let i = 1; i < hanging.length; i += 2)
      for (const { stem } of (forms[hanging[i] as number] as WordForm).hanging) wanted.add(stem)
    const bareKeys = new Set<string>()
    for (const { key } of forms) if (wanted.has(key)) bareKeys.add(key)
    for (let i = 0; i < hanging.length; i += 2) {
      const { start, end } = tokens[hanging[i] as number] as Token
      const form = forms[hanging[i + 1] as number] as WordForm
      tokens[hanging[i] as number] = new PlacedForm(formAmong(form, bareKeys), start, end)
    }
  }
  return tokens
}

const SMALL_H = 104
const SMALL_W = 119

function hashOf(value: string, start: number, end: number): number {
  let hash = HASH_SEED
  for (let i = start; i < end; i++) hash = hashUnit(hash, value.charCodeAt(i))
  return hash
}

function addressEnd(value: string, at: number): number {
  ADDRESS.lastIndex = at
  return ADDRESS.test(value) ? ADDRESS.lastIndex : at
}

/** Past the last of the characters from `at` on that have one of the wanted classes. */
function runEnd(value: string, at: number, wanted: number): number {
  let end = at
  while (end < value.length) {
    const code = value.charCodeAt(end)
    const pair = isHigh(code) ? pairAt(value, end) : 0
    const kind = pair === 0 ? kindOfUnit(code) : kindOfPair(pair)
    if ((kind & wanted) === 0) break
    end += pair === 0 ? 1 : 2
  }
  return end
}

/** Past a run with the marks inside it that another run follows. */
function joinedEnd(value: string, first: number, wanted: number, inside: string): number {
  let end = first
  while (end < value.length && inside.includes(value.charAt(end))) {
    const next = runEnd(value, end + 1, wanted)
    if (next === end + 1) break
    end = next
  }
  return end
}

const numberEnd = (value: string, at: number): number =>
  joinedEnd(value, runEnd(value, at, DIGIT), DIGIT, INSIDE_NUMBER)
const wordEnd = (value: string, at: number): number => joinedEnd(value, runEnd(value, at, IN_WORD), LATIN, INSIDE_LATIN)

let numberForms: WordTable<TokenForm> | undefined
const markForms = new Map<number, TokenForm>()
const MOST_NUMBERS = 1 << 12
const MOST_MARKS = 1 << 12

/** The form of a single mark. */
function markForm(point: number, kind: number): TokenForm {
  const known = markForms.get(point)
  if (known !== undefined) return known
  const form = wholeForm((kind & PUNCTUATION) !== 0 ? 'punctuation' : 'symbol', String.fromCodePoint(point))
  if (markForms.size >= MOST_MARKS) markForms.clear()
  markForms.set(point, form)
  return form
}

/** The stem segment of a token. */
export function stemOf(token: Token): Segment {
  const stem = token.segments.find((s) => s.role === 'stem')
  return stem ?? { role: 'stem', start: token.start, end: token.end, form: token.text }
}
