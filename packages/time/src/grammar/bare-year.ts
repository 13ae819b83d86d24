import { boundBefore } from './bounds.js'
import type { Reader } from './reader.js'

/** «مونديال المكسيك 1986،»: a year by its looks, after a word and before a sign or a word that cannot be counted. */
function isBareYear(r: Reader, i: number, to: number): boolean {
  const figure = r.at(i).key
  if (!r.isDigits(i) || to !== i + 1 || figure.length !== 4 || !isLikelyYear(r, i)) return false
  if (isChronicled(r, i)) return true
  if (i === 0) return false
  const before = r.at(i - 1)
  // (1983)
  if (r.isSign(i - 1, '([') && r.isSign(i + 1, ')]')) return !(before.line || r.isDigits(i - 2))
  // «هجمات المدينة (2015، التي»
  if (r.isSign(i - 1, '(') && r.isSign(i + 1, '،') && r.touches(i) && r.at(i + 2).word.article) return true
  // «ألقاب أعوام: 1991 و2002», «الناشر: 2017 ،»
  if (r.isSign(i - 1, ':') && (YEARS.test(r.at(i - 2).key) || /ناشر$/.test(r.at(i - 2).key)))
    return !isCountedNoun(r, to)
  // «2005 و2006 و2007»: a list goes on as it began
  const isFree = isUncounted(r, to)
  const isListed = (r.is(i - 1, 'و') || r.isSign(i - 1, '،,')) && !r.at(i).line
  if (isListed && isYearBefore(r, i - 1, r.is(i - 1, 'و') && isFree ? FAR : NEAR))
    return !isCountedNoun(r, to) && !r.isSign(to, '%٪')
  // «(2010 و2013)», «أعوام 1966 و1968», «قانون 2004»
  const isFirst = r.isSign(i - 1, '(') && r.is(to, 'و') && r.isDigits(to + 1) && r.at(to + 1).key.length === 4
  if (isFirst) return true
  if (before.kind === 'word' && !r.at(i).line && YEARS.test(before.key) && !isCountedNoun(r, to)) return true
  // «كارثة مارس .2011»: the point slipped before the year
  const isSlipped = r.isSign(i - 1, '.،') && r.touches(i) && !r.touches(i - 1)
  if (isSlipped && (r.lexeme(i - 2).month !== undefined || r.lexeme(i - 2).unit?.unit === 'year')) return true
  // «كوبا أميركا» 2015
  if (r.isSign(i - 1, '»"”)') && !r.at(i).line && r.touches(i - 1)) return isFree && !r.isSign(to, '-–')
  const isAttached = ['ب', 'ل'].includes(before.key)
  const isOfContest = CONTESTS.has(before.key.replace(/^[وفبلك]?(?:ال|لل)?/, ''))
  if (before.kind !== 'word' || r.at(i).line || (!r.at(i).gap && !isAttached && !isOfContest)) return false
  if (
    [
      'رقم',
      'الرقم',
      'للرقم',
      'بالرقم',
      'الي',
      'بلغ',
      'بلغت',
      'نحو',
      'حوالي',
      'من',
      'علي',
      'قرابه',
      'زهاء',
      'و',
      'هاتف',
      'بين',
      'عند',
    ].includes(before.key)
  )
    return false
  // «بزيادة 11% عن 2014»: what it is compared with; «يزيد عن 2014» has a bound
  if (before.key === 'عن') return boundBefore(r, i) === undefined && isFree
  if (before.word.lexeme.card || before.word.lexeme.unit || /[a-z]$/.test(before.key)) return false
  // «العام الماضي 2017»
  if (before.word.lexeme.turn !== undefined && before.word.article) return true
  const next = r.at(i + 1)
  // «أولمبياد ريو 2016», «كأس العالم 2018»: the name of a contest ends in its year
  for (let j = i - 1; j >= i - 5 && j >= 0 && !r.at(j + 1).line; j--)
    if (CONTESTS.has(r.stem(j)) || CONTESTS.has(r.at(j).key.replace(/^[وفبلك]?(?:ال|لل)?/, '')))
      return !isManyAfter(r, to)
  if (next.line || i + 1 >= r.length) return true
  if (next.kind === 'sign') return !'%٪/$€-–'.includes(next.key)
  return (
    next.kind === 'word' &&
    (next.word.proclitic !== '' ||
      (next.word.article && before.word.article) ||
      VERBAL.test(next.key) ||
      next.word.lexeme.f !== undefined ||
      JOINED.test(next.key) ||
      AFTER_YEAR.has(next.key)) &&
    (next.word.lexeme.noun === undefined || next.word.proclitic !== '')
  )
}

