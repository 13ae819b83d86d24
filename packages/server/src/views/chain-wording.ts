import type { Attribution, Hedge, Link, Stance } from '@isnad/attribution'
import type { Wording } from '../contract/api-types.js'

/** How a link is called in both languages. */
export type LinkName = (link: Link) => Wording

const OPENINGS: Readonly<Record<Stance, (who: Wording) => Wording>> = {
  asserts: ({ ar, en }) => ({ ar: `بحسب ${ar}`, en: `According to ${en}` }),
  denies: ({ ar, en }) => ({ ar: `نفيٌ من ${ar}`, en: `Denied by ${en}` }),
  reports: ({ ar, en }) => ({ ar: `نقلًا عن ${ar}`, en: `Passed on by ${en}` }),
  questions: ({ ar, en }) => ({ ar: `تشكيكٌ من ${ar}`, en: `Questioned by ${en}` }),
}

const HEDGES: Readonly<Record<Hedge, Wording>> = {
  distancing: { ar: 'والناقل ينأى عنه', en: 'which the text keeps at a distance' },
  likely: { ar: 'ترجيحًا', en: 'as likely' },
  possible: { ar: 'احتمالًا', en: 'as possible' },
  hearsay: { ar: 'على سبيل ما يُقال', en: 'as hearsay' },
}

const NOBODY: Wording = { ar: 'مصدر لا يُذكر', en: 'somebody who is not told' }

/** The chain of an attribution as a line: who speaks, then through whom, from him to the page. */
export function chainWording({ chain, stance, hedge }: Attribution, nameOf: LinkName): Wording {
  const [speaker = NOBODY, ...through] = chain.map(nameOf).reverse()
  const opening = OPENINGS[stance](speaker)
  const tail = hedge === undefined ? undefined : HEDGES[hedge]
  return {
    ar: [opening.ar, ...through.map(({ ar }) => `عبر ${ar}`), ...(tail ? [tail.ar] : [])].join('، '),
    en: [opening.en, ...through.map(({ en }) => `through ${en}`), ...(tail ? [tail.en] : [])].join(', '),
  }
}
