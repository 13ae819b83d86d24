import { countryOfZone } from './calendar/zone.js'
import { candidates } from './grammar/candidates.js'
import { withRoles } from './grammar/casualties.js'
import { Reader } from './grammar/reader.js'
import { Scan } from './grammar/rule.js'
import { select } from './grammar/select.js'
import type { FindOptions, TimeItem } from './item.js'
import { anchorOf } from './resolve/anchor.js'

/**
 * Every date, time, duration, number, amount and reference to time in a text, in reading order and without overlap.
 * Linear in the length of the text. Throws `RangeError` when the reference time is not ISO 8601.
 */
export function findTimes(text: string, options: FindOptions = {}): TimeItem[] {
  const reader = new Reader(text, false, options.country ?? countryOfZone(options.reference?.zone))
  const anchor = options.reference === undefined ? undefined : anchorOf(options.reference)
  const scan = new Scan(reader, {
    bias: options.bias,
    weekStart: options.weekStart ?? 'monday',
    ...(anchor ? { anchor } : {}),
  })
  const chosen = select(candidates(scan, options.veto ?? []))
  const items = withRoles(reader, chosen).map(({ item }) => item)
  reader.close()
  return items
}
