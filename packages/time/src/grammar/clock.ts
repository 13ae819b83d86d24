import { zoneAt } from './clock-zone.js'
import { isAdverbial, partAt } from './day-part.js'
import { afterAnd, numberAt } from './number.js'
import { ordinalAt } from './ordinal.js'
import type { Match, Reader } from './reader.js'

export interface ClockParts {
  readonly hour: number
  readonly minute: number
  readonly second?: number
  /** False when 3 may be three in the morning or in the afternoon. */
  readonly sure: boolean
  readonly grain: 'hour' | 'minute' | 'second'
}

export interface ClockMatch extends Match {
  readonly clock: ClockParts
  /** Words such as «الساعة» or a part of the day say that it is a clock time. */
  readonly marked: boolean
}

/** ص، م, a.m. and parts of the day that settle the half of the day. */
function halfAt(r: Reader, i: number): { half: 'am' | 'pm' | 'noon' | 'night' | 'midnight'; to: number } | undefined {
  if (r.at(i).line) return undefined
  const { lexeme, proclitic } = r.at(i).word
  // «1 م2» is an area
  if (lexeme.meridiem && r.isDigits(i + 1) && r.touches(i + 1)) return undefined
  if (lexeme.meridiem && proclitic === '' && r.isWord(i)) {
    const dot = r.isSign(i + 1, '.') && r.touches(i + 1) && r.is(i + 2, 'm') ? i + 3 : i + 1
    return { half: lexeme.meridiem, to: dot }
  }
  if ((r.is(i, 'a') || r.is(i, 'p')) && r.isSign(i + 1, '.') && r.is(i + 2, 'm')) {
    return { half: r.is(i, 'a') ? 'am' : 'pm', to: r.isSign(i + 3, '.') ? i + 4 : i + 3 }
  }
  const bracket = r.isSign(i, '(') ? 1 : 0
  const part = partAt(r, i + bracket) ?? (r.f(i) === 'from' ? partAt(r, i + 1) : undefined)
  if (part === undefined || (bracket === 1 && !r.isSign(part.to, ')'))) return undefined
  const to = part.to + bracket
  if (part.name === 'midnight') return { half: 'midnight', to }
  if (part.code === 'MO') return { half: 'am', to }
  if (part.code === 'MI') return { half: 'noon', to }
  if (part.code === 'NI') return { half: 'night', to }
  return part.code === 'DT' ? undefined : { half: 'pm', to }
}

function settle(hour: number, half: 'am' | 'pm' | 'noon' | 'night' | 'midnight' | undefined): number {
  if (half === undefined || hour > 12) return hour % 24
  if (half === 'am' || half === 'midnight') return hour % 12
  if (half === 'noon') return hour >= 10 ? hour : (hour % 12) + 12
  if (half === 'night') return hour === 12 ? 0 : hour <= 5 ? hour : hour + 12
  return (hour % 12) + 12
}

/** A clock time in figures or words, with the part of the day that follows it. */
export function clockAt(r: Reader, i: number): ClockMatch | undefined {
  let j = i
  const said = isHourWord(r, i)
  if (said) j++
  if (said && r.isSign(j, ':') && r.isDigits(j + 1)) j++
  // «الساعة الآن السابعة»
  if (said && r.is(j, 'الان')) j++
  // «الساعة (11:59) مساء», «الساعة (2059 بتوقيت غرينتش)»
  if (said && r.isSign(j, '(') && r.isDigits(j + 1)) j++
  if (r.at(j).line && j > i) return undefined
  const read = figuresAt(r, j, said) ?? wordsAt(r, j, said)
  const isBracketed = read !== undefined && r.isSign(j - 1, '(') && r.isSign(read.to, ')')
  const core = isBracketed ? { ...read, to: read.to + 1 } : read
  if (core === undefined) return undefined
  // «في الساعات الأولى من فجر أمس»: the first of several
  if (!said && core.words && r.is(i - 1, 'الساعات')) return undefined
  const half = halfAt(r, core.to)
  // «السابعة بتوقيت غرينتش»: a zone makes an hour of a rank
  const isZoned = half === undefined && core.words && r.f(core.to) === 'zone' && zoneAt(r, core.to, false) !== undefined
  const marked = said || half !== undefined || isZoned
  if (!marked && !core.colon) return undefined
  if (!said && core.words && half === undefined && !isZoned) return undefined
  let { to } = core
  if (half !== undefined) to = half.to
  const hour = settle(core.hour, half?.half)
  const sure = half !== undefined || core.hour > 12 || core.hour === 0 || core.padded
  const grain = core.second !== undefined ? 'second' : core.minute === undefined ? 'hour' : 'minute'
  return {
    from: i,
    to,
    marked,
    clock: {
      hour,
      minute: core.minute ?? 0,
      sure,
      grain,
      ...(core.second !== undefined ? { second: core.second } : {}),
    },
  }
}

