import { type NamedBy, namedBy, REGION_LIMIT, type Region } from './class-words.js'
import type { Segment } from './segment.js'
import type { Element, Tree } from './tree.js'

/** What stands around an element, inherited from its ancestors. */
export interface Context {
  /** The outermost furniture that it lies in, and the element that says so. */
  readonly region?: { readonly kind: Region; readonly element: Element }
  /** How clearly an ancestor is named as the article's own text; 0 where none is. */
  readonly body: number
  readonly tags: number
}

export const IN_LIST = 1
export const IN_TABLE = 2
export const IN_FIGURE = 4
export const IN_NAV = 8
export const IN_ASIDE = 16
export const IN_FOOTER = 32
export const IN_HEADER = 64
export const IN_QUOTE = 128
export const IN_FORM = 256
export const IN_HEADING = 512
export const IN_BUTTON = 1024
export const IN_CAPTION = 2048
export const IN_HEAD = 4096

const TAG_FLAGS: Readonly<Record<string, number>> = {
  ul: IN_LIST,
  ol: IN_LIST,
  dl: IN_LIST,
  table: IN_TABLE,
  figure: IN_FIGURE,
  nav: IN_NAV,
  aside: IN_ASIDE,
  footer: IN_FOOTER,
  header: IN_HEADER,
  blockquote: IN_QUOTE,
  form: IN_FORM,
  h1: IN_HEADING,
  h2: IN_HEADING,
  h3: IN_HEADING,
  h4: IN_HEADING,
  h5: IN_HEADING,
  h6: IN_HEADING,
  button: IN_BUTTON,
  label: IN_BUTTON,
  figcaption: IN_CAPTION,
  head: IN_HEAD,
}

const ROLE_REGIONS: Readonly<Record<string, Region>> = {
  navigation: 'navigation',
  search: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'navigation',
  contentinfo: 'footer',
  complementary: 'sidebar',
  dialog: 'notice',
  alertdialog: 'notice',
  alert: 'notice',
}

/** Tags whose whole content is furniture when they do not hold the article. */
const TAG_REGIONS: Readonly<Record<string, Region>> = {
  nav: 'navigation',
  aside: 'sidebar',
  footer: 'footer',
  dialog: 'notice',
  // ASP.NET wraps whole pages into a form; one that holds the article is none.
  form: 'newsletter',
}

/** An element named as the article's text is believed from this share of the page's plain text on. */
const OWN_SHARE = 0.2

/** Characters outside links that a teaser card may hold. */
const CARD_TEXT = 700

/** A region that holds this share of the page's plain text is the page, whatever its class says. */
const TOO_MUCH = 0.5

/** Answers for every element what stands around it; each element is looked at once. */
export class Contexts {
  private readonly known: (Context | undefined)[]
  /** Characters outside links below each element. */
  readonly plain: Float64Array
  /** Blocks below each element, and those of them that are one link. */
  private readonly blocks: Float64Array
  private readonly headlines: Float64Array
  /** Blocks of some length that are no links. */
  private readonly paragraphs: Float64Array
  /** 1 for each element around one that is named as the article's own text. */
  private readonly holdsBody: Uint8Array
  private readonly cards: Uint8Array
  private readonly total: number
  private readonly said = new Map<string, NamedBy>()
  private readonly holdsHeadline: Uint8Array

  constructor(
    private readonly tree: Tree,
    segments: readonly Segment[],
    headline: Segment | undefined,
  ) {
    const count = tree.elements.length
    this.known = new Array(count)
    this.plain = new Float64Array(count)
    this.blocks = new Float64Array(count)
    this.headlines = new Float64Array(count)
    this.paragraphs = new Float64Array(count)
    this.holdsHeadline = new Uint8Array(count)
    this.holdsBody = new Uint8Array(count)
    this.cards = new Uint8Array(count)
    let total = 0
    for (const segment of segments) {
      if (segment.element.hidden) continue
      const plain = segment.size - segment.linked
      if (segment.words > 2 && segment.linked > 0.8 * segment.size) {
        this.headlines[segment.element.order] = (this.headlines[segment.element.order] ?? 0) + 1
      }
      this.blocks[segment.element.order] = (this.blocks[segment.element.order] ?? 0) + 1
      if (segment.words >= 9 && segment.linked < 0.5 * segment.size) {
        this.paragraphs[segment.element.order] = (this.paragraphs[segment.element.order] ?? 0) + 1
      }
      total += plain
      this.plain[segment.element.order] = (this.plain[segment.element.order] ?? 0) + plain
    }
    // Children come after their parents, so one walk from the end sums every subtree.
    for (let i = count - 1; i > 0; i--) {
      const parent = tree.elements[i]?.parent
      if (parent === undefined) continue
      for (const sums of [this.plain, this.headlines, this.blocks, this.paragraphs])
        sums[parent.order] = (sums[parent.order] ?? 0) + (sums[i] ?? 0)
    }
    this.total = total
    for (const element of tree.elements) if (this.isOwnText(element)) this.markAncestors(element)
    this.findCards()
    for (let e = headline?.element; e !== undefined; e = e.parent) this.holdsHeadline[e.order] = 1
  }

