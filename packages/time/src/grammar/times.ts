import {
  CALENDAR,
  CARD,
  DIGITS,
  EDGE,
  IN,
  LATIN,
  MONTH,
  NUMBER,
  ORDINAL,
  PART,
  PARTICLE,
  SIDE,
  THIS,
  TO,
  UNIT,
} from '../lex/starts.js'
import { resolveMoment } from '../resolve/moment.js'
import { periodAround } from '../resolve/period.js'
import { boundBefore } from './bounds.js'
import { clockInWords, isHurt, partAt } from './clock.js'
import { type DateParts, dateAt } from './date.js'
import { isInName, isWeakAlone } from './names.js'
import { NOWADAYS, nowadaysAt, orNowadays } from './nowadays.js'
import { afterAnd, fractionAfter } from './number.js'
import { isAge, type OrdinalMatch, ordinalAt } from './ordinal.js'
import { mayBegin, pointAt } from './point.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'

/** Dates, weekdays, clock times and named periods that stand by themselves. */
const point: Rule = {
  id: 'time.point',
  asked: 'first',
  starts: DIGITS | NUMBER | CALENDAR | LATIN | SIDE | IN | THIS | PARTICLE,
  opens: ({ r }, i) => mayBegin(r, i),
  find(scan, i) {
    const { r } = scan
    const found = pointAt(r, i)
    if (found === undefined) return undefined
    if (found.weak && !isInName(r, i) && !scan.isFragment(i, found.to) && !isIntroduced(r, i, found.to))
      return undefined
    // «مدركون اليوم أكثر من أمس»
    const isCompared = found.rule === 'day.relative' && r.is(i - 1, 'من') && r.is(i - 2, 'اكثر') && !r.at(i).line
    const isName = isCompared || isWeakAlone(r, found)
    const isToday = found.rule === 'day.relative' && found.parts?.day === 0
    const age = isToday ? nowadaysAt(r, i) : undefined
    const item = scan.temporal(
      i,
      found.to,
      found.rule,
      (ctx) => (age === 'age' ? NOWADAYS : age === 'either' ? orNowadays(found.resolve(ctx)) : found.resolve(ctx)),
      2,
    )
    return isName ? item.silenced() : item
  },
}

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

/** «في التاسع والعاشر من يونيو» */
function rankedDay(scan: Scan, i: number, rank: OrdinalMatch): Found | undefined {
  const { r } = scan
  const second = rank.article && !rank.digits && !r.stem(i).endsWith('ه') ? afterAnd(r, rank.to) : undefined
  if (second === undefined || r.at(second).line) return undefined
  const parts = dateAt(r, second)?.parts
  if (parts?.day === undefined || parts.month === undefined || rank.value >= parts.day) return undefined
  const date = { ...parts, day: rank.value }
  return scan.temporal(i, rank.to, 'date.shared-month', (ctx) => resolveMoment({ date }, ctx), 2)
}

const MAX_DAYS_LISTED = 8

/** «5 و6 و7 ديسمبر»: the date at the end of the list, whose days rise. */
function lastOfDays(r: Reader, i: number): DateParts | undefined {
  let day = Number(r.at(i).key)
  let j = i + 1
  for (let count = 1; count < MAX_DAYS_LISTED; count++) {
    const next = afterAnd(r, j) ?? (r.isSign(j, '،,') && r.at(j + 1).gap ? j + 1 : undefined)
    if (next === undefined || !r.isDigits(next) || r.at(next).line) return undefined
    const parts = dateAt(r, next)?.parts
    const later = parts?.day ?? Number(r.at(next).key)
    if (day < 1 || later <= day || later > 31) return undefined
    if (parts?.day !== undefined && parts.month !== undefined) return parts
    day = later
    j = next + 1
  }
  return undefined
}

