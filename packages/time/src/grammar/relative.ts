import { DIGITS, FROM, NUMBER, SIDE, THROUGH, UNIT } from '../lex/starts.js'
import { DAY, dateText, HOUR, localText } from '../resolve/iso.js'
import type { Context, Reading } from '../resolve/reading.js'
import { type DurationMatch, durationAt, durationText } from './duration.js'
import { numberAt } from './number.js'
import { pointAt } from './point.js'
import type { Reader } from './reader.js'
import { span, within } from './relative-span.js'
import type { Found, Rule, Scan } from './rule.js'
import { fromNow, isEventAfter, move, pointReading, spanReading } from './steps.js'

/** What is held or closed, and no ten years long. */
const HELD =
  /^(?:ال)?(?:صفق|اجتماع|لقاء|قم[هة]|مؤتمر|موتمر|جلس|اتفاق|ندو|محادث|مباحث|انتخاب|قران|جمعي|صلح|هدن|سلسل|شراك|مشاور|مفاوض|ورش|دور[هت]|العزم|مصالح|جولات?$|جوله)/

const WARNS = /^[وف]?(?:ي|ت)?(?:حذر|حذرت|حذروا|تحذير|خشي|خشيت|شكا|اشتكي|اشتكت|تخوف|تخوفت|قلق)$/

/** «حذرت قبل عشرة أيام من أن الإعصار يقترب»: «من» belongs to the verb. */
function isWarned(r: Reader, i: number, to: number): boolean {
  if (!r.is(to, 'من')) return false
  for (let j = i - 1; j >= 0 && i - j <= 6 && !r.breaks(j + 1); j--)
    if (r.isWord(j) && WARNS.test(r.at(j).key)) return true
  return false
}

const ago: Rule = {
  id: 'relative.ago',
  starts: SIDE,
  needs: () => UNIT,
  find(scan, i) {
    const { r } = scan
    const word = r.at(i).word
    const edge = word.lexeme.f
    if (word.article || (edge !== 'before' && edge !== 'after') || !['', 'و', 'ف', 'ل'].includes(word.proclitic))
      return undefined
    let j = i + 1
    if (r.at(j).line) return undefined
    // «قبل نحو ثلاثة أشهر»
    const about = ['نحو', 'حوالي', 'قرابه', 'اكثر', 'اقل'].includes(r.at(j).key)
    if (about) j += r.f(j + 1) === 'from' ? 2 : 1
    const duration = r.plain(j) ? durationAt(r, j) : undefined
    if (duration === undefined || r.at(j).line) return undefined
    if (r.at(j).word.article && !isFigured(r, duration)) return undefined
    // «بعد عقد صفقة»: it was closed
    if (duration.single && r.is(j, 'عقد') && HELD.test(r.at(duration.to).key) && !r.at(duration.to).line)
      return undefined
    // «يوما بعد يوم»
    if (duration.single && duration.amounts[0]?.unit === r.lexeme(i - 1).unit?.unit && !r.hasArticle(i - 1))
      return undefined
    const sign = edge === 'before' ? -1 : 1
    const now = fromNow(r, duration.to)
    // «توج قبل أعوام على حساب الجار»: only what comes after something is told by «على»
    const isOwn = edge === 'before' && r.is(duration.to, 'علي')
    if (now === undefined && !isOwn && isEventAfter(r, duration.to) && !isWarned(r, i, duration.to)) {
      const dated = fromPoint(scan, i, duration, sign)
      if (dated !== undefined) return dated
      const more = {
        duration: durationText(duration),
        direction: edge === 'before' ? ('before' as const) : ('after' as const),
      }
      return scan.temporal(i, duration.to, 'relative.event', {
        kind: 'relative_event',
        value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
        certainty: 'unanchored',
        more,
      })
    }
    if (duration.single && isAmbiguousSingle(r, duration, i)) return undefined
    // «ابتسم بعد أسبوع عصيب»: a week of its kind, and no step in time
    if (duration.single && DESCRIBED.test(r.at(duration.to).key) && !r.at(duration.to).line) return undefined
    const to = now ?? duration.to
    // «توفي بعد يومين» counts from what was told before, not from the day of the paper
    const isNarrated =
      sign > 0 &&
      now === undefined &&
      scan.settings.bias !== 'past' &&
      (scan.direction(i, to).way === 'past' || (scan.direction(i, to).way === 'nearest' && (about || isLasting(r, i))))
    if (!isNarrated && (duration.barePlural || duration.vague !== undefined)) {
      return scan.temporal(i, to, 'vague.ago', (ctx) => pointReading(duration, sign, ctx))
    }
    // «بعد سنوات هجرية» counts lunar years
    if (duration.vague === undefined && r.f(to) === 'hijri' && duration.amounts.every(({ unit }) => unit === 'year'))
      return undefined
    if (isNarrated) {
      const more = { duration: durationText(duration), direction: 'after' as const }
      return scan.temporal(i, to, 'relative.event', {
        kind: 'relative_event',
        value: 'FUTURE_REF',
        certainty: 'unanchored',
        more,
      })
    }
    const found = scan.temporal(i, to, 'relative.ago', (ctx) => pointReading(duration, sign, ctx))
    if (!about) return found
    return found.changed((item) => ({ ...item, certainty: 'approx', mod: 'APPROX' }))
  },
}

