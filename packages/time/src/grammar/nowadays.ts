import type { Reading } from '../resolve/reading.js'
import type { Reader } from './reader.js'

/** Whose age «عالم اليوم», «شباب اليوم» tells, bound to the word without an article. */
const OF_AN_AGE =
  /^[وفبلك]?(?:عالم|شباب|شابات|اطفال|جيل|اجيال|فتاه|فتيات|نساء|رجال|رجل|امراه|انسان|مجتمع|مجتمعات|لغه|عصر|واقع|حياه|شعراء|ادباء|امهات|اباء|ابناء|بنات|طلاب|تلاميذ|تكنولوجيا|عرب|مسلمي|قاده|نجوم|صغار)$/

/** Words that tell of a state or of us, and the relative clauses of what there is. */
const OF_A_STATE =
  /^[وف]?(?:نحن|لسنا|نعيش(?:ه|ها)?|نعاني|نشهد(?:ه|ها)?|نرا(?:ه|ها)|نري|نعرف(?:ه|ها)?|نواجه(?:ه|ها)?|يسمي|تسمي|يعرف|تعرف|المعروف|المعروفه|المسماه|الموجوده?|السائده?|السايده?|مازال|مازالت|لازال|لازالت)$/
const LASTS = /^[وف]?(?:يزال|تزال|زال|زالت|يزالون|زالوا|يعد|تعد|نعد|يعودوا)$/
const NEGATIONS = /^[وف]?(?:لا|ما|لم)$/

/** States that a day may have brought, or an age. */
const OF_A_STATE_OR_DAY =
  /^[وف]?(?:يعد|تعد|يعتبر|تعتبر|بات|باتت|اصبح|اصبحت|صار|صارت|يشكل|تشكل|يمثل|تمثل|يعيش|تعيش|يعيشون|هناك|يوجد|توجد)$/

/** «أجلت الجلسة إلى اليوم», «سارية حتى اليوم»: the day is meant. */
const SETS_A_DAY =
  /^[وف]?(?:ت|ال|تم)?(?:اجل|ارج|ماجل|تاجل|تاجيل|ارجاء|مدد|تمديد|ترحيل|[يت]ستمر|مستمر|[يت]نتهي|ساري|صالح|مهل|امهل)/

const REACH = 4
const FAR = 8

/**
 * What «اليوم» at a place is besides the day: `age` where it says nowadays («عالم اليوم», «حتى اليوم», «لم تعد اليوم»),
 * `either` where both are meant by the same words.
 */
export function nowadaysAt(r: Reader, i: number): 'age' | 'either' | undefined {
  if (r.at(i).line || !r.is(i, 'اليوم')) return undefined
  if (OF_AN_AGE.test(r.at(i - 1).key)) return 'age'
  // «اليوم أكثر من أي وقت مضى»
  if (r.is(i + 1, 'اكثر') && r.is(i + 2, 'من') && r.is(i + 3, 'اي')) return 'age'
  const f = r.f(i - 1)
  if (f === 'until' || f === 'to') return isDaySet(r, i) ? undefined : 'age'
  let found: 'either' | undefined
  for (let j = i - 1; j >= 0 && i - j <= REACH && r.isWord(j) && !r.breaks(j + 1); j--) {
    const { key } = r.at(j)
    if (OF_A_STATE.test(key) || (LASTS.test(key) && NEGATIONS.test(r.at(j - 1).key))) return 'age'
    if (OF_A_STATE_OR_DAY.test(key)) found = 'either'
  }
  // «يمثل إعلان اليوم خطوة»: bound to a noun it is the day
  const isBound = !OF_A_STATE_OR_DAY.test(r.at(i - 1).key) && !r.isDefinite(i - 1) && !r.endsInPronoun(i - 1)
  return found !== undefined && isBound
    ? undefined
    : (found ?? (THE_WORLD.test(r.at(i - 1).key) ? 'either' : undefined))
}

/** «الواقع اليوم مختلف» */
const THE_WORLD = /^[وف]?(?:ال)(?:واقع|وضع|عالم|حال|حياه|مجتمع|انسان|شباب)$/

function isDaySet(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j <= FAR && !r.breaks(j + 1); j--) if (SETS_A_DAY.test(r.at(j).key)) return true
  return false
}

export const NOWADAYS: Reading = { kind: 'vague', value: 'PRESENT_REF', certainty: 'vague' }

/** The day, with the age as its other reading; without a day there is one reading. */
export const orNowadays = (day: Reading): Reading =>
  day.from === undefined ? day : { ...day, certainty: 'ambiguous', alternatives: ['PRESENT_REF'] }
