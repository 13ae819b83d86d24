import type { Span } from '@isnad/text'
import type { Page } from '../capture.js'
import { sliceBlock } from '../lines/split-lines.js'
import type { RawBlock } from '../raw-block.js'
import { RULES } from '../rules.js'
import { type HeadPiece, headLines } from './head-lines.js'
import { type JudgedPage, judgePage } from './judged-page.js'
import { type HtmlMetadata, readMetadata } from './metadata.js'

export interface HtmlReading {
  /** Every visible block of the page in reading order; those with `inContainer` and without a verdict are body candidates. */
  readonly blocks: readonly RawBlock[]
  readonly metadata: HtmlMetadata
  /** Readers' comments with their names: to be blanked before anything is stored. */
  readonly personal: readonly Span<'page'>[]
}

/** Reads an HTML page into blocks that mark-up and place have judged, its metadata, and where it holds personal data. */
export function htmlBlocks(page: Page): HtmlReading {
  const judged = judgePage(page.text.value)
  return {
    blocks: rawBlocks(judged, headLines(judged)),
    metadata: readMetadata(judged, { url: page.given?.url ?? page.url, capturedAt: page.capturedAt }),
    personal: judged.segments
      .filter(({ order }) => judged.verdicts[order]?.rule === 'comment-form/comment')
      .map(({ page: { start, end } }) => ({ start, end })),
  }
}

function rawBlocks(
  { segments, verdicts, inContainer }: JudgedPage,
  heads: ReadonlyMap<number, readonly HeadPiece[]>,
): RawBlock[] {
  return segments.flatMap(({ element, text, runs, page, size, linked, order }): RawBlock[] => {
    const verdict = verdicts[order]
    const html = {
      tag: element.tag,
      linkDensity: size === 0 ? 0 : linked / size,
      inContainer: inContainer[order] === true,
      ...(verdict !== undefined && { verdict }),
    }
    const whole = { text, page, runs, html }
    const pieces = heads.get(order)
    if (pieces === undefined) return [whole]
    return pieces.flatMap(({ start, end, rule }) => {
      const told = { ...html, verdict: { label: RULES[rule].label, rule } }
      return sliceBlock({ ...whole, html: told }, start, end) ?? []
    })
  })
}
