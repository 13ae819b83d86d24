import type { EventStatus } from '../event.js'
import { vocabulary } from '../forms/vocabulary.js'
import type { Word } from '../forms/words.js'
import { previousWord } from '../phrases/verbs-here.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** How far in front of a trigger its clause is searched for what governs it. */
const REACH = 8
const STOP = /^[.؛؟!:…]$/

const CONDITION = set('اذا لو شريطة بشرط ان_')
const CASE = set('حال حالة')
/** «اي هجوم»: any one, so none in particular. */
const ANY = set('اي اية ايما')
/** Nouns and participles of what may come: «خطر», «تهديد», «مخاوف من». */
const FEARED = set(
  'خطر مخاطر خشية مخافة مخاوف تهديد تهديدات تهديده تهديدها التلويح تلويح مهددا مهددة مهددين ملوحا ملوحة تحسبا توقعات احتمال احتمالات امكانية امكان فرص فرصة سيناريو فرضية شبح',
)
const THREATENS = /^(?:و|ف)?(?:(?:س?[يت]|ا)?هدد(?:ت|وا|ون)?|توعد(?:ت|وا)?|[يت]توعد(?:ون)?|لوح(?:ت|وا)?|[يت]لوح(?:ون)?)$/
/** What one gets ready for: «تمهيدا لهجوم», «الرامية الي اعتقال». */
const PREPARED = set(
  'تمهيدا استعدادا استعدادات الاستعداد تحضيرا تحضيرات التحضير للتحضير الاعداد للاعداد التخطيط تخطيط اعتزام اعتزامه اعتزامها عزم عزمه عزمها نية نيته نيتها بهدف بغية بغرض لغرض الرامية الرامي رامية يهدف تهدف يخطط يخططون تخطط خطط خططوا ينوي تنوي يعتزم تعتزم',
)
/** «مشروع اتفاق», «قرار إقالة الوزير»: with an article they are texts, and plan nothing by themselves. */
const DRAFTED = set('خطة خططا مخطط مخططا مشروع مشروعا قرار')
/** «من المقرر عقد قمة». */
const SCHEDULED = set('المقرر المزمع المرتقب المنتظر')
/** «لحين توصل الطرفين إلى اتفاق»: until it comes about. */
const UNTIL = set('لحين ريثما')
/** Needs and calls: what stands behind them is only asked for. */
const ASKED = set(
  'ضرورة بضرورة لضرورة وجوب بوجوب يجب ينبغي يتعين يتوجب دعوة دعوات دعوته دعوتها مطالبة مطالبات مطالبته مطالبتها مطالب بمطالبة طلب طلبا مطالبا مطالبة مطالبين داعيا داعية داعين مناشدا مناشدة حاثا حاثة الدعوة المطالبة للمطالبة والمطالبة والدعوة حث حثه حثها لحث لحثه لحثها',
)
const REQUESTED = /^(?:و|ف)?(?:طلبت|طلبوا|طلبا|س?[يت]طلب(?:ون|وا)?)$/
/** Nouns that keep a thing from being: «عدم», «احباط», «امتنع عن». */
const PREVENTED = set(
  'عدم دون بدون الغاء الغاؤه الغي الغت يلغي تلغي لالغاء بالغاء ارجا ارجات نفي انكار استبعاد تفادي تجنب لتجنب لتفادي لمنع احباط افشال ارجاء تاجيل امتناع امتناعه امتناعها امتنع امتنعت امتنعوا يمتنع نفى نفي نفت ينفي تنفي احبط احبطت افشل افشلت احباطه احبطوا',
)
/** «يمكن», «يفترض»: what may be, in front of ان and a verb, or of a noun. */
const MAYBE = set(
  'ينتظر يرتقب يمكن يمكنه يمكنها يفترض المفترض يحتمل المحتمل يرجح المرجح يتوقع المتوقع متوقع يخشي قد ربما لعل يريد تريد يريدون امل بامكان بامكانه بامكانها يستطيع تستطيع تتطلب يتطلب يحتاج تحتاج سيحتاج ستحتاج بحاجة بانتظار شروط شروطا تشترط يشترط توقع توقعت نتوقع يتوقعون مستعد مستعدة مستعدون استعداده استعدادها جاهز جاهزة رغبته رغبتها رغبتهم تدرس يدرس يدرسون دراسة تبحث يبحث يناقش تناقش اقتراح مقترح مقترحا يقترح تقترح تفكر يفكر',
)
const COMING = /^(?:ال)?(?:مقبل|قادم|مرتقب|مقرر|مزمع|منتظر)(?:ة)?$/
const LIKELY = /^(?:ال)?(?:محتمل|متوقع|مفترض|وشيك)(?:ة)?$/
const CONJUNCTIVE = new Set(['و', 'ف'])

