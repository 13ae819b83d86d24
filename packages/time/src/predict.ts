import { findTimes } from './find-times.js'
import type { FindOptions, TemporalItem, TimeItem } from './item.js'
import { offsetText } from './resolve/iso.js'

/** One line of a time suite, as far as a reader of the text needs it. */
export interface SuiteLine {
  readonly id: string
  readonly input: string
  readonly reference_time?: string | null
  readonly bias?: string
  readonly week_start?: string
}

export interface SuitePrediction {
  readonly id: string
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

/** Reads one line of a time suite and answers in the suites' own field names. */
export function predictLine(line: SuiteLine): SuitePrediction {
  const options: FindOptions = {
    ...(line.reference_time ? { reference: { time: line.reference_time, source: 'given' } } : {}),
    ...(line.bias === 'future' || line.bias === 'past' ? { bias: line.bias } : {}),
    ...(line.week_start === 'sunday' || line.week_start === 'saturday' || line.week_start === 'monday'
      ? { weekStart: line.week_start }
      : {}),
  }
  return { id: line.id, items: findTimes(line.input, options).map(fieldsOf) }
}

const CALENDAR: Readonly<Record<string, string>> = {
  hijri: 'islamic-umalqura',
  jalali: 'persian',
  'gregorian+hijri': 'gregorian+islamic-umalqura',
  'gregorian+jalali': 'gregorian+persian',
}

function fieldsOf(item: TimeItem): Record<string, unknown> {
  const { start, end, text, kind, certainty, rule, mod, modText } = item
  const base: Record<string, unknown> = { start, end, text, kind, certainty, rule, mod, mod_text: modText }
  if ('min' in item) {
    return {
      ...base,
      min: item.min,
      max: item.max,
      min_inclusive: item.minInclusive,
      max_inclusive: item.maxInclusive,
      unit: item.unit,
      role: item.role,
      subset: item.subset,
    }
  }
  if (!isTemporal(item)) {
    return {
      ...base,
      value: item.value,
      ...(item.kind === 'number_vague' ? { magnitude: item.value } : {}),
      ...(item.kind === 'ordinal_relative' ? { offset: item.value, relative_to: item.relativeTo } : {}),
      ...(item.kind === 'score' ? { value: [item.value, item.against] } : {}),
      unit: item.unit,
      product: item.product,
      role: item.role,
      subset: item.subset,
      form: item.form,
      alternatives: item.alternatives,
    }
  }
  return { ...base, ...temporalFields(item) }
}

const isTemporal = (item: TimeItem): item is TemporalItem =>
  ['date', 'datetime', 'time', 'interval', 'duration', 'set', 'vague', 'relative_event'].includes(item.kind)

function temporalFields(item: TemporalItem): Record<string, unknown> {
  const { kind, value, grain, local, utc } = item
  const fields: Record<string, unknown> = {
    value,
    grain,
    calendar: item.calendar === undefined ? undefined : (CALENDAR[item.calendar] ?? item.calendar),
    hijri: item.hijri,
    solar_hijri: item.jalali,
    daypart: item.daypart,
    tz: item.zone,
    utc: utc?.start ?? undefined,
    duration: item.duration,
    direction: item.direction,
    spans_to: item.spansTo,
    alternatives: item.alternatives,
    ...(item.frequency === undefined ? {} : { freq: `${item.frequency}X` }),
  }
  const isStretch = kind === 'interval' || (kind === 'date' && value.includes('/'))
  if (isStretch) {
    const [first = '', last = ''] = value.split('/')
    fields.value = undefined
    fields.kind = 'interval'
    fields.end_exclusive = true
    fields.start_value = first.startsWith('T')
      ? first
      : first === 'PRESENT_REF'
        ? (local?.start ?? null)
        : (local?.start ?? first)
    fields.end_value = last.startsWith('T') ? last : last === 'PRESENT_REF' ? last : (local?.end ?? last)
  } else if (local !== undefined && kind === 'date' && (item.mod !== undefined || grain === 'week')) {
    // a part of a period: its name, and the stretch it is taken to cover
    fields.start_value = local.start
    fields.end_value = local.end
    fields.end_exclusive = true
  }
  const stated = item.zone !== undefined || item.offset !== undefined
  if (stated && kind === 'datetime' && local?.start && utc?.start) {
    const minutes = (Date.parse(`${local.start}Z`) - Date.parse(utc.start)) / 60_000
    fields.value = `${value}${offsetText(minutes)}`
  }
  return fields
}
