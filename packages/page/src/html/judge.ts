import { mapped } from '@isnad/text'
import type { BlockLabel } from '../article.js'
import { RULES, type RuleId } from '../rules.js'
import type { Region } from './class-words.js'
import { sharedDepth } from './container.js'
import {
  type Contexts,
  IN_BUTTON,
  IN_CAPTION,
  IN_FIGURE,
  IN_FOOTER,
  IN_HEADING,
  IN_LIST,
  IN_NAV,
  IN_QUOTE,
  IN_TABLE,
} from './context.js'
import { channelsNamed, isCookieNotice, labelRule, looksStamped } from './marker-words.js'
import type { Segment } from './segment.js'
import { headlineKey } from './title.js'
import type { Element } from './tree.js'

export interface Verdict {
  readonly label: BlockLabel
  readonly rule: RuleId
}

const by = (rule: RuleId): Verdict => ({ label: RULES[rule].label, rule })

const REGION_RULE: Readonly<Record<Region, RuleId>> = {
  comments: 'comment-form/comment',
  related: 'related/box',
  share: 'widget/share-bar',
  newsletter: 'widget/sign-in',
  ad: 'ad/label',
  navigation: 'widget/navigation',
  footer: 'widget/footer',
  sidebar: 'widget/outside',
  author: 'byline/author',
  dateline: 'dateline/stamp',
  tags: 'other/tags',
  caption: 'caption/picture',
  picture: 'caption/picture',
  gallery: 'widget/media',
  tools: 'widget/tools',
  toc: 'toc/entry',
  pullquote: 'caption/pull-quote',
  notice: 'widget/cookie-notice',
  hidden: 'widget/hidden',
  deck: 'kicker/deck',
  card: 'teaser/card',
}

const LINKED_LINE = 0.85
const LINK_LIST = 0.5
/** A figure's text longer than this is no caption but a story told in pictures. */
const CAPTION_WORDS = 60
const SHORTCODE = /^\[\/?[a-z][\w-]*(?:\s+[\w-]+=[^\]]*)?\]/i

/** What the mark-up around a block says of it; undefined when it may be body. */
function markupVerdict(segment: Segment, contexts: Contexts, inContainer: boolean): Verdict | undefined {
  const { region, tags } = contexts.of(segment.element)
  if (segment.element.hidden) return by('widget/hidden')
  if (region !== undefined) return by(REGION_RULE[region.kind])
  if (tags & IN_NAV) return by('widget/navigation')
  if (tags & IN_CAPTION) return by('caption/picture')
  if (tags & IN_FIGURE && segment.words < CAPTION_WORDS) return by('caption/picture')
  if (tags & IN_BUTTON) return by('widget/tools')
  if (tags & IN_FOOTER) return by('widget/footer')
  if (SHORTCODE.test(segment.text)) return by('ad/shortcode')
  if (isCookieNotice(segment.text)) return by('widget/cookie-notice')
  const label = inContainer ? labelRule(segment.text) : undefined
  return label === undefined ? undefined : by(label as RuleId)
}

/** A block that is wholly or mostly one link leads elsewhere, unless it is a bare address, a table cell or a linked subhead. */
function linkVerdict(segment: Segment, next: Segment | undefined, contexts: Contexts): Verdict | undefined {
  const { size, linked, text, words } = segment
  if (linked <= LINK_LIST * size) return undefined
  const { tags, body } = contexts.of(segment.element)
  if (tags & (IN_TABLE | IN_QUOTE)) return undefined
  if (/https?:|www\.|\S@\S/.test(text) && words < 12) return undefined
  const introduces = next !== undefined && next.words > 12 && next.linked < 0.3 * next.size
  if (tags & IN_HEADING && !(tags & IN_LIST) && body >= 2 && introduces) return undefined
  if (linked > LINKED_LINE * size) return by('related/linked-line')
  if (tags & IN_LIST && !segment.closed) return by('related/list')
  // «Related: a headline» – a short label, then the link to its end.
  if (!segment.closed && size - linked < 40) return by('related/marker')
  return undefined
}

export interface Scene {
  readonly segments: readonly Segment[]
  readonly contexts: Contexts
  readonly inContainer: readonly boolean[]
  readonly headline: Segment | undefined
  readonly headlineText: string | undefined
  /** For each block the share of it that JSON-LD gives as body. */
  readonly stated: readonly number[]
  /** True when the page is written in Arabic letters. */
  readonly arabicScript: boolean
}

type Verdicts = (Verdict | undefined)[]

