import type { Direction } from '../resolve/reading.js'
import { numberAt } from './number.js'
import type { Reader } from './reader.js'

/** Nouns that begin like a verb with the future س: stems that take endings, and whole words. */
const NOT_FUTURE =
  /^س(?:يستم|يلهيت|يار|ياس|ياد|ياح|ياق|ياج|ينا|يطر|يول|ينم|يدن|يرج|تار|تين|تون|توك|تاد|تراتيج|تيف|توديو|نوات|نوي|نغاف|نجار|نين|نتيم|نتريك|ندات|نابل|ندر|نتان|يرغي|يرجي|يباست|يميون|يلفي|يريز|يمنز|يمون|يرين|يزار|يلين|يبتمبر|يدني|يلفر|يناتور|ينغ|ينيغ|ينود|تاند|توري|تراسب|تالين|تالون|تراوس|تروس|ترون|تارت|تيوار|تيرلين|تويش|يبراس|يبيري|يشل|يليكون|يرفس|نوب|نودن|نايبر|نغافور|ناب|تريت|تريب|تريو|تريك|ترلين|تيرلن|يرخي|نترال|تهام|تامفورد|تيشن|ياتل|يراليون|يراكوس|تولتن|تولكر|يالس|يالكوت|ينسينا|تورمي|تورار|يسكو|يسكا|ينجر|تانلي|تانفورد|تانيسل|تاثاك|تابلف|تراديف|ترازبور|ترزود|ترود|يوريان|يوارد|نحان|ييرا|يلوب|يلوف|يلتي|يمفون|يمار|يهوف|يهات|يشنز|يتيز|يتشين|يتينك|يغيف|يغما|يغال|نشاين|يبول|يبويه|يفساء|يفرون|يدرز|يدكان|نتمتر|تالايت|تيرجيس|يجنال|يجار|يزوستر|يرفاي|يرليف|يرلانك|يريمافو|يستوسو|نغال)|^س(?:يلته|يلتا|يرك|يرته|يرتها|يرتهم|يرها|ناء|نان|نحت|ياف|ندي|نتي|نها|نته|نتها|ننه|ندان|ندا|يفه|يطا|يوف|يدهم|يدان|يدو|يمي|يمول|يسيه|يسك|يشن|يان|ياني|يران|يريا|يرغ|يفا|ور|تان|تانا|تيل|تيت|تور|تاغ|تاف|تودي|يد|يده|يدي|يدات|يادي|يره|يرا|يرت|يما|يتي|يال|يل|يف|يب|يك|ير|ين|يم|يلا|يلفا|ته|تره|تفن|نه|ند|نتر|نتا|نتات|نتين|نيه|ترات|تران)$/

const FUTURE_WORDS = new Set([
  'سوف',
  'المقرر',
  'المقرره',
  'المزمعه',
  'المرتقبه',
  'المنتظره',
  'المزمع',
  'المرتقب',
  'المنتظر',
  'المتوقع',
  'يعتزم',
  'تعتزم',
  'المقبل',
  'المقبله',
  'القادم',
  'القادمه',
  'ينوي',
  'تنوي',
  'لن',
  'يتوقع',
  'ينتظر',
  'مزمع',
  'مرتقب',
  'مقرر',
  'مقرره',
])

/** Imperfect verbs that head a report of the past. */
const REPORTING = new Set([
  'يذكر',
  'يشار',
  'ياتي',
  'تاتي',
  'يعتبر',
  'تعتبر',
  'تجدر',
  'يعد',
  'تعد',
  'يقول',
  'تقول',
  'يوم',
  'يومي',
  'يناير',
  'يونيو',
  'يوليو',
  'تشرين',
  'تموز',
  'تم',
  'يد',
  'تل',
  'تحت',
  'تركيا',
  'تونس',
  'يبلغ',
  'تبلغ',
  'يقال',
  'تلك',
  'تقرير',
  'يحيي',
  'تحرير',
  'تنظيم',
  'تصريحات',
  'تصريح',
  'توقيت',
  'تعز',
  'تقريبا',
  'تجاه',
  'تعيين',
  'توقيع',
  'تفجير',
  'تحقيق',
  'تبادل',
  'تقدم',
  'يوسف',
  'يمني',
  'تاريخ',
  'تاكيد',
  'تعزيز',
  'تشكيل',
  'تدمير',
  'تطورات',
  'تعليق',
  'تعاون',
  'تراجع',
  'تدريب',
  'تجربه',
  'تقنيه',
  'توفي',
  'توفيت',
  'تعرض',
  'تعرضت',
  'تمكن',
  'تمكنت',
  'تلقي',
  'تلقت',
  'تحدث',
  'تحدثت',
  'توصل',
  'توصلت',
  'توقف',
  'توقفت',
  'تسلم',
  'تسلمت',
  'تولي',
  'تواصل',
  'تصاعد',
  'تسبب',
  'تسببت',
  'تابع',
  'تابعت',
  'تناول',
  'ترك',
  'ترأس',
  'تراس',
  'تعهد',
  'تظاهر',
  'تجمع',
  'تحول',
  'تطرق',
  'تعهدت',
  'تزامن',
  'تزامنا',
  'تزوج',
  'توجه',
  'توجهت',
  'تحطمت',
  'تحطم',
  'تاسس',
  'تاسست',
  'تصدر',
  'تلا',
  'يمين',
  'يسار',
  'ينبع',
  'يونيه',
  'يوما',
])

