import { countScripts, mapped } from '@isnad/text'
import type { BlockLabel } from '../article.js'
import type { RawBlock } from '../raw-block.js'
import { RULES, type RuleId } from '../rules.js'
import { judgeAlone, type Verdict, verdict } from './alone.js'
import { judgeByline } from './byline.js'
import { columnWidth, continuesColumn, continuesSentence } from './continues.js'
import { type Core, findCore, isMenuLike, type PageShape, shapeOf } from './core.js'
import { judgeHead } from './head.js'
import { describeLine, isHeadlike, isProse, type Line } from './line.js'
import { isVisitorToken, looksLikePlace } from './privacy.js'
import { judgeRuns } from './runs.js'
import { markSignedCaptions } from './signed-captions.js'
import type { LineBlock } from './split-lines.js'
import { datelineEnd } from './split-mixed.js'
import { joinBoxes, judgeClosing, judgeOwnSignature, judgeTail } from './tail.js'
import { findTeasers } from './teasers.js'
import { findTitle, titleKey } from './title.js'
import { wordsOf } from './words.js'

/** What is known of the page besides its blocks. */
export interface LabelContext {
  /** Headlines told from outside the text: given metadata, `og:title`, JSON-LD. */
  readonly titles?: readonly string[]
  /** The byline told from outside the text. */
  readonly byline?: string
}

export interface LabelledBlock {
  readonly block: RawBlock
  readonly label: BlockLabel
  readonly rule: RuleId
  readonly continues?: true
}

/**
 * Labels every block of a page exactly once, in order: flattened text and HTML blocks alike. On HTML a `verdict` stands,
 * and nothing outside the chosen container becomes body.
 */
export function labelBlocks(blocks: readonly RawBlock[], context: LabelContext = {}): readonly LabelledBlock[] {
  const { lines, judged, core, title } = judgeBlocks(blocks, context)
  if (core !== undefined && blocks[0]?.html === undefined) {
    for (const at of findTeasers({ lines, judged, end: core.end, title })) judged[at] = verdict('teaser/after-end')
  }
  markSiteNames(blocks, judged)
  const settled = mapped(
    lines,
    (line, at) => judged[at] ?? (core !== undefined && inside(core, at) ? bodyOf(line) : outside(line)),
  )
  return finish(lines, settled)
}

/** What is known of the blocks before teasers are looked for; a block without verdict is body inside the core. */
export interface JudgedBlocks {
  readonly lines: readonly Line[]
  readonly judged: (Verdict | undefined)[]
  readonly core: Core | undefined
  readonly title: number | undefined
}

/** Judges blocks one by one, then by their neighbours. */
export function judgeBlocks(blocks: readonly RawBlock[], context: LabelContext = {}): JudgedBlocks {
  const lines = mapped(blocks, describeLine)
  const foreign = isForeignMarkup(blocks)
  const judged = mapped(lines, (line) => {
    const marked = fromMarkup(line)
    if (marked !== undefined) return signatureOver(marked, line) ?? marked
    return foreign && isCandidate(line) ? undefined : judgeAlone(line)
  })
  markVisitorLines(lines, judged)
  joinBoxes(lines, judged)
  markDatelines(blocks, lines, judged)
  const shape = shapeOf(lines, judged)
  const core = coreOf(lines, judged, shape)
  if (core === undefined) return { lines, judged, core, title: undefined }
  const given = (context.titles ?? []).map((printed) => wordsOf(printed).list.join(' ')).filter((key) => key !== '')
  const first = firstParagraph(lines, judged, core, shape)
  const title = placeTitle(lines, judged, { first, shape, given })
  judgeHead(lines, judged, { first, title, shape, byline: context.byline })
  if (foreign) {
    for (const [at, line] of lines.entries()) {
      if (isCandidate(line) && at !== title) judged[at] = fromMarkup(line)
    }
    return { lines, judged, core, title }
  }
  markSignedCaptions(lines, judged, core)
  const start = title === undefined ? first : Math.min(first, title + 1)
  judgeRuns(lines, judged, { start, end: core.end, shape, title })
  judgeTail(lines, judged, core)
  judgeClosing(lines, judged, core)
  judgeOwnSignature(lines, judged, core)
  return { lines, judged, core, title }
}

const inside = (core: Core, at: number): boolean => at >= core.start && at < core.end

/** Mark-up tells that a block follows the text; the words tell that it is the credit or the visitor's address. */
function signatureOver(marked: Verdict, line: Line): Verdict | undefined {
  if (isVisitorToken(line.text)) return verdict('privacy-token/address')
  if (marked.rule !== 'other/after-text' && marked.rule !== 'other/outside') return undefined
  const said = judgeAlone(line)
  return said?.label === 'source-credit' ? said : undefined
}

const isCandidate = (line: Line): boolean => line.block.html?.inContainer === true && !isVisitorToken(line.text)

/** So much of a container's text shows its script. */
const SCRIPT_LETTERS = 4000

/** Whether an HTML article is in another script: its mark-up is judged, but nothing here knows its words. */
function isForeignMarkup(blocks: readonly RawBlock[]): boolean {
  let letters = 0
  let arabic = 0
  for (const { html, text } of blocks) {
    if (html?.inContainer !== true || html.verdict !== undefined) continue
    const counts = countScripts(text)
    letters += counts.arabic + counts.hebrew + counts.latin + counts.other
    arabic += counts.arabic
    if (letters > SCRIPT_LETTERS) break
  }
  return letters > 0 && arabic < letters / 2
}

function fromMarkup(line: Line): Verdict | undefined {
  const marked = line.block.html?.verdict
  if (marked === undefined) return undefined
  const rule = marked.rule as RuleId
  return rule in RULES ? { label: marked.label, rule } : undefined
}

