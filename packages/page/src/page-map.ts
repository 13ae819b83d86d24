import type { Span } from '@isnad/text'

/** `length` article units from `article` on stand for `pageLength` page units from `page` on; equal lengths map unit by unit. */
export interface Run {
  readonly article: number
  readonly length: number
  readonly page: number
  readonly pageLength: number
}

/** The way between the clean article and the page it was read from. */
export interface PageMap {
  readonly runs: readonly Run[]
  /** The stretch of page that an article span was read from; what was removed inside it is covered too. */
  toPage(span: Span<'article'>): Span<'page'>
  /** What of a page span stands in the article; undefined when nothing of it does. */
  toArticle(span: Span<'page'>): Span<'article'> | undefined
}

/** Builds the map from runs in article order. Runs must not overlap in the article. */
export function pageMap(runs: readonly Run[]): PageMap {
  /** Index of the last run that starts at or before an article offset; -1 before the first. */
  const indexAt = (offset: number): number => {
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs[middle]?.article ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const startOnPage = (offset: number): number => {
    const index = indexAt(offset)
    const run = runs[index]
    if (run === undefined) return runs[0]?.page ?? 0
    const within = offset - run.article
    // Past its end the offset stands on a joint (the newline between two blocks): the page goes on at the next run.
    if (within >= run.length) return runs[index + 1]?.page ?? run.page + run.pageLength
    return run.length === run.pageLength ? run.page + within : run.page
  }
  const endOnPage = (offset: number): number => {
    const run = runs[indexAt(offset - 1)]
    if (run === undefined) return runs[0]?.page ?? 0
    const within = offset - run.article
    if (within >= run.length || run.length !== run.pageLength) return run.page + run.pageLength
    return run.page + within
  }
  return {
    runs,
    toPage: ({ start, end }) => {
      const from = startOnPage(start)
      return { start: from, end: end > start ? Math.max(from, endOnPage(end)) : from }
    },
    toArticle: ({ start, end }) => {
      let from: number | undefined
      let to: number | undefined
      for (const run of runs) {
        const a = Math.max(start, run.page)
        const b = Math.min(end, run.page + run.pageLength)
        if (a >= b) continue
        const even = run.length === run.pageLength
        const runFrom = even ? run.article + (a - run.page) : run.article
        const runTo = even ? run.article + (b - run.page) : run.article + run.length
        from = Math.min(from ?? runFrom, runFrom)
        to = Math.max(to ?? runTo, runTo)
      }
      return from === undefined || to === undefined ? undefined : { start: from, end: to }
    },
  }
}
