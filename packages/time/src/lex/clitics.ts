import type { Lexeme } from './lexeme.js'
import { lexicon, shaped } from './lexicon.js'

/** A word taken apart: attached و ف ب ل ك, the article, and what the tables know of the rest. */
export interface Analysis {
  /** Attached particles before the article, as folded letters: `و`, `ب`, `وب`. */
  readonly proclitic: string
  readonly article: boolean
  readonly stem: string
  readonly lexeme: Lexeme
}

/** What the tables say of a word they do not know. */
export const UNKNOWN: Lexeme = shaped({})

/** Splits a folded word by the lexicon: the whole word first, then the article, then attached particles. */
export function analyse(key: string): Analysis {
  const words = lexicon()
  const find = (proclitic: string, rest: string): Analysis | undefined => {
    const whole = words.get(rest)
    if (whole !== undefined) return { proclitic, article: false, stem: rest, lexeme: whole }
    if (rest.startsWith('ال') && rest.length > 3) {
      const stem = rest.slice(2)
      const found = words.get(stem)
      if (found !== undefined) return { proclitic, article: true, stem, lexeme: found }
    }
    if (rest.startsWith('لل') && rest.length > 3) {
      const stem = rest.slice(2)
      const found = words.get(stem) ?? words.get(`ل${stem}`)
      if (found !== undefined) return { proclitic: `${proclitic}ل`, article: true, stem, lexeme: found }
    }
    return undefined
  }
  const plain = find('', key)
  if (plain !== undefined) return plain
  if (key.length > 2) {
    const first = key.charAt(0)
    if ('وف'.includes(first)) {
      const after = find(first, key.slice(1))
      if (after !== undefined) return after
      const second = key.charAt(1)
      if ('بلك'.includes(second) && key.length > 3) {
        const deeper = find(first + second, key.slice(2))
        if (deeper !== undefined) return deeper
      }
    } else if ('بلكع'.includes(first)) {
      // dialect ع for على is only split before the article: عالساعة
      const after = first === 'ع' && !key.startsWith('عال') ? undefined : find(first, key.slice(1))
      if (after !== undefined) return after
    }
  }
  return unknown(key)
}

/** A word that the tables do not hold: all that its letters tell is the article. */
export const unknown = (key: string): Analysis => ({
  proclitic: '',
  article: key.startsWith('ال') && key.length > 4,
  stem: key,
  lexeme: UNKNOWN,
})
