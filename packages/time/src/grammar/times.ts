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
import { isIntroduced } from './bare-year.js'
import { clockInWords } from './clock.js'
import { dateAt } from './date.js'
import type { DateParts } from './date-parts.js'
import { isHurt, partAt } from './day-part.js'
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