  of(element: Element): Context {
    const known = this.known[element.order]
    if (known !== undefined) return known
    // Ancestors first, without recursion deeper than the tree's cap.
    const above = element.parent === undefined ? undefined : this.of(element.parent)
    const judged = this.judge(element, above)
    // Most elements add nothing to what stands around them and share their parent's answer.
    const same =
      above !== undefined && judged.region === above.region && judged.body === above.body && judged.tags === above.tags
    const context = same ? above : judged
    this.known[element.order] = context
    return context
  }

  private judge(element: Element, above: Context | undefined): Context {
    const tags = (above?.tags ?? 0) | (TAG_FLAGS[element.tag] ?? 0)
    const { region, body } = this.named(element)
    const weight = Math.max(above?.body ?? 0, body)
    if (above?.region !== undefined) return { region: above.region, body: weight, tags }
    if (this.cards[element.order] === 1 && weight < 3 && this.mayBeRegion(element, 'card')) {
      return { region: { kind: 'card', element }, body: weight, tags }
    }
    if (region === undefined || !this.mayBeRegion(element, region)) return { body: weight, tags }
    return { region: { kind: region, element }, body: weight, tags }
  }

  /** True for an element that its page names as the article's text and that holds a fair part of the page. */
  private isOwnText(element: Element): boolean {
    const plain = this.plain[element.order] ?? 0
    if (plain < 150) return false
    if (element.attributes.itemprop === 'articleBody') return true
    return plain > OWN_SHARE * this.total && this.named(element).body >= 3
  }

  private markAncestors(element: Element): void {
    for (let e: Element | undefined = element; e !== undefined && this.holdsBody[e.order] === 0; e = e.parent)
      this.holdsBody[e.order] = 1
  }

  /**
   * A card is one of three or more like elements beside each other, each with a linked headline and little else: the teasers
   * of other stories, whatever their classes are called.
   */
  private findCards(): void {
    const groups = new Map<string, Element[]>()
    for (const element of this.tree.elements) {
      const { order, parent, tag, attributes } = element
      const headlines = this.headlines[order] ?? 0
      if (
        headlines === 0 ||
        headlines > 3 ||
        (this.blocks[order] ?? 0) > 8 ||
        (this.paragraphs[order] ?? 0) > headlines ||
        (this.plain[order] ?? 0) > CARD_TEXT
      )
        continue
      if (parent === undefined || tag === 'p' || tag === 'a' || tag === 'span') continue
      const key = `${parent.order} ${tag} ${attributes.class?.split(/\s+/)[0] ?? ''}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [element])
      else group.push(element)
    }
    for (const group of groups.values()) if (group.length >= 3) for (const { order } of group) this.cards[order] = 1
  }

  private mayBeRegion(element: Element, kind: Region): boolean {
    if (element.tag === 'body' || element.tag === 'html' || element.tag === 'main') return false
    if (this.holdsHeadline[element.order] === 1 || this.holdsBody[element.order] === 1) return false
    const plain = this.plain[element.order] ?? 0
    return plain <= TOO_MUCH * this.total && plain <= (REGION_LIMIT[kind] ?? Number.POSITIVE_INFINITY)
  }

  private named(element: Element): { region: Region | undefined; body: number } {
    const { attributes, tag } = element
    if (attributes.itemprop === 'articleBody') return { region: undefined, body: 4 }
    let region: Region | undefined = TAG_REGIONS[tag]
    let body = tag === 'article' || tag === 'main' ? 0.5 : 0
    let embedded = false
    if (attributes.role !== undefined) region ??= ROLE_REGIONS[attributes.role]
    // What schema.org marks as a picture holds its caption, in whatever elements.
    if (attributes.itemprop === 'image' || /\/ImageObject$/i.test(attributes.itemtype ?? '')) region ??= 'picture'
    for (const name of NAMING) {
      const value = attributes[name]
      if (value === undefined || value === '') continue
      let said = this.said.get(value)
      if (said === undefined) {
        said = namedBy(value)
        this.said.set(value, said)
      }
      region ??= said.region
      body = Math.max(body, said.body)
      embedded ||= said.embedded
    }
    return { region: embedded && region === 'share' ? undefined : region, body }
  }
}

/** Attributes whose words name what an element is for. */
const NAMING = ['class', 'id', 'data-component', 'data-testid', 'data-module'] as const
