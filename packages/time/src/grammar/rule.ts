import type { TimeItem } from '../item.js'
import type { Context, Direction, Reading } from '../resolve/reading.js'
import { itemOf } from '../resolve/reading.js'
import { boundAfter, boundBefore } from './bounds.js'
import { directionAt } from './direction.js'
import type { Match, Reader } from './reader.js'

/** What a rule hands to selection: tokens taken, and the item they make. */
export interface Found extends Match {
  readonly item: TimeItem
  /** The words are a name that only looks like a time: they are taken, and nothing is returned for them. */
  readonly silent?: boolean
  /** Decides between rules of one length; a range outranks its ends by being longer. */
  readonly rank?: number
}

/** A family's rule: looks at one place and finds what begins there. */
export interface Rule {
  readonly id: string
  readonly find: (scan: Scan, i: number) => Found | readonly Found[] | undefined
}

/** The reader with the caller's settings, and what rules ask of both. */
export class Scan {
  constructor(
    readonly r: Reader,
    readonly settings: Omit<Context, 'direction'>,
  ) {}

  context(from: number, to: number): Context {
    return { ...this.settings, direction: this.direction(from, to) }
  }

  direction(from: number, to: number): Direction {
    return directionAt(this.r, from, to, this.settings.bias, this.isFragment(from, to))
  }

  /** Nothing but signs and a leading preposition around the tokens: a label, a search, a cell of a table. */
  isFragment(from: number, to: number): boolean {
    const { r } = this
    let start = 0
    while (start < from && (r.at(start).kind === 'sign' || r.f(start) === 'in' || r.is(start, 'و'))) start++
    if (start < from) return false
    let end = r.length
    while (end > to && r.at(end - 1).kind === 'sign') end--
    return end <= to
  }

  place(from: number, to: number, rule: string): { start: number; end: number; text: string; rule: string } {
    const start = this.r.startOf(from)
    const end = this.r.endOf(to)
    return { start, end, text: this.r.text.slice(start, end), rule }
  }

  /** A temporal item with the approximator that stands before or after it. */
  temporal(from: number, to: number, rule: string, reading: Reading, rank = 0): Found {
    const bound = reading.mod === undefined ? (boundBefore(this.r, from) ?? boundAfter(this.r, to)) : undefined
    const place = this.place(from, to, rule)
    const item = itemOf(reading, place, this.settings.anchor)
    if (bound === undefined) return { from, to, item, rank }
    const certainty = item.certainty === 'exact' ? 'approx' : item.certainty
    return { from, to, rank, item: { ...item, certainty, mod: bound.mod, modText: bound.text } }
  }
}
