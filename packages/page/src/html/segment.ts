import type { Span } from '@isnad/text'
import type { Run } from '../page-map.js'
import { blockText } from './block-text.js'
import { BOLD, type Element, LINKED, type Tree } from './tree.js'

/** A block with what its own characters and mark-up say of it. */
export interface Segment {
  readonly element: Element
  readonly text: string
  readonly runs: readonly Run[]
  readonly page: Span<'page'>
  readonly order: number
  /** Characters, and those of them in links or bold, in source units. */
  readonly size: number
  readonly linked: number
  readonly bold: number
  readonly afterBreak: boolean
  readonly link: Element | undefined
  readonly words: number
  /** Commas and sentence ends of any script. */
  readonly punctuation: number
  /** True when it ends as a sentence does. */
  readonly closed: boolean
}

const WORD = /[^\s]*[\p{L}\p{N}][^\s]*/gu
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/gu
const PUNCTUATION = /[,،、，;؛；.。．!！?？؟۔]/gu
const CLOSED = /[.。．!！?？؟…۔:：؛"»”“’'）)\]」』]\s*$/u

/** The visible blocks of a page in reading order. */
export function segments(tree: Tree): Segment[] {
  const found: Segment[] = []
  for (const draft of tree.drafts) {
    const { pieces } = draft
    const { text, runs } = blockText(tree.source, pieces)
    const first = runs[0]
    const last = runs[runs.length - 1]
    if (first === undefined || last === undefined) continue
    let size = 0
    let linked = 0
    let bold = 0
    for (let i = 0; i < pieces.length; i += 3) {
      const length = (pieces[i + 1] ?? 0) - (pieces[i] ?? 0)
      const flags = pieces[i + 2] ?? 0
      size += length
      if (flags & LINKED) linked += length
      if (flags & BOLD) bold += length
    }
    const words = (text.match(WORD)?.length ?? 0) + Math.floor((text.match(WIDE)?.length ?? 0) / 2)
    if (words === 0 && text.length < 2) continue
    found.push({
      element: draft.element,
      text,
      runs,
      page: { start: first.page, end: last.page + last.pageLength },
      order: found.length,
      size,
      linked,
      bold,
      afterBreak: draft.afterBreak,
      link: draft.link,
      words,
      punctuation: text.match(PUNCTUATION)?.length ?? 0,
      closed: CLOSED.test(text),
    })
  }
  return found
}
