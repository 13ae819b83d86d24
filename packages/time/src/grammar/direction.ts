import type { Direction } from '../resolve/reading.js'
import { AHEAD_OF, CONTRASTS, CREDITS, cluesOf, DERIVED, FEMININE, isCredit, REPORTS, SAYS, SAYS_IT } from './clues.js'
import { numberAt } from './number.js'
import type { Reader } from './reader.js'
import { DERIVED_PERFECT, isFuture, isPerfectLike, SHE_DID, verbClass } from './tense.js'

const MAX_BACK = 30

/** «بعدما تحدث»: what follows has happened. */
const WHEN: ReadonlySet<string> = new Set(['بعدما', 'عندما', 'حينما', 'لما'])

const AHEAD: ReadonlySet<string> = new Set(
  'اذا واذا فاذا استعدادا للاستعداد الاستعداد استعداداته استعداداتها تحضيرا لاستقبال للتحضير تاهبا ترقبا اقتراب'.split(
    ' ',
  ),
)

/** Tokens between a date and the verb that it surely belongs to. */
const NEAR = 5

/** «كانت القمة قد عقدت في 29 آذار»: over, however near the next one is. */
const OVER: Direction = { way: 'past', told: true, over: true }
const PLANNED = /^(?:ال)?(?:مقرر|مزمع|مرتقب|منتظر|متوقع)(?:ه|ا)?$/
const WAS = /^[وف]?(?:كان|كانت|وكان|وكانت)$/
const ARRANGED =
  /^[يت](?:ؤدي|ودي|لتقي|واجه|خوض|ستضيف|نطلق|فتتح|ختتم|ستقبل|بدا|جتمع|زور|حل|ستانف|ستكمل|لعب|قام|عقد|صوت|توجه|غادر|ستهل)$/
const MAX_ARRANGED = 9
const SETS = /^[وف]?(?:حدد|حددت|حددوا|حددته|حددتها)$/
const SETS_A_DATE = /^(?:حدد|قرر|اعلن|دع|ارج|اجل|مدد|عين|امهل|طلب)/
const isOver = (r: Reader, j: number): boolean => /^[وف]?ل?قد$/.test(r.at(j - 1).key) && !SETS_A_DATE.test(r.at(j).key)

const TOLD: Direction = { way: 'past', told: true }

/**
 * Which way an open date points. Stated future (سـ، سوف، المقرر، على أن) looks ahead; a clause headed by an imperfect
 * verb looks to the nearest; else back, as news does.
 */
