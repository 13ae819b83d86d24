import { UNKNOWN } from '../lex/clitics.js'
import { BETWEEN, CARD, DIGITS, FRACTION, FROM, ORDINAL, PARTICLE, SIDE, TO, TURN } from '../lex/starts.js'
import { fractionFigure } from './amounts.js'
import { boundBefore } from './bounds.js'
import { afterAnd, isPluralFraction, literalAt, numberAt } from './number.js'
import { numeric, ranged } from './numeric.js'
import { isAge, ordinalAt } from './ordinal.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'
import { scoreAt } from './scores.js'
import { numberSpanAt } from './span-of-numbers.js'

/** Nouns before a figure that make it a name: المادة 140، القرار 2254، اللواء 47، الطائرة 737. */
const IDENTIFIED = new Set(
  'كيو رمز ماده قرار لواء فوج فرقه كتيبه سريه فقره بند غرفه رحله طائره قانون مرسوم رقم برقم الرقم المرقم فصل باب بوابه منطقه وحده طراز قناه خط طريق شقه مبني هاتف فاكس صفحه عدد مجموعه لجنه محكمه دائره دوره ايه فرانس كيلو بوينغ ايرباص ميغ سوخوي اف اس بي ام تو تي نموذج فئه جيل العدد شارع مخيم قطاع بلوك مقعد موقع'.split(
    ' ',
  ),
)

/** Those after which a plain number may also count: «العدد 300» is a figure, «الموقع 3» a name. */
const NEEDS_ARTICLE = new Set(
  'رمز ماده قرار لواء فوج فرقه كتيبه سريه فقره بند غرفه رحله طائره قانون مرسوم فصل باب بوابه منطقه وحده قناه خط طريق شقه مبني صفحه مجموعه لجنه محكمه دائره دوره موقع قطاع'.split(
    ' ',
  ),
)

const number: Rule = {
  id: 'number',
  starts: DIGITS | CARD | FRACTION | FROM | BETWEEN | PARTICLE,
  opens({ r }, i, mask, run) {
    if ((mask & (DIGITS | CARD)) !== 0) return true
    if ((mask & FRACTION) !== 0) return (mask & PARTICLE) === 0 || r.stem(i).startsWith('بضع')
    if ((r.mask(i + 1) & (DIGITS | CARD | FRACTION | PARTICLE)) === 0) return false
    return (mask & FROM) === 0 || (run & TO) !== 0
  },
  find(scan, i) {
    const { r } = scan
    if (r.touches(i) && r.isDigits(i) && r.isWord(i - 1) && /[a-z]$/.test(r.at(i - 1).key)) {
      // letters on both sides: an address or a code
      const isInside = r.touches(i + 1) && (/^[a-z]/.test(r.at(i + 1).key) || r.isSign(i + 1, "_=&'@"))
      return isInside || isInLink(r, i) ? undefined : identifierAt(scan, i)
    }
    if (isNameWithFigure(r, i))
      return numeric(
        scan,
        i,
        i + 1,
        'identifier',
        { kind: 'identifier', value: Number(r.at(i).key), certainty: 'exact' },
        2,
      )
    if (isPartOfCode(r, i)) return undefined
    if (isListed(r, i) && !scan.isFragment(i, i + 1)) return undefined
    return (
      scoreAt(scan, i) ??
      spanAt(scan, i) ??
      comparisonAt(scan, i) ??
      fractionAt(scan, i) ??
      identifierAt(scan, i) ??
      cardinalAt(scan, i)
    )
  },
}

/** The letters before the figure belong to a web address. */
function isInLink(r: Reader, i: number): boolean {
  for (let j = i; j > 0 && i - j < 12 && r.touches(j); j--) if (r.isSign(j - 1, '/@') && r.touches(j - 1)) return true
  return false
}

/** «فرانس24»: a figure set to a word that no table knows is part of a name. */
function isNameWithFigure(r: Reader, i: number): boolean {
  if (!r.isDigits(i) || !r.isWord(i - 1) || r.at(i).key.length > 3) return false
  // «الحاسوب "شاهين 2"»: a name between quotation marks
  const isQuoted = r.isSign(i + 1, '"”″»“') && r.touches(i + 1) && r.isSign(i - 2, '"“«”')
  if (!r.touches(i) && !isQuoted) return false
  const { key, word } = r.at(i - 1)
  if (r.touches(i) && LETTERS.has(key)) return true
  return key.length >= 4 && word.proclitic === '' && word.lexeme === UNKNOWN && !/(?:ه|ات|ين|ون|وا)$/.test(key)
}