/** An hour in words that its surroundings have shown to be one. */
export function clockInWords(r: Reader, i: number): ClockMatch | undefined {
  const core = wordsAt(r, i, false)
  if (core === undefined) return undefined
  const grain = core.minute === undefined ? 'hour' : 'minute'
  return {
    from: i,
    to: core.to,
    marked: true,
    clock: { hour: core.hour, minute: core.minute ?? 0, sure: false, grain },
  }
}

export function isHourWord(r: Reader, i: number): boolean {
  const { stem, article, proclitic } = r.at(i).word
  return (
    ((stem === 'ساعه' || stem === 'الساعه' || stem === 'السا') &&
      (article || stem.startsWith('ال')) &&
      proclitic !== 'ك') ||
    r.is(i, 'ساعت')
  )
}

function isPartWord(r: Reader, i: number): boolean {
  const part = r.lexeme(i).part
  return part !== undefined && r.plain(i) && !r.at(i).line && (part.adverb || r.stem(i) === 'مساء')
}

interface Core {
  readonly to: number
  readonly hour: number
  readonly minute?: number | undefined
  readonly second?: number
  readonly colon: boolean
  readonly words: boolean
  /** 06:29 with its nought, and 00:10, are readings of a 24-hour clock. */
  readonly padded: boolean
}

function figuresAt(r: Reader, i: number, said: boolean): Core | undefined {
  if (!r.isDigits(i)) return undefined
  const figure = r.at(i).key
  if (figure.length > 2) {
    // the decimals of «3.2250»
    if (r.touches(i) && r.isSign(i - 1, '.,٫') && r.touches(i - 1) && r.isDigits(i - 2)) return undefined
    // 1140 صباحا, and «الساعة 0213 بتوقيت جرينتش» of the agencies
    const isZoned = said && zoneAt(r, i + 1, false) !== undefined
    // 2015م is a year
    const isOfHijri = r.isSign(i - 1, '/-–(') && r.f(i - 2) === 'hijri'
    const isYear = r.lexeme(i + 1).meridiem !== undefined && (isOfHijri || (figure >= '1300' && figure <= '2100'))
    if (figure.length !== 4 || isYear || (halfAt(r, i + 1) === undefined && !isZoned)) return undefined
    // «دورتها للعام 2018 بأمسية», «مواليد 2000 مساء غد»: only an adverb makes hours and minutes of a bare figure
    const part = r.lexeme(i + 1).part
    if (!said && part !== undefined && !(isPartWord(r, i + 1) && (part.adverb || isAdverbial(r, i + 1))))
      return undefined
    const [hour, minute] = [Number(figure.slice(0, 2)), Number(figure.slice(2))]
    return hour <= 23 && minute <= 59 ? { to: i + 1, hour, minute, colon: true, words: false, padded: true } : undefined
  }
  if (r.touches(i) && r.isSign(i - 1, '.:/,٫') && r.isDigits(i - 2)) return undefined
  // «3-1 مساء الأربعاء», «صفر - 5 مساء الأحد»: how a match ended
  if (!said && r.isSign(i - 1, '-–ـ') && (r.stem(i - 2) === 'صفر' || isFallingTo(r, i))) return undefined
  // «2،9 م د»
  if (r.touches(i) && r.isSign(i - 1, '،') && r.touches(i - 1) && r.isDigits(i - 2)) return undefined
  // «الساعة 47ر09 بتوقيت جرينتش»: the wires' point, minutes before hours
  if (said && r.is(i + 1, 'ر') && r.touches(i + 1) && r.isDigits(i + 2) && r.touches(i + 2)) {
    const [minute, late] = [Number(figure), Number(r.at(i + 2).key)]
    return late <= 23 && minute <= 59
      ? { to: i + 3, hour: late, minute, colon: true, words: false, padded: true }
      : undefined
  }
  const hour = Number(figure)
  // «C19H28O2»: a formula
  if (hour > 24 || (r.touches(i) && r.is(i + 1, 'h') && /[a-z]$/.test(r.at(i - 1).key))) return undefined
  const two = (j: number): number | undefined => {
    const key = r.at(j).key
    return r.isDigits(j) && key.length === 2 && Number(key) <= 59 && r.touches(j) ? Number(key) : undefined
  }
  const padded = figure.length === 2 && figure.startsWith('0')
  const isColon =
    r.isSign(i + 1, ':') ||
    (r.is(i + 1, 'h') && r.touches(i + 1)) ||
    (r.isSign(i + 1, '.,٫،') && (said || isGreenwichAt(r, i + 3))) ||
    (r.isSign(i + 1, '.') && (isPartWord(r, i + 3) || isUntilClock(r, i + 3)))
  if (isColon && r.touches(i + 1)) {
    const minute = two(i + 2)
    if (minute !== undefined) {
      const second = r.isSign(i + 3, ':') && r.touches(i + 3) ? two(i + 4) : undefined
      let to = second === undefined ? i + 3 : i + 5
      if (second !== undefined && r.isSign(to, '.') && r.touches(to) && r.isDigits(to + 1) && r.touches(to + 1)) to += 2
      if (r.isSign(to, ':') && r.touches(to) && r.isDigits(to + 1)) return undefined
      // «11:59 دقيقة مساء»
      if (r.stem(to) === 'دقيقه' && r.plain(to) && !r.at(to).line) to++
      const half = halfAt(r, to)
      const is24 = half === undefined && padded
      return { to, hour, minute, ...(second !== undefined ? { second } : {}), colon: true, words: false, padded: is24 }
    }
  }
  if (r.isSign(i + 1, '%٪/') || (r.isSign(i + 1, '.,٫:') && r.touches(i + 1) && r.isDigits(i + 2) && r.touches(i + 2)))
    return undefined
  return withMinutes(r, i + 1, hour, false, said)
}

