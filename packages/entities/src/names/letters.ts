import { foldKey } from '@isnad/text'

/** Letters of the Arabic script after search folding, in the order of their codes; code 0 is "no letter". */
const ARABIC = 'ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤ'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'

/** Letters that stand for a vowel in one spelling and for nothing in the next. */
const WEAK = 'ءاوهيعaeiouyhw'

/** Every code is below this. Letters of other scripts share the last codes. */
export const CODES = 96
const FIRST_LATIN = ARABIC.length + 1
const FIRST_OTHER = FIRST_LATIN + LATIN.length

/** Latin letters that no decomposition takes apart. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
}

/** Shapes of one letter in the Arabic script of other languages. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  ڭ: 'گ',
  ڨ: 'گ',
  ݣ: 'گ',
  ۋ: 'ڤ',
  ۏ: 'ڤ',
  ڥ: 'ڤ',
  ێ: 'ي',
  ڕ: 'ر',
  ڵ: 'ل',
  ۆ: 'و',
  ە: 'ه',
}

const NOT_ASCII = /[^\0-\x7f]/
const ARABIC_LETTER = /[\u0620-\u064a\u0671-\u06d3\u06d5\u0750-\u077f]/

export const isArabic = (name: string): boolean => ARABIC_LETTER.test(name)

/** Latin letters without their marks, in lower case: «Đorđe» is dorde. */
export function plainLatin(name: string): string {
  const lower = name.toLowerCase()
  if (!NOT_ASCII.test(lower)) return lower
  let plain = ''
  for (const unit of lower.normalize('NFD')) {
    if (/\p{M}/u.test(unit) && !isArabic(unit)) continue
    plain += LATIN_LETTERS[unit] ?? unit
  }
  return plain.normalize('NFC')
}

/** What two spellings are compared as: search folding, other scripts' letter shapes, Latin without marks. */
export function foldName(name: string): string {
  const folded = foldKey(name.normalize('NFKC'))
  if (!NOT_ASCII.test(folded)) return folded.toLowerCase()
  let plain = ''
  for (const unit of plainLatin(folded)) plain += ARABIC_LETTERS[unit] ?? unit
  return foldKey(plain)
}

/** Letters borrowed for foreign sounds as the Arabic letter that most papers print. */
const NEAREST: Readonly<Record<string, string>> = { پ: 'ب', ڤ: 'ف', گ: 'غ', چ: 'تش', ژ: 'ج' }

export const nearestArabic = (folded: string): string =>
  folded.replace(/[پڤگچژ]/gu, (letter) => NEAREST[letter] ?? letter)

let codeOf: Map<string, number> | undefined
let weakCodes: Uint8Array | undefined

function codes(): Map<string, number> {
  if (codeOf === undefined) {
    codeOf = new Map()
    for (const [i, letter] of [...ARABIC, ...LATIN].entries()) codeOf.set(letter, i + 1)
  }
  return codeOf
}

/** Codes of the letters of a folded token; what is not a letter or digit has none. */
export function encode(folded: string): Uint8Array {
  const known = codes()
  const found: number[] = []
  for (const unit of folded) {
    const code = known.get(unit)
    if (code !== undefined) found.push(code)
    else if (/[\p{L}\p{N}]/u.test(unit)) found.push(FIRST_OTHER + ((unit.codePointAt(0) ?? 0) % (CODES - FIRST_OTHER)))
  }
  return Uint8Array.from(found)
}

/** The letter of a code; undefined for letters of other scripts. */
export const letterOf = (code: number): string | undefined =>
  code < FIRST_LATIN ? ARABIC[code - 1] : LATIN[code - FIRST_LATIN]

export const isArabicCode = (code: number): boolean => code > 0 && code < FIRST_LATIN

/** 1 for vowels, semivowels, h, hamza and ayn: the letters that spellings of one name disagree about most. */
export function weak(): Uint8Array {
  if (weakCodes === undefined) {
    weakCodes = new Uint8Array(CODES)
    for (const letter of WEAK) weakCodes[codes().get(letter) ?? 0] = 1
    weakCodes[0] = 0
  }
  return weakCodes
}

const HAMZA_OF_PERSIAN: Readonly<Record<string, string>> = {
  ک: 'ك',
  ڪ: 'ك',
  ی: 'ي',
  ې: 'ي',
  ە: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
}

/** Arabic as it is spelled for transliteration: hamza seats kept, marks and tatweel dropped, letter shapes unified. */
export function arabicSpelling(name: string): string {
  let plain = ''
  for (const unit of name.normalize('NFKC')) {
    if (/[\p{M}\p{Cf}\u0640]/u.test(unit)) continue
    plain += HAMZA_OF_PERSIAN[unit] ?? ARABIC_LETTERS[unit] ?? unit
  }
  return plain
}

/** Latin as it is spelled for transliteration: lower case, composed, one apostrophe for all. */
export const latinSpelling = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u02be\u02bf`´ʹ]/g, "'")
