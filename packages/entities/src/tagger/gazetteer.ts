import {
  loadCountries,
  loadGovernorates,
  loadNisbas,
  loadOrganisations,
  loadOutlets,
  loadPeople,
  loadTitles,
} from '@isnad/lexicon'
import { foldKey, wordKey } from '@isnad/text'
import { WordTrie } from '../gazetteer/word-trie.js'
import type { ArrayFile, Arrays } from '../prepared/array-file.js'
import { preparedTables } from '../prepared/prepared.js'
import {
  cities,
  facilityHeads,
  givenNames,
  occasionHeads,
  occasions,
  organisationHeads,
  placeHeads,
  regions,
  things,
} from './name-words.js'
import { WORD_SLOTS, type Word } from './word.js'

/** Lists of names; of each word they say that an entry begins there, runs on through it, or is longer than one word. */
const KINDS = ['person', 'organisation', 'outlet', 'place', 'region', 'title', 'nisba', 'thing'] as const
type Kind = (typeof KINDS)[number]

/** Bits for what single words are, beyond the three of each kind. */
const SINGLE = {
  givenName: 1 << 24,
  familyName: 1 << 25,
  organisationHead: 1 << 26,
  placeHead: 1 << 27,
  facilityHead: 1 << 28,
  occasionHead: 1 << 29,
} as const
export const GIVEN_NAME = SINGLE.givenName
export const PLACE_HEAD = SINGLE.placeHead
export const ORGANISATION_HEAD = SINGLE.organisationHead
/** The word stands in an entry of several words. */
export const LONG = { person: 4, organisation: 4 << 3 } as const
export const GAZETTEER_BITS = 30
export const TITLE_BEGINS = 1 << (3 * KINDS.indexOf('title'))
export const TITLE_GOES_ON = 2 << (3 * KINDS.indexOf('title'))

/** What a word says where it stands first, and where names may go on with it. */
interface Opening {
  readonly word: Word
  readonly single: number
  /** Number of the word by its key, and whole, since a name may begin with a letter that looks like a clitic; -1 for none. */
  readonly key: number
  readonly whole: number
  /** The nodes that these lead to from the root. */
  readonly byKey: number
  readonly byWhole: number
}

/** Known names as a trie over folded words. */
export class Gazetteer {
  readonly #trie: WordTrie
  /** Of each node the kinds of the entries that end there. */
  readonly #kinds: number[] | Int32Array
  /** Of each word what it is by itself. */
  readonly #single: number[] | Int32Array
  readonly #openings: (Opening | undefined)[] = Array(WORD_SLOTS).fill(undefined)
  /** Keys of words of entries as they are printed. */
  readonly #keys = new Map<string, string>()
  /** Something was looked up since the last entry was added. */
  #asked = false

  /** An empty one, or what `arrays` of another hold. */
  constructor(file?: ArrayFile) {
    this.#trie = file === undefined ? new WordTrie() : WordTrie.from(file, 'tagger')
    this.#kinds = file?.i32('tagger.kinds') ?? []
    this.#single = file?.i32('tagger.single') ?? []
  }

