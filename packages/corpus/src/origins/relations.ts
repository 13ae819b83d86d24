import type { ArticleRelation, Origin, OriginArticle, RelationLabel } from './origin.js'
import type { TextTies } from './text-ties.js'

/** How every two articles of a group are related: by their texts first, then by their origins. */
export function relationsOf(
  articles: readonly OriginArticle[],
  ties: TextTies,
  reports: ReadonlySet<number>,
  origins: readonly Origin[],
): ArticleRelation[] {
  const relations: ArticleRelation[] = []
  for (const [i, a] of articles.entries())
    for (let j = i + 1; j < articles.length; j++) {
      const b = articles[j]
      if (b === undefined) continue
      const shared = origins.some(({ articles: ids }) => ids.includes(a.id) && ids.includes(b.id))
      relations.push({ a: a.id, b: b.id, relation: labelOf(i, j, ties, reports.has(i) && reports.has(j), shared) })
    }
  return relations
}

function labelOf(i: number, j: number, ties: TextTies, bothReport: boolean, sharedOrigin: boolean): RelationLabel {
  const { relation, containment } = ties.between(i, j)
  if (ties.isTemplate(i, j)) return 'template'
  if (relation === 'copy' || relation === 'rewrite') return relation
  // A text that holds the formula twice is no second filling of it.
  if (relation === 'template' && bothReport && containment >= REWRITTEN) return 'rewrite'
  if (ties.shareRun(i, j)) return 'shared-passage'
  if (!bothReport) return 'unrelated'
  return sharedOrigin ? 'same-origin' : 'independent'
}

/** Shared five-word shingles from which a text descends from the other. */
const REWRITTEN = 0.4
