import type { Annotations } from '@isnad/analysis'
import type { Article } from '@isnad/page'
import { cover, foldKey, type Span } from '@isnad/text'

/** A read article as it comes to the corpus: what was printed, what the analysis found in it, and where it stood. */
export interface AnalysedArticle {
  /** Unique in the corpus. */
  readonly id: string
  readonly article: Article
  readonly annotations: Annotations
  /** Catalog id of who printed it: `outlet.…`. */
  readonly outletId?: string
  /** The outlet as the page or the feed names it, where the catalog does not know it. */
  readonly outlet?: string
  /** When it was published, as a local reading: `2020-11-22`, `2020-11-22T17:15:00+02:00`. */
  readonly published?: string
  readonly url?: string
}

/** The title as printed, or nothing. */
export const titleOf = ({ text, title }: Article): string => (title === undefined ? '' : cover(text, title))

/** The body as printed, a line a paragraph. */
export const bodyOf = ({ text, body }: Article): string => body.map((span: Span) => cover(text, span)).join('\n')

/** The day of a local reading, `2020-11-22`, where it has one. */
export const dayOf = (published: string | undefined): string | undefined => {
  const day = published?.slice(0, 10)
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined
}

const DAY_MS = 86_400_000

/** Whole days since 1970-01-01 of a day. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)

/**
 * Catalog ids, or names of more than one word, of the people who act or are acted upon in an article's events. Who is only
 * named belongs to the background, and there the great of the world stand in every second article.
 */
export function peopleOf({ entities, events }: Annotations): string[] {
  const acting = new Set(events.flatMap(({ participants }) => participants.map(({ entity }) => entity)))
  const keys = entities.flatMap(({ id, type, catalogId, nameAr, unnamed, group }) => {
    if (type !== 'PER' || unnamed === true || group === true || !acting.has(id)) return []
    return catalogId ?? (nameAr.trim().includes(' ') ? foldKey(nameAr) : [])
  })
  return [...new Set(keys)]
}
