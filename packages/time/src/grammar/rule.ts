import type { TimeItem } from '../item.js'
import type { Form } from '../lex/token.js'
import type { Anchor } from '../resolve/anchor.js'
import type { Context, Direction, Reading } from '../resolve/reading.js'
import { itemOf } from '../resolve/reading.js'
import { boundAfter, boundBefore } from './bounds.js'
import { directionAt } from './direction.js'
import type { Match, Reader } from './reader.js'

/** What a rule hands to selection: the tokens taken, and the item they make, which is built only if it is chosen. */
export class Found implements Match {
  private built: TimeItem | undefined

  constructor(
    readonly from: number,
    readonly to: number,
    readonly start: number,
    readonly end: number,
    /** Decides between rules of one length; a range outranks its ends by being longer. */
    readonly rank: number,
    private readonly build: () => TimeItem,
    /** The words are a name that only looks like a time: they are taken, and nothing is returned for them. */
    readonly silent = false,
  ) {}

  get item(): TimeItem {
    this.built ??= this.build()
    return this.built
  }

  /** The same find with some fields of its item changed. */
  changed(change: (item: TimeItem) => TimeItem): Found {
    return new Found(this.from, this.to, this.start, this.end, this.rank, () => change(this.item), this.silent)
  }

  /** The same words taken for a name. */
  silenced(): Found {
    return new Found(this.from, this.to, this.start, this.end, this.rank, this.build, true)
  }
}

/** A family's rule: looks at one place and finds what begins there. */
export interface Rule {
  readonly id: string
  /** Mask of the tokens it can begin at. */
  readonly starts: number
  /**
   * Kinds of which the run after a token of this mask must hold one, 0 where it need not: asked once for each mixture of
   * kinds, so that a rule without them is passed over without a call.
   */
  readonly needs?: (mask: number) => number
  /**
   * What a word of the tables must be for the rule to begin at it, told by the word alone: asked once for each of them.
   * The mask says the same of kinds; this is for what is finer than a kind.
   */
  readonly suits?: (form: Form) => boolean
  /**
   * A look at the masks before the rule is asked: `mask` is the token's own, `run` what the tokens after it may begin, as
   * far as every one of them is a word of the tables, a figure or a sign. No expression has another word in it.
   */
  readonly opens?: (scan: Scan, i: number, mask: number, run: number) => boolean
  /**
   * `first`: where nothing follows that could go on, what the rule finds is longer than all that others find at its place.
   * `last`: others, if they find anything there, find more. Selection would come to the same, at the price of asking.
   */
  readonly asked?: 'first' | 'last'
  readonly find: (scan: Scan, i: number) => Found | undefined
}

/** The settings at one place of the text; which way the sentence points is found out when it is asked for. */
class Place implements Context {
  private known: Direction | undefined
  readonly bias: Context['bias']
  readonly weekStart: Context['weekStart']
  declare readonly anchor?: Anchor

  constructor(
    private readonly scan: Scan,
    private readonly from: number,
    private readonly to: number,
  ) {
    const { bias, weekStart, anchor } = scan.settings
    this.bias = bias
    this.weekStart = weekStart
    if (anchor !== undefined) this.anchor = anchor
  }

  // most expressions state their year and never ask
  get direction(): Direction {
    this.known ??= this.scan.direction(this.from, this.to)
    return this.known
  }
}

/** The reader with the caller's settings, and what rules ask of both. */
export class Scan {
  private fromNow: boolean | undefined
  private readonly first: number
  private readonly last: number

  constructor(
    readonly r: Reader,
    readonly settings: Omit<Context, 'direction'>,
  ) {
    let first = 0
    while (first < r.length && (r.at(first).kind === 'sign' || r.f(first) === 'in' || r.is(first, 'و'))) first++
    let last = r.length
    while (last > 0 && r.at(last - 1).kind === 'sign') last--
    this.first = first
    this.last = last
  }

  /** «من الآن» stands somewhere in the text. */
  get saysFromNow(): boolean {
    this.fromNow ??= /من (?:الآن|الان|اليوم|تاريخه)/.test(this.r.text)
    return this.fromNow
  }

  /** Nothing but signs and a leading preposition stands before the token: what begins here may be the whole text. */
  isHead(i: number): boolean {
    return i <= this.first
  }

  context(from: number, to: number): Context {
    return new Place(this, from, to)
  }

  direction(from: number, to: number): Direction {
    return directionAt(this.r, from, to, this.settings.bias, this.isFragment(from, to))
  }

  /** Nothing but signs and a leading preposition around the tokens: a label, a search, a cell of a table. */
  isFragment(from: number, to: number): boolean {
    return from <= this.first && to >= this.last
  }

  /** A temporal item with the approximator that stands before or after it. */
  temporal(from: number, to: number, rule: string, reading: Reading | ((ctx: Context) => Reading), rank = 0): Found {
    const { r } = this
    const start = r.startOf(from)
    const end = r.endOf(to)
    return new Found(from, to, start, end, rank, () => {
      const read = typeof reading === 'function' ? reading(this.context(from, to)) : reading
      const bound = read.mod === undefined ? (boundBefore(r, from) ?? boundAfter(r, to)) : undefined
      const item = itemOf(read, { start, end, text: r.text.slice(start, end), rule }, this.settings.anchor)
      if (bound === undefined) return item
      const certainty = item.certainty === 'exact' ? 'approx' : item.certainty
      return Object.assign(item, { certainty, mod: bound.mod, modText: bound.text })
    })
  }
}
