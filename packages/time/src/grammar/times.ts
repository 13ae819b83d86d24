import { resolveMoment } from '../resolve/moment.js'
import { periodAround } from '../resolve/period.js'
import { clockInWords, partAt } from './clock.js'
import { isInName, isWeakAlone } from './names.js'
import { ordinalAt } from './ordinal.js'
import { pointAt } from './point.js'
import type { Reader } from './reader.js'
import type { Rule } from './rule.js'

/** Dates, weekdays, clock times and named periods that stand by themselves. */
const point: Rule = {
  id: 'time.point',
  find(scan, i) {
    const { r } = scan
    const found = pointAt(r, i)
    if (found === undefined) return undefined
    if (found.weak && !isInName(r, i) && !scan.isFragment(i, found.to) && !isIntroduced(r, i, found.to))
      return undefined
    const isName = isWeakAlone(r, found)
    const ctx = scan.context(i, found.to)
    const item = scan.temporal(i, found.to, found.rule, found.resolve(ctx), 2)
    return isName ? { ...item, silent: true } : item
  },
}

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

/** A preposition before a bare year or a month that is also a word. */
export function isIntroduced(r: Reader, i: number, to: number): boolean {
  const before = r.at(i - 1)
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
  if (lexeme.unit || lexeme.measure || lexeme.currency || lexeme.noun || lexeme.card) return false
  return proclitic !== '' || article || year >= 1900
}

/** صباحا، في المساء، بعد الظهر by themselves: a part of some day. */
const part: Rule = {
  id: 'time.part',
  find(scan, i) {
    const { r } = scan
    const found = partAt(r, i)
    if (found === undefined || !found.adverb) return undefined
    const { lexeme, article, proclitic } = r.at(i).word
    if (proclitic !== '' && !scan.isFragment(i, found.to)) return undefined
    const isBareArticle = lexeme.part !== undefined && article
    // «صلاة الظهر», «شبكة الصباح»: a noun with the article is a time only where a preposition makes it one
    if (
      isBareArticle &&
      !scan.isFragment(i, found.to) &&
      r.isWord(i - 1) &&
      !['في', 'خلال', 'حتي', 'عند', 'منذ', 'قبل', 'بعد'].includes(r.at(i - 1).key)
    ) {
      return undefined
    }
    if (isBareArticle && (r.stem(i) === 'عصر' || r.stem(i) === 'ليله') && !scan.isFragment(i, found.to))
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
    if (
      !isVerbal ||
      ['صلاه', 'اذان', 'حي', 'خطبه'].includes(r.stem(i - 1)) ||
      r.f(i - 1) === 'after' ||
      r.f(i - 1) === 'before'
    )
      return undefined
    const ms = hour * 3_600_000
    const day = scan.settings.anchor?.day
    const bounds = day === undefined ? {} : { from: day * 86_400_000 + ms, to: day * 86_400_000 + ms + 3_600_000 }
    return scan.temporal(
      i,
      j + 1,
      'clock.noon',
      { kind: 'time', value: `${hour}:00:00`, grain: 'hour', certainty: 'exact', ...bounds },
      3,
    )
  },
}

/** «في السابعة»: an hour in words with nothing but its preposition to say so. */
const bareHour: Rule = {
  id: 'clock.bare-hour',
  find(scan, i) {
    const { r } = scan
    const rank = ordinalAt(r, i)
    if (rank === undefined || !rank.article || rank.digits || rank.value < 3 || rank.value > 12 || !r.plain(i))
      return undefined
    if (!r.stem(i).endsWith('ه') && rank.to === i + 1) return undefined
    if (!['في', 'عند', 'حتي'].includes(r.at(i - 1).key) || r.at(i).line) return undefined
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

export const timeRules: readonly Rule[] = [point, part, noon, bareHour, label]