/** A verdict for every block that mark-up and place on the page decide; undefined where the words must decide. */
export function judge(scene: Scene): Verdicts {
  const { segments, contexts, inContainer } = scene
  const verdicts = mapped(segments, (segment, i): Verdict | undefined => {
    if (segment === scene.headline) return by('title/printed')
    return markupVerdict(segment, contexts, inContainer[i] === true) ?? linkVerdict(segment, segments[i + 1], contexts)
  })
  repeatedHeadline(scene, verdicts)
  trustStatedBody(scene, verdicts)
  const text = mainText(segments.filter(({ order }) => inContainer[order] && verdicts[order] === undefined))
  if (text.length > 0) {
    restoreSubheads(scene, verdicts, text)
    beforeBody(scene, verdicts, text)
    pullQuotes(scene, verdicts)
    afterBody(scene, verdicts)
  }
  orphanHeadings(scene, verdicts)
  return verdicts
}

/** A block that no furniture looks like: a sentence of some length. */
export const isParagraph = (segment: Segment): boolean => segment.words >= 20 || (segment.words >= 9 && segment.closed)

/** The paragraphs below the one parent that holds most of the text. */
function mainText(candidates: readonly Segment[]): Segment[] {
  const sizes = new Map<Element, number>()
  const paragraphs = candidates.filter(isParagraph)
  for (const { element, size } of paragraphs) {
    const parent = parentOf(element)
    sizes.set(parent, (sizes.get(parent) ?? 0) + size)
  }
  let most = 0
  let best: Element | undefined
  for (const [element, size] of sizes) {
    if (size <= most) continue
    most = size
    best = element
  }
  return paragraphs.filter(({ element }) => parentOf(element) === best)
}

/** Bare text between `<br>`s belongs to its element itself; a paragraph belongs to the element around it. */
const parentOf = (element: Element): Element =>
  element.tag === 'p' || /^(?:h[1-6]|li|blockquote)$/.test(element.tag) ? (element.parent ?? element) : element

const DOUBTFUL = /^(?:widget|related|ad|byline|other)\//

/** A whole paragraph that JSON-LD gives as body is no furniture, whatever the classes around it say. */
function trustStatedBody({ segments, stated }: Scene, verdicts: Verdicts): void {
  for (const { order } of segments) {
    const rule = verdicts[order]?.rule
    const segment = segments[order]
    if (
      rule === undefined ||
      segment === undefined ||
      segment.words < 12 ||
      segment.element.hidden ||
      !DOUBTFUL.test(rule)
    )
      continue
    if ((stated[order] ?? 0) > 0.9) verdicts[order] = undefined
  }
}

/** «subheadline» classes name the deck above the text and the subheads in it. */
function restoreSubheads(scene: Scene, verdicts: Verdicts, text: readonly Segment[]): void {
  const first = text[0]
  for (const segment of scene.segments) {
    if (verdicts[segment.order]?.rule !== 'kicker/deck' || !scene.inContainer[segment.order] || first === undefined)
      continue
    if (segment.order > first.order || (scene.arabicScript && isParagraph(segment))) verdicts[segment.order] = undefined
  }
}

function repeatedHeadline({ segments, headlineText, headline }: Scene, verdicts: Verdicts): void {
  if (headlineText === undefined) return
  const key = headlineKey(headlineText)
  for (const segment of segments) {
    if (
      segment === headline ||
      verdicts[segment.order] !== undefined ||
      segment.text.length > headlineText.length * 1.3 + 10
    )
      continue
    if (segment.text.length < key.length * 0.7) continue
    if (headlineKey(segment.text) === key) verdicts[segment.order] = by('title/repeated')
  }
}

/**
 * Between headline and text stand section, deck, date, byline and counters. What lies closer to the headline than to the text
 * belongs to the headline; Arabic and Persian sites set the lead itself there, elsewhere it is a deck that the text says again.
 */
function beforeBody(scene: Scene, verdicts: Verdicts, text: readonly Segment[]): void {
  const { segments, contexts, inContainer, headline } = scene
  const [first] = text
  if (first === undefined) return
  const before = segments.filter(
    ({ order }) => order < first.order && inContainer[order] && verdicts[order] === undefined,
  )
  aboveContainer(scene, verdicts, first)
  for (const segment of before) {
    const { order, element, words } = segment
    const { tags } = contexts.of(element)
    if (headline !== undefined && order < headline.order) {
      // A block before the headline is text only where page order and reading order differ.
      if (parentOf(element) !== parentOf(first.element)) verdicts[order] = by('other/outside')
      continue
    }
    const nearHeadline =
      headline !== undefined && sharedDepth(element, headline.element) > sharedDepth(element, first.element)
    const sibling = parentOf(element) === parentOf(first.element)
    if (
      words <= 16 &&
      !(tags & (IN_LIST | IN_TABLE | IN_HEADING)) &&
      looksStamped(segment.text) &&
      (nearHeadline || !sibling || before.length < 4)
    ) {
      verdicts[order] = by('dateline/stamp')
    } else if (
      nearHeadline ||
      (!sibling && !isParagraph(segment) && !(tags & (IN_HEADING | IN_LIST | IN_TABLE | IN_QUOTE)))
    ) {
      if (scene.arabicScript && isParagraph(segment)) continue
      verdicts[order] = by(isParagraph(segment) ? 'kicker/deck' : 'other/metadata')
    }
  }
}