/** «لم يحصل», «لن ينعقد»: with a negation in front of it, what stands as its subject did not take place. */
const OCCURS = /^[يت](?:حصل|حدث|تم|جر|جري|قع|عقد|نعقد|كن)$/
const UNDONE = set('لم لن')
const POINTING = set('هذا هذه ذلك تلك')
const AT_ALL = set('قط ابدا اصلا اطلاقا بتاتا مطلقا نهائيا بالمرة في علي بين من منذ يوم امس')

/** The words of a trigger's clause before it, nearest first, back to a stop or a comma that parts clauses. */
function leading(words: readonly Word[], at: number): Word[] {
  const found: Word[] = []
  for (let i = at - 1; i >= 0 && found.length < REACH; i--) {
    const word = words[i]
    if (word === undefined) break
    if (word.token.kind !== 'word') {
      if (word.form.isComma || STOP.test(word.token.text)) break
    } else if (!word.inside) found.push(word)
  }
  return found
}

/** «قد تعرضت», «قد وجهت»: before a perfect «قد» confirms; before an imperfect it doubts. */
function doubts(words: readonly Word[], qad: Word): boolean {
  const at = words.indexOf(qad)
  if (AUXILIARY.test(words[at - 1]?.whole ?? '') || AUXILIARY.test(words[at - 2]?.whole ?? '')) return false
  const next = words[at + 1]?.whole ?? ''
  return /^ي/.test(next) || (/^[تن]/.test(next) && !/(?:ت|وا|نا)$/.test(next) && !PERFECT_IN_TA.test(next))
}
const AUXILIARY = /^(?:كان|كانت|كانوا|يكون|تكون)$/
const PERFECT_IN_TA =
  /^(?:تم|تمكن|تعرض|توصل|تعهد|تلقي|تولي|تقدم|تحدث|تسلم|توجه|تراجع|تبني|تسبب|توعد|نفي|نقل|نشر|نفذ|ناقش|نجح|ندد|ناشد)$/

/**
 * What the words around a noun make of it: «في حال انسحاب», «أي هجوم», «تمهيدا لاعتقال», «عدم اعتقال», «المطالبة بالإفراج»,
 * «الزيارة المقبلة». Undefined where they leave it a fact.
 */
