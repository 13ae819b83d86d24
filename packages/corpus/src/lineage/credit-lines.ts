import { foldKey, type Span } from '@isnad/text'

/** Short lines at the edges of a text that credit somebody: «المصدر: …», «نقلا عن …», «وكالات», a name alone in brackets. */
export function creditLines(text: string, stretches: readonly Span[]): readonly string[] {
  const edges = [...stretches.slice(0, 2), ...stretches.slice(Math.max(2, stretches.length - 2))]
  const found: string[] = []
  for (const { start, end } of edges) {
    if (end - start > LONGEST) continue
    const line = foldKey(text.slice(start, end)).trim()
    const named = CREDIT().exec(line)
    if (named !== null) found.push((named[1] ?? named[2] ?? line).trim())
    else if (UNNAMED().has(line.replace(/[^\p{L} ]/gu, '').trim())) found.push(line)
  }
  return found
}

const LONGEST = 60

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