const YEARS =
  /^[وفبل]?(?:ال|لل)?(?:ملصق|اسواق|باكالوريا|بكالوريا|عائدات|عايدات|ايرادات|ارباح|نتائج|نتايج|بطل|بطله|وصيف|اعوام|سنوات|عامي|عاما|عامين|نسختي|دورات|نسخ|مواليد|موديل|قانون|اتفاقيه|نهائيات|قسط|قسطي|ميزانيه|موازنه)$/

const VERBAL =
  /^(?:نجح|حقق|شهد|سجل|حصل|انطلق|اصبح|شارك|تاهل|خسر|احتل|توج|بلغ|جاء|ظل|ي[^مهوا][^ه]+|س[يتن].{2,}|ايضا|اقل|اكثر|قادما|بهدف|تثبت|فاز|كان|.{2,}[^ا]ت)$/

/** Nouns of no table with a particle: «2014 بنتيجة كبيرة», «2018 للمصور». */
const JOINED =
  /^(?:و.{3}|لل|بال|كال|ب(?:نتيجه|شكل|صفه|ركلات|مشاركه|رياسه|رئاسه|حضور|قياده|مناسبه|نسبه|مبلغ|قيمه|واقع|فضل|زياده|هزيمه|فوز|مدينه|مدارس|عنوان|تنظيم|استضافه|اشراف|دعم|حجم|تكلفه))/

const NEAR = 3
const FAR = 6

/** A year was printed not far before, in one clause: «كأس العالم 2018 في روسيا و2022 في قطر». */
function isYearBefore(r: Reader, i: number, reach: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < reach && !r.breaks(j + 1); j--)
    if (r.isDigits(j)) return r.at(j).key.length === 4 && /^(?:19|20[0-6])/.test(r.at(j).key)
  return false
}

/** Nothing that 2015 of could be counted stands there: a sign, a particle, a verb, a word with the article. */
function isUncounted(r: Reader, i: number): boolean {
  const { kind, line, key, word } = r.at(i)
  if (i >= r.length || line) return true
  if (kind === 'sign') return !'%٪/$€'.includes(key)
  if (kind !== 'word' || word.lexeme.noun || word.lexeme.unit || word.lexeme.measure || word.lexeme.currency)
    return false
  return (
    word.article ||
    word.proclitic !== '' ||
    (word.lexeme.f !== undefined && word.lexeme.f !== 'from') ||
    AFTER_YEAR.has(key) ||
    JOINED.test(key) ||
    VERBAL.test(key)
  )
}

function isCountedNoun(r: Reader, i: number): boolean {
  const { noun, unit, measure, currency, card } = r.lexeme(i)
  const { line, word } = r.at(i)
  if (line || word.article || word.proclitic !== '') return false
  return [noun, unit, measure, currency, card].some((known) => known !== undefined)
}

/** «زار المعرض 2000 شخص», «شارك في البطولة 2010 لاعبين»: so many visitors; «مونديال 2018 يوم السبت», «كأس 1986 مواطنه» count none. */
function isManyAfter(r: Reader, i: number): boolean {
  if (!r.isWord(i) || r.at(i).line || !r.plain(i) || r.at(i).word.article) return false
  const { noun, measure, currency, card } = r.lexeme(i)
  if (noun !== undefined) return r.text.charAt(r.at(i).end - 1) !== 'ه'
  return [measure, currency, card].some((known) => known !== undefined) || /^[^بلوك].{2,}(?:ين|ات)$/.test(r.at(i).key)
}

/** 1900 to 2035, and a plan's 2050 after its name. */
function isLikelyYear(r: Reader, i: number): boolean {
  const figure = r.at(i).key
  if (figure >= '1900' && figure <= '2035') return true
  return /^20[3-7]0$/.test(figure) && (r.at(i - 1).word.article || isYearBefore(r, i - 1, NEAR))
}

/** «1956 - …», «1956: …»: the head of an entry of a chronicle. */
function isChronicled(r: Reader, i: number): boolean {
  const isDashed = r.isSign(i - 1, '-–—') && r.breaks(i - 1) && r.isSign(i + 1, ':')
  const isFirst = r.isSign(i - 1, ':') && r.isSign(i + 1, '-–—') && r.at(i + 1).gap
  if (!isDashed && !isFirst && !r.breaks(i) && !r.isSign(i - 1, '*•·●')) return false
  return r.isSign(i + 1, ':') || (r.isSign(i + 1, '-–—') && r.at(i + 2).gap && !r.isDigits(i + 2))
}

