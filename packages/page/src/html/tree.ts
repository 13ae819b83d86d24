import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** An element of the light tree: what judging a news page needs, and nothing else. */
export interface Element {
  readonly tag: string
  readonly parent: Element | undefined
  readonly depth: number
  /** Offsets of its first character `<` and of the first character after it. */
  readonly start: number
  end: number
  /** Attributes of `KEPT_ATTRIBUTES` only, entities not decoded. */
  readonly attributes: Readonly<Record<string, string>>
  /** Where a link was closed although blocks opened inside it stay open; text after it is no link text. */
  linkEnd?: number
  /** True when this element or one around it is not shown to readers. */
  readonly hidden: boolean
  /** Place in document order. */
  readonly order: number
}

export const LINKED = 1
export const BOLD = 2
export const SLANTED = 4

/** A run of text between two block boundaries, as source offsets. */
export interface Draft {
  /** The innermost block element around it. */
  readonly element: Element
  /** Triples: start, end, flags (`LINKED`, `BOLD`, `SLANTED`). */
  readonly pieces: number[]
  /** True when a `<br>` and no block boundary stands before it. */
  readonly afterBreak: boolean
  /** The first link in it. */
  link: Element | undefined
}

export interface Tree {
  readonly source: string
  readonly elements: readonly Element[]
  readonly drafts: readonly Draft[]
  /** Source offsets of each `application/ld+json` script. */
  readonly jsonLd: readonly (readonly [number, number])[]
  /** Source offsets of the `<title>` text. */
  readonly title: readonly [number, number] | undefined
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const KEPT_ATTRIBUTES = words(
  'class id itemprop itemtype role style hidden aria-hidden aria-label href rel datetime content name property type lang ' +
    'data-component data-testid data-module data-name data-type data-qa data-role data-content datatype',
)
const BLOCK = words(
  'address article aside audio blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noscript object ol ' +
    'option p picture pre search section select summary table tbody td tfoot th thead tr ul video',
)
const VOID = words(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
)
/** Their text is never the reader's. */
const MUTE = words(
  'script style noscript template textarea select datalist svg math iframe object audio video canvas noembed noframes xmp plaintext rp rt',
)
const CLOSES_PARAGRAPH = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hgroup hr main menu nav ol p pre search section summary table ul',
)
const HEADING = words('h1 h2 h3 h4 h5 h6')
/** An end tag does not reach through these (the "scope" of the HTML standard, §13.2.4.2). */
const SCOPE = words('html table td th caption template object')
const TABLE_PART = words('table thead tbody tfoot tr td th caption')
const HEAD_CONTENT = words('meta link title script style base noscript template')
const HIDING_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|visuallyhidden|a11y-hidden|u-hidden|tooltip|popover|hovercard|rollover[\w-]*)(?:$|\s)/i
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i

/**
 * Blink and WebKit stop nesting at 512 elements; deeper ones become siblings. So do ours, which bounds every walk up the
 * tree and keeps a page nested a hundred thousand deep from costing quadratic time.
 */
const MAX_DEPTH = 512

/**
 * Reads HTML in one pass over htmlparser2's tokenizer into a light tree and runs of text with their source offsets. Follows
 * the HTML standard's implied end tags and scopes where news pages depend on them; entities stay undecoded.
 */
export function readTree(source: string): Tree {
  const builder = new TreeBuilder(source)
  const tokenizer = new Tokenizer({ decodeEntities: false }, builder)
  tokenizer.write(source)
  tokenizer.end()
  return builder.finish()
}

class TreeBuilder implements TokenizerCallbacks {
  private readonly elements: Element[] = []
  private readonly drafts: Draft[] = []
  private readonly jsonLd: [number, number][] = []
  private title: [number, number] | undefined
  private readonly stack: Element[] = []
  /** How many elements of a tag are open, so that a stray end tag costs no walk. */
  private readonly open = new Map<string, number>()
  /** End tags still to come for elements that were opened beyond `MAX_DEPTH`. */
  private readonly beyond = new Map<string, number>()
  private pending: Draft | undefined
  private broken = false
  private mute = 0
  private links = 0
  private bold = 0
  private slanted = 0
  private tagStart = 0
  private tag = ''
  private attributes: Record<string, string> = {}
  private attribute: string | undefined
  private value = ''

  constructor(private readonly source: string) {
    this.push('html', {}, 0)
  }

  finish(): Tree {
    this.boundary()
    while (this.stack.length > 0) this.pop(this.source.length)
    return {
      source: this.source,
      elements: this.elements,
      drafts: this.drafts,
      jsonLd: this.jsonLd,
      title: this.title,
    }
  }

