import { UNKNOWN } from '../lex/clitics.js'
import type { Form } from '../lex/token.js'
import type { Reader } from './reader.js'

// What a word's letters say to its neighbours, a bit each. The bits of one question are worked out together, once for
// each distinct word, by the file that asks it; the first bit of each question says that it has been asked.
export const OF_FIGURES = 1
/** A figure behind the word is a number: the word names, compares and numbers nothing. */
export const LEAVES_FIGURES = 1 << 1

export const OF_FOREIGN = 1 << 2
/** No expression goes on with the word: no table knows it, or only as one whom something befell. */
export const FOREIGN = 1 << 3

export const OF_NAMES = 1 << 4
/** شارع، قوى: a name that takes a date in begins with it. */
export const NAME_HEAD = 1 << 5
/** شباب، ثورة: the second word of such a name. */
export const NAME_SECOND = 1 << 6

export const OF_BOUNDS = 1 << 7
/** نحو، من: the last word of an approximator or a bound. */
export const CLOSES_BOUND = 1 << 8

export const OF_TITLES = 1 << 9
/** قناة، صاروخ: a name that may end in a figure begins with it. */
export const TITLE_HEAD = 1 << 10

/** The traits of a word that answer a question; 0 for what is no word. */
export function traitsAt(r: Reader, i: number, question: number, answer: (form: Form) => number): number {
  if (!r.isWord(i)) return 0
  const { form } = r.at(i)
  if ((form.traits & question) === 0) form.traits |= question | answer(form)
  return form.traits
}

/** The word at a place ends every expression before it, and begins none. */
export const isForeign = (r: Reader, i: number): boolean => (traitsAt(r, i, OF_FOREIGN, foreignness) & FOREIGN) !== 0

const foreignness = ({ key, word, isTabled }: Form): number => {
  const isInert = isTabled
    ? word.lexeme !== UNKNOWN &&
      Object.entries(word.lexeme).every(([field, known]) => known === undefined || INERT.has(field))
    : !JOINTS.has(key) && !/^[a-z]/.test(key)
  return key.length > 1 && word.proclitic === '' && isInert ? FOREIGN : 0
}

const INERT: ReadonlySet<string> = new Set(['role', 'noun', 'goals', 'named', 'nationality'])

/** Words of no table that may join one part of an expression to the next. */
const JOINTS: ReadonlySet<string> = new Set(
  'نفس ذات ذلك عند الموافق الموافقه علي at المصادف لليوم تمام اللي الي الذي التي ما جي'.split(' '),
)
