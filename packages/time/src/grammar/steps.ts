import { addMonths } from '../calendar/gregorian.js'
import { DAY, dateText, HOUR, localText, MINUTE } from '../resolve/iso.js'
import { shifted } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import { type Amount, type DurationMatch, durationText } from './duration.js'
import type { Reader } from './reader.js'

/** A local reading moved by every amount in turn. */
export function move(local: number, amounts: readonly Amount[], sign: 1 | -1): number {
  let at = local
  for (const { unit, count } of amounts) {
    const by = count * sign
    const day = Math.floor(at / DAY)
    const clock = at - day * DAY
    if (unit === 'second') at += Math.round(by * 1000)
    else if (unit === 'minute') at += Math.round(by * MINUTE)
    else if (unit === 'hour') at += Math.round(by * HOUR)
    else if (unit === 'day') at += Math.round(by * DAY)
    else if (unit === 'week') at += Math.round(by * 7 * DAY)
    else {
      const months = unit === 'month' ? by : unit === 'year' ? by * 12 : unit === 'decade' ? by * 120 : by * 1200
      const whole = Math.trunc(months)
      at = addMonths(day, whole) * DAY + clock + Math.round((months - whole) * 30 * DAY)
    }
  }
  return at
}

/** A point so far before or after the reference, at the grain of its smallest unit. */
export function pointReading(duration: DurationMatch, sign: 1 | -1, ctx: Context): Reading {
  if (duration.vague !== undefined)
    return {
      kind: 'vague',
      value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
      certainty: 'vague',
      more: { duration: durationText(duration) },
    }
  const more = { duration: durationText(duration) }
  const [last] = duration.amounts.slice(-1)
  if (ctx.anchor === undefined || last === undefined) {
    return { kind: 'date', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', certainty: 'unanchored', more }
  }
  const rest = duration.amounts.slice(0, -1)
  const base = move(ctx.anchor.local, rest, sign)
  const period = shifted(base, last.unit, last.count * sign, ctx)
  const isClock = period.grain === 'hour' || period.grain === 'minute' || period.grain === 'second'
  if (isClock) {
    return {
      kind: 'datetime',
      value: period.value,
      grain: period.grain,
      from: period.from,
      to: period.to,
      certainty: 'approx',
      more,
    }
  }
  if (rest.length > 0) {
    const day = Math.floor(move(base, [last], sign) / DAY)
    return {
      kind: 'date',
      value: dateText(day),
      grain: 'day',
      from: day * DAY,
      to: (day + 1) * DAY,
      certainty: 'exact',
      more,
    }
  }
  const certainty = period.grain === 'day' ? 'exact' : 'approx'
  return { kind: 'date', value: period.value, grain: period.grain, from: period.from, to: period.to, certainty, more }
}

export function spanReading(duration: DurationMatch, sign: 1 | -1, ctx: Context): Reading {
  const more = { duration: durationText(duration) }
  if (ctx.anchor === undefined) {
    return { kind: 'interval', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', certainty: 'unanchored', more }
  }
  const isClock = duration.amounts.some(({ unit }) => unit === 'hour' || unit === 'minute' || unit === 'second')
  const here = isClock ? ctx.anchor.local : ctx.anchor.day * DAY
  const there = move(here, duration.amounts, sign)
  const [from, to] = sign < 0 ? [there, here] : [here, there]
  const print = (at: number): string => (isClock ? localText(at) : dateText(Math.floor(at / DAY)))
  return { kind: 'interval', value: `${print(from)}/${print(to)}`, from, to, certainty: 'approx', more }
}

const NOW = ['الان', 'اليوم', 'تاريخه']

/** «من الآن» after a length of time. */
export function fromNow(r: Reader, i: number): number | undefined {
  return r.f(i) === 'from' && NOW.includes(r.at(i + 1).key) ? i + 2 : undefined
}

/** «من الهجوم», «على اندلاعها» after «بعد يومين»: the anchor is another event; «تخلوا قبل أعوام عن أرضهم» has none. */
export function isEventAfter(r: Reader, i: number): boolean {
  if (r.at(i).line || !r.isWord(i)) return false
  // «بعد يومين فقط من الهجوم»
  if (r.is(i, 'فقط') || r.is(i, 'فحسب')) return isEventAfter(r, i + 1)
  if (!['من', 'علي'].includes(r.at(i).key)) return false
  return fromNow(r, i) === undefined && r.isWord(i + 1) && !/^الزم(?:ن|ان)$/.test(r.at(i + 1).key)
}
