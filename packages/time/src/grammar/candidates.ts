import type { Span } from '@isnad/text'
import {
  BETWEEN,
  CARD,
  COIN,
  DIGITS,
  EVERY,
  FROM,
  IN,
  LINK,
  MEASURE,
  MONTH,
  SIDE,
  THROUGH,
  TO,
  UNIT,
} from '../lex/starts.js'
import type { Form, Tokens } from '../lex/token.js'
import type { Found, Rule, Scan } from './rule.js'
import { rules } from './rules.js'

/** Prepositions and signs that lead on: by themselves they make no expression longer. */
const QUIET = SIDE | THROUGH | FROM | TO | BETWEEN | IN | EVERY

/** «صفر» is nought and a month: a result of two is as long as the month with its pair, and comes before it. */
const NOUGHT = MONTH | CARD

const isQuiet = (run: number): boolean => (run & ~QUIET) === 0

const COUNTED = CARD | UNIT | MEASURE | COIN

/**
 * What the rules find, in reading order, save what overlaps a veto. With `everywhere` each rule is asked at each token of
 * its kinds, which is slow and finds nothing that would be chosen besides: tests compare the two.
 */
export function candidates(scan: Scan, veto: readonly Span[], everywhere = false): Found[] {
  const { tokens } = scan.r
  const { anchors, masks, runs } = tokens.room
  const found: Found[] = []
  // up to where the finds so far reach, and up to where one of them leaves nothing to be found
  let reached = 0
  let closed = 0
  // up to where the longest find at the token before reaches
  let read = 0
  for (let k = tokens.anchored - 1; k >= 0; k--) {
    const i = anchors[k] as number
    if (!everywhere && (i < closed || (i < read && tokens.isDecimals(i)))) continue
    const mask = masks[i] as number
    const run = runs[i] as number
    // a preposition begins an expression only where something more follows it
    if (!everywhere && (mask & ~LINK) === 0 && (run & ~LINK) === 0) continue
    // a bracket opens a figure only where what it counts may follow: «(150) ألف», «(30) دقيقة»
    if (!everywhere && mask === DIGITS && (run & COUNTED) === 0 && tokens.is(i, '(')) continue
    const before = reached
    let to = i
    let isSettled = false
    for (const start of everywhere ? startingAt(mask) : startingWith(tokens, i, mask)) {
      if (isSettled && start.turn === LAST) continue
      if (!everywhere && ((start.needs !== 0 && (run & start.needs) === 0) || !start.opens(scan, i, mask, run)))
        continue
      const result = start.find(scan, i)
      if (result === undefined || isVetoed(veto, result)) continue
      found.push(result)
      if (result.to > reached) reached = result.to
      if (result.from !== i || result.to <= to) continue
      to = result.to
      isSettled =
        !everywhere &&
        (mask & NOUGHT) !== NOUGHT &&
        i >= before &&
        to > i + 1 &&
        isQuiet(runs[to - 1] as number) &&
        tokens.endsRun(to)
      if (isSettled && start.turn === FIRST) break
    }
    if (i >= before) read = to
    if (isSettled) closed = to
  }
  return found
}

const isVetoed = (veto: readonly Span[], one: Found): boolean =>
  veto.length > 0 && veto.some((span) => span.start < one.end && one.start < span.end)

const FIRST = 0
const LAST = 2

/** What the loop asks of a rule, in objects of one shape: rules have a dozen, and are asked all day long. */
class Start {
  readonly starts: number
  readonly turn: number
  readonly needs: number
  readonly opens: NonNullable<Rule['opens']>
  readonly find: Rule['find']
  readonly suits: NonNullable<Rule['suits']>

  constructor(
    private readonly rule: Rule,
    mask: number,
  ) {
    this.starts = rule.starts
    this.turn = rule.asked === 'first' ? FIRST : rule.asked === undefined ? 1 : LAST
    this.needs = rule.needs?.(mask) ?? 0
    this.opens = rule.opens ?? always
    this.find = rule.find
    this.suits = rule.suits ?? always
  }

  /** The same at a token of these kinds. */
  at(mask: number): Start {
    return new Start(this.rule, mask)
  }
}

const always = (): boolean => true

let every: readonly Start[] | undefined

const byMask = new Map<number, readonly Start[]>()

/** The rules that may begin at a token of these kinds; a language has few mixtures of kinds. */
function startingAt(mask: number): readonly Start[] {
  let found = byMask.get(mask)
  if (found === undefined) {
    every ??= rules.map((rule) => new Start(rule, 0)).sort((a, b) => a.turn - b.turn)
    found = every.filter((start) => (start.starts & mask) !== 0).map((start) => start.at(mask))
    byMask.set(mask, found)
  }
  return found
}

interface WordStarts {
  readonly mask: number
  readonly starts: readonly Start[]
}

/** By the number of a word: the rules that may begin at it, for the mask that it had last. */
const byWord: (WordStarts | undefined)[] = []

/** The rules that may begin at a token, less those that its word alone denies. */
function startingWith(tokens: Tokens, i: number, mask: number): readonly Start[] {
  const id = tokens.room.ids[i] as number
  if (id < 0) return startingAt(mask)
  const known = id < byWord.length ? byWord[id] : undefined
  return known !== undefined && known.mask === mask ? known.starts : suiting(tokens.at(i).form, id, mask)
}

function suiting(form: Form, id: number, mask: number): readonly Start[] {
  const starts = startingAt(mask).filter((start) => start.suits(form))
  while (byWord.length <= id) byWord.push(undefined)
  byWord[id] = { mask, starts }
  return starts
}