const isFallingTo = (r: Reader, i: number): boolean =>
  r.isDigits(i - 2) &&
  r.at(i - 2).key.length <= 2 &&
  Number(r.at(i - 2).key) >= Number(r.at(i).key) &&
  !r.isSign(i - 3, ':.')

/** «من 4.30 حتى 11 مساء»: the second end shows that the first is a clock time too. */
function isUntilClock(r: Reader, i: number): boolean {
  const f = r.f(i)
  if ((f !== 'to' && f !== 'until') || !r.isDigits(i + 1) || r.at(i + 1).key.length > 2) return false
  const at = r.isSign(i + 2, '.:') && r.isDigits(i + 3) ? i + 4 : i + 2
  return isPartWord(r, at)
}

/** «10,30 ت غ»: only a clock time is told by Greenwich. */
const isGreenwichAt = (r: Reader, i: number): boolean =>
  (r.is(i, 'ت') && (r.is(i + 1, 'غ') || (r.isSign(i + 1, '.') && r.is(i + 2, 'غ')))) ||
  r.is(i, 'gmt') ||
  r.f(i) === 'zone'

/** Hours in words: الخامسة، الثانية عشرة، ثلاثة; after «الساعة» cardinals too. */
function wordsAt(r: Reader, i: number, said: boolean): Core | undefined {
  if (!r.isWord(i)) return undefined
  const rank = ordinalAt(r, i)
  if (rank?.article && rank.value <= 12 && !rank.digits && isFeminine(r, i, rank.to)) {
    return withMinutes(r, rank.to, rank.value, true, said)
  }
  if (rank?.digits && said && rank.value <= 24) return withMinutes(r, rank.to, rank.value, false, said)
  const hour = hourInWords(r, i, said)
  return hour && withMinutes(r, hour.to, hour.value, true, said)
}

function hourInWords(r: Reader, i: number, said: boolean): { value: number; to: number } | undefined {
  const word = r.lexeme(i).card
  if (word === undefined || word.part === 'hundred' || word.part === 'scale' || word.part === 'ten') return undefined
  if (!said && !r.plain(i) && r.at(i).word.proclitic !== 'و') return undefined
  const next = r.stem(i + 1)
  if (word.part === 'unit' && (next === 'عشر' || next === 'عشره') && r.plain(i + 1) && word.value <= 2) {
    return { value: 10 + word.value, to: i + 2 }
  }
  if (word.bound || word.value < 1 || word.value > 12) return undefined
  return { value: word.value, to: i + 1 }
}

