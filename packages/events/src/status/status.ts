import type { EventStatus } from '../event.js'
import { CHANCES, DENYING_NOUNS, PLANS } from '../forms/function-words.js'
import type { Word } from '../forms/words.js'
import type { Item } from '../phrases/noun-phrase.js'
import type { PhraseReader } from '../phrases/phrase-reader.js'
import { previousWord, type VerbReading } from '../phrases/verbs-here.js'
import { isAsked, nounIrrealis, verbIrrealis } from './irrealis.js'

/** The status that the words around a verb give its event, before the attribution has its say. */
export function verbStatus(
  items: readonly Item[],
  at: number,
  reading: VerbReading,
  reader: PhraseReader,
  lasting: boolean,
): EventStatus {
  const purpose = reading.purpose && !isOutcome(items, at, reading, reader)
  let status: EventStatus | undefined = reading.future || purpose ? 'planned' : undefined
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    const item = items[i]
    if (item === undefined || item.kind === 'stop') break
    if (item.kind === 'negation') {
      if (i === at - 1 && !isRelativeMa(reader, item.at, reading)) {
        // «إذا لم تبرم اتفاقا»
        if (/^(?:اذا|لو|ما)$/.test(previousWord(reader.words, item.at)?.whole ?? '')) return 'hypothetical'
        if (!isExceptive(reader.words, items[at]?.at ?? 0)) return 'denied'
      }
      continue
    }
    if (item.kind === 'particle') {
      if (i < at - 1) continue
      if (item.key === 'سوف') status ??= 'planned'
      else if (item.key === 'قد' && reading.tense === 'imperfect') return 'hypothetical'
      else if (item.key === 'ربما' || item.key === 'لعل') return 'hypothetical'
      continue
    }
    if (item.kind === 'opener') {
      if (item.key === 'اذا' || item.key === 'لو') return 'hypothetical'
      if (/^(?:ان|بان|انه|انها|انهم)$/.test(item.key)) {
        const governed = governor(items, i, reader, reading.tense === 'imperfect' && at - i <= 2)
        if (governed !== undefined) return governed
      }
      break
    }
    if (item.kind === 'verb') {
      const shared = sharedGovernor(items, i, at, reading, reader)
      if (shared !== undefined) return shared
      const classes = reader.verb(item.at)?.senses.map(({ verbClass }) => verbClass)
      if (classes?.includes('be') !== true) break
      // «قد تكون قد تنازلت»: the doubt stands at the auxiliary.
      const doubt = items[i - 1]
      const present = /^[يت]كون/.test(reader.words[item.at]?.whole ?? '')
      if (present && doubt?.kind === 'particle' && /^(?:قد|ربما|لعل)$/.test(doubt.key)) return 'hypothetical'
      // «كانت تجريها»: what used to be is over.
      if (/^(?:كان|كانت|كانوا|كانا|كن)$/.test(reader.words[item.at]?.whole ?? '')) lasting = false
    }
  }
  if (conditionFollows(items, at) && reading.tense === 'imperfect') return 'hypothetical'
  const word = items[at]?.at ?? 0
  const unreal = verbIrrealis(reader.words, word, reading.tense === 'imperfect')
  if (status !== undefined) return unreal === 'hypothetical' ? unreal : status
  if (unreal !== undefined) return unreal
  if (reading.tense === 'imperfect' && isAsked(reader.words, word)) return 'hypothetical'
  return reading.tense === 'imperfect' && lasting ? 'ongoing' : 'asserted'
}

/** «يتوقع أن يرفض الرئيس المقترح ويهدد بالانسحاب»: what governs one verb behind أن governs the next, before any mark. */
function sharedGovernor(
  items: readonly Item[],
  first: number,
  at: number,
  reading: VerbReading,
  reader: PhraseReader,
): EventStatus | undefined {
  if (reading.tense !== 'imperfect' || reader.words[items[at]?.at ?? 0]?.conjunction !== true) return undefined
  if (items.slice(first + 1, at).some(({ kind }) => kind !== 'phrase' && kind !== 'time' && kind !== 'pronominal'))
    return undefined
  const opener = items[first - 1]
  if (opener?.kind !== 'opener' || !/^(?:ان|بان)$/.test(opener.key)) return undefined
  const before = reader.verb(items[first]?.at ?? 0)
  return before?.tense === 'imperfect' && !before.future ? governor(items, first - 1, reader, true) : undefined
}

