import { UNKNOWN } from '../lex/clitics.js'
import { literalAt } from './literal.js'
import { numeric } from './numeric.js'
import type { Reader } from './reader.js'
import type { Found, Scan } from './rule.js'

/** Nouns before a figure that make it a name: المادة 140، القرار 2254، اللواء 47، الطائرة 737. */
const IDENTIFIED = new Set(
  'ايزو تابلت بلوتوث كيو بورز تايمز كاك نيكي فوتسي داكس ناسداك ستوكس نوت غالكسي رمز ماده مواد تحويله نيوز بيكسل ايفون جالاكسي غالاكسي فيفا ويندوز اندرويد بلايستيشن كوفيد فصول قرارات قرار لواء فوج فرقه كتيبه سريه فقره بند غرفه رحله طائره قانون مرسوم رقم برقم الرقم المرقم كرايسلر لكزس فصل باب بوابه منطقه وحده طراز قناه خط طريق شقه مبني هاتف فاكس صفحه عدد مجموعه لجنه دائره دوره ايه فرانس كيلو بوينغ ايرباص ميغ سوخوي اف اس بي ام تو تي نموذج فئه جيل العدد شارع مخيم قطاع بلوك مقعد موقع قضيه سكه حافله اوفيس ديناميكس شفروليه شيفروليه مرسيدس بيجو لومياء لوميا نوكيا اكسبيريا هواوي ايباد انستغرام كروم سيلفي فايربولت ابولو سويوز فوياجر كيوريوسيتي فالكون باتريوت توماهوك كاتيوشا'.split(
    ' ',
  ),
)

/** Those after which a plain number may also count: «العدد 300» is a figure, «الموقع 3» a name. */
const NEEDS_ARTICLE = new Set(
  'رمز ماده مواد فصول قرارات قرار لواء فوج فرقه كتيبه سريه فقره بند غرفه رحله طائره قانون مرسوم فصل باب بوابه منطقه وحده قناه خط طريق شقه مبني صفحه مجموعه لجنه دائره دوره موقع قطاع قضيه سكه حافله'.split(
    ' ',
  ),
)

/** International numbers have fifteen figures at most (ITU-T E.164), behind the two noughts that lead abroad. */
const MAX_DIGITS = 17

/** The letters before the figure belong to a web address. */
export function isInLink(r: Reader, i: number): boolean {
  for (let j = i; j > 0 && i - j < 12 && r.touches(j); j--)
    if (r.isSign(j - 1, '/@#') && (r.touches(j - 1) || r.isSign(j - 1, '#@'))) return true
  return false
}

/** «فرانس24»: a figure set to a word that no table knows is part of a name. */
export function isNameWithFigure(r: Reader, i: number): boolean {
  if (!r.isDigits(i) || !r.isWord(i - 1) || r.at(i).key.length > 3) return false
  // «الحاسوب "شاهين 2"»: a name between quotation marks
  const isQuoted = isEndOfTitle(r, i)
  if (!r.touches(i) && !isQuoted) return false
  // «عند مستوى9,381.01»
  if ((literalAt(r, i)?.to ?? i) > i + 1) return false
  // «أجبرت900 ألف»
  if (r.lexeme(i + 1).card?.part === 'scale' && !r.at(i + 1).line) return false
  const { key, word } = r.at(i - 1)
  if (isQuoted) return true
  if (r.touches(i) && LETTERS.has(key)) return true
  // «وبينهم47 مرشحا», «اعتبر300 جندي»: the space is missing
  if (isCounted(r, i) && !/ه$/.test(r.at(i + 1).key)) return false
  return key.length >= 4 && word.proclitic === '' && word.lexeme === UNKNOWN && !/(?:ه|ات|ين|ون|وا)$/.test(key)
}

const MAX_TITLE = 4
const TELLS = /^[وف]?(?:بلغ|بلغت|عدد|عددهم|عددها|عددنا|قيم|نسب|سعر|مقابل|مجموع|اجمالي|حوالي|نحو|رقم)/

