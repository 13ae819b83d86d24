import { pathPrefix, type WordClasses } from './classes.js'
import {
  GAZETTEER_BITS,
  type Gazetteer,
  GIVEN_NAME,
  LONG,
  ORGANISATION_HEAD,
  PLACE_HEAD,
  TITLE_BEGINS,
  TITLE_GOES_ON,
} from './gazetteer.js'
import { hashString, mix } from './hash.js'
import type { NameLikeness } from './name-likeness.js'
import { WORD_SLOTS, type Word } from './word.js'

/** What is known of a word beyond its letters. */
export interface Profile {
  readonly word: Word
  /** Path in the tree of distributional classes. */
  readonly path: number
  /** How often running news has the form in names of each class; see `WordClasses.ratesOf`. */
  readonly rates: number
  /** How much it looks like a part of a personal name, 0–7. */
  readonly likeness: number
}

/** Classes, name lists and likeness; profiles of words are kept. */
export class Knowledge {
  readonly gazetteer: Gazetteer
  readonly #classes: WordClasses
  readonly #likeness: NameLikeness
  readonly #profiles: (Profile | undefined)[] = Array(WORD_SLOTS).fill(undefined)

  constructor(parts: { classes: WordClasses; likeness: NameLikeness; gazetteer: Gazetteer }) {
    this.gazetteer = parts.gazetteer
    this.#classes = parts.classes
    this.#likeness = parts.likeness
  }

  profileOf(word: Word): Profile {
    const known = this.#profiles[word.slot]
    if (known !== undefined && known.word === word) return known
    const profile = {
      word,
      path: this.#classes.pathOf(word.form),
      rates: this.#classes.ratesOf(word.form),
      likeness: word.kind === 'word' ? this.#likeness.levelOf(word.bare) : 0,
    }
    this.#profiles[word.slot] = profile
    return profile
  }
}

/** A sentence as the features see it. */
export interface Sentence {
  readonly words: readonly Word[]
  readonly profiles: readonly Profile[]
  /** What the name lists say of each word. */
  readonly lists: Int32Array
  /** 1 inside a short quotation. */
  readonly quoted: Uint8Array
  /** What the rest of the article says of each word: bits of `ECHO`. */
  readonly echoes: Uint8Array
}

/** The sentences of one article, or of a stretch of text that is about one thing. */
export function sentencesOf(article: readonly (readonly Word[])[], knowledge: Knowledge): Sentence[] {
  const sentences = article.map((words) => ({
    words,
    profiles: words.map((word) => knowledge.profileOf(word)),
    lists: knowledge.gazetteer.bitsOf(words),
    quoted: shortQuotations(words),
    echoes: new Uint8Array(words.length),
  }))
  const heard = new Map<number, number>()
  for (const { words, lists } of sentences)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      const said = echoAt(lists, i)
      if (said !== 0 && word !== undefined && word.kind === 'word')
        heard.set(word.form, (heard.get(word.form) ?? 0) | said)
    }
  for (const { words, echoes } of sentences)
    for (let i = 0; i < words.length; i++) echoes[i] = heard.get(words[i]?.form ?? 0) ?? 0
  return sentences
}

