import { type EntityReason, wordEntityReason } from '@isnad/corpus'
import { findTitle } from '@isnad/lexicon'
import type { NamePair, Wording } from '../contract/api-types.js'
import type { CatalogNames } from '../desk/catalog.js'

/** Names and reasons of the corpus in the words of people: it knows the things of the catalog by their ids. */

/** A catalog id, or `ORG:نادي الواحة`, as a name. */
export function nameOfToken(token: string, names: CatalogNames): NamePair {
  const known = names.name(token)
  return known === undefined ? { ar: token.replace(/^[A-Z-]+:/u, ''), en: null } : { ar: known.ar, en: known.en }
}

const inWords = (value: string, language: 'ar' | 'en', names: CatalogNames): string =>
  value
    .split('، ')
    .map((one) => {
      const { ar, en } = nameOfToken(one, names)
      return language === 'en' ? (en ?? ar) : ar
    })
    .join(language === 'en' ? ', ' : '، ')

/** A reason as a sentence in both languages, its ids as names. */
export function entityReasonView(reason: EntityReason, names: CatalogNames): Wording {
  const worded = (language: 'ar' | 'en'): string => {
    const values = Object.fromEntries(
      Object.entries(reason.values ?? {}).map(([name, value]) => [name, inWords(value, language, names)]),
    )
    return wordEntityReason({ ...reason, values }, language)
  }
  return { ar: worded('ar'), en: worded('en') }
}

/** A title by its id, else as printed. */
export function titleView(title: string, titleId: string | undefined): NamePair {
  const known = titleId === undefined ? undefined : findTitle(titleId)
  return { ar: title, en: known?.en ?? null }
}