  arrays(): Arrays {
    return {
      ...this.#trie.arrays('tagger'),
      'tagger.kinds': Int32Array.from({ length: this.#trie.size }, (_, node) => this.#kinds[node] ?? 0),
      'tagger.single': Int32Array.from({ length: this.#trie.wordCount }, (_, id) => this.#single[id] ?? 0),
    }
  }

  add(kind: Kind, name: string): void {
    this.#forget()
    const words = name.split(/[\s\u00a0-]+/).filter((w) => w !== '')
    if (words.length === 0 || words.length > MOST_WORDS) return
    const node = this.#trie.add(words.map((word) => this.#keyOf(word)))
    this.#kinds[node] = (this.#kinds[node] ?? 0) | (1 << KINDS.indexOf(kind))
  }

  addSingle(what: keyof typeof SINGLE, word: string): void {
    this.#forget()
    const id = this.#trie.addWord(this.#keyOf(word))
    this.#single[id] = (this.#single[id] ?? 0) | SINGLE[what]
  }

  /** For each word the bits of the longest entry of each kind that begins there or runs through it. */
  bitsOf(words: readonly Word[]): Int32Array {
    const bits = new Int32Array(words.length)
    const longest = new Int32Array(KINDS.length)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (word === undefined || (word.kind !== 'word' && word.kind !== 'number')) continue
      const { single, byKey, byWhole } = this.#openingOf(word)
      bits[i] = (bits[i] ?? 0) | single
      if (byKey < 0 && byWhole < 0) continue
      longest.fill(0)
      this.#match(byKey, words, i, longest)
      this.#match(byWhole, words, i, longest)
      for (let kind = 0; kind < KINDS.length; kind++) {
        const length = longest[kind] ?? 0
        for (let j = 0; j < length; j++)
          bits[i + j] =
            (bits[i + j] ?? 0) | (1 << (3 * kind + (j === 0 ? 0 : 1))) | (length > 1 ? 1 << (3 * kind + 2) : 0)
      }
    }
    return bits
  }

  #keyOf(printed: string): string {
    let key = this.#keys.get(printed)
    if (key === undefined) {
      key = nameWordKey(printed)
      this.#keys.set(printed, key)
    }
    return key
  }

  #forget(): void {
    if (this.#asked) this.#openings.fill(undefined)
    this.#asked = false
  }

  #openingOf(word: Word): Opening {
    const known = this.#openings[word.slot]
    if (known !== undefined && known.word === word) return known
    const key = this.#trie.idOf(word.key)
    const whole = word.wholeKey === word.key ? -1 : this.#trie.idOf(word.wholeKey)
    const opening = {
      word,
      single: (this.#single[key] ?? 0) | (this.#single[whole] ?? 0),
      key,
      whole,
      byKey: key < 0 ? -1 : this.#trie.child(0, key),
      byWhole: whole < 0 ? -1 : this.#trie.child(0, whole),
    }
    this.#openings[word.slot] = opening
    this.#asked = true
    return opening
  }

  #match(from: number, words: readonly Word[], at: number, longest: Int32Array): void {
    let node = from
    for (let to = at + 1; node >= 0; to++) {
      const kinds = this.#kinds[node] ?? 0
      if (kinds !== 0)
        for (let kind = 0; kind < KINDS.length; kind++)
          if (kinds & (1 << kind)) longest[kind] = Math.max(longest[kind] ?? 0, to - at)
      const word = words[to]
      if (word === undefined) return
      const { key, whole } = this.#openingOf(word)
      let child = key < 0 ? -1 : this.#trie.child(node, key)
      if (child < 0 && whole >= 0) child = this.#trie.child(node, whole)
      node = child
    }
  }
}

const MOST_WORDS = 10
const nameWordKey = (word: string): string => foldKey(wordKey(word))

let shipped: Gazetteer | undefined

/** The catalog's names, titles and nisbas, and the lists of `name-words.ts`; read or built at the first call. */
export function shippedGazetteer(): Gazetteer {
  if (shipped === undefined) {
    const prepared = preparedTables()
    shipped = prepared === undefined ? buildGazetteer() : new Gazetteer(prepared)
  }
  return shipped
}

/** The same, out of the data files. */
export function buildGazetteer(): Gazetteer {
  const gazetteer = new Gazetteer()
  for (const person of loadPeople()) {
    for (const name of [person.ar, ...person.variantsAr]) {
      gazetteer.add('person', name)
      const words = name.split(/\s+/)
      const last = words.at(-1)
      if (words.length < 2 || words[0] === undefined || last === undefined) continue
      gazetteer.addSingle('givenName', words[0])
      gazetteer.addSingle('familyName', last)
    }
  }
  for (const body of loadOrganisations())
    for (const name of [body.ar, ...body.variantsAr, ...body.homeAr]) gazetteer.add('organisation', name)
  for (const outlet of loadOutlets())
    for (const name of [outlet.ar, ...outlet.variantsAr]) gazetteer.add('outlet', name)
  addPlaces(gazetteer)
  for (const title of loadTitles())
    addWithArticle(gazetteer, 'title', [...title.masculine, ...title.feminine, ...title.plural, ...title.variantsAr])
  for (const nisba of loadNisbas()) {
    gazetteer.add('place', nisba.ofAr)
    addWithArticle(gazetteer, 'nisba', [nisba.masculine, nisba.feminine, ...nisba.plural, ...nisba.variants])
  }
  for (const name of givenNames()) gazetteer.addSingle('givenName', name)
  for (const head of organisationHeads()) gazetteer.addSingle('organisationHead', head)
  for (const head of placeHeads()) gazetteer.addSingle('placeHead', head)
  for (const head of facilityHeads()) gazetteer.addSingle('facilityHead', head)
  for (const head of occasionHeads()) gazetteer.addSingle('occasionHead', head)
  for (const name of [...things(), ...occasions()]) gazetteer.add('thing', name)
  return gazetteer
}

function addPlaces(gazetteer: Gazetteer): void {
  for (const country of loadCountries()) {
    const names = [
      country.ar,
      country.officialAr,
      country.capitalAr,
      ...country.variantsAr,
      ...country.capitalVariantsAr,
    ]
    for (const name of names) if (name !== undefined) gazetteer.add('place', name)
  }
  for (const { ar, variantsAr, centre } of loadGovernorates()) {
    for (const name of [ar, ...variantsAr]) gazetteer.add('place', name)
    if (centre !== undefined) gazetteer.add('place', centre.ar)
  }
  for (const city of cities()) gazetteer.add('place', city)
  for (const region of regions()) gazetteer.add('region', region)
}

function addWithArticle(gazetteer: Gazetteer, kind: Kind, forms: readonly string[]): void {
  for (const form of forms) {
    gazetteer.add(kind, form)
    gazetteer.add(kind, `ال${form}`)
  }
}
