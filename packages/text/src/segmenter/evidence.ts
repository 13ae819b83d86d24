/** How often a stem was seen, each count as a step 0–7 on a logarithmic scale. */
export interface StemEvidence {
  /** Alone. */
  readonly bare: number
  /** With ال. */
  readonly definite: number
  /** After و or ف. */
  readonly conjoined: number
  /** After ب ل ك or, for verbs, س. */
  readonly prefixed: number
  /** With an attached pronoun. */
  readonly suffixed: number
}

export const NO_EVIDENCE: StemEvidence = { bare: 0, definite: 0, conjoined: 0, prefixed: 0, suffixed: 0 }

/** 0, 1–2, 3–6, 7–20, 21–63, 64–250, 251–1000, more: per nine million words. */
export function evidenceStep(count: number): number {
  const bounds = [1, 3, 7, 21, 64, 251, 1001]
  let step = 0
  while (step < bounds.length && count >= (bounds[step] ?? 0)) step++
  return step
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'

/** The five counts as one number of 15 bits, three for each. */
export const evidenceBits = ({ bare, definite, conjoined, prefixed, suffixed }: StemEvidence): number =>
  (bare << 12) | (definite << 9) | (conjoined << 6) | (prefixed << 3) | suffixed

export const evidenceOfBits = (bits: number): StemEvidence => ({
  bare: (bits >> 12) & 7,
  definite: (bits >> 9) & 7,
  conjoined: (bits >> 6) & 7,
  prefixed: (bits >> 3) & 7,
  suffixed: bits & 7,
})

/** The larger of each of the five counts. */
export function mostOf(a: number, b: number): number {
  if (a === b) return a
  let most = 0
  for (let shift = 0; shift < 15; shift += 3) most |= Math.max((a >> shift) & 7, (b >> shift) & 7) << shift
  return most
}

/** Three letters a stem. */
function packBits(bits: number): string {
  return ALPHABET.charAt(bits >> 10) + ALPHABET.charAt((bits >> 5) & 31) + ALPHABET.charAt(bits & 31)
}

function unpackBits(packed: string, at: number): number {
  const digit = (i: number): number => {
    const code = packed.charCodeAt(at + i)
    return code >= 97 ? code - 97 + 26 : code - 65
  }
  return (digit(0) << 10) | (digit(1) << 5) | digit(2)
}

/** Sorted stems, each as: units shared with the one before (a digit or letter, base 36), the rest, three evidence letters. */
export function packStems(stems: ReadonlyMap<string, StemEvidence>): string {
  let packed = ''
  let before = ''
  for (const stem of [...stems.keys()].sort()) {
    let shared = 0
    while (shared < 35 && shared < stem.length && stem.charAt(shared) === before.charAt(shared)) shared++
    packed += shared.toString(36) + stem.slice(shared) + packBits(evidenceBits(stems.get(stem) ?? NO_EVIDENCE))
    before = stem
  }
  return packed
}

const isArabic = (code: number): boolean => code >= 0x600

/** The bits of each stem's evidence. */
export function unpackStems(packed: string): Map<string, number> {
  const stems = new Map<string, number>()
  let before = ''
  let at = 0
  while (at < packed.length) {
    const shared = Number.parseInt(packed.charAt(at), 36)
    let end = at + 1
    while (isArabic(packed.charCodeAt(end))) end++
    before = before.slice(0, shared) + packed.slice(at + 1, end)
    stems.set(before, unpackBits(packed, end))
    at = end + 3
  }
  return stems
}
