import type { Span } from '@isnad/text'
import type { Page } from '../capture.js'
import type { Run } from '../page-map.js'
import type { RawBlock } from '../raw-block.js'
import { datelineEnd, splitMixed } from './split-mixed.js'

/** A block of flattened text, with the line of the page it was cut from (from 1). */
export interface LineBlock extends RawBlock {
  readonly line: number
}

const BREAK = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/g
const SPACE = /\s/
/** Pages flattened without line breaks keep their blocks apart by wide gaps. */
const WIDE_GAP = /[ \t\u00a0]{6,}|\t{2,}/g

/**
 * Cuts flattened text into blocks: one a line, several where a line holds more than one kind of thing («greeting + title +
 * site name», an e-mail glued to the last sentence, «القاهرة – رويترز:» before a lead). Blank lines make none; every unit
 * that is not white space stands in exactly one block.
 */
export function splitLines(page: Page): readonly LineBlock[] {
  const value = page.text.value
  const blocks: LineBlock[] = []
  let line = 0
  let from = 0
  BREAK.lastIndex = 0
  for (;;) {
    const match = BREAK.exec(value)
    const end = match?.index ?? value.length
    line++
    for (const piece of pieces(value, { start: from, end })) {
      const whole = blockOf(value, piece)
      if (whole === undefined) continue
      const cuts = splitMixed(whole.text, line)
      if (cuts.length === 0) blocks.push({ ...whole, line })
      else for (const part of cutBlock(whole, cuts)) blocks.push({ ...part, line })
    }
    if (match === null) break
    from = match.index + match[0].length
  }
  return blocks
}

function pieces(value: string, { start, end }: Span<'page'>): Span<'page'>[] {
  const text = value.slice(start, end)
  if (text.search(WIDE_GAP) < 0) return [{ start, end }]
  const found: Span<'page'>[] = []
  let from = 0
  for (const gap of text.matchAll(WIDE_GAP)) {
    found.push({ start: start + from, end: start + gap.index })
    from = gap.index + gap[0].length
  }
  found.push({ start: start + from, end })
  return found
}

/** White space that collapsing changes. */
const UNEVEN = /\s{2,}|[^\S ]/g

/** A block over a stretch of page, white space collapsed; undefined when there is nothing but white space in it. */
export function blockOf(value: string, stretch: Span<'page'>): RawBlock | undefined {
  const { start, end } = trimmed(value, stretch)
  if (start === end) return undefined
  const printed = value.slice(start, end)
  if (printed.search(UNEVEN) < 0) {
    const { length } = printed
    return { text: printed, page: { start, end }, runs: [{ article: 0, length, page: start, pageLength: length }] }
  }
  const runs: Run[] = []
  let text = ''
  let at = 0
  const put = (words: string, length: number): void => {
    if (length === 0) return
    runs.push({ article: text.length, length: words.length, page: start + at, pageLength: length })
    text += words
    at += length
  }
  let from = 0
  for (const gap of printed.matchAll(UNEVEN)) {
    // A single unit of another white space maps to a blank one to one and stays in its run.
    if (gap[0].length === 1) continue
    const words = printed.slice(from, gap.index).replace(UNEVEN, ' ')
    put(words, gap.index - from)
    put(' ', gap[0].length)
    from = gap.index + gap[0].length
  }
  put(printed.slice(from).replace(UNEVEN, ' '), printed.length - from)
  return { text, page: { start, end }, runs }
}

function trimmed(value: string, stretch: Span<'page'>): Span<'page'> {
  let { start, end } = stretch
  while (start < end && SPACE.test(value.charAt(start))) start++
  while (end > start && SPACE.test(value.charAt(end - 1))) end--
  return { start, end }
}

/** Cuts a block at offsets of its text, white space at the cuts dropped; each part keeps its way back to the page. */
export function cutBlock<B extends RawBlock>(whole: B, cuts: readonly number[]): readonly B[] {
  const bounds = [0, ...cuts, whole.text.length]
  return bounds.slice(1).flatMap((bound, i) => sliceBlock(whole, bounds[i] ?? 0, bound) ?? [])
}

/** The part of a block between two offsets of its text, trimmed; undefined when only white space is there. */
export function sliceBlock<B extends RawBlock>(whole: B, start: number, end: number): B | undefined {
  let from = start
  let to = end
  while (from < to && SPACE.test(whole.text.charAt(from))) from++
  while (to > from && SPACE.test(whole.text.charAt(to - 1))) to--
  if (from === to) return undefined
  const runs = whole.runs.flatMap((run) => clipped(run, from, to) ?? [])
  const first = runs[0]
  const last = runs.at(-1)
  const page =
    first === undefined || last === undefined ? whole.page : { start: first.page, end: last.page + last.pageLength }
  return { ...whole, text: whole.text.slice(from, to), page, runs }
}

/** The part of a run that stands between two offsets of the text, offsets counted anew; an uneven run is taken whole. */
function clipped(run: Run, from: number, to: number): Run | undefined {
  const start = Math.max(run.article, from)
  const end = Math.min(run.article + run.length, to)
  if (start >= end) return undefined
  if (run.length !== run.pageLength) return { ...run, article: start - from, length: end - start }
  return { article: start - from, length: end - start, page: run.page + start - run.article, pageLength: end - start }
}

/** The same cuts on HTML: datelines and shortcodes set on the line of the text. Pieces of one block share a line number. */
export function splitMarkup(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks.flatMap((block, at): readonly RawBlock[] => {
    if (block.html?.inContainer !== true || block.html.verdict !== undefined) return [block]
    const end = datelineEnd(block.text)
    if (end === undefined || end <= 0 || end >= block.text.length) return [block]
    const piece: LineBlock = { ...block, line: -1 - at }
    return cutBlock(piece, [end])
  })
}
