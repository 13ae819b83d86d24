const ARABIC = /[\u0620-\u064a\u0671-\u06d3]/g
const LETTERS = /\p{L}/gu
/** So many letters tell the script of a page. */
const ENOUGH = 2000

/** True when most letters of the texts, read from the start, are Arabic ones. */
export function isArabicScript(texts: readonly string[]): boolean {
  let arabic = 0
  let letters = 0
  for (const whole of texts) {
    const text = whole.length > ENOUGH * 2 ? whole.slice(0, ENOUGH * 2) : whole
    arabic += text.match(ARABIC)?.length ?? 0
    letters += text.match(LETTERS)?.length ?? 0
    if (letters > ENOUGH) break
  }
  return arabic > 0.5 * letters
}