/** «شاهين 2», «المدينة القديمة 3» between quotation marks: a title ends in its figure; «"عددهم 12"» tells something. */
function isEndOfTitle(r: Reader, i: number): boolean {
  if (!r.isSign(i + 1, '"”″»“') || !r.touches(i + 1)) return false
  let tells = false
  for (let j = i - 1; j > 0 && i - j <= MAX_TITLE && r.isWord(j) && !r.at(j).line; j--) {
    const { card, f, unit } = r.lexeme(j)
    tells ||= card !== undefined || f !== undefined || unit !== undefined || TELLS.test(r.at(j).key)
    // «فيلم «العودة إلى البيت 2»»: what it is called stands before the marks
    if (r.isSign(j - 1, '"“«”') && r.touches(j)) return !tells || TITLED.test(r.at(j - 2).key)
  }
  return false
}

/** Letters of other alphabets by their names, before the figure of a make: مي28، تي72. */
const LETTERS: ReadonlySet<string> = new Set('مي سو تو اف اس تي جي ام كي بي دي ار ايه'.split(' '))

const MILITARY = /^[وبل]?(?:ال|لل)?(?:لواء|فوج|فرقه|كتيبه|سريه|سرب)$/

/** What is counted stands behind: a noun of the tables, «فائزين» after a few, «سريرا» after many. */
function isCounted(r: Reader, i: number): boolean {
  const at = r.isSign(i + 1, ')"”»') ? i + 2 : i + 1
  const { kind, line, key, word } = r.at(at)
  if (kind !== 'word' || line || word.article || word.proclitic !== '') return false
  if (word.lexeme.noun || word.lexeme.unit || word.lexeme.measure || word.lexeme.currency) return true
  if (word.lexeme.f !== undefined || key.length < 4) return false
  const value = Number(r.at(i).key)
  // «بالموقع 15 فرقة» of men, «الكتيبة 15 فرقة المشاة»
  if (key === 'فرقه' && value > 10 && !MILITARY.test(r.at(i - 1).key)) return true
  if (value % 100 >= 3 && value % 100 <= 10) return /(?:ات|ين|اء)$/.test(key)
  if (value <= 10) return false
  return (value % 100 !== 0 && /^[^لبو].*[^اهن]ا$/.test(key)) || (/^[^لبوي].{2,}ه$/.test(key) && !DESCRIBES.test(key))
}

/** «الطائرة 737 تابعة»: what is said of a name, not counted by it. */
const DESCRIBES =
  /^(?:تابعه|قادمه|متجهه|متوجهه|محمله|خاصه|صادره|جديده|مكونه|روسيه|امريكيه|اميركيه|نفسه|ذاته|فرقه|منه|فيه|عليه|.{2,}ته)$/

/** «ما مجموعه (867) وصفة»: the sum, not the group. */
const isSum = (r: Reader, i: number): boolean =>
  /^(?:ب|و)?مجموع(?:ه|ها|هم)$/.test(r.at(i).key) && /^(?:ما|و?البالغ|بلغ|يبلغ|بلغت)$/.test(r.at(i - 1).key)

