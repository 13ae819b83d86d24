const SEED = 0x811c9dc5

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), finished as MurmurHash3 is (Appleby), 32 bits; of a part where `from` and `to` tell. */
export function hashString(value: string, from = 0, to = value.length): number {
  let hash = SEED
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193)
  return finish(hash) >>> 0
}

/** The state of `hashString` before the first unit, behind one more unit, and the hash that it ends in, signed. */
export const hashStart = (): number => SEED
export const hashOn = (state: number, unit: number): number => Math.imul(state ^ unit, 0x01000193)
export const hashEnd = (state: number): number => finish(state)

/** One signed 32-bit number for a feature template and up to two values. */
export const mix = (template: number, a: number, b = 0): number => carryMix(beginMix(template, a), b)

/** The same in two steps, for a first value that meets many others. */
export const beginMix = (template: number, a: number): number => finish(Math.imul(template + 1, 0x9e3779b1) ^ a)
export const carryMix = (hash: number, b: number): number => (b === 0 ? hash : finish(Math.imul(hash, 31) ^ b))

/** Signed, since V8 keeps a number above 2^31 in an object of its own. */
function finish(hash: number): number {
  let h = hash
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
