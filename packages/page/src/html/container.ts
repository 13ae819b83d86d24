import type { Region } from './class-words.js'
import {
  type Contexts,
  IN_ASIDE,
  IN_BUTTON,
  IN_CAPTION,
  IN_FIGURE,
  IN_FOOTER,
  IN_FORM,
  IN_HEADING,
  IN_NAV,
} from './context.js'
import { isCookieNotice } from './marker-words.js'
import type { Segment } from './segment.js'
import type { Element, Tree } from './tree.js'

/** Regions that stand in and beside articles alike and so say nothing of where the article is. */
const SILENT: ReadonlySet<Region> = new Set([
  'deck',
  'pullquote',
  'caption',
  'picture',
  'gallery',
  'author',
  'dateline',
])

/**
 * How much a block speaks for (positive) or against (negative) being article text. The unit is characters of plain text.
 */
export function bodyValue(segment: Segment, contexts: Contexts, headlineOrder: number, stated: number): number {
  const { size, linked, words } = segment
  const plain = size - linked
  const { region, body, tags } = contexts.of(segment.element)
  if (segment.element.hidden) return 0
  if (region !== undefined) return SILENT.has(region.kind) ? 0 : -0.1 * size
  if (tags & (IN_NAV | IN_FOOTER | IN_ASIDE | IN_BUTTON)) return -0.1 * size
  if (tags & (IN_FIGURE | IN_CAPTION)) return 0
  if (linked > 0.5 * size) return -0.5 * size
  if (tags & IN_HEADING) return words > 2 ? 0.3 * plain : 0
  if (isCookieNotice(segment.text)) return -0.1 * size
  let value = plain
  if (words < 6) value = segment.closed ? 0.2 * plain : -0.3 * plain
  else if (segment.punctuation === 0) value *= words < 12 ? 0.1 : 0.4
  if (tags & IN_FORM) value *= 0.8
  value *= 1 + 0.25 * body + stated
  if (segment.order < headlineOrder) value *= 0.3
  return value
}

/** What an element must add to its best child to be the container instead: a share of the sum and some characters. */
const GAIN = 1.04
const GAIN_CHARACTERS = 60
/** An `<article>` or an element named as the text is the container when it holds this share of the larger one's sum. */
const OWN_ELEMENT = 0.75

/**
 * The element whose blocks, values summed, speak most for being the article: the maximum-sum subtree. Of two that are nearly
 * equal the deeper wins, so that the container is no larger than it must be.
 */
export function findContainer(
  tree: Tree,
  segments: readonly Segment[],
  values: readonly number[],
  contexts: Contexts,
): Element | undefined {
  const { elements } = tree
  const sums = new Float64Array(elements.length)
  /** The best sum in each subtree, and where it is. */
  const best = new Float64Array(elements.length)
  const where = new Int32Array(elements.length).fill(-1)
  for (const segment of segments) {
    const at = segment.element.order
    sums[at] = (sums[at] ?? 0) + (values[segment.order] ?? 0)
  }
  for (let i = elements.length - 1; i >= 0; i--) {
    const sum = sums[i] ?? 0
    const below = best[i] ?? 0
    if (sum > 0 && sum > below * GAIN + (below > 0 ? GAIN_CHARACTERS : 0)) {
      best[i] = sum
      where[i] = i
    }
    const parent = elements[i]?.parent?.order
    if (parent === undefined) continue
    sums[parent] = (sums[parent] ?? 0) + sum
    if ((best[i] ?? 0) > (best[parent] ?? 0)) {
      best[parent] = best[i] ?? 0
      where[parent] = where[i] ?? -1
    }
  }
  const chosen = elements[where[0] ?? -1]
  return chosen === undefined ? undefined : narrow(chosen, tree, sums, contexts)
}

/** Down to the element that its page itself marks as the article, when that holds nearly all. */
function narrow(chosen: Element, { elements }: Tree, sums: Float64Array, contexts: Contexts): Element {
  const least = OWN_ELEMENT * (sums[chosen.order] ?? 0)
  for (let i = chosen.order + 1; i < elements.length; i++) {
    const element = elements[i]
    if (element === undefined || element.start >= chosen.end) break
    if ((sums[i] ?? 0) < least) continue
    if (element.tag === 'article' || contexts.of(element).body >= 3) return element
  }
  return chosen
}

/** True when `inner` is `outer` or lies in it. */
export function isInside(inner: Element, outer: Element): boolean {
  for (let e: Element | undefined = inner; e !== undefined; e = e.parent) if (e === outer) return true
  return false
}

/** How deep the innermost element lies that holds both. */
export function sharedDepth(a: Element, b: Element): number {
  let [x, y]: [Element | undefined, Element | undefined] = [a, b]
  while (x !== undefined && y !== undefined && x !== y) {
    if (x.depth >= y.depth) x = x.parent
    else y = y.parent
  }
  return x === undefined ? 0 : x.depth
}