export function directionAt(
  r: Reader,
  from: number,
  to: number,
  bias: 'past' | 'future' | undefined,
  fragment: boolean,
): Direction {
  if (bias === 'future') return { way: 'future' }
  if (fragment) return { way: bias === 'past' ? 'past' : 'same' }
  // «منذ الثالث من يناير», «منذ يوم 23 فبراير»
  const since = r.is(from - 1, 'يوم') ? from - 2 : from - 1
  if (r.f(since) === 'since' && !r.at(from).line) return OVER
  if (isOfPairAhead(r, to)) return { way: 'future' }
  if (isDelivery(r, from) || (r.is(from - 1, 'بحلول') && !r.at(from).line)) return { way: 'future' }
  if (isTellingHead(r, from, to)) return TOLD
  // «يباع بدءا من شهر سبتمبر»
  if (r.f(from - 1) === 'from' && ONWARDS.test(r.at(from - 2).key) && !tellsBack(r, from - 2)) return { way: 'nearest' }
  let imperfect = false
  let told = false
  let verbal = false
  // «حسب التقارير، يكون جاهزا»: a comma stands between
  let parted = false
  // «قال إن الوفد يصل»: what is said stands between
  let reported = false
  for (let j = from - 1; j >= 0 && from - j < MAX_BACK && !r.breaks(j + 1); j--) {
    const token = r.at(j)
    if (token.kind !== 'word') {
      parted ||= j < from - 1 && r.isSign(j, '،,')
      const opened = startOfQuote(r, j)
      if (opened !== undefined) j = opened
      continue
    }
    // a relative clause with a verb of its own, not a future one, tells of the past
    if (['التي', 'الذي', 'الذين', 'والتي', 'والذي', 'حيث'].includes(token.key) && j + 1 < from) {
      const verb = r.at(j + 1).key
      return isFuture(r, j + 1) ? { way: 'future' } : /^[يت]/.test(verb) && !/ت$/.test(verb) ? { way: 'nearest' } : TOLD
    }
    // «عندما يلتقيان السبت»
    if (WHEN.has(token.key) && j + 1 < from && from - j < 12)
      return isFuture(r, j + 1) || (token.key !== 'بعدما' && verbClass(r.at(j + 1).key) === 'imperfect')
        ? { way: 'future' }
        : TOLD
    // «سيطلق في آب، لكن الإطلاق أتى»: another clause
    const clues = cluesOf(token.key)
    if ((clues & CONTRASTS) !== 0 && r.isDefinite(j + 1)) break
    // «حسبما ذكرته الشركة يوم الخميس», «بحسب بيان للوزارة الثلاثاء»: the day of the saying, whatever it tells of
    if (!parted && from - j <= MAX_CREDIT && ((clues & SAYS_IT) !== 0 || ((clues & CREDITS) !== 0 && isCredit(r, j))))
      return TOLD
    reported ||= (clues & REPORTS) !== 0
    // «لم يسجل» is a verb of the past in the form of the present
    if (NEGATED_PAST.has(token.key)) return TOLD
    // «إذا فاز في 7 آب», «استعدادا لنهائي السبت»
    if (AHEAD.has(token.key)) return { way: 'future' }
    // «ينتهي عقده في يونيو المقبل، وقال الجمعة»: the adjective of another date
    if ((clues & AHEAD_OF) !== 0 && isOfOther(r, j)) continue
    // «على غير المتوقع»
    if (token.key === 'المتوقع' && r.is(j - 1, 'غير')) continue
    if (EXPECTED.has(token.key)) return { way: 'future' }
    const verb = verbClass(token.key)
    // «كانت الجلسة مقررة الثلاثاء ثم ألغيت»: planned then, and over or not
    if (verb === 'future' && PLANNED.test(token.key) && [1, 2, 3].some((k) => WAS.test(r.at(j - k).key)))
      return { way: 'nearest' }
    if (verb === 'future' || (verb === 'first-person' && isFuture(r, j))) return { way: 'future' }
    // «وافق على عقد قمة»: a noun behind a preposition, spelled like the verb
    if (verb === 'perfect' && GOVERNING.has(r.at(j - 1).key) && !r.at(j).line) continue
    // «إذا ما فاز» wishes and fears
    // «حددت الحملة بين 17 و30 آب», «حدد 12 نوفمبر موعدا»: it lies ahead when it is set
    const isSet = SETS.test(token.key) && r.lexeme(from).weekday === undefined
    if (isSet && (r.isDigits(from) || r.f(from) === 'between') && !isOver(r, j)) return { way: 'nearest' }
    if (verb === 'perfect' && imperfect && reported && (clues & SAYS) !== 0) return { way: 'nearest' }
    if (verb === 'perfect')
      return AHEAD.has(r.at(j - 1).key) || AHEAD.has(r.at(j - 2).key)
        ? { way: 'future' }
        : from - j <= NEAR
          ? isOver(r, j)
            ? OVER
            : TOLD
          : told
            ? TOLD
            : { way: 'past', verbal: true }
    verbal ||= (clues & FEMININE) !== 0
    const isNearPerfect = from - j <= NEAR && (clues & (FEMININE | DERIVED)) !== 0
    // the nearest verb decides: «ستعود القوات التي انسحبت الخميس»
    if (isNearPerfect && !reported && isVerbOfPast(r, j)) return TOLD
    told ||= isNearPerfect
    if (verb === 'imperfect') {
      imperfect = true
      // «يؤدي الرئيس، السبت، اليمين»: what is arranged, at the head of the sentence
      const isDay = r.lexeme(from).weekday !== undefined || r.lexeme(from + 1).weekday !== undefined
      if (isDay && ARRANGED.test(token.key) && (j === 0 || r.breaks(j)) && from - j <= MAX_ARRANGED)
        return { way: 'future' }
      // «زار العاصمة أمس ويعود إليها في حزيران»: the verb that و joins on heads a clause of its own
      if (token.key.startsWith('و')) break
    }
    if (token.key === 'ان' && r.is(j - 1, 'علي')) return { way: 'future' }
  }
  if (imperfect) return { way: 'nearest' }
  // «الوكالة الخميس إن الطلب قوي»: whatever verb it was, it was one of saying
  if (OF_SAYING.test(r.at(to).key) && !r.at(to).line) return TOLD
  for (let j = to; j < r.length && j - to < 6 && !r.breaks(j); j++) {
    if (r.isSign(j, '،,') || RELATIVES.has(r.at(j).key)) break
    // after a preposition stands a name: «في سيلان»
    if (r.isWord(j) && isFuture(r, j) && !BEFORE_NAME.has(r.at(j - 1).key)) return { way: 'future' }
  }
  // «في سبتمبر تعهدت الشركة»: its verb stands behind it
  if (!told && r.isWord(to) && !r.at(to).line && (verbClass(r.at(to).key) === 'perfect' || SHE_DID.test(r.at(to).key)))
    return TOLD
  if (told) return TOLD
  // «تجديد العقوبات حتى منتصف يوليو»
  if (r.f(from - 1) === 'until' && !r.at(from).line && !isToldNext(r, to)) return { way: 'nearest' }
  return verbal || isToldNext(r, to) ? { way: 'past', verbal: true } : { way: 'past' }
}
const OF_SAYING = /^(?:ان|انه|انها|انهم|انهما)$/

/** Tokens between a day and the word that credits what is told. */
const MAX_CREDIT = 12

