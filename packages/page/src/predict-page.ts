import type { Capture } from './capture.js'
import { decode } from './decode.js'
import { labelPage } from './read-article.js'

/**
 * The body of a page as plain text, paragraphs parted by blank lines, for scoring against a gold body. A dateline that stands
 * on the line of its lead is kept, as printed; empty for a page that cannot be read.
 */
export function predictPage(capture: Capture): string {
  const decoded = decode(capture)
  if (!decoded.ok) return ''
  const { labelled } = labelPage(decoded.value)
  const paragraphs: string[] = []
  for (const [at, { label, rule, block }] of labelled.entries()) {
    const kept = label === 'body' || label === 'subhead'
    const leading = rule === 'dateline/place' && labelled[at + 1]?.label === 'body'
    const before = labelled[at - 1]
    if (kept && before?.rule === 'dateline/place') paragraphs.push(`${paragraphs.pop() ?? ''} ${block.text}`.trim())
    else if (kept || leading) paragraphs.push(block.text)
  }
  return paragraphs.join('\n\n')
}
