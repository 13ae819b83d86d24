import type { Verdict } from './alone.js'
import type { PageShape } from './core.js'
import { contentStems, isProse, type Line } from './line.js'
import { wordsOf } from './words.js'

export interface TitlePlan {
  /** Index of the first paragraph. */
  readonly first: number
  readonly shape: PageShape
  /** Keys of the headlines told from outside. */
  readonly given: readonly string[]
}

/** Folded words of a headline, for telling two printings of it apart from two headlines. */
export const titleKey = (line: Pick<Line, 'words'>): string => line.words.list.join(' ')

/**
 * The line that is the headline: the one given from outside when it is printed, else the headline-like line before the
 * first paragraph that shares most with the paragraphs and stands nearest. Of a text whose headline was given, only a line
 * that shares half its words with it.
 */
export function findTitle(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  plan: TitlePlan,
): number | undefined {
  const { first, shape, given } = plan
  for (let at = 0; at < Math.min(lines.length, first + 1); at++) {
    const line = lines[at]
    if (line !== undefined && line.count > 0 && given.includes(titleKey(line))) return at
  }
  // A text that came with its headline need not print it: then no line of its own stands in for it, only another printing.
  const told = lines[0]?.block.html === undefined ? given.map(headlineStems) : []
  let speaks: ReadonlySet<string> | undefined
  let best: number | undefined
  let bestScore = 0
  for (let at = 0; at < first; at++) {
    const line = lines[at]
    if (line === undefined || !couldBeTitle(line, judged[at])) continue
    const stems = [...new Set(contentStems(line.words))]
    if (told.length > 0 && !told.some((headline) => isPrintingOf(stems, headline))) continue
    speaks ??= new Set(lines.slice(first, first + 6).flatMap((line) => contentStems(line.words)))
    const said = speaks
    const shared = stems.filter((stem) => said.has(stem)).length
    const top = at === 0 || judged.slice(0, at).every((v) => v !== undefined && v.weak !== true)
    const score =
      shared * 2 +
      Math.min(line.count, 10) * 0.3 -
      (first - at) * 0.35 +
      (top ? (shape === 'text' ? 6 : 2) : 0) +
      (line.opening === 'joins' ? -2 : 0)
    // Among equals the later printing stands next to the text.
    if (score >= bestScore && (shared > 0 || top)) {
      best = at
      bestScore = score
    }
  }
  return best
}

const headlineStems = (headline: string): ReadonlySet<string> => new Set(contentStems(wordsOf(headline)))

/** Half of the longer one's content words at least: a paper shortens its headline, or sets its own name beside it. */
const isPrintingOf = (stems: readonly string[], headline: ReadonlySet<string>): boolean =>
  2 * stems.filter((stem) => headline.has(stem)).length >= Math.max(stems.length, headline.size, 1)

/** «DAFFA.EXAMPLE»: some sites print their address above the story. */
const HOST = /^(?:https?:\/\/)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}\/?$/

function couldBeTitle(line: Line, judged: Verdict | undefined): boolean {
  if (judged !== undefined && judged.weak !== true && !TITLE_MARKERS.test(judged.rule)) return false
  if (line.count < 2 || line.count > 34 || line.text.length > 260) return false
  if (line.ending === 'comma' || HOST.test(line.text)) return false
  // «موقع | قسم» is the window's title, not the story's.
  if (line.text.includes('|') && line.text.split('|').every((part) => part.trim().split(' ').length <= 3)) return false
  return !(isProse(line) && line.ending === 'stop' && line.count > 18)
}

/** «شاهد..», «فيديو:», «خاص |» open headlines too. */
const TITLE_MARKERS = /^(?:related\/marker|related\/outside)$/
