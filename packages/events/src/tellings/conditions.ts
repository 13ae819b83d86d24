import { type EventTrigger, findCountryByName } from '@isnad/lexicon'
import type { VerbClause } from '../clauses/clause.js'
import { CASES } from '../forms/function-words.js'
import { conditionsOf, vocabulary } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'
import type { Item } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { isDualOffice } from '../phrases/two-offices.js'
import { previousWord } from '../phrases/verbs-here.js'
import { namesWeapon } from '../senses/accidents.js'
import { meansElse } from '../senses/other-senses.js'

/** Words behind a trigger among which the one that completes it is looked for. */
const WINDOW = 6
/** What a crowd gathers for is told at the end of a long clause: «تجمع … في الساحة … رافعين لافتات». */
const WIDE_WINDOW = 28
const WIDE: ReadonlySet<string> = new Set(['event.tajammaa', 'event.ihtashad'])
/** «خرج أمس سكان أحياء وسط المدينة في مظاهرة», «نزل آلاف العمال (بحسب النقابة) إلى الشوارع»: who comes out is told at length. */
const LONG_WINDOW = 14
const LONG: ReadonlySet<string> = new Set(['event.kharaj-tazahur', 'event.nazal-shawari'])
const windowOf = ({ id }: EventTrigger): number => (WIDE.has(id) ? WIDE_WINDOW : LONG.has(id) ? LONG_WINDOW : WINDOW)

/** Where the window behind a trigger ends: a name counts as one word, however long. */
function windowEnd(words: readonly Word[], at: number, size: number): number {
  let end = at + 1
  for (let seen = 0; end < words.length && seen < size && end - at <= LONGEST_NAMES; end++)
    if (words[end]?.inside !== true) seen++
  return end
}
const LONGEST_NAMES = 40

/** Keys of the words of the clause before a trigger, back to the last stop. */
function leadingKeys(words: readonly Word[], at: number): string[] {
  const keys: string[] = []
  for (let i = at - 1; i >= 0 && i >= at - 12; i--) {
    const word = words[i]
    if (word === undefined || /^[.؟!:؛]$/.test(word.token.text)) break
    keys.push(word.stem, word.form.bareWhole)
  }
  return keys
}

/** How many words behind a trigger its object's head is looked for: three that are no names, within the clause. */
function headOfObject(words: readonly Word[], at: number): number {
  let plain = 0
  for (let i = at + 1; i < words.length && i <= at + 9; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation') return i - at - 1
    if (word.mention?.named === true || word.inside) continue
    if (++plain === 3) return i - at
  }
  return 9
}

/** «وعدت المنظمة الجريمة تصعيدا»: «وعد» at the head of a clause is «و» and «عدّ», to reckon, unless what is promised follows. */
function promises(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i <= at + COMPLEMENT_WITHIN; i++) {
    const word = words[i]
    if (word === undefined || /^[.؛:؟!]$/.test(word.token.text)) return false
    if (word.preposition === 'ب' || /^(?:ان|بان|بانه|بانها)$/.test(word.whole)) return true
  }
  return false
}
const COMPLEMENT_WITHIN = 12

/** «أدين رجل بالسرقة»: what letters say to be passive needs no name of a crime, only what somebody is convicted of. */
function isConvictedOf(id: string, words: readonly Word[], at: number): boolean {
  if (id !== 'event.adan-mahkama' || !/^ا?دين(?:ت|وا|ا)?$/.test(words[at]?.whole ?? '')) return false
  return words
    .slice(at + 1, at + 1 + COMPLEMENT_WITHIN)
    .some(({ preposition, token }) => preposition === 'ب' || token.text === 'ب')
}

/** «بحثت الأجهزة والباحثون عن سبل»: to look for something is not to discuss it with somebody. */
function searches(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i <= at + COMPLEMENT_WITHIN; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation' || word.whole === 'مع') return false
    if (word.whole === 'عن' && word.mention === undefined) return true
  }
  return false
}

