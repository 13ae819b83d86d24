import { foldKey, type Span } from '@isnad/text'

/** Whom the short lines at the edges of a text credit. */
export interface EdgeCredits {
  /** Folded names that stand in a credit, or alone on a line: alone they count only where they name an outlet. */
  readonly names: readonly string[]
  /** Whether there is a credit in so many words: «المصدر: …», «نقلا عن …», «وكالات». */
  readonly stated: boolean
}

export function creditLines(text: string, stretches: readonly Span[]): EdgeCredits {
  const edges = [...stretches.slice(0, 2), ...stretches.slice(Math.max(2, stretches.length - 2))]
  const names: string[] = []
  let stated = false
  for (const { start, end } of edges) {
    if (end - start > LONGEST) continue
    const line = foldKey(text.slice(start, end)).trim()
    const named = CREDIT().exec(line)
    if (named !== null) names.push(own((named[1] ?? named[2] ?? line).trim()))
    else if (line.length > 1 && line.length <= LONGEST_NAME) names.push(own(line))
    if (named !== null || UNNAMED().has(line.replace(/[^\p{L} ]/gu, '').trim())) stated = true
  }
  return { names, stated }
}

const LONGEST = 60
const LONGEST_NAME = 40

/** A slice keeps the whole text in memory for as long as it is kept itself; letters put together anew do not. */
const own = (slice: string): string => Array.from(slice).join('')

let credit: RegExp | undefined
const CREDIT = (): RegExp => {
  credit ??=
    /^(?:(?:المصدر|مصدر الخبر|نقلا عن|نقلا من|عن موقع|عن صحيفه|عن وكاله)\s*[:：-]?\s*(.{2,40})|[([](.{2,40})[)\]])$/u
  return credit
}

let unnamed: ReadonlySet<string> | undefined
const UNNAMED = (): ReadonlySet<string> => {
  unnamed ??= new Set(['وكالات', 'متابعات', 'متابعة', 'مواقع', 'صحف', 'وكالات الأنباء', 'الوكالات'].map(foldKey))
  return unnamed
}
