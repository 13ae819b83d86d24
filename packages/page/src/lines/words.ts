import { foldKey, wordRuns } from '@isnad/text'

/** A folded line cut into words, with the place in the folded string where each begins and ends. */
export interface Words {
  readonly folded: string
  readonly list: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Folds a line and cuts it into runs of letters and digits: «+A» is `a`, «اقرأ أيضاً:» is `اقرا`, `ايضا`. */
export function wordsOf(text: string): Words {
  const folded = foldKey(text)
  const list: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const runs = wordRuns(folded, 'marked')
  for (let i = 0; i < runs.length; i += 2) {
    const [start = 0, end = 0] = [runs[i], runs[i + 1]]
    list.push(folded.slice(start, end))
    starts.push(start)
    ends.push(end)
  }
  return { folded, list, starts, ends }
}

export const isNumber = (word: string): boolean => /^\d+$/.test(word)
