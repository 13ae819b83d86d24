import { pathPrefix } from './classes.js'
import { GAZETTEER_BITS } from './gazetteer.js'
import { hashString, mix } from './hash.js'
import { REACH, type Sequence } from './sequence.js'

/** Steps of the path that make a class, coarse to fine. */
const GRAINS = [4, 6, 8, 10, 12]
/** Of pairs of neighbours. */
const PAIR_GRAINS = [4, 8]
/** Stands for the words beyond a sentence's ends. */
export const EDGE = 0x7fffffff
/** What the features of a word look at, as bits: the sums of each part can be kept by what it looks at. */
export const WORD_PARTS = { list: 1, own: 2, shape: 4, path: 8, rates: 16, likeness: 32 } as const
const EVERY_PART = 63

/**
 * Hashed features that the word at `at` gives to the position `offset` words before it: form, class, shape, affixes, what the
 * name lists say. They depend on nothing else, so their summed weights can be kept by word and lists. Templates after
 * Benajiba and Rosso (2008) for Arabic, Ratinov and Roth (2009) for classes and context.
 */
export function wordFeatures(
  sequence: Sequence,
  at: number,
  offset: number,
  out: Int32Array,
  parts: number = EVERY_PART,
): number {
  const known = sequence.words[at]
  const list = sequence.lists[at] ?? 0
  const place = (offset + REACH) * 64
  let n = parts & WORD_PARTS.list ? listFeatures(list, offset, out) : 0
  if (known === undefined) {
    out[n++] = mix(place, EDGE)
    return n
  }
  const { word, path, rates, likeness } = known
  if (parts & WORD_PARTS.own) out[n++] = mix(place + 1, word.form)
  if (parts & WORD_PARTS.shape) {
    out[n++] = mix(place + 2, word.shape)
    out[n++] = mix(place + 3, word.clitics)
  }
  if (parts & WORD_PARTS.path) for (const grain of GRAINS) out[n++] = mix(place + 4 + grain, pathPrefix(path, grain))
  if (parts & WORD_PARTS.rates && rates !== 0) {
    out[n++] = mix(place + 42, rates)
    for (let type = 0; type < 4; type++) out[n++] = mix(place + 43 + type, ((rates >>> (2 * type)) & 3) + 1)
  }
  if (parts & WORD_PARTS.own && offset === 0) {
    out[n++] = mix(400, 0)
    out[n++] = mix(447, list, pathPrefix(path, 8) + 1)
    out[n++] = mix(476, rates + 1, list + 1)
  }
  if (word.kind !== 'word' || offset < -1 || offset > 1) return n
  const { bare } = word
  if (parts & WORD_PARTS.own && offset === 0) {
    out[n++] = mix(place + 20, word.printed)
    out[n++] = mix(place + 21, hashString(bare))
    for (let length = 1; length <= 4 && length <= bare.length; length++) {
      out[n++] = mix(place + 22 + length, hashString(bare, 0, length))
      out[n++] = mix(place + 28 + length, hashString(bare, bare.length - length))
    }
  }
  if (parts & WORD_PARTS.likeness) {
    out[n++] = mix(place + 47, likeness + 1)
    if (offset === 0) out[n++] = mix(place + 48, likeness + 1, word.clitics + 1)
  }
  if ((parts & WORD_PARTS.own) === 0) return n
  if (offset === 0) {
    const pattern = vowelPattern(bare)
    out[n++] = mix(place + 40, pattern)
    out[n++] = mix(place + 41, pattern, word.clitics + 1)
  } else {
    out[n++] = mix(place + 30, hashString(bare, Math.max(0, bare.length - 2)))
    out[n++] = mix(place + 31, hashString(bare, Math.max(0, bare.length - 3)))
  }
  return n
}

/** What the name lists say of a word, as far as it tells by itself. */
function listFeatures(list: number, offset: number, out: Int32Array): number {
  let n = 0
  if (offset === -2) out[n++] = mix(458, list)
  else if (offset === 2) out[n++] = mix(459, list)
  else for (let rest = list; rest !== 0; rest &= rest - 1) out[n++] = mix(461 + offset, 32 - Math.clz32(rest & -rest))
  return n
}

const NOTHING = { path: 0, coarse: 0, fine: 0, rates: 0, likeness: 0 } as const

/** The first code unit of the Arabic block. */
const ARABIC = 0x600
/** What a letter of the block is in a vowel pattern: one of its own from 2 on, or any other. */
const OTHER = 1
const PATTERN_LETTERS = Uint8Array.from(
  { length: 0x100 },
  (_, unit) => 'اويةىئءؤغج'.indexOf(String.fromCharCode(ARABIC + unit)) + 2,
)

/** Long vowels and weak letters in place, the rest as one letter: foreign names pile up vowels. */
function vowelPattern(bare: string): number {
  let pattern = 1
  for (let i = 0; i < bare.length && i < 10; i++) {
    const unit = bare.charCodeAt(i) - ARABIC
    pattern = Math.imul(pattern, 11) + (unit >= 0 && unit < 0x100 ? (PATTERN_LETTERS[unit] as number) : OTHER)
  }
  return pattern
}