/** «24 و25 آذار»: the first day shares the month of the second. */
const sharedMonth: Rule = {
  id: 'date.shared-month',
  starts: DIGITS | ORDINAL,
  needs: () => MONTH | UNIT | TO,
  opens: ({ r }, i, mask) =>
    (mask & ORDINAL) !== 0
      ? r.hasArticle(i)
      : (r.mask(i + 2) & DIGITS) !== 0 && (r.is(i + 1, 'و') || r.isSign(i + 1, '،,')),
  find(scan, i) {
    const { r } = scan
    const rank = r.isDigits(i) ? undefined : ordinalAt(r, i)
    if (rank !== undefined) return rankedDay(scan, i, rank)
    if (!r.isDigits(i) || r.at(i).key.length > 2 || (r.touches(i) && r.isSign(i - 1, '.,:/-–%'))) return undefined
    const parts = lastOfDays(r, i)
    if (parts === undefined) return undefined
    const day = Number(r.at(i).key)
    return scan.temporal(i, i + 1, 'date.shared-month', (ctx) => resolveMoment({ date: { ...parts, day } }, ctx), 2)
  },
}

/** صباحا، في المساء، بعد الظهر by themselves: a part of some day. */
const part: Rule = {
  id: 'time.part',
  starts: PART | SIDE | IN,
  needs: (mask) => ((mask & PART) === 0 ? PART | EDGE : 0),
  opens: ({ r }, i, mask) => (mask & PART) !== 0 || (r.mask(i + 1) & (PART | EDGE)) !== 0,
  find(scan, i) {
    const { r } = scan
    const found = partAt(r, i)
    if (found === undefined || !found.adverb) return undefined
    const { lexeme, article, proclitic, stem } = r.at(i).word
    const fragment = scan.isFragment(i, found.to)
    if (proclitic !== '' && !fragment) return undefined
    // «صلاة الظهر», «العصر الحديث», «المغرب» the country: a noun with the article needs a preposition of time
    if (lexeme.part !== undefined && article && !fragment) {
      if (!['صباح', 'مساء', 'ليل', 'فجر', 'ظهر', 'ظهيره'].includes(stem) || isHurt(r, i - 1)) return undefined
      if (r.at(i).line || !['في', 'خلال', 'حتي', 'عند', 'منذ', 'ساعات', 'طوال'].includes(r.at(i - 1).key))
        return undefined
    }
    if (r.f(i) === 'in' && !fragment && !['صباح', 'مساء', 'ليل', 'فجر', 'ظهر', 'ظهيره'].includes(r.stem(i + 1)))
      return undefined
    const more = { daypart: found.name }
    const certainty = scan.isFragment(i, found.to) ? 'exact' : 'unanchored'
    return scan.temporal(i, found.to, 'day.part', {
      kind: 'time',
      value: `T${found.code}`,
      grain: 'daypart',
      certainty,
      more,
    })
  },
}

