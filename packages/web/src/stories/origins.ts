import type { ArticleSummary, Origin, Origins } from '@isnad/server'
import type { SourceShape } from '../ui/SourceGlyph.svelte'

export const ORIGIN_SHAPES: Readonly<Record<Origin['kind'], SourceShape>> = {
  'official-statement': 'official',
  document: 'document',
  'press-conference': 'official',
  interview: 'person',
  'named-speaker': 'person',
  'anonymous-source': 'anonymous',
  'social-post': 'social',
  'outlet-report': 'outlet',
  'own-correspondent': 'outlet',
  'agency-dispatch': 'agency',
  unstated: 'unstated',
}

/** An article under the origin it rests on, with how its text stands to one that is printed before it there. */
export interface Carrier {
  readonly article: ArticleSummary
  readonly relation: 'copy' | 'rewrite' | 'shared-passage' | undefined
}

const TOLD: ReadonlySet<string> = new Set(['copy', 'rewrite', 'shared-passage'])
/** By the time printed; undated ones behind all others. */
const byTime = (a: ArticleSummary, b: ArticleSummary): number => {
  const [one, two] = [a, b].map(({ published }) => published?.local ?? '~')
  return one === two ? 0 : (one ?? '') < (two ?? '') ? -1 : 1
}

/** The articles of an origin, oldest first; a copy says so. Undated ones stand at the end. */
export function carriersOf(
  origin: Origin,
  articles: readonly ArticleSummary[],
  relations: Origins['relations'],
): Carrier[] {
  const own = articles.filter(({ id }) => origin.articles.includes(id)).sort(byTime)
  return own.map((article, at) => {
    const before = new Set(own.slice(0, at).map(({ id }) => id))
    const told = relations
      .filter(({ a, b }) => (a === article.id && before.has(b)) || (b === article.id && before.has(a)))
      .map(({ relation }) => relation)
      .filter((relation): relation is 'copy' | 'rewrite' | 'shared-passage' => TOLD.has(relation))
    const relation = (['copy', 'rewrite', 'shared-passage'] as const).find((one) => told.includes(one))
    return { article, relation }
  })
}

/** Articles that rest on no origin of the list. */
export const restOf = (articles: readonly ArticleSummary[], origins: readonly Origin[]): ArticleSummary[] =>
  articles.filter(({ id }) => !origins.some((origin) => origin.articles.includes(id)))
