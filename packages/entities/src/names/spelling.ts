import { align, type Edit, type EditCosts } from './align.js'
import { isArabicCode, weak } from './letters.js'

/** Weights of the spelling model, hashed into a table of a power of two. */
export interface SpellingModel {
  readonly costs: EditCosts
  /** One byte a slot; `scale` turns it into a weight. */
  readonly weights: Int8Array | Float32Array
  readonly scale: number
}

export interface SpellingScore {
  /** Log-odds that both spell one name. */
  readonly logit: number
  readonly edits: readonly Edit[]
}

/** More differences than this and two words are two names. */
const MOST_EDITS = 6
/**
 * Nor may more than so many letters of the longer word differ. The model has learnt from pairs of near words alone; of words that
 * are far apart it knows nothing, and must not be asked.
 */
const MOST_OF_LETTERS = 0.45
const FAR = 3
export const NEVER = -12

// Feature templates; the number keeps their hashes apart.
const BIAS = 1
const OP = 2
const OP_PLACE = 3
const OP_LEFT = 4
const OP_RIGHT = 5
const OP_BOTH = 6
const OP_CLASSES = 7
const KIND_PLACE = 8
const OP_MANY = 9
const EDITS_LENGTH = 10
const LENGTHS = 11
const TWO_OPS = 12
const STRONG_EDITS = 13
const OP_RIGHT2 = 14
const OP_LEFT2 = 15
const OP_LENGTH = 16
const FIRST = 17
const KIND_AND_SOUND = 18
const OP_CONSONANTS = 19
const OP_CONSONANT_BEFORE = 20
const OP_CONSONANT_AFTER = 21
const OP_PLACES = 22
const KIND_PLACES = 23
const OP_ENDING = 24
const OP_OPENING = 25
const KINDS = 26

