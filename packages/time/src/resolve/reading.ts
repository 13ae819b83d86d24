import type { Certainty, Grain, TemporalItem, TimeKind } from '../item.js'
import type { Mod } from '../lex/lexeme.js'
import { type Anchor, intervals } from './anchor.js'

/** Which way an expression without a year or a week points. */
export interface Direction {
  /** `nearest` where the verb is present, `same` where there is no sentence to tell. */
  readonly way: 'past' | 'future' | 'nearest' | 'same'
}

export interface Context {
  readonly anchor?: Anchor
  readonly direction: Direction
  readonly bias: 'past' | 'future' | undefined
  readonly weekStart: 'monday' | 'sunday' | 'saturday'
}

/** What an expression means once it is resolved; local bounds in milliseconds, half-open. */
export interface Reading {
  readonly kind: TimeKind
  readonly value: string
  readonly grain?: Grain
  readonly from?: number | null
  readonly to?: number | null
  readonly certainty: Certainty
  readonly mod?: Mod
  readonly alternatives?: readonly string[]
  readonly zone?: string
  readonly offset?: number
  readonly more?: Partial<TemporalItem>
}

/** A reading as a public item, with its bounds printed. */
export function itemOf(
  reading: Reading,
  place: { readonly start: number; readonly end: number; readonly text: string; readonly rule: string },
  anchor: Anchor | undefined,
): TemporalItem {
  const { kind, value, grain, from, to, certainty, mod, alternatives, zone, offset, more } = reading
  const stated = zone !== undefined || offset !== undefined
  const home = {
    zone: stated ? zone : anchor?.zone,
    offset: stated ? offset : anchor?.zone ? undefined : anchor?.offset,
  }
  const bounds =
    from === undefined && to === undefined ? {} : intervals(from ?? null, to ?? null, home.zone, home.offset)
  return {
    ...place,
    kind,
    value,
    certainty,
    ...(grain !== undefined ? { grain } : {}),
    ...bounds,
    ...(mod !== undefined ? { mod } : {}),
    ...(alternatives !== undefined && alternatives.length > 0 ? { alternatives } : {}),
    ...(zone !== undefined ? { zone } : {}),
    ...(offset !== undefined ? { offset } : {}),
    ...more,
  }
}
