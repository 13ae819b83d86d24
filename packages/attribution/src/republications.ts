import { findOutletByName, type Outlet } from '@isnad/lexicon'
import type { Article, Credit } from '@isnad/page'
import { foldKey } from '@isnad/text'
import type { Republication } from './attribution.js'

/**
 * What the page itself says of where its text comes from: the credits it prints («نقلا عن», «المصدر:», «متابعات») in page
 * order, then an agency or outlet that signs as its writer. Its own outlet is no source of it.
 */
export function republicationsOf({ metadata }: Pick<Article, 'metadata'>): readonly Republication[] {
  const own = metadata.outlet?.id
  const printed = metadata.credits.filter(({ outletId }) => outletId === undefined || outletId !== own).map(ofCredit)
  const known = new Set(printed.map(({ outletId, description }) => outletId ?? foldKey(description)))
  const signed = [metadata.byline, ...metadata.authors.map((value) => ({ value, page: undefined }))].flatMap(
    (byline) =>
      byline === undefined ? [] : signaturesIn(byline.value).map((found) => ({ ...found, page: byline.page })),
  )
  const added: Republication[] = []
  for (const { outlet, words, kind, page } of signed) {
    const key = outlet?.id ?? foldKey(words)
    if (known.has(key) || (outlet !== undefined && outlet.id === own)) continue
    known.add(key)
    added.push({
      kind,
      ...(outlet === undefined ? {} : { outletId: outlet.id }),
      description: words,
      ...(page === undefined ? {} : { page }),
    })
  }
  return [...printed, ...added]
}

const ofCredit = ({ kind, name, text, outletId, page }: Credit): Republication => ({
  kind: kind === 'unnamed' ? 'outlet' : kind,
  ...(outletId === undefined ? {} : { outletId }),
  description: name ?? text,
  ...(page === undefined ? {} : { page }),
})

interface Signature {
  readonly outlet?: Outlet
  readonly words: string
  readonly kind: Republication['kind']
}

const PARTS = /\s*[،,;/|\-–—:()]\s*|\s+و(?=وكال|رويترز)/
const AGENCIES = /^(?:ال)?وكالات(?: (?:ال)?انباء)?$/
const MONITORING = /^(?:متابعات|متابعه|رصد|مواقع|صحف|وسائل اعلام)$/

/** Agencies and outlets among the names of a byline: «دبي - رويترز», «الوكالات». A person's name is none. */
function signaturesIn(byline: string): readonly Signature[] {
  return byline.split(PARTS).flatMap((part): Signature[] => {
    const words = part.trim()
    const key = foldKey(words)
    if (AGENCIES.test(key)) return [{ words, kind: 'agency' }]
    if (MONITORING.test(key)) return [{ words, kind: 'monitoring' }]
    const outlet = words.length < 2 ? undefined : findOutletByName(words)
    return outlet === undefined ? [] : [{ outlet, words, kind: outlet.kind === 'agency' ? 'agency' : 'outlet' }]
  })
}