/** Letters of other alphabets by their names, before the figure of a make: مي28، تي72. */
const LETTERS: ReadonlySet<string> = new Set('مي سو تو اف اس تي جي ام كي بي دي ار ايه'.split(' '))

const EXPONENTS: ReadonlySet<string> = new Set(['2', '3'])
const UNITS_WITH_EXPONENT: ReadonlySet<string> = new Set(['كم', 'م', 'سم', 'متر', 'كلم', 'ملم', 'km', 'm', 'cm'])

/** A small figure, a dash set to it and a word, where a line or a sentence begins or another word has just ended. */
function isEnumerator(r: Reader, i: number): boolean {
  if (r.at(i).key.length > 2 || !r.isSign(i + 1, '-–ـ') || !r.isWord(i + 2) || r.touches(i)) return false
  if (!r.touches(i + 1)) return r.at(i + 2).gap && (r.breaks(i) || isNumbered(r, i))
  if (r.lexeme(i + 2).card || r.lexeme(i + 2).unit || r.lexeme(i + 2).measure || r.lexeme(i + 2).month) return false
  return r.breaks(i) || r.touches(i + 2)
}

/** «… عرفا. 5. هناك عوامل»: the figure numbers a point of a list. */
const isListed = (r: Reader, i: number): boolean =>
  r.isDigits(i) &&
  r.at(i).key.length <= 2 &&
  r.breaks(i) &&
  r.isSign(i + 1, '.') &&
  r.touches(i + 1) &&
  r.isWord(i + 2) &&
  r.at(i + 2).gap

const ITEM_LENGTH = 8

/** «12 - ميكرونيسيا 13 - باهاماس»: the next figure with a dash counts on, or the one before led here. */
function isNumbered(r: Reader, i: number): boolean {
  const value = Number(r.at(i).key)
  const says = (j: number, wanted: number): boolean =>
    r.isDigits(j) && Number(r.at(j).key) === wanted && r.isSign(j + 1, '-–ـ') && r.isWord(j + 2)
  for (let k = 3; k <= ITEM_LENGTH; k++) if (says(i + k, value + 1) || (i >= k && says(i - k, value - 1))) return true
  return false
}

/** A bracket was opened shortly before and not closed. */
function isBracketOpen(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j <= 12; j--) {
    if (r.isSign(j, ')')) return false
    if (r.isSign(j, '(')) return true
  }
  return false
}

/** Digits inside addresses, phone numbers and codes: nothing to count. */
function isPartOfCode(r: Reader, i: number): boolean {
  if (r.isSign(i, '.٫') && r.isDigits(i + 1) && r.at(i + 1).key.length === 4) return true
  if (!r.isDigits(i)) return false
  // «4) …»: the figure numbers a point of a list
  if (r.isSign(i + 1, ')') && r.touches(i + 1) && !r.isSign(i - 1, '(') && !isBracketOpen(r, i)) return true
  // «7-كوريا 8-اليابان», «٣- توصيل الهاتف»: it numbers an item
  if (isEnumerator(r, i)) return true
  // «العام 1436/1437هـ»: the year is told with its second half
  if (
    r.isSign(i + 1, '/-') &&
    r.touches(i + 1) &&
    Number(r.at(i + 2).key) === Number(r.at(i).key) + 1 &&
    r.at(i).key.length === 4
  )
    return true
  // «عام 2022/21»: two years, the later one first
  const isPair = (j: number): boolean =>
    r.isSign(j + 1, '/') &&
    r.touches(j + 1) &&
    r.touches(j + 2) &&
    r.at(j).key.length === 4 &&
    r.at(j + 2).key.length === 2
  if (r.isDigits(i + 2) ? isPair(i) : r.isDigits(i - 2) && isPair(i - 2)) return true
  // «103 كم2»: the exponent of a unit
  if (r.touches(i) && EXPONENTS.has(r.at(i).key) && UNITS_WITH_EXPONENT.has(r.at(i - 1).key)) return true
  // «الساعة 47ر09»: a clock time with its halves the other way round
  if (r.is(i - 1, 'ر') && r.touches(i) && r.touches(i - 1) && r.isDigits(i - 2)) return true
  // ['a1894',1109] of a page's program
  if (r.touches(i) && r.isSign(i - 1, ',') && r.touches(i - 1) && r.isSign(i - 2, `'"]`)) return true
  // a file: 14361010.pdf
  if (r.isSign(i + 1, '.') && r.touches(i + 1) && r.touches(i + 2) && /^[a-z]/.test(r.at(i + 2).key)) return true
  // the second half of a version or an address: USB 3.1, news-14361021-1.aspx
  if (r.touches(i) && r.isSign(i - 1, '.-–') && r.touches(i - 1) && r.isDigits(i - 2)) return true
  if (
    r.touches(i) &&
    (r.isSign(i - 1, '#@_&=?%') ||
      (r.isSign(i - 1, '/') && r.isWord(i - 2) && (r.touches(i - 1) || r.at(i - 2).key.length <= 2)))
  )
    return true
  if (r.touches(i + 1) && (r.isSign(i + 1, '_@') || /^[a-z]/.test(r.at(i + 1).key)))
    return !r.lexeme(i + 1).currency && !r.lexeme(i + 1).measure && !['e', 'h'].includes(r.at(i + 1).key)
  return false
}

function cardinalAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const found = numberAt(r, i)
  if (found === undefined) return undefined
  const { article, lexeme, proclitic, stem } = r.at(i).word
  if (article && !found.words) return undefined
  const fragment = scan.isFragment(i, found.to)
  if (found.words && !fragment && isNotCount(r, i, found.to)) return undefined
  if (article && lexeme.card && ['ten', 'hundred', 'scale'].includes(lexeme.card.part)) return undefined
  if (lexeme.weekday && article && !stem.endsWith('ان')) return undefined
  if (proclitic === 'ك' || (proclitic === 'ف' && found.to === i + 1 && lexeme.card?.part === 'unit')) return undefined
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

/** Words spelled like numbers: ألّف the verb, السبع of a place name, عشرة of company. */
function isNotCount(r: Reader, i: number, to: number): boolean {
  const { stem, article, proclitic } = r.at(i).word
  if (to > i + 1) return false
  const next = r.at(to)
  // «وأحد المراكز» is one of them, and «و» joins it on
  if (stem === 'واحد' && 'أإ'.includes(r.text.charAt(r.at(i).start + 1))) return true
  // «مجموعة الثماني» is a body
  if (article && r.stem(i - 1) === 'مجموعه' && !next.line) return true
  // «لست غبيا» denies; «لست سنوات» counts
  if (stem === 'ست' && proclitic.endsWith('ل')) return !isCountable(r, to)
  if (stem === 'واحد' || stem === 'واحده' || stem === 'وحده') return stem === 'وحده' || isAdjectiveOne(r, i)
  if (stem === 'الف' && !article) {
    // «كل عام وأنتم بألف خير»
    if (WISHES.has(next.key)) return true
    // «القسم الوطني ألف لكرة اليد» is the first letter
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
  if (stem === 'صفر') return proclitic === '' && (r.lexeme(to).card !== undefined || r.isDigits(to))
  if (stem === 'ثمن' || stem === 'سبعا' || (stem === 'خمسا' && next.line)) return false
  return false
}

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
  return (
    r.isWord(i - 1) && !r.at(i).line && r.plain(i) && r.f(i - 1) === undefined && r.lexeme(i - 1).card === undefined
  )
}

function spanAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const some = r.f(i) === 'some' && ['بضع', 'بضعه'].includes(r.stem(i))
  if (some) {
    const fields = {
      kind: 'number_range' as const,
      min: 3,
      max: 9,
      minInclusive: true,
      maxInclusive: true,
      certainty: 'vague' as const,
    }
    return r.lexeme(i + 1).unit || r.lexeme(i + 1).magnitude || r.lexeme(i + 1).card
      ? undefined
      : ranged(scan, i, i + 1, 'number.some', fields)
  }
  const span = numberSpanAt(r, i)
  if (span === undefined || r.at(i).word.article) return undefined
  // telephone numbers, years of a season, scores and dates are others' business
  if (r.isDigits(i) && r.isSign(i + 1, '-–') && isCode(r, i, span.to)) return undefined
  const fields = {
    kind: 'number_range' as const,
    min: span.min,
    max: span.max,
    minInclusive: true,
    maxInclusive: true,
    certainty: 'exact' as const,
  }
  return ranged(scan, span.from, span.to, 'number.range', fields)
}

