import { boundBefore } from './bounds.js'
import { isVictim } from './casualties.js'
import { afterAnd, numberAt } from './number.js'
import { numeric } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Scan } from './rule.js'

const isPlus = (r: Reader, i: number, to: number): boolean =>
  (r.isSign(to, '+') && r.isDigits(to + 1) && POWERS.test(r.at(i - 1).key)) ||
  (r.isSign(i - 1, '+') && r.isDigits(i - 2) && POWERS.test(r.at(i - 3).key)) ||
  (r.isSign(i - 1, '+') && r.isDigits(i - 2) && r.isSign(i - 3, '("«') && POWERS.test(r.at(i - 4).key)) ||
  (r.isSign(to, '+') && r.isDigits(to + 1) && r.isSign(i - 1, '("«') && POWERS.test(r.at(i - 2).key))

const POWERS = /^[وفبل]*(?:ال)?(?:مجموعه|دول|سداسيه|بلدان|صيغه)$/

export function cardinalAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const found = numberAt(r, i)
  if (found === undefined) return undefined
  const { article, lexeme, proclitic, stem } = r.at(i).word
  if (article && !found.words) return undefined
  // «مجموعة 5+1» is a body
  if (isPlus(r, i, found.to)) return undefined
  const fragment = scan.isFragment(i, found.to)
  if (found.words && !fragment && isNotCount(r, i, found.to)) return undefined
  if (article && lexeme.card && ['ten', 'hundred', 'scale'].includes(lexeme.card.part)) return undefined
  if (lexeme.weekday && article && !stem.endsWith('ان')) return undefined
  if (proclitic.endsWith('ك') || (proclitic === 'ف' && found.to === i + 1 && lexeme.card?.part === 'unit'))
    return undefined
  const isYear =
    found.digits !== undefined &&
    found.digits.length === 4 &&
    r.f(i - 1) === 'in' &&
    found.value >= 1900 &&
    found.value <= 2100
  if (isYear && !r.lexeme(found.to).noun) return undefined
  const more = {
    ...(found.alternatives ? { alternatives: found.alternatives } : {}),
    ...(article ? { definite: true } : {}),
  }
  const certainty = found.alternatives ? 'ambiguous' : 'exact'
  const withHalf = halfAfter(r, found.to)
  if (withHalf !== undefined && found.scale === 1) {
    return numeric(scan, i, withHalf.to, 'number', {
      kind: 'number',
      value: found.value + withHalf.value,
      certainty: 'exact',
    })
  }
  return numeric(scan, i, found.to, 'number', { kind: 'number', value: found.value, certainty, ...more })
}

function halfAfter(r: Reader, i: number): { value: number; to: number } | undefined {
  const at = afterAnd(r, i)
  if (at === undefined || r.at(i).line) return undefined
  const { fraction, card } = r.lexeme(at)
  if (fraction === undefined || card !== undefined || r.at(at).word.article) return undefined
  return { value: fraction, to: at + 1 }
}

const WISHES: ReadonlySet<string> = new Set(['خير', 'شكر', 'مبروك', 'تحيه', 'سلام', 'عافيه'])
const BEFORE_ZERO: ReadonlySet<string> = new Set(['نقطه', 'ساعه'])

const WEST_OF = /^(?:هام|برومي?تش|برومويتش|بوينت|مينستر|يوركشاير|بانك|ميدلاند|سايد|اند|لايف)$/

const SUPERLATIVES: ReadonlySet<string> = new Set(
  'اهم ابرز افضل اكثر اكبر اشهر اقدم اعظم اجمل اقوي اسوا انظف اعلي اخطر اغني اسرع احدث افقر اطول ارقي اصعب اشد احب'.split(
    ' ',
  ),
)

