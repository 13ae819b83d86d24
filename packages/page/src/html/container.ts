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
  let value = plain
  if (words < 6) value = segment.closed ? 0.2 * plain : -0.3 * plain
  else if (segment.punctuation === 0) value *= words < 12 ? 0.1 : 0.4
  if (tags & IN_FORM) value *= 0.8
  value *= 1 + 0.25 * body + stated
  if (segment.order < headlineOrder) value *= 0.3
  return value
}

/**
 * The element whose blocks, values summed, speak most for being the article: the maximum-sum subtree. Of two that are equal
 * the deeper wins, so that the container is no larger than it must be.
 */
export function findContainer(
  tree: Tree,
  segments: readonly Segment[],
  values: readonly number[],
): Element | undefined {
  const sums = new Float64Array(tree.elements.length)
  for (const segment of segments) {
    const at = segment.element.order
    sums[at] = (sums[at] ?? 0) + (values[segment.order] ?? 0)
  }
  let best: Element | undefined
  let most = 0
  for (let i = tree.elements.length - 1; i >= 0; i--) {
    const element = tree.elements[i]
    if (element === undefined) continue
    const sum = sums[i] ?? 0
    if (sum > most) {
      most = sum
      best = element
    }
    if (element.parent !== undefined) sums[element.parent.order] = (sums[element.parent.order] ?? 0) + sum
  }
  return best
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
