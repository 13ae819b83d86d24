import { readFileSync } from 'node:fs'

let shipped: { readonly weights: ReadonlyMap<string, number>; readonly unlisted: number } | undefined

/** In how many articles of a year of Arabic news each stem stands, as weights; data/README.md says which. Read on first use. */
function weightTable() {
  if (shipped !== undefined) return shipped
  const counts = new Map<string, number>()
  let articles = 1
  for (const line of readFileSync(new URL('../../data/terms.tsv', import.meta.url), 'utf8').split('\n')) {
    const [stem = '', count = ''] = line.split('\t')
    if (stem === '# articles') articles = Number(count)
    else if (stem !== '') counts.set(stem, Number(count))
  }
  const weightOf = (count: number): number =>
    count > articles * FUNCTION_SHARE ? 0 : Math.log((articles + 1) / (count + 0.5))
  const weights = new Map([...counts].map(([stem, count]) => [stem, weightOf(count)]))
  shipped = { weights, unlisted: weightOf(UNLISTED) }
  return shipped
}

/** Stems below the table's cut are taken to stand in this many articles. */
const UNLISTED = 8
/** A stem of every second article says nothing of what an article is about. */
const FUNCTION_SHARE = 0.15

/**
 * How much a stem tells of what an article is about: inverse document frequency (Spärck Jones 1972) over a year of news;
 * 0 for the words of every article, for figures and for single letters.
 */
export function termWeight(stem: string): number {
  const { weights, unlisted } = weightTable()
  const listed = weights.get(stem)
  if (listed !== undefined) return listed
  return stem.length < 2 || FIGURES.test(stem) ? 0 : unlisted
}

const FIGURES = /^\p{Nd}/u

/** Whether a word is so rare that a year of news does not list it. Figures are no words. */
export const isUnlisted = (stem: string): boolean => !weightTable().weights.has(stem) && !FIGURES.test(stem)
