import { searchTerms, sentences } from '@isnad/text'
import { likeness } from '../stories/likeness.js'
import { profileOf } from '../stories/profile.js'
import { CoreWords } from './core-words.js'
import type { OriginArticle } from './origin.js'
import type { TextTies } from './text-ties.js'

/** From here on, two sets of articles of a group report one happening. */
const SAME_HAPPENING_AT = 0.3
/** A sentence that tells this much of the happening retells it. */
const RETELLS_AT = 0.45
/** One sentence is background; two are a report. */
const RETOLD_SENTENCES = 2

/** What follows an occurrence and is one of its own: arrests, replies, funerals. Folded stems of headline words. */
const AFTERMATH = new Set(
  'توقيف اعتقال تعتقل يعتقل اعتقلت القبض ضبط تداعيات رد ترد يرد تشييع جنازه تعازي عزاء محاكمه محاكمة استدعاء تستدعي يستدعي تعليق بعد ازمه'.split(
    ' ',
  ),
)

/** The articles of a group that report what most of it reports: the largest set that is alike, less those that follow it up. */
export function reportsOf(articles: readonly OriginArticle[], ties: TextTies): ReadonlySet<number> {
  const profiles = articles.map(({ id, title, body }) => profileOf({ id, title, body }))
  const alike = (i: number, j: number): number => {
    const [a, b] = [profiles[i], profiles[j]]
    if (a === undefined || b === undefined || ties.isTemplate(i, j)) return 0
    const { lead, full, score } = likeness(a, b)
    return Math.max(score, (lead + full) / 2)
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
  return new Set(largest.filter((i) => !followsUp(i, largest, articles)))
}

/** A headline with another act than the others, over a text that tells the happening in passing. */
function followsUp(i: number, group: readonly number[], articles: readonly OriginArticle[]): boolean {
  const article = articles[i]
  if (article === undefined || group.length < 3) return false
  const acts = actsIn(article.title)
  const others = group.filter((j) => j !== i).flatMap((j) => articles[j] ?? [])
  const own = acts.filter((act) => others.filter(({ title }) => actsIn(title).includes(act)).length * 2 < others.length)
  if (own.length === 0) return false
  const core = new CoreWords(others)
  const told = sentences({ frame: 'article', value: article.body }).filter(
    (s) => core.share(article.body, s) >= RETELLS_AT,
  )
  return told.length < RETOLD_SENTENCES
}

const actsIn = (title: string): string[] =>
  searchTerms(title).flatMap(({ exact, stem }) => (AFTERMATH.has(exact) ? [exact] : AFTERMATH.has(stem) ? [stem] : []))
