import { align } from './align.js'
import type { PartMatch, Shape } from './compare.js'
import { letterOf } from './letters.js'
import { spellingModel } from './model-files.js'
import type { NamePart, PreparedName } from './name-parts.js'
import { commonNameOf } from './same-script.js'

/** Why two names were judged as they were, in words for a reader. */
export interface Reason {
  /** Stable, for tests and interfaces. */
  readonly code: string
  readonly ar: string
  readonly en: string
}

const reason = (code: string, en: string, ar: string): Reason => ({ code, ar, en })

const SHAPES: Readonly<Record<Shape, Reason | undefined>> = {
  whole: undefined,
  'middle-left-out': reason(
    'middle-left-out',
    'a middle name is on one side only',
    'اسم أوسط في أحد الاسمين دون الآخر',
  ),
  'family-only': reason(
    'family-only',
    'one side has the family name without the given name',
    'اسم العائلة وحده في أحد الجانبين',
  ),
  'given-only': reason('given-only', 'one side has the given name alone', 'الاسم الأول وحده في أحد الجانبين'),
  'kunya-only': reason('kunya-only', 'one side has the kunya alone', 'الكنية وحدها في أحد الجانبين'),
  'family-left-out': reason('family-left-out', 'one side stops before the family name', 'أحد الاسمين بلا اسم العائلة'),
  'other-given-name': reason(
    'other-given-name',
    'one family name, two given names',
    'اسم العائلة واحد والاسم الأول مختلف',
  ),
  'other-family-name': reason('other-family-name', 'the family names differ', 'اسم العائلة مختلف'),
  'other-order': reason('other-order', 'the family name stands first on one side', 'اسم العائلة مقدَّم في أحد الجانبين'),
  nothing: reason('nothing-shared', 'the names share no part', 'لا جزء مشترك بين الاسمين'),
}

const TWO_NAMES = reason('two-names', 'these letters part two names', 'حروف تفرّق بين اسمين')

/** Sets of letters that Arabic writes for one sound of another language. */
const SOUNDS: readonly (readonly [letters: string, code: string, en: string, ar: string])[] = [
  ['گكغجق', 'sound-g', 'the sound g', 'صوت الگاف'],
  ['بپ', 'sound-p', 'p written as b', 'الباء والپاء'],
  ['فڤو', 'sound-v', 'the sound v', 'صوت الڤاء'],
  ['تطث', 'sound-t', 'the sound t', 'صوت التاء'],
  ['سصزث', 'sound-s', 'the sound s or z', 'صوت السين أو الزاي'],
  ['دذضظز', 'sound-d', 'the sound d or dh', 'صوت الدال أو الذال'],
  ['خهحك', 'sound-kh', 'the sound kh or h', 'صوت الخاء أو الهاء'],
  ['شچجژ', 'sound-sh', 'the sound sh, ch or zh', 'صوت الشين أو الجيم'],
]
const VOWELS = 'اويءهع'

/** What a mark or a seat changes and search folding hides, the most telling first. */
const FOLDINGS: readonly (readonly [pattern: RegExp, code: string, en: string, ar: string])[] = [
  [/\u0622/u, 'madda', 'one letter: madda or alef', 'حرف واحد: مدّة أو ألف'],
  [/[\u0623\u0625\u0671]/u, 'hamza', 'one letter: alef with hamza or without', 'حرف واحد: ألف بهمزة أو دونها'],
  [/[\u0624\u0626]/u, 'hamza-seat', 'one letter: the seat of hamza', 'حرف واحد: كرسي الهمزة'],
  [/\u0629/u, 'ta-marbuta', 'one letter: ta marbuta or ha', 'حرف واحد: تاء مربوطة أو هاء'],
  [/\u0649/u, 'alef-maqsura', 'one letter: alef maqsura or ya', 'حرف واحد: ألف مقصورة أو ياء'],
  [/[\u064b-\u0652\u0670\u0640]/u, 'marks', 'vowel marks or tatweel', 'حركات أو تطويل'],
]

