import { BETWEEN, DAY_WORD, DIGITS, FROM, NUMBER, PARTICLE, THROUGH, UNIT } from '../lex/starts.js'
import { durationAt, durationText } from './duration.js'
import { fractionAfter, numberAt } from './number.js'
import { numeric, ranged } from './numeric.js'
import type { Found, Rule, Scan } from './rule.js'
import { numberSpanAt } from './span-of-numbers.js'
import { SPECIAL_YEARS } from './year.js'

const MEASURED_BY = new Set([
  'مده',
  'لمده',
  'طوال',
  'طيله',
  'خلال',
  'مدي',
  'فتره',
  'استمر',
  'استغرق',
  'استغرقت',
  'دام',
  'دامت',
  'مهله',
  'غضون',
])

/** ستة أشهر، أسبوعين، طوال اليوم، لمدة ساعة. */
const duration: Rule = {
  id: 'duration',
  starts: DIGITS | NUMBER | UNIT | THROUGH | PARTICLE | BETWEEN | FROM,
  needs: (mask) => ((mask & (THROUGH | UNIT)) === 0 ? UNIT : 0),
  opens(scan, i, mask, run) {
    const { r } = scan
    if ((mask & THROUGH) !== 0) return (r.mask(i + 1) & (UNIT | DAY_WORD)) !== 0
    if ((mask & (FROM | BETWEEN)) !== 0) return (run & UNIT) !== 0 && (run & (DIGITS | NUMBER)) !== 0
    if ((mask & (DIGITS | NUMBER)) !== 0 && (run & UNIT) !== 0) return true
    if ((mask & UNIT) === 0) return false
    return mayMeasure(scan, i, run)
  },
  find(scan, i) {
    const { r } = scan
    const through = throughout(scan, i)
    if (through !== undefined) return through
    const span = numberSpanAt(r, i)
    const unit = span && r.lexeme(span.to).unit
    // «صفر - 1 يوم الأحد»: a result and a day
    const isResult =
      r.stem(i) === 'صفر' ||
      (unit?.unit === 'day' &&
        r.lexeme(span?.to ?? i).unit?.count === 1 &&
        r.lexeme((span?.to ?? i) + 1).weekday !== undefined)
    if (span && unit && unit.count !== 2 && r.plain(span.to) && !isResult) {
      const low = durationText({ amounts: [{ unit: unit.unit, count: span.min }] })
      const high = durationText({ amounts: [{ unit: unit.unit, count: span.max }] })
      return scan.temporal(
        span.from,
        span.to + 1,
        'duration.range',
        { kind: 'duration', value: `${low}/${high}`, certainty: 'approx' },
        2,
      )
    }
    const between = betweenLengths(scan, i)
    if (between !== undefined) return between
    const found = durationAt(r, i)
    if (found === undefined) return undefined
    const { to } = found
    const fragment = scan.isFragment(i, to)
    const measured =
      isMeasured(r.at(i - 1).key, r.at(i).word.proclitic) || measuredBack(r.at(i - 1).key, r.at(i - 2).key)
    if (r.at(i).word.article && numberAt(r, i) === undefined) return undefined
    if (found.barePlural) {
      const isLong = r.at(i).word.proclitic === 'ل' || ['طوال', 'طيله', 'مدي', 'مدار', 'لمده'].includes(r.at(i - 1).key)
      if (!isLong || r.at(i).word.article) return undefined
      // «الدورة 18 لأيام قرطاج»: a festival by its name
      const isFestival = [1, 2, 3, 4].some((k) =>
        /^[وفبل]?(?:ال)?(?:دوره|نسخه|طبعه|افتتاح|اختتام|فعاليات|جوائز|جوايز|مدير|مديره|هييه)$/.test(r.at(i - k).key),
      )
      if (isFestival && r.isWord(to) && r.mask(to) === 0) return undefined
      // «لعقود الخام» are contracts
      const isDecades = r.lexeme(i).unit?.unit === 'decade' && !r.at(to).line
      if (isDecades && (r.at(to).word.article || TRADED.test(r.at(to).key))) return undefined
    }
    if (found.single && !fragment && !measured) return undefined
    // «عطلة نصف العام الدراسي»: of a year that is no twelve months
    if (r.hasArticle(to - 1) && SPECIAL_YEARS.has(r.at(to).key) && !r.at(to).line) return undefined
    // «عامي 568 و645» names two years
    if (/^[وفبل]?(?:عامي|سنتي)$/.test(r.at(i).key) && r.isDigits(to) && !r.at(to).line) return undefined
    // «لعام 2016/17» names its year
    if (found.single && r.isDigits(to) && r.at(to).key.length === 4 && !r.at(to).line) return undefined
    // «خلال يوم العيد»: a genitive names the day
    if (found.single && !fragment && r.at(to).word.article && r.isWord(to) && !r.at(to).line) return undefined
    // «لعقد الجمعيات» is for holding them; «لحظة واحدة» is no measure
    const isHeld = found.single && found.amounts[0]?.unit === 'decade' && r.at(i).word.proclitic === 'ل'
    if (!fragment && ((isHeld && r.f(to) !== 'from') || r.stem(i) === 'لحظه')) return undefined
    const vague = found.vague !== undefined
    const reading = {
      kind: 'duration' as const,
      value: durationText(found),
      certainty: vague ? ('vague' as const) : ('exact' as const),
    }
    return scan.temporal(i, to, 'duration', reading, 1)
  },
}