/** Which position a pair of neighbours speaks of: the first of the two, the second, or the one behind them. */
export const PAIR_SIDES = [0, 1, 2] as const
export type PairSide = (typeof PAIR_SIDES)[number]

/**
 * What the features of a pair look at, as bits: at the form of a word; at the paths of both; at their kinds, which are lists,
 * rates, likeness and clitics; at the path of the first with the list and the likeness of the second.
 */
export const PAIR_PARTS = { forms: 1, paths: 2, kinds: 4, pathAndNext: 8 } as const
const EVERY_PAIR_PART = 15

/**
 * Hashed features that the words at `at` and behind it give together to one position. They depend on the two words and their
 * lists alone; either may lie beyond an end.
 */
export function pairFeatures(
  sequence: Sequence,
  at: number,
  side: PairSide,
  out: Int32Array,
  parts: number = EVERY_PAIR_PART,
): number {
  const { words, lists } = sequence
  const [a, b] = [words[at], words[at + 1]]
  const first = a ?? NOTHING
  const second = b ?? NOTHING
  const listed = lists[at] ?? 0
  const listedNext = lists[at + 1] ?? 0
  const form = a?.form ?? EDGE
  const next = b?.form ?? EDGE
  const forms = parts & PAIR_PARTS.forms
  const kinds = parts & PAIR_PARTS.kinds
  let n = 0
  if (side === 2) {
    if (parts & PAIR_PARTS.paths) out[n++] = mix(430, first.fine, second.fine + 1)
    return n
  }
  if (parts & PAIR_PARTS.paths)
    for (const grain of PAIR_GRAINS) {
      const template = (side === 0 ? 420 : 410) + grain
      out[n++] = mix(template, pathPrefix(first.path, grain), pathPrefix(second.path, grain) + 1)
    }
  if (side === 0) {
    if (forms) {
      out[n++] = mix(402, form, next)
      out[n++] = mix(442, first.coarse, next)
    }
    if (kinds) {
      out[n++] = mix(446, listed, listedNext + 1)
      out[n++] = mix(471, first.likeness + 1, second.likeness + 1)
      out[n++] = mix(475, first.rates + 1, second.rates + 1)
    }
    return n
  }
  if (forms) {
    out[n++] = mix(401, form, next)
    out[n++] = mix(441, form, second.coarse + 1)
    out[n++] = mix(443, form, listedNext + 1)
  }
  if (kinds) {
    out[n++] = mix(407, a?.word.clitics ?? EDGE, (b?.word.clitics ?? EDGE) + 1)
    out[n++] = mix(445, listed, listedNext + 1)
    out[n++] = mix(470, first.likeness + 1, second.likeness + 1)
    out[n++] = mix(472, listed, second.likeness + 1)
    out[n++] = mix(474, first.rates + 1, second.rates + 1)
  }
  if (parts & PAIR_PARTS.pathAndNext) {
    out[n++] = mix(444, first.fine, listedNext + 1)
    out[n++] = mix(473, first.fine, second.likeness + 1)
  }
  return n
}

/** The hashed feature of a position between two words with such paths. */
export const betweenFeature = (before: number, behind: number): number => mix(440, before, behind + 1)

/** Hashed features of the position `i` that take the rest of the article or a quotation into account. */
export function placeFeatures(sequence: Sequence, i: number, out: Int32Array): number {
  const { fine, rates } = sequence.words[i] ?? NOTHING
  const list = sequence.lists[i] ?? 0
  let n = 0
  const echo = sequence.echoes[i] ?? 0
  if (echo !== 0) {
    out[n++] = mix(480, echo)
    out[n++] = mix(481, echo, list + 1)
    out[n++] = mix(482, echo, rates + 1)
    for (let bit = 0; bit < 6; bit++) if (echo & (1 << bit)) out[n++] = mix(483, bit + 1)
  }
  if (sequence.quoted[i]) {
    out[n++] = mix(450, sequence.quoted[i - 1] ?? 0)
    out[n++] = mix(451, fine)
    out[n++] = mix(452, list)
  }
  return n
}

/** No word, pair or place has more features than this. */
export const MOST_FEATURES = GAZETTEER_BITS + 64

/** All hashed features of a position, as training counts them: unsigned. */
export function featuresAt(sequence: Sequence, i: number): number[] {
  const out = new Int32Array(MOST_FEATURES)
  const all: number[] = []
  const take = (n: number): void => {
    for (let f = 0; f < n; f++) all.push((out[f] ?? 0) >>> 0)
  }
  for (let offset = -REACH; offset <= REACH; offset++) take(wordFeatures(sequence, i + offset, offset, out))
  for (const side of PAIR_SIDES) take(pairFeatures(sequence, i - side, side, out))
  all.push(betweenFeature(sequence.words[i - 1]?.fine ?? 0, sequence.words[i + 1]?.fine ?? 0) >>> 0)
  take(placeFeatures(sequence, i, out))
  return all
}
