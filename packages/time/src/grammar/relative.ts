import { addMonths } from '../calendar/gregorian.js'
import { DIGITS, FROM, IN, NUMBER, PARTICLE, SIDE, THROUGH, TURN, UNIT } from '../lex/starts.js'
import { DAY, dateText, HOUR, localText, MINUTE } from '../resolve/iso.js'
import { shifted } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { turnAt } from './date.js'
import { type Amount, type DurationMatch, durationAt, durationText } from './duration.js'
import { numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import { pointAt } from './point.js'
import type { Reader } from './reader.js'
import type { Found, Rule, Scan } from './rule.js'

/** A local reading moved by every amount in turn. */
function move(local: number, amounts: readonly Amount[], sign: 1 | -1): number {
  let at = local
  for (const { unit, count } of amounts) {
    const by = count * sign
    const day = Math.floor(at / DAY)
    const clock = at - day * DAY
    if (unit === 'second') at += Math.round(by * 1000)
    else if (unit === 'minute') at += Math.round(by * MINUTE)
    else if (unit === 'hour') at += Math.round(by * HOUR)
    else if (unit === 'day') at += Math.round(by * DAY)
    else if (unit === 'week') at += Math.round(by * 7 * DAY)
    else {
      const months = unit === 'month' ? by : unit === 'year' ? by * 12 : unit === 'decade' ? by * 120 : by * 1200
      const whole = Math.trunc(months)
      at = addMonths(day, whole) * DAY + clock + Math.round((months - whole) * 30 * DAY)
    }
  }
  return at
}

/** A point so far before or after the reference, at the grain of its smallest unit. */
function pointReading(duration: DurationMatch, sign: 1 | -1, ctx: Context): Reading {
  if (duration.vague !== undefined)
    return {
      kind: 'vague',
      value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
      certainty: 'vague',
      more: { duration: durationText(duration) },
    }
  const more = { duration: durationText(duration) }
  const [last] = duration.amounts.slice(-1)
  if (ctx.anchor === undefined || last === undefined) {
    return { kind: 'date', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', certainty: 'unanchored', more }
  }
  const rest = duration.amounts.slice(0, -1)
  const base = move(ctx.anchor.local, rest, sign)
  const period = shifted(base, last.unit, last.count * sign, ctx)
  const isClock = period.grain === 'hour' || period.grain === 'minute' || period.grain === 'second'
  if (isClock) {
    return {
      kind: 'datetime',
      value: period.value,
      grain: period.grain,
      from: period.from,
      to: period.to,
      certainty: 'approx',
      more,
    }
  }
  if (rest.length > 0) {
    const day = Math.floor(move(base, [last], sign) / DAY)
    return {
      kind: 'date',
      value: dateText(day),
      grain: 'day',
      from: day * DAY,
      to: (day + 1) * DAY,
      certainty: 'exact',
      more,
    }
  }
  const certainty = period.grain === 'day' ? 'exact' : 'approx'
  return { kind: 'date', value: period.value, grain: period.grain, from: period.from, to: period.to, certainty, more }
}

function spanReading(duration: DurationMatch, sign: 1 | -1, ctx: Context): Reading {
  const more = { duration: durationText(duration) }
  if (ctx.anchor === undefined) {
    return { kind: 'interval', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', certainty: 'unanchored', more }
  }
  const isClock = duration.amounts.some(({ unit }) => unit === 'hour' || unit === 'minute' || unit === 'second')
  const here = isClock ? ctx.anchor.local : ctx.anchor.day * DAY
  const there = move(here, duration.amounts, sign)
  const [from, to] = sign < 0 ? [there, here] : [here, there]
  const print = (at: number): string => (isClock ? localText(at) : dateText(Math.floor(at / DAY)))
  return { kind: 'interval', value: `${print(from)}/${print(to)}`, from, to, certainty: 'approx', more }
}

const NOW = ['الان', 'اليوم', 'تاريخه']

/** «من الآن» after a length of time. */
function fromNow(r: Reader, i: number): number | undefined {
  return r.f(i) === 'from' && NOW.includes(r.at(i + 1).key) ? i + 2 : undefined
}

/** «من الهجوم», «على اندلاعها» after «بعد يومين»: the anchor is another event; «تخلوا قبل أعوام عن أرضهم» has none. */
function isEventAfter(r: Reader, i: number): boolean {
  if (r.at(i).line || !r.isWord(i)) return false
  // «بعد يومين فقط من الهجوم»
  if (r.is(i, 'فقط') || r.is(i, 'فحسب')) return isEventAfter(r, i + 1)
  if (!['من', 'علي'].includes(r.at(i).key)) return false
  return fromNow(r, i) === undefined && r.isWord(i + 1) && !/^الزم(?:ن|ان)$/.test(r.at(i + 1).key)
}

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

/** خلال أسبوعين، في غضون أسبوع، خلال الأيام الثلاثة المقبلة. */
const within: Rule = {
  id: 'relative.within',
  starts: THROUGH | IN,
  needs: () => UNIT,
  opens: ({ r }, i, mask) => ((mask | r.mask(i + 1)) & THROUGH) !== 0,
  find(scan, i) {
    const { r } = scan
    let j = i
    if (r.f(j) === 'in' && (r.f(j + 1) === 'during' || r.stem(j + 1) === 'غضون' || r.stem(j + 1) === 'ظرف')) j++
    const word = r.stem(j)
    if (!['خلال', 'غضون', 'ظرف', 'اثناء'].includes(word)) return undefined
    const turned = r.at(j + 1).line ? undefined : turnedUnits(scan, j + 1)
    if (turned !== undefined) {
      return scan.temporal(i, turned.to, turned.rule, turned.reading)
    }
    // «خلال الأسبوع الأخير»: up to now
    const { unit } = r.lexeme(j + 1)
    if (unit?.count === 1 && r.at(j + 1).word.article && LAST.has(r.at(j + 2).key) && !r.at(j + 1).line) {
      const amounts = [{ unit: unit.unit, count: 1 }]
      const one = { from: j + 1, to: j + 3, amounts, single: true, barePlural: false }
      return scan.temporal(i, j + 3, 'relative.span', (ctx) => spanReading(one, -1, ctx))
    }
    const duration = r.plain(j + 1) ? durationAt(r, j + 1) : undefined
    if (duration === undefined || r.at(j + 1).line || duration.barePlural) return undefined
    if (r.at(j + 1).word.article) return undefined
    if (duration.vague !== undefined) return undefined
    const { to } = duration
    const ctx = scan.context(i, to)
    if (duration.single && word === 'خلال' && !scan.isFragment(i, to)) return undefined
    if (word === 'اثناء') return undefined
    // a label such as «خلال 3 أيام» counts ahead to a point; in a sentence it bounds a stretch
    if (scan.isFragment(i, to) && scan.settings.bias !== 'future' && word === 'خلال') {
      return scan.temporal(i, to, 'relative.in', pointReading(duration, 1, ctx))
    }
    // «خلال عشر سنوات ماضية», «في غضون أسبوعين مقبلين»: the adjective says which way
    const side = r.at(to).line ? undefined : indefiniteTurn(r, to)
    if (side !== undefined) return scan.temporal(i, to + 1, 'relative.span', spanReading(duration, side, ctx))
    // «الثانية من نوعها خلال عشرة أيام» looks back over a length
    if (isRankedBefore(r, i)) return undefined
    // «وجدوا أن التعرض له خلال 12 شهرا، قد ترك أثرا»
    if (r.is(to, 'قد') || (r.isSign(to, '،,') && r.is(to + 1, 'قد'))) return undefined
    // «أنجز نصف عمله خلال ستة أشهر», «خلال سبعة أيام من تسليمه»: a length of time, and no stretch from now
    // «خلال خمسة أيام عمل من تسليمه»
    const isFromThen = isEventAfter(r, to) || isEventAfter(r, to + 1)
    const isAhead = ctx.direction.way === 'future' || ctx.bias === 'future' || isPromised(r, i)
    if (!scan.isFragment(i, to) && (!isAhead || isFromThen)) return undefined
    return scan.temporal(i, to, 'relative.within', spanReading(duration, 1, ctx))
  },
}

const OF_ITS_KIND: ReadonlySet<string> = new Set(['نوعه', 'نوعها', 'نوعهما'])

/** «هي الثانية من نوعها», «للمرة الثالثة» stands right before. */
function isRankedBefore(r: Reader, i: number): boolean {
  const last = OF_ITS_KIND.has(r.at(i - 1).key) && r.f(i - 2) === 'from' ? i - 3 : i - 1
  return last >= 0 && !r.at(i).line && r.lexeme(last).ordinal !== undefined && r.hasArticle(last)
}

const PROMISES =
  /^[وف]?(?:تعهد|وعد|توعد|هدد|امهل|طالب|دعا|امر|طلب|حث|الزم|وجه|اشترط|تعهدت|وعدت|توعدت|هددت|امهلت|طالبت|دعت|امرت|طلبت|حثت|الزمت)(?:ه|ها|هم|وا)?$/

/** «تعهد بالرد في غضون 72 ساعة»: what was promised or asked for then lies ahead. */
function isPromised(r: Reader, i: number): boolean {
  for (let j = i - 1; j >= 0 && i - j < 14 && !r.breaks(j + 1); j--)
    if (r.isWord(j) && PROMISES.test(r.at(j).key)) return true
  return false
}

const LAST: ReadonlySet<string> = new Set(['الاخير', 'الاخيره'])

const PAST_ADJECTIVE = /^(?:ماض(?:ي|يه|يين|يتين)|منصرم(?:ه|ين|تين)?|سابق(?:ه|ين|تين)?|خل(?:ت|وا)|مض(?:ت|وا))$/
const FUTURE_ADJECTIVE = /^(?:مقبل(?:ه|ين|تين)?|قادم(?:ه|ين|تين)?)$/

/** The adjective of an indefinite stretch, which has no article to be found by. */
function indefiniteTurn(r: Reader, i: number): 1 | -1 | undefined {
  if (!r.isWord(i)) return undefined
  const { key } = r.at(i)
  return PAST_ADJECTIVE.test(key) ? -1 : FUTURE_ADJECTIVE.test(key) ? 1 : undefined
}

const WHOLES =
  /^(?:حكم|عمر|حياه|عهد|ولايه|موسم|عام|سنه|شهر|مباراه|حمله|بطوله|معركه|مسيره|سباق|محاكم|رحله|تصفيات|زمن)(?:ه|ته|تها|ها|تهم|هم)?$/

/** «من الحملة» after a stretch: it is the last of something that is named. */
export const isPartOf = (r: Reader, i: number): boolean =>
  r.f(i) === 'from' &&
  r.plain(i) &&
  !r.at(i).line &&
  !r.at(i + 1).line &&
  (r.at(i + 1).word.article ||
    r.is(i + 1, 'اليوم') ||
    r.lexeme(i + 1).month !== undefined ||
    WHOLES.test(r.at(i + 1).key))

interface Turned {
  readonly to: number
  readonly rule: string
  reading(ctx: Context): Reading
}

/** الأسبوعين الماضيين، الأيام الثلاثة المقبلة، السنوات العشر الأخيرة، الـ24 ساعة الماضية، آخر 3 سنوات. */
function turnedUnits(scan: Scan, i: number): Turned | undefined {
  const { r } = scan
  const word = r.at(i).word
  const unit = word.lexeme.unit
  const make = (duration: DurationMatch, turn: number, to: number): Turned => ({
    to,
    rule: 'relative.span',
    reading: (ctx) => spanReading(duration, turn < 0 ? -1 : 1, ctx),
  })
  const exact = (amounts: readonly Amount[], to: number): DurationMatch => ({
    from: i,
    to,
    amounts,
    single: false,
    barePlural: false,
  })
  if (unit !== undefined && word.article && word.proclitic === '') {
    if (unit.count === 2) {
      const turn = turnAt(r, i + 1)
      return turn === undefined || turn.turn === 0
        ? undefined
        : make(exact([{ unit: unit.unit, count: 2 }], turn.to), turn.turn, turn.to)
    }
    if (unit.count === 'many') {
      const rank = ordinalAt(r, i + 1)
      const number = rank?.digits ? rank : numberAt(r, i + 1)
      if (number !== undefined && (r.at(i + 1).word.article || rank?.digits)) {
        const few = r.is(number.to, 'القليله') ? number.to + 1 : number.to
        const turn = turnAt(r, few)
        // «الدقائق العشر الأخيرة» are those of a match
        const isOfMatch = (unit.unit === 'minute' || unit.unit === 'second') && LAST.has(r.at((turn?.to ?? 1) - 1).key)
        if (turn !== undefined && turn.turn !== 0 && !isOfMatch)
          return make(exact([{ unit: unit.unit, count: number.value }], turn.to), turn.turn, turn.to)
      }
      const few =
        ['القليله', 'المعدوده', 'الاخيره'].includes(r.at(i + 1).key) && r.lexeme(i + 2).turn !== undefined
          ? i + 2
          : i + 1
      const turn = turnAt(r, few)
      const isLast = turn !== undefined && LAST.has(r.at(turn.to - 1).key)
      // «الدقائق الأخيرة» are those of a match, «الأيام الأخيرة من الحملة» those of the campaign
      if (isLast && (unit.unit === 'minute' || unit.unit === 'second' || isPartOf(r, turn.to))) return undefined
      if (turn !== undefined && turn.turn !== 0) {
        const value = turn.turn < 0 ? 'PAST_REF' : 'FUTURE_REF'
        const duration = durationText({ amounts: [], vague: unit.unit })
        return {
          to: turn.to,
          rule: 'vague.units',
          reading: () => ({ kind: 'vague', value, certainty: 'vague', more: { duration } }),
        }
      }
    }
    return undefined
  }
  // الـ24 ساعة الماضية، العشرين سنة الماضية، 3 أيام القادمة
  const rank = ordinalAt(r, i)
  const head = rank?.digits ? rank : numberAt(r, i)
  if (head !== undefined && r.plain(i)) {
    const counted = r.lexeme(head.to).unit
    if (counted !== undefined && r.plain(head.to) && (word.article || !r.at(head.to).word.article)) {
      const turn = turnAt(r, head.to + 1)
      if (turn !== undefined && turn.turn !== 0)
        return make(exact([{ unit: counted.unit, count: head.value }], turn.to), turn.turn, turn.to)
    }
  }
  if (r.f(i) === 'last' && !word.article) {
    const number = numberAt(r, i + 1)
    const counted = number === undefined ? r.lexeme(i + 1).unit : r.lexeme(number.to).unit
    if (number !== undefined && counted !== undefined && r.plain(i + 1)) {
      return make(exact([{ unit: counted.unit, count: number.value }], number.to + 1), -1, number.to + 1)
    }
    if (number === undefined && counted?.count === 2)
      return make(exact([{ unit: counted.unit, count: 2 }], i + 2), -1, i + 2)
  }
  return undefined
}

const span: Rule = {
  id: 'relative.span',
  starts: DIGITS | NUMBER | UNIT | PARTICLE | IN,
  needs: (mask) => ((mask & PARTICLE) === 0 ? TURN : UNIT | TURN),
  opens({ r }, i, mask, run) {
    if ((mask & PARTICLE) !== 0 && r.f(i) === 'last') return (run & UNIT) !== 0
    if ((run & TURN) === 0 || ((mask | run) & UNIT) === 0) return false
    return (mask & IN) === 0 || (r.mask(i + 1) & UNIT) !== 0
  },
  find(scan, i) {
    const { r } = scan
    const isIn = r.f(i) === 'in' && r.plain(i)
    if (!isIn && r.f(i) !== 'last' && !r.isNear(i + 1, 5, TURN)) return undefined
    if (isIn && (r.mask(i + 1) & UNIT) === 0) return undefined
    const turned = turnedUnits(scan, isIn ? i + 1 : i)
    if (turned === undefined) return undefined
    if (isIn && turned.rule !== 'vague.units') return undefined
    return scan.temporal(i, turned.to, turned.rule, turned.reading)
  },
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
