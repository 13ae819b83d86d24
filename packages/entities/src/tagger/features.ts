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
import type { Word } from './word.js'

/** What is known of a word beyond its letters. */
export interface Profile {
  /** Path in the tree of distributional classes. */
  readonly path: number
  /** How often running news has the form in names of each class; see `WordClasses.ratesOf`. */
  readonly rates: number
  /** How much it looks like a part of a personal name, 0–7. */
  readonly likeness: number
}

const NO_PROFILE: Profile = { path: 0, rates: 0, likeness: 0 }

/** Classes, name lists and likeness; profiles of words are kept. */
export class Knowledge {
  readonly gazetteer: Gazetteer
  readonly #classes: WordClasses
  readonly #likeness: NameLikeness
  readonly #profiles = new Map<Word, Profile>()

  constructor(parts: { classes: WordClasses; likeness: NameLikeness; gazetteer: Gazetteer }) {
    this.gazetteer = parts.gazetteer
    this.#classes = parts.classes
    this.#likeness = parts.likeness
  }

  profileOf(word: Word): Profile {
    let profile = this.#profiles.get(word)
    if (profile === undefined) {
      if (this.#profiles.size >= MOST_PROFILES) this.#profiles.clear()
      profile = {
        path: this.#classes.pathOf(word.form),
        rates: this.#classes.ratesOf(word.form),
        likeness: word.kind === 'word' ? this.#likeness.levelOf(word.bare) : 0,
      }
      this.#profiles.set(word, profile)
    }
    return profile
  }
}

const MOST_PROFILES = 60_000

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

/**
 * Hashed features that one word gives to the position `offset` words before it: form, class, shape, affixes. They depend on
 * nothing else, so their summed weights can be kept by word. Templates after Benajiba and Rosso (2008) for Arabic, Ratinov
 * and Roth (2009) for classes and context.
 */
export function wordFeatures(
  word: Word | undefined,
  profile: Profile | undefined,
  offset: number,
  out: Uint32Array,
): number {
  let n = 0
  const place = (offset + REACH) * 64
  if (word === undefined) {
    out[n++] = mix(place, EDGE)
    return n
  }
  const { path, rates, likeness } = profile ?? NO_PROFILE
  out[n++] = mix(place + 1, word.form)
  out[n++] = mix(place + 2, word.shape)
  out[n++] = mix(place + 3, word.clitics)
  for (const grain of GRAINS) out[n++] = mix(place + 4 + grain, pathPrefix(path, grain))
  if (rates !== 0) {
    out[n++] = mix(place + 42, rates)
    for (let type = 0; type < 4; type++) out[n++] = mix(place + 43 + type, ((rates >>> (2 * type)) & 3) + 1)
  }
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
    out[n++] = mix(place + 47, likeness + 1)
    out[n++] = mix(place + 48, likeness + 1, word.clitics + 1)
    out[n++] = mix(place + 40, pattern)
    out[n++] = mix(place + 41, pattern, word.clitics + 1)
  } else if (offset === 1 || offset === -1) {
    out[n++] = mix(place + 47, likeness + 1)
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
  const { words, profiles, lists } = sentence
  let n = 0
  const form = (at: number): number => words[at]?.form ?? EDGE
  const clitics = (at: number): number => words[at]?.clitics ?? EDGE
  const path = (at: number, grain: number): number => pathPrefix(profiles[at]?.path ?? 0, grain)
  const list = (at: number): number => lists[at] ?? 0

  out[n++] = mix(400, 0)
  out[n++] = mix(401, form(i - 1), form(i))
  out[n++] = mix(402, form(i), form(i + 1))
  out[n++] = mix(407, clitics(i - 1), clitics(i) + 1)
  for (const grain of PAIR_GRAINS) {
    out[n++] = mix(410 + grain, path(i - 1, grain), path(i, grain) + 1)
    out[n++] = mix(420 + grain, path(i, grain), path(i + 1, grain) + 1)
  }
  out[n++] = mix(430, path(i - 2, 8), path(i - 1, 8) + 1)
  out[n++] = mix(440, path(i - 1, 8), path(i + 1, 8) + 1)
  out[n++] = mix(441, form(i - 1), path(i, 6) + 1)
  out[n++] = mix(442, path(i, 6), form(i + 1))
  out[n++] = mix(443, form(i - 1), list(i) + 1)
  out[n++] = mix(444, path(i - 1, 8), list(i) + 1)
  out[n++] = mix(445, list(i - 1), list(i) + 1)
  out[n++] = mix(446, list(i), list(i + 1) + 1)
  out[n++] = mix(447, list(i), path(i, 8) + 1)
  const likeness = (at: number): number => (profiles[at]?.likeness ?? 0) + 1
  const rates = (at: number): number => (profiles[at]?.rates ?? 0) + 1
  out[n++] = mix(470, likeness(i - 1), likeness(i))
  out[n++] = mix(471, likeness(i), likeness(i + 1))
  out[n++] = mix(472, list(i - 1), likeness(i))
  out[n++] = mix(473, path(i - 1, 8), likeness(i))
  out[n++] = mix(474, rates(i - 1), rates(i))
  out[n++] = mix(475, rates(i), rates(i + 1))
  out[n++] = mix(476, rates(i), list(i) + 1)
  const echo = sentence.echoes[i] ?? 0
  if (echo !== 0) {
    out[n++] = mix(480, echo)
    out[n++] = mix(481, echo, list(i) + 1)
    out[n++] = mix(482, echo, rates(i))
    for (let bit = 0; bit < 6; bit++) if (echo & (1 << bit)) out[n++] = mix(483, bit + 1)
  }
  const quoted = sentence.quoted[i] ?? 0
  if (quoted) {
    out[n++] = mix(450, sentence.quoted[i - 1] ?? 0)
    out[n++] = mix(451, path(i, 8))
    out[n++] = mix(452, list(i))
  }
  out[n++] = mix(458, list(i - 2))
  out[n++] = mix(459, list(i + 2))
  for (let offset = -1; offset <= 1; offset++) {
    let rest = list(i + offset)
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest)
      out[n++] = mix(461 + offset, bit + 1)
      rest &= rest - 1
    }
  }
  return n
}

/** No position has more features than this, of either sort. */
export const MOST_FEATURES = 3 * GAZETTEER_BITS + 64
