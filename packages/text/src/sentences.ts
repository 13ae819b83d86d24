import { isArabicLetter } from './script.js'
import type { Span, Text } from './span.js'
import { kindOfUnit, LETTER, MARK, NUMBER, SPACE } from './units.js'

/** Abbreviations that a full stop follows inside a sentence, folded to lower case. Single letters are handled apart. */
const ABBREVIATIONS = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'st',
  'prof',
  'gen',
  'no',
  'vs',
  'jr',
  'sr',
  'د',
  'أ',
  'م',
  'ص',
  'ت',
  'ط',
  'ج',
])

const STOP = /[.!?؟۔…\n\u2028\u2029]/g
const MARKS = '.!?؟۔…'
const CLOSING = /[\s"'”“’»›)\]}]/
const CLOSER = /["”“’'»›)\]}]/
const WORDS_BEFORE_PAUSE_ENDS = 12

const isSpace = (value: string, at: number): boolean => (kindOfUnit(value.charCodeAt(at)) & SPACE) !== 0
const isLetterOrDigit = (value: string, at: number): boolean =>
  at < value.length && (kindOfUnit(value.charCodeAt(at)) & (LETTER | NUMBER)) !== 0

/**
 * Sentence spans in order, white space at the edges left out. A line break always ends a sentence. A full stop does not
 * when it stands inside a number, name or address («3.5», «العربية.نت», «أ.ف.ب») or after an initial or title («د. سالم»); a stop
 * between two whole Arabic words ends a sentence even where the space is missing («…الهجوم.وقال»).
 * Two dots are a pause («بعد الزيارة.. الوزير يعود»), unless they follow a dozen words, where papers use them as a stop.
 * Quotes need not be balanced: a closing mark stays with the sentence before it.
 */
export function sentences({ value }: Text): Span[] {
  const found: Span[] = []
  let start = 0
  const close = (end: number): void => {
    let from = start
    let to = end
    while (from < to && isSpace(value, from)) from++
    while (to > from && isSpace(value, to - 1)) to--
    if (to > from) found.push({ start: from, end: to })
    start = end
  }
  STOP.lastIndex = 0
  for (let match = STOP.exec(value); match !== null; match = STOP.exec(value)) {
    const at = match.index
    if (match[0] === '\n' || match[0] === '\u2028' || match[0] === '\u2029') {
      close(at + 1)
      continue
    }
    let end = at + 1
    while (end < value.length && MARKS.includes(value.charAt(end))) end++
    STOP.lastIndex = end
    if (!endsHere(value, start, at, end)) continue
    while (end < value.length && CLOSER.test(value.charAt(end))) end++
    STOP.lastIndex = end
    close(end)
  }
  close(value.length)
  return found
}

function endsHere(value: string, start: number, at: number, end: number): boolean {
  const marks = value.slice(at, end)
  const next = value.charAt(end)
  if (marks === '.') {
    if (isLetterOrDigit(value, end)) return runsOn(value, start, at, end)
    return !followsAbbreviation(value, start, at)
  }
  if (/^(?:\.\.|\.{3,}|…+)$/.test(marks)) {
    if (next === '' || next === '\n') return true
    return countWords(value, start, at) >= WORDS_BEFORE_PAUSE_ENDS && CLOSING.test(next)
  }
  return true // ؟ and ! end a sentence with or without the space that should follow
}

/** What stands after the dot of a site's name written in Arabic: «العربية.نت». */
const SITE_ENDINGS = new Set([
  'نت',
  'كوم',
  'اورغ',
  'أورغ',
  'أورج',
  'اورج',
  'نيوز',
  'برس',
  'أونلاين',
  'اونلاين',
  'تيفي',
  'دوت',
])

/** A stop with no space behind it («…الهجوم.وقال»): a sentence ends there when whole Arabic words stand on both sides. */
function runsOn(value: string, start: number, at: number, end: number): boolean {
  let from = at
  while (from > start && isArabicLetter(value.charAt(from - 1))) from--
  let to = end
  while (to < value.length && isArabicLetter(value.charAt(to))) to++
  const next = value.slice(end, to)
  return at - from >= 2 && next.length >= 2 && !SITE_ENDINGS.has(next)
}

function followsAbbreviation(value: string, start: number, at: number): boolean {
  let from = at
  while (from > start && (kindOfUnit(value.charCodeAt(from - 1)) & (LETTER | MARK)) !== 0) from--
  const word = value.slice(from, at).toLowerCase()
  if (word === '') return false
  const letters = word.replace(/\p{M}/gu, '')
  if (!ABBREVIATIONS.has(letters) && !(letters.length === 1 && /\p{Script=Latin}/u.test(letters))) return false
  // «5 م.» and «8 ص.» are hours: there the stop is a stop.
  const before = value.slice(Math.max(start, from - 4), from)
  return !/\p{Nd}\s*$/u.test(before)
}

function countWords(value: string, start: number, end: number): number {
  let words = 0
  let inside = false
  for (let i = start; i < end; i++) {
    const letter = isLetterOrDigit(value, i)
    if (letter && !inside) words++
    inside = letter
  }
  return words
}
