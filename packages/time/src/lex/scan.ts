import { BREAK, characters, DIGIT, INVISIBLE, kindOf, LETTER, LETTERS_END, SPACE } from './characters.js'
import { beginsWith, HASH_BASIS, HASH_PRIME, shapeOf } from './hash.js'
import { COIN, CURRENCY_SIGN, DIGITS, LATIN, MEASURE, NOUN, PERCENT, TO } from './starts.js'
import type { Token } from './token.js'
import { CELL_MASK, COMMON_MASK, SIEVE_MASK, SIEVE_SHIFT, wordSet } from './word-set.js'

// What a token is, and what stands before it.
export const WORD = 1
export const FIGURE = 2
export const SIGN = 3
export const GAP = 4
export const LINE = 8
/** Vowel marks or other invisible units stand inside the token; in a figure, any unit but 0 to 9. */
export const MARKED = 16

/** Signs that may open a figure or follow it. */
const SIGNS: readonly (readonly [mask: number, signs: string])[] = [
  [CURRENCY_SIGN, '$£¥₪€₺'],
  [PERCENT, '%٪'],
  // dashes and the slash, which lead from one end of a stretch to the other
  [TO, '-/‐–—−\u0640'],
  [MEASURE, '°º'],
]

let signTable: Int32Array | undefined

function signMasks(): Int32Array {
  if (signTable === undefined) {
    signTable = new Int32Array(characters().kind.length)
    for (const [mask, signs] of SIGNS) for (const sign of signs) signTable[sign.charCodeAt(0)] = mask
  }
  return signTable
}

const MINUS = '-−+–'
const POINT = '.٫'
const BRACKET = '('

const isMetre = (text: string, start: number, end: number): boolean => end - start === 1 && text.charAt(start) === 'م'

// Letters of the endings ‑تان and ‑تين, which any unknown word may bear.
const TEH = 0x062a
const ALEF = 0x0627
const YEH = 0x064a
const NOON = 0x0646
const LAM = 0x0644
/** Between figures a tatweel is a dash: 2ـ0. */
const TATWEEL = 0x0640

/** The tokens of one text side by side. Behind the last one lie `MARGIN` empty ones, so that rules may look ahead. */
export interface Room {
  readonly size: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly flags: Uint8Array
  /** Of words: the hash of the folded letters, and what a second look compares. */
  readonly hashes: Int32Array
  readonly shapes: Int32Array
  /** The numbers of the words of the tables; −1 for the others. */
  readonly ids: Int32Array
  /** What may begin at each token, see `startsOf`. */
  readonly masks: Int32Array
  /** The tokens that may begin something, the last one first. */
  readonly anchors: Int32Array
  /** What the tokens after each one may begin, as far as all of them are words of the tables, figures or signs. */
  readonly runs: Int32Array
  /** The tokens that were made into objects. */
  readonly made: (Token | undefined)[]
  /** Their places, so that only these need be cleared. */
  readonly touched: Int32Array
}

/** How far behind the last token a rule may look without asking where the text ends. */
export const MARGIN = 32
const SMALLEST_ROOM = 1 << 14
/** A longer text gets room of its own, which is let go after it. */
const LARGEST_KEPT = 1 << 18

let kept: Room | undefined

/** Room for the tokens of a text so long; it is the reader's own until it is given back. */
export function takeRoom(length: number): Room {
  const wanted = length + MARGIN
  if (kept !== undefined && kept.size >= wanted) {
    const room = kept
    kept = undefined
    return room
  }
  let size = SMALLEST_ROOM
  while (size < wanted) size *= 2
  return {
    size,
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    flags: new Uint8Array(size),
    hashes: new Int32Array(size),
    shapes: new Int32Array(size),
    ids: new Int32Array(size),
    masks: new Int32Array(size),
    anchors: new Int32Array(size),
    runs: new Int32Array(size),
    made: new Array<Token | undefined>(size).fill(undefined),
    touched: new Int32Array(size),
  }
}

export function giveBack(room: Room): void {
  if (room.size <= LARGEST_KEPT) kept = room
}

/**
 * A line with every kind of unit and token. It is cut before the first text, so that the runtime's compiler has met all
 * of them, and does not throw away what it made of `cut` each time that a rare one turns up.
 */
