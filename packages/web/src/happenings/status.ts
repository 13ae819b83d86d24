import type { HappeningSummary } from '@isnad/server'

type Status = HappeningSummary['statuses'][number]

/** From what is told as done to what is only wished. A denial speaks for a happening when nobody asserts it. */
const ORDER: readonly Status[] = ['asserted', 'ongoing', 'denied', 'planned', 'demanded', 'hypothetical']

/** The status that a happening of several accounts is shown with. */
export const statusOf = (statuses: readonly Status[]): Status =>
  ORDER.find((status) => statuses.includes(status)) ?? 'asserted'
