import { CARD, DIGITS, ORDINAL, PARTICLE, SIDE, TURN } from '../lex/starts.js'
import { boundBefore } from './bounds.js'
import { numberAt } from './number.js'
import { numeric } from './numeric.js'
import { isAge, ordinalAt } from './ordinal.js'
import type { Reader } from './reader.js'
import type { Rule } from './rule.js'
import { isYearOfWar } from './year-period.js'

const RANKS = /^و?(?:ال|لل)?(?:رقيب|ملازم|عريف|وكيل|جندي|فريق|عميد|مساعد|ضابط|شاويش|سكرتير)$/

const SUBSTANCES = /^(?:اكسيد|اكاسيد|اوكسيد|كبريتيد|كلوريد|فلوريد|بروميد|كبريتات)$/

const SQUARES = /^[وفبل]?(?:ال)?(?:ميدان|ميداني|اعتصام|اعتصامي|فض|احداث|مجزره|مذبحه|اشاره|شاره|شعار|ساحه|مسجد|علامه)$/

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
    // «تخطى متابعوه الـ100 ألف»
    // «المئة ألف سلة», «الخمسين ألفا»
    const isFigure = found.digits || (found.article && ['ten', 'hundred'].includes(lexeme.card?.part ?? ''))
    const scale = isFigure && found.to === i + (found.digits ? 2 : 1) ? r.lexeme(found.to).card : undefined
    if (scale?.part === 'scale' && r.plain(found.to) && !r.at(found.to).line && !r.at(found.to).word.article) {
      const fields = {
        kind: 'number' as const,
        value: found.value * scale.value,
        definite: true,
        certainty: 'exact' as const,
      }
      return numeric(scan, i, found.to + 1, 'number', fields, 1)
    }
    // «فلسطينيو الـ48», «سن الـ18»: a year and an age
    if (found.digits && (isYearOfWar(r, i + 1) || r.is(i - 1, 'سن'))) return undefined
    // «لم تتجاوز الـ1400 وحدة»: an article before a bounded figure makes no rank of it
    if (found.digits && !fragment) {
      const isCount = isCountOfDefinite(r, i, found.value) || isCounting(r, found.to)
      if (boundBefore(r, i) !== undefined || (isCount && !isAge(r, i, found.to))) {
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
    if (found.article ? isBetter(r, i) : isWorthy(r, i)) return undefined
    // «الساعات الأولى من الفجر» has no second
    if (stem === 'اولي' && found.article && r.is(i - 1, 'الساعات')) return undefined
    // «أول ما انضممت» is when
    if (stem === 'اول' && r.is(found.to, 'ما') && !found.article) return undefined
    // «ثورة العشرين»: the year of a rising
    if (stem === 'عشرين' && found.article && /^(?:و|ب|ل)?ثوره$/.test(r.at(i - 1).key)) return undefined
    if (isAge(r, i, found.to))
      return numeric(scan, i, found.to, 'ordinal', {
        kind: 'ordinal',
        value: found.value,
        certainty: 'exact',
      }).silenced()
    // «ثاني أكسيد الكربون»: a substance
    if (!found.article && SUBSTANCES.test(r.at(found.to).key)) return undefined
    // «فض اعتصام رابعة»: a square, where nothing is ranked behind it
    if (stem === 'رابعه' && !found.article && SQUARES.test(r.at(i - 1).key)) return undefined
    // «آل ثاني» is a family
    if (!found.article && (r.is(i - 1, 'ال') || r.is(i - 1, 'بن'))) return undefined
    // «رقيب أول», «ملازم أول»: a rank
    if (!found.article && (stem === 'اول' || stem === 'ثان' || stem === 'ثاني') && RANKS.test(r.at(i - 1).key))
      return undefined
    // «300 جيجابت في الثانية» is a rate
    if (stem === 'ثانيه' && found.article && r.f(i - 1) === 'in' && RATED.test(r.at(i - 2).key)) return undefined
    const isCount = lexeme.card !== undefined && found.article
    // «جبل الزنوج والأربعين», «مجموعة العشرين»: names
    const isName = proclitic === 'و' || STREETS.has(r.stem(i - 1))
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

/** «فمن الأولى الاهتمام بالتعليم», «من الأولى أن»: it would be better. */
const isBetter = (r: Reader, i: number): boolean =>
  r.stem(i) === 'اولي' &&
  /^[وف]?من$/.test(r.at(i - 1).key) &&
  !r.at(i + 1).line &&
  (r.isDefinite(i + 1) || r.is(i + 1, 'ان'))

/** «أولى بالرعاية», «من باب أولى», «أولا بأول», «لا أول له»: worthier, in turn, without end. */
function isWorthy(r: Reader, i: number): boolean {
  const { stem, proclitic } = r.at(i).word
  // «أولى القضية عنايته»: he gave it
  if (stem === 'اولي' && r.at(i + 1).word.article && [2, 3, 4, 5].some((k) => CARE.test(r.at(i + k).key))) return true
  if (stem === 'اولي' && (isPredicate(r, i) || r.is(i + 1, 'الالباب'))) return true
  if (stem === 'اولي') return WORTHIER.test(r.at(i + 1).key) || r.is(i - 1, 'باب')
  if (stem !== 'اول') return false
  // «دينا باول»: a name is written without the hamza
  const { start, end, key } = r.at(i)
  if (key === 'باول' && !r.text.slice(start, end).includes('أ')) return true
  return (proclitic === 'ب' && r.is(i - 1, 'اولا')) || r.is(i - 1, 'لا')
}

/** «أولى بالرعاية», «أولى منا بهم» */
const WORTHIER = /^(?:بال.{2}|به|بها|بهم|بنا|بان$|من(?:ا|ك|كم|ه|ها|هم|ي)$)/

const PERSONS = /^[وف]?(?:نحن|انا|انت|انتم|اننا|انكم)$/

/** «الفرق السعودية أولى»: said of a definite noun, with nothing behind it to rank. */
function isPredicate(r: Reader, i: number): boolean {
  const next = r.at(i + 1)
  // «نحن أولى بمشاهدة»
  if (PERSONS.test(r.at(i - 1).key) && !r.at(i).line && /^(?:ب|من$)/.test(next.key)) return true
  const isOver = next.kind !== 'word' || next.line || /^و/.test(next.key)
  return isOver && !r.at(i).word.article && r.isWord(i - 1) && !r.at(i).line && /^[وفب]?(?:ال|لل)/.test(r.at(i - 1).key)
}

const CARE = /^[وب]?(?:ال)?(?:اهتمام|عنايه|عنايت|رعايه|رعايت|اولويه|ثقه|ثقت)/

const STREETS: ReadonlySet<string> = new Set('مجموعه قمه شارع طريق خط دوار ميدان ساحه حي منطقه محور'.split(' '))

const RANKED =
  /^(?:و|ف|ب|ل|ال|لل|بال|وال)*(?:دور[هتي]|مركز|مرتبه|ذكري|نسخه|جوله|مرحله|اسبوع|قرن|يوم|دقيقه|عدد|قمه|جلسه|مؤتمر|موتمر|مره|ليله|عام|سنه|شهر|حلقه|طبعه|مجموعه|كلمه|هدف|مباراه|لقب|دفعه|ثانيه|لواء|فوج|مرتبته|مركزه|دورته|دورتها|هدفه|لقبه|اجتماع|ملتقي|مهرجان|معرض|رقم|صف|خط|رييس|بطوله|ميلاد)/

/** «تشكيلة الـ23 لاعبا», «قادة الـ5 دول»: the counted noun stands behind. */
const isCounting = (r: Reader, to: number): boolean =>
  r.isWord(to) && !r.at(to).line && r.plain(to) && !r.at(to).word.article && r.lexeme(to).noun !== undefined

/** «الدول الـ13», «ركابها الـ159»: so many, said with the article; after «الدورة» it is a place. */
function isCountOfDefinite(r: Reader, i: number, value: number): boolean {
  const { key, kind } = r.at(i - 1)
  // «بلغت الـ50 أو الـ60 مقعدا»
  if (key === 'او' && r.isDigits(i - 2)) return isCountOfDefinite(r, i - 3, Number(r.at(i - 2).key))
  if (/^[وبل]?عدد(?:ه|ها|هم|هن)$/.test(key)) return true
  if (kind !== 'word' || r.at(i).line) return false
  // «أندية البطولة الـ20»
  if (/^(?:ال|لل)(?:بطوله|دوري|كاس)$/.test(key) && CLUBS.test(r.at(i - 2).key)) return true
  if (RANKED.test(key)) return false
  // «الأسباب الـ11»: a plural; «الإصدار الـ11» is one
  if (/^[وفبل]?(?:ال|لل)ا..ا.$/.test(key) && r.text.slice(r.at(i - 1).start, r.at(i - 1).end).includes('أ'))
    return key !== 'الالعاب'
  // «الدول الأوروبية الـ28»
  const isDescribed = /^ال.*[يا]ه$/.test(key) && PLURALS.test(r.at(i - 2).key) && !r.at(i - 1).line
  if (isDescribed && ![3, 4].some((back) => RANKED.test(r.at(i - back).key))) return true
  return value > 200 || /(?:ات|ين|ون|يا|اء|ها|هم|هن)$/.test(key) || PLURALS.test(key) || isOfPlural(r, i - 1)
}

/** «أعضائه الـ15», «مقاعده الـ45», «قطاعات السوق الـ15», «دول الاتحاد الأوروبي الـ28»: many, owned by somebody or something. */
function isOfPlural(r: Reader, i: number): boolean {
  if (OWNED.test(r.at(i).key)) return true
  for (let j = i; j > i - MAX_OWNERS && r.isWord(j) && r.isDefinite(j) && r.plain(j) && !r.at(j).line; j--)
    if (HEADED.test(r.at(j - 1).key) && !r.isDefinite(j - 1)) return true
  return false
}

const MAX_OWNERS = 3
const CLUBS = /^[وفبل]*(?:انديه|فرق|منتخبات|ملاعب)$/
const OWNED =
  /ايه$|ايها$|اءه$|اته$|^[وفبل]*(?:مقاعد|اعضاء|ابناء|افراد|فروع|اندي|دول|مدن|طلاب|عمال|لاعب|نواب|مواقع|مكاتب|مصانع|طواقم|اجزاء|فصول)[يت]?ه$/
const HEADED =
  /^[وفبلك]*(?:دول|مدن|فرق|اندي?ه|اعضاء|افراد|ابناء|ركاب|قتلي|ضحايا|نواب|وزراء|بنود|مقاعد|مناطق|مكاتب|مواقع|ملاعب|مراكز|فروع|عمال|لاعبي|قطاعات|محافظات|ولايات|امارات|شركات|منتخبات|جامعات|مديريات|بلديات|دوائر)$/

const PLURALS =
  /^(?:و|ف|ب|ل)?(?:ال|لل)(?:دول|اعوام|اشهر|شهور|اسابيع|عقود|قرون|دقائق|فرق|منتخبات|انديه|اعضاء|لاعبين|ايام|مدن|مقاعد|نواب|اهداف|رجال|اشخاص|طلاب|جنود|قتلي|ركاب|شكاوي|قضايا|مرشحين|مناطق|وزراء|بنود|شروط|نقاط)$/

/** «الذكرى العشرون» counts places; «السنوات العشرين» counts years. */
function isPlaceInRow(r: Reader, i: number): boolean {
  const before = r.at(i - 1)
  if (before.kind !== 'word' || r.at(i).line) return false
  // «الدول العشرين»
  if (PLURALS.test(before.key)) return false
  return !/ات$|ين$/.test(before.key) && before.word.lexeme.unit?.count !== 'many'
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
  suits: ({ key, word }) => word.lexeme.f === 'before' || FROM_HERE[key] !== undefined || ENDS.has(key),
  opens: ({ r }, i, mask) => ((mask | r.mask(i + 1)) & TURN) !== 0,
  find(scan, i) {
    const { r } = scan
    const isBefore = r.f(i) === 'before' && r.plain(i)
    const at = isBefore ? i + 1 : i
    const { key } = r.at(at)
    const isEnd = ENDS.has(key)
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
    const isQuoted = r.isSign(i - 1, '"«“') && r.isSign(at + 1, '"»”') && r.touches(i) && r.touches(at + 1)
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

const ENDS: ReadonlySet<string> = new Set(['الاخير', 'الاخيره', 'الاخر'])

const FROM_HERE: Readonly<Record<string, number>> = {
  التالي: 1,
  التاليه: 1,
  السابق: -1,
  السابقه: -1,
  الحالي: 0,
  الحاليه: 0,
}

export const rankRules: readonly Rule[] = [ordinal, relative]
