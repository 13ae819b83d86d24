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

/** The name that a query may be asking for: its plain words and phrases; undefined when there are none, or too many for a name. */
export function nameSought(
  chips: readonly Pick<Chip, 'kind' | 'value' | 'not' | 'or' | 'ignored'>[],
): string | undefined {
  const words = chips.filter(
    ({ kind, not, or, ignored }) => (kind === 'word' || kind === 'phrase') && !not && !or && !ignored,
  )
  const text = words.map(({ value }) => value).join(' ')
  const count = text.split(/\s+/u).filter((word) => word !== '').length
  return count > 0 && count <= 5 ? text : undefined
}
