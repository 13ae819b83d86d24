import { type AnnotateOptions, annotate } from '@isnad/analysis'
import { type ExportedArticle, GDELT_COLUMNS, SHOWN_FROM, toGdelt, toPlover } from '@isnad/events'
import type { Article } from '@isnad/page'

/** The events of one article in the forms that other programs read. */

function exported(id: string, article: Article, options: AnnotateOptions) {
  const { entities, attributions, events, times } = annotate(article, options)
  const { metadata, text } = article
  const head: ExportedArticle = {
    id,
    text,
    entities,
    attributions,
    times,
    ...(metadata.canonicalUrl === undefined ? {} : { url: metadata.canonicalUrl.value }),
    ...(metadata.outlet === undefined ? {} : { outlet: metadata.outlet.value }),
    ...(metadata.published === undefined ? {} : { published: metadata.published.value.local }),
  }
  return { head, events }
}

/** PLOVER 0.8, one JSON object a line; what is too unsure to be shown as fact is marked for review. */
export function ploverLines(id: string, article: Article, options: AnnotateOptions): string {
  const { head, events } = exported(id, article, options)
  return events.map((record) => `${JSON.stringify(toPlover(record, head))}\n`).join('')
}

/** The columns of `gdeltRows`, tab-separated. */
export const GDELT_HEADER = `${GDELT_COLUMNS.join('\t')}\n`

/** Rows in the manner of GDELT's event table. It has no column for doubt, so unsure records are left out. */
export function gdeltRows(id: string, article: Article, options: AnnotateOptions): string {
  const { head, events } = exported(id, article, options)
  return events
    .filter(({ confidence }) => confidence >= SHOWN_FROM)
    .flatMap((record) => toGdelt(record, head))
    .map((row) => `${row}\n`)
    .join('')
}
