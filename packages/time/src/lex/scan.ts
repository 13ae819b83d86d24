import { BREAK, characters, DIGIT, INVISIBLE, kindOf, LETTER, SPACE } from './characters.js'
import { HASH_BASIS, HASH_PRIME, shapeOf } from './hash.js'
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
  /** The tokens that may begin something, in order. */
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

/** One pass over the units of a text; answers how many tokens it has and how many of them may begin something. */
export function scan(text: string, room: Room): { readonly count: number; readonly anchored: number } {
  const { starts, ends, flags, hashes, shapes, ids, masks, anchors } = room
  const { kind, both } = characters()
  const signs = signMasks()
  const words = wordSet()
  const { cells, sieve, common } = words
  const { length } = text
  const known = kind.length
  let count = 0
  let anchored = 0
  let at = 0
  let before = LINE | GAP
  while (at < length) {
    const code = text.charCodeAt(at)
    let about = code < known ? (both[code] as number) : (kindOf(code) << 16) | code
    const type = about >> 16
    if (type === SPACE) {
      before |= GAP
      at++
    } else if (type === LETTER) {
      const start = at
      const first = about & 0xffff
      let folded = first
      let hash = Math.imul((HASH_BASIS | 0) ^ first, HASH_PRIME)
      let end = ++at
      let size = 1
      while (at < length) {
        const unit = text.charCodeAt(at)
        about = unit < known ? (both[unit] as number) : (kindOf(unit) << 16) | unit
        const unitType = about >> 16
        if (unitType === LETTER) {
          folded = about & 0xffff
          hash = Math.imul(hash ^ folded, HASH_PRIME)
          size++
          end = ++at
        } else if (unitType === INVISIBLE) at++
        else break
      }
      const flag = end - start === size ? WORD | before : WORD | MARKED | before
      let id = -1
      let mask = 0
      const shape = shapeOf(first, folded, size)
      const place = (hash & COMMON_MASK) << 2
      if (common[place] === hash && common[place + 1] === shape) {
        id = common[place + 2] as number
        mask = common[place + 3] as number
      } else {
        const bit = hash >>> SIEVE_SHIFT
        const low = hash & SIEVE_MASK
        const isLikely =
          ((sieve[bit >>> 5] as number) >>> (bit & 31)) & ((sieve[low >>> 5] as number) >>> (low & 31)) & 1
        const cell = isLikely === 0 ? -1 : words.cellOf(hash, shape)
        if (cell >= 0) {
          id = words.idOf(cell)
          mask = cells[cell + CELL_MASK] as number
          common[place] = hash
          common[place + 1] = shape
          common[place + 2] = id
          common[place + 3] = mask
        }
      }
      if (code < 0x80) mask |= LATIN
      // «من السادسة للسابعة»
      if (code === LAM && mask !== 0) mask |= TO
      if (folded === NOON && size > 4 && endsInPair(text, start, end, (flag & MARKED) !== 0)) mask |= NOUN
      starts[count] = start
      ends[count] = end
      flags[count] = flag
      hashes[count] = hash
      shapes[count] = shape
      ids[count] = id
      masks[count] = mask
      if (mask !== 0) anchors[anchored++] = count
      count++
      before = 0
    } else if (type === DIGIT) {
      const start = at
      let end = at
      let units = 0
      while (at < length) {
        const unit = text.charCodeAt(at)
        const unitType = unit < known ? (kind[unit] as number) : kindOf(unit)
        if (unitType === DIGIT) {
          end = ++at
          units |= unit
        } else if (unitType === INVISIBLE && unit !== TATWEEL) {
          at++
          units |= unit
        } else break
      }
      starts[count] = start
      ends[count] = end
      flags[count] = units < 0x80 ? FIGURE | before : FIGURE | MARKED | before
      ids[count] = -1
      if (count > 0) {
        const last = count - 1
        let more = 0
        if (((flags[last] as number) & 3) === SIGN && opensFigure(text, room, last, before === 0)) more = DIGITS
        // م2
        if (before === 0 && isMetre(text, starts[last] as number, ends[last] as number)) more |= MEASURE
        if (more !== 0) {
          if (masks[last] === 0) anchors[anchored++] = last
          masks[last] = (masks[last] as number) | more
        }
      }
      masks[count] = DIGITS
      anchors[anchored++] = count++
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
      ids[count] = -1
      // initials of a coin, د.ع, and م²
      if (
        before === 0 &&
        count > 0 &&
        (code === 0x2e || code === 0xb2 || code === 0xb3) &&
        ((flags[count - 1] as number) & 3) === WORD &&
        (ends[count - 1] as number) - (starts[count - 1] as number) === 1
      ) {
        const last = count - 1
        if (masks[last] === 0) anchors[anchored++] = last
        masks[last] = (masks[last] as number) | (code === 0x2e ? COIN : MEASURE)
      }
      const mask = code < known ? (signs[code] as number) : 0
      masks[count] = mask
      if (mask !== 0) anchors[anchored++] = count
      flags[count++] = SIGN | before
      before = 0
    }
  }
  const { runs } = room
  let run = 0
  for (let i = count - 1; i >= 0; i--) {
    runs[i] = run
    const mask = masks[i] as number
    if (mask === 0 && (ids[i] as number) < 0 && ((flags[i] as number) & 3) !== SIGN) run = 0
    else run |= mask
  }
  masks.fill(0, count, count + MARGIN)
  runs.fill(0, count, count + MARGIN)
  ids.fill(-1, count, count + MARGIN)
  flags.fill(0, count, count + MARGIN)
  return { count, anchored }
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
function isDash(text: string, at: number, opens: boolean): boolean {
  if (!opens) return false
  let end = at
  while (text.charCodeAt(end) === TATWEEL) end++
  const next = kindOf(text.charCodeAt(end))
  return next !== LETTER
}