/** «لا يندد بالهجوم فحسب وإنما …», «لم تهاجم إلا الآن»: what is denied is that it is all, or was before. */
function isExceptive(words: readonly Word[], at: number): boolean {
  for (let i = at + 1, alone = false; i < words.length && i <= at + FARTHEST_EXCEPTION; i++) {
    const word = words[i]
    if (word === undefined || /^[.؛؟!:]$/.test(word.token.text)) return false
    if (word.whole === 'الا' && i <= at + NEAREST_EXCEPTION) return true
    // «لم يزرها سوى مرتين»: they met.
    if (word.whole === 'سوي' && i <= at + FARTHEST_SIWA) return true
    if (/^(?:فحسب|فقط)$/.test(word.whole)) alone = true
    if (alone && /^(?:بل|انما)$/.test(word.whole)) return true
  }
  return false
}
const NEAREST_EXCEPTION = 4
const FARTHEST_SIWA = 8
const FARTHEST_EXCEPTION = 18

/** «وهو ما رفضته الصين»: ما stands for a thing and denies nothing. */
function isRelativeMa(reader: PhraseReader, at: number, reading: VerbReading): boolean {
  if (reader.words[at]?.whole !== 'ما') return false
  const before = previousWord(reader.words, at)
  if (before === undefined) return reading.pronoun !== undefined
  return (
    reading.pronoun !== undefined ||
    /^(?:اذا|متي|كيف|هو|هي|هذا|ذلك|كل|بعد|قبل|عند|مثل|مع|في|علي|من|الي|عن|حول|بسبب)$/.test(before.whole)
  )
}

/** Items between two clauses with أن that one word governs. */
const FARTHEST_SIBLING = 14
/** «المزاعم بأن …»: what only some say. */
const RUMOURED = /^(?:ال)?(?:مزاعم|زعم|ادعاءات|ادعاء|شائعات|اشاعات|شكوك)$/
const PERMITTING = /^(?:[يتنا]?سمح|[يتنا]?قبل|[يت]رض[يى]?)(?:ت|وا|ون|نا)?$/

/** What governs a clause behind أن: a verb of planning, denying, demanding, or a noun of chance. */
function governor(
  items: readonly Item[],
  opener: number,
  reader: PhraseReader,
  subjunctive: boolean,
): EventStatus | undefined {
  // «من المقرر أن يستطلع الأضرار وأن يلتقي …»: what governs the first أن governs the second.
  const opening = reader.words[items[opener]?.at ?? 0]
  if (opening?.conjunction === true && subjunctive) {
    for (let i = opener - 1; i >= 0 && i >= opener - FARTHEST_SIBLING; i--) {
      const item = items[i]
      if (item === undefined || item.kind === 'stop') break
      if (item.kind === 'opener' && /^(?:ان|بان)$/.test(item.key)) return governor(items, i, reader, subjunctive)
    }
  }
  for (let i = opener - 1; i >= 0 && i >= opener - 5; i--) {
    const item = items[i]
    if (item === undefined || item.kind === 'stop' || item.kind === 'opener') return undefined
    const word = reader.words[item.at]
    if (word === undefined) return undefined
    if (item.kind === 'verb' && PERMITTING.test(word.whole) && items[i - 1]?.kind === 'negation') return 'denied'
    if (i === opener - 1 && item.kind !== 'verb') {
      const last = previousWord(reader.words, items[opener]?.at ?? 0)
      if (last !== undefined) {
        if (last.whole === 'قبل' && subjunctive && isNextBlow(items, opener, reader)) return 'asserted'
        if ((last.whole === 'علي' || last.whole === 'قبل') && subjunctive) return 'planned'
        // «إلى أن تنسحب القوات»: until it comes about.
        const next = items[opener + 1]
        const verb = next?.kind === 'verb' ? reader.verb(next.at) : undefined
        if (last.whole === 'الي' && verb?.tense === 'imperfect' && !verb.future) return 'hypothetical'
        if (PLANS.has(last.whole)) return 'planned'
        if (CHANCES.has(last.whole) || RUMOURED.test(last.whole)) return 'hypothetical'
        if (/^(?:ضرورة|بضرورة|وجوب)$/.test(last.whole)) return 'demanded'
      }
    }
    if (item.kind === 'verb') {
      const senses = reader.verb(item.at)?.senses ?? []
      const classes = new Set(senses.map(({ verbClass }) => verbClass))
      // «تحاول أن تهاجم المدينة»
      if (subjunctive && senses.some(({ light }) => light?.id === 'light.hawal')) return 'hypothetical'
      if (classes.has('deny')) return 'denied'
      if (!subjunctive) return undefined
      if (classes.has('plan')) return 'planned'
      // «لا ينبغي أن يعاقب»
      if (classes.has('demand')) return items[i - 1]?.kind === 'negation' ? 'denied' : 'demanded'
      if (classes.has('maybe')) return 'hypothetical'
      return undefined
    }
  }
  return undefined
}

