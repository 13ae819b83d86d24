import { type Verdict, verdict } from './alone.js'
import { continuesSentence } from './continues.js'
import { isMenuLike, type PageShape } from './core.js'
import { isHeadlike, isProse, type Line } from './line.js'
import { loneLinkOdds } from './lone-links.js'

export interface RunPlan {
  readonly start: number
  readonly end: number
  readonly shape: PageShape
  readonly title: number | undefined
}

/**
 * Tells headlines of other stories amid the text («اقرأ أيضاً» with its list, or bare rows of headlines) from subheadings,
 * list items and short lines of the story itself.
 */
export function judgeRuns(lines: readonly Line[], judged: (Verdict | undefined)[], plan: RunPlan): void {
  const listLike = isListDocument(lines, judged, plan)
  const lone: number[] = []
  let list = false
  let at = plan.start
  while (at < plan.end) {
    const line = lines[at] as Line
    const known = judged[at]
    if (known !== undefined && known.weak !== true) {
      if (known.label === 'related-link') list = opensList(line)
      else if (list && known.label === 'dateline') judged[at] = verdict('related/list')
      else if (known.label !== 'ad' && known.label !== 'caption') list = false
      at++
      continue
    }
    if (list && isHeadlike(line) && (line.opening !== 'joins' || line.count <= 14)) {
      judged[at] = verdict('related/list')
      at++
      continue
    }
    if (isHeading(lines, judged, at, plan) && !listLike) {
      judged[at] = verdict('subhead/heading')
      at++
      continue
    }
    if (isProse(line) || !isHeadlike(line)) {
      if (isProse(line)) list = false
      if (known?.weak === true && !endsRegion(lines, judged, at, plan)) judged[at] = undefined
      at++
      continue
    }
    list = false
    let end = at + 1
    while (end < plan.end && isOpen(judged[end]) && isHeadlike(lines[end] as Line) && !isProse(lines[end] as Line))
      end++
    judgeRun(lines, judged, { at, end, plan, listLike })
    if (end === at + 1 && judged[at]?.rule === 'subhead/heading' && line.block.html === undefined) lone.push(at)
    at = end
  }
  judgeLoneLines(lines, judged, plan, lone)
}

/** One to three bare words between two paragraphs head the second. */
function isHeading(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  at: number,
  plan: RunPlan,
): boolean {
  const line = lines[at] as Line
  const before = lines[at - 1]
  const after = lines[at + 1]
  if (!isMenuLike(line) || at + 1 >= plan.end || before === undefined || after === undefined) return false
  return isProse(after) && judged[at + 1] === undefined && before.ending !== 'colon' && at > plan.start
}

const isOpen = (known: Verdict | undefined): boolean => known === undefined || known.weak === true

/** A marker without a headline of its own («اقرأ أيضاً:») takes the headlines that follow. */
const opensList = (line: Line): boolean =>
  line.marker?.marker.opens === 'list' && line.count - (line.marker.to - line.marker.from) <= 1

/** Whether nothing of the story follows: then a crumb stays a crumb. */
const endsRegion = (
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  at: number,
  plan: RunPlan,
): boolean => !lines.slice(at + 1, plan.end).some((line, i) => isProse(line) && judged[at + 1 + i] === undefined)

/** Match sheets, rankings, poems: where short lines are the story, none of them is a link. */
function isListDocument(lines: readonly Line[], judged: readonly (Verdict | undefined)[], plan: RunPlan): boolean {
  let short = 0
  let prose = 0
  for (let at = plan.start; at < plan.end; at++) {
    if (judged[at] !== undefined) continue
    if (isProse(lines[at] as Line)) prose++
    else short++
  }
  return short > prose * 1.2 && short >= 5
}

interface RunOfLines {
  readonly at: number
  readonly end: number
  readonly plan: RunPlan
  readonly listLike: boolean
}

function judgeRun(lines: readonly Line[], judged: (Verdict | undefined)[], run: RunOfLines): void {
  if (lines[run.at]?.block.html !== undefined) judgeMarkupRun(lines, judged, run)
  else judged.fill(ruleOfRun(lines, judged, run), run.at, run.end)
}

function judgeMarkupRun(lines: readonly Line[], judged: (Verdict | undefined)[], { at, end }: RunOfLines): void {
  for (let i = at; i < end; i++) {
    const features = lines[i]?.block.html
    if (/^h[1-6]$/.test(features?.tag ?? '')) judged[i] = verdict('subhead/heading')
    else judged[i] = (features?.linkDensity ?? 0) > 0.6 && end - at >= 2 ? verdict('related/run') : undefined
  }
}

/** What a run of headline-like lines is; undefined when its lines are the story's own. */
function ruleOfRun(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  { at, end, plan, listLike }: RunOfLines,
): Verdict | undefined {
  if (lines[at - 1]?.ending === 'colon' || listLike) return undefined
  const words = lines.slice(at, end).reduce((sum, line) => sum + line.count, 0) / (end - at)
  if (end - at >= 2) return words >= 4 || plan.shape === 'page' ? verdict('related/run') : undefined
  const next = lines[end]
  if (next !== undefined && judged[end] === undefined && continuesSentence(lines[at] as Line, next)) return undefined
  const followed = lines.slice(end, plan.end).some((next, i) => isProse(next) && judged[end + i] === undefined)
  if (!followed) return isMenuLike(lines[at] as Line) ? verdict('widget/outside', true) : undefined
  const line = lines[at] as Line
  // Subheadings and links are short; a longer line without a stop is a sentence whose stop was lost.
  return line.opening === 'joins' || line.count > LONGEST_HEADING ? undefined : verdict('subhead/heading')
}

const LONGEST_HEADING = 18

/** Below even odds, since a link taken for body is a worse error than a lost subheading. */
const LEAST_ODDS = -1.3

/** Second pass, when rows and lists are settled: which of the lone headline-like lines belong to other stories. */
function judgeLoneLines(
  lines: readonly Line[],
  judged: (Verdict | undefined)[],
  plan: RunPlan,
  lone: readonly number[],
): void {
  const open = judged.map((known) => (known?.rule === 'subhead/heading' ? undefined : known))
  const scene = { lines, judged: open, start: plan.start, end: plan.end, title: plan.title }
  for (const at of lone) if (loneLinkOdds(scene, at) > LEAST_ODDS) judged[at] = verdict('related/lone')
}
