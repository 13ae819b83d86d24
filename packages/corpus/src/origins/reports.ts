import { searchTerms } from '@isnad/text'
import { hoursBetween, timeOf } from '../lineage/compare.js'
import { likeness } from '../stories/likeness.js'
import { profileOf } from '../stories/profile.js'
import type { OriginArticle } from './origin.js'
import type { TextTies } from './text-ties.js'

/** From here on, two sets of articles of a group report one happening. */
const SAME_HAPPENING_AT = 0.3
/** One article alone may tell it from another side; it is then like one of the others at least. */
const ALONE_AT = 0.24
const NEAREST_AT = 0.28
/** Acts that come after an occurrence and are occurrences of their own, folded as headlines have them. */
const NEXT_ACTS = new Set(
  'توقيف اعتقال تعتقل يعتقل اعتقلت اعتقلوا القبض تشييع جنازه محاكمه تحاكم يحاكم الحكم'.split(' '),
)
/** What answers an occurrence: of its own when a day lies between. */
const ANSWERS = new Set(
  'تداعيات رد ترد يرد ردا تعازي عزاء استدعاء تستدعي يستدعي تعليق تعلق يعلق بعد ازمه اعتذار يعتذر تعتذر ردود غضب'.split(
    ' ',
  ),
)
const ANSWER_HOURS = 16

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
    let nearest = 0
    // One formula filled twice tells two occurrences, whatever the others have in common with either.
    if (a.some((i) => b.some((j) => ties.isTemplate(i, j)))) return 0
    for (const i of a)
      for (const j of b) {
        const one = alike(i, j)
        sum += one
        nearest = Math.max(nearest, one)
      }
    const whole = sum / (a.length * b.length)
    const alone = a.length === 1 || b.length === 1
    return whole >= SAME_HAPPENING_AT || (alone && whole >= ALONE_AT && nearest >= NEAREST_AT) ? whole : 0
  }
  for (;;) {
    let best = { score: 0, a: -1, b: -1 }
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

/** A headline with a later act than the others have, or an answer that came the day after. */
function followsUp(i: number, group: readonly number[], articles: readonly OriginArticle[]): boolean {
  const article = articles[i]
  if (article === undefined || group.length < 3) return false
  const others = group.filter((j) => j !== i).flatMap((j) => articles[j] ?? [])
  const opened = others.map((other) => openingStems(other))
  // What the others tell too, in whatever words, is the occurrence itself.
  const isOwn = (acts: ReadonlySet<string>): boolean =>
    actsIn(article.title, acts).some((stem) => opened.filter((stems) => stems.has(stem)).length * 2 < opened.length)
  if (isOwn(NEXT_ACTS)) return true
  if (!isOwn(ANSWERS)) return false
  const times = others
    .map(({ published }) => timeOf(published))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const median = times[Math.floor((times.length - 1) / 2)]
  return (
    median !== undefined &&
    hoursBetween(median, timeOf(article.published)) >= ANSWER_HOURS &&
    timeOf(article.published) > median
  )
}

/** Stems of the acts of a table that a headline has. */
const actsIn = (title: string, acts: ReadonlySet<string>): string[] =>
  searchTerms(title).flatMap(({ exact, stem }) => (acts.has(exact) || acts.has(stem) ? [stem] : []))

const openingStems = ({ title, body }: OriginArticle): ReadonlySet<string> =>
  new Set(searchTerms(`${title}\n${body.slice(0, OPENING_CHARS)}`).map(({ stem }) => stem))

const OPENING_CHARS = 400