function isCode(r: Reader, i: number, to: number): boolean {
  const [a, b] = [r.at(i).key, r.at(to - 1).key]
  return (
    a.startsWith('0') ||
    b.startsWith('0') ||
    a.length > 6 ||
    b.length > 6 ||
    (a.length === 4 && b.length === 2 && Number(b) <= 12) ||
    (a.length === 2 && b.length === 4) ||
    (a.length === 4 && /^1[34]/.test(a) && Number(b) === Number(a) + 1)
  )
}

/** > 30، <= 20 of tables and formulae; أكبر من 100 وأصغر من 300 as one stretch. */
function comparisonAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const before = r.at(i - 1)
  if (!('من<>=عن'.includes(before.key) || ['فوق', 'علي', 'يساوي', 'يتجاوز'].includes(before.key))) return undefined
  if (r.isDigits(i) || numberAt(r, i) !== undefined || fractionWord(r, i) !== undefined) {
    const value = numberAt(r, i)?.value ?? fractionWord(r, i)?.value
    const to = numberAt(r, i)?.to ?? fractionWord(r, i)?.to ?? i + 1
    const low = boundBefore(r, i)
    if (value === undefined || low === undefined || !(low.mod === 'MORE_THAN' || low.mod === 'EQUAL_OR_MORE'))
      return undefined
    const at = r.is(to, 'و') ? to + 1 : to
    for (let j = at; j < at + 5 && j < r.length && !r.at(j).line; j++) {
      const second = numberAt(r, j) ?? fractionWord(r, j)
      if (second === undefined) continue
      const high = boundBefore(r, j)
      if (high === undefined || high.from > at || second.value <= value) return undefined
      if (high.mod !== 'LESS_THAN' && high.mod !== 'EQUAL_OR_LESS') return undefined
      const fields = {
        kind: 'number_range' as const,
        min: value,
        max: second.value,
        minInclusive: low.mod === 'EQUAL_OR_MORE',
        maxInclusive: high.mod === 'EQUAL_OR_LESS',
        certainty: 'exact' as const,
      }
      return ranged(scan, low.from, second.to, 'number.between', fields, 2)
    }
  }
  return undefined
}

function fractionWord(r: Reader, i: number): { value: number; to: number } | undefined {
  const { lexeme, article } = r.at(i).word
  if (lexeme.fraction === undefined || article || lexeme.card !== undefined) return undefined
  return { value: lexeme.fraction, to: i + 1 }
}

/** What a part is taken of, and nobody counts. */
const WHOLES: ReadonlySet<string> = new Set('اجمالي مجموع سكان السكان مساحه انتاج عدد حجم قيمه الناتج'.split(' '))

const TAKES_A_PART = /^[وف]?(?:حذف|اكل|شرب|استهلك|اقتطع|التهم|وزع)/

