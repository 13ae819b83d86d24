import { feastHeads, phraseHeads } from '../words/phrases.js'
import { HASH_BASIS, HASH_PRIME } from './hash.js'
import { lexicon } from './lexicon.js'
import { FEAST, PHRASE, startsOf } from './starts.js'

/** Everything that `analyse` may split off in front of a stem. */
const PREFIXES = ['', 'و', 'ف'].flatMap((outer) => ['', 'ب', 'ل', 'ك'].map((inner) => outer + inner))
const WITH_ARTICLE = PREFIXES.map((prefix) => `${prefix}ال`).concat(['لل', 'ولل', 'فلل', 'عال'])

/** The words that may begin something, by both hashes of their folded letters, in an open-addressed table. */
export interface WordSet {
  readonly masks: Int32Array
  /** The slot of a word, or −1. A word that merely shares both hashes with one of ours costs a second look, no more. */
  slotOf(hash: number, second: number): number
}

let table: WordSet | undefined

export function wordSet(): WordSet {
  table ??= build()
  return table
}

const slotFor = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1)

function build(): WordSet {
  const entries: [string, number][] = []
  for (const [word, lexeme] of lexicon()) {
    const mask = startsOf(lexeme)
    if (mask !== 0) entries.push([word, mask])
  }
  for (const head of phraseHeads()) entries.push([head, PHRASE])
  for (const head of feastHeads()) entries.push([head, FEAST])
  let bits = 10
  while (1 << bits < entries.length * (PREFIXES.length + WITH_ARTICLE.length) * 2) bits++
  const size = 1 << bits
  const firsts = new Int32Array(size)
  const seconds = new Int32Array(size)
  const masks = new Int32Array(size)
  // one bit a slot, small enough to stay near the processor: most words of a text are told by it alone
  const taken = new Int32Array(size >>> 5)
  const put = (word: string, mask: number): void => {
    let hash = HASH_BASIS | 0
    let second = 0
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      hash = Math.imul(hash ^ code, HASH_PRIME)
      second = (Math.imul(second, 31) + code) | 0
    }
    let slot = slotFor(hash, size)
    while (masks[slot] !== 0 && !(firsts[slot] === hash && seconds[slot] === second)) slot = (slot + 1) & (size - 1)
    firsts[slot] = hash
    seconds[slot] = second
    masks[slot] = (masks[slot] as number) | mask
    taken[slot >>> 5] = (taken[slot >>> 5] as number) | (1 << (slot & 31))
  }
  for (const [word, mask] of entries) {
    for (const prefix of PREFIXES) put(prefix + word, mask)
    for (const prefix of WITH_ARTICLE) put(prefix + word, mask)
  }
  const slotOf = (hash: number, second: number): number => {
    let slot = slotFor(hash, size)
    while (((taken[slot >>> 5] as number) & (1 << (slot & 31))) !== 0) {
      if (firsts[slot] === hash && seconds[slot] === second) return slot
      slot = (slot + 1) & (size - 1)
    }
    return -1
  }
  return { masks, slotOf }
}
