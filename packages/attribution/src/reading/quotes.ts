import type { Passage, Span, Token } from '@isnad/text'

/** A stretch between quotation marks; `start` and `end` are of the words inside, `open` of the opening mark. */
export interface Quotation {
  readonly open: number
  readonly start: number
  readonly end: number
  /** Offset after the closing mark; equal to `end` when nobody closed it. */
  readonly close: number
  /** 0 for a quotation that lies in no other. */
  readonly depth: number
}

const FAMILY: ReadonlyMap<string, number> = new Map(
  [
    ['«»‹›', 1],
    ['“”„‟❝❞', 2],
    ['"″＂', 3],
  ].flatMap(([marks, family]) => [...(marks as string)].map((mark) => [mark, family as number] as const)),
)
const OPENING = /[«‹“„‟❝]/
const MAX_PARAGRAPHS_LEFT_OPEN = 3
const MAX_DEPTH = 3

interface OpenMark {
  readonly mark: string
  readonly family: number
  readonly at: number
  readonly after: number
  readonly depth: number
  readonly paragraphEnd: number
}

/**
 * Quotations of a body, outer before inner. What a mark does is read off the blanks beside it before its glyph, because
 * papers print marks reversed (”…“), unpaired and of two families («…”). One that its paragraph leaves open runs on
 * where a later paragraph begins with a closing mark, and else ends with its paragraph.
 */
export function findQuotations({ text, body, tokens }: Passage): readonly Quotation[] {
  const found: Quotation[] = []
  let open: OpenMark[] = []
  let carried = 0
  let at = 0
  const close = (end: number, after: number): void => {
    const mark = open.pop()
    if (mark !== undefined && end > mark.after)
      found.push({ open: mark.at, start: mark.after, end, close: after, depth: mark.depth })
  }
  const giveUp = (): void => {
    const outermost = open[0]
    const end = outermost === undefined ? 0 : sentenceEnd(text.value, outermost.after, outermost.paragraphEnd)
    while (open.length > 0) close(end, end)
    carried = 0
  }
  for (const paragraph of body) {
    const marks: Token[] = []
    while (at < tokens.length && (tokens[at]?.start ?? 0) < paragraph.end) {
      const token = tokens[at++] as Token
      if (token.start >= paragraph.start && token.kind !== 'word' && FAMILY.has(token.text)) marks.push(token)
    }
    const left = countByFamily(marks)
    if (open.length > 0) {
      const first = marks.find((mark) => FAMILY.get(mark.text) === open[0]?.family)
      if (first !== undefined && !closesHere(text.value, first)) giveUp()
      else if (first === undefined && ++carried >= MAX_PARAGRAPHS_LEFT_OPEN) giveUp()
    }
    for (const token of marks) {
      const family = FAMILY.get(token.text) ?? 0
      left[family] = (left[family] ?? 1) - 1
      const opens = opensHere(text.value, token)
      const closes = closesHere(text.value, token)
      const top = open.at(-1)
      if (top === undefined) {
        const odd = family === 3 && (left[family] ?? 0) % 2 === 1
        if (opens || !closes || OPENING.test(token.text) || odd) open.push(openMark(token, family, 0, paragraph))
        continue
      }
      const same = open.some((mark) => mark.family === family)
      if (!same) {
        if (opens && !closes && open.length < MAX_DEPTH && (left[family] ?? 0) > 0)
          open.push(openMark(token, family, open.length, paragraph))
        continue
      }
      if (opens && !closes && open.length < MAX_DEPTH && (family === 3 || token.text === top.mark)) {
        const following = left[family] ?? 0
        if (following % 2 === 1 && open.length === 1) {
          // What follows pairs up without it: nobody closed the quotation that is open.
          const end = sentenceEnd(text.value, top.after, token.start)
          close(end, end)
          open.push(openMark(token, family, 0, paragraph))
          continue
        }
        if (following > 1) {
          open.push(openMark(token, family, open.length, paragraph))
          continue
        }
      }
      while ((open.at(-1)?.family ?? family) !== family) close(token.start, token.start)
      close(token.start, token.end)
      if (open.length === 0) carried = 0
    }
    if (open.length > 1) open = open.slice(0, 1)
  }
  giveUp()
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

const openMark = (token: Token, family: number, depth: number, paragraph: Span): OpenMark => ({
  mark: token.text,
  family,
  at: token.start,
  after: token.end,
  depth,
  paragraphEnd: paragraph.end,
})

function countByFamily(marks: readonly Token[]): number[] {
  const counts = [0, 0, 0, 0]
  for (const mark of marks) {
    const family = FAMILY.get(mark.text) ?? 0
    counts[family] = (counts[family] ?? 0) + 1
  }
  return counts
}

/** Where the sentence that begins at an offset stops, at most `limit`: as far as a quotation that nobody closed is trusted. */
function sentenceEnd(value: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/[.؟!]/.test(value.charAt(at)) && /\s/.test(value.charAt(at + 1))) return at
  return limit
}

const blank = (unit: string): boolean => unit === '' || /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(unit)
const pause = (unit: string): boolean => /[.,:;،؛؟!…)\]»”“"'\-–—]/.test(unit)

/** What never follows an opening mark. */
const stop = (unit: string): boolean => /[.,:;،؛؟!)\]]/.test(unit)

const opensHere = (value: string, { start, end }: Span): boolean => {
  const before = value.charAt(start - 1)
  return (
    !blank(value.charAt(end)) &&
    !stop(value.charAt(end)) &&
    (blank(before) || /[(:\u0640[،.]/.test(before) || standsAlone(value, start))
  )
}
const closesHere = (value: string, { start, end }: Span): boolean => {
  const after = value.charAt(end)
  if (blank(value.charAt(start - 1))) return stop(after) && !OPENING.test(value.charAt(start))
  return blank(after) || pause(after)
}

/** A lone ب، ل، ك or و before the mark: «ب"ضربة"». */
const standsAlone = (value: string, start: number): boolean =>
  /[بلكوف]/.test(value.charAt(start - 1)) && blank(value.charAt(start - 2))