/** نصف مليون، ثلثا السكان، ثلاثة أرباع، واحد من ثلاثة. */
function fractionAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const { lexeme, article, proclitic } = r.at(i).word
  const make = (to: number, value: number): Found =>
    numeric(scan, i, to, 'number.fraction', { kind: 'number', value, form: 'fraction', certainty: 'exact' }, 1)
  const figure = fractionFigure(r, i)
  if (figure !== undefined && (scan.isFragment(i, figure.to) || r.at(figure.to).word.article))
    return make(figure.to, figure.value)
  const count = lexeme.card?.part === 'unit' || lexeme.card?.part === 'teen' ? numberAt(r, i) : undefined
  if (count !== undefined && isPluralFraction(r, count.to) && r.plain(count.to)) {
    return make(count.to + 1, count.value * (r.lexeme(count.to).fraction ?? 1))
  }
  // «واحد من ثلاثة» and «واحد على ثلاثة»
  if (count !== undefined && count.value === 1 && (r.f(count.to) === 'from' || r.is(count.to, 'علي'))) {
    const whole = numberAt(r, count.to + 1)
    if (whole && whole.value >= 2 && whole.value <= 100 && Number.isInteger(whole.value))
      return make(whole.to, 1 / whole.value)
  }
  if (lexeme.fraction === undefined || article || proclitic === 'ك') return undefined
  const scale = r.lexeme(i + 1).card
  if (
    scale !== undefined &&
    !r.at(i + 1).line &&
    r.plain(i + 1) &&
    (scale.part === 'scale' || scale.part === 'hundred') &&
    !scale.plural &&
    !scale.dual
  ) {
    if (lexeme.card !== undefined && lexeme.fraction < 1 / 4) return undefined
    const value = lexeme.fraction * scale.value
    return numeric(scan, i, i + 2, 'number', { kind: 'number', value, certainty: 'exact' }, 1)
  }
  // «خمس إجمالي الناتج» is a fifth, and no five
  // and so is «خمس الساعة»: a count has the plural after it
  const unit = r.at(i + 1).word.article && r.plain(i + 1) ? r.lexeme(i + 1).unit : undefined
  const isPart = unit?.count === 1 && unit.unit !== 'day' && !r.at(i + 1).line
  if (lexeme.card !== undefined)
    return lexeme.card.part === 'unit' && (isPart || WHOLES.has(r.at(i + 1).key))
      ? make(i + 1, lexeme.fraction)
      : undefined
  // «ثمن» is a price before it is an eighth
  // «اتساع» is a widening unless it is counted
  if (isPluralFraction(r, i)) return undefined
  if (r.stem(i) === 'ثمن' && !scan.isFragment(i, i + 1) && !TAKES_A_PART.test(r.at(i - 1).key)) return undefined
  const next = r.at(i + 1)
  const isDozen = next.key === 'دزينه' && !next.line
  if (isDozen)
    return numeric(scan, i, i + 2, 'number', { kind: 'number', value: 12 * lexeme.fraction, certainty: 'exact' }, 1)
  // «نصف نهائي», «ربع النهائي», and «نص» the text
  if (/^(?:(?:ال)?قرن$|(?:ال)?نها[يئ])/.test(next.key) || (r.stem(i) === 'نص' && !scan.isFragment(i, i + 1)))
    return undefined
  if (r.stem(i) === 'نص' && scan.isFragment(i, i + 1)) return make(i + 1, 0.5)
  if (!scan.isFragment(i, i + 1) && !(next.kind === 'word' && (next.word.article || boundBefore(r, i))))
    return undefined
  return make(i + 1, lexeme.fraction)
}

function identifierAt(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  const token = r.at(i)
  let at = i
  if (!r.isDigits(at)) return undefined
  const figure = r.at(at).key
  if (figure.length > 12) return undefined
  // إف-16، ميغ-29، إس-400، F-35
  const isModel =
    r.isSign(i - 1, '-–') && r.touches(i) && r.touches(i - 1) && r.isWord(i - 2) && r.lexeme(i - 2).month === undefined
  const isLatin = r.isWord(i - 1) && !token.line && /[a-z]$/.test(r.at(i - 1).key)
  // telephone and account numbers: nothing is counted in nine figures without a separator
  const isLong =
    !scan.isFragment(i, i + 1) &&
    ((figure.startsWith('0') && figure.length >= 6) || (figure.length >= 9 && !r.lexeme(i + 1).currency))
  // «تي.آر.بي.إم8»: letters told apart by points
  const isSpelled =
    r.touches(i) && r.isWord(i - 1) && r.touches(i - 1) && r.isSign(i - 2, '.-') && r.touches(i - 2) && r.isWord(i - 3)
  const isNumbered = r.isSign(i - 1, '("«“') && isIdentified(r, i - 2, true)
  const isContact = figure.length >= 5 && !scan.isFragment(i, i + 1) && saysContact(r, i)
  if (
    !isModel &&
    !isSpelled &&
    !isLatin &&
    !isLong &&
    !isNumbered &&
    !isLetterCode(r, i) &&
    !isContact &&
    !isIdentified(r, i - 1, false)
  )
    return undefined
  // «العدد 1,234,567» goes on
  if (!isModel && !isLong && (literalAt(r, i)?.to ?? at) > i + 1) return undefined
  if (r.isSign(i + 1, '%٪') || r.lexeme(i + 1).card?.part === 'scale') return undefined
  at++
  return numeric(scan, i, at, 'identifier', { kind: 'identifier', value: Number(figure), certainty: 'exact' }, 2)
}

