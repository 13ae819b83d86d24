import type { Verdict } from './alone.js'
import { isHeadlike, isProse, type Line } from './line.js'

/** Whether the page is a stored text (nearly all of it the story) or a whole page with its menus. */
export type PageShape = 'text' | 'page'

/** A line of menu by its looks: up to three words without a mark that closes or introduces anything. */
export const isMenuLike = (line: Line): boolean =>
  line.count <= 3 && (line.ending === 'none' || line.ending === 'question') && line.opening !== 'bullet'

const FURNITURE = /^(?:widget|related-link|comment-form|ad|kicker)$/

/** Twelve lines of menu and a third of the lines: of the stories stored as text only match sheets hold as much. */
const MENU_LINES = 12
const MENU_SHARE = 0.33
/** A match sheet has short lines, but none that are known for furniture. */
const KNOWN_FURNITURE = 3

export function shapeOf(lines: readonly Line[], judged: readonly (Verdict | undefined)[]): PageShape {
  let menu = 0
  let known = 0
  for (const [at, line] of lines.entries()) {
    if (FURNITURE.test(judged[at]?.label ?? '') && line.marker !== undefined) known++
    if (FURNITURE.test(judged[at]?.label ?? '') || (judged[at] === undefined && isMenuLike(line))) menu++
  }
  return known >= KNOWN_FURNITURE && menu >= MENU_LINES && menu >= lines.length * MENU_SHARE ? 'page' : 'text'
}

/** How much a line speaks for standing inside the story, in words. */
function weightOf(line: Line, judged: Verdict | undefined, shape: PageShape): number {
  const rule = judged?.rule ?? ''
  if (rule.startsWith('comment-form/') || rule.startsWith('privacy-token/')) return -30
  if (rule.startsWith('widget/sign-in') || rule.startsWith('widget/cookie') || rule.startsWith('other/copyright'))
    return -20
  if (rule.startsWith('other/masthead')) return -20
  if (line.marker?.marker.opens === 'tail') return -25
  if (judged?.label === 'related-link') return -3
  if (judged !== undefined && judged.weak !== true) return shape === 'page' ? -6 : -1
  if (isProse(line)) return Math.min(line.count, 60)
  if (line.ending === 'stop' || line.ending === 'colon' || line.opening === 'bullet') return 4
  if (shape === 'text') return isMenuLike(line) ? -0.5 : 0.5
  return isHeadlike(line) ? -4 : -6
}

export interface Core {
  readonly start: number
  /** Past the last line. */
  readonly end: number
}

/** The stretch of lines that most speaks for being the story: the maximal sum of weights (Kadane's scan). */
export function findCore(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  shape: PageShape,
): Core | undefined {
  let best = 0
  let core: Core | undefined
  let sum = 0
  let start = 0
  for (const [at, line] of lines.entries()) {
    sum += weightOf(line, judged[at], shape)
    if (sum <= 0) {
      sum = 0
      start = at + 1
    } else if (sum > best) {
      best = sum
      core = { start, end: at + 1 }
    }
  }
  return core === undefined || shape === 'text' ? core : trim(core, lines)
}

/** On a whole page a row of headlines may be as long as a paragraph: the story begins and ends with a closed sentence. */
function trim(core: Core, lines: readonly Line[]): Core {
  let { start, end } = core
  const closed = (line: Line | undefined): boolean => line !== undefined && isProse(line) && line.ending !== 'none'
  while (start < end && !closed(lines[start])) start++
  while (end > start && !closed(lines[end - 1])) end--
  return start === end ? core : { start, end }
}