export function identifierAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const token = r.at(i)
  let at = i
  if (!r.isDigits(at)) return undefined
  const figure = r.at(at).key
  if (figure.length > MAX_DIGITS) return undefined
  // إف-16، ميغ-29، إس-400، F-35
  const isModel =
    r.isSign(i - 1, '-–') && r.touches(i) && r.touches(i - 1) && r.isWord(i - 2) && r.lexeme(i - 2).month === undefined
  const isLatin = r.isWord(i - 1) && (!token.line || figure.length >= 5) && /[a-z]$/.test(r.at(i - 1).key)
  // telephone and account numbers: nothing is counted in nine figures without a separator
  const isLong =
    !scan.isFragment(i, i + 1) &&
    ((figure.startsWith('0') && figure.length >= 6) || (figure.length >= 9 && !r.lexeme(i + 1).currency))
  // «تي.آر.بي.إم8»: letters told apart by points
  const isSpelled =
    r.touches(i) && r.isWord(i - 1) && r.touches(i - 1) && r.isSign(i - 2, '.-') && r.touches(i - 2) && r.isWord(i - 3)
  const isNumbered = r.isSign(i - 1, '("«“') && isIdentified(r, i - 2, true)
  const isPhone = isGrouped(r, i) && saysContact(r, i)
  const isContact = isPhone || (figure.length >= 5 && !scan.isFragment(i, i + 1) && saysContact(r, i))
  if (
    !isModel &&
    !isSpelled &&
    !isLatin &&
    !isLong &&
    !isNumbered &&
    !isLetterCode(r, i) &&
    !isLetteredName(r, i) &&
    !isContact &&
    !isHotline(r, i) &&
    !isGeneration(r, i) &&
    !isNumberOfThing(r, i) &&
    !isTitled(r, i) &&
    !isUnitOfArmy(r, i) &&
    !isNumberedByCount(r, i) &&
    !isIdentified(r, i - 1, false)
  )
    return undefined
  // «اختارت اللجنة 10 فائزين» counts
  const isHeaded = !MILITARY.test(r.at(i - 1).key) && !isModel && !isSpelled && !isLatin && !isLong && !isContact
  const head = isNumbered ? i - 2 : i - 1
  if (isHeaded && !NUMBERS.has(r.stem(head)) && (isCounted(r, i) || isSum(r, head))) return undefined
  // «على الأرقام الهاتفية التالية: 71.341.666»
  const whole = literalAt(r, i)
  if (isPhone && whole !== undefined)
    return numeric(scan, i, whole.to, 'identifier', { kind: 'identifier', value: whole.value, certainty: 'exact' }, 2)
  // «يو إس بي 3.0»: a version
  const isOfMake =
    isLatin && /^[a-z]{2,}$/.test(r.at(i - 1).key) && figure.length === 1 && r.lexeme(i - 1).currency === undefined
  const isVersion =
    isLetteredName(r, i) || isOfMake || (isHeaded && !isNumbered && !isLatin && isIdentified(r, i - 1, false))
  if (isVersion && whole !== undefined && whole.to === i + 3 && r.at(i + 2).key.length === 1 && r.isSign(i + 1, '.'))
    return numeric(scan, i, whole.to, 'identifier', { kind: 'identifier', value: whole.value, certainty: 'exact' }, 2)
  // «العدد 1,234,567» goes on
  if (!isModel && !isLong && (literalAt(r, i)?.to ?? at) > i + 1) return undefined
  if (r.isSign(i + 1, '%٪') || r.lexeme(i + 1).card?.part === 'scale') return undefined
  at++
  return numeric(scan, i, at, 'identifier', { kind: 'identifier', value: Number(figure), certainty: 'exact' }, 2)
}

/** «رقم اللوحة 4521», «رقم هاتفه 5551234» */
const isNumberOfThing = (r: Reader, i: number): boolean =>
  /^[وبل]*(?:رقم|برقم)$/.test(r.at(i - 2).key) &&
  r.isWord(i - 1) &&
  !r.at(i).line &&
  (r.isDefinite(i - 1) || /(?:ه|ها|هم|ي)$/.test(r.at(i - 1).key)) &&
  !/^(?:ال)?(?:قياسي|نهايي|اجمالي)/.test(r.at(i - 1).key) &&
  !isCounted(r, i)

/** «شبكات 5 جي»: what the makers call a generation of their networks. */
const isGeneration = (r: Reader, i: number): boolean =>
  /^[2-6]$/.test(r.at(i).key) && r.is(i + 1, 'جي') && !r.at(i + 1).line

const TITLED =
  /^[وبل]?(?:هاتف|هاتفي|جوال|تابلت|جهاز|حاسوب|لوحي|قناه|قنوات|فيلم|مسلسل|برنامج|لعبه|صاروخ|صواريخ|قمر|مسبار|مركبه|سفينه|طائره|دبابه|مدفع|منظومه|نظام|عمليه|مناورات|مناوره|سياره|طراز|اصدار|نسخه|معالج|مشروع|مهرجان|احتفالات|فعاليات)$/

