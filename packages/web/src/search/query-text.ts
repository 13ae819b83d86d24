import type { Chip } from '@isnad/server'

const ARABIC_LETTER = /\p{Script=Arabic}/u
const ANY_LETTER = /\p{L}/u

/** Right-to-left as soon as one Arabic letter stands in it; an empty box takes the direction of the interface. */
export function directionOfQuery(query: string): 'rtl' | 'ltr' | undefined {
  if (ARABIC_LETTER.test(query)) return 'rtl'
  return ANY_LETTER.test(query) ? 'ltr' : undefined
}

/** The query without one of its parts, the gap closed. */
export const withoutChip = (query: string, chip: Pick<Chip, 'start' | 'end'>): string =>
  `${query.slice(0, chip.start).trimEnd()} ${query.slice(chip.end).trimStart()}`.trim()