const SPECIMEN =
  'قال\u064e المدينتين قـين\u064eت\u064eين\ufeff abc \u4e2d 12 ٣\u200f٤ 2ـ0 م2 د.ع م² -5 (7) %\n— $ ــ ؟ \u200f'

/** What the runtime notes of a function it notes from some thousand steps on. */
const READINGS = 60

let isPrimed = false

/** Cuts a text into tokens and looks its words up; answers how many tokens it has and how many may begin something. */
export function scan(text: string, room: Room): { readonly count: number; readonly anchored: number } {
  if (!isPrimed) {
    isPrimed = true
    for (let k = 0; k < READINGS; k++) cut(SPECIMEN, room)
  }
  const count = cut(text, room)
  const anchored = lookUp(room, count)
  const { masks, runs, ids, flags } = room
  masks.fill(0, count, count + MARGIN)
  runs.fill(0, count, count + MARGIN)
  ids.fill(-1, count, count + MARGIN)
  flags.fill(0, count, count + MARGIN)
  return { count, anchored }
}

/**
 * One pass over the units of a text: where the tokens lie, what stands before them, the hashes of the words, and what
 * may begin at a token by its signs and letters alone. Figures and signs are few and stand apart, so that the compiler
 * keeps what it made of the loop over words.
 */
function cut(text: string, room: Room): number {
  const { starts, ends, flags, hashes, shapes, masks } = room
  const { both } = characters()
  const { length } = text
  let count = 0
  let at = 0
  let before = LINE | GAP
  while (at < length) {
    const code = text.charCodeAt(at)
    const about = both[code] as number
    if (about < LETTERS_END) {
      const start = at
      let folded = about
      let hash = Math.imul((HASH_BASIS | 0) ^ about, HASH_PRIME)
      let end = ++at
      let size = 1
      while (at < length) {
        const unit = both[text.charCodeAt(at)] as number
        if (unit < LETTERS_END) {
          folded = unit
          hash = Math.imul(hash ^ unit, HASH_PRIME)
          size++
          end = ++at
        } else if (unit >> 16 === INVISIBLE) at++
        else break
      }
      const isMarked = end - start !== size
      let mask = code < 0x80 ? LATIN : 0
      if (folded === NOON && size > 4 && endsInPair(text, start, end, isMarked)) mask |= NOUN
      starts[count] = start
      ends[count] = end
      flags[count] = isMarked ? WORD | MARKED | before : WORD | before
      hashes[count] = hash
      shapes[count] = shapeOf(about, folded, size)
      masks[count++] = mask
      before = 0
      continue
    }
    const type = about >> 16
    if (type === SPACE) {
      before |= GAP
      at++
    } else if (type === BREAK) {
      before |= GAP | LINE
      at++
    } else if (type === DIGIT) {
      at = cutFigure(text, room, count++, at, before)
      before = 0
    } else if (type === INVISIBLE && !(code === TATWEEL && isDash(text, room, count, at, before))) at++
    else {
      at = cutSign(text, room, count++, at, before)
      before = 0
    }
  }
  return count
}

/** A run of digits, which a minus, a point or a bracket may open; answers where the text goes on. */
function cutFigure(text: string, room: Room, count: number, start: number, before: number): number {
  const { starts, ends, flags, masks } = room
  let at = start
  let end = start
  let units = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const type = kindOf(unit)
    if (type === DIGIT) end = at + 1
    else if (type !== INVISIBLE || unit === TATWEEL) break
    units |= unit
    at++
  }
  starts[count] = start
  ends[count] = end
  flags[count] = units < 0x80 ? FIGURE | before : FIGURE | MARKED | before
  masks[count] = DIGITS
  if (count > 0) {
    const last = count - 1
    if (((flags[last] as number) & 3) === SIGN && opensFigure(text, room, last, before === 0))
      masks[last] = (masks[last] as number) | DIGITS
    // م2
    if (before === 0 && isMetre(text, starts[last] as number, ends[last] as number))
      masks[last] = (masks[last] as number) | MEASURE
  }
  return at
}

