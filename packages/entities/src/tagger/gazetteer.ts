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
import type { Word } from './word.js'

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
export interface Opening {
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
  /** Keys of words of entries as they are printed. */
  readonly #keys = new Map<string, string>()
  /** The longest entry of each kind that was found where a word stands. */
  readonly #longest = new Int32Array(KINDS.length)

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
    const words = name.split(/[\s\u00a0-]+/).filter((w) => w !== '')
    if (words.length === 0 || words.length > MOST_WORDS) return
    const node = this.#trie.add(words.map((word) => this.#keyOf(word)))
    this.#kinds[node] = (this.#kinds[node] ?? 0) | (1 << KINDS.indexOf(kind))
  }

  addSingle(what: keyof typeof SINGLE, word: string): void {
    const id = this.#trie.addWord(this.#keyOf(word))
    this.#single[id] = (this.#single[id] ?? 0) | SINGLE[what]
  }

  /**
   * Gives each word from `start` on the bits of the longest entry of each kind that begins there or runs through it. Words are
   * asked with `openingOf` once everything was added.
   */
  mark(words: readonly (Listed | undefined)[], start: number, bits: Int32Array): void {
    for (let i = start; i < words.length; i++) {
      const word = words[i]
      if (word === undefined) continue
      const { single, byKey, byWhole } = word.opening
      bits[i] = (bits[i] as number) | single
      if (byKey < 0 && byWhole < 0) continue
      this.#longest.fill(0)
      this.#match(byKey, words, i)
      this.#match(byWhole, words, i)
      for (let kind = 0; kind < KINDS.length; kind++) {
        const length = this.#longest[kind] as number
        for (let j = 0; j < length; j++)
          bits[i + j] =
            (bits[i + j] as number) | (1 << (3 * kind + (j === 0 ? 0 : 1))) | (length > 1 ? 1 << (3 * kind + 2) : 0)
      }
    }
  }

  openingOf({ kind, key, wholeKey }: Word): Opening {
    const byKey = this.#trie.idOf(key)
    const byWhole = wholeKey === key ? -1 : this.#trie.idOf(wholeKey)
    // Names go on over marks, «أل-قاسم», but begin with none.
    const begins = kind === 'word' || kind === 'number'
    return {
      single: begins ? (this.#single[byKey] ?? 0) | (this.#single[byWhole] ?? 0) : 0,
      key: byKey,
      whole: byWhole,
      byKey: byKey < 0 || !begins ? -1 : this.#trie.child(0, byKey),
      byWhole: byWhole < 0 || !begins ? -1 : this.#trie.child(0, byWhole),
    }
  }

  #keyOf(printed: string): string {
    let key = this.#keys.get(printed)
    if (key === undefined) {
      key = nameWordKey(printed)
      this.#keys.set(printed, key)
    }
    return key
  }

  #match(from: number, words: readonly (Listed | undefined)[], at: number): void {
    const longest = this.#longest
    let node = from
    for (let to = at + 1; node >= 0; to++) {
      const kinds = this.#kinds[node] ?? 0
      for (let rest = kinds; rest !== 0; rest &= rest - 1) {
        const kind = 31 - Math.clz32(rest & -rest)
        longest[kind] = Math.max(longest[kind] as number, to - at)
      }
      const word = words[to]
      if (word === undefined) return
      const { key, whole } = word.opening
      let child = key < 0 ? -1 : this.#trie.child(node, key)
      if (child < 0 && whole >= 0) child = this.#trie.child(node, whole)
      node = child
    }
  }
}

/** A word that was asked where names may begin with it. */
interface Listed {
  readonly opening: Opening
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
