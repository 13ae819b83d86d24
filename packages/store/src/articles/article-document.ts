import { type Article, type ArticleMetadata, type Block, pageMap, type Removal } from '@isnad/page'
import type { Span } from '@isnad/text'
import { deflate, inflate } from './stored-text.js'

type Pair = readonly [start: number, end: number]

/** An article as it is kept: spans as pairs, and no words that can be cut from the text again. */
interface Document {
  readonly text: string
  readonly title?: Pair
  readonly body: readonly Pair[]
  readonly blocks: readonly {
    readonly label: Block['label']
    readonly rule: string
    readonly page: Pair
    readonly article?: Pair
    readonly text?: string
    readonly continues?: true
  }[]
  readonly removals: readonly (Omit<Removal, 'page'> & { readonly page: Pair })[]
  readonly metadata: ArticleMetadata
  /** Article offset, length, page offset, page length of each run of the map, one after the other. */
  readonly runs: readonly number[]
  readonly personal: readonly Pair[]
}

const pair = ({ start, end }: Span<'article' | 'page'>): Pair => [start, end]
const spanOf = ([start, end]: Pair): { readonly start: number; readonly end: number } => ({ start, end })

/** Packs an article for the database. `unpackArticle` gives an equal one back. */
export function packArticle(article: Article): Uint8Array {
  const document: Document = {
    text: article.text.value,
    ...(article.title !== undefined && { title: pair(article.title) }),
    body: article.body.map(pair),
    blocks: article.blocks.map((block) => ({
      label: block.label,
      rule: block.rule,
      page: pair(block.page),
      ...(block.article !== undefined && { article: pair(block.article) }),
      ...(block.text !== wordsOf(article.text.value, block.article) && { text: block.text }),
      ...(block.continues === true && { continues: true as const }),
    })),
    removals: article.removals.map((removal) => ({ ...removal, page: pair(removal.page) })),
    metadata: article.metadata,
    runs: article.map.runs.flatMap((run) => [run.article, run.length, run.page, run.pageLength]),
    personal: article.personal.map(pair),
  }
  return deflate(Buffer.from(JSON.stringify(document)))
}

export function unpackArticle(packed: Uint8Array): Article {
  const document = JSON.parse(inflate(packed).toString('utf8')) as Document
  const runs = []
  for (let i = 0; i + 3 < document.runs.length; i += 4) {
    const [article = 0, length = 0, page = 0, pageLength = 0] = document.runs.slice(i, i + 4)
    runs.push({ article, length, page, pageLength })
  }
  return {
    text: { frame: 'article', value: document.text },
    ...(document.title !== undefined && { title: spanOf(document.title) }),
    body: document.body.map(spanOf),
    blocks: document.blocks.map(({ label, rule, page, article, text, continues }) => {
      const place = article === undefined ? undefined : spanOf(article)
      return {
        label,
        rule,
        page: spanOf(page),
        text: text ?? wordsOf(document.text, place) ?? '',
        ...(place !== undefined && { article: place }),
        ...(continues === true && { continues }),
      }
    }),
    removals: document.removals.map((removal) => ({ ...removal, page: spanOf(removal.page) })),
    metadata: document.metadata,
    map: pageMap(runs),
    personal: document.personal.map(spanOf),
  }
}

/** Text and title alone, for snippets: `packArticle` writes them first, and what follows is not read. */
export function unpackWords(packed: Uint8Array): { readonly text: string; readonly bodyStart: number } {
  const json = inflate(packed).toString('utf8')
  let end = json.indexOf('"', OPENING.length)
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1)
  const [, from, to] = TITLE.exec(json.slice(end + 1, end + 60)) ?? []
  return {
    text: JSON.parse(json.slice(OPENING.length - 1, end + 1)) as string,
    bodyStart: from === '0' ? Number(to) : 0,
  }
}

const OPENING = '{"text":"'
const TITLE = /^,"title":\[(\d+),(\d+)\]/

/** True for a quotation mark inside a string of JSON: an odd number of backslashes stands before it. */
function isEscaped(json: string, at: number): boolean {
  let before = at
  while (json.charCodeAt(before - 1) === 0x5c) before--
  return (at - before) % 2 === 1
}

const wordsOf = (text: string, place: Span | undefined): string | undefined =>
  place === undefined ? undefined : text.slice(place.start, place.end)