/** Words spelled like numbers: ألّف the verb, السبع of a place name, عشرة of company. */
function isNotCount(r: Reader, i: number, to: number): boolean {
  const { stem, article, proclitic } = r.at(i).word
  if (to > i + 1) return false
  const next = r.at(to)
  // «وأحد المراكز» is one of them, and «و» joins it on
  if (stem === 'واحد' && 'أإ'.includes(r.text.charAt(r.at(i).start + 1))) return true
  // «مجموعة الثماني» is a body
  if (article && r.stem(i - 1) === 'مجموعه' && !next.line) return true
  // «تغريدات لا تسع إلا»: a verb
  if (stem === 'تسع' && /^[وف]?(?:لا|لم|لن|ما|كي|ان)$/.test(r.at(i - 1).key) && !isCountable(r, to)) return true
  // «لست غبيا» denies; «لست سنوات» counts
  if (stem === 'ست' && proclitic.endsWith('ل')) return !isCountable(r, to)
  // «إلتمان» with its hamza is no article
  if (article && r.text.charAt(r.at(i).start) === 'إ') return true
  // «واحدا تلو الآخر»
  if (stem.startsWith('واحد') && (r.is(i + 1, 'تلو') || r.is(i + 1, 'بعد'))) return true
  // «في واحدة من درره»
  if (stem.startsWith('واحد') && r.f(i - 1) === 'in' && r.f(i + 1) === 'from' && r.isWord(i + 2)) return true
  // «كل واحد منهم»: everybody
  if (stem.startsWith('واحد') && r.is(i - 1, 'كل')) return true
  // «واحدا من أفضل اللاعبين» praises
  if (/^واحد/.test(stem) && r.is(i + 1, 'من') && SUPERLATIVES.has(r.at(i + 2).key)) return true
  // «عثر عليه ميتا»: dead; two hundred is written with its hamza or its alef
  if (stem === 'ميتا' && !/[ئا].*ت/.test(r.text.slice(r.at(i).start, r.at(i).end))) return true
  if (stem === 'واحد' || stem === 'واحده' || stem === 'وحده') return stem === 'وحده' || isAdjectiveOne(r, i)
  if (stem === 'الف' && !article) {
    // the Thousand and One Nights
    if (next.word.stem === 'ليله' && r.is(i + 2, 'وليله')) return true
    // «الذي ألف كتابا», «وقد ألف»: a verb
    if (proclitic === '' && /^[وف]?(?:الذي|التي|قد|لقد|كان)$/.test(r.at(i - 1).key)) return true
    // «كل عام وأنتم بألف خير»
    if (WISHES.has(next.key)) return true
    // «الدرجة الثانية ألف للسباحة» is the first letter
    const isLetter =
      /^[وبل]?ال/.test(r.at(i - 1).key) && !r.at(i).line && (/^ل.{3}/.test(next.key) || r.f(to) !== undefined)
    if (proclitic === '' && isLetter) return true
    // «وألف دواوين كثيرة»: a thousand takes the singular in the genitive, the verb what was written
    if (proclitic !== 'ب' && !isAfterCount(r, i) && isWritten(next.key) && !next.line) return true
    // «ألّف الباحث كتابا»: a verb takes a definite subject, a thousand never does
    if (r.hasShadda(i) || (next.word.article && proclitic === '') || next.kind === 'sign')
      return proclitic === '' && !isAfterCount(r, i)
  }
  if (['ست', 'سبع', 'خمس', 'ثمن', 'تسع', 'عشر', 'اربع', 'ثلاث', 'عشره', 'سته'].includes(stem) && article) {
    return !r.at(i - 1).key.includes('ال')
  }
  // «شارون ستون»: sixty in the nominative wants what it counts
  if (stem === 'ستون' && !article && !isAccusative(r, to) && !isCountable(r, to)) return true
  // «وست هام», «وست بروميتش»: the English west
  if (r.at(i).key === 'وست' && WEST_OF.test(next.key)) return true
  // «نقطة الصفر», «ساعة الصفر»
  if (stem === 'صفر' && article && BEFORE_ZERO.has(r.stem(i - 1))) return true
  // «الطاهر صفر», «صفر اليدين»: a name, an idiom
  if (stem === 'صفر' && !article && isNoNought(r, i)) return true
  if (stem === 'صفر') return proclitic === '' && (r.lexeme(to).card !== undefined || r.isDigits(to))
  if (stem === 'ثمن' || stem === 'سبعا' || (stem === 'خمسا' && next.line)) return false
  return false
}

const TO_NOUGHT =
  /^[وفب]?(?:الي|من|عند|نسبه|مستوي|بنسبه|درجه|يساوي|تساوي|تحت|فوق|سرعه|نتيجه|بلغ|بلغت|هو|هي|مقابل|فاصل|فاصله)$/

/** A nought stands for a degree, a level or a result; after another word it is a name. */
const isNoNought = (r: Reader, i: number): boolean =>
  r.is(i + 1, 'اليدين') ||
  (r.isWord(i - 1) &&
    !r.at(i).line &&
    !r.isKnown(i - 1) &&
    !TO_NOUGHT.test(r.at(i - 1).key) &&
    r.at(i - 1).word.article)

/** The plural that a verb takes for its object, by its pattern: دواوين، مسرحيات، كتبا؛ no singular has it. */
const isWritten = (key: string): boolean => /^(?:.{2}ا.ي[^اهي]|.{4,}يات|(?:كتب|اعمال|لحن)ا)$/.test(key)

/** Six of them: a unit, a noun of the tables or a plural in ‑ات. */
function isCountable(r: Reader, i: number): boolean {
  const { unit, measure, currency, noun, card } = r.lexeme(i)
  return [unit, measure, currency, noun, card].some((known) => known !== undefined) || /ات$/.test(r.at(i).key)
}

/** After tens stands the indefinite accusative: طفلا، امرأة، مليونا. */
const isAccusative = (r: Reader, i: number): boolean =>
  r.isWord(i) &&
  !r.at(i).line &&
  !r.at(i).word.article &&
  /(?:ا|ه|ي|اء)$/.test(r.at(i).key) &&
  !/^(?:لك|ك|ل)?ان/.test(r.at(i).key)

const isAfterCount = (r: Reader, i: number): boolean =>
  boundBefore(r, i) !== undefined || ['من', 'عن', 'الي'].includes(r.at(i - 1).key)

/** «جهة واحدة» tells unity, not a count that the news reports. */
function isAdjectiveOne(r: Reader, i: number): boolean {
  // «قتل جندي واحد», «إصابة شخص واحد»: one who came to harm is counted
  if (isVictim(r, i - 1) && !r.breaks(i)) return false
  return (
    r.isWord(i - 1) && !r.at(i).line && r.plain(i) && r.f(i - 1) === undefined && r.lexeme(i - 1).card === undefined
  )
}