/** «قناة النهر 2», «صاروخ أرو 3»: what has a name may have a figure in it, where nothing is counted behind it. */
function isTitled(r: Reader, i: number): boolean {
  if (r.at(i).key.length > 2 || r.at(i).line) return false
  const isOfCountry = CHANNELS.test(r.at(i - 2).key) && r.isWord(i - 1) && !r.at(i - 1).word.article
  if (
    !isNameWord(r, i - 1) &&
    !(isOfCountry && /^(?:اسراييل|اسرائيل|لبنان|ليبيا|سوريا|روسيا|تونس)$/.test(r.at(i - 1).key))
  )
    return false
  const head = isNameWord(r, i - 2) && !TITLED.test(r.at(i - 2).key) ? i - 3 : i - 2
  if (!TITLED.test(r.at(head).key) || r.at(head + 1).line) return false
  const next = r.at(i + 1)
  if (next.kind !== 'word' || next.line) return !r.isSign(i + 1, '%٪/:-–.،,') || r.at(i + 2).gap
  if (isCounted(r, i)) return false
  // «قناة البحر 24 فلان»
  if (CHANNELS.test(r.at(head).key)) return true
  if (next.word.article || FOLLOWS.test(next.key)) return true
  return next.word.proclitic !== '' || (next.word.lexeme.f !== undefined && r.f(i + 1) !== 'and')
}

/** A word with a particle, or a verb to come: «لاعتراضه», «بنجاح», «سيطرح». */
const FOLLOWS = /^(?:[لب].{4,}|و.{3,}|س[يت].{2,}|وسط|تحت|عبر|ضمن|امام)$/

const CHANNELS = /^[وبل]?قنا(?:ه|تي)$/

/** The word begins a name that may end in a figure. */
export const isTitleHead = (key: string): boolean => TITLED.test(key)

/** A word that no table knows and that is no verb, participle or noun of measure by its looks. */
const isNameWord = (r: Reader, i: number): boolean =>
  r.isWord(i) &&
  r.at(i).word.lexeme === UNKNOWN &&
  r.plain(i) &&
  !/^(?:ي|ت|ا?ست|ب|ل|و|ف)|(?:ه|ت|ات|ين|ون|وا|ها|هم)$|^(?:من|الي|علي|عن|بنحو|بلغ|عند|مستوي|سعر|طول|عرض|وزن|قدره|سعته|مدي|عدد|حجم|اطلق|اصاب|دمر|حقق|حصد|ضم|جمع)$/.test(
    r.at(i).key,
  )

/** «قائد لواء 14 مدرع»: a unit of an army is named by its figure with the article or without. */
const isUnitOfArmy = (r: Reader, i: number): boolean =>
  BARE_UNIT.test(r.at(i - 1).key) && !r.at(i).line && !isCounted(r, i)
const BARE_UNIT = /^[وبل]{0,2}(?:ال|لل)?(?:لواء|فوج|كتيبه|سريه|سرب|قناه|لقناه|موقع|قرار|ماده|مرسوم)$/

/** «الرقم المجاني 19988» */
const isHotline = (r: Reader, i: number): boolean =>
  HOTLINES.test(r.at(i - 1).key) && /(?:رقم|هاتف|خط)$/.test(r.at(i - 2).key)

const NUMBERS: ReadonlySet<string> = new Set(['رقم', 'رمز', 'هاتف', 'جوال'])

/** «الرحلة عدد 717», «القانون عدد 52 لسنة»: Maghrebi papers number with «عدد». */
function isNumberedByCount(r: Reader, i: number): boolean {
  if (!r.is(i - 1, 'عدد') || !r.isWord(i - 2) || r.at(i).line || r.at(i - 1).line) return false
  const { kind, word, key, line } = r.at(i + 1)
  const isFree =
    kind !== 'word' || line || word.proclitic !== '' || word.lexeme.f !== undefined || /^(?:لسنه|من)$/.test(key)
  return isFree && (r.isDefinite(i - 2) || /ه$/.test(r.at(i - 2).key) || r.lexeme(i - 2).ordinal !== undefined)
}

/** 71.341.666: two figures, and twice three. */
const isGrouped = (r: Reader, i: number): boolean =>
  r.at(i).key.length === 2 &&
  r.isSign(i + 1, '.-') &&
  r.at(i + 2).key.length === 3 &&
  r.isSign(i + 3, '.-') &&
  r.at(i + 4).key.length === 3 &&
  r.touches(i + 2) &&
  r.touches(i + 4)

/** «رقم (م - 17)», «المرسوم م/54»: a letter and a figure. */
const isLetterCode = (r: Reader, i: number): boolean =>
  r.isSign(i - 1, '-–/') &&
  r.isWord(i - 2) &&
  r.at(i - 2).key.length === 1 &&
  (r.isSign(i - 3, '(') ? isIdentified(r, i - 4, true) : isIdentified(r, i - 3, false))

