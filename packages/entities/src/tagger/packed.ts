/**
 * Rows of small numbers, one for each label, two of them in each 32-bit integer: the first in the lower half, the second times
 * 2^16 on top. Such rows are added integer by integer; what was added comes out right as long as every sum fits in 16 bits,
 * which some 250 weights of one byte do.
 */
export const packedWidth = (width: number): number => (width + 1) >> 1

/** Reads a packed row out into one number for each label. */
export function unpackRow(packed: Int32Array, at: number, width: number, out: Int32Array, to: number): void {
  for (let label = 0, k = at; label < width; label += 2, k++) {
    const both = packed[k] as number
    const low = (both << 16) >> 16
    out[to + label] = low
    if (label + 1 < width) out[to + label + 1] = (both - low) >> 16
  }
}
