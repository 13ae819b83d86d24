import { zoneWords } from '../calendar/zone.js'
import { boundWords } from '../words/bounds.js'
import { linkingWords } from '../words/links.js'
import { feastHeads, phraseHeads } from '../words/phrases.js'
import { HASH_BASIS, HASH_PRIME, shapeOf } from './hash.js'
import { lexicon } from './lexicon.js'
import { definiteStartsOf, FEAST, PHRASE, startsOf } from './starts.js'

/** Everything that `analyse` may split off in front of a stem. */
const PREFIXES = ['', 'و', 'ف'].flatMap((outer) => ['', 'ب', 'ل', 'ك'].map((inner) => outer + inner))
const WITH_ARTICLE = PREFIXES.map((prefix) => `${prefix}ال`).concat(['لل', 'ولل', 'فلل', 'عال'])

/** A cell of the table is four numbers, which lie together in memory: hash, shape, mask, and the word's own number. */
const CELL = 4
const SHAPE = 1
export const CELL_MASK = 2
const CELL_ID = 3

/** Every word of the tables with what may be attached to it, by the hash of its folded letters. */
export interface WordSet {
  readonly cells: Int32Array
  /** Two bits a hash: a word without both is none of ours, and all but a few words of a text are told by them alone. */
  readonly sieve: Int32Array
  /** The words of the tables met last, four numbers each like the cells, but with the word's number before its mask. */
  readonly common: Int32Array
  /** The cell of a word, or −1, by hash and shape; two words that agree in both are all but impossible. */
  cellOf(hash: number, shape: number): number
  /** The number of a word, given in the order in which words are met, so that common words lie together. */
  idOf(cell: number): number
  /** How many numbers were given. */
  met(): number
}

let table: WordSet | undefined

export function wordSet(): WordSet {
  table ??= build()
  return table
}

// 64 KB: it stays in the processor's nearer caches, where the table of four megabytes does not
const SIEVE_BITS = 19
/** The two bits of a hash in the sieve (a Bloom filter): its upper bits, which the cells use last, and its lower ones. */
export const SIEVE_SHIFT = 32 - SIEVE_BITS
export const SIEVE_MASK = (1 << SIEVE_BITS) - 1

const COMMON_BITS = 12
/** Where a word met lately lies in `common`: the lower bits of its hash. */
export const COMMON_MASK = (1 << COMMON_BITS) - 1

const slotFor = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1)

/** What is attached in front of a word: where the hash of the whole begins, so that no letter is hashed twice. */
interface Prefix {
  readonly hash: number
  readonly first: number
  readonly length: number
}

const prefixOf = (letters: string): Prefix => ({
  hash: hashOf(letters, HASH_BASIS | 0),
  first: letters === '' ? 0 : letters.charCodeAt(0),
  length: letters.length,
})

function hashOf(letters: string, start: number): number {
  let hash = start
  for (let at = 0; at < letters.length; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), HASH_PRIME)
  return hash
}

function build(): WordSet {
  const entries: [word: string, mask: number, definite: number][] = []
  for (const [word, lexeme] of lexicon()) entries.push([word, startsOf(lexeme), definiteStartsOf(word, lexeme)])
  for (const head of phraseHeads()) entries.push([head, PHRASE, PHRASE])
  for (const head of feastHeads()) entries.push([head, FEAST, FEAST])
  for (const word of [...linkingWords, ...zoneWords(), ...boundWords()]) entries.push([word, 0, 0])
  let bits = 10
  while (1 << bits < entries.length * (PREFIXES.length + WITH_ARTICLE.length) * 2) bits++
  const size = 1 << bits
  const cells = new Int32Array(size * CELL)
  const sieve = new Int32Array(1 << (SIEVE_BITS - 5))
  let met = 0
  const cellOf = (hash: number, shape: number): number => {
    let slot = slotFor(hash, size)
    // a shape is never 0, so it tells an empty cell too
    for (let at = slot * CELL; cells[at + SHAPE] !== 0; at = slot * CELL) {
      if (cells[at] === hash && cells[at + SHAPE] === shape) return at
      slot = (slot + 1) & (size - 1)
    }
    return -1
  }
  const put = (prefix: Prefix, word: string, mask: number): void => {
    const hash = hashOf(word, prefix.hash)
    const first = prefix.length === 0 ? word.charCodeAt(0) : prefix.first
    const shape = shapeOf(first, word.charCodeAt(word.length - 1), prefix.length + word.length)
    let at = cellOf(hash, shape)
    if (at < 0) {
      let slot = slotFor(hash, size)
      while (cells[slot * CELL + SHAPE] !== 0) slot = (slot + 1) & (size - 1)
      at = slot * CELL
      cells[at] = hash
      cells[at + SHAPE] = shape
      cells[at + CELL_ID] = -1
      for (const bit of [hash >>> SIEVE_SHIFT, hash & SIEVE_MASK])
        sieve[bit >>> 5] = (sieve[bit >>> 5] as number) | (1 << (bit & 31))
    }
    cells[at + CELL_MASK] = (cells[at + CELL_MASK] as number) | mask
  }
  const bare = PREFIXES.map(prefixOf)
  const withArticle = WITH_ARTICLE.map(prefixOf)
  for (const [word, mask, definite] of entries) {
    for (const prefix of bare) put(prefix, word, mask)
    for (const prefix of withArticle) put(prefix, word, definite)
  }
  const idOf = (cell: number): number => {
    const id = cells[cell + CELL_ID] as number
    if (id >= 0) return id
    cells[cell + CELL_ID] = met
    return met++
  }
  return { cells, sieve, common: new Int32Array(CELL << COMMON_BITS), cellOf, idOf, met: () => met }
}