export function nounIrrealis(words: readonly Word[], at: number): EventStatus | undefined {
  const before = previousWord(words, at)
  if (neverWas(words, at)) return 'denied'
  if (before !== undefined && ANY.has(before.whole)) {
    // «تنفي وجود أي تنسيق»
    const denied = leading(words, at)
      .slice(0, 5)
      .some(({ whole }) => PREVENTED.has(whole))
    return denied ? 'denied' : 'hypothetical'
  }
  if (before !== undefined && before.whole === 'لا') return 'denied'
  const absent = words[at - 2]
  if (
    absent !== undefined &&
    /^(?:توجد|يوجد|هناك|ثمة|جدوي)$/.test(before?.whole ?? '') &&
    /^(?:لا|لم|ليس|ليست)$/.test(absent.whole)
  )
    return 'denied'
  let steps = 0
  let owned = false
  for (const word of leading(words, at)) {
    steps++
    // «بناء على طلب بلاده بعد استقالة الوزير»: what something came after has happened.
    if (AFTER.has(word.whole)) break
    // «بعد قرار الرئيس الانسحاب»: a decision that something followed was carried out.
    if (word.stem === 'قرار' && AFTER.has(words[words.indexOf(word) - 1]?.whole ?? '')) break
    if (isIf(words, words.indexOf(word))) return 'hypothetical'
    const key = word.form.bareWhole
    if (CASE.has(key) && steps <= 2) {
      const opens = key === 'حال' || word.preposition === undefined
      if (opens && !word.article) return 'hypothetical'
    }
    // «في صورة تراجع الوزارة»: in that case.
    if (key === 'صورة' && steps === 1 && words[words.indexOf(word) - 1]?.whole === 'في') return 'hypothetical'
    if (CONDITION.has(word.whole)) return 'hypothetical'
    // «أكد أهمية التزام الأطراف»: what matters is yet to be done; «أهمية الاتفاق» is that of one that there is.
    if (/^(?:ال|ل|ب)?اهمية$/.test(word.whole) && steps === 1 && words[at]?.article === false) return 'demanded'
    // «طلبت من المجلس فرض عقوبات», «طلب اجتماعا»
    if (REQUESTED.test(word.whole) && words[at]?.article === false) return 'demanded'
    if (steps > 5) continue
    // «خارج سيطرة الحكومة»
    if (steps === 1 && word.whole === 'خارج') return 'denied'
    // «عدم إدانته لهجوم»: the attack took place.
    if (steps <= 3 && !owned && (PREVENTED.has(word.whole) || PREVENTED.has(key))) return 'denied'
    owned ||= word.pronoun !== undefined
    if (steps <= 2 && (FEARED.has(word.whole) || FEARED.has(key) || THREATENS.test(word.whole))) return 'hypothetical'
    if (steps <= 3 && (PREPARED.has(word.whole) || PREPARED.has(key))) return 'planned'
    if (steps <= 3 && DRAFTED.has(key) && !word.article) return 'planned'
    if (steps <= 3 && SCHEDULED.has(word.whole) && words[words.indexOf(word) - 1]?.whole === 'من') return 'planned'
    if (steps <= 5 && isUntil(words, words.indexOf(word))) return 'hypothetical'
    if (steps <= 4 && ASKED.has(word.whole)) return 'demanded'
    if (steps <= 3 && MAYBE.has(word.whole) && (word.whole !== 'قد' || doubts(words, word))) return 'hypothetical'
  }
  if (mayCause(words, at)) return 'hypothetical'
  for (let i = at + 1, seen = 0; i < words.length && seen < 4; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation' || word.conjunction) break
    seen++
    if (word.time !== undefined || word.mention !== undefined || word.inside) continue
    if (COMING.test(word.whole)) return 'planned'
    if (LIKELY.test(word.whole)) return 'hypothetical'
  }
  return undefined
}

/** «لحين توصل», «إلى حين توصل». */
const isUntil = (words: readonly Word[], at: number): boolean =>
  UNTIL.has(words[at]?.whole ?? '') || (words[at]?.whole === 'حين' && words[at - 1]?.whole === 'الي')

/** «قد يؤدي الهجوم إلى مقتل», «قد يكون خطأ ينتج عنه مقتل»: what might cause a thing leaves it open. */
function mayCause(words: readonly Word[], at: number): boolean {
  let cause = -1
  for (let i = at - 1; i >= 0 && i >= at - CAUSES_WITHIN; i--) {
    const word = words[i]
    if (word === undefined || STOP.test(word.token.text)) return false
    if (word.mention === undefined && CAUSES.test(word.whole)) cause = i
    if (cause < 0) continue
    if (/^س/.test(words[cause]?.whole ?? '')) return true
    if (i < cause && MIGHT.has(word.whole) && (word.whole !== 'قد' || doubts(words, word))) return true
  }
  return false
}
const CAUSES_WITHIN = 16
const CAUSES = /^س?[يت](?:ؤدي|ودي|سفر|تسبب|نتج|فضي|سبب|خلف|وقع|حصد)$/
const MIGHT = set('قد ربما يمكن يحتمل يرجح المحتمل المرجح الممكن سوف شانه شانها لعل')

const AFTER = set('بعد بعيد عقب اثر منذ فور غداة')
const PERFECT_IN_Y = /^(?:تم|تمت|توصل|توصلت|تراجع|تراجعت|تعرض|تعرضت|تمكن|تمكنت|تعهد|تعهدت)$/

