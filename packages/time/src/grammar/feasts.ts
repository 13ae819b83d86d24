import { civilDate, dayNumber, weekdayOf } from '../calendar/gregorian.js'
import { hijriDateOf, hijriDay } from '../calendar/lunar.js'
import { foldWord } from '../lex/characters.js'
import { DAY_WORD, FEAST, ORDINAL } from '../lex/starts.js'
import { DAY, dateText } from '../resolve/iso.js'
import type { Context, Reading } from '../resolve/reading.js'
import { type FeastId, feastNames } from '../words/phrases.js'
import { ordinalAt } from './ordinal.js'
import type { Reader } from './reader.js'
import type { Rule } from './rule.js'
import { turnAt } from './turn.js'
import { yearAt } from './year.js'

type FeastDay =
  | { readonly calendar: 'hijri'; readonly month: number; readonly day: number; readonly days: number }
  | { readonly calendar: 'gregorian'; readonly of: (year: number) => number }

const fixed = (month: number, day: number): FeastDay => ({
  calendar: 'gregorian',
  of: (year) => dayNumber(year, month, day),
})
const hijri = (month: number, day: number, days = 1): FeastDay => ({ calendar: 'hijri', month, day, days })

/** The nth weekday of a month, Monday 1. */
const nth = (month: number, weekday: number, n: number): FeastDay => ({
  calendar: 'gregorian',
  of(year) {
    const first = dayNumber(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
  },
})

/** Gregorian Easter Sunday (Meeus, Jones and Butcher). */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

const feasts: Readonly<Record<FeastId, FeastDay>> = {
  fitr: hijri(10, 1, 3),
  adha: hijri(12, 10, 4),
  arafa: hijri(12, 9),
  ashura: hijri(1, 10),
  mawlid: hijri(3, 12),
  isra: hijri(7, 27),
  qadr: hijri(9, 27),
  'hijri-new-year': hijri(1, 1),
  'new-year': fixed(1, 1),
  'new-year-eve': fixed(12, 31),
  christmas: fixed(12, 25),
  'christmas-eve': fixed(12, 24),
  easter: { calendar: 'gregorian', of: easter },
  'good-friday': { calendar: 'gregorian', of: (year) => easter(year) - 2 },
  labour: fixed(5, 1),
  valentine: fixed(2, 14),
  mother: fixed(3, 21),
  father: nth(6, 7, 3),
  women: fixed(3, 8),
  land: fixed(3, 30),
  thanksgiving: nth(11, 4, 4),
  nowruz: fixed(3, 21),
  epiphany: fixed(1, 6),
  halloween: fixed(10, 31),
  'all-saints': fixed(11, 1),
}

let table: ReadonlyMap<string, readonly (readonly [readonly string[], FeastDay])[]> | undefined

function feastTable(): NonNullable<typeof table> {
  if (table === undefined) {
    const found = new Map<string, (readonly [readonly string[], FeastDay])[]>()
    for (const [id, names] of Object.entries(feastNames)) {
      const feast = feasts[id as FeastId]
      for (const name of names.split('|')) {
        const words = name.split(' ').map(foldWord)
        const [head = ''] = words
        found.set(head, [...(found.get(head) ?? []), [words, feast]])
      }
    }
    for (const list of found.values()) list.sort((a, b) => b[0].length - a[0].length)
    table = found
  }
  return table
}

function nameAt(r: Reader, i: number): { feast: FeastDay; to: number } | undefined {
  const list = feastTable().get(r.at(i).key) ?? feastTable().get(r.at(i).key.replace(/^[وبلف]/, ''))
  for (const [words, feast] of list ?? []) {
    let k = 1
    while (k < words.length && r.at(i + k).key === words[k] && !r.at(i + k).line) k++
    if (k === words.length) return { feast, to: i + k }
  }
  return undefined
}

/** عيد الفطر، أول أيام عيد الأضحى، عاشوراء 1446 هـ: the day the tables give; the moon may have given another. */
const feast: Rule = {
  id: 'feast',
  starts: FEAST | ORDINAL | DAY_WORD,
  needs: (mask) => ((mask & FEAST) === 0 ? FEAST : 0),
  find(scan, i) {
    const { r } = scan
    let nth = 1
    let whole = true
    let j = i
    const rank = ordinalAt(r, i)
    const isNth = rank !== undefined && !rank.article && ['ايام', 'يوم'].includes(r.stem(rank.to))
    const isDefinite = r.is(i, 'اليوم') ? ordinalAt(r, i + 1) : undefined
    if (isNth && rank) {
      nth = rank.value
      j = rank.to + 1
      whole = false
    } else if (isDefinite?.article && r.f(isDefinite.to) === 'from') {
      nth = isDefinite.value
      j = isDefinite.to + 1
      whole = false
      if (r.stem(j) === 'ايام') j++
    } else if ((r.lexeme(i).weekday && (nameAt(r, i)?.to ?? i) < i + 2) || r.f(i) === 'this') return undefined
    let isEid: FeastDay | undefined
    if (!whole && r.is(j, 'العيد')) isEid = hijri(10, 1, 3)
    const name = isEid ? undefined : nameAt(r, j)
    if (name === undefined && isEid === undefined) return undefined
    const feastDay = name?.feast ?? isEid
    if (feastDay === undefined) return undefined
    let to = name?.to ?? j + 1
    if (['اليهودي', 'العبري', 'الوطني', 'اليهوديه'].includes(r.at(to).key)) return undefined
    const linked = r.is(to, 'لعام') || r.is(to, 'لسنه') ? to + 1 : to
    const year = linked > to ? figureYear(r, linked) : yearAt(r, to, true)
    if (year !== undefined) to = year.to
    const turn = year === undefined ? turnAt(r, to) : undefined
    if (turn !== undefined) to = turn.to
    const ctx = scan.context(i, to)
    const found = scan.temporal(i, to, 'feast', read(feastDay, nth, year?.year, turn?.turn, ctx), 3)
    // «احتفلوا بعيد الحب»: the tables know the word without its preposition
    const isAttached = j === i && feastTable().get(r.at(i).key) === undefined && r.startOf(i) === r.at(i).start
    if (!isAttached) return found
    const start = r.at(i).start + 1
    return found.changed((item) => ({ ...item, start, text: r.text.slice(start, item.end) }))
  },
}

function figureYear(r: Reader, i: number): { year: number; to: number } | undefined {
  const year = Number(r.at(i).key)
  return r.isDigits(i) && year > 1000 && year < 2200 ? { year, to: i + 1 } : undefined
}

const NEAR = 35
const FAR = 200

function read(feast: FeastDay, nth: number, year: number | undefined, turn: number | undefined, ctx: Context): Reading {
  const dayIn = (y: number): number =>
    feast.calendar === 'hijri' ? (hijriDay(y, feast.month, feast.day) ?? 0) + nth - 1 : feast.of(y) + nth - 1
  const more = (y: number): Reading['more'] => {
    if (feast.calendar !== 'hijri') return {}
    const { month, day } = feast
    return {
      calendar: 'hijri',
      hijri: `${y}-${String(month).padStart(2, '0')}-${String(day + nth - 1).padStart(2, '0')}`,
    }
  }
  const make = (y: number, certainty: Reading['certainty']): Reading => {
    const day = dayIn(y)
    return {
      kind: 'date',
      value: dateText(day),
      grain: 'day',
      from: day * DAY,
      to: (day + 1) * DAY,
      certainty,
      more: more(y) ?? {},
    }
  }
  if (year !== undefined) {
    if (feast.calendar === 'gregorian') return make(year, 'exact')
    if (year < 1600) return make(year, 'exact')
    // a Gregorian year holds the feast once, seldom twice
    const guess = hijriDateOf(dayNumber(year, 1, 1)).year
    const y = [guess, guess + 1].find((h) => civilDate(dayIn(h)).year === year) ?? guess
    return make(y, 'observational')
  }
  const { anchor } = ctx
  if (anchor === undefined) return { kind: 'date', value: 'XXXX', certainty: 'unanchored', more: {} }
  const now = feast.calendar === 'hijri' ? hijriDateOf(anchor.day).year : civilDate(anchor.day).year
  const years = [now - 1, now, now + 1]
  const { way } = ctx.direction
  const certainty = feast.calendar === 'hijri' ? 'observational' : 'exact'
  const ahead = years.find((y) => dayIn(y) >= anchor.day) ?? now
  const behind = years.findLast((y) => dayIn(y) <= anchor.day) ?? now
  if (turn !== undefined && turn > 0) return make(years.find((y) => dayIn(y) > anchor.day) ?? now, certainty)
  if (turn !== undefined && turn < 0) return make(years.findLast((y) => dayIn(y) < anchor.day) ?? now, certainty)
  // a feast of the last weeks, or of the coming ones, is meant before one that is nearly a year away
  const since = anchor.day - dayIn(behind)
  const until = dayIn(ahead) - anchor.day
  if (way === 'future' && since <= NEAR && until > FAR) return make(behind, certainty)
  if (way === 'past' && !ctx.direction.told && until <= NEAR && since > FAR) return make(ahead, certainty)
  if (way === 'future' || way === 'same') return make(way === 'same' ? now : ahead, certainty)
  if (way === 'past') return make(behind, certainty)
  return make(Math.abs(dayIn(ahead) - anchor.day) <= Math.abs(dayIn(behind) - anchor.day) ? ahead : behind, certainty)
}

export const feastRules: readonly Rule[] = [feast]
