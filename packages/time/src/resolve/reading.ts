import type { Certainty, Grain, TemporalItem, TimeKind } from '../item.js'
import type { Mod } from '../lex/lexeme.js'
import { type Anchor, intervals } from './anchor.js'

/** Which way an expression without a year or a week points. */
export interface Direction {
  /** `nearest` where the verb is present, `same` where there is no sentence to tell. */
  readonly way: 'past' | 'future' | 'nearest' | 'same'
  /** A verb of the past says so; without it the past is only the habit of news. */
  readonly told?: boolean
  /** Some verb of the past stands in the sentence, near or far. */
  readonly verbal?: boolean
  /** A pluperfect tells it: no day ahead is meant. */
  readonly over?: boolean
}

export interface Context {
  readonly anchor?: Anchor
  readonly direction: Direction
  readonly bias: 'past' | 'future' | undefined
  readonly weekStart: 'monday' | 'sunday' | 'saturday'
}

/**
 * What an expression means once it is resolved; local bounds in milliseconds, half-open. They are written into it field by
 * field: an object of `from` and `to` alone would share its shape with matches, whose ends are places in the tokens.
 */
export interface Reading {
  readonly kind: TimeKind
  readonly value: string
  readonly grain?: Grain
  readonly from?: number | null | undefined
  readonly to?: number | null | undefined
  readonly certainty: Certainty
  readonly mod?: Mod
  readonly alternatives?: readonly string[]
  readonly zone?: string | undefined
  readonly offset?: number | undefined
  readonly more?: Partial<TemporalItem>
}

/** A reading as a public item, with its bounds printed. */
export function itemOf(
  reading: Reading,
  place: { readonly start: number; readonly end: number; readonly text: string; readonly rule: string },
  anchor: Anchor | undefined,
): TemporalItem {
  const { kind, value, grain, from, to, certainty, mod, alternatives, zone, offset, more } = reading
  const { start, end, text, rule } = place
  // written field by field: items are made by the thousand
  const item: { -readonly [Field in keyof TemporalItem]: TemporalItem[Field] } = {
    start,
    end,
    text,
    rule,
    kind,
    value,
    certainty,
  }
  if (grain !== undefined) item.grain = grain
  if (from !== undefined || to !== undefined) {
    const stated = zone !== undefined || offset !== undefined
    const homeZone = stated ? zone : anchor?.zone
    const homeOffset = stated ? offset : anchor?.zone ? undefined : anchor?.offset
    const { local, utc } = intervals(from ?? null, to ?? null, homeZone, homeOffset)
    item.local = local
    if (utc !== undefined) item.utc = utc
  }
  if (mod !== undefined) item.mod = mod
  if (alternatives !== undefined && alternatives.length > 0) item.alternatives = alternatives
  if (zone !== undefined) item.zone = zone
  if (offset !== undefined) item.offset = offset
  return more === undefined ? item : Object.assign(item, more)
}
