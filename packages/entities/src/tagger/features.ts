import { pathPrefix, type WordClasses } from './classes.js'
import { GAZETTEER_BITS, type Gazetteer } from './gazetteer.js'
import { hashString, mix } from './hash.js'
import type { Word } from './word.js'

/** A sentence as the features see it. */
export interface Sentence {
  readonly words: readonly Word[]
  /** Path of each word in the tree of distributional classes. */
  readonly paths: Int32Array
  /** What the name lists say of each word. */
  readonly lists: Int32Array
  /** 1 inside a short quotation. */
  readonly quoted: Uint8Array
}

export interface Knowledge {
  readonly classes: WordClasses
  readonly gazetteer: Gazetteer
}

export function sentenceOf(words: readonly Word[], { classes, gazetteer }: Knowledge): Sentence {
  return {
    words,
    paths: Int32Array.from(words, (word) => classes.pathOf(word.form)),
    lists: gazetteer.bitsOf(words),
    quoted: shortQuotations(words),
  }
}

const OPENING = new Set(['«', '“', '"', '(', '”'])
const CLOSING = new Set(['»', '”', '"', ')', '“'])
const SHORT_QUOTATION = 7

function shortQuotations(words: readonly Word[]): Uint8Array {
  const quoted = new Uint8Array(words.length)
  let open = -1
  for (const [i, { bare, kind }] of words.entries()) {
    if (kind !== 'punctuation') continue
    if (open >= 0 && CLOSING.has(bare) && i - open <= SHORT_QUOTATION) {
      quoted.fill(1, open + 1, i)
      open = -1
    } else if (OPENING.has(bare)) open = i
  }
  return quoted
}

/** Steps of the path that make a class, coarse to fine. */
const GRAINS = [4, 6, 8, 10, 12]
/** Stands for the words beyond a sentence's ends. */
const EDGE = 0x7fffffff
/** How far a word's own features reach. */
export const REACH = 2

/**
 * Hashed features that one word gives to the position `offset` words before it: form, class, shape, affixes. They depend on
 * nothing else, so their summed weights can be kept by word. Templates after Benajiba and Rosso (2008) for Arabic, Ratinov
 * and Roth (2009) for classes and context.
 */
export function wordFeatures(word: Word | undefined, path: number, offset: number, out: Uint32Array): number {
  let n = 0
  const place = (offset + REACH) * 64
  if (word === undefined) {
    out[n++] = mix(place, EDGE)
    return n
  }
  out[n++] = mix(place + 1, word.form)
  out[n++] = mix(place + 2, word.shape)
  out[n++] = mix(place + 3, word.clitics)
  for (const grain of GRAINS) out[n++] = mix(place + 4 + grain, pathPrefix(path, grain))
  const { bare } = word
  if (word.kind !== 'word') return n
  if (offset === 0) {
    out[n++] = mix(place + 20, word.printed)
    out[n++] = mix(place + 21, hashString(bare))
    for (let length = 1; length <= 4 && length <= bare.length; length++) {
      out[n++] = mix(place + 22 + length, hashString(bare.slice(0, length)))
      out[n++] = mix(place + 28 + length, hashString(bare.slice(-length)))
    }
    const pattern = vowelPattern(bare)
    out[n++] = mix(place + 40, pattern)
    out[n++] = mix(place + 41, pattern, word.clitics + 1)
  } else if (offset === 1 || offset === -1) {
    out[n++] = mix(place + 30, hashString(bare.slice(-2)))
    out[n++] = mix(place + 31, hashString(bare.slice(-3)))
  }
  return n
}

/** Long vowels and weak letters in place, the rest as one letter: foreign names pile up vowels. */
function vowelPattern(bare: string): number {
  let pattern = 1
  for (let i = 0; i < bare.length && i < 10; i++) {
    const at = 'اويةىئءؤغج'.indexOf(bare.charAt(i))
    pattern = Math.imul(pattern, 11) + at + 2
  }
  return pattern
}

/** Hashed features of the position `i` that take several words, the name lists or the quotation into account. */
export function jointFeatures(sentence: Sentence, i: number, out: Uint32Array): number {
  const { words, paths, lists } = sentence
  let n = 0
  const form = (at: number): number => words[at]?.form ?? EDGE
  const shape = (at: number): number => words[at]?.shape ?? EDGE
  const clitics = (at: number): number => words[at]?.clitics ?? EDGE
  const path = (at: number, grain: number): number => pathPrefix(paths[at] ?? 0, grain)
  const list = (at: number): number => lists[at] ?? 0

  out[n++] = mix(400, 0)
  out[n++] = mix(401, form(i - 1), form(i))
  out[n++] = mix(402, form(i), form(i + 1))
  out[n++] = mix(403, form(i - 2), form(i - 1))
  out[n++] = mix(404, form(i + 1), form(i + 2))
  out[n++] = mix(405, shape(i - 1), shape(i) + 1)
  out[n++] = mix(406, shape(i), shape(i + 1) + 1)
  out[n++] = mix(407, clitics(i - 1), clitics(i) + 1)
  out[n++] = mix(408, clitics(i), clitics(i + 1) + 1)
  for (const grain of [4, 6, 8]) {
    out[n++] = mix(410 + grain, path(i - 1, grain), path(i, grain) + 1)
    out[n++] = mix(420 + grain, path(i, grain), path(i + 1, grain) + 1)
    out[n++] = mix(430 + grain, path(i - 2, grain), path(i - 1, grain) + 1)
  }
  out[n++] = mix(440, path(i - 1, 8), path(i + 1, 8) + 1)
  out[n++] = mix(441, form(i - 1), path(i, 6) + 1)
  out[n++] = mix(442, path(i, 6), form(i + 1))
  out[n++] = mix(443, form(i - 1), list(i) + 1)
  out[n++] = mix(444, path(i - 1, 8), list(i) + 1)
  out[n++] = mix(445, list(i - 1), list(i) + 1)
  out[n++] = mix(446, list(i), list(i + 1) + 1)
  out[n++] = mix(447, list(i), path(i, 8) + 1)
  out[n++] = mix(448, list(i), form(i))
  const quoted = sentence.quoted[i] ?? 0
  if (quoted) {
    out[n++] = mix(450, sentence.quoted[i - 1] ?? 0)
    out[n++] = mix(451, path(i, 8))
    out[n++] = mix(452, list(i))
  }
  for (let offset = -2; offset <= 2; offset++) {
    let rest = list(i + offset)
    for (let bit = 0; rest !== 0 && bit < GAZETTEER_BITS; bit++, rest >>>= 1)
      if (rest & 1) out[n++] = mix(460 + offset, bit + 1)
  }
  return n
}

/** No position has more features than this, of either sort. */
export const MOST_FEATURES = 5 * GAZETTEER_BITS + 64
