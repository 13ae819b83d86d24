import type { Certainty } from '../item.js'
import type { Period } from '../resolve/period.js'
import type { Context, Reading } from '../resolve/reading.js'
import type { Match } from './reader.js'

/** A stretch of the calendar told by name, figure or direction: العام الماضي، عام 2020، الربع الثالث من 2016. */
export interface PeriodMatch extends Match {
  readonly rule: string
  /** Only a period where something before it says so: a bare 2005, a bare «مارس». */
  readonly weak: boolean
  resolve(ctx: Context): Reading
}

export const open = (value: string, certainty: Certainty = 'unanchored'): Reading => ({
  kind: 'date',
  value,
  certainty,
})

export const reading = (period: Period, certainty: Certainty = 'exact'): Reading => ({
  kind: 'date',
  value: period.value,
  grain: period.grain,
  from: period.from,
  to: period.to,
  certainty,
})
