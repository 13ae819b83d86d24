import type { ReviewSide } from '@isnad/server'

const namesOf = ({ variants, roles, countries, beside }: ReviewSide): string[] => [
  ...variants.map(({ form }) => form),
  ...roles.map(({ title }) => title.ar),
  ...countries.map(({ ar }) => ar),
  ...beside.map(({ ar }) => ar),
]

/** Spellings, titles, countries and companions that both have. */
export function sharedBy(a: ReviewSide, b: ReviewSide): ReadonlySet<string> {
  const theirs = new Set(namesOf(b))
  return new Set(namesOf(a).filter((name) => theirs.has(name)))
}