const LATIN_LETTERS: ReadonlySet<string> = new Set('بي سي دي جي اتش كي كيو اس تي يو اكس ار ام'.split(' '))

/** «(ام اتش 370)», «بي 20 برو»: letters of another alphabet by their names, and what is counted does not follow. */
const isLetteredName = (r: Reader, i: number): boolean =>
  (LATIN_LETTERS.has(r.at(i - 1).key) || (r.at(i - 1).key.length === 1 && /فيتامين/.test(r.at(i - 2).key))) &&
  !r.at(i).line &&
  r.at(i).key.length <= 3 &&
  !isCounted(r, i)

const CONTACT =
  /^(?:و|ف)?(?:ال|لل|ب|ل)?(?:فاكس|فكس|فاكسات|تليفون|تلفون|واتساب|واتس|رساله|رسايل|sms|اتصال|للاتصال|جوال|موبايلي|هاتف|هواتف|هاتفيه|ايبان|حساب)$/

/** A number to call or to write to stands near. */
function saysContact(r: Reader, i: number): boolean {
  if (!r.isSign(i - 1, ':,،-') && !['الي', 'علي', 'او'].includes(r.at(i - 1).key)) return false
  for (let j = i - 1; j >= 0 && i - j <= 12 && (j === i - 1 || !r.at(j + 1).line); j--)
    if (r.isWord(j) && CONTACT.test(r.at(j).key)) return true
  return false
}

/** The word before a figure leaves it a plain number: no noun that is numbered, no letter of a make, no line to call. */
export const leavesFigures = (key: string): boolean =>
  key.length > 1 &&
  !/[a-z]$/.test(key) &&
  !LATIN_LETTERS.has(key) &&
  !HOTLINES.test(key) &&
  !AFTER_NUMBERED.has(key) &&
  !BARE_UNIT.test(key) &&
  identifying(key) === 'never'

/** «قرار مجلس الأمن الدولي 2254» */
const AFTER_NUMBERED: ReadonlySet<string> = new Set(['الامن', 'الدولي', 'الاممي'])
const HOTLINES = /^(?:ال)?(?:مجاني|موحد|مختصر|ساخن)$/

export function isIdentified(r: Reader, i: number, bracket: boolean): boolean {
  if (i < 0 || r.at(i + 1).line || !r.isWord(i)) return false
  const key = r.at(i).key
  // «قرار مجلس الأمن الدولي 2254»
  const council = key === 'الامن' ? i : AFTER_NUMBERED.has(key) ? i - 1 : i
  if (r.is(council, 'الامن') && r.is(council - 1, 'مجلس')) return true
  const identifies = identifying(key)
  return identifies === 'always' || (bracket && identifies === 'in brackets')
}

type Identifies = 'always' | 'in brackets' | 'never'

const IDENTIFYING_LIMIT = 60_000
const identifyingWords = new Map<string, Identifies>()

/** Whether a word makes a name of the figure after it; each distinct word is looked at once. */
function identifying(key: string): Identifies {
  let found = identifyingWords.get(key)
  if (found === undefined) {
    if (identifyingWords.size >= IDENTIFYING_LIMIT) identifyingWords.clear()
    found = readIdentifying(key)
    identifyingWords.set(key, found)
  }
  return found
}

function readIdentifying(key: string): Identifies {
  const stem = key.replace(/^(?:و|ف)?(?:ب|ل|ك)?(?:ال|لل)/, '')
  const definite = stem !== key
  const plain = key.replace(/^(?:و|ف)?(?:ب|ل)?/, '')
  if (['رقم', 'برقم'].includes(key) || plain === 'رقم') return 'always'
  if (definite && IDENTIFIED.has(stem)) return 'always'
  if (definite || NEEDS_ARTICLE.has(plain)) return IDENTIFIED.has(plain) ? 'in brackets' : 'never'
  if (IDENTIFIED.has(key) && !NEEDS_ARTICLE.has(key) && !['عدد', 'مقعد', 'بي', 'ام'].includes(key)) return 'always'
  return IDENTIFIED.has(plain) && !['عدد', 'مقعد', 'بي', 'ام'].includes(plain) ? 'always' : 'never'
}
