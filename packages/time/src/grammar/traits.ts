import type { Form } from '../lex/token.js'
import { leavesFigures } from './identifiers.js'
import type { Reader } from './reader.js'
import { isComparing } from './stretches.js'

// What a word's letters say to a figure or a date beside it, a bit each: worked out once for each distinct word, so that
// neighbours are judged by one look.
const READ = 1
/** A figure behind the word is a number: the word names, compares and numbers nothing. */
export const LEAVES_FIGURES = 1 << 1
/** No expression goes on with the word: no table knows it, or only as one whom something befell. */
export const FOREIGN = 1 << 2

/** The traits of a word; 0 for what is none. */
export function traitsAt(r: Reader, i: number): number {
  if (!r.isWord(i)) return 0
  const form = r.tokens.form(i)
  if (form.traits === 0) form.traits = read(form)
  return form.traits
}

function read({ key, word }: Form): number {
  let traits = READ
  if (leavesFigures(key) && !isComparing(key)) traits |= LEAVES_FIGURES
  if (key.length > 1 && word.proclitic === '' && isForeign(word.lexeme) && !POINTING.has(key)) traits |= FOREIGN
  return traits
}

/** «نفس الشهر», «ذلك الشهر» */
const POINTING: ReadonlySet<string> = new Set(['نفس', 'ذات', 'ذلك'])

const INERT: ReadonlySet<string> = new Set(['role', 'noun', 'goals', 'named', 'nationality'])

const isForeign = (lexeme: object): boolean =>
  Object.entries(lexeme).every(([field, value]) => value === undefined || INERT.has(field))
