import { type MarkupHandler, scanMarkup } from './scanner.js'
import {
  BLOCK,
  CLOSES_PARAGRAPH,
  CUSTOM,
  HEAD_CONTENT,
  HEADING,
  keptAttribute,
  knownTags,
  MUTE,
  RAW,
  SCOPE,
  TABLE_PART,
  type TagKind,
  VOID,
} from './tags.js'

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
  linkEnd: number | undefined
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

const HIDING_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|visuallyhidden|a11y-hidden|u-hidden|tooltip|popover|hovercard|rollover[\w-]*)(?:$|\s)/i
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

/**
 * Blink and WebKit stop nesting at 512 elements; deeper ones become siblings. So do ours, which bounds every walk up the
 * tree and keeps a page nested a hundred thousand deep from costing quadratic time.
 */
const MAX_DEPTH = 512

/**
 * Reads HTML in one pass into a light tree and runs of text with their source offsets. Follows the HTML standard's implied end
 * tags and scopes (§13.2.6) where news pages depend on them; entities stay undecoded.
 */
export function readTree(source: string): Tree {
  const builder = new TreeBuilder(source)
  scanMarkup(source, builder)
  return builder.finish()
}

class TreeBuilder implements MarkupHandler {
  private readonly elements: Element[] = []
  private readonly drafts: Draft[] = []
  private readonly jsonLd: [number, number][] = []
  private title: [number, number] | undefined
  private readonly stack: Element[] = []
  private readonly stackKinds: TagKind[] = []
  private readonly known = knownTags()
  private readonly unknown = new Map<string, TagKind>()
  private readonly lastOfShape: (TagKind | undefined)[] = new Array(32 * 32).fill(undefined)
  /** By `TagKind.id`: how many are open, so that a stray end tag costs no walk. */
  private readonly open: number[] = []
  /** By `TagKind.id`: end tags still to come for elements that were opened beyond `MAX_DEPTH`. */
  private readonly beyond: number[] = []
  private readonly hiding = new Map<string, boolean>()
  private pending: Draft | undefined
  private broken = false
  private mute = 0
  private links = 0
  private bold = 0
  private slanted = 0
  private tagStart = 0
  private kind: TagKind
  private attributes: Record<string, string> | undefined

  constructor(private readonly source: string) {
    this.kind = this.kindOf('html')
    this.push(this.kind, NO_ATTRIBUTES, 0)
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

  text(start: number, end: number): void {
    const top = this.stack[this.stack.length - 1]
    if (top === undefined) return
    if (this.mute > 0) {
      if (top.tag === 'script' && /ld\+json/i.test(top.attributes.type ?? '')) this.jsonLd.push([start, end])
      return
    }
    if (this.pending === undefined && isBlank(this.source, start, end)) return
    if (top.tag === 'title') {
      this.title ??= [start, end]
      return
    }
    // A tooltip or hover card inside a shown paragraph.
    if (top.hidden && !this.block().hidden) return
    this.pending ??= { element: this.block(), pieces: [], afterBreak: this.broken, link: undefined }
    const flags = (this.links > 0 ? LINKED : 0) | (this.bold > 0 ? BOLD : 0) | (this.slanted > 0 ? SLANTED : 0)
    if (this.links > 0) this.pending.link ??= this.innermostLink()
    this.pending.pieces.push(start, end, flags)
  }

  startTag(at: number, nameStart: number, nameEnd: number): void {
    this.tagStart = at
    this.kind = this.kindAt(nameStart, nameEnd)
    this.attributes = undefined
  }

  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const name = keptAttribute(this.source, nameStart, nameEnd)
    if (name === undefined) return
    this.attributes ??= {}
    this.attributes[name] ??= this.source.slice(valueStart, valueEnd)
  }

  startTagEnd(end: number, selfClosing: boolean): string | undefined {
    this.openTag(end, selfClosing)
    return this.kind.flags & RAW ? this.kind.name : undefined
  }

  endTag(at: number, nameStart: number, nameEnd: number, end: number): void {
    this.closeTag(this.kindAt(nameStart, nameEnd), at, end)
  }

  private isInForeignContext(): boolean {
    return this.isOpen('svg') || this.isOpen('math')
  }

  /** The kind of the tag whose name stands between two offsets; the last one of each length and first letter is tried first. */
  private kindAt(start: number, end: number): TagKind {
    const length = end - start
    const shape = (Math.min(length, 31) << 5) | (this.source.charCodeAt(start) & 31)
    const last = this.lastOfShape[shape]
    if (last !== undefined && last.name.length === length && this.source.startsWith(last.name, start)) return last
    const kind = this.kindOf(this.source.slice(start, end))
    this.lastOfShape[shape] = kind
    return kind
  }

