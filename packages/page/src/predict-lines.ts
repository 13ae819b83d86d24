import { textOf } from '@isnad/text'
import type { BlockLabel } from './article.js'
import type { Page } from './capture.js'
import { type LabelContext, type LabelledBlock, labelBlocks } from './lines/label-blocks.js'
import { type LineBlock, splitLines } from './lines/split-lines.js'

/** The label of one line of a flattened page, lines counted from 1. */
export interface LinePrediction {
  readonly line: number
  readonly label: BlockLabel
  readonly continues?: true
}

const pageOf = (text: string): Page => ({
  text: textOf('page', text),
  kind: 'text',
  encoding: 'utf-8',
  encodingFrom: 'default',
})

/**
 * Labels the lines of a flattened page, one label a line: where a line was cut into blocks of several kinds, body outranks
 * the rest and otherwise the longest block speaks for the line. Subheads are given as `body`.
 */
export function predictLines(text: string, context: LabelContext = {}): readonly LinePrediction[] {
  const blocks = splitLines(pageOf(text))
  const byLine = new Map<number, LabelledBlock[]>()
  for (const [at, labelled] of labelBlocks(blocks, context).entries()) {
    const { line } = blocks[at] as LineBlock
    const parts = byLine.get(line)
    if (parts === undefined) byLine.set(line, [labelled])
    else parts.push(labelled)
  }
  return [...byLine].map(([line, parts]) => {
    const label = labelOfLine(parts)
    return parts.some((part) => part.continues === true) ? { line, label, continues: true } : { line, label }
  })
}

function labelOfLine(parts: readonly LabelledBlock[]): BlockLabel {
  if (parts.some(({ label }) => label === 'body' || label === 'subhead')) return 'body'
  const longest = parts.reduce((a, b) => (b.block.text.length > a.block.text.length ? b : a))
  return longest.label === 'teaser' ? 'related-link' : longest.label
}
