/** Arabic-script letters of every language written in it, presentation forms included; marks and digits are not letters. */
const ARABIC_LETTER =
  /[\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/
const HEBREW_LETTER = /[\u05d0-\u05ea\ufb1d-\ufb4f]/
const LETTER = /\p{L}/u

export type Script = 'Arab' | 'Hebr' | 'Latn' | 'Other'

/** Letters by script. */
export interface ScriptCount {
  readonly arabic: number
  readonly hebrew: number
  readonly latin: number
  readonly other: number
}

export const isArabicLetter = (unit: string): boolean => ARABIC_LETTER.test(unit)

const [NONE, ARABIC, HEBREW, LATIN, OTHER] = [0, 1, 2, 3, 4] as const

function scriptOf(unit: string): number {
  const code = unit.codePointAt(0) ?? 0
  if (code < 0x41) return NONE
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f)) return LATIN
  if (ARABIC_LETTER.test(unit)) return ARABIC
  if (HEBREW_LETTER.test(unit)) return HEBREW
  return code > 0x24f && LETTER.test(unit) ? OTHER : NONE
}

let scripts: Uint8Array | undefined

/** Counts letters by script in one pass; digits, marks and punctuation belong to none. */
export function countScripts(value: string): ScriptCount {
  scripts ??= Uint8Array.from({ length: 0x10000 }, (_, code) => scriptOf(String.fromCharCode(code)))
  const counts = [0, 0, 0, 0, 0]
  for (let at = 0; at < value.length; at++) {
    const code = value.codePointAt(at) ?? 0
    const script = code > 0xffff ? scriptOf(String.fromCodePoint(code)) : (scripts[code] ?? NONE)
    if (code > 0xffff) at++
    counts[script] = (counts[script] ?? 0) + 1
  }
  const [, arabic = 0, hebrew = 0, latin = 0, other = 0] = counts
  return { arabic, hebrew, latin, other }
}

export function dominantScript({ arabic, hebrew, latin, other }: ScriptCount): Script | undefined {
  const most = Math.max(arabic, hebrew, latin, other)
  if (most === 0) return undefined
  return most === arabic ? 'Arab' : most === latin ? 'Latn' : most === hebrew ? 'Hebr' : 'Other'
}

/**
 * The direction in which a passage reads, from its letters: never from what the page declares. A passage that quotes a
 * Latin name stays right-to-left; without letters it is `ltr`.
 */
export function directionOf(value: string): 'rtl' | 'ltr' {
  const { arabic, hebrew, latin, other } = countScripts(value)
  // Latin words are longer in letters than the Arabic that surrounds them suggests, so right-to-left wins from 40 % on.
  const rightToLeft = arabic + hebrew
  return rightToLeft > 0 && rightToLeft >= 0.4 * (rightToLeft + latin + other) ? 'rtl' : 'ltr'
}