  private kindOf(written: string): TagKind {
    const known = this.known.get(written) ?? this.unknown.get(written)
    if (known !== undefined) return known
    const name = written.toLowerCase()
    const lower = this.known.get(name) ?? this.unknown.get(name)
    if (lower !== undefined) return lower
    const kind = { name, flags: name.includes('-') ? BLOCK | CUSTOM : 0, id: this.known.size + this.unknown.size }
    this.unknown.set(name, kind)
    return kind
  }

  private openTag(end: number, selfClosing: boolean): void {
    const { kind, tagStart } = this
    const { name, flags } = kind
    const attributes = this.attributes ?? NO_ATTRIBUTES
    if (name === 'html' || (name === 'body' && this.isOpen('body'))) return
    if (name === 'br') {
      this.lineBreak()
      return
    }
    if ((flags & HEAD_CONTENT) === 0 && name !== 'head' && this.isOpen('head')) this.close('head', tagStart)
    if (this.mute === 0) this.implyEnds(kind)
    if (flags & BLOCK) this.boundary()
    if (flags & VOID) {
      if (name === 'meta' || name === 'link') this.elements.push(this.create(kind, attributes, tagStart, end))
      return
    }
    this.push(kind, attributes, tagStart)
    // In HTML the slash means nothing, save in foreign content and on the many custom elements written as if it did.
    if (selfClosing && (flags & CUSTOM || this.isInForeignContext())) this.pop(end)
  }

  private implyEnds({ name, flags }: TagKind): void {
    if (flags & CLOSES_PARAGRAPH && this.isOpen('p')) this.closeThrough('p', isNotBlockButParagraph)
    if (flags & HEADING && (this.stackKinds[this.stackKinds.length - 1]?.flags ?? 0) & HEADING) this.pop(this.tagStart)
    switch (name) {
      case 'li':
        this.closeThrough('li', endsListItemSearch)
        break
      case 'dd':
      case 'dt':
        this.closeThrough('dd', endsListItemSearch)
        this.closeThrough('dt', endsListItemSearch)
        break
      case 'option':
        this.closeThrough('option', isBlock)
        break
      case 'a':
        if (this.isOpen('a')) this.close('a', this.tagStart)
        break
      case 'td':
      case 'th':
        this.closeThrough('td', isRowOrTable)
        this.closeThrough('th', isRowOrTable)
        break
      case 'tr':
        this.closeThrough('tr', isTable)
        break
      case 'tbody':
      case 'thead':
      case 'tfoot':
        for (const part of ['tbody', 'thead', 'tfoot']) this.closeThrough(part, isTable)
        break
    }
  }

  /** Closes the innermost `tag`, unless `stop` says that the search may not pass an element. */
  private closeThrough(tag: string, stop: (kind: TagKind) => boolean): void {
    if (!this.isOpen(tag)) return
    for (let i = this.stack.length - 1; i > 0; i--) {
      const kind = this.stackKinds[i]
      if (kind === undefined) return
      if (kind.name === tag) {
        this.boundary()
        while (this.stack.length > i) this.pop(this.tagStart)
        return
      }
      if (stop(kind)) return
    }
  }

  private close(tag: string, at: number): void {
    this.closeTag(this.kindOf(tag), at, at)
  }

  private closeTag(kind: TagKind, start: number, end: number): void {
    const { name, flags, id } = kind
    if (name === 'html' || name === 'body') return
    if (name === 'br') {
      this.lineBreak()
      return
    }
    const deeper = this.beyond[id] ?? 0
    if (deeper > 0) {
      this.beyond[id] = deeper - 1
      if (flags & BLOCK) this.boundary()
      return
    }
    if (name === 'p' && !this.isOpen('p')) this.boundary()
    if ((this.open[id] ?? 0) === 0) return
    const inline = (flags & (BLOCK | MUTE)) === 0
    const scoped = (flags & TABLE_PART) === 0
    for (let i = this.stack.length - 1; i > 0; i--) {
      const candidate = this.stackKinds[i]
      if (candidate === undefined) return
      if (candidate === kind) {
        if (flags & BLOCK) this.boundary()
        if (name === 'form' && i < this.stack.length - 1) {
          this.takeOut(i, end)
          return
        }
        while (this.stack.length > i + 1) this.pop(start)
        this.pop(end)
        return
      }
      if (inline && candidate.flags & BLOCK) {
        this.endInlineEarly(kind, i, end)
        return
      }
      if (scoped ? candidate.flags & SCOPE : candidate.name === 'table') return
    }
  }

