import type { Reader } from './reader.js'
import { CLASS_LIMIT, DERIVED_PERFECT, SHE_DID } from './tense.js'

/** Verbs of saying in the perfect, by their stem. */
const SAYING =
  'قال|ذكر|اعلن|اكد|اوضح|اضاف|كشف|افاد|صرح|اشار|لفت|نوه|شدد|اورد|ابلغ|اخبر|زعم|نفي|نف|اعتبر|حذر|ادعي|اقر|تابع|علق|غرد'
const SAID = new RegExp(`^[وف]?(?:${SAYING})(?:ت|وا|تا|ا)?$`)
/** With what was said as their object: ذكرته، أعلنها، نشره، بثته. */
const SAID_IT = new RegExp(`^[وف]?(?:${SAYING}|نشر|بث|نقل|كتب|اصدر|وجه|القي|القا|ادلي|اجرا|اجري)ت?(?:ه|ها|هم|هما)$`)
const CREDIT = /^[وف]?(?:بحسب|حسب|حسبما|وفق|وفقا|وفقما|نقلا|كما)$/
/** Who or what tells: «وفق ما ذكر», «وفقا لبيان»; «وفق ضوابط تصدر» tells of a rule. */
const TELLERS =
  /^(?:ل|لل|ال)?(?:ما|مصدر|مصادر|بيان|بيانات|تصريح|تصريحات|تقرير|تقارير|وكاله|صحيفه|موقع|قناه|متحدث|ناطق|مراسل|شهود|مسؤول|مسوول|مسءول|وزير|وزاره|شرطه|وسائل|وسايل|اعلام|فرانس|رويترز|ارقام|مرصد|شركه|سلطات|حصيله|نص)/
const SCHEDULES = /^(?:ل|ال|لل)?(?:خطه|جدول|برنامج|اتفاق|روزنامه|تقويم|مواعيد|ترتيب|متوقع|مقرر|مخطط)/
const THAT = /^[وفب]?(?:ان|انه|انها|انهم|انهما|اننا)$/

/** «بحسب», «نقلا عن», «كما أعلن»: whoever said it had said it; «وفق الجدول» tells what is planned. */
export function isCredit(r: Reader, j: number): boolean {
  const { key } = r.at(j)
  const next = r.at(j + 1).key
  if (/كما$/.test(key)) return SAID.test(next)
  return /وفقا?$/.test(key) ? TELLERS.test(next) : !SCHEDULES.test(next)
}

const COMING = /^(?:المقبل|القادم)ه?$/
const BUT = /^و?لكن(?:ه|ها|هم)?$/

// What a word's letters say to the search for the verb that governs a day, a bit each.
export const SAYS = 1
export const SAYS_IT = 1 << 1
export const CREDITS = 1 << 2
export const REPORTS = 1 << 3
export const FEMININE = 1 << 4
export const DERIVED = 1 << 5
export const CONTRASTS = 1 << 6
export const AHEAD_OF = 1 << 7

const cluesMet = new Map<string, number>()

/** The bits of a word; each distinct word is looked at once. */
export function cluesOf(key: string): number {
  const known = cluesMet.get(key)
  if (known !== undefined) return known
  const found =
    (SAID.test(key) ? SAYS : 0) |
    (SAID_IT.test(key) ? SAYS_IT : 0) |
    (CREDIT.test(key) ? CREDITS : 0) |
    (THAT.test(key) ? REPORTS : 0) |
    (key.length > 4 && SHE_DID.test(key) ? FEMININE : 0) |
    (DERIVED_PERFECT.test(key) ? DERIVED : 0) |
    (BUT.test(key) ? CONTRASTS : 0) |
    (COMING.test(key) ? AHEAD_OF : 0)
  if (cluesMet.size >= CLASS_LIMIT) cluesMet.clear()
  cluesMet.set(key, found)
  return found
}
