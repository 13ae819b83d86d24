import { CALENDAR, DIGITS, LATIN, LINK, NUMBER, PART, PARTICLE, SIDE, THIS, TURN, UNIT } from '../lex/starts.js'
import { resolveMoment } from '../resolve/moment.js'
import type { Context, Reading } from '../resolve/reading.js'
import type { ClockParts } from './clock.js'
import type { DateParts } from './date.js'
import { type MomentParts, momentAt } from './moment.js'
import { isNarrated, narrated, periodAt } from './period.js'
import type { Match, Reader } from './reader.js'

/** A moment or a period: whatever one end of a range, or a whole expression, can be. */
export interface Point extends Match {
  readonly rule: string
  readonly weak: boolean
  readonly parts?: MomentParts
  resolve(ctx: Context): Reading
}

/** The longest moment or period at token i. */
export function pointAt(r: Reader, i: number): Point | undefined {
  const known = r.points[i]
  if (known !== undefined) return known ?? undefined
  const found = read(r, i)
  r.points[i] = found ?? null
  return found
}

/** The particles that can open a moment or a period: هذا الأسبوع، قبل أمس، في الصباح، عطلة نهاية الأسبوع، فاتح نوفمبر. */
const OPENERS = new Set<string>(['this', 'before', 'after', 'in', 'rest', 'first'])

/** A look at the masks before the grammar is asked: a bare figure needs a month, a sign or a clock word near it. */
function mayBegin(r: Reader, i: number): boolean {
  const { masks } = r.tokens
  const mask = masks[i] ?? 0
  if ((mask & (CALENDAR | LATIN)) !== 0) {
    // «يوم» wants its day, «العام» its direction or figure, «مساء» the day it belongs to
    const kinds = mask & (CALENDAR | LATIN)
    if (kinds === UNIT) return r.isNear(i + 1, 2, DIGITS | NUMBER | CALENDAR | TURN | THIS | SIDE | PARTICLE | LATIN)
    if (kinds === PART) return r.isNear(i + 1, 4, DIGITS | NUMBER | CALENDAR | SIDE | THIS | PARTICLE)
    return true
  }
  const after = masks[i + 1] ?? 0
  if ((mask & (DIGITS | NUMBER)) === 0) {
    if ((mask & LINK) === 0 || !OPENERS.has(r.f(i) ?? '')) return false
    if (r.f(i) === 'in' && r.lexeme(i + 1).part === undefined) return false
    return (after & CALENDAR) !== 0 || ((masks[i + 2] ?? 0) & CALENDAR) !== 0
  }
  if (r.lexeme(i).fraction !== undefined && r.at(i).word.article) return true
  if (r.lexeme(i).ordinal !== undefined && (r.f(i + 1) === 'zone' || r.f(i + 2) === 'zone')) return true
  const isFigure = (mask & DIGITS) !== 0
  const isYear = isFigure && r.at(i).key.length >= 4
  // «12 شخصا يوم السبت»: the word after the figure is no part of a date
  if ((after & (CALENDAR | LATIN | LINK | DIGITS | NUMBER)) === 0 && !r.tokens.isSign(i + 1)) {
    return isYear || (isFigure && ['ص', 'م', 'ه', 'h'].includes(r.at(i + 1).key)) || r.f(i + 1) === 'and'
  }
  if (r.isNear(i + 1, 4, CALENDAR | LATIN)) return true
  if (!isFigure) return r.lexeme(i).card !== undefined && r.f(i + 1) === 'and'
  const next = r.at(i + 1)
  return (
    isYear || (next.kind === 'sign' && (!next.gap || '/-–'.includes(next.key))) || ['ص', 'م', 'ه'].includes(next.key)
  )
}

function read(r: Reader, i: number): Point | undefined {
  if (!mayBegin(r, i)) return undefined
  const moment = momentAt(r, i)
  const period = periodAt(r, i)
  if (period !== undefined && (moment === undefined || period.to > moment.to || isMonthOnly(moment.parts)))
    return period
  if (moment === undefined) return undefined
  const { parts } = moment
  const onlyDay =
    parts.weekday === undefined && parts.part === undefined && parts.clock === undefined && isNarrated(r, moment.to - 1)
  return {
    from: i,
    to: moment.to,
    rule: ruleOf(parts),
    weak: moment.weak,
    parts,
    resolve: (ctx) =>
      parts.day !== undefined && onlyDay && (ctx.direction.way === 'past' || ctx.direction.way === 'nearest')
        ? narrated('day', parts.day)
        : resolveMoment(parts, ctx),
  }
}

const isMonthOnly = ({ date, weekday, clock, part, day }: MomentParts): boolean =>
  date !== undefined &&
  date.day === undefined &&
  weekday === undefined &&
  clock === undefined &&
  part === undefined &&
  day === undefined

function ruleOf({ date, clock, weekday, day, part, midnight }: MomentParts): string {
  if (date !== undefined)
    return date.calendar === 'gregorian' ? (clock ? 'date.clock' : 'date.calendar') : `date.${date.calendar}`
  if (clock !== undefined) return weekday !== undefined || day !== undefined ? 'clock.on-day' : 'clock'
  if (midnight) return 'clock.midnight'
  if (weekday !== undefined) return part ? 'weekday.part' : 'weekday'
  return part ? 'day.part' : 'day.relative'
}

export type { ClockParts, DateParts }
