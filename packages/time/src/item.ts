import type { Span } from '@isnad/text'
import type { Calendar, DayPart, Mod, Role } from './lex/lexeme.js'

export type Grain =
  | 'second'
  | 'minute'
  | 'hour'
  | 'daypart'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'

/**
 * How far an item can be relied on. `approx` has an approximator or a unit coarser than the day; `vague` has no bounds;
 * `ambiguous` has other readings in `alternatives`; `conflict` contradicts itself (a weekday and a date that differ);
 * `observational` hangs on a sighting of the moon; `unanchored` lacks a reference time.
 */
export type Certainty = 'exact' | 'approx' | 'vague' | 'ambiguous' | 'observational' | 'conflict' | 'unanchored'

/** Half-open: from `start`, up to but not including `end`; an open side is null. */
export interface Interval {
  readonly start: string | null
  readonly end: string | null
}

interface ItemBase extends Span {
  /** The words as printed. */
  readonly text: string
  /** The rule that found it: `date.day-month`, `amount.money`. */
  readonly rule: string
  readonly certainty: Certainty
  readonly mod?: Mod
  /** The approximator's or bound's own words, outside the span. */
  readonly modText?: string
}

export type TimeKind = 'date' | 'datetime' | 'time' | 'interval' | 'duration' | 'set' | 'vague' | 'relative_event'

/** Something that places an event in time or measures it. */
export interface TemporalItem extends ItemBase {
  readonly kind: TimeKind
  /** TIMEX3: `2020-11-22`, `2020-W48`, `2024-11-30TEV`, `XXXX-WXX-6`, `P3M`, `PAST_REF`, `2010-12-17/2011-01-14`. */
  readonly value: string
  readonly grain?: Grain
  /** Wall-clock readings without offset, where the words and the reference settle them. */
  readonly local?: Interval
  /** The same as instants, where a zone or offset is known. */
  readonly utc?: Interval
  /** Other values the words allow. */
  readonly alternatives?: readonly string[]
  readonly calendar?: Calendar | 'gregorian+hijri' | 'gregorian+jalali'
  /** The Hijri (Umm al-Qura) or Jalali date as printed, `1446-09-01`. */
  readonly hijri?: string
  readonly jalali?: string
  readonly daypart?: DayPart
  readonly zone?: string
  readonly offset?: number
  /** Of a duration inside another item: the three months of «منذ ثلاثة أشهر». */
  readonly duration?: string
  /** Of a set: how often in each `value`. */
  readonly frequency?: number
  /** Of an item anchored to an event that the text names: before or after it. */
  readonly direction?: 'before' | 'after'
  /** A night between two days: the second of them. */
  readonly spansTo?: string
}

export type NumberKind =
  | 'number'
  | 'number_vague'
  | 'ordinal'
  | 'ordinal_relative'
  | 'percent'
  | 'money'
  | 'quantity'
  | 'identifier'
  | 'score'

/** A figure with what it counts. */
export interface NumericItem extends ItemBase {
  readonly kind: NumberKind
  /** For `number_vague` the magnitude: عشرات الآلاف is 10000. For `score` the first side. */
  readonly value: number
  /** Of a score: the second side. */
  readonly against?: number
  readonly alternatives?: readonly number[]
  /** ISO 4217 for money, or the coin's English name while the country is open; a unit of measure for quantities. */
  readonly unit?: string
  readonly unitAlternatives?: readonly string[]
  readonly product?: string
  /** Of `ordinal_relative`: where `value` counts from. البند التالي is one after the current, قبل الأخير one before the end. */
  readonly relativeTo?: 'current' | 'end'
  readonly role?: Role
  /** The figure is part of the one before it: «بينهم طفلان». */
  readonly subset?: boolean
  readonly form?: 'dual' | 'singular' | 'fraction'
  readonly definite?: boolean
}

/** A figure between two bounds, either of which may be open. */
export interface RangeItem extends ItemBase {
  readonly kind: 'number_range' | 'percent_range' | 'money_range'
  readonly min: number | null
  readonly max: number | null
  readonly minInclusive: boolean
  readonly maxInclusive: boolean
  readonly unit?: string
  readonly role?: Role
  readonly subset?: boolean
}

export type TimeItem = TemporalItem | NumericItem | RangeItem

export type ReferenceSource = 'metadata' | 'stamp' | 'feed' | 'url' | 'sibling' | 'capture' | 'given'

/** The moment a text is read at: its publication, as a local reading with or without an offset. */
export interface Reference {
  /** ISO 8601: `2024-12-01`, `2024-12-01T20:00`, `2024-12-01T20:00:00+03:00`. */
  readonly time: string
  readonly source: ReferenceSource
  /** IANA zone of the outlet, for instants on other days than the reference. */
  readonly zone?: string
}

export interface FindOptions {
  /** Without one, relative expressions stay unresolved. Nothing ever reads the clock of the machine. */
  readonly reference?: Reference
  /** Where bare weekdays and months point when the sentence's tense does not say: back (the default) or ahead. */
  readonly bias?: 'past' | 'future'
  readonly weekStart?: 'monday' | 'sunday' | 'saturday'
  /**
   * The outlet's country by its two letters (ISO 3166-1), whose coin a bare «دينار» is before another's; without it, the
   * country of the reference's zone.
   */
  readonly country?: string
  /** Spans of known names; nothing that overlaps one is returned. */
  readonly veto?: readonly Span[]
}
