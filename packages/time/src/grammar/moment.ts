import type { DayPart, PartCode } from '../lex/lexeme.js'
import {
  DAY_WORD,
  DIGITS,
  EDGE,
  IN,
  NUMBER,
  ORDINAL,
  PART,
  PARTICLE,
  SIDE,
  THIS,
  UNIT,
  WEEKDAY,
} from '../lex/starts.js'
import { type ClockParts, clockAt, isHourWord } from './clock.js'
import { type ZoneMatch, zoneAt } from './clock-zone.js'
import { dateAt } from './date.js'
import type { DateMatch, DateParts } from './date-parts.js'
import { partAt, sideOf } from './day-part.js'
import { relativeDayAt } from './day-word.js'
import type { Match, Reader } from './reader.js'
import { turnAt } from './turn.js'
import { weekdayAt } from './weekday.js'

/** Everything that one phrase states about a moment: any of weekday, day, date, part of day, clock and zone. */
export interface MomentParts {
  readonly date?: DateParts | undefined
  readonly weekday?: number | undefined
  readonly turn?: number | undefined
  /** Days from the reference: أمس −1. */
  readonly day?: number | undefined
  readonly part?: { readonly code: PartCode; readonly name: DayPart } | undefined
  readonly clock?: ClockParts | undefined
  readonly zone?: ZoneMatch | undefined
  /** ليل الجمعة - السبت: the second weekday. */
  readonly nightTo?: number | undefined
  /** ليلة السبت, which many read as the night before it. */
  readonly eve?: boolean | undefined
  /** منتصف ليل الثلاثاء. */
  readonly midnight?: boolean | undefined
  /** «الثلاثاء الأول من نوفمبر»: the date's day is a rank right behind the weekday. */
  readonly ranked?: boolean | undefined
}

export interface MomentMatch extends Match {
  readonly parts: MomentParts
  /** Only believed where something else says that it is a time. */
  readonly weak: boolean
}

type Draft = { -readonly [K in keyof MomentParts]-?: MomentParts[K] | undefined }

/** The same parts in an object of their own; all drafts have one shape. */
const draftOf = (parts: MomentParts): Draft => ({
  date: parts.date,
  weekday: parts.weekday,
  turn: parts.turn,
  day: parts.day,
  part: parts.part,
  clock: parts.clock,
  zone: parts.zone,
  nightTo: parts.nightTo,
  eve: parts.eve,
  midnight: parts.midnight,
  ranked: parts.ranked,
})

const NOTHING: MomentParts = {}

/** A weekday with its direction or a day from the reference, and nothing besides. */
export function partsOf(weekday: number | undefined, turn: number | undefined, day: number | undefined): MomentParts {
  const draft = draftOf(NOTHING)
  draft.weekday = weekday
  draft.turn = turn
  draft.day = day
  return draft
}

/** Adds what was read of one part; what it leaves open stays as it was. */
function add(draft: Draft, rest: Draft): void {
  draft.date = rest.date ?? draft.date
  draft.weekday = rest.weekday ?? draft.weekday
  draft.turn = rest.turn ?? draft.turn
  draft.day = rest.day ?? draft.day
  draft.part = rest.part ?? draft.part
  draft.clock = rest.clock ?? draft.clock
  draft.zone = rest.zone ?? draft.zone
  draft.nightTo = rest.nightTo ?? draft.nightTo
  draft.eve = rest.eve ?? draft.eve
  draft.midnight = rest.midnight ?? draft.midnight
  draft.ranked = rest.ranked ?? draft.ranked
}

const MAX_PARTS = 6

/** The longest moment that begins at token i. */
export function momentAt(r: Reader, i: number, stamp = false): MomentMatch | undefined {
  const draft = draftOf(NOTHING)
  let to = i
  let weak = true
  for (let count = 0; count < MAX_PARTS; count++) {
    const step = next(r, to, draft, count === 0, stamp)
    if (step === undefined) break
    to = step.to
    weak = weak && step.weak
  }
  if (to === i) return undefined
  // a part of the day or a zone is no moment by itself
  const { date, weekday, day, clock, midnight } = draft
  if (date === undefined && weekday === undefined && day === undefined && clock === undefined && !midnight) {
    return undefined
  }
  return { from: i, to, parts: draft, weak }
}

const JOINTS = new Set(['عند', 'الموافق', 'الموافقه', 'علي', 'at', 't', 'في', 'من', 'المصادف', 'لليوم', 'تمام'])

interface Step {
  readonly to: number
  readonly weak: boolean
}

