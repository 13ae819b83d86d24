/** Latin names that lists know, as sorted hashes of 32 bits: no list can be read back. Seven lists, one bit each. */
export interface KnownNames {
  readonly hashes: Uint32Array
  readonly lists: Uint8Array
}

/** How many lists there are. */
export const NAME_LISTS = 7
/** The lists that no pair of names was learned from: all but the fifth. */
export const LISTS_APART = 0b1101111
/** The lists whose names tell two spellings of one name from two names: the first four. */
export const LISTS_OF_PROFILES = 0b1111

const EMPTY = 0x811c9dc5

/** The state of a hash after some units of a text, from the state before them. */
export function hashOn(state: number, text: string, from = 0, to = text.length): number {
  let h = state
  for (let i = Math.max(0, from), end = Math.min(to, text.length); i < end; i++)
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

export function hashEnd(state: number): number {
  const h = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

export const hashStart = (text: string): number => hashOn(EMPTY, text)

/** FNV-1a with a last stir; both the training and the reader of the model use it. */
export const hashOf = (text: string): number => hashEnd(hashStart(text))

/** The lists that hold a name, as bits; 0 for none. One strange word in 30,000 is taken for known. */
export function listsOf(name: string, { hashes, lists }: KnownNames): number {
  const wanted = hashOf(name)
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = hashes[middle] ?? 0
    if (found === wanted) return lists[middle] ?? 0
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return 0
}