const AFTER_YEAR = new Set([
  'بسبب',
  'بعد',
  'قبل',
  'خلال',
  'تحت',
  'عبر',
  'علي',
  'التي',
  'الذي',
  'ان',
  'عندما',
  'ضد',
  'مع',
  'لكن',
  'حيث',
  'بينما',
  'حين',
  'كما',
  'امام',
  'مثلما',
  'ضمن',
  'حول',
  'وسط',
  'ليس',
  'منذ',
  'اذ',
  'لان',
  'كي',
])

const CONTESTS = new Set([
  'ابطال',
  'بطل',
  'كارثه',
  'ازمه',
  'زلزال',
  'اعصار',
  'نكسه',
  'نكبه',
  'هزيمه',
  'عدوان',
  'قانون',
  'ميزانيه',
  'موازنه',
  'نسخه',
  'موسم',
  'طبعه',
  'اولمبياد',
  'مونديال',
  'نهائيات',
  'نهايات',
  'منتدي',
  'ملتقي',
  'مناورات',
  'تدريبات',
  'رالي',
  'كوبا',
  'كاس',
  'بطوله',
  'دوره',
  'تصفيات',
  'رءيه',
  'رويه',
  'اكسبو',
  'خطه',
  'معرض',
  'مهرجان',
  'قمه',
  'مونديال',
  'حرب',
  'ثوره',
  'اتفاق',
  'دستور',
  'انتخابات',
  'عيد',
])

const COMPARATIVES: ReadonlySet<string> = new Set(['اكثر', 'اقل', 'ازيد', 'اعلي', 'ادني', 'اكبر', 'اصغر'])

const BEFORE_YEAR = new Set([
  'في',
  'منذ',
  'حتي',
  'بحلول',
  'لعام',
  'نهايه',
  'مطلع',
  'بدايه',
  'خلال',
  'من',
  'بعد',
  'قبل',
  'الي',
  'بين',
  'صيف',
  'انتخابات',
  'دستور',
  'حرب',
  'ثوره',
  'مونديال',
  'اولمبياد',
  'موسم',
  'ربيع',
])

const REACHES = /^[وفل]?[يت]?(?:صل|وصل|رتفع|ارتفع|رتفعت|زداد|زيد|تجاوز|نخفض|انخفض|تراجع)(?:ت|وا)?$/

const isReached = (r: Reader, i: number): boolean =>
  REACHES.test(r.at(i).key) || (REACHES.test(r.at(i - 1).key) && !r.breaks(i))

/** A preposition before a bare year or a month that is also a word. */
export function isIntroduced(r: Reader, i: number, to: number): boolean {
  const before = r.at(i - 1)
  // «أكثر من 2000 بلاغ» compares a count
  if (r.isDigits(i) && before.key === 'من' && COMPARATIVES.has(r.at(i - 2).key)) return false
  // «تصل إلى 2000 سيارة»: so many
  if (r.isDigits(i) && before.key === 'الي' && isReached(r, i - 2) && r.isWord(to)) return false
  if (isBareYear(r, i, to)) return true
  if (i === 0 || r.at(i).line) return false
  if (r.at(i).word.proclitic === 'ل' || r.at(i).word.proclitic === 'ب') return r.isWord(i)
  if (before.kind === 'sign') return false
  const isYear = r.isDigits(i)
  if (!BEFORE_YEAR.has(before.key) && !BEFORE_YEAR.has(before.word.stem)) return false
  if (!isYear) return before.key !== 'من' && before.key !== 'بين'
  const year = Number(r.at(i).key)
  if (year < 1800 || year > 2100) return false
  const next = r.at(to)
  if (next.line || next.kind === 'sign') return true
  // «في 2000 قرية» counts villages; after a year the sentence goes on with a particle, a verb or a definite noun
  const { proclitic, article, lexeme } = next.word
  if (next.kind !== 'word') return false
  const isBare = !article && proclitic === ''
  if (isBare && (lexeme.unit || lexeme.measure || lexeme.currency || lexeme.noun || lexeme.card)) return false
  return (
    proclitic !== '' ||
    article ||
    year >= 1900 ||
    (before.key === 'في' && lexeme.f !== undefined && lexeme.f !== 'from')
  )
}