/** «إن وافق الأعضاء», «ما إن كان قد قتل أحد»: إن with a verb in the perfect is «if»; «ما إن وصل» tells when. */
function isIf(words: readonly Word[], at: number): boolean {
  if (!/^[وف]?إن$/.test(words[at]?.token.text ?? '')) return false
  const next = words[at + 1]
  if (next === undefined || next.mention !== undefined || next.article || next.token.kind !== 'word') return false
  if (words[at - 1]?.whole === 'ما') return /^كان(?:ت|وا)?$/.test(next.whole)
  if (/^(?:هي|هو|هم|لم)$/.test(next.whole)) return next.whole === 'لم'
  return (!/^[يتنا]/.test(next.whole) || PERFECT_IN_Y.test(next.whole)) && vocabulary().verbs.has(next.whole)
}

/** «لم يحصل أي لقاء بينهما», «هذا اللقاء لم يحصل»: the noun is the subject of a verb of taking place that is negated. */
function neverWas(words: readonly Word[], at: number): boolean {
  let first = at - 1
  while (ANY.has(words[first]?.whole ?? '') || POINTING.has(words[first]?.whole ?? '')) first--
  if (isUndone(words, first)) return true
  const opener = words[first]
  if (opener !== undefined && opener.token.kind === 'word' && !/^(?:ان|بان)$/.test(opener.whole)) return false
  for (let i = at + 1; i < words.length && i < at + 12; i++) {
    const word = words[i]
    if (word === undefined || word.token.kind === 'punctuation' || /^(?:ال[ذل]ي|التي|الذين)$/.test(word.whole))
      return false
    if (!isUndone(words, i + 1)) continue
    const next = words[i + 2]
    return next === undefined || next.token.kind === 'punctuation' || next.conjunction || AT_ALL.has(next.whole)
  }
  return false
}

const isUndone = (words: readonly Word[], at: number): boolean =>
  OCCURS.test(words[at]?.whole ?? '') && UNDONE.has(words[at - 1]?.whole ?? '')

/** What stands in front of a verb and makes it less than a fact, beyond what the clause reader sees: conditions, wishes, questions. */
export function verbIrrealis(words: readonly Word[], at: number, imperfect: boolean): EventStatus | undefined {
  if (imperfect && isApodosis(words, at)) return 'hypothetical'
  let steps = 0
  let governed = false
  for (const word of leading(words, at)) {
    steps++
    if (steps === 1 && /^(?:ان|بان|الا)$/.test(word.whole)) governed = true
    // «عندما يلتقي الزعيمان», «كي تنسحب القوات»
    if (imperfect && steps === 1 && /^(?:عندما|حينما|حين|كي|لكي)$/.test(word.whole)) return 'planned'
    if (!imperfect && steps <= 2 && isIf(words, words.indexOf(word))) return 'hypothetical'
    if (CONDITION.has(word.whole)) return 'hypothetical'
    if (word.whole === 'هل') return 'hypothetical'
    if (CASE.has(word.form.bareWhole) && !word.article && steps <= 2) return 'hypothetical'
    if (!imperfect || !governed || CONJUNCTIVE.has(word.whole)) continue
    if (steps <= 6 && MAYBE.has(word.whole)) return 'hypothetical'
    if (steps <= 6 && ASKED.has(word.whole)) return 'demanded'
    if (steps <= 4 && PREPARED.has(word.whole)) return 'planned'
    if (steps <= 3 && (FEARED.has(word.whole) || FEARED.has(word.form.bareWhole))) return 'hypothetical'
    if (steps <= 3 && PREVENTED.has(word.whole)) return 'denied'
  }
  return undefined
}

/** «إذا لم يعدل الاتفاق سننسحب»: what would follow from a condition told first. */
function isApodosis(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 25; i--) {
    const word = words[i]
    if (word === undefined || STOP.test(word.token.text) || /^:$/.test(word.token.text)) return false
    if (word.whole === 'اذا' || word.whole === 'لو') return !/^(?:عما|ما|حول)$/.test(words[i - 1]?.whole ?? '')
    // Another clause of saying or adding opens in between.
    if (/^(?:ان|انه|انها|بان|الذي|التي|لكن|بينما|فيما|حيث)$/.test(word.whole)) return false
  }
  return false
}

/** True where the sentence asks: a question mark ends the trigger's clause. */
export function isAsked(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length; i++) {
    const text = words[i]?.token.text ?? ''
    if (text === '؟' || text === '?') return true
    if (/^[.؛!:]$/.test(text)) return false
  }
  return false
}