/** One sign, or a row of tatweels set for a dash; answers where the text goes on. */
function cutSign(text: string, room: Room, count: number, start: number, before: number): number {
  const { starts, ends, flags, masks } = room
  const code = text.charCodeAt(start)
  let at = start + 1
  while (code === TATWEEL && text.charCodeAt(at) === TATWEEL) at++
  starts[count] = start
  ends[count] = at
  flags[count] = SIGN | before
  masks[count] = signMasks()[code] ?? 0
  // initials of a coin, د.ع, and م²
  if (before === 0 && count > 0 && (code === 0x2e || code === 0xb2 || code === 0xb3)) {
    const last = count - 1
    const isLetter = ((flags[last] as number) & 3) === WORD && (ends[last] as number) - (starts[last] as number) === 1
    if (isLetter) masks[last] = (masks[last] as number) | (code === 0x2e ? COIN : MEASURE)
  }
  return at
}

/**
 * The numbers and masks of the words, the runs and the anchors, from the last token to the first: answers how many
 * anchors there are. A loop of its own, so that the processor fetches from the tables for several words at a time.
 */
function lookUp(room: Room, count: number): number {
  const { flags, hashes, shapes, ids, masks, anchors, runs } = room
  const words = wordSet()
  const { cells, sieve, common } = words
  let anchored = 0
  let run = 0
  for (let i = count - 1; i >= 0; i--) {
    runs[i] = run
    let mask = masks[i] as number
    let id = -1
    const type = (flags[i] as number) & 3
    if (type === WORD) {
      const hash = hashes[i] as number
      const shape = shapes[i] as number
      const place = (hash & COMMON_MASK) << 2
      let known = 0
      if (common[place] === hash && common[place + 1] === shape) {
        id = common[place + 2] as number
        known = common[place + 3] as number
      } else {
        const bit = hash >>> SIEVE_SHIFT
        const low = hash & SIEVE_MASK
        const isLikely =
          ((sieve[bit >>> 5] as number) >>> (bit & 31)) & ((sieve[low >>> 5] as number) >>> (low & 31)) & 1
        const cell = isLikely === 0 ? -1 : words.cellOf(hash, shape)
        if (cell >= 0) {
          id = words.idOf(cell)
          known = cells[cell + CELL_MASK] as number
          common[place] = hash
          common[place + 1] = shape
          common[place + 2] = id
          common[place + 3] = known
        }
      }
      if (known !== 0) {
        // «من السادسة للسابعة»
        mask |= beginsWith(shape, LAM) ? known | TO : known
        masks[i] = mask
      }
    }
    ids[i] = id
    if (mask !== 0) {
      anchors[anchored++] = i
      run |= mask
    } else if (id < 0 && type !== SIGN) run = 0
  }
  return anchored
}

/** A sign before a figure may be its minus, its point or its bracket: -5 but not 3-5, .5 but not 2.5. */
function opensFigure(text: string, { starts, flags }: Room, i: number, isTight: boolean): boolean {
  const sign = text.charAt(starts[i] as number)
  if (sign === BRACKET) return true
  if (!isTight) return false
  const type = i > 0 ? (flags[i - 1] as number) & 3 : 0
  const isLoose = i === 0 || ((flags[i] as number) & GAP) !== 0
  if (POINT.includes(sign)) return isLoose || type === SIGN
  if (!MINUS.includes(sign) || type === FIGURE) return false
  return isLoose || '(=<>'.includes(text.charAt(starts[i - 1] as number))
}

/** The word ends in ‑تان or ‑تين. */
function endsInPair(text: string, start: number, end: number, isMarked: boolean): boolean {
  let middle = text.charCodeAt(end - 2)
  let first = text.charCodeAt(end - 3)
  if (isMarked) {
    const letters: number[] = []
    for (let at = end - 1; at >= start && letters.length < 3; at--) {
      const unit = text.charCodeAt(at)
      if (kindOf(unit) === LETTER) letters.push(unit)
    }
    middle = letters[1] ?? 0
    first = letters[2] ?? 0
  }
  const { fold } = characters()
  const folded = fold[middle] as number
  return first === TEH && (folded === ALEF || folded === YEH)
}

/** A tatweel that no letter touches is set for a dash: 2007 ــ 2014, 2ـ0. */
function isDash(text: string, { flags }: Room, count: number, at: number, before: number): boolean {
  if (count === 0 || (before === 0 && ((flags[count - 1] as number) & 3) !== FIGURE)) return false
  let end = at
  while (text.charCodeAt(end) === TATWEEL) end++
  const next = kindOf(text.charCodeAt(end))
  return next !== LETTER
}