/** «بين 90 يوما وستة أشهر»: from one length to another, each with its own unit. */
function betweenLengths(scan: Scan, i: number): Found | undefined {
  const { r } = scan
  if (r.f(i) !== 'between' || r.at(i + 1).line) return undefined
  const both = durationAt(r, i + 1)
  const [low, high] = both?.amounts ?? []
  if (both === undefined || low === undefined || high === undefined || both.amounts.length > 2) return undefined
  const value = `${durationText({ amounts: [low] })}/${durationText({ amounts: [high] })}`
  return scan.temporal(i, both.to, 'duration.range', { kind: 'duration', value, certainty: 'approx' }, 2)
}

/** «لعقود برنت», «لعقود آجلة» */
const TRADED = /^(?:برنت|خام|نفط|ذهب|غاز|اجله|تسليم|شراء|بيع|عمل|ايجار|تنفيذ|صيانه|توريد|مع|في)$/

/** A unit without a figure is a length only where another amount, «كاملة», «عدة» or a word before it says so. */
function mayMeasure(scan: Scan, i: number, run: number): boolean {
  const { r } = scan
  const { lexeme, article, proclitic } = r.at(i).word
  if (article) return false
  return (
    lexeme.unit?.count === 2 ||
    proclitic !== '' ||
    (run & (UNIT | NUMBER)) !== 0 ||
    r.isKnown(i + 1) ||
    r.isKnown(i - 1) ||
    scan.isHead(i)
  )
}

const isMeasured = (before: string, proclitic: string): boolean => proclitic === 'ل' || MEASURED_BY.has(before)

/** «ما لا يقل عن عام» (but not «الحديث عن عقد»)، «أكثر من ساعة»، «نحو شهر»، «بعد مضي عام» measure too. */
const measuredBack = (last: string, before: string): boolean =>
  ['نحو', 'حوالي', 'قرابه', 'زهاء', 'كل'].includes(last)
    ? last !== 'كل'
    : last === 'من' || last === 'عن'
      ? ['اكثر', 'اقل', 'ازيد', 'يقرب', 'يقل', 'تقل', 'يزيد', 'تزيد'].includes(before)
      : ['يقارب', 'يناهز', 'يتجاوز', 'مضي', 'مرور'].includes(last)

/** طوال اليوم: the whole of a unit. */
function throughout(scan: Parameters<Rule['find']>[0], i: number): ReturnType<Rule['find']> {
  const { r } = scan
  if (!['طوال', 'طيله', 'طول'].includes(r.stem(i)) || !r.plain(i)) return undefined
  const next = r.at(i + 1)
  const isDay = next.key === 'اليوم'
  const unit = isDay ? { unit: 'day' as const, count: 1 as const } : next.word.lexeme.unit
  if (unit?.count !== 1 || next.line || next.word.proclitic !== '') return undefined
  if (r.lexeme(i + 2).turn !== undefined || r.isDigits(i + 2)) return undefined
  // «طيلة يوم أمس», «مستشفى الطوال العام», «طيلة شهر ونصف»
  if (r.lexeme(i + 2).day !== undefined || r.at(i).word.article || fractionAfter(r, i + 2) !== undefined)
    return undefined
  const value = durationText({ amounts: [{ unit: unit.unit, count: 1 }] })
  return scan.temporal(i, i + 2, 'duration.throughout', { kind: 'duration', value, certainty: 'exact' }, 2)
}

export const durationRules: readonly Rule[] = [duration]
export { numeric, ranged }
