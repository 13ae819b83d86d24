import { foldKey, wordRuns } from '@isnad/text'

/** A folded line cut into words, with the place in the folded string where each ends. */
export interface Words {
  readonly folded: string
  readonly list: readonly string[]
  readonly ends: readonly number[]
}

/** Folds a line and cuts it into runs of letters and digits: «+A» is `a`, «اقرأ أيضاً:» is `اقرا`, `ايضا`. */
export function wordsOf(text: string): Words {
  const folded = foldKey(text)
  const list: string[] = []
  const ends: number[] = []
  const runs = wordRuns(folded, 'marked')
  for (let i = 0; i < runs.length; i += 2) {
    const end = runs[i + 1] as number
    list.push(folded.slice(runs[i] as number, end))
    ends.push(end)
  }
  return { folded, list, ends }
}

export const isNumber = (word: string): boolean => /^\d+$/.test(word)
