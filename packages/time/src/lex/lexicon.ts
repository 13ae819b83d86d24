import { addAmountWords } from '../words/amounts.js'
import { addGrammarWords } from '../words/grammar.js'
import { addMonths } from '../words/months.js'
import { addNames } from '../words/names.js'
import { addNouns } from '../words/nouns.js'
import { addNumbers } from '../words/numbers.js'
import { addTimeWords } from '../words/times.js'
import { foldWord } from './characters.js'
import type { Lexeme } from './lexeme.js'

/** Enters space-separated words with what they are; a word entered twice is both things. */
export type Enter = (words: string, lexeme: Lexeme) => void

let table: ReadonlyMap<string, Lexeme> | undefined

/**
 * The same word with every field there, most of them undefined: objects of one shape are read several times faster than
 * objects of a hundred shapes, and the grammar asks little else.
 */
export function shaped(lexeme: Lexeme): Lexeme {
  const whole: { [Field in keyof Lexeme]-?: Lexeme[Field] | undefined } = {
    card: lexeme.card,
    ordinal: lexeme.ordinal,
    fraction: lexeme.fraction,
    magnitude: lexeme.magnitude,
    unit: lexeme.unit,
    measure: lexeme.measure,
    measurePrefix: lexeme.measurePrefix,
    currency: lexeme.currency,
    nationality: lexeme.nationality,
    month: lexeme.month,
    monthHead: lexeme.monthHead,
    monthTail: lexeme.monthTail,
    weekday: lexeme.weekday,
    part: lexeme.part,
    day: lexeme.day,
    turn: lexeme.turn,
    edge: lexeme.edge,
    season: lexeme.season,
    set: lexeme.set,
    decade: lexeme.decade,
    mod: lexeme.mod,
    role: lexeme.role,
    noun: lexeme.noun,
    goals: lexeme.goals,
    meridiem: lexeme.meridiem,
    named: lexeme.named,
    f: lexeme.f,
  }
  return whole as Lexeme
}

/** Every word the grammar knows, by its folded stem without the article. Built on first use. */
export function lexicon(): ReadonlyMap<string, Lexeme> {
  if (table === undefined) {
    const words = new Map<string, Lexeme>()
    const enter: Enter = (list, lexeme) => {
      for (const word of list.split(' ')) {
        if (word === '') continue
        const key = foldWord(word)
        words.set(key, { ...lexeme, ...words.get(key) })
      }
    }
    addNumbers(enter)
    addMonths(enter)
    addTimeWords(enter)
    addAmountWords(enter)
    addGrammarWords(enter)
    addNouns(enter)
    addNames(enter)
    table = new Map([...words].map(([key, lexeme]) => [key, shaped(lexeme)]))
  }
  return table
}
