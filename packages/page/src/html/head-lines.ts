import { judgeByline } from '../lines/byline.js'
import { signatureParts } from '../lines/credits.js'
import { describeLine } from '../lines/line.js'
import { findMarker } from '../lines/markers.js'
import { signedPlace } from '../lines/signed-place.js'
import { isStampLine } from '../lines/stamp.js'
import { wordsOf } from '../lines/words.js'
import type { RuleId } from '../rules.js'
import { splitWords } from './class-words.js'
import { isParagraph } from './judge.js'
import type { JudgedPage } from './judged-page.js'
import type { Segment } from './segment.js'
import type { Element } from './tree.js'

/** A part of a block's text with what it is: sites set writer, place, date and counters side by side on one line. */
export interface HeadPiece {
  /** Offsets in the block's text. */
  readonly start: number
  readonly end: number
  readonly rule: RuleId
}

/** Blocks between headline and text lie this close to the headline. */
const NEAR_HEADLINE = 14
const LONGEST_LINE = 24
/** What may turn out to be a line of writer and place; anything else has been told for sure. */
const UNSURE = new Set<string>(['dateline/stamp', 'byline/author', 'other/metadata', 'other/outside'])

/**
 * The lines under the headline that name the writer or the place, cut at their elements: block order → its pieces, which
 * cover the block's text. Blocks in which nobody is named are not listed.
 */
export function headLines(page: JudgedPage): ReadonlyMap<number, readonly HeadPiece[]> {
  const found = new Map<number, readonly HeadPiece[]>()
  const { segments, inContainer, verdicts, headline, arabicScript } = page
  const title = headline?.segment
  if (title === undefined || !arabicScript) return found
  let paragraphs = 0
  for (const segment of segments.slice(title.order + 1, title.order + 1 + NEAR_HEADLINE)) {
    const { order, element, words } = segment
    if (inContainer[order] && verdicts[order] === undefined && isParagraph(segment)) {
      // Some sites set the lead above the line with writer and date.
      if (++paragraphs === 2) break
      continue
    }
    const rule = verdicts[order]?.rule
    if (element.hidden || words > LONGEST_LINE || (rule !== undefined && !UNSURE.has(rule))) continue
    const pieces = piecesOf(page, segment, paragraphs === 0)
    if (pieces !== undefined) found.set(order, pieces)
  }
  return found
}

interface Part {
  readonly start: number
  readonly end: number
  readonly element: Element
}

function piecesOf(page: JudgedPage, segment: Segment, aboveText: boolean): readonly HeadPiece[] | undefined {
  const { text, element } = segment
  const inner = elementsIn(page, segment)
  const children = inner.filter((e) => e.parent === element).flatMap((e) => partOf(segment, e) ?? [])
  const parts = children.length === 0 ? [{ start: 0, end: text.length, element }] : children
  const namedHere = isAuthorElement(element)
  const stamped = parts.some((part) => isStampLine(wordsOf(trimmed(text, part))))
  const pieces: HeadPiece[] = []
  for (const part of parts) {
    // «كتبه <a href=/author/…>»: the innermost element named for the writer has the name.
    const writer = inner.findLast((e) => isWithin(e, part.element) && isAuthorElement(e))
    const exact = writer === undefined ? part : (partOf(segment, writer) ?? part)
    const words = trimmed(text, exact)
    const named = (writer !== undefined || namedHere) && namesWriter(words)
    // «أحمد معيدي (كانساس)» in the writer's element is a person with a town.
    if (signedPlace(words) !== undefined && !named) pieces.push({ ...range(exact), rule: 'dateline/place' })
    else if ((writer !== undefined || namedHere) && namesWriter(words))
      pieces.push({ ...range(exact), rule: 'byline/author' })
    else if ((stamped || aboveText) && isJoinedByline(words)) pieces.push({ ...range(exact), rule: 'byline/author' })
  }
  if (pieces.length === 0) return undefined
  return covered(segment, pieces, parts, page.verdicts[segment.order]?.rule)
}

const range = ({ start, end }: Part): { start: number; end: number } => ({ start, end })
const trimmed = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end).replace(/^[\s|•·]+|[\s|•·]+$/gu, '')

/** Elements inside a block's own stretch of source, in document order. */
function elementsIn({ tree }: JudgedPage, { element, page }: Segment): Element[] {
  const found: Element[] = []
  for (let order = element.order + 1; order < tree.elements.length; order++) {
    const inner = tree.elements[order]
    if (inner === undefined || inner.start >= page.end) break
    if (inner.end > page.start) found.push(inner)
  }
  return found
}