function next(r: Reader, i: number, draft: Draft, first: boolean, stamp: boolean): Step | undefined {
  if (i >= r.length) return undefined
  if (first) return element(r, i, draft, true, stamp)
  // a word that no table knows ends the phrase, unless it joins or names a zone
  if (!stamp && draft.clock === undefined && r.mask(i) === 0 && !r.tokens.isSign(i) && !JOINTS.has(r.at(i).key))
    return undefined
  const token = r.at(i)
  if (token.line && !stamp) return undefined
  const direct = element(r, i, draft, false, stamp)
  if (direct !== undefined) return direct
  // what may stand between two parts
  let j = i
  let signs = 0
  while (signs < 2 && (r.isSign(j, '،,|-–—•·:()\\/') || r.is(j, 't'))) {
    if (
      r.isSign(j, '(') &&
      !stamp &&
      zoneAt(r, j, draft.clock !== undefined) === undefined &&
      !(draft.day !== undefined && r.lexeme(j + 1).weekday !== undefined) &&
      clockAt(r, j + 1) === undefined
    )
      return undefined
    if (r.isSign(j, ':/') && !stamp && !isHourWord(r, j - 1)) return undefined
    j++
    signs++
  }
  if (
    r.f(j) === 'in' ||
    r.f(j) === 'from' ||
    r.is(j, 'عند') ||
    r.f(j) === 'corresponding' ||
    r.is(j, 'at') ||
    r.is(j, 'علي')
  )
    j++
  if (r.is(j, 'تمام') || r.is(j, 'حوالي') || r.is(j, 'نحو')) j++
  if (j === i || (r.at(j).line && !stamp)) return undefined
  const signed = signs > 0
  // «غدا (الثلاثاء)»: the weekday in brackets belongs to the day
  const isBracketed =
    signs === 1 &&
    r.isSign(j - 1, '(') &&
    r.isSign(j + 1, ')') &&
    draft.day !== undefined &&
    draft.weekday === undefined
  if (isBracketed && r.lexeme(j).weekday !== undefined) {
    const day = weekdayAt(r, j, false)
    if (day !== undefined && day.to === j + 1) {
      draft.weekday = day.weekday
      return { to: j + 2, weak: false }
    }
  }
  const copy = draftOf(draft)
  const step = element(r, j, copy, false, stamp || signed)
  if (step === undefined) return undefined
  // a comma joins a date to what completes it, not one mention to the next
  if (signed && !stamp && !isCompletion(draft, copy, r, j)) return undefined
  if (
    !signed &&
    r.f(i) === 'from' &&
    copy.date !== draft.date &&
    draft.clock === undefined &&
    draft.weekday === undefined &&
    draft.part === undefined
  )
    return undefined
  if (!signed && r.f(i) === 'in' && copy.clock === draft.clock && copy.date === draft.date) return undefined
  add(draft, copy)
  return step
}

function isCompletion(before: Draft, after: Draft, r: Reader, j: number): boolean {
  if (after.zone !== before.zone) return before.clock !== undefined
  if (after.clock !== before.clock)
    return before.date !== undefined || before.weekday !== undefined || before.day !== undefined
  if (after.date !== before.date)
    return before.weekday !== undefined || before.clock !== undefined || before.day !== undefined
  if (after.weekday !== before.weekday) {
    return (before.date !== undefined && !r.isSign(j - 1, '،,-')) || before.nightTo !== undefined
  }
  return false
}

function element(r: Reader, i: number, draft: Draft, first: boolean, stamp: boolean): Step | undefined {
  if (!stamp && draft.clock === undefined && r.mask(i) === 0) return undefined
  if (!first && !r.plain(i) && !r.at(i).word.article) return zoneStep(r, i, draft, stamp)
  // a page's stamp may hold words that no table knows
  const mask = stamp ? -1 : r.mask(i)
  return (
    ((mask & EDGE) !== 0 ? midnightStep(r, i, draft) : undefined) ??
    ((mask & (PART | THIS | SIDE | IN)) !== 0 ? partStep(r, i, draft) : undefined) ??
    ((mask & (DAY_WORD | ORDINAL | SIDE | UNIT)) !== 0 ? relativeDayStep(r, i, draft) : undefined) ??
    ((mask & (WEEKDAY | UNIT | THIS)) !== 0 ? weekdayStep(r, i, draft, first) : undefined) ??
    dateStep(r, i, draft) ??
    ((mask & (DIGITS | UNIT | NUMBER | PARTICLE)) !== 0 ? clockStep(r, i, draft) : undefined) ??
    zoneStep(r, i, draft, stamp)
  )
}

function midnightStep(r: Reader, i: number, draft: Draft): Step | undefined {
  if (draft.midnight || draft.part !== undefined || draft.clock !== undefined) return undefined
  if (r.lexeme(i).edge !== 'MID' || r.lexeme(i + 1).part?.name !== 'night' || !r.plain(i + 1)) return undefined
  draft.midnight = true
  if (!r.at(i + 1).word.article) {
    const night = draftOf(NOTHING)
    const day = weekdayStep(r, i + 2, night, true) ?? relativeDayStep(r, i + 2, night)
    if (day === undefined) {
      draft.midnight = undefined
      return undefined
    }
    add(draft, night)
    return nightPair(r, day.to, draft)
  }
  return { to: i + 2, weak: false }
}

