import type { Span } from '@isnad/text'
import type { Page } from '../capture.js'
import type { Run } from '../page-map.js'
import type { RawBlock } from '../raw-block.js'
import { splitMixed } from './split-mixed.js'

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
      else for (const part of cutAt(value, whole, cuts)) blocks.push({ ...part, line })
    }
    if (match === null) break
    from = match.index + match[0].length
  }
  return blocks
}

function pieces(value: string, { start, end }: Span<'page'>): Span<'page'>[] {
  const text = value.slice(start, end)
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

/** Cuts a block at offsets of its text, white space at the cuts dropped. */
function cutAt(value: string, whole: RawBlock, cuts: readonly number[]): RawBlock[] {
  const onPage = (offset: number): number => {
    const run = whole.runs.findLast((r) => r.article <= offset)
    if (run === undefined) return whole.page.start
    return run.length === run.pageLength ? run.page + (offset - run.article) : run.page
  }
  const bounds = [whole.page.start, ...cuts.map(onPage), whole.page.end]
  return bounds.slice(1).flatMap((end, i) => blockOf(value, { start: bounds[i] ?? end, end }) ?? [])
}