/** «أصاب اثنين قبل أن تقتله الشرطة», «اقتحموها قبل أن يتمكنوا من»: in a story told in the perfect the next blow, and what succeeded. */
function isNextBlow(items: readonly Item[], opener: number, reader: PhraseReader): boolean {
  const next = items[opener + 1]
  const senses = next?.kind === 'verb' ? (reader.verb(next.at)?.senses ?? []) : []
  const tells = senses.some(({ trigger, light }) => NEXT.has(trigger?.type ?? '') || SUCCEEDING.has(light?.id ?? ''))
  const before = items.slice(0, opener).findLast(({ kind }) => kind === 'verb' || kind === 'stop')
  return tells && before?.kind === 'verb' && reader.verb(before.at)?.tense === 'perfect'
}
const NEXT: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'AID', 'CONCEDE', 'RETREAT', 'SANCTION'])
const SUCCEEDING = new Set(['light.tamakkan', 'light.najah', 'light.istataa'])

/** «أطلق النار على السيارة ليقتل السائق»: behind a perfect a death with ل is how it ended. */
function isOutcome(items: readonly Item[], at: number, reading: VerbReading, reader: PhraseReader): boolean {
  const ends = reading.senses.some(
    ({ trigger, light }) => DEATHS.has(trigger?.id ?? '') || SUCCEEDING.has(light?.id ?? ''),
  )
  if (!ends) return false
  const before = items.slice(0, at).findLast(({ kind }) => kind === 'verb' || kind === 'stop')
  return before?.kind === 'verb' && reader.verb(before.at)?.tense === 'perfect'
}
const DEATHS = new Set(['event.qatal', 'event.asab', 'event.istushhid', 'event.asab-ahad'])

const conditionFollows = (items: readonly Item[], at: number): boolean => {
  for (let i = at + 1; i < items.length && i < at + 10; i++) {
    const item = items[i]
    if (item?.kind === 'stop') return false
    if (item?.kind === 'opener' && (item.key === 'اذا' || item.key === 'لو')) return true
  }
  return false
}

/** The status that its surroundings give an event noun. */
export function nounStatus(
  items: readonly Item[],
  at: number,
  head: number,
  preposition: string | undefined,
  reader: PhraseReader,
): EventStatus {
  const { words } = reader
  const before = previousWord(words, head)
  if (before !== undefined) {
    if (DENYING_NOUNS.has(before.stem) || DENYING_NOUNS.has(before.whole)) return 'denied'
    if (CHANCES.has(before.stem) || CHANCES.has(before.whole)) return 'hypothetical'
    if (PLANS.has(before.whole)) return 'planned'
  }
  const calling = items[at - 1]?.kind === 'phrase' ? items[at - 2] : items[at - 1]
  // «ألغى الرئيس زيارته المقررة»: what is called off does not take place.
  if (preposition === undefined && calling?.kind === 'verb' && CALLED_OFF.test(words[calling.at]?.whole ?? ''))
    return 'denied'
  for (let i = head + 1; i < head + 4 && i < words.length; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation') break
    if (CHANCES.has(word.whole)) return 'hypothetical'
    if (PLANS.has(word.whole)) return 'planned'
  }
  if (preposition === 'من اجل' || preposition === 'بهدف' || preposition === 'بغية' || preposition === 'لغرض')
    return 'planned'
  let commas = 0
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    const item = items[i]
    if (item === undefined || item.kind === 'stop' || item.kind === 'opener' || item.kind === 'relative') break
    if (item.kind === 'comma' && ++commas > 0) break
    if (item.kind !== 'verb') continue
    const reading = reader.verb(item.at)
    const classes = new Set(reading?.senses.map(({ verbClass }) => verbClass))
    const behind = preposition === undefined || /^(?:ل|الي|ب|علي|في|عن)$/.test(preposition)
    // «قررت في جلستها الأخيرة»: behind «في» stands the occasion and not what is decided or denied.
    const complement = behind && preposition !== 'في'
    if (classes.has('deny') && complement) return 'denied'
    const negated = items[i - 1]?.kind === 'negation'
    if (classes.has('plan') && complement && preposition !== 'عن') return negated ? 'denied' : 'planned'
    const promised = words[head]?.article === false && words[head]?.pronoun === undefined
    // «تعهد بإجراء لقاء», «وافق على إرسال قوات»: what is agreed on is to come; «هدد بقتل الرهائن»: so may what is threatened.
    if (promised && /^(?:ب|علي)$/.test(preposition ?? '') && !negated) {
      const types = new Set(reading?.senses.map(({ trigger }) => trigger?.type))
      if (types.has('AGREE')) return 'planned'
      if (types.has('THREATEN')) return 'hypothetical'
    }
    if (classes.has('demand') && /^(?:ل|الي|ب|علي)$/.test(preposition ?? '')) return 'demanded'
    // «سيعلن المجلس موقفه من توقيع العقد»: a verb to come governs its own complements only.
    if (reading?.future === true && behind && preposition !== 'في' && preposition !== 'عن' && at - i <= 3)
      return 'planned'
    // «احتمال أن تعيد فرض عقوبات»: what governs the clause governs the noun that its verb takes.
    const noun = words[head]
    const opener = items[i - 1]
    const open = opener?.kind === 'opener' && /^(?:ان|بان)$/.test(opener.key) && reading?.tense === 'imperfect'
    const bare = noun?.article === false && noun.pronoun === undefined
    const governed = open && bare ? governor(items, i - 1, reader, true) : undefined
    if (governed !== undefined) return governed
    break
  }
  const unreal = nounIrrealis(words, head)
  if (unreal !== undefined) return unreal
  if (isToCome(words, head)) return 'planned'
  if (preposition !== 'ل' || !items.slice(0, at).some(({ kind }) => kind === 'verb')) return 'asserted'
  return isReached(words, head) || isProtestOfThoseAssembled(items, at, head, reader) ? 'asserted' : 'planned'
}

