/** Latin names that lists know, as sorted hashes of 32 bits: no list can be read back. Five lists, one bit each. */
export interface KnownNames {
  readonly hashes: Uint32Array
  readonly lists: Uint8Array
}

/** How many lists there are. */
export const NAME_LISTS = 5
/** The lists that no pair of names was learned from: all but the last. */
export const LISTS_APART = 15

/** FNV-1a with a last stir; both the training and the reader of the model use it. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

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
