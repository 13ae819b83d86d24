import type { Span } from '@isnad/text'

export const ACCOUNT_ATTRIBUTES = ['parties', 'number', 'date', 'place', 'cause', 'purpose', 'status'] as const
export type AccountAttribute = (typeof ACCOUNT_ATTRIBUTES)[number]

/** `adds`: only some speak of it; `differs`: they cannot all be right; `denies`: one says that another's value is false. */
export type AccountVerdict = 'agree' | 'adds' | 'differs' | 'denies'

export interface AccountValue {
  /** As printed by the first article that says it. */
  readonly value: string
  readonly articles: readonly string[]
  readonly quotes: readonly { readonly article: string; readonly quote: string; readonly span: Span }[]
}

/** What the articles of one happening say of one attribute of it. */
export interface Account {
  readonly attribute: AccountAttribute
  /** What is counted, dated or placed: `killed`, «سيارة», `EUR`. */
  readonly about?: string
  readonly values: readonly AccountValue[]
  readonly verdict: AccountVerdict
}

/** An article whose account is compared. `title` and `body` are read as one text: the title, a line break, the body. */
export interface AccountText {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly published?: string
}
