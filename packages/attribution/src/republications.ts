import type { Article } from '@isnad/page'
import type { Republication } from './attribution.js'

/** What the page itself says of where its text comes from, in page order. */
export function republicationsOf({ metadata }: Article): readonly Republication[] {
  return metadata.credits.map((credit) => ({
    kind: credit.kind === 'agency' ? 'agency' : 'outlet',
    ...(credit.outletId === undefined ? {} : { outletId: credit.outletId }),
    description: credit.name ?? credit.text,
    ...(credit.page === undefined ? {} : { page: credit.page }),
  }))
}
