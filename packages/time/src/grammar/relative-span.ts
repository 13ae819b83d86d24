import { DIGITS, IN, NUMBER, PARTICLE, THROUGH, TURN, UNIT } from '../lex/starts.js'
import type { Context, Reading } from '../resolve/reading.js'
import { type Amount, type DurationMatch, durationAt, durationText } from './duration.js'
import { numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import type { Reader } from './reader.js'
import type { Rule, Scan } from './rule.js'
import { isEventAfter, pointReading, spanReading } from './steps.js'
import { turnAt } from './turn.js'

/** خلال أسبوعين، في غضون أسبوع، خلال الأيام الثلاثة المقبلة. */
export const within: Rule = {
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

export const span: Rule = {
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