/** Outside the container, between headline and text, stand the same deck and date. */
function aboveContainer({ segments, inContainer, headline }: Scene, verdicts: Verdicts, first: Segment): void {
  if (headline === undefined) return
  for (let order = headline.order + 1; order < first.order; order++) {
    const segment = segments[order]
    if (segment === undefined || inContainer[order] || verdicts[order] !== undefined) continue
    if (segment.words <= 16 && looksStamped(segment.text)) verdicts[order] = by('dateline/stamp')
    else if (isParagraph(segment)) verdicts[order] = by('kicker/deck')
  }
}

/** Comparing every block with the whole text is worth while on a page of usual size only. */
const MOST_COMPARED = 400
const LONGEST_COMPARED = 400_000

/** A sentence that a longer paragraph has word for word is set apart for show. */
function pullQuotes({ segments, inContainer }: Scene, verdicts: Verdicts): void {
  const kept = segments.filter(({ order }) => inContainer[order] && verdicts[order] === undefined)
  if (kept.length > MOST_COMPARED || kept.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_COMPARED) return
  for (const { text, words, order } of kept) {
    if (words < 8 || words > 60) continue
    const core = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (kept.some((other) => other.words > words + 3 && other.text.includes(core)))
      verdicts[order] = by('caption/pull-quote')
  }
}

/** After the last sentence come signatures, counters and invitations. */
function afterBody({ segments, contexts, inContainer }: Scene, verdicts: Verdicts): void {
  const kept = segments.filter(({ order }) => inContainer[order] && verdicts[order] === undefined)
  // Invitations to the outlet's own channels close many a story as one or two paragraphs.
  for (let i = kept.length - 1, left = 3; i > 0 && left > 0; i--, left--) {
    const segment = kept[i]
    if (segment === undefined) break
    if (contexts.of(segment.element).tags & IN_QUOTE) continue
    const channels = channelsNamed(segment.text)
    if (segment.words < 60 && (channels >= 2 || (channels === 1 && segment.linked > 0.1 * segment.size))) {
      verdicts[segment.order] = by('ad/promotion')
      kept.splice(i, 1)
    }
  }
  const last = kept.findLast(isParagraph)
  if (last === undefined) return
  const tail = kept.filter(({ order }) => order > last.order)
  for (const segment of tail) {
    const { tags } = contexts.of(segment.element)
    if (segment.words >= 8 || tags & IN_QUOTE) continue
    const kin =
      segment.element === last.element ||
      segment.element === last.element.parent ||
      (parentOf(segment.element) === parentOf(last.element) && segment.element.tag === last.element.tag)
    if (kin && (segment.closed || tail.length > 2)) continue
    if (tags & (IN_LIST | IN_TABLE) && tail.length > 2 && contexts.of(segment.element).body >= 2) continue
    verdicts[segment.order] = by('other/after-text')
  }
}

const ORPHANING: ReadonlySet<string> = new Set([
  'related/linked-line',
  'related/list',
  'related/box',
  'teaser/card',
  'widget/sign-in',
  'comment-form/comment',
  'comment-form/form',
  'widget/share-bar',
  'ad/promotion',
])

/** A heading whose section was taken out, or that nothing follows, goes with it. */
function orphanHeadings({ segments, contexts, inContainer }: Scene, verdicts: Verdicts): void {
  for (let order = segments.length - 1; order >= 0; order--) {
    const segment = segments[order]
    if (segment === undefined || !inContainer[order] || verdicts[order] !== undefined || segment.words > 15) continue
    if (!(contexts.of(segment.element).tags & IN_HEADING) && !/[:：]$/.test(segment.text)) continue
    let next = order + 1
    while (next < segments.length && verdicts[next]?.label === 'caption') next++
    const rule = verdicts[next]?.rule
    if (segments[next] === undefined || !inContainer[next] || (rule !== undefined && ORPHANING.has(rule))) {
      verdicts[order] = by('related/heading')
    }
  }
}
