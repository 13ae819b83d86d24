import type { Account } from '@isnad/corpus'
import type { Span } from '@isnad/text'

/** An account with the place of each quote in the text of its article. */
export interface PlacedAccount extends Omit<Account, 'values'> {
  readonly values: readonly (Omit<Account['values'][number], 'quotes'> & {
    readonly quotes: readonly { readonly article: string; readonly quote: string; readonly at: Span | undefined }[]
  })[]
}

/** Its quotes are cut from the text of the article. */
export const placedByEvent = (account: Account): PlacedAccount => ({
  ...account,
  values: account.values.map((value) => ({
    ...value,
    quotes: value.quotes.map(({ article, quote, span }) => ({ article, quote, at: span })),
  })),
})

/** Its quotes are cut from title and body read as one; they are looked up in the text of the article. */
export const placedByWords = (account: Account, texts: ReadonlyMap<string, string>): PlacedAccount => ({
  ...account,
  values: account.values.map((value) => ({
    ...value,
    quotes: value.quotes.map(({ article, quote }) => {
      const start = texts.get(article)?.indexOf(quote) ?? -1
      return { article, quote, at: start < 0 ? undefined : { start, end: start + quote.length } }
    }),
  })),
})