/** ليل الجمعة - السبت, ليل الثلاثاء الأربعاء: a second weekday, the day after the first. */
function nightPair(r: Reader, i: number, draft: Draft): Step {
  const j = r.isSign(i, '-–/—') ? i + 1 : i
  const second = r.lexeme(j).weekday
  if (draft.weekday !== undefined && second && r.at(j).word.article && r.at(j).word.proclitic === '' && !r.at(j).line) {
    if (second.day === (draft.weekday % 7) + 1) {
      draft.nightTo = second.day
      return { to: j + 1, weak: false }
    }
  }
  return { to: i, weak: false }
}

function partStep(r: Reader, i: number, draft: Draft): Step | undefined {
  if (draft.part !== undefined || draft.midnight) return undefined
  const { lexeme, article, proclitic } = r.at(i).word
  const isThis = r.f(i) === 'this' && r.at(i + 1).word.article && r.lexeme(i + 1).part !== undefined
  // «في هذا العصر» is the age we live in
  if (isThis && draft.day === undefined && r.stem(i + 1) !== 'عصر') {
    const part = r.lexeme(i + 1).part
    if (part !== undefined) {
      draft.part = { code: part.code, name: part.name }
      draft.day = 0
      return { to: i + 2, weak: false }
    }
  }
  // الليلة is tonight, الليلة الماضية last night, مساء the evening of what follows
  if (r.stem(i) === 'ليله' && article && proclitic === '' && draft.day === undefined && draft.weekday === undefined) {
    const turn = turnAt(r, i + 1)
    // «الليلة الكبيرة», «الليلة الثانية من المهرجان»: a night that is named or counted
    if (turn === undefined && !r.at(i + 1).line && NIGHTS.test(r.at(i + 1).key)) return undefined
    draft.part = { code: 'NI', name: 'night' }
    draft.day = turn === undefined ? 0 : turn.turn < 0 ? -1 : 1
    return { to: turn?.to ?? i + 1, weak: false }
  }
  const sided = sidedPart(r, i, draft)
  if (sided !== undefined) return sided
  const part = partAt(r, i)
  if (part === undefined) return undefined
  const start = lexeme.part
  if (draft.clock !== undefined && !draft.clock.sure) return undefined
  // «المغرب» is a country unless a prayer or a preposition of time stands before it
  if (article && r.stem(i) === 'مغرب' && !BEFORE_SUNSET.has(r.at(i - 1).key)) return undefined
  if (start !== undefined && !part.adverb) {
    // a bare noun needs its day: مساء السبت، فجر اليوم، ظهر 22 نوفمبر
    const rest = draftOf(NOTHING)
    let j = i + 1
    if (
      r.stem(j) === 'يوم' &&
      !r.at(j).word.article &&
      r.lexeme(j + 1).weekday === undefined &&
      r.lexeme(j + 1).day !== undefined
    )
      j++
    const day = relativeDayStep(r, j, rest) ?? weekdayStep(r, j, rest, true) ?? dateStep(r, j, rest)
    if (day === undefined || r.at(j).line) {
      if (draft.weekday !== undefined || draft.day !== undefined || draft.date !== undefined) {
        if (!['مساء', 'صباح'].includes(lexeme.part ? r.at(i).key : '')) return undefined
        draft.part = { code: part.code, name: part.name }
        return { to: i + 1, weak: false }
      }
      return undefined
    }
    if (rest.day !== undefined && draft.day !== undefined) return undefined
    // «أحيل إلى 24 حزيران مساء الأربعاء»: two moments
    if (rest.weekday !== undefined && (draft.weekday !== undefined || draft.date !== undefined)) return undefined
    if (rest.date !== undefined && (draft.date !== undefined || rest.date.day === undefined)) return undefined
    draft.part = { code: part.code, name: part.name }
    add(draft, rest)
    if (part.name === 'night' && rest.weekday !== undefined) {
      const pair = nightPair(r, day.to, draft)
      if (draft.nightTo === undefined && r.stem(i) === 'ليله') draft.eve = true
      return pair
    }
    return { to: day.to, weak: false }
  }
  draft.part = { code: part.code, name: part.name }
  return { to: part.to, weak: false }
}

