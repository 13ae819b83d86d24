import type { Span } from '@isnad/text'
import type { Page } from '../capture.js'
import { sliceBlock } from '../lines/split-lines.js'
import type { RawBlock } from '../raw-block.js'
import { RULES } from '../rules.js'
import { splitWords } from './class-words.js'
import { type HeadPiece, headLines } from './head-lines.js'
import { type JudgedPage, judgePage } from './judged-page.js'
import { type HtmlMetadata, readMetadata } from './metadata.js'
import type { Element } from './tree.js'

export interface HtmlReading {
  /** Every visible block of the page in reading order; those with `inContainer` and without a verdict are body candidates. */
  readonly blocks: readonly RawBlock[]
  readonly metadata: HtmlMetadata
  /** Readers' comments with their names: to be blanked before anything is stored. */
  readonly personal: readonly Span<'page'>[]
}

/** Reads an HTML page into blocks that mark-up and place have judged, its metadata, and where it holds personal data. */
export function htmlBlocks(page: Page): HtmlReading {
  const judged = judgePage(page.text.value)
  return {
    blocks: rawBlocks(judged, headLines(judged)),
    metadata: readMetadata(judged, { url: page.given?.url ?? page.url, capturedAt: page.capturedAt }),
    personal: judged.segments
      .filter(({ order }) => judged.verdicts[order]?.rule === 'comment-form/comment')
      .map(({ page: { start, end } }) => ({ start, end })),
  }
}

function rawBlocks(
  { segments, verdicts, inContainer }: JudgedPage,
  heads: ReadonlyMap<number, readonly HeadPiece[]>,
): RawBlock[] {
  const words = new ClassWords()
  return segments.flatMap(({ element, text, runs, page, size, linked, order }): RawBlock[] => {
    const verdict = verdicts[order]
    const html = {
      tag: element.tag,
      linkDensity: size === 0 ? 0 : linked / size,
      inContainer: inContainer[order] === true,
      classWords: words.of(element),
      ...(verdict !== undefined && { verdict }),
    }
    const whole = { text, page, runs, html }
    const pieces = heads.get(order)
    if (pieces === undefined) return [whole]
    return pieces.flatMap(({ start, end, rule }) => {
      const told = { ...html, verdict: { label: RULES[rule].label, rule } }
      return sliceBlock({ ...whole, html: told }, start, end) ?? []
    })
  })
}

/** Beyond so many words, nearest first, nothing speaks of the block any more. */
const MOST_WORDS = 24

/** The class and id words around each element, put together once. */
class ClassWords {
  private readonly known = new Map<Element, readonly string[]>()
  private readonly split = new Map<string, readonly string[]>()

  of(element: Element): readonly string[] {
    const known = this.known.get(element)
    if (known !== undefined) return known
    const above = element.parent === undefined ? [] : this.of(element.parent)
    const own = [...this.words(element.attributes.class), ...this.words(element.attributes.id)]
    const words = own.length === 0 ? above : [...own, ...above].slice(0, MOST_WORDS)
    this.known.set(element, words)
    return words
  }

  private words(value: string | undefined): readonly string[] {
    if (value === undefined || value === '') return []
    const known = this.split.get(value)
    if (known !== undefined) return known
    const words = splitWords(value)
    this.split.set(value, words)
    return words
  }
}