/** «تقف خلف الهجوم» blames; «تقف خلف المشروع» does not. */
function standsBehindADeed(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i <= at + WINDOW; i++) {
    if (/^(?:خلف|وراء)(?:ه|ها)$/.test(words[i]?.whole ?? '')) return true
    if (!/^(?:خلف|وراء)$/.test(words[i]?.whole ?? '')) continue
    return words.slice(i + 1, i + 4).some(({ stem }) => BLAMED.test(stem))
  }
  return false
}
const BLAMED =
  /^(?:هجوم|هجمات|هجمة|تفجير|تفجيرات|انفجار|انفجارات|اغتيال|اغتيالات|قتل|مقتل|خطف|اختطاف|اعتداء|اعتداءات|قصف|ضربة|ضربات|غارة|غارات|مجزرة|عملية|عمليات|محاولة|محاولات|انقلاب|حادث|حادثة|جريمة|جرائم|تسميم|تخريب|اختراق|قرصنة|تدخل|تسريب|تسريبات|مؤامرة|مخطط|مخططات|فوضي|احداث|عنف|شغب|حريق|حرائق|احتجاجات|اضطرابات|تصعيد)$/

/** «تتحمل مسؤولية المجزرة» blames; «تتحمل مسؤولية النظافة» does not. */
const bearsADeed = (words: readonly Word[], at: number): boolean =>
  words.slice(at + 1, at + 1 + WINDOW + 2).some(({ stem }) => BLAMED.test(stem) || MISDEEDS.test(stem))
const MISDEEDS = /^(?:سقوط|اسقاط|تدمير|كارثة|ازمة|حرب|انهيار|عرقلة|افشال|فشل|تدهور|دماء|استشهاد|وفاة|موت|سلامة|حياة)$/

/** Words for dying that say of no blow by themselves. */
const DEATHS: ReadonlySet<string> = new Set(['event.laqi-hatf', 'event.masra', 'event.awda-hayat', 'event.raah-dahiya'])
const opensVerb = ({ form }: Word): boolean => {
  const senses = form.in(vocabulary())
  return senses.isVerb && !senses.isEventNoun && senses.nounClass === undefined
}
const ACCUSATIVE = /..[^اي]ا$/

/** The entry's own conditions on the words around the trigger. */
export function allows(trigger: EventTrigger, words: readonly Word[], at: number): boolean {
  if (trigger.id === 'event.waad' && /^وعد(?:ت|وا)?$/.test(words[at]?.token.text ?? '') && !promises(words, at))
    return false
  if (DEATHS.has(trigger.id) && !namesWeapon(words)) return false
  if (trigger.id === 'event.bahath-maa' && searches(words, at)) return false
  if (meansElse(trigger.id, words, at)) return false
  if (trigger.id === 'event.tahammal-masuliya' && !bearsADeed(words, at)) return false
  if (trigger.id === 'event.waqaf-khalf' && !standsBehindADeed(words, at)) return false
  const near = (from: number, to: number, names: boolean): string[] => {
    const keys: string[] = []
    for (let i = from; i < to && i < words.length; i++) {
      const word = words[i]
      // «رفعت دعوى وفرضت عقوبات»: the next verb has what completes it for itself.
      if (i > at && windowOf(trigger) === WINDOW && word?.conjunction === true && opensVerb(word)) break
      if (word === undefined || (!names && (word.mention?.named === true || word.inside))) continue
      keys.push(word.stem, word.form.bareWhole)
      // «سلالا», «أسيرا»: the indefinite accusative.
      if (!word.article && ACCUSATIVE.test(word.stem)) keys.push(word.stem.slice(0, -1))
    }
    return keys
  }
  const keys = conditionsOf(trigger)
  if (keys.with.length > 0 && !isConvictedOf(trigger.id, words, at)) {
    const following = near(at + 1, windowEnd(words, at, windowOf(trigger)), true)
    // «المقاتلون الذين استقدمهم الجيش»: in a relative clause the word stands before.
    const bound = words[at]?.pronoun !== undefined ? near(Math.max(0, at - WINDOW), at, true) : []
    if (!keys.with.some((word) => following.includes(word) || bound.includes(word))) return false
  }
  if (keys.without.length > 0) {
    const following = near(at + 1, at + 1 + headOfObject(words, at), false)
    if (keys.without.some((word) => following.includes(word))) return false
  }
  if (keys.after.length > 0) {
    const leading = leadingKeys(words, at)
    if (!keys.after.some((word) => leading.includes(word))) return false
  }
  if (keys.notAfter.length === 0) return true
  const before = previousWord(words, at)
  return before === undefined || !keys.notAfter.some((word) => word === before.stem || word === before.form.bareWhole)
}

