import type { TimeUnit } from '../lex/lexeme.js'
import { DIGITS, EVERY, NUMBER, PART, SET, THIS, TIMES, UNIT, WEEKDAY } from '../lex/starts.js'
import { pad } from '../resolve/iso.js'
import { dateAt } from './date.js'
import { partAt } from './day-part.js'
import { durationAt, durationText } from './duration.js'
import { numberAt } from './number.js'
import type { Rule } from './rule.js'
import { weekdayAt } from './weekday.js'

const UNIT_TEXT: Readonly<Record<TimeUnit, string>> = {
  second: 'PT1S',
  minute: 'PT1M',
  hour: 'PT1H',
  day: 'P1D',
  week: 'P1W',
  month: 'P1M',
  year: 'P1Y',
  decade: 'P10Y',
  century: 'P100Y',
}

/** كل ستة أشهر، كل عام، كل سبت، كل صباح. */
const every: Rule = {
  id: 'set.every',
  starts: EVERY,
  find(scan, i) {
    const { r } = scan
    if (r.f(i) !== 'every' || r.at(i).word.article) return undefined
    const j = i + 1
    if (r.at(j).line || !r.plain(j) || r.at(j).word.article) return undefined
    const make = (to: number, value: string): ReturnType<Rule['find']> =>
      scan.temporal(i, to, 'set.every', { kind: 'set', value, certainty: 'exact' }, 2)
    const isDayWord = r.stem(j) === 'يوم'
    const day = r.lexeme(isDayWord ? j + 1 : j).weekday
    if (day !== undefined && (isDayWord || !day.bare) && !(r.lexeme(j).card && !isDayWord)) {
      const at = isDayWord ? j + 1 : j
      return make(at + 1, `XXXX-WXX-${day.day}`)
    }
    const part = r.lexeme(j).part
    if (part !== undefined && r.stem(j) !== 'عصر') return make(j + 1, `XXXX-XX-XXT${part.code}`)
    const { season } = r.lexeme(j)
    if (season !== undefined && r.lexeme(j).monthHead === undefined) return make(j + 1, `XXXX-${season}`)
    // «كل اثنين وخميس»: a second weekday shows that the first is no number
    if (day !== undefined && r.lexeme(j + 1).weekday !== undefined && r.at(j + 1).word.proclitic === 'و')
      return make(j + 1, `XXXX-WXX-${day.day}`)
    // «كل عام وأنتم بخير» is a wish
    if (/^و(?:انت|نحن|الجميع|هم$)/.test(r.at(j + 1).key)) return undefined
    if (/^و/.test(r.at(j + 1).key) && [2, 3, 4].some((k) => r.is(j + k, 'بخير'))) return undefined
    const duration = durationAt(r, j)
    if (r.stem(j) === 'لحظه') return undefined
    // «لكل عقد لمشروع»: contracts
    if (r.stem(j) === 'عقد' && r.isWord(j + 1) && !r.at(j + 1).line && !r.is(j + 1, 'من')) return undefined
    if (duration !== undefined && duration.vague === undefined) {
      // «كل عام» wishes and «كل يوم جمعة» days are told apart above
      if (duration.single && r.lexeme(j).unit?.count !== 1) return undefined
      // «كل نصف سنة» is each six months
      const [only] = duration.amounts
      const months = only?.unit === 'year' && only.count < 1 ? only.count * 12 : 0
      return make(duration.to, months >= 1 && duration.amounts.length === 1 ? `P${months}M` : durationText(duration))
    }
    const month = dateAt(r, j)
    if (month?.parts.month !== undefined && month.parts.day === undefined && month.parts.year === undefined) {
      return make(month.to, `XXXX-${pad(month.parts.month)}`)
    }
    return undefined
  },
}

/** مرتين في الأسبوع، ثلاث مرات يوميا، مرة كل شهر. */
const times: Rule = {
  id: 'set.times',
  starts: DIGITS | NUMBER | TIMES,
  needs: (mask) => ((mask & TIMES) === 0 ? TIMES : SET | UNIT | EVERY),
  find(scan, i) {
    const { r } = scan
    let count: number | undefined
    let j = i
    if (r.f(i) === 'times' && r.plain(i) && !r.at(i).word.article) {
      count = ['مرتين', 'مرتان'].includes(r.stem(i)) ? 2 : r.stem(i) === 'مره' ? 1 : undefined
      j = i + 1
      if (r.lexeme(j).card?.value === 1) j++
    } else {
      const number = numberAt(r, i)
      if (number === undefined || r.f(number.to) !== 'times') return undefined
      count = number.value
      j = number.to + 1
    }
    if (count === undefined || r.at(j).line) return undefined
    const make = (to: number, value: string): ReturnType<Rule['find']> =>
      scan.temporal(i, to, 'set.times', { kind: 'set', value, certainty: 'exact', more: { frequency: count } }, 2)
    const adverb = r.lexeme(j).set
    if (adverb?.adverb && r.plain(j)) return make(j + 1, adverb.value)
    const isIn = r.f(j) === 'in' || r.f(j) === 'every'
    const unit = r.lexeme(isIn ? j + 1 : j).unit
    if (isIn && unit?.count === 1 && (r.at(j + 1).word.article || r.f(j) === 'every')) {
      if (r.lexeme(j + 2).turn !== undefined) return undefined
      return make(j + 2, UNIT_TEXT[unit.unit])
    }
    const isTwo = r.f(j) === 'every' ? durationAt(r, j + 1) : undefined
    return isTwo && isTwo.vague === undefined ? make(isTwo.to, durationText(isTwo)) : undefined
  },
}

