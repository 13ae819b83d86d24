import { blockText, plainText } from './block-text.js'
import type { Tree } from './tree.js'

export type JsonObject = Readonly<Record<string, unknown>>

/** What the page states about itself outside its visible text. */
export interface Evidence {
  /** `name`, `property` or `itemprop` of `<meta>` in lower case → its contents, first first. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** The JSON-LD node that describes the article, when there is one. */
  readonly article: JsonObject | undefined
  /** Every JSON-LD node. */
  readonly nodes: readonly JsonObject[]
  readonly title: string | undefined
  readonly canonical: string | undefined
}

/** Descriptions end long before this; some pages put whole articles into a meta element. */
const LONGEST_META = 5000

/** A script longer than this is a data dump, not a description of one article. */
const LONGEST_JSON_LD = 2_000_000

const ARTICLE_TYPES =
  /^(?:.*[/:])?(?:NewsArticle|Article|ReportageNewsArticle|BlogPosting|AnalysisNewsArticle|OpinionNewsArticle|ReviewNewsArticle|BackgroundNewsArticle|LiveBlogPosting|TechArticle|ScholarlyArticle|Report|SocialMediaPosting|AdvertiserContentArticle)$/i

export function readEvidence(tree: Tree): Evidence {
  const meta = new Map<string, string[]>()
  let canonical: string | undefined
  for (const { tag, attributes } of tree.elements) {
    if (tag === 'meta') {
      const { content } = attributes
      const name = attributes.property ?? attributes.name ?? attributes.itemprop
      if (content === undefined || name === undefined) continue
      const value = plainText(content.slice(0, LONGEST_META))
      if (value === '') continue
      const key = name.toLowerCase()
      const known = meta.get(key)
      if (known === undefined) meta.set(key, [value])
      else known.push(value)
    } else if (
      tag === 'link' &&
      attributes.href !== undefined &&
      /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')
    ) {
      canonical ??= plainText(attributes.href)
    }
  }
  const nodes = tree.jsonLd.flatMap(([start, end]) => readJsonLd(tree.source.slice(start, end)))
  return {
    meta,
    nodes,
    article: chooseArticle(nodes),
    title: tree.title === undefined ? undefined : titleText(tree.source, tree.title),
    canonical,
  }
}

/** No headline is longer; what is may be a page that was pasted into its own title. */
const LONGEST_TITLE = 1000

const titleText = (source: string, [start, end]: readonly [number, number]): string =>
  blockText(source, [start, Math.min(end, start + LONGEST_TITLE), 0]).text

export const firstMeta = (evidence: Evidence, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = evidence.meta.get(name)?.[0]
    if (value !== undefined) return value
  }
  return undefined
}

/** Parses a JSON-LD script as found in the wild: wrapped in comments or CDATA, with raw newlines in strings. */
export function readJsonLd(script: string): JsonObject[] {
  if (script.length > LONGEST_JSON_LD) return []
  const bare = script
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' '),
    bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return flatten(JSON.parse(attempt))
    } catch {
      // The next attempt is more forgiving; a script that none can read says nothing.
    }
  }
  return []
}

function flatten(value: unknown): JsonObject[] {
  const nodes: JsonObject[] = []
  const queue: unknown[] = [value]
  for (let i = 0; i < queue.length && nodes.length < 200; i++) {
    const next = queue[i]
    if (Array.isArray(next)) queue.push(...next.slice(0, 200))
    else if (isObject(next)) {
      nodes.push(next)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
        if (typeof next[key] === 'object') queue.push(next[key])
      }
    }
  }
  return nodes
}

/** The article node that says most: lists of other stories carry article nodes too, but thin ones. */
function chooseArticle(nodes: readonly JsonObject[]): JsonObject | undefined {
  let best: JsonObject | undefined
  let most = 0
  for (const node of nodes) {
    if (!typesOf(node).some((type) => ARTICLE_TYPES.test(type))) continue
    let worth = 1
    for (const key of ['headline', 'datePublished', 'author', 'publisher', 'mainEntityOfPage'])
      if (node[key] !== undefined) worth++
    if (typeof node.articleBody === 'string') worth += 2
    if (worth > most) {
      most = worth
      best = node
    }
  }
  return best
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function typesOf(node: JsonObject): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string')
}

/** A string in a JSON-LD value that may be a string, an object with a name, or a list of those. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [plainText(value)].filter((name) => name !== '')
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesIn)
  if (isObject(value)) return namesIn(value.name)
  return []
}
