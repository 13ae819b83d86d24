import { formsOfNisba, loadCountries, loadGovernorates, loadNisbas, loadPeople } from '@isnad/lexicon'
import { readWords } from './words.js'

let names: ReadonlyMap<number, number> | undefined

/**
 * Keys of words that stand in names of people, places and peoples, with and without a clitic, each to the key of the bare
 * word. They tell a formula filled with other names from a text that was edited.
 */
export function nameWords(): ReadonlyMap<number, number> {
  names ??= build()
  return names
}

/** Parts of names that say nothing of who is meant. */
const EMPTY = [
  'عبد',
  'بن',
  'ابن',
  'بنت',
  'آل',
  'أبو',
  'أبي',
  'أم',
  'دي',
  'فان',
  'دو',
  'لا',
  'مدينة',
  'جمهورية',
  'مملكة',
  'دولة',
  'جزر',
]
const EMPTY_MORE = [
  'العربية',
  'المتحدة',
  'الولايات',
  'الاتحاد',
  'الشمالية',
  'الجنوبية',
  'الشرقية',
  'الغربية',
  'الديمقراطية',
  'الشعبية',
]
const CLITICS = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول']
const LEAST_LETTERS = 3

function build(): ReadonlyMap<number, number> {
  const empty = new Set([...EMPTY, ...EMPTY_MORE])
  const found = new Map<number, number>()
  const words = new Set<string>()
  for (const name of printedNames()) {
    for (const word of name.split(/[\s\-()،.«»"]+/)) {
      if (word.length >= LEAST_LETTERS && !empty.has(word) && /^[\u0621-\u064a]+$/.test(word)) words.add(word)
    }
  }
  const keyOf = (word: string): number => readWords(word).key[0] as number
  for (const word of words) found.set(keyOf(word), keyOf(word))
  for (const word of words) {
    for (const clitic of CLITICS) {
      // لل for ل before the article
      const printed = clitic.endsWith('ل') && word.startsWith('ال') ? `${clitic}${word.slice(1)}` : `${clitic}${word}`
      const key = keyOf(printed)
      if (!found.has(key)) found.set(key, keyOf(word))
    }
  }
  return found
}

function* printedNames(): Generator<string> {
  for (const { ar, variantsAr, capitalAr } of loadCountries()) {
    yield* [ar, ...variantsAr, ...(capitalAr === undefined ? [] : [capitalAr])]
  }
  for (const { ar, variantsAr, centre } of loadGovernorates()) {
    yield* [ar, ...variantsAr, ...(centre === undefined ? [] : [centre.ar, ...centre.variantsAr])]
  }
  for (const nisba of loadNisbas()) {
    for (const form of formsOfNisba(nisba)) yield* [form, `ال${form}`]
  }
  for (const { ar, variantsAr } of loadPeople()) yield* [ar, ...variantsAr]
}
