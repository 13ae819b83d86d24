/** A bar of the little chart of a story: so many articles from one day on. */
export interface Bar {
  readonly day: string
  readonly articles: number
}

const DAY_MS = 86_400_000

/**
 * The reports of a story as bars of equal time, left to right, days without a report among them: one for each day, or at most
 * `most` for a story that runs longer. None where everything came on one day.
 */
export function reportBars(reports: readonly Bar[], most: number): Bar[] {
  const days = reports.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / DAY_MS)
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined || first === last) return []
  const step = Math.ceil((last - first + 1) / most)
  const bars = Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, at) => ({
    day: new Date((first + at * step) * DAY_MS).toISOString().slice(0, 10),
    articles: 0,
  }))
  for (const [at, day] of days.entries()) {
    const bar = bars[Math.floor((day - first) / step)]
    if (bar !== undefined) bar.articles += reports[at]?.articles ?? 0
  }
  return bars
}
