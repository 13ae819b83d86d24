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
    table = words
  }
  return table
}
