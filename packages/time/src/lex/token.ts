import { BREAK, characters, DIGIT, INVISIBLE, kindOf, LETTER, SPACE } from './characters.js'
import { type Analysis, analyse, UNKNOWN } from './clitics.js'
import { HASH_BASIS, HASH_PRIME } from './hash.js'
import { COIN, CURRENCY_SIGN, DIGITS, LATIN, MEASURE, NOUN, PERCENT, TO } from './starts.js'
import { wordSet } from './word-set.js'

/** A word, a run of digits or one other sign; what stands before it decides whether two tokens touch. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'sign'
  readonly start: number
  readonly end: number
  /** The folded text: `٢٢` is `22`, `أوّل` is `اول`. */
  readonly key: string
  /** White space stands before the token. */
  readonly gap: boolean
  /** A line break stands before the token. */
  readonly line: boolean
  /** What the lexicon makes of a word, its clitics split off. */
  readonly word: Analysis
}

/** What stands in for a word where there is none. */
export const NOTHING: Analysis = { proclitic: '', article: false, stem: '', lexeme: UNKNOWN }

const WORD = 1
const FIGURE = 2
const SIGN = 3
const GAP = 4
const LINE = 8

/** Signs that may open a figure or follow it: $ £ ¥ ₪ € ﷼ ₺, % ٪ ﹪ ％, ° º. */
const SIGN_MASKS: Readonly<Record<number, number>> = {
  36: CURRENCY_SIGN,
  163: CURRENCY_SIGN,
  165: CURRENCY_SIGN,
  8362: CURRENCY_SIGN,
  8364: CURRENCY_SIGN,
  8378: CURRENCY_SIGN,
  65020: CURRENCY_SIGN,
  37: PERCENT,
  1642: PERCENT,
  65130: PERCENT,
  65285: PERCENT,
  // dashes and the slash, which lead from one end of a stretch to the other
  45: TO,
  47: TO,
  8208: TO,
  8211: TO,
  8212: TO,
  8722: TO,
  1600: TO,
  176: MEASURE,
  186: MEASURE,
}

/** Before a figure these may be its minus, its point, its bracket or its unit. */
const SIGNED = '-−+–.٫(%٪$€£¥₪'

const isMetre = (text: string, start: number, end: number): boolean => end - start === 1 && text.charAt(start) === 'م'

/** A word met before, by both hashes of its folded letters. */
interface Seen {
  readonly hash: number
  readonly second: number
  readonly key: string
  readonly word: Analysis
}

const SEEN_LIMIT = 60_000
const seen = new Map<number, Seen>()
let tabled: (Seen | undefined)[] | undefined

/** The words of the tables, by their slot. */
function slotted(): (Seen | undefined)[] {
  tabled ??= new Array<Seen | undefined>(wordSet().masks.length).fill(undefined)
  return tabled
}

// Letters of the endings ‑تان and ‑تين, which any unknown word may bear.
const TEH = 0x062a
const ALEF = 0x0627
const YEH = 0x064a
const NOON = 0x0646
const LAM = 0x0644
/** Between figures a tatweel is a dash: 2ـ0. */
const TATWEEL = 0x0640

/**
 * The tokens of a text. One pass finds where they lie and, by a hash of the folded word, which may begin an expression;
 * most words of an article do not, and are never made into objects.
 */
export class Tokens {
  readonly length: number
  /** What may begin at each token, see `startsOf`. */
  readonly masks: Int32Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly flags: Uint8Array
  private readonly hashes: Int32Array
  private readonly seconds: Int32Array
  /** Where the words of the tables are kept; −1 for the others. */
  private readonly slots: Int32Array
  private readonly made: (Token | undefined)[]

  constructor(private readonly text: string) {
    const room = scratchFor(text.length + 1)
    const count = scan(text, room)
    this.length = count
    this.starts = room.starts.slice(0, count)
    this.ends = room.ends.slice(0, count)
    this.flags = room.flags.slice(0, count)
    this.hashes = room.hashes.slice(0, count)
    this.seconds = room.seconds.slice(0, count)
    this.slots = room.slots.slice(0, count)
    this.masks = room.masks.slice(0, count)
    this.made = new Array(count)
  }