/** «أيده الله», «بائع يدعى فلانا»: a wish, a naming, and no deed. */
export const isFormula = ({ id }: EventTrigger, words: readonly Word[], at: number): boolean =>
  words[at + 1]?.whole === 'الله' || (id === 'event.daa' && /^[يت]دعي$/.test(words[at]?.whole ?? ''))

/** «بحث التطورات في سوريا»: a place right behind an abstract noun is that noun's, not the event's. */
export function modifiesTopic(items: readonly Item[], item: number, trigger: number): boolean {
  const before = items[item - 1]
  const head = before?.kind === 'phrase' ? before.phrase.fillers.at(-1) : undefined
  if (head === undefined || head.entity !== undefined || head.head === trigger) return false
  return (
    (head.of === 'other' && head.to - head.from > 1) ||
    (head.of === 'other' && head.definite) ||
    head.of === 'transparent'
  )
}

/** A word for a lawsuit, an inquiry or a memory close before the noun. */
export function isInCase(reader: PhraseReader, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const word = reader.words[i]
    if (word === undefined || word.token.kind === 'punctuation' || reader.verb(i) !== undefined) return false
    // «أسفر التحقيق عن اعتقال فلان»: what a case led to is told.
    if (word.whole === 'عن') return false
    if (CASES.has(word.stem) || CASES.has(word.form.bareWhole)) return true
  }
  return false
}

/** An unpointed transitive verb with one noun phrase behind it and no object is read as passive. */
export function isLikelyPassive(
  trigger: EventTrigger,
  clause: VerbClause,
  next: Item | undefined,
  sharing: boolean,
): boolean {
  // «المقاتلون يحتجزون ويعذبون أشخاصا»: verbs that share their object.
  if (sharing && next?.kind === 'verb') return false
  const object = trigger.frame.get('object')
  if (object === undefined || object[0]?.role === 'topic') return false
  // «حرائق أجبرت السكان على الفرار», «رحل في الحادث عشرة»: something that is no doer drives people out, and they depart.
  if (DRIVING.has(trigger.id)) return false
  // «التقى الوزيران»: two met each other.
  if (trigger.type === 'CONSULT' && isDualOffice(clause.subject?.fillers[0]?.headKey ?? '')) return false
  // «يقاتل الجيش ضد …»: who fights against somebody is no victim.
  if (clause.prepositional.some(({ key }) => key === 'ضد') || trigger.reciprocal) return false
  const head = clause.subject?.fillers[0]
  // «أطلق سراح خمسة معتقلين»: what completes the verb is done by nobody else.
  if (head?.of === 'other' && conditionsOf(trigger).with.includes(head.headKey)) return true
  // «قصفت إسرائيل بالمدفعية …»: a country behind an unpointed verb of violence is its doer.
  if (head?.entity?.type === 'GPE' && findCountryByName(head.entity.nameAr) !== undefined) return false
  const personal = head?.of === 'person' || head?.of === 'group' || head?.of === 'number' || head?.of === 'quantity'
  // «خطف مسلحون …»: those named after their deeds are its doers; of deaths the letters do not tell («قتل مسلحون»).
  if (head !== undefined && ATTACKERS.test(head.headKey) && !KILLING.has(trigger.id)) return false
  if (trigger.type === 'ASSAULT' || trigger.type === 'COERCE') return personal || clause.subjectFrom === 'after'
  return personal && PASSIVE_TYPES.has(trigger.type)
}
const ATTACKERS = /^(?:مسلح|مجهول|ملثم|مهاجم|خاطف|قراصنة|انتحاري|ارهابي)(?:و|ي|ون|ين|ان|ة)?$/
const DRIVING = new Set(['event.ajbar', 'event.rahhal'])
const KILLING = new Set(['event.qatal', 'event.jarah', 'event.asab', 'event.aadam'])
const PASSIVE_TYPES = new Set(['SANCTION', 'ACCUSE', 'RETREAT'])