const CALLED_OFF = /^(?:الغي|الغت|ارجا|ارجات|اجل|اجلت|الغوا)$/
/** Verbs and nouns whose ل brings what came about: «أدى لمقتل», «توصل لاتفاق», «رفضه للاتفاق». */
const REACHING =
  /^[وف]?(?:[يت]?وصل|توصلت?|توصلوا|ادت?|ادي|[يت]ؤدي|تعرضت?|تعرضوا|[يت]تعرض|خضعت?|انضمت?|عادت?|العودة|عودة|استجابت?|تصدي|تصدت|رفض|ادان[ةت]|تاييد|معارض[ةت]|انتقاد|استنكار|شجب|سبب|سببا|نتيجة|نظرا|تطرق|خلافا|وفقا|طبقا|تنفيذا|انتهاك|انتهاكا|احترام)$/
/** What an article with ل points at is there already: «العودة للاتفاق». */
const STANDING = /^(?:اتفاق|اتفاقي[ةت]|قمة|عقوبات|اتهام|اتهامات|حرب|احتجاجات|تظاهرات|مظاهرات)$/

function isReached(words: readonly Word[], head: number): boolean {
  const word = words[head]
  if (word?.article === true && STANDING.test(word.stem)) return true
  const before = words.slice(Math.max(0, head - 2), head)
  return before.some(({ stem, whole, token }) => token.kind === 'word' && (REACHING.test(stem) || REACHING.test(whole)))
}

/** «زيارة الوزير ستركز على», «الاجتماع سيعقد غدا»: a verb to come tells when the noun in front of it is. */
function isToCome(words: readonly Word[], head: number): boolean {
  for (let i = head + 1; i < words.length && i <= head + 9; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation') return false
    if (word.mention !== undefined || word.inside) continue
    if (TAKES_PLACE.test(word.whole)) return true
    if (word.conjunction || /^(?:الذي|التي|ان|بان|حيث|لكن)$/.test(word.whole)) return false
  }
  return false
}
const TAKES_PLACE = /^س[يت](?:عقد|جري|بدا|ركز|بحث|ناقش|تناول|شمل|تم|نعقد|تضمن|ستغرق|قام|نطلق)$/

/** «شكلوا سلسلة بشرية للاحتجاج»: who has come together to protest does so. */
function isProtestOfThoseAssembled(items: readonly Item[], at: number, head: number, reader: PhraseReader): boolean {
  const senses = reader.vocabulary.nouns.get(reader.words[head]?.stem ?? '')
  if (senses?.some(({ trigger }) => trigger.type === 'PROTEST') !== true) return false
  const before = items.slice(0, at).findLast(({ kind }) => kind === 'verb' || kind === 'stop' || kind === 'opener')
  if (before?.kind !== 'verb') return false
  const reading = reader.verb(before.at)
  const real = reading?.tense === 'perfect' && !reading.future
  return real && ASSEMBLED.test(reader.words[before.at]?.whole ?? '')
}
const ASSEMBLED =
  /^(?:خرج|نزل|تجمع|احتشد|تجمهر|توجه|توافد|تدفق|زحف|انطلق|شكل|نظم|سار|وقف|اعتصم|تظاهر|قطع|اغلق|اقفل|حاصر|قام|اقام|نصب|انضم)(?:ت|وا|ن)?$/