/** After the visitor's address the same widget prints place, region, country: «جزيرة ام اند امز», `US`. */
function markVisitorLines(lines: readonly Line[], judged: (Verdict | undefined)[]): void {
  for (const [at] of lines.entries()) {
    if (judged[at]?.rule !== 'privacy-token/address') continue
    for (let next = at + 1; next <= at + 4; next++) {
      const line = lines[next]
      if (line === undefined) break
      const known = judged[next]
      if (known?.label === 'privacy-token') continue
      if (known !== undefined && known.weak !== true && !/^(?:other|widget)\/(?:outside|navigation)/.test(known.rule))
        break
      if (!looksLikePlace(line.block)) break
      judged[next] = verdict('privacy-token/place')
    }
  }
}

/** The printed line that a block of flattened text was cut from. */
const lineOf = (block: RawBlock | undefined): number | undefined => (block as Partial<LineBlock> | undefined)?.line

/** A signature cut from the head of a line whose rest is a sentence is the dateline of that sentence. */
function markDatelines(blocks: readonly RawBlock[], lines: readonly Line[], judged: (Verdict | undefined)[]): void {
  for (const [at, block] of blocks.entries()) {
    const line = lineOf(block)
    if (line === undefined || line !== lineOf(blocks[at + 1]) || line === lineOf(blocks[at - 1])) continue
    const known = judged[at]
    const signs = known === undefined || known.label === 'source-credit'
    if (
      signs &&
      datelineEnd(`${block.text} ${blocks[at + 1]?.text ?? ''}`) !== undefined &&
      (lines[at] as Line).count <= 12
    ) {
      judged[at] = verdict('dateline/place')
    }
  }
}

/** «[عنوان] - اسم الموقع»: the name set after the headline on the same line. */
function markSiteNames(blocks: readonly RawBlock[], judged: (Verdict | undefined)[]): void {
  for (const [at, block] of blocks.entries()) {
    const line = lineOf(block)
    if (line === undefined || line !== lineOf(blocks[at - 1]) || judged[at - 1]?.label !== 'title') continue
    if (/^[-|–—]/u.test(block.text)) judged[at] = verdict('other/site-name')
  }
}

function coreOf(lines: readonly Line[], judged: readonly (Verdict | undefined)[], shape: PageShape): Core | undefined {
  const start = lines.findIndex((line) => line.block.html?.inContainer === true)
  if (start === -1) return findCore(lines, judged, shape)
  return { start, end: lines.findLastIndex((line) => line.block.html?.inContainer === true) + 1 }
}

/** How far down a stored text its first paragraph may stand: below title, writer, date, picture and deck. */
const HEAD_LINES = 8

function firstParagraph(
  lines: readonly Line[],
  judged: readonly (Verdict | undefined)[],
  core: Core,
  shape: PageShape,
): number {
  const end = shape === 'text' ? Math.min(core.end, core.start + HEAD_LINES) : core.end
  const isOwn = (at: number): boolean =>
    judged[at] === undefined && judgeByline(lines[at] as Line, lines[at + 1]) === undefined
  for (let at = core.start; at < end; at++) {
    const line = lines[at] as Line
    if (judged[at] !== undefined || !isProse(line) || (at === 0 && line.ending !== 'stop')) continue
    // Three short lines of its own above the first paragraph: a match sheet or table opens the story.
    const own = Array.from({ length: Math.max(0, at - core.start - 1) }, (_, i) => core.start + 1 + i).filter(isOwn)
    return shape === 'text' && own.length >= 3 ? (own[0] as number) : at
  }
  // A match sheet, a poem: nothing but short lines.
  for (let at = core.start + 1; at < core.end; at++) if (isOwn(at)) return at
  return core.start
}

function placeTitle(
  lines: readonly Line[],
  judged: (Verdict | undefined)[],
  plan: { readonly first: number; readonly shape: PageShape; readonly given: readonly string[] },
): number | undefined {
  const marked = judged.findIndex((v) => v?.label === 'title')
  const title = marked === -1 ? findTitle(lines, judged, plan) : marked
  if (title === undefined) return undefined
  judged[title] = verdict('title/printed')
  const key = titleKey(lines[title] as Line)
  for (const [at, line] of lines.entries()) {
    if (at > plan.first) break
    const again = titleKey(line) === key || (key.length > 20 && line.count <= 40 && titleKey(line).includes(key))
    if (at !== title && judged[at]?.label !== 'related-link' && again && !isProse(line)) {
      judged[at] = verdict('title/repeated')
    }
  }
  return title
}

const bodyOf = (line: Line): Verdict => {
  if (/^h[2-6]$/.test(line.block.html?.tag ?? '')) return verdict('subhead/heading')
  if (line.opening === 'bullet' || line.block.html?.tag === 'li') return verdict('body/list-item')
  return verdict(isProse(line) ? 'body/paragraph' : 'body/line')
}

const outside = (line: Line): Verdict =>
  verdict(
    isHeadlike(line) && line.count >= 5 ? 'related/outside' : isMenuLike(line) ? 'widget/navigation' : 'widget/outside',
  )

function finish(lines: readonly Line[], settled: readonly Verdict[]): readonly LabelledBlock[] {
  let last: Line | undefined
  const width = columnWidth(lines.filter(({ block }, at) => settled[at]?.label === 'body' && block.html === undefined))
  return mapped(lines, (line, at) => {
    const { label, rule } = settled[at] as Verdict
    const goesOn =
      label === 'body' &&
      last !== undefined &&
      (continuesSentence(last, line) || (width !== undefined && continuesColumn(last, line, width)))
    if (label === 'body') last = line
    else if (label === 'subhead' || label === 'title') last = undefined
    return goesOn ? { block: line.block, label, rule, continues: true } : { block: line.block, label, rule }
  })
}
