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

/** Perfects of the stem in ت, which look like an imperfect. */
const PERFECTS_IN_T: ReadonlySet<string> = new Set(
  'تحدث تعرض تمكن تلقي توصل توفي تسلم تولي تسبب تعهد تظاهر تطرق توجه تزوج تعادل تغلب تاهل توج تحطم تاسس تراس'.split(
    ' ',
  ),
)

/** Perfects of the stems that begin with an alef, by their letters: انتخب، استقبلت، انفجر; their nouns have an alef more. */
export const DERIVED_PERFECT = /^[وف]?(?:ا.ت[^ا]{2}|ان(?!قره)[^ا]{3}|است[^ا]{3})(?:ت|وا)?$/

export const isPerfectLike = (key: string): boolean =>
  verbClass(key) === 'perfect' || SHE_DID.test(key) || DERIVED_PERFECT.test(key)

/** Feminine perfects, with their object: رصدتها، هبطت. */
export const SHE_DID = /^[وف]?(?!.*ات)[^يتسملبك]..?.?ت(?:ها|ه|هم)?$/

type VerbClass = 'future' | 'first-person' | 'perfect' | 'imperfect' | 'none'

export const CLASS_LIMIT = 60_000
const classes = new Map<string, VerbClass>()

/** What a word's letters say of its tense; each distinct word is looked at once. */
export function verbClass(key: string): VerbClass {
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

export function isFuture(r: Reader, j: number): boolean {
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