/** «بعد ظهر الجمعة»، «قبل فجر السبت»: a side of a part of a day that is named. */
function sidedPart(r: Reader, i: number, draft: Draft): Step | undefined {
  const edge = r.f(i)
  if ((edge !== 'after' && edge !== 'before') || !r.plain(i) || r.at(i + 1).line) return undefined
  const { lexeme, article, proclitic } = r.at(i + 1).word
  const { part } = lexeme
  if (part === undefined || part.adverb || article || proclitic !== '') return undefined
  if (draft.day !== undefined || draft.weekday !== undefined || draft.date !== undefined) return undefined
  const rest = draftOf(NOTHING)
  const day = relativeDayStep(r, i + 2, rest) ?? weekdayStep(r, i + 2, rest, true) ?? dateStep(r, i + 2, rest)
  if (day === undefined || r.at(i + 2).line || (rest.date !== undefined && rest.date.day === undefined))
    return undefined
  draft.part = sideOf(part.name, edge)
  add(draft, rest)
  return { to: day.to, weak: false }
}

const NIGHTS =
  /^(?:ال(?:كبيره|اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|اخري|واحده|موعوده|ختاميه|افتتاحيه|ظلماء|مباركه|تي)|نفسها|ذاتها)$/

const BEFORE_SUNSET = new Set(['اذان', 'صلاه', 'وقت', 'عند', 'موعد'])

function relativeDayStep(r: Reader, i: number, draft: Draft): Step | undefined {
  if (draft.day !== undefined || draft.date !== undefined) return undefined
  const found = relativeDayAt(r, i)
  if (found === undefined) return undefined
  draft.day = found.day
  return { to: found.to, weak: false }
}

function weekdayStep(r: Reader, i: number, draft: Draft, first: boolean): Step | undefined {
  if (draft.weekday !== undefined) return undefined
  // «رفضت ماي يوم الثلاثاء»: no weekday is of a month
  if (draft.date !== undefined && draft.date.day === undefined) return undefined
  // «أدنى سعر منذ الثالث من يناير الاثنين»: the day stands before its date, and this is another
  const { date } = draft
  const isOpenDate = date?.day !== undefined && date.year === undefined && date.turn === undefined
  if (isOpenDate && r.hasArticle(i) && r.isWord(i - 1) && !r.isSign(i - 1, '،,(')) return undefined
  // «كل يوم جمعة الساعة الواحدة» comes round
  if (r.f(i - 1) === 'every' && !r.at(i).line) return undefined
  const found = weekdayAt(r, i, first)
  if (found === undefined) return undefined
  if (draft.turn === undefined || found.turn !== undefined) {
    draft.weekday = found.weekday
    draft.turn = found.turn ?? draft.turn
  }
  return { to: found.to, weak: false }
}

function dateStep(r: Reader, i: number, draft: Draft): Step | undefined {
  if (draft.date !== undefined) return undefined
  const found: DateMatch | undefined = dateAt(r, i)
  if (found === undefined) return undefined
  if (found.parts.day === undefined && (draft.weekday !== undefined || draft.day !== undefined)) return undefined
  if (found.parts.yearly) return undefined
  // «السبت الماضي 4-2» is how the match ended
  if (draft.weekday !== undefined && found.parts.year === undefined && r.isDigits(i) && r.isSign(i + 1, '-–'))
    return undefined
  // «تغلبت 3-1 الثلاثاء»
  const isResult = r.isDigits(i) && r.isSign(i + 1, '-–') && r.isDigits(i + 2) && found.parts.year === undefined
  if (isResult && r.lexeme(found.to).weekday !== undefined && !r.at(found.to).line) return undefined
  draft.date = found.parts
  draft.ranked =
    r.isWord(i) && r.hasArticle(i) && r.lexeme(i).ordinal !== undefined && r.lexeme(i - 1).weekday !== undefined
  return { to: found.to, weak: found.weak }
}

function clockStep(r: Reader, i: number, draft: Draft): Step | undefined {
  if (draft.clock !== undefined) return undefined
  const found = clockAt(r, i)
  if (found === undefined) return undefined
  let clock = found.clock
  // «مساء السبت الساعة 7»: the part of day came first
  if (draft.part !== undefined && !clock.sure) {
    const { code } = draft.part
    const pm =
      code === 'EV' || code === 'AF' || (code === 'NI' && clock.hour >= 6) || (code === 'MI' && clock.hour < 10)
    clock = { ...clock, sure: true, hour: pm && clock.hour < 12 ? clock.hour + 12 : clock.hour }
  }
  draft.clock = clock
  return { to: found.to, weak: false }
}

function zoneStep(r: Reader, i: number, draft: Draft, stamp: boolean): Step | undefined {
  if (draft.zone !== undefined || draft.clock === undefined) return undefined
  // «2024.11.30 | 17:15 بيروت»: a page's stamp within a line of text
  const found = zoneAt(r, i, stamp || (r.isDigits(i - 1) && r.isSign(i - 2, ':') && r.isSign(i - 4, '|')))
  if (found === undefined) return undefined
  draft.zone = found
  return { to: found.to, weak: false }
}
