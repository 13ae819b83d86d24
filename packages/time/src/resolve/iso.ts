import { civilDate } from '../calendar/gregorian.js'

export const DAY = 86_400_000
export const HOUR = 3_600_000
export const MINUTE = 60_000

const pad = (n: number, width = 2): string => {
  const size = Math.abs(n)
  if (width === 2 && size < 100) return size < 10 ? `0${size}` : String(size)
  return String(size).padStart(width, '0')
}

export const yearText = (year: number): string => (year < 0 ? `-${pad(year, 4)}` : pad(year, 4))

/** Days printed lately, each at the place that its last bits name: a text speaks of few. */
const PRINTED = 1 << 10
const printedDays = new Float64Array(PRINTED).fill(Number.NaN)
const printedDates = new Array<string>(PRINTED).fill('')
const printedMidnights = new Array<string>(PRINTED).fill('')

function print(days: number): number {
  const at = days & (PRINTED - 1)
  if (printedDays[at] !== days) {
    const { year, month, day } = civilDate(days)
    const text = `${yearText(year)}-${pad(month)}-${pad(day)}`
    printedDays[at] = days
    printedDates[at] = text
    printedMidnights[at] = `${text}T00:00:00`
  }
  return at
}

export const dateText = (days: number): string => printedDates[print(days)] as string

/** A local reading in milliseconds as `2020-11-22T17:15:00`. */
export function localText(local: number): string {
  const days = Math.floor(local / DAY)
  const clock = local - days * DAY
  const at = print(days)
  return clock === 0 ? (printedMidnights[at] as string) : `${printedDates[at]}T${clockText(clock, 'second')}`
}

/** Milliseconds into a day, printed to a grain: `17`, `17:15`, `17:15:00`. */
export function clockText(ms: number, grain: 'hour' | 'minute' | 'second'): string {
  const seconds = Math.floor(ms / 1000)
  const hour = pad(Math.floor(seconds / 3600))
  if (grain === 'hour') return hour
  const minute = pad(Math.floor(seconds / 60) % 60)
  return grain === 'minute' ? `${hour}:${minute}` : `${hour}:${minute}:${pad(seconds % 60)}`
}

/** An instant in UTC, `2020-11-22T15:15:00Z`. */
export const instantText = (instant: number): string => `${localText(instant)}Z`

export function offsetText(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(minutes / 60))}:${pad(minutes % 60)}`
}

export { pad }