/** The reasons in the order of the parts; `matches` index the parts of `a` and `b`. */
export function reasonsOf(a: PreparedName, b: PreparedName, matches: readonly PartMatch[], shape: Shape): Reason[] {
  const found: Reason[] = []
  const add = (next: Reason | undefined): void => {
    if (next !== undefined && !found.some((r) => r.en === next.en)) found.push(next)
  }
  add(SHAPES[shape])
  if (a.folded === b.folded) {
    if (a.printed.trim() === b.printed.trim()) return [reason('identical', 'the same letters', 'الحروف نفسها')]
    for (const [pattern, code, en, ar] of FOLDINGS) {
      if (count(a.printed, pattern) !== count(b.printed, pattern)) add(reason(code, en, ar))
    }
    if (found.length === 0) add(reason('joined', 'the same letters, spaced or joined', 'الحروف نفسها، متصلة أو منفصلة'))
    return found
  }
  const alone = matches.length === 0 && a.parts.length === 1 && b.parts.length === 1 ? [{ a: 0, b: 0 }] : matches
  for (const match of alone) {
    const x = a.parts[match.a]
    const y = b.parts[match.b]
    if (x === undefined || y === undefined || x.folded === y.folded) continue
    if (matches.length === 0 && (x.arabic !== y.arabic || align(x.codes, y.codes, spellingModel().costs).length > 2))
      continue
    for (const next of partReasons(x, y)) add(next)
    const common = shape === 'nothing' ? undefined : commonNameOf(x, y)
    if (common !== undefined) add(reason('common-latin', `both may spell ${common}`, `كلاهما قد يُكتب ${common}`))
  }
  return shape === 'nothing' && found.length > 1 ? found.slice(1).concat(TWO_NAMES) : found
}

const count = (text: string, pattern: RegExp): number => text.split('').filter((unit) => pattern.test(unit)).length

function partReasons(x: NamePart, y: NamePart): Reason[] {
  if (x.kind === 'initial' || y.kind === 'initial')
    return [reason('initial', 'an initial for a name', 'حرف أول بدل الاسم')]
  if (x.arabic !== y.arabic) {
    return [
      reason(
        'transliteration',
        `${x.printed} and ${y.printed} are one name in two scripts`,
        `${x.printed} و${y.printed} اسم واحد بخطّين`,
      ),
    ]
  }
  const reasons: Reason[] = []
  let [a, b] = [x.codes, y.codes]
  if ((x.bare === undefined) !== (y.bare === undefined)) {
    const article = x.bare === undefined ? y : x
    const other = x.bare === undefined ? x : y
    if (
      article.bare !== undefined &&
      Math.abs(article.bare.length - other.codes.length) < Math.abs(a.length - b.length)
    ) {
      reasons.push(reason('article', 'the article ال on one side', 'أل التعريف في أحد الجانبين'))
      a = x.bare ?? a
      b = y.bare ?? b
    }
  }
  if (sameLetters(a, b)) reasons.push(reason('borrowed-letter', 'a letter for a foreign sound', 'حرف لصوت أجنبي'))
  const madda = x.printed.includes('\u0622') || y.printed.includes('\u0622')
  for (const edit of align(a, b, spellingModel().costs)) {
    const left = letterOf((edit.a >= 0 ? a : b)[edit.a >= 0 ? edit.a : edit.b] ?? 0) ?? '?'
    const right = edit.kind === 'substitute' ? (letterOf(b[edit.b] ?? 0) ?? '?') : undefined
    if (edit.kind === 'transpose')
      reasons.push(reason('transposed', 'two letters change places', 'حرفان تبادلا موضعيهما'))
    else if (right === undefined) reasons.push(dropped(left, edit.a >= 0 ? a : b, edit.a >= 0 ? edit.a : edit.b, madda))
    else reasons.push(replaced(left, right))
  }
  return reasons
}

const sameLetters = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((code, i) => code === b[i])

function dropped(letter: string, word: Uint8Array, at: number, madda: boolean): Reason {
  if (letter === 'ا' && madda) return reason('madda', 'one letter: madda or alef', 'حرف واحد: مدّة أو ألف')
  if (letter === 'ء') return reason('hamza', 'one letter: a hamza on one side', 'حرف واحد: همزة في أحد الجانبين')
  const doubled = letterOf(word[at - 1] ?? 0) === letter || letterOf(word[at + 1] ?? 0) === letter
  if (doubled) return reason('doubled', `one letter: ${letter} doubled`, `حرف واحد: ${letter} مكررة`)
  return VOWELS.includes(letter)
    ? reason(
        'vowel-letter',
        `one letter: the vowel ${letter} written or left out`,
        `حرف واحد: حرف المدّ ${letter} مكتوب أو متروك`,
      )
    : reason('letter', `one letter: ${letter} on one side`, `حرف واحد: ${letter} في أحد الجانبين`)
}

function replaced(left: string, right: string): Reason {
  if (VOWELS.includes(left) && VOWELS.includes(right)) {
    return reason('vowel', `one letter: the vowel ${left} or ${right}`, `حرف واحد: ${left} أو ${right} للحركة`)
  }
  for (const [letters, code, en, ar] of SOUNDS) {
    if (letters.includes(left) && letters.includes(right))
      return reason(code, `one letter: ${left} or ${right} for ${en}`, `حرف واحد: ${left} أو ${right}، ${ar}`)
  }
  return reason('letter', `one letter: ${left} or ${right}`, `حرف واحد: ${left} أو ${right}`)
}