const DESCRIBED =
  /^(?:عصيب|شاق|حافل|ناجح|صعب|دام|دامي|دموي|مرير|مثير|هاديء|هادئ|متوتر|متعب|استثنائي|مميز|رائع|رايع|سيء|سيئ|عاصف|ماطر|مليء|ملئ|دراسي|تدريبي|رمضاني)ه?$/

/** «لا تزال صالحة بعد عشرين عاما»: a state, not an appointment. */
function isLasting(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < 8 && !r.breaks(j + 1); j--)
    if (/^و?(?:ت|ي)?زال(?:ت|وا)?$/.test(r.at(j).key)) return true
  return false
}

const THAT_EVENT: ReadonlySet<string> = new Set(['ذلك', 'هذا', 'ذاك'])
const FROM_IT: Readonly<Record<string, 1 | -1>> = { قبلها: -1, قبله: -1, بعدها: 1, بعده: 1, قبلهما: -1, بعدهما: 1 }

/** ب */
const BEH = 0x628

/** «قبل ذلك بيومين», «بعدها بأسبوع»: a step from what was told before. */
const stepped: Rule = {
  id: 'relative.stepped',
  starts: NUMBER | UNIT,
  opens: ({ r }, i) => r.first(i) === BEH,
  find(scan, i) {
    const { r } = scan
    if (r.first(i) !== BEH || r.at(i).word.proclitic !== 'ب' || r.at(i).line) return undefined
    const edge = THAT_EVENT.has(r.at(i - 1).key) ? r.f(i - 2) : undefined
    const key = r.at(i - 1).key.replace(/^[وف](?=.{4})/, '')
    const sign = edge === 'before' ? -1 : edge === 'after' ? 1 : FROM_IT[key]
    if (sign === undefined) return undefined
    const about = r.lexeme(i).mod === 'APPROX' ? i + 1 : i
    const duration = durationAt(r, about)
    if (duration === undefined || r.at(about).word.article) return undefined
    const from = edge === undefined ? i - 1 : i - 2
    const more = { duration: durationText(duration), direction: sign < 0 ? ('before' as const) : ('after' as const) }
    const found = scan.temporal(from, duration.to, 'relative.event', {
      kind: 'relative_event',
      value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
      certainty: 'unanchored',
      more,
    })
    if (edge !== undefined) return found
    // the tables take the word for another, so what is attached to it is cut here
    const start = r.at(from).start + (key === r.at(i - 1).key ? 0 : 1)
    return found.changed((item) => ({ ...item, start, text: r.text.slice(start, item.end) }))
  },
}

/** «بعد ثلاثة أيام من 5 مايو»: the anchor is a date of its own. */
function fromPoint(scan: Scan, i: number, duration: DurationMatch, sign: 1 | -1): Found | undefined {
  const point = pointAt(scan.r, duration.to + 1)
  if (point === undefined || point.weak || duration.vague !== undefined) return undefined
  const start = point.resolve(scan.context(i, point.to))
  if (typeof start.from !== 'number' || start.kind === 'time') return undefined
  const at = move(start.from, duration.amounts, sign)
  const day = Math.floor(at / DAY)
  const isClock = duration.amounts.some(({ unit }) => unit === 'hour' || unit === 'minute')
  const more = { duration: durationText(duration) }
  const reading: Reading = isClock
    ? { kind: 'datetime', value: localText(at), grain: 'hour', from: at, to: at + HOUR, certainty: 'approx', more }
    : {
        kind: 'date',
        value: dateText(day),
        grain: 'day',
        from: day * DAY,
        to: (day + 1) * DAY,
        certainty: start.certainty,
        more,
      }
  return scan.temporal(i, point.to, 'relative.from-date', reading)
}

const isFigured = (r: Reader, duration: DurationMatch): boolean => numberAt(r, duration.from) !== undefined

/** «قبل يوم من», «بعد ساعة» are times; «قبل عام دراسي» is not ours to date. */
function isAmbiguousSingle(r: Reader, duration: DurationMatch, i: number): boolean {
  const next = r.at(duration.to)
  // «منذ يوم 23 فيفري»: the figure belongs to the day
  if (!next.line && r.isDigits(duration.to)) return true
  if (next.line || next.kind !== 'word') return false
  const isName =
    r.lexeme(duration.to).weekday !== undefined ||
    r.lexeme(duration.to).month !== undefined ||
    r.lexeme(duration.to).day !== undefined
  // «منذ ليلة بدايته»: the night of something
  const isOfIt = r.at(i).word.lexeme.f === 'since' && r.mask(duration.to) === 0 && /.{3}(?:ه|ها)$/.test(next.key)
  return isName || isOfIt
}

