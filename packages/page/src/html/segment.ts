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
  /** Characters other than white space, and those of them in links or bold, in source units. */
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

interface Count {
  readonly words: number
  readonly punctuation: number
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** Beyond ASCII's own `,.;?!`. */
const PUNCTUATION = new Set(Array.from('،、，؛；。．！？؟۔', (mark) => mark.charCodeAt(0)))
const CLOSING = new Set('.。．!！?？؟…۔:：؛"»”“’\'）)]」』')

/** Blank-separated words that hold a letter or digit, and half of the characters of scripts that write without blanks. */
function countWords(text: string): Count {
  let words = 0
  let wide = 0
  let punctuation = 0
  let counted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 32) counted = false
    else if (
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      (code >= 0x620 && code <= 0x64a)
    ) {
      if (!counted) words++
      counted = true
    } else if (code < 128) {
      if (code === 44 || code === 46 || code === 59 || code === 63 || code === 33) punctuation++
    } else if (PUNCTUATION.has(code)) punctuation++
    else {
      if (
        (code >= 0x3040 && code <= 0x30ff) ||
        (code >= 0x3400 && code <= 0x9fff) ||
        (code >= 0xac00 && code <= 0xd7af)
      )
        wide++
      if (!counted && LETTER_OR_DIGIT.test(text.charAt(i))) {
        words++
        counted = true
      }
    }
  }
  return { words: words + (wide >> 1), punctuation }
}

/** Characters other than white space from `start` to `end`. */
function inked(source: string, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    if (code > 32 && code !== 0xa0) count++
  }
  return count
}

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
      const length = inked(tree.source, pieces[i] ?? 0, pieces[i + 1] ?? 0)
      const flags = pieces[i + 2] ?? 0
      size += length
      if (flags & LINKED) linked += length
      if (flags & BOLD) bold += length
    }
    const { words, punctuation } = countWords(text)
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
      punctuation,
      closed: CLOSING.has(text.charAt(text.length - 1)),
    })
  }
  return found
}
