import { searchTerms } from '@isnad/text'
import { type AnalysedArticle, bodyOf, peopleOf, titleOf } from '../analysed-article.js'
import { termWeight } from './term-weights.js'

/** What story clustering reads of an article. */
export interface StoryText {
  readonly id: string
  readonly title: string
  /** A line a paragraph, title not repeated. */
  readonly body: string
  /** Local reading of the publication; without one the article is compared with all that stand. */
  readonly published?: string
  readonly outlet?: string
  /** Catalog ids or full names of the people it names; text alone decides where they are not known. */
  readonly people?: readonly string[]
}

/** A weighted bag of stems of unit length. */
export type TermVector = ReadonlyMap<string, number>

/** An article as it is compared: three views, from what it says first to all it says. */
export interface StoryProfile {
  readonly id: string
  readonly title: TermVector
  /** Title and opening. */
  readonly lead: TermVector
  readonly full: TermVector
  readonly people: ReadonlySet<string>
}

/** Words of the opening that tell the news; what follows is detail and background. */
const LEAD_TERMS = 55
/** About three hundred and fifty words; what an article is about stands before that. */
const READ_CHARS = 2200
/** The strongest stems of the whole text; the rest weigh next to nothing and cost memory. */
const KEPT_TERMS = 90

/** «دبي، الإمارات العربية المتحدة (CNN) --», «القاهرة - (رويترز):»: place and agency before the first word of the news. */
const DATELINE = /^[^\n.]{0,60}?\([^()\n]{2,20}\)\s*(?:--|[-–—:])+\s*/u
/** «الرياض 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس», alone on its line. */
const STAMP_LINE = /^[^\n]{0,40}\d{1,2}\s+\p{L}+\s+\d{4}\s*(?:هـ|م)[^\n]{0,60}\n/u

type WeightOf = (stem: string) => number

/** `weightOf` says how much a stem tells; a stream of articles knows better than a year of news what is common in it. */
export function profileOf({ id, title, body, people = [] }: StoryText, weightOf: WeightOf = termWeight): StoryProfile {
  const told = body.slice(0, READ_CHARS).replace(STAMP_LINE, '').replace(DATELINE, '')
  const titleStems = stems(title, weightOf)
  const bodyStems = stems(told, weightOf)
  const opening = bodyStems.slice(0, LEAD_TERMS)
  return {
    id,
    title: vectorOf([titleStems], weightOf),
    lead: vectorOf([titleStems, opening], weightOf),
    full: vectorOf([titleStems, titleStems, bodyStems], weightOf),
    people: new Set(people),
  }
}

function stems(text: string, weightOf: WeightOf): string[] {
  const found: string[] = []
  for (const { stem } of searchTerms(text)) if (weightOf(stem) > 0) found.push(stem)
  return found
}

function vectorOf(parts: readonly (readonly string[])[], weightOf: WeightOf): TermVector {
  const counts = new Map<string, number>()
  for (const part of parts) for (const stem of part) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const weighed = [...counts].map(([stem, n]) => [stem, (1 + Math.log(n)) * weightOf(stem)] as const)
  // By weight, then by stem: equal weights must not depend on the order of the words.
  weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const kept = weighed.slice(0, KEPT_TERMS)
  const length = Math.sqrt(kept.reduce((sum, [, w]) => sum + w * w, 0))
  return new Map(kept.map(([stem, w]) => [stem, w / length]))
}

/** Cosine of two unit vectors, 0 to 1. */
export function cosine(a: TermVector, b: TermVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of few) sum += weight * (many.get(stem) ?? 0)
  return Math.min(1, sum)
}

/** An analysed article as stories take it. */
export function storyTextOf({ id, article, annotations, published, outlet, outletId }: AnalysedArticle): StoryText {
  const publisher = outletId ?? outlet
  return {
    id,
    title: titleOf(article),
    body: bodyOf(article),
    people: peopleOf(annotations),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { outlet: publisher }),
  }
}