/** Nouns and names in ت that look like an imperfect; those of the pattern تفعيل are told by it. */
const NOT_IMPERFECT: ReadonlySet<string> = new Set(
  (
    'ترامب ترمب تويتر تشيلسي تشلسي تركي تايمز تبوك توتنهام تيريزا تونسي تلفزيون تجاري تريليون توتال تسيبراس تاجير توماس ' +
    'تيار تشاد تشيلي تميم تيسير توفيق تعالي تكساس تماما تمام تبعا تراجعا تقدما تاريخي تاريخها تاريخهم تقارير تفاصيل ' +
    'تكاليف تجارب تدابير تعاليم تراخيص تراث تحالف تداول تزايد تفاهم تفاقم تنامي تجاهل تقاطع تفادي تقارب تعافي تعاقد ' +
    'توافر تواجد تسارع تضامن تطور تغير تاخر تردد تحسن تحرك تدفق تورط تسلل تعثر تصرف توتر تدهور تدني تضخم تسريبات ' +
    'تفاعل تعامل تامل تكرار تمساح تجنب تقلص تعلم'
  ).split(' '),
)
const MASDAR = /^ت..ي.(?:ا|ها|ه|هم|هما)?$/

const MAX_BACK = 30

/** «بعدما تحدث»: what follows has happened. */
const WHEN: ReadonlySet<string> = new Set(['بعدما', 'عندما', 'حينما', 'لما'])

/** Perfects of the stem in ت, which look like an imperfect. */
const PERFECTS_IN_T: ReadonlySet<string> = new Set(
  'تحدث تعرض تمكن تلقي توصل توفي تسلم تولي تسبب تعهد تظاهر تطرق توجه تزوج تعادل تغلب تاهل توج تحطم تاسس تراس'.split(
    ' ',
  ),
)

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

/** Perfects of the stems that begin with an alef, by their letters: انتخب، استقبلت، انفجر; their nouns have an alef more. */
const DERIVED_PERFECT = /^[وف]?(?:ا.ت[^ا]{2}|ان(?!قره)[^ا]{3}|است[^ا]{3})(?:ت|وا)?$/

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
const OF_SAYING = /^(?:ان|انه|انها|انهم|انهما)$/

/** Tokens between a day and the word that credits what is told. */
const MAX_CREDIT = 12

/** «بحسب», «نقلا عن», «كما أعلن»: whoever said it had said it; «وفق الجدول» tells what is planned. */
function isCredit(r: Reader, j: number): boolean {
  const { key } = r.at(j)
  const next = r.at(j + 1).key
  if (/كما$/.test(key)) return SAID.test(next)
  return /وفقا?$/.test(key) ? TELLERS.test(next) : !SCHEDULES.test(next)
}

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

const isPerfectLike = (key: string): boolean =>
  verbClass(key) === 'perfect' || SHE_DID.test(key) || DERIVED_PERFECT.test(key)

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

/** Feminine perfects, with their object: رصدتها، هبطت. */
const SHE_DID = /^[وف]?(?!.*ات)[^يتسملبك]..?.?ت(?:ها|ه|هم)?$/

/** «سبتمبر أو أكتوبر المقبلين»: both lie ahead. */
function isOfPairAhead(r: Reader, to: number): boolean {
  if (!r.is(to, 'او') && !(r.lexeme(to).month !== undefined && r.proclitic(to) === 'و')) return false
  const at = r.is(to, 'او') ? to + 1 : to
  return r.lexeme(at).month !== undefined && /^المقبلين|^القادمين/.test(r.at(at + 1).key)
}

const COMING = /^(?:المقبل|القادم)ه?$/

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
const BUT = /^و?لكن(?:ه|ها|هم)?$/

const BEFORE_NAME: ReadonlySet<string> = new Set('في من الي علي عن مع بين مدينه بلده'.split(' '))