/** An occurrence tells its article what the word is: part of a long known name, after a title or given name, after «مدينة». */
function echoAt(lists: Int32Array, i: number): number {
  const here = lists[i] ?? 0
  const before = lists[i - 1] ?? 0
  return (
    (here & LONG.person ? 1 : 0) |
    (here & LONG.organisation ? 2 : 0) |
    (before & (TITLE_BEGINS | TITLE_GOES_ON) ? 4 : 0) |
    (before & GIVEN_NAME ? 8 : 0) |
    (before & PLACE_HEAD ? 16 : 0) |
    (before & ORGANISATION_HEAD ? 32 : 0)
  )
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
/** Of pairs of neighbours. */
const PAIR_GRAINS = [4, 8]
/** Stands for the words beyond a sentence's ends. */
const EDGE = 0x7fffffff
/** How far a word's own features reach. */
export const REACH = 2

/** What the features of a word look at, as bits: the sums of each part can be kept by what it looks at. */
export const WORD_PARTS = { list: 1, own: 2, shape: 4, path: 8, rates: 16, likeness: 32 } as const
const EVERY_PART = 63

/**
 * Hashed features that the word at `at` gives to the position `offset` words before it: form, class, shape, affixes, what the
 * name lists say. They depend on nothing else, so their summed weights can be kept by word and lists. Templates after
 * Benajiba and Rosso (2008) for Arabic, Ratinov and Roth (2009) for classes and context.
 */
export function wordFeatures(
  sentence: Sentence,
  at: number,
  offset: number,
  out: Uint32Array,
  parts: number = EVERY_PART,
): number {
  const word = sentence.words[at]
  const list = sentence.lists[at] ?? 0
  const place = (offset + REACH) * 64
  let n = parts & WORD_PARTS.list ? listFeatures(list, offset, out) : 0
  if (word === undefined) {
    out[n++] = mix(place, EDGE)
    return n
  }
  const { path, rates, likeness } = sentence.profiles[at] ?? NOTHING
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
function listFeatures(list: number, offset: number, out: Uint32Array): number {
  let n = 0
  if (offset === -2) out[n++] = mix(458, list)
  else if (offset === 2) out[n++] = mix(459, list)
  else for (let rest = list; rest !== 0; rest &= rest - 1) out[n++] = mix(461 + offset, 32 - Math.clz32(rest & -rest))
  return n
}

const NOTHING = { path: 0, rates: 0, likeness: 0 } as const

/** Long vowels and weak letters in place, the rest as one letter: foreign names pile up vowels. */
function vowelPattern(bare: string): number {
  let pattern = 1
  for (let i = 0; i < bare.length && i < 10; i++) {
    const at = 'اويةىئءؤغج'.indexOf(bare.charAt(i))
    pattern = Math.imul(pattern, 11) + at + 2
  }
  return pattern
}

/** Which position a pair of neighbours speaks of: the first of the two, the second, or the one behind them. */
export const PAIR_SIDES = [0, 1, 2] as const
export type PairSide = (typeof PAIR_SIDES)[number]

/** What the features of a pair look at, as bits: at the form of a word, or at something that many words share. */
export const PAIR_PARTS = {
  forms: 1,
  paths: 2,
  marks: 4,
  rates: 8,
  lists: 16,
  listAndLikeness: 32,
  pathAndNext: 64,
} as const
const EVERY_PAIR_PART = 127

/**
 * Hashed features that the words at `at` and behind it give together to one position. They depend on the two words and their
 * lists alone; either may lie beyond an end. `marks` are likeness and clitics, `pathAndNext` the path of the first with the
 * list and the likeness of the second.
 */
export function pairFeatures(
  sentence: Sentence,
  at: number,
  side: PairSide,
  out: Uint32Array,
  parts: number = EVERY_PAIR_PART,
): number {
  const { words, lists } = sentence
  const [a, b] = [words[at], words[at + 1]]
  const first = sentence.profiles[at] ?? NOTHING
  const second = sentence.profiles[at + 1] ?? NOTHING
  const listed = lists[at] ?? 0
  const listedNext = lists[at + 1] ?? 0
  const form = a?.form ?? EDGE
  const next = b?.form ?? EDGE
  const forms = parts & PAIR_PARTS.forms
  const paths = parts & PAIR_PARTS.paths
  let n = 0
  if (side === 2) {
    if (paths) out[n++] = mix(430, pathPrefix(first.path, 8), pathPrefix(second.path, 8) + 1)
    return n
  }
  const base = side === 0 ? 420 : 410
  if (forms) out[n++] = mix(side === 0 ? 402 : 401, form, next)
  if (parts & PAIR_PARTS.marks && side === 1) out[n++] = mix(407, a?.clitics ?? EDGE, (b?.clitics ?? EDGE) + 1)
  if (paths)
    for (const grain of PAIR_GRAINS)
      out[n++] = mix(base + grain, pathPrefix(first.path, grain), pathPrefix(second.path, grain) + 1)
  if (side === 0) {
    if (forms) out[n++] = mix(442, pathPrefix(first.path, 6), next)
    if (parts & PAIR_PARTS.lists) out[n++] = mix(446, listed, listedNext + 1)
    if (parts & PAIR_PARTS.marks) out[n++] = mix(471, first.likeness + 1, second.likeness + 1)
    if (parts & PAIR_PARTS.rates) out[n++] = mix(475, first.rates + 1, second.rates + 1)
    return n
  }
  if (forms) {
    out[n++] = mix(441, form, pathPrefix(second.path, 6) + 1)
    out[n++] = mix(443, form, listedNext + 1)
  }
  if (parts & PAIR_PARTS.pathAndNext) out[n++] = mix(444, pathPrefix(first.path, 8), listedNext + 1)
  if (parts & PAIR_PARTS.lists) out[n++] = mix(445, listed, listedNext + 1)
  if (parts & PAIR_PARTS.marks) out[n++] = mix(470, first.likeness + 1, second.likeness + 1)
  if (parts & PAIR_PARTS.listAndLikeness) out[n++] = mix(472, listed, second.likeness + 1)
  if (parts & PAIR_PARTS.pathAndNext) out[n++] = mix(473, pathPrefix(first.path, 8), second.likeness + 1)
  if (parts & PAIR_PARTS.rates) out[n++] = mix(474, first.rates + 1, second.rates + 1)
  return n
}

/** Hashed features of the position `i` that take its surroundings, the rest of the article or a quotation into account. */
export function placeFeatures(sentence: Sentence, i: number, out: Uint32Array): number {
  const { profiles, lists } = sentence
  const { path, rates } = profiles[i] ?? NOTHING
  const list = lists[i] ?? 0
  let n = 0
  out[n++] = mix(440, pathPrefix(profiles[i - 1]?.path ?? 0, 8), pathPrefix(profiles[i + 1]?.path ?? 0, 8) + 1)
  const echo = sentence.echoes[i] ?? 0
  if (echo !== 0) {
    out[n++] = mix(480, echo)
    out[n++] = mix(481, echo, list + 1)
    out[n++] = mix(482, echo, rates + 1)
    for (let bit = 0; bit < 6; bit++) if (echo & (1 << bit)) out[n++] = mix(483, bit + 1)
  }
  if (sentence.quoted[i]) {
    out[n++] = mix(450, sentence.quoted[i - 1] ?? 0)
    out[n++] = mix(451, pathPrefix(path, 8))
    out[n++] = mix(452, list)
  }
  return n
}

/** No word, pair or place has more features than this. */
export const MOST_FEATURES = GAZETTEER_BITS + 64

/** All hashed features of a position, as training counts them. */
export function featuresAt(sentence: Sentence, i: number): number[] {
  const out = new Uint32Array(MOST_FEATURES)
  const all: number[] = []
  const take = (n: number): void => {
    for (let f = 0; f < n; f++) all.push(out[f] ?? 0)
  }
  for (let offset = -REACH; offset <= REACH; offset++) take(wordFeatures(sentence, i + offset, offset, out))
  for (const side of PAIR_SIDES) take(pairFeatures(sentence, i - side, side, out))
  take(placeFeatures(sentence, i, out))
  return all
}
