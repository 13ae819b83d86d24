import { dayNumber, dayOf } from '../analysed-article.js'

/** A dated article that an undated one hangs together with. */
export interface DatedKin {
  readonly article: string
  readonly published: string
  /** A copy of the undated text, or another report of what it tells. */
  readonly tie: 'copy' | 'sibling'
}

/** When an undated article was published, as far as its kin and its own words tell. */
export interface InferredDate {
  /** First and last possible day. */
  readonly from: string
  readonly to: string
  readonly inferred: true
  readonly reasons: readonly DateReason[]
}

export interface DateReason {
  readonly code: 'copy-published' | 'sibling-published' | 'tells-of'
  readonly with?: string
  readonly day: string
}

const DAY_MS = 86_400_000
/** How long after and before its copy, or another report of the same, a text is printed. */
const REACH = { copy: [1, 2], sibling: [2, 3] } as const

/**
 * An interval for an article without a date: near its copies and siblings, and not before the latest day that it tells of as
 * past. Where these contradict each other the copies outrank the siblings. Answers nothing where nothing ties it down.
 */
export function inferDate(kin: readonly DatedKin[], pastDays: readonly string[] = []): InferredDate | undefined {
  const reasons: DateReason[] = []
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  const ranked = [...kin].sort((a, b) =>
    a.tie === b.tie ? compareText(a.article, b.article) : a.tie === 'copy' ? -1 : 1,
  )
  for (const { article, published, tie } of ranked) {
    const day = dayOf(published)
    if (day === undefined) continue
    const [before, after] = REACH[tie]
    const [least, most] = [dayNumber(day) - before, dayNumber(day) + after]
    if (least > to || most < from) continue
    from = Math.max(from, least)
    to = Math.min(to, most)
    reasons.push({ code: tie === 'copy' ? 'copy-published' : 'sibling-published', with: article, day })
  }
  if (!Number.isFinite(from)) return undefined
  const told = pastDays
    .flatMap((d) => dayOf(d) ?? [])
    .sort()
    .at(-1)
  if (told !== undefined && dayNumber(told) > from && dayNumber(told) <= to) {
    from = dayNumber(told)
    reasons.push({ code: 'tells-of', day: told })
  }
  return { from: dayText(from), to: dayText(to), inferred: true, reasons }
}

const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A reason in words. */
export function wordDateReason({ code, day, with: other }: DateReason): { ar: string; en: string } {
  switch (code) {
    case 'copy-published':
      return {
        ar: `نُشرت نسخة منه (${other ?? ''}) في ${day}`,
        en: `a copy of it (${other ?? ''}) was published on ${day}`,
      }
    case 'sibling-published':
      return {
        ar: `نُشر خبر عن الواقعة نفسها (${other ?? ''}) في ${day}`,
        en: `another report of it (${other ?? ''}) was published on ${day}`,
      }
    case 'tells-of':
      return { ar: `يروي ما وقع في ${day}`, en: `it tells of what happened on ${day}` }
  }
}