/** «رقم (م - 17)», «المرسوم م/54»: a letter and a figure. */
const isLetterCode = (r: Reader, i: number): boolean =>
  r.isSign(i - 1, '-–/') &&
  r.isWord(i - 2) &&
  r.at(i - 2).key.length === 1 &&
  (r.isSign(i - 3, '(') ? isIdentified(r, i - 4, true) : isIdentified(r, i - 3, false))

const CONTACT = /^(?:و|ف)?(?:ال|لل|ب|ل)?(?:رساله|رسايل|sms|اتصال|للاتصال|جوال|موبايلي|هاتف|هواتف|ايبان|حساب)$/

/** A number to call or to write to stands near. */
function saysContact(r: Reader, i: number): boolean {
  if (!r.isSign(i - 1, ':,،-') && !['الي', 'علي', 'او'].includes(r.at(i - 1).key)) return false
  for (let j = i - 1; j >= 0 && i - j <= 12 && !r.at(j + 1).line; j--)
    if (r.isWord(j) && CONTACT.test(r.at(j).key)) return true
  return false
}

function isIdentified(r: Reader, i: number, bracket: boolean): boolean {
  if (i < 0 || r.at(i + 1).line || !r.isWord(i)) return false
  const key = r.at(i).key
  // «قرار مجلس الأمن الدولي 2254»
  const council = key === 'الدولي' || key === 'الاممي' ? i - 1 : i
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

const RANKS = /^و?(?:ال|لل)?(?:رقيب|ملازم|عريف|وكيل|جندي|فريق|عميد|مساعد|ضابط|شاويش|سكرتير)$/

const SUBSTANCES = /^(?:اكسيد|اوكسيد|كبريتيد|كلوريد|فلوريد|بروميد|كبريتات)$/

const RATED =
  /^(?:(?:جيجا|ميجا|ميغا|غيغا|كيلو)?(?:بت|بايت|متر|مترات)|امتار|مترا|كم|كلم|لف[هات]+|اطار[اات]*|صور[هات]*|قدم|دور[هات]+|مر[هات]+)$/

const ordinal: Rule = {
  id: 'ordinal',
  starts: ORDINAL | CARD | PARTICLE,
  opens: ({ r }, i, mask) =>
    (mask & ORDINAL) !== 0 ||
    ((mask & CARD) !== 0 && r.hasArticle(i)) ||
    ((mask & PARTICLE) !== 0 && (r.mask(i + 1) & DIGITS) !== 0),
  find(scan, i) {
    const { r } = scan
    const found = ordinalAt(r, i)
    if (found === undefined) return undefined
    const { proclitic, lexeme, stem } = r.at(i).word
    const fragment = scan.isFragment(i, found.to)
    if (found.digits && !r.touches(i + 1) && !r.is(i, 'ال')) return undefined
    // «لم تتجاوز الـ1400 وحدة»: an article before a bounded figure makes no rank of it
    if (found.digits && !fragment) {
      if (boundBefore(r, i) !== undefined || isCountOfDefinite(r, i, found.value)) {
        const fields = { kind: 'number' as const, value: found.value, definite: true, certainty: 'exact' as const }
        return numeric(scan, i, found.to, 'number', fields, 1)
      }
    }
    if (!found.article && !fragment) {
      // an indefinite ordinal heads its noun (ثالث أكبر مدينة، أول زيارة) or follows one (مرة ثانية)
      if (stem === 'ثان' || stem === 'ثاني' || lexeme.ordinal === 11) {
        if (!r.isWord(i + 1)) return undefined
      }
      if (proclitic === 'ك' && stem !== 'اول') return undefined
      if (lexeme.unit !== undefined && r.f(i - 1) !== 'times') return undefined
      if (!r.isWord(i + 1) || r.at(i + 1).line) {
        if (!(r.isWord(i - 1) && !r.at(i).line)) return undefined
      }
      if (r.at(i + 1).word.article && !['اول', 'اولي', 'ثاني', 'ثالث', 'رابع', 'خامس', 'ثانيه'].includes(stem))
        return undefined
    }
    // «مساء أول من (السبت)» and «الساعات الأولى» are no ranks
    if (stem === 'اول' && r.f(found.to) === 'from' && r.isSign(found.to + 1, '(')) return undefined
    // «أول ما انضممت» is when
    if (stem === 'اول' && r.is(found.to, 'ما') && !found.article) return undefined
    // «ثورة العشرين»: the year of a rising
    if (stem === 'عشرين' && found.article && /^(?:و|ب|ل)?ثوره$/.test(r.at(i - 1).key)) return undefined
    if (!found.digits && isAge(r, i, found.to))
      return numeric(scan, i, found.to, 'ordinal', {
        kind: 'ordinal',
        value: found.value,
        certainty: 'exact',
      }).silenced()
    // «ثاني أكسيد الكربون»: a substance
    if (!found.article && SUBSTANCES.test(r.at(found.to).key)) return undefined
    // «آل ثاني» is a family
    if (!found.article && (r.is(i - 1, 'ال') || r.is(i - 1, 'بن'))) return undefined
    // «رقيب أول», «ملازم أول»: a rank
    if (!found.article && (stem === 'اول' || stem === 'ثان' || stem === 'ثاني') && RANKS.test(r.at(i - 1).key))
      return undefined
    // «300 جيجابت في الثانية» is a rate
    if (stem === 'ثانيه' && found.article && r.f(i - 1) === 'in' && RATED.test(r.at(i - 2).key)) return undefined
    const isCount = lexeme.card !== undefined && found.article
    // «جبل الزنوج والأربعين», «مجموعة العشرين»: names
    const isName = proclitic === 'و' || r.stem(i - 1) === 'مجموعه'
    if (isCount && isName && found.to === i + 1 && !fragment) return undefined
    // «فوق الثلاثين» bounds a count
    const bound = isCount ? boundBefore(r, i) : undefined
    if (bound !== undefined && bound.mod !== 'APPROX') {
      return numeric(
        scan,
        i,
        found.to,
        'number',
        { kind: 'number', value: found.value, definite: true, certainty: 'exact' },
        1,
      )
    }
    if (isCount && !fragment && !isPlaceInRow(r, i)) return undefined
    const isWide = lexeme.card !== undefined && (lexeme.card.part === 'hundred' || lexeme.card.part === 'scale')
    if (isWide && !fragment) return undefined
    // «الثاني» after a king's name, «الثانية» of a unit keep their rank
    return numeric(scan, i, found.to, 'ordinal', { kind: 'ordinal', value: found.value, certainty: 'exact' }, 1)
  },
}

const RANKED =
  /^(?:و|ف|ب|ل|ال|لل|بال|وال)*(?:دور[هتي]|مركز|مرتبه|ذكري|نسخه|جوله|مرحله|اسبوع|قرن|يوم|دقيقه|عدد|قمه|جلسه|مؤتمر|موتمر|مره|ليله|عام|سنه|شهر|حلقه|طبعه|مجموعه|كلمه|هدف|مباراه|لقب|دفعه|ثانيه|لواء|فوج|مرتبته|مركزه|دورته|دورتها|هدفه|لقبه|اجتماع|ملتقي|مهرجان|معرض|رقم|صف|خط|رييس|بطوله)/

/** «الدول الـ13», «ركابها الـ159»: so many, said with the article; after «الدورة» it is a place. */
function isCountOfDefinite(r: Reader, i: number, value: number): boolean {
  const { key, kind } = r.at(i - 1)
  // «لا يتجاوز عددها الـ50 أو الـ60 عباءة»
  if (key === 'او' && r.isDigits(i - 2)) return isCountOfDefinite(r, i - 3, Number(r.at(i - 2).key))
  if (/^[وبل]?عدد(?:ه|ها|هم|هن)$/.test(key)) return true
  if (kind !== 'word' || r.at(i).line || RANKED.test(key)) return false
  return value > 200 || /(?:ات|ين|ون|يا|اء|ها|هم|هن)$/.test(key) || PLURALS.test(key)
}

const PLURALS =
  /^(?:و|ف|ب|ل)?(?:ال|لل)(?:دول|فرق|منتخبات|انديه|اعضاء|لاعبين|ايام|مدن|مقاعد|نواب|اهداف|رجال|اشخاص|طلاب|جنود|قتلي|ركاب|مرشحين|مناطق|وزراء|بنود|شروط|نقاط)$/

/** «الذكرى العشرون» counts places; «السنوات العشرين» counts years. */
function isPlaceInRow(r: Reader, i: number): boolean {
  const before = r.at(i - 1)
  if (before.kind !== 'word' || r.at(i).line) return false
  return !/ات$|ين$/.test(before.key) && before.word.lexeme.unit?.count !== 'many'
}

/** عشرات، مئات الآلاف، الآلاف: a magnitude without a figure. */
const vague: Rule = {
  id: 'number.vague',
  starts: FRACTION | CARD,
  opens({ r }, i) {
    const { magnitude, card } = r.lexeme(i)
    return magnitude !== undefined || card?.plural === true
  },
  find(scan, i) {
    const { r } = scan
    const { lexeme, proclitic } = r.at(i).word
    if (proclitic === 'ك') return undefined
    let magnitude = lexeme.magnitude
    let to = i + 1
    if (magnitude !== undefined) {
      const next = r.lexeme(to).card
      if (next?.plural && r.plain(to) && !r.at(to).line) {
        magnitude *= next.value
        to++
      }
    } else if (lexeme.card?.plural) {
      if (numberAt(r, i - 1) !== undefined && r.isDigits(i - 1)) return undefined
      magnitude = lexeme.card.value
    } else return undefined
    return numeric(scan, i, to, 'number.vague', { kind: 'number_vague', value: magnitude, certainty: 'vague' })
  },
}

const IN_SEQUENCE = new Set(
  'صفحه سوال بند جمله فقره سطر كتاب كتب خطوه فصل جزء عنصر قائمه درس صوره مقطع كلمه رقم نقطه اسئله بنود فقرات خطوات'.split(
    ' ',
  ),
)

/** الصفحة التالية، السؤال السابق، الفقرة قبل الأخيرة: places counted from here or from the end. */
const relative: Rule = {
  id: 'ordinal.relative',
  starts: TURN | SIDE,
  opens: ({ r }, i, mask) => ((mask | r.mask(i + 1)) & TURN) !== 0,
  find(scan, i) {
    const { r } = scan
    const isBefore = r.f(i) === 'before' && r.plain(i)
    const at = isBefore ? i + 1 : i
    const { key } = r.at(at)
    const isEnd = ['الاخير', 'الاخيره', 'الاخر'].includes(key)
    const offset = isEnd ? (isBefore ? -1 : 0) : isBefore ? undefined : FROM_HERE[key]
    if (offset === undefined || (at > i && r.at(at).line)) return undefined
    let head = i - 1
    while (head >= 0 && i - head <= 3 && (numberAt(r, head) !== undefined || r.lexeme(head).card)) head--
    const noun = r.at(head)
    const isSequence =
      noun.kind === 'word' &&
      !r.at(i).line &&
      noun.key.includes('ال') &&
      (IN_SEQUENCE.has(noun.key.replace(/^[وفبلك]*ال|^لل/, '')) || (isBefore && noun.key.endsWith('الواحد')))
    // «هذا العنصر السابق في القوات» was one before
    if (r.f(head - 1) === 'this') return undefined
    const isCounted = head < i - 1 && noun.kind === 'word' && IN_SEQUENCE.has(noun.word.stem)
    // «أريني السابق.»: the adjective stands for its noun at the end of the clause
    const isBare =
      r.isWord(i - 1) &&
      !r.at(i).line &&
      !r.at(i - 1).key.includes('ال') &&
      r.f(i - 1) === undefined &&
      r.lexeme(i - 1).unit === undefined &&
      (at + 1 >= r.length || r.isSign(at + 1, '.؟!'))
    const isQuoted = r.isSign(i - 1, '"«“') && r.isSign(at + 1, '"»”')
    const isLonePenultimate = isBefore && isEnd && (i === 0 || isBare)
    if (!isSequence && !isCounted && !isQuoted && !isLonePenultimate && !(isBare && !isEnd && r.length <= 6))
      return undefined
    const fields = {
      kind: 'ordinal_relative' as const,
      value: offset,
      relativeTo: isEnd ? ('end' as const) : ('current' as const),
      certainty: 'exact' as const,
    }
    return numeric(scan, i, at + 1, 'ordinal.relative', fields, 1)
  },
}

const FROM_HERE: Readonly<Record<string, number>> = {
  التالي: 1,
  التاليه: 1,
  السابق: -1,
  السابقه: -1,
  الحالي: 0,
  الحاليه: 0,
}

export const figureRules: readonly Rule[] = [number, ordinal, relative, vague]
