import { foldKey } from '@isnad/text'

/** A folded line cut into words, with the place in the folded string where each begins and ends. */
export interface Words {
  readonly folded: string
  readonly list: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Folds a line and cuts it into runs of letters and digits: «+A» is `a`, «اقرأ أيضاً:» is `اقرا`, `ايضا`. */
export function wordsOf(text: string): Words {
  const folded = foldKey(text)
  const list: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of folded.matchAll(WORD)) {
    list.push(match[0])
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  return { folded, list, starts, ends }
}

export const isNumber = (word: string): boolean => /^\d+$/.test(word)
