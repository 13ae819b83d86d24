import type { Span } from '@isnad/text'
import type { Page } from '../capture.js'
import type { RawBlock } from '../raw-block.js'
import { splitWords } from './class-words.js'
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
    blocks: rawBlocks(judged),
    metadata: readMetadata(judged, { url: page.given?.url ?? page.url, capturedAt: page.capturedAt }),
    personal: judged.segments
      .filter(({ order }) => judged.verdicts[order]?.rule === 'comment-form/comment')
      .map(({ page: { start, end } }) => ({ start, end })),
  }
}

function rawBlocks({ segments, verdicts, inContainer }: JudgedPage): RawBlock[] {
  const words = new Map<Element, readonly string[]>()
  return segments.map(({ element, text, runs, page, size, linked, order }) => {
    let classWords = words.get(element)
    if (classWords === undefined) {
      classWords = classWordsOf(element)
      words.set(element, classWords)
    }
    const verdict = verdicts[order]
    return {
      text,
      page,
      runs,
      html: {
        tag: element.tag,
        linkDensity: size === 0 ? 0 : linked / size,
        inContainer: inContainer[order] === true,
        classWords,
        ...(verdict !== undefined && { verdict }),
      },
    }
  })
}

/** Beyond so many ancestors and words nothing speaks of the block any more. */
const MOST_ANCESTORS = 6
const MOST_WORDS = 24

function classWordsOf(element: Element): string[] {
  const found: string[] = []
  let e: Element | undefined = element
  for (let up = 0; up < MOST_ANCESTORS && e !== undefined && found.length < MOST_WORDS; up++, e = e.parent) {
    found.push(...splitWords(`${e.attributes.class ?? ''} ${e.attributes.id ?? ''}`))
  }
  return found.slice(0, MOST_WORDS)
}