  /** The standard takes a form off the stack and leaves what was opened inside it open. */
  private takeOut(at: number, end: number): void {
    const [element] = this.stack.splice(at, 1)
    const [kind] = this.stackKinds.splice(at, 1)
    if (kind !== undefined) this.open[kind.id] = (this.open[kind.id] ?? 1) - 1
    if (element !== undefined) element.end = end
  }

  /** `<a>…<div>…</a>`: the blocks stay open, the link ends here. */
  private endInlineEarly(kind: TagKind, from: number, end: number): void {
    for (let i = from; i > 0; i--) {
      const candidate = this.stack[i]
      const other = this.stackKinds[i]
      if (candidate === undefined || other === undefined || other.flags & SCOPE) return
      if (other !== kind || candidate.linkEnd !== undefined) continue
      candidate.linkEnd = end
      this.count(candidate, -1)
      return
    }
  }

  private push(kind: TagKind, attributes: Readonly<Record<string, string>>, start: number): void {
    // A script beyond the depth must still be open, or its code would be read as text.
    if (this.stack.length >= MAX_DEPTH && !(kind.flags & MUTE && this.mute === 0)) {
      this.beyond[kind.id] = (this.beyond[kind.id] ?? 0) + 1
      return
    }
    const element = this.create(kind, attributes, start, this.source.length)
    this.elements.push(element)
    this.stack.push(element)
    this.stackKinds.push(kind)
    this.open[kind.id] = (this.open[kind.id] ?? 0) + 1
    if (kind.flags & MUTE) this.mute++
    this.count(element, 1)
  }

  private pop(end: number): void {
    const element = this.stack.pop()
    const kind = this.stackKinds.pop()
    if (element === undefined || kind === undefined) return
    element.end = end
    this.open[kind.id] = (this.open[kind.id] ?? 1) - 1
    if (kind.flags & MUTE) this.mute--
    if (element.linkEnd === undefined) this.count(element, -1)
  }

  private count({ tag, attributes }: Element, by: 1 | -1): void {
    if (tag === 'a') {
      if (attributes.href !== undefined) this.links += by
    } else if (tag === 'b' || tag === 'strong') this.bold += by
    else if (tag === 'i' || tag === 'em') this.slanted += by
  }

  private create(kind: TagKind, attributes: Readonly<Record<string, string>>, start: number, end: number): Element {
    const parent = this.stack[this.stack.length - 1]
    return {
      tag: kind.name,
      parent,
      depth: (parent?.depth ?? 0) + 1,
      start,
      end,
      attributes,
      linkEnd: undefined,
      hidden: parent?.hidden === true || (attributes !== NO_ATTRIBUTES && this.isHidden(attributes)),
      order: this.elements.length,
    }
  }

  private isHidden({ hidden, style, class: classes }: Readonly<Record<string, string>>): boolean {
    if (hidden !== undefined) return true
    if (style !== undefined && HIDING_STYLE.test(style)) return true
    if (classes === undefined) return false
    let hides = this.hiding.get(classes)
    if (hides === undefined) {
      hides = HIDING_CLASS.test(classes)
      this.hiding.set(classes, hides)
    }
    return hides
  }

  private isOpen(tag: string): boolean {
    const kind = this.known.get(tag)
    return kind !== undefined && (this.open[kind.id] ?? 0) > 0
  }

  private innermostLink(): Element | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) if (this.stack[i]?.tag === 'a') return this.stack[i]
    return undefined
  }

  private block(): Element {
    for (let i = this.stack.length - 1; i > 0; i--) {
      const candidate = this.stack[i]
      if (candidate !== undefined && (this.stackKinds[i]?.flags ?? 0) & BLOCK) return candidate
    }
    return this.stack[0] as Element
  }

  private lineBreak(): void {
    this.flush()
    this.broken = true
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

const isBlock = ({ flags }: TagKind): boolean => (flags & BLOCK) !== 0
const isNotBlockButParagraph = ({ flags, name }: TagKind): boolean => (flags & BLOCK) !== 0 && name !== 'p'
const endsListItemSearch = ({ flags, name }: TagKind): boolean =>
  (flags & BLOCK) !== 0 && name !== 'address' && name !== 'div' && name !== 'p'
const isRowOrTable = ({ name }: TagKind): boolean => name === 'tr' || name === 'table'
const isTable = ({ name }: TagKind): boolean => name === 'table'

function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13 && code !== 12) return false
  }
  return true
}