/** الظهر، وقت الظهيرة، منتصف النهار are twelve o'clock; منتصف الصباح is ten. */
const noon: Rule = {
  id: 'clock.noon',
  starts: PART | EDGE,
  needs: (mask) => ((mask & PART) === 0 ? PART : 0),
  opens: ({ r }, i, mask) => (mask & PART) === 0 || r.hasArticle(i),
  find(scan, i) {
    const { r } = scan
    let j = i
    const isTime = r.is(j, 'وقت')
    if (isTime) j++
    const isMiddle = r.lexeme(j).edge === 'MID'
    if (isMiddle) j++
    if (isMiddle && r.isSign(j, '-')) j++
    const part = r.lexeme(j).part
    if (part === undefined || !r.at(j).word.article || r.at(j).word.proclitic !== '' || (j > i && r.at(j).line))
      return undefined
    const hour =
      part.name === 'noon'
        ? isMiddle
          ? 14
          : 12
        : isMiddle && part.name === 'day'
          ? 12
          : isMiddle && part.name === 'morning'
            ? 10
            : undefined
    if (hour === undefined) return undefined
    // «صلاة الظهر» is a prayer
    const isVerbal =
      isTime ||
      isMiddle ||
      scan.isFragment(i, j + 1) ||
      ['في', 'عند', 'حتي', 'قبل', 'منذ'].includes(r.at(i - 1).key) ||
      j + 1 >= r.length - 1
    // «فترة مابعد الظهيرة»
    if (/^[وب]?ما(?:بعد|قبل)$/.test(r.at(i - 1).key) && !r.at(i).line) return undefined
    // «آخذ في الزوال» passes away
    if (r.stem(j) === 'زوال' && r.f(i - 1) === 'in') return undefined
    if (
      !isVerbal ||
      ['صلاه', 'اذان', 'حي', 'خطبه'].includes(r.stem(i - 1)) ||
      isHurt(r, i - 1) ||
      r.f(i - 1) === 'after' ||
      r.f(i - 1) === 'before'
    )
      return undefined
    // «منتصف النهار والنصف»
    const half = part.name === 'day' && isMiddle ? fractionAfter(r, j + 1) : undefined
    const minute = half === undefined ? 0 : Math.round(half.value * 60)
    const ms = hour * 3_600_000 + minute * 60_000
    const day = scan.settings.anchor?.day
    const from = day === undefined ? undefined : day * 86_400_000 + ms
    const grain = half === undefined ? 'hour' : 'minute'
    const to = from === undefined ? undefined : from + (half === undefined ? 3_600_000 : 60_000)
    const value = `${hour}:${String(minute).padStart(2, '0')}:00`
    const reading = { kind: 'time', value, grain, from, to, certainty: 'exact' } as const
    return scan.temporal(i, half?.to ?? j + 1, 'clock.noon', reading, 3)
  },
}

/** «في السابعة»: an hour in words with nothing but its preposition to say so. */
const bareHour: Rule = {
  id: 'clock.bare-hour',
  starts: ORDINAL | CARD,
  suits: ({ word }) => word.article && word.proclitic === '' && word.stem.endsWith('ه'),
  opens: ({ r }, i) => (r.mask(i - 1) & (IN | TO)) !== 0 || r.is(i - 1, 'عند'),
  find(scan, i) {
    const { r } = scan
    const rank = ordinalAt(r, i)
    if (rank === undefined || !rank.article || rank.digits || rank.value < 3 || rank.value > 12 || !r.plain(i))
      return undefined
    if (!r.stem(i).endsWith('ه')) return undefined
    if (!['في', 'عند', 'حتي'].includes(r.at(i - 1).key) || r.at(i).line) return undefined
    // «كان ابنها في الثانية عشرة» tells an age
    if (isAge(r, i, rank.to)) return undefined
    const next = r.at(rank.to)
    const isHalf = r.is(rank.to, 'والنصف') || r.is(rank.to, 'والربع') || r.is(rank.to, 'والثلث')
    if (!isHalf && !next.line && next.kind === 'word') return undefined
    const clock = clockInWords(r, i)
    if (clock === undefined) return undefined
    const ctx = scan.context(i, clock.to)
    return scan.temporal(i, clock.to, 'clock.bare-hour', resolveMoment({ clock: clock.clock }, ctx), 3)
  },
}

/** «العام», «الأسبوع» as a whole label mean the current one. */
const label: Rule = {
  id: 'time.label',
  starts: UNIT,
  opens: (scan, i) => scan.isHead(i),
  find(scan, i) {
    const { unit } = scan.r.lexeme(i)
    const { anchor } = scan.settings
    if (unit?.count !== 1 || !scan.r.at(i).word.article || anchor === undefined || !scan.isFragment(i, i + 1))
      return undefined
    if (!['week', 'month', 'year'].includes(unit.unit)) return undefined
    const { value, grain, from, to } = periodAround(unit.unit, anchor.day, 0, scan.context(i, i + 1))
    return scan.temporal(i, i + 1, 'period.current', { kind: 'date', value, grain, from, to, certainty: 'exact' })
  },
}

export const timeRules: readonly Rule[] = [point, sharedMonth, part, noon, bareHour, label]
