import type { FunctionWord, Lexeme } from './lexeme.js'

// What kinds of expression a token can begin or go on with. Each rule names those it starts at and those it needs near
// by, so that most words of a text meet no rule at all.
export const DIGITS = 1
export const CARD = 1 << 1
export const ORDINAL = 1 << 2
export const FRACTION = 1 << 3
export const MONTH = 1 << 4
export const WEEKDAY = 1 << 5
export const PART = 1 << 6
export const DAY_WORD = 1 << 7
export const UNIT = 1 << 8
export const EDGE = 1 << 9
export const SEASON = 1 << 10
export const MEASURE = 1 << 11
export const COIN = 1 << 12
export const CURRENCY_SIGN = 1 << 13
export const PHRASE = 1 << 14
export const FEAST = 1 << 15
export const LATIN = 1 << 16
export const NOUN = 1 << 17
export const SET = 1 << 18
export const TURN = 1 << 19
/** قبل، بعد */
export const SIDE = 1 << 20
/** منذ، خلال، طوال */
export const THROUGH = 1 << 21
export const FROM = 1 << 22
/** إلى، حتى */
export const TO = 1 << 23
export const BETWEEN = 1 << 24
export const IN = 1 << 25
export const EVERY = 1 << 26
export const THIS = 1 << 27
export const TIMES = 1 << 28
export const PERCENT = 1 << 29
/** آخر، بضع، فاتح، الـ and other particles that open an expression. */
export const PARTICLE = 1 << 30

export const NUMBER = CARD | ORDINAL | FRACTION
export const CALENDAR = MONTH | WEEKDAY | PART | DAY_WORD | UNIT | EDGE | SEASON
export const LINK = SIDE | THROUGH | FROM | TO | BETWEEN | IN | EVERY | THIS | TIMES | PERCENT | PARTICLE

const LINKS: Readonly<Partial<Record<FunctionWord, number>>> = {
  before: SIDE,
  after: SIDE,
  since: THROUGH,
  during: THROUGH,
  from: FROM,
  to: TO,
  until: TO,
  between: BETWEEN,
  in: IN,
  every: EVERY,
  this: THIS,
  times: TIMES,
  percent: PERCENT,
  minus: PARTICLE,
  daysof: PARTICLE,
  last: PARTICLE,
  first: PARTICLE,
  some: PARTICLE | FRACTION,
  article: PARTICLE,
  like: PARTICLE,
  rest: PARTICLE,
}

/** The mask of a word by what the tables know of it. */
export function startsOf(lexeme: Lexeme): number {
  let mask = lexeme.f === undefined ? 0 : (LINKS[lexeme.f] ?? 0)
  const has = (bit: number, value: unknown): void => {
    if (value !== undefined) mask |= bit
  }
  has(CARD, lexeme.card)
  has(ORDINAL, lexeme.ordinal)
  has(FRACTION, lexeme.fraction)
  has(FRACTION, lexeme.magnitude)
  has(MONTH, lexeme.month)
  has(MONTH, lexeme.monthHead)
  has(WEEKDAY, lexeme.weekday)
  has(PART, lexeme.part)
  has(DAY_WORD, lexeme.day)
  has(UNIT, lexeme.unit)
  has(EDGE, lexeme.edge)
  has(SEASON, lexeme.season)
  has(SEASON, lexeme.decade)
  has(MEASURE, lexeme.measure)
  has(MEASURE, lexeme.measurePrefix)
  has(COIN, lexeme.currency)
  has(NOUN, lexeme.noun)
  has(NOUN, lexeme.goals)
  has(SET, lexeme.set)
  has(TURN, lexeme.turn)
  // «50 في مية», «10 تحت الصفر»
  if (lexeme.card?.value === 100) mask |= PERCENT
  if (lexeme.card?.value === 0) mask |= MEASURE
  return mask
}

/** The mask of a word with the article: only محرم among the months bears it, and «الذي» is no month of ذو. */
export function definiteStartsOf(word: string, lexeme: Lexeme): number {
  const isMonth = lexeme.month === undefined ? false : word === 'محرم'
  return isMonth ? startsOf(lexeme) : startsOf(lexeme) & ~MONTH
}
