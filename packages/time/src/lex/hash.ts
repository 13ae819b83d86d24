/** Basis and prime of the FNV-1a hash; the second hash makes a clash of two words all but impossible. */
export const HASH_BASIS = 0x811c9dc5
export const HASH_PRIME = 0x01000193