const mix = (template: number, x: number, y: number): number => {
  let h = Math.imul(template, 0x9e3779b1) ^ Math.imul(x + 1, 0x85ebca6b) ^ Math.imul(y + 1, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return (h ^ (h >>> 15)) >>> 0
}

/** No letter: past the edge of a word. */
const EDGE = 95

/** The nearest letter that is no vowel, one way or the other. */
function hardLetter(word: Uint8Array, from: number, way: 1 | -1): number {
  const isWeak = weak()
  let at = from
  while (at >= 0 && at < word.length && isWeak[word[at] ?? 0] === 1) at += way
  return word[at] ?? EDGE
}

const bucket = (n: number): number => (n > 8 ? 9 : n)

/** Marks, hard and weak letters, and what the word's edge is. */
const classOf = (code: number): number => (code === 0 ? 0 : weak()[code] === 1 ? 1 : 2)

/**
 * The features of two spellings, as hashes: each edit alone and with its place and neighbours, and how many edits there are
 * in how many letters. `a` and `b` must be in canonical order, so that the answer does not depend on who comes first.
 */
export function spellingFeatures(
  a: Uint8Array,
  b: Uint8Array,
  edits: readonly Edit[],
  take: (hash: number) => void,
): void {
  const script = isArabicCode(a[0] ?? 0) ? 0 : 1
  const shorter = Math.min(a.length, b.length)
  const many = Math.min(edits.length, 4)
  let strong = 0
  let last = 0
  let kinds = 0
  take(mix(BIAS, script, 0))
  for (const edit of edits) {
    const inA = edit.a >= 0
    const word = inA ? a : b
    const at = inA ? edit.a : edit.b
    const x = word[at] ?? 0
    const y = edit.kind === 'substitute' ? (b[edit.b] ?? 0) : edit.kind === 'transpose' ? (a[at + 1] ?? 0) : 0
    const low = Math.min(x, y)
    const high = Math.max(x, y)
    const op = edit.kind === 'transpose' ? 9216 + low * 96 + high : low * 96 + high
    const end = edit.kind === 'transpose' ? at + 2 : at + 1
    const left = word[at - 1] ?? 0
    const right = word[end] ?? 0
    const place = at === 0 ? 0 : end >= word.length ? 3 : at === 1 ? 1 : 2
    const hard = classOf(x) === 2 || (y !== 0 && classOf(y) === 2)
    const doubled = edit.kind === 'indel' && (x === left || x === right) ? 1 : 0
    if (hard) strong++
    take(mix(OP, op, doubled))
    take(mix(OP_PLACE, op, place))
    take(mix(OP_LEFT, op, left))
    take(mix(OP_RIGHT, op, right))
    take(mix(OP_BOTH, op, left * 96 + right))
    take(mix(OP_CLASSES, op, classOf(left) * 3 + classOf(right)))
    take(mix(KIND_PLACE, (hard ? 8 : 0) + (y === 0 ? 0 : 4) + place, script * 2 + doubled))
    take(mix(OP_MANY, op, many))
    take(mix(OP_RIGHT2, op, right * 96 + (word[end + 1] ?? 0)))
    take(mix(OP_LEFT2, op, left * 96 + (word[at - 2] ?? 0)))
    take(mix(OP_LENGTH, op, Math.min(shorter, 6)))
    // Whether a vowel may come and go depends on whose name it is, which the rest of the word tells.
    const kind =
      (weak()[x] === 1 ? 1 : 0) + (y === 0 ? 0 : weak()[y] === 1 ? 2 : 4) + (edit.kind === 'transpose' ? 8 : 0)
    kinds = kinds * 16 + kind + 1
    for (let i = 0; i + 1 < word.length; i++) take(mix(KIND_AND_SOUND, kind, (word[i] ?? 0) * 96 + (word[i + 1] ?? 0)))
    const before = hardLetter(word, at - 1, -1)
    const after = hardLetter(word, end, 1)
    take(mix(OP_CONSONANTS, op, before * 96 + after))
    take(mix(OP_CONSONANT_BEFORE, op, before))
    take(mix(OP_CONSONANT_AFTER, op, after))
    const places = Math.min(at, 5) * 8 + Math.min(word.length - end, 5)
    take(mix(OP_PLACES, op, places))
    take(mix(KIND_PLACES, kind, places * 8 + many))
    take(mix(OP_ENDING, op, (word[word.length - 1] ?? 0) * 96 + (word[word.length - 2] ?? 0)))
    take(mix(OP_OPENING, op, (word[0] ?? 0) * 96 + (word[1] ?? 0)))
    if (last !== 0) take(mix(TWO_OPS, Math.min(last, op), Math.max(last, op)))
    last = op
  }
  take(mix(KINDS, kinds, Math.min(a.length, 8)))
  take(mix(EDITS_LENGTH, many, bucket(shorter)))
  take(mix(LENGTHS, Math.min(4, Math.abs(a.length - b.length)), script))
  take(mix(STRONG_EDITS, Math.min(strong, 3), Math.min(many - Math.min(strong, many), 3) * 2 + script))
  take(mix(FIRST, a[0] === b[0] ? 1 : 0, many))
}

const before = (a: Uint8Array, b: Uint8Array): boolean => {
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x !== y) return x < y
  }
  return a.length <= b.length
}

/** Letters of a word as bits, a sketch to turn away words that share too little. */
export function sketch(codes: Uint8Array): number {
  const isWeak = weak()
  let bits = 0
  for (const code of codes) if (isWeak[code] !== 1) bits |= 1 << (code & 31)
  return bits
}

const ones = (bits: number): number => {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Whether a full comparison could say anything but no: lengths and consonants are near enough. */
export function worthComparing(a: Uint8Array, b: Uint8Array, sketchA: number, sketchB: number): boolean {
  if (Math.abs(a.length - b.length) > 4) return false
  return ones(sketchA ^ sketchB) <= 5
}

/**
 * Log-odds that two folded words spell one name: logistic regression over the edits of the cheapest alignment. The costs of
 * the alignment come from expectation maximisation (Ristad and Yianilos 1998).
 */
export function scoreSpelling(first: Uint8Array, second: Uint8Array, model: SpellingModel): SpellingScore {
  const [a, b] = before(first, second) ? [first, second] : [second, first]
  const edits = align(a, b, model.costs)
  if (edits.length > MOST_EDITS) return { logit: NEVER, edits }
  const { weights } = model
  const mask = weights.length - 1
  let sum = 0
  spellingFeatures(a, b, edits, (hash) => {
    sum += weights[hash & mask] ?? 0
  })
  const logit = sum * model.scale
  const isFar = edits.length > Math.max(1, MOST_OF_LETTERS * Math.max(a.length, b.length))
  return { logit: Math.max(NEVER, Math.min(-NEVER, isFar ? Math.min(logit, 0) - FAR : logit)), edits }
}
