import type { ComparedText, Comparison } from '@isnad/server'

/** A run of one text: words of its own, or words that stand in a shared passage. */
export interface SideRun {
  readonly text: string
  /** The number of the shared passage, from 0. */
  readonly passage?: number
}

/** The paragraphs of one side, parted where shared passages begin and end. */
export function sideOf(side: ComparedText, passages: Comparison['passages'], which: 'a' | 'b'): SideRun[][] {
  const marks = passages.map((passage, index) => ({ ...passage[which], index })).sort((x, y) => x.start - y.start)
  return [...(side.title === null ? [] : [side.title]), ...side.body].map(({ start, end }) => {
    const runs: SideRun[] = []
    let at = start
    for (const mark of marks) {
      const [from, to] = [Math.max(mark.start, at), Math.min(mark.end, end)]
      if (from >= to) continue
      if (from > at) runs.push({ text: side.text.slice(at, from) })
      runs.push({ text: side.text.slice(from, to), passage: mark.index })
      at = to
    }
    if (at < end) runs.push({ text: side.text.slice(at, end) })
    return runs
  })
}