const isWithin = (inner: Element, outer: Element): boolean => inner.start >= outer.start && inner.end <= outer.end

/** The stretch of the block's text that stands in an element. */
function partOf({ runs, text }: Segment, element: Element): Part | undefined {
  let start = -1
  let end = -1
  for (const run of runs) {
    if (run.page < element.start || run.page >= element.end) continue
    if (start < 0) start = run.article
    end = run.article + run.length
  }
  return start < 0 || text.slice(start, end).trim() === '' ? undefined : { start, end, element }
}

/** Class words for the writer's line, short ones included: they count only between headline and text. */
const AUTHOR_CLASSES = new Set(
  'by byline author authors writer writers wr reporter correspondent journalist columnist editor kateb katib'.split(
    ' ',
  ),
)
const AUTHOR_PATH = /\/(?:authors?|writers?|columnists?|reporters?|journalists?|editors?|كاتب|الكاتب|كتاب|مؤلف)\//iu

function isAuthorElement({ tag, attributes }: Element): boolean {
  if (tag === 'address') return true
  if (
    /(?:^|\s)author(?:\s|$)/i.test(attributes.rel ?? '') ||
    /(?:^|\s)(?:author|creator)(?:\s|$)/i.test(attributes.itemprop ?? '')
  )
    return true
  if (tag === 'a' && AUTHOR_PATH.test(attributes.href ?? '')) return true
  return splitWords(attributes.class ?? '').some((word) => AUTHOR_CLASSES.has(word))
}

/** Words that stand in a writer's element and name nobody. */
const NO_WRITER =
  /(?<!\p{L})(?:تصوير|عدسة|برمجة|تصميم|حقوق|مشاهدة|قراءة|للقراءة|تعليق|تعليقات|دقيقة|دقائق|admin|administrator)(?!\p{L})/iu

function namesWriter(words: string): boolean {
  const { list } = wordsOf(words)
  return (
    list.length >= 1 &&
    list.length <= 8 &&
    words.length >= 3 &&
    /\p{Script=Arabic}/u.test(words) &&
    !/[\d@\u0660-\u0669]|https?:|[.؟!]$/u.test(words) &&
    !NO_WRITER.test(words) &&
    findMarker(wordsOf(words)) === undefined
  )
}

const DESK = /^(?:مراسلة?|مراسلو|موفدة?|فريق|هيئة|مكتب)\s/u

/** «دار النخيل / خاص», «الدانة – نورة المسيفري», «مراسل سارية - كفر ريمة»: names joined by a mark, without a date. */
function isJoinedByline(words: string): boolean {
  const parts = signatureParts(words)
  if (parts.length < 2 || parts.length > 3 || !namesWriter(words) || /[:«»"“”؟!،]/u.test(words)) return false
  if (DESK.test(words)) return true
  return judgeByline(describeLine({ text: words, page: { start: 0, end: 0 }, runs: [] })) !== undefined
}

/** Fills what lies between the told pieces, so that every character of the block has its rule. */
function covered(
  { text }: Segment,
  told: readonly HeadPiece[],
  parts: readonly Part[],
  rule: RuleId | undefined,
): readonly HeadPiece[] {
  const edges = new Set([0, text.length])
  for (const { start, end } of [...told, ...parts]) {
    edges.add(start)
    edges.add(end)
  }
  const ordered = [...edges].sort((a, b) => a - b)
  return ordered.slice(1).flatMap((end, at) => {
    const start = ordered[at] ?? 0
    const words = trimmed(text, { start, end })
    const known = told.find((piece) => piece.start <= start && piece.end >= end)
    if (known !== undefined) return known.start === start ? [known] : []
    return text.slice(start, end).trim() === '' ? [] : [{ start, end, rule: fallback(words, rule) }]
  })
}

function fallback(words: string, rule: RuleId | undefined): RuleId {
  if (!/[\p{L}\p{N}]/u.test(words)) return 'other/separator'
  if (isStampLine(wordsOf(words))) return 'dateline/stamp'
  const marked = findMarker(wordsOf(words))?.marker.rule
  if (marked !== undefined) return marked
  return rule === undefined || rule === 'byline/author' || rule === 'dateline/stamp' ? 'other/metadata' : rule
}
