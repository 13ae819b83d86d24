/** Reasons of one kind in words, by their codes, with the values of a reason by name in braces. */
export type ReasonTable = Readonly<Record<string, { readonly ar: string; readonly en: string }>>

/** Why something was decided: a code of a table, and what it speaks of. */
export interface CodedReason<Table extends ReasonTable> {
  readonly code: keyof Table & string
  readonly values?: Readonly<Record<string, string>>
}

/** Says the reasons of a table as sentences. */
export const wordsOf =
  <Table extends ReasonTable>(table: Table) =>
  ({ code, values }: CodedReason<Table>, language: 'ar' | 'en'): string =>
    table[code]?.[language].replace(/\{(\w+)\}/g, (_, name: string) => values?.[name] ?? '') ?? ''