/** A word of a perfect's letters, with no article and no preposition before it that would make a noun of it, nor «إذا». */
const isVerbOfPast = (r: Reader, j: number): boolean =>
  (DERIVED_PERFECT.test(r.at(j).key) || /^(?![وف]?(?:ال|لل|ي|ت)).*ت$/.test(r.at(j).key)) &&
  !SETS_A_DATE.test(r.at(j).key) &&
  !GOVERNING.has(r.at(j - 1).key) &&
  !AHEAD.has(r.at(j - 1).key) &&
  !AHEAD.has(r.at(j - 2).key)

const ONWARDS = /^(?:بدءا|بداء|ابتداء|اعتبارا|انطلاقا)$/

/** A perfect stands not far before: «ارتفعت الأسعار اعتبارا من يناير». */
function tellsBack(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j <= NEAR && !r.breaks(j + 1); j--)
    if (r.isWord(j) && isPerfectLike(r.at(j).key)) return true
  return false
}

const HEAD_VERB = /^(?:كان|كانت|تم|تمت|قال|قالت|اعلن|اعلنت|اكد|اكدت|صار|اصبح|اصبحت|عاد|عادت|جاء|جاءت|بدا|بدات)$/

/** «، وبعد شهر كامل تمت الموافقة», «بعد شهرين أو ثلاثة كان الناس»: a clause of its own, and its perfect stands behind. */
function isTellingHead(r: Reader, from: number, to: number): boolean {
  const isHead = r.breaks(from) || r.isSign(from - 1, '،,') || ['و', 'ف'].includes(r.proclitic(from))
  if (!isHead || r.at(to).line) return false
  const other = r.is(to, 'او') ? numberAt(r, to + 1) : undefined
  const verb = other?.to ?? to
  return r.isWord(verb) && !r.at(verb).line && HEAD_VERB.test(r.at(verb).key)
}

/** «في أيار، أكد خبير», «أواخر حزيران، طلب القضاة»: a verb and its subject stand behind a comma. */
const isToldNext = (r: Reader, to: number): boolean =>
  r.isSign(to, '،,') &&
  r.isWord(to + 1) &&
  !r.at(to + 1).line &&
  (verbClass(r.at(to + 1).key) === 'perfect' || (!r.isDefinite(to + 1) && r.plain(to + 1) && r.isDefinite(to + 2)))

/** «سبتمبر أو أكتوبر المقبلين»: both lie ahead. */
function isOfPairAhead(r: Reader, to: number): boolean {
  if (!r.is(to, 'او') && !(r.lexeme(to).month !== undefined && r.proclitic(to) === 'و')) return false
  const at = r.is(to, 'او') ? to + 1 : to
  return r.lexeme(at).month !== undefined && /^المقبلين|^القادمين/.test(r.at(at + 1).key)
}

/** A month or a year stands before the adjective. */
function isOfOther(r: Reader, j: number): boolean {
  const { month, unit, ordinal } = r.lexeme(j - 1)
  const isSecondWord = ordinal !== undefined && r.lexeme(j - 2).monthHead !== undefined
  return month !== undefined || isSecondWord || unit?.unit === 'year' || unit?.unit === 'month'
}

/** Cues of what may come, which stand before it. */
const EXPECTED: ReadonlySet<string> = new Set('المرجح مرجح يرجح توقعات التوقعات بتوقعات احتمال احتمالات'.split(' '))

/** «"الهدوء سيقابل بالهدوء"، الأربعاء»: a quotation that has ended tells nothing of the day it was said on. */
function startOfQuote(r: Reader, j: number): number | undefined {
  const isClosing = r.isSign(j, '»”') || (r.isSign(j, '"') && r.touches(j) && !r.touches(j + 1))
  const isPointed = r.isSign(j, '"') && r.touches(j) && r.isSign(j + 1, '،,.') && r.touches(j + 1)
  if (!isClosing && !isPointed) return undefined
  for (let k = j - 1; k >= 0 && j - k < 60; k--)
    if (r.isSign(k, '«“') || (r.isSign(k, '"') && r.touches(k + 1))) return k
  return undefined
}

const GOVERNING: ReadonlySet<string> = new Set(['علي', 'الي', 'في', 'عن', 'خلال', 'بعد', 'قبل', 'اثر'])

const RELATIVES: ReadonlySet<string> = new Set(['ما', 'حيث', 'مما', 'الذي', 'التي', 'الذين'])

const BEFORE_NAME: ReadonlySet<string> = new Set('في من الي علي عن مع بين مدينه بلده'.split(' '))

const DELIVERY = /^(?:و|ب|ل)?(?:ال)?(?:تسليم|للتسليم|استحقاق|تستحق|يستحق)$/

/** «خام برنت تسليم أغسطس»: what is sold now and handed over then. */
const isDelivery = (r: Reader, from: number): boolean =>
  !r.at(from).line &&
  (DELIVERY.test(r.at(from - 1).key) ||
    (DELIVERY.test(r.at(from - 2).key) && (r.f(from - 1) === 'in' || r.f(from - 1) === 'monthword')))

const NEGATED_PAST: ReadonlySet<string> = new Set(['لم', 'ولم', 'فلم'])
