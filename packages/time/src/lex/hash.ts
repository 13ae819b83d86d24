/** Basis and prime of the FNV-1a hash of a word's folded letters. */
export const HASH_BASIS = 0x811c9dc5
export const HASH_PRIME = 0x01000193

/** First letter, last letter and length in one number, which is never 0: what a second look compares. */
export const shapeOf = (first: number, last: number, length: number): number =>
  (length << 22) ^ ((last & 0x7ff) << 11) ^ (first & 0x7ff) ^ 0x40000000

/** The first of the folded letters that a shape was made of. */
export const beginsWith = (shape: number, letter: number): boolean => (shape & 0x7ff) === (letter & 0x7ff)
