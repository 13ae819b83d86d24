import { feastHeads, phraseHeads } from '../words/phrases.js'
import { HASH_BASIS, HASH_PRIME } from './hash.js'
import { lexicon } from './lexicon.js'
import { FEAST, PHRASE, startsOf } from './starts.js'

/** Everything that `analyse` may split off in front of a stem. */
const PREFIXES = ['', 'و', 'ف'].flatMap((outer) => ['', 'ب', 'ل', 'ك'].map((inner) => outer + inner))
const WITH_ARTICLE = PREFIXES.map((prefix) => `${prefix}ال`).concat(['لل', 'ولل', 'فلل', 'عال'])

let lookup: ((hash: number, second: number) => number) | undefined

/**
 * What may begin at a word, by two hashes of its folded letters. A word that merely shares both hashes with one of ours
 * costs a second look and nothing else, since the rules ask the tables themselves.
 */
export function maskOfHash(): (hash: number, second: number) => number {
  lookup ??= build()
  return lookup
}

function build(): (hash: number, second: number) => number {
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
  const put = (word: string, mask: number): void => {
    let hash = HASH_BASIS | 0
    let second = 0
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      hash = Math.imul(hash ^ code, HASH_PRIME)
      second = (Math.imul(second, 31) + code) | 0
    }
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (masks[slot] !== 0 && !(firsts[slot] === hash && seconds[slot] === second)) slot = (slot + 1) & (size - 1)
    firsts[slot] = hash
    seconds[slot] = second
    masks[slot] = (masks[slot] as number) | mask
  }
  for (const [word, mask] of entries) {
    for (const prefix of PREFIXES) put(prefix + word, mask)
    for (const prefix of WITH_ARTICLE) put(prefix + word, mask)
  }
  return (hash, second) => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (masks[slot] !== 0) {
      if (firsts[slot] === hash && seconds[slot] === second) return masks[slot] as number
      slot = (slot + 1) & (size - 1)
    }
    return 0
  }
}