  at(i: number): Token | undefined {
    const kept = this.made[i]
    if (kept !== undefined) return kept
    if (!(i >= 0 && i < this.length)) return undefined
    const flag = this.flags[i] as number
    const start = this.starts[i] as number
    const end = this.ends[i] as number
    const type = flag & 3
    const kind = type === WORD ? 'word' : type === FIGURE ? 'digits' : 'sign'
    const known = type === WORD ? this.known(i, start, end) : undefined
    const key = known?.key ?? (type === SIGN ? this.text.charAt(start) : this.folded(start, end))
    const gap = (flag & GAP) !== 0
    const line = (flag & LINE) !== 0
    const token: Token = { kind, start, end, key, gap, line, word: known?.word ?? NOTHING }
    this.made[i] = token
    return token
  }

  /** The word's folded text and analysis; each distinct word is folded and taken apart once. */
  private known(i: number, start: number, end: number): Seen {
    const slot = this.slots[i] as number
    const own = slot < 0 ? undefined : slotted()[slot]
    if (own !== undefined) return own
    const hash = this.hashes[i] as number
    const second = this.seconds[i] as number
    // a small integer: larger keys would be boxed
    const short = hash & 0x3fffffff
    const kept = seen.get(short)
    if (kept !== undefined && kept.hash === hash && kept.second === second) return kept
    const key = intern(this.folded(start, end))
    const made = { hash, second, key, word: analyse(key) }
    if (slot >= 0) {
      slotted()[slot] = made
      return made
    }
    if (seen.size >= SEEN_LIMIT) seen.clear()
    seen.set(short, made)
    return made
  }

  /** The sign at a token, or nothing where it is a word or figures. None of these four makes the token. */
  sign(i: number): string {
    return i >= 0 && i < this.length && ((this.flags[i] as number) & 3) === SIGN
      ? this.text.charAt(this.starts[i] as number)
      : ''
  }

