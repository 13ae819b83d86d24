import type { Telling } from '../clauses/telling.js'
import type { EventStatus } from '../event.js'
import type { Sentence, Word } from '../forms/words.js'
import { nounIrrealis } from './irrealis.js'

/** «أمرت النيابة بحبس فلان», «قرر القاضي سجنه»: what a court or a prosecutor orders to be done to somebody is done. */
export function isOrderedByCourt({ trigger, at }: Telling, { words }: Sentence): boolean {
  if (trigger.type !== 'COERCE' && trigger.type !== 'SANCTION') return false
  const before = words.slice(Math.max(0, at - ORDER_WITHIN), at)
  return before.some(({ whole }) => /^(?:امر|قرر)ت?$/.test(whole)) && before.some(({ stem }) => COURTS.test(stem))
}
const ORDER_WITHIN = 10
const COURTS = /^(?:نياب|محكم)(?:ة|ت)?$|^(?:قاض|قاضي|قضاء|مدعي|نائب)$/

/** What has a day of its own, where words and judgements take the day of what they are about. */
const OCCASIONS: ReadonlySet<string> = new Set(['CONSULT', 'PROTEST', 'MOBILIZE', 'COOPERATE', 'RETREAT'])
const TO_COME = /(?:المقبل|القادم|المقبلة|القادمة|غدا|غداً|الغد|بعد غد)/u
/** «يجتمع الوزير الأربعاء بنظيره»: news in the present with a day of the week tells what is to come. */
const WEEKDAY = /^(?:يوم )?(?:السبت|ال[أا]حد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)$/u

/** What the words of a telling's times make of its status: «يعقده الوزير الأربعاء المقبل» is a plan. */
export function statusByDay(
  { trigger, part, imperfect, from, at }: Telling,
  { words }: Sentence,
  status: EventStatus,
  times: readonly string[],
): EventStatus {
  // «يزور العراق حاليا»
  if (status === 'asserted' && imperfect && words.slice(at, at + 10).some(({ whole }) => NOW.test(whole)))
    return 'ongoing'
  const shown = /^(?:هو|هي|هم)$/.test(words[from - 1]?.whole ?? '')
  const named = !shown && trigger.type === 'CONSULT' && times.some((text) => WEEKDAY.test(text))
  const coming = times.some((text) => TO_COME.test(text))
  const presents = status === 'ongoing' || (status === 'asserted' && imperfect)
  // «أعلنت النقابة تنفيذ إضراب الأحد المقبل»: so does it of an occasion that a noun tells.
  const occasion = status === 'asserted' && part !== 'verb' && OCCASIONS.has(trigger.type)
  return ((named || coming) && presents) || (coming && occasion) ? 'planned' : status
}

const MEANS = /^(?:غاز|غازات|قنابل|خراطيم|هراوات|رصاص|نار|مياه|قوة)$/
const MOTIVES = new Set(['دافع', 'دوافع', 'سبب', 'ردا', 'رد', 'نتيجة', 'ثار', 'انتقام'])

/** «نفى خلال لقائه الوزير أنه …»: the occasion of a denial is not what is denied. */
export const isOccasion = ({ part, at }: Telling, { words }: Sentence): boolean =>
  part === 'noun' && /^(?:خلال|اثناء|بعد|عقب|اثر|غداة|هامش)$/.test(words[at - 1]?.whole ?? '')

/** «نفى الرجل أي تورط ورفضت روسيا تسليمه»: a clause of its own beside a noun that somebody denies. */
export function isBesideDenial({ part, at, from }: Telling, { words }: Sentence, claim: number): boolean {
  if (part !== 'verb' || words[from]?.conjunction !== true) return false
  return !words.some(({ start, whole }, i) => start >= claim && i < at && /^ب?ان(?:ه|ها|هم|هما)?$/.test(whole))
}

const DENIES = /^(?:نفي|نفت|[يت]نفي|ينفون|نفوا|نافي|نافيا|نافية)$/

/** «قبل اللقاء بين الرئيسين», «قبل أيام من القمة»: a meeting that something else comes before. */
function isAhead(type: string, part: Telling['part'], words: readonly Word[], at: number): boolean {
  if (type !== 'CONSULT' || part !== 'noun') return false
  const before = words[at - 1]?.whole ?? ''
  if (BEFORE.test(before)) return words[at - 2]?.whole !== 'من'
  return before === 'من' && words.slice(Math.max(0, at - 4), at - 1).some(({ whole }) => BEFORE.test(whole))
}
const BEFORE = /^(?:قبل|قبيل|عشية)$/

/** «يواجه عقوبة بالسجن قد تصل إلى»: the penalty that somebody may get. */
const isFaced = (words: readonly Word[], at: number): boolean =>
  words.slice(Math.max(0, at - 8), at).some(({ whole }) => /^[يت]واجه(?:ون)?$/.test(whole)) &&
  words
    .slice(at + 1, at + 7)
    .some(({ stem, whole }) => /^(?:سجن|اعدام|حبس|غرام[ةت])$/.test(stem) || /^تصل$/.test(whole))

const NOW = /^(?:حاليا|الان)$/

/** The status of a telling in its sentence: a reason, a means or a decision told beside it says that it was done. */
export function settledStatus({ status, part, parties, at, trigger }: Telling, { words }: Sentence): EventStatus {
  const near = words.slice(Math.max(0, at - 6), at)
  if (status === 'asserted' && isAhead(trigger.type, part, words, at)) return 'planned'
  if (trigger.type === 'SANCTION' && part !== 'verb' && isFaced(words, at)) return 'hypothetical'
  // «تنفي الشركة الاتهامات»: they were made.
  if (
    status === 'denied' &&
    part === 'noun' &&
    trigger.type === 'ACCUSE' &&
    near.some(({ whole }) => DENIES.test(whole))
  )
    return 'asserted'
  // «قرر الرئيس إقالة الوزير», «قررت المحكمة إطلاق سراحه»: to decide it is to do it.
  const decided = status === 'planned' && (trigger.type === 'SANCTION' || trigger.mode === 'release')
  if (decided && words.slice(Math.max(0, at - 14), at).some(({ whole }) => /^(?:قرر(?:ت|وا)?|قرار)$/.test(whole)))
    return 'asserted'
  if (part === 'light' && status === 'asserted') return nounIrrealis(words, at) ?? status
  // «حكم عليه لقتله فلانا»: so is it where a pronoun is the doer of a blow.
  const struck = trigger.type === 'ASSAULT' || trigger.type === 'COERCE'
  const done = parties.some(
    ({ role, slot }) => role === 'actor' && (slot === 'genitive' || (struck && slot === 'pronoun')),
  )
  // «حكم عليه لإدانته ب», «الدافع لقتل فلان»: behind ل a verdict is a reason, and behind a motive the deed is done.
  const reason = (trigger.type === 'SANCTION' && trigger.mode === 'convict') || MOTIVES.has(words[at - 1]?.stem ?? '')
  // «أطلقت الغاز لتفريق المتظاهرين»: by what means tells that it was done.
  const forced = trigger.id === 'event.farraq' && words.some(({ stem }) => MEANS.test(stem))
  // «ردا على انتهاكات», «خاضعة لسيطرة الجيش»: behind ل a noun with its doer is a deed; without one it is a purpose.
  return status === 'planned' && part === 'noun' && words[at]?.preposition === 'ل' && (done || reason || forced)
    ? 'asserted'
    : status
}
