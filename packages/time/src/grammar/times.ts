import { partAt } from './clock.js'
import { isWeakAlone } from './names.js'
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
    if (found.weak && !scan.isFragment(i, found.to) && !isIntroduced(r, i, found.to)) return undefined
    if (isWeakAlone(r, found)) return undefined
    const ctx = scan.context(i, found.to)
    return scan.temporal(i, found.to, found.rule, found.resolve(ctx), 2)
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

export const timeRules: readonly Rule[] = [point, part]
