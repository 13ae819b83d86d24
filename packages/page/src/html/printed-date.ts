import { type Reference, readStamp } from '@isnad/time'
import type { PublicationTime } from '../article.js'
import { readDate } from './read-date.js'

const ARABIC_LETTER = /[\u0620-\u064a\u0671-\u06d3]/
const NUMERIC_DATE = /\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}/
const NUMBER = /[\d\u0660-\u0669\u06f0-\u06f9]/

/**
 * Reads a stamp in any form that a page may give it: machine-readable and Latin-script print by `readDate`, Arabic and Persian
 * print, and numeric dates, by `@isnad/time`. `reference` is when the page was captured.
 */
export function readPrintedDate(stamp: string, reference?: Reference): PublicationTime | undefined {
  if (!NUMBER.test(stamp)) return undefined
  if (!ARABIC_LETTER.test(stamp)) {
    const time = readDate(stamp)
    if (time !== undefined || !NUMERIC_DATE.test(stamp)) return time
  }
  const found = readStamp(stamp, reference === undefined ? {} : { reference })
  if (found === undefined || !/^(?:day|hour|minute|second)$/.test(found.grain)) return undefined
  const day = found.startLocal.slice(0, 10)
  if (!/^(?:19[89]|20)\d/.test(day)) return undefined
  const zone = found.zone === undefined ? {} : { zone: found.zone }
  if (found.grain === 'day') return { local: day, grain: 'day', ...zone }
  return {
    local: found.startLocal.slice(0, 19) + offsetText(found.offset),
    grain: found.grain === 'second' ? 'second' : 'minute',
    ...(found.instant !== undefined && { instant: found.instant }),
    ...zone,
  }
}

/** «+02:00» for 120; empty for no offset. */
export function offsetText(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  const size = Math.abs(minutes)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