/** أسبوعية، سنويا: adjectives and adverbs of recurrence. */
const adjective: Rule = {
  id: 'set.adjective',
  starts: SET,
  find(scan, i) {
    const { r } = scan
    const { lexeme, proclitic, article, stem } = r.at(i).word
    if (lexeme.set === undefined || (proclitic !== '' && proclitic !== 'و')) return undefined
    if (!lexeme.set.adverb) {
      // «يومي السبت والأحد» is a dual, «اليومية» of a newspaper its name
      if (stem === 'يومي' || stem === 'شهري' || stem === 'اسبوعي') {
        const next = r.at(i + 1)
        if (next.kind === 'digits' || r.lexeme(i + 1).weekday || r.lexeme(i + 1).month || r.lexeme(i + 1).ordinal)
          return undefined
        if (!r.isWord(i - 1) || r.at(i).line) return undefined
      }
      if (article && !r.at(i - 1).word.article && !r.at(i - 1).key.startsWith('ال')) {
        if (['صحيفه', 'جريده'].includes(r.stem(i - 2)) || ['صحيفه', 'جريده'].includes(r.stem(i - 1))) return undefined
      }
      // «عبدالرحمن الشهري» is a surname: the noun it would describe is definite, by article or pronoun
      const isDefinite =
        (stem === 'شهري' ? /^[وفبلك]?(?:ال|لل)/.test(r.at(i - 1).key) : r.at(i - 1).key.includes('ال')) ||
        /(?:ه|ها|هم|هن|نا|كم|ي|ك)$/.test(r.at(i - 1).key)
      const isName =
        /^و?(?:عبد|(?:يحيي|علي|تركي|فوزي|هادي|عبده|طه|نبيه|شكري|صبحي)$)/.test(r.at(i - 1).key) ||
        ['بن', 'ابن'].includes(r.at(i - 2).key)
      if (article && (!isDefinite || isName) && !scan.isFragment(i, i + 1)) return undefined
      if (!r.isWord(i - 1) && !scan.isFragment(i, i + 1)) return undefined
      // «نصف سنوية», «شبه يومية», «ربع سنوي»
      // «النتائج النصف سنوية»
      if (r.lexeme(i - 1).fraction !== undefined && !(article && r.at(i - 1).word.article)) {
        const months = Math.round((r.lexeme(i - 1).fraction ?? 0) * (lexeme.set.unit === 'year' ? 12 : 1))
        if (months > 0 && lexeme.set.unit === 'year') {
          return scan.temporal(
            i - 1,
            i + 1,
            'set.adjective',
            { kind: 'set', value: `P${months}M`, certainty: 'exact' },
            2,
          )
        }
      }
    }
    return scan.temporal(i, i + 1, 'set.adjective', { kind: 'set', value: lexeme.set.value, certainty: 'exact' })
  },
}

/** 17 نيسان من كل عام. */
const yearly: Rule = {
  id: 'set.yearly-date',
  starts: DIGITS | NUMBER,
  needs: () => EVERY,
  find(scan, i) {
    const date = dateAt(scan.r, i)
    if (!date?.parts.yearly || date.parts.month === undefined) return undefined
    const day = date.parts.day === undefined ? '' : `-${pad(date.parts.day)}`
    return scan.temporal(
      i,
      date.to,
      'set.yearly-date',
      { kind: 'set', value: `XXXX-${pad(date.parts.month)}${day}`, certainty: 'exact' },
      3,
    )
  },
}

/** أيام السبت والأحد, صباح كل سبت: days in the plural come round. */
const habitual: Rule = {
  id: 'set.habitual',
  starts: PART,
  opens: ({ r }, i) => (r.mask(i + 1) & EVERY) !== 0,
  find(scan, i) {
    const { r } = scan
    const part = partAt(r, i)
    if (part === undefined || part.adverb || r.f(i + 1) !== 'every') return undefined
    const day =
      r.stem(i + 2) === 'يوم' ? (weekdayAt(r, i + 2, false)?.weekday ?? 0) : (r.lexeme(i + 2).weekday?.day ?? -1)
    if (day < 0) return undefined
    const to = r.stem(i + 2) === 'يوم' && day > 0 ? i + 4 : i + 3
    const value = day === 0 ? `XXXX-XX-XXT${part.code}` : `XXXX-WXX-${day}T${part.code}`
    return scan.temporal(i, to, 'set.habitual', { kind: 'set', value, certainty: 'exact' }, 3)
  },
}

/** يوم الاثنين من كل أسبوع. */
const weekly: Rule = {
  id: 'set.weekly',
  starts: WEEKDAY | UNIT | THIS,
  needs: () => EVERY,
  find(scan, i) {
    const { r } = scan
    const day = weekdayAt(r, i, true)
    if (day === undefined || r.f(day.to) !== 'from' || r.f(day.to + 1) !== 'every') return undefined
    const { unit } = r.lexeme(day.to + 2)
    if (unit?.count !== 1 || (unit.unit !== 'week' && unit.unit !== 'month')) return undefined
    return scan.temporal(
      i,
      day.to + 3,
      'set.weekly',
      { kind: 'set', value: `XXXX-WXX-${day.weekday}`, certainty: 'exact' },
      3,
    )
  },
}

export const setRules: readonly Rule[] = [weekly, every, times, adjective, yearly, habitual]
