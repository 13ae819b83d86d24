import { formsOfNisba, loadCountries, loadGovernorates, loadNisbas, loadPeople } from '@isnad/lexicon'
import { KeyTable } from './key-table.js'
import { readWords, SPELLING, type WordMarks } from './words.js'

let marks: WordMarks | undefined

/** Words that fill a formula: names of people, places and peoples, and numbers in words. */
export function wordMarks(): WordMarks {
  if (marks === undefined) {
    const names = build()
    const numbers = new Set(NUMBERS.flatMap((line) => line.split(' ')).map(keyOf))
    const marked = new Map<number, number>()
    for (const key of names.keys()) marked.set(key, SPELLING.name)
    for (const key of numbers) marked.set(key, (marked.get(key) ?? 0) | SPELLING.figure)
    marks = { names: new KeyTable(names), marks: new KeyTable(marked) }
  }
  return marks
}

const keyOf = (word: string): number => readWords(word).key[0] as number

/** One and two are articles and duals more often than figures. */
const NUMBERS = [
  'الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة',
  'التاسع التاسعة العاشر العاشرة ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع تاسعة عاشر عاشرة',
  'ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرين عشرون ثلاثين ثلاثون أربعين أربعون',
  'خمسين خمسون ستين ستون سبعين سبعون ثمانين ثمانون تسعين تسعون مئة مائة مئتين مئتان مائتين ألف ألفا آلاف مليون مليونا ملايين',
]

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
