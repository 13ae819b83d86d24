import type { Paragraph, TimeMention } from '@isnad/server'
import { wallClock } from '../i18n/format-time.js'
import type { Mark } from './layers.js'

/** The name of the note of a time, by the time's place in the list. */
export const timeNote = (index: number): string => `time-${index}`

/** A mark for each time, with its note. */
export const timeMarks = (times: readonly TimeMention[]): Mark[] =>
  times.map(({ start, end }, index) => ({ layer: 'times', start, end, note: timeNote(index) }))

/** How many times begin in the paragraphs; the headline above them is not marked. */
export const countTimes = (body: readonly Paragraph[], times: readonly TimeMention[]): number =>
  times.filter(({ start }) => body.some((paragraph) => paragraph.start <= start && start < paragraph.end)).length

/**
 * The stretch of the calendar that a time covers, as people say it: one day, whole days with the last one in it, one moment,
 * or hours. An open side is absent. Undefined when nothing settles it.
 */
type Stretch =
  | { readonly kind: 'day' | 'moment'; readonly at: Date }
  | { readonly kind: 'days' | 'hours'; readonly from?: Date; readonly to?: Date }

const DAY = 86_400_000
const MINUTE = 60_000
const isMidnight = (date: Date): boolean => date.getTime() % DAY === 0
const dateOf = (local: string | null | undefined): Date | undefined => (local == null ? undefined : wallClock(local))

export function stretchOf(time: Pick<TimeMention, 'from' | 'to'>): Stretch | undefined {
  const from = dateOf(time.from)
  const end = dateOf(time.to)
  if (from === undefined && end === undefined) return undefined
  if (from !== undefined && end !== undefined && end.getTime() - from.getTime() <= MINUTE)
    return { kind: 'moment', at: from }
  const whole = [from, end].every((date) => date === undefined || isMidnight(date))
  const to = whole && end !== undefined ? new Date(end.getTime() - DAY) : end
  if (whole && from !== undefined && from.getTime() === to?.getTime()) return { kind: 'day', at: from }
  return { kind: whole ? 'days' : 'hours', ...(from && { from }), ...(to && { to }) }
}

/** Durations and recurring times have no place on the calendar; of all others it can be said that it stays open. */
export const isOpen = ({ kind, from, to }: TimeMention): boolean =>
  from == null && to == null && kind !== 'duration' && kind !== 'set'

/** Figures and codes in a description: they begin with a figure or a capital, its words do not. */
const CODE = /([0-9A-Z…][\w:+/.…-]*(?: [0-9A-Z=][\w:+/.=-]*)*)/u

/** Parts a description into words and codes, in turn: every second piece is a code, which keeps its own direction. */
export const codesIn = (text: string): string[] => text.split(CODE)