/** The hour is feminine: الخامسة, not الخامس; both genders of eleven and twelve are printed. */
function isFeminine(r: Reader, i: number, to: number): boolean {
  const stem = r.stem(i)
  return stem.endsWith('ه') || stem === 'اولي' || to - i === 2
}

const coreOf = <Minute extends number | undefined>(
  to: number,
  hour: number,
  minute: Minute,
  words: boolean,
): Core & { readonly minute: Minute } => ({ to, hour, minute, colon: false, words, padded: false })

/** «والنصف», «وعشرون دقيقة», «إلا ربعا», «و10 دقائق» after an hour. */
function withMinutes(r: Reader, i: number, hour: number, words: boolean, said: boolean): Core | undefined {
  if (hour < 0 || hour > 24) return undefined
  const at24 = (hour + 23) % 24 || 24
  const at = afterAnd(r, i)
  if (at !== undefined && !r.at(i).line) {
    const { fraction } = r.lexeme(at)
    if (fraction !== undefined && (r.lexeme(at).card === undefined || fraction === 1 / 4)) {
      return minutesFrom(r, coreOf(at + 1, hour, Math.round(fraction * 60), words))
    }
    const number = numberAt(r, at)
    if (number && Number.isInteger(number.value) && number.value >= 1 && number.value < 60) {
      const unit = r.lexeme(number.to).unit
      if (unit?.unit === 'minute') {
        const seconds = afterAnd(r, number.to + 1)
        const more = seconds === undefined ? undefined : numberAt(r, seconds)
        if (more && r.lexeme(more.to).unit?.unit === 'second' && more.value < 60) {
          return { ...coreOf(more.to + 1, hour, number.value, words), second: more.value }
        }
        return coreOf(number.to + 1, hour, number.value, words)
      }
      if (halfAt(r, number.to) !== undefined && (words || said)) return coreOf(number.to, hour, number.value, words)
      if (
        said &&
        number.value >= 5 &&
        unit === undefined &&
        number.words &&
        (r.at(number.to).kind === 'sign' || number.to >= r.length)
      ) {
        return coreOf(number.to, hour, number.value, words)
      }
    }
    if (r.lexeme(at).unit?.unit === 'minute') {
      const { count } = r.lexeme(at).unit ?? { count: 1 }
      if (count !== 'many') return coreOf(at + 1, hour, count, words)
    }
  }
  if (r.is(i, 'الا') || r.is(i, 'إلا')) {
    // «ثلثا» is two thirds elsewhere; an hour less a third of itself is twenty to
    const { card, fraction: part } = r.lexeme(i + 1)
    const fraction = r.stem(i + 1) === 'ثلثا' ? 1 / 3 : card === undefined ? part : undefined
    const less = fraction !== undefined ? Math.round(fraction * 60) : undefined
    if (less !== undefined) return coreOf(i + 2, at24, 60 - less, words)
    const isQuarter = ['ربعا', 'ثلثا', 'نصفا'].indexOf(r.stem(i + 1))
    if (isQuarter >= 0) return coreOf(i + 2, at24, 60 - ([15, 20, 30][isQuarter] ?? 0), words)
    const number = numberAt(r, i + 1)
    if (number && number.value < 60 && number.value > 0) {
      const to = r.lexeme(number.to).unit?.unit === 'minute' ? number.to + 1 : number.to
      return coreOf(to, at24, 60 - number.value, words)
    }
  }
  return coreOf(i, hour, undefined, words)
}

/** «والنصف وخمس دقائق», «والنصف إلا خمسا». */
function minutesFrom(r: Reader, core: Core & { minute: number }): Core {
  const at = afterAnd(r, core.to)
  const number = at === undefined ? undefined : numberAt(r, at)
  if (number && number.value <= 10 && r.lexeme(number.to).unit?.unit === 'minute') {
    return { ...core, to: number.to + 1, minute: core.minute + number.value }
  }
  if (r.is(core.to, 'الا')) {
    const less = numberAt(r, core.to + 1)
    if (less && less.value <= 10) {
      const to = r.lexeme(less.to).unit?.unit === 'minute' ? less.to + 1 : less.to
      return { ...core, to, minute: core.minute - less.value }
    }
  }
  return core
}