const DELIVERY = /^(?:و|ب|ل)?(?:ال)?(?:تسليم|للتسليم|استحقاق|تستحق|يستحق)$/

/** «خام برنت تسليم أغسطس»: what is sold now and handed over then. */
const isDelivery = (r: Reader, from: number): boolean =>
  !r.at(from).line &&
  (DELIVERY.test(r.at(from - 1).key) ||
    (DELIVERY.test(r.at(from - 2).key) && (r.f(from - 1) === 'in' || r.f(from - 1) === 'monthword')))

const NEGATED_PAST: ReadonlySet<string> = new Set(['لم', 'ولم', 'فلم'])

// What a word's letters say to the search for the verb that governs a day, a bit each.
const SAYS = 1
const SAYS_IT = 1 << 1
const CREDITS = 1 << 2
const REPORTS = 1 << 3
const FEMININE = 1 << 4
const DERIVED = 1 << 5
const CONTRASTS = 1 << 6
const AHEAD_OF = 1 << 7

const cluesMet = new Map<string, number>()

/** The bits of a word; each distinct word is looked at once. */
function cluesOf(key: string): number {
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

type VerbClass = 'future' | 'first-person' | 'perfect' | 'imperfect' | 'none'

const CLASS_LIMIT = 60_000
const classes = new Map<string, VerbClass>()

/** What a word's letters say of its tense; each distinct word is looked at once. */
function verbClass(key: string): VerbClass {
  const known = classes.get(key)
  if (known !== undefined) return known
  const stem = /^[وف]س/.test(key) ? key.slice(1) : key
  let found: VerbClass = 'none'
  if (FUTURE_WORDS.has(key) || (stem.length >= 4 && /^س[يتن]/.test(stem) && !NOT_FUTURE.test(stem))) found = 'future'
  else if (stem.length >= 4 && stem.startsWith('سا')) found = 'first-person'
  else if (isPerfect(key) || PERFECTS_IN_T.has(key.replace(/^[وف]/, '').replace(/(?:وا|ا)$/, ''))) found = 'perfect'
  else if (isImperfect(key)) found = 'imperfect'
  if (classes.size >= CLASS_LIMIT) classes.clear()
  classes.set(key, found)
  return found
}

function isFuture(r: Reader, j: number): boolean {
  const { key, start } = r.at(j)
  if (FUTURE_WORDS.has(key)) return true
  const stem = /^[وف]س/.test(key) ? key.slice(1) : key
  if (stem.length < 4) return false
  if (/^سا/.test(stem)) return r.text.startsWith('سأ', start)
  return /^س[يتن]/.test(stem) && !NOT_FUTURE.test(stem)
}

const PERFECT = new Set([
  'قال',
  'قالت',
  'اعلن',
  'اعلنت',
  'كان',
  'كانت',
  'اكد',
  'اكدت',
  'قتل',
  'قتلت',
  'وقع',
  'وقعت',
  'لقي',
  'اصيب',
  'شهد',
  'شهدت',
  'جري',
  'جرت',
  'عقد',
  'عقدت',
  'وصل',
  'وصلت',
  'زار',
  'التقي',
  'افاد',
  'افادت',
  'اضاف',
  'ذكر',
  'ذكرت',
  'بدا',
  'بدات',
  'انطلق',
  'انطلقت',
  'استقبل',
  'اصدر',
  'اصدرت',
  'اوضح',
  'كشف',
  'كشفت',
  'نفذ',
  'نفذت',
  'تم',
  'صدر',
  'شن',
  'شنت',
  'توفي',
  'فاز',
  'اجري',
  'ادي',
  'ادت',
])

/** Perfect verbs that news is told in, and any feminine perfect of the derived stems: تلقت، تمكنت. */
const isPerfect = (key: string): boolean =>
  /^(?:و|ف)?ت.{2,5}ت$/.test(key) ||
  PERFECT.has(key) ||
  (/^[وف]/.test(key) && PERFECT.has(key.slice(1)) && key !== 'وقع')

/** Their last root letter is a ت. */
const IMPERFECTS_IN_T = /^[يت](?:صوت|ثبت|موت|لتفت|بيت|فوت|نصت|نبت|سكت|فتت)$/

function isImperfect(key: string): boolean {
  const stem = key.startsWith('و') || key.startsWith('ف') ? key.slice(1) : key
  if (stem.length < 4 || stem.length > 8 || REPORTING.has(stem)) return false
  if (IMPERFECTS_IN_T.test(stem)) return true
  if (NOT_IMPERFECT.has(stem) || MASDAR.test(stem)) return false
  return /^[يت]/.test(stem) && !/(?:ه|ات|ين|يا|يه|ت)$/.test(stem)
}
