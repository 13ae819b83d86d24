/** So many letters tell the script of a page. */
const ENOUGH = 2000

const isArabic = (code: number): boolean => (code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3)
const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** True when most letters of the texts, read from the start, are Arabic ones. Whatever else is not ASCII counts as a letter. */
export function isArabicScript(texts: Iterable<string>): boolean {
  let arabic = 0
  let letters = 0
  for (const text of texts) {
    const length = Math.min(text.length, 2 * ENOUGH)
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i)
      if (isArabic(code)) {
        arabic++
        letters++
      } else if (isLatin(code) || code > 0x24f) letters++
    }
    if (letters > ENOUGH) break
  }
  return arabic > 0.5 * letters
}