  /** A line break stands before the token. */
  hasLine(i: number): boolean {
    return ((this.flags[i] as number) & LINE) !== 0
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

  isSign(i: number): boolean {
    return i >= 0 && i < this.length && ((this.flags[i] as number) & 3) === SIGN
  }

  isFigure(i: number): boolean {
    return i >= 0 && i < this.length && ((this.flags[i] as number) & 3) === FIGURE
  }

  isWord(i: number): boolean {
    return i >= 0 && i < this.length && ((this.flags[i] as number) & 3) === WORD
  }

  /** White space stands before the token. */
  hasGap(i: number): boolean {
    return ((this.flags[i] as number) & GAP) !== 0
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

/** Where tokens are counted out before each text gets arrays of its own size; nothing of one text is read by the next. */
interface Room {
  readonly size: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly flags: Uint8Array
  readonly hashes: Int32Array
  readonly seconds: Int32Array
  readonly slots: Int32Array
  readonly masks: Int32Array
}

const SMALLEST_ROOM = 1 << 14
/** A longer text gets room of its own, which is let go after it. */
const LARGEST_KEPT = 1 << 18

let kept: Room | undefined

function scratchFor(length: number): Room {
  if (kept !== undefined && kept.size >= length) return kept
  let size = SMALLEST_ROOM
  while (size < length) size *= 2
  const room = {
    size,
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    flags: new Uint8Array(size),
    hashes: new Int32Array(size),
    seconds: new Int32Array(size),
    slots: new Int32Array(size),
    masks: new Int32Array(size),
  }
  if (size <= LARGEST_KEPT) kept = room
  return room
}

/** One pass over the units of a text; answers how many tokens it has. */
function scan(text: string, { starts, ends, flags, hashes, seconds, slots, masks }: Room): number {
  const { kind, both } = characters()
  const words = wordSet()
  const { length } = text
  const known = kind.length
  let count = 0
  let at = 0
  let before = LINE | GAP
  while (at < length) {
    const code = text.charCodeAt(at)
    const type = code < known ? (kind[code] as number) : kindOf(code)
    if (type === SPACE) {
      before |= GAP
      at++
    } else if (type === LETTER) {
      starts[count] = at
      let hash = HASH_BASIS | 0
      let second = 0
      let end = at
      let a = 0
      let b = 0
      let c = 0
      let size = 0
      while (at < length) {
        const unit = text.charCodeAt(at)
        const about = unit < known ? (both[unit] as number) : (kindOf(unit) << 16) | unit
        const unitType = about >> 16
        if (unitType === LETTER) {
          const folded = about & 0xffff
          hash = Math.imul(hash ^ folded, HASH_PRIME)
          second = (Math.imul(second, 31) + folded) | 0
          a = b
          b = c
          c = folded
          size++
          end = ++at
        } else if (unitType === INVISIBLE) at++
        else break
      }
      ends[count] = end
      flags[count] = WORD | before
      hashes[count] = hash
      seconds[count] = second
      const slot = words.slotOf(hash, second)
      slots[count] = slot
      let mask = slot < 0 ? 0 : (words.masks[slot] as number)
      if (code < 0x80) mask |= LATIN
      // «من السادسة للسابعة»
      if (code === LAM && mask !== 0) mask |= TO
      if (c === NOON && a === TEH && (b === ALEF || b === YEH) && size > 4) mask |= NOUN
      masks[count++] = mask
      before = 0
    } else if (type === DIGIT) {
      starts[count] = at
      let end = at
      while (at < length) {
        const unit = text.charCodeAt(at)
        const unitType = unit < known ? (kind[unit] as number) : kindOf(unit)
        if (unitType === DIGIT) end = ++at
        else if (unitType === INVISIBLE && unit !== TATWEEL) at++
        else break
      }
      ends[count] = end
      flags[count] = FIGURE | before
      // a sign before a figure may be its minus, its point or its currency
      if (
        count > 0 &&
        ((flags[count - 1] as number) & 3) === SIGN &&
        SIGNED.includes(text.charAt(starts[count - 1] as number))
      )
        masks[count - 1] = (masks[count - 1] as number) | DIGITS
      // م2
      if (before === 0 && count > 0 && isMetre(text, starts[count - 1] as number, ends[count - 1] as number))
        masks[count - 1] = (masks[count - 1] as number) | MEASURE
      masks[count++] = DIGITS
      before = 0
    } else if (type === BREAK) {
      before |= GAP | LINE
      at++
    } else if (
      type === INVISIBLE &&
      !(
        code === TATWEEL &&
        count > 0 &&
        isDash(text, at, before !== 0 || ((flags[count - 1] as number) & 3) === FIGURE)
      )
    )
      at++
    else {
      starts[count] = at
      at++
      while (code === TATWEEL && text.charCodeAt(at) === TATWEEL) at++
      ends[count] = at
      masks[count] = SIGN_MASKS[code] ?? 0
      // initials of a coin, د.ع, and م²
      if (
        before === 0 &&
        count > 0 &&
        (code === 0x2e || code === 0xb2 || code === 0xb3) &&
        flags[count - 1] !== undefined &&
        ((flags[count - 1] as number) & 3) === WORD &&
        (ends[count - 1] as number) - (starts[count - 1] as number) === 1
      )
        masks[count - 1] = (masks[count - 1] as number) | (code === 0x2e ? COIN : MEASURE)
      flags[count++] = SIGN | before
      before = 0
    }
  }
  return count
}

/** The runtime's own copy of a string, which compares with a literal by its address. */
function intern(value: string): string {
  for (const own in { [value]: 0 }) return own
  return value
}

/** A tatweel that no letter touches is set for a dash: 2007 ــ 2014, 2ـ0. */
function isDash(text: string, at: number, opens: boolean): boolean {
  if (!opens) return false
  let end = at
  while (text.charCodeAt(end) === TATWEEL) end++
  const next = kindOf(text.charCodeAt(end))
  return next !== LETTER
}

/** Where a word goes on after its first `letters` letters, marks and tatweel between them passed over. */
export function offsetAfter(text: string, token: Token, letters: number): number {
  let left = letters
  let at = token.start
  while (at < token.end && left > 0) {
    if (kindOf(text.charCodeAt(at)) !== INVISIBLE) left--
    at++
  }
  while (at < token.end && kindOf(text.charCodeAt(at)) === INVISIBLE) at++
  return at
}
