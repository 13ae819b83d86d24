import { type Verdict, verdict } from './alone.js'
import { judgeByline } from './byline.js'
import { isMenuLike, type PageShape } from './core.js'
import { isHeadlike, isProse, type Line } from './line.js'
import { wordsOf } from './words.js'

export interface HeadPlan {
  /** Index of the first paragraph. */
  readonly first: number
  readonly title: number | undefined
  readonly shape: PageShape
  readonly byline: string | undefined
}

/** Labels what stands before the first paragraph: section, date, writer, picture caption, deck; above the title, menus. */
export function judgeHead(lines: readonly Line[], judged: (Verdict | undefined)[], plan: HeadPlan): void {
  const byline = plan.byline === undefined ? '' : wordsOf(plan.byline).list.join(' ')
  const top = plan.title ?? 0
  for (let at = 0; at < plan.first; at++) {
    const line = lines[at] as Line
    const known = judged[at]
    if (known?.label === 'title') continue
    if (byline !== '' && line.words.list.join(' ') === byline) judged[at] = verdict('byline/author')
    else if (known?.label === 'source-credit' && at > top) judged[at] = verdict('byline/author')
    else if (known === undefined || known.weak === true) {
      const settled = at < top ? above(lines, judged, at, top) : below(lines, judged, at, plan)
      if (settled !== undefined || known === undefined) judged[at] = settled
    }
  }
}

function above(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  at: number,
  title: number,
): Verdict | undefined {
  const line = lines[at] as Line
  if (judged[at] !== undefined) {
    // A section name right above the title is its kicker, unless it closes a row of menu entries.
    const alone =
      at === title - 1 && (at === 0 || !(isMenuLike(lines[at - 1] as Line) && judged[at - 1]?.label !== 'related-link'))
    return alone && judged[at]?.rule === 'widget/navigation' ? verdict('kicker/section') : undefined
  }
  if (isMenuLike(line) && at >= title - 2) {
    const row = at > 1 && isMenuLike(lines[at - 1] as Line) && isMenuLike(lines[at - 2] as Line)
    return verdict(row ? 'widget/navigation' : 'kicker/section')
  }
  if (isMenuLike(line)) return verdict('widget/navigation')
  return verdict(isHeadlike(line) && line.count >= 5 ? 'related/outside' : 'widget/outside')
}

/** A caption signed by the outlet itself: «منزل متضرر في القرية - السنديان», «صوامع الحبوب (الضفاف)». */
const OWN_CREDIT = /(?:\s[-–—]\s+[^-–—()]{2,24}|\([^()]{2,24}\))\s*$/u

function below(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  at: number,
  plan: HeadPlan,
): Verdict | undefined {
  const line = lines[at] as Line
  if (OWN_CREDIT.test(line.text) && line.count >= 4 && line.count <= 20 && line.ending !== 'stop')
    return verdict('caption/picture')
  if (line.block.html?.inContainer === true && line.count > 6) return undefined
  if (line.block.html?.inContainer === false) return betweenHeadlineAndText(line, lines[at + 1])
  const writer = judgeByline(line, lines[at + 1])
  if (writer !== undefined) return writer
  if (plan.title === undefined && at === 0 && isMenuLike(line)) return verdict('other/site-name')
  if (isProse(line)) return undefined
  const underTitle = plan.shape === 'text' && plan.title === at - 1
  if (underTitle && line.count >= 2 && line.count <= 4 && line.ending === 'none') return verdict('byline/author')
  if (line.count <= 4 && line.ending === 'none' && !line.text.includes(':')) return verdict('kicker/section')
  const before = judged[at - 1]?.rule
  if (before === 'other/image-file' || before === 'dateline/stamp') {
    if (isHeadlike(line) && line.count <= 20 && plan.shape === 'page') return verdict('caption/picture')
  }
  if (/^\s*-.*\s-\S/u.test(line.text) && line.ending !== 'stop') return verdict('kicker/deck')
  return undefined
}

/** On an HTML page what stands between headline and container is a stamp, a name or a deck. */
function betweenHeadlineAndText(line: Line, next: Line | undefined): Verdict | undefined {
  if (/(?:19|20)\d\d/.test(line.text) && line.count <= 16) return verdict('dateline/stamp')
  if (/^by\s/i.test(line.text) && line.count <= 8) return verdict('byline/author')
  const writer = judgeByline(line, next)
  if (writer !== undefined) return writer
  return line.count >= 5 ? verdict('kicker/deck') : undefined
}
