import { type Token, TokenTable } from '@isnad/text'
import { pathPrefix, type WordClasses } from './classes.js'
import type { Gazetteer, Opening } from './gazetteer.js'
import { beginMix } from './hash.js'
import type { NameLikeness } from './name-likeness.js'
import { type Word, wordOf } from './word.js'

/** Steps of the paths of two neighbours that make classes. */
export const COARSE = 6
export const FINE = 8

/**
 * Hashes of templates with a form, to be carried on by what stands beside it. They are signed: integers of 32 bits lie in an
 * object itself, greater ones beside it.
 */
export class PairHashes {
  /** The hash of the form. */
  readonly form: number
  readonly here: number
  readonly behind: number
  readonly withClass: number
  readonly withList: number

  constructor(form: number) {
    this.form = form | 0
    this.here = beginMix(402, form)
    this.behind = beginMix(401, form)
    this.withClass = beginMix(441, form)
    this.withList = beginMix(443, form)
  }
}

/** What is known of a word wherever it stands: one object for each form, so that reading a word asks for nothing twice. */
export class KnownWord extends PairHashes {
  /** Its own number. */
  readonly id: number
  readonly word: Word
  readonly isWord: boolean
  /** Path in the tree of distributional classes, and its first steps. */
  readonly path: number
  readonly coarse: number
  readonly fine: number
  /** How often running news has the form in names of each class; see `WordClasses.ratesOf`. */
  readonly rates: number
  /** How much it looks like a part of a personal name, 0–7. */
  readonly likeness: number
  /** Rates, likeness and clitics as one number. */
  readonly marks: number
  /** Bits: 1 for a mark that may open a quotation, 2 for one that may close it. */
  readonly quote: number
  /** Where names of the lists may begin with it. */
  readonly opening: Opening
  /** Whose numbers follow: what `Emissions` keeps of the word with what the lists said of it when it was met last. */
  era: object | undefined = undefined
  list = 0
  unit = 0
  kind = 0
  ahead = 0

  constructor(id: number, word: Word, facts: Pick<KnownWord, 'path' | 'rates' | 'likeness' | 'opening'>) {
    super(word.form)
    this.id = id
    this.word = word
    this.isWord = word.kind === 'word'
    this.path = facts.path
    this.coarse = pathPrefix(facts.path, COARSE)
    this.fine = pathPrefix(facts.path, FINE)
    this.rates = facts.rates
    this.likeness = facts.likeness
    this.marks = (facts.rates << 8) | (facts.likeness << 5) | word.clitics
    this.quote = word.kind === 'punctuation' ? (OPENING.has(word.bare) ? 1 : 0) | (CLOSING.has(word.bare) ? 2 : 0) : 0
    this.opening = facts.opening
  }
}

const OPENING = new Set(['«', '“', '"', '(', '”'])
const CLOSING = new Set(['»', '”', '"', ')', '“'])

/** Classes, name lists and likeness; what they say of a word is kept. */
export class Knowledge {
  readonly gazetteer: Gazetteer
  readonly #classes: WordClasses
  readonly #likeness: NameLikeness
  readonly #known = new TokenTable((token) => this.#read(wordOf(token)))
  #ids = 0

  constructor(parts: { classes: WordClasses; likeness: NameLikeness; gazetteer: Gazetteer }) {
    this.gazetteer = parts.gazetteer
    this.#classes = parts.classes
    this.#likeness = parts.likeness
  }

  of(token: Token): KnownWord {
    return this.#known.of(token)
  }

  #read(word: Word): KnownWord {
    return new KnownWord(this.#ids++, word, {
      path: this.#classes.pathOf(word.form),
      rates: this.#classes.ratesOf(word.form),
      likeness: word.kind === 'word' ? this.#likeness.levelOf(word.bare) : 0,
      opening: this.gazetteer.openingOf(word),
    })
  }
}
