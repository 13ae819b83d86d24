import { likeness } from '../stories/likeness.js'
import { profileOf } from '../stories/profile.js'
import type { OriginArticle } from './origin.js'
import type { TextTies } from './text-ties.js'

/** From here on two articles of a group report one happening. */
const SAME_HAPPENING_AT = 0.16

/** The articles of a group that report what most of it reports: the largest set of articles that are alike. */
export function reportsOf(articles: readonly OriginArticle[], ties: TextTies): ReadonlySet<number> {
  const profiles = articles.map(({ id, title, body }) => profileOf({ id, title, body }))
  const alike = (i: number, j: number): number => {
    const [a, b] = [profiles[i], profiles[j]]
    if (a === undefined || b === undefined) return 0
    const { relation } = ties.between(i, j)
    if (relation === 'template') return 0
    return likeness(a, b).score
  }
  const groups: number[][] = articles.map((_, i) => [i])
  const mean = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0
    for (const i of a) for (const j of b) sum += alike(i, j)
    return sum / (a.length * b.length)
  }
  for (;;) {
    let best = { score: SAME_HAPPENING_AT, a: -1, b: -1 }
    for (const [a, x] of groups.entries())
      for (let b = a + 1; b < groups.length; b++) {
        const score = mean(x, groups[b] ?? [])
        if (score > best.score) best = { score, a, b }
      }
    if (best.a < 0) break
    groups[best.a]?.push(...(groups[best.b] ?? []))
    groups.splice(best.b, 1)
  }
  const [largest = []] = groups.sort((a, b) => b.length - a.length || Math.min(...a) - Math.min(...b))
  return new Set(largest)
}
