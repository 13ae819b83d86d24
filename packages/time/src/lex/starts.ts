import type { FunctionWord, Lexeme } from './lexeme.js'

/** What kinds of expression a token can begin; each rule names those it looks for, so that most words meet no rule. */
export const DIGITS = 1
export const NUMBER = 2
export const CALENDAR = 4
export const LINK = 8
export const MEASURE = 16
export const CURRENCY_SIGN = 32
export const PHRASE = 64
export const LATIN = 128
export const NOUN = 256
export const SET = 512
export const TURN = 1024

const LINKS: ReadonlySet<FunctionWord> = new Set<FunctionWord>([
  'before',
  'after',
  'since',
  'during',
  'from',
  'to',
  'until',
  'between',
  'in',
  'every',
  'this',
  'percent',
  'minus',
  'daysof',
  'times',
  'last',
  'first',
  'some',
  'article',
  'like',
  'rest',
])

/** The mask of a word by what the tables know of it. */
export function startsOf(lexeme: Lexeme): number {
  let mask = 0
  if (lexeme.card || lexeme.ordinal || lexeme.fraction || lexeme.magnitude || lexeme.f === 'some') mask |= NUMBER
  if (
    lexeme.month ||
    lexeme.monthHead ||
    lexeme.weekday ||
    lexeme.part ||
    lexeme.day !== undefined ||
    lexeme.unit ||
    lexeme.edge ||
    lexeme.season ||
    lexeme.decade
  ) {
    mask |= CALENDAR
  }
  if (lexeme.measure || lexeme.currency || lexeme.measurePrefix) mask |= MEASURE
  if (lexeme.noun || lexeme.goals) mask |= NOUN
  if (lexeme.set) mask |= SET
  if (lexeme.turn !== undefined) mask |= TURN
  if (lexeme.f !== undefined && LINKS.has(lexeme.f)) mask |= LINK
  return mask
}