const DURATIVE =
  /^(?:و|ف)?(?:ي|ت|ن)|مستمر|متواصل|مستمره|متواصله|ظل|ظلت|بقي|بقيت|استمر|استمرت|تواصل|تواصلت|زال|زالت|لم|انفك|دام|دامت|دائر|يزال|تزال|متوقف|مغلق|محاصر|غائب|قائم|جار|مسيطر/

const since: Rule = {
  id: 'relative.since',
  starts: THROUGH,
  needs: () => UNIT,
  find(scan, i) {
    const { r } = scan
    if (r.f(i) !== 'since') return undefined
    let j = i + 1
    const about = ['نحو', 'حوالي', 'قرابه', 'اكثر', 'اقل', 'زهاء'].includes(r.at(j).key)
    if (about) j += r.f(j + 1) === 'from' ? 2 : 1
    if (r.at(j).line || !r.plain(j)) return undefined
    const duration = durationAt(r, j)
    if (duration === undefined || (r.at(j).word.article && !isFigured(r, duration))) return undefined
    if (duration.single && isAmbiguousSingle(r, duration, i)) return undefined
    const { to } = duration
    // «منذ ساعات الصباح», «منذ يوم السابع»: a stretch or a day that is named
    if ((duration.barePlural || duration.single) && r.at(to).word.article && r.isWord(to) && !r.at(to).line)
      return undefined
    if (duration.barePlural || duration.vague !== undefined) {
      return scan.temporal(i, to, 'vague.since', {
        kind: 'vague',
        value: 'PAST_REF',
        certainty: 'vague',
        more: { duration: durationText(duration) },
      })
    }
    const ctx = scan.context(i, to)
    const found =
      scan.isFragment(i, to) || !isDurative(r, i)
        ? scan.temporal(i, to, 'relative.ago', pointReading(duration, -1, ctx))
        : scan.temporal(i, to, 'relative.since', sinceReading(duration, ctx))
    return about ? found.changed((item) => ({ ...item, certainty: 'approx' })) : found
  },
}

/** The clause tells of a state: a present verb, a negated one, or a verb of lasting. */
function isDurative(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < 14 && !r.breaks(j + 1); j--) {
    const { key, kind } = r.at(j)
    if (kind === 'word' && key.length > 2 && DURATIVE.test(key) && !/^(?:و)?(?:ال|تم$)/.test(key)) return true
  }
  return false
}

function sinceReading(duration: DurationMatch, ctx: Context): Reading {
  const span = spanReading(duration, -1, ctx)
  if (span.from === undefined || span.from === null) return span
  const isClock = span.value.includes('T')
  const start = isClock ? localText(span.from) : dateText(Math.floor(span.from / DAY))
  return { ...span, value: `${start}/PRESENT_REF`, to: ctx.anchor?.local ?? null }
}

/** «من أسبوع» in speech, and «شهر من الآن». */
const spoken: Rule = {
  id: 'relative.spoken',
  starts: DIGITS | NUMBER | UNIT | FROM,
  opens: (scan, i, _mask, run) => scan.isHead(i) || ((run & FROM) !== 0 && scan.saysFromNow),
  find(scan, i) {
    const { r } = scan
    if (!scan.saysFromNow && !scan.isFragment(i, r.length)) return undefined
    if (r.f(i) === 'from' && scan.isFragment(i, r.length)) {
      const duration = r.plain(i + 1) ? durationAt(r, i + 1) : undefined
      if (duration === undefined || duration.vague !== undefined || !scan.isFragment(i, duration.to)) return undefined
      return scan.temporal(i, duration.to, 'relative.ago', pointReading(duration, -1, scan.context(i, duration.to)))
    }
    const duration = r.lexeme(i).unit !== undefined || numberAt(r, i) !== undefined ? durationAt(r, i) : undefined
    const to = duration && fromNow(r, duration.to)
    if (duration === undefined || to === undefined || duration.vague !== undefined) return undefined
    // «خلال 24 ساعة من الآن»: some time up to then
    if (r.f(i - 1) === 'during' && !r.at(i).line)
      return scan.temporal(i - 1, to, 'relative.within', spanReading(duration, 1, scan.context(i, to)))
    const isPast = r.f(i - 1) === 'since'
    return scan.temporal(i, to, 'relative.from-now', pointReading(duration, isPast ? -1 : 1, scan.context(i, to)))
  },
}

export const relativeRules: readonly Rule[] = [ago, stepped, since, within, span, spoken]