  ontext(start: number, end: number): void {
    const top = this.stack[this.stack.length - 1]
    if (top === undefined) return
    if (this.mute > 0) {
      if (top.tag === 'script' && /ld\+json/i.test(top.attributes.type ?? '')) this.jsonLd.push([start, end])
      return
    }
    if (top.tag === 'title') {
      this.title ??= [start, end]
      return
    }
    // A tooltip or hover card inside a shown paragraph.
    if (top.hidden && !this.block().hidden) return
    if (this.pending === undefined) {
      if (isBlank(this.source, start, end)) return
      this.pending = { element: this.block(), pieces: [], afterBreak: this.broken, link: undefined }
    }
    const flags = (this.links > 0 ? LINKED : 0) | (this.bold > 0 ? BOLD : 0) | (this.slanted > 0 ? SLANTED : 0)
    if (this.links > 0) this.pending.link ??= this.innermost('a')
    this.pending.pieces.push(start, end, flags)
  }

  onopentagname(start: number, end: number): void {
    this.tagStart = start - 1
    this.tag = this.source.slice(start, end).toLowerCase()
    this.attributes = {}
  }

  onattribname(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase()
    this.attribute = KEPT_ATTRIBUTES.has(name) ? name : undefined
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== undefined) this.value += this.source.slice(start, end)
  }

  onattribentity(): void {}

  onattribend(): void {
    if (this.attribute !== undefined) this.attributes[this.attribute] ??= this.value
  }

  onopentagend(end: number): void {
    this.openTag(end + 1, false)
  }

  onselfclosingtag(end: number): void {
    this.openTag(end + 1, true)
  }

  onclosetag(start: number, end: number): void {
    this.closeTag(this.source.slice(start, end).toLowerCase(), start - 2, end + 1)
  }

  ontextentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  isInForeignContext(): boolean {
    return this.isOpen('svg') || this.isOpen('math')
  }

  private openTag(end: number, selfClosing: boolean): void {
    const { tag, attributes, tagStart } = this
    if (tag === 'html' || (tag === 'body' && this.isOpen('body'))) return
    if (tag === 'br') {
      this.flush()
      this.broken = true
      return
    }
    if (this.isOpen('head') && !HEAD_CONTENT.has(tag) && tag !== 'head') this.closeTag('head', tagStart, tagStart)
    if (this.mute === 0) this.implyEnds(tag)
    if (BLOCK.has(tag) || tag.includes('-')) this.boundary()
    if (VOID.has(tag)) {
      this.elements.push(this.create(tag, attributes, tagStart, end))
      return
    }
    this.push(tag, attributes, tagStart)
    // In HTML the slash means nothing, save in foreign content and on the many custom elements written as if it did.
    if (selfClosing && (this.isInForeignContext() || tag.includes('-'))) this.pop(end)
  }

  private implyEnds(tag: string): void {
    if (CLOSES_PARAGRAPH.has(tag) && this.isOpen('p')) this.closeThrough('p', isNotBlockButParagraph)
    if (HEADING.has(tag) && HEADING.has(this.top()?.tag ?? '')) this.pop(this.tagStart)
    if (tag === 'li' && this.isOpen('li')) this.closeThrough('li', endsListItemSearch)
    else if ((tag === 'dd' || tag === 'dt') && (this.isOpen('dd') || this.isOpen('dt'))) {
      this.closeThrough('dd', endsListItemSearch)
      this.closeThrough('dt', endsListItemSearch)
    } else if (tag === 'option' && this.isOpen('option')) this.closeThrough('option', isBlock)
    else if (tag === 'a' && this.isOpen('a')) this.closeTag('a', this.tagStart, this.tagStart)
    else if (tag === 'td' || tag === 'th') {
      this.closeThrough('td', isRowOrTable)
      this.closeThrough('th', isRowOrTable)
    } else if (tag === 'tr') this.closeThrough('tr', isTable)
    else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
      for (const part of ['tbody', 'thead', 'tfoot']) this.closeThrough(part, isTable)
    }
  }

  /** Closes the innermost `tag`, unless `stop` says that the search may not pass an element. */
  private closeThrough(tag: string, stop: (tag: string) => boolean): void {
    if (!this.isOpen(tag)) return
    for (let i = this.stack.length - 1; i > 0; i--) {
      const candidate = this.stack[i]?.tag ?? ''
      if (candidate === tag) {
        this.boundary()
        while (this.stack.length > i) this.pop(this.tagStart)
        return
      }
      if (stop(candidate)) return
    }
  }

  private closeTag(tag: string, start: number, end: number): void {
    if (tag === 'html' || tag === 'body') return
    if (tag === 'br') {
      this.flush()
      this.broken = true
      return
    }
    const deeper = this.beyond.get(tag) ?? 0
    if (deeper > 0) {
      this.beyond.set(tag, deeper - 1)
      if (BLOCK.has(tag)) this.boundary()
      return
    }
    if (tag === 'p' && !this.isOpen('p')) this.boundary()
    if (!this.isOpen(tag)) return
    const inline = !BLOCK.has(tag) && !MUTE.has(tag)
    const scoped = !TABLE_PART.has(tag)
    for (let i = this.stack.length - 1; i > 0; i--) {
      const candidate = this.stack[i]
      if (candidate === undefined) return
      if (candidate.tag === tag) {
        if (BLOCK.has(tag) || tag.includes('-')) this.boundary()
        if (tag === 'form' && i < this.stack.length - 1) {
          // The standard takes a form off the stack and leaves what was opened inside it open.
          this.stack.splice(i, 1)
          this.open.set(tag, (this.open.get(tag) ?? 1) - 1)
          candidate.end = end
          return
        }
        while (this.stack.length > i + 1) this.pop(start)
        this.pop(end)
        return
      }
      if (inline && BLOCK.has(candidate.tag)) {
        this.endInlineEarly(tag, i, end)
        return
      }
      if (scoped && SCOPE.has(candidate.tag)) return
      if (!scoped && candidate.tag === 'table') return
    }
  }

  /** `<a>…<div>…</a>`: the blocks stay open, the link ends here. */
  private endInlineEarly(tag: string, from: number, end: number): void {
    for (let i = from; i > 0; i--) {
      const candidate = this.stack[i]
      if (candidate === undefined || SCOPE.has(candidate.tag)) return
      if (candidate.tag !== tag || candidate.linkEnd !== undefined) continue
      candidate.linkEnd = end
      this.count(candidate, -1)
      return
    }
  }

  private push(tag: string, attributes: Record<string, string>, start: number): void {
    // A script beyond the depth must still be open, or its code would be read as text.
    if (this.stack.length >= MAX_DEPTH && !(MUTE.has(tag) && this.mute === 0)) {
      this.beyond.set(tag, (this.beyond.get(tag) ?? 0) + 1)
      return
    }
    const element = this.create(tag, attributes, start, this.source.length)
    this.elements.push(element)
    this.stack.push(element)
    this.open.set(tag, (this.open.get(tag) ?? 0) + 1)
    if (MUTE.has(tag)) this.mute++
    this.count(element, 1)
  }

  private pop(end: number): void {
    const element = this.stack.pop()
    if (element === undefined) return
    element.end = end
    this.open.set(element.tag, (this.open.get(element.tag) ?? 1) - 1)
    if (MUTE.has(element.tag)) this.mute--
    if (element.linkEnd === undefined) this.count(element, -1)
  }

  private count(element: Element, by: 1 | -1): void {
    const { tag } = element
    if (tag === 'a') {
      if (element.attributes.href !== undefined) this.links += by
    } else if (tag === 'b' || tag === 'strong') this.bold += by
    else if (tag === 'i' || tag === 'em') this.slanted += by
  }

  private create(tag: string, attributes: Record<string, string>, start: number, end: number): Element {
    const parent = this.top()
    return {
      tag,
      parent,
      depth: (parent?.depth ?? 0) + 1,
      start,
      end,
      attributes,
      hidden: parent?.hidden === true || isHidden(attributes),
      order: this.elements.length,
    }
  }

  private top(): Element | undefined {
    return this.stack[this.stack.length - 1]
  }

  private isOpen(tag: string): boolean {
    return (this.open.get(tag) ?? 0) > 0
  }

  private innermost(tag: string): Element | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) if (this.stack[i]?.tag === tag) return this.stack[i]
    return undefined
  }

  private block(): Element {
    for (let i = this.stack.length - 1; i > 0; i--) {
      const candidate = this.stack[i]
      if (candidate !== undefined && (BLOCK.has(candidate.tag) || candidate.tag.includes('-'))) return candidate
    }
    return this.stack[0] as Element
  }

  private flush(): void {
    if (this.pending !== undefined) this.drafts.push(this.pending)
    this.pending = undefined
  }

  private boundary(): void {
    this.flush()
    this.broken = false
  }
}

const isBlock = (tag: string): boolean => BLOCK.has(tag)
const isNotBlockButParagraph = (tag: string): boolean => BLOCK.has(tag) && tag !== 'p'
const endsListItemSearch = (tag: string): boolean => BLOCK.has(tag) && tag !== 'address' && tag !== 'div' && tag !== 'p'
const isRowOrTable = (tag: string): boolean => tag === 'tr' || tag === 'table'
const isTable = (tag: string): boolean => tag === 'table'

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  const { style, class: classes } = attributes
  return (
    attributes.hidden !== undefined ||
    (style !== undefined && HIDING_STYLE.test(style)) ||
    (classes !== undefined && HIDING_CLASS.test(classes))
  )
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13 && code !== 12) return false
  }
  return true
}
